//! `sunscreen daily`, `exercise after 24 hours`: a sentence that names a thing and not what to do.

use crate::check::checker::Checker;
use crate::check::names::{Role, doing, without_article};
use crate::check::sentence::permitted::AT_THE_CLINIC;
use crate::check::sentence::tending::{HERE, STATES};
use crate::check::wording;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::RESERVED;
use crate::syntax::tree::{Kind, Name, Things, Verb};
use crate::vocabulary::{Named, VERBS};

/// How sheets say what a head says: their words, the head, and what stands behind the thing.
const OTHERS: &[(&str, &str, &str)] = &[
    ("begin ", "use", ""),
    ("go back to ", "resume", ""),
    ("minimise ", "limit", " to a minimum"),
    ("minimize ", "limit", " to a minimum"),
    ("recommence ", "resume", ""),
    ("reduce ", "limit", " to a minimum"),
    ("reintroduce ", "resume", ""),
    ("restart ", "resume", ""),
    ("start ", "use", ""),
    ("return to ", "resume", ""),
    ("stay out of ", "avoid", ""),
];

/// How the help about a deed with a place of its own ends.
const OWN_WORDS: &str = "and the sentence reads as it stands";

impl Checker<'_> {
    /// `sunscreen daily`: a thing that lacks its verb.
    pub(super) fn headless(&self, diagnostic: Diagnostic, name: &Name, kind: Kind) -> Diagnostic {
        let at = name.span.at_start();
        if kind == Kind::Symptom {
            return diagnostic
                .with_help("put `expect` or `report` before it")
                .with_fix(at, "expect ")
                .with_fix(at, "report ");
        }
        if !kind.is_thing() {
            return diagnostic.with_help("start with what to do, such as `avoid` or `use`");
        }
        if matches!(kind, Kind::Activity | Kind::Action) {
            return self.headless_deed(diagnostic, name);
        }
        if let Some(deed) = self.deed_of(&name.text) {
            return diagnostic
                .with_help(format!("write `do {deed}`, or `avoid {deed}`"))
                .with_fix(name.span, format!("do {deed}"))
                .with_fix(name.span, format!("avoid {deed}"));
        }
        if kind == Kind::Procedure {
            return diagnostic.with_help(format!(
                "an appointment is written as in `visit \"{}\" 6 weeks after treatment`; what is to be left starts with \
                 `avoid`",
                name.text
            ));
        }
        let verb = VERBS
            .iter()
            .filter(|row| row.kinds.contains(&kind))
            .map(|row| row.word)
            .min_by_key(|word| (*word != "use", *word != "wear", *word))
            .unwrap_or("use");
        diagnostic
            .with_help(format!("put what to do before it: `{verb}` or `avoid`"))
            .with_fix(at, format!("{verb} "))
            .with_fix(at, "avoid ")
    }

    /// `sleep on the other side`: a deed with its place, which nothing is called. Its own words declare it.
    pub(super) fn deed_with_place(&self, name: &Name) -> Option<String> {
        let follows = self.follows(name)?;
        let mut words = follows.split_whitespace();
        let preposition = words
            .next()
            .filter(|word| ["on", "over", "near", "around"].contains(word))?;
        let place: Vec<&str> = words
            .take_while(|word| {
                let bare = word.trim_end_matches([',', '.']);
                RESERVED.binary_search(&bare).is_err() && bare.len() == word.len()
            })
            .collect();
        let named = match place.as_slice() {
            ["the" | "your", named @ ..] => named,
            named => named,
        };
        let unknown = !named.is_empty() && self.kind_in(named, Role::Place).is_none();
        unknown.then(|| {
            format!(
                "declare it in its own words, `action \"{} {preposition} {}\"`, {OWN_WORDS}",
                name.text,
                place.join(" ")
            )
        })
    }

    /// Whether the words before a place have such a message already.
    pub(crate) fn is_of_a_deed(&self, place: &Name) -> bool {
        let before = self.precedes(place).unwrap_or_default().len();
        let on_its_line = |span: Span| {
            let gap = place.span.start.checked_sub(span.end);
            span.source == place.span.source && gap.is_some_and(|gap| (gap as usize) < before)
        };
        self.diagnostics.iter().any(|one| {
            one.code == Code::UnknownHead
                && one.span().is_some_and(on_its_line)
                && one
                    .help
                    .as_deref()
                    .is_some_and(|help| help.contains(OWN_WORDS) || help.contains(AT_THE_CLINIC))
        })
    }

    /// What one does by this word: `shaving` of `shave`.
    fn deed_of(&self, word: &str) -> Option<String> {
        doing(&word.to_lowercase()).into_iter().find(|form| {
            let thing = self.vocabulary.find_thing(form);
            let kind = thing.map(|thing| self.vocabulary.thing(thing).kind);
            matches!(kind, Some(Kind::Activity | Kind::Action | Kind::Procedure))
        })
    }

    /// Whether behind a name stands from when.
    pub(super) fn starts_then(&self, name: &Name) -> bool {
        let follows = self.follows(name).unwrap_or_default().trim_start();
        ["after ", "from ", "once "]
            .iter()
            .any(|word| follows.starts_with(word))
    }

    /// `swim from day 7`: what one does, with the time from which it is done or free.
    pub(super) fn deed_from_then(&self, name: &Name) -> Option<String> {
        if !self.starts_then(name) {
            return None;
        }
        self.deed_said(name, Role::Duty(Verb::from_word("do")?, name.span))
    }

    /// `exercise daily`, `exercise after 24 hours`: to be done, or allowed from then on.
    fn headless_deed(&self, diagnostic: Diagnostic, name: &Name) -> Diagnostic {
        let at = name.span.at_start();
        if self.starts_then(name) {
            return diagnostic
                .with_help(
                    "put `resume` before it if it is off until then and free afterwards, `do` if it is to be done",
                )
                .with_fix(at, "resume ")
                .with_fix(at, "do ");
        }
        diagnostic
            .with_help("put what to do before it: `do` or `avoid`")
            .with_fix(at, "do ")
            .with_fix(at, "avoid ")
    }

    /// `restart retinol`, `minimise sun exposure`, `start retinol again`: what another head says.
    pub(super) fn head_in_other_words(&self, name: &Name) -> Option<String> {
        let lower = name.text.to_lowercase();
        let (word, head, tail) = OTHERS.iter().find(|(word, ..)| lower.starts_with(word))?;
        let named = name.text.get(word.len()..)?;
        let once_more = named
            .strip_suffix(" again")
            .or_else(|| named.strip_suffix(" as normal"));
        let named = without_article(once_more.unwrap_or(named));
        let usual = named
            .strip_prefix("usual ")
            .or_else(|| named.strip_prefix("normal "));
        let (named, kind) = [Some(named), usual]
            .into_iter()
            .flatten()
            .find_map(|named| {
                let Named::Thing(id) = self.read(named)?.named else {
                    return None;
                };
                Some((named, self.vocabulary.thing(id).kind))
            })?;
        let head = match *head {
            "use" if once_more.is_some() || usual.is_some() => "resume",
            "use" if kind == Kind::Medicine => "take",
            "use" if matches!(kind, Kind::Activity | Kind::Action) => "do",
            head => head,
        };
        kind.is_thing().then(|| format!("{head} {named}{tail}"))
    }

    /// `smear petroleum jelly`: a thing that is known, behind a verb that is not.
    pub(super) fn other_verb(&self, name: &Name) -> Option<String> {
        const PLAIN: &[&str] = &["apply", "take", "wear", "eat", "drink"];
        let (_, thing) = name.text.split_once(' ')?;
        let thing = without_article(thing);
        let Named::Thing(id) = self.read(thing)?.named else {
            return None;
        };
        let kind = self.vocabulary.thing(id).kind;
        let suits = |word: &&&str| {
            let row = VERBS.iter().find(|row| row.word == **word);
            row.is_some_and(|row| row.kinds.contains(&kind))
        };
        let verb = PLAIN.iter().find(suits)?;
        Some(format!("{verb} {thing}"))
    }

    /// Refuses `keep the area clean and dry`: each is an action of its own, whose words `keep` starts.
    pub(super) fn keeps_several(&mut self, verb: Span, things: &Things) -> bool {
        // `keep dressing dry and clean`: both are said of the dressing.
        let kept = things.things.first().map(|first| &first.node.name.text);
        let kept = kept.and_then(|kept| kept.rsplit_once(' '));
        let kept = kept.filter(|(thing, state)| STATES.contains(state) && !HERE.contains(thing));
        let action = |name: &str| {
            let mut names = vec![format!("keep {name}"), format!("keep the {name}")];
            if let Some((thing, _)) = kept.filter(|_| STATES.contains(&name)) {
                names = vec![format!("keep {thing} {name}")];
            }
            names.into_iter().find(|name| {
                let thing = self.vocabulary.find_thing(name);
                thing.is_some_and(|thing| self.vocabulary.thing(thing).kind == Kind::Action)
            })
        };
        let all = things
            .things
            .iter()
            .map(|thing| action(&thing.node.name.text));
        let (Some(actions), Some(last)) =
            (all.collect::<Option<Vec<String>>>(), things.things.last())
        else {
            return false;
        };
        let span = verb.to(last.span);
        let quoted: Vec<String> = actions.iter().map(|one| format!("`{one}`")).collect();
        let diagnostic = Diagnostic::new(
            Code::TwoSentences,
            span,
            format!("`{}` says several things to do", self.one_line(span)),
            "each is a sentence",
        );
        // `keep clean and dry` is one action.
        let words = actions.iter().filter_map(|one| one.strip_prefix("keep "));
        let words: Vec<&str> = words
            .map(|word| word.strip_prefix("the area ").unwrap_or(word))
            .collect();
        let whole = format!("keep {}", wording::list(&words, "and"));
        self.report(if self.vocabulary.find_thing(&whole).is_some() {
            diagnostic
                .with_help(format!("write `{whole}`"))
                .with_fix(span, whole)
        } else {
            diagnostic.with_help(format!(
                "write each on a line of its own: {}",
                wording::list(&quoted, "and")
            ))
        });
        true
    }
}
