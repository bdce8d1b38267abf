//! `:quit`, and what is asked before unsaved work is left.

use super::Call;
use crate::session::reply::{Reply, Sheet};
use crate::session::{Session, Then, World};

/// `:quit`
pub(super) fn quit(session: &mut Session, call: &Call<'_>, _: &mut dyn World) -> Reply {
    match unsaved(session, call, "quit") {
        Some(reply) => reply,
        None => Reply {
            then: Then::Quit,
            ..Reply::nothing()
        },
    }
}

/// The question about an unsaved profile alone: the rules stay.
pub(super) fn unsaved_patient(session: &Session, call: &Call<'_>, command: &str) -> Option<Reply> {
    if call.confirming == Some(command) || !session.confirms {
        return None;
    }
    let mut sheet = Sheet::new(session.width);
    sheet.say(
        "The patient's profile is not saved. `:save patient FILE` saves it; the same line once more goes on without.",
    );
    Some(Reply {
        confirming: Some(command.to_owned()),
        ..sheet.refusal()
    })
}

/// The question about unsaved work; none where there is none, or it has been asked just before.
pub(super) fn unsaved(session: &Session, call: &Call<'_>, command: &str) -> Option<Reply> {
    let asked = call.confirming == Some(command);
    if asked || !session.confirms || !session.is_unsaved() {
        return None;
    }
    let (what, save) = match (session.rules_unsaved(), session.patient_unsaved()) {
        (true, true) => (
            "The rules and the patient's profile are not saved.",
            "`:save FILE` and `:save patient FILE` save them",
        ),
        (true, false) => ("The rules are not saved.", "`:save FILE` saves them"),
        (false, _) => (
            "The patient's profile is not saved.",
            "`:save patient FILE` saves it",
        ),
    };
    let mut sheet = Sheet::new(session.width);
    sheet.say(format!(
        "{what} {save}; `:{command}` once more goes on without."
    ));
    Some(Reply {
        confirming: Some(command.to_owned()),
        ..sheet.refusal()
    })
}
