//! `Plan::what_if`: the difference that other answers make.

use super::{Asked, Case};
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::profile::Profile;
use crate::reply::{Difference, WhatIf};

impl Plan {
    /// What would change if the patient were as `supposed` says: the difference to this plan, and the
    /// answers about a thing, where one is asked about. Nothing is stored.
    ///
    /// ```
    /// use aftercare_dsl::check::{Bundled, CheckOptions, check};
    /// use aftercare_dsl::eval::Case;
    /// use aftercare_dsl::profile::{self, Profile};
    /// use aftercare_dsl::reply::Change;
    /// use aftercare_dsl::source::Sources;
    ///
    /// let mut sources = Sources::new();
    /// let rules = "import skin-care\navoid makeup for 7 days if pregnant\n";
    /// let checked = check(&mut sources, &Bundled, "clinic.rules", rules, &CheckOptions::default());
    /// let protocol = checked.protocol.expect("no errors");
    /// let patient = Profile::default();
    /// let case = Case::new(&protocol, &patient);
    /// let plan = case.plan().expect("every date is in range");
    ///
    /// let mut supposed = patient.clone();
    /// let answer = sources.add("what if", "pregnant = no");
    /// let mistakes = profile::set(&mut supposed, answer, "pregnant = no", &protocol.vocabulary);
    /// assert!(mistakes.is_empty());
    /// let what_if = plan.what_if(&case, &supposed, None).expect("every date is in range");
    /// assert_eq!(what_if.plan.lines[0].change, Change::Gone);
    /// assert_eq!(what_if.plan.answered, ["pregnant"]);
    /// ```
    ///
    /// # Errors
    ///
    /// A date would leave the years 1900 to 2200.
    pub fn what_if(
        &self,
        case: &Case<'_>,
        supposed: &Profile,
        asked: Option<&Asked>,
    ) -> Result<WhatIf, Diagnostic> {
        let other = Case {
            profile: supposed,
            ..*case
        };
        let plan = other.plan()?;
        let answers = match asked {
            Some(asked) => plan.ask(&other, asked)?.answers,
            None => Vec::new(),
        };
        Ok(WhatIf {
            answers,
            plan: Difference::between(self, &plan),
        })
    }
}
