//! A plan says what the author says: the vocabulary's first name stands beside a brand or a short form alone.

use serde_json::json;

use super::{all, plan, text_of, thing};

const WORDS: &str = "\
substance sunny creams aka \"rays lotion\" {
  first cream aka Brandex
  second cream
}
";

fn written(sentence: &str) -> serde_json::Value {
    let plan = plan(&format!("{WORDS}{sentence}"), "", 2);
    plan["directives"][0]["written"].clone()
}

#[test]
fn a_thing_is_called_what_the_author_calls_it() {
    assert_eq!(
        written("avoid rays lotions for 7 days"),
        json!(["rays lotions"])
    );
    assert_eq!(
        written("avoid sunny creams for 7 days"),
        json!(["sunny creams"])
    );
    let plan = plan(&format!("{WORDS}avoid rays lotion for 7 days"), "", 2);
    assert_eq!(
        all(&plan, "directives", "items"),
        [&json!(["sunny creams"])]
    );
    assert_eq!(thing(&plan, "sunny creams")["called"], "rays lotion");
}

#[test]
fn a_brand_says_what_it_stands_for() {
    let brand = json!(["Brandex (first cream)"]);
    assert_eq!(written("avoid Brandex for 7 days"), brand);
    let page = text_of(&format!("{WORDS}avoid Brandex for 7 days"));
    assert!(page.contains("- Brandex (first cream). Until"), "{page}");
    assert!(page.contains(": Brandex (first cream)."), "{page}");
}

#[test]
fn what_a_sentence_names_twice_is_listed_once_under_both_names() {
    let two = "avoid first cream, second cream and Brandex for 7 days";
    let said = json!(["first cream (Brandex)", "second cream"]);
    assert_eq!(written(two), said);
    let plan = plan(&format!("{WORDS}{two}"), "", 2);
    let items = json!(["first cream", "second cream"]);
    assert_eq!(all(&plan, "directives", "items"), [&items]);
}

#[test]
fn attributes_stand_where_the_author_has_them() {
    let before = json!(["mineral sun cream"]);
    assert_eq!(written("use mineral sun cream daily"), before);
    let behind = json!(["sun cream with spf 30 or more"]);
    assert_eq!(written("use sun cream with spf 30+ daily"), behind);
}

/// `do not touch` under "Avoid" is touching.
#[test]
fn a_deed_that_is_forbidden_goes_by_its_own_name() {
    assert_eq!(written("do not touch for 7 days"), json!(["touching"]));
}
