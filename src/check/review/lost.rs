//! Sentences that look as if they had lost a word and still read.

use crate::check::checker::Checker;
use crate::check::protocol::{Head, Rule, ThingRef};
use crate::check::window::Window;
use crate::diagnostic::{Code, Diagnostic};

/// What the sentences of one head usually say, and how a message calls it.
struct Habit {
    of: fn(&Head) -> bool,
    has: fn(&Rule) -> bool,
    lacks: &'static str,
    help: &'static str,
}

/// How many others must say it before it counts as the file's habit.
const OTHERS: usize = 2;

const HABITS: &[Habit] = &[
    Habit {
        of: |head| matches!(head, Head::Report { .. }),
        has: |rule| {
            matches!(
                rule.head,
                Head::Report {
                    within: Some(_),
                    ..
                }
            )
        },
        lacks: "how soon to call",
        help: "say it: `immediately`, `within 24 hours`",
    },
    Habit {
        of: |head| matches!(head, Head::Expect { .. }),
        has: |rule| rule.window != Window::Unsaid,
        lacks: "until when",
        help: "say it: `for up to 3 days`, `on days 3..7`",
    },
];

impl Checker<'_> {
    /// Warns of a sentence that lacks what every other one of its head says.
    pub(crate) fn unlike_others(&mut self, rules: &[Rule]) {
        for habit in HABITS {
            let of_head = rules.iter().filter(|rule| (habit.of)(&rule.head));
            let (with, without): (Vec<&Rule>, Vec<&Rule>) =
                of_head.partition(|rule| (habit.has)(rule));
            let ([odd], [first, ..]) = (without.as_slice(), with.as_slice()) else {
                continue;
            };
            if with.len() < OTHERS {
                continue;
            }
            self.report(
                Diagnostic::new(
                    Code::UnlikeOthers,
                    odd.span,
                    format!(
                        "this sentence does not say {}, and the {} others like it do",
                        habit.lacks,
                        with.len()
                    ),
                    "has a word been lost?",
                )
                .with_label(first.span, "one of the others")
                .with_help(habit.help),
            );
        }
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
            } else if rest().all(|below| self.covers(first, below)) {
                self.covered(first, second);
            }
        }
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
            self.report(
                Diagnostic::new(
                    Code::AlreadyCovered,
                    below.span,
                    format!("`{name}` stands twice in this list"),
                    "again",
                )
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
