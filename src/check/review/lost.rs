//! Sentences that look as if they had lost a word and still read.

use crate::check::checker::Checker;
use crate::check::protocol::{Head, Rule, ThingRef};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Source;
use crate::span::Span;
use crate::vocabulary::fold;

/// How many others must say it before it counts as the file's habit.
const OTHERS: usize = 2;

impl Checker<'_> {
    /// Warns of a report that does not say how soon to call where every other one does. What is expected
    /// is often said without a time beside what has one, so that no habit can be seen there.
    pub(crate) fn unlike_others(&mut self, rules: &[Rule]) {
        let reports = rules.iter().filter_map(|rule| match &rule.head {
            Head::Report { within, .. } => Some((rule, within.is_some())),
            _ => None,
        });
        let (with, without): (Vec<_>, Vec<_>) = reports.partition(|(_, soon)| *soon);
        let ([(odd, _)], [(first, _), ..]) = (without.as_slice(), with.as_slice()) else {
            return;
        };
        if with.len() < OTHERS {
            return;
        }
        self.report(
            Diagnostic::new(
                Code::UnlikeOthers,
                odd.span,
                format!(
                    "this sentence does not say how soon to call, and the {} others like it do",
                    with.len()
                ),
                "has a word been lost?",
            )
            .with_label(first.span, "one of the others")
            .with_help("say it: `immediately`, `within 24 hours`"),
        );
    }

    /// Warns of a list whose first thing covers all the others, and of a thing that stands twice.
    pub(crate) fn already_covered(&mut self, rules: &[Rule]) {
        for rule in rules {
            if let Head::Duty { choice: true, .. } = rule.head {
                continue;
            }
            let things: Vec<&ThingRef> = rule.head.things().collect();
            let Some((first, [second, others @ ..])) = things.split_first() else {
                continue;
            };
            let rest = || std::iter::once(second).chain(others);
            let twice = rest().zip(1..).find_map(|(thing, at)| {
                let earlier = things.iter().take(at).find(|earlier| *earlier == thing)?;
                Some((*earlier, *thing))
            });
            if let Some((earlier, again)) = twice {
                self.covered(earlier, again);
            } else if rest().all(|below| self.covers(first, below))
                && !(others.is_empty() && self.joined_by_word(first.span, second.span))
            {
                self.covered(first, second);
            }
        }
    }

    /// Whether `and` or `or` stands between two things: `bacitracin or Neosporin` has lost no `including`.
    fn joined_by_word(&self, one: Span, other: Span) -> bool {
        let text = self.sources.get(one.source).map(Source::text);
        let between = text.and_then(|text| text.get(one.end as usize..other.start as usize));
        between.is_some_and(|between| ["and", "or"].contains(&between.trim()))
    }

    fn covers(&self, above: &ThingRef, below: &ThingRef) -> bool {
        above.attributes.is_empty()
            && above.qualifiers.is_empty()
            && self.vocabulary.is_under(below.thing, above.thing)
    }

    fn covered(&mut self, above: &ThingRef, below: &ThingRef) {
        let class = self.vocabulary.name(above.thing).to_owned();
        let name = self.one_line(below.span);
        if above == below {
            let first = self.one_line(above.span);
            let message = if fold(&first) == fold(&name) {
                format!("`{name}` stands twice in this list")
            } else {
                format!("`{first}` and `{name}` are two names of one thing")
            };
            self.report(
                Diagnostic::new(Code::AlreadyCovered, below.span, message, "again")
                    .with_label(above.span, "first here")
                    .with_help("leave one of the two out"),
            );
            return;
        }
        self.report(
            Diagnostic::new(
                Code::AlreadyCovered,
                below.span,
                format!("`{name}` lies under `{class}`, which this list names, too"),
                "covered already",
            )
            .with_label(above.span, "covers it")
            .with_help(format!(
                "leave `{name}` out, or give examples after `, including`"
            )),
        );
    }
}
