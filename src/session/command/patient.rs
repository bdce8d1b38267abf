//! `:set`, `:unset`, `:treated`, `:facts`.

use super::Call;
use super::day::in_words;
use crate::check::{Ask, asks};
use crate::plan::{Moment, Status};
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
    let (setting, moment) = match session.with_day(call.rest, world) {
        Ok(found) => found,
        Err(reply) => return *reply,
    };
    let profile = match session.supposed(call.rest, &setting) {
        Ok(profile) => profile,
        Err(reply) => return *reply,
    };
    match session.put_patient(&profile, format!(":set {what}"), world) {
        Ok(()) => changed(session, moment),
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
    let around = day::Around {
        treated: None,
        ..session.around(true, world)
    };
    let moment = match day::read(call.rest, around) {
        Ok(moment) => moment,
        Err(no_day) => return *session.no_day(&no_day),
    };
    profile.treated = Some(moment);
    match session.put_patient(&profile, ":treated".to_owned(), world) {
        Ok(()) => {
            session.on = None;
            changed(session, Some(moment))
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
            return changed(session, None);
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
        Ok(()) => changed(session, None),
        Err(reply) => *reply,
    }
}

/// How the plan stands after something about the patient has changed; first the day that was understood.
fn changed(session: &Session, moment: Option<Moment>) -> Reply {
    let noted = moment.map_or_else(
        || "Noted.".to_owned(),
        |moment| format!("Noted: {}.", in_words(moment)),
    );
    let has_rules = session
        .made
        .checked
        .protocol
        .as_ref()
        .is_some_and(|protocol| !protocol.rules.is_empty());
    if !has_rules {
        return say(session.width, noted);
    }
    let asked = match session.asked(None) {
        Ok(asked) => asked,
        Err(reply) => return *reply,
    };
    let mut sheet = Sheet::new(session.width);
    let open = match asked.plan.questions.len() {
        0 => "No question is open.".to_owned(),
        1 => "1 question is open; `:questions` shows it.".to_owned(),
        many => format!("{many} questions are open; `:questions` shows them."),
    };
    let urgent = matches!(
        asked.plan.status,
        Status::Contact | Status::Refuse | Status::Defer
    );
    if !urgent {
        sheet.say(format!("{noted} {open}"));
        return sheet.reply();
    }
    let mut lines = render::standing_lines(&asked.plan, session.width);
    if moment.is_some() {
        sheet.say(noted);
        lines.push(Vec::new());
        lines.extend(sheet.reply().lines);
    }
    Reply::lines(lines)
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
