//! `use SPF 50`, `use factor 50`: how strong a sunscreen is, in the place of the sunscreen.

use super::unknown::unknown;
use crate::diagnostic::Diagnostic;
use crate::syntax::tree::Name;

/// `use SPF 50`, `use factor 50`
pub(super) fn as_spf(name: &Name) -> Option<Diagnostic> {
    let number = spf(&name.text)?;
    let broad = match name.text.to_lowercase().contains("broad") {
        true => "broad-spectrum, ",
        false => "",
    };
    Some(unknown(name).with_help(format!(
        "name what has it, as in `sunscreen with {broad}spf {number}+`"
    )))
}

/// `apply sunscreen with spf 50+` of `reapply SPF 50`: the number behind a word that is no verb of the language.
pub(crate) fn spf_behind(text: &str) -> Option<String> {
    let (verb, rest) = text.split_once(' ')?;
    // `moisturiser SPF 30` is no sunscreen.
    let again = ["re-apply", "reapply"].contains(&verb.to_lowercase().as_str());
    let number = spf(rest).filter(|_| again)?;
    Some(format!("apply sunscreen with spf {number}+"))
}

/// `SPF 30`, `factor 50`, `sun protection factor 50`, `factor 50 sun cream`: the number.
fn spf(text: &str) -> Option<u8> {
    const SAID: &[&str] = &[
        "a",
        "block",
        "broad",
        "cream",
        "factor",
        "lotion",
        "of",
        "protection",
        "spectrum",
        "spf",
        "sun",
        "sunblock",
        "suncream",
        "sunscreen",
    ];
    let lower = text.to_lowercase();
    let mut number = None;
    for word in lower.split([' ', '-']) {
        if SAID.contains(&word) {
            continue;
        }
        let counted = word.trim_end_matches('+').trim_start_matches("spf").parse();
        if number.replace(counted.ok()?).is_some() {
            return None;
        }
    }
    let is_factor = lower.contains("spf") || lower.split(' ').any(|word| word == "factor");
    number.filter(|_| is_factor)
}

#[cfg(test)]
mod tests {
    use super::spf;

    #[test]
    fn the_number_of_a_sunscreen_is_heard_without_its_sunscreen() {
        for said in [
            "spf 50+",
            "factor 50",
            "SPF factor 50",
            "sun cream factor 50",
            "factor 50 sunscreen",
            "SPF50",
            "broad spectrum SPF 50",
            "broad-spectrum spf 50+",
        ] {
            assert_eq!(spf(said), Some(50), "{said}");
        }
        for said in [
            "spf lotion",
            "sunscreen",
            "factor",
            "sun cream 50",
            "factor 5 or 6",
            "growth factor 5",
        ] {
            assert_eq!(spf(said), None, "{said}");
        }
    }
}
