//! One medicine in two doses: of two treatments, and of a protocol and what `--with` adds.

use super::Folder;

fn folder() -> Folder {
    let protocol = |treatment: &str, dose: &str| {
        format!(
            "import skin-care\ntreatment {treatment}\naftercare for 2 weeks\n\
             antiviral: take valaciclovir {dose} for 5 days\n\
             use moisturiser daily\n"
        )
    };
    let twice = protocol("microneedling", "500 mg twice daily");
    Folder::new()
        .with("needling.rules", twice)
        .with("peel.rules", protocol("chemical peel", "1 g twice daily"))
        .with(
            "same.rules",
            protocol("chemical peel", "500 mg twice daily"),
        )
        .with(
            "jo.toml",
            "[treatments.microneedling]\ntreated = 2026-06-01\n\
             [treatments.\"chemical peel\"]\ntreated = 2026-06-03\n",
        )
        .with("one.toml", "treated = 2026-06-01\n")
}

#[test]
fn two_treatments_that_dose_a_medicine_differently_are_told_so() {
    let eval = |second: &str| {
        let all = [
            "eval",
            "needling.rules",
            second,
            "--patient",
            "jo.toml",
            "--on",
            "2026-06-03",
        ];
        folder().run(&all)
    };
    eval("peel.rules").prints(&[
        "WHERE YOUR TREATMENTS DIFFER",
        "valaciclovir 500 mg twice daily",
        "valaciclovir 1 g twice daily",
        "two doses of one medicine",
    ]);
    let same = eval("same.rules");
    assert!(
        !same.out.contains("WHERE YOUR TREATMENTS DIFFER"),
        "{}",
        same.out
    );
}

#[test]
fn what_is_added_in_another_dose_is_told_so() {
    let eval = |with: &str| {
        let all = [
            "eval",
            "needling.rules",
            "--patient",
            "one.toml",
            "--on",
            "2026-06-03",
            "--with",
            with,
        ];
        folder().run(&all)
    };
    eval("take valaciclovir 500 mg three times a day for 7 days because \"she needs more\"")
        .says(&["in two doses", "replace antiviral: ..."]);
    let later =
        eval("take valaciclovir 1 g three times a day on days 8..9 because \"she needs more\"");
    assert!(!later.err.contains("two doses"), "{}", later.err);
}
