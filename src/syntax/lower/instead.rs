//! `apply ointment unless X instead use petroleum jelly`: what the patients get for whom the exception holds. `instead`
//! says what stands in the place of what is left, for those who leave it: behind what is done it would be printed to
//! everybody but them.

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::lower::parts::{Kind, Part, Placed};
use crate::syntax::tree::{Clause, Head};

/// What is kept of the first sentence, in the order of a sentence.
const KEPT: &[Kind] = &[
    Kind::Place,
    Kind::Manner,
    Kind::Using,
    Kind::Quantity,
    Kind::Frequency,
    Kind::Window,
    Kind::While,
    Kind::ExceptWhile,
    Kind::By,
];

/// What is the dose of what is taken: that of another medicine is another one.
const OF_A_DOSE: &[Kind] = &[Kind::Quantity, Kind::Frequency];

impl Lower<'_> {
    /// Refuses the `instead` of what is done or allowed but for some patients, and takes it away; whether it did.
    pub(super) fn instead_for_others(
        &mut self,
        head: &Head,
        whole: Span,
        placed: &mut Vec<Placed>,
    ) -> bool {
        let is_done = !matches!(head, Head::Avoid { .. } | Head::Limit { .. });
        let at = |kind| placed.iter().position(|clause| clause.kind == kind);
        let (true, Some(instead)) = (is_done, at(Kind::Instead)) else {
            return false;
        };
        // `instead use Y if X`: the condition of the second one, and the exception of the first.
        let behind = at(Kind::If).filter(|found| *found > instead);
        let Some(asked) = at(Kind::Unless).or(behind) else {
            return false;
        };
        let (Some(deed), Some(exception)) = (placed.get(instead), placed.get(asked)) else {
            return false;
        };
        let (deed, exception) = (deed.span, exception.span);
        let who = self.quote(exception);
        let who = ["unless ", "if "]
            .iter()
            .find_map(|word| who.strip_prefix(word))
            .unwrap_or(&who)
            .to_owned();
        let asked_first = placed
            .iter()
            .take(instead)
            .find(|clause| clause.kind == Kind::If);
        let second = self.what_others_do(placed, deed, asked_first.map(|clause| clause.span), &who);
        let dose = dose_of_second(&self.quote(deed), placed);
        let indent = self.indentation(whole);
        let at_end = Span {
            start: whole.end,
            ..whole
        };
        let gone = |span| Edit {
            span,
            text: String::new(),
        };
        let mut edits = vec![gone(self.with_blank_before(deed))];
        if behind.is_some() {
            edits.push(gone(self.with_blank_before(exception)));
            edits.push(Edit {
                span: self.with_blank_before(deed).at_start(),
                text: format!(" unless {who}"),
            });
        }
        edits.push(Edit {
            span: at_end,
            text: format!("\n{indent}{second}"),
        });
        let diagnostic = Diagnostic::new(
            Code::ClauseOrder,
            deed,
            format!("`{}` is for those of whom `{who}` is so", self.quote(deed)),
            "it would be printed to the others",
        )
        .with_label(exception, "who does not do the first")
        .with_help(format!(
            "let the first sentence end with `unless {who}`, and write the second on a line of its own: `{second}`{dose}"
        ));
        let diagnostic = self.fix_if_reads(diagnostic, whole, edits);
        self.refuse(diagnostic);
        placed.retain(|clause| clause.span != deed);
        true
    }

    /// `use petroleum jelly on lips daily for 5 days if allergic`: as the first one is done, so is the second, unless it
    /// says itself how.
    fn what_others_do(
        &self,
        placed: &[Placed],
        deed: Span,
        asked_first: Option<Span>,
        who: &str,
    ) -> String {
        let raw = self.quote(deed);
        let mut second = raw.strip_prefix("instead ").unwrap_or(&raw).to_owned();
        let own = placed.iter().find(|clause| clause.span == deed);
        let own = own.map(said_of_it).unwrap_or_default();
        let before = |clause: &&Placed| clause.span.start < deed.start;
        let is_dose = |kind: &Kind| second_is_taken(&raw) && OF_A_DOSE.contains(kind);
        let kept = KEPT
            .iter()
            .filter(|kind| !own.contains(kind) && !is_dose(kind));
        for kind in kept {
            let clauses = placed.iter().filter(|clause| clause.kind == *kind);
            for clause in clauses.filter(before) {
                second = format!("{second} {}", self.quote(clause.span));
            }
        }
        match asked_first {
            Some(first) => {
                let first = self.quote(first);
                let first = first.strip_prefix("if ").unwrap_or(&first);
                format!("{second} if ({first}) and ({who})")
            }
            None => format!("{second} if {who}"),
        }
    }
}

/// What to say of a dose that is left out of the second sentence.
fn dose_of_second(raw: &str, placed: &[Placed]) -> &'static str {
    let has_dose = placed.iter().any(|clause| OF_A_DOSE.contains(&clause.kind));
    if second_is_taken(raw) && has_dose {
        ", with a dose of its own"
    } else {
        ""
    }
}

/// Whether what others do is to take something.
fn second_is_taken(raw: &str) -> bool {
    let deed = raw.strip_prefix("instead ").unwrap_or(raw);
    deed.starts_with("take ")
}

/// What the deed behind an `instead` says of itself.
fn said_of_it(instead: &Placed) -> Vec<Kind> {
    let Some(Part::Clause(Clause::Instead { own, .. })) = &instead.part else {
        return Vec::new();
    };
    let kinds = own.iter().filter_map(|clause| match &clause.node {
        Clause::Places(_) => Some(Kind::Place),
        Clause::Manner(_) => Some(Kind::Manner),
        Clause::Using(_) => Some(Kind::Using),
        Clause::Quantity(_) => Some(Kind::Quantity),
        Clause::Frequency(_) => Some(Kind::Frequency),
        Clause::By(_) => Some(Kind::By),
        _ => None,
    });
    kinds.collect()
}
