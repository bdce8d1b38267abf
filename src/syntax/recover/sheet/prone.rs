//! `if you are prone to cold sores`: what is known of a patient before the treatment is a fact, and no sign that comes.

use super::{Lead, lead, without_article};

/// Words of what somebody has had again and again.
const PRONE: &[&str] = &[
    " you are prone to ",
    " you're prone to ",
    " you\u{2019}re prone to ",
    " you are susceptible to ",
    " you have a history of ",
    " you suffer from ",
    " you suffer with ",
    " you tend to get ",
    " you often get ",
    " you get ",
];

/// What the lists of the bundled vocabulary ask of it.
const LISTED: &[(&str, &str)] = &[
    ("cold sore", "conditions includes cold sore history"),
    ("cold sores", "conditions includes cold sore history"),
    ("herpes", "conditions includes herpes history"),
    ("keloid", "conditions includes keloid tendency"),
    ("keloid scars", "conditions includes keloid tendency"),
    ("keloids", "conditions includes keloid tendency"),
];

/// What ends the name of what somebody is prone to.
const ENDS: &[&str] = &[
    ", ",
    " because ",
    " before ",
    " for ",
    " from ",
    " unless ",
    " until ",
    " [",
    " while ",
];

/// `you are prone to cold sores`
pub(super) fn prone_to(sentence: &str) -> Option<Lead> {
    let word = PRONE.iter().find(|word| {
        let at = sentence.find(**word);
        // What somebody gets after the treatment is a sign.
        at.is_some() && (**word != " you get " || sentence.contains(" before"))
    })?;
    let at = sentence.find(word)?;
    let asks = ["if", "If", "unless"];
    if !asks
        .iter()
        .any(|ask| sentence.get(..at).is_some_and(|front| front.ends_with(ask)))
    {
        return None;
    }
    let rest = sentence.get(at + word.len()..)?;
    let end = ENDS.iter().filter_map(|end| rest.find(end)).min();
    let named = rest.get(..end.unwrap_or(rest.len()))?.trim_end_matches('.');
    let range = at + 1..at + word.len() + named.len();
    let named = without_article(named);
    if let Some((_, text)) = LISTED.iter().find(|(said, _)| *said == named) {
        return Some(lead(range, *text));
    }
    let mut found = lead(range, "");
    found.is_sure = false;
    let first = named.split([',', ' ']).next()?;
    let one = match named.contains(" or ") || named.contains(" and ") {
        true => first,
        false => named,
    };
    found.more = Some(format!(
        "ask for what is known before the treatment: where a list has it write `conditions includes {one}`; else declare \
         `fact \"prone to {one}\": yes or no`, and write `prone to {one}`"
    ));
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::prone_to;

    #[test]
    fn what_is_known_before_is_no_sign() {
        for said in [
            "take aciclovir for 1 day before if you get cold sores",
            "take aciclovir for 1 day before if you suffer from cold sores",
            "if you are prone to cold sores, take aciclovir",
        ] {
            let text = prone_to(said).map(|lead| lead.text);
            let history = "conditions includes cold sore history";
            assert_eq!(text.as_deref(), Some(history), "{said}");
        }
        let rosacea = prone_to("avoid sauna if you suffer from rosacea").and_then(|lead| lead.more);
        assert!(rosacea.is_some_and(|more| more.contains("`conditions includes rosacea`")));
        assert_eq!(prone_to("report fever if you get a fever"), None);
    }
}
