//! Values that nothing is said about: each pair of ranges of an ordered fact and of a number, against a list of
//! the values that neither holds.

use aftercare_dsl::analysis::{Looks, gaps};

use super::protocol;

const PHASES: [&str; 3] = ["early", "middle", "late"];

/// What `gaps` says of two sentences: the patients of whom nothing is said.
fn found(one: &str, other: &str) -> Vec<String> {
    let sentences = [
        format!("avoid makeup for 2 days if {one}\n"),
        format!("avoid makeup for 5 days if {other}\n"),
    ];
    let protocol = protocol(&sentences);
    let found = gaps(&protocol, &mut Looks::default()).into_iter();
    found.map(|gap| gap.words).collect()
}

#[test]
fn of_an_ordered_fact_each_value_that_is_in_neither_range_counts() {
    let ranges: Vec<Vec<usize>> = (0..3)
        .flat_map(|first| (first..3).map(move |last| (first..=last).collect()))
        .collect();
    for one in &ranges {
        for other in &ranges {
            let text = |range: &[usize]| {
                let (first, last) = (PHASES[range[0]], PHASES[range[range.len() - 1]]);
                format!("phase in {first}..{last}")
            };
            let apart = one.iter().all(|value| !other.contains(value));
            let unsaid = (0..3).find(|value| !one.contains(value) && !other.contains(value));
            let expected: Vec<String> = unsaid
                .filter(|_| apart)
                .map(|value| format!("a patient with phase {}", PHASES[value]))
                .into_iter()
                .collect();
            assert_eq!(
                found(&text(one), &text(other)),
                expected,
                "{one:?} {other:?}"
            );
        }
    }
}

/// Of numbers, only what lies between two that are spoken of: nobody need speak of all ages.
#[test]
fn of_a_number_what_lies_between_counts() {
    for low in 5..9_u8 {
        for high in 5..9_u8 {
            let under_and_over = found(&format!("age under {low}"), &format!("age over {high}"));
            assert_eq!(under_and_over.is_empty(), low > high, "{low} {high}");
            assert!(found(&format!("age under {low}"), &format!("age at least {low}")).is_empty());
            assert!(found(&format!("age over {low}"), &format!("age over {high}")).is_empty());
        }
    }
}

#[test]
fn what_a_sentence_says_of_all_or_of_a_class_is_no_gap() {
    let early = "avoid foundation for 2 days if phase = early\n".to_owned();
    let late = "avoid foundation for 5 days if phase = late\n".to_owned();
    for (third, gap) in [
        ("avoid foundation today\n", false),
        ("avoid makeup for 3 days\n", false),
        ("avoid makeup for 3 days if phase = middle\n", false),
        ("avoid makeup for 3 days if phase = late\n", true),
        ("allow makeup if phase = middle\n", true),
        ("avoid cleanser if phase = middle\n", true),
    ] {
        let sentences = [early.clone(), late.clone(), third.to_owned()];
        let protocol = protocol(&sentences);
        let found = gaps(&protocol, &mut Looks::default());
        assert_eq!(!found.is_empty(), gap, "{third}");
    }
}
