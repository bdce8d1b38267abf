//! Which kinds of thing can stand where: one question for every head, clause and condition.

use super::reading::without_article;
use crate::check::checker::Checker;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::tree::{Kind, Name, Verb};
use crate::vocabulary::{Named, ThingId, VERBS, fold};

/// What a name is for, where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// After `avoid`, `allow`, `resume`, `limit`: the word, for messages.
    Restrict(&'static str),
    /// After a duty's verb, which stands there.
    Duty(Verb, Span),
    /// After `expect` or `report`.
    Symptom(&'static str),
    /// After `taking`, `took`, `prescribed`, or before `last taken`.
    Medicine(&'static str),
    /// After `had`.
    Past,
    /// What a point in time hangs on.
    Anchor,
    /// After `on`, `around`, `over`, `near`.
    Place,
    /// After `while`.
    Situation,
    /// After `using`.
    Using,
}

impl Role {
    /// Whether a thing of this kind can stand there.
    pub(crate) fn takes(self, kind: Kind) -> bool {
        match self {
            Self::Restrict(_) => kind.is_thing(),
            Self::Duty(verb, _) => verb.row().kinds.contains(&kind),
            Self::Symptom(_) => kind == Kind::Symptom,
            Self::Medicine(_) => kind == Kind::Medicine,
            Self::Past => matches!(kind, Kind::Procedure | Kind::Event | Kind::Symptom),
            Self::Anchor => {
                kind.is_thing() && kind != Kind::Medicine
                    || matches!(kind, Kind::Event | Kind::Symptom)
            }
            Self::Place => matches!(kind, Kind::Place | Kind::Garment | Kind::Tool),
            Self::Situation => matches!(kind, Kind::Situation | Kind::Activity | Kind::Action),
            Self::Using => {
                matches!(
                    kind,
                    Kind::Tool | Kind::Product | Kind::Substance | Kind::Garment
                ) || matches!(kind, Kind::Drink | Kind::Food | Kind::Place)
            }
        }
    }

    /// Whether an attribute's number means "or more" there.
    pub(crate) fn is_duty(self) -> bool {
        matches!(self, Self::Duty(..) | Self::Using)
    }

    /// The kind that a new quoted name has there, and whether another role may say better.
    pub(crate) fn local_kind(self) -> Option<(Kind, bool)> {
        match self {
            Self::Restrict("do not" | "never") => Some((Kind::Activity, false)),
            Self::Restrict(_) => Some((Kind::Substance, false)),
            Self::Duty(verb, _) => verb.row().kinds.first().map(|kind| (*kind, true)),
            Self::Symptom(_) => Some((Kind::Symptom, true)),
            Self::Place => Some((Kind::Place, true)),
            Self::Situation => Some((Kind::Situation, true)),
            Self::Using => Some((Kind::Tool, true)),
            Self::Medicine(_) | Self::Past | Self::Anchor => None,
        }
    }

    /// What can stand there, in words.
    fn wants(self) -> String {
        match self {
            Self::Restrict(word) => format!("`{word}` takes what a patient can use or do"),
            Self::Duty(verb, _) => format!("`{}` does not suit it", verb.word()),
            Self::Symptom(word) => format!("`{word}` takes symptoms"),
            Self::Medicine(word) => format!("`{word}` asks about medicines"),
            Self::Past => "`had` asks about procedures, events and symptoms".to_owned(),
            Self::Anchor => "a time counts from an event, a symptom or a procedure".to_owned(),
            Self::Place => "a place is wanted here".to_owned(),
            Self::Situation => "`while` takes a situation".to_owned(),
            Self::Using => "`using` takes what one can hold or put on".to_owned(),
        }
    }
}

impl Checker<'_> {
    /// Whether a thing can stand where it stands; reports it where it cannot.
    pub(crate) fn fits(&mut self, name: &Name, id: ThingId, role: Role) -> bool {
        if self.is_put_aside(name) || self.drink_as_liquid(name, role) {
            return false;
        }
        let thing = self.vocabulary.thing(id);
        if role.takes(thing.kind) || thing.local {
            return true;
        }
        let kind = thing.kind;
        let diagnostic = match role {
            Role::Duty(..)
                if matches!(kind, Kind::Activity | Kind::Action) && self.is_left_out(name) =>
            {
                let text = &name.text;
                Diagnostic::new(
                    Code::WrongKind,
                    name.span,
                    format!("`{text}` is done, and `except` leaves out things"),
                    "a situation?",
                )
                .with_help(format!(
                    "write `except while {text}`: the sentence does not hold then"
                ))
            }
            Role::Duty(verb, at) if kind.is_thing() => {
                let wrong = match self.either_verb(name, verb) {
                    Some(help) => unsuited(name, kind, verb, at).with_help(help),
                    None => wrong_verb(name, kind, verb, at),
                };
                self.liquid_beside(wrong, name, verb)
            }
            _ => Diagnostic::new(
                Code::WrongKind,
                name.span,
                format!(
                    "`{}` is {}: {}",
                    name.text,
                    kind.with_article(),
                    role.wants()
                ),
                kind.with_article(),
            )
            .with_help(
                self.left_out(name, kind, role)
                    .or_else(|| self.until_over(name, kind, role))
                    .or_else(|| self.deed_of_a_sign(name, kind, role))
                    .or_else(|| self.sun_lately(name, kind, role))
                    .or_else(|| self.tends_a_sign(name, kind, role))
                    .unwrap_or_else(|| advice(name, kind, role)),
            ),
        };
        let diagnostic = match (role, kind, self.place_like(name, role)) {
            (Role::Anchor, Kind::Medicine, _) => {
                diagnostic.with_fix(name.span.at_end(), " last taken")
            }
            (_, _, Some(place)) => match role {
                Role::Duty(verb, at) => no_place(name, kind, verb, at),
                _ => diagnostic,
            }
            .with_help(format!("name the place: `{place}`"))
            .with_fix(name.span, place),
            _ => diagnostic,
        };
        self.report(diagnostic);
        false
    }

    /// `wash tattoo`, `on tattoo`: the place whose name starts with what is done there, `tattooed skin`.
    fn place_like(&self, name: &Name, role: Role) -> Option<String> {
        if !role.takes(Kind::Place) || !matches!(role, Role::Duty(..) | Role::Place) {
            return None;
        }
        let said = name.text.to_lowercase();
        let places = self.known_names(&|_, kind| kind == Kind::Place);
        places.into_iter().find(|place| {
            let rest = place.to_lowercase();
            let rest = rest.strip_prefix(&said).unwrap_or_default();
            !rest.is_empty()
        })
    }
}

/// The verbs that only say that a thing is to be used; the others say more.
const PLAIN_VERBS: &[&str] = &["apply", "do", "drink", "eat", "take", "use", "wear"];

/// `wash tattoo`
fn no_place(name: &Name, kind: Kind, verb: Verb, at: Span) -> Diagnostic {
    let (verb, kind) = (verb.word(), kind.with_article());
    let message = format!("`{verb}` takes a place, and `{}` is {kind}", name.text);
    Diagnostic::new(Code::WrongVerb, at, message, "said of places").with_label(name.span, kind)
}

fn unsuited(name: &Name, kind: Kind, verb: Verb, at: Span) -> Diagnostic {
    Diagnostic::new(
        Code::WrongVerb,
        at,
        format!(
            "`{}` does not suit `{}`, which is {}",
            verb.word(),
            name.text,
            kind.with_article()
        ),
        "another verb is wanted",
    )
    .with_label(name.span, kind.with_article())
}

/// `wear retinoids`
fn wrong_verb(name: &Name, kind: Kind, verb: Verb, at: Span) -> Diagnostic {
    let suits = VERBS.iter().filter(|row| row.kinds.contains(&kind));
    let (plain, others): (Vec<&str>, Vec<&str>) = suits
        .map(|row| row.word)
        .partition(|word| PLAIN_VERBS.contains(word));
    let suiting = if plain.is_empty() { others } else { plain };
    let quoted: Vec<String> = suiting.iter().map(|word| format!("`{word}`")).collect();
    let mut diagnostic = unsuited(name, kind, verb, at).with_help(format!(
        "with {} say {}",
        kind.with_article(),
        crate::check::wording::list(&quoted, "or")
    ));
    for word in suiting {
        diagnostic = diagnostic.with_fix(at, word);
    }
    diagnostic
}

impl Checker<'_> {
    /// `use ointment while peeling`: `if` alone would end it with the aftercare, and would wait for a report.
    fn until_over(&self, name: &Name, kind: Kind, role: Role) -> Option<String> {
        let over = self.end_of(&name.text)?;
        (kind == Kind::Symptom && role == Role::Situation).then(|| {
            format!(
                "what holds until it is over is written `until {over}`; what holds only where it is reported, behind `if`: \
                 `if {}`",
                name.text
            )
        })
    }
}

impl Checker<'_> {
    /// `avoid peeling`: what one does, where a deed's name says more than the sign's, `peeling off skin`.
    fn deed_of_a_sign(&self, name: &Name, kind: Kind, role: Role) -> Option<String> {
        if kind != Kind::Symptom || !matches!(role, Role::Restrict(_)) {
            return None;
        }
        let start = format!("{} off ", fold(&name.text));
        let mut things = self.vocabulary.things();
        let deed = things.find(|(_, other)| {
            let does = matches!(other.kind, Kind::Action | Kind::Activity);
            does && fold(&other.name).starts_with(&start)
        });
        deed.map(|(_, deed)| {
            format!(
                "write `{}` for what one does; `{}` itself is expected or reported, or asked for, `if {}`",
                deed.name, name.text, name.text
            )
        })
    }

    /// `use arnica tablets or arnica cream`: what suits the one suits the other not, and one of them will do.
    fn either_verb(&self, name: &Name, verb: Verb) -> Option<String> {
        let around = |text: Option<&str>| text.unwrap_or_default().to_owned();
        let (before, behind) = (around(self.precedes(name)), around(self.follows(name)));
        let start = format!("{} ", verb.word());
        let (listed, rest) = if let Some(rest) = behind.trim_start().strip_prefix("or ") {
            (format!("{} or", name.text), rest.to_owned())
        } else if before.trim_end().ends_with(" or") && before.trim_start().starts_with(&start) {
            let first = before.trim_start().get(start.len()..).unwrap_or_default();
            (
                first.trim_end().to_owned(),
                format!("{}{behind}", name.text),
            )
        } else {
            return None;
        };
        let (first, other) = (listed.trim_end_matches(" or"), rest.trim());
        let end = [
            " for ", " if ", " daily", " every ", " twice ", " until ", " from ", " on ", ",",
        ]
        .iter()
        .filter_map(|word| other.find(word))
        .min();
        let other = other.get(..end.unwrap_or(other.len())).unwrap_or(other);
        let kind = |text: &str| match self.read(text).map(|reading| reading.named) {
            Some(Named::Thing(id)) => Some(self.vocabulary.thing(id).kind),
            _ => None,
        };
        let suits = |kind: Kind| verb.row().kinds.contains(&kind);
        match (kind(first), kind(other)) {
            (Some(one), Some(two)) if suits(one) != suits(two) => Some(format!(
                "no verb takes both: `allow {first} or {other}` leaves the choice, and a sentence for each asks for both"
            )),
            _ => None,
        }
    }

    /// `massage scar twice daily`: what is tended is a place.
    fn tends_a_sign(&self, name: &Name, kind: Kind, role: Role) -> Option<String> {
        let Role::Duty(verb, _) = role else {
            return None;
        };
        if kind != Kind::Symptom || !verb.row().kinds.contains(&Kind::Place) {
            return None;
        }
        let whole = self.with_the_rest(name, &format!("{} treated area", verb.word()));
        Some(format!(
            "name the place, `{whole}`, and say `if {}` where it is not for everybody",
            without_article(&name.text)
        ))
    }

    /// `had sun exposure within 2 weeks`: the event by which it is asked whether somebody was in the sun.
    fn sun_lately(&self, name: &Name, kind: Kind, role: Role) -> Option<String> {
        const RECENT: &str = "recent sun";
        let of_sun = name
            .text
            .to_lowercase()
            .split_whitespace()
            .any(|word| word == "sun");
        let asked = of_sun && kind == Kind::Activity && role == Role::Past;
        let event = self.vocabulary.find_thing(RECENT).filter(|_| asked)?;
        (self.vocabulary.thing(event).kind == Kind::Event)
            .then(|| format!("write `{RECENT}`: whether somebody was in the sun is asked as `had {RECENT} within 2 weeks`"))
    }
}

/// What may have been meant.
fn advice(name: &Name, kind: Kind, role: Role) -> String {
    let text = &name.text;
    match (kind, role) {
        (Kind::Symptom, Role::Restrict(_) | Role::Duty(..)) => {
            format!("say `expect {text}`, `report {text}`, or ask for it: `if {text}`")
        }
        (Kind::Event, Role::Restrict(_) | Role::Duty(..)) => {
            format!("an event bounds a window, `until {text}`, or is asked for, `if {text}`")
        }
        (Kind::Attribute, _) => format!("name what has it: `sunscreen with {text}`"),
        (Kind::Action | Kind::Activity, Role::Using) => {
            format!("say how it is done in quotes, `by \"{text}\"`")
        }
        (Kind::Symptom, Role::Place) => format!(
            "write `if {text}` where it holds for whom has it; where the treatment was is `on treated area`; for another place, \
             which is then the only one where this holds, declare one, such as `place \"{text} area\"`, and write `on {text} area`"
        ),
        (Kind::Place, _) => format!("a place follows `on`: `on {text}`"),
        (Kind::Symptom | Kind::Event, Role::Situation) => {
            format!("what holds only then is asked for at the end, behind `if`: `if {text}`")
        }
        (Kind::Situation, _) => format!("a situation follows `while`: `while {text}`"),
        (Kind::Medicine, Role::Anchor) => format!("say `{text} last taken`"),
        (Kind::Medicine, Role::Past) => format!("say `took {text} within ...`"),
        (Kind::Procedure, Role::Medicine(_)) => format!("say `had {text} within ...`"),
        (Kind::Substance | Kind::Product, Role::Medicine(_)) => {
            "a medicine acts on the whole body; what goes on the skin is no fact yet: declare one"
                .to_owned()
        }
        (_, Role::Symptom(_)) => format!("declare it as a symptom, if it is one: `symptom {text}`"),
        _ => "name another thing, or declare this one with another kind".to_owned(),
    }
}
