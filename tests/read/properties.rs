//! Two rules read alike exactly where they mean the same.

use std::path::Path;

use aftercare_dsl::bundled::BUNDLED;
use aftercare_dsl::check::{Head, Protocol, Rule};
use aftercare_dsl::read::{Dates, EXAMPLE};
use proptest::prelude::*;

use super::generate::{Sentence, near_pairs, sentences};
use super::{Read, meaning, read};
use crate::annotated::text_of;
use crate::support::{cases, config};

/// The last rule of each, whether they mean the same, and whether they read the same.
fn compared(one: &Read, other: &Read) -> Option<(bool, bool)> {
    let ((rule, says), (against, said)) = (one.rules().last()?, other.rules().last()?);
    let same = meaning::same((&one.protocol, rule), (&other.protocol, against));
    Some((same, says == said))
}

fn reads_alike_where_it_means_the_same(one: &str, other: &str) -> Result<(), TestCaseError> {
    let (Some(one), Some(other)) = (read("a.rules", one), read("a.rules", other)) else {
        return Ok(());
    };
    if one.protocol.rules.len() != 1 || other.protocol.rules.len() != 1 {
        return Ok(());
    }
    if let Some((same, alike)) = compared(&one, &other) {
        let says = |read: &Read| read.rules().map(|(_, says)| says).last();
        prop_assert_eq!(same, alike, "{:?}\n{:?}", says(&one), says(&other));
    }
    Ok(())
}

/// The text without its `at`th word, counted around.
fn without_a_word(text: &str, at: usize) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let at = at % words.len();
    let kept = words.iter().enumerate().filter(|(index, _)| *index != at);
    kept.map(|(_, word)| *word).collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(config(2_000))]

    #[test]
    fn one_part_of_a_sentence_made_anew((one, other) in near_pairs()) {
        reads_alike_where_it_means_the_same(&one.protocol(), &other.protocol())?;
    }

    #[test]
    fn one_word_of_a_sentence_lost(sentence in sentences(), at in any::<usize>()) {
        let whole = sentence.text();
        let short = without_a_word(&whole, at);
        let vocabulary = super::generate::VOCABULARY;
        reads_alike_where_it_means_the_same(
            &format!("{vocabulary}{whole}"),
            &format!("{vocabulary}{short}"),
        )?;
    }
}

/// Many sentences, the same at each run, and each with itself read back.
fn many(count: u32) -> Vec<(Sentence, Option<Read>)> {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    (0..count)
        .map(|_| sentences().new_tree(&mut runner).unwrap().current())
        .map(|one| {
            let read = read("a.rules", &one.protocol());
            (one, read)
        })
        .collect()
}

#[test]
fn no_two_of_many_sentences_read_alike_unless_they_mean_the_same() {
    let many = many(cases(3000));
    let good: Vec<&Read> = many.iter().filter_map(|(_, read)| read.as_ref()).collect();
    let rules: Vec<(&Protocol, &Rule, String)> = good
        .iter()
        .flat_map(|read| {
            let rules = read.rules();
            rules.map(|(rule, says)| (&read.protocol, rule, says))
        })
        .collect();
    assert!(
        rules.len() > many.len() / 2,
        "{} of {}",
        rules.len(),
        many.len()
    );
    for (index, (protocol, rule, says)) in rules.iter().enumerate() {
        for (other, against, said) in rules.iter().skip(index + 1) {
            let same = meaning::same((protocol, rule), (other, against));
            assert_eq!(
                same,
                says == said,
                "{}\n{}",
                rule.sentence,
                against.sentence
            );
        }
    }
}

/// What is said of the end of a ban is what the engine does there.
#[test]
fn what_is_given_back_is_what_the_engine_gives_back() {
    let many = many(cases(3000));
    let mut ended = 0;
    for read in many.iter().filter_map(|(_, read)| read.as_ref()) {
        for (rule, back) in read.protocol.rules.iter().zip(&read.back.rules) {
            let Some(Dates::Holds {
                windows, releases, ..
            }) = back.dates.first()
            else {
                continue;
            };
            // An end without a date, or before the treatment, gives nothing back yet.
            let ends = windows
                .last()
                .is_some_and(|last| last.last_day >= Some(EXAMPLE.date) && last.ends_at.is_none());
            if !matches!(rule.head, Head::Avoid { .. }) || !ends {
                continue;
            }
            ended += 1;
            let says = back.means.join(" ");
            let given = says.contains("it is allowed again") && !says.contains("came first");
            assert!(
                given == *releases || says.contains("came first"),
                "{}\n{says}",
                back.written
            );
        }
    }
    assert!(ended > many.len() / 20, "{ended}");
}

/// Sentences that differ in one word, sign or digit, and mean something else.
const LOST: &[(&str, &str)] = &[
    ("do not apply rough paste", "apply rough paste"),
    ("should use rough paste", "use rough paste"),
    ("use rough paste daily", "use rough paste"),
    ("use rough paste twice daily", "use rough paste daily"),
    ("use only rough paste", "use rough paste"),
    ("use rough paste or makeup", "use rough paste and makeup"),
    ("sessions 4..6 every 4 weeks", "sessions 46 every 4 weeks"),
    ("sessions 4 every 4..6 weeks", "sessions 4 every 46 weeks"),
    ("avoid makeup for 14 days", "avoid makeup for 4 days"),
    (
        "avoid makeup for 24..48 hours",
        "avoid makeup for 24..48 days",
    ),
    (
        "avoid makeup for at least 7 days",
        "avoid makeup for 7 days",
    ),
    ("avoid makeup for 7 days before", "avoid makeup for 7 days"),
    ("avoid makeup from day 3", "avoid makeup until day 3"),
    ("avoid makeup from settled", "avoid makeup until settled"),
    ("avoid makeup if not vegan", "avoid makeup if vegan"),
    ("avoid makeup if not vegan", "avoid makeup if vegan = no"),
    ("avoid makeup if vegan", "avoid makeup unless vegan"),
    (
        "avoid makeup if vegan or height under 180 cm",
        "avoid makeup if vegan and height under 180 cm",
    ),
    (
        "avoid makeup if height under 180 cm",
        "avoid makeup if height under 18 cm",
    ),
    (
        "avoid makeup if not (vegan and fever)",
        "avoid makeup if (not vegan) and fever",
    ),
    (
        "avoid makeup except foundation",
        "avoid makeup and foundation",
    ),
    (
        "allow makeup but not foundation",
        "allow makeup except foundation",
    ),
    ("report fever severe", "report fever"),
    ("report glow if glow severe", "report \"severe glow\""),
    ("report glow to clinic", "report glow to \"the clinic\""),
    ("expect glow", "report glow"),
    ("avoid pastes", "avoid rough paste"),
    ("avoid \"rough paste with grit\"", "avoid rough paste"),
    ("avoid \"salt and pepper\"", "avoid pastes"),
    ("avoid kits with matt", "avoid kits without matt"),
    ("avoid kits with grade 3", "avoid kits with grade 3+"),
    ("use kits as needed", "use kits daily as needed"),
    ("use kits by \"patting\"", "use kits"),
    ("use kits for 10 minutes daily", "use kits daily"),
    (
        "limit alcohol to 1 drink per day",
        "limit alcohol to 11 drinks per day",
    ),
    ("refuse if fever", "defer if fever"),
    ("note \"wait\"", "prepare \"wait\""),
    ("avoid makeup because \"it hurts\"", "avoid makeup"),
    ("avoid makeup [one]", "avoid makeup [three]"),
];

#[test]
fn what_is_lost_shows() {
    for (whole, lost) in LOST {
        let protocol = |sentence: &str| format!("{}{sentence}\n", super::generate::VOCABULARY);
        let one = read("a.rules", &protocol(whole)).unwrap_or_else(|| panic!("{whole}"));
        let other = read("a.rules", &protocol(lost)).unwrap_or_else(|| panic!("{lost}"));
        let compared = compared(&one, &other).unwrap();
        assert_eq!(compared, (false, false), "{whole}\n{lost}");
    }
}

#[test]
fn no_two_rules_of_a_protocol_read_alike_unless_they_mean_the_same() {
    let mut texts: Vec<(String, String)> = BUNDLED
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect();
    for entry in Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("examples")
        .read_dir()
        .unwrap()
    {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "rules") {
            texts.push((path.display().to_string(), text_of(&path).unwrap()));
        }
    }
    for (name, text) in texts {
        let read = read(&name, &text).unwrap_or_else(|| panic!("{name}"));
        let rules: Vec<_> = read.rules().collect();
        for (index, (rule, says)) in rules.iter().enumerate() {
            for (against, said) in rules.iter().skip(index + 1) {
                let same = meaning::same((&read.protocol, rule), (&read.protocol, against));
                assert_eq!(
                    same,
                    says == said,
                    "{}\n{}",
                    rule.sentence,
                    against.sentence
                );
            }
        }
    }
}
