//! `wear no makeup`, `use retinol again`: the words of a duty that say what another head says.

use super::Role;
use super::unknown::unknown;
use crate::check::checker::Checker;
use crate::diagnostic::Diagnostic;
use crate::span::Span;
use crate::syntax::tree::Name;

impl Checker<'_> {
    /// `wear no makeup`: a ban, in the words of a duty.
    pub(super) fn negated(&self, name: &Name, words: &[&str], role: Role) -> Option<Diagnostic> {
        let (first, rest) = words.split_first()?;
        if !first.eq_ignore_ascii_case("no") || !self.is_known(rest, role) {
            return None;
        }
        let ban = format!("avoid {}", rest.join(" "));
        let diagnostic = unknown(name);
        Some(match self.verb_before(name) {
            Some(verb) => diagnostic
                .with_help(format!("write `{ban}`"))
                .with_fix(verb.to(name.span), ban),
            None => diagnostic.with_help(format!("write `{ban}` as a sentence of its own")),
        })
    }

    /// The one word between the start of a line and a name.
    fn verb_before(&self, name: &Name) -> Option<Span> {
        let text = self.sources.get(name.span.source)?.text();
        let before = text.get(..name.span.start as usize)?;
        let line = before.rsplit('\n').next()?;
        let verb = line.trim();
        let start = before.len() - line.len() + line.find(verb)?;
        let at = |byte: usize| u32::try_from(byte).ok();
        let span = Span::new(name.span.source, at(start)?, at(start + verb.len())?);
        (!verb.is_empty() && verb.chars().all(char::is_alphabetic)).then_some(span)
    }

    /// `use makeup only after 2 days`
    pub(super) fn only_from(&self, name: &Name, words: &[&str], role: Role) -> Option<Diagnostic> {
        if let (Some((only, rest)), Role::Restrict(head)) = (words.split_first(), role)
            && only.eq_ignore_ascii_case("only")
            && self.is_known(rest, role)
        {
            let rest = rest.join(" ");
            let why = match head {
                "allow" => "`allow` permits nothing else, and what is off is said by `avoid`",
                _ => "it holds of nothing else",
            };
            return Some(
                unknown(name)
                    .with_help(format!("write `{rest}` without `only`: {why}"))
                    .with_fix(name.span, rest),
            );
        }
        let (last, front) = words.split_last()?;
        if front.is_empty() && last.eq_ignore_ascii_case("only") {
            return Some(unknown(name).with_help(
                "leave `only` and the comma before it out: what stands behind it narrows the sentence alone; what is off \
                 otherwise has a sentence of its own, with `avoid` and `unless`",
            ));
        }
        if !last.eq_ignore_ascii_case("only") || front.is_empty() {
            return None;
        }
        let follows = self.follows(name).unwrap_or_default().trim_start();
        let later = ["after ", "from ", "once "];
        if let Role::Duty(verb, _) = role
            && let Some(narrowed) = narrows(follows)
        {
            return Some(unknown(name).with_help(only_then(verb.word(), front, narrowed)));
        }
        if !later.iter().any(|word| follows.starts_with(word)) && matches!(role, Role::Duty(..)) {
            let text = format!("only {}", front.join(" "));
            return Some(
                unknown(name)
                    .with_help(format!("write `{text}`: it stands before what is used"))
                    .with_fix(name.span, text),
            );
        }
        if !self.is_known(front, role) {
            return None;
        }
        let front = front.join(" ");
        if let (Role::Restrict("allow" | "resume"), Some(asked)) =
            (role, follows.strip_prefix("if "))
        {
            let asked = asked.split(" because ").next().unwrap_or(asked).trim();
            return Some(unknown(name).with_help(format!(
                "write `allow {front} if {asked}`, and where it is off otherwise `avoid {front} unless {asked}` on a line \
                 of its own"
            )));
        }
        if !later.iter().any(|word| follows.starts_with(word)) {
            return Some(
                unknown(name)
                    .with_help(format!(
                        "write `{front}` without `only`: what stands behind it narrows it alone"
                    ))
                    .with_fix(name.span, front),
            );
        }
        Some(unknown(name).with_help(format!(
            "what is left until then is written `resume {front}` and from when, as in `resume {front} from 2 days`"
        )))
    }

    /// `use minoxidil again after 3 days`: off until then.
    pub(super) fn again(&self, name: &Name, words: &[&str], role: Role) -> Option<Diagnostic> {
        let (last, front) = words.split_last()?;
        let Role::Duty(_, at) = role else {
            return None;
        };
        if !last.eq_ignore_ascii_case("again") || !self.is_known(front, role) {
            return None;
        }
        let text = format!("resume {}", front.join(" "));
        Some(
            unknown(name)
                .with_help(format!(
                    "write `{text}`: off until then, and free afterwards"
                ))
                .with_fix(at.to(name.span), text),
        )
    }

    /// `keep out of the sun`, `keep away from heat`
    pub(super) fn out_of(&self, name: &Name, words: &[&str], role: Role) -> Option<Diagnostic> {
        let Role::Duty(verb, at) = role else {
            return None;
        };
        let rest = match words {
            ["out", "of", "the", rest @ ..] | ["out", "of", rest @ ..] => rest,
            ["off", rest @ ..] => rest,
            _ => return None,
        };
        let restrict = Role::Restrict("avoid");
        if verb.word() != "keep" || !self.is_known(rest, restrict) {
            return None;
        }
        let text = format!("avoid {}", rest.join(" "));
        Some(
            unknown(name)
                .with_help(format!("write `{text}`"))
                .with_fix(at.to(name.span), text),
        )
    }
}

/// What stands behind an `only` that says when, and not what: `while showering`, `to shower`.
fn narrows(follows: &str) -> Option<&str> {
    const WHEN: &[&str] = &["at ", "during ", "if ", "in ", "to ", "when ", "while "];
    let narrows = WHEN.iter().any(|word| follows.starts_with(word));
    narrows.then(|| follows.split(" for ").next().unwrap_or(follows).trim())
}

/// How the help about an `only` of a time starts.
const ONLY_THEN: &str = "`only` cannot be said of a time";

/// Whether a message is about such an `only`.
pub(super) fn says_only_then(diagnostic: &Diagnostic) -> bool {
    let help = diagnostic.help.as_deref();
    help.is_some_and(|help| help.starts_with(ONLY_THEN))
}

/// `remove stockings only while showering`: no clause narrows a time, and `only` before a thing would forbid all others.
fn only_then(verb: &str, front: &[&str], narrowed: &str) -> String {
    let is_off = |word: &&str| ["off", "out"].contains(word);
    let kept: Vec<&str> = front.iter().filter(|word| !is_off(word)).copied().collect();
    let taken_off = verb == "remove" || verb == "take" && kept.len() < front.len();
    let kept = match kept.as_slice() {
        ["the" | "your", rest @ ..] => rest.join(" "),
        rest => rest.join(" "),
    };
    let when = if narrowed.starts_with("to ") || narrowed.starts_with("when ") {
        "and the situation behind `while`"
    } else {
        narrowed
    };
    let text = match (taken_off, when == narrowed) {
        (true, true) => format!("`remove {kept} {narrowed}`"),
        (true, false) => format!("`remove {kept}` {when}"),
        (false, true) => format!("`{verb} {kept} {narrowed}`"),
        (false, false) => format!("`{verb} {kept}` {when}"),
    };
    if taken_off {
        format!(
            "{ONLY_THEN}: write {text}, without `only`, and in a sentence of its own until when it is \
             worn or kept, as in `wear compression stockings for 2 weeks`"
        )
    } else {
        format!(
            "{ONLY_THEN}: write {text}, without `only`, and what is off at other times in a sentence of \
             its own"
        )
    }
}
