//! `call 999 if fever`: whom to call stands in a `report`.

use super::joint_signs::Joint;
use super::persisting::PERSISTING;
use crate::check::checker::Checker;
use crate::check::names::as_growing;
use crate::check::wording::list;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::MAX_MISTAKES;
use crate::syntax::tree::{Atom, Clause, Condition, Head, Kind, Name, Sentence};
use crate::vocabulary::{Named, each_without_getting, help_sought, soon_in, whom};

/// What sheets say instead of `report`.
pub(crate) const CALLS: &[&str] = &[
    "call",
    "dial",
    "phone",
    "telephone",
    "ring",
    "contact",
    "see",
    "consult",
];

/// What sheets put before it.
pub(crate) const BEFORE: &[&str] = &["always ", "please ", "you must ", "you should "];

/// Whom a sentence calls, and how soon, with a blank before it; and what to know of that.
struct Called {
    who: String,
    soon: String,
    more: &'static str,
}

/// A sentence that asks for signs and then says whom to call, as a report; and the signs that are not known.
struct Led {
    text: String,
    unread: Vec<String>,
}

impl Checker<'_> {
    /// Reports a sentence that says whom to call first; whether it does.
    pub(crate) fn calls(&mut self, sentence: &Sentence, span: Span, in_steps: bool) -> bool {
        let Head::Action(name) = &sentence.head.node else {
            return false;
        };
        if name.quoted || self.read(&name.text).is_some() {
            return false;
        }
        let Some(Called { who, soon, more }) =
            self.called(name.span.at_end().to(span.at_end()), &name.text)
        else {
            return false;
        };
        self.forget_whom(span);
        let diagnostic = Diagnostic::new(
            Code::UnknownHead,
            name.span,
            format!(
                "`{}` starts no sentence: a sentence says first what to call about",
                name.text
            ),
            "whom to call",
        )
        .with_help(format!(
            "write the symptom first, as in `report fever to {who}`{more}"
        ));
        let whom = format!("{who}{soon}");
        if self.asks_if_persisting(sentence).is_some() {
            self.report(diagnostic.with_help(PERSISTING));
            return true;
        }
        let alone = self.pronoun_of_call(sentence, span, &whom);
        if let Some(help) = alone.or_else(|| self.facts_of_call(sentence, span, &whom)) {
            self.report(diagnostic.with_help(format!("{help}{more}")));
            return true;
        }
        if let Some(Joint { help, fix }) = self.joint_signs(sentence, span, &whom) {
            let diagnostic = diagnostic.with_help(format!("{help}{more}"));
            self.report(match fix {
                Some((at, text)) => diagnostic.with_fix(at, text),
                None => diagnostic,
            });
            return true;
        }
        if let Some(help) = self.slips_of_call(sentence, span, &whom) {
            self.report(diagnostic.with_help(format!("{help}{more}")));
            return true;
        }
        let measured = self.as_measured(sentence, span, &whom);
        if let Some(text) = measured.or_else(|| self.sign_in_its_state(sentence, span, &whom)) {
            self.report(
                diagnostic
                    .with_help(format!("write `{text}`{more}"))
                    .with_fix(span, text),
            );
            return true;
        }
        let led = self.led_by_signs(sentence, span, &whom);
        let report = self.as_report(sentence, span, name, &whom);
        let diagnostic = match (led, report) {
            (Some(led), _) if led.unread.is_empty() => diagnostic
                .with_help(format!("write `{}`{more}", led.text))
                .with_fix(span, led.text),
            (Some(led), _) => diagnostic.with_help(format!(
                "declare {}, and write `{}`{more}",
                list(&led.unread, "and"),
                led.text
            )),
            (None, Some((_, text))) if text.contains(" persists to ") => {
                let text = text.replacen(" persists to ", " lasting 2 days to ", 1);
                diagnostic.with_help(format!("say for how long, as in `{text}`"))
            }
            (None, Some((at, text))) if self.unread_of(sentence).is_empty() => diagnostic
                .with_help(format!("write `{text}`{more}"))
                .with_fix(at, text),
            (None, Some((_, text))) => diagnostic.with_help(format!(
                "declare {}, and write `{text}`{more}",
                list(&self.unread_of(sentence), "and")
            )),
            (None, None) if in_steps => diagnostic.with_help(PERSISTING),
            (None, None) => diagnostic,
        };
        self.report(diagnostic);
        true
    }

    /// Whom a sentence calls that starts with these words: none of others.
    fn called(&self, behind: Span, words: &str) -> Option<Called> {
        let words = BEFORE
            .iter()
            .find_map(|before| words.strip_prefix(before))
            .unwrap_or(words);
        let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
        if CALLS.contains(&first.to_lowercase().as_str()) {
            let (who, soon) = split_soon(rest);
            let who = whom(&who.split_whitespace().collect::<Vec<_>>());
            return Some(Called {
                who,
                soon,
                more: "",
            });
        }
        let (sought, soon) = split_soon(words);
        let behind = self.one_line(behind);
        let help = match from_whom(&behind) {
            Some((from, _)) => help_sought(&format!("{sought} from {from}"))?,
            None => help_sought(&sought)?,
        };
        let hurried = ["immediately", "within"]
            .iter()
            .any(|word| behind.split(' ').any(|behind| behind == *word));
        let soon = match soon.as_str() {
            "" if help.urgent && !hurried => " immediately".to_owned(),
            _ => soon,
        };
        let at_once = help.urgent || hurried || !soon.is_empty();
        let more = if at_once && help.whom == "doctor" {
            "; where an ambulance is meant, `to emergency services`"
        } else {
            ""
        };
        Some(Called {
            who: help.whom,
            soon,
            more,
        })
    }

    /// Whom to call and how soon are no clauses of any other head: that is this mistake, too.
    fn forget_whom(&mut self, span: Span) {
        if self.diagnostics.len() < MAX_MISTAKES {
            self.diagnostics.retain(|one| {
                let inside = one.span().is_some_and(|at| span.contains(at));
                !(one.code == Code::ClauseUnfit && inside)
            });
        }
    }

    /// `if you get cold sores, contact us`: the whole sentence as a report, where what is asked for are signs.
    fn led_by_signs(&self, sentence: &Sentence, span: Span, who: &str) -> Option<Led> {
        let (first, others) = sentence.clauses.split_first()?;
        let head = sentence.head.span;
        let Clause::If(condition) = &first.node else {
            return None;
        };
        if first.span.start > head.start || others.iter().any(|one| one.span.start < head.end) {
            return None;
        }
        let signs: Vec<&Name> = match &condition.node {
            Condition::Any(any) => any.iter().filter_map(|one| sign(&one.node)).collect(),
            other => sign(other).into_iter().collect(),
        };
        let joined = matches!(&condition.node, Condition::Any(any) if any.len() != signs.len());
        if signs.is_empty() || joined {
            return None;
        }
        let mut unread = Vec::new();
        let listed: Vec<&str> = signs.iter().map(|name| name.text.as_str()).collect();
        let joined = listed.join(" or ");
        let bare = each_without_getting(&joined).unwrap_or(joined);
        let names: Vec<&str> = bare.split(" or ").collect();
        if names.len() != signs.len() {
            return None;
        }
        let names = in_full(&names, |text| self.read(text).is_some());
        for text in &names {
            match self.read(text).map(|reading| reading.named) {
                None => unread.push(format!("`symptom {text}`")),
                Some(Named::Thing(id)) if self.vocabulary.thing(id).kind == Kind::Symptom => {}
                Some(_) => return None,
            }
        }
        // How soon is no clause of what was written, and one of a report.
        let behind = self.one_line(head.at_end().to(span.at_end()));
        let behind = without_from(sentence, &behind).trim();
        let text = format!("report {} to {who} {behind}", list(&names, "or"));
        let text = text.trim_end().to_owned();
        Some(Led { text, unread })
    }

    /// That what such a call asks for is no name is that mistake, too: `call us if it bleeds`, `call us if it gets worse`.
    pub(super) fn forget_asked(&mut self, sentence: &Sentence) {
        let asked = sentence
            .clauses
            .iter()
            .find_map(|clause| match &clause.node {
                Clause::If(condition) => sign(&condition.node),
                _ => None,
            });
        let Some(name) = asked.filter(|name| self.read(&name.text).is_none()) else {
            return;
        };
        let is_led = self.does(&name.text).is_some()
            || as_growing(&name.text).is_some()
            || self.pronoun_asked(name).is_some();
        let at = name.span;
        self.diagnostics
            .retain(|one| !(is_led && one.code == Code::UnknownName && one.span() == Some(at)));
    }

    /// That what such a sentence asks for is no name is that mistake, too.
    pub(super) fn forget_led(&mut self, sentence: &Sentence, span: Span) {
        let Some(Clause::If(asked)) = sentence.clauses.first().map(|clause| &clause.node) else {
            return;
        };
        let asked = asked.span;
        if self.led_by_signs(sentence, span, "clinic").is_some() {
            self.diagnostics.retain(|one| {
                let inside = one.span().is_some_and(|at| asked.contains(at));
                !(one.code == Code::UnknownName && inside)
            });
        }
    }

    /// That the measure is written otherwise is that mistake, too.
    pub(super) fn forget_measured(&mut self, sentence: &Sentence, span: Span) {
        let behind = self.one_line(sentence.head.span.at_end().to(span.at_end()));
        if without_from(sentence, &behind).len() < behind.len()
            || goes_on_behind(&behind)
            || self.asks_of_it(sentence)
            || self.as_measured(sentence, span, "clinic").is_some()
            || self.pronoun_of_call(sentence, span, "clinic").is_some()
            || self.facts_of_call(sentence, span, "clinic").is_some()
            || self.joint_signs(sentence, span, "clinic").is_some()
            || self.sign_in_its_state(sentence, span, "clinic").is_some()
            || self.bare_signs(sentence).is_some()
            || self.slips_of_call(sentence, span, "clinic").is_some()
        {
            self.forget_beside(sentence, span);
        }
    }

    /// `call us if redness spreads more than 2 cm`: the whole as a report, where nothing else stands in it.
    fn as_measured(&self, sentence: &Sentence, span: Span, who: &str) -> Option<String> {
        const MORE: &[&str] = &[
            " more than",
            " larger than",
            " bigger than",
            " wider than",
            " over",
        ];
        const SPREADS: &[&str] = &[" spreads", " is spreading", " has spread", " spread"];
        let head = sentence.head.span;
        let asked = self.one_line(head.at_end().to(span.at_end()));
        let asked = asked.trim().strip_prefix("if ")?;
        let (sign, amount) = MORE.iter().find_map(|word| asked.split_once(word))?;
        let amount = amount.trim();
        let counts = amount.starts_with(|letter: char| letter.is_ascii_digit());
        if !counts || amount.split(' ').count() != 2 || head.start != span.start {
            return None;
        }
        let spreading = SPREADS.iter().find_map(|word| sign.strip_suffix(word));
        let sign = match spreading {
            Some(sign) => format!("{sign} spreading"),
            None => sign.trim_end_matches(" is").to_owned(),
        };
        self.read(&sign)?;
        Some(format!("report {sign} above {amount} to {who}"))
    }

    /// The sentence up to its condition, turned into a report of the symptoms that it asks for.
    fn as_report(
        &self,
        sentence: &Sentence,
        span: Span,
        name: &Name,
        who: &str,
    ) -> Option<(Span, String)> {
        let (clause, condition) =
            sentence
                .clauses
                .iter()
                .find_map(|clause| match &clause.node {
                    Clause::If(condition) => Some((clause.span, condition)),
                    _ => None,
                })?;
        let between = name.span.at_end().to(clause.at_start());
        // `or starts to ooze`: `to` names nobody who is called.
        let behind = self.one_line(condition.span.at_end().to(span.at_end()));
        let is_whole = !behind.trim_start().starts_with("to ");
        if !is_symptoms(&condition.node) || clause.start < name.span.end || !is_whole {
            return None;
        }
        let soon = self.one_line(between);
        let soon = match split_soon(without_from(sentence, &soon).trim()) {
            (rest, clause) if rest.is_empty() => clause,
            (rest, clause) => format!(" {rest}{clause}"),
        };
        let symptoms = sign(&condition.node)
            .and_then(|name| self.does(&name.text).or_else(|| as_growing(&name.text)))
            .unwrap_or_else(|| self.one_line(condition.span));
        let coming = [" happens", " happen", " occurs", " occur"];
        let symptoms = coming
            .iter()
            .find_map(|word| symptoms.strip_suffix(word))
            .unwrap_or(&symptoms)
            .to_owned();
        let symptoms = each_without_getting(&symptoms).unwrap_or(symptoms);
        Some((
            name.span.to(condition.span),
            format!("report {symptoms} to {who}{soon}"),
        ))
    }
}

/// The name that a condition is.
fn sign(condition: &Condition) -> Option<&Name> {
    match condition {
        Condition::Atom(Atom::Named {
            name: Some(name),
            qualifier: None,
        }) => Some(name),
        _ => None,
    }
}

/// What a sign is or does, before how it then is: `turns white`.
const STATES: &[&str] = &[
    "are", "become", "becomes", "feel", "feels", "get", "gets", "go", "goes", "is", "look",
    "looks", "turn", "turns",
];

/// The beginning that a sign shares with those that follow it: `lip turns` of `lip turns white`.
pub(crate) fn shared_beginning(sign: &str) -> Option<&str> {
    let (front, _) = sign.rsplit_once(' ')?;
    let (thing, verb) = front.rsplit_once(' ')?;
    (STATES.contains(&verb) && !thing.is_empty()).then_some(front)
}

/// `lip turns white` and `blue` are `lip turns white` and `lip turns blue`.
fn in_full(names: &[&str], known: impl Fn(&str) -> bool) -> Vec<String> {
    let front = names.first().and_then(|first| shared_beginning(first));
    let whole = names.iter().enumerate().map(|(at, name)| match front {
        Some(front) if at > 0 && !name.contains(' ') && !known(name) => format!("{front} {name}"),
        _ => (*name).to_owned(),
    });
    whole.collect()
}

/// `seek medical advice from your GP`: whom words behind the head name, and what follows that.
fn from_whom(behind: &str) -> Option<(&str, &str)> {
    const ENDS: &[&str] = &[" if ", " immediately", " within ", " because "];
    let named = behind.trim_start().strip_prefix("from ")?;
    let ends = ENDS.iter().filter_map(|word| named.find(word)).min();
    let (whom, rest) = named.split_at(ends.unwrap_or(named.len()));
    let whom = whom.trim_end_matches('.');
    let letters = whom.chars().all(|one| one.is_alphabetic() || one == ' ');
    letters.then_some((whom, rest))
}

/// What stands behind whom to call, without those whom help is sought from.
pub(super) fn without_from<'t>(sentence: &Sentence, behind: &'t str) -> &'t str {
    let Head::Action(name) = &sentence.head.node else {
        return behind;
    };
    let Some((from, rest)) = from_whom(behind) else {
        return behind;
    };
    let sought = format!("{} from {from}", split_soon(&name.text).0);
    help_sought(&sought).map_or(behind, |_| rest)
}

/// Whether `to` behind what is asked goes on with it: `if it starts to bleed`.
fn goes_on_behind(behind: &str) -> bool {
    const STARTING: &[&str] = &[" begin to ", " begins to ", " start to ", " starts to "];
    STARTING.iter().any(|word| behind.contains(word))
}

/// Whether a condition is a list of names, as after `report`.
pub(super) fn is_symptoms(condition: &Condition) -> bool {
    let is_named = |condition: &Condition| {
        matches!(
            condition,
            Condition::Atom(Atom::Named { name: Some(_), .. })
        )
    };
    match condition {
        Condition::Any(any) => any.iter().all(|one| is_named(&one.node)),
        other => is_named(other),
    }
}

/// The words without those that say how soon, and the clause that says it, with a blank before it.
fn split_soon(words: &str) -> (String, String) {
    let Some((at, length, clause)) = soon_in(words) else {
        return (words.to_owned(), String::new());
    };
    let before = words.get(..at).unwrap_or_default().trim();
    let after = words.get(at + length..).unwrap_or_default().trim();
    let rest = format!("{before} {after}").trim().to_owned();
    (rest, format!(" {clause}"))
}
