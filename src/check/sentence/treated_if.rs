//! `no LED treatment if you take isotretinoin`: whether this patient is treated, or another treatment that is left.

use crate::check::checker::Checker;
use crate::check::names::without_article;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::tree::{AvoidWord, Clause, Head, Kind, Sentence};
use crate::vocabulary::Named;

/// How a sheet asks what somebody takes.
const TAKING: &[&str] = &[
    "you are taking ",
    "you have taken ",
    "you take ",
    "you're taking ",
    "you\u{2019}re taking ",
    "you are on ",
    "you use ",
];

impl Checker<'_> {
    /// Asks which of the two a ban on a procedure means that is for those who take a medicine; whether it did.
    pub(super) fn treated_if_taking(&mut self, sentence: &Sentence, span: Span) -> bool {
        let Head::Avoid {
            word: AvoidWord::No,
            things,
        } = &sentence.head.node
        else {
            return false;
        };
        let ([thing], [clause]) = (things.things.as_slice(), sentence.clauses.as_slice()) else {
            return false;
        };
        let Clause::If(asked) = &clause.node else {
            return false;
        };
        let name = &thing.node.name;
        let asked = self.one_line(asked.span);
        let lower = asked.to_lowercase();
        let medicine = TAKING
            .iter()
            .find_map(|start| lower.starts_with(start).then(|| asked.get(start.len()..))?)
            .map(without_article);
        let Some(medicine) = medicine.filter(|medicine| self.is_swallowed(medicine)) else {
            return false;
        };
        let known = self.read(&name.text).map(|reading| reading.named);
        let declare = match known {
            Some(Named::Thing(id)) if self.vocabulary.thing(id).kind == Kind::Procedure => {
                String::new()
            }
            None if ends_in_a_treatment(&name.text) => {
                format!("declare `procedure {}`, and ", name.text)
            }
            _ => return false,
        };
        if self.quiet || name.text.eq_ignore_ascii_case("treatment") {
            return false;
        }
        let refuse = format!("refuse if taking {medicine}");
        let avoid = format!("avoid {} if taking {medicine}", name.text);
        let diagnostic = Diagnostic::new(
            Code::UnknownHead,
            span,
            format!(
                "`{}` can mean that this patient is not treated, or that another treatment is left",
                self.one_line(span)
            ),
            "which of the two?",
        )
        .with_help(format!(
            "where this protocol is for `{}`, write `{refuse}`; where it is another treatment, {declare}write `{avoid}`",
            name.text
        ));
        let alone = sentence.lead.is_none() && sentence.label.is_none() && !sentence.should;
        let diagnostic = match alone {
            true => diagnostic.with_fix(span, refuse),
            false => diagnostic,
        };
        self.report(match alone && declare.is_empty() {
            true => diagnostic.with_fix(span, avoid),
            false => diagnostic,
        });
        true
    }

    fn is_swallowed(&self, text: &str) -> bool {
        match self.read(text).map(|reading| reading.named) {
            Some(Named::Thing(id)) => self.vocabulary.thing(id).kind == Kind::Medicine,
            _ => false,
        }
    }
}

/// Whether what is not known is something that is done to somebody.
fn ends_in_a_treatment(text: &str) -> bool {
    const DONE: &[&str] = &[
        "injection",
        "injections",
        "laser",
        "peel",
        "peels",
        "procedure",
        "session",
        "sessions",
        "therapy",
        "treatment",
        "treatments",
    ];
    let last = text.rsplit(' ').next().unwrap_or_default().to_lowercase();
    text.contains(' ') && DONE.contains(&last.as_str())
}
