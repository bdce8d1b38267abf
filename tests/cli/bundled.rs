//! `list`, `show`, `new` and `explain`.

use aftercare_dsl::bundled::{BUNDLED, SCENARIOS};
use aftercare_dsl::diagnostic::Code;

use super::{Folder, run};

#[test]
fn list_says_what_each_bundled_file_is() {
    let ran = run(&["list"]).exits(0);
    assert_eq!(ran.out.lines().count(), BUNDLED.len() + SCENARIOS.len());
    ran.prints(&["microneedling              protocol: Microneedling aftercare 1.0; a draft"])
        .prints(&["botulinum-toxin            protocol: Botulinum toxin aftercare 1.0; a draft"])
        .prints(&["skin-care                  vocabulary: "]);
}

#[test]
fn show_prints_the_text_as_it_is() {
    for (name, text) in BUNDLED {
        assert_eq!(run(&["show", name]).exits(0).out, *text);
    }
    run(&["show", "skincare"])
        .exits(2)
        .says(&["did you mean `skin-care`?"]);
}

#[test]
fn a_new_protocol_checks_clean_and_gives_a_plan() {
    let folder = Folder::new();
    folder
        .run(&["new", "clinic.rules"])
        .exits(0)
        .prints(&["check clinic.rules"]);
    folder
        .run(&["check", "clinic.rules"])
        .exits(0)
        .prints(&["no errors, no warnings"]);
    folder
        .run(&["eval", "clinic.rules"])
        .exits(3)
        .prints(&["first free day: day 7"]);
    assert_eq!(folder.names(), ["clinic.rules"]);
}

#[test]
fn a_new_protocol_can_be_a_copy() {
    for (name, text) in BUNDLED {
        let folder = Folder::new();
        folder.run(&["new", "--from", name, "mine.rules"]).exits(0);
        assert_eq!(folder.text("mine.rules"), *text);
        folder.run(&["check", "mine.rules"]).exits(0);
    }
    let folder = Folder::new();
    folder
        .run(&["new", "--from", "microneedlng", "mine.rules"])
        .exits(2)
        .says(&["did you mean"]);
    assert!(folder.names().is_empty());
}

#[test]
fn new_never_overwrites() {
    let folder = Folder::new().with("clinic.rules", "mine");
    folder
        .run(&["new", "clinic.rules"])
        .exits(5)
        .says(&["there already"]);
    folder
        .run(&["new", "--from", "microneedling", "clinic.rules"])
        .exits(5);
    folder.run(&["new", "."]).exits(5);
    assert_eq!(folder.text("clinic.rules"), "mine");
    assert_eq!(folder.names(), ["clinic.rules"]);
    folder.run(&["new", "gone/clinic.rules"]).exits(5);
    folder.run(&["new", "-"]).exits(2);
}

#[cfg(unix)]
#[test]
fn new_does_not_write_through_a_link() {
    let folder = Folder::new();
    std::os::unix::fs::symlink("nowhere.rules", folder.path.join("link.rules")).unwrap();
    folder.run(&["new", "link.rules"]).exits(5);
    assert_eq!(folder.names(), ["link.rules"]);
}

#[test]
fn new_gives_a_bare_name_an_ending() {
    let folder = Folder::new();
    folder
        .run(&["new", "clinic"])
        .exits(0)
        .prints(&["wrote `clinic.rules`"]);
    folder
        .run(&["new", "skin-care"])
        .exits(0)
        .says(&["bundled name"]);
    assert_eq!(folder.names(), ["clinic.rules", "skin-care.rules"]);
}

#[test]
fn explain_knows_every_code() {
    let all = run(&["explain"]).exits(0);
    for code in Code::ALL {
        assert!(all.out.contains(&format!("[{}]", code.name())));
        let one = run(&["explain", code.name()]).exits(0);
        assert!(one.out.contains("\nWrong:"), "{}", one.out);
        assert!(one.out.contains("\nRight:"), "{}", one.out);
    }
    run(&["explain", "error[unknown-name]:"])
        .exits(0)
        .prints(&["error[unknown-name]\n"]);
    run(&["explain", "unknwn-name"])
        .exits(2)
        .says(&["did you mean `unknown-name`?"]);
}
