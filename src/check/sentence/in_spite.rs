//! `even if cloudy`, `depending on skin type`: what a sentence holds in spite of, and what it hangs on by the
//! judgement of people. Printed with it, and computed nowhere: the sentence holds all the same.

use crate::check::checker::Checker;
use crate::check::wording;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::vocabulary::{Named, nearest};

/// How such words start.
const STARTS: &[&str] = &["even if ", "even when ", "even while ", "depending on "];

impl Checker<'_> {
    /// The words of manner of a sentence, those of this kind behind the others and each of its names known.
    pub(super) fn manner(&mut self, words: &[String], span: Span) -> String {
        let (spite, manners): (Vec<&String>, Vec<&String>) =
            words.iter().partition(|words| names(words).is_some());
        for name in spite.iter().filter_map(|words| names(words)).flatten() {
            self.known_in_spite(name, span);
        }
        let manners = (!manners.is_empty()).then(|| wording::list(&manners, "and"));
        let all = manners.into_iter().chain(spite.into_iter().cloned());
        all.collect::<Vec<_>>().join(", ")
    }

    fn known_in_spite(&mut self, name: &str, span: Span) {
        match self.read(name).map(|reading| reading.named) {
            Some(Named::Thing(thing)) => {
                self.used_things.insert(thing);
                return;
            }
            Some(Named::Fact(fact)) => {
                self.used_facts.insert(fact);
                return;
            }
            _ => {}
        }
        let known = self.known_names(&|_, _| true);
        let diagnostic = Diagnostic::new(
            Code::UnknownName,
            span,
            format!("nothing called `{name}` is known here"),
            "names what the sentence does not hang on",
        );
        self.report(match nearest(name, known.iter().map(String::as_str)) {
            Some(near) => diagnostic.with_help(format!("did you mean `{near}`?")),
            None => diagnostic.with_help(format!(
                "declare it, such as `situation {name}`, or say it in quotes, after `by`"
            )),
        });
    }
}

/// The names behind such words.
fn names(words: &str) -> Option<impl Iterator<Item = &str>> {
    let rest = STARTS.iter().find_map(|start| words.strip_prefix(start))?;
    let parts = rest.split(" or ").flat_map(|part| part.split(" and "));
    Some(parts.map(|part| part.strip_prefix("the ").unwrap_or(part)))
}
