//! What sheets say beside a name, in words that are no part of it: `all makeup`, `sunscreen outdoors`,
//! `moisturiser in the morning`. To leave such words out would often say something else.

use super::Role;
use super::times::{each_time, either_side};
use super::unknown::unknown;
use crate::check::checker::Checker;
use crate::diagnostic::{Code, Diagnostic};
use crate::number::Number;
use crate::span::Span;
use crate::syntax::tree::{Kind, Name, TimeUnit};
use crate::vocabulary::growing;
use crate::vocabulary::{Named, degrees_of};

/// Words before a thing that say nothing: a class is all that lies under it.
const WHOLE: &[&str] = &["all", "any"];

/// Parts of the day, as sheets say them behind a thing, and their clause.
const MOMENTS: &[(&str, &str)] = &[
    ("in the morning", "every morning"),
    ("in the mornings", "every morning"),
    ("morning", "every morning"),
    ("mornings", "every morning"),
    ("in the evening", "every evening"),
    ("in the evenings", "every evening"),
    ("evening", "every evening"),
    ("evenings", "every evening"),
    ("night", "every night"),
    ("nights", "every night"),
];

/// The first evening and night, which end the next morning.
const FIRST_NIGHT: &[&str] = &[
    "first evening",
    "first night",
    "same evening",
    "same night",
    "that evening",
    "that night",
];

/// The day of the treatment.
const FIRST_DAY: &[&str] = &["first day", "same day", "that day"];

/// What says nothing between a symptom and its measure.
const IS: &[&str] = &["that are", "that is", "which are", "which is"];

impl Checker<'_> {
    /// What is meant by words around a known name.
    pub(super) fn sheet_words(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let words: Vec<&str> = name.text.split_whitespace().collect();
        self.negated(name, &words, role)
            .or_else(|| self.only_from(name, &words, role))
            .or_else(|| self.again(name, &words, role))
            .or_else(|| self.reason_behind(name, &words, role))
            .or_else(|| self.out_of(name, &words, role))
            .or_else(|| self.whole(name, &words, role))
            .or_else(|| self.without_your(name, &words, role))
            .or_else(|| self.attribute_first(name, &words, role))
            .or_else(|| self.said_behind(name, &words, role))
            .or_else(|| self.over(name, role))
            .or_else(|| self.worse(name, &words, role))
            .or_else(|| self.at_most(name, role))
            .or_else(|| self.most_within(name))
            .or_else(|| self.first_night(name, &words, role))
            .or_else(|| self.later_night(name, role))
            .or_else(|| anything(name, role))
            .or_else(|| self.of_degrees(name, &words, role))
            .or_else(|| moment_alone(name, role))
            .or_else(|| each_time(name, role))
            .or_else(|| either_side(name, role))
            .or_else(|| self.has_happened(name, &words, role))
    }

    /// `report fever of 38`
    fn of_degrees(&self, name: &Name, words: &[&str], role: Role) -> Option<Diagnostic> {
        let [front @ .., "of", number] = words else {
            return None;
        };
        let unit = degrees_of(Number::parse(number)?)?;
        if !matches!(role, Role::Symptom(_)) || !self.is_known(front, role) {
            return None;
        }
        let text = format!("{} of at least {number} {unit}", front.join(" "));
        Some(
            unknown(name)
                .with_help(format!("write `{text}`"))
                .with_fix(name.span, text),
        )
    }

    /// `all makeup`
    fn whole(&self, name: &Name, words: &[&str], role: Role) -> Option<Diagnostic> {
        let (first, rest) = words.split_first()?;
        if !WHOLE.contains(&first.to_lowercase().as_str()) || !self.is_known(rest, role) {
            return None;
        }
        let rest = rest.join(" ");
        Some(
            unknown(name)
                .with_help(format!("write `{rest}`, which means all of it"))
                .with_fix(name.span, rest),
        )
    }

    /// `cold moist compress`: an attribute stands before the whole name.
    fn attribute_first(&self, name: &Name, words: &[&str], role: Role) -> Option<Diagnostic> {
        (1..words.len()).find_map(|at| {
            let mut moved = words.to_vec();
            let word = moved.remove(at);
            let mark = self.vocabulary.find_thing(word)?;
            moved.insert(0, word);
            let is_mark = self.vocabulary.thing(mark).kind == Kind::Attribute;
            if !is_mark || !self.is_known(&moved, role) {
                return None;
            }
            let text = moved.join(" ");
            Some(
                unknown(name)
                    .with_help(format!("write `{text}`"))
                    .with_fix(name.span, text),
            )
        })
    }

    /// `sunscreen outdoors`, `moisturiser in the morning`
    fn said_behind(&self, name: &Name, words: &[&str], role: Role) -> Option<Diagnostic> {
        (1..words.len()).find_map(|at| {
            let (front, rest) = words.split_at_checked(at)?;
            let clause = self
                .clause_of(rest)
                .filter(|_| self.is_known(front, role))?;
            let front = front.join(" ");
            let further = self.further_moment(name);
            let further = further.map_or_else(String::new, |word| format!(" and {word}"));
            let diagnostic = unknown(name).with_help(format!("write `{front} {clause}{further}`"));
            let spans = self.word_spans(name)?;
            let at = spans.get(at)?.to(*spans.last()?);
            Some(match self.stands_in_list(name) {
                Some(false) => diagnostic.with_fix(at, clause),
                _ if !further.is_empty() => diagnostic.with_fix(at, clause),
                _ => diagnostic,
            })
        })
    }

    /// `baby shampoo morning and night`: a part of the day behind a name that is not known either.
    pub(super) fn behind_a_moment(&self, name: &Name) -> Option<String> {
        let further = self.further_moment(name)?;
        let (front, last) = name.text.rsplit_once(' ')?;
        let (_, clause) = MOMENTS
            .iter()
            .find(|(said, _)| *said == last.to_lowercase())?;
        Some(format!(
            "write `{front} {clause} and {further}`: what ends with `{last}` would be another thing"
        ))
    }

    /// `cleanser morning and night`: the second part of the day, which reads once the first one does.
    fn further_moment(&self, name: &Name) -> Option<&'static str> {
        let follows = self.follows(name)?.strip_prefix(" and ")?.to_lowercase();
        let word = follows.split_whitespace().next()?;
        let known = MOMENTS.iter().find(|(said, _)| *said == word)?;
        known.1.strip_prefix("every ")
    }

    /// Whether a name is the second part of the day behind one that is reported already.
    pub(super) fn is_further_moment(&self, name: &Name) -> bool {
        let lower = name.text.to_lowercase();
        let gap = " and ".len();
        let is_behind = |span: Span| {
            span.source == name.span.source && span.range().end + gap == name.span.range().start
        };
        let before = self.precedes(name).unwrap_or_default().to_lowercase();
        let before = before.trim_end().trim_end_matches(" and");
        MOMENTS.iter().any(|(said, _)| *said == lower)
            && MOMENTS.iter().any(|(said, _)| before.ends_with(said))
            && self
                .diagnostics
                .iter()
                .any(|one| one.code == Code::UnknownName && one.span().is_some_and(is_behind))
    }

    /// `touching your face`, `scrubbing the skin`
    fn without_your(&self, name: &Name, words: &[&str], role: Role) -> Option<Diagnostic> {
        let at = words
            .iter()
            .position(|word| ["your", "the"].contains(&word.to_lowercase().as_str()))?;
        let (front, rest) = (words.get(..at)?, words.get(at + 1..)?);
        let forms = [[front, rest].concat(), [front, &["the"], rest].concat()];
        let known = forms.iter().find(|words| self.is_known(words, role))?;
        let known = known.join(" ");
        let head = match role {
            Role::Restrict(head) => format!("{head} "),
            _ => String::new(),
        };
        Some(
            unknown(name)
                .with_help(format!("write `{head}{known}`"))
                .with_fix(name.span, known),
        )
    }

    /// The clause that says what these words say.
    fn clause_of(&self, words: &[&str]) -> Option<String> {
        let text = words.join(" ");
        let lower = text.to_lowercase();
        if let Some((_, clause)) = MOMENTS.iter().find(|(said, _)| *said == lower) {
            return Some((*clause).to_owned());
        }
        let Named::Thing(id) = self.read_words(words)?.named else {
            return None;
        };
        let thing = self.vocabulary.thing(id);
        match thing.kind {
            Kind::Situation => Some(format!("while {text}")),
            // `makeup under the eyes`: the preposition is part of the place's name.
            Kind::Place if words.len() > 1 => Some(format!("on {}", thing.name)),
            _ => None,
        }
    }

    /// `report redness spreads`, `fever which is above 38 C`
    fn worse(&self, name: &Name, words: &[&str], role: Role) -> Option<Diagnostic> {
        (1..words.len()).find_map(|at| {
            let (front, rest) = words.split_at_checked(at)?;
            let said = rest.join(" ").to_lowercase();
            let word = match IS.contains(&said.as_str()) {
                true => "",
                false => growing(&said)?,
            };
            let is_sign = matches!(role, Role::Symptom(_)) && self.is_known(front, role);
            let text = format!("{} {word}", front.join(" "));
            let text = text.trim_end().to_owned();
            is_sign.then(|| {
                unknown(name)
                    .with_help(format!("write `{text}`"))
                    .with_fix(name.span, text)
            })
        })
    }

    /// `alcohol the first night`, `on the first night`
    fn first_night(&self, name: &Name, words: &[&str], role: Role) -> Option<Diagnostic> {
        let said = words.join(" ").to_lowercase();
        let clause = |said: &str| {
            if FIRST_NIGHT.contains(&said) {
                Some("tonight")
            } else {
                FIRST_DAY.contains(&said).then_some("today")
            }
        };
        if role == Role::Place {
            let clause = self.evening(name, &said).or_else(|| clause(&said))?;
            let on = self.precedes(name)?.rfind(" on ")?;
            let back = u32::try_from(self.precedes(name)?.len() - on - 1).ok()?;
            let start = name.span.start.checked_sub(back)?;
            return Some(
                unknown(name)
                    .with_help(format!("write `{clause}`"))
                    .with_fix(Span { start, ..name.span }, clause),
            );
        }
        let at = words.len().checked_sub(2).filter(|at| *at > 0)?;
        let (front, rest) = words.split_at_checked(at)?;
        let clause = clause(&rest.join(" ").to_lowercase())?;
        let front = match front.split_last() {
            Some((last, front)) if ["the", "on"].contains(last) => front,
            _ => front,
        };
        if !self.is_known(front, role) {
            return None;
        }
        let text = format!("{} {clause}", front.join(" "));
        Some(
            unknown(name)
                .with_help(format!("write `{text}`"))
                .with_fix(name.span, text),
        )
    }

    /// `until stitches are removed`: the event in its own words.
    fn has_happened(&self, name: &Name, words: &[&str], role: Role) -> Option<Diagnostic> {
        const SMALL: &[&str] = &[
            "is",
            "are",
            "has",
            "have",
            "been",
            "fully",
            "completely",
            "all",
            "the",
        ];
        let kept = words
            .iter()
            .filter(|word| !SMALL.contains(&word.to_lowercase().as_str()));
        let kept: Vec<&str> = kept.copied().collect();
        let is_event = self.kind_in(&kept, role) == Some(Kind::Event);
        if role != Role::Anchor || !is_event {
            return None;
        }
        let text = kept.join(" ");
        Some(
            unknown(name)
                .with_help(format!("write `{text}`"))
                .with_fix(name.span, text),
        )
    }

    /// Where `no more than` stands at the end of a name, before a number.
    fn most_behind(&self, name: &Name, role: Role) -> Option<Span> {
        let words: Vec<&str> = name.text.split_whitespace().collect();
        let at = words.len().checked_sub(3)?;
        let (front, said) = words.split_at_checked(at)?;
        let follows = self.follows(name)?.trim_start();
        let counts = follows.starts_with(|letter: char| letter.is_ascii_digit());
        let said_most = said.join(" ").to_lowercase();
        let most = [
            "no more than",
            "not more than",
            "no longer than",
            "not longer than",
        ];
        let is_most = most.contains(&said_most.as_str());
        if !is_most || !counts || !self.is_known(front, role) {
            return None;
        }
        let spans = self.word_spans(name)?;
        Some(spans.get(at)?.to(*spans.last()?))
    }

    /// `hydrocortisone cream no longer than 3 days`: of days it is how long the sentence holds.
    pub(super) fn up_to_days(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let said = self.most_behind(name, role)?;
        let mut follows = self.follows(name)?.split_whitespace();
        let (number, unit) = (follows.next()?, follows.next()?);
        let unit = unit.trim_end_matches([',', '.']);
        let is_long = TimeUnit::from_word(unit).is_some_and(|unit| !unit.is_elapsed());
        is_long.then(|| {
            unknown(name)
                .with_help(format!("write `for up to {number} {unit}`"))
                .with_fix(said, "for up to")
        })
    }

    /// `paracetamol no more than 8 tablets`, `showers no longer than 5 minutes`
    fn at_most(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let said = self.most_behind(name, role)?;
        Some(
            unknown(name)
                .with_help(
                    "write `at most`, as in `at most 8 tablets per day` and `at most 5 minutes`",
                )
                .with_fix(said, "at most"),
        )
    }

    /// `expect swelling, most within 3 days`
    fn most_within(&self, name: &Name) -> Option<Diagnostic> {
        let is_most = ["most", "mostly"].contains(&name.text.to_lowercase().as_str());
        let length = self.follows(name)?.trim_start().strip_prefix("within ")?;
        let length: Vec<&str> = length.split_whitespace().take(2).collect();
        let length = length.join(" ");
        is_most.then(|| {
            unknown(name).with_help(format!("write `within {length}`, or `most for {length}`"))
        })
    }

    /// Whether these words name what can stand there.
    pub(super) fn is_known(&self, words: &[&str], role: Role) -> bool {
        self.kind_in(words, role).is_some()
    }
}

/// `use moisturiser at night`, `use cleanser every morning, night`
fn moment_alone(name: &Name, role: Role) -> Option<Diagnostic> {
    let lower = name.text.to_lowercase();
    let (_, clause) = MOMENTS.iter().find(|(said, _)| *said == lower)?;
    let help = match role {
        Role::Anchor => format!("write `{clause}`, or `tonight` of the first night alone"),
        _ => format!("write `{clause}`"),
    };
    Some(unknown(name).with_help(help))
}

/// `do not apply anything`: all that can be put on the skin.
fn anything(name: &Name, role: Role) -> Option<Diagnostic> {
    const SAID: &[&str] = &[
        "anything",
        "anything else",
        "everything",
        "skin care",
        "skin products",
        "skincare",
        "skincare products",
    ];
    let said = name.text.to_lowercase();
    let said = ["all ", "any "]
        .iter()
        .find_map(|word| said.strip_prefix(word))
        .unwrap_or(&said);
    let is_all = SAID.contains(&said);
    let text = "products and substances";
    (is_all && matches!(role, Role::Restrict(_))).then(|| {
        unknown(name)
            .with_help(format!("write `{text}`, which is all that goes on the skin, and what is left out behind `except`"))
            .with_fix(name.span, text)
    })
}
