//! Whom a sheet calls: `your GP`, `us`, and the help that somebody is to seek.

/// Whom words behind `call` name, as `to` takes it.
pub(crate) fn whom(words: &[&str]) -> String {
    let words = match words {
        ["the" | "your" | "our", rest @ ..] => rest,
        all => all,
    };
    // `call us first`: before anybody else, which a report to the clinic is.
    let words = match words {
        [rest @ .., "first"] => rest,
        all => all,
    };
    let text = words.join(" ");
    match text.to_lowercase().as_str() {
        "" | "us" | "clinic" => "clinic".to_owned(),
        "doctor" => "doctor".to_owned(),
        "prescriber" => "prescriber".to_owned(),
        "emergency services" => "emergency services".to_owned(),
        number if number.chars().all(|letter| letter.is_ascii_digit()) => text,
        _ => format!("\"{text}\""),
    }
}

/// Help that somebody seeks: from whom, and whether it is urgent.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Help {
    /// As `to` takes it.
    pub(crate) whom: String,
    /// Whether it is wanted at once.
    pub(crate) urgent: bool,
}

/// `seek urgent medical attention`: whom that means, of words without those that say how soon.
pub(crate) fn help_sought(text: &str) -> Option<Help> {
    const SEEKING: &[&str] = &["seek", "get", "obtain", "request"];
    const HELP: &[&str] = &[
        "advice",
        "assessment",
        "assistance",
        "attention",
        "care",
        "help",
        "review",
        "treatment",
    ];
    const URGENT: &[&str] = &[
        "emergency",
        "immediate",
        "immediately",
        "prompt",
        "urgent",
        "urgently",
    ];
    const OTHERS: &[&str] = &["a", "an", "medical", "professional", "some", "the"];
    let (sought, from) = match text.split_once(" from ") {
        Some((sought, from)) => (sought, Some(from)),
        None => (text, None),
    };
    let sought = sought.to_lowercase();
    let mut words = sought.split_whitespace();
    words.next().filter(|word| SEEKING.contains(word))?;
    let words: Vec<&str> = words.collect();
    let is = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let said = |word: &&str| HELP.contains(word) || URGENT.contains(word) || OTHERS.contains(word);
    // `get treatment` is something else; `seek help` is not.
    let medical = is(&["medical", "professional", "emergency"]);
    let is_help =
        medical || is(&["help"]) || from.is_some() && !is(&["treatment", "care"]) || is(URGENT);
    if !words.iter().all(said) || !is(HELP) || !is_help {
        return None;
    }
    let whom = match from {
        Some(from) => whom(&from.split_whitespace().collect::<Vec<_>>()),
        None if is(&["emergency"]) => "emergency services".to_owned(),
        None => "doctor".to_owned(),
    };
    Some(Help {
        whom,
        urgent: is(URGENT),
    })
}

#[cfg(test)]
mod tests {
    use super::{Help, help_sought};

    #[test]
    fn help_is_sought_from_a_doctor_or_in_an_emergency() {
        for (text, whom, urgent) in [
            ("seek medical help", "doctor", false),
            ("get medical help", "doctor", false),
            ("seek urgent medical attention", "doctor", true),
            ("seek emergency medical care", "emergency services", true),
            ("seek urgent advice from your GP", "\"GP\"", true),
            ("seek medical advice from the clinic", "clinic", false),
            ("get advice from your pharmacist", "\"pharmacist\"", false),
        ] {
            let whom = whom.to_owned();
            assert_eq!(help_sought(text), Some(Help { whom, urgent }), "{text}");
        }
        for text in [
            "get a fever",
            "seek shade",
            "get treatment",
            "use medical tape",
        ] {
            assert_eq!(help_sought(text), None, "{text}");
        }
    }
}
