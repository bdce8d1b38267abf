//! `Plan::ask`: the four answers about any thing of the vocabulary, with their ends and reasons.

use std::collections::BTreeSet;

use super::reason::reasons;
use super::until::until;
use super::{Asked, Case, why_not};
use crate::check::ThingRef;
use crate::diagnostic::Diagnostic;
use crate::eval::assemble::members::Members;
use crate::eval::assemble::things::{self, treatment_day};
use crate::eval::diagram::Node;
use crate::eval::interval::Interval;
use crate::eval::lines::Lines;
use crate::eval::out_of_range;
use crate::eval::prepared::Prepared;
use crate::eval::scene::{self, Scene};
use crate::eval::subject::{Subject, covers};
use crate::eval::timing::Times;
use crate::plan::{Moment, Plan, ThingAnswer, Verb};
use crate::profile::Profile;
use crate::reply::{ANSWER_FORMAT, Answered, Reason, Reply, Until};

impl Plan {
    /// What the plan answers about a thing, on the day of `case`: avoid, better not, allowed or not
    /// covered; in which state; until when; why (LANGUAGE.md 3.5 and 3.13).
    ///
    /// Any thing of the vocabulary can be asked about, named by a sentence or not. A class is answered
    /// by its members: one answer where all have it, else one for each thing or class right below it.
    /// `self` is the plan of `case`.
    ///
    /// ```
    /// use aftercare_dsl::check::{Bundled, CheckOptions, check};
    /// use aftercare_dsl::eval::Case;
    /// use aftercare_dsl::plan::Answer;
    /// use aftercare_dsl::profile::Profile;
    /// use aftercare_dsl::source::Sources;
    ///
    /// let mut sources = Sources::new();
    /// let rules = "substance retinoids { adapalene aka Differin }\navoid retinoids for 7 days\n";
    /// let checked = check(&mut sources, &Bundled, "clinic.rules", rules, &CheckOptions::default());
    /// let protocol = checked.protocol.expect("no errors");
    /// let patient = Profile::default();
    /// let case = Case::new(&protocol, &patient);
    ///
    /// let question = sources.add("question", "Differin");
    /// let differin = case.thing(question, "Differin").expect("the vocabulary knows it");
    /// let plan = case.plan().expect("every date is in range");
    /// let reply = plan.ask(&case, &differin).expect("every date is in range");
    /// assert_eq!(reply.asked.name, "adapalene");
    /// assert_eq!(reply.answers[0].thing.answer, Answer::Avoid);
    /// assert_eq!(reply.answers[0].until.last_day.map(|last| last.day), Some(6));
    /// assert_eq!(reply.answers[0].why[0].rule.location.line, 2);
    /// ```
    ///
    /// # Errors
    ///
    /// A date would leave the years 1900 to 2200.
    pub fn ask(&self, case: &Case<'_>, asked: &Asked) -> Result<Reply, Diagnostic> {
        case.on_stage(|scene, lines| Reply {
            format: ANSWER_FORMAT,
            on: self.on,
            day: day_of(scene),
            status: self.status,
            asked: asked.described(scene),
            answers: answers(scene, lines, asked),
            narrower: narrower(scene, lines, asked),
            not_applying: why_not::not_applying(scene, lines, asked),
            why_not: None,
            what_if: None,
        })
    }

    /// The lines behind the answer about a thing, what decides first: each with its sentence, its
    /// place, its sources and the facts that it used.
    ///
    /// ```
    /// use aftercare_dsl::check::{Bundled, CheckOptions, check};
    /// use aftercare_dsl::eval::Case;
    /// use aftercare_dsl::profile::Profile;
    /// use aftercare_dsl::source::Sources;
    ///
    /// let mut sources = Sources::new();
    /// let rules = "import skin-care\navoid retinoids for 7 days because \"they irritate\"\n";
    /// let checked = check(&mut sources, &Bundled, "clinic.rules", rules, &CheckOptions::default());
    /// let protocol = checked.protocol.expect("no errors");
    /// let patient = Profile::default();
    /// let case = Case::new(&protocol, &patient);
    ///
    /// let question = sources.add("question", "tretinoin");
    /// let thing = case.thing(question, "tretinoin").expect("the vocabulary knows it");
    /// let plan = case.plan().expect("every date is in range");
    /// let why = plan.why(&case, &thing).expect("every date is in range");
    /// assert_eq!(why[0].because.as_deref(), Some("they irritate"));
    /// assert_eq!(why[0].rule.location.line, 2);
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Plan::ask`].
    pub fn why(&self, case: &Case<'_>, asked: &Asked) -> Result<Vec<Reason>, Diagnostic> {
        let reply = self.ask(case, asked)?;
        let mut reasons: Vec<Reason> = Vec::new();
        for reason in reply.answers.into_iter().flat_map(|answer| answer.why) {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        Ok(reasons)
    }

    /// Until when the answers about a thing hold, and what comes then: each with the thing's name.
    ///
    /// ```
    /// use aftercare_dsl::check::{Bundled, CheckOptions, check};
    /// use aftercare_dsl::eval::Case;
    /// use aftercare_dsl::plan::Answer;
    /// use aftercare_dsl::profile::Profile;
    /// use aftercare_dsl::source::Sources;
    ///
    /// let mut sources = Sources::new();
    /// let rules = "import skin-care\navoid retinoids for 7 days\n";
    /// let checked = check(&mut sources, &Bundled, "clinic.rules", rules, &CheckOptions::default());
    /// let protocol = checked.protocol.expect("no errors");
    /// let patient = Profile::default();
    /// let case = Case::new(&protocol, &patient);
    ///
    /// let question = sources.add("question", "retinoids");
    /// let thing = case.thing(question, "retinoids").expect("the vocabulary knows it");
    /// let plan = case.plan().expect("every date is in range");
    /// let ends = plan.until(&case, &thing).expect("every date is in range");
    /// let (name, until) = &ends[0];
    /// assert_eq!(name, "retinoids");
    /// assert_eq!(until.first_free_day.map(|free| free.day), Some(7));
    /// assert_eq!(until.then, Some(Answer::Allowed));
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Plan::ask`].
    pub fn until(
        &self,
        case: &Case<'_>,
        asked: &Asked,
    ) -> Result<Vec<(String, Until)>, Diagnostic> {
        let answers = self.ask(case, asked)?.answers.into_iter();
        let ends = answers.map(|answer| (answer.thing.thing, answer.until));
        Ok(ends.collect())
    }
}

impl Prepared<'_> {
    /// What the plan of a patient answers about each of several things on a day, or at a time: one answer for each
    /// thing or class below it, or one where all of them have it.
    ///
    /// # Errors
    ///
    /// A date would leave the years 1900 to 2200.
    pub(crate) fn answers(
        &self,
        profile: &Profile,
        on: Moment,
        things: &[ThingRef],
    ) -> Result<Vec<Vec<ThingAnswer>>, Diagnostic> {
        let profile = scene::as_of(profile, Some(on));
        let scene = Scene::new(self, &profile, Some(on), Box::default(), None);
        let mut scene = scene.map_err(out_of_range)?;
        let mut times = Times::default();
        times.decide(&mut scene, self).map_err(out_of_range)?;
        let lines = Lines::of(self, &times);
        let mut members = Members::new(&scene, &lines);
        let mut answers = |thing: &ThingRef| {
            let found = members.answer(&mut scene, thing).into_iter();
            found.map(|(_, answer)| answer).collect()
        };
        Ok(things.iter().map(&mut answers).collect())
    }
}

/// How many days after the treatment the day asked is.
pub(super) fn day_of(scene: &Scene<'_>) -> i64 {
    let asked = scene.asked.unwrap_or_else(|| treatment_day(scene));
    let day = scene.clock.first_day(asked.start);
    (day - scene.treatment.days.0).num_days()
}

/// The answers about what is asked.
pub(super) fn answers(scene: &mut Scene<'_>, lines: &Lines<'_>, asked: &Asked) -> Vec<Answered> {
    if let Some(own) = asked.own_subject(scene) {
        let mut answer = answered(scene, lines, &own);
        answer.thing.own = true;
        return vec![answer];
    }
    match asked.thing_ref() {
        Some(item) => about(scene, lines, item),
        None => Vec::new(),
    }
}

/// The answers about a thing or class of the vocabulary.
pub(super) fn about(scene: &mut Scene<'_>, lines: &Lines<'_>, item: &ThingRef) -> Vec<Answered> {
    let mut seen = BTreeSet::new();
    let mut found = Members::new(scene, lines).answer(scene, item);
    found.retain(|(_, answer)| seen.insert(answer.thing.clone()));
    let answers = found.into_iter().map(|(subject, thing)| {
        let full = answered(scene, lines, &subject);
        Answered { thing, ..full }
    });
    answers.collect()
}

fn answered(scene: &mut Scene<'_>, lines: &Lines<'_>, subject: &Subject) -> Answered {
    let thing = things::thing(scene, lines, subject).0;
    let verdicts = lines.about(scene, subject);
    let asked = scene.asked.unwrap_or_else(|| treatment_day(scene));
    let mut behind = verdicts.at(scene, asked).lines;
    if thing.ask_prescriber && behind.is_empty() {
        behind = going_on(scene, lines, subject, asked);
    }
    Answered {
        thing,
        until: until(scene, lines, &verdicts, asked),
        why: reasons(scene, lines, &behind),
    }
}

/// The lines that let a medicine go on, which a ban does not stop where it is prescribed.
fn going_on(
    scene: &mut Scene<'_>,
    lines: &Lines<'_>,
    subject: &Subject,
    asked: Interval,
) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for (index, line) in lines.iter().enumerate() {
        let mut held = line.held.iter();
        let goes_on = !line.hidden && line.verb == Verb::Do && line.said.rule.lets_go_on();
        let is_now = held.any(|held| held.node == Node::TRUE && asked.meets(held.interval));
        if goes_on && is_now && covers(scene, line.items, line.except, subject) == Node::TRUE {
            found.insert(index);
        }
    }
    found
}

/// The answers about narrower things that lines name apart, where they are others.
fn narrower(scene: &mut Scene<'_>, lines: &Lines<'_>, asked: &Asked) -> Vec<Answered> {
    let Some(item) = asked.thing_ref().filter(|item| item.attributes.is_empty()) else {
        return Vec::new();
    };
    let vocabulary = &scene.protocol.vocabulary;
    let mut narrow: Vec<ThingRef> = Vec::new();
    for other in lines.iter().flat_map(|line| line.items) {
        let narrowed = ThingRef {
            thing: item.thing,
            written: None,
            ..other.clone()
        };
        if !other.attributes.is_empty()
            && vocabulary.is_under(item.thing, other.thing)
            && !narrow.contains(&narrowed)
        {
            narrow.push(narrowed);
        }
    }
    let plain = about(scene, lines, item);
    // Where the plain thing's varieties differ, one that is like some of them is still told.
    let known = |answer: &Answered| {
        plain.iter().all(|plain| {
            plain.thing.answer == answer.thing.answer
                && plain.thing.state == answer.thing.state
                && plain.until == answer.until
        })
    };
    let all = narrow.iter().flat_map(|item| about(scene, lines, item));
    all.filter(|answer| !known(answer)).collect()
}
