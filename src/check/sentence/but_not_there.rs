//! `allow washing face but not eyebrows`: where it is not allowed is forbidden in a sentence of its own.

use crate::check::checker::Checker;
use crate::check::names::Role;
use crate::check::wording::list;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::tree::{Kind, ListWord, Name, Things};
use crate::vocabulary::Named;

impl Checker<'_> {
    /// Refuses places behind `but not`, and offers the two sentences; whether they are places.
    pub(super) fn but_not_there(&mut self, things: &Things, but: &Things, sentence: Span) -> bool {
        let named = but.things.iter().map(|thing| &thing.node.name);
        let places: Vec<&str> = named.map(|name| name.text.as_str()).collect();
        let (Some(first), Some(last)) = (but.things.first(), but.things.last()) else {
            return false;
        };
        if self.quiet || !places.iter().all(|place| self.is_place(place)) {
            return false;
        }
        let word = if but.word == ListWord::And {
            "and"
        } else {
            "or"
        };
        let deeds: Vec<(String, String)> = things
            .things
            .iter()
            .map(|thing| self.deed_and_place(&thing.node.name))
            .collect();
        let whole: Vec<String> = deeds
            .iter()
            .map(|(deed, on)| format!("{deed}{on}"))
            .collect();
        let deeds: Vec<String> = deeds.into_iter().map(|(deed, _)| deed).collect();
        let allowed = format!("allow {}", list(&whole, "and"));
        let avoided = format!("avoid {} on {}", list(&deeds, "and"), list(&places, word));
        let diagnostic = Diagnostic::new(
            Code::TwoSentences,
            first.span.to(last.span),
            match places.as_slice() {
                [place] => format!("`but not` takes things, and `{place}` is a place"),
                _ => format!(
                    "`but not` takes things, and `{}` are places",
                    list(&places, word)
                ),
            },
            "a place",
        );
        // With a time or a place of its own, that stands in both.
        let before = self.one_line(sentence.at_start().to(first.span.at_start()));
        let behind = self.one_line(last.span.at_end().to(sentence.at_end()));
        let things_end = things.things.last().map_or(first.span, |thing| thing.span);
        let between = self.one_line(things_end.at_end().to(first.span.at_start()));
        let alone = behind.trim().is_empty() && between.trim() == "but not";
        self.report(if alone && before.starts_with("allow ") {
            diagnostic
                .with_help(format!("write two sentences: `{allowed}` and `{avoided}`"))
                .with_fix(sentence, format!("{allowed}\n{avoided}"))
        } else {
            diagnostic.with_help(format!(
                "end the sentence before `but not`, and write `{avoided}`, with its time, on a line of its own"
            ))
        });
        true
    }

    /// A deed, and ` on ` with where it is done: of `washing face`.
    fn deed_and_place(&self, name: &Name) -> (String, String) {
        let unread = self.read(&name.text).is_none();
        let said = unread
            .then(|| self.deed_said(name, Role::Restrict("allow")))
            .flatten()
            .unwrap_or_else(|| name.text.clone());
        match said.split_once(" on ") {
            Some((deed, place)) => (deed.to_owned(), format!(" on {place}")),
            None => (said, String::new()),
        }
    }

    pub(super) fn is_place(&self, text: &str) -> bool {
        match self.read(text).map(|reading| reading.named) {
            Some(Named::Thing(id)) => self.vocabulary.thing(id).kind == Kind::Place,
            _ => false,
        }
    }
}
