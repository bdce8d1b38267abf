//! The page as such: its width, its escapes, its colours.

use crate::plan::{Directive, Question};
use crate::render::sample::{avoid, contact, empty, full, note, question, texts, undated, window};

use super::{page, shows};
use crate::render::text::{TextOptions, columns, text};

#[test]
fn every_line_fits_every_width() {
    let long = "sehrlangeswort".repeat(20);
    let mut plan = contact(full());
    plan.notes = vec![note(&long)];
    plan.questions.push(Question {
        decides: Vec::new(),
        ..question(&long, &long, &long, &long)
    });
    plan.directives.push(Directive {
        because: Some("皮膚".repeat(60)),
        ..avoid(&[&long], vec![window(1, 7)])
    });
    for width in [24, 40, 80, 100] {
        let page = text(
            &plan,
            &TextOptions {
                width,
                colour: false,
            },
        );
        let wide = page.lines().find(|line| columns(line) > width);
        assert_eq!(wide, None);
        assert!(!page.lines().any(|line| line.ends_with(' ')), "{page}");
    }
}

#[test]
fn file_text_cannot_act_on_the_terminal() {
    let nasty = "a\u{1b}[2J\u{202e}\u{7}\u{9b}b";
    let mut plan = contact(full());
    plan.notes = vec![note(nasty)];
    plan.treatments[0].protocol = Some(nasty.into());
    plan.sources[0].title = nasty.into();
    plan.directives[0].written = texts(&[nasty]);
    plan.red_flags[0].written = texts(&[nasty]);
    let page = page(&plan);
    assert!(
        !page
            .chars()
            .any(|c| c != '\n' && crate::render::is_hidden(c)),
        "{page:?}"
    );
    assert_eq!(
        page.to_lowercase()
            .matches("a\\u{1b}[2j\\u{202e}\\u{7}\\u{9b}b")
            .count(),
        6,
        "{page}"
    );
}

#[test]
fn colour_only_adds_codes() {
    let plan = contact(full());
    let coloured = text(
        &plan,
        &TextOptions {
            width: 80,
            colour: true,
        },
    );
    let mut bare = coloured.clone();
    for code in [
        "\u{1b}[0m",
        "\u{1b}[1m",
        "\u{1b}[1;36m",
        "\u{1b}[1;31m",
        "\u{1b}[1;33m",
        "\u{1b}[2m",
    ] {
        bare = bare.replace(code, "");
    }
    assert_ne!(coloured, bare);
    assert_eq!(bare, page(&plan));
}

#[test]
fn no_interval_brackets_but_source_numbers() {
    for plan in [full(), undated(), contact(full())] {
        for part in page(&plan).split('[').skip(1) {
            let number: String = part.chars().take_while(|c| *c != ']').collect();
            assert!(number.parse::<u8>().is_ok(), "{number}");
        }
    }
}

#[test]
fn an_empty_plan_is_a_page() {
    let page = page(&empty());
    shows(&page, "READY: nothing in this plan is open.");
}
