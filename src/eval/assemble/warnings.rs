//! What the reader must know about the plan itself.

use chrono::NaiveDate;

use crate::check::Window;
use crate::eval::scene::Scene;
use crate::plan::{InWords, Moment, Warning};

/// The warnings of a plan.
pub fn warnings(scene: &Scene<'_>, on: Option<Moment>, by_the_hour: bool) -> Vec<Warning> {
    let protocol = scene.protocol;
    let mut warnings = Vec::new();
    let mut warn = |code: &str, text: String| {
        warnings.push(Warning {
            code: code.to_owned(),
            text,
            location: None,
        });
    };
    if protocol.approved.is_none() {
        warn(
            "draft",
            "this protocol is a draft: no clinician has approved it".to_owned(),
        );
    }
    let treated = scene.profile.treated;
    if let (Some(effective), Some(treated)) = (protocol.effective, treated)
        && treated.date < effective
    {
        warn(
            "before_effective",
            format!(
                "the treatment is before the day this protocol takes effect, {}",
                effective.in_words()
            ),
        );
    }
    if let (Some(review), Some(on)) = (protocol.review_by, on)
        && on.date > review
    {
        warn(
            "review_overdue",
            format!("this protocol was to be reviewed by {}", review.in_words()),
        );
    }
    if let Some(treated) = treated {
        if scene.profile.zone.is_none() && by_the_hour {
            warn(
                "no_zone",
                "no time zone is given: clock changes are not taken into account".to_owned(),
            );
        }
        if treated.time.is_none() && by_the_hour {
            warn(
                "clock_time_unknown",
                "the treatment's clock time is not known: windows in hours are counted the \
                 cautious way"
                    .to_owned(),
            );
        }
        if treated.time.is_some() && scene.treatment.instants.0 != scene.treatment.instants.1 {
            warn(
                "clock_change",
                "a clock change makes the treatment's time ambiguous: windows are counted the \
                 cautious way"
                    .to_owned(),
            );
        }
    }
    for text in left_out(scene) {
        warn("before_treatment", text);
    }
    if protocol.aftercare.is_none()
        && protocol
            .rules
            .iter()
            .any(|rule| rule.window == Window::Unsaid && !rule.head.restricted().is_empty())
    {
        warn(
            "no_aftercare",
            "the protocol does not say how long aftercare lasts: lines without an end go on"
                .to_owned(),
        );
    }
    warnings
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
