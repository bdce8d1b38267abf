//! The parts of generated sentences: things, clauses, windows and conditions.

use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::select;

pub fn text(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    select(words).prop_map(str::to_owned)
}

pub type Part = BoxedStrategy<String>;

pub fn thing() -> Part {
    prop_oneof![
        8 => text(&[
            "makeup", "retinoids", "rough paste", "grit paste", "\"rough paste with grit\"", "\"salt and pepper\"",
            "pastes", "travel kit", "home kit", "products", "alcohol",
        ]),
        2 => text(&[
            "kits with matt", "matt kits", "kits without matt", "kits with grade 3", "kits with grade 3+", "kits with grade 33+",
            "kits with matt, grade 3", "kits with matt and without grade", "kits without matt, grade 3",
        ]),
    ]
    .boxed()
}

pub fn things() -> Part {
    let include = weighted(
        0.1,
        text(&[
            ", including foundation",
            ", including foundation and concealer",
        ]),
    );
    prop_oneof![
        4 => thing(),
        2 => (select(&["makeup", "rough paste", "travel kit"][..]), select(&["and", "or"][..]), thing())
            .prop_map(|(one, word, other)| format!("{one} {word} {other}")),
        1 => include.prop_map(|include| format!("makeup{}", include.unwrap_or_default())),
    ]
    .boxed()
}

/// Place, exception, quantity, frequency, window, situation and manner.
pub fn clauses() -> impl Strategy<Value = Vec<String>> {
    let first = (
        weighted(0.15, place()),
        weighted(
            0.1,
            text(&[
                "10 minutes",
                "10..15 minutes",
                "1015 minutes",
                "2 litres",
                "at most 8 per day",
                "10 minutes on, 10 minutes off",
            ]),
        ),
        weighted(
            0.3,
            text(&[
                "daily",
                "twice daily",
                "2..3 times a week",
                "23 times a week",
                "every 2 hours",
                "every 2..3 hours",
                "as needed",
                "daily as needed",
                "every morning",
                "every morning and evening",
                "after each meal",
                "before each meal",
                "at most twice a day",
                "at least twice a day",
                "often",
                "several times a day",
            ]),
        ),
        weighted(0.7, window()),
    );
    let then = (
        weighted(0.1, text(&["while windy", "while outdoors"])),
        weighted(
            0.2,
            text(&[
                "by \"patting\"",
                "by \"rubbing\"",
                "gently",
                "in a thin layer",
                "as directed by label",
                "gently as directed",
                "using travel kit",
                "using travel kit or home kit",
                "using travel kit and home kit",
            ]),
        ),
        weighted(
            0.15,
            text(&[
                "except foundation",
                "except foundation and concealer",
                "except home kit",
            ]),
        ),
        weighted(
            0.1,
            text(&[
                "instead use kits",
                "instead wear sun hat",
                "instead use kits or makeup",
            ]),
        ),
        weighted(
            0.1,
            text(&[
                "if unavoidable, wear sun hat",
                "if unavoidable, use kits and makeup",
            ]),
        ),
    );
    (first, then).prop_map(|((a, b, c, d), (e, f, g, h, i))| {
        [a, b, c, d, e, f, g, h, i].into_iter().flatten().collect()
    })
}

pub fn listed((one, other): (Option<String>, Option<String>)) -> Vec<String> {
    one.into_iter().chain(other).collect()
}

pub fn place() -> Part {
    text(&[
        "on cheeks",
        "around cheeks",
        "near cheeks",
        "on treated area",
    ])
    .boxed()
}

pub fn length() -> Part {
    text(&[
        "7 days",
        "1 week",
        "14 days",
        "24 hours",
        "48 hours",
        "90 minutes",
        "1 month",
        "2 years",
    ])
    .boxed()
}

pub fn extent() -> Part {
    let range = text(&[
        "5..7 days",
        "57 days",
        "24..48 hours",
        "24 hours..3 days",
        "1..2 weeks",
        "1..3 months",
    ]);
    prop_oneof![
        3 => length(),
        2 => range,
        1 => length().prop_map(|length| format!("at least {length}")),
        1 => length().prop_map(|length| format!("up to {length}")),
        1 => text(&["at least 24 hours, better 48 hours", "at least 5 days, better 1 week"]),
    ]
    .boxed()
}

pub fn point() -> Part {
    prop_oneof![
        2 => text(&["day 3", "day 13", "day 1"]),
        2 => length(),
        1 => text(&["2..3 days", "2..3 hours", "24 hours..3 days"]),
        2 => text(&[
            "settled", "healed", "2 days after settled", "2..3 days after settled", "2 hours after settled", "glow",
            "2 days after glow", "6 months after stamping", "6..8 months after stamping", "6 months after thinnerol last taken",
            "next session", "final session", "first session", "3 weeks before next session", "3 weeks after next session",
            "next morning", "bedtime", "cleansing",
        ]),
    ]
    .boxed()
}

pub fn window() -> Part {
    let until = (
        point(),
        weighted(0.2, text(&[", at least 3 days", ", at least 2 hours"])),
        weighted(0.2, text(&[", at most 10 days", ", at most 2 weeks"])),
        weighted(0.1, text(&[", usually 5..7 days", ", usually 5 days"])),
    )
        .prop_map(|(point, least, most, usually)| {
            let more: Vec<String> = [least, most, usually].into_iter().flatten().collect();
            format!("until {point}{}", more.concat())
        });
    prop_oneof![
        4 => extent().prop_map(|extent| format!("for {extent}")),
        1 => extent().prop_map(|extent| format!("for {extent} before")),
        1 => (extent(), extent()).prop_map(|(one, other)| format!("for {one} before and {other} after")),
        1 => text(&["on day 3", "on days 3..4", "on days 3..14", "on day -3", "on days -3..2"]),
        2 => point().prop_map(|point| format!("from {point}")),
        1 => (point(), point()).prop_map(|(from, until)| format!("from {from} until {until}")),
        1 => (point(), extent()).prop_map(|(from, extent)| format!("from {from} for {extent}")),
        2 => until,
        2 => text(&["today", "tonight", "for the course", "between sessions", "before treatment", "always", "for about 7 days"]),
    ]
    .boxed()
}

pub fn last() -> impl Strategy<Value = Vec<String>> {
    (
        weighted(0.2, text(&["because \"it hurts\"", "because \"it helps\""])),
        weighted(
            0.2,
            text(&["[one]", "[two]", "[three]", "[one, two]", "[two, one]"]),
        ),
    )
        .prop_map(listed)
}

pub fn condition() -> Part {
    let atom = text(&[
        "vegan",
        "vegan = no",
        "vegan = yes",
        "height under 180 cm",
        "height at most 180 cm",
        "height over 180 cm",
        "height at least 18 cm",
        "height = 180 cm",
        "height != 180 cm",
        "height in 150..180 cm",
        "tone = low",
        "tone in low..middle",
        "tone in middle..high",
        "tone != low",
        "concerns includes spots",
        "concerns includes any of spots, lines",
        "concerns includes all of spots, lines",
        "taking thinnerol",
        "taking thinners",
        "took thinnerol within 6 months",
        "took thinnerol within 6 weeks",
        "had stamping within 2 weeks",
        "had settled within 2 weeks",
        "prescribed thinnerol",
        "potions includes thinnerine",
        "fever",
        "fever severe",
        "fever above 38 C",
        "glow spreading",
        "glow lasting 2 days",
        "settled",
        "healed",
        "session is 1",
        "session is 11",
    ])
    .boxed();
    let negated = atom.clone().prop_map(|atom| format!("not {atom}"));
    let leaf = prop_oneof![3 => atom, 1 => negated].boxed();
    leaf.prop_recursive(2, 6, 3, |inner| {
        let joined =
            (vec(inner.clone(), 2..4), select(&[" and ", " or "][..])).prop_map(|(parts, word)| {
                let parts: Vec<String> = parts.iter().map(|part| format!("({part})")).collect();
                parts.join(word)
            });
        prop_oneof![2 => joined, 1 => inner.prop_map(|inner| format!("not ({inner})"))]
    })
    .boxed()
}
