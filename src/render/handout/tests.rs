//! What a page looks like: contrast, sizes, and text that may not act.

use super::html::STYLE;

/// The value of a variable of the styles.
fn variable(name: &str) -> &'static str {
    let (_, rest) = STYLE.split_once(&format!("--{name}: ")).unwrap();
    rest.split_once(';').unwrap().0
}

/// The relative luminance of a colour (WCAG 2.2): `#111`, `#00408a`.
fn luminance(colour: &str) -> f64 {
    let digits: Vec<u32> = colour
        .trim_start_matches('#')
        .chars()
        .map(|one| one.to_digit(16).unwrap())
        .collect();
    let parts: Vec<u32> = match digits.as_slice() {
        [r, g, b] => vec![r * 17, g * 17, b * 17],
        [a, b, c, d, e, f] => vec![a * 16 + b, c * 16 + d, e * 16 + f],
        other => panic!("{other:?} is no colour"),
    };
    let linear = |part: u32| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(parts[0]) + 0.7152 * linear(parts[1]) + 0.0722 * linear(parts[2])
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn contrast_is_computed_as_wcag_does() {
    assert!((contrast("#000", "#fff") - 21.0).abs() < 0.01);
    assert!((contrast("#767676", "#ffffff") - 4.54).abs() < 0.01);
}

#[test]
fn words_stand_out_from_the_page() {
    for name in ["ink", "link"] {
        let contrast = contrast(variable(name), variable("paper"));
        assert!(contrast >= 7.0, "{name}: {contrast:.2}");
    }
    let line = contrast(variable("line"), variable("paper"));
    assert!(line >= 4.5, "{line:.2}");
}

#[test]
fn no_colour_is_used_besides_those_that_are_tested() {
    let colours = STYLE.match_indices('#').filter(|(at, _)| {
        let rest = &STYLE[at + 1..];
        rest.len() >= 3
            && rest[..3].chars().all(|one| one.is_ascii_hexdigit())
            && STYLE[..*at].ends_with(": ")
    });
    assert_eq!(colours.count(), 4, "ink, paper, line and link");
    assert!(!STYLE.contains("rgb") && !STYLE.contains("hsl"));
    // The bars are ink on paper; what tells them apart is a pattern. The lines between days are no words.
    let strip = include_str!("html/strip.rs");
    for (at, _) in strip.match_indices('#') {
        let colour: String = strip[at..].chars().take(4).collect();
        let is_colour = colour[1..].chars().all(|one| one.is_ascii_hexdigit());
        assert!(
            !is_colour || ["#111", "#fff", "#777"].contains(&colour.as_str()),
            "{colour}"
        );
    }
    assert!(contrast("#777", "#fff") >= 3.0);
}

#[test]
fn letters_are_no_smaller_than_12_points() {
    assert_eq!(variable("size"), "12pt");
    assert!(STYLE.contains(".large { --size: 16pt; }"));
    for (at, _) in STYLE.match_indices("font-size:") {
        let size = STYLE[at + 10..].split(';').next().unwrap().trim();
        let size: f64 = size.trim_end_matches("em").parse().unwrap();
        assert!(size >= 1.0, "{size}em");
    }
}

#[test]
fn the_page_asks_nothing_of_a_network() {
    for word in ["url(", "@import", "http", "//", "@font-face"] {
        assert!(!STYLE.contains(word), "{word}");
    }
}
