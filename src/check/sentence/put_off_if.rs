//! `defer 2 weeks if waxing`: for how long a treatment is put off, and not from when.

use crate::check::checker::Checker;
use crate::check::sentence::put_off_for::span_of;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::syntax::tree::{Atom, Clause, Condition, Extent, Kind, Name, Sentence, WindowKind};
use crate::vocabulary::Named;

impl Checker<'_> {
    /// Reports a `defer` with a length and a condition, which says for how long and not after what. Whether it is one.
    pub(super) fn puts_off_if(&mut self, sentence: &Sentence) -> bool {
        let Some((span, length)) = sentence.clauses.iter().find_map(length_said) else {
            return false;
        };
        let asked = sentence.clauses.iter().find_map(|one| match &one.node {
            Clause::If(condition) => Some((one.span, condition)),
            _ => None,
        });
        let Some((clause, asked)) = asked else {
            return false;
        };
        let length = self.one_line(length);
        let help = match self.waited_for(asked) {
            Some(WaitedFor::Done(what)) => format!("write `defer until {length} after {what}`"),
            Some(WaitedFor::Taken(what)) => {
                format!("write `defer until {length} after {what} last taken`")
            }
            Some(WaitedFor::Sign(what)) => format!(
                "write `defer if {what}` while it lasts; for {length} from when it is over declare `event {what} gone`, and \
                 write `defer until {length} after {what} gone`"
            ),
            None if self.is_unknown(asked) => {
                format!("say what it counts from, as in `defer until {length} after waxing`")
            }
            None => format!(
                "write `defer {}` while that is so; a time counts from what was done, taken or happened, as in `defer until \
                 {length} after waxing`",
                self.one_line(clause)
            ),
        };
        self.report(
            Diagnostic::new(
                Code::WindowNotHere,
                span,
                "for how long a treatment is put off counts from something",
                "after what?",
            )
            .with_help(help),
        );
        true
    }

    /// Whether a condition is one name, which nothing has.
    fn is_unknown(&self, asked: &Spanned<Condition>) -> bool {
        matches!(
            &asked.node,
            Condition::Atom(Atom::Named { name: Some(name), .. }) if self.read(&name.text).is_none()
        )
    }

    /// What a condition of one question may be waited for.
    fn waited_for(&self, asked: &Spanned<Condition>) -> Option<WaitedFor> {
        let name = match &asked.node {
            Condition::Atom(Atom::Taking(name)) => name,
            Condition::Atom(Atom::Named {
                name: Some(name),
                qualifier: None,
            }) => name,
            _ => return None,
        };
        let text = without_lately(name);
        if let Some(kind) = self.kind_read(text) {
            return Some(match kind {
                Kind::Medicine => WaitedFor::Taken(text.to_owned()),
                _ => WaitedFor::Done(text.to_owned()),
            });
        }
        match self.read(text)?.named {
            Named::Thing(id) if self.vocabulary.thing(id).kind == Kind::Symptom => {
                Some(WaitedFor::Sign(text.to_owned()))
            }
            _ => None,
        }
    }
}

/// What a treatment waits for.
enum WaitedFor {
    Done(String),
    Taken(String),
    Sign(String),
}

/// A length without a start: the clause, and the length in it.
fn length_said(clause: &Spanned<Clause>) -> Option<(Span, Span)> {
    match &clause.node {
        Clause::Quantity(_) => Some((clause.span, clause.span)),
        Clause::Window(window) => match &window.kind {
            WindowKind::For(Extent::Range(range)) => Some((clause.span, span_of(range))),
            _ => None,
        },
        _ => None,
    }
}

/// `had waxing`, `recent waxing`: what of it was lately.
fn without_lately(name: &Name) -> &str {
    const LATELY: &[&str] = &[
        "you had ",
        "you have had ",
        "had ",
        "have had ",
        "recent ",
        "took ",
    ];
    let text = name.text.as_str();
    let rest = LATELY.iter().find_map(|word| text.strip_prefix(word));
    rest.unwrap_or(text)
}
