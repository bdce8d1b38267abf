//! Characters and numbers that no text should have.

use super::{checked, errors};

#[test]
fn characters_that_no_text_has() {
    errors("avoid makeup\0 for 2 days");
    errors("avoid \u{1b}[31mmakeup\u{1b}[0m for 2 days");
    errors("avoid \u{202e}makeup for 2 days");
    errors("\u{feff}avoid nothingness for 2 days\r\n");
}

#[test]
fn numbers_of_every_absurd_kind() {
    for number in [
        "99999999999999999999",
        "4294967296",
        "-1",
        "0",
        "1.5",
        "1e9",
        "1,000",
        "\u{221e}",
        "00000000000000000000000000000000000001e",
        "NaN",
        "inf",
        "0x10",
        "\u{0667}",
        "\u{ff17}",
        "\u{bd}",
        "0..0",
        "7..",
        "..7",
        "7..7..7",
        "+7",
        "7e",
        "1_000",
        "0.0000000000000000000000001",
    ] {
        errors(&format!("import skin-care\navoid makeup for {number} days"));
    }
    errors("import skin-care\navoid makeup on days 1..99999999999");
    errors("import skin-care\navoid makeup for 301 years");
    errors("import skin-care\nsessions 0..99999999999 every 4 weeks");
    errors("effective 2026-02-30");
    errors("effective 9999-01-01");
    errors("effective 0000-01-01");
}

#[test]
fn leading_zeros_are_a_number_as_any_other() {
    for number in ["007", "0000000000000000000000000000000000007", "7.0"] {
        let (checked, shown) =
            checked(&format!("import skin-care\navoid makeup for {number} days"));
        let error = checked.protocol.is_none();
        assert!(!error || shown.contains(number), "{shown}");
    }
}

#[test]
fn amounts_of_every_absurd_kind() {
    for sentence in [
        "use sunscreen with spf -5 daily",
        "use sunscreen with spf 99999999999 daily",
        "drink water 99999999999999999999 litres daily",
        "limit alcohol to -1 drinks per day for 7 days",
        "apply ice 0..99999999999 minutes daily",
        "report fever above 1e400 C to clinic",
        "refuse if age under -1",
        "refuse if age under 99999999999999999999999999",
        "refuse if age in 5..1",
        "sessions 3..2 every 4 weeks",
        "sessions 3 every 0 days",
        "aftercare for 0 weeks",
        "aftercare for 99999999999 years",
    ] {
        errors(&format!("import skin-care\n{sentence}\n"));
    }
}

#[test]
fn dates_of_every_absurd_kind() {
    for date in [
        "2026-02-30",
        "2026-02-29",
        "0000-01-01",
        "9999-12-31",
        "1899-12-31",
        "2201-01-01",
        "-2026-01-01",
        "2026-13-01",
        "2026-00-10",
        "2026-06-31",
        "99999-01-01",
    ] {
        errors(&format!("effective {date}\n"));
        errors(&format!("review by {date}\n"));
    }
}

#[test]
fn every_line_end_and_a_byte_order_mark_read_alike() {
    let text = "import skin-care\navoid makeup for 2 days\n# end\nuse sunscreen daily\n";
    let rules = |text: &str| {
        let (checked, shown) = checked(text);
        let rules = checked.protocol.map(|protocol| protocol.rules);
        let rules = rules.unwrap_or_else(|| panic!("{shown}"));
        let rules = rules.into_iter().map(|rule| rule.sentence);
        rules.collect::<Vec<_>>()
    };
    let plain = rules(text);
    assert_eq!(plain.len(), 2);
    assert_eq!(rules(&text.replace('\n', "\r\n")), plain);
    assert_eq!(rules(&text.replace('\n', "\r")), plain);
    assert_eq!(rules(&format!("\u{feff}{text}")), plain);
    errors(&format!(
        "import skin-care\n\u{feff}\u{feff}avoid makeup for 2 days{text}"
    ));
}
