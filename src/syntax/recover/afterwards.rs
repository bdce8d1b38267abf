//! `keep dry for 3 days, then apply ointment`: what comes second starts where the first ends.

use crate::diagnostic::Edit;
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;
use crate::syntax::tree::TimeUnit;

impl Lower<'_> {
    /// The help and the edits that part two sentences at a `then`. Without its start the second would hold from the
    /// treatment on.
    pub(super) fn one_after_the_other(&self, stop: Stop, gap: Span) -> (String, Vec<Edit>) {
        let first = self.quote(self.place(stop.line.start as usize, stop.end));
        let indent = self.indentation(stop.line);
        let apart = edit(gap, format!("\n{indent}"));
        if takes_minutes(&first) {
            return (EACH_TIME.to_owned(), Vec::new());
        }
        let Some(from) = ends_at(&first) else {
            let timed = [" for ", " until ", " on day", " from "]
                .iter()
                .any(|word| first.contains(word));
            return if timed {
                let help =
                    "give each sentence its own line, and say in the second from when it holds";
                (help.to_owned(), Vec::new())
            } else {
                let help = "give each sentence its own line; what is done one after the other each time stands in \
                            `steps \"...\" { ... then ... }`";
                (help.to_owned(), vec![apart])
            };
        };
        let end = self.trimmed(stop.line).at_end();
        let help = format!(
            "give each sentence its own line, and end the second in `{from}`, where the first is over"
        );
        (help, vec![apart, edit(end, format!(" {from}"))])
    }
}

/// What comes behind something that takes so many minutes each time.
pub(super) const EACH_TIME: &str = "minutes are how long it takes each time: what comes then is a step, in `steps \"...\" { ... \
                                    then ... }`, and `then if it persists` for whom the step before has not helped";

/// Whether a sentence asks for something that takes minutes, which are no time from the treatment on.
pub(super) fn takes_minutes(sentence: &str) -> bool {
    const OF_TIME: &[&str] = &[
        "avoid ", "do not ", "don't ", "never ", "no ", "allow ", "expect ", "limit ",
    ];
    let sentence = sentence.trim_end_matches([',', ' ']);
    let sentence = sentence.trim_end_matches(" and").trim_end_matches(',');
    let unit = sentence.rsplit(' ').next().unwrap_or_default();
    let lower = sentence.to_lowercase();
    sentence.contains(" for ")
        && TimeUnit::from_word(unit) == Some(TimeUnit::Minute)
        && !OF_TIME.iter().any(|word| lower.starts_with(word))
}

/// Where a sentence ends that says so at its end: `from 3 days` of `for 3 days`.
fn ends_at(sentence: &str) -> Option<String> {
    let sentence = sentence.trim_end_matches([',', ' ']);
    if let Some((_, length)) = sentence.rsplit_once(" for ") {
        let length = ["at least ", "about ", "the first ", "up to "]
            .iter()
            .find_map(|word| length.strip_prefix(word))
            .unwrap_or(length);
        let counts = length.starts_with(|letter: char| letter.is_ascii_digit());
        let plain = counts && length.split(' ').count() == 2 && !length.contains("..");
        return plain.then(|| format!("from {length}"));
    }
    let (_, point) = sentence.rsplit_once(" until ")?;
    let plain = point.split(' ').count() <= 2 && !point.contains(',');
    plain.then(|| format!("from {point}"))
}

#[cfg(test)]
mod tests {
    use super::ends_at;

    #[test]
    fn the_second_starts_where_the_first_ends() {
        let ends = |text| ends_at(text).unwrap_or_default();
        assert_eq!(ends("keep dry for 3 days,"), "from 3 days");
        assert_eq!(ends("avoid makeup until healed"), "from healed");
        assert_eq!(ends("avoid makeup until day 4"), "from day 4");
        assert_eq!(ends("wash face"), "");
        assert_eq!(ends("avoid makeup for 2..3 days"), "");
    }
}
