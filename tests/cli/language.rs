//! `language`: docs/language.md on a terminal.

use super::run;

const PAGE: &str = include_str!("../../docs/language.md");

/// The headings of the page, without the shares behind them.
fn headings() -> impl Iterator<Item = (bool, &'static str)> {
    PAGE.lines().filter_map(|line| {
        let (marks, title) = line.split_once("# ")?;
        let title = title.split(": ").next()?;
        marks
            .chars()
            .all(|mark| mark == '#')
            .then_some((marks.len() < 2, title))
    })
}

#[test]
fn the_whole_page_has_no_marks_of_markdown_and_fits() {
    let page = run(&["language"]).exits(0).out;
    for mark in ["<!--", "](#", "```", "\n|", "**", "\n#", "\u{1}"] {
        assert!(!page.contains(mark), "{mark:?}");
    }
    for line in page.lines().filter(|line| !line.starts_with("    ")) {
        assert!(line.chars().count() <= 80, "{line}");
    }
    for (is_chapter, title) in headings() {
        let title = if is_chapter {
            title.to_uppercase()
        } else {
            title.to_owned()
        };
        assert!(page.lines().any(|line| line.starts_with(&title)), "{title}");
    }
}

#[test]
fn every_heading_can_be_asked_for() {
    for (_, title) in headings().skip(1) {
        let asked = title.to_lowercase();
        let ran = run(&[vec!["language"], asked.split(' ').collect()].concat()).exits(0);
        let first = ran.out.lines().next().unwrap_or_default();
        assert!(first.to_lowercase().starts_with(&asked), "{title}: {first}");
        let chapters = headings().filter(|(is_chapter, _)| *is_chapter);
        let shown =
            chapters.filter(|(_, one)| ran.out.contains(&format!("\n{}\n", one.to_uppercase())));
        assert_eq!(shown.count(), 0, "{title} shows another chapter, too");
    }
}

#[test]
fn a_word_is_looked_up() {
    let ran = run(&["language", "until"]).exits(0);
    let ran = ran.prints(&[
        "\nTIMES\n",
        "`until POINT`",
        "`avoid makeup until healed, at most 7 days`",
    ]);
    assert!(!ran.out.contains("`tonight`"), "{}", ran.out);
    assert!(!ran.out.contains("RESERVED WORDS"), "{}", ran.out);
    run(&["language", "report"])
        .exits(0)
        .prints(&["\nWhen to call: ", "    report cold sore outbreak"]);
    run(&["language", "if", "it", "persists"])
        .exits(0)
        .prints(&["One thing after another"]);
}

#[test]
fn what_it_does_not_know_it_says() {
    run(&["language", "tims"]).exits(2).says(&[
        "the reference says nothing of `tims`",
        "did you mean `times`?",
    ]);
    run(&["language", "frobnicate"])
        .exits(2)
        .says(&["its sections are", "`all heads`"]);
    run(&["language", "\u{1b}[31m"]).exits(2);
}
