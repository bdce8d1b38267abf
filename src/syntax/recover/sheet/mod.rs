//! Sentences in the words of sheets, in which more than one word stands otherwise: each as the language writes it. A
//! lead is offered only if the line reads with it.

mod anew;
mod apart;
mod as_needed;
mod bounds;
mod caps;
mod deeds;
mod doses;
mod going_on;
mod lately;
mod looking;
mod nothing;
mod pillows;
mod prescribed;
mod prone;
mod settling;
mod starts_before;
mod staying;
mod telling;
mod tells_before;
mod that_morning;
mod value_range;
mod visits;
mod walks;
mod where_and_when;
mod whole_course;
mod why;

pub(in crate::syntax) use telling::may_be_of_a_sheet;
use telling::{SHAPES_OF_ALL, Shapes, is_shaped, shapes_of};

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;

/// What stands in a sentence, and what the language writes in its place.
#[derive(Debug, PartialEq)]
struct Lead {
    /// Where it stands, in the sentence.
    at: Range<usize>,
    /// The words of the language.
    text: String,
    /// What to know of them, behind the advice to write them so.
    more: Option<String>,
    /// Whether the text stands in its place without a doubt.
    is_sure: bool,
}

/// The words of the language for a range of a sentence.
fn lead(at: Range<usize>, text: impl Into<String>) -> Lead {
    Lead {
        at,
        text: text.into(),
        more: None,
        is_sure: true,
    }
}

/// What finds such words in a sentence.
type Finder = fn(&str) -> Option<Lead>;

/// All of them, what takes the whole sentence before what takes a part of it, each with words of which one stands in all
/// that it finds.
const FINDERS: &[(&[&str], Finder)] = &[
    (
        &[
            "gone",
            "settle",
            "settles",
            "settled",
            "down",
            "away",
            "fade",
            "fades",
            "disappear",
            "disappears",
            "clear",
            "resolve",
            "resolves",
            "over",
        ],
        settling::gone_by,
    ),
    (
        &["worst", "worse", "noticeable", "peaking", "peaks"],
        settling::worst_on,
    ),
    (
        &[
            "may", "might", "can", "could", "will", "feel", "feels", "look", "looks",
        ],
        looking::may_look,
    ),
    (value_range::JOINTS, value_range::value_range),
    (
        &["sun", "sunbathed", "sunbathing", "tanned"],
        lately::sun_lately,
    ),
    (
        &["had", "stop", "stopped", "taken", "used"],
        lately::stopped_for,
    ),
    (&["within"], lately::took_within),
    (&["back", "come", "return"], visits::comes_back_for),
    (&["second"], visits::second_after_the_first),
    (&["next"], bounds::next_session),
    (
        &["next", "another", "further", "second", "new"],
        bounds::next_not_before,
    ),
    (&["carry", "continue", "go", "keep"], going_on::goes_on),
    (&["keep", "leave"], staying::dressing_stays),
    (&["keep", "leave", "stay"], apart::kept_apart),
    (WALKS, walks::goes_for),
    (WALKS, walks::minutes_of),
    (&["anything", "nothing"], nothing::nothing),
    (&["pressure"], deeds::presses),
    (
        &["get", "go", "going", "sit", "sitting", "trips", "visits"],
        deeds::goes_to,
    ),
    (&["twice"], deeds::twice),
    (&["above", "higher"], deeds::raised),
    (&["drink", "eat"], deeds::eats),
    (&["take"], doses::so_many),
    (&["-", "\u{2013}", "or", "to"], doses::of_two),
    (
        &["necessary", "need", "needed", "required"],
        as_needed::if_needed,
    ),
    (&["time"], as_needed::each_time),
    (&["time"], as_needed::at_a_time),
    (&["off"], as_needed::on_and_off),
    (where_and_when::AROUND, where_and_when::wrapped_in),
    (&["not"], where_and_when::not_there),
    (&["inform", "know", "tell"], tells_before::tells_before),
    (&["day", "morning"], that_morning::that_morning),
    (
        &["beginning", "day", "starting"],
        where_and_when::day_of_treatment,
    ),
    (
        &["beginning", "commencing", "from", "starting"],
        starts_before::starts_before,
    ),
    (&["evening", "night"], starts_before::night_before),
    (&["before", "prior"], starts_before::so_long_before),
    (&["day"], where_and_when::day_before),
    (&["day"], anew::day_before_it),
    (&["each", "every"], anew::around_each),
    (&["tell"], anew::tells_about),
    (&["allergy"], anew::allergy_to),
    (&["unless"], prescribed::prescribed),
    (&["day"], where_and_when::on_the_day),
    (
        &["emergencies", "emergency"],
        where_and_when::in_an_emergency,
    ),
    (
        &["beneath", "under", "underneath"],
        where_and_when::under_a_place,
    ),
    (&["temp", "temperature"], caps::temperature),
    (
        &["above", "below", "older", "over", "under", "younger"],
        caps::older_than,
    ),
    (&["you", "you're", "you\u{2019}re"], prone::prone_to),
    (&["course"], whole_course::whole_course),
    (&["final", "last"], whole_course::last_session),
    (&["pillow", "pillows"], pillows::on_pillows),
    (&["as", "since", "so"], why::reason),
];

/// What one goes for.
const WALKS: &[&str] = &[
    "run", "running", "runs", "stroll", "strolls", "swim", "swimming", "swims", "walk", "walking",
    "walks",
];

/// The shapes of all their words.
const SHAPES: Shapes = {
    let mut shapes = [0; SHAPES_OF_ALL];
    let mut at = 0;
    while at < FINDERS.len() {
        #[expect(
            clippy::indexing_slicing,
            reason = "worked out when the program is compiled"
        )]
        let (words, _) = FINDERS[at];
        shapes = shapes_of(words, shapes);
        at += 1;
    }
    shapes
};

/// The finders that may find something in a sentence.
fn finders(sentence: &str) -> impl Iterator<Item = Finder> {
    let words = sentence.split([' ', ',', '.']);
    // Most words are of no finder; a sign may be.
    let may_tell = |word: &&str| {
        let is_sign = !word.starts_with(|letter: char| letter.is_ascii_alphabetic());
        is_shaped(word, &SHAPES) || is_sign && !word.is_empty()
    };
    let mut told = 0_u64;
    for word in words.filter(may_tell) {
        for (at, (tell, _)) in FINDERS.iter().enumerate() {
            told |= u64::from(tell.contains(&word)) << at;
        }
    }
    let all = FINDERS.iter().enumerate();
    all.filter(move |(at, _)| told >> at & 1 == 1)
        .map(|(_, (_, finder))| *finder)
}

impl Lower<'_> {
    /// Leads a sentence that stands otherwise as a whole to what it is; whether it is one.
    pub(in crate::syntax) fn whole_of_a_sheet(&mut self, line: Span) -> bool {
        self.any_of_these(line)
            || self.should_you(line)
            || self.where_unavoidable(line)
            || self.sessions_needed(line)
            || self.clinic_calls(line)
            || self.no_answer(line)
            || self.was_in_the_sun(line)
    }

    /// Leads a sentence in the words of sheets to those of the language; whether it is one.
    pub(in crate::syntax) fn in_words_of_a_sheet(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let laid = self.laid(sentence);
        // What stands in quotes is the author's own.
        let bare = laid.split('"').next().unwrap_or(laid);
        if let Some(cap) = caps::of_nothing(bare) {
            return self.most_of_nothing(sentence, &cap);
        }
        let found = finders(bare).find_map(|finder| {
            let lead = finder(bare)?;
            let start = sentence.start as usize;
            let at = self.place(start + lead.at.start, start + lead.at.end);
            let edits = vec![edit(at, lead.text.as_str())];
            let reads =
                !lead.is_sure || self.reads_with(line, &edits) || self.opens_with(line, &edits);
            reads.then_some((at, lead, edits))
        });
        let Some((at, lead, edits)) = found else {
            return false;
        };
        self.refuse_lead(at, lead, edits);
        true
    }

    /// `if you have been in the sun in the last 2 weeks`: where `in the sun` is a known situation, it is read as one word.
    fn was_in_the_sun(&mut self, line: Span) -> bool {
        if !self.laid(line).contains("been ") {
            return false;
        }
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let text = self.quote(sentence).to_lowercase();
        let found = lately::sun_lately(&text).filter(|_| text.len() == self.laid(sentence).len());
        let Some(lead) = found else {
            return false;
        };
        let start = sentence.start as usize;
        let at = self.place(start + lead.at.start, start + lead.at.end);
        let edits = vec![edit(at, lead.text.as_str())];
        let reads = self.reads_with(line, &edits);
        if reads {
            self.refuse_lead(at, lead, edits);
        }
        reads
    }

    /// Refuses what stands in a sentence with the words of the language for it.
    fn refuse_lead(&mut self, at: Span, lead: Lead, edits: Vec<Edit>) {
        let raw = self.quote(self.trimmed(at));
        let more = lead.more.unwrap_or_default();
        let diagnostic = Diagnostic::new(
            Code::ClauseShape,
            at,
            format!("`{raw}` is said in other words"),
            "no words of the language",
        );
        let written = lead.text.trim();
        let help = match written {
            "" => more,
            _ if lead.is_sure => format!("write `{written}` in its place{more}"),
            _ => more,
        };
        let diagnostic = diagnostic.with_help(help);
        self.refuse(if lead.is_sure {
            diagnostic.with_edits(edits)
        } else {
            diagnostic
        });
    }

    /// Whether a `when` reads with these edits made, and a block behind it.
    pub(in crate::syntax::recover) fn opens_with(&self, line: Span, edits: &[Edit]) -> bool {
        let opening = self.laid(line).trim_end_matches(['{', ' ']).len();
        let line = self.place(line.start as usize, line.start as usize + opening);
        self.first_word(line) == "when"
            && self
                .mended(line, edits)
                .is_some_and(|opening| self.reads(&format!("{opening} {{ note \"x\" }}")))
    }

    /// `no more than 4 g in 24 hours`: of what is not said.
    fn most_of_nothing(&mut self, sentence: Span, cap: &str) -> bool {
        let raw = self.quote(sentence);
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                sentence,
                format!("`{raw}` does not say of what"),
                "no more of what?",
            )
            .with_help(format!(
                "name what is limited, as in `limit {} to {cap}`: each sentence stands alone",
                if ["drink", "glass", "cup", "litre", "ml"]
                    .iter()
                    .any(|unit| cap.contains(unit))
                {
                    "alcohol"
                } else {
                    "paracetamol"
                }
            )),
        );
        true
    }
}

/// Words before a thing that say nothing of it.
const ARTICLES: &[&str] = &["the ", "your ", "a ", "an ", "any ", "some "];

/// A text without the article at its start.
fn without_article(text: &str) -> &str {
    let found = ARTICLES.iter().find_map(|word| text.strip_prefix(word));
    found.unwrap_or(text)
}

/// The first of these words that a text starts with, and what follows it.
fn behind<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| text.strip_prefix(word))
}

/// Where one of these words ends, of those that stand in a text, and where it starts.
fn found(text: &str, words: &[&str]) -> Option<Range<usize>> {
    let mut found = words
        .iter()
        .filter_map(|word| place_of(text, word).map(|at| at..at + word.len()));
    found.next()
}

/// Where a part of a text starts. Sentences are short: to get ready for a search would take longer than the search.
fn place_of(text: &str, part: &str) -> Option<usize> {
    let (first, length) = (part.as_bytes().first()?, part.len());
    let mut windows = text.as_bytes().windows(length);
    windows.position(|window| window.first() == Some(first) && window == part.as_bytes())
}

/// A number, perhaps with a second one behind it: `2`, `2 to 3`, `2..3`; and what follows it.
fn numbers(text: &str) -> Option<(String, &str)> {
    let (first, rest) = number(text)?;
    let joints = [
        "..",
        " to ",
        " - ",
        "-",
        " \u{2013} ",
        "\u{2013}",
        " or ",
        " and ",
    ];
    let second = joints.iter().find_map(|joint| {
        let rest = rest.strip_prefix(joint)?;
        number(rest.strip_prefix("day ").unwrap_or(rest))
    });
    Some(match second {
        Some((second, rest)) => (format!("{first}..{second}"), rest),
        None => (first.to_owned(), rest),
    })
}

/// The number at the start of a text, and what follows it.
fn number(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|letter: char| !letter.is_ascii_digit());
    let (digits, rest) = text.split_at(end.unwrap_or(text.len()));
    (!digits.is_empty()).then_some((digits, rest))
}

/// The word at the start of a text, and what follows it with its blank or comma.
fn word(text: &str) -> (&str, &str) {
    let end = text.find([' ', ',', '.']).unwrap_or(text.len());
    text.split_at(end)
}

/// Whether a text ends, or another clause follows.
fn ends(text: &str) -> bool {
    text.is_empty() || text.starts_with([' ', ',', '.'])
}
