//! Two protocols held against each other by what they come to, for every patient and every day.
//!
//! Reformatted, reordered or newly labelled sentences are unchanged: what is compared is answers, duties and warnings.
//! Names tell what is the same: a thing, a fact or a value with another name is another one, and a class that gains or
//! loses a member answers otherwise about that member.
//!
//! *Looser* is what leaves somebody with less: a ban, a limit or a duty that is gone, later, shorter, advised only or
//! for fewer patients; a warning sign that is not to be reported; a note, a caution or a question that is gone; a
//! sentence that allows what nothing was said of before, since silence is never *allowed*; the earliest next session
//! sooner. *Stricter* is the same from the other side. *Different* is what cannot be ranked: other words, how often,
//! how much, with what; what is expected; another number of sessions. What a duty or a limit permits counts with it,
//! and what a ban gives back at its end counts with the ban.
//!
//! Headers are not compared, but for how long aftercare lasts; nor are sources, reasons and sections. What counts from
//! other sessions moves with them, which the `sessions` sentence tells.

mod confirm;
mod model;
mod named;
mod patients;

pub use crate::eval::every::CONFIRMED;
pub use model::{Change, DIFF_FORMAT, Days, Diff, DiffExample, OldOrNew, Unchanged, Undecided};
pub use patients::{Affected, Met, MetDays};

use std::collections::BTreeSet;

use super::Looks;
use crate::check::Protocol;
use crate::eval::every::{Asking, Difference, Differing, Outcome, differ};
use crate::plan::RuleRef;
use confirm::example;

/// What two protocols come to differently.
///
/// Each example is a patient and a day of which both protocols have been asked again by the interpreter, which
/// confirmed it; past [`CONFIRMED`] there is none. What is not confirmed, what is not decided and what lies past
/// [`LIMIT`](super::LIMIT) is in [`Diff::undecided`]: it is never among what is unchanged.
///
/// ```
/// use aftercare_dsl::analysis::{Turn, diff};
/// use aftercare_dsl::check::{Bundled, CheckOptions, check};
/// use aftercare_dsl::source::Sources;
///
/// let mut sources = Sources::new();
/// let mut checked = |name: &str, rules: &str| {
///     let options = CheckOptions::default();
///     let checked = check(&mut sources, &Bundled, name, rules, &options);
///     checked.protocol.expect("no errors; `checked.diagnostics` holds them")
/// };
/// let old = checked("old.rules", "import skin-care\navoid retinoids for 7 days\nallow makeup from day 2\n");
/// let new = checked("new.rules", "import skin-care\nallow makeup from day 2\navoid retinoids for 5 days\n");
/// let found = diff(&old, &new);
/// assert_eq!(found.changes.len(), 1);
/// let change = &found.changes[0];
/// assert_eq!((change.turn, change.things.as_slice()), (Turn::Looser, &["retinoids".to_owned()][..]));
/// let example = change.example.as_ref().expect("the interpreter confirms it");
/// assert_eq!((example.patient.as_str(), example.day), ("any patient", 5));
/// assert_eq!((example.old.as_str(), example.new.as_str()), ("avoid", "allowed"));
/// ```
#[must_use]
pub fn diff(old: &Protocol, new: &Protocol) -> Diff {
    Comparison::of(old, new).diff
}

/// Two protocols, compared: see [`diff()`]; and then asked which patients meet what differs.
pub struct Comparison<'p> {
    differing: Differing,
    /// What differs, in the order of [`Diff::changes`].
    confirmed: Vec<Difference>,
    asking: Asking<'p>,
    diff: Diff,
}

impl<'p> Comparison<'p> {
    /// Compares two protocols.
    #[must_use]
    pub fn of(old: &'p Protocol, new: &'p Protocol) -> Self {
        let mut differing = differ(old, new, &mut Looks::default());
        let asking = Asking::new(old, new);
        let mut undecided = undecided(old, new, &differing);
        let mut touched: (BTreeSet<usize>, BTreeSet<usize>) = differing.undecided.clone();
        let (mut changes, mut confirmed) = (Vec::new(), Vec::new());
        for one in std::mem::take(&mut differing.found) {
            touched.0.extend(&one.old);
            touched.1.extend(&one.new);
            let example = match example(&asking, &differing, &one) {
                Outcome::Confirmed(example) => Some(example),
                Outcome::Skipped => None,
                Outcome::Denied => {
                    undecided.push(Undecided {
                        old: references(old, &one.old),
                        new: references(new, &one.new),
                        why: "no example could be made of which both plans can be asked".to_owned(),
                    });
                    continue;
                }
            };
            changes.push(change((old, new), &differing, &one, example));
            confirmed.push(one);
        }
        if differing.unfinished {
            undecided.push(Undecided {
                old: Vec::new(),
                new: Vec::new(),
                why: "so much differs, or hangs on so much, that not all was looked at".to_owned(),
            });
        }
        let unchanged = unchanged(old, &touched.0, &changes, &undecided);
        let diff = Diff {
            format: DIFF_FORMAT,
            old: OldOrNew::of(old),
            new: OldOrNew::of(new),
            changes,
            undecided,
            unchanged,
            patients: Vec::new(),
        };
        Self {
            differing,
            confirmed,
            asking,
            diff,
        }
    }

    /// What differs.
    #[must_use]
    pub fn diff(&self) -> &Diff {
        &self.diff
    }

    /// What differs, and which patients meet it.
    #[must_use]
    pub fn with(self, patients: Vec<Affected>) -> Diff {
        Diff {
            patients,
            ..self.diff
        }
    }
}

fn change(
    (old, new): (&Protocol, &Protocol),
    differing: &Differing,
    one: &Difference,
    example: Option<DiffExample>,
) -> Change {
    Change {
        turn: one.turn,
        about: named::about(one, old, new),
        things: named::things(differing, (old, new), one),
        moves: one.moves,
        held_back: one.held_back,
        old: references(old, &one.old),
        new: references(new, &one.new),
        days: one.days.iter().map(|days| Days::of(*days)).collect(),
        example,
    }
}

fn references(protocol: &Protocol, rules: &[usize]) -> Vec<RuleRef> {
    let rules = rules.iter().filter_map(|at| protocol.rules.get(*at));
    rules.map(crate::check::Rule::reference).collect()
}

/// What is not decided before any example is asked for.
fn undecided(old: &Protocol, new: &Protocol, differing: &Differing) -> Vec<Undecided> {
    let mut all = Vec::new();
    let of = |rules: &BTreeSet<usize>| rules.iter().copied().collect::<Vec<usize>>();
    let (was, now) = (of(&differing.undecided.0), of(&differing.undecided.1));
    if !was.is_empty() || !now.is_empty() {
        all.push(Undecided {
            old: references(old, &was),
            new: references(new, &now),
            why: "what these hang on cannot be compared for every patient".to_owned(),
        });
    }
    all.extend(differing.apart.iter().map(|fact| Undecided {
        old: Vec::new(),
        new: Vec::new(),
        why: format!("the fact `{fact}` has values of another kind in each"),
    }));
    all.extend(differing.otherwise.iter().map(|class| Undecided {
        old: Vec::new(),
        new: Vec::new(),
        why: format!("`{class}`, which sentences name, has others below it in each"),
    }));
    all
}

/// What is the same in both: the old sentences and the things named by them that nothing above is about.
fn unchanged(
    old: &Protocol,
    touched: &BTreeSet<usize>,
    changes: &[Change],
    undecided: &[Undecided],
) -> Unchanged {
    let same = (0..old.rules.len()).filter(|at| !touched.contains(at));
    let mut things = BTreeSet::new();
    for rule in same.clone().filter_map(|at| old.rules.get(at)) {
        let named = rule.head.things().map(|item| item.thing);
        things.extend(named.map(|thing| old.vocabulary.name(thing).to_owned()));
    }
    for change in changes {
        change.things.iter().for_each(|thing| {
            things.remove(thing);
        });
    }
    Unchanged {
        sentences: same.count(),
        things: things.into_iter().collect(),
        all: changes.is_empty() && undecided.is_empty(),
    }
}
