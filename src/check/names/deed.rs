//! `do not peel`, `never scrub`: a deed's word that is known as a thing.

use super::unknown::{instead, unknown};
use crate::check::checker::Checker;
use crate::check::names::{Reading, Role, without_article};
use crate::check::protocol::ThingRef;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::{AvoidWord, Kind, Name, Things};
use crate::vocabulary::{Named, ThingId, fold};

/// What sheets call the treated area, behind what is done to it.
const AREA: &[&str] = &["area", "site", "spot"];

impl Checker<'_> {
    /// Warns where `do not` and `never` stand before a word that names a thing, and a deed's name starts
    /// with its -ing form: nobody peels a chemical peel.
    pub(crate) fn deed_or_thing(&mut self, word: AvoidWord, things: &Things, found: &[ThingRef]) {
        if !matches!(word, AvoidWord::DoNot | AvoidWord::Never) {
            return;
        }
        for (written, read) in things.things.iter().zip(found) {
            let name = &written.node.name;
            if let Some(deed) = self.deed_beside(&name.text, read.thing) {
                let thing = self.vocabulary.thing(read.thing);
                let (kind, meant) = (thing.kind.with_article(), thing.name.clone());
                let deed = self.vocabulary.name(deed).to_owned();
                let ban = self.ban_before(name).map(|ban| ban.to(name.span));
                let mut diagnostic = Diagnostic::new(
                    Code::DeedOrThing,
                    name.span,
                    format!("`{}` is read as `{meant}`, {kind}", name.text),
                    "what one does, or a thing?",
                )
                .with_help(format!(
                    "write `avoid {deed}` for what one does, `avoid {meant}` for the thing"
                ));
                // In a list the others are forbidden by the same word.
                if let (Some(whole), [_]) = (ban, things.things.as_slice()) {
                    diagnostic = diagnostic
                        .with_fix(whole, format!("avoid {deed}"))
                        .with_fix(whole, format!("avoid {meant}"));
                }
                self.report(diagnostic);
            }
        }
    }

    /// `avoid swim`, `do not touch face`: the deed in the words in which it is known, and where it is done
    /// behind `on`.
    pub(super) fn deed_in_words(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        if !matches!(role, Role::Restrict(_) | Role::Duty(..)) {
            return None;
        }
        let said = self.deed_said(name, role)?;
        // `do not wash face`: the deed by its name, and where.
        if let (true, Some(deed), Some(ban)) = (
            said.contains(" on "),
            self.by_its_name(&said),
            self.ban_before(name),
        ) {
            let text = format!("avoid {deed}");
            return Some(
                unknown(name)
                    .with_help(format!("write `{text}`"))
                    .with_fix(ban.to(name.span), text),
            );
        }
        let head = match (role, self.stands_in_list(name)) {
            (Role::Restrict(head), Some(false)) => format!("{head} "),
            _ => String::new(),
        };
        Some(instead(name, format!("write `{head}{said}`"), said))
    }

    /// `washing on face` of `wash on face`
    fn by_its_name(&self, said: &str) -> Option<String> {
        let (word, place) = said.split_once(' ')?;
        let forms = doing(&word.to_lowercase());
        let known = forms.into_iter().find(|form| self.read(form).is_some())?;
        Some(format!("{known} {place}"))
    }

    /// `swimming`, `touch on face`: what a name of a deed in other words is as the language has it.
    pub(crate) fn deed_said(&self, name: &Name, role: Role) -> Option<String> {
        let words: Vec<&str> = name.text.split_whitespace().collect();
        let (deed, place) = (1..=words.len()).rev().find_map(|length| {
            let (front, rest) = words.split_at_checked(length)?;
            let place = self.place_named(rest)?;
            let deed = self.deed_named(&front.join(" "), role)?;
            Some((deed, place))
        })?;
        Some(match place {
            Some(place) => format!("{deed} on {place}"),
            None => deed,
        })
    }

    /// The place that these words name; of no words none, of others that name no place nothing.
    fn place_named(&self, words: &[&str]) -> Option<Option<String>> {
        let words = match words {
            ["the" | "your", rest @ ..] => rest,
            words => words,
        };
        if words.is_empty() {
            return Some(None);
        }
        if let [word] = words
            && AREA.contains(word)
        {
            return Some(Some("treated area".to_owned()));
        }
        let kind = self.kind_in(words, Role::Place)?;
        (kind == Kind::Place).then(|| Some(words.join(" ")))
    }

    /// The name of the deed that a word or its -ing form names, where the role takes it.
    fn deed_named(&self, word: &str, role: Role) -> Option<String> {
        let forms = std::iter::once(word.to_owned()).chain(doing(&word.to_lowercase()));
        let known = forms.into_iter().find(|form| {
            match self.kind_in(&[form.as_str()], role) {
                Some(Kind::Activity | Kind::Action) => true,
                // `shaving` is done, and a `peel` is a thing.
                Some(Kind::Procedure) => form.ends_with("ing"),
                _ => false,
            }
        })?;
        // `do not swim` is read as it stands.
        Some(if forbids_a_deed(role) {
            word.to_owned()
        } else {
            known
        })
    }

    /// `do not swim`: what the bare word of a deed stands for, behind a word that wants one.
    pub(super) fn bare_deed(&self, word: &str, role: Role) -> Option<Reading> {
        if !forbids_a_deed(role) {
            return None;
        }
        // `do not burst blisters` is `bursting blisters`.
        let (verb, rest) = match word.split_once(' ') {
            Some((verb, _)) => (verb, word.get(verb.len()..)?),
            None => (word, ""),
        };
        let readings = doing(&verb.to_lowercase()).into_iter();
        let mut readings = readings.filter_map(|form| self.read(&format!("{form}{rest}")));
        readings.find(|reading| match reading.named {
            Named::Thing(thing) => matches!(
                self.vocabulary.thing(thing).kind,
                Kind::Activity | Kind::Action | Kind::Procedure
            ),
            Named::Fact(_) => false,
        })
    }

    /// `do not scrub`: the deed whose own name the -ing form is, though the bare word names a thing, too.
    pub(super) fn deed_for_thing(&self, word: &str, role: Role) -> Option<Reading> {
        if !forbids_a_deed(role) || word.contains(char::is_whitespace) {
            return None;
        }
        let Named::Thing(thing) = self.read(word)?.named else {
            return None;
        };
        let is_deed = |id: ThingId| {
            let kind = self.vocabulary.thing(id).kind;
            matches!(kind, Kind::Activity | Kind::Action)
        };
        if is_deed(thing) {
            return None;
        }
        doing(&word.to_lowercase()).into_iter().find_map(|form| {
            let reading = self.read(&form)?;
            matches!(reading.named, Named::Thing(id) if is_deed(id)).then_some(reading)
        })
    }

    /// `do not scrub the loose skin`: a known deed, done to what is no place.
    pub(super) fn deed_upon(&self, name: &Name, role: Role) -> Option<String> {
        let (verb, upon) = name.text.split_once(' ')?;
        // `do not chew gum`: chewing gum is known, as a food.
        let known = doing(&verb.to_lowercase())
            .into_iter()
            .map(|form| format!("{form} {upon}"))
            .find(|form| self.vocabulary.find_thing(form).is_some());
        if let Some(known) = known.filter(|_| forbids_a_deed(role)) {
            return Some(format!("write `avoid {known}`, which is known"));
        }
        let mut forms = doing(&verb.to_lowercase()).into_iter();
        let (deed, kind) = forms.find_map(|form| {
            let kind = self.kind_in(&[form.as_str()], role);
            let kind = kind.filter(|kind| matches!(kind, Kind::Activity | Kind::Action))?;
            Some((form, kind))
        })?;
        forbids_a_deed(role).then(|| {
            let name = format!("{deed} {upon}");
            // Of two names in a row a comma may have been lost.
            let words: Vec<&str> = name.split_whitespace().collect();
            let known = |words: Option<&[&str]>| words.is_some_and(|words| self.read_words(words).is_some());
            let is_joined = (1..words.len()).any(|at| known(words.get(..at)) && known(words.get(at..)));
            let name = if is_joined { format!("\"{name}\"") } else { name };
            format!(
                "declare it under what it is, `{} {name} in {deed}`, and the sentence reads as it stands; `{verb}` alone is \
                 wider",
                kind.word()
            )
        })
    }

    /// `do not rub scabs`, `avoid massaging the scar`: a known deed, done to what is seen on the skin, is one of its own.
    pub(super) fn deed_upon_sign(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        if !matches!(role, Role::Restrict(_)) || name.quoted {
            return None;
        }
        let (verb, upon) = name.text.split_once(' ')?;
        let sign = self.vocabulary.find_thing(without_article(upon))?;
        let lower = verb.to_lowercase();
        let forms = match forbids_a_deed(role) {
            true => doing(&lower),
            false => vec![lower],
        };
        let (deed, kind) = forms.into_iter().find_map(|form| {
            let kind = self.kind_in(&[form.as_str()], role);
            let kind = kind.filter(|kind| matches!(kind, Kind::Activity | Kind::Action))?;
            Some((form, kind))
        })?;
        let is_sign = self.vocabulary.thing(sign).kind == Kind::Symptom;
        is_sign.then(|| {
            unknown(name).with_help(format!(
                "declare it under what it is, `{} \"{deed} {upon}\" in {deed}`, and the sentence reads as it stands; `{verb}` alone \
                 is wider",
                kind.word()
            ))
        })
    }

    /// `pull off scabs` of `pull off crust`: a known deed, done to the same by another of its names.
    pub(super) fn upon_the_same(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let (verb, upon) = name.text.split_once(' ').filter(|_| !name.quoted)?;
        let words: Vec<&str> = upon.split_whitespace().collect();
        let takes = |id: ThingId| {
            let kind = self.vocabulary.thing(id).kind;
            matches!(kind, Kind::Activity | Kind::Action) && role.takes(kind)
        };
        let known = (0..words.len()).find_map(|at| {
            let (between, named) = words.split_at_checked(at)?;
            let thing = self
                .vocabulary
                .find_thing(without_article(&named.join(" ")))?;
            let small = ["the", "your", "any"];
            let between = between.iter().filter(|word| !small.contains(*word));
            let between: String = between.map(|word| format!("{word} ")).collect();
            let mut names = self.vocabulary.thing(thing).names();
            names.find_map(|name| {
                let deed = format!("{verb} {between}{name}");
                self.vocabulary.find_thing(&deed).filter(|id| takes(*id))?;
                Some(deed)
            })
        })?;
        Some(
            unknown(name)
                .with_help(format!("write `{known}`, which is known"))
                .with_fix(name.span, known),
        )
    }

    /// The deed whose name starts with the -ing form of a word that was read as a thing without it.
    fn deed_beside(&self, word: &str, thing: ThingId) -> Option<ThingId> {
        if word.contains(char::is_whitespace) {
            return None;
        }
        let doing = doing(&word.to_lowercase());
        let starts = |name: &str| {
            let first = name.split_whitespace().next().unwrap_or_default();
            doing.iter().any(|form| *form == fold(first))
        };
        if self.vocabulary.thing(thing).names().any(starts) {
            return None;
        }
        let deeds = || {
            let things = self.vocabulary.things();
            things.filter(|(_, other)| matches!(other.kind, Kind::Action | Kind::Activity))
        };
        let mut own = deeds().filter(|(_, deed)| starts(&deed.name));
        let mut all = deeds().filter(|(_, deed)| deed.names().any(starts));
        own.next().or_else(|| all.next()).map(|(id, _)| id)
    }
}

/// Whether what stands there is what one does, in the word that names it: `do not swim`.
fn forbids_a_deed(role: Role) -> bool {
    matches!(role, Role::Restrict("do not" | "never"))
}

/// The ways in which a verb's -ing form may be spelt: `peeling`, `massaging`, `scrubbing`.
pub(crate) fn doing(verb: &str) -> Vec<String> {
    let mut forms = vec![format!("{verb}ing")];
    forms.extend(verb.strip_suffix('e').map(|stem| format!("{stem}ing")));
    forms.extend(verb.strip_suffix("ie").map(|stem| format!("{stem}ying")));
    forms.extend(verb.chars().last().map(|last| format!("{verb}{last}ing")));
    forms
}

#[cfg(test)]
mod tests {
    use super::doing;

    #[test]
    fn what_one_does_has_three_spellings() {
        for (verb, form) in [
            ("peel", "peeling"),
            ("massage", "massaging"),
            ("scrub", "scrubbing"),
        ] {
            assert!(doing(verb).iter().any(|one| one == form), "{verb}");
        }
    }
}
