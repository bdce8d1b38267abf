//! Forgiven spellings: each row is the canonical text and another that says the same. Both read
//! without a word of complaint, into equal trees.

use std::collections::BTreeSet;

use aftercare_dsl::source::Sources;
use aftercare_dsl::syntax::tree::{Item, Statement};
use aftercare_dsl::syntax::{Parsed, parse};

/// The canonical text, and the forgiven one. Both must give the same tree.
pub const ROWS: &[(&str, &str)] = &[
    // How long it takes each time, kept apart from what it is done before.
    (
        "apply moisturiser 10 minutes, before each cleansing",
        "apply moisturiser  10 minutes ,  before  each cleansing",
    ),
    // Characters.
    ("note \"it stings\"", "note \u{201c}it stings\u{201d}"),
    ("note \"it stings\"", "note \u{201e}it stings\u{201c}"),
    ("avoid \"day cream\"", "avoid \u{201c}day cream\u{201d}"),
    (
        "avoid direct sun for 7 days",
        "avoid\u{a0}direct\u{a0}sun for\u{202f}7\u{a0}days",
    ),
    (
        "avoid direct sun for 7 days",
        "\u{feff}avoid direct sun\tfor\t7 days\r\n",
    ),
    (
        "avoid direct sun for 7 days",
        "avoid  direct   sun  for  7   days   ",
    ),
    (
        "avoid direct sun for at least 7 days",
        "avoid direct sun for at \t least 7 days",
    ),
    (
        "avoid direct sun for at most 7 days",
        "avoid direct sun for at\n    most 7 days",
    ),
    (
        "avoid direct sun for up to 7 days",
        "avoid direct sun for up  to 7 days",
    ),
    (
        "avoid direct sun until healed, at least 3 days, at most 7 days",
        "avoid direct sun until healed, at  least 3 days, at  most 7 days",
    ),
    ("refuse if age at least 18", "refuse if age at  least 18"),
    (
        "refuse if age at most 18",
        "refuse if age is at\u{a0} most 18",
    ),
    (
        "use sunscreen with spf at least 30",
        "use sunscreen with spf at  least 30",
    ),
    (
        "apply serum at least twice a day as needed",
        "apply serum at  least twice a day as\n  needed",
    ),
    (
        "avoid makeup on lips or near lips",
        "avoid makeup on or near lips",
    ),
    (
        "apply ointment on eyes, around eyes and on lips",
        "apply ointment on and around the eyes and on lips",
    ),
    (
        "take aspirin at most 4 g per day",
        "take aspirin up to 4 g daily",
    ),
    (
        "take aspirin at most 2 tablets per week as needed",
        "take aspirin up to 2 tablets once a week as needed",
    ),
    (
        "report fever above 38 C lasting 2 days",
        "report fever over 38 C lasting 2 days",
    ),
    (
        "apply serum after each cleansing in the morning",
        "apply serum after every cleansing, in the morning",
    ),
    (
        "drink water at most 8 times per day",
        "drink water at  most 8 times per day",
    ),
    (
        "limit alcohol to at most 2 drinks per day",
        "limit alcohol to at  most 2 drinks per day",
    ),
    (
        "limit alcohol to up to 2 drinks per day",
        "limit alcohol to up  to 2 drinks per day",
    ),
    ("do not use makeup", "do  not use makeup"),
    (
        "avoid isotretinoin until 6 months after isotretinoin last taken",
        "avoid isotretinoin until 6 months after isotretinoin last  taken",
    ),
    ("avoid St John's wort", "avoid St John's\u{200b} wort"),
    ("avoid Retin-A", "avoid Retin\u{2011}A"),
    // Ranges.
    (
        "avoid makeup for 4..6 weeks",
        "avoid makeup for 4\u{2013}6 weeks",
    ),
    (
        "avoid makeup for 4..6 weeks",
        "avoid makeup for 4 \u{2014} 6 weeks",
    ),
    ("avoid makeup for 4..6 weeks", "avoid makeup for 4-6 weeks"),
    (
        "avoid makeup for 4..6 weeks",
        "avoid makeup for 4 to 6 weeks",
    ),
    (
        "avoid makeup for 4..6 weeks",
        "avoid makeup for 4 .. 6 weeks",
    ),
    (
        "avoid makeup for 4..6 weeks",
        "avoid makeup for 4...6 weeks",
    ),
    (
        "avoid makeup for 4..6 weeks",
        "avoid makeup for four to six weeks",
    ),
    (
        "avoid makeup for 24 hours..3 days",
        "avoid makeup for 24 hours \u{2013} 3 days",
    ),
    (
        "avoid makeup for 24 hours..3 days",
        "avoid makeup for 24 hours to 3 days",
    ),
    ("expect flaking on days 3..7", "expect flaking on days 3-7"),
    (
        "expect flaking on days 3..7",
        "expect flaking on day 3 to 7",
    ),
    (
        "expect flaking on days 3..7",
        "expect flaking on days 3 to day 7",
    ),
    (
        "sessions 3..6 every 4..6 weeks",
        "sessions 3 to 6 every 4-6 weeks",
    ),
    (
        "avoid sun if skin type in IV..VI",
        "avoid sun if skin type in IV\u{2013}VI",
    ),
    (
        "avoid sun if skin type in IV..VI",
        "avoid sun if skin type in IV to VI",
    ),
    (
        "avoid sun if skin type in IV..VI",
        "avoid sun if skin type is in IV-VI",
    ),
    ("avoid heat on day -3", "avoid heat on day \u{2212}3"),
    // Numbers and units.
    ("avoid makeup for 1 week", "avoid makeup for 1 weeks"),
    ("avoid makeup for 1 week", "avoid makeup for a week"),
    ("avoid makeup for 1 week", "avoid makeup for one week"),
    ("avoid makeup for 1 hour", "avoid makeup for an hour"),
    (
        "avoid makeup for 30 minutes",
        "avoid makeup for half an hour",
    ),
    ("avoid makeup for 12 days", "avoid makeup for twelve days"),
    ("avoid makeup for 12 hours", "avoid makeup for 12 hrs"),
    ("avoid makeup for 12 hours", "avoid makeup for 12h"),
    (
        "avoid makeup for 7 days",
        "avoid makeup for the first 7 days",
    ),
    (
        "avoid makeup for 7 days",
        "avoid makeup for 7 days after treatment",
    ),
    ("avoid makeup on day 2", "avoid makeup on day two"),
    ("drink water 2 litres daily", "drink water 2 litres a day"),
    // How often.
    ("use serum daily", "use serum every day"),
    ("use serum daily", "use serum each day"),
    ("use serum daily", "use serum once daily"),
    ("use serum daily", "use serum once a day"),
    ("use serum twice daily", "use serum twice a day"),
    ("use serum twice daily", "use serum 2 times a day"),
    ("use serum twice daily", "use serum two times per day"),
    ("use serum twice daily", "use serum 2 times daily"),
    (
        "use serum 2..3 times a week",
        "use serum 2-3 times each week",
    ),
    ("use serum every 2 days", "use serum every other day"),
    ("use serum every morning", "use serum each morning"),
    (
        "use serum after each cleansing",
        "use serum after every cleansing",
    ),
    ("use serum daily as needed", "use serum as needed, daily"),
    (
        "take aspirin at most 8 per day",
        "take aspirin at most 8 a day",
    ),
    (
        "limit alcohol to 1 drink per day",
        "limit alcohol to at most 1 drink a day",
    ),
    (
        "limit alcohol to 1 drink per day",
        "limit alcohol to 1 drink each day",
    ),
    ("wash face twice daily", "wash your face twice daily"),
    ("use ice pack on face", "use an ice pack on your face"),
    (
        "use ointment in a very thin layer",
        "use a very thin layer of ointment",
    ),
    ("use ointment in a layer", "use a layer of your ointment"),
    (
        "expect swelling mostly on day 2",
        "expect swelling, most on day 2",
    ),
    (
        "product night balm in moisturiser",
        "product your night balm in moisturiser",
    ),
    ("limit alcohol to a minimum", "limit alcohol to the minimum"),
    (
        "maintenance every 6 months",
        "maintenance, every six months",
    ),
    // Windows.
    ("use serum from 2 days", "use serum after 2 days"),
    ("use serum from healed", "use serum once healed"),
    ("use serum from healed", "use serum after healed"),
    (
        "use serum from day 2 for 5 days",
        "use serum for 5 days from day 2",
    ),
    ("use serum from day 2", "use serum from day 2 onwards"),
    ("avoid makeup until healed", "avoid makeup till healed"),
    (
        "avoid makeup before treatment",
        "avoid makeup before the treatment",
    ),
    (
        "avoid sun for at least 1 week, better 2 weeks",
        "avoid sun for at least 1 week better 2 weeks",
    ),
    (
        "avoid sun for at least 1 week, better 2 weeks",
        "avoid sun for at least a week, ideally 2 weeks",
    ),
    ("avoid sun for up to 1 week", "avoid sun for at most 1 week"),
    (
        "avoid sun for 5 days before",
        "avoid sun for 5 days before treatment",
    ),
    (
        "avoid sun for 5 days before and 5 days after",
        "avoid sun for 5 days before and after",
    ),
    (
        "avoid sun for 5 days before and 7 days after",
        "avoid sun for 5 days before and 7 days after treatment",
    ),
    // Words.
    ("avoid makeup for 7 days", "Avoid makeup For 7 Days"),
    ("do not scratch", "Do not scratch."),
    ("do not scratch", "don't scratch"),
    ("do not scratch", "don\u{2019}t scratch"),
    ("avoid makeup for 2 days", "do not use makeup for 2 days"),
    ("avoid makeup for 2 days", "don't wear makeup for 2 days"),
    ("avoid aspirin", "never take aspirin"),
    ("moisturise face daily", "moisturize face daily"),
    ("apply serum", "Apply serum"),
    ("wear hat while outdoors", "wear hat during outdoors"),
    (
        "avoid products except ointment",
        "avoid products except for ointment",
    ),
    ("ask prescriber \"x\"", "ask the prescriber \"x\""),
    (
        "report fever to clinic within 2 hours",
        "Report fever, to the clinic, within two hours.",
    ),
    ("visit \"check\" day 7", "visit \"check\" on day 7"),
    (
        "use sunscreen with spf 30+",
        "Use sunscreen With spf at least 30",
    ),
    (
        "use sunscreen with spf 30+",
        "use sunscreen with spf 30 or more",
    ),
    // Conditions.
    ("avoid heat if age under 18", "avoid heat if age < 18"),
    (
        "avoid heat if age at least 18",
        "avoid heat if age \u{2265} 18",
    ),
    ("avoid heat if sex = female", "avoid heat if sex is female"),
    (
        "avoid heat if sex != female",
        "avoid heat if sex is not female",
    ),
    (
        "avoid heat if pregnant or breastfeeding",
        "avoid heat if pregnant, or breastfeeding",
    ),
    (
        "when pregnant { avoid heat }",
        "whenever pregnant\n{\n\tavoid heat.\n}",
    ),
    (
        "avoid heat if took aspirin within 2 weeks",
        "avoid heat if took aspirin within the last 2 weeks",
    ),
    // Commas, full stops and line ends before clauses.
    (
        "avoid heat for 2 days if pregnant because \"x\" [a]",
        "avoid heat, for 2 days, if pregnant, because \"x\", [a].",
    ),
    (
        "avoid heat for 2 days if pregnant",
        "avoid heat\n    for 2 days\n    if pregnant",
    ),
    ("avoid a, b and c", "avoid a,\nb\n  and c"),
    ("avoid a, b and c", "avoid a, b, and c"),
    (
        "steps \"x\" { use a\n then use b }",
        "steps \"x\" {\n  use a,\n  then use b\n}",
    ),
    (
        "steps \"x\" { use a\n then use b }",
        "steps \"x\" { use a then use b }",
    ),
];

/// A lead stands in front of its sentence and is the same clause there; the tree only keeps which it was.
pub const LEADS: &[(&str, &str)] = &[
    ("avoid heat if pregnant", "if pregnant, avoid heat"),
    ("avoid heat for 24 hours", "For 24 hours, avoid heat."),
    ("avoid heat today", "today, avoid heat"),
    ("use serum from 2 days", "after 2 days, use serum"),
];

fn read(text: &str) -> Parsed {
    let mut sources = Sources::new();
    let id = sources.add("test", text);
    let parsed = parse(id, text, &BTreeSet::new());
    assert!(
        parsed.diagnostics.is_empty(),
        "{text}\n{:?}",
        parsed.diagnostics
    );
    assert!(!parsed.file.items.is_empty(), "{text}");
    parsed
}

#[test]
fn forgiven_spellings_give_the_canonical_tree() {
    assert!(ROWS.len() + LEADS.len() >= 40);
    for (canonical, forgiven) in ROWS {
        let (one, other) = (read(canonical), read(forgiven));
        assert_eq!(one.file.items, other.file.items, "{forgiven}");
    }
}

#[test]
fn a_lead_is_a_clause() {
    for (canonical, forgiven) in LEADS {
        let mut led = read(forgiven).file.items;
        for item in &mut led {
            if let Item::Statement(Statement::Sentence(sentence)) = &mut item.node {
                assert!(sentence.lead.take().is_some(), "{forgiven}");
            }
        }
        assert_eq!(read(canonical).file.items, led, "{forgiven}");
    }
}
