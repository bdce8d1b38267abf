//! Files that are missing, no text, too large or hostile: a clear word, never a panic.

use super::{Folder, run};

#[test]
fn what_is_no_file_is_5() {
    let folder = Folder::new();
    folder.run(&["check", "."]).exits(5).says(&["a folder"]);
    folder
        .run(&["check", "gone.rules"])
        .exits(5)
        .says(&["no such file"]);
    folder.run(&["check", "gone/gone.rules"]).exits(5);
    folder
        .run(&["eval", "microneedling", "--patient", "."])
        .exits(5)
        .says(&["a folder"]);
    folder
        .run(&["eval", "microneedling", "--patient", "gone.toml"])
        .exits(5);
}

#[cfg(unix)]
#[test]
fn a_dangling_link_is_told_as_one() {
    let folder = Folder::new();
    std::os::unix::fs::symlink("nowhere", folder.path.join("link.rules")).unwrap();
    folder
        .run(&["check", "link.rules"])
        .exits(5)
        .says(&["a link to a file that is not there"]);
}

#[test]
fn what_is_no_utf8_is_an_error_that_names_the_byte() {
    let folder = Folder::new()
        .with("a.rules", b"# caf\xe9\n")
        .with("a.toml", b"[facts]\n# \xff\n");
    folder
        .run(&["check", "a.rules"])
        .exits(1)
        .says(&["byte 5", "0xe9", "a.rules:1:6"]);
    folder
        .run(&["check", "a.rules", "--format", "json"])
        .exits(1)
        .prints(&["byte 5"]);
    folder
        .run(&["eval", "microneedling", "--patient", "a.toml"])
        .exits(1)
        .says(&["byte 10", "0xff", "a.toml:2:3"]);
}

#[test]
fn the_place_of_what_is_no_utf8_is_where_reading_stopped() {
    // Two characters of two bytes each, and the first byte of a third that another follows.
    let folder = Folder::new().with("a.rules", b"# \xc3\xa9\n# \xc3\xa9\xc3(\xff\n");
    let run = folder.run(&["check", "a.rules", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&run.exits(1).out).unwrap();
    let label = &found[0]["labels"][0];
    let place = ["line", "column", "start", "end"].map(|part| label[part].as_u64());
    assert_eq!(place, [2, 4, 9, 9].map(Some), "{found:#}");
}

#[test]
fn nul_is_an_error() {
    let folder = Folder::new()
        .with("a.rules", b"import skin-care\navoid\0 makeup for 2 days\n")
        .with("a.toml", b"[facts]\nage\0 = 3\n");
    folder
        .run(&["check", "a.rules"])
        .exits(1)
        .says(&["error[control-character]", "a.rules:2:6"]);
    folder
        .run(&["eval", "microneedling", "--patient", "a.toml"])
        .exits(1)
        .says(&["NUL"]);
}

#[test]
fn what_is_too_large_is_not_read() {
    let large = vec![b'#'; 8 * 1024 * 1024 + 1];
    let folder = Folder::new().with("a.rules", &large).with("a.toml", &large);
    folder
        .run(&["check", "a.rules"])
        .exits(1)
        .says(&["error[too-large]"]);
    folder
        .with_input(&large, &["check", "-"])
        .exits(1)
        .says(&["error[too-large]"]);
    folder
        .run(&["eval", "microneedling", "--patient", "a.toml"])
        .exits(1)
        .says(&["error[profile-too-large]"]);
}

#[cfg(target_os = "linux")]
#[test]
fn an_endless_file_ends() {
    run(&["check", "/dev/zero"]).exits(1).says(&["too-large"]);
}

#[test]
fn deep_nesting_is_an_error() {
    for (open, close) in [
        ("(", ")"),
        ("when pregnant {\n", "}\n"),
        ("section \"a\" {\n", "}\n"),
    ] {
        let text = format!(
            "avoid makeup if {}pregnant{}\n",
            open.repeat(100_000),
            close.repeat(100_000)
        );
        let folder = Folder::new().with("deep.rules", text);
        folder.run(&["check", "deep.rules"]).exits(1);
    }
}

#[test]
fn names_cannot_act_on_the_terminal() {
    let ran = run(&["eval", "a\u{1b}[31mb"]).exits(2);
    assert!(!ran.err.contains('\u{1b}'), "{}", ran.err);
    let ran = run(&["eval", "a\u{1b}[31mb.rules"]).exits(5);
    assert!(!ran.err.contains('\u{1b}'), "{}", ran.err);
    for command in ["show", "explain", "vocabulary"] {
        let ran = run(&[command, "a\u{202e}b"]).exits(2);
        assert!(!ran.err.contains('\u{202e}'), "{}", ran.err);
    }
}
