//! `call clinic or 111 if bleeding`, `if diabetic, call us, day or night, if redness`: a call of a sheet in its parts.

use crate::syntax::recover::calls::{CALLING, called, is_number};
use crate::syntax::recover::calls_after::lasting;
use crate::syntax::recover::for_help::{emergency_place, is_for_emergencies};
use crate::syntax::tree::TimeUnit;
use crate::vocabulary::{soon_in, without_getting, without_hours};

/// A call of a sheet: its signs, and whom it calls with how soon.
pub(super) struct Call {
    pub(super) signs: String,
    pub(super) whom: String,
    /// Whether it is one that nothing else leads: whom else to call had to be told apart, or the hours, or a number
    /// with how soon.
    pub(super) own: bool,
}

/// `call clinic or 111 if bleeding`, `if bleeding, call clinic or 111`
pub(super) fn call(text: &str) -> Option<Call> {
    let starts_with_call = |text: &str| {
        let first = text.split(' ').next().unwrap_or_default().to_lowercase();
        CALLING.contains(&first.as_str())
    };
    let (front, signs) = match text
        .strip_prefix("if ")
        .or_else(|| text.strip_prefix("If "))
    {
        Some(rest) => {
            let (signs, front) = rest.rsplit_once(", ").or_else(|| without_its_comma(rest))?;
            (front, signs)
        }
        None => text.split_once(" if ")?,
    };
    if !starts_with_call(front) || signs.contains(" if ") {
        return None;
    }
    let said_front = front.trim_end_matches(',').to_owned();
    let lower = front.to_lowercase().replace(['(', ')'], "");
    let always = without_hours(&lower);
    let is_always = always.is_some();
    let lower = always.unwrap_or(lower);
    let said = lower
        .find(" immediately")
        .map(|at| (at, " immediately".len(), "immediately"));
    let (soon, front) = match said.or_else(|| soon_in(&lower)) {
        None if lower.contains(" within ") => {
            let (front, time) = lower.split_once(" within ")?;
            let time: Vec<&str> = time.trim_end_matches(',').split(' ').collect();
            let &[number, unit] = time.as_slice() else {
                return None;
            };
            TimeUnit::from_word(unit)?;
            (format!(" within {number} {unit}"), front.to_owned())
        }
        Some((at, length, clause)) => {
            let rest = format!("{} {}", lower.get(..at)?, lower.get(at + length..)?);
            (format!(" {clause}"), rest)
        }
        None => (String::new(), lower),
    };
    let words: Vec<&str> = front
        .split([' ', ','])
        .filter(|word| !word.is_empty())
        .skip(1)
        .collect();
    let mut parts = words.split(|word| ["or", "otherwise"].contains(word));
    let (first, second) = (parts.next()?, parts.next());
    let simple = parts.next().is_none() && !words.iter().any(|word| ["then", "and"].contains(word));
    let place = at_once_or(&said_front, &called(first));
    let soon = match &place {
        // Where emergencies are seen one goes at once.
        Some(_) if soon.is_empty() => " immediately".to_owned(),
        _ => soon,
    };
    let whom = match second {
        Some(_) if place.is_some() => format!("\"{}\"", place.unwrap_or_default()),
        Some(second) if !second.is_empty() => {
            format!("{} otherwise {}", called(first), called(second))
        }
        Some(_) => return None,
        None => called(first),
    };
    // `call at once`: a sheet says whose number it is by being theirs.
    let whom = if first.is_empty() {
        "clinic".to_owned()
    } else {
        whom
    };
    let numbered = words.iter().any(|word| is_number(word));
    // `you are not sure` is no `not sure` of a sign.
    let bare = Some(without_getting(signs.trim())).filter(|bare| !bare.starts_with("not "));
    simple.then(|| Call {
        signs: bare.unwrap_or(signs.trim()).to_owned(),
        whom: format!("{whom}{soon}"),
        own: second.is_some() || is_always || numbered || first.is_empty(),
    })
}

/// `999 or A&E` of `call 999 or go to A&E`: two ways to the same help, of which neither is for when the other fails.
fn at_once_or(front: &str, first: &str) -> Option<String> {
    let (_, other) = front.split_once(" or ")?;
    let other = match soon_in(other) {
        Some((at, ..)) => other.get(..at)?.trim_end(),
        None => other.trim_end_matches(" immediately"),
    };
    let place = emergency_place(other).filter(|_| is_for_emergencies(first))?;
    Some(format!("{first} or {place}"))
}

/// What to know of a report that leaves out at which hours somebody is called.
pub(super) fn of_hours(said: &str, report: &str) -> &'static str {
    if without_hours(said).is_some() && without_hours(report).is_none() {
        "; at which hours somebody answers is left out, and stands in a note, as in `note \"Call us at any time, day or \
         night.\"`"
    } else {
        ""
    }
}

/// `if diabetic, call us if redness`: the report of those alone.
pub(super) fn call_of_some(text: &str) -> Option<String> {
    let rest = text
        .strip_prefix("if ")
        .or_else(|| text.strip_prefix("If "))?;
    let (who, asked) = rest.split_once(", ")?;
    let first = asked.split(' ').next()?;
    if !CALLING.contains(&first) || who.contains(" if ") {
        return None;
    }
    let found = call(asked)?;
    // `if unavoidable` is a clause of its own, whatever blanks lay it out.
    if found.signs.starts_with("unavoidable") {
        return None;
    }
    let signs = lasting(&found.signs).map_or(found.signs, |lasting| lasting.signs);
    let who = without_getting(who);
    Some(format!("report {signs} to {} if {who}", found.whom))
}

/// `redness persists beyond 72 hours contact the clinic`: the signs, and the call.
fn without_its_comma(text: &str) -> Option<(&str, &str)> {
    let mut places = text.match_indices(' ').map(|(at, _)| at);
    let at = places.find(|at| {
        let behind = text.get(at + 1..).unwrap_or_default();
        CALLING.contains(&behind.split(' ').next().unwrap_or_default())
    })?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

#[cfg(test)]
mod tests {
    use super::{call, call_of_some};

    #[test]
    fn a_call_is_parted_into_its_signs_and_whom_to_call() {
        let both = |text| call(text).map(|call| (call.signs, call.whom));
        let found = Some(("bleeding".to_owned(), "clinic otherwise 111".to_owned()));
        assert_eq!(both("call the clinic or 111 if bleeding"), found);
        assert_eq!(both("if bleeding, call clinic or 111"), found);
        assert_eq!(both("if bleeding call clinic or 111"), found);
        assert_eq!(both("apply ice if bleeding"), None);
        let at_once = Some(("bleeding".to_owned(), "555-0142 immediately".to_owned()));
        assert_eq!(both("call us at 555-0142 at once if bleeding"), at_once);
        let always = Some(("bleeding".to_owned(), "clinic".to_owned()));
        assert_eq!(both("call us, day or night, if bleeding"), always);
        let within = Some(("bleeding".to_owned(), "clinic within 24 hours".to_owned()));
        assert_eq!(both("call us within 24 hours if bleeding"), within);
        let nobody = Some(("bleeding".to_owned(), "clinic immediately".to_owned()));
        assert_eq!(both("call at once if bleeding"), nobody);
    }

    #[test]
    fn a_call_of_some_alone_asks_for_whom() {
        let told = "if diabetic, tell clinic \"it stings\" if unavoidable, wear hat";
        assert_eq!(call_of_some(told), None);
        assert_eq!(
            call_of_some("if diabetic, call us if redness").as_deref(),
            Some("report redness to clinic if diabetic")
        );
    }
}
