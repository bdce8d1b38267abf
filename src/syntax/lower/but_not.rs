//! `but not THINGS` behind the other clauses: what stays forbidden while the rest is allowed.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::lower::parts::{Kind, Placed};
use crate::syntax::tree::Head;

/// What a sentence without `allow` does with what stands behind `but not`.
enum Meant {
    /// `avoid makeup but not lipstick` is `avoid makeup except lipstick`.
    Except,
    /// `use makeup but not lipstick`: `except` would lose the ban that is meant.
    Ban,
    /// `wash face but not brows`: the same of a deed at a place, and what the deed is called.
    BanOn(&'static str),
}

impl Lower<'_> {
    /// Refuses `but not` with another head than `allow`, and a second one.
    pub(super) fn check_but_not(&mut self, head: &Head, placed: &mut Vec<Placed>) {
        let meant = match head {
            Head::Allow { but_not: None, .. } => return,
            Head::Allow { .. } => {
                self.each_but_not(placed, Self::second_but_not);
                return;
            }
            Head::Avoid { .. } | Head::Expect(_) | Head::Report { .. } => Meant::Except,
            Head::Duty { verb, .. } => deed_of(verb.node.word()).map_or(Meant::Ban, Meant::BanOn),
            _ => Meant::Ban,
        };
        self.each_but_not(placed, |lower, span| lower.but_not_here(span, &meant));
    }

    fn each_but_not(&mut self, placed: &mut Vec<Placed>, mut refuse: impl FnMut(&mut Self, Span)) {
        placed.retain(|clause| {
            let is_it = clause.kind == Kind::ButNot;
            if is_it {
                refuse(self, clause.span);
            }
            !is_it
        });
    }

    fn second_but_not(&mut self, span: Span) {
        self.refuse(
            Diagnostic::new(
                Code::ClauseTwice,
                span,
                "a `but not` is given twice",
                "the second one",
            )
            .with_help("name all that stays forbidden behind one `but not`"),
        );
    }

    fn but_not_here(&mut self, span: Span, meant: &Meant) {
        let words = self.place(span.start as usize, span.start as usize + "but not".len());
        let things = self.place(words.end as usize, span.end as usize);
        let named = self.quote(things);
        let named = named.trim();
        let refused = |label: &str| {
            Diagnostic::new(
                Code::ClauseShape,
                words,
                "`but not` goes with `allow` alone",
                label,
            )
        };
        self.refuse(match meant {
            Meant::Except => refused("what is left out of another sentence follows `except`")
                .with_help(format!("write `except {named}`"))
                .with_fix(words, "except"),
            // What is washed is a place: the deed is what is off there.
            Meant::BanOn(deed) => refused("this sentence forbids nothing").with_help(format!(
                "leave it out, and write `avoid {deed} on {named}` with its time on a line of its own"
            )),
            Meant::Ban => refused("this sentence forbids nothing").with_help(format!(
                "leave it out, and write `avoid {named}` with its time on a line of its own"
            )),
        });
    }
}

/// What the vocabulary calls the deed of a verb that is said of places.
fn deed_of(verb: &str) -> Option<&'static str> {
    match verb {
        "clean" | "cleanse" | "rinse" | "wash" => Some("washing"),
        "massage" => Some("massaging"),
        _ => None,
    }
}
