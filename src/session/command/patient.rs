//! `:set`, `:unset`, `:treated`, `:facts`.

use super::Call;
use crate::check::{Ask, asks};
use crate::plan::Status;
use crate::profile::{self, Profile};
use crate::render::{self, Style};
use crate::session::reply::{Reply, Sheet, refuse, say};
use crate::session::{Session, World, day};

/// `:set FACT = VALUE`
pub(super) fn set(session: &mut Session, call: &Call<'_>, world: &mut dyn World) -> Reply {
    let what = call.rest.split('=').next().unwrap_or_default().trim();
    if what.is_empty() {
        return refuse(
            session.width,
            "there is nothing to set",
            Some("write FACT = VALUE, such as `:set skin type = IV`"),
        );
    }
    let profile = match session.supposed(call.rest) {
        Ok(profile) => profile,
        Err(reply) => return *reply,
    };
    match session.put_patient(&profile, format!(":set {what}"), world) {
        Ok(()) => changed(session),
        Err(reply) => *reply,
    }
}

/// `:treated DATE`
pub(super) fn treated(session: &mut Session, call: &Call<'_>, world: &mut dyn World) -> Reply {
    let mut profile = match session.profile() {
        Ok(profile) => Profile::clone(&profile),
        Err(reply) => return *reply,
    };
    if call.rest.to_lowercase().starts_with("day") {
        return refuse(
            session.width,
            "days are counted from the treatment, so that they cannot say when it is",
            Some("write a date such as `:treated 2026-06-01`"),
        );
    }
    match day::read(call.rest, None, world.today()) {
        Ok(moment) => profile.treated = Some(moment),
        Err(no_day) => {
            return refuse(
                session.width,
                no_day.message,
                Some("write a date such as `:treated 2026-06-01`, or `:treated 2026-06-01T10:30`"),
            );
        }
    }
    match session.put_patient(&profile, ":treated".to_owned(), world) {
        Ok(()) => {
            session.on = None;
            changed(session)
        }
        Err(reply) => *reply,
    }
}

/// `:unset FACT`
pub(super) fn unset(session: &mut Session, call: &Call<'_>, world: &mut dyn World) -> Reply {
    if call.rest.is_empty() {
        return refuse(
            session.width,
            "there is nothing to forget",
            Some("name a fact, such as `:unset skin type`; `:facts` shows them"),
        );
    }
    let old = match session.profile() {
        Ok(profile) => profile,
        Err(reply) => {
            // What does not fit the rules can be taken out all the same.
            let Some(text) = profile::without(&session.now.patient, call.rest) else {
                return *reply;
            };
            session.put_patient_text(text, format!(":unset {}", call.rest), world);
            return changed(session);
        }
    };
    let vocabulary = &session.made.checked.vocabulary;
    let Some(new) = profile::unset(&old, call.rest, vocabulary) else {
        return refuse(
            session.width,
            "nothing is known under that name",
            Some("`:facts` shows what is known"),
        );
    };
    match session.put_patient(&new, format!(":unset {}", call.rest), world) {
        Ok(()) => changed(session),
        Err(reply) => *reply,
    }
}

/// How the plan stands after something about the patient has changed.
fn changed(session: &Session) -> Reply {
    let has_rules = session
        .made
        .checked
        .protocol
        .as_ref()
        .is_some_and(|protocol| !protocol.rules.is_empty());
    if !has_rules {
        return say(session.width, "Noted.");
    }
    match session.asked(None) {
        Ok(asked) => {
            let mut sheet = Sheet::new(session.width);
            let open = asked.plan.questions.len();
            if matches!(
                asked.plan.status,
                Status::Contact | Status::Refuse | Status::Defer
            ) {
                let lines = render::standing_lines(&asked.plan, session.width);
                return Reply::lines(lines);
            }
            sheet.say(match open {
                0 => "Noted. No question is open.".to_owned(),
                1 => "Noted. 1 question is open; `:questions` shows it.".to_owned(),
                many => format!("Noted. {many} questions are open; `:questions` shows them."),
            });
            sheet.reply()
        }
        Err(reply) => *reply,
    }
}

/// `:facts`
pub(super) fn facts(session: &mut Session, _: &Call<'_>, _: &mut dyn World) -> Reply {
    if let Err(reply) = session.profile() {
        return *reply;
    }
    let mut sheet = Sheet::new(session.width);
    let text = session.now.patient.trim_end();
    if text.is_empty() {
        sheet.say("Nothing is known of the patient.");
    } else {
        for line in text.lines() {
            sheet.pieces("  ", 4, &[(Style::Plain, line)]);
        }
    }
    if let Some(protocol) = &session.made.checked.protocol {
        let vocabulary = &protocol.vocabulary;
        let asked: Vec<String> = asks(protocol)
            .keys()
            .map(|ask| match ask {
                Ask::Fact(fact) => vocabulary.fact(*fact).name.clone(),
                Ask::Prescribed(thing) => format!("prescribed {}", vocabulary.name(*thing)),
                Ask::History(thing) | Ask::Event(thing) | Ask::Symptom(thing) => {
                    vocabulary.name(*thing).to_owned()
                }
                Ask::Sessions => "sessions".to_owned(),
            })
            .collect();
        if !asked.is_empty() {
            sheet.blank();
            sheet.item("The rules ask: ", 2, format!("{}.", asked.join(", ")));
        }
    }
    sheet.reply()
}
