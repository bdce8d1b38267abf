//! What is still open in a plan, as an exit code.

use aftercare_dsl::plan::{Plan, State, Status};
use aftercare_dsl::profile::{Answered, Profile};

use crate::failure::Exit;

/// The code of a plan. A red flag comes first in the status and says nothing about the rest, so that
/// the rest is looked at.
pub fn exit(plan: &Plan, patient: &Profile) -> Exit {
    match plan.status {
        Status::Refuse | Status::Defer => Exit::Withheld,
        Status::Unsettled => Exit::Open,
        Status::Proceed => Exit::Done,
        Status::Contact if plan.is_withheld() => Exit::Withheld,
        Status::Contact if open(plan, patient) => Exit::Open,
        Status::Contact => Exit::Done,
    }
}

fn open(plan: &Plan, patient: &Profile) -> bool {
    let directives = plan.directives.iter().map(|line| line.state);
    let flags = plan.red_flags.iter().map(|line| line.state);
    let steps = plan.steps.iter().flat_map(|line| {
        let items = line.items.iter().map(|item| item.state);
        std::iter::once(line.state).chain(items)
    });
    let visits = plan.visits.iter().map(|line| line.state);
    let before = plan.before_treatment.iter().map(|line| line.state);
    let course = plan.treatments.iter().flat_map(|treatment| {
        let sessions = treatment.sessions.iter();
        let candidates = sessions.flat_map(|sessions| &sessions.candidates);
        let maintenance = treatment.maintenance.iter().map(|line| line.state);
        candidates.map(|line| line.state).chain(maintenance)
    });
    let mut states = directives
        .chain(flags)
        .chain(steps)
        .chain(visits)
        .chain(before)
        .chain(course);
    states.any(|state| matches!(state, State::Provisional | State::Waiting))
        || !plan.questions.is_empty()
        || patient
            .facts
            .values()
            .any(|answer| *answer == Answered::Unsure)
}
