//! What stands where a sentence stops making sense.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::recover::near::near_clause;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::starts::{CLAUSE_SHAPES, Shape, find};
use crate::syntax::reserved::{RESERVED, STARTERS};
use crate::syntax::tree::TimeUnit;
use crate::vocabulary::VERBS;

/// A line that reads up to `end`, and where its last name starts if it ends there.
#[derive(Clone, Copy)]
pub(super) struct Stop {
    pub line: Span,
    pub end: usize,
    pub name: Option<usize>,
    pub in_condition: bool,
    pub in_steps: bool,
}

impl Lower<'_> {
    /// Explains what follows the part of a line that reads.
    pub(super) fn rest(&mut self, stop: Stop) {
        let rest = self.tail(stop.line, stop.end);
        let laid = self.laid(rest);
        let found = self.second_sentence(stop, rest)
            || self.dangling(stop, rest)
            || self.comma_in_condition(stop, rest)
            || self.unclosed_bracket(stop, rest)
            || self.in_quotes(stop, rest)
            || self.and_or(stop, rest)
            || self.name_cut_short(stop, rest)
            || self.clause_shape(stop, rest)
            || self.bracketed(stop, rest)
            || self.bad_number(stop, rest)
            || self.misspelt_clause(stop, rest);
        if found {
            return;
        }
        let raw = self.excerpt(rest);
        let (help, example) = if stop.in_condition {
            (
                "a condition is written as in",
                "if age under 18 and skin type in IV..VI",
            )
        } else {
            ("what follows a thing is a clause, as in", "for 7 days")
        };
        let mut diagnostic = Diagnostic::new(
            Code::Syntax,
            self.first_of(rest),
            format!("`{raw}` cannot be read here"),
            "the sentence reads up to here",
        )
        .with_help(format!("{help} `{example}`"));
        if laid.starts_with(';') {
            diagnostic = diagnostic.with_help("each sentence has its own line");
            let indent = self.indentation(stop.line);
            let wide = self.place(stop.end, rest.start as usize + 1);
            let edits = vec![edit(wide, format!("\n{indent}"))];
            diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        } else if ["refuse", "defer"]
            .contains(&self.laid(self.place(stop.line.start as usize, stop.end)))
        {
            diagnostic =
                diagnostic.with_help("a condition stands after `if`, as in `refuse if pregnant`");
            let edits = vec![edit(rest.at_start(), "if ")];
            diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        } else if self.joined_before(rest) {
            diagnostic = diagnostic.with_help(
                "an indented line goes on with the sentence above; a new sentence starts where \
                 that one starts",
            );
        }
        self.refuse(diagnostic);
    }

    /// The start of a piece of text, short enough for a message.
    pub(super) fn excerpt(&self, span: Span) -> String {
        let text = self.quote(span);
        let short: String = text.chars().take(32).collect();
        if short.len() < text.len() {
            let cut = short
                .rsplit_once(' ')
                .map_or(short.as_str(), |(cut, _)| cut);
            format!("{cut} ...")
        } else {
            text
        }
    }

    /// The first word or sign at `span`.
    fn first_of(&self, span: Span) -> Span {
        let word = self.first_word(span).len();
        let sign = self.laid(span).chars().next().map_or(0, char::len_utf8);
        let length = if word == 0 { sign } else { word };
        self.place(span.start as usize, span.start as usize + length)
    }

    fn joined_before(&self, rest: Span) -> bool {
        let at = self.joins.partition_point(|join| *join < rest.start);
        at.checked_sub(1)
            .and_then(|at| self.joins.get(at))
            .is_some_and(|join| {
                self.laid(self.place(*join as usize, rest.start as usize))
                    .trim()
                    .is_empty()
            })
    }

    /// The word before which a second sentence starts, and where.
    fn starter_after_join(&self, rest: Span) -> Option<(Span, &'static str)> {
        let laid = self.laid(rest);
        let bare = laid.trim_start_matches([',', ';', ' ']);
        let bare = ["and then ", "then ", "and ", "or ", "but "]
            .iter()
            .find_map(|word| bare.strip_prefix(word))
            .unwrap_or(bare)
            .trim_start();
        let verbs = VERBS.iter().map(|row| row.word);
        let word = STARTERS.iter().copied().chain(verbs).find(|word| {
            bare.strip_prefix(word)
                .is_some_and(|after| after.starts_with(' '))
        })?;
        let start = rest.end as usize - bare.len();
        Some((self.place(start, start + word.len()), word))
    }

    /// `avoid retinoids, use sunscreen`
    fn second_sentence(&mut self, stop: Stop, rest: Span) -> bool {
        let Some((start, word)) = self.starter_after_join(rest) else {
            return false;
        };
        let gap = self.place(stop.end, start.start as usize);
        let mut diagnostic = Diagnostic::new(
            Code::TwoSentences,
            start,
            format!("`{word}` starts a second sentence"),
            "the first sentence ends before it",
        );
        let indent = self.indentation(stop.line);
        let edits = if stop.in_steps {
            diagnostic = diagnostic.with_help("part the steps by `then`");
            vec![edit(gap, ", then ")]
        } else {
            diagnostic = diagnostic.with_help("give each sentence its own line");
            vec![edit(gap, format!("\n{indent}"))]
        };
        diagnostic = if stop.in_steps {
            diagnostic.with_edits(edits)
        } else {
            self.fix_if_reads(diagnostic, stop.line, edits)
        };
        self.refuse(diagnostic);
        true
    }

    /// A comma, `and` or `or` with nothing after it, or with a clause.
    fn dangling(&mut self, stop: Stop, rest: Span) -> bool {
        let laid = self.laid(rest);
        let bare = laid.trim_start_matches([',', ' ']);
        let after = ["and", "or"]
            .iter()
            .find_map(|word| {
                bare.strip_prefix(word)
                    .filter(|after| after.is_empty() || after.starts_with(' '))
            })
            .unwrap_or(bare)
            .trim_start();
        if after.len() == laid.len() {
            return false;
        }
        let start = rest.end as usize - after.len();
        let joint = self.trimmed(self.place(rest.start as usize, start));
        let raw = self.quote(joint);
        let gap = self.place(stop.end, start);
        let word = self.first_word(self.place(start, rest.end as usize));
        let goes_on =
            after.is_empty() || after.starts_with('[') || RESERVED.binary_search(&word).is_ok();
        let edits = vec![edit(gap, if after.is_empty() { "" } else { " " })];
        if !goes_on || !self.reads_with(stop.line, &edits) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::Syntax,
                joint,
                format!("nothing that `{raw}` could join follows it"),
                "a thing may have been lost here",
            )
            .with_help(format!("delete `{raw}`, or add what is missing"))
            .with_edits(edits),
        );
        true
    }

    /// A text in quotes without its clause word.
    fn in_quotes(&mut self, stop: Stop, rest: Span) -> bool {
        if !self.laid(rest).starts_with('"') {
            return false;
        }
        let diagnostic = Diagnostic::new(
            Code::Syntax,
            rest,
            "a text in quotes stands here, and nothing says what it is",
            "no clause starts with a quote",
        )
        .with_help("a reason is written `because \"...\"`, a manner `by \"...\"`");
        let edits = vec![edit(rest.at_start(), "because ")];
        let diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        self.refuse(diagnostic);
        true
    }

    /// `and/or`
    fn and_or(&mut self, stop: Stop, rest: Span) -> bool {
        if self.first_word(rest) != "and/or" {
            return false;
        }
        let span = self.first_of(rest);
        let mut diagnostic = Diagnostic::new(
            Code::MixedAndOr,
            span,
            "`and/or` does not say which",
            "one of the two is meant",
        )
        .with_help("write `and` or `or`; `avoid A or B` means both");
        for word in ["and", "or"] {
            let edits = vec![edit(span, word)];
            diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        }
        self.refuse(diagnostic);
        true
    }

    /// `use night and day cream`, `avoid retinol day cream`: a reserved word that is part of a name.
    fn name_cut_short(&mut self, stop: Stop, rest: Span) -> bool {
        let laid = self.laid(rest);
        let bare = laid.trim_start_matches([',', ' ']);
        let bare = ["and ", "or "]
            .iter()
            .find_map(|join| bare.strip_prefix(join))
            .unwrap_or(bare);
        let joined = bare.len() < laid.len();
        let rest = self.place(rest.end as usize - bare.len(), rest.end as usize);
        let word = self.first_word(rest);
        let is_unit = TimeUnit::from_word(word).is_some();
        let shaped = find(CLAUSE_SHAPES, word).is_some();
        if !(is_unit || RESERVED.binary_search(&word).is_ok() && !shaped) {
            return false;
        }
        let start = match stop.name {
            Some(start) if !joined => start,
            _ => rest.start as usize,
        };
        let mut end = rest.start as usize;
        for (count, next) in self.laid(rest).split(' ').enumerate().take(6) {
            let bare = next.trim_end_matches([',', '.']);
            if count > 0 && RESERVED.binary_search(&bare).is_ok() {
                break;
            }
            end += bare.len();
            let name = self.place(start, end);
            let raw = self.quote(name);
            let edits = vec![edit(name, format!("\"{raw}\""))];
            if self.reads_with(stop.line, &edits) {
                self.refuse(
                    Diagnostic::new(
                        Code::ReservedInName,
                        name,
                        format!("`{word}` is a word of the language and ends a bare name"),
                        "this name holds it",
                    )
                    .with_help(format!(
                        "write `\"{raw}\"`, or declare it so once and use it bare"
                    ))
                    .with_edits(edits),
                );
                return true;
            }
            end += next.len() - bare.len() + 1;
        }
        false
    }

    /// A clause word that is not followed by what it wants.
    fn clause_shape(&mut self, stop: Stop, rest: Span) -> bool {
        let laid = self.laid(rest).trim_start_matches([',', ' ']);
        let rest = self.tail(rest, rest.end as usize - laid.len());
        let two: Vec<&str> = laid.splitn(3, ' ').take(2).collect();
        let shape = find(CLAUSE_SHAPES, &two.join(" "))
            .or_else(|| find(CLAUSE_SHAPES, self.first_word(rest)));
        let Some(shape) = shape else { return false };
        let word = self.place(rest.start as usize, rest.start as usize + shape.word.len());
        if matches!(shape.word, "because" | "by") {
            return self.unquoted_clause(stop, rest, shape);
        }
        let after = self.excerpt(self.tail(rest, word.end as usize));
        let label = if after.is_empty() {
            "nothing follows it".to_owned()
        } else {
            format!("`{after}` is none")
        };
        let mut diagnostic = Diagnostic::new(
            Code::ClauseShape,
            word,
            format!("`{}` wants {}", shape.word, shape.wants),
            label,
        )
        .with_help(format!("write it as in `{}`", shape.example));
        if shape.word == "but" {
            let not = self.laid(rest).strip_prefix("but not ").map_or(4, |_| 8);
            let wide = self.place(rest.start as usize, rest.start as usize + not);
            let swap = if not == 8 { "except " } else { "but not " };
            let edits = vec![edit(wide, swap)];
            diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        }
        let insert = match shape.word {
            "at least" | "up to" | "about" => "for ",
            _ => "",
        };
        if !insert.is_empty() {
            let edits = vec![edit(word.at_start(), insert)];
            diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        }
        self.refuse(diagnostic);
        true
    }

    /// `because it stings`
    fn unquoted_clause(&mut self, stop: Stop, rest: Span, shape: &Shape) -> bool {
        let text = self.tail(rest, rest.start as usize + shape.word.len());
        let end = self.laid(text).find(" [").unwrap_or(self.laid(text).len());
        let text = self.trimmed(self.place(text.start as usize, text.start as usize + end));
        let raw = self.quote(text);
        let at = if raw.is_empty() { rest } else { text };
        let diagnostic = Diagnostic::new(
            Code::UnquotedText,
            at,
            format!("`{}` wants {}", shape.word, shape.wants),
            "it is not in quotes",
        )
        .with_help(format!("write it as in `{}`", shape.example));
        let edits = vec![edit(text, format!("\"{}\"", raw.replace('"', "'")))];
        let diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        self.refuse(diagnostic);
        true
    }

    /// `if pregnant, breastfeeding`
    fn comma_in_condition(&mut self, stop: Stop, rest: Span) -> bool {
        if !stop.in_condition || !self.laid(rest).starts_with(',') {
            return false;
        }
        let comma = self.place(stop.end, rest.start as usize + 1);
        let mut diagnostic = Diagnostic::new(
            Code::Syntax,
            self.first_of(rest),
            "a comma joins no conditions",
            "whether both or one of them is meant is not said",
        )
        .with_help("join conditions by `and` or `or`");
        for word in [" and", " or"] {
            let edits = vec![edit(comma, word)];
            diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        }
        let helps = !diagnostic.fixes.is_empty();
        if helps {
            self.refuse(diagnostic);
        }
        helps
    }

    /// `[guide` and `if (pregnant`, and a bracket that closes nothing.
    fn unclosed_bracket(&mut self, stop: Stop, rest: Span) -> bool {
        let laid = self.laid(rest);
        let (message, edits) = if laid.starts_with('[') && !laid.contains(']') {
            let names = self.reread(Rule::bracketed, rest).map(|(_, end)| end);
            let end = names.unwrap_or(rest.end as usize);
            let edits = vec![edit(self.place(end, end), "]")];
            ("a list of sources is closed by `]`", edits)
        } else if laid.starts_with([')', ']']) {
            let sign = self.place(stop.end, rest.start as usize + 1);
            ("a bracket closes nothing", vec![edit(sign, "")])
        } else if laid.matches('(').count() > laid.matches(')').count() && !laid.starts_with('(') {
            let edits = vec![edit(rest.at_end(), ")")];
            ("a parenthesis is not closed", edits)
        } else {
            return false;
        };
        if !self.reads_with(stop.line, &edits) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::Syntax,
                self.first_of(rest),
                message,
                "brackets come in pairs",
            )
            .with_help("write the missing one, or delete this one")
            .with_edits(edits),
        );
        true
    }

    /// `avoid makeup (all of it)`
    fn bracketed(&mut self, stop: Stop, rest: Span) -> bool {
        if !self.laid(rest).starts_with('(') {
            return false;
        }
        let inside = self.laid(rest).find(')');
        let mut diagnostic = Diagnostic::new(
            Code::Syntax,
            self.first_of(rest),
            "a remark in parentheses cannot be read here",
            "parentheses stand in conditions only",
        )
        .with_help("write a reason as `because \"...\"`, and a remark of your own after `#`");
        if let Some(end) = inside {
            let remark = self.place(rest.start as usize, rest.start as usize + end + 1);
            let raw = self.quote(self.place(remark.start as usize + 1, remark.end as usize - 1));
            let because = vec![edit(
                remark,
                format!("because \"{}\"", raw.replace('"', "'")),
            )];
            diagnostic = self.fix_if_reads(diagnostic, stop.line, because);
        }
        self.refuse(diagnostic);
        true
    }

    /// `for 7 dyas` is refused by the lowering; this is a number that belongs to nothing.
    fn bad_number(&mut self, stop: Stop, rest: Span) -> bool {
        let laid = self.laid(rest);
        if !laid.starts_with(|c: char| c.is_ascii_digit()) {
            return false;
        }
        let number = laid.split(' ').next().unwrap_or_default();
        let span = self.place(rest.start as usize, rest.start as usize + number.len());
        let raw = self.quote(span);
        let mut diagnostic = Diagnostic::new(
            Code::Syntax,
            span,
            format!("the number `{raw}` belongs to nothing here"),
            "no clause reads it",
        );
        diagnostic = if stop.in_condition {
            diagnostic.with_help("say how the fact compares with it, as in `if age at least 18`")
        } else if self.after_unit(stop) {
            diagnostic.with_help(
                "weeks are counted before their name, as in `until 2 weeks`; days after it, as in \
                 `until day 8`",
            )
        } else if laid.contains(" time") {
            diagnostic.with_help("say in how long, as in `3 times a day`")
        } else if number.ends_with('+') {
            diagnostic.with_help("an attribute stands after `with`, as in `sunscreen with spf 30+`")
        } else {
            diagnostic.with_help("write it with its unit, as in `10 minutes`, or after `for`")
        };
        if stop.in_condition {
            for words in ["at least ", "under "] {
                let edits = vec![edit(span.at_start(), words)];
                diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
            }
        } else if number.ends_with('+')
            && let Some(start) = stop.name
        {
            let name = self.place(start, stop.end);
            if let Some(space) = self.laid(name).rfind(' ') {
                let at = start + space;
                let edits = vec![edit(self.place(at, at), " with")];
                diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
            }
        }
        self.refuse(diagnostic);
        true
    }

    /// Whether a unit of time stands before the stop: `until week 2`.
    fn after_unit(&self, stop: Stop) -> bool {
        let read = self.laid(self.place(stop.line.start as usize, stop.end));
        read.split(' ')
            .next_back()
            .is_some_and(|word| TimeUnit::from_word(word).is_some())
    }

    /// `for 7 days unles healed`
    fn misspelt_clause(&mut self, stop: Stop, rest: Span) -> bool {
        let word = self.first_word(rest);
        let span = self.first_of(rest);
        if word == "in" && stop.in_condition {
            self.refuse(
                Diagnostic::new(
                    Code::ClauseShape,
                    span,
                    "`in` wants a range",
                    "what follows is none",
                )
                .with_help("write it as in `skin type in IV..VI`"),
            );
            return true;
        }
        let Some(near) = near_clause(word).filter(|_| !word.is_empty()) else {
            return false;
        };
        let edits = vec![edit(span, near)];
        if !self.reads_with(stop.line, &edits) {
            return false;
        }
        let raw = self.quote(span);
        self.refuse(
            Diagnostic::new(
                Code::Syntax,
                span,
                format!("`{raw}` cannot be read here"),
                "no clause starts with it",
            )
            .with_help(format!("did you mean `{near}`?"))
            .with_edits(edits),
        );
        true
    }
}
