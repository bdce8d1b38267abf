//! Two protocols with words of their own: what has one name is one thing, and a class is what lies in it.

use super::{differing, told};

#[track_caller]
fn tells(old: &str, new: &str, wanted: &[&str]) {
    let found = differing(old, new);
    assert_eq!(told(&found), wanted, "{:#?}", found);
}

const TWO: &str = "substance balms { balm A, balm B }\n";
const THREE: &str = "substance balms { balm A, balm B, balm C }\n";

#[test]
fn a_class_that_gains_a_member_answers_otherwise_about_that_member() {
    let rule = "avoid balms for 3 days\n";
    tells(
        &format!("{TWO}{rule}"),
        &format!("{THREE}{rule}"),
        &["stricter balm C 0..2"],
    );
    tells(
        &format!("{THREE}{rule}"),
        &format!("{TWO}{rule}"),
        &["looser balm C 0..2"],
    );
}

#[test]
fn a_member_that_moves_to_another_class_is_told() {
    let old = "substance balms { balm A, balm B }\nsubstance oils { oil A, oil B }\navoid balms for 3 days\n";
    let new = "substance balms { balm A, oil A }\nsubstance oils { balm B, oil B }\navoid balms for 3 days\n";
    tells(old, new, &["looser balm B 0..2", "stricter oil A 0..2"]);
}

#[test]
fn things_that_no_sentence_names_and_the_order_of_words_change_nothing() {
    let old = format!("{TWO}activity aerial yoga\navoid balm A for 3 days\n");
    let new = "activity aerial yoga aka sky yoga\nsubstance balms aka salves { balm B, balm A }\navoid balm A for 3 days\n";
    tells(&old, new, &[]);
}

#[test]
fn a_thing_with_its_old_name_as_another_name_is_the_same() {
    let old = "product glow serum\navoid glow serum for 3 days\n";
    let new = "product moon serum aka glow serum\navoid moon serum for 3 days\n";
    tells(old, new, &[]);
}

#[test]
fn an_attribute_that_a_thing_gains_changes_what_sentences_are_about() {
    let old = "product balms { balm A, balm B }\nattribute scented of balms\navoid balms with scented for 3 days\n";
    let new = "product balms { balm B }\nattribute scented of balms\nproduct balm A in balms with scented\n\
        avoid balms with scented for 3 days\n";
    tells(old, new, &["stricter balm A 0..2"]);
}

#[test]
fn a_value_more_of_a_fact_is_compared_and_another_kind_is_not_decided() {
    let old = "fact tone: ordered light, dark\navoid \"x\" for 3 days if tone = dark\n";
    let new = "fact tone: ordered light, middle, dark\navoid \"x\" for 4 days if tone = dark\n";
    tells(old, new, &["stricter x 3..3"]);
    tells(
        old,
        "fact tone: mm\navoid \"x\" for 3 days if tone over 2 mm\n",
        &["undecided", "undecided"],
    );
}

#[test]
fn a_class_of_warning_signs_that_gains_a_member_is_not_decided() {
    let rule = "report trouble to clinic\n";
    let old = format!("symptom trouble {{ trouble A, trouble B }}\n{rule}");
    let new = format!("symptom trouble {{ trouble A, trouble B, trouble C }}\n{rule}");
    tells(&old, &new, &["undecided"]);
    let unnamed = new.replace(rule, "report trouble A to clinic\n");
    tells(
        &old.replace(rule, "report trouble A to clinic\n"),
        &unnamed,
        &[],
    );
}

#[test]
fn how_long_aftercare_lasts_counts() {
    let rule = "import skin-care\navoid makeup\nreport fever to clinic\nnote \"x\"\n";
    tells(
        &format!("aftercare for 2 weeks\n{rule}"),
        &format!("aftercare for 1 week\n{rule}"),
        &["looser makeup 7..13"],
    );
    tells(
        &format!("aftercare for 2 weeks\n{rule}"),
        rule,
        &["stricter makeup 14.."],
    );
}

#[test]
fn a_prescribed_medicine_is_stopped_by_neither() {
    let old = "import skin-care\navoid aspirin for 3 days\n";
    let new = "import skin-care\navoid aspirin for 2 days\n";
    let found = differing(old, new);
    assert_eq!(told(&found), ["looser aspirin 2..2"]);
    let example = found.changes[0].example.as_ref().unwrap();
    assert_eq!(example.patient, "a patient, not prescribed aspirin");
}

/// What hangs on another session than this one cannot be held against what does not.
#[test]
fn what_hangs_on_other_sessions_is_not_decided() {
    let old = "import skin-care\nsessions 3 every 4 weeks\navoid makeup between sessions\n";
    let new = "import skin-care\nsessions 3 every 4 weeks\navoid makeup for 6 weeks\n";
    assert!(told(&differing(old, new)).contains(&"undecided".to_owned()));
}
