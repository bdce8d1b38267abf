//! The table of commands.

use super::{
    Call, ask, calendar, day, diff, edit, file, help, history, know, list, patient, plan,
    questions, quit,
};
use crate::session::{Reply, Session, World};

/// One command.
#[derive(Clone, Copy)]
pub struct Command {
    /// Its name, without the colon.
    pub name: &'static str,
    /// Other names.
    pub also: &'static [&'static str],
    /// What stands behind it; empty where nothing may.
    pub takes: &'static str,
    /// What kind of thing can be completed behind it.
    pub completes: Completes,
    /// Which group of the help it stands in.
    pub group: Group,
    /// What it does, in one line.
    pub does: &'static str,
    /// A line that uses it.
    pub example: &'static str,
    /// What that line does.
    pub example_does: &'static str,
    /// Whether a line with it may say something about a patient, and so is never kept in a file.
    pub private: bool,
    pub(super) run: fn(&mut Session, &Call<'_>, &mut dyn World) -> Reply,
}

impl std::fmt::Debug for Command {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Command({})", self.name)
    }
}

/// The groups of the help, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Writing rules.
    Writing,
    /// The patient.
    Patient,
    /// Asking.
    Asking,
    /// The session itself.
    Session,
}

impl Group {
    /// All groups.
    pub const ALL: [Self; 4] = [Self::Writing, Self::Patient, Self::Asking, Self::Session];

    /// Its heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Writing => "WRITING RULES",
            Self::Patient => "THE PATIENT",
            Self::Asking => "ASKING",
            Self::Session => "THE SESSION",
        }
    }
}

/// What can be completed behind a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Completes {
    /// Nothing.
    Nothing,
    /// A file's name.
    File,
    /// The number or label of an entry.
    Entry,
    /// A fact, then its values.
    Fact,
    /// A thing.
    Thing,
    /// A day.
    Day,
    /// The code of a mistake.
    Code,
    /// A command.
    Command,
}

macro_rules! commands {
    ($($name:literal $([$($also:literal),+])? $takes:literal, $completes:ident, $group:ident, $private:literal,
        $does:literal, $example:literal => $example_does:literal, $run:path;)+) => {
        /// Every command, in the order of the help.
        pub const COMMANDS: &[Command] = &[$(Command {
            name: $name,
            also: &[$($($also),+)?],
            takes: $takes,
            completes: Completes::$completes,
            group: Group::$group,
            does: $does,
            example: $example,
            example_does: $example_does,
            private: $private,
            run: $run,
        },)+];
    };
}

commands! {
    "new" "", Nothing, Writing, false,
        "starts anew, without rules and without a patient",
        ":new" => "an empty session", file::new;
    "load" "FILE", File, Writing, false,
        "loads a protocol, from a file or a bundled one",
        ":load clinic.rules" => "goes on with the rules of clinic.rules", file::load;
    "save patient" "FILE", File, Patient, true,
        "saves the patient's profile",
        ":save patient jo.toml" => "writes what is known of the patient to jo.toml", file::save_patient;
    "save" "[FILE]", File, Writing, false,
        "saves the rules, in the canonical layout",
        ":save clinic.rules" => "writes the rules to clinic.rules", file::save;
    "list" "", Nothing, Writing, false,
        "lists the rules, by the lines that plans name",
        ":list" => "every line with its number", list::list;
    "show" "N|LABEL", Entry, Writing, false,
        "shows one entry as it is written",
        ":show 3" => "entry 3 with its comments", list::show;
    "edit" "N|LABEL", Entry, Writing, false,
        "puts an entry into the editor, to be changed",
        ":edit 3" => "what is typed next takes the place of entry 3", edit::edit;
    "remove" ["delete"] "N|LABEL", Entry, Writing, false,
        "takes an entry out of the rules",
        ":remove 3" => "entry 3 is gone; `:undo` brings it back", edit::remove;
    "undo" "", Nothing, Writing, false,
        "takes the last step back, of the rules or the patient",
        ":undo" => "as it was before", history::undo;
    "redo" "", Nothing, Writing, false,
        "takes the step again that was undone",
        ":redo" => "as it was before `:undo`", history::redo;
    "changes" "", Nothing, Writing, false,
        "shows what has changed since the rules were loaded",
        ":changes" => "what was added and what is gone", history::changes;
    "diff" "", Nothing, Writing, false,
        "shows what the changes since loading come to",
        ":diff" => "what is looser, stricter or different, with an example", diff::diff;
    "check" "", Nothing, Writing, false,
        "shows every warning about the rules",
        ":check" => "what `aftercare-dsl check` says", know::check;
    "test" "[coverage]", Nothing, Writing, false,
        "runs the scenarios, and says what none of them has tried",
        ":test" => "each scenario that does not hold, and why", know::test;
    "read" "[N|LABEL]", Entry, Writing, false,
        "reads the rules back: what each sentence means, with dates",
        ":read 3" => "what entry 3 means", know::read;

    "patient" "FILE", File, Patient, true,
        "loads a patient's profile",
        ":patient jo.toml" => "asks and answers are about this patient", file::patient;
    "set" "FACT = VALUE", Fact, Patient, true,
        "says something about the patient",
        ":set skin type = IV" => "the skin type is IV", patient::set;
    "unset" "FACT", Fact, Patient, true,
        "forgets something about the patient",
        ":unset skin type" => "the skin type is not known", patient::unset;
    "treated" "DATE", Day, Patient, true,
        "says when the treatment was, or is to be",
        ":treated 2026-06-01" => "day 0 is 1 June 2026", patient::treated;
    "facts" "", Nothing, Patient, false,
        "shows what is known of the patient, and what the rules ask",
        ":facts" => "each fact with its value", patient::facts;
    "questions" "", Nothing, Patient, false,
        "shows what is open, and what each answer would change",
        ":questions" => "the open questions, the best first", questions::questions;
    "interview" "", Nothing, Patient, false,
        "asks what is open, one question at a time",
        ":interview" => "the best question; `stop` ends it", questions::interview;

    "on" "DAY", Day, Asking, false,
        "chooses the day that plans and answers are about",
        ":on day 5" => "day 5 after the treatment", day::on;
    "next" "", Nothing, Asking, false,
        "goes to the next day",
        ":next" => "a day later", day::next;
    "back" "", Nothing, Asking, false,
        "goes to the day before",
        ":back" => "a day earlier", day::back;
    "plan" "", Nothing, Asking, false,
        "shows the patient's whole plan",
        ":plan" => "what `aftercare-dsl eval` says", plan::plan;
    "today" "", Nothing, Asking, false,
        "shows what holds on the chosen day",
        ":today" => "what to avoid and to do on that day", plan::today;
    "calendar" "[MONTH]", Day, Asking, false,
        "shows a month, with what is off on each day",
        ":calendar 2026-07" => "July 2026", calendar::calendar;
    "course" "", Nothing, Asking, false,
        "shows the course of treatments",
        ":course" => "when the next session is", plan::course;
    "ask" ["can"] "THING [on DAY]", Thing, Asking, true,
        "answers about a thing: `can retinol on day 3?` does, too",
        ":ask retinol on day 3" => "avoid or allowed, until when and why", ask::ask;
    "why not" "THING", Thing, Asking, true,
        "shows why a thing is not allowed, and what is said near it",
        ":why not sauna" => "every sentence about it, and what it comes to", ask::why_not;
    "why" "THING", Thing, Asking, true,
        "shows the sentences behind an answer",
        ":why retinol" => "the sentence that decides, and the others", ask::why;
    "until" "THING", Thing, Asking, true,
        "says until when an answer holds",
        ":until retinol" => "the last day, and the first free one", ask::until;
    "what if" "FACT = VALUE", Fact, Asking, true,
        "shows what another answer would change; nothing is stored",
        ":what if skin type = II" => "the difference to the plan", ask::what_if;

    "vocabulary" "[THING]", Thing, Session, false,
        "shows what a name covers and what it is called",
        ":vocabulary retinoids" => "what is among them", know::vocabulary;
    "explain" "CODE", Code, Session, false,
        "explains a kind of mistake",
        ":explain unknown-name" => "what the code means, with a right line", know::explain;
    "time" "", Nothing, Session, false,
        "shows or hides how long each line takes",
        ":time" => "a time under each reply", know::time;
    "help" ["?"] "[COMMAND]", Command, Session, false,
        "lists the commands, or explains one",
        ":help edit" => "what `:edit` does", help::help;
    "quit" ["exit"] "", Nothing, Session, false,
        "leaves; unsaved work is asked about",
        ":quit" => "back to the shell", quit::quit;
}
