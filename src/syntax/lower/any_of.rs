//! `conditions includes one of eczema, psoriasis or rosacea`: how many of the values, in the words of sheets.

use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::lower::Lower;
use crate::syntax::reserved::RESERVED;
use crate::syntax::tree::Name;

impl Lower<'_> {
    /// `includes one of eczema, psoriasis or rosacea`, with what `or` adds to the list; whether it is so. One value alone
    /// that more follow is looked at with these.
    pub(super) fn any_in_other_words(&mut self, values: &[Name]) -> bool {
        let (Some(first), Some(last)) = (values.first(), values.last()) else {
            return false;
        };
        let Some(value) = without_any(&first.text).filter(|_| !first.quoted) else {
            return false;
        };
        let behind = self.laid_out.get(last.span.end as usize..);
        let behind = behind.unwrap_or_default();
        let more = more_of_a_list(behind);
        if values.len() == 1 && more.is_some() {
            return false;
        }
        let end = last.span.end as usize + more.map_or(0, |(length, _)| length);
        let others = values.iter().skip(1).map(|value| value.text.as_str());
        let listed: Vec<&str> = std::iter::once(value)
            .chain(others)
            .chain(more.map(|(_, name)| name))
            .collect();
        let text = match listed.as_slice() {
            [one] => (*one).to_owned(),
            several => format!("any of {}", several.join(", ")),
        };
        let at = self.place(first.span.start as usize, end);
        let raw = self.quote(at);
        self.refuse(
            Diagnostic::new(
                Code::JoinedValues,
                at,
                format!("`{raw}` says in other words how many of the values"),
                "any of them is enough",
            )
            .with_help(format!("write `{text}`"))
            .with_fix(at, text),
        );
        true
    }
}

/// A value without words before it that say that any of several is enough.
pub(super) fn without_any(value: &str) -> Option<&str> {
    const ANY: &[&str] = &[
        "any one of ",
        "either of ",
        "either ",
        "one of ",
        "one, more of ",
    ];
    ANY.iter().find_map(|word| {
        let start = value.get(..word.len())?;
        start
            .eq_ignore_ascii_case(word)
            .then(|| value.get(word.len()..))?
    })
}

/// ` or rosacea` behind a list: how long it is, and the name.
fn more_of_a_list(text: &str) -> Option<(usize, &str)> {
    let joint = [", or ", " or "]
        .into_iter()
        .find(|joint| text.starts_with(joint))?;
    let name = text.get(joint.len()..)?;
    let ends = |letter: char| !letter.is_alphanumeric() && !" -'".contains(letter);
    let words = name.split(ends).next()?;
    let mut length = 0;
    for word in words.split(' ') {
        if RESERVED.binary_search(&word).is_ok() || word == "includes" {
            break;
        }
        length += word.len() + 1;
    }
    let name = name.get(..length.checked_sub(1)?)?.trim_end();
    (!name.is_empty()).then_some((joint.len() + name.len(), name))
}
