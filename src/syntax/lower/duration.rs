//! Numbers and lengths of time.

use pest::iterators::Pair;

use crate::diagnostic::{Code, Diagnostic};
use crate::number::Number;
use crate::span::{Span, Spanned};
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::lower::leaning::Leaning;
use crate::syntax::recover::in_evenings;
use crate::syntax::tree::{Duration, DurationRange, TimeUnit};
use crate::vocabulary::TIME_UNITS;

/// The longest length of time, in years; the longest in days is that many years with leap days.
const MAX_YEARS: i64 = 300;
const MAX_DAYS: i64 = 109_575;

/// The number words, from one to twelve.
const NUMBER_WORDS: [&str; 12] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

/// The number that a number word says.
pub(crate) fn number_word(word: &str) -> Option<u32> {
    (1..)
        .zip(NUMBER_WORDS)
        .find(|(_, name)| *name == word)
        .map(|(number, _)| number)
}

impl Lower<'_> {
    /// Digits or a number word; none, with a diagnostic, where it cannot be held.
    pub(super) fn number(&mut self, pair: &Pair<'_, Rule>) -> Option<Number> {
        let text = pair.as_str();
        let number = Number::parse(text).or_else(|| number_word(text).map(Number::whole));
        if number.is_none() {
            let span = self.span(pair);
            self.out_of_range(
                span,
                "is too large or too fine a number",
                "numbers go up to 1000000000 and have at most three decimals",
            );
        }
        number
    }

    /// A whole number.
    pub(super) fn count(&mut self, pair: &Pair<'_, Rule>) -> Option<Spanned<u32>> {
        let span = self.span(pair);
        let number = self.number(pair)?;
        let whole = number.as_whole();
        if whole.is_none() {
            self.out_of_range(span, "is no whole number", "a whole number is wanted here");
        }
        whole.map(|whole| Spanned::new(whole, span))
    }

    /// `raw` is something that cannot be; `help` says what can.
    pub(super) fn out_of_range(&mut self, span: Span, is: &str, help: &str) {
        let raw = self.quote(span);
        self.refuse(
            Diagnostic::new(
                Code::OutOfRange,
                span,
                format!("`{raw}` {is}"),
                "out of the range that can be meant",
            )
            .with_help(help),
        );
    }

    /// `7 days`, `a week`, `half an hour`; what is none is refused in its own words.
    pub(super) fn duration(&mut self, pair: Pair<'_, Rule>) -> Option<Spanned<Duration>> {
        let span = self.span(&pair);
        let mut parts = Cursor::into(pair);
        let first = parts.any();
        match first.as_rule() {
            Rule::number => {
                let amount = self.number(&first);
                let unit = unit_of(&parts.presume(Rule::time_unit));
                parts.end();
                self.length(amount?, unit, span)
            }
            Rule::article => {
                let unit = unit_of(&parts.presume(Rule::time_unit));
                parts.end();
                self.length(Number::whole(1), unit, span)
            }
            Rule::half => {
                let unit = unit_of(&parts.presume(Rule::time_unit));
                parts.end();
                match unit {
                    TimeUnit::Hour => self.length(Number::whole(30), TimeUnit::Minute, span),
                    _ => self.length(Number::thousandths(500), unit, span),
                }
            }
            Rule::vague => self.vague(span),
            Rule::bad_unit => self.bad_unit(first),
            _ => self.no_number(span),
        }
    }

    /// `7 days`, `4..6 weeks`, `24 hours..3 days`
    pub(super) fn range(&mut self, pair: Pair<'_, Rule>) -> Option<DurationRange> {
        let mut parts = Cursor::into(pair);
        if let Some(single) = parts.accept(Rule::duration) {
            parts.end();
            let low = self.duration(single)?;
            return Some(DurationRange { low, high: None });
        }
        let first = parts.presume(Rule::number);
        let first_unit = parts.accept(Rule::time_unit);
        let second = if parts.took(Rule::op) {
            let number = parts.presume(Rule::number);
            Some((number, parts.presume(Rule::time_unit)))
        } else {
            None
        };
        parts.end();
        self.ends(&first, first_unit, second)
    }

    /// The ends of a range that was read.
    fn ends(
        &mut self,
        first: &Pair<'_, Rule>,
        first_unit: Option<Pair<'_, Rule>>,
        second: Option<(Pair<'_, Rule>, Pair<'_, Rule>)>,
    ) -> Option<DurationRange> {
        let start = self.span(first);
        let low_span = first_unit
            .as_ref()
            .map_or(start, |unit| start.to(self.span(unit)));
        let own_unit = first_unit.as_ref().map(unit_of);
        let low_number = self.number(first)?;
        let Some((number, unit)) = second else {
            let low = self.length(low_number, own_unit?, low_span)?;
            return Some(DurationRange { low, high: None });
        };
        let high_unit = unit_of(&unit);
        let high_start = self.span(&number);
        let high_span = high_start.to(self.span(&unit));
        let high_number = self.number(&number)?;
        let low = self.length(low_number, own_unit.unwrap_or(high_unit), low_span)?;
        let high = self.length(high_number, high_unit, high_span)?;
        // Where the unit is shared, only the numbers change places.
        let swapped = if own_unit.is_some() {
            high_span
        } else {
            high_start
        };
        self.in_order(low, high, swapped)
    }

    /// Refuses ends that are reversed or of groups that do not compare.
    fn in_order(
        &mut self,
        low: Spanned<Duration>,
        high: Spanned<Duration>,
        swapped: Span,
    ) -> Option<DurationRange> {
        let whole = low.span.to(high.span);
        if low.node.unit.is_monthly() != high.node.unit.is_monthly() {
            self.refuse(
                Diagnostic::new(
                    Code::MixedRange,
                    whole,
                    "a range goes from hours, days or weeks to months or years",
                    "how long a month is depends on the calendar",
                )
                .with_help("use one group of units for both ends, such as `4..8 weeks`"),
            );
            return None;
        }
        if measure(low.node) > measure(high.node) {
            let (first, second) = (self.quote(low.span), self.quote(swapped));
            self.refuse(
                Diagnostic::new(
                    Code::ReversedRange,
                    whole,
                    "the lower end of a range stands first",
                    "this range runs backwards",
                )
                .with_help(format!("swap `{first}` and `{second}`"))
                .with_edits(vec![
                    crate::diagnostic::Edit {
                        span: low.span,
                        text: second,
                    },
                    crate::diagnostic::Edit {
                        span: swapped,
                        text: first,
                    },
                ]),
            );
            return None;
        }
        Some(DurationRange {
            low,
            high: Some(high),
        })
    }

    /// One length of time, where a range says too much.
    pub(super) fn single(&mut self, pair: Pair<'_, Rule>) -> Option<Spanned<Duration>> {
        let range = self.range(pair)?;
        let Some(high) = range.high else {
            return Some(range.low);
        };
        let span = range.low.span.to(high.span);
        let (least, most) = (written(range.low.node), written(high.node));
        self.refuse(
            range_here(span)
                .with_help(format!("choose `{least}` or `{most}`"))
                .with_fix(span, least)
                .with_fix(span, most),
        );
        None
    }

    /// How long ago: of `took isotretinoin within 6..12 months` the longer time leaves nobody out.
    pub(super) fn ago(&mut self, pair: Pair<'_, Rule>) -> Option<Spanned<Duration>> {
        let range = self.range(pair)?;
        let Some(high) = range.high else {
            return Some(range.low);
        };
        let span = range.low.span.to(high.span);
        let (least, most) = (written(range.low.node), written(high.node));
        let longer = range_here(span).with_fix(span, most.clone());
        self.refuse(match self.leaning {
            Leaning::Refusal => longer.with_help(format!(
                "write `{most}`: with the shorter time some would be treated too early"
            )),
            _ => longer
                .with_help(format!(
                    "choose `{most}`, which takes in more, or `{least}`"
                ))
                .with_fix(span, least),
        });
        None
    }

    /// A length of time that is something, and no more than 300 years.
    fn length(&mut self, amount: Number, unit: TimeUnit, span: Span) -> Option<Spanned<Duration>> {
        let duration = Duration { amount, unit };
        let most = if unit.is_monthly() {
            MAX_YEARS * 12
        } else {
            MAX_DAYS * 1440
        };
        if amount.as_thousandths() == 0 {
            self.out_of_range(
                span,
                "is no length of time",
                "for the day of the treatment write `today`",
            );
            return None;
        }
        if measure(duration) > most * 1000 {
            self.out_of_range(span, "is too long", "a length of time is at most 300 years");
            return None;
        }
        if amount.as_whole().is_none() && !unit.is_elapsed() {
            self.part_of_day(duration, span);
            return None;
        }
        Some(Spanned::new(duration, span))
    }

    fn part_of_day(&mut self, duration: Duration, span: Span) {
        let raw = self.quote(span);
        let mut diagnostic = Diagnostic::new(
            Code::PartOfDay,
            span,
            format!("`{raw}` is no whole number of {}s", duration.unit.name()),
            "days, weeks, months and years are counted whole",
        );
        let hours = Number::thousandths(duration.amount.as_thousandths() * 24);
        diagnostic = match hours.as_whole() {
            Some(hours) if duration.unit == TimeUnit::Day => diagnostic
                .with_help(format!("in hours it is `{hours} hours`"))
                .with_fix(span, format!("{hours} hours")),
            _ => diagnostic.with_help("say it in a smaller unit"),
        };
        self.refuse(diagnostic);
    }

    pub(super) fn vague<T>(&mut self, span: Span) -> Option<T> {
        let raw = self.quote(span);
        self.refuse(
            Diagnostic::new(
                Code::VagueTime,
                span,
                format!("`{raw}` does not say how long"),
                "the number is the author's to give",
            )
            .with_help("write a number or a range, such as `3 days` or `3..5 days`"),
        );
        None
    }

    pub(super) fn no_number<T>(&mut self, span: Span) -> Option<T> {
        let raw = self.quote(span);
        self.refuse(
            Diagnostic::new(
                Code::MissingNumber,
                span,
                format!("how many `{raw}` is not said"),
                "a number is missing before it",
            )
            .with_help(format!(
                "write the number, such as `3 {}s`",
                raw.trim_end_matches('s')
            )),
        );
        None
    }

    /// `1,000 days`; whether it is so.
    fn thousands(&mut self, number: Span) -> bool {
        let after = self.text.get(number.end as usize..).unwrap_or_default();
        let digits = after.strip_prefix(',').unwrap_or_default();
        let length = digits.len()
            - digits
                .trim_start_matches(|c: char| c.is_ascii_digit())
                .len();
        if length != 3 {
            return false;
        }
        let whole = self.place(number.start as usize, number.end as usize + 1 + length);
        let raw = self.quote(whole);
        let plain = raw.replace(',', "");
        self.refuse(
            Diagnostic::new(
                Code::NumberAlone,
                whole,
                format!("`{raw}` has a comma in it, which parts two things"),
                "a number has none",
            )
            .with_help(format!("write `{plain}`"))
            .with_fix(whole, plain),
        );
        true
    }

    /// `3 dyas`, `3`
    fn bad_unit<T>(&mut self, pair: Pair<'_, Rule>) -> Option<T> {
        let span = self.span(&pair);
        let word = pair
            .into_inner()
            .find(|part| part.as_rule() == Rule::bad_word);
        let Some(word) = word else {
            if self.thousands(span) {
                return None;
            }
            let raw = self.quote(span);
            self.refuse(
                Diagnostic::new(
                    Code::NumberAlone,
                    span,
                    format!("`{raw}` of what is not said"),
                    "a unit of time is missing after it",
                )
                .with_help(format!("write the unit, such as `{raw} days`")),
            );
            return None;
        };
        let at = self.span(&word);
        let raw = self.quote(at);
        let many = !self.raw(span).starts_with("1 ");
        let near = crate::vocabulary::nearest(word.as_str(), time_words(many));
        let diagnostic = Diagnostic::new(
            Code::UnknownUnit,
            at,
            format!("`{raw}` is no unit of time"),
            "minutes, hours, days, weeks, months or years are wanted",
        );
        self.refuse(match near {
            _ if ["night", "nights"].contains(&word.as_str()) => {
                diagnostic.with_help(in_evenings(self.raw(span)))
            }
            Some(near) => diagnostic
                .with_help(format!("did you mean `{near}`?"))
                .with_fix(at, near),
            None => diagnostic.with_help("write a unit of time, such as `7 days`"),
        });
        None
    }
}

fn range_here(span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::RangeHere,
        span,
        "a range stands where one length of time is wanted",
        "two lengths of time",
    )
}

/// The units' names, to find the nearest.
fn time_words(many: bool) -> impl Iterator<Item = &'static str> {
    TIME_UNITS
        .iter()
        .filter_map(move |(_, words)| words.get(usize::from(many)).copied())
}

/// The unit that a `time_unit` pair names.
pub(super) fn unit_of(pair: &Pair<'_, Rule>) -> TimeUnit {
    TimeUnit::from_word(pair.as_str()).unwrap_or(TimeUnit::Day)
}

/// How long, in thousandths of a minute, or of a month where the unit is monthly.
fn measure(duration: Duration) -> i64 {
    let factor = match duration.unit {
        TimeUnit::Minute | TimeUnit::Month => 1,
        TimeUnit::Hour => 60,
        TimeUnit::Day => 1440,
        TimeUnit::Week => 7 * 1440,
        TimeUnit::Year => 12,
    };
    duration.amount.as_thousandths().saturating_mul(factor)
}

/// A length of time in the canonical spelling.
pub(super) fn written(duration: Duration) -> String {
    let many = duration.amount != Number::whole(1);
    format!(
        "{} {}{}",
        duration.amount,
        duration.unit.name(),
        if many { "s" } else { "" }
    )
}
