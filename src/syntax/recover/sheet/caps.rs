//! `no more than 4 g in 24 hours`, `a temperature over 38`, `if over 65`: numbers in the words of sheets.

use super::{Lead, behind, ends, found, lead, number, word};
use crate::number::Number;
use crate::syntax::tree::TimeUnit;
use crate::vocabulary::{Unit, degrees_of};

/// How sheets say the most, at the start of a sentence.
pub(super) const MOST: &[&str] = &[
    "no more than ",
    "not more than ",
    "do not take more than ",
    "do not have more than ",
    "do not exceed ",
    "a maximum of ",
    "maximum of ",
    "maximum ",
    "max of ",
    "max. ",
    "max ",
    "at most ",
    "up to ",
];

/// The cap of a sentence that does not say of what, as `limit` has it: `4 g per day`.
pub(super) fn of_nothing(sentence: &str) -> Option<String> {
    let text = behind(sentence, MOST)?;
    let (count, rest) = number(text)?;
    let (unit, rest) = word(rest.trim_start());
    Unit::from_word(unit).filter(|_| TimeUnit::from_word(unit).is_none())?;
    // `2 drinks` and `8 tablets` say of what, or nearly so.
    let rest = rest.trim_start();
    let per = match rest.trim_end_matches('.') {
        "a day" | "per day" | "daily" | "in a day" | "each day" | "in one day" | "every day" => {
            "day".to_owned()
        }
        other => {
            let (hours, unit) = number(behind(other, &["in ", "per ", "every ", "within "])?)?;
            TimeUnit::from_word(unit.trim())?;
            format!("{hours} {}", unit.trim())
        }
    };
    Some(format!("{count} {unit} per {per}"))
}

/// `you have a temperature over 38`: a fever, with its unit.
pub(super) fn temperature(sentence: &str) -> Option<Lead> {
    const OVER: &[&str] = &[" over ", " above ", " higher than ", " more than "];
    let at = found(sentence, &[" temperature ", " temp "])?;
    let rest = sentence.get(at.end - 1..)?;
    let rest = behind(rest, &[" is", " goes", " rises", " gets"]).unwrap_or(rest);
    let over = behind(rest, OVER)?;
    let (digits, follows) = measure(over)?;
    let unit = match word(follows.trim_start()).0 {
        "c" | "f" | "celsius" | "fahrenheit" | "\u{b0}c" | "\u{b0}f" | "degrees" => String::new(),
        _ => format!(" {}", degrees_of(Number::parse(digits)?)?),
    };
    let front = sentence.get(..at.start)?;
    // Water has a temperature, too.
    if !front.starts_with("report ") && !front.starts_with("if ") && !front.contains(" if ") {
        return None;
    }
    let mut start = front.len();
    // `you have a`, `your`, `the body`: from the last word back.
    for words in [
        &[" high", " body"][..],
        &[" a", " your", " any", " the"][..],
        &[
            " you have",
            " you get",
            " you develop",
            " you run",
            " there is",
            " have",
            " get",
        ][..],
    ] {
        let before = front.get(..start)?;
        let said = words.iter().find(|word| before.ends_with(**word));
        start -= said.map_or(0, |word| word.len());
    }
    // Nothing is said otherwise than by the name, which has its own message.
    if start == front.len() && unit.is_empty() && !rest.starts_with(" is") {
        return None;
    }
    let end = sentence.len() - follows.len();
    Some(lead(start + 1..end, format!("fever above {digits}{unit}")))
}

/// The number at the start of a text, with its decimals.
fn measure(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|letter: char| !letter.is_ascii_digit() && letter != '.');
    let (digits, rest) = text.split_at(end.unwrap_or(text.len()));
    let digits = digits.trim_end_matches('.');
    (!digits.is_empty()).then_some((digits, rest))
}

/// `if over 65`, `unless you are under 18`: an age.
pub(super) fn older_than(sentence: &str) -> Option<Lead> {
    const ASKING: &[&str] = &[" if ", " unless ", " or if ", " and if "];
    let at = found(sentence, ASKING).or_else(|| sentence.starts_with("if ").then_some(0..3))?;
    let asked = sentence.get(at.end..)?;
    let bare = behind(
        asked,
        &[
            "you are ",
            "you're ",
            "the patient is ",
            "patient is ",
            "aged ",
        ],
    )
    .unwrap_or(asked);
    let (sign, rest) = [
        ("over ", "over"),
        ("older than ", "over"),
        ("above ", "over"),
        ("under ", "under"),
        ("younger than ", "under"),
        ("below ", "under"),
    ]
    .iter()
    .find_map(|(said, sign)| Some((*sign, bare.strip_prefix(said)?)))?;
    let (years, rest) = number(rest)?;
    let age: u32 = years.parse().ok()?;
    // `if above 2.5 cm` measures something, and nobody's age.
    if rest.starts_with('.') && rest.len() > 1 {
        return None;
    }
    let rest = behind(rest, &[" years of age", " years old", " years"]).unwrap_or(rest);
    let next = word(rest.trim_start()).0;
    let counts = Unit::from_word(next).is_some();
    let is_age = (1..=120).contains(&age) && ends(rest) && !counts;
    is_age.then(|| {
        lead(
            at.end..sentence.len() - rest.len(),
            format!("age {sign} {years}"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::{of_nothing, older_than, temperature};

    #[test]
    fn a_cap_of_nothing_is_found() {
        assert_eq!(of_nothing("max 4 g a day").as_deref(), Some("4 g per day"));
        let hours = of_nothing("no more than 4 g in 24 hours");
        assert_eq!(hours.as_deref(), Some("4 g per 24 hours"));
        assert_eq!(of_nothing("no more than 4 g of paracetamol a day"), None);
        assert_eq!(of_nothing("no makeup for 24 hours"), None);
    }

    #[test]
    fn a_temperature_is_a_fever() {
        let text = |said: &str| {
            let lead = temperature(said)?;
            let (front, behind) = (said.get(..lead.at.start)?, said.get(lead.at.end..)?);
            Some(format!("{front}{}{behind}", lead.text))
        };
        for (said, written) in [
            (
                "call us if you have a temperature over 38 c",
                "call us if fever above 38 c",
            ),
            (
                "if your temperature is over 38, call us",
                "if fever above 38 C, call us",
            ),
            (
                "report a temperature over 38.5",
                "report fever above 38.5 C",
            ),
        ] {
            assert_eq!(text(said).as_deref(), Some(written), "{said}");
        }
        assert_eq!(text("avoid temperature changes"), None);
    }

    #[test]
    fn a_number_of_years_is_an_age() {
        let text = |said| older_than(said).map(|lead| lead.text);
        let said = "take ibuprofen using food if you are over 65 or pregnant";
        assert_eq!(text(said).as_deref(), Some("age over 65"));
        assert_eq!(
            text("refuse if under 18 years old").as_deref(),
            Some("age under 18")
        );
        assert_eq!(text("report swelling if over 2 cm"), None);
        assert_eq!(text("report swelling if above 2.5 cm"), None);
    }
}
