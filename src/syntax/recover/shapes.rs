//! Lines that start with a word of the language and are not written as its lines are.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::recover::course_words::{VISIT_BOUNDED, bounds_a_visit};
use crate::syntax::recover::near::{is_start, near_start};
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::starts::{
    FACT_EXAMPLES, HEAD_SHAPES, HEADER_SHAPES, MEMBER_EXAMPLE, Shape, find,
};
use crate::syntax::reserved::{DECLARING, RESERVED, VARYING};
use crate::vocabulary::VERBS;

/// The verbs that can stand without a thing, as an action's own word: `shower daily`.
pub(super) const ALONE: &[&str] = &[
    "shower",
    "cleanse",
    "moisturise",
    "moisturize",
    "massage",
    "rinse",
    "wash",
];

impl Lower<'_> {
    /// Explains a line whose first word, at the start of `at`, belongs to the language; whether it did.
    /// `line` is all of it, label and lead included.
    pub(super) fn shape(&mut self, at: Span, line: Span) -> bool {
        let word = self.first_word(at);
        if self.quiet {
            let known = is_start(word) || self.head_of(at).is_some() || near_start(word).is_some();
            if known {
                self.refuse_quietly(at);
            }
            return known;
        }
        let word_span = self.place(at.start as usize, at.start as usize + word.len());
        if VARYING.contains(&word) && at == line {
            self.variant_shape(word, word_span, line);
        } else if word == "scenario" && at == line {
            self.scenario_line(word_span, line);
        } else if word == "given" && at == line {
            self.given_alone(word_span);
        } else if let Some(shape) = find(HEADER_SHAPES, word) {
            self.header_shape(shape, word_span, line);
        } else if word == "fact" || (DECLARING.contains(&word) && word != "drink") {
            self.declaration_shape(word, word_span, line);
        } else if let Some(shape) = self.head_of(at) {
            let end = at.start as usize + shape.word.len();
            self.head_shape(shape, self.place(at.start as usize, end), at, line);
        } else if VERBS.iter().any(|row| row.word == word) || word == "moisturize" {
            self.missing_things(word, word_span, at, line);
        } else if let Some(near) = near_start(word) {
            // `clear fluid is normal` is no misspelt `clean`.
            if !self.are_normal(line) {
                self.near(word, near, word_span, line);
            }
        } else {
            return false;
        }
        true
    }

    /// The head that stands at the start of `at`.
    pub(super) fn head_of(&self, at: Span) -> Option<&'static Shape> {
        let text = self.laid(at);
        HEAD_SHAPES.iter().find(|shape| {
            text.strip_prefix(shape.word)
                .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
        })
    }

    fn header_shape(&mut self, shape: &Shape, span: Span, line: Span) {
        if self.wrong_place(shape.word, span, line) {
            return;
        }
        let rest = self.tail(line, span.end as usize);
        let raw = self.quote(rest);
        if shape.word == "review" && self.review_of_patient(span, &raw, line) {
            return;
        }
        let mut diagnostic = Diagnostic::new(
            Code::HeaderShape,
            if raw.is_empty() { span } else { rest },
            format!("`{}` wants {}", shape.word, shape.wants),
            if raw.is_empty() {
                "it stands alone"
            } else {
                "this is none"
            },
        )
        .with_help(shape.help());
        let quoted = vec![edit(rest, format!("\"{raw}\""))];
        let tries = match shape.word {
            "import" if one_line_each(&raw).len() > 1 => {
                let lines = one_line_each(&raw);
                diagnostic = diagnostic.with_help(format!(
                    "each has a line of its own: `{}`",
                    lines.join("` and `")
                ));
                vec![vec![edit(line, lines.join("\n"))]]
            }
            "protocol" | "version" if !raw.is_empty() && !raw.contains('"') => vec![quoted],
            "aftercare" => vec![vec![edit(rest.at_start(), "for ")]],
            "review" => vec![vec![edit(rest.at_start(), "by ")]],
            "source" => match raw.find('"').and(self.raw(rest).find('"')) {
                Some(quote) => {
                    let at = rest.start as usize + quote;
                    vec![vec![edit(self.place(at, at), "= ")]]
                }
                None => Vec::new(),
            },
            _ => Vec::new(),
        };
        for edits in tries {
            diagnostic = self.fix_if_reads(diagnostic, line, edits);
        }
        self.refuse(diagnostic);
    }

    /// A line that reads well at the top of a file and stands in a block.
    fn wrong_place(&mut self, word: &str, span: Span, line: Span) -> bool {
        let reads = self.reads(self.laid(line));
        if reads {
            self.refuse(
                Diagnostic::new(
                    Code::Syntax,
                    span,
                    format!("`{word}` stands in a block"),
                    "only sentences, sections and `when` stand in blocks",
                )
                .with_help("move the line out of the braces, to the top of the file"),
            );
        }
        reads
    }

    fn declaration_shape(&mut self, word: &str, span: Span, line: Span) {
        if self.wrong_place(word, span, line) {
            return;
        }
        let rest = self.tail(line, span.end as usize);
        if self.reserved_name(rest, line) {
            return;
        }
        let (rule, example) = match word {
            "fact" => (Rule::dname, FACT_EXAMPLES),
            "attribute" => (Rule::attribute_head, "attribute spf number of sunscreen"),
            "action" => (Rule::action_head, "action keep dry (opposes washing)"),
            _ => (Rule::member_head, MEMBER_EXAMPLE),
        };
        let read = self.reread(rule, rest).map(|(_, end)| self.tail(line, end));
        let (at, message) = match read {
            None => (span, format!("`{word}` wants a name after it")),
            Some(at) if at.start == at.end => (span, format!("this `{word}` says too little")),
            Some(at) => {
                let raw = self.excerpt(at);
                (at, format!("`{raw}` cannot be read in a declaration"))
            }
        };
        let mut diagnostic = Diagnostic::new(
            Code::DeclarationShape,
            at,
            message,
            "here it stops making sense",
        )
        .with_help(format!("write it as in `{example}`"));
        if word == "fact" && !self.laid(rest).contains(':') {
            let laid = self.laid(rest);
            for start in [" yes", " ordered ", " one of ", " any of ", " number"] {
                if let Some(found) = laid.find(start) {
                    let place = rest.start as usize + found;
                    let edits = vec![edit(self.place(place, place), ":")];
                    diagnostic = self.fix_if_reads(diagnostic, line, edits);
                }
            }
        }
        self.refuse(diagnostic);
    }

    /// A declared name that a reserved word cuts short: `product day cream`.
    pub(super) fn reserved_name(&mut self, rest: Span, line: Span) -> bool {
        let laid = self.laid(rest);
        let end = laid
            .find([',', ':', '{', '}', '(', '"', '[', '<', '='])
            .unwrap_or(laid.len());
        let words: Vec<&str> = laid.get(..end).unwrap_or_default().split(' ').collect();
        let stop = words
            .iter()
            .position(|word| matches!(*word, "aka" | "in" | "with" | "of" | "ask" | "number"))
            .unwrap_or(words.len());
        let kept = words.get(..stop).unwrap_or_default();
        let Some(word) = kept
            .iter()
            .find(|word| RESERVED.binary_search(word).is_ok())
        else {
            return false;
        };
        let length = kept.iter().map(|word| word.len() + 1).sum::<usize>();
        let name = self.trimmed(self.place(
            rest.start as usize,
            rest.start as usize + length.saturating_sub(1).min(laid.len()),
        ));
        let raw = self.quote(name);
        let edits = vec![edit(name, format!("\"{raw}\""))];
        if !self.reads_with(line, &edits) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::ReservedInName,
                name,
                format!("`{word}` is a word of the language and ends a bare name"),
                "this name holds it",
            )
            .with_help(format!("declare it in quotes: `\"{raw}\"`"))
            .with_edits(edits),
        );
        true
    }

    /// A head without what it wants.
    fn head_shape(&mut self, shape: &Shape, span: Span, at: Span, line: Span) {
        let rest = self.tail(at, span.end as usize);
        let raw = self.quote(rest);
        if raw.is_empty() || shape.example.split(' ').count() < 2 {
            return self.lone_head(shape, span);
        }
        match shape.word {
            "caution" | "prepare" | "note" | "ask" | "tell" => {
                self.unquoted_head(shape, span, rest, line);
            }
            "limit" | "sessions" | "maintenance" | "visit" | "steps" | "section" | "when"
            | "whenever" | "otherwise" | "should" | "refuse" | "defer" => {
                self.head_wants(shape, span, rest, line);
            }
            word => self.missing_things(word, span, at, line),
        }
    }

    fn lone_head(&mut self, shape: &Shape, span: Span) {
        self.refuse(
            Diagnostic::new(
                Code::MissingThings,
                span,
                format!("`{}` wants {}", shape.word, shape.wants),
                "it stands alone",
            )
            .with_help(shape.help()),
        );
    }

    /// `note results build over months`; a condition is no part of the text: quoted it asks nothing.
    fn unquoted_head(&mut self, shape: &Shape, span: Span, rest: Span, line: Span) {
        let laid = self.laid(rest);
        if shape.word == "tell"
            && (self.tells_of_what_comes(span, rest, line) || self.tells_if(span, rest, line))
        {
            return;
        }
        let skip = ["the prescriber ", "prescriber ", "the clinic ", "clinic "]
            .iter()
            .find(|word| laid.starts_with(**word))
            .map_or(0, |word| word.len());
        let text = self.tail(rest, rest.start as usize + skip);
        let ends = [" because \"", " if ", " unless "].map(|word| self.laid(text).find(word));
        let text = match ends.into_iter().flatten().min() {
            Some(end) => self.place(text.start as usize, text.start as usize + end),
            None => text,
        };
        let lost = ["if ", "unless "].map(|word| self.laid(text).starts_with(word));
        let raw = self.quote(text);
        let diagnostic = Diagnostic::new(
            Code::UnquotedText,
            span.to(text),
            format!("`{}` wants {}", shape.word, shape.wants),
            "the text is not in quotes",
        )
        .with_help(shape.help());
        let edits = vec![match lost.contains(&true) {
            true => edit(text.at_start(), "\"...\" "),
            false => edit(text, format!("\"{raw}\"")),
        }];
        let diagnostic = self.fix_if_reads(diagnostic, line, edits);
        self.refuse(diagnostic);
    }

    fn head_wants(&mut self, shape: &Shape, span: Span, rest: Span, line: Span) {
        let mut diagnostic = Diagnostic::new(
            Code::HeadShape,
            span,
            format!("`{}` wants {}", shape.word, shape.wants),
            "what follows is none",
        )
        .with_help(shape.help());
        let is_limit = shape.word == "limit";
        if self.usual_mistake(shape.word, rest, line) {
            return;
        }
        let laid = self.laid(rest);
        if shape.word == "visit" && bounds_a_visit(laid) {
            diagnostic = diagnostic.with_help(VISIT_BOUNDED);
        }
        if is_limit && let Some(digit) = laid.find(|c: char| c.is_ascii_digit()) {
            let at = rest.start as usize + digit;
            let edits = vec![edit(self.place(at, at), "to ")];
            diagnostic = self.fix_if_reads(diagnostic, line, edits);
        }
        if shape.word == "section" && !laid.contains('"') {
            let raw = self.quote(rest);
            diagnostic = diagnostic.with_fix(rest, format!("\"{raw}\""));
        }
        self.refuse(diagnostic);
    }

    /// `avoid for 7 days`, `use daily`, `drink 2 litres of water`
    fn missing_things(&mut self, word: &str, span: Span, at: Span, line: Span) {
        let rest = self.tail(at, span.end as usize);
        let rest = match self.laid(rest).strip_prefix("only ") {
            Some(more) => self.tail(rest, rest.end as usize - more.len()),
            None => rest,
        };
        if self.two_heads(word, span, rest, line) {
            return;
        }
        if word == "report" && self.reports_if(rest, line)
            || self.tends_with(span, line)
            || self.very_thing(word, rest)
            || self.using_thing(word, rest, line)
        {
            return;
        }
        let first = self.first_word(rest);
        let is_time = crate::syntax::tree::TimeUnit::from_word(first).is_some() || first == "daily";
        if is_time && self.quoted_name(rest, line) {
            return;
        }
        let amount = self.laid(rest);
        let bounds = ["at least ", "at most ", "up to "];
        let amount = bounds
            .iter()
            .find_map(|bound| amount.strip_prefix(bound))
            .unwrap_or(amount);
        if amount.starts_with(|c: char| c.is_ascii_digit()) {
            return self.number_first(word, rest, line);
        }
        let example = find(HEAD_SHAPES, word)
            .map_or("use sunscreen with spf 30+ daily", |shape| shape.example);
        self.refuse(
            Diagnostic::new(
                Code::MissingThings,
                span,
                format!("`{word}` does not say what"),
                "a thing is missing after it",
            )
            .with_help(format!("name the thing, as in `{example}`")),
        );
    }

    /// `avoid day cream for 2 days`: the name is to stand in quotes.
    fn quoted_name(&mut self, rest: Span, line: Span) -> bool {
        let laid = self.laid(rest);
        let words = laid.split(' ').take(6);
        let mut end = 0;
        let mut best = None;
        for (count, word) in words.enumerate() {
            if count > 0 && RESERVED.binary_search(&word.trim_end_matches(',')).is_ok() {
                break;
            }
            end += word.trim_end_matches([',', '.']).len();
            best = (count > 0).then_some(end).or(best);
            if word.ends_with(',') {
                break;
            }
            end += 1;
        }
        let Some(end) = best else { return false };
        let name = self.place(rest.start as usize, rest.start as usize + end);
        let raw = self.quote(name);
        let edits = vec![edit(name, format!("\"{raw}\""))];
        if !self.reads_with(line, &edits) {
            return false;
        }
        let word = self.first_word(rest);
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
        true
    }

    /// Whether a sentence of its own words is really a misspelt or misshapen line; refuses it if so.
    pub(in crate::syntax) fn misread_action(&mut self, action: Span, sentence: Span) -> bool {
        let word = self.first_word(action);
        if ALONE.contains(&word) && self.laid(action) == word {
            return false;
        }
        self.shape(
            self.place(action.start as usize, sentence.end as usize),
            sentence,
        )
    }
}

/// `skin-care, wound-words and peel-words`: an `import` for each.
fn one_line_each(names: &str) -> Vec<String> {
    let names = names.split([',', ' ']);
    let names = names.filter(|name| !["", "and", "&"].contains(name));
    names.map(|name| format!("import {name}")).collect()
}
