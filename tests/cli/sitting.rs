//! `repl` from a script or a pipe.

use super::Folder;

#[test]
fn a_command_ends_no_open_block_of_a_script() {
    let script = "import skin-care\nwhen pregnant {\n  avoid heat for 3 days\n:list\n";
    let folder = Folder::new().with("lines.txt", script);
    folder
        .run(&["repl", "--script", "lines.txt"])
        .exits(1)
        .says(&["unclosed-block", "line 2 of `lines.txt` was refused"]);
}

#[test]
fn a_command_is_not_parted_from_a_refused_line_of_a_script() {
    let folder = Folder::new().with("lines.txt", "import skin-care\navoid heatt :list\n");
    folder
        .run(&["repl", "--script", "lines.txt"])
        .exits(1)
        .says(&["line 2 of `lines.txt` was refused"]);
}

#[cfg(unix)]
#[test]
fn rules_and_profiles_are_saved_over_no_link_that_leads_nowhere() {
    for save in [":save link.rules", ":save patient link.rules"] {
        let script = format!("import skin-care\n:treated 2026-06-01\n{save}\n");
        let folder = Folder::new().with("lines.txt", script);
        let link = folder.path.join("link.rules");
        std::os::unix::fs::symlink("nowhere", &link).unwrap();
        folder
            .run(&["repl", "--script", "lines.txt"])
            .exits(5)
            .says(&["`link.rules` cannot be written: it is a link to a file that is not there"]);
        assert!(std::fs::read_link(&link).is_ok(), "{save}");
    }
}

#[test]
fn a_file_that_is_no_text_is_named() {
    for load in [":load a.rules", ":patient a.rules"] {
        let folder = Folder::new()
            .with("a.rules", b"# caf\xe9\n")
            .with("lines.txt", format!("{load}\n"));
        folder
            .run(&["repl", "--script", "lines.txt"])
            .exits(5)
            .says(&["`a.rules` is not UTF-8 text: byte 5"]);
    }
}

/// A variant is written line by line as any protocol is: what it loosens without a reason is refused where it is typed.
#[test]
fn a_variant_is_written_in_a_sitting() {
    let typed = "extends microneedling\nreplace sun: avoid direct sun for 3 days because \"winter\"\n\
                 drop eyes because \"not worn here\"\n:treated 2026-06-01\n:plan\n";
    let folder = Folder::new().with("lines.txt", typed).with(
        "unsaid.txt",
        "extends microneedling\nreplace sun: avoid direct sun for 3 days\n",
    );
    folder
        .run(&["repl", "--script", "lines.txt"])
        .exits(0)
        .prints(&["LOOSER THAN THE PROTOCOL THAT THIS ONE EXTENDS"]);
    folder
        .run(&["repl", "--script", "unsaid.txt"])
        .exits(1)
        .says(&[
            "error[loosened-unsaid]",
            "on day 3",
            "line 2 of `unsaid.txt` was refused",
        ]);
}
