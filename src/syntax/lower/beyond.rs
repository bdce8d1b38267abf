//! `more than 20 minutes`: a length whose end is not said as the language says it.

use pest::iterators::Pair;

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::span::Span;
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;

/// How the help starts that a length of one time is a part of what is banned.
pub(crate) const PART_OF_NAME: &str = "how long at one time is no clause of a ban";

impl Lower<'_> {
    /// Refuses `for more than 3 days`. `pair` is what stands behind the `for`.
    pub(super) fn beyond_window(&mut self, pair: Pair<'_, Rule>) {
        let (word, span, length) = self.beyond(pair);
        if self.quiet {
            return self.refuse_quietly(span);
        }
        let least = matches!(word.first_of(), "more" | "longer" | "over");
        let end = if least { "at least" } else { "up to" };
        let line = self.laid_line(span);
        let diagnostic = not_so(&word.0, span);
        let before = self.place(line.start as usize, span.start as usize);
        let head = self.raw(before).to_lowercase();
        let for_word = head.trim_end().strip_suffix("for").map(str::len);
        if let Some(at) = for_word.filter(|_| least && head.contains("report ")) {
            let from = line.start as usize + at;
            let text = format!("lasting {length}");
            let diagnostic = diagnostic.with_help(format!(
                "a warning sign that goes on is written `{text}`, right behind the symptom"
            ));
            let edits = vec![Edit {
                span: self.place(from, span.end as usize),
                text,
            }];
            let diagnostic = self.fix_if_reads(diagnostic, line, edits);
            return self.refuse(diagnostic);
        }
        if let Some(what) = banned(&head, "for").filter(|_| least && is_by_the_clock(&length)) {
            // `for at least 30 minutes` would be a ban that ends half an hour after the treatment.
            let word = &word.0;
            let named = format!("\"{what} for {word} {length}\"");
            let declare = if what.split(' ').any(|word| word.ends_with("ing")) {
                format!(": declare `activity {named}`, and write `avoid {named}`")
            } else {
                format!(", as in `avoid {named}`")
            };
            return self.refuse(diagnostic.with_help(format!(
                "{PART_OF_NAME}: make it a part of the name{declare}"
            )));
        }
        let text = format!("{end} {length}");
        let edits = vec![Edit {
            span,
            text: text.clone(),
        }];
        let diagnostic = diagnostic.with_help(format!("write `for {text}`"));
        let diagnostic = self.fix_if_reads(diagnostic, line, edits);
        self.refuse(diagnostic);
    }

    /// Refuses `lasting more than 20 minutes`: `lasting` means that long and longer.
    pub(super) fn beyond_lasting(&mut self, pair: Pair<'_, Rule>) {
        let (word, span, length) = self.beyond(pair);
        if self.quiet {
            return self.refuse_quietly(span);
        }
        let line = self.laid_line(span);
        let before = self.place(line.start as usize, span.start as usize);
        let head = self.raw(before).to_lowercase();
        if let Some(what) = banned(&head, "lasting") {
            // Without how long it lasts, shorter ones would be forbidden, too.
            let (word, length) = (&word.0, &length);
            return self.refuse(not_so(word, span).with_help(format!(
                "how long it lasts is a part of the name: put it in quotes, as in `avoid \"{what} lasting {word} {length}\"`"
            )));
        }
        let diagnostic = not_so(&word.0, span).with_help(format!(
            "write `lasting {length}`, which means that long or longer"
        ));
        let least = matches!(word.first_of(), "more" | "longer" | "over");
        let edits = vec![Edit { span, text: length }];
        self.refuse(if least {
            self.fix_if_reads(diagnostic, line, edits)
        } else {
            diagnostic
        });
    }

    /// The words before the length, the whole and the length.
    fn beyond(&self, pair: Pair<'_, Rule>) -> (Word, Span, String) {
        let span = self.span(&pair);
        let mut parts = Cursor::into(pair);
        let word = Word(self.quote(self.span(&parts.presume(Rule::beyond_word))));
        let length = self.quote(self.span(&parts.presume(Rule::drange)));
        parts.end();
        (word, span, length)
    }

    /// The line of the text as the grammar read it, which has all of a sentence.
    fn laid_line(&self, span: Span) -> Span {
        let (before, after) = (span.start as usize, span.end as usize);
        let ends = |letter: char| matches!(letter, '\n' | '{' | '}');
        let start = self
            .laid_out
            .get(..before)
            .and_then(|text| text.rfind(ends));
        let end = self.laid_out.get(after..).and_then(|text| text.find(ends));
        self.place(
            start.map_or(0, |at| at + 1),
            end.map_or(self.laid_out.len(), |at| after + at),
        )
    }
}

/// `more than`, `over`
struct Word(String);

impl Word {
    fn first_of(&self) -> &str {
        self.0.split(' ').next().unwrap_or_default()
    }
}

/// What a sentence that starts so restricts, where it does and that is a name alone.
fn banned<'h>(head: &'h str, joint: &str) -> Option<&'h str> {
    let bans = ["avoid ", "no ", "do not ", "don't ", "never "];
    let mut said = bans
        .iter()
        .filter_map(|ban| head.trim_start().strip_prefix(ban));
    let what = said.next()?.trim().strip_suffix(joint)?.trim();
    // Of several it is the last that is measured.
    let joints = [" or ", " and ", ", "];
    let lasts = joints.iter().filter_map(|joint| what.rsplit(joint).next());
    let what = lasts.min_by_key(|last| last.len()).unwrap_or(what);
    let plain = |letter: char| letter.is_alphabetic() || letter == ' ';
    (!what.is_empty() && what.chars().all(plain)).then_some(what)
}

/// Whether a length is of minutes or hours: what lasts so long is mostly one time of many.
fn is_by_the_clock(length: &str) -> bool {
    length.contains("min") || length.contains("hour")
}

fn not_so(word: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::ClauseShape,
        span,
        format!("`{word}` is no word before a length of time"),
        "whether the length itself counts is not said",
    )
}
