//! `:new`, `:load`, `:save`, `:patient`, `:save patient`.

use std::sync::Arc;

use super::{Call, quit};
use crate::analysis::with_findings;
use crate::diagnostic::any_error;
use crate::format::{Unformatted, format};
use crate::profile::{self, Profile};
use crate::render::escape;
use crate::session::made::{Made, RULES};
use crate::session::reply::{Reply, Sheet, refuse, say};
use crate::session::state::State;
use crate::session::{Session, Unread, World, wrong};
use crate::source::Sources;
use crate::syntax;
use crate::vocabulary::Vocabulary;

/// `:new`
pub(super) fn new(session: &mut Session, call: &Call<'_>, world: &mut dyn World) -> Reply {
    if let Some(reply) = quit::unsaved(session, call, "new") {
        return reply;
    }
    let next = State::default();
    let made = Made::of(&next, world);
    session.step(next, made, ":new");
    session.on = None;
    session.editing = None;
    say(session.width, "A new session: no rules, no patient.")
}

/// `:load FILE`
pub(super) fn load(session: &mut Session, call: &Call<'_>, world: &mut dyn World) -> Reply {
    let file = name(call.rest);
    if file.is_empty() {
        return refuse(
            session.width,
            "there is no file to load",
            Some("`:load clinic.rules`, or a bundled protocol: `:load microneedling`"),
        );
    }
    let text = match world.read(file) {
        Ok(text) => text,
        Err(unread) => return unreadable(session, &unread),
    };
    let text: Arc<str> = Arc::from(text);
    let next = State {
        text: text.clone(),
        file: Some(file.to_owned()),
        loaded: text.clone(),
        ..session.now.clone()
    };
    let made = Made::of(&next, world);
    if made.is_wrong() {
        if !holds_rules(session, &text) && holds_profile(session, &text) {
            return refuse(
                session.width,
                format!("`{}` holds a patient's profile, and no rules", escape(file)),
                Some(&format!("`:patient {}` loads it", escape(file))),
            );
        }
        return wrong(made);
    }
    if session.rules_unsaved()
        && let Some(reply) = quit::unsaved(session, call, &format!("load {file}"))
    {
        return reply;
    }
    session.step(next, made, format!(":load {file}"));
    session.editing = None;
    session.kept.insert(file.to_owned(), text);
    say(session.width, loaded(session, file))
}

/// Whether a text is rules: the most of it reads as such.
fn holds_rules(session: &Session, text: &str) -> bool {
    let parsed = syntax::parse(RULES, text, &session.made.checked.protected);
    parsed.file.items.len() > parsed.diagnostics.len()
}

/// Whether a text is a patient's profile, as far as these rules can tell.
fn holds_profile(session: &Session, text: &str) -> bool {
    let mut sources = Sources::new();
    let source = sources.add("", text);
    let vocabulary = &session.made.checked.vocabulary;
    let (profile, _) = profile::read(source, "", text, vocabulary);
    profile != Profile::default()
}

/// What was loaded, in a line or two.
fn loaded(session: &Session, file: &str) -> String {
    let checked = &session.made.checked;
    let rules = checked
        .protocol
        .as_ref()
        .map_or(0, |protocol| protocol.rules.len());
    let title = checked
        .protocol
        .as_ref()
        .and_then(|protocol| protocol.title.as_deref());
    let title = title.map_or_else(String::new, |title| format!(" ({title})"));
    let warnings = with_findings(checked).len();
    let mut text = format!(
        "Loaded {}{}: {}.",
        escape(file),
        escape(&title),
        count(rules, "rule")
    );
    if warnings > 0 {
        text.push_str(&format!(" `:check` shows {}.", count(warnings, "warning")));
    }
    if session.made.patient.is_err() {
        text.push_str(" The patient's profile does not fit these rules: `:facts` shows why.");
    }
    text
}

/// `1 rule`, `2 rules`
pub(super) fn count(number: usize, what: &str) -> String {
    let many = if number == 1 { "" } else { "s" };
    format!("{number} {what}{many}")
}

/// `:save [FILE]`
pub(super) fn save(session: &mut Session, call: &Call<'_>, world: &mut dyn World) -> Reply {
    let given = name(call.rest);
    let file = match (given, session.now.file.clone()) {
        ("", Some(file)) => file,
        ("", None) => {
            return refuse(
                session.width,
                "the rules have no file yet",
                Some("say which: `:save clinic.rules`"),
            );
        }
        (given, _) => given.to_owned(),
    };
    if world.is_bundled(&file) {
        return refuse(
            session.width,
            format!("`{}` is bundled and cannot be changed", escape(&file)),
            Some("save your own under another name: `:save clinic.rules`"),
        );
    }
    if let Some(reply) = bare(session, &file, ":save", "rules") {
        return reply;
    }
    if let Some(reply) = replaces(session, call, world, &file, Kept::Rules) {
        return reply;
    }
    let formatted = format(RULES, &session.now.text, &session.made.checked.protected);
    let text = match formatted {
        Ok(text) => text,
        Err(Unformatted::Mistakes(found)) => return *session.wrong(found),
        Err(Unformatted::Changed) => {
            return refuse(
                session.width,
                "the rules were not saved: their canonical layout would mean something else",
                Some("this is a bug of this program; `:list` shows the rules, to copy them"),
            );
        }
    };
    if let Err(unread) = world.write(&file, &text) {
        return unreadable(session, &unread);
    }
    let text: Arc<str> = Arc::from(text);
    session.kept.insert(file.clone(), text.clone());
    session.now.text = text;
    session.now.file = Some(file.clone());
    let old = std::mem::replace(&mut session.made, Made::of(&session.now, world));
    let numbers = |made: &Made| {
        made.entries
            .iter()
            .map(|entry| entry.number)
            .collect::<Vec<_>>()
    };
    let anew = if numbers(&old) == numbers(&session.made) {
        ""
    } else {
        " The canonical layout has other lines: `:list` shows the new numbers."
    };
    say(session.width, format!("Saved to {}.{anew}", escape(&file)))
}

/// That a name has no ending: it could not be loaded again, since a bare name is a bundled protocol's.
fn bare(session: &Session, file: &str, command: &str, ending: &str) -> Option<Reply> {
    if file.contains(['.', '/', '\\']) {
        return None;
    }
    let file = escape(file);
    Some(refuse(
        session.width,
        format!("`{file}` has no ending, so that it could not be loaded again"),
        Some(&format!("write `{command} {file}.{ending}`")),
    ))
}

/// Why a file is not written over: it holds something else, or nobody has looked at it here. On a terminal
/// the same line once more replaces what nobody has looked at; a script cannot mean that.
fn replaces(
    session: &Session,
    call: &Call<'_>,
    world: &dyn World,
    file: &str,
    kind: Kept,
) -> Option<Reply> {
    let (own, other, others) = match kind {
        Kept::Rules => (&session.kept, &session.kept_patients, "a patient's profile"),
        Kept::Patient => (&session.kept_patients, &session.kept, "rules"),
    };
    if other.contains_key(file) {
        return Some(refuse(
            session.width,
            format!("`{}` holds {others}", escape(file)),
            Some("give the new file another name"),
        ));
    }
    let key = format!("{kind:?} {file}");
    if own.contains_key(file) || call.confirming == Some(key.as_str()) || !world.exists(file) {
        return None;
    }
    if !session.confirms {
        return Some(refuse(
            session.width,
            format!(
                "there is a file `{}` already, and it was not loaded here",
                escape(file)
            ),
            Some("load it first, or give the new file another name"),
        ));
    }
    let mut sheet = Sheet::new(session.width);
    sheet.say(format!(
        "There is a file {} already, and it was not loaded here. The same line once more replaces it.",
        escape(file)
    ));
    Some(Reply {
        confirming: Some(key),
        ..sheet.refusal()
    })
}

/// What a file is to hold.
#[derive(Debug, Clone, Copy)]
enum Kept {
    Rules,
    Patient,
}

/// `:patient FILE`
pub(super) fn patient(session: &mut Session, call: &Call<'_>, world: &mut dyn World) -> Reply {
    let file = name(call.rest);
    if file.is_empty() {
        return refuse(
            session.width,
            "there is no file with a profile",
            Some("`:patient jo.toml`; or say what is known with `:set` and `:treated`"),
        );
    }
    let text = match world.read(file) {
        Ok(text) => text,
        Err(unread) => return unreadable(session, &unread),
    };
    let mut sources = Sources::new();
    let source = sources.add(file, text.as_str());
    let vocabulary = &session.made.checked.vocabulary;
    let (profile, mistakes) = profile::read(source, file, &text, vocabulary);
    sources.hide_values(source);
    if any_error(&mistakes) {
        if holds_rules(session, &text) {
            return refuse(
                session.width,
                format!("`{}` holds rules, and no patient's profile", escape(file)),
                Some(&format!(
                    "`:load {}` loads rules; `:save patient jo.toml` writes a profile",
                    escape(file)
                )),
            );
        }
        return Reply::wrong(mistakes, sources);
    }
    if session.patient_unsaved()
        && let Some(reply) = quit::unsaved_patient(session, call, &format!("patient {file}"))
    {
        return reply;
    }
    let (text, kept) = match as_toml(file, text, &profile, vocabulary) {
        Ok(kept) => kept,
        Err(error) => return refuse(session.width, error, None),
    };
    let text: Arc<str> = Arc::from(text);
    if let Some(file) = &kept {
        session.kept_patients.insert(file.clone(), text.clone());
    }
    let next = State {
        patient: text,
        patient_file: kept,
        ..session.now.clone()
    };
    session.go(next, ":patient", world);
    session.on = None;
    say(
        session.width,
        format!(
            "The patient is the one of {}. `:today` shows the day, `:questions` what is open.",
            escape(file)
        ),
    )
}

/// A session changes TOML: a JSON profile becomes one, and is saved under another name than that of `file`.
fn as_toml(
    file: &str,
    text: String,
    profile: &Profile,
    vocabulary: &Vocabulary,
) -> Result<(String, Option<String>), String> {
    let json = file.to_lowercase().ends_with(".json") || text.trim_start().starts_with('{');
    if !json {
        return Ok((text, Some(file.to_owned())));
    }
    let text = profile::write("", &Profile::default(), profile, vocabulary);
    text.map(|text| (text, None))
        .map_err(|error| error.to_string())
}

/// `:save patient FILE`
pub(super) fn save_patient(session: &mut Session, call: &Call<'_>, world: &mut dyn World) -> Reply {
    let given = name(call.rest);
    let file = match (given, session.now.patient_file.clone()) {
        ("", Some(file)) => file,
        ("", None) => {
            return refuse(
                session.width,
                "the profile has no file yet",
                Some("say which: `:save patient jo.toml`"),
            );
        }
        (given, _) => given.to_owned(),
    };
    if file.to_lowercase().ends_with(".json") {
        return refuse(
            session.width,
            "a profile is saved as TOML",
            Some("give it a name that ends in `.toml`"),
        );
    }
    if let Some(reply) = bare(session, &file, ":save patient", "toml") {
        return reply;
    }
    if let Some(reply) = replaces(session, call, world, &file, Kept::Patient) {
        return reply;
    }
    if let Err(unread) = world.write(&file, &session.now.patient) {
        return unreadable(session, &unread);
    }
    session
        .kept_patients
        .insert(file.clone(), session.now.patient.clone());
    session.now.patient_file = Some(file.clone());
    say(session.width, format!("Saved to {}.", escape(&file)))
}

/// A file's name without quotes around it.
fn name(rest: &str) -> &str {
    let rest = rest.trim();
    let quoted = rest
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    quoted.unwrap_or(rest)
}

fn unreadable(session: &Session, unread: &Unread) -> Reply {
    Reply {
        is_file: true,
        ..refuse(session.width, &unread.message, unread.help.as_deref())
    }
}
