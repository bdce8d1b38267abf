//! Imports: bundled and beside, and nothing else.

use super::{Folder, run_with};

/// A vocabulary with one word.
const WORDS: &str = "substance soap\n";

/// A protocol that uses it.
fn importing(name: &str) -> String {
    format!("import {name}\navoid soap for 2 days\n")
}

#[test]
fn a_neighbour_is_found_from_wherever_the_program_runs() {
    let folder = Folder::new()
        .with("clinic/words.rules", WORDS)
        .with("clinic/mine.rules", importing("words"));
    folder.run(&["check", "clinic/mine.rules"]).exits(0);
    folder.run(&["check", "clinic//./mine.rules"]).exits(0);
    let clinic = folder.path.join("clinic");
    super::finish(super::program(&clinic).args(["check", "mine.rules"])).exits(0);
}

#[test]
fn a_name_that_is_bundled_and_beside_is_an_error() {
    let folder = Folder::new()
        .with("skin-care.rules", WORDS)
        .with("mine.rules", importing("skin-care"));
    folder
        .run(&["check", "mine.rules"])
        .exits(1)
        .says(&["error[import-both]", "skin-care.rules"]);
    // The bundled protocol's own imports are bundled.
    folder.run(&["check", "microneedling"]).exits(0);
}

#[test]
fn paths_are_refused() {
    let folder = Folder::new()
        .with("words.rules", WORDS)
        .with("clinic/words.rules", WORDS);
    let absolute = folder.path.join("words");
    for name in [
        "../words",
        "./words",
        "words.rules",
        "..",
        absolute.to_str().unwrap(),
    ] {
        let folder = Folder::new().with("mine.rules", importing(&format!("\"{name}\"")));
        folder
            .run(&["check", "mine.rules"])
            .exits(1)
            .says(&["error[import-path]"]);
    }
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_are_refused() {
    use std::os::unix::fs::symlink;

    let folder = Folder::new()
        .with("outside.rules", "substance secret word\n")
        .with("clinic/inside.rules", WORDS)
        .with("clinic/leaving.rules", importing("out"))
        .with("clinic/staying.rules", importing("in"))
        .with("clinic/dangling.rules", importing("gone"))
        .with("clinic/circle.rules", importing("round"));
    let clinic = folder.path.join("clinic");
    symlink("../outside.rules", clinic.join("out.rules")).unwrap();
    symlink("inside.rules", clinic.join("in.rules")).unwrap();
    symlink("nowhere.rules", clinic.join("gone.rules")).unwrap();
    symlink("round.rules", clinic.join("round.rules")).unwrap();
    let check = |name: &str| folder.run(&["check", &format!("clinic/{name}.rules")]);
    check("leaving")
        .exits(1)
        .says(&["error[import-path]"])
        .never_says(&["secret"]);
    check("staying").exits(0);
    check("dangling")
        .exits(1)
        .says(&["error[import-unreadable]", "it is a link to a file"]);
    check("circle").exits(1).says(&["error[import-unreadable]"]);
}

#[test]
fn what_is_no_text_is_refused_with_its_reason() {
    let folder = Folder::new().with("mine.rules", importing("words"));
    std::fs::create_dir(folder.path.join("words.rules")).unwrap();
    let check = || folder.run(&["check", "mine.rules"]).exits(1);
    check().says(&["error[import-unreadable]", "a folder"]);
    std::fs::remove_dir(folder.path.join("words.rules")).unwrap();
    std::fs::write(folder.path.join("words.rules"), b"soap\xff").unwrap();
    check().says(&["error[import-unreadable]", "byte 4", "0xff"]);
    std::fs::write(
        folder.path.join("words.rules"),
        vec![b'#'; 8 * 1024 * 1024 + 1],
    )
    .unwrap();
    check().says(&["error[import-unreadable]", "larger than 8 MiB"]);
}

#[test]
fn a_file_that_imports_itself_is_found_out() {
    let folder = Folder::new().with("a/mine.rules", importing("mine"));
    folder
        .run(&["check", "a/mine.rules"])
        .exits(1)
        .says(&["error[import-cycle]", "imports itself"]);
    folder
        .run(&["check", "a//mine.rules"])
        .exits(1)
        .says(&["error[import-cycle]"]);
}

#[test]
fn neighbours_are_suggested() {
    let folder = Folder::new()
        .with("words.rules", WORDS)
        .with("mine.rules", importing("word"));
    folder
        .run(&["check", "mine.rules"])
        .exits(1)
        .says(&["did you mean `words`?"]);
}

#[test]
fn standard_input_sees_bundled_files_only() {
    let folder = Folder::new().with("words.rules", WORDS);
    let text = importing("words");
    folder
        .with_input(text.as_bytes(), &["check", "-"])
        .exits(1)
        .says(&["error[unknown-import]"]);
    run_with(
        b"import skin-care\navoid makeup for 2 days\n",
        &["check", "-"],
    )
    .exits(0);
}
