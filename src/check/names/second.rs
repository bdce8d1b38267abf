//! `do not pick, lumps are normal`, `do not restart warfarin`, `until output is less than 30 ml`: names that are more
//! than a name, and would say something else if they were declared as they stand.

use super::Role;
use super::deed::doing;
use super::reading::without_article;
use super::unknown::unknown;
use crate::check::checker::Checker;
use crate::check::sentence::shared_beginning;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::RESERVED;
use crate::syntax::tree::{Kind, Name};
use crate::vocabulary::COMPARING;

/// What one does to take something up again: a ban on it bans the thing for so long.
const TAKING_UP: &[&str] = &["begin", "reintroduce", "restart", "resume", "start"];

/// What ends what an event, or a permission, is called.
const ENDS: &[&str] = &[" because ", " if ", " unless ", " while "];

impl Checker<'_> {
    /// What a name is that would turn the sentence if it were declared so.
    pub(super) fn more_than_a_name(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        self.said_of_another(name, role)
            .or_else(|| self.taken_up(name, role))
            .or_else(|| self.measured_event(name, role))
            .or_else(|| self.further_state(name, role))
            .or_else(|| self.weight(name, role))
    }

    /// `do not lift more than 2 kg`: how heavy it is makes a part of the name, and what is so heavy has its class.
    fn weight(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        const CLASS: &str = "heavy lifting";
        const UNITS: &[&str] = &["kg", "kgs", "kilo", "kilos", "lb", "lbs", "pounds", "stone"];
        let lower = name.text.to_lowercase();
        let words: Vec<&str> = lower.split_whitespace().collect();
        let (Role::Restrict(head), Some((unit, [front @ .., number]))) = (role, words.split_last())
        else {
            return None;
        };
        let first = *front.first()?;
        let counts = number.starts_with(|letter: char| letter.is_ascii_digit());
        let lifts = ["lift", "lifting", "carry", "carrying"].contains(&first);
        let known = self.vocabulary.find_thing(CLASS).is_some();
        if !counts || !lifts || !known || !UNITS.contains(unit) || name.quoted {
            return None;
        }
        let text = &name.text;
        Some(
            unknown(name)
                .with_help(format!(
                    "write `{head} \"{text}\"`, and declare it in its class, `activity \"{text}\" in {CLASS}`, so that \
                     rules on that cover it"
                ))
                .with_fix(name.span, format!("\"{text}\"")),
        )
    }

    /// `report lip turns white or blue`: the second sign has lost its beginning.
    fn further_state(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        if !matches!(role, Role::Symptom(_)) || name.text.contains(' ') || name.quoted {
            return None;
        }
        let before = self.precedes(name)?.trim_end();
        let before = [" or", " and", ","]
            .iter()
            .find_map(|joint| before.strip_suffix(joint))?;
        let first = before.trim_end_matches(',').split(',').next()?;
        let first = first.split_once(' ').map_or(first, |(_, signs)| signs);
        let front = without_article(shared_beginning(first)?);
        let whole = format!("{front} {}", name.text);
        Some(
            unknown(name)
                .with_help(format!(
                    "say each sign in full: declare `symptom {whole}`, and write `{whole}`"
                ))
                .with_fix(name.span, format!("\"{whole}\"")),
        )
    }

    /// `do not pick, lumps are normal for up to 6 weeks`: the last of a list says of something else that it is normal or
    /// fine.
    fn said_of_another(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        if !matches!(role, Role::Restrict(_) | Role::Duty(..)) || name.quoted {
            return None;
        }
        let text = self.is_said_fine(name, &name.text.to_lowercase())?;
        let before = self.precedes(name)?;
        let first = before.trim_end();
        let first = [",", " and", " but", " or"]
            .iter()
            .find_map(|joint| first.strip_suffix(joint))?;
        let first = first.trim_end_matches(',');
        let follows = self.follows(name)?.trim_end_matches('.');
        if first.contains('"') || follows.starts_with([',', ';']) || follows.starts_with(" and ") {
            return None;
        }
        let (first, text) = self.with_signs_before(first, text);
        let gap = u32::try_from(before.len() - first.len()).ok()?;
        let start = name.span.start.checked_sub(gap)?;
        let indent: String = before.chars().take_while(|letter| *letter == ' ').collect();
        let second = format!("{text}{follows}");
        Some(
            Diagnostic::new(
                Code::TwoSentences,
                name.span,
                format!("`{}` is a second sentence", name.text),
                "said of something else",
            )
            .with_help(format!(
                "write two sentences: `{}` and `{second}`",
                first.trim()
            ))
            .with_fix(Span { start, ..name.span }, format!("\n{indent}{text}")),
        )
    }

    /// `redness and swelling are normal`: the signs at the end of a list are said to be normal, too.
    fn with_signs_before<'t>(&self, first: &'t str, text: String) -> (&'t str, String) {
        let Some(last) = text.strip_prefix("expect ") else {
            return (first, text);
        };
        let mut first = first;
        let mut signs = vec![last.to_owned()];
        while let Some((front, sign)) = first.rsplit_once(", ") {
            let words: Vec<&str> = sign.split_whitespace().collect();
            if self.kind_in(&words, Role::Symptom("expect")).is_none() {
                break;
            }
            signs.insert(0, sign.to_owned());
            first = front;
        }
        let listed = crate::check::wording::list(&signs, "and");
        (first, format!("expect {listed}"))
    }

    /// `do not restart blood thinners for 48 hours`: the thing is off for so long.
    fn taken_up(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        if !matches!(role, Role::Restrict(head) if head != "allow" && head != "limit") {
            return None;
        }
        let words: Vec<&str> = name.text.split_whitespace().collect();
        let (first, rest) = words.split_first()?;
        let first = first.to_lowercase();
        let takes_up = TAKING_UP
            .iter()
            .any(|verb| first == *verb || doing(verb).contains(&first));
        let between = ["taking", "using", "wearing", "the", "your", "with"];
        let small = rest
            .iter()
            .take_while(|word| between.contains(word))
            .count();
        let rest = rest.get(small..)?;
        if !takes_up || !self.is_known(rest, role) {
            return None;
        }
        let thing = rest.join(" ");
        let follows = self.follows(name)?.trim().trim_end_matches('.');
        let ban = format!("avoid {thing} {follows}");
        let ban = ban.trim_end();
        let length = follows.strip_prefix("for ").filter(|length| {
            let counts = length.starts_with(|letter: char| letter.is_ascii_digit());
            counts && length.split(' ').count() == 2
        });
        let from = match length {
            Some(length) => {
                format!(", or `resume {thing} from {length}` to say that it is then taken up again")
            }
            None => {
                format!("; `resume {thing}` and from when says, too, when it is taken up again")
            }
        };
        let diagnostic = unknown(name).with_help(format!(
            "what is not taken up again is left until then: write `{ban}`{from}"
        ));
        let listed = name.quoted || self.stands_in_list(name)?;
        Some(match self.ban_before(name).filter(|_| !listed) {
            Some(word) => diagnostic.with_fix(word.to(name.span), format!("avoid {thing}")),
            None => diagnostic,
        })
    }

    /// `once drain output is less than 30 ml a day`: what happens is the whole, its amount included.
    fn measured_event(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let lower = name.text.to_lowercase();
        let compares = COMPARING.iter().any(|word| ends_in(&lower, word));
        let follows = self.follows(name)?;
        let counts = follows
            .trim_start()
            .starts_with(|letter: char| letter.is_ascii_digit());
        if role != Role::Anchor || !compares || !counts {
            return None;
        }
        let end = ENDS.iter().filter_map(|end| follows.find(end)).min();
        let amount = follows.get(..end.unwrap_or(follows.len()))?;
        let event = format!("\"{}{}\"", name.text, amount.trim_end_matches('.'));
        Some(unknown(name).with_help(format!(
            "declare what happens as a whole, `event {event}`, and write `{event}` in the place of these words"
        )))
    }

    /// Refuses a declared name that ends before the amount of which it speaks; the amount would then be anybody's.
    pub(crate) fn ends_in_comparing(&mut self, name: &Name) {
        let lower = name.text.to_lowercase();
        let Some(word) = COMPARING.iter().find(|word| ends_in(&lower, word)) else {
            return;
        };
        self.report(
            Diagnostic::new(
                Code::UnquotedText,
                name.span,
                format!("`{}` ends before what it is compared with", name.text),
                format!("`{word}` how much?"),
            )
            .with_help(format!(
                "put the whole in quotes, its amount included, as in `\"{} 30 ml a day\"`",
                name.text
            )),
        );
    }

    /// `gentle walks`: the last word names what one does.
    pub(super) fn ends_in_a_deed(&self, text: &str) -> bool {
        let last = text.rsplit(' ').next().unwrap_or_default().to_lowercase();
        let verb = last.strip_suffix('s').unwrap_or(&last);
        doing(verb).iter().any(|form| {
            let thing = self.vocabulary.find_thing(form);
            thing.is_some_and(|thing| self.vocabulary.thing(thing).kind == Kind::Activity)
        })
    }

    /// `radiofrequency`, where several procedures hold the word: the class of them.
    pub(super) fn class_of_alike(&self, text: &str, role: Role) -> Option<String> {
        let wanted = format!(" {} ", text.to_lowercase());
        let things = self.vocabulary.things();
        let alike = things.filter(|(_, thing)| {
            thing.kind == Kind::Procedure
                && !thing.local
                && format!(" {} ", thing.name.to_lowercase()).contains(&wanted)
        });
        let names: Vec<String> = alike
            .map(|(_, thing)| in_declaration(&thing.name))
            .collect();
        if !role.takes(Kind::Procedure) || names.len() < 2 || names.len() > 6 {
            return None;
        }
        Some(format!("procedure {text} {{ {} }}", names.join(", ")))
    }
}

/// Whether a text ends in these words, or is them.
fn ends_in(text: &str, words: &str) -> bool {
    let front = text.strip_suffix(words);
    front.is_some_and(|front| front.is_empty() || front.ends_with(' '))
}

/// A known name as a declaration takes it.
pub(crate) fn in_declaration(name: &str) -> String {
    let cut = name
        .split_whitespace()
        .any(|word| RESERVED.binary_search(&word).is_ok());
    if cut {
        format!("\"{name}\"")
    } else {
        name.to_owned()
    }
}
