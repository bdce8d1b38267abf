//! What is written: whole or not at all, and nothing lost.

use super::{Folder, program, root, run};

#[test]
fn the_plan_goes_to_a_file() {
    let folder = Folder::new().with("plan.txt", "old");
    let ran = folder
        .run(&["eval", "microneedling", "-o", "plan.txt"])
        .exits(3);
    ran.prints(&["TO ANSWER ON THE COMMAND LINE"])
        .never_says(&["day 0 to day 6"]);
    let text = folder.text("plan.txt");
    assert!(text.contains("day 0 to day 6"));
    assert!(!text.contains('\u{1b}'));
    assert_eq!(folder.names(), ["plan.txt"]);
}

#[test]
fn json_goes_to_a_file_in_silence() {
    let folder = Folder::new();
    let ran = folder
        .run(&[
            "eval",
            "microneedling",
            "--format",
            "json",
            "-o",
            "plan.json",
        ])
        .exits(3);
    assert_eq!((ran.out.as_str(), ran.err.as_str()), ("", ""));
    assert!(folder.text("plan.json").starts_with('{'));
}

#[test]
fn a_dash_is_standard_output() {
    run(&["eval", "microneedling", "-o", "-"])
        .exits(3)
        .prints(&["day 0 to day 6"]);
}

#[test]
fn a_failure_keeps_the_old_file() {
    let folder = Folder::new()
        .with("plan.txt", "old")
        .with("bad.rules", "avoid nothing\n");
    folder
        .run(&["eval", "bad.rules", "-o", "plan.txt"])
        .exits(1);
    assert_eq!(folder.text("plan.txt"), "old");
    folder
        .run(&["eval", "microneedling", "-o", "."])
        .exits(5)
        .says(&["a folder"]);
    folder
        .run(&["eval", "microneedling", "-o", "gone/plan.txt"])
        .exits(5)
        .says(&["no such"]);
    assert_eq!(folder.names(), ["bad.rules", "plan.txt"]);
}

#[test]
fn a_plan_is_not_written_over_what_it_is_made_from() {
    let folder = Folder::new().with("jo.toml", "treated = 2026-06-01\n");
    let arguments = [
        "eval",
        "microneedling",
        "--patient",
        "jo.toml",
        "-o",
        "./jo.toml",
    ];
    folder.run(&arguments).exits(2).says(&["over the file"]);
    assert_eq!(folder.text("jo.toml"), "treated = 2026-06-01\n");
}

#[cfg(unix)]
#[test]
fn links_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = Folder::new().with("real.txt", "old");
    let real = folder.path.join("real.txt");
    std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o600)).unwrap();
    symlink("real.txt", folder.path.join("link.txt")).unwrap();
    folder
        .run(&["eval", "microneedling", "-o", "link.txt"])
        .exits(3);
    assert!(folder.path.join("link.txt").is_symlink());
    assert!(folder.text("real.txt").contains("day 0 to day 6"));
    assert_eq!(
        std::fs::metadata(&real).unwrap().permissions().mode() & 0o777,
        0o600
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_is_written_and_not_replaced() {
    run(&["eval", "microneedling", "-o", "/dev/null"]).exits(3);
    assert!(!std::path::Path::new("/dev/null").is_file());
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .unwrap();
    super::finish(
        program(root())
            .args(["list"])
            .stderr(std::process::Stdio::null()),
    );
    let output = program(root())
        .args(["list"])
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(5));
}

#[test]
fn a_closed_pipe_is_no_failure() {
    for (arguments, code) in [
        (&["eval", "microneedling"][..], 3),
        (&["show", "skin-care"], 0),
        (&["vocabulary"], 0),
        (&["completions", "bash"], 0),
        (&["man"], 0),
        (&["--help"], 0),
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = program(root())
            .args(arguments)
            .stdout(writer)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        assert!(
            output.stderr.is_empty(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

#[test]
fn a_closed_standard_error_is_no_panic() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let status = program(root())
        .args(["eval", "nothing"])
        .stderr(writer)
        .status()
        .unwrap();
    assert_eq!(status.code(), Some(2));
}
