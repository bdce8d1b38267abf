//! `:on`, `:next`, `:back`.

use chrono::{Days, NaiveDate};

use super::Call;
use crate::eval::of_its_treatment;
use crate::plan::Moment;
use crate::render::date_words;
use crate::session::reply::{Reply, refuse, say};
use crate::session::{Session, World, day};

/// `:on DAY`
pub(super) fn on(session: &mut Session, call: &Call<'_>, world: &mut dyn World) -> Reply {
    match session.day(call.rest, world) {
        Ok(moment) => {
            session.on = Some(moment);
            session.last_asked = None;
            told(session, moment)
        }
        Err(reply) => *reply,
    }
}

/// `:next`
pub(super) fn next(session: &mut Session, _: &Call<'_>, world: &mut dyn World) -> Reply {
    step(session, world, |day| day.checked_add_days(Days::new(1)))
}

/// `:back`
pub(super) fn back(session: &mut Session, _: &Call<'_>, world: &mut dyn World) -> Reply {
    step(session, world, |day| day.checked_sub_days(Days::new(1)))
}

fn step(
    session: &mut Session,
    world: &dyn World,
    to: impl Fn(NaiveDate) -> Option<NaiveDate>,
) -> Reply {
    let from = session.chosen_day(world);
    let day = to(from.date).map(|day| day.to_string());
    match day.map(|day| session.day(&day, world)) {
        Some(Ok(moment)) => {
            session.on = Some(moment);
            told(session, moment)
        }
        Some(Err(reply)) => *reply,
        None => refuse(session.width, "there is no such day", None),
    }
}

fn told(session: &Session, moment: Moment) -> Reply {
    let mut text = in_words(moment);
    if let Some(treated) = session.treated_on() {
        let days = (moment.date - treated.date).num_days();
        text.push_str(&match days {
            0 => ", day 0: the day of the treatment".to_owned(),
            1.. => format!(", day {days}"),
            -1 => ", 1 day before the treatment".to_owned(),
            _ => format!(", {} days before the treatment", -days),
        });
    }
    say(session.width, format!("{text}."))
}

/// `Fri 5 Jun 2026 at 10:30`
pub(super) fn in_words(moment: Moment) -> String {
    let mut text = date_words(moment.date);
    if let Some(time) = moment.time {
        text.push_str(&format!(" at {}", crate::render::clock_words(time)));
    }
    text
}

impl Session {
    /// When the patient was treated, as far as that is known.
    pub(in crate::session) fn treated_on(&self) -> Option<Moment> {
        let patient = self.made.patient.as_ref().ok()?;
        match &self.made.checked.protocol {
            Some(protocol) => of_its_treatment(protocol, patient).treated,
            None => patient.treated,
        }
    }

    /// A day that was typed, or the reply that it is none.
    pub(super) fn day(&self, text: &str, world: &dyn World) -> Result<Moment, Box<Reply>> {
        day::read(text, self.around(false, world)).map_err(|no_day| self.no_day(&no_day))
    }

    /// What days are counted from; `past` where they have happened.
    pub(in crate::session) fn around(&self, past: bool, world: &dyn World) -> day::Around {
        day::Around {
            treated: self.treated_on().map(|treated| treated.date),
            today: world.today(),
            past,
        }
    }

    /// The reply that a text is no day.
    pub(in crate::session) fn no_day(&self, no_day: &day::NoDay) -> Box<Reply> {
        Box::new(refuse(self.width, &no_day.message, Some(&no_day.help)))
    }

    /// The day that plans and answers are about: the chosen one, or today.
    pub(super) fn chosen_day(&self, world: &dyn World) -> Moment {
        self.on.unwrap_or_else(|| Moment::day(world.today()))
    }
}
