//! `if you have a pacemaker tell us before`: what is told before the treatment.

use super::{Lead, behind, lead};

/// Who is told.
const TOLD: &[&str] = &[
    " tell us",
    " tell the clinic",
    " tell your clinic",
    " tell your nurse",
    " inform us",
    " inform the clinic",
    " please tell us",
    " please inform us",
    " let us know",
    " please let us know",
];

/// That it is before the treatment.
const BEFORE: &[&str] = &[
    " before the treatment",
    " before your treatment",
    " before treatment",
    " before your appointment",
    " before the appointment",
    " beforehand",
    " before",
    " in advance",
];

pub(super) fn tells_before(sentence: &str) -> Option<Lead> {
    let asked = sentence.strip_prefix("if ")?;
    let mut told = TOLD.iter().filter_map(|word| {
        let at = asked.find(word)?;
        let rest = behind(asked.get(at + word.len()..)?, BEFORE)?;
        let is_end = rest.trim_end_matches(['.', '!']).is_empty();
        let asked = asked.get(..at)?.trim_end_matches(',');
        // `please tell us` holds `tell us`: what stands before the longest of them is asked.
        is_end.then_some((at, asked))
    });
    let first = told.next()?;
    let (_, asked) = told.fold(first, std::cmp::min);
    Some(lead(
        0..sentence.len(),
        format!("tell clinic \"if {asked}\""),
    ))
}

#[cfg(test)]
mod tests {
    use super::tells_before;

    #[test]
    fn what_is_told_before_the_treatment_is_a_tell() {
        let text = |said| tells_before(said).map(|lead| lead.text);
        for said in [
            "if you have a pacemaker tell us before",
            "if you have a pacemaker, please tell us before your appointment.",
        ] {
            let written = "tell clinic \"if you have a pacemaker\"";
            assert_eq!(text(said).as_deref(), Some(written), "{said}");
        }
        assert_eq!(text("if you have a fever tell us"), None);
        assert_eq!(text("if you have a fever, call us before day 3"), None);
    }
}
