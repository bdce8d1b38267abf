//! `:plan`, `:today`, `:course`.

use super::Call;
use crate::render::{self, Line};
use crate::session::reply::{Reply, say};
use crate::session::{Session, World};

/// `:plan`
pub(super) fn plan(session: &mut Session, _: &Call<'_>, _: &mut dyn World) -> Reply {
    match session.asked(None) {
        Ok(asked) => Reply::lines(render::lines(&asked.plan, session.width)),
        Err(reply) => *reply,
    }
}

/// `:today`
pub(super) fn today(session: &mut Session, _: &Call<'_>, world: &mut dyn World) -> Reply {
    if session.treated_on().is_none() {
        return say(
            session.width,
            "The treatment has no date yet, so that no day can be shown: give it with `:treated 2026-06-01`. `:plan` shows the plan in days.",
        );
    }
    let on = session.chosen_day(world);
    shown(session, |session| {
        let asked = session.asked(Some(on))?;
        Ok(render::today_lines(&asked.plan, session.width))
    })
}

/// `:course`
pub(super) fn course(session: &mut Session, _: &Call<'_>, _: &mut dyn World) -> Reply {
    shown(session, |session| {
        let asked = session.asked(None)?;
        Ok(render::course_lines(&asked.plan, session.width))
    })
}

fn shown(session: &Session, lines: impl Fn(&Session) -> Result<Vec<Line>, Box<Reply>>) -> Reply {
    match lines(session) {
        Ok(lines) if lines.is_empty() => say(session.width, "The rules say nothing about that."),
        Ok(lines) => Reply::lines(lines),
        Err(reply) => *reply,
    }
}
