//! `questions`: which answers would change the plan, and an interview that asks for them.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use aftercare_dsl::interview::Interview;
use aftercare_dsl::render::{self, InterviewWord, TextOptions, all_of};
use clap::Args;

use crate::args::Format;
use crate::case::{Patient, Read, twice};
use crate::failure::{Exit, Failure};
use crate::record::Record;
use crate::{console, open, page, talk};

const EXAMPLES: &str = "\
Examples:
  aftercare-dsl questions microneedling
      what a patient would be asked, and what each answer would change
  aftercare-dsl questions microneedling --patient jo.toml
      what is still open for this patient
  aftercare-dsl questions microneedling --interview -o jo.toml
      ask one question at a time, the best first, and keep the answers
  aftercare-dsl questions clinic.rules --patient jo.toml --interview -o jo.toml
      go on with this patient, and write the answers into the profile

Exit code 0: no question is open. 3: some are. `--interview` ends as `eval` does.
Answers are written after each question: Ctrl-C loses none.";

/// `questions PROTOCOL`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Questions {
    /// A file, a bundled name, or - for standard input
    protocol: OsString,
    #[command(flatten)]
    patient: Patient,
    /// Ask them here, one at a time; each answer may make others needless
    #[arg(long)]
    interview: bool,
    /// Write the answers of the interview to this profile: a new file, or the one of --patient
    #[arg(short, long, value_name = "FILE", requires = "interview")]
    output: Option<PathBuf>,
    /// For people or for a program; the JSON has its schema in the repository
    #[arg(
        long,
        value_name = "text|json",
        default_value = "text",
        hide_possible_values = true,
        conflicts_with = "interview"
    )]
    format: Format,
}

impl Questions {
    /// Prints the questions, or asks them.
    pub fn run(&self) -> Result<Exit, Failure> {
        if self.interview {
            let stdin = Path::new("-");
            let patient = self.patient.who.patient.as_deref();
            if self.protocol == "-" || patient == Some(stdin) {
                return Err(twice("another input and the answers of the interview"));
            }
            return self.ask(&self.patient.read(&self.protocol)?);
        }
        let read = self.patient.read(&self.protocol)?;
        let plan = read.plan()?;
        let questions = plan.questions(&read.case()).map_err(|found| {
            console::diagnostics(&[found], &read.sources);
            Failure::told()
        })?;
        let text = match self.format {
            Format::Json => format!("{}\n", render::questions_json(&questions)),
            Format::Text => render::questions(&questions, &options()),
        };
        console::print(&text)?;
        Ok(if questions.questions.is_empty() {
            Exit::Done
        } else {
            Exit::Open
        })
    }

    fn ask(&self, read: &Read) -> Result<Exit, Failure> {
        let vocabulary = &read.protocol.vocabulary;
        let patient = self.patient.who.patient.as_deref();
        let mut record = Record::new(vocabulary, patient, self.output.as_deref())?;
        let mut interview = Interview::new(&read.case()).map_err(|found| {
            console::diagnostics(&[found], &read.sources);
            Failure::told()
        })?;
        let command = self
            .patient
            .command_line("questions", std::slice::from_ref(&self.protocol));
        let talked = talk::talk(&mut interview, &mut record, &command);
        let ended = self.end(&interview, &mut record);
        talked.and(ended)?;
        Ok(open::exit(interview.plan(), interview.profile()))
    }

    /// The status, what is left open, and where the answers are.
    fn end(&self, interview: &Interview<'_>, record: &mut Record<'_>) -> Result<(), Failure> {
        let plan = interview.plan();
        let status = render::status(plan, &options());
        console::print(&format!("\n{}\n", status.trim()))?;
        let left: Vec<&str> = plan
            .questions
            .iter()
            .map(|question| question.fact.as_str())
            .collect();
        if !left.is_empty() {
            say(&InterviewWord::Left.with(&[("facts", &all_of(&left))]))?;
        }
        if self.output.is_some() {
            record.save(interview.profile())?;
        }
        match record.written() {
            Some(file) => {
                let file = console::name(&file.to_string_lossy());
                say(&InterviewWord::Written.with(&[("file", &file)]))
            }
            None if interview.settings().is_empty() => say(InterviewWord::Nothing.text()),
            None => {
                let text = record.text(interview.profile())?;
                let heading = InterviewWord::Profile.text();
                console::print(&format!("\n{heading}\n\n{}", shown(&text)))
            }
        }
    }
}

/// A text of several lines, safe to print.
fn shown(text: &str) -> String {
    let lines = text.lines().map(render::escape);
    lines.map(|line| format!("{line}\n")).collect()
}

fn say(text: &str) -> Result<(), Failure> {
    console::print(&page::wrapped(
        &render::escape(text),
        0,
        console::out_width(),
    ))
}

fn options() -> TextOptions {
    TextOptions {
        width: console::out_width(),
        colour: console::out_colour(),
    }
}
