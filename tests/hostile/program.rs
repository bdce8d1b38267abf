//! The program and what is thrown at it: files that are none, pipes that close, disks that are full.

#![expect(clippy::unwrap_used, reason = "the helpers of tests fail as tests do")]

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use aftercare_dsl::render::is_hidden;
use aftercare_dsl::syntax::MAX_MISTAKES;

use super::{many, watched};
use crate::cli::{Folder, Ran, program, root};

/// Each command that reads a protocol; `@` stands for the file.
const PROTOCOL_READERS: &[&[&str]] = &[
    &["check", "@"],
    &["check", "@", "--format", "json"],
    &["eval", "@"],
    &["eval", "@", "--format", "json"],
    &[
        "eval",
        "@",
        "--format",
        "ics",
        "--treated",
        "2026-06-01",
        "--issued",
        "2026-06-01",
        "--key",
        "jo.key",
    ],
    &["eval", "@", "--format", "html", "--treated", "2026-06-01"],
    &[
        "eval",
        "@",
        "--format",
        "fhir",
        "--treated",
        "2026-06-01",
        "--issued",
        "2026-06-01",
        "--key",
        "jo.key",
    ],
    &["export", "@"],
    &["facts", "@"],
    &["variants", "@"],
    &["diff", "@", "microneedling"],
    &["verify", "@", "microneedling"],
    &["diff", "microneedling", "@", "--format", "json"],
    &["vocabulary", "--protocol", "@"],
    &["read", "@"],
    &["ask", "@", "makeup"],
    &["questions", "@"],
    &["repl", "@"],
    &["fmt", "@", "--check"],
    &["fmt", "@"],
    &["test", "@"],
    &["test", "@", "--format", "json"],
];

/// Each command that reads a profile.
const PROFILE_READERS: &[&[&str]] = &[
    &["eval", "microneedling", "--patient", "@"],
    &["read", "microneedling", "--patient", "@"],
    &["ask", "microneedling", "makeup", "--patient", "@"],
    &["questions", "microneedling", "--patient", "@"],
    &["repl", "microneedling", "--patient", "@"],
    &["diff", "microneedling", "microneedling", "--patients", "@"],
];

/// Each command that only takes names.
const NAMED: &[&[&str]] = &[
    &["show", "@"],
    &["explain", "@"],
    &["language", "@"],
    &["vocabulary", "@"],
    &["new", "mine.rules", "--from", "@"],
    &["ask", "microneedling", "@"],
    &["completions", "@"],
];

/// The arguments with a file in its place.
fn with<'a>(arguments: &[&'a str], file: &'a str) -> Vec<&'a str> {
    let place = |argument: &&'a str| if *argument == "@" { file } else { argument };
    arguments.iter().map(place).collect()
}

/// Ends a program that the watchdog finds still running.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
    }
}

/// Runs a command to its end, in time, without a panic and without acting on a terminal.
fn finish(command: &mut Command) -> Ran {
    let shown = format!("{command:?}");
    let child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut running = Running(child.unwrap());
    let [out, err] = [
        running.0.stdout.take().map(text),
        running.0.stderr.take().map(text),
    ];
    let read = watched(move || [out, err].map(|reader| reader.unwrap().join().unwrap()));
    let code = running.0.wait().unwrap().code();
    let [out, err] = read;
    let raw = |letter: char| letter != '\n' && is_hidden(letter);
    assert!(
        !out.contains(raw) && !err.contains(raw),
        "{shown}\n{out:.300}\n{err:.300}"
    );
    let code = code.unwrap_or(-1);
    assert!(
        (0..=6).contains(&code),
        "{shown} exits with {code}\n{err:.300}"
    );
    Ran { code, out, err }
}

/// All that comes out of a pipe, read beside the other one.
fn text(mut pipe: impl std::io::Read + Send + 'static) -> std::thread::JoinHandle<String> {
    std::thread::spawn(move || {
        let mut text = String::new();
        pipe.read_to_string(&mut text).unwrap();
        text
    })
}

fn run(folder: &Folder, arguments: &[&str]) -> Ran {
    finish(program(&folder.path).args(arguments))
}

#[test]
fn every_command_is_tried_here() {
    let help = run(&Folder::new(), &["--help"]).out;
    let (_, commands) = help.split_once("Commands:\n").unwrap();
    let commands = commands.lines().map_while(|line| line.strip_prefix("  "));
    let tried = [PROTOCOL_READERS, PROFILE_READERS, NAMED].concat();
    let commands = commands.filter(|line| !line.starts_with(' '));
    for command in commands.filter_map(|line| line.split_whitespace().next()) {
        let without_input = ["list", "man", "help"].contains(&command);
        let found = tried.iter().any(|arguments| arguments[0] == command);
        assert!(
            found || without_input,
            "`{command}` is not in the lists above"
        );
    }
}

#[test]
fn what_cannot_be_read_is_5() {
    let folder = Folder::new()
        .with("folder.rules/a", "")
        .with("folder.toml/a", "");
    for name in ["folder", "gone", "dangling", "circle", "gone/gone"] {
        for (readers, ending) in [(PROTOCOL_READERS, "rules"), (PROFILE_READERS, "toml")] {
            let file = format!("{name}.{ending}");
            #[cfg(unix)]
            if matches!(name, "dangling" | "circle") {
                let target = if name == "circle" { &file } else { "nowhere" };
                std::os::unix::fs::symlink(target, folder.path.join(&file)).unwrap();
            }
            for arguments in readers {
                let ran = run(&folder, &with(arguments, &file)).exits(5);
                assert!(["", "[]\n"].contains(&ran.out.as_str()), "{}", ran.out);
                assert!(ran.err.contains("cannot be read"), "{}", ran.err);
            }
        }
    }
}

#[test]
fn what_is_no_text_is_1() {
    let latin = b"import skin-care\navoid makeup for 2 days # caf\xe9\n".as_slice();
    let folder = Folder::new()
        .with("latin.rules", latin)
        .with("nul.rules", "import skin-care\navoid\0 makeup for 2 days\n")
        .with("binary.rules", (0..=255).collect::<Vec<u8>>())
        .with("utf16.rules", b"\xff\xfea\0v\0o\0i\0d\0")
        .with("latin.toml", b"treated = 2026-06-01 # \xe9")
        .with("nul.toml", "treated = \0")
        .with("binary.toml", (0..=255).collect::<Vec<u8>>())
        .with("utf16.toml", b"\xff\xfe[\0");
    for name in ["latin", "nul", "binary", "utf16"] {
        for (readers, ending) in [(PROTOCOL_READERS, "rules"), (PROFILE_READERS, "toml")] {
            for arguments in readers {
                let file = format!("{name}.{ending}");
                let ran = run(&folder, &with(arguments, &file));
                // A vocabulary is shown as far as it can be read.
                let shows = arguments[0] == "vocabulary" && ran.code == 0;
                assert!(ran.code == 1 || shows, "{arguments:?} {file}\n{}", ran.err);
            }
        }
    }
    assert_eq!(
        std::fs::metadata(folder.path.join("latin.rules"))
            .unwrap()
            .len(),
        latin.len() as u64
    );
}

#[cfg(target_os = "linux")]
#[test]
fn what_never_ends_is_refused() {
    let folder = Folder::new();
    for arguments in [PROTOCOL_READERS, PROFILE_READERS].concat() {
        // `fmt` formats regular files alone.
        if arguments[0] != "fmt" || arguments.contains(&"--check") {
            let ran = run(&folder, &with(arguments, "/dev/zero"));
            assert!([1, 5].contains(&ran.code), "{arguments:?}\n{}", ran.err);
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_fails_while_it_is_read_is_5() {
    run(&Folder::new(), &["check", "/proc/self/mem"])
        .exits(5)
        .says(&["cannot be read"]);
}

#[test]
fn twenty_megabytes_are_refused_at_once() {
    let folder = Folder::new();
    for name in ["large.rules", "large.toml"] {
        // Without a byte on the disk: reading it would show.
        let file = std::fs::File::create(folder.path.join(name)).unwrap();
        file.set_len(20 * 1024 * 1024).unwrap();
    }
    for arguments in PROTOCOL_READERS {
        let ran = run(&folder, &with(arguments, "large.rules")).exits(1);
        assert!(format!("{}{}", ran.out, ran.err).contains("8 MiB"));
    }
    for arguments in PROFILE_READERS {
        run(&folder, &with(arguments, "large.toml"))
            .exits(1)
            .says(&["8 MiB"]);
    }
}

#[test]
fn names_act_on_no_terminal() {
    let folder = Folder::new();
    for name in [
        "a\u{1b}[31mb",
        "a\u{202e}b",
        "a\nb",
        "a\u{7}b",
        "a\u{9b}31mb",
        "",
        "-",
        " ",
        "..",
        "a".repeat(100_000).as_str(),
    ] {
        for arguments in [PROTOCOL_READERS, PROFILE_READERS, NAMED].concat() {
            let ran = run(&folder, &with(arguments, name));
            let stdin = name == "-" || name.is_empty() && arguments[0] == "vocabulary";
            assert!(ran.code != 0 || stdin, "{arguments:?} takes {name:?}");
        }
    }
}

#[test]
fn texts_act_on_no_terminal() {
    let evil = "x\u{1b}[2J\u{9b}31m\u{202e}y\u{2066}z\u{7f}\u{e0041}";
    let rules = format!(
        "protocol \"{evil}\"\nimport skin-care\nsource a = \"{evil}\"\navoid makeup for 2 days because \"{evil}\" [a]\n\
         avoid \"{evil}\" for 2 days\nnote \"{evil}\"\nfact odd: any of \"{evil}\", two\n"
    );
    let profile = format!(
        "treated = 2026-06-01\nproducts = [\"{evil}\"]\n[facts]\n\"{evil}\" = \"{evil}\"\n"
    );
    let json = serde_json::json!({"treated": "2026-06-01", "products": [evil], "facts": {"age": evil}, evil: evil});
    let folder = Folder::new()
        .with("evil.rules", rules)
        .with("evil.toml", profile)
        .with("evil.json", json.to_string());
    for arguments in PROTOCOL_READERS {
        run(&folder, &with(arguments, "evil.rules"));
    }
    for (arguments, file) in PROFILE_READERS
        .iter()
        .flat_map(|arguments| [(arguments, "evil.toml"), (arguments, "evil.json")])
    {
        let ran = run(&folder, &with(arguments, file));
        assert_eq!(ran.code, 1, "{}", ran.err);
    }
    // What JSON writes as an escape is the character itself once it is read.
    let shown = serde_json::json!({"treated": "2026-06-01", "products": ["x\u{202e}\u{9b}y"]});
    let folder = folder.with("product.json", shown.to_string());
    // Questions show no product, and weighing those of a whole protocol takes its time.
    let showing = PROFILE_READERS
        .iter()
        .filter(|arguments| arguments[0] != "questions");
    for arguments in showing {
        run(&folder, &with(arguments, "product.json"));
        run(
            &folder,
            &[with(arguments, "product.json"), vec!["--format", "json"]].concat(),
        );
    }
}

#[test]
fn mistakes_by_the_thousand_are_printed_by_the_hundred() {
    let text = "aviod makeup\n".repeat(many(10_000));
    let folder = Folder::new().with("a.rules", format!("import skin-care\n{text}"));
    let ran = run(&folder, &["check", "a.rules"]).exits(1);
    assert_eq!(
        ran.err.matches("error[").count() + ran.err.matches("warning[").count(),
        100
    );
    let json = run(&folder, &["check", "a.rules", "--format", "json"]).exits(1);
    let all: Vec<serde_json::Value> = serde_json::from_str(&json.out).unwrap();
    let looked_into = many(10_000).min(MAX_MISTAKES);
    assert_eq!(all.len(), looked_into);
    let rest = format!("and {} more; mend these first", looked_into - 100);
    assert!(ran.err.contains(&rest), "{}", ran.err);
    let more = match looked_into == MAX_MISTAKES {
        true => " or more",
        false => "",
    };
    let summary = format!("a.rules: {looked_into} errors{more}\n");
    assert!(ran.out.starts_with(&summary), "{}", ran.out);
}

/// Every command that prints something to standard output, and its exit code.
const PRINTING: &[(&[&str], i32)] = &[
    (&["eval", "microneedling"], 3),
    (&["eval", "microneedling", "--format", "json"], 3),
    (&["read", "microneedling"], 0),
    (&["read", "microneedling", "--format", "json"], 0),
    (&["ask", "microneedling", "makeup"], 0),
    (&["ask", "microneedling", "makeup", "--why-not"], 0),
    (
        &["ask", "microneedling", "--ingredients", "Aqua, Retinol"],
        0,
    ),
    (&["questions", "examples/laser-hair-removal.rules"], 3),
    (
        &[
            "questions",
            "examples/laser-hair-removal.rules",
            "--format",
            "json",
        ],
        3,
    ),
    (&["check", "microneedling", "--format", "json"], 0),
    (&["facts", "microneedling"], 0),
    (&["variants", "microneedling"], 0),
    (
        &[
            "variants",
            "examples/clinic-microneedling.rules",
            "--format",
            "json",
        ],
        0,
    ),
    (&["facts", "microneedling", "--template"], 0),
    (&["vocabulary"], 0),
    (&["show", "skin-care"], 0),
    (&["list"], 0),
    (&["explain"], 0),
    (&["language"], 0),
    (&["completions", "bash"], 0),
    (&["man"], 0),
    (&["--help"], 0),
    (&["--version"], 0),
];

#[test]
fn a_reader_that_takes_one_line_is_no_failure() {
    for (arguments, code) in PRINTING {
        let mut command = program(root());
        command
            .args(*arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut running = Running(command.spawn().unwrap());
        let mut line = String::new();
        let out = running.0.stdout.take().unwrap();
        BufReader::with_capacity(64, out)
            .read_line(&mut line)
            .unwrap();
        let err = text(running.0.stderr.take().unwrap());
        let err = watched(move || err.join().unwrap());
        assert_eq!(err.trim(), "", "{arguments:?}");
        assert_eq!(
            running.0.wait().unwrap().code(),
            Some(*code),
            "{arguments:?}"
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_5() {
    let full = || {
        std::fs::File::options()
            .write(true)
            .open("/dev/full")
            .unwrap()
    };
    for (arguments, _) in PRINTING {
        let mut command = program(root());
        let child = command
            .args(*arguments)
            .stdout(full())
            .stderr(Stdio::piped())
            .spawn();
        let output = watched(move || child.unwrap().wait_with_output().unwrap());
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(5), "{arguments:?}\n{err}");
        assert!(err.contains("standard output cannot be written"), "{err}");
    }
    let folder = Folder::new();
    for command in ["eval", "read"] {
        run(&folder, &[command, "microneedling", "-o", "/dev/full"])
            .exits(5)
            .says(&["`/dev/full` cannot be written: the disk is full"]);
    }
}

#[cfg(unix)]
#[test]
fn what_one_may_not_read_is_5() {
    use std::os::unix::fs::PermissionsExt;

    let folder = Folder::new().with("mine.rules", "import skin-care\navoid makeup for 2 days\n");
    let path = folder.path.join("mine.rules");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o0)).unwrap();
    let ran = run(&folder, &["check", "mine.rules"]);
    // Nothing is forbidden to root.
    if std::fs::File::open(&path).is_ok() {
        ran.exits(0);
    } else {
        ran.exits(5).says(&["you lack the permission"]);
    }
}

#[cfg(unix)]
#[test]
fn a_named_pipe_is_read_as_a_file_and_never_imported() {
    let folder = Folder::new().with("importing.rules", "import pipe\navoid makeup for 2 days\n");
    let pipe = folder.path.join("pipe.rules");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    run(&folder, &["check", "importing.rules"])
        .exits(1)
        .says(&["error[import-unreadable]", "it is no regular file"]);
    let writer = write_later(&pipe, "import skin-care\navoid makeup for 2 days\n");
    run(&folder, &["check", "pipe.rules"]).exits(0);
    writer.join().unwrap();
}

#[cfg(unix)]
fn write_later(pipe: &Path, text: &'static str) -> std::thread::JoinHandle<()> {
    let pipe = pipe.to_owned();
    std::thread::spawn(move || std::fs::write(pipe, text).unwrap())
}

#[test]
fn a_thousand_files_that_import_the_next() {
    let folder = (0..1000).fold(Folder::new(), |folder, number| {
        let next = number + 1;
        folder.with(&format!("f{number}.rules"), format!("import f{next}\n"))
    });
    run(&folder, &["check", "f0.rules"])
        .exits(1)
        .says(&["error[import-depth]"]);
}
