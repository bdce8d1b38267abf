//! Too much of everything: brackets, sentences, mistakes, one endless line.

use super::{checked, errors, many, watched};

/// The messages of the errors, told in time and few of them printed.
fn watched_errors(text: String) -> Vec<String> {
    watched(move || errors(&text))
}

/// Asserts that a text is a protocol.
fn read(text: String) {
    let (read, shown) = watched(move || {
        let (checked, shown) = checked(&text);
        (checked.protocol.is_some(), shown)
    });
    assert!(read, "{shown:.400}");
}

#[test]
fn a_chain_of_a_hundred_thousand_otherwise() {
    let chain = " otherwise { avoid sauna }".repeat(many(100_000));
    watched_errors(format!(
        "import skin-care\nwhen pregnant {{ avoid makeup }}{chain}"
    ));
}

#[test]
fn a_hundred_thousand_nested_brackets() {
    let many = many(100_000);
    for (open, close) in [
        ("refuse if (", ")"),
        ("(", ")"),
        ("[", "]"),
        ("{", "}"),
        ("<", ">"),
        ("\"", "\""),
        ("when pregnant { ", "}"),
        ("section \"a\" {\n", "}\n"),
        ("substance a { ", "}"),
        ("not (", ")"),
    ] {
        for start in ["", "refuse if "] {
            let deep = format!("{start}{}", open.repeat(many));
            let closed = format!("{deep}pregnant{}", close.repeat(many));
            watched_errors(deep);
            watched_errors(closed);
        }
    }
}

#[test]
fn all_hundred_thousand_in_any_build() {
    watched_errors(format!("refuse if {}", "(".repeat(100_000)));
    watched_errors("when pregnant { ".repeat(100_000));
}

#[test]
fn brackets_that_close_nothing_are_few_errors() {
    assert!(watched_errors("}".repeat(many(100_000))).len() <= 1001);
    watched_errors(format!("refuse if pregnant{}", ")".repeat(100_000)));
}

#[test]
fn a_hundred_thousand_nots() {
    watched_errors(format!(
        "import skin-care\nrefuse if {}pregnant",
        "not ".repeat(100_000)
    ));
}

#[test]
fn fifty_nested_parentheses_are_read() {
    let (open, close) = ("(".repeat(50), ")".repeat(50));
    read(format!("import skin-care\nrefuse if {open}pregnant{close}"));
}

#[test]
fn a_hundred_thousand_joined_conditions() {
    for join in ["and", "or"] {
        let conditions = format!("pregnant {join} ").repeat(many(100_000));
        read(format!("import skin-care\nrefuse if {conditions}pregnant"));
    }
}

#[test]
fn a_list_of_a_hundred_thousand_things() {
    let things = "makeup, ".repeat(many(100_000));
    read(format!(
        "import skin-care\navoid {things}and serums for 2 days"
    ));
}

#[test]
fn a_hundred_thousand_sentences() {
    let sentence = "avoid retinoids for 7 days because \"they irritate\"\n";
    read(format!(
        "import skin-care\n{}",
        sentence.repeat(many(100_000))
    ));
    let differing = (0..many(100_000)).map(|number| {
        let (days, age) = (number % 50 + 2, number % 90);
        format!("avoid makeup for {days} days if age at least {age}\n")
    });
    read(format!(
        "import skin-care\n{}",
        differing.collect::<String>()
    ));
}

#[test]
fn a_hundred_thousand_names() {
    let names = (0..many(100_000)).map(|number| format!("substance stuff{number}x\n"));
    let names: String = names.collect();
    read(format!("{names}avoid stuff5x for 2 days\n"));
}

#[test]
fn a_file_of_eight_megabytes() {
    let text = format!("# {}\n", "y".repeat(many(8 * 1024 * 1024) - 3));
    let (checked, _) = watched(move || checked(&text));
    assert!(checked.protocol.is_some());
}

#[test]
fn one_line_of_five_megabytes() {
    const LONG: usize = 5 * 1024 * 1024;
    read(format!(
        "import skin-care\nnote \"{}\"",
        "a".repeat(many(LONG))
    ));
    for word in ["makeup ", "makeup, ", "7 days ", "because ", "\"a\" "] {
        let line = word.repeat(many(LONG) / word.len());
        watched_errors(format!("import skin-care\navoid {line}\n"));
    }
}

#[test]
fn one_word_without_an_end() {
    for letter in ["a", "\u{e9}"] {
        let word = letter.repeat(many(5 * 1024 * 1024));
        watched_errors(format!("import skin-care\navoid {word}\n"));
        watched_errors(word);
    }
}

#[test]
fn ten_thousand_mistakes_are_told_and_end() {
    for mistake in [
        "avoid nothingness for 2 days\n",
        "aviod makeup\n",
        "avoid makeup 7 days\n",
        "when {\n",
        "fact : :\n",
        "import import\n",
    ] {
        let text = format!("import skin-care\n{}", mistake.repeat(many(10_000)));
        watched_errors(text);
    }
    let differing = (0..many(10_000)).map(|number| format!("avoid nothingness{number}\n"));
    watched_errors(differing.collect());
}
