//! Clauses, names and numbers that nearly read.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;
use crate::syntax::recover::starts::{CLAUSE_SHAPES, Shape, find};
use crate::syntax::reserved::RESERVED;
use crate::syntax::tree::TimeUnit;

impl Lower<'_> {
    /// `use night and day cream`, `avoid retinol day cream`: a reserved word that is part of a name.
    pub(super) fn name_cut_short(&mut self, stop: Stop, rest: Span) -> bool {
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
        if is_unit && self.in_a_unit(stop, rest) {
            return true;
        }
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

    /// `drink 2 litres of water a day`, `avoid alcohol a week before treatment`: how often, or how long, behind a name
    /// that would take its `a` with it.
    fn in_a_unit(&mut self, stop: Stop, rest: Span) -> bool {
        let before = self.laid(self.place(stop.line.start as usize, rest.start as usize));
        let word = self.first_word(rest);
        let often = match word {
            "hour" => "hourly",
            "day" => "daily",
            "week" => "weekly",
            "month" => "monthly",
            "year" => "yearly",
            _ => return false,
        };
        let joints = [" a ", " an ", " per ", " each "];
        let Some(joint) = joints.iter().find(|joint| before.ends_with(**joint)) else {
            return false;
        };
        let start = rest.start as usize - joint.len() + 1;
        let whole = self.place(start, rest.start as usize + word.len());
        let said = self.quote(whole);
        let length = edit(whole, format!("for 1 {word}"));
        let behind = self.laid(self.tail(rest, whole.end as usize));
        let is_length = ["before", "after"]
            .iter()
            .any(|side| behind.starts_with(side));
        const NOT_DONE: &[&str] = &[
            "avoid ", "no ", "do not ", "don't ", "never ", "stop ", "allow ", "resume ",
            "expect ", "report ",
        ];
        let start = self
            .after_labels(stop.line)
            .saturating_sub(stop.line.start as usize);
        let sentence = before.get(start..).unwrap_or_default();
        let is_length = is_length || NOT_DONE.iter().any(|head| sentence.starts_with(head));
        let (text, edits) = if is_length {
            (format!("for 1 {word}"), vec![length])
        } else {
            (often.to_owned(), vec![edit(whole, often)])
        };
        if !self.reads_with(stop.line, &edits) {
            return false;
        }
        let label = if is_length { "how long" } else { "how often" };
        self.refuse(
            Diagnostic::new(
                Code::ReservedInName,
                whole,
                format!("`{said}` is no part of the name before it"),
                label,
            )
            .with_help(format!("write `{text}` in its place"))
            .with_edits(edits),
        );
        true
    }

    /// A clause word that is not followed by what it wants.
    pub(super) fn clause_shape(&mut self, stop: Stop, rest: Span) -> bool {
        let laid = self.laid(rest).trim_start_matches([',', ' ']);
        let rest = self.tail(rest, rest.end as usize - laid.len());
        let two: Vec<&str> = laid.splitn(3, ' ').take(2).collect();
        let shape = find(CLAUSE_SHAPES, &two.join(" "))
            .or_else(|| find(CLAUSE_SHAPES, self.first_word(rest)));
        let Some(shape) = shape else { return false };
        let word = self.place(rest.start as usize, rest.start as usize + shape.word.len());
        if matches!(shape.word, "because" | "due to" | "by") {
            return self.unquoted_clause(stop, rest, shape);
        }
        if shape.word == "except" && self.except_place(stop, word)
            || shape.word == "instead" && self.instead_of(stop, word)
            || shape.word == "but"
                && (self.but_not_if(stop, rest) || self.but_not_place(stop, word))
            || shape.word == "on" && (self.kept_on(stop, word) || self.so_many_under(stop, word))
            || shape.word == "then" && self.then_later(stop, word)
            || shape.word == "if" && (self.if_and_only_if(stop, word) || self.takes(stop, word))
            || shape.word == "not" && self.not_if(stop, rest)
            || shape.word == "under" && self.under_place(stop, word)
            || shape.word == "while" && self.while_on(stop, word)
            || shape.word == "with" && self.done_with(stop, word)
            || matches!(shape.word, "before" | "after") && self.ends_unnamed(stop, word)
            || ["above", "lasting", "despite"].contains(&shape.word)
                && self.second_measure(stop, rest, shape.word)
        {
            return true;
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
        .with_help(shape.help());
        if shape.word == "before" {
            diagnostic = self.before_each(diagnostic, stop, word.end as usize, &after);
        }
        if shape.word == "but" {
            let wide = self.place(rest.start as usize, rest.start as usize + "but ".len());
            let edits = vec![edit(wide, "but not ")];
            diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        }
        if matches!(shape.word, "to" | "otherwise") {
            diagnostic = self.who_in_quotes(diagnostic, stop, word.end as usize);
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

    /// `to 999 immediately`: anybody whom the language does not know stands in quotes.
    fn who_in_quotes(&self, diagnostic: Diagnostic, stop: Stop, from: usize) -> Diagnostic {
        let rest = self.tail(stop.line, from);
        let mut end = rest.start as usize;
        for next in self.laid(rest).split(' ').take(6) {
            let bare = next.trim_end_matches([',', '.']);
            if RESERVED.binary_search(&bare).is_ok() {
                break;
            }
            let who = self.place(rest.start as usize, end + bare.len());
            let raw = self.quote(who);
            let edits = vec![edit(who, format!("\"{raw}\""))];
            if !raw.is_empty() && self.reads_with(stop.line, &edits) {
                return diagnostic
                    .with_help(format!("put who it is in quotes: `\"{raw}\"`"))
                    .with_edits(edits);
            }
            end += next.len() + 1;
        }
        diagnostic
    }

    /// `until scab falls off by itself`: that nobody helps goes without saying.
    fn by_itself(&mut self, stop: Stop, rest: Span, text: Span) -> bool {
        if self.by_yourself(stop, rest, text) {
            return true;
        }
        let alone = ["itself", "themselves", "itself.", "themselves."];
        let said = self.place(stop.end, text.end as usize);
        let edits = vec![edit(said, "")];
        if !alone.contains(&self.laid(text)) || !self.reads_with(stop.line, &edits) {
            return false;
        }
        let raw = self.quote(self.place(rest.start as usize, text.end as usize));
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                self.place(rest.start as usize, text.end as usize),
                format!("`{raw}` says nothing that is computed"),
                "says that nobody helps",
            )
            .with_help(format!("leave `{raw}` out"))
            .with_edits(edits),
        );
        true
    }

    /// `do not stop warfarin by yourself`: who must not. Without these words the medicine itself would be the matter.
    fn by_yourself(&mut self, stop: Stop, rest: Span, text: Span) -> bool {
        let line = self.trimmed(self.place(self.after_labels(stop.line), stop.line.end as usize));
        let sentence = self.quote(line);
        let sentence = sentence.trim_end_matches('.');
        let bans = ["do not ", "don't ", "never "];
        let deed = bans.iter().find_map(|ban| sentence.strip_prefix(ban));
        let alone = ["yourself", "yourself.", "yourselves", "yourselves."];
        let (true, Some(deed)) = (alone.contains(&self.laid(text)), deed) else {
            return false;
        };
        let said = self.place(rest.start as usize, text.end as usize);
        let raw = self.quote(said);
        let note = format!("note \"{}\"", sentence.replace('"', "'"));
        let thing = deed
            .strip_prefix("stop ")
            .and_then(|thing| thing.strip_suffix(&format!(" {raw}")));
        let goes_on = thing.map_or_else(String::new, |thing| {
            format!(", or, of a medicine that goes on, `continue {thing} always if taking {thing}`")
        });
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                said,
                format!("`{raw}` says who must not, and no clause says that"),
                "who must not do it",
            )
            .with_help(format!("write `{note}`{goes_on}"))
            .with_edits(vec![edit(line, note)]),
        );
        true
    }

    /// `because it stings`
    fn unquoted_clause(&mut self, stop: Stop, rest: Span, shape: &Shape) -> bool {
        let text = self.tail(rest, rest.start as usize + shape.word.len());
        let end = self.laid(text).find(" [").unwrap_or(self.laid(text).len());
        let text = self.trimmed(self.place(text.start as usize, text.start as usize + end));
        let raw = self.quote(text);
        if self.by_itself(stop, rest, text) {
            return true;
        }
        let at = if raw.is_empty() { rest } else { text };
        let diagnostic = Diagnostic::new(
            Code::UnquotedText,
            at,
            format!("`{}` wants {}", shape.word, shape.wants),
            "it is not in quotes",
        )
        .with_help(shape.help());
        let quoted = format!("\"{}\"", raw.replace('"', "'"));
        let diagnostic = match shape.word {
            "because" if !raw.is_empty() => {
                diagnostic.with_help(format!("write `because {quoted}`"))
            }
            _ => diagnostic,
        };
        let edits = if shape.word == "due to" {
            let whole = self.place(rest.start as usize, text.end as usize);
            vec![edit(whole, format!("because {quoted}"))]
        } else {
            vec![edit(text, quoted)]
        };
        let diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        self.refuse(diagnostic);
        true
    }

    /// `for 7 dyas` is refused by the lowering; this is a number that belongs to nothing.
    pub(super) fn bad_number(&mut self, stop: Stop, rest: Span) -> bool {
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

    /// `skin type in IV`
    pub(super) fn no_range(&mut self, stop: Stop, rest: Span) -> bool {
        let is_in = self.first_word(rest) == "in" && stop.in_condition;
        if is_in && self.in_the_last(rest) {
            return true;
        }
        if is_in {
            self.refuse(
                Diagnostic::new(
                    Code::ClauseShape,
                    self.first_of(rest),
                    "`in` wants a range",
                    "what follows is none",
                )
                .with_help("write it as in `skin type in IV..VI`"),
            );
        }
        is_in
    }

    /// `skin type = IV..VI`
    pub(super) fn range_after_sign(&mut self, stop: Stop, rest: Span) -> bool {
        if !self.laid(rest).starts_with(['.', '-']) {
            return false;
        }
        let read = self.laid(self.place(stop.line.start as usize, stop.end));
        let signs = ["=", "is"];
        let found = signs
            .iter()
            .find_map(|sign| Some((read.rfind(&format!(" {sign} "))?, sign)));
        let Some((at, sign)) = found else {
            return false;
        };
        let start = stop.line.start as usize + at + 1;
        let sign = self.place(start, start + sign.len());
        let edits = vec![edit(sign, "in")];
        if !self.reads_with(stop.line, &edits) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                sign,
                format!(
                    "`{}` takes one value, and this is a range",
                    self.quote(sign)
                ),
                "a range is asked for by `in`",
            )
            .with_help("write `in` in its place")
            .with_edits(edits),
        );
        true
    }

    /// `if on isotretinoin`, `if using isotretinoin`
    fn takes(&mut self, stop: Stop, word: Span) -> bool {
        let after = self.tail(stop.line, word.end as usize);
        let first = self.first_of(after);
        let edits = vec![edit(first, "taking")];
        if !["on", "using"].contains(&self.laid(first)) || !self.reads_with(stop.line, &edits) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                first,
                format!("`{}` asks nothing", self.quote(first)),
                "what a patient takes is asked by `taking`",
            )
            .with_help("write `taking` in its place")
            .with_edits(edits),
        );
        true
    }
}
