//! What the reader must know about the plan itself.

use chrono::NaiveDate;

use crate::check::Window;
use crate::eval::scene::Scene;
use crate::plan::{InWords, Moment, Warning};

/// The warnings of a plan.
pub fn warnings(scene: &Scene<'_>, on: Option<Moment>, by_the_hour: bool) -> Vec<Warning> {
    let mut warnings = of_its_dates(scene, on);
    if by_the_hour {
        warnings.extend(of_hours(scene));
    }
    warnings.extend(of_the_clock(scene));
    let left_out = left_out(scene).into_iter();
    warnings.extend(left_out.map(|text| warning("before_treatment", text)));
    warnings.extend(of_aftercare(scene));
    warnings
}

fn warning(code: &str, text: impl Into<String>) -> Warning {
    Warning {
        code: code.to_owned(),
        text: text.into(),
        location: None,
    }
}

/// That nobody approved the protocol, or that it does not hold yet or any more.
fn of_its_dates(scene: &Scene<'_>, on: Option<Moment>) -> Vec<Warning> {
    let protocol = scene.protocol;
    let mut warnings = Vec::new();
    if protocol.approved.is_none() {
        let text = "this protocol is a draft: no clinician has approved it";
        warnings.push(warning("draft", text));
    }
    if let (Some(effective), Some(treated)) = (protocol.effective, scene.profile.treated)
        && treated.date < effective
    {
        let day = effective.in_words();
        let text = format!("the treatment is before the day this protocol takes effect, {day}");
        warnings.push(warning("before_effective", text));
    }
    if let (Some(review), Some(on)) = (protocol.review_by, on)
        && on.date > review
    {
        let text = format!("this protocol was to be reviewed by {}", review.in_words());
        warnings.push(warning("review_overdue", text));
    }
    warnings
}

/// What is not known of the time that hours count from.
fn of_hours(scene: &Scene<'_>) -> Vec<Warning> {
    let Some(treated) = scene.profile.treated else {
        return Vec::new();
    };
    let mut warnings = Vec::new();
    if scene.profile.zone.is_none() {
        let text = "no time zone is given: clock changes are not taken into account";
        warnings.push(warning("no_zone", text));
    }
    if treated.time.is_none() {
        let text = "the treatment's clock time is not known: windows in hours are counted the \
                    cautious way";
        warnings.push(warning("clock_time_unknown", text));
    }
    warnings
}

/// That the clock was changed at the treatment's time.
fn of_the_clock(scene: &Scene<'_>) -> Option<Warning> {
    let (earliest, latest) = scene.treatment.instants;
    let timed = scene
        .profile
        .treated
        .is_some_and(|treated| treated.time.is_some());
    let text = "a clock change makes the treatment's time ambiguous: windows are counted the \
                cautious way";
    (timed && earliest != latest).then(|| warning("clock_change", text))
}

/// That restrictions without a window have no end.
fn of_aftercare(scene: &Scene<'_>) -> Option<Warning> {
    let protocol = scene.protocol;
    let mut rules = protocol.rules.iter();
    let endless = protocol.aftercare.is_none()
        && rules.any(|rule| rule.window == Window::Unsaid && !rule.head.restricted().is_empty());
    let text = "the protocol does not say how long aftercare lasts: lines without an end go on";
    endless.then(|| warning("no_aftercare", text))
}

/// Events and symptoms that the profile dates before this treatment, so that they start and end nothing
/// after it (LANGUAGE.md 3.8): a date of an earlier treatment, or a slip of the pen.
fn left_out(scene: &Scene<'_>) -> Vec<String> {
    let profile = scene.profile;
    let Some(treated) = profile.treated.map(|treated| treated.date) else {
        return Vec::new();
    };
    let events = profile.events.iter().map(|(event, date)| (*event, *date));
    let symptoms = profile.symptoms.iter();
    let symptoms = symptoms.map(|(symptom, report)| (*symptom, report.since));
    let early = events.chain(symptoms).filter(|(_, date)| *date < treated);
    early
        .map(|(thing, date): (_, NaiveDate)| {
            let name = scene.protocol.vocabulary.name(thing);
            format!(
                "{name} is dated {}, before this treatment: after it no line starts, ends or calls \
                 the clinic by that date; if it has come again since, the later date is wanted",
                date.in_words()
            )
        })
        .collect()
}
