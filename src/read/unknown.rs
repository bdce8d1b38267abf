//! What a rule does while its condition is not known.

use crate::check::{Atom, Condition, Head};
use crate::eval::unless;

/// What happens meanwhile; none where there is no condition.
pub(super) fn meanwhile(head: &Head, condition: &Condition) -> Option<&'static str> {
    if condition.is_truth() {
        return None;
    }
    let mut symptoms = false;
    let mut others = false;
    condition.atoms(&mut |atom| match atom {
        Atom::Symptom { .. } => symptoms = true,
        _ => others = true,
    });
    let only_symptoms = symptoms && !others && !head.is_before_treatment();
    Some(if only_symptoms && unless(condition).is_some() {
        "It stands until that is reported; what nobody reported is not taken as absent."
    } else if only_symptoms {
        "It is not in force until that is reported; what nobody reported is not taken as absent."
    } else {
        while_unknown(head)
    })
}

fn while_unknown(head: &Head) -> &'static str {
    const HOLDS: &str = "While unknown, it holds.";
    const WAITS: &str = "While unknown, it waits.";
    const BOTH: &str = "While unknown, the ban holds and the permission waits.";
    match head {
        Head::Avoid { .. }
        | Head::Limit { .. }
        | Head::Report { .. }
        | Head::Refuse
        | Head::Defer { .. }
        | Head::Caution(_)
        | Head::AskPrescriber(_)
        | Head::AskClinic(_)
        | Head::TellClinic(_) => HOLDS,
        Head::Duty { only: true, .. } => {
            "While unknown, the ban on all else holds and the must waits."
        }
        Head::Allow { but_not, .. } if !but_not.is_empty() => BOTH,
        Head::Resume { .. } => BOTH,
        Head::Duty { .. }
        | Head::Allow { .. }
        | Head::Steps { .. }
        | Head::Visit { .. }
        | Head::Prepare(_) => WAITS,
        Head::Expect { .. } | Head::Note(_) => "While unknown, it is shown with its \"if\".",
        Head::Sessions { .. } | Head::Maintenance { .. } => {
            "While unknown, it is shown as one that may be the patient's."
        }
    }
}
