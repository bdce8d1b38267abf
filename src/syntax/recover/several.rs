//! What a sentence can say once and was said of several, or at the least.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;

impl Lower<'_> {
    /// `on face and neck`, `to face and neck`: one place to a sentence.
    pub(super) fn several_places(&mut self, stop: Stop, rest: Span) -> bool {
        let Some((place, name)) = self.last_place(stop) else {
            return false;
        };
        let start = self.after_labels(stop.line);
        let to = self.first_word(place) == "to";
        if to && self.first_word(self.place(start, stop.end)) == "report" {
            return false;
        }
        let Some(others) = self.further_names(rest) else {
            return false;
        };
        let Some(end) = others.last().map(|last| last.end as usize) else {
            return false;
        };
        let before = match to {
            true => format!("{} on", self.quote(self.place(start, place.start as usize))),
            false => self.quote(self.place(start, name.start as usize)),
        };
        let after = self.quote(self.place(end, stop.line.end as usize));
        let after = match after.as_str() {
            "" => String::new(),
            more if more.starts_with([',', '.']) => more.to_owned(),
            more => format!(" {}", more.trim_start()),
        };
        let indent = self.indentation(stop.line);
        let mut text = after.clone();
        for other in &others {
            text.push_str(&format!("\n{indent}{before} {}{after}", self.quote(*other)));
        }
        let several = self.quote(self.place(place.start as usize, end));
        let diagnostic = Diagnostic::new(
            Code::ClauseShape,
            self.place(place.start as usize, end),
            format!("`{several}` names several places, and a sentence has one"),
            "more than one place",
        )
        .with_help("write a sentence for each place");
        let mut edits = vec![edit(self.place(stop.end, stop.line.end as usize), text)];
        if to {
            let word = self.place(place.start as usize, place.start as usize + "to".len());
            edits.push(edit(word, "on"));
        }
        let diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        self.refuse(diagnostic);
        true
    }

    /// The place clause that the line reads up to, and its name.
    fn last_place(&self, stop: Stop) -> Option<(Span, Span)> {
        let (sentence, _) = self.reread(Rule::sentence, stop.line)?;
        let place = sentence.into_inner().last()?;
        if !matches!(place.as_rule(), Rule::place | Rule::to_whom) {
            return None;
        }
        let offset = stop.line.start as usize;
        let at = |pair: &pest::iterators::Pair<'_, Rule>| {
            let span = pair.as_span();
            self.place(offset + span.start(), offset + span.end())
        };
        let whole = at(&place);
        let name = place.into_inner().last()?;
        Some((whole, at(&name)))
    }

    /// `, neck and chest`: the names, with a join before each.
    fn further_names(&self, rest: Span) -> Option<Vec<Span>> {
        let mut names = Vec::new();
        let mut at = rest;
        while let Some(after) = self.after_join(at) {
            let (_, end) = self.reread(Rule::name, after)?;
            names.push(self.place(after.start as usize, end));
            at = self.place(end, rest.end as usize);
        }
        (!names.is_empty()).then_some(names)
    }

    /// What follows a comma, `and` or `or`.
    fn after_join(&self, at: Span) -> Option<Span> {
        let laid = self.laid(at).trim_start();
        let bare = laid.trim_start_matches(',').trim_start();
        let name = ["and ", "or "]
            .iter()
            .find_map(|word| bare.strip_prefix(word))
            .unwrap_or(bare);
        (name.len() < laid.len()).then(|| self.tail(at, at.end as usize - name.len()))
    }

    /// Where the sentence starts behind its label.
    fn after_labels(&self, line: Span) -> usize {
        match self.reread(Rule::label, line) {
            Some((_, end)) => end,
            None => line.start as usize,
        }
    }

    /// `drink water at least 2 litres daily`: a quantity is what is to be taken, and no minimum.
    pub(super) fn least_quantity(&mut self, stop: Stop, rest: Span) -> bool {
        let laid = self.laid(rest).trim_start_matches([',', ' ']);
        let Some(amount) = laid.strip_prefix("at least ") else {
            return false;
        };
        let word = self.place(
            rest.end as usize - laid.len(),
            rest.end as usize - amount.len(),
        );
        let edits = vec![edit(word, "")];
        let amount = self.tail(rest, word.end as usize);
        if self.reread(Rule::quantity, amount).is_none() || !self.reads_with(stop.line, &edits) {
            return false;
        }
        let raw = self.excerpt(amount);
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                self.trimmed(word),
                "a quantity is what to take, and says no `at least`",
                "not before a quantity",
            )
            .with_help(format!(
                "write `{raw}`, or both ends of what is meant, such as `2..3 litres`"
            ))
            .with_edits(edits),
        );
        true
    }

    /// `until next day`, `from the following day`
    pub(super) fn next_day(&mut self, stop: Stop, rest: Span) -> bool {
        let read = self.laid(self.place(stop.line.start as usize, stop.end));
        let before = ["the next", "the following", "next", "following"];
        let Some(word) = before
            .iter()
            .find(|word| read.ends_with(&format!(" {word}")))
        else {
            return false;
        };
        if self.first_word(rest) != "day" {
            return false;
        }
        let span = self.place(stop.end - word.len(), rest.start as usize + "day".len());
        let raw = self.quote(span);
        let diagnostic = Diagnostic::new(
            Code::ClauseShape,
            span,
            format!("`{raw}` has no number, and the day of the treatment is day 0"),
            "which day?",
        )
        .with_help("for the day after the treatment write `day 1`");
        let edits = vec![edit(span, "day 1")];
        let diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        self.refuse(diagnostic);
        true
    }
}
