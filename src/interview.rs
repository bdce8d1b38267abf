//! An interview: the open questions of a plan, one at a time, the best first.
//!
//! There is no terminal in here. An [`Interview`] says what to ask next, takes what was typed, and says
//! what came of it; after each answer the plan is made anew, so that nothing is asked that no longer
//! matters (LANGUAGE.md 3.6).

use std::collections::{BTreeMap, BTreeSet};

use crate::check::Protocol;
use crate::diagnostic::{Code, Diagnostic};
use crate::eval::{Case, setting};
use crate::plan::{Moment, Plan, Question};
use crate::profile::{self, Profile};
use crate::reply::Weighed;
use crate::source::Sources;
use crate::span::Span;
use crate::vocabulary::FactKind;

/// How often one question may be answered before it is left open: a symptom is asked again where its
/// date alone does not tell enough.
const TWICE: u32 = 2;

/// The open questions of one patient, asked one at a time.
///
/// ```
/// use aftercare_dsl::check::{Bundled, CheckOptions, check};
/// use aftercare_dsl::eval::Case;
/// use aftercare_dsl::interview::{Interview, Turn};
/// use aftercare_dsl::plan::Status;
/// use aftercare_dsl::profile::Profile;
/// use aftercare_dsl::source::Sources;
///
/// let mut sources = Sources::new();
/// let rules = "import skin-care\navoid makeup for 7 days if age under 18\n";
/// let checked = check(&mut sources, &Bundled, "clinic.rules", rules, &CheckOptions::default());
/// let protocol = checked.protocol.expect("no errors");
/// let patient = Profile::default();
///
/// let mut interview = Interview::new(&Case::new(&protocol, &patient)).expect("in range");
/// assert_eq!(interview.next().map(|question| question.fact.as_str()), Some("age"));
/// let mistakes = interview.take("young").expect_err("this is no age");
/// assert!(mistakes[0].help.is_some());
/// assert!(matches!(interview.take("34"), Ok(Turn::Answered)));
/// assert!(interview.next().is_none());
/// assert_eq!(interview.plan().status, Status::Proceed);
/// ```
#[derive(Debug, Clone)]
pub struct Interview<'a> {
    protocol: &'a Protocol,
    on: Option<Moment>,
    profile: Profile,
    plan: Plan,
    skipped: BTreeSet<String>,
    answered: BTreeMap<String, u32>,
    past: Vec<Step>,
}

/// A turn that can be taken back.
#[derive(Debug, Clone)]
struct Step {
    /// The question.
    fact: String,
    /// What was answered, as `--set` takes it; none where it was skipped.
    setting: Option<String>,
    /// What was known before.
    before: Profile,
}

/// What came of what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// It was an answer, and the plan is made anew.
    Answered,
    /// Nothing was typed: the question is left open for now.
    Skipped,
    /// `back`: the last turn is taken back, and its question comes again.
    Back,
    /// `back`, and there is no turn to take back.
    AtTheStart,
    /// `?`: why the question is asked, and what its answers would change.
    Help(Box<Weighed>),
    /// `stop`
    Stopped,
}

impl<'a> Interview<'a> {
    /// An interview about a case.
    ///
    /// # Errors
    ///
    /// A date of the plan would leave the years 1900 to 2200.
    pub fn new(case: &Case<'a>) -> Result<Self, Diagnostic> {
        Ok(Self {
            protocol: case.protocol,
            on: case.on,
            profile: case.profile.clone(),
            plan: case.plan()?,
            skipped: BTreeSet::new(),
            answered: BTreeMap::new(),
            past: Vec::new(),
        })
    }

    /// The question to ask next; none where no answer can change anything any more, or all that are
    /// left were skipped.
    #[must_use]
    pub fn next(&self) -> Option<&Question> {
        let again = |fact: &str| self.answered.get(fact).is_some_and(|times| *times >= TWICE);
        self.plan
            .questions
            .iter()
            .find(|question| !self.skipped.contains(&question.fact) && !again(&question.fact))
    }

    /// The facts whose questions were left open.
    #[must_use]
    pub fn left_open(&self) -> &BTreeSet<String> {
        &self.skipped
    }

    /// Leaves the questions about these facts open: they were skipped before.
    #[must_use]
    pub fn leaving_open(mut self, facts: &BTreeSet<String>) -> Self {
        self.skipped.extend(facts.iter().cloned());
        self
    }

    /// The plan as it is with all answers so far.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The profile with all answers so far.
    #[must_use]
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The answers so far, as [`profile::set`] and `--set` take them: `skin type = IV`.
    #[must_use]
    pub fn settings(&self) -> Vec<String> {
        let mut settings: Vec<String> = Vec::new();
        for step in &self.past {
            let Some(setting) = &step.setting else {
                continue;
            };
            let key = |text: &str| text.split(" = ").next().map(str::to_owned);
            settings.retain(|other| key(other) != key(setting));
            settings.push(setting.clone());
        }
        settings
    }

    /// Takes what was typed: an answer to [`Interview::next`], `unsure`, `?`, `back`, nothing, or
    /// `stop`. With no question left, everything stops.
    ///
    /// # Errors
    ///
    /// It is no answer to the question: what is wrong with it, and what it takes. Messages hold nothing
    /// of the answer. The question stays.
    pub fn take(&mut self, typed: &str) -> Result<Turn, Vec<Diagnostic>> {
        let typed = typed.trim();
        let Some(question) = self.next().cloned() else {
            return Ok(match typed {
                "back" => self.back(),
                _ => Turn::Stopped,
            });
        };
        match typed.to_lowercase().as_str() {
            "stop" => Ok(Turn::Stopped),
            "back" => Ok(self.back()),
            "?" => self.help(&question).map_err(|found| vec![found]),
            "" => {
                self.skipped.insert(question.fact.clone());
                self.past.push(Step {
                    fact: question.fact,
                    setting: None,
                    before: self.profile.clone(),
                });
                Ok(Turn::Skipped)
            }
            _ => self.answer(&question, typed),
        }
    }

    fn answer(&mut self, question: &Question, typed: &str) -> Result<Turn, Vec<Diagnostic>> {
        let setting = setting(question, &self.meant(question, typed));
        let mut sources = Sources::new();
        let source = sources.add("the answer", setting.as_str());
        let mut profile = self.profile.clone();
        let vocabulary = &self.protocol.vocabulary;
        let mistakes = profile::set(&mut profile, source, &setting, vocabulary);
        if !mistakes.is_empty() {
            let whole = Span::new(source, 0, u32::try_from(setting.len()).unwrap_or(u32::MAX));
            return Err(if profile::is_unsure(typed) {
                vec![no_unsure(question, whole)]
            } else {
                mistakes
            });
        }
        let plan = self.case(&profile).plan().map_err(|found| vec![found])?;
        self.past.push(Step {
            fact: question.fact.clone(),
            setting: Some(setting),
            before: std::mem::replace(&mut self.profile, profile),
        });
        *self.answered.entry(question.fact.clone()).or_default() += 1;
        self.plan = plan;
        Ok(Turn::Answered)
    }

    /// An answer as a profile takes it: `y` is yes, `no` to a list is `none`, `today` is a day.
    fn meant(&self, question: &Question, typed: &str) -> String {
        let fact = self.protocol.vocabulary.find_fact(&question.fact);
        let kind = fact.map(|fact| &self.protocol.vocabulary.fact(fact).kind);
        let lists = matches!(kind, Some(FactKind::AnyOf(_) | FactKind::Things(_)))
            || question.answer_with.starts_with("sessions ");
        match (typed.to_lowercase().as_str(), self.on) {
            ("y", _) => "yes".to_owned(),
            ("n" | "no", _) if lists => "none".to_owned(),
            ("n", _) => "no".to_owned(),
            ("today", Some(on)) if kind.is_none() => on.date.to_string(),
            _ => typed.to_owned(),
        }
    }

    fn back(&mut self) -> Turn {
        let Some(step) = self.past.pop() else {
            return Turn::AtTheStart;
        };
        self.skipped.remove(&step.fact);
        if step.setting.is_some() {
            self.profile = step.before;
            if let Some(times) = self.answered.get_mut(&step.fact) {
                *times = times.saturating_sub(1);
            }
            // The same plan was made before, so that every date is in range.
            if let Ok(plan) = self.case(&self.profile).plan() {
                self.plan = plan;
            }
        }
        Turn::Back
    }

    fn help(&self, question: &Question) -> Result<Turn, Diagnostic> {
        let weighed = self.plan.weigh(&self.case(&self.profile), question)?;
        Ok(Turn::Help(Box::new(weighed)))
    }

    fn case<'p>(&self, profile: &'p Profile) -> Case<'p>
    where
        'a: 'p,
    {
        Case {
            protocol: self.protocol,
            profile,
            on: self.on,
        }
    }
}

/// That a question has no `unsure`.
fn no_unsure(question: &Question, at: Span) -> Diagnostic {
    Diagnostic::new(
        Code::ProfileUnknownValue,
        at,
        format!("`{}` cannot be unsure", question.fact),
        "not known",
    )
    .with_help(format!(
        "answer with {}, or press Enter to leave it open",
        question.answers
    ))
}
