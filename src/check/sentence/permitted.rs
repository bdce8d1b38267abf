//! `you may shower after 2 days`, `walking is fine`, `stitches are removed`: what is allowed, what comes, and what is
//! done for somebody are no duties.

use crate::check::checker::Checker;
use crate::check::names::{Role, doing, without_article};
use crate::diagnostic::Diagnostic;
use crate::syntax::tree::Name;
use crate::vocabulary::{FINE, VERBS};

/// How a sheet starts what is allowed.
const MAY: &[&str] = &[
    "you may also ",
    "you may now ",
    "you may ",
    "you can also ",
    "you can now ",
    "you can ",
    "you might ",
    "you will ",
    "you are allowed to ",
    "patients may ",
    "patients can ",
    "feel free to ",
    "it is fine to ",
    "it is safe to ",
    "it is ok to ",
];

/// What says that something is allowed from the treatment on.
const AT_ONCE: &[&str] = &[
    " straight away",
    " right away",
    " at once",
    " immediately",
    " now",
    " as normal",
];

/// What one does not do, but has.
const HAVING: &[&str] = &[
    "develop",
    "experience",
    "feel",
    "get",
    "have",
    "notice",
    "see",
];

/// How a sheet ends what is to be expected.
const NORMAL: &[&str] = &[
    " is normal",
    " are normal",
    " is common",
    " are common",
    " is expected",
    " are expected",
    " is to be expected",
    " are to be expected",
    " can last",
    " may last",
    " will last",
    " usually lasts",
    " lasts",
];

/// What stands before what is done to something.
const DONE: &[&str] = &[
    " are", " is", " be", " been", " gets", " get", " come", " comes",
];

/// What is done, where it does not end in `ed`.
const IRREGULAR: &[&str] = &["taken", "cut", "put", "done", "out", "off", "given"];

/// The same of what is on somebody.
const WORN: &[&str] = &["worn", "had", "eaten", "drunk", "done"];

/// How a help begins that makes an appointment of what is done to somebody.
pub(super) const AT_THE_CLINIC: &str = "what is done at the clinic is written";

/// `it` of `you can cover it with a plaster`: what is done to something that another sentence names.
fn done_to_it(lower: &str) -> Option<&str> {
    let said = MAY.iter().find_map(|start| lower.strip_prefix(start))?;
    let mut words = said.split(' ').skip(1);
    let what = words.next()?;
    ["it", "them"]
        .contains(&what)
        .then_some(what)
        .filter(|_| words.next().is_some())
}

impl Checker<'_> {
    /// What a line that starts with no verb says all the same: a permission, what is expected, or what is done to
    /// something.
    pub(super) fn said_of_it(&self, diagnostic: &Diagnostic, name: &Name) -> Option<Diagnostic> {
        let lower = name.text.to_lowercase();
        if let Some(what) = done_to_it(&lower) {
            return Some(diagnostic.clone().with_help(format!(
                "each sentence stands alone: say what `{what}` is, and behind `allow` what may be done or used, as in \
                 `allow plasters on blisters`"
            )));
        }
        if let Some(text) = self
            .may_be_done(name, &lower)
            .or_else(|| self.may_be_used(name, &lower))
            .or_else(|| self.may_be_tended(name, &lower))
            .or_else(|| self.is_said_fine(name, &lower))
        {
            let help = format!("write `{}`", self.with_the_rest(name, &text));
            let diagnostic = diagnostic.clone().with_help(help);
            return Some(diagnostic.with_fix(name.span, text));
        }
        self.is_done(diagnostic, name, &lower)
            .or_else(|| self.is_done_there(diagnostic, name))
    }

    /// `the stitches on the neck are taken out after 7 days`: the place is a part of what the appointment is called.
    pub(super) fn is_done_there(&self, diagnostic: &Diagnostic, name: &Name) -> Option<Diagnostic> {
        let follows = self.follows(name)?;
        let is_there = [" on ", " around ", " near ", " over "]
            .iter()
            .any(|word| follows.starts_with(word));
        let mut blanks = follows.match_indices(' ');
        let (at, (length, days)) =
            blanks.find_map(|(at, _)| Some((at, days_in(follows.get(at..)?)?)))?;
        let whole = format!("{}{}", name.text, follows.get(..at)?);
        if !is_there || whole.contains(['"', ',']) {
            return None;
        }
        let lower = whole.to_lowercase();
        done_at(&lower)?;
        let text = format!("visit \"{}\" {days} after treatment", title(&whole));
        let end = name.span.end + u32::try_from(at + length).ok()?;
        let span = crate::span::Span { end, ..name.span };
        let help = format!("{AT_THE_CLINIC} `{text}`; {}", own_duty(&name.text));
        Some(diagnostic.clone().with_help(help).with_fix(span, text))
    }

    /// `you may wash your hair`
    fn may_be_done(&self, name: &Name, lower: &str) -> Option<String> {
        let start = MAY.iter().find(|start| lower.starts_with(**start))?;
        let rest = name.text.get(start.len()..)?.trim();
        if let Some(banned) = rest.strip_prefix("not ") {
            return Some(format!("do not {banned}"));
        }
        let (verb, behind) = rest.split_once(' ').unwrap_or((rest, ""));
        let behind = without_article(behind);
        let behind = behind.strip_prefix("some ").unwrap_or(behind);
        if HAVING.contains(&verb) && !behind.is_empty() {
            return Some(format!("expect {behind}"));
        }
        let role = Role::Restrict("allow");
        let known = |text: &str| {
            let words: Vec<&str> = text.split_whitespace().collect();
            self.kind_in(&words, role).is_some()
        };
        let is_verb = VERBS.iter().any(|row| row.word == verb);
        let again = ["restart", "resume", "continue", "start", "recommence"];
        let thing = AT_ONCE
            .iter()
            .find_map(|soon| behind.strip_suffix(soon))
            .unwrap_or(behind);
        if again.contains(&verb) && known(thing) {
            return Some(format!("allow {thing}"));
        }
        let mut said = vec![rest.to_owned()];
        let forms = doing(verb).into_iter();
        said.extend(forms.map(|form| format!("{form} {behind}").trim().to_owned()));
        // `use makeup` is makeup.
        said.extend(is_verb.then(|| behind.to_owned()));
        if let Some(known) = said.iter().find(|text| known(text)) {
            return Some(format!("allow {known}"));
        }
        let inner = Name {
            text: rest.to_owned(),
            ..name.clone()
        };
        if let Some(deed) = self.deed_said(&inner, role) {
            return Some(format!("allow {deed}"));
        }
        let named = if is_verb && !behind.is_empty() {
            behind
        } else {
            rest
        };
        let plain = !named.contains('"') && !named.is_empty();
        plain.then(|| format!("allow \"{named}\""))
    }

    /// `makeup may be worn`, `paracetamol can be taken again`: something may be done with a thing.
    fn may_be_used(&self, name: &Name, lower: &str) -> Option<String> {
        let joint = [" may be ", " can be ", " could be "];
        let (at, word) = joint
            .iter()
            .find_map(|word| Some((lower.find(word)?, word)))?;
        let done = lower.get(at + word.len()..)?;
        let done = done.strip_suffix(" again").unwrap_or(done);
        let is_one = done.ends_with("ed") || WORN.contains(&done) || IRREGULAR.contains(&done);
        let thing = without_article(name.text.get(..at)?);
        let words: Vec<&str> = thing.split_whitespace().collect();
        let known = self.kind_in(&words, Role::Restrict("allow")).is_some();
        (is_one && known && !done.contains(' ')).then(|| format!("allow {thing}"))
    }

    /// `brows may be washed normally`: what may be done to a part of the body.
    fn may_be_tended(&self, name: &Name, lower: &str) -> Option<String> {
        const MAY_BE: &[&str] = &[
            " may be ",
            " can be ",
            " could be ",
            " may now be ",
            " can now be ",
        ];
        const AS_EVER: &[&str] = &["", "again", "normally", "as normal", "as usual"];
        let (at, word) = MAY_BE
            .iter()
            .find_map(|word| Some((lower.find(word)?, word)))?;
        let done = lower.get(at + word.len()..)?;
        let (deed, how) = done.split_once(' ').unwrap_or((done, ""));
        let deed = match deed.strip_suffix("ied") {
            Some(stem) => format!("{stem}ying"),
            None => format!("{}ing", deed.strip_suffix("ed")?),
        };
        let place = without_article(name.text.get(..at)?);
        let words: Vec<&str> = place.split_whitespace().collect();
        let known = self.kind_in(&words, Role::Place).is_some()
            && self.kind_in(&[&deed], Role::Restrict("allow")).is_some();
        (known && AS_EVER.contains(&how)).then(|| format!("allow {deed} on {place}"))
    }

    /// `walking is fine`, `bruising is normal`
    pub(crate) fn is_said_fine(&self, name: &Name, lower: &str) -> Option<String> {
        let of = |ends: &[&str], role: Role, head: &str| {
            let end = ends.iter().find(|end| lower.ends_with(**end))?;
            let thing = name.text.get(..name.text.len() - end.len())?;
            let thing = without_article(thing);
            let words: Vec<&str> = thing.split_whitespace().collect();
            let known = self.kind_in(&words, role).is_some();
            let text = if known || thing.contains('"') {
                thing.to_owned()
            } else {
                format!("\"{thing}\"")
            };
            (!thing.is_empty()).then(|| format!("{head} {text}"))
        };
        let fine = FINE.iter().find_map(|end| lower.strip_suffix(end));
        if let Some(sign) = fine.and_then(|sign| self.felt(without_article(sign))) {
            return Some(format!("expect {sign}"));
        }
        of(FINE, Role::Restrict("allow"), "allow")
            .or_else(|| of(NORMAL, Role::Symptom("expect"), "expect"))
    }

    /// `tingling`, `pulling feeling`: what one feels is allowed to nobody.
    fn felt(&self, sign: &str) -> Option<String> {
        let words: Vec<&str> = sign.split_whitespace().collect();
        let role = Role::Symptom("expect");
        let bare = words.strip_suffix(&["feeling"]);
        let bare = bare.or_else(|| words.strip_suffix(&["sensation"]));
        let known = |words: &[&str]| !words.is_empty() && self.kind_in(words, role).is_some();
        match bare {
            _ if known(&words) => Some(sign.to_owned()),
            Some(bare) if known(bare) => Some(bare.join(" ")),
            Some(_) => Some(format!("\"{sign}\"")),
            None => None,
        }
    }

    /// `stitches are removed on day 5 to 7`: nobody is told to do it.
    fn is_done(&self, diagnostic: &Diagnostic, name: &Name, lower: &str) -> Option<Diagnostic> {
        let thing = done_at(lower)?;
        let title = title(&name.text);
        let follows = self.follows(name).unwrap_or_default();
        let duty = own_duty(name.text.get(..thing).unwrap_or_default());
        Some(match days_in(follows) {
            Some((at, days)) => {
                let text = format!("visit \"{title}\" {days} after treatment");
                let start = name.span.end + u32::try_from(at).ok()?;
                let whole = crate::span::Span {
                    end: start,
                    ..name.span
                };
                let help = format!("{AT_THE_CLINIC} `{text}`; {duty}");
                diagnostic.clone().with_help(help).with_fix(whole, text)
            }
            None => diagnostic.clone().with_help(format!(
                "{AT_THE_CLINIC} as in `visit \"{title}\" 7 days after treatment`; {duty}"
            )),
        })
    }
}

/// Where the words start that say what is done to something.
fn done_at(lower: &str) -> Option<usize> {
    DONE.iter().find_map(|word| {
        let at = lower.find(&format!("{word} "))?;
        let done = lower.get(at + word.len()..)?.split_whitespace();
        let mut done = done.filter(|word| word.ends_with("ed") || IRREGULAR.contains(word));
        done.next().is_some().then_some(at)
    })
}

/// `stitches taken out` of `the stitches are taken out`: what an appointment for it is called.
fn title(text: &str) -> String {
    let small = [
        "is", "are", "be", "been", "will", "should", "must", "the", "your", "get", "gets", "may",
        "can", "could", "might",
    ];
    let words = text.split_whitespace();
    let words = words.filter(|word| !small.contains(&word.to_lowercase().as_str()));
    let title: Vec<&str> = words.collect();
    title.join(" ").replace('"', "'")
}

/// What to know where the patient does it.
fn own_duty(before: &str) -> String {
    format!(
        "what the patient does starts with its verb, as in `change {}`",
        changed_thing(before)
    )
}

/// `stitches` of `the stitches will`
fn changed_thing(before: &str) -> &str {
    const HELPING: &[&str] = &[
        " will", " should", " must", " may", " can", " could", " might", " to",
    ];
    let before = without_article(before);
    let bare = HELPING.iter().find_map(|word| before.strip_suffix(word));
    bare.unwrap_or(before)
}

/// `on day 5 to 7`, `after 7 days`: how many days after the treatment, and where those words end.
fn days_in(follows: &str) -> Option<(usize, String)> {
    const BEFORE: &[&str] = &["on days ", "on day ", "at day ", "day ", "days "];
    const AFTER: &[&str] = &["after ", "at ", "in "];
    let said = follows.trim_start();
    let skipped = follows.len() - said.len();
    let counted = BEFORE
        .iter()
        .find_map(|word| Some((word, said.strip_prefix(word)?)));
    if let Some((word, days)) = counted {
        let (length, low, high) = range_in(days)?;
        let text = match (low, high) {
            (1, None) => "1 day".to_owned(),
            (low, None) => format!("{low} days"),
            (low, Some(high)) => format!("{low}..{high} days"),
        };
        return Some((skipped + word.len() + length, text));
    }
    let (word, length) = AFTER
        .iter()
        .find_map(|word| Some((word, said.strip_prefix(word)?)))?;
    let (taken, low, high) = range_in(length)?;
    let unit = length.get(taken..)?.split_whitespace().next()?;
    let is_unit = ["day", "days", "week", "weeks", "month", "months"].contains(&unit);
    let end = length.find(unit)? + unit.len();
    let text = match high {
        None => format!("{low} {unit}"),
        Some(high) => format!("{low}..{high} {unit}"),
    };
    is_unit.then_some((skipped + word.len() + end, text))
}

/// A number, or a range of two, at the start of a text, and how long it is.
fn range_in(text: &str) -> Option<(usize, u32, Option<u32>)> {
    const JOINTS: &[&str] = &["..", " to ", " - ", "-", "\u{2013}", " or "];
    let number = |text: &str| {
        let digits = text.chars().take_while(char::is_ascii_digit).count();
        let number = text.get(..digits)?.parse::<u32>().ok()?;
        Some((digits, number))
    };
    let (length, low) = number(text)?;
    let rest = text.get(length..)?;
    let high = JOINTS.iter().find_map(|joint| {
        let (digits, high) = number(rest.strip_prefix(joint)?)?;
        (high > low).then_some((length + joint.len() + digits, high))
    });
    Some(match high {
        Some((length, high)) => (length, low, Some(high)),
        None => (length, low, None),
    })
}
