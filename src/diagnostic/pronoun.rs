//! A help that would name a thing by a word that only stands for one: `report it lasting 6 weeks`.

use super::Diagnostic;

/// Words that stand for a thing which another sentence names, wherever they stand.
const ALWAYS: &[&str] = &["it", "them", "they"];

/// Those that do so where no noun follows them.
const ALONE: &[&str] = &["these", "this", "those"];

/// What names something else behind it.
const BEFORE: &[&str] = &["and", "if", "not", "or", "unless"];

/// What starts a declaration, which no stand-in can name.
const DECLARED: &[&str] = &["action", "activity", "event", "fact", "symptom"];

/// Heads and words whose text is the author's own, or which ask for signs.
const OWN: &[&str] = &[
    "ask", "because", "caution", "note", "prepare", "tell", "then",
];
const SIGNS: &[&str] = &["expect", "if", "report", "unless"];

/// What is said of signs alone.
const MEASURES: &[&str] = &["despite", "lasting", "severe", "spreading", "worsening"];

/// What may stand behind a word that stands alone.
const BEHIND: &[&str] = &[
    "above",
    "are",
    "as",
    "at",
    "daily",
    "despite",
    "for",
    "from",
    "gets",
    "happen",
    "happens",
    "if",
    "is",
    "lasting",
    "lasts",
    "occurs",
    "on",
    "persists",
    "spreading",
    "to",
    "until",
    "worsening",
];

impl Diagnostic {
    /// The same, where no text that is offered names a thing by a word that stands for one: each sentence stands alone,
    /// and what such a text offers would be refused in turn.
    #[must_use]
    pub(crate) fn naming_things(mut self) -> Self {
        let Some(help) = &self.help else { return self };
        let mut parts: Vec<String> = help.split('`').map(str::to_owned).collect();
        let mut stands: Option<&str> = None;
        let mut is_declared = false;
        let mut read = false;
        for offered in parts.iter_mut().skip(1).step_by(2) {
            let is_second = read;
            read |= offered.contains(' ');
            let Some((named, placeholder)) = with_placeholder(offered) else {
                continue;
            };
            let declares = |word: &&str| offered.starts_with(&format!("{word} "));
            if DECLARED.iter().any(declares) {
                // Beside another reading the author sees that it is none.
                if is_second {
                    continue;
                }
                is_declared = true;
            }
            *offered = named;
            stands = Some(placeholder);
        }
        let Some(placeholder) = stands else {
            return self;
        };
        self.help = Some(if is_declared {
            "name the thing or the sign itself: each sentence stands alone, and the one above does not say what is meant here"
                .to_owned()
        } else {
            let whole = parts.join("`");
            format!(
                "{whole}, with the {} itself for {placeholder}",
                placeholder.to_lowercase()
            )
        });
        self.fixes.clear();
        self
    }
}

/// A text that is offered, with a word in capitals for the first word in it that stands for a thing; and that word.
fn with_placeholder(text: &str) -> Option<(String, &'static str)> {
    let words: Vec<&str> = text.split(' ').collect();
    let first = words.first()?.to_lowercase();
    if OWN.contains(&first.as_str()) {
        return None;
    }
    let bare = |word: &str| {
        let quoted = word.len() > 2 && word.starts_with('"') && word.ends_with('"');
        let word = if quoted { word.trim_matches('"') } else { word };
        word.trim_end_matches([',', ':']).to_lowercase()
    };
    let is_measured = words.get(1).is_some_and(|next| MEASURES.contains(next));
    let at = (usize::from(!is_measured)..words.len()).find(|at| {
        let Some(word) = words.get(*at) else {
            return false;
        };
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        let before = before.map(|word| word.to_lowercase()).unwrap_or_default();
        let named = *at < 2 || BEFORE.contains(&before.as_str());
        let next = words.get(at + 1).map(|word| bare(word));
        let alone = next
            .as_ref()
            .is_none_or(|next| BEHIND.contains(&next.as_str()));
        // `then if it persists` is of the language.
        let persists = next.as_deref() == Some("persists") && before == "if";
        let word = bare(word);
        let stands = ALWAYS.contains(&word.as_str()) || alone && ALONE.contains(&word.as_str());
        named && stands && !persists
    })?;
    let before = at.checked_sub(1).and_then(|at| words.get(at));
    let is_sign = is_measured
        || SIGNS.contains(&first.as_str())
        || before.is_some_and(|word| SIGNS.contains(word));
    let placeholder = if is_sign { "SIGN" } else { "THING" };
    let mut named: Vec<&str> = words.clone();
    *named.get_mut(at)? = placeholder;
    Some((named.join(" "), placeholder))
}

#[cfg(test)]
mod tests {
    use super::with_placeholder;

    #[test]
    fn what_stands_for_a_thing_is_told_from_what_names_one() {
        for (text, named) in [
            (
                "report it lasting 6 weeks to clinic",
                "report SIGN lasting 6 weeks to clinic",
            ),
            ("expect \"it\"", "expect SIGN"),
            ("it lasting 6 weeks", "SIGN lasting 6 weeks"),
            ("report this happens", "report SIGN happens"),
            ("keep it", "keep THING"),
            ("apply ice if it burns", "apply ice if SIGN burns"),
            ("avoid this for 3 days", "avoid THING for 3 days"),
        ] {
            assert_eq!(
                with_placeholder(text).map(|(text, _)| text).as_deref(),
                Some(named)
            );
        }
        for text in [
            "report pus",
            "then if it persists report bleeding",
            "avoid this area",
            "note \"It may bleed.\"",
            "use ice because \"it helps\"",
            "do not \"pick at it\"",
        ] {
            assert_eq!(with_placeholder(text), None, "{text}");
        }
    }
}
