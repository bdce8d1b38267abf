//! `:diff`: what the rules come to differently since they were loaded.

use super::Call;
use crate::analysis::{Affected, Comparison};
use crate::check::Protocol;
use crate::profile::Profile;
use crate::render;
use crate::session::made::Made;
use crate::session::reply::{Reply, say};
use crate::session::state::State;
use crate::session::{Session, World, wrong};

/// `:diff`
pub(super) fn diff(session: &mut Session, _: &Call<'_>, world: &mut dyn World) -> Reply {
    if session.now.loaded.trim().is_empty() {
        let text = "No rules were loaded, so that there is nothing to compare with.";
        return say(session.width, text);
    }
    let before = State {
        text: session.now.loaded.clone(),
        ..session.now.clone()
    };
    let made = Made::of(&before, world);
    let Some(old) = &made.checked.protocol else {
        return wrong(made);
    };
    let new = match session.protocol() {
        Ok(protocol) => protocol,
        Err(reply) => return *reply,
    };
    match compared(session, (old, new), &made) {
        Ok(diff) => Reply::lines(render::diff_lines(&diff, session.width)),
        Err(found) => *session.wrong(vec![found]),
    }
}

/// What differs, and what of it the patient meets, where anything is known of her.
fn compared(
    session: &Session,
    (old, new): (&Protocol, &Protocol),
    made: &Made,
) -> Result<crate::analysis::Diff, crate::diagnostic::Diagnostic> {
    let comparison = Comparison::of(old, new);
    let mut patients: Vec<Affected> = Vec::new();
    if let (Ok(was), Ok(is)) = (&made.patient, &session.made.patient)
        && **is != Profile::default()
    {
        patients.push(comparison.patient(session.now.patient_name(), was, is)?);
    }
    let mut diff = comparison.with(patients);
    diff.old.file.push_str(" as it was loaded");
    Ok(diff)
}
