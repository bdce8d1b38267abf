//! Which sentences a rule meets: those that hold it back, and those that it holds back.

use std::collections::BTreeSet;

use super::Case;
use crate::check::Rule;
use crate::diagnostic::Diagnostic;
use crate::eval::assemble::provenance::rule_ref;
use crate::eval::hold;
use crate::eval::line::Line;
use crate::eval::lines::Lines;
use crate::eval::scene::Scene;
use crate::plan::RuleRef;

/// The sentences that a rule meets, each once, in the order of the rules.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Met {
    /// Those that hold it back, in whole or in part.
    pub held_back_by: Vec<RuleRef>,
    /// Those that it holds back, in whole or in part.
    pub holds_back: Vec<RuleRef>,
}

impl Case<'_> {
    /// What each of some rules meets: what the plan's lines say of it, without the rest of the plan.
    ///
    /// # Errors
    ///
    /// A date would leave the years 1900 to 2200.
    pub(crate) fn met(&self, rules: &[&Rule]) -> Result<Vec<Met>, Diagnostic> {
        self.on_stage(|scene, lines| rules.iter().map(|rule| met(scene, lines, rule)).collect())
    }
}

fn met(scene: &mut Scene<'_>, lines: &Lines<'_>, rule: &Rule) -> Met {
    let mut held_back_by = BTreeSet::new();
    let mut near = BTreeSet::new();
    for line in lines.iter().filter(|line| says(line, rule)) {
        if line.restricts() {
            let items = line.items.iter();
            near.extend(items.flat_map(|item| lines.overlapping(scene, item.thing)));
        } else if !line.hidden {
            held_back_by.extend(holding(scene, lines, line));
        }
    }
    let mut holds_back = BTreeSet::new();
    for index in near {
        let Some(line) = lines.get(index) else {
            continue;
        };
        if line.restricts() || line.hidden || says(line, rule) {
            continue;
        }
        let mut by = holding(scene, lines, line).into_iter();
        if by.any(|by| lines.get(by).is_some_and(|by| says(by, rule))) {
            holds_back.insert(index);
        }
    }
    Met {
        held_back_by: sentences(lines, &held_back_by),
        holds_back: sentences(lines, &holds_back),
    }
}

/// Whether a line is what a rule says, or says the same.
fn says(line: &Line<'_>, rule: &Rule) -> bool {
    let said = line.said;
    said.rule.span == rule.span || said.also.iter().any(|also| also.span == rule.span)
}

/// The lines that hold a line back, in whole or in part, by index.
fn holding(scene: &mut Scene<'_>, lines: &Lines<'_>, line: &Line<'_>) -> BTreeSet<usize> {
    let left = hold::left(scene, lines, line).into_iter();
    left.flat_map(|left| left.held_back_by.into_iter().chain(left.part_held_back_by))
        .collect()
}

fn sentences(lines: &Lines<'_>, indices: &BTreeSet<usize>) -> Vec<RuleRef> {
    let mut found: Vec<RuleRef> = Vec::new();
    for line in indices.iter().filter_map(|index| lines.get(*index)) {
        let sentence = rule_ref(line.said);
        if !found.contains(&sentence) {
            found.push(sentence);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::check::{Bundled, CheckOptions, Protocol, check};
    use crate::plan::{Directive, Verb};
    use crate::profile::{self, Profile};
    use crate::source::Sources;

    fn patient(protocol: &Protocol) -> Profile {
        let mut sources = Sources::new();
        let text = "treated = 2026-06-01\n";
        let source = sources.add("patient.toml", text);
        let (patient, mistakes) = profile::read(source, "patient.toml", text, &protocol.vocabulary);
        assert!(mistakes.is_empty(), "{mistakes:?}");
        patient
    }

    /// The sentences of some lines of a plan, without those that say the same.
    fn once<'a>(all: impl Iterator<Item = &'a RuleRef>) -> BTreeSet<(u32, &'a str)> {
        all.map(|one| (one.location.line, one.sentence.as_str()))
            .collect()
    }

    /// What a rule meets by the lines of the whole plan.
    fn agrees(met: &Met, rule: &Rule, directives: &[Directive]) {
        let mine = |other: &RuleRef| {
            other.location == rule.location || other.also.contains(&rule.location)
        };
        let held = directives.iter().filter(|line| mine(&line.rule));
        let held = once(held.flat_map(Directive::all_held_back_by));
        assert_eq!(once(met.held_back_by.iter()), held, "{}", rule.sentence);
        let holds = directives.iter().filter(|line| {
            line.verb != Verb::Avoid && !mine(&line.rule) && line.all_held_back_by().any(mine)
        });
        let holds = once(holds.map(|line| &line.rule));
        assert_eq!(once(met.holds_back.iter()), holds, "{}", rule.sentence);
    }

    #[test]
    #[expect(
        clippy::disallowed_methods,
        reason = "the sheets are files of the tests"
    )]
    fn every_sentence_of_every_sheet_meets_what_the_plan_says_that_it_meets() {
        let sheets = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sheets");
        let mut meetings = 0;
        for file in std::fs::read_dir(sheets).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_none_or(|end| end != "rules") {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let mut sources = Sources::new();
            let options = CheckOptions::default();
            let checked = check(&mut sources, &Bundled, "sheet.rules", &text, &options);
            let protocol = checked.protocol.unwrap();
            let patient = patient(&protocol);
            let case = Case::new(&protocol, &patient);
            let plan = case.plan().unwrap();
            let rules: Vec<&Rule> = protocol.rules.iter().collect();
            let met = case.met(&rules).unwrap();
            for (met, rule) in met.iter().zip(&rules) {
                meetings += met.holds_back.len() + met.held_back_by.len();
                agrees(met, rule, &plan.directives);
            }
        }
        assert!(meetings > 50, "{meetings} meetings say little");
    }
}
