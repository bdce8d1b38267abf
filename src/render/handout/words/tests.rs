//! The catalogues: whole, easy to read, and the same in each language.

use std::collections::BTreeSet;

use fluent_bundle::FluentResource;

use super::catalogue::Catalogue;
use super::{Language, Say};
use crate::render::handout::sayer::Sayer;

/// The messages of a catalogue, each with its text.
fn messages(language: Language) -> Vec<(String, String)> {
    let mut messages: Vec<(String, String)> = Vec::new();
    for line in language.source().lines() {
        match line.split_once(" = ") {
            Some((id, text)) if line.starts_with(|one: char| one.is_ascii_lowercase()) => {
                messages.push((id.to_owned(), text.to_owned()));
            }
            _ if line.starts_with(' ') || line.starts_with('}') => {
                let (_, text) = messages.last_mut().unwrap();
                text.push('\n');
                text.push_str(line);
            }
            _ => assert!(line.is_empty() || line.starts_with('#'), "{line}"),
        }
    }
    messages
}

/// The names of the holes of a text.
fn holes(text: &str) -> BTreeSet<&str> {
    let parts = text.split("{ $").skip(1);
    parts
        .filter_map(|part| part.split([' ', '}']).next())
        .collect()
}

#[test]
fn catalogues_are_read_without_a_mistake() {
    for language in Language::ALL {
        let read = FluentResource::try_new(language.source().to_owned());
        assert!(read.is_ok(), "{}", language.tag());
        let ids: Vec<String> = messages(language).into_iter().map(|(id, _)| id).collect();
        let once: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(
            once.len(),
            ids.len(),
            "a message stands twice in {}",
            language.tag()
        );
    }
}

#[test]
fn each_message_exists_in_each_complete_language_and_none_besides() {
    let wanted: BTreeSet<&str> = Say::ALL.iter().map(|message| message.id()).collect();
    for language in Language::ALL {
        let messages = messages(language);
        let has: BTreeSet<&str> = messages.iter().map(|(id, _)| id.as_str()).collect();
        let unused: Vec<&&str> = has.difference(&wanted).collect();
        assert!(unused.is_empty(), "{}: {unused:?}", language.tag());
        let missing: Vec<&&str> = wanted.difference(&has).collect();
        assert_eq!(
            missing.is_empty(),
            language.is_complete(),
            "{}: {missing:?}",
            language.tag()
        );
    }
    let complete = Language::ALL.into_iter().filter(|one| one.is_complete());
    assert_eq!(complete.count(), 2);
}

#[test]
fn a_message_has_the_same_holes_in_each_language() {
    let english = messages(Language::English);
    for language in Language::ALL {
        for (id, text) in messages(language) {
            let (_, same) = english.iter().find(|(other, _)| *other == id).unwrap();
            assert_eq!(holes(&text), holes(same), "{id} in {}", language.tag());
        }
    }
}

#[test]
fn what_a_language_lacks_is_said_in_english_and_marked() {
    let catalogue = Catalogue::new(Language::Arabic);
    let text = catalogue.say(Say::NextOverdue);
    assert_eq!(text.bare(), "It is late. Please call us.");
    assert!(
        text.as_str()
            .starts_with(crate::render::handout::text::ENGLISH)
    );
    assert_eq!(catalogue.missing(), ["next-overdue"]);
    let spanish = Catalogue::new(Language::Spanish);
    assert_eq!(
        spanish.say(Say::NextOverdue).bare(),
        "Es tarde. Llámenos, por favor."
    );
    assert!(spanish.missing().is_empty());
}

#[test]
fn days_are_said_as_each_language_says_them() {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 6, 7).unwrap();
    let said = |language, year| {
        let sayer = Sayer::new(language, None, year);
        (sayer.day(day).bare(), sayer.day_and_year(day).bare())
    };
    let (short, long) = said(Language::English, 2026);
    assert_eq!(
        (short.as_str(), long.as_str()),
        ("Sun 7 June", "Sun 7 June 2026")
    );
    let (short, long) = said(Language::Spanish, 2026);
    assert_eq!(
        (short.as_str(), long.as_str()),
        ("dom 7 de junio", "dom 7 de junio de 2026")
    );
    let (short, long) = said(Language::Arabic, 2026);
    assert_eq!(
        (short.as_str(), long.as_str()),
        ("الأحد 7 يونيو", "الأحد 7 يونيو 2026")
    );
    // The year is said where it is not the treatment's.
    assert_eq!(said(Language::English, 2025).0, "Sun 7 June 2026");
}

#[test]
fn lengths_of_time_have_their_forms() {
    let english = Sayer::new(Language::English, None, 2026);
    assert_eq!(english.length("4..6 weeks").bare(), "4 to 6 weeks");
    let spanish = Sayer::new(Language::Spanish, None, 2026);
    for (length, said) in [
        ("1 hour", "1 hora"),
        ("2 hours", "2 horas"),
        ("4..6 weeks", "4 a 6 semanas"),
        ("6 to 12 months", "6 a 12 meses"),
    ] {
        assert_eq!(spanish.length(length).bare(), said);
    }
    assert_eq!(spanish.missing().0, Vec::<String>::new());
    // What is no plain length is not guessed at.
    assert_eq!(spanish.length("a fortnight").bare(), "a fortnight");
    assert_eq!(spanish.missing().0, ["a fortnight"]);
}

/// The English messages as a reader meets them, a short word in each hole.
fn sentences() -> Vec<String> {
    let messages = messages(Language::English).into_iter();
    // The names of days and months are nobody's to choose.
    let messages =
        messages.filter(|(id, _)| !id.starts_with("weekday-") && !id.starts_with("month-"));
    let mut all = Vec::new();
    for (_, text) in messages {
        let mut plain = String::new();
        // Of forms for numbers, the last one.
        let text = text
            .rsplit("*[other]")
            .next()
            .unwrap()
            .trim_end_matches(['}', '\n', ' ']);
        for (index, part) in text.split("{ $").enumerate() {
            let rest = match index {
                0 => part,
                _ => {
                    plain.push_str("this");
                    part.split_once('}').map_or("", |(_, rest)| rest)
                }
            };
            plain.push_str(rest);
        }
        all.extend(
            plain
                .split(['.', '?', ':', ';'])
                .filter(|one| has_words(one))
                .map(str::to_owned),
        );
    }
    all
}

fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|one: char| !one.is_alphabetic() && one != '’');
    words
        .filter(|word| has_words(word))
        .map(str::to_lowercase)
        .collect()
}

/// How many syllables an English word has, near enough: its groups of vowels, without a silent end.
fn syllables(word: &str) -> usize {
    let vowel = |letter: char| "aeiouy".contains(letter);
    let mut count = 0;
    let mut before = false;
    for letter in word.chars() {
        count += usize::from(vowel(letter) && !before);
        before = vowel(letter);
    }
    let silent = word.ends_with('e') && !word.ends_with("le")
        || word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded");
    (count - usize::from(silent && count > 1)).max(1)
}

/// The reading grade of Flesch and Kincaid (1975).
fn grade(sentences: &[String]) -> f64 {
    let words: Vec<String> = sentences.iter().flat_map(|one| words(one)).collect();
    let count = |number: usize| f64::from(u32::try_from(number).unwrap());
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    0.39 * count(words.len()) / count(sentences.len())
        + 11.8 * count(syllables) / count(words.len())
        - 15.59
}

#[test]
fn the_words_can_be_read_by_whoever_finished_the_sixth_grade() {
    let sentences = sentences();
    assert!(sentences.len() > 200);
    let all = grade(&sentences);
    assert!(all <= 6.0, "grade {all:.1}");
    // A short sentence with one long word is easy, whatever the formula says of so few words.
    let long = sentences.iter().filter(|one| words(one).len() >= 8);
    let hard: Vec<(f64, &String)> = long
        .map(|one| (grade(std::slice::from_ref(one)), one))
        .filter(|(grade, _)| *grade > 6.0)
        .collect();
    assert!(hard.is_empty(), "{hard:?}");
}

#[test]
fn the_formula_knows_hard_words_from_easy_ones() {
    let one = |text: &str| grade(&[text.to_owned()]);
    assert!(one("keep it dry for a day") < 2.0);
    assert!(
        one("discontinue topical corticosteroid administration immediately postoperatively") > 12.0
    );
    for (word, count) in [
        ("the", 1),
        ("clinic", 2),
        ("medicine", 3),
        ("water", 2),
        ("called", 1),
        ("needed", 2),
    ] {
        assert_eq!(syllables(word), count, "{word}");
    }
}
