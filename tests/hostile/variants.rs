//! Protocols that extend one another without an end, in circles, by many ways, and each with changes.

use aftercare_dsl::diagnostic::Code;

use super::imports::codes;
use super::many;

/// What is wrong with protocols of which each extends the next and replaces its sentence, the last of them `deep`
/// files away.
pub(super) fn chain(deep: usize) -> (Vec<Code>, bool) {
    codes(move |number| {
        if number == deep {
            return "product makeup\naftercare for 2 weeks\nsun: avoid makeup for 2 days\n"
                .to_owned();
        }
        let days = 2 + deep - number;
        let next = number + 1;
        format!(
            "extends f{next}\nreplace sun: avoid makeup for {days} days\nline {number}x: note \"{number}\"\n"
        )
    })
}

#[test]
fn a_thousand_protocols_one_on_the_other() {
    let (codes, error) = chain(1000);
    assert!(error);
    assert!(codes.contains(&Code::ImportDepth), "{codes:?}");
}

#[test]
fn as_deep_as_can_be_each_replaces_the_one_before() {
    let (codes, error) = chain(63);
    assert!(!error, "{codes:?}");
}

#[test]
fn circles() {
    let (codes, error) = codes(|number| format!("extends f{}\n", (number + 1) % 3));
    assert!(error);
    assert!(codes.contains(&Code::ImportCycle), "{codes:?}");
}

#[test]
fn a_protocol_that_many_ways_lead_to_is_taken_once() {
    // Each file extends both of the next level, which gives 2^30 ways.
    let (codes, error) = codes(|number| {
        let level = number.div_ceil(2);
        let (left, right) = (2 * level + 1, 2 * level + 2);
        if level < 30 {
            format!("extends f{left}\nextends f{right}\nnote \"{number}\"\n")
        } else {
            format!("aftercare for 2 weeks\nnote \"{number}\"\n")
        }
    });
    assert!(!error, "{codes:?}");
}

#[test]
fn a_variant_with_many_changes() {
    let count = many(1000);
    let (codes, error) = codes(move |number| {
        let lines = (0..count).map(|line| match number {
            0 => format!(
                "replace line {line}x: avoid makeup on days {line}..{}\n",
                line + 2
            ),
            _ => format!("line {line}x: avoid makeup on days {line}..{}\n", line + 1),
        });
        let head = match number {
            0 => "extends f1\n",
            _ => "product makeup\naftercare for 2 weeks\n",
        };
        format!("{head}{}", lines.collect::<String>())
    });
    assert!(!error, "{codes:?}");
}
