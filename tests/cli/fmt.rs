//! `fmt`: files, standard input, `--check` and `--diff`.

use super::{Folder, run, run_with};

const LOOSE: &str = "No makeup for 24-48 hrs   # or longer\n\n\nuse serum 2 times a day";
const FORM: &str = "avoid makeup for 24..48 hours  # or longer\n\nuse serum twice daily\n";

#[test]
fn a_file_is_written_anew() {
    let folder = Folder::new().with("a.rules", LOOSE).with("b.rules", FORM);
    folder
        .run(&["fmt", "a.rules", "b.rules"])
        .exits(0)
        .prints(&["a.rules: formatted\n", "b.rules: no change\n"]);
    assert_eq!(folder.text("a.rules"), FORM);
    folder
        .run(&["fmt", "--check", "a.rules", "b.rules"])
        .exits(0);
    assert_eq!(folder.names(), ["a.rules", "b.rules"]);
}

#[test]
fn standard_input_goes_to_standard_output() {
    let ran = run_with(LOOSE.as_bytes(), &["fmt", "-"]).exits(0);
    assert_eq!(ran.out, FORM);
    assert_eq!(ran.err, "");
    run_with(b"", &["fmt", "-", "-"]).exits(2).says(&["once"]);
}

#[test]
fn a_byte_order_mark_and_other_line_ends_go() {
    let ran = run_with("\u{feff}avoid a\r\n\r\navoid b".as_bytes(), &["fmt", "-"]).exits(0);
    assert_eq!(ran.out, "avoid a\n\navoid b\n");
}

#[test]
fn check_and_diff_change_nothing() {
    let folder = Folder::new().with("a.rules", LOOSE).with("b.rules", FORM);
    let ran = folder
        .run(&["fmt", "--check", "a.rules", "b.rules"])
        .exits(1);
    assert_eq!(ran.out, "a.rules: not in the canonical layout\n");
    let ran = folder
        .run(&["fmt", "--diff", "a.rules", "b.rules"])
        .exits(1);
    let diff = "\
--- a.rules
+++ a.rules (formatted)
@@ -1,4 +1,3 @@
-No makeup for 24-48 hrs   # or longer
-
+avoid makeup for 24..48 hours  # or longer
 
-use serum 2 times a day
\\ No newline at end of file
+use serum twice daily
";
    assert_eq!(ran.out, diff);
    assert_eq!(folder.text("a.rules"), LOOSE);
}

#[test]
fn a_file_with_errors_stays_byte_for_byte() {
    let text = "avoid  makeup fro 3 days\r\n";
    let folder = Folder::new().with("a.rules", text).with("b.rules", LOOSE);
    folder
        .run(&["fmt", "a.rules", "b.rules"])
        .exits(1)
        .says(&[
            "a.rules:1",
            "a.rules: it has errors, and it was left as it is",
        ])
        .prints(&["b.rules: formatted"]);
    assert_eq!(folder.text("a.rules"), text);
    let folder = Folder::new().with("a.rules", b"avoid \xff\n");
    folder
        .run(&["fmt", "a.rules"])
        .exits(1)
        .says(&["left as it is"]);
}

#[test]
fn a_file_that_cannot_be_checked_is_formatted() {
    let ran = run_with(b"avoid nobodys  cream", &["fmt", "-"]).exits(0);
    assert_eq!(ran.out, "avoid nobodys cream\n");
}

#[test]
fn names_of_an_imported_vocabulary_may_stand_bare() {
    let folder = Folder::new()
        .with("words.rules", "product \"cream for you\"\n")
        .with("a.rules", "import words\nuse  cream for you daily\n");
    folder.run(&["fmt", "a.rules"]).exits(0);
    assert_eq!(
        folder.text("a.rules"),
        "import words\nuse cream for you daily\n"
    );
}

/// `cream for you` is a name only where the vocabulary that declares it can be read.
#[test]
fn a_file_that_imports_what_cannot_be_read_stays_byte_for_byte() {
    let text = "import words\nuse  cream daily\n";
    let lost = Folder::new().with("a.rules", text);
    lost.run(&["fmt", "a.rules"]).exits(1).says(&[
        "there is no vocabulary called `words`",
        "a.rules: what it imports has errors, and it was left as it is",
    ]);
    assert_eq!(lost.text("a.rules"), text);
    lost.run(&["fmt", "--check", "a.rules"]).exits(1);
    // What two files import is told once.
    let words = "product \"cream for you\" aka \"it\nproduct \"\"\n";
    let broken = Folder::new()
        .with("a.rules", text)
        .with("b.rules", text)
        .with("words.rules", words);
    let ran = broken.run(&["fmt", "a.rules", "b.rules"]).exits(1);
    let left = |name| format!("{name}: what it imports has errors, and it was left as it is");
    let ran = ran.says(&["words.rules:1", &left("a.rules"), &left("b.rules")]);
    assert_eq!(
        ran.err.matches("--> words.rules:2").count(),
        1,
        "{}",
        ran.err
    );
    assert_eq!(broken.text("a.rules"), text);
    run_with(text.as_bytes(), &["fmt", "-"])
        .exits(1)
        .says(&["`words`"]);
}

#[test]
fn only_files_can_be_written() {
    run(&["fmt", "skin-care"]).exits(2).says(&["bundled"]);
    let folder = Folder::new().with("b.rules", LOOSE);
    folder
        .run(&["fmt", "gone.rules", "b.rules"])
        .exits(5)
        .says(&["no such file"])
        .prints(&["b.rules: formatted"]);
}

#[cfg(unix)]
#[test]
fn links_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = Folder::new().with("real.rules", LOOSE);
    let real = folder.path.join("real.rules");
    std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real.rules", folder.path.join("link.rules")).unwrap();
    folder.run(&["fmt", "link.rules"]).exits(0);
    assert!(folder.path.join("link.rules").is_symlink());
    assert_eq!(folder.text("real.rules"), FORM);
    let mode = std::fs::metadata(&real).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    let written = std::fs::metadata(&real).unwrap().modified().unwrap();
    folder.run(&["fmt", "link.rules"]).exits(0);
    let again = std::fs::metadata(&real).unwrap().modified().unwrap();
    assert_eq!(written, again, "nothing changed, and nothing was written");
}
