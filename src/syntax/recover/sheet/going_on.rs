//! `carry on with sunscreen`, `keep taking paracetamol`: what goes on.

use super::{Lead, lead, without_article};

/// What sheets start with.
const GOING_ON: &[&str] = &["carry on ", "keep on ", "keep ", "go on ", "continue "];

/// What is done with a thing, and the verb of the language for that it goes on.
const DOING: &[(&str, &str)] = &[
    ("with ", "continue"),
    ("taking ", "continue"),
    ("using ", "continue"),
    ("applying ", "continue"),
    ("doing ", "continue"),
    ("to take ", "continue"),
    ("to use ", "continue"),
    ("to apply ", "continue"),
    ("to do ", "continue"),
    ("drinking ", "drink"),
    ("eating ", "eat"),
    ("wearing ", "wear"),
    ("to drink ", "drink"),
    ("to eat ", "eat"),
    ("to wear ", "wear"),
];

/// What goes on, with the verb that says so.
pub(super) fn goes_on(sentence: &str) -> Option<Lead> {
    // `unless told otherwise` waits for somebody's word, which is said with it.
    if sentence.contains(" unless ") {
        return None;
    }
    let (start, rest) = GOING_ON
        .iter()
        .find_map(|start| Some((*start, sentence.strip_prefix(start)?)))?;
    let doing = DOING
        .iter()
        .find_map(|(words, verb)| Some((*verb, rest.strip_prefix(words)?)));
    if let Some((verb, thing)) = doing {
        // `keep with`, `go on with`: only the second is said.
        let is_said = start != "keep " || !rest.starts_with("with ");
        let thing = without_article(thing);
        let named = thing.starts_with(|letter: char| letter.is_alphabetic());
        let end = sentence.len() - thing.len();
        return (is_said && named).then(|| lead(0..end, format!("{verb} ")));
    }
    // `carry on walking`: what is done, in its own word.
    let deed = rest.split([' ', ',']).next()?;
    let is_said = ["carry on ", "keep on ", "go on "].contains(&start);
    let is_deed = deed.len() > 5 && deed.ends_with("ing");
    (is_said && is_deed).then(|| lead(0..start.len(), "continue "))
}

#[cfg(test)]
mod tests {
    use super::goes_on;

    #[test]
    fn what_goes_on_is_continued() {
        for (said, text) in [
            ("carry on with your sunscreen", "continue sunscreen"),
            ("keep taking paracetamol", "continue paracetamol"),
            ("keep on taking the tablets daily", "continue tablets daily"),
            ("carry on walking", "continue walking"),
            ("keep wearing stockings", "wear stockings"),
            ("continue to use retinol", "continue retinol"),
        ] {
            let found = goes_on(said).map(|lead| {
                let behind = said.get(lead.at.end..).unwrap_or_default();
                format!("{}{behind}", lead.text)
            });
            assert_eq!(found.as_deref(), Some(text), "{said}");
        }
        for said in [
            "keep dry",
            "keep moving",
            "carry on as normal",
            "continue warfarin",
        ] {
            assert_eq!(goes_on(said), None, "{said}");
        }
    }
}
