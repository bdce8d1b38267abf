//! `from day 2, apply balm for 7 days`: a clause that is given twice, and the one time that two of them may make.

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::lower::parts::Placed;

/// One end of a time, or its length, in the author's words.
enum Part<'t> {
    Length(&'t str),
    Start(&'t str),
    End(&'t str),
    Day(&'t str),
}

impl Lower<'_> {
    /// Refuses a clause, since an earlier one, in a lead or not, says the same kind of thing.
    pub(super) fn given_twice(&mut self, (early, in_lead): (Span, bool), clause: &Placed) {
        let words = clause.kind.words();
        let diagnostic = Diagnostic::new(
            Code::ClauseTwice,
            clause.span,
            format!("{words} is given twice"),
            "the second one",
        )
        .with_label(early, "the first one");
        let gone = Edit {
            span: self.with_blank_before(clause.span),
            text: String::new(),
        };
        let text = self.raw(clause.span).to_owned();
        let put = |text: String| vec![Edit { span: early, text }, gone.clone()];
        let joined = joined(self.raw(early), &text);
        self.refuse(if let Some((texts, help)) = joined {
            let diagnostic = diagnostic.with_help(help);
            let texts = texts.into_iter();
            texts.fold(diagnostic, |diagnostic, text| {
                diagnostic.with_edits(put(text))
            })
        } else if !in_lead && self.raw(early) != text {
            // Where the first one stood, the second may stand.
            diagnostic
                .with_help("keep one of them, or write two sentences")
                .with_edits(vec![gone.clone()])
                .with_edits(put(text))
        } else {
            diagnostic
                .with_help("keep one of them, or write two sentences")
                .with_edits(vec![gone.clone()])
        });
    }
}

/// The one time that two make, or the two that they may make, and the help: a length and a start, as in `from healed for
/// 6 months`, a start and an end, or a length and an event that ends it.
fn joined(first: &str, second: &str) -> Option<(Vec<String>, String)> {
    let sure = |text: String| {
        let help = format!("write `{text}`");
        Some((vec![text], help))
    };
    match (part(first)?, part(second)?) {
        // The length may be that of the treatment.
        (Part::Length(length), Part::Start(start)) if counts_in_days(start) => {
            let from = format!("from {start} for {length}");
            let until = format!("from {start} until {length}");
            let help = format!(
                "write `{from}` where the time is that long from then on, and `{until}` where it ends so long after the \
                 treatment"
            );
            Some((vec![from, until], help))
        }
        (Part::Start(start), Part::Length(length)) | (Part::Length(length), Part::Start(start)) => {
            sure(format!("from {start} for {length}"))
        }
        (Part::Day(day), Part::Length(length)) | (Part::Length(length), Part::Day(day)) => {
            sure(format!("from day {day} for {length}"))
        }
        (Part::Start(start), Part::End(end)) | (Part::End(end), Part::Start(start)) => {
            sure(format!("from {start} until {end}"))
        }
        (Part::Length(length), Part::End(end)) | (Part::End(end), Part::Length(length))
            if is_event(end) =>
        {
            let later = format!("until {end}, at least {length}");
            let sooner = format!("until {end}, at most {length}");
            let help = format!(
                "write `{later}` where the later of the two ends it, and `{sooner}` where the sooner does"
            );
            Some((vec![later, sooner], help))
        }
        _ => None,
    }
}

/// What a time says, where it says one thing alone.
fn part(text: &str) -> Option<Part<'_>> {
    let behind = |words: &[&str]| {
        words.iter().find_map(|word| {
            let start = text.get(..word.len())?;
            let rest = text.get(word.len()..)?;
            start.eq_ignore_ascii_case(word).then_some(rest.trim())
        })
    };
    let says = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    let ends = [" for ", " until ", " from ", " and ", ","];
    if let Some(length) = behind(&["for "]) {
        let sides = [" after", " before"];
        let is_one = counts(length) && !says(length, &ends) && !says(length, &sides);
        return is_one.then_some(Part::Length(length));
    }
    if let Some(start) = behind(&["from ", "once ", "after "]) {
        return (!says(start, &ends)).then_some(Part::Start(start));
    }
    if let Some(day) = behind(&["on day "]) {
        let is_one = day.chars().all(|letter| letter.is_ascii_digit());
        return is_one.then_some(Part::Day(day));
    }
    let end = behind(&["until ", "till "])?;
    (!says(end, &ends)).then_some(Part::End(end))
}

fn counts(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_digit())
}

/// Whether a start lies so many days or weeks behind the treatment.
fn counts_in_days(start: &str) -> bool {
    counts(start) || start.starts_with("day ")
}

/// Whether what ends a time has no date of its own.
fn is_event(end: &str) -> bool {
    !counts_in_days(end) && !end.starts_with("next ")
}

#[cfg(test)]
mod tests {
    use super::joined;

    fn texts(first: &str, second: &str) -> Vec<String> {
        joined(first, second).map_or_else(Vec::new, |(texts, _)| texts)
    }

    #[test]
    fn two_times_may_be_one() {
        for (first, second, one) in [
            ("From day 2", "for 7 days", "from day 2 for 7 days"),
            (
                "from 2 weeks after treatment",
                "for 3 months",
                "from 2 weeks after treatment for 3 months",
            ),
            ("for 6 months", "once healed", "from healed for 6 months"),
            ("from day 2", "until day 9", "from day 2 until day 9"),
            ("until day 7", "from day 2", "from day 2 until day 7"),
            ("on day 2", "for 3 days", "from day 2 for 3 days"),
        ] {
            assert_eq!(texts(first, second), [one], "{first} {second}");
        }
        for (first, second) in [
            ("for 3 days", "for 7 days"),
            ("for 5 days before", "from day 3"),
            ("until healed", "until day 3"),
            ("for 3 days", "until day 7"),
        ] {
            assert_eq!(texts(first, second), [""; 0], "{first} {second}");
        }
    }

    #[test]
    fn what_two_times_may_mean_is_asked() {
        assert_eq!(
            texts("for 7 days", "from day 2"),
            ["from day 2 for 7 days", "from day 2 until 7 days"]
        );
        assert_eq!(
            texts("for 3 days", "until healed"),
            [
                "until healed, at least 3 days",
                "until healed, at most 3 days"
            ]
        );
    }
}
