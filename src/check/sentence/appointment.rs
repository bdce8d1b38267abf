//! `come back in 3 weeks`, `stitches out on day 7`: an appointment, which is a `visit`.

use crate::check::checker::Checker;
use crate::check::{protocol, wording};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::syntax::tree::{Head, Kind, Point, Sentence, TimeUnit};

/// How sheets begin what is an appointment.
const APPOINTMENTS: &[&str] = &[
    "book ",
    "check-up",
    "check up",
    "come back",
    "come in",
    "follow up",
    "follow-up",
    "return for ",
    "return in",
    "return to clinic",
    "return to the clinic",
    "return to us",
    "review in",
    "see us",
    "stitches out",
    "suture removal",
    "sutures out",
    "your check-up",
    "your follow up",
    "your follow-up",
    "your next appointment",
    "your next visit",
    "your review",
];

/// What stands around the title of one that is told of.
const TOLD: &[&str] = &[" will be", " is due", " is", " should be"];

impl Checker<'_> {
    /// `visit "check-up" 6 weeks after treatment`
    pub(super) fn visit(
        &mut self,
        title: &Spanned<String>,
        (about, at_least): (bool, bool),
        point: &Spanned<Point>,
    ) -> Option<protocol::Head> {
        if self.visit_around_a_procedure(point) {
            return None;
        }
        let checked = self.point(point)?;
        if self.never_comes(&checked, point.span) {
            return None;
        }
        Some(protocol::Head::Visit {
            title: title.node.clone(),
            about,
            at_least,
            point: checked,
            point_text: wording::about_point(about, at_least, &point.node),
        })
    }

    /// Reports a sentence that is an appointment in the words of sheets; whether it is.
    pub(super) fn appointment(&mut self, sentence: &Sentence, span: Span) -> bool {
        let Head::Action(name) = &sentence.head.node else {
            return false;
        };
        // `return` alone is no appointment, and `return to clinic` is.
        let follows = self.follows(name).unwrap_or_default();
        let lower = format!("{}{follows}", name.text).to_lowercase();
        let is_one = APPOINTMENTS.iter().any(|words| lower.starts_with(words));
        let declared = self.vocabulary.find_thing(&name.text);
        let done = declared.is_some_and(|id| self.vocabulary.thing(id).kind == Kind::Action);
        if !is_one || name.quoted || self.quiet || done {
            return false;
        }
        let title = ["in", "on", "at", "after"]
            .iter()
            .find_map(|word| name.text.strip_suffix(word)?.strip_suffix(' '))
            .unwrap_or(&name.text);
        let title = TOLD
            .iter()
            .find_map(|word| title.strip_suffix(word))
            .unwrap_or(title);
        let title = title.strip_prefix("your ").unwrap_or(title);
        let point = self
            .point_in(span)
            .unwrap_or_else(|| "2 weeks after treatment".to_owned());
        // For whom it is is no part of when.
        let whole = self.one_line(span);
        let asked = [" if ", " unless "]
            .iter()
            .filter_map(|word| whole.find(word))
            .min();
        let asked = asked.and_then(|at| whole.get(at..)).unwrap_or_default();
        self.report(
            Diagnostic::new(
                Code::UnknownHead,
                name.span,
                format!("`{}` is an appointment", name.text),
                "no verb, and no declared action",
            )
            .with_help(format!(
                "an appointment has a title and a point in time, as in `visit \"{title}\" {point}{asked}`"
            )),
        );
        true
    }

    /// The time that a sentence names, as a visit takes it.
    fn point_in(&self, span: Span) -> Option<String> {
        let text = self.one_line(span);
        let words: Vec<&str> = text.split([' ', ',']).collect();
        let word = |at: usize| words.get(at).copied().unwrap_or_default();
        let counts = |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit());
        (0..words.len()).find_map(|at| {
            let days = ["day", "days"].contains(&word(at)) && counts(word(at + 1));
            let from = if days { at + 1 } else { at };
            let ranges = counts(word(from)) && word(from + 1) == "to" && counts(word(from + 2));
            let number = if ranges {
                format!("{}..{}", word(from), word(from + 2))
            } else {
                word(from).to_owned()
            };
            if days {
                let unit = if number == "1" { "day" } else { "days" };
                return Some(format!("{number} {unit} after treatment"));
            }
            let unit = word(if ranges { from + 3 } else { from + 1 });
            let is_time = counts(word(from)) && TimeUnit::from_word(unit).is_some();
            is_time.then(|| format!("{number} {unit} after treatment"))
        })
    }

    /// What else is wrong in a sentence that is another one altogether is that mistake, too.
    pub(super) fn forget_beside(&mut self, sentence: &Sentence, span: Span) {
        let head = sentence.head.span;
        self.diagnostics.retain(|one| {
            let inside = one
                .span()
                .is_some_and(|at| span.contains(at) && !head.contains(at));
            !inside
        });
    }
}
