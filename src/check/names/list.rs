//! A name in a list, where a comma may have been lost.

use super::Role;
use crate::check::checker::Checker;
use crate::check::protocol::ThingRef;
use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::span::{Span, Spanned};
use crate::syntax::tree::{ListWord, Thing, Things};
use crate::vocabulary::Named;

impl Checker<'_> {
    /// The thing at a place of a list.
    pub(crate) fn list_thing(
        &mut self,
        things: &Things,
        index: usize,
        role: Role,
    ) -> Option<ThingRef> {
        let thing = things.things.get(index)?;
        if let Some(reading) = self.read(&thing.node.name.text) {
            return self.thing_ref(thing, reading, role);
        }
        match self.lost_comma(things, index, role) {
            Some(diagnostic) => self.report(diagnostic),
            None => self.unknown_name(&thing.node.name, role),
        }
        None
    }

    /// `retinoids exfoliants`: two known names in a row.
    fn lost_comma(&self, things: &Things, index: usize, role: Role) -> Option<Diagnostic> {
        let thing = things.things.get(index)?;
        let name = &thing.node.name;
        let spans = self.word_spans(name)?;
        let words: Vec<&str> = name.text.split_whitespace().collect();
        let known = |part: &[&str]| {
            self.read_words(part)
                .is_some_and(|reading| match reading.named {
                    Named::Thing(id) => role.takes(self.vocabulary.thing(id).kind),
                    Named::Fact(_) => false,
                })
        };
        let at = (1..words.len()).find(|at| {
            words
                .split_at_checked(*at)
                .is_some_and(|(front, rest)| known(front) && known(rest))
        })?;
        let gap = spans
            .get(at.checked_sub(1)?)?
            .at_end()
            .to(spans.get(at)?.at_start());
        let (front, rest) = words.split_at_checked(at)?;
        let (front, rest) = (front.join(" "), rest.join(" "));
        Some(
            Diagnostic::new(
                Code::LostComma,
                name.span,
                format!("`{front}` and `{rest}` are two names with nothing between them"),
                "two names",
            )
            .with_help("put a comma, `and` or `or` between them")
            .with_edits(join_edits(things, index, gap)),
        )
    }
}

/// The edits that part a name at `gap` so that the list still reads well.
fn join_edits(things: &Things, index: usize, gap: Span) -> Vec<Edit> {
    let last_word = match things.word {
        ListWord::And => " and ",
        ListWord::Or => " or ",
    };
    let edit = |span, text: &str| Edit {
        span,
        text: text.to_owned(),
    };
    let is_last = index + 1 == things.things.len();
    let before: Option<&Spanned<Thing>> = index
        .checked_sub(1)
        .and_then(|before| things.things.get(before));
    match (is_last, before) {
        (false, _) => vec![edit(gap, ", ")],
        (true, None) => vec![edit(gap, last_word)],
        (true, Some(before)) => {
            let here = things.things.get(index).map_or(gap, |thing| thing.span);
            let joint = before.span.at_end().to(here.at_start());
            vec![edit(joint, ", "), edit(gap, last_word)]
        }
    }
}
