//! `redness spreading more than 2 cm`, `unless larger than 2 cm`, `avoid lifting over 5 kg`: measures in the words of
//! sheets.

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;
use crate::syntax::tree::TimeUnit;

/// What sheets say for `above`.
const MORE: &[&str] = &[
    "bigger than",
    "greater than",
    "higher than",
    "hotter than",
    "larger than",
    "longer than",
    "more than",
    "wider than",
];

/// What they say of less, for which no symptom has a word.
const LESS: &[&str] = &["less than", "lower than", "smaller than"];

/// Words that ban, at the start of a sentence.
const BANS: &[&str] = &["avoid ", "no ", "do not ", "don't ", "never ", "stop "];

/// What is left with its weight: `lifting over 5 kg`.
pub(super) struct Weighed {
    /// The weight.
    said: Span,
    /// What is written for the ban up to there.
    pub edit: Edit,
    /// The whole name, in quotes.
    name: String,
    /// What stands behind the weight, with a blank before it.
    rest: String,
}

impl Weighed {
    /// How it is written and declared.
    pub(super) fn help(&self) -> String {
        self.help_with("")
    }

    /// The same with what stands behind the weight.
    fn whole_help(&self) -> String {
        self.help_with(&self.rest)
    }

    fn help_with(&self, rest: &str) -> String {
        format!(
            "write `{}{rest}`, and declare it in its class, as in `activity {} in heavy lifting`, so that rules on that cover it",
            self.edit.text, self.name
        )
    }
}

impl Lower<'_> {
    /// The words of a measure that end right before `end`.
    fn measure_before(&self, end: u32) -> Option<(Span, bool)> {
        let before = self.laid_out.get(..end as usize)?.trim_end();
        let ends = |word: &&&str| {
            let start = before.strip_suffix(**word);
            start.is_some_and(|start| start.is_empty() || start.ends_with(' '))
        };
        let word = MORE.iter().chain(LESS).find(ends)?;
        let start = before.len() - word.len();
        let span = self.place(start, before.len());
        Some((span, MORE.contains(word)))
    }

    /// Refuses a number and its unit behind the words of a measure, of a symptom in a list or in a condition;
    /// whether it stands there.
    pub(in crate::syntax) fn measured_in_words(&mut self, amount: Span) -> bool {
        let Some((said, is_more)) = self.measure_before(amount.start) else {
            return false;
        };
        let lasts = self.is_time(amount);
        let said = if lasts {
            self.with_that_lasts(said)
        } else {
            said
        };
        let whole = said.to(amount);
        let raw = self.quote(whole);
        let before = self.laid_out.get(..said.start as usize).unwrap_or_default();
        let bare = [" if ", " unless "]
            .iter()
            .any(|word| before.ends_with(word));
        let diagnostic = Diagnostic::new(
            Code::ClauseShape,
            whole,
            format!("`{raw}` is no measure as the language writes it"),
            "how much?",
        );
        let word = if lasts { "lasting" } else { "above" };
        let text = format!("{word} {}", self.quote(amount));
        self.refuse(if !is_more {
            diagnostic.with_help(
                "a symptom is above a measure, and never below one: declare one of its own, such as `symptom small \
                 blister`, and name that",
            )
        } else if bare {
            diagnostic.with_help(format!(
                "name the symptom that is measured, as in `blisters {text}`"
            ))
        } else {
            let longer = if lasts { ", which means that long or longer" } else { "" };
            diagnostic
                .with_help(format!("write `{text}` in its place{longer}"))
                .with_fix(whole, text)
        });
        true
    }

    /// Whether an amount is a length of time.
    fn is_time(&self, amount: Span) -> bool {
        let text = self.laid(amount);
        let unit = text.rsplit(' ').next().unwrap_or_default();
        TimeUnit::from_word(unit).is_some()
    }

    /// `that lasts more than`, with the words before it that say the same.
    fn with_that_lasts(&self, said: Span) -> Span {
        const LASTS: &[&str] = &[
            "that lasts",
            "which lasts",
            "that last",
            "lasts",
            "lasting",
            "for",
        ];
        let before = self.laid_out.get(..said.start as usize).unwrap_or_default();
        let before = before.trim_end();
        let found = LASTS.iter().find(|word| {
            let start = before.strip_suffix(**word);
            start.is_some_and(|start| start.ends_with(' '))
        });
        match found {
            Some(word) => self.place(before.len() - word.len(), said.end as usize),
            None => said,
        }
    }

    /// `more than` before a number, and the word for it there.
    pub(super) fn more_in(&self, line: Span) -> Option<(Span, &'static str)> {
        let laid = self.laid(line);
        let found = MORE.iter().find_map(|word| {
            let said = format!(" {word} ");
            let mut places = laid.match_indices(&said);
            places.find_map(|(at, _)| {
                let before = laid.get(..at)?;
                let after = laid.get(at + said.len()..)?;
                let counts = after.starts_with(|letter: char| letter.is_ascii_digit());
                let denied = before.ends_with(" no") || before.ends_with(" not");
                let quoted = before.matches('"').count() % 2 == 1;
                let time = after.split(' ').nth(1).unwrap_or_default();
                let lasts = TimeUnit::from_word(time.trim_end_matches([',', '.'])).is_some();
                (counts && !denied && !quoted).then_some((at + 1, word.len(), lasts))
            })
        });
        let (at, length, lasts) = found?;
        let start = line.start as usize + at;
        let said = self.place(start, start + length);
        Some(if lasts {
            (self.with_that_lasts(said), "lasting")
        } else {
            (said, "above")
        })
    }

    /// `redness spreading more than 2 cm, pus or fever`: the list goes on behind the measure.
    pub(super) fn more_than(&mut self, stop: Stop) -> bool {
        let Some((said, word)) = self.more_in(stop.line) else {
            return false;
        };
        let edits = vec![edit(said, word)];
        if !self.reads_with(stop.line, &edits) {
            return false;
        }
        let raw = self.quote(said);
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                said,
                format!("`{raw}` is no word before the measure of a symptom"),
                "a symptom is `above` a measure, or `lasting` a time",
            )
            .with_help(format!("write `{word}` in its place"))
            .with_edits(edits),
        );
        true
    }

    /// `avoid lifting over 5 kg`, `limit heavy lifting to 5 kg`: how heavy or how large what is left must be is a
    /// part of its name.
    pub(super) fn part_of_the_name(&mut self, line: Span) -> bool {
        let Some(found) = self.weighed(line) else {
            return false;
        };
        let edits = vec![found.edit.clone()];
        if !self.reads_with(line, &edits) {
            return false;
        }
        let raw = self.quote(found.said);
        self.refuse(
            Diagnostic::new(
                Code::MissingUnit,
                found.said,
                format!("`{raw}` is a weight, and no clause says how heavy a thing must be"),
                "a part of the name",
            )
            .with_help(found.whole_help())
            .with_edits(edits),
        );
        true
    }

    /// What is left with its weight, as a name, where a ban or a limit says so.
    pub(super) fn weighed(&self, line: Span) -> Option<Weighed> {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let laid = self.laid(sentence);
        let mut bans = BANS.iter().chain(&["limit "]);
        let head = *bans.find(|ban| laid.starts_with(**ban))?;
        let (at, end) = weight_in(laid)?;
        let from = sentence.start as usize;
        let thing = self.quote(self.place(from + head.len(), from + at));
        let amount = laid.get(at..end).unwrap_or_default();
        let amount = amount
            .split(' ')
            .skip_while(|word| !word.starts_with(|letter: char| letter.is_ascii_digit()));
        let amount: Vec<&str> = amount.collect();
        // What weighs so much is heavy.
        let thing = thing.trim();
        let thing = thing.strip_prefix("heavy ").unwrap_or(thing);
        let name = format!("\"{thing} over {}\"", amount.join(" "));
        let word = if head == "limit " { "avoid " } else { head };
        let rest = self.quote(self.place(from + end, sentence.end as usize));
        let rest = rest.trim_end_matches('.');
        let rest = match rest {
            "" => String::new(),
            rest => format!(" {rest}"),
        };
        Some(Weighed {
            said: self.place(from + at, from + end),
            edit: edit(self.place(from, from + end), format!("{word}{name}")),
            name,
            rest,
        })
    }

    /// `if fever above 38 C lasting 4 hours`: in a condition a symptom has one such word, and `and` joins two questions.
    pub(super) fn second_measure(&mut self, stop: Stop, rest: Span, word: &str) -> bool {
        let before = self.laid(self.place(stop.line.start as usize, rest.start as usize));
        let measures = ["above ", "over ", "at least ", "lasting ", "despite "];
        let first = measures
            .into_iter()
            .filter_map(|first| before.rfind(&format!(" {first}")))
            .max();
        let Some(at) = first.filter(|_| stop.in_condition) else {
            return false;
        };
        let asked = before.get(..at).unwrap_or_default();
        let starts = [" if ", " unless ", " and ", " or ", " not ", "when "];
        let start = starts
            .iter()
            .filter_map(|word| Some(asked.rfind(word)? + word.len()))
            .max();
        let name = asked.get(start.unwrap_or(0)..).unwrap_or_default().trim();
        let text = format!("and {name} ");
        let edits = vec![edit(rest.at_start(), text.as_str())];
        if name.is_empty() || !self.reads_with(stop.line, &edits) {
            return false;
        }
        let known = self.quote(self.place(stop.line.start as usize + at + 1, rest.start as usize));
        let raw = self.excerpt(rest);
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                self.place(rest.start as usize, rest.start as usize + word.len()),
                format!(
                    "`{raw}` stands behind `{}`, and a question has one such word",
                    known.trim()
                ),
                "the second one",
            )
            .with_help(format!(
                "write `{text}{raw}`: two questions are joined by `and`"
            ))
            .with_edits(edits),
        );
        true
    }

    /// `at most 4 doses per day`: each is one time.
    pub(super) fn doses(&mut self, line: Span) -> bool {
        let laid = self.laid(line);
        let found = [" doses ", " dose "].into_iter().find_map(|word| {
            let at = laid.find(word)?;
            let counts = laid
                .get(..at)?
                .ends_with(|letter: char| letter.is_ascii_digit());
            counts.then_some((at + 1, word.len() - 2))
        });
        let Some((at, length)) = found else {
            return false;
        };
        let start = line.start as usize + at;
        let said = self.place(start, start + length);
        let text = if length == "dose".len() {
            "time"
        } else {
            "times"
        };
        let edits = vec![edit(said, text)];
        if !self.reads_with(line, &edits) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                said,
                format!("`{}` has no size, and counts how often", self.quote(said)),
                "each is one time",
            )
            .with_help(format!(
                "write `{text}`; how much each time has a unit, as in `2 tablets`"
            ))
            .with_edits(edits),
        );
        true
    }
}

/// Where a weight stands in a sentence, with the word before it: `over 5 kg`.
fn weight_in(sentence: &str) -> Option<(usize, usize)> {
    const JOINTS: &[&str] = &[
        "over ",
        "above ",
        "more than ",
        "heavier than ",
        "to ",
        "of over ",
    ];
    JOINTS.iter().find_map(|joint| {
        let at = sentence.find(&format!(" {joint}"))? + 1;
        let amount = sentence.get(at + joint.len()..)?;
        let mut words = amount.split(' ');
        let number = words.next()?;
        let unit = words.next()?.trim_end_matches([',', '.']);
        let mut letters = number.chars();
        let counts = letters.all(|letter| letter.is_ascii_digit() || letter == '.');
        let end = at + joint.len() + number.len() + 1 + unit.len();
        (counts && is_weight(unit)).then_some((at, end))
    })
}

/// The units of a weight that is lifted.
fn is_weight(unit: &str) -> bool {
    [
        "kg",
        "kgs",
        "kilo",
        "kilos",
        "kilograms",
        "lb",
        "lbs",
        "pounds",
        "stone",
    ]
    .contains(&unit)
}
