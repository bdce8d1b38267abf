//! An interview on the terminal, or with answers piped through standard input.

use std::io::{self, BufRead, ErrorKind, IsTerminal, Read};

use aftercare_dsl::diagnostic::Diagnostic;
use aftercare_dsl::interview::{Interview, Turn};
use aftercare_dsl::render::{self, InterviewWord, TextOptions, escape};

use crate::failure::Failure;
use crate::interrupt::Farewell;
use crate::record::Record;
use crate::{console, page, quote};

/// The longest answer, in bytes.
const LONGEST: u64 = 64 * 1024;

/// Asks until nothing is left to ask, or somebody stops. After each answer the record is written.
///
/// # Errors
/// The record cannot be written, or standard input cannot be read.
pub fn talk(
    interview: &mut Interview<'_>,
    record: &mut Record<'_>,
    command: &[String],
) -> Result<(), Failure> {
    let farewell = Farewell::watch();
    if interview.next().is_none() {
        return say(InterviewWord::NoQuestion.text());
    }
    say(InterviewWord::Start.text())?;
    let mut number = 1;
    let mut last = None;
    while let Some(question) = interview.next().cloned() {
        if last.as_ref() != Some(&question.fact) {
            let asked = render::asked(number, &question, &options());
            console::print(&format!("\n{asked}"))?;
            last = Some(question.fact.clone());
        }
        console::print(InterviewWord::Prompt.text())?;
        let typed = line()?;
        if !io::stdin().is_terminal() {
            // Nobody has typed the end of the line.
            console::print("\n")?;
        }
        let Some(typed) = typed else { break };
        match interview.take(&typed) {
            Ok(Turn::Stopped) => break,
            Ok(Turn::Answered) => {
                number += 1;
                record.save(interview.profile())?;
                farewell.set(offer(interview, record, command));
            }
            Ok(Turn::Skipped) => number += 1,
            Ok(Turn::Back) => {
                number = number.saturating_sub(1).max(1);
                last = None;
                record.save(interview.profile())?;
                farewell.set(offer(interview, record, command));
                say(InterviewWord::Back.text())?;
            }
            Ok(Turn::AtTheStart) => say(InterviewWord::AtStart.text())?,
            Ok(Turn::Help(weighed)) => console::print(&render::effects(&weighed, &options()))?,
            Err(mistakes) => wrong(&mistakes)?,
        }
    }
    Ok(())
}

/// What is wrong with an answer. The answer itself is on the screen, and not repeated.
fn wrong(mistakes: &[Diagnostic]) -> Result<(), Failure> {
    let Some(mistake) = mistakes.first() else {
        return Ok(());
    };
    let mut text = InterviewWord::Wrong.with(&[("message", &mistake.message)]);
    if let Some(help) = &mistake.help {
        text.push(' ');
        text.push_str(&sentence(&InterviewWord::Help.with(&[("help", help)])));
    }
    say(&text)
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// What is left on the screen where Ctrl-C ends the interview: where the answers are, or the command
/// that goes on from them.
fn offer(interview: &Interview<'_>, record: &Record<'_>, command: &[String]) -> String {
    let settings = interview.settings();
    if settings.is_empty() {
        return format!("{}\n", InterviewWord::Nothing.text());
    }
    if let Some(file) = record.written() {
        let file = console::name(&file.to_string_lossy());
        return format!("{}\n", InterviewWord::Written.with(&[("file", &file)]));
    }
    let mut words: Vec<&str> = command.iter().map(String::as_str).collect();
    words.push("--interview");
    for setting in &settings {
        words.extend(["--set", setting]);
    }
    format!("{}\n", quote::command(words))
}

/// A line of standard input, without its end; none at the end of input.
fn line() -> Result<Option<String>, Failure> {
    let mut bytes = Vec::new();
    let mut stdin = io::stdin().lock().take(LONGEST);
    match stdin.read_until(b'\n', &mut bytes) {
        Ok(0) => Ok(None),
        Ok(_) => Ok(Some(String::from_utf8_lossy(&bytes).trim().to_owned())),
        Err(error) if error.kind() == ErrorKind::Interrupted => Ok(Some("?".to_owned())),
        Err(_) => Err(crate::origin::unreadable_stdin()),
    }
}

fn say(text: &str) -> Result<(), Failure> {
    console::print(&page::wrapped(&escape(text), 0, console::out_width()))
}

fn options() -> TextOptions {
    TextOptions {
        width: console::out_width(),
        colour: console::out_colour(),
    }
}
