//! `Plan::questions`: what each question is worth.

use super::Case;
use super::possible::{Possible, possible};
use crate::diagnostic::Diagnostic;
use crate::plan::{Plan, Question};
use crate::profile;
use crate::reply::{Difference, Effect, QUESTIONS_FORMAT, Questions, Weighed};
use crate::source::Sources;

impl Plan {
    /// The questions of the plan, the one that can settle most lines first (LANGUAGE.md 3.6), each with
    /// what its answers would change: the difference to the plan as it is.
    ///
    /// ```
    /// use aftercare_dsl::check::{Bundled, CheckOptions, check};
    /// use aftercare_dsl::eval::Case;
    /// use aftercare_dsl::profile::Profile;
    /// use aftercare_dsl::source::Sources;
    ///
    /// let mut sources = Sources::new();
    /// let rules = "import skin-care\navoid makeup for 7 days if age under 18\n";
    /// let checked = check(&mut sources, &Bundled, "clinic.rules", rules, &CheckOptions::default());
    /// let protocol = checked.protocol.expect("no errors");
    /// let patient = Profile::default();
    /// let case = Case::new(&protocol, &patient);
    /// let plan = case.plan().expect("every date is in range");
    /// let questions = plan.questions(&case).expect("every date is in range");
    /// let age = &questions.questions[0];
    /// assert_eq!(age.question.fact, "age");
    /// assert_eq!(age.effects[0].answers, ["under 18 years"]);
    /// assert_eq!(age.effects[1].answers, ["18 years", "over 18 years"]);
    /// ```
    ///
    /// # Errors
    ///
    /// A date would leave the years 1900 to 2200.
    pub fn questions(&self, case: &Case<'_>) -> Result<Questions, Diagnostic> {
        let questions: Result<Vec<Weighed>, Diagnostic> = self
            .questions
            .iter()
            .map(|question| self.weigh(case, question))
            .collect();
        Ok(Questions {
            format: QUESTIONS_FORMAT,
            on: self.on,
            status: self.status,
            questions: questions?,
        })
    }

    /// What the answers of one question would change.
    ///
    /// # Errors
    ///
    /// As [`Plan::questions`].
    pub fn weigh(&self, case: &Case<'_>, question: &Question) -> Result<Weighed, Diagnostic> {
        let mut effects: Vec<Effect> = Vec::new();
        for answer in possible(case.protocol, case.profile, question) {
            let Some(difference) = self.supposing(case, &answer)? else {
                continue;
            };
            match effects.iter_mut().find(|one| one.difference == difference) {
                Some(alike) => alike.answers.push(answer.words),
                None => effects.push(Effect {
                    answers: vec![answer.words],
                    difference,
                }),
            }
        }
        Ok(Weighed {
            question: question.clone(),
            effects,
        })
    }

    /// The difference that an answer makes; none where no profile takes it.
    fn supposing(
        &self,
        case: &Case<'_>,
        answer: &Possible,
    ) -> Result<Option<Difference>, Diagnostic> {
        let mut sources = Sources::new();
        let source = sources.add("answer", answer.setting.as_str());
        let mut supposed = case.profile.clone();
        let vocabulary = &case.protocol.vocabulary;
        let mistakes = profile::set(&mut supposed, source, &answer.setting, vocabulary);
        if !mistakes.is_empty() {
            return Ok(None);
        }
        let what_if = self.what_if(case, &supposed, None)?;
        Ok(Some(what_if.plan))
    }
}
