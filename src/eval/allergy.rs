//! `avoid valaciclovir if allergic to aciclovir`: a ban on what the patient may be allergic to. Who takes that already asks
//! at once, and is not told to go on with it.

use crate::check::{Atom, Condition, ThingRef};
use crate::vocabulary::{FactKind, Named, ThingId, Vocabulary, fold};

/// Whether a ban on these things hangs on an allergy to one of them, or to what is near it.
#[must_use]
pub fn is_of_allergy(vocabulary: &Vocabulary, condition: &Condition, items: &[ThingRef]) -> bool {
    match condition {
        Condition::Atom(atom) => {
            allergen(vocabulary, atom).is_some_and(|name| is_near(vocabulary, &name, items))
        }
        // Who is not allergic takes no harm of it.
        Condition::Not(_) => false,
        Condition::All(all) | Condition::Any(all) => {
            all.iter().any(|one| is_of_allergy(vocabulary, one, items))
        }
    }
}

/// What a question asks whether the patient is allergic to.
fn allergen(vocabulary: &Vocabulary, atom: &Atom) -> Option<String> {
    let is_list = |fact| fold(&vocabulary.fact(fact).name).starts_with("allerg");
    match atom {
        Atom::Yes(fact) => of_name(&vocabulary.fact(*fact).name),
        Atom::Includes { fact, value } if is_list(*fact) => match &vocabulary.fact(*fact).kind {
            FactKind::AnyOf(values) => values.get(*value).cloned(),
            _ => None,
        },
        Atom::IncludesThing { fact, thing } if is_list(*fact) => {
            Some(vocabulary.thing(*thing).name.to_string())
        }
        _ => None,
    }
}

/// `penicillin` of `allergic to penicillin` and `penicillin allergy`.
fn of_name(fact: &str) -> Option<String> {
    let name = fact.to_lowercase();
    let behind = [
        "allergic to ",
        "allergy to ",
        "allergies to ",
        "has allergy to ",
    ];
    let before = [" allergy", " allergies"];
    let found = behind
        .iter()
        .find_map(|word| name.strip_prefix(word))
        .or_else(|| before.iter().find_map(|word| name.strip_suffix(word)));
    found.map(str::to_owned)
}

/// Whether a name is one of the things, lies above or below one or beside it in its class. A name that is no thing's is
/// the author's word for it.
fn is_near(vocabulary: &Vocabulary, name: &str, items: &[ThingRef]) -> bool {
    let allergen = match vocabulary.find(name) {
        Some(Named::Thing(allergen)) => allergen,
        Some(_) | None => return true,
    };
    let beside = |thing: ThingId| {
        let classes = vocabulary.thing(thing).parents.iter();
        let mut classes = classes.filter(|class| !vocabulary.is_kind_class(**class));
        classes.any(|class| vocabulary.is_under(allergen, *class))
    };
    items.iter().any(|item| {
        vocabulary.is_under(item.thing, allergen)
            || vocabulary.is_under(allergen, item.thing)
            || beside(item.thing)
    })
}

#[cfg(test)]
mod tests {
    use super::of_name;

    #[test]
    fn what_somebody_is_allergic_to_stands_in_the_question() {
        for asked in [
            "Allergic to penicillin",
            "penicillin allergy",
            "allergy to penicillin",
        ] {
            assert_eq!(of_name(asked).as_deref(), Some("penicillin"), "{asked}");
        }
        assert_eq!(of_name("pregnant"), None);
    }
}
