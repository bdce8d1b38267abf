//! `never apply ice directly on skin`: what lies on the skin with nothing around it, and where `on` says it all.

use super::Role;
use super::attribute::can_have;
use super::placed::is_area;
use super::unknown::unknown;
use crate::check::checker::Checker;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::PART_OF_NAME;
use crate::syntax::tree::Name;
use crate::vocabulary::{Named, as_limit};

/// How sheets say that nothing lies between, behind the thing and before it.
const BEHIND: &[&str] = &["directly", "straight", "right"];
const BEFORE: &[&str] = &["direct", "directly"];

/// What hands do with a thing that is put somewhere.
const PUTTING: &[&str] = &["apply", "hold", "lay", "place", "press", "put", "use"];

/// What stands before the place.
const ONTO: &[&str] = &[" on ", " onto ", " to ", " against "];

impl Checker<'_> {
    /// What a ban on a thing `directly on skin` is in the words of the vocabulary.
    pub(super) fn directly(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let Role::Restrict(word) = role else {
            return None;
        };
        let words: Vec<&str> = name.text.split_whitespace().collect();
        let is_one =
            |known: &[&str], word: &str| known.iter().any(|said| word.eq_ignore_ascii_case(said));
        let bare = match words.as_slice() {
            [bare @ .., last] if is_one(BEHIND, last) => bare,
            [first, bare @ ..] if is_one(BEFORE, first) => bare,
            _ => return None,
        };
        let (put, bare) = match bare {
            [put, bare @ ..] if is_one(PUTTING, put) && ["do not", "never"].contains(&word) => {
                (true, bare)
            }
            _ => (false, bare),
        };
        let Named::Thing(thing) = self.read_words(bare)?.named else {
            return None;
        };
        self.kind_in(bare, role)?;
        let bare = bare.join(" ");
        let unwrapped = self.vocabulary.find_thing("unwrapped")?;
        let can = can_have(&self.vocabulary, thing, unwrapped);
        let said = if can {
            format!("unwrapped {bare}")
        } else {
            bare.clone()
        };
        let (end, place) = self.placed_behind(name);
        // Where nothing can lie between, the place is what counts.
        let place = match place {
            Some(place) if is_area(&place) && can => String::new(),
            Some(place) if is_area(&place) => " on treated area".to_owned(),
            Some(place) => format!(" on {place}"),
            None => String::new(),
        };
        let ban = self.ban_before(name).filter(|_| put);
        let (at, text) = match ban {
            Some(ban) => (ban.to(end), format!("avoid {said}{place}")),
            None => (name.span.to(end), format!("{said}{place}")),
        };
        let why = if can {
            "with nothing around it"
        } else {
            "`on` says it alone"
        };
        let help = format!(
            "write `{text}` in the place of `{}`: {why}",
            self.one_line(at)
        );
        Some(unknown(name).with_help(help).with_fix(at, text))
    }

    /// Where the place behind a name ends, and which it is: `on the skin`.
    fn placed_behind(&self, name: &Name) -> (Span, Option<String>) {
        let none = (name.span, None);
        let Some(follows) = self.follows(name) else {
            return none;
        };
        let Some(onto) = ONTO.iter().find(|word| follows.starts_with(**word)) else {
            return none;
        };
        let behind = follows.get(onto.len()..).unwrap_or_default();
        let bare = ["the ", "your "]
            .iter()
            .find_map(|word| behind.strip_prefix(word))
            .unwrap_or(behind);
        let words: Vec<&str> = bare.split(' ').collect();
        let place = (1..=words.len().min(4)).rev().find_map(|length| {
            let place = words.get(..length)?.join(" ");
            let place = place.trim_end_matches(['.', ',']).to_owned();
            let parts: Vec<&str> = place.split(' ').collect();
            let is_place = is_area(&place) || self.kind_in(&parts, Role::Place).is_some();
            is_place.then_some(place)
        });
        let Some(place) = place else {
            return none;
        };
        let length = follows.len() - bare.len() + place.len();
        let end = name.span.end + u32::try_from(length).unwrap_or(0);
        (Span { end, ..name.span }, Some(place))
    }

    /// `no more than 8 tablets of paracetamol in 24 hours`: a cap, in the words of a ban.
    pub(super) fn more_than(&self, name: &Name) -> Option<Diagnostic> {
        if !name.text.to_lowercase().contains("more than ") {
            return None;
        }
        let (before, follows) = (self.precedes(name)?, self.follows(name)?);
        let sentence = before.rsplit(": ").next().unwrap_or(before).trim_start();
        let line = format!("{sentence}{}{follows}", self.one_line(name.span));
        let limit = as_limit(&line)?;
        let length = |text: &str| u32::try_from(text.trim_end().len()).ok();
        let at = Span {
            start: name
                .span
                .start
                .checked_sub(u32::try_from(sentence.len()).ok()?)?,
            end: name.span.end + length(follows)?,
            ..name.span
        };
        let diagnostic = Diagnostic::new(
            Code::UnknownName,
            at,
            "a ban on more than so much is a cap",
            "no more than how much?",
        );
        Some(if limit.is_whole {
            diagnostic
                .with_help(format!("write `{}`", limit.text))
                .with_fix(at, limit.text)
        } else {
            diagnostic.with_help(format!(
                "say how much, or how often, as in `{}`",
                limit.text
            ))
        })
    }

    /// Whether the one fix of an earlier message puts something else in the place of a name and what is around it.
    pub(super) fn is_put_aside(&self, name: &Name) -> bool {
        self.is_measured(name) || self.is_replaced(name)
    }

    /// `standing still for longer than 1 hour`: the measure makes another name of it, which its message says.
    fn is_measured(&self, name: &Name) -> bool {
        let mut shapes = self.diagnostics.iter();
        shapes.any(|one| {
            if one.code != Code::ClauseShape {
                return false;
            }
            let span = one.span().filter(|span| span.source == name.span.source);
            let gap = span.and_then(|span| span.start.checked_sub(name.span.end));
            let help = one.help.as_deref();
            let names = help.is_some_and(|help| help.starts_with(PART_OF_NAME));
            names && gap.is_some_and(|gap| gap <= 5)
        })
    }

    fn is_replaced(&self, name: &Name) -> bool {
        let holds = |span: Span| {
            span.source == name.span.source
                && span.start < name.span.start
                && span.end >= name.span.end
        };
        let mut unknown = self.diagnostics.iter();
        unknown.any(|one| match (one.code, one.fixes.as_slice()) {
            (Code::UnknownName, [fix]) => fix.edits.iter().any(|edit| holds(edit.span)),
            _ => false,
        })
    }

    /// What stands behind a name and is refused with it has no message of its own: `to the skin` behind `directly`.
    pub(super) fn excuse_inside(&mut self, diagnostic: &Diagnostic, name: Span) {
        let fixed = diagnostic.fixes.iter().flat_map(|fix| &fix.edits);
        let ends = fixed.map(|edit| edit.span.end);
        let Some(end) = ends.chain(diagnostic.span().map(|span| span.end)).max() else {
            return;
        };
        self.diagnostics.retain(|other| {
            let inside = other.span().is_some_and(|span| {
                span.source == name.source && span.start >= name.end && span.end <= end
            });
            let codes = [Code::ClauseUnfit, Code::DaysWithoutFor, Code::UnknownName];
            !(inside && codes.contains(&other.code))
        });
    }
}
