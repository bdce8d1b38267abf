//! Lines that start with a clause: they lost their sentence, or the comma of a lead.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Before;
use crate::syntax::lower::Lower;
use crate::syntax::recover::near::is_start;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;

/// Words that say where somebody is.
const AROUND: &[&str] = &["indoors", "outdoors", "outside"];

impl Lower<'_> {
    /// Explains a line that starts with clauses; whether it does.
    pub(super) fn clause_first(&mut self, line: Span, before: &Before) -> bool {
        let Some((_, end)) = self.reread(Rule::clauses, line) else {
            return false;
        };
        if self.least_apart(line) {
            return true;
        }
        let rest = self.tail(line, end);
        if rest.start == rest.end {
            self.clause_alone(line, before);
            return true;
        }
        self.lead_without_comma(line)
    }

    /// `if pain, redness or swelling avoid heat`: a lead whose comma is missing; whether it is one.
    pub(super) fn lead_without_comma(&mut self, line: Span) -> bool {
        let Some((clauses, end)) = self.reread(Rule::clauses, line) else {
            return false;
        };
        let leads = clauses.into_inner().next().is_some_and(|clause| {
            matches!(
                clause.as_rule(),
                Rule::for_window
                    | Rule::until_window
                    | Rule::from_window
                    | Rule::on_window
                    | Rule::word_window
                    | Rule::after_window
                    | Rule::once_window
                    | Rule::if_clause
            )
        });
        let comma = vec![edit(self.place(end, end), ",")];
        if leads && self.reads_with(line, &comma) {
            let lead = self.quote(self.place(line.start as usize, end));
            self.refuse(
                Diagnostic::new(
                    Code::LeadComma,
                    self.place(end, end),
                    format!("`{lead}` in front of a sentence is closed by a comma"),
                    "a comma is missing here",
                )
                .with_help(format!("write `{lead}, ` and then the sentence"))
                .with_edits(comma),
            );
            return true;
        }
        false
    }

    /// `use sunscreen with spf 30+ in the sun`: a situation stands behind `while`.
    pub(super) fn situation_without_while(&mut self, stop: Stop, rest: Span) -> bool {
        let edits = vec![edit(rest.at_start(), "while ")];
        let written = self.quote(rest).to_lowercase();
        let says_where = written.starts_with("in ")
            || AROUND
                .iter()
                .any(|word| written.split(' ').next() == Some(*word));
        if stop.in_condition || !says_where || !self.reads_with(stop.line, &edits) {
            return false;
        }
        // A name that holds `in` and was declared so is one word here.
        let name = match self.laid(rest).strip_prefix("in ") {
            Some(_) => self.tail(rest, rest.start as usize + "in ".len()),
            None => rest,
        };
        let Some((_, end)) = self.reread(Rule::name, name) else {
            return false;
        };
        let said = self.place(rest.start as usize, end);
        let raw = self.quote(said);
        let (help, edits) = match raw.to_lowercase().rsplit(' ').next() {
            Some(part @ ("morning" | "evening")) => {
                let every = format!("every {part}");
                (format!("write `{every}`"), vec![edit(said, every)])
            }
            _ => (
                format!("a situation stands behind `while`: write `while {raw}`"),
                edits,
            ),
        };
        self.refuse(
            Diagnostic::new(
                Code::Syntax,
                said,
                format!("`{raw}` cannot be read here"),
                "no clause starts so",
            )
            .with_help(help)
            .with_edits(edits),
        );
        true
    }

    /// `keep bandage on for 1 hour`, `leave bandage on`: `on` says nothing that `keep` does not.
    pub(super) fn kept_on(&mut self, stop: Stop, on: Span) -> bool {
        let start = self.after_labels(stop.line);
        let head = self.first_of(self.place(start, stop.end));
        if !matches!(self.laid(head), "keep" | "leave") {
            return false;
        }
        let what = self.quote(self.place(head.end as usize, stop.end));
        if self.kept_on_and(stop, head, on, what.trim()) {
            return true;
        }
        let gap = self.place(stop.end, on.end as usize);
        let edits = vec![edit(head, "keep"), edit(gap, "")];
        if !self.reads_with(stop.line, &edits) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                on,
                "`on` wants a place or a day behind it",
                "neither follows",
            )
            .with_help(format!("write `keep {}` without `on`", what.trim()))
            .with_edits(edits),
        );
        true
    }

    /// `keep dressing on and dry for 48 hours`: two sentences, each with the clauses that follow.
    fn kept_on_and(&mut self, stop: Stop, head: Span, on: Span, what: &str) -> bool {
        let behind = self.place(on.end as usize, stop.line.end as usize);
        let laid = self.laid(behind);
        let Some((state, length)) = ["clean", "dry", "covered", "moist"]
            .iter()
            .find_map(|state| {
                let joined = [" and ", ", "].map(|joint| format!("{joint}{state}"));
                let said = joined.iter().find(|said| laid.starts_with(said.as_str()))?;
                Some((*state, said.len()))
            })
        else {
            return false;
        };
        let rest = self.quote(self.place(on.end as usize + length, stop.line.end as usize));
        let rest = rest.trim();
        let apart = if rest.is_empty() { "" } else { " " };
        let [stays, so] = [what, state].map(|kept| format!("keep {kept}{apart}{rest}"));
        let whole = self.place(head.start as usize, stop.line.end as usize);
        let indent = self.indentation(stop.line);
        let edits = vec![edit(whole, format!("{stays}\n{indent}{so}"))];
        if !self.reads_with(stop.line, &edits) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::TwoSentences,
                self.place(on.start as usize, on.end as usize + length),
                format!("`{what}` stays on, and `{state}` is how it is to be"),
                "two sentences",
            )
            .with_help(format!("give each its own line: `{stays}` and `{so}`"))
            .with_edits(edits),
        );
        true
    }

    /// Lines that would read if an indented one among them were not; whether they would.
    pub(super) fn indented(&mut self, line: Span) -> bool {
        let from = self.joins.partition_point(|join| *join < line.start);
        let until = self.joins.partition_point(|join| *join < line.end);
        let joins = self.joins.get(from..until).unwrap_or_default();
        let indent = self.indentation(line);
        let mut edits = Vec::new();
        let mut first = None;
        for join in joins.iter().take(16) {
            let next = self.tail(line, *join as usize);
            let word = self.first_word(next);
            if is_start(word) || self.reread(Rule::label, next).is_some() {
                let gap = self.place(*join as usize, next.start as usize);
                edits.push(edit(gap, format!("\n{indent}")));
                let end = next.start as usize + word.len().max(1);
                first = first.or(Some(self.place(next.start as usize, end)));
            }
        }
        let Some(first) = first.filter(|_| self.reads_with(line, &edits)) else {
            return false;
        };
        self.refuse(
            Diagnostic::new(
                Code::Syntax,
                first,
                "an indented line goes on with the sentence above it",
                "what starts here does not fit there",
            )
            .with_help("start a new sentence where the one above starts")
            .with_edits(edits),
        );
        true
    }

    /// `if it bleeds use gauze for 5 minutes`, where the whole reads as what is asked: the comma before what is to be done is
    /// missing. Joined to the sentence above it would turn that.
    pub(super) fn comma_behind_lead(&mut self, line: Span) -> bool {
        let text = self.laid(line);
        let mut starts = text.match_indices(' ').filter(|(at, _)| {
            let behind = self.place(line.start as usize + at + 1, line.end as usize);
            is_start(self.first_word(behind))
                && text.get(..*at).is_some_and(|lead| lead.contains(' '))
        });
        let found = starts.find_map(|(at, _)| {
            let gap = line.start as usize + at;
            let edits = vec![edit(self.place(gap, gap), ",")];
            self.reads_with(line, &edits).then_some((gap, edits))
        });
        let Some((gap, edits)) = found else {
            return false;
        };
        let lead = self.quote(self.place(line.start as usize, gap));
        let deed = self.quote(self.trimmed(self.place(gap, line.end as usize)));
        self.refuse(
            Diagnostic::new(
                Code::ClauseAlone,
                self.place(line.start as usize, gap),
                format!("`{lead}` stands before its sentence without a comma"),
                "what is asked ends here",
            )
            .with_help(format!("write `{lead}, {deed}`"))
            .with_edits(edits),
        );
        true
    }

    /// A line that is nothing but clauses: it belongs to the sentence before it, or to none.
    fn clause_alone(&mut self, line: Span, before: &Before) {
        let word = self.first_word(line);
        let word_span = self.place(line.start as usize, line.start as usize + word.len());
        let raw = self.quote(line);
        let diagnostic = Diagnostic::new(
            Code::ClauseAlone,
            word_span,
            format!("a line starts with `{word}` and belongs to no sentence"),
            "a line that goes on with a sentence is indented",
        );
        if word == "if" && self.comma_behind_lead(line) {
            return;
        }
        // `if you feel unwell go to hospital`: joined to the sentence above it would call nobody.
        if let Some(help) = self.whom_to_call(line).filter(|_| word == "if") {
            self.refuse(diagnostic.with_help(help));
            return;
        }
        let Some(sentence) = before.sentence else {
            self.refuse(diagnostic.with_help("write the sentence that it belongs to before it"));
            return;
        };
        let gap = self.place(sentence.end as usize, line.start as usize);
        let whole = self.place(sentence.end as usize, line.end as usize);
        let breaks = self.raw(gap).matches('\n').count();
        let mut diagnostic = diagnostic
            .with_help("indent the line, or join it to the sentence above it")
            .with_label(sentence.at_end(), "the sentence above ends here");
        if breaks == 1 && !self.raw(gap).contains('#') {
            let indent = self.indentation(sentence);
            diagnostic = diagnostic
                .with_fix(whole, format!("\n{indent}  {raw}"))
                .with_fix(whole, format!(" {raw}"));
        } else {
            diagnostic = diagnostic.with_edits(vec![
                edit(sentence.at_end(), format!(" {raw}")),
                edit(line, ""),
            ]);
        }
        self.refuse(diagnostic);
    }
}
