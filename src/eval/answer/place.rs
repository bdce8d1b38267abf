//! Where and while what an answer holds.

use std::collections::BTreeSet;

use super::{Verdict, Verdicts};
use crate::eval::diagram::Node;
use crate::eval::interval::Interval;
use crate::eval::lines::Lines;
use crate::eval::narrow;
use crate::eval::scene::Scene;
use crate::plan::{Answer, AnswerBy, State};

impl Verdicts {
    /// Where and while what an answer holds, where every line behind it is about a place or a situation,
    /// and the answer elsewhere: allowed where a sentence that they do not reach allows it.
    pub fn narrowed(
        &self,
        scene: &Scene<'_>,
        lines: &Lines<'_>,
        asked: Interval,
        verdict: &Verdict,
    ) -> (Vec<String>, Option<Answer>) {
        let vocabulary = &scene.protocol.vocabulary;
        let details = |index: &usize| lines.get(*index).map(|line| &*line.said.rule.details);
        let behind: Vec<_> = verdict.lines.iter().filter_map(details).collect();
        let restricts = matches!(verdict.answer, Answer::Avoid | Answer::BetterNot);
        let by_sentence = verdict.by == Some(AnswerBy::Sentence);
        let behind_it = verdict.lines.iter().filter_map(|index| lines.get(*index));
        let words: Option<BTreeSet<String>> = behind_it.clone().map(narrow::of_line).collect();
        let Some(words) = words.filter(|words| !words.is_empty() && (restricts || by_sentence))
        else {
            return (Vec::new(), None);
        };
        let permissions = self.permissions.iter();
        let in_force = permissions
            .filter(|one| one.interval.meets(asked) && one.node == Node::TRUE && !one.conditional);
        let elsewhere = in_force
            .filter_map(|one| details(&one.line))
            .any(|permitted| !narrow::reach(vocabulary, behind.iter().copied(), permitted));
        let narrow = behind_it.clone().all(|line| {
            narrow::is_narrow(vocabulary, &line.said.rule.details)
                || narrow::how_much(line).is_some()
        });
        let only: Vec<String> = words.into_iter().collect();
        match (restricts, narrow, elsewhere) {
            (true, _, true) => (only, Some(Answer::Allowed)),
            (_, true, _) => (only, Some(Answer::NotCovered)),
            _ => (Vec::new(), None),
        }
    }

    /// Where and while what alone it is restricted in a run of restriction, firm or advised; empty where that is
    /// everywhere and always.
    pub fn off_only(&self, scene: &mut Scene<'_>, lines: &Lines<'_>, run: Interval) -> Vec<String> {
        let (hangs_on, behind) = self.restricted(scene, run, None);
        let verdict = Verdict {
            answer: Answer::Avoid,
            by: None,
            state: State::Settled,
            lines: behind,
            hangs_on,
        };
        self.narrowed(scene, lines, run, &verdict).0
    }
}
