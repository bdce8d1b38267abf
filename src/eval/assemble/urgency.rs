//! One sign for which two red flags ask for different calls: the more urgent one counts, and the other names it (3.11).

use crate::check::{Deadline, Who, measure};
use crate::plan::{RedFlag, State, StricterCall};

/// How urgent it is to call somebody so soon, the most urgent first.
pub fn of(to: &Who, within: Option<Deadline>) -> (u8, i64) {
    // In minutes; lengths are put in order by it, and no day is counted.
    const MONTH: i64 = 30 * 24 * 60;
    match (to, within) {
        (Who::EmergencyServices, _) => (0, 0),
        (_, Some(Deadline::Immediately)) => (1, 0),
        (_, Some(Deadline::Within(length))) if length.unit.is_monthly() => {
            (2, measure(length).saturating_mul(MONTH))
        }
        (_, Some(Deadline::Within(length))) => (2, measure(length)),
        (_, None) => (3, 0),
    }
}

/// Tells each red flag of those that ask for a more urgent call for one of its signs.
pub fn compare(flags: &mut [RedFlag]) {
    let all: Vec<Vec<StricterCall>> = flags.iter().map(|flag| stricter(flag, flags)).collect();
    for (flag, stricter) in flags.iter_mut().zip(all) {
        flag.stricter = stricter;
    }
}

fn stricter(flag: &RedFlag, flags: &[RedFlag]) -> Vec<StricterCall> {
    let more = flags.iter().filter(|other| {
        let always =
            |words: &Option<String>| words.as_deref().is_none_or(|words| words == "always");
        let as_long = always(&other.window_text) || other.window_text == flag.window_text;
        other.urgency < flag.urgency && as_long && other.details.is_empty()
    });
    let calls = more.filter_map(|other| {
        let by = signs(other)?;
        let mut signs = signs(flag).unwrap_or_else(|| flag.items.clone());
        signs.retain(|sign| by.iter().any(|by| is_one(sign, by)));
        (!signs.is_empty()).then(|| StricterCall {
            signs,
            to: other.to.clone(),
            within: other.within.clone(),
            rule: other.rule.clone(),
        })
    });
    calls.collect()
}

/// The signs that a red flag is about, told as closely as it does; none where it hangs on something else besides.
fn signs(flag: &RedFlag) -> Option<Vec<String>> {
    match (&flag.if_, flag.items.as_slice()) {
        (None, items) => Some(items.to_vec()),
        // `redness if redness spreading` is `spreading redness`.
        (Some(if_), [item]) if flag.state == State::Conditional && tells(if_, item) => {
            Some(vec![if_.clone()])
        }
        _ => None,
    }
}

fn tells(if_: &str, item: &str) -> bool {
    let joined = [" and ", " or ", ",", "("];
    let joined = joined.iter().any(|joint| if_.contains(joint));
    !joined && is_one(if_, item)
}

/// Whether a sign is another one, or that one told more closely.
fn is_one(sign: &str, other: &str) -> bool {
    let before = sign.strip_suffix(other);
    let behind = sign.strip_prefix(other);
    before.is_some_and(|before| before.is_empty() || before.ends_with(' '))
        || behind.is_some_and(|more| more.starts_with(" lasting ") || more.starts_with(" above "))
}
