//! `check --fix`: what is mended, what is left, and what is never touched.

use super::{Folder, run, run_with};

const HEADER: &str = "\
protocol \"P\"
version \"1\"
treatment t
aftercare for 2 weeks
effective 2026-01-01
review by 2199-01-01
source s = \"S\"
import skin-care
";

fn protocol(sentences: &str) -> String {
    format!("{HEADER}{sentences}")
}

#[test]
fn what_has_one_right_answer_is_mended() {
    let folder = Folder::new().with(
        "a.rules",
        protocol("avoid makeup 7 days [s]\navoid retinoids, for 3 dyas\n"),
    );
    let ran = folder
        .run(&["check", "--fix", "a.rules", "--on", "2026-06-01"])
        .exits(0);
    assert_eq!(
        folder.text("a.rules"),
        protocol("avoid makeup for 7 days [s]\navoid retinoids, for 3 days\n")
    );
    assert_eq!(ran.out, "a.rules: no errors, no warnings\n");
    let changes = "\
a.rules:9
  - avoid makeup 7 days [s]
  - avoid retinoids, for 3 dyas
  + avoid makeup for 7 days [s]
  + avoid retinoids, for 3 days
";
    assert_eq!(ran.err, changes);
    assert_eq!(folder.names(), ["a.rules"]);
}

#[test]
fn what_has_several_answers_is_shown() {
    let text = protocol("avoid makeup for 2 days or until healed\n");
    let folder = Folder::new().with("a.rules", &text);
    folder
        .run(&["check", "--fix", "a.rules"])
        .exits(1)
        .says(&["or-until"])
        .never_says(&["  + "]);
    assert_eq!(folder.text("a.rules"), text);
}

#[test]
fn no_name_is_put_for_another_and_no_word_or_number_is_deleted() {
    for sentence in [
        "refuse if took isotretinoin within 6..12 months\n",
        "avoid retinoid creems for 7 days\n",
        "avoid makeup 2 litres\n",
        "avoid makeup to clinic\n",
    ] {
        let text = protocol(sentence);
        let folder = Folder::new().with("a.rules", &text);
        folder
            .run(&["check", "--fix", "a.rules"])
            .exits(1)
            .says(&["help"]);
        assert_eq!(folder.text("a.rules"), text);
    }
}

#[test]
fn standard_input_is_printed_mended() {
    let text = protocol("avoid makeup 7 days\navoid nothing known\n");
    let ran = run_with(text.as_bytes(), &["check", "--fix", "-"]).exits(1);
    assert_eq!(ran.out, text.replace("makeup 7", "makeup for 7"));
    ran.says(&["standard input:9", "unknown-name", "1 error"]);
    run_with(b"", &["check", "--fix", "-", "--format", "json"]).exits(2);
}

#[test]
fn imports_and_bundled_files_are_never_touched() {
    let words = "substance serums { a serum, a serum }\n";
    let folder = Folder::new()
        .with("words.rules", words)
        .with("a.rules", "import words\navoid serums 7 days\n");
    folder.run(&["check", "--fix", "a.rules"]);
    assert_eq!(folder.text("words.rules"), words);
    assert_eq!(
        folder.text("a.rules"),
        "import words\navoid serums for 7 days\n"
    );
    run(&["check", "--fix", "microneedling"])
        .exits(2)
        .says(&["cannot be changed"]);
}
