//! A sitting at a protocol: rules are written one after another, each is checked and explained at once,
//! and a patient is asked about. What a REPL, a web page or an editor drives; there is no terminal here.
//!
//! A [`Session`] takes what was typed, a line or a whole block ([`Session::enter`]), and gives a [`Reply`]:
//! lines to show, mistakes, and what the editor is to hold next. Files and the day's date come from a
//! [`World`]. The rules are kept as a text, comments included, and the patient as another; everything else is
//! made from them, so that `:undo` is the text before.
//!
//! Invariants:
//! - the rules have no error: what does not check is refused, whole, and the rules stay as they were;
//! - nothing that was accepted is lost but by a command that says so, and `:undo` brings it back;
//! - what `:save` writes loads to an equal session.
//!
//! ```
//! use aftercare_dsl::session::{Session, testing::Memory};
//!
//! let mut world = Memory::default();
//! let mut session = Session::new(&world);
//! session.enter("import skin-care", &mut world);
//! let reply = session.enter("avoid retinoids for 7 days", &mut world);
//! assert!(!reply.failed);
//! session.enter(":treated 2026-06-01", &mut world);
//! let reply = session.enter("can retinol on day 3?", &mut world);
//! assert!(reply.text().contains("AVOID: retinol"));
//! ```

mod accept;
mod apart;
mod assist;
mod command;
mod day;
mod early;
mod entries;
mod line;
mod made;
mod patient;
mod place;
mod reply;
mod said;
mod state;
pub mod testing;
mod words;
mod world;

pub use command::{COMMANDS, Command, Completes, Group};
pub use entries::{Entry, Number};
pub use reply::{Found, Reply, Then};
pub use world::{Unread, World};

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::plan::Moment;
use command::questions::Asking;
use made::Made;
use state::{History, State};

/// The name that messages give to rules that are in no file yet.
pub const UNNAMED: &str = "rules";

/// A sitting: rules, a patient, a day, and the way back.
#[derive(Debug)]
pub struct Session {
    now: State,
    made: Made,
    history: History,
    /// What each file of rules is known to hold.
    kept: BTreeMap<String, Arc<str>>,
    /// What each patient's file is known to hold.
    kept_patients: BTreeMap<String, Arc<str>>,
    /// The day that was chosen; today where it is none.
    on: Option<Moment>,
    /// What was asked about last, and the day.
    last_asked: Option<(String, Option<Moment>)>,
    /// Today, as far as a command has looked.
    today: NaiveDate,
    /// The columns of a page.
    width: usize,
    /// The number that the next accepted entry replaces.
    editing: Option<Number>,
    /// The interview, while there is one.
    interview: Option<Asking>,
    /// Whether unsaved work and files that are there are asked about.
    confirms: bool,
    /// Whether times are shown.
    timing: bool,
    /// What is to be confirmed, if the same is asked again at once.
    confirming: Option<String>,
    /// What the last reply put into the editor, and what would mend it.
    held: Option<(String, Vec<String>)>,
}

impl Session {
    /// No rules, no patient.
    #[must_use]
    pub fn new(world: &dyn World) -> Self {
        let now = State::default();
        Self {
            made: Made::of(&now, world),
            now,
            history: History::default(),
            kept: BTreeMap::new(),
            kept_patients: BTreeMap::new(),
            on: None,
            last_asked: None,
            today: world.today(),
            width: 80,
            editing: None,
            interview: None,
            confirms: true,
            timing: false,
            confirming: None,
            held: None,
        }
    }

    /// How many columns replies may take.
    pub fn set_width(&mut self, width: usize) {
        self.width = width;
    }

    /// Whether unsaved work, and files that would be replaced, are asked about first. A script isn't asked.
    pub fn set_confirms(&mut self, confirms: bool) {
        self.confirms = confirms;
    }

    /// Whether each reply is to be followed by the time that it took.
    #[must_use]
    pub fn is_timing(&self) -> bool {
        self.timing
    }

    /// Whether what is typed next takes the place of an entry.
    #[must_use]
    pub fn is_editing(&self) -> bool {
        self.editing.is_some()
    }

    /// What was to take the place of an entry is dropped; the entry stays as it is.
    pub fn leave_entry(&mut self) {
        self.editing = None;
        self.confirming = None;
        self.held = None;
    }

    /// What would mend the last line stands in the editor now.
    pub fn holds(&mut self, text: &str) {
        if let Some((held, fixes)) = &mut self.held {
            text.clone_into(held);
            fixes.retain(|fix| fix != text);
        }
    }

    /// The rules as they stand.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.now.text
    }

    /// The patient's profile as it stands, as TOML.
    #[must_use]
    pub fn patient_text(&self) -> &str {
        &self.now.patient
    }

    /// The file that the rules are kept in.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        self.now.file.as_deref()
    }

    /// What may be named, for an editor.
    #[must_use]
    pub fn vocabulary(&self) -> &crate::vocabulary::Vocabulary {
        &self.made.checked.vocabulary
    }

    /// Whether the rules or the patient hold something that no file does.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.rules_unsaved() || self.patient_unsaved()
    }

    fn rules_unsaved(&self) -> bool {
        unsaved(&self.kept, self.now.file.as_deref(), &self.now.text)
    }

    fn patient_unsaved(&self) -> bool {
        let file = self.now.patient_file.as_deref();
        unsaved(&self.kept_patients, file, &self.now.patient)
    }

    /// Takes what was typed: a sentence, a block, a declaration, a command or a question.
    ///
    /// `typed` may hold several lines, and in a paste a whole protocol. It is refused or accepted whole.
    pub fn enter(&mut self, typed: &str, world: &mut dyn World) -> Reply {
        self.today = world.today();
        let reply = match self.parted(typed) {
            Some((before, own)) => self.apart(before, own, world),
            None => {
                let reply = self.one(typed, world);
                match self.glued(typed).filter(|_| reply.failed) {
                    Some((before, own)) => self.apart(before, own, world),
                    None => reply,
                }
            }
        };
        let fixes = || reply.fixes.clone();
        self.held = reply.editor.clone().map(|text| (text, fixes()));
        reply
    }

    /// Takes what is one thing.
    fn one(&mut self, typed: &str, world: &mut dyn World) -> Reply {
        let confirming = self.confirming.take();
        let mut reply = self.line(typed, confirming.as_deref(), world);
        if let Some((part, mended)) = reply.mended.take() {
            reply.editor = Some(typed.to_owned());
            reply.fixes = vec![typed.replacen(&part, &mended, 1)];
        }
        self.confirming.clone_from(&reply.confirming);
        reply
    }

    /// Goes on to a state with other rules, unless they have an error: then the reply that shows it.
    fn change(&mut self, next: State, what: String, world: &dyn World) -> Result<(), Box<Reply>> {
        let made = Made::of(&next, world);
        if made.is_wrong() {
            return Err(Box::new(wrong(made)));
        }
        self.step(next, made, what);
        self.editing = None;
        Ok(())
    }

    /// Goes on to a state with another patient.
    fn go(&mut self, next: State, what: impl Into<String>, world: &dyn World) {
        self.made.go(&self.now, &next, world);
        let before = std::mem::replace(&mut self.now, next);
        self.history.push(before, what.into());
    }

    /// Puts a new state in the place of the one that is; `what` names the step for `:undo`.
    fn step(&mut self, next: State, made: Made, what: impl Into<String>) {
        let before = std::mem::replace(&mut self.now, next);
        self.made = made;
        self.history.push(before, what.into());
    }
}

/// The reply that shows the errors in rules.
fn wrong(made: Made) -> Reply {
    let errors = made.errors().cloned().collect();
    Reply::wrong(errors, made.sources)
}

/// Whether a text holds something that its file does not.
fn unsaved(kept: &BTreeMap<String, Arc<str>>, file: Option<&str>, text: &Arc<str>) -> bool {
    match file.and_then(|file| kept.get(file)) {
        Some(kept) => kept != text,
        None => !text.trim().is_empty(),
    }
}
