//! A known name with words around it that are not known, and known names that are like an unknown one.

use super::Role;
use super::reading::without_article;
use super::turned::turns;
use super::unknown::{is_doing, shortened, unknown};
use crate::check::checker::Checker;
use crate::diagnostic::Diagnostic;
use crate::syntax::RESERVED;
use crate::syntax::tree::{Kind, Name};
use crate::vocabulary::{fold, is_done_by_things};

impl Checker<'_> {
    /// A known name with a word too many before or behind it.
    pub(super) fn extra_word(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let words: Vec<&str> = name.text.split_whitespace().collect();
        let fits = |part: &[&str]| self.kind_in(part, role).map(|_| part.join(" "));
        let (first, tail) = words.split_first()?;
        let (last, front) = words.split_last()?;
        let is_sign = matches!(role, Role::Symptom(_));
        let does = is_sign.then(|| self.does_of_a_sign(name, last, front));
        let same = self.says_no_other(name, last, front, role);
        if let Some(said) = same.or_else(|| does.flatten()) {
            return Some(said);
        }
        let narrowed = (!turns(first)).then(|| fits(tail)).flatten();
        let is_narrowed = narrowed.is_some();
        let known = narrowed.or_else(|| (!turns(last)).then(|| fits(front)).flatten())?;
        if role.local_kind().is_none() || name.quoted {
            let kind = self.kind_in(&known.split_whitespace().collect::<Vec<&str>>(), role);
            let ends = [
                "ends",
                "ended",
                "is over",
                "has stopped",
                "stops",
                "stopped",
                "has gone",
            ];
            let is_end = ends.iter().any(|end| name.text.ends_with(end));
            if let Some(over) = self
                .end_of(&known)
                .filter(|_| is_end && role == Role::Anchor)
            {
                let help = format!("write `{over}`, which is known");
                return Some(unknown(name).with_help(help).with_fix(name.span, over));
            }
            let has_a_date = matches!(kind, Some(Kind::Event | Kind::Symptom | Kind::Procedure));
            if role == Role::Anchor && !has_a_date {
                return None;
            }
            if role == Role::Anchor && kind == Some(Kind::Symptom) {
                return Some(unknown(name).with_help(format!(
                    "declare it, such as `event {}`; `{known}` alone is when it comes{}",
                    shortened(&name.text),
                    self.for_whoever_has(name, &known)
                )));
            }
            // `had eye surgery` is not `had surgery`: somebody else would be treated, or refused.
            if is_narrowed
                && !name.quoted
                && let Some(help) = self.trouble(
                    name,
                    if role == Role::Anchor {
                        Role::Past
                    } else {
                        role
                    },
                )
            {
                return Some(unknown(name).with_help(help));
            }
            let help = format!("write `{known}`, which is known");
            return Some(unknown(name).with_help(help).with_fix(name.span, known));
        }
        // `chest pain` is no `pain` like any other, nor are `yellow crusts` as normal as crusts.
        if !matches!(role, Role::Symptom(_)) {
            return self.beside_known(name, role);
        }
        let quoted = format!("\"{}\"", name.text);
        Some(
            unknown(name)
                .with_help(format!(
                    "put the whole name in quotes, or write `{known}` if no more than that is meant"
                ))
                .with_fix(name.span, quoted)
                .with_fix(name.span, known),
        )
    }

    /// `chin area`, `massage sessions`: a word behind a known name that makes no other thing of it.
    fn says_no_other(
        &self,
        name: &Name,
        last: &str,
        front: &[&str],
        role: Role,
    ) -> Option<Diagnostic> {
        const AREA: &[&str] = &["area", "areas", "region", "zone"];
        const TIMES: &[&str] = &["appointment", "appointments", "session", "sessions"];
        let kind = self.kind_in(front, role)?;
        let is_same = match kind {
            Kind::Place => AREA.contains(&last),
            Kind::Activity | Kind::Action | Kind::Procedure => TIMES.contains(&last),
            _ => false,
        };
        let known = front.join(" ");
        (is_same && !name.quoted).then(|| {
            unknown(name)
                .with_help(format!("write `{known}`, which is the same"))
                .with_fix(name.span, known)
        })
    }

    /// `blisters burst`: what a sign does is one of them.
    fn does_of_a_sign(&self, name: &Name, last: &str, front: &[&str]) -> Option<Diagnostic> {
        let bare = without_article(&name.text);
        if bare != name.text && self.read(bare).is_some() && !name.quoted {
            let help = format!("write `{bare}`: which one is not said");
            return Some(unknown(name).with_help(help).with_fix(name.span, bare));
        }
        let known = front.join(" ");
        let known = without_article(&known);
        let id = self.vocabulary.find_thing(known)?;
        let is_sign = self.vocabulary.thing(id).kind == Kind::Symptom;
        let help = format!(
            "declare it, such as `symptom {bare} in {known}`; `{known}` alone would be any"
        );
        (is_sign && is_done_by_things(last) && !name.quoted).then(|| unknown(name).with_help(help))
    }

    /// `hot food`, `non-stick dressing`: a word narrows the known name, so that the name alone would be
    /// another ban or another duty.
    fn beside_known(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let help = self.trouble(name, role)?;
        let is_manner = name.text.ends_with("ly");
        let diagnostic = unknown(name).with_help(help);
        Some(if is_manner {
            diagnostic
        } else {
            diagnostic.with_fix(name.span, format!("\"{}\"", name.text))
        })
    }

    /// `a thick layer of barrier ointment`, `ibuprofen as directed`: which words beside a known name are
    /// the trouble. To declare the whole would make another thing of it.
    pub(super) fn trouble(&self, name: &Name, role: Role) -> Option<String> {
        let words: Vec<&str> = name.text.split_whitespace().collect();
        // What time counts from cannot be put in quotes: it is declared.
        if name.quoted || role == Role::Anchor || words.iter().any(|word| turns(word)) {
            return None;
        }
        if let Some(help) = self.of_which(&words, role) {
            return Some(help);
        }
        let known = |part: &[&str]| self.kind_in(part, role).map(|_| part.join(" "));
        // The longest first, and of two the one at the end, where the noun stands.
        (1..words.len()).find_map(|left| {
            let (front, back) = words.split_at_checked(left)?;
            let (start, rest) = words.split_at_checked(words.len() - left)?;
            let of = |known: String, words: &[&str], place: &str| {
                let words = words.join(" ");
                // `facial treatments`: facials, and perhaps more.
                let parts: Vec<&str> = known.split_whitespace().collect();
                if is_done(&words) && self.kind_in(&parts, role) == Some(Kind::Procedure) {
                    return format!(
                        "write `{known}` if no more than that is meant; else declare `procedure {known} {words} {{ {known} \
                         }}`, with whatever else it is between the braces"
                    );
                }
                if let Some(same) = self.by_another_name(&words, &known) {
                    return format!("write `{same}`: `{known}` is another name for the same");
                }
                let alike = self.like_narrowed(&words, &known, role);
                if let Some(declared) = self.narrower(&words, &known, place, role) {
                    let class = self.without_attribute(&parts);
                    return format!(
                        "`{known}` is known, and `{words}` {place} it is not{alike}: declare `{declared}`, so that \
                         rules on `{class}` cover it; `{known}` alone would be any"
                    );
                }
                let how = match role {
                    Role::Duty(..) => "how it is done stands in quotes, after `by`; ",
                    _ => "",
                };
                format!(
                    "`{known}` is known, and `{words}` {place} it is not{alike}: {how}put the whole name \
                     in quotes if it is another thing"
                )
            };
            let behind = || {
                let done = matches!(role, Role::Restrict("do not" | "never"));
                let kind = self.kind_in(start, role);
                // `do not peel scabs`: nobody peels a chemical peel.
                let is_deed = matches!(kind, Some(Kind::Action | Kind::Activity));
                known(start).filter(|_| !done || is_deed)
            };
            known(back)
                .map(|name| of(name, front, "before"))
                .or_else(|| behind().map(|name| of(name, rest, "behind")))
        })
    }

    /// `clothing that pulls`: it is clothing, and no pulling.
    fn of_which(&self, words: &[&str], role: Role) -> Option<String> {
        let joints = ["that", "which", "who", "where"];
        let at = words
            .iter()
            .position(|word| joints.contains(word))
            .filter(|at| *at > 0)?;
        let (noun, clause) = words.split_at_checked(at)?;
        let kind = self.kind_in(noun, role)?;
        let (noun, clause) = (noun.join(" "), clause.join(" "));
        Some(format!(
            "`{noun}` is known, and `{clause}` behind it is not: declare `{} \"{noun} {clause}\" in {noun}`, so that \
             rules on `{noun}` cover it; `{noun}` alone would be any",
            kind.word()
        ))
    }

    /// `scabs gone` of `the scab has fallen off`.
    pub(super) fn over_said(&self, name: &Name) -> Option<Diagnostic> {
        const OVER: &[&str] = &[
            " come off",
            " disappeared",
            " dropped off",
            " fallen off",
            " finished",
            " gone",
            " gone away",
            " resolved",
            " settled",
            " stopped",
        ];
        let text = without_article(&name.text);
        let sign = OVER.iter().find_map(|end| text.strip_suffix(end))?;
        let sign = [" has", " have", " all", " is", " are"]
            .iter()
            .find_map(|word| sign.strip_suffix(word))
            .unwrap_or(sign);
        let over = self.end_of(sign)?;
        let help = format!("write `{over}`, which is known");
        (over != text).then(|| unknown(name).with_help(help).with_fix(name.span, over))
    }

    /// The event that a sign is over: `peeling finished`, `swelling gone`.
    pub(super) fn end_of(&self, sign: &str) -> Option<String> {
        let ends = ["finished", "gone", "s gone"];
        let mut names = ends.iter().map(|end| match end.strip_prefix("s ") {
            Some(end) => format!("{sign}s {end}"),
            None => format!("{sign} {end}"),
        });
        names.find(|name| {
            let found = self.vocabulary.find_thing(name);
            found.is_some_and(|id| self.vocabulary.thing(id).kind == Kind::Event)
        })
    }

    /// `blood-thinning painkillers` where `blood-thinning pain relief` is known, and `painkillers` are pain relief.
    fn by_another_name(&self, words: &str, known: &str) -> Option<String> {
        let thing = self.vocabulary.thing(self.vocabulary.find_thing(known)?);
        let mut names = thing.names().map(|name| format!("{words} {name}"));
        names.find(|name| self.vocabulary.find_thing(name).is_some())
    }

    /// `drink cooled boiled water in water`: the declaration of what a word in front narrows. What tells how it
    /// is used narrows nothing: `thick layer of ointment`.
    fn narrower(&self, words: &str, known: &str, place: &str, role: Role) -> Option<String> {
        let tells_how = ["ly", " of", "more", "some", "extra"];
        if place != "before" || tells_how.iter().any(|end| words.ends_with(end)) {
            return None;
        }
        let parts: Vec<&str> = known.split_whitespace().collect();
        let kind = self.kind_in(&parts, role)?;
        if does_it(words, known, kind) {
            return None;
        }
        let whole = format!("{words} {known}");
        let lower = whole.to_lowercase();
        // Of a declaration `in` starts the class.
        let is_cut = lower
            .split(' ')
            .any(|word| word == "in" || RESERVED.binary_search(&word).is_ok());
        let name = if is_cut {
            format!("\"{whole}\"")
        } else {
            whole
        };
        let is_kind = fold(known) == fold(kind.word());
        let class = if is_kind {
            String::new()
        } else {
            format!(" in {}", self.without_attribute(&parts))
        };
        Some(format!("{} {name}{class}", kind.word()))
    }

    /// `gauze` of `sterile gauze`: what is declared lies under a thing, and never under what it is like.
    fn without_attribute(&self, words: &[&str]) -> String {
        let whole = words.join(" ");
        if self.vocabulary.find_thing(&whole).is_some() {
            return whole;
        }
        let mut ends = (1..words.len()).filter_map(|at| words.get(at..));
        let named = ends.find(|end| self.vocabulary.find_thing(&end.join(" ")).is_some());
        named.map_or(whole, |end| end.join(" "))
    }

    /// `non-stick pad` for `non-stick dressing`: known names with the word that narrows this one.
    fn like_narrowed(&self, narrowing: &str, known: &str, role: Role) -> String {
        let kind = self.kind_in(&known.split_whitespace().collect::<Vec<&str>>(), role);
        let mut alike = self.names_with(narrowing, role);
        alike.retain(|name| {
            let words: Vec<&str> = name.trim_matches('`').split_whitespace().collect();
            self.kind_in(&words, role) == kind
        });
        if alike.is_empty() {
            return String::new();
        }
        format!(
            " (as it is in {})",
            crate::check::wording::list(&alike, "and")
        )
    }

    /// Known names in which these very words stand: `heavy lifting` for `lifting`.
    pub(super) fn names_with(&self, text: &str, role: Role) -> Vec<String> {
        let lower = in_words(text).to_lowercase();
        let single = lower.strip_suffix('s').unwrap_or(&lower);
        let wanted = [format!(" {lower} "), format!(" {single} ")];
        let names = self.known_names(&|_, kind| role.takes(kind));
        let holds = |name: &&String| {
            let name = format!(" {} ", name.to_lowercase());
            wanted.iter().any(|wanted| name.contains(wanted))
        };
        let alike = names.iter().filter(holds);
        alike.take(3).map(|name| format!("`{name}`")).collect()
    }

    /// Known names that end with the same word: `strenuous exercise` for `heavy exercise`.
    pub(super) fn sharing_last_word(&self, text: &str, role: Role) -> Vec<String> {
        let last = |text: &str| fold(text.split_whitespace().last().unwrap_or_default());
        let text = in_words(text);
        let wanted = last(&text);
        let names = self.known_names(&|_, kind| role.takes(kind));
        // A cheap look before names are folded: a folded word is at most two letters longer or shorter.
        let far = |name: &str| {
            let word = name.split_whitespace().last().unwrap_or_default();
            word.len().abs_diff(wanted.len()) > 2
        };
        let alike = names
            .iter()
            .filter(|name| !far(name) && last(name) == wanted);
        // One of each kind first, by its own name: `hair gel` is another gel than those that are medicines of the skin.
        let own = |name: &&String| {
            let thing = self.vocabulary.find_thing(name);
            thing.is_some_and(|thing| self.vocabulary.name(thing) == name.as_str())
        };
        let (own, others): (Vec<&String>, Vec<&String>) = alike.partition(own);
        let mut kinds = Vec::new();
        let (mut first, mut further) = (Vec::new(), Vec::new());
        for name in own.into_iter().chain(others) {
            let words: Vec<&str> = name.split_whitespace().collect();
            let kind = self.kind_in(&words, role);
            if kinds.contains(&kind) {
                further.push(name);
            } else {
                kinds.push(kind);
                first.push(name);
            }
        }
        let alike = first.into_iter().chain(further);
        alike.take(3).map(|name| format!("`{name}`")).collect()
    }
}

/// `blow-drying` as its words: a hyphen is a blank, but behind a syllable that turns what follows.
fn in_words(text: &str) -> String {
    const FRONT: &[&str] = &[
        "after", "anti", "co", "de", "ex", "non", "over", "post", "pre", "re", "self", "un",
    ];
    let word = |word: &str| match word.split_once('-') {
        Some((front, _)) if FRONT.contains(&front.to_lowercase().as_str()) => word.to_owned(),
        _ => word.replace('-', " "),
    };
    let words: Vec<String> = text.split(' ').map(word).collect();
    words.join(" ")
}

/// Whether words name what does a deed, and so no kind of it: `hairstyles that pull`, `earrings pulling`.
pub(super) fn does_it(before: &str, deed: &str, kind: Kind) -> bool {
    let is_deed = matches!(kind, Kind::Action | Kind::Activity);
    let last = before.rsplit(' ').next().unwrap_or(before).to_lowercase();
    let joins = ["that", "which", "who"].contains(&last.as_str());
    let several = last.len() > 3 && last.ends_with('s') && !last.ends_with("ss");
    is_deed && (joins || several && is_doing(deed))
}

/// Whether sheets say by a word that something is done to somebody: some `treatments` are products, and of those that are
/// not known this is the likelier.
pub(super) fn is_done(word: &str) -> bool {
    let done = ["procedure", "procedures", "treatment", "treatments"];
    done.contains(&word.to_lowercase().as_str())
}
