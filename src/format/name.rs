//! Names and texts: as the author wrote them, in straight quotes where they stood in any.

use crate::syntax::tree::Name;

/// `retinoids`, `"rough Retin-A"`
pub(super) fn name(name: &Name) -> String {
    if name.quoted {
        text(&name.text)
    } else {
        name.text.clone()
    }
}

/// `"they irritate healing skin"`
pub(super) fn text(text: &str) -> String {
    format!("\"{text}\"")
}

/// `a, b, c`, one part for each, to break between.
pub(super) fn commas(names: &[Name]) -> Vec<String> {
    let last = names.len().saturating_sub(1);
    let comma = |at| if at < last { "," } else { "" };
    let names = names.iter().map(name).enumerate();
    names.map(|(at, name)| name + comma(at)).collect()
}
