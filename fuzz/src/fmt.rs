//! The formatter.

use std::collections::BTreeSet;

use aftercare_dsl::check::{CheckOptions, check, protected};
use aftercare_dsl::format::{Unformatted, format, same_meaning};
use aftercare_dsl::read::read_back;
use aftercare_dsl::source::Sources;
use aftercare_dsl::syntax::parse;

use super::found;
use super::kit::Kit;

const NAME: &str = "fuzz.rules";

/// Formats a text. What can be read has a canonical form, which is its own, reads as the same tree, and
/// is read back in the same words.
pub fn run(text: &str) {
    let mut sources = Sources::new();
    let source = sources.add(NAME, text);
    let names = protected(&mut sources, &Kit, NAME, source);
    match format(source, text, &names) {
        Ok(formatted) => same(text, &formatted, &names),
        Err(Unformatted::Mistakes(mistakes)) => found::sound(&mistakes, &sources),
        Err(Unformatted::Changed) => assert_eq!(text, "", "its meaning would change"),
    }
}

fn same(text: &str, formatted: &str, names: &BTreeSet<String>) {
    let mut sources = Sources::new();
    let [first, second] = [text, formatted].map(|text| {
        let source = sources.add(NAME, text);
        (source, parse(source, text, names).file.items)
    });
    assert!(same_meaning(&first.1, &second.1), "{formatted}");
    let again = format(second.0, formatted, names);
    assert_eq!(again.as_deref(), Ok(formatted));
    assert_eq!(meaning(text), meaning(formatted), "{formatted}");
}

/// What each rule means, in the words of `read`; none where the text has errors.
fn meaning(text: &str) -> Option<Vec<Vec<String>>> {
    let mut sources = Sources::new();
    let checked = check(&mut sources, &Kit, NAME, text, &CheckOptions::default());
    let protocol = checked.protocol?;
    let read = read_back(&protocol, &sources, None).ok()?;
    Some(read.rules.into_iter().map(|rule| rule.means).collect())
}
