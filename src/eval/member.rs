//! What `prescribed CLASS`, `taking CLASS` and `took CLASS within D` mean for one medicine of the class: a
//! sentence that asks for or permits what is prescribed or taken permits what *is*, and no other member.

use super::diagram::Node;
use super::line::{Held, Line};
use super::scene::Scene;
use super::subject::Subject;
use super::truth::Asking;
use crate::check::{Atom, Condition};
use crate::vocabulary::{ThingId, Vocabulary};

/// The condition of a line for one medicine below what it asks about; true of anything else. It holds
/// beside the line's own.
pub fn own_condition(
    scene: &mut Scene<'_>,
    line: &Line<'_>,
    held: &Held,
    subject: &Subject,
) -> Node {
    let vocabulary = &scene.protocol.vocabulary;
    let Some(medicine) = subject.medicine(vocabulary) else {
        return Node::TRUE;
    };
    let condition = &line.said.condition;
    let mut asked = false;
    condition.atoms(&mut |atom| asked |= of_member(vocabulary, atom, medicine).is_some());
    if !asked {
        return Node::TRUE;
    }
    let condition = narrowed(vocabulary, condition, medicine);
    let before = scene.enter(line.treatment);
    let asking = Asking {
        session: 0,
        since: scene.truth.treated,
        at: held.interval.start,
        before_treatment: false,
    };
    let node = scene.truth.node(&mut scene.unknowns, &condition, asking);
    scene.enter(before);
    node
}

/// A condition about one member of the classes that it asks about.
fn narrowed(vocabulary: &Vocabulary, condition: &Condition, medicine: ThingId) -> Condition {
    let all = |conditions: &[Condition]| {
        let each = conditions.iter();
        each.map(|one| narrowed(vocabulary, one, medicine))
            .collect()
    };
    match condition {
        Condition::Atom(atom) => {
            Condition::Atom(of_member(vocabulary, atom, medicine).unwrap_or_else(|| atom.clone()))
        }
        // `unless prescribed CLASS`, `unless taking CLASS` take every member out, as they say.
        Condition::Not(inner) => Condition::Not(inner.clone()),
        Condition::All(conditions) => Condition::All(all(conditions)),
        Condition::Any(conditions) => Condition::Any(all(conditions)),
    }
}

/// A question about a class, put about a medicine below it.
fn of_member(vocabulary: &Vocabulary, atom: &Atom, medicine: ThingId) -> Option<Atom> {
    let (class, of_medicine) = match atom {
        Atom::Prescribed(class) => (*class, Atom::Prescribed(medicine)),
        Atom::Taking(class) => (*class, Atom::Taking(medicine)),
        Atom::Took { thing, within } => {
            let of_medicine = Atom::Took {
                thing: medicine,
                within: *within,
            };
            (*thing, of_medicine)
        }
        _ => return None,
    };
    let below = class != medicine && vocabulary.is_under(medicine, class);
    below.then_some(of_medicine)
}
