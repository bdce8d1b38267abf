//! `report bleeding for 20 minutes` would hold for the first minutes after the treatment alone: meant is how
//! long the sign lasts.

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::syntax::lower::Lower;
use crate::syntax::lower::duration::written;
use crate::syntax::lower::parts::{Part, Placed};
use crate::syntax::tree::{Clause, Duration, Extent, Head, QuantityKind, TimeUnit, WindowKind};

impl Lower<'_> {
    /// Refuses minutes behind a warning sign, wherever they stand.
    pub(super) fn check_lasting(&mut self, head: &Head, placed: &mut Vec<Placed>) {
        if !matches!(head, Head::Report { .. }) {
            return;
        }
        let is_late = |clause: &Placed| !clause.lead && in_minutes(clause).is_some();
        while let Some(at) = placed.iter().position(is_late) {
            let clause = placed.remove(at);
            let before = placed.iter().take(at).find(|clause| !clause.lead);
            self.minutes_of_a_sign(&clause, before);
        }
    }

    /// `first` is the clause that stands right behind the sign, where that is another.
    fn minutes_of_a_sign(&mut self, clause: &Placed, first: Option<&Placed>) {
        let raw = self.quote(clause.span);
        let lengths = in_minutes(clause).unwrap_or_default();
        let words: Vec<String> = lengths
            .iter()
            .map(|length| format!("lasting {}", written(*length)))
            .collect();
        let help = match words.as_slice() {
            [] => "a sign that goes on is written as in `bleeding lasting 20 minutes`".to_owned(),
            words => format!("for how long it goes on write `{}`", words.join("` or `")),
        };
        let diagnostic = Diagnostic::new(
            Code::ClauseUnfit,
            clause.span,
            format!("`{raw}` does not go with this sentence"),
            "a warning sign counts for longer than minutes",
        );
        let fixes = words.into_iter().map(|words| match first {
            None => vec![Edit {
                span: clause.span,
                text: words,
            }],
            Some(first) => vec![
                Edit {
                    span: self.with_blank_before(first.span).at_start(),
                    text: format!(" {words}"),
                },
                Edit {
                    span: self.with_blank_before(clause.span),
                    text: String::new(),
                },
            ],
        });
        let fixes: Vec<Vec<Edit>> = fixes.collect();
        let diagnostic = diagnostic.with_help(help);
        self.refuse(fixes.into_iter().fold(diagnostic, Diagnostic::with_edits));
    }
}

/// The lengths that a clause in minutes may mean, with `for` or without; none of `up to 20 minutes`, which is
/// no sign's.
fn in_minutes(clause: &Placed) -> Option<Vec<Duration>> {
    let lengths = match clause.part.as_ref()? {
        Part::Clause(Clause::Window(window)) => match &window.kind {
            WindowKind::For(Extent::Range(range)) => {
                let high = range.high.map(|high| high.node);
                std::iter::once(range.low.node).chain(high).collect()
            }
            WindowKind::For(Extent::AtLeast { minimum, .. }) => vec![minimum.node],
            WindowKind::For(Extent::UpTo(most)) if most.node.unit == TimeUnit::Minute => {
                return Some(Vec::new());
            }
            _ => return None,
        },
        Part::Clause(Clause::Quantity(quantity)) => match &quantity.kind {
            QuantityKind::Amount {
                low, high, unit, ..
            } => {
                let unit = TimeUnit::from_word(&unit.text)?;
                let ends = std::iter::once(*low).chain(*high);
                ends.map(|amount| Duration { amount, unit }).collect()
            }
            _ => return None,
        },
        _ => return None,
    };
    let is_minutes = |length: &Duration| length.unit == TimeUnit::Minute;
    lengths.first().is_some_and(is_minutes).then_some(lengths)
}
