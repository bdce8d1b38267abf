//! Tries a word behind the sentence before the cursor, with the real grammar and the checker's rules.

use std::ops::Range;

use super::Scope;
use super::here::Here;
use crate::check::tried;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Sources;
use crate::span::Spanned;
use crate::syntax::tree::Item;
use crate::syntax::{Part, PartKind, Typed};

/// What may stand behind a sentence that starts with a clause: the sentence itself.
const AFTER_LEAD: &str = ", avoid substances";

/// The words that a clause in front of a sentence starts with.
const LEADS: &[&str] = &[
    "after", "always", "before", "between", "for", "from", "if", "on", "once", "till", "today",
    "tonight", "until",
];

/// The words that stand beside a symptom's name as if they were of it.
const QUALIFIERS: &[&str] = &["severe", "spreading", "worsening"];

/// The sentence before the cursor, ready to be tried with words behind it.
pub(super) struct Trial<'t> {
    scope: &'t Scope,
    here: &'t Here,
    /// What finishes the sentence, the likelier first.
    ends: &'static [&'static str],
}

/// A text that reads, and where the word stands in it that was tried.
pub(super) struct Read {
    text: String,
    word: Range<usize>,
    items: Vec<Spanned<Item>>,
}

impl<'t> Trial<'t> {
    /// For the sentence at `here`.
    pub(super) fn new(scope: &'t Scope, here: &'t Here) -> Self {
        let sentence = here.sentence.trim_start();
        let body = match sentence.split_once(": ") {
            Some((label, body)) if !label.contains(['"', ',']) => body.trim_start(),
            _ => sentence,
        };
        let first = body.split(' ').next().unwrap_or_default().to_lowercase();
        let ends: &[&str] = match first.as_str() {
            "when" | "whenever" | "section" => &["", " {}"],
            lead if LEADS.contains(&lead) => &["", AFTER_LEAD],
            _ => &[""],
        };
        Self { scope, here, ends }
    }

    /// Reads the sentence's first `stem` bytes with a word and an end behind them.
    pub(super) fn reads(&self, stem: usize, word: &str, end: &str) -> Option<Read> {
        // A clause in front of nothing is one in front of a sentence.
        let ends: &[&str] = if self.here.stem(stem).trim().is_empty() && LEADS.contains(&word) {
            &[AFTER_LEAD]
        } else {
            self.ends
        };
        ends.iter().find_map(|last| {
            let (text, word) = self.text(stem, word, end, last);
            let items = Typed::new(&text, Some(self.scope.protected())).items()?;
            Some(Read { text, word, items })
        })
    }

    /// Whether the sentence may go on with a word, where `end` could follow that.
    pub(super) fn takes(&self, stem: usize, word: &str, end: &str) -> bool {
        let read = self.reads(stem, word, end);
        read.is_some_and(|read| self.mistakes(&read).next().is_none())
    }

    /// Reads the sentence with a word of the language, which must be none of a name's.
    pub(super) fn reads_word(&self, stem: usize, word: &str, end: &str) -> Option<Read> {
        let read = self.reads(stem, word, end)?;
        let is_word = self.parts_at(&read).iter().all(|part| match part.kind {
            PartKind::Head | PartKind::Keyword | PartKind::Number => true,
            PartKind::Name => QUALIFIERS.contains(&word),
            _ => false,
        });
        is_word.then_some(read)
    }

    /// Whether the sentence may go on with a word of the language, where `end` could follow that.
    pub(super) fn takes_word(&self, stem: usize, word: &str, end: &str) -> bool {
        let read = self.reads_word(stem, word, end);
        read.is_some_and(|read| self.mistakes(&read).next().is_none())
    }

    /// What stands before the word that was tried, in the name that it became a part of.
    pub(super) fn melted<'r>(&self, read: &'r Read) -> Option<&'r str> {
        let parts = self.parts_at(read);
        let part = parts.first()?;
        let before = read.text.get(part.range.start..read.word.start)?.trim_end();
        (!before.is_empty()).then_some(before)
    }

    /// The parts of the text that the word is in.
    fn parts_at(&self, read: &Read) -> Vec<Part> {
        let typed = Typed::new(&read.text, Some(self.scope.protected()));
        let mut parts = typed.parts();
        parts.retain(|part| part.range.start < read.word.end && read.word.start < part.range.end);
        parts
    }

    /// The sentence with `more` behind it, where nothing is wrong with it.
    pub(super) fn is_whole(&self, stem: usize, more: &str) -> bool {
        let (text, _) = self.text(stem, more, "", "");
        let typed = Typed::new(&text, Some(self.scope.protected()));
        let Some(items) = typed.items().filter(|items| !items.is_empty()) else {
            return false;
        };
        let found = self.check(&text, &items);
        found.iter().all(|one| self.is_no_mistake(&text, one))
    }

    /// What is wrong with the word that was tried.
    pub(super) fn mistakes<'r>(
        &self,
        read: &'r Read,
    ) -> impl Iterator<Item = Diagnostic> + use<'r> {
        let text = &read.text;
        let word = read.word.clone();
        let found = self.check(&read.text, &read.items).into_iter();
        found.filter(move |one| {
            let mut labels = one.labels.iter().map(|label| label.span.range());
            let touched = labels.any(|span| span.start < word.end && word.start < span.end);
            let open = one
                .span()
                .is_some_and(|span| is_open(one.code, span.range(), text, &word));
            one.severity() == Severity::Error && (touched || open)
        })
    }

    /// The text that is read, and where the word stands in it.
    fn text(&self, stem: usize, word: &str, end: &str, last: &str) -> (String, Range<usize>) {
        let stem = self.here.stem(stem);
        let front = &self.here.front;
        let start = front.len() + stem.len();
        let mut text = String::with_capacity(start + 96);
        for part in [front.as_str(), stem, word, end] {
            text.push_str(part);
        }
        text.push_str(&brackets(stem));
        text.push_str(last);
        text.push_str(&self.here.back);
        (text, start..start + word.len())
    }

    fn check(&self, text: &str, items: &[Spanned<Item>]) -> Vec<Diagnostic> {
        if !items
            .iter()
            .any(|item| matches!(item.node, Item::Statement(_) | Item::Replace(_)))
        {
            return Vec::new();
        }
        let mut sources = Sources::new();
        sources.add("", text);
        tried(&sources, self.scope.vocabulary(), self.scope.steps(), items)
    }

    /// A quoted name that nothing has is a new one, and the keys of sources are known here alone.
    fn is_no_mistake(&self, text: &str, one: &Diagnostic) -> bool {
        let at = one.span().and_then(|span| text.get(span.range()));
        let at = at.unwrap_or_default();
        match one.code {
            _ if one.severity() != Severity::Error => true,
            Code::UnknownName => at.starts_with('"'),
            Code::UnknownSource => self.scope.has_source(at.trim_matches('"')),
            _ => false,
        }
    }
}

impl Read {
    /// What stands in the text.
    pub(super) fn items(&self) -> &[Spanned<Item>] {
        &self.items
    }

    /// Where the word stands that was tried.
    pub(super) fn word(&self) -> Range<usize> {
        self.word.clone()
    }
}

/// Whether a mistake is that something is not said that would have to follow right where the word stands:
/// `skin type`, of which no value is asked, and `took`, without a medicine.
fn is_open(code: Code, at: Range<usize>, text: &str, word: &Range<usize>) -> bool {
    let said = text.get(at.clone()).unwrap_or_default().to_lowercase();
    let half = match code {
        Code::WrongComparison => true,
        Code::UnknownName => ["taking", "took", "had", "prescribed"].contains(&said.as_str()),
        _ => false,
    };
    let gap = text.get(at.end..word.start);
    half && gap.is_some_and(|gap| gap.trim().is_empty())
}

/// What closes the brackets that are open at the end of a sentence, outside its quotes.
fn brackets(stem: &str) -> String {
    let mut open = Vec::new();
    let mut quoted = false;
    for letter in stem.chars() {
        match letter {
            '"' | '\u{201c}' | '\u{201d}' => quoted = !quoted,
            '(' if !quoted => open.push(')'),
            '[' if !quoted => open.push(']'),
            ')' | ']' if !quoted => {
                open.pop();
            }
            _ => {}
        }
    }
    open.iter().rev().collect()
}
