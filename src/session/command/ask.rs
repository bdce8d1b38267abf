//! `can THING?`, `:ask`, `:why`, `:why not`, `:until`, `:what if`.

use super::Call;
use crate::diagnostic::Diagnostic;
use crate::eval::Asked as Thing;
use crate::plan::Moment;
use crate::render::{self, Style, date_words};
use crate::reply::Reply as Answer;
use crate::session::patient::Asked;
use crate::session::reply::{Reply, Sheet, refuse};
use crate::session::{Session, World, day, words};
use crate::source::Sources;

/// `can retinol on day 3?`, without `can` and the question mark.
pub(in crate::session) fn can(session: &mut Session, asked: &str, world: &dyn World) -> Reply {
    let asked = plainly(asked);
    answered(session, asked, world, |answer, session, _, _| {
        Ok(Reply::lines(render::brief(answer, session.width)))
    })
}

/// `:ask THING [on DAY]`
pub(super) fn ask(session: &mut Session, call: &Call<'_>, world: &mut dyn World) -> Reply {
    can(session, call.rest.trim_end_matches('?').trim(), world)
}

/// `:why THING`
pub(super) fn why(session: &mut Session, call: &Call<'_>, world: &mut dyn World) -> Reply {
    answered(session, call.rest, world, |answer, session, _, _| {
        let mut sheet = Sheet::new(session.width);
        let mut told: Vec<String> = Vec::new();
        for answered in answer.answers.iter().chain(&answer.narrower) {
            for reason in &answered.why {
                let place = format!(
                    "{}:{}",
                    reason.rule.location.file, reason.rule.location.line
                );
                if told.contains(&place) {
                    continue;
                }
                let mut more = vec![place.clone()];
                more.extend(reason.sources.iter().map(|source| source.title.clone()));
                if !reason.facts.is_empty() {
                    more.push(format!("known: {}", reason.facts.join(", ")));
                }
                if !reason.asks.is_empty() {
                    more.push(format!("open: {}", reason.asks.join(", ")));
                }
                let more = more.join("; ");
                sheet.pieces(
                    "- ",
                    2,
                    &[(Style::Plain, &reason.rule.sentence), (Style::Quiet, &more)],
                );
                told.push(place);
            }
        }
        if told.is_empty() {
            sheet.say("No sentence that holds on this day is about it. `:why not` shows what is said near it.");
        }
        Ok(sheet.reply())
    })
}

/// `:why not THING`
pub(super) fn why_not(session: &mut Session, call: &Call<'_>, world: &mut dyn World) -> Reply {
    answered(
        session,
        call.rest,
        world,
        |answer, session, asked, thing| {
            let why_not = asked.plan.why_not(&asked.case(), thing)?;
            let mut lines = render::brief(answer, session.width);
            lines.push(Vec::new());
            lines.extend(render::why_not_lines(&why_not, session.width));
            Ok(Reply::lines(lines))
        },
    )
}

/// `:until THING`
pub(super) fn until(session: &mut Session, call: &Call<'_>, world: &mut dyn World) -> Reply {
    answered(session, call.rest, world, |answer, session, _, _| {
        let mut sheet = Sheet::new(session.width);
        if let Some(on) = answer.on {
            sheet.styled(Style::Quiet, format!("Asked on {}:", date_words(on.date)));
        }
        let mut reply = sheet.reply();
        reply
            .lines
            .extend(render::until_lines(answer, session.width));
        Ok(reply)
    })
}

/// `:what if FACT = VALUE`
pub(super) fn what_if(session: &mut Session, call: &Call<'_>, world: &mut dyn World) -> Reply {
    let supposed = session.with_day(call.rest, world);
    let supposed = supposed.and_then(|(setting, _)| session.supposed(call.rest, &setting));
    let supposed = match supposed {
        Ok(supposed) => supposed,
        Err(reply) => return *reply,
    };
    let asked = match session.asked(None) {
        Ok(asked) => asked,
        Err(reply) => return *reply,
    };
    match asked.plan.what_if(&asked.case(), &supposed, None) {
        Ok(what_if) => Reply::lines(render::difference(&what_if, session.width)),
        Err(found) => *session.wrong(vec![found]),
    }
}

/// Asks the plan about what was typed.
fn answered(
    session: &mut Session,
    typed: &str,
    world: &dyn World,
    say: impl Fn(&Answer, &Session, &Asked<'_>, &Thing) -> Result<Reply, Diagnostic>,
) -> Reply {
    // `:why` alone is about what was asked last.
    let last = session
        .last_asked
        .clone()
        .filter(|_| typed.trim().is_empty());
    let found = match &last {
        Some((thing, on)) => Ok((thing.as_str(), *on)),
        None => asked_about(session, typed, world),
    };
    let (thing, on) = match found {
        Ok(found) => found,
        Err(reply) => return *reply,
    };
    session.last_asked = Some((thing.to_owned(), on));
    let session = &*session;
    let asked = match session.asked(on) {
        Ok(asked) => asked,
        Err(reply) => return *reply,
    };
    let mut sources = Sources::new();
    let source = sources.add("typed", thing);
    let about = match asked.case().thing(source, thing) {
        Ok(about) => about,
        Err(mistake) => {
            let mistake = words::here(mistake);
            let mended = mistake.fixes.first().map(|fix| fix.apply(source, thing));
            return Reply {
                mended: mended.map(|mended| (thing.to_owned(), mended)),
                ..Reply::wrong(vec![mistake], sources)
            };
        }
    };
    let answer = asked.plan.ask(&asked.case(), &about);
    match answer.and_then(|answer| say(&answer, session, &asked, &about)) {
        Ok(reply) => reply,
        Err(found) => *session.wrong(vec![found]),
    }
}

/// A question without the words that people put around a thing: `can I use retinol` asks about retinol.
fn plainly(asked: &str) -> &str {
    const WORDS: [&str; 20] = [
        "i", "we", "you", "she", "he", "they", "the", "patient", "use", "have", "take", "apply",
        "wear", "do", "go", "eat", "get", "put", "my", "her",
    ];
    let mut rest = asked.trim();
    while let Some((first, behind)) = rest.split_once(char::is_whitespace)
        && WORDS.contains(&first.to_lowercase().as_str())
        && !day::looks_like(behind)
        && !behind.trim_start().to_lowercase().starts_with("on ")
    {
        rest = behind.trim_start();
    }
    rest
}

/// The thing and the day of a question.
fn asked_about<'t>(
    session: &Session,
    typed: &'t str,
    world: &dyn World,
) -> Result<(&'t str, Option<Moment>), Box<Reply>> {
    let typed = typed.trim().trim_end_matches('?').trim();
    if typed.is_empty() {
        return Err(Box::new(refuse(
            session.width,
            "there is nothing to ask about",
            Some("name a thing: `can retinol on day 3?`"),
        )));
    }
    let Some((thing, text)) = with_day(typed) else {
        let treated = session.treated_on().is_some();
        return Ok((typed, treated.then(|| session.chosen_day(world))));
    };
    if with_day(thing).is_some() {
        return Err(Box::new(refuse(
            session.width,
            "two days are named, and a question is about one",
            Some("ask once for each: `can retinol on day 3?`"),
        )));
    }
    Ok((thing, Some(session.day(text, world)?)))
}

/// A thing and a day behind it: `makeup on day 3`, `makeup tomorrow`.
fn with_day(typed: &str) -> Option<(&str, &str)> {
    let lower = typed.to_lowercase();
    if let Some(at) = lower.rfind(" on ")
        && let (Some(thing), Some(text)) = (typed.get(..at), typed.get(at + 4..))
        && day::looks_like(text)
    {
        return Some((thing.trim(), text));
    }
    let (thing, word) = typed.rsplit_once(char::is_whitespace)?;
    let lower = word.to_lowercase();
    let is_day = ["today", "tomorrow", "yesterday"].contains(&lower.as_str())
        || (lower.ends_with("day") && day::weekday(&lower).is_some());
    is_day.then(|| (thing.trim(), word))
}
