//! `report swelling not going down after 3 days`, `report wound not healed within 2 weeks`, `report bleeding that does
//! not stop`: what has not come, which the language says of the sign that is still there.

use pest::iterators::Pair;

use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::lower::leaning::Leaning;
use crate::syntax::tree::{Duration, Name, Qualifier};

/// What a sign that is still there has not done.
const OVER: &[&str] = &[
    "better",
    "cleared",
    "clearing",
    "disappeared",
    "eased",
    "easing",
    "faded",
    "fading",
    "getting better",
    "going",
    "going away",
    "going down",
    "gone",
    "gone away",
    "gone down",
    "improve",
    "improved",
    "improving",
    "resolve",
    "resolved",
    "resolving",
    "responding",
    "settle",
    "settled",
    "settling",
    "stop",
    "stopped",
    "stopping",
    "subside",
    "subsided",
    "subsiding",
];

/// Words between a sign and its `not` that say nothing.
const BETWEEN: &[&str] = &[
    " that has",
    " that have",
    " that is",
    " that are",
    " that does",
    " that do",
    " which has",
    " which is",
    " which does",
    " has",
    " have",
    " is",
    " are",
    " does",
    " do",
    " still",
];

/// What is said beside it: how long, and what did not help.
#[derive(Default)]
struct Said {
    /// The time as it was written, and as it was read.
    time: Option<(String, Option<Spanned<Duration>>)>,
    /// What was done about it.
    despite: Option<String>,
}

impl Lower<'_> {
    /// Refuses it, and gives what was meant, so that the rest of the list is looked at as well.
    pub(super) fn not_yet(
        &mut self,
        pair: Pair<'_, Rule>,
        sign: Option<Name>,
    ) -> (Name, Option<Spanned<Qualifier>>) {
        let at = self.span(&pair);
        let mut parts = Cursor::into(pair);
        let words = self.name(&parts.any());
        let mut said = Said::default();
        if let Some(time) = parts.accept(Rule::drange) {
            said.time = Some((self.quote(self.span(&time)), self.single(time)));
        }
        if let Some(pressed) = parts.accept(Rule::pressed) {
            let mut parts = Cursor::into(pressed);
            let name = self.name(&parts.presume(Rule::name));
            parts.end();
            said.despite = Some(name.text);
        }
        parts.end();
        let whole = sign.as_ref().map_or(at, |sign| sign.span.to(at));
        let denied = self.quote(at.at_start().to(words.span));
        let (text, over) = still(sign.as_ref(), &words, &denied);
        self.refuse_not_yet(whole, &text, over, &said);
        // Elsewhere nobody can tell what was meant.
        if let Some(sign) = sign.clone().filter(|_| self.leaning != Leaning::Warning) {
            return (sign, None);
        }
        let name = Name {
            quoted: !over || sign.as_ref().is_some_and(|sign| sign.quoted),
            text,
            span: whole,
        };
        let time = said.time.and_then(|(_, time)| time);
        let lasting = time.filter(|_| self.leaning == Leaning::Warning);
        let lasting = lasting.map(|time| Spanned::new(Qualifier::Lasting(time.node), at));
        (name, lasting)
    }

    fn refuse_not_yet(&mut self, whole: Span, text: &str, over: bool, said: &Said) {
        let raw = self.quote(whole);
        let diagnostic = Diagnostic::new(
            Code::ClauseShape,
            whole,
            format!("`{raw}` says what has not come, and no sign"),
            "a sign is there, and lasts",
        );
        if self.leaning != Leaning::Warning {
            return self.refuse(diagnostic.with_help(
                "what is not so is asked for with `if not` and an event; a sign that stays is called about in a \
                 `report`, as in `report swelling lasting 3 days`",
            ));
        }
        let name = if over {
            text.to_owned()
        } else {
            format!("\"{text}\"")
        };
        let written = match (&said.time, &said.despite) {
            (Some((time, _)), Some(despite)) => format!("{name} despite \"{time} of {despite}\""),
            (Some((time, _)), None) => format!("{name} lasting {time}"),
            (None, Some(despite)) => format!("{name} despite {despite}"),
            (None, None) => format!("\"{raw}\""),
        };
        let help = if said.time.is_none() && said.despite.is_none() && over {
            format!("put it in quotes, `{written}`, or say how long it lasts: `{name} lasting ...`")
        } else {
            format!("write `{written}`")
        };
        self.refuse(diagnostic.with_help(help).with_fix(whole, written));
    }
}

/// The name of what is still there, and whether it is the sign itself: `swelling` of `swelling not gone`.
fn still(sign: Option<&Name>, words: &Name, denied: &str) -> (String, bool) {
    let Some(sign) = sign else {
        return (denied.to_owned(), false);
    };
    let text = BETWEEN
        .iter()
        .find_map(|word| sign.text.strip_suffix(word))
        .unwrap_or(&sign.text);
    if OVER.contains(&words.text.to_lowercase().as_str()) {
        (text.to_owned(), true)
    } else {
        (format!("{text} {denied}"), false)
    }
}
