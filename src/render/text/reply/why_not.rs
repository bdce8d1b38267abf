//! Why a thing is not allowed.

use crate::plan::{State, Verb};
use crate::render::{Word, all_of};
use crate::reply::{Apart, Kin, Line, WhyNot};

use super::super::context::at;
use super::super::page::{Flow, Page};
use super::super::phrase::spoken;
use super::super::style::Style;
use super::super::when::{ended, of_windows};

/// How many sentences about kin are shown.
const KIN: usize = 6;

pub(super) fn why_not(why_not: &WhyNot, page: &mut Page) {
    page.heading(Word::WhyNotHeading.text());
    if why_not.lines.is_empty() {
        page.paragraph(Flow::new().plain(Word::WhyNotNothing.text()));
    } else if why_not.allowed {
        page.paragraph(Flow::new().plain(Word::WhyNotAllowed.text()));
    }
    for line in &why_not.lines {
        page.item(cited(&line.rule));
        page.under(Flow::from(comes_to(line)));
        if !line.leaves_out.is_empty() {
            let out = all_of(&line.leaves_out);
            page.under(Flow::from(Word::LeavesOut.with(&[("things", &out)])));
        }
        let open = matches!(line.state, Some(State::Provisional | State::Waiting));
        if let (true, None, Some(if_)) = (open, &line.apart, &line.if_) {
            page.under(Flow::from(Word::HoldsIf.with(&[("if", &spoken(if_))])));
        }
    }
    kin(&why_not.kin, page);
}

fn cited(rule: &crate::plan::RuleRef) -> Flow {
    Flow::from(rule.sentence.clone()).add(Style::Quiet, at(rule))
}

/// What a sentence comes to.
fn comes_to(line: &Line) -> String {
    let names = all_of(&line.names);
    let when = || of_windows(&line.windows, line.phase, line.verb);
    let if_ = spoken(line.if_.as_deref().unwrap_or_default());
    let Some(apart) = &line.apart else {
        let word = match line.verb {
            Some(Verb::Allow) => Word::ApartAllows,
            Some(Verb::Limit) => Word::ApartLimits,
            Some(Verb::Do) => Word::ApartAsksFor,
            Some(Verb::Avoid) | None => Word::ApartCovers,
        };
        return word.with(&[("things", &names), ("when", &when())]);
    };
    match apart {
        Apart::Condition => match (line.if_.is_some(), line.facts.is_empty()) {
            (false, _) => Word::ApartConditionPlain.text().to_owned(),
            (true, true) => Word::ApartCondition.with(&[("if", &if_)]),
            (true, false) => {
                let facts = all_of(&line.facts);
                Word::ApartConditionKnown.with(&[("if", &if_), ("facts", &facts)])
            }
        },
        Apart::Except(out) => Word::ApartExcept.with(&[("things", &all_of(out))]),
        Apart::Part(parts) => Word::ApartPart.with(&[("things", &all_of(parts))]),
        Apart::Over if line.windows.is_empty() => Word::ApartOverPlain.text().to_owned(),
        Apart::Over => Word::ApartOver.with(&[("when", &ended(&line.windows))]),
        Apart::NotYet => Word::ApartNotYet.with(&[("when", &when())]),
        Apart::HeldBack(by) => Word::ApartHeldBack.with(&[("sentences", &by.join("; "))]),
        Apart::Symptom => Word::ApartSymptom.with(&[("if", &if_)]),
        Apart::Waiting => Word::ApartWaiting.with(&[("if", &if_)]),
        Apart::Step(titles) => Word::ApartStep.with(&[("title", &all_of(titles))]),
        Apart::Prescribed => Word::ApartPrescribed.text().to_owned(),
    }
}

/// The sentences about what is near.
fn kin(kin: &[Kin], page: &mut Page) {
    let Some(first) = kin.first() else { return };
    let lead = match &first.class {
        Some(class) => Word::KinOf.with(&[("class", class)]),
        None => Word::KinMembers.text().to_owned(),
    };
    page.paragraph(Flow::from(lead));
    for one in kin.iter().take(KIN) {
        page.item(cited(&one.rule));
    }
    if kin.len() > KIN {
        let more = (kin.len() - KIN).to_string();
        page.under(Flow::from(Word::AndMore.with(&[("n", &more)])));
    }
}
