//! Caps in words.

use crate::check::{Dose, Head};
use crate::eval::line::Line;
use crate::eval::scene::Scene;
use crate::eval::words;
use crate::plan::{Limit, State};

fn cap<'a>(line: &'a Line<'_>) -> Option<&'a Option<Dose>> {
    match &line.said.rule.head {
        Head::Limit { cap, .. } => Some(cap),
        _ => None,
    }
}

/// A limit in words; the smallest cap of a unit on the same thing overrides the others.
pub fn limit(scene: &Scene<'_>, lines: &[Line<'_>], line: &Line<'_>) -> Option<Limit> {
    let cap = cap(line)?;
    let Some(dose) = cap else {
        return Some(Limit {
            text: "to a minimum".to_owned(),
            overridden: false,
        });
    };
    let overridden = lines.iter().any(|other| {
        let tighter = match self::cap(other) {
            Some(Some(tighter)) => {
                tighter.unit == dose.unit && tighter.per == dose.per && tighter.number < dose.number
            }
            _ => false,
        };
        tighter && other.state == State::Settled && same_things(scene, other, line)
    });
    Some(Limit {
        text: dose_words(dose),
        overridden,
    })
}

fn same_things(scene: &Scene<'_>, wide: &Line<'_>, narrow: &Line<'_>) -> bool {
    let vocabulary = &scene.protocol.vocabulary;
    narrow.items.iter().all(|item| {
        wide.items
            .iter()
            .any(|class| vocabulary.is_under(item.thing, class.thing))
    })
}

/// `at most 1 drink per day`, `at most 5 minutes at a time`
pub fn dose_words(dose: &Dose) -> String {
    let much = match (&dose.unit, dose.number.as_whole()) {
        (None, Some(times)) => crate::check::count_word(times),
        (None, None) => format!("{} times", dose.number),
        (Some(unit), _) => {
            let plural = dose.number != crate::number::Number::whole(1);
            let unit = crate::vocabulary::Unit::from_word(unit)
                .map_or(unit.as_str(), |unit| unit.name(plural));
            format!("{} {unit}", dose.number)
        }
    };
    let Some(length) = dose.per else {
        return format!("at most {much} at a time");
    };
    let per = if length.amount == crate::number::Number::whole(1) {
        crate::vocabulary::Unit::Time(length.unit)
            .name(false)
            .to_owned()
    } else {
        words::duration(length)
    };
    format!("at most {much} per {per}")
}
