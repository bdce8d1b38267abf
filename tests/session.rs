//! Sittings, as they go: what is typed stands behind `> `, and `| ` where it goes on; below it stands what
//! comes back, ending with what the editor holds (`= `) and what one key would make of it (`~ `).
//!
//! `AFTERCARE_BLESS=1 cargo test session` writes the answers anew: read what changed.

#![expect(
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and reads its own files"
)]

use std::fmt::Write as _;
use std::path::PathBuf;

use aftercare_dsl::session::testing::Memory;
use aftercare_dsl::session::{COMMANDS, Reply, Session, Then};

use crate::support::without_fingerprints;

mod random;

/// What a patient's file of the transcripts holds.
const JO: &str = "treated = 2026-06-01T10:30:00\nzone = \"Europe/London\"\nproducts = [\"Differin\"]\n\n[facts]\n\"skin type\" = \"IV\"  # asked in May\n";

/// What a clinic's file of the transcripts holds.
const CLINIC: &str = "# Our own\nprotocol \"Microneedling aftercare\"\nversion \"1.0\"\naftercare for 2 weeks\nimport skin-care\nsource sheet = \"Our aftercare sheet\"\n\nretinoids: avoid retinoids for 7 days because \"they irritate healing skin\" [sheet]  # and retinol\nwhen skin type in IV..VI {\n  avoid direct sun for 14 days\n}\nreport fever to clinic immediately\n";

fn world() -> Memory {
    let mut world = Memory::default();
    for (name, text) in [
        ("clinic.rules", CLINIC),
        ("jo.toml", JO),
        (
            "broken.rules",
            "import skin-care\navoid retinoidz for 7 days\n",
        ),
    ] {
        world.files.insert(name.to_owned(), text.to_owned());
    }
    world
}

/// What a reply shows.
fn shown(reply: &Reply) -> String {
    let mut out = reply.text();
    if let Some(editor) = &reply.editor {
        for line in editor.lines() {
            let _ = writeln!(out, "= {line}");
        }
    }
    for fix in &reply.fixes {
        for line in fix.lines() {
            let _ = writeln!(out, "~ {line}");
        }
    }
    if reply.then == Then::Quit {
        out.push_str("(leaves)\n");
    }
    out
}

/// What is typed in a transcript, with the comment lines before each.
fn typed(transcript: &str) -> Vec<(Vec<&str>, String)> {
    let mut all: Vec<(Vec<&str>, String)> = Vec::new();
    let mut comments = Vec::new();
    for line in transcript.lines() {
        if let Some(typed) = line.strip_prefix("> ").or_else(|| line.strip_prefix('>')) {
            all.push((std::mem::take(&mut comments), typed.to_owned()));
        } else if let (Some(more), Some((_, last))) = (line.strip_prefix("| "), all.last_mut()) {
            last.push('\n');
            last.push_str(more);
        } else if line.starts_with("#: ") {
            comments.push(line);
        }
    }
    all
}

fn played(transcript: &str) -> String {
    without_fingerprints(&played_now(transcript))
}

fn played_now(transcript: &str) -> String {
    let mut world = world();
    let mut session = Session::new(&world);
    let mut out = String::new();
    for (comments, typed) in typed(transcript) {
        for comment in comments {
            let _ = writeln!(out, "{comment}");
        }
        if typed.is_empty() {
            out.push_str(">\n");
        }
        for (at, line) in typed.lines().enumerate() {
            let lead = if at == 0 { '>' } else { '|' };
            let _ = writeln!(out, "{lead} {line}");
        }
        let reply = session.enter(&typed, &mut world);
        let _ = writeln!(out, "{}", shown(&reply).trim_end_matches('\n'));
        out.push('\n');
    }
    out
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/session")
}

fn transcripts() -> Vec<(PathBuf, String)> {
    let files = std::fs::read_dir(folder()).expect("the folder is there");
    let mut all: Vec<(PathBuf, String)> = files
        .map(|file| file.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("a text");
            (path, text)
        })
        .collect();
    all.sort();
    all
}

#[test]
fn sittings_go_as_written() {
    let mut wrong = Vec::new();
    for (path, text) in transcripts() {
        let played = played(&text);
        if std::env::var_os("AFTERCARE_BLESS").is_some() {
            std::fs::write(&path, &played).expect("it can be written");
        } else if played != text {
            let lines = played.lines().zip(text.lines());
            let first = lines.enumerate().find(|(_, (one, other))| one != other);
            wrong.push(format!("{}: {first:?}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The session of the README: what is typed stands behind its prompt.
#[test]
fn the_session_of_the_readme_goes_as_written() {
    let readme = include_str!("../README.md");
    let (_, block) = readme.split_once("```repl\n").expect("it has a session");
    let (block, _) = block.split_once("```").expect("it ends");
    let typed: String = block
        .lines()
        .filter_map(|line| line.strip_prefix("rules> "))
        .map(|line| format!("> {line}\n"))
        .collect();
    let shown = |line: &str| !line.starts_with("= ") && !line.starts_with("~ ");
    let played: Vec<String> = played(&typed)
        .lines()
        .filter(|line| shown(line))
        .map(|line| line.replacen("> ", "rules> ", usize::from(line.starts_with("> "))))
        .map(|line| line.trim_end().to_owned())
        .collect();
    assert_eq!(played.join("\n").trim(), block.trim());
}

/// Every command is used in some transcript.
#[test]
fn every_command_is_shown() {
    let all: String = transcripts().into_iter().map(|(_, text)| text).collect();
    for command in COMMANDS {
        let line = format!("> :{}", command.name);
        assert!(
            all.contains(&line),
            "no transcript uses `:{}`",
            command.name
        );
    }
}

/// Every example of the help does what it says, as far as that can go wrong: it is a command.
#[test]
fn every_example_of_the_help_runs() {
    for command in COMMANDS {
        let mut world = world();
        let mut session = Session::new(&world);
        for line in [
            ":load clinic.rules",
            ":patient jo.toml",
            "avoid sauna for 2 days",
            ":undo",
            ":on day 2",
        ] {
            let reply = session.enter(line, &mut world);
            assert!(!reply.failed, "{line}: {}", reply.text());
        }
        let reply = session.enter(command.example, &mut world);
        assert!(!reply.failed, "{}: {}", command.example, reply.text());
    }
}

/// What opens a block is told of before its end, and what may still become right is not.
#[test]
fn only_what_no_line_can_mend_is_told_of_in_an_open_block() {
    let mut world = world();
    let mut session = Session::new(&world);
    session.enter("import skin-care", &mut world);
    session.enter("avoid heat for 3 days", &mut world);
    for (typed, mistaken) in [
        ("when pregnnt {", true),
        ("when pregnant {\n  avoid saunna\n  avoid heat", true),
        ("section \"Sun\" {\n  when pregnnt {", true),
        ("when pregnant {", false),
        ("when pregnant {\n  avoid saunna", false),
        ("when pregnant {\n  avoid heat,\n  sauna", false),
        ("when pregnant { avoid heat } otherwise {", false),
        ("section \"Sun\" {", false),
        ("steps \"evening\" {", false),
        ("section \"Sun\" {\n  steps \"evening\" {", false),
        ("substance clays {", false),
        ("avoid retinoidz,", false),
    ] {
        assert!(session.is_unfinished(typed), "{typed}");
        assert_eq!(session.is_mistaken(typed, &world), mistaken, "{typed}");
    }
}

/// A command behind something else is as private as it is alone.
#[test]
fn what_is_said_about_a_patient_is_private_wherever_it_stands() {
    let mut world = world();
    let mut session = Session::new(&world);
    session.enter("import skin-care", &mut world);
    session.enter("avoid heatt for 3 days", &mut world);
    for (typed, private) in [
        ("avoid heatt for 3 days:set skin type = IV", true),
        ("avoid heatt for 3 days can Differin?", true),
        ("avoid heatt for 3 days:list", false),
        ("avoid heatt for 4 days :treated Friday", true),
        ("when pregnant {\n:set skin type = IV", true),
        ("when pregnant {\n:sett skin type = IV", true),
        ("when pregnant {\n:list", false),
        ("source aad = \"AAD: peels\" <https://example.org>", false),
        ("sun: avoid direct sun for 7 days", false),
    ] {
        assert_eq!(session.is_private(typed), private, "{typed}");
    }
}

/// Rules, patient and day may change while questions are asked: the next answer is about the next question,
/// and the answers given so far stay where they were put.
#[test]
fn what_changes_amid_an_interview_moves_no_answer() {
    let rules = "import skin-care\nwhen skin type in IV..VI { avoid direct sun for 14 days }\nwhen pregnant { avoid heat for 3 days }";
    for (between, kept) in [
        (":remove 3", "\"skin type\" = \"V\""),
        (":set skin type = II", "\"skin type\" = \"II\""),
        (":next", "\"skin type\" = \"V\""),
        (":plan", "\"skin type\" = \"V\""),
    ] {
        let mut world = world();
        let mut session = Session::new(&world);
        session.set_confirms(false);
        for line in [rules, ":treated 2026-06-01", ":interview", "no", between] {
            let reply = session.enter(line, &mut world);
            assert!(!reply.failed, "{line}: {}", reply.text());
        }
        if session.is_asking() {
            session.enter("V", &mut world);
        }
        let patient = session.patient_text();
        assert!(patient.contains("pregnant = false"), "{between}: {patient}");
        assert!(patient.contains(kept), "{between}: {patient}");
        assert!(!session.is_asking(), "{between}");
    }
    let mut world = world();
    let mut session = Session::new(&world);
    session.set_confirms(false);
    for line in [rules, ":treated 2026-06-01", ":interview", "no", ":new"] {
        session.enter(line, &mut world);
    }
    assert!(!session.is_asking(), "nothing is left to ask about");
    assert!(!session.enter("import skin-care", &mut world).failed);
    assert_eq!(session.text(), "import skin-care\n");
}
