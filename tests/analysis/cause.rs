//! What has one cause is one finding, which points at each of its sentences.

use aftercare_dsl::analysis::with_findings;
use aftercare_dsl::check::{Bundled, CheckOptions, check};
use aftercare_dsl::diagnostic::Diagnostic;
use aftercare_dsl::source::Sources;

/// What is found for all patients, as `code: lines: message`, the first line that of the finding.
fn found(rules: &str) -> Vec<String> {
    let text = format!("import skin-care\naftercare for 2 weeks\n{rules}");
    let mut sources = Sources::new();
    let options = CheckOptions::default();
    let checked = check(&mut sources, &Bundled, "clinic.rules", &text, &options);
    assert!(checked.protocol.is_some(), "{:#?}", checked.diagnostics);
    let known: Vec<Diagnostic> = checked.diagnostics.clone();
    let mut all = with_findings(&checked);
    all.retain(|one| !known.contains(one));
    let line = |span| sources.position(span).line - 2;
    let told = all.iter().map(|one| {
        let lines: Vec<String> = (one.labels.iter())
            .map(|label| line(label.span).to_string())
            .collect();
        format!("{}: {}: {}", one.code.name(), lines.join(" "), one.message)
    });
    told.collect()
}

#[test]
fn one_restriction_that_holds_back_five_is_one_finding() {
    let rules = "avoid products and substances for 3 days\nuse sunscreen daily from 1 day\n\
                 use moisturisers daily from 2 days\nuse cleansers daily from 1 day\n\
                 use serums from 2 days\nuse toner on days 1..2\n";
    assert_eq!(
        found(rules),
        [
            "held-back: 6 1 2 3 4 5: a restriction leaves nothing of this sentence; it holds back 4 others, too"
        ]
    );
}

#[test]
fn what_other_restrictions_hold_back_is_another_finding() {
    let rules = "avoid makeup for 3 days\navoid foundation for 5 days\nallow lipstick from 1 day\n\
                 allow mascara from 1 day\nallow foundation from 1 day\n";
    assert_eq!(
        found(rules),
        [
            "held-back: 3 1 4: a restriction cuts the time that this sentence says; it holds back one other, too",
            "held-back: 5 1 2: a restriction cuts the time that this sentence says"
        ]
    );
}

#[test]
fn what_one_sentence_says_all_of_is_one_finding() {
    let rules = "avoid sauna for 7 days\navoid steam room for 7 days\navoid heat for 7 days\n\
                 avoid heat for 9 days\navoid makeup for 2 days\navoid makeup for 3 days\n";
    assert_eq!(
        found(rules),
        [
            "implied: 1 4 2 3: another sentence says all of this, and more; 2 others add nothing to it either",
            "implied: 5 6: another sentence says all of this, and more"
        ]
    );
}

/// Of two that say all of it one is told.
#[test]
fn what_two_sentences_say_all_of_is_one_finding() {
    let rules = "avoid heat for 9 days\navoid sauna for 7 days\navoid sauna for 8 days if pregnant\n\
                 avoid sauna and steam room for 9 days\n";
    assert_eq!(
        found(rules),
        [
            "implied: 2 1 3 4: another sentence says all of this, and more; 2 others add nothing to it either"
        ]
    );
}

#[test]
fn a_condition_of_nobody_is_one_finding_and_what_it_holds_back_is_none() {
    let rules = "avoid makeup for 7 days\nwhen age < 7 and age > 14 {\n  use foundation for 2 days\n  \
                 avoid swimming for 3 days\n}\n";
    assert_eq!(
        found(rules),
        [
            "never-applies: 3 4: no patient meets the condition of this sentence, which one other shares"
        ]
    );
}

#[test]
fn one_value_that_is_left_out_is_one_finding() {
    let rules = "when skin type in I..II {\n  avoid direct sun for 3 days\n  avoid sauna for 3 days\n}\n\
                 when skin type in IV..VI {\n  avoid direct sun for 7 days\n  avoid sauna for 7 days\n}\n";
    assert_eq!(
        found(rules),
        ["gap: 2 6 3 7: some values of `skin type` are not spoken for, and others are"]
    );
}

/// A class whose members are prescribed, however many of them there are and however often it is banned.
#[test]
fn bans_on_medicines_without_a_prescriber_are_one_finding() {
    let rules = "avoid NSAIDs for 7 days\navoid anticoagulants for 3 days\navoid blood thinners before treatment\n";
    assert!(found(rules).contains(
        &"no-prescriber: 1 2 3: some of `NSAIDs` are prescribed, and no sentence asks the prescriber; 2 other sentences ban such classes, too".to_owned()
    ), "{:#?}", found(rules));
}

/// What a sentence accepts is of that sentence alone.
#[test]
fn an_accepted_sentence_leaves_the_others_of_its_cause() {
    let accepts = "accept held-back because \"it is meant so\"";
    let rules = |at: usize| {
        let all = ["use sunscreen from 1 day", "use serums from 2 days"];
        let line = |(index, sentence): (usize, &str)| match index == at {
            true => format!("{sentence} {accepts}\n"),
            false => format!("{sentence}\n"),
        };
        let lines: String = all.into_iter().enumerate().map(line).collect();
        format!("avoid products and substances for 3 days\n{lines}")
    };
    let cut = |line: usize| {
        vec![format!(
            "held-back: {line} 1: a restriction cuts the time that this sentence says"
        )]
    };
    assert_eq!(found(&rules(0)), cut(3));
    assert_eq!(found(&rules(1)), cut(2));
}
