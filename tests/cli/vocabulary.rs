//! `vocabulary`: trees and entries.

use super::{Folder, run};

#[test]
fn an_overview_counts_what_is_in_each_class() {
    let ran = run(&["vocabulary"]).exits(0);
    let ran = ran.prints(&[
        "substance (",
        "active ingredients (",
        "\nmedicine (",
        "fact\n  age: a number of years\n",
        "`aftercare-dsl vocabulary CLASS` shows them",
    ]);
    let lines = ran.out.lines().count();
    assert!(lines < 150, "{lines} lines");
}

#[test]
fn a_kind_is_a_tree_of_its_classes() {
    run(&["vocabulary", "substance"])
        .exits(0)
        .prints(&["retinoids (also: vitamin A creams, retinoid cream)\n"])
        .prints(&["...see above"]);
}

#[test]
fn a_thing_is_told_with_all_that_is_known_of_it() {
    run(&["vocabulary", "retinoids"])
        .exits(0)
        .prints(&[
            "kind          substance",
            "also called   vitamin A creams, retinoid cream",
        ])
        .prints(&[
            "is among      active ingredients, light-sensitising ingredients, substance,",
            "  below it\n",
            "adapalene",
        ]);
    run(&["vocabulary", "Differin"])
        .exits(0)
        .prints(&["adapalene gel\n", "retinoids"]);
    run(&["vocabulary", "sunscreen"])
        .exits(0)
        .prints(&["can have      spf"]);
    run(&["vocabulary", "spf"])
        .exits(0)
        .prints(&["value         a number", "said of       sunscreen"]);
    run(&["vocabulary", "skin type"])
        .exits(0)
        .prints(&["answers       I, II, III"]);
    run(&["vocabulary", "substance"])
        .exits(0)
        .prints(&["class of all things of its kind"]);
}

#[test]
fn names_that_are_not_there_get_a_suggestion() {
    run(&["vocabulary", "retinods"])
        .exits(2)
        .says(&["did you mean `retinoids`?"]);
    run(&["vocabulary", "anaesthetic"])
        .exits(2)
        .says(&["these hold the word", "`anaesthetic cream`"]);
    run(&["vocabulary", "xyzzy"])
        .exits(2)
        .says(&["has no `xyzzy`"]);
}

#[test]
fn a_protocol_has_words_of_its_own() {
    let folder = Folder::new()
        .with(
            "a.rules",
            "import words\nsubstance foam in soap\navoid foam for 2 days\n",
        )
        .with("words.rules", "substance soap aka \"bar soap\"\n");
    folder
        .run(&["vocabulary", "--protocol", "a.rules"])
        .exits(0)
        .prints(&["substance (3)\n  soap (2)\n"]);
    folder
        .run(&["vocabulary", "substance", "--protocol", "a.rules"])
        .exits(0)
        .prints(&["soap (also: bar soap)\n", "foam\n"]);
    folder
        .run(&["vocabulary", "foam", "--protocol", "a.rules"])
        .exits(0)
        .prints(&["is among      soap, substance", "declared      a.rules:2"]);
    folder
        .run(&["vocabulary", "--protocol", "gone.rules"])
        .exits(5);
    folder
        .run(&["vocabulary", "foam", "--protocol", "microneedling"])
        .exits(2);
}

#[test]
fn a_name_of_several_words_needs_no_quotes() {
    let quoted = run(&["vocabulary", "blood thinners"]).exits(0);
    let bare = run(&["vocabulary", "blood", "thinners"]).exits(0);
    assert_eq!(bare.out, quoted.out);
    run(&["vocabulary", "blod", "thinners"])
        .exits(2)
        .says(&["blood thinners"]);
}
