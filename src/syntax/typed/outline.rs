//! What each word of a text is to the grammar: the parts that an editor colours.

use std::ops::Range;

use pest::Parser;
use pest::iterators::Pair;

use super::Typed;
use crate::syntax::grammar::{Grammar, Rule};
use crate::syntax::layout::{UNCLOSED, too_deep};
use crate::syntax::reserved::{DECLARING, HEADERS, HEADS, RESERVED, RESERVED_THERE};
use crate::vocabulary::{Unit, VERBS};

/// A stretch of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    /// The bytes.
    pub range: Range<usize>,
    /// What stands there.
    pub kind: PartKind,
}

/// What the grammar makes of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PartKind {
    /// A word that starts a sentence, a header line, a declaration or a block.
    Head,
    /// Any other word of the language.
    Keyword,
    /// A name that must be known.
    Name,
    /// A name that is new, or that need not be known.
    Free,
    /// The name of a file to import.
    Import,
    /// A value of a fact.
    Value,
    /// A label in front of a sentence.
    Label,
    /// The key of a source.
    Source,
    /// A number, with its unit where one follows.
    Number,
    /// A text in quotes, or an address.
    Text,
    /// A comment.
    Comment,
    /// What cannot be read.
    Unreadable,
}

/// The longest line that is looked into where it cannot be read, in bytes.
const LONGEST: usize = 16 * 1024;

impl Typed<'_> {
    /// The parts of the text, in order. What is neither a word nor a number has none.
    pub(crate) fn parts(&self) -> Vec<Part> {
        let mut outline = Outline {
            laid: self.laid_out(),
            parts: Vec::new(),
        };
        if too_deep(super::source(), self.laid_out()).is_none()
            && let Ok(pairs) = Grammar::parse(Rule::file, self.laid_out())
        {
            for pair in pairs {
                outline.pair(pair, 0, PartKind::Name);
            }
        }
        for comment in &self.laid_out.comments {
            outline.push(comment.0.range(), PartKind::Comment);
        }
        outline.parts.sort_by_key(|part| part.range.start);
        outline.parts
    }
}

struct Outline<'l> {
    laid: &'l str,
    parts: Vec<Part>,
}

impl Outline<'_> {
    fn push(&mut self, range: Range<usize>, kind: PartKind) {
        if range.start < range.end {
            self.parts.push(Part { range, kind });
        }
    }

    /// A pair that was read `at` bytes into the text; a bare name in it is a `name`.
    fn pair(&mut self, pair: Pair<'_, Rule>, at: usize, name: PartKind) {
        let range = pair.as_span().start() + at..pair.as_span().end() + at;
        let rule = pair.as_rule();
        let name = named_by(rule).unwrap_or(name);
        match leaf(rule) {
            Some(kind) => return self.push(range, kind.unwrap_or(name)),
            None if rule == Rule::junk_text => return self.unread(range),
            None if is_text(pair.as_str()) => return self.push(range, PartKind::Text),
            None => {}
        }
        let mut gap = range.start;
        let mut head = heads(rule);
        for (place, inner) in pair.into_inner().enumerate() {
            let span = inner.as_span();
            let words = gap..span.start() + at;
            head &= !self.words(words, head);
            gap = span.end() + at;
            let inner_name = match (rule, place) {
                (Rule::fact_atom, 0) => PartKind::Name,
                _ => name,
            };
            self.pair(inner, at, inner_name);
        }
        self.words(gap..range.end, head);
    }

    /// The words of a stretch that no rule inside it took; whether there were any.
    fn words(&mut self, range: Range<usize>, head: bool) -> bool {
        let mut kind = if head {
            PartKind::Head
        } else {
            PartKind::Keyword
        };
        let mut found = false;
        for word in words_of(self.laid, range) {
            self.push(word, kind);
            kind = PartKind::Keyword;
            found = true;
        }
        found
    }

    /// A line that no rule reads: what reads of it, and the rest word by word.
    fn unread(&mut self, range: Range<usize>) {
        let line = self.laid.get(range.clone()).unwrap_or_default();
        if line.len() > LONGEST {
            return;
        }
        let mut read = 0;
        let blanks = line.len() - line.trim_start().len();
        let start = line.get(blanks..).unwrap_or_default().to_owned();
        if let Ok(mut pairs) = Grammar::parse(Rule::sentence, &start)
            && let Some(pair) = pairs.next()
            && !is_lone_action(&pair)
        {
            read = blanks + pair.as_span().end();
            self.pair(pair, range.start + blanks, PartKind::Name);
        }
        self.loose(range.start + read..range.end, read == 0);
    }

    /// Words without a sentence.
    fn loose(&mut self, range: Range<usize>, first: bool) {
        let mut at = range.start;
        let mut first = first;
        while at < range.end {
            let rest = self.laid.get(at..range.end).unwrap_or_default();
            if rest.starts_with(['"', char::from(UNCLOSED)]) {
                let open = rest.as_bytes().first().copied();
                let length = rest.bytes().skip(1).position(|byte| Some(byte) == open);
                let end = length.map_or(range.end, |length| at + length + 2);
                self.push(at..end, PartKind::Text);
                at = end;
                continue;
            }
            let word = word_length(rest);
            if word > 0 {
                let text = rest.get(..word).unwrap_or_default();
                self.push(at..at + word, loose_kind(text, first));
                first = false;
                at += word;
            } else {
                at += rest.chars().next().map_or(1, char::len_utf8);
            }
        }
    }
}

/// What a word is that stands in no sentence.
fn loose_kind(word: &str, first: bool) -> PartKind {
    let is_start = HEADS.contains(&word)
        || HEADERS.contains(&word)
        || DECLARING.contains(&word)
        || VERBS.iter().any(|row| row.word == word);
    let mut reserved = RESERVED.iter().chain(RESERVED_THERE);
    if first && is_start {
        PartKind::Head
    } else if is_start || reserved.any(|one| one.split(' ').any(|one| one == word)) {
        PartKind::Keyword
    } else if word.starts_with(|letter: char| letter.is_ascii_digit())
        || Unit::from_word(word).is_some()
    {
        PartKind::Number
    } else {
        PartKind::Unreadable
    }
}

/// How many bytes the word at the start of `text` has.
fn word_length(text: &str) -> usize {
    text.find(|letter: char| {
        !(letter.is_alphanumeric() || matches!(letter, '\'' | '\u{2019}' | '_' | '-' | '/' | '%'))
    })
    .unwrap_or(text.len())
}

/// The words of a stretch of the text.
fn words_of(laid: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = range.start;
    while let Some(rest) = laid.get(at..range.end).filter(|rest| !rest.is_empty()) {
        let word = word_length(rest);
        if word > 0 {
            found.push(at..at + word);
            at += word;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    found
}

fn is_text(text: &str) -> bool {
    text.starts_with(['"', char::from(UNCLOSED)])
        && text.len() > 1
        && text.matches('"').count() == 2
        && text.ends_with('"')
}

/// A line that starts with no head reads as an action's own words.
fn is_lone_action(pair: &Pair<'_, Rule>) -> bool {
    let mut inner = pair.clone().into_inner();
    inner.any(|part| part.as_rule() == Rule::action)
}

/// Whether the first word of a rule is what its sentence, line or block starts with.
fn heads(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::allow
            | Rule::resume
            | Rule::limit
            | Rule::expect
            | Rule::report
            | Rule::steps
            | Rule::sessions
            | Rule::visit
            | Rule::caution
            | Rule::ask
            | Rule::tell
            | Rule::prepare
            | Rule::note
            | Rule::section
            | Rule::scenario
            | Rule::scenarios_for
            | Rule::when
            | Rule::protocol
            | Rule::version
            | Rule::treatment
            | Rule::aftercare
            | Rule::effective
            | Rule::review
            | Rule::status
            | Rule::import
            | Rule::extends
            | Rule::replaced
            | Rule::dropped
            | Rule::source
            | Rule::fact
    )
}

/// What a rule without parts is; `Some(None)` is a name, as the rules around it have it.
fn leaf(rule: Rule) -> Option<Option<PartKind>> {
    Some(match rule {
        Rule::name
        | Rule::each_name
        | Rule::cname
        | Rule::dname
        | Rule::aname
        | Rule::action_name
        | Rule::action_dname => None,
        Rule::string | Rule::url => Some(PartKind::Text),
        Rule::number
        | Rule::unit
        | Rule::time_unit
        | Rule::article
        | Rule::half
        | Rule::day_number
        | Rule::date
        | Rule::clock
        | Rule::or_more => Some(PartKind::Number),
        Rule::avoid_word
        | Rule::verb
        | Rule::maintenance
        | Rule::refuse
        | Rule::defer
        | Rule::kind
        | Rule::attribute_kind
        | Rule::action_kind
        | Rule::should => Some(PartKind::Head),
        Rule::known_words | Rule::line_words | Rule::free_thing | Rule::cell => {
            Some(PartKind::Free)
        }
        Rule::vague | Rule::bad_word | Rule::bare_unit | Rule::stray => Some(PartKind::Unreadable),
        _ => return None,
    })
}

/// What a bare name inside a rule is, where the rule says it.
fn named_by(rule: Rule) -> Option<PartKind> {
    Some(match rule {
        Rule::label | Rule::says | Rule::dropped => PartKind::Label,
        Rule::sources | Rule::source => PartKind::Source,
        Rule::member_head
        | Rule::action_head
        | Rule::attribute_head
        | Rule::fact
        | Rule::treatment
        | Rule::despite
        | Rule::each_time
        | Rule::aka => PartKind::Free,
        Rule::compared
        | Rule::in_range
        | Rule::includes
        | Rule::concerns
        | Rule::ordered
        | Rule::one_of
        | Rule::any_of
        | Rule::yes_no => PartKind::Value,
        Rule::import | Rule::extends | Rule::scenarios_for => PartKind::Import,
        Rule::parents | Rule::classes | Rule::opposes | Rule::having | Rule::attributes => {
            PartKind::Name
        }
        _ => return None,
    })
}
