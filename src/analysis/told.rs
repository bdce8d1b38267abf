//! What is found, as diagnostics: one message for one cause, the lines that it takes, and a patient and a day
//! in words.

use super::cause::Found;
use super::shown::Shown;
use crate::check::{Protocol, Rule, whose};
use crate::diagnostic::{Code, Diagnostic};
use crate::eval::every::{Endless, Gap, HeldBack, Implied};
use crate::scenario::Shows;
use crate::vocabulary::ThingId;

/// A day by which all that ends has ended: two years.
const YEARS: i64 = 730;

/// As many of the sentences of one cause as are pointed at.
const POINTED: usize = 20;

/// What has one cause.
pub(super) fn told(shown: &mut Shown<'_>, group: Vec<Found<'_>>) -> Option<Diagnostic> {
    let protocol = shown.protocol;
    let mut all = group.into_iter();
    let first = all.next()?;
    let rest: Vec<Found<'_>> = all.collect();
    let (finding, again) = match first {
        Found::Never(rule, apart) => {
            let finding = never(protocol, rule, apart.as_ref(), rest.len());
            (finding, "never in a plan")
        }
        Found::HeldBack(first) => return held_back(shown, first, rest),
        Found::Implied(one) => (implied(shown, &one, &rest), "adds nothing"),
        Found::Gap(one) => (gap(shown, &one), "for some values"),
        Found::Endless(one) => (endless(shown, &one), "until when?"),
        Found::Unasked(rule, class) => (unasked(shown, rule, class, rest.len()), "bans medicines"),
    };
    Some(pointed(finding, protocol, rest.iter(), again))
}

/// Points at the other sentences of a cause.
fn pointed<'f, 'p: 'f>(
    mut finding: Diagnostic,
    protocol: &Protocol,
    rest: impl Iterator<Item = &'f Found<'p>>,
    again: &str,
) -> Diagnostic {
    for one in rest.take(POINTED) {
        let rules = match one {
            Found::Never(rule, _) | Found::Unasked(rule, _) => [Some((*rule, again)), None],
            Found::HeldBack(_) | Found::Endless(_) => [None, None],
            Found::Implied(one) => [Some((one.rule, again)), None],
            Found::Gap(one) => [Some((one.rule, again)), Some((one.other, "for others"))],
        };
        for (rule, label) in rules.into_iter().flatten() {
            finding = finding.with_label(
                rule.span,
                format!("{label}{}", whose(&protocol.sources, rule)),
            );
        }
    }
    finding
}

/// So many more, in words.
fn others(count: usize) -> String {
    match count {
        1 => "one other".to_owned(),
        count => format!("{count} others"),
    }
}

/// A sentence that no patient is under, and so many others.
fn never(
    protocol: &Protocol,
    rule: &Rule,
    apart: Option<&(String, String)>,
    more: usize,
) -> Diagnostic {
    let others = match more {
        0 => String::new(),
        1 => ", which one other shares".to_owned(),
        more => format!(", which {more} others share"),
    };
    let help = match apart {
        Some((one, other)) => {
            format!(
                "`{one}` and `{other}` are never so together: change one of them, or write `or`"
            )
        }
        None => "change its `if`, or the `when`s around it: together they exclude each patient"
            .to_owned(),
    };
    let message = format!("no patient meets the condition of this sentence{others}");
    let label = format!("never in a plan{}", whose(&protocol.sources, rule));
    Diagnostic::new(Code::NeverApplies, rule.span, message, label).with_help(help)
}

/// What sentences ask for or permit, and the restrictions that hold all of them back: one finding, with the sentence
/// and the patient of the worst of it.
fn held_back(
    shown: &mut Shown<'_>,
    first: Vec<HeldBack<'_>>,
    rest: Vec<Found<'_>>,
) -> Option<Diagnostic> {
    let protocol = shown.protocol;
    let rest = rest.into_iter().filter_map(|one| match one {
        Found::HeldBack(all) => Some(all),
        _ => None,
    });
    let mut sentences: Vec<Vec<HeldBack<'_>>> = std::iter::once(first).chain(rest).collect();
    let gone = |all: &Vec<HeldBack<'_>>| all.iter().any(|one| one.altogether);
    let all = sentences.remove(sentences.iter().position(gone).unwrap_or(0));
    let worst = all
        .iter()
        .find(|one| one.altogether)
        .or_else(|| all.first())?;
    let of = match worst.things.as_slice() {
        [] => String::new(),
        things => format!(" of `{}`", things.join("`, `")),
    };
    let mut message = if worst.altogether {
        match of.as_str() {
            "" => "a restriction leaves nothing of this sentence".to_owned(),
            _ => format!("a restriction leaves nothing{of} in this sentence"),
        }
    } else {
        format!("a restriction cuts the time that this sentence says{of}")
    };
    let mut mend = "let it start where the restriction ends, or leave one of the two out";
    if !sentences.is_empty() {
        message.push_str(&format!("; it holds back {}, too", others(sentences.len())));
        mend = "let each of them start where the restriction ends, or leave them or the restriction out";
    }
    let help = format!("for {}, on day {}: {mend}", worst.words, worst.day);
    let label = format!("held back{}", whose(&protocol.sources, worst.held));
    let mut finding = Diagnostic::new(Code::HeldBack, worst.span, message, label);
    for one in &all {
        let label = format!("by this restriction{}", whose(&protocol.sources, one.by));
        finding = finding.with_label(one.by.span, label);
    }
    for one in sentences.iter().take(POINTED).filter_map(|all| all.first()) {
        let label = format!("held back, too{}", whose(&protocol.sources, one.held));
        finding = finding.with_label(one.span, label);
    }
    let scenario = shown.scenario(worst.held, (&worst.patient, worst.day), Shows::Off);
    Some(Diagnostic {
        scenario,
        ..finding.with_help(help)
    })
}

/// Nothing more than another sentence.
fn implied(shown: &mut Shown<'_>, one: &Implied<'_>, rest: &[Found<'_>]) -> Diagnostic {
    let protocol = shown.protocol;
    let (mut message, label) = if one.same {
        ("another sentence says the same".to_owned(), "says it")
    } else {
        (
            "another sentence says all of this, and more".to_owned(),
            "says it all",
        )
    };
    let mut mend = "leave one of the two out, or say in this one what it is to add";
    match rest.len() {
        0 => {}
        1 => message.push_str("; one other adds nothing to it either"),
        more => message.push_str(&format!("; {more} others add nothing to it either")),
    }
    if !rest.is_empty() {
        mend = "leave out those that add nothing, or say in each what it is to add";
    }
    let own = format!("adds nothing{}", whose(&protocol.sources, one.rule));
    let patient = one.patient.as_ref();
    let scenario =
        patient.and_then(|patient| shown.scenario(one.rule, (patient, one.day), Shows::Whatever));
    Diagnostic {
        scenario,
        ..Diagnostic::new(Code::Implied, one.rule.span, message, own)
            .with_label(
                one.by.span,
                format!("{label}{}", whose(&protocol.sources, one.by)),
            )
            .with_help(format!(
                "for {}, on day {}, both hold: {mend}",
                one.words, one.day
            ))
    }
}

/// A value that nothing is said about.
fn gap(shown: &mut Shown<'_>, one: &Gap<'_>) -> Diagnostic {
    let protocol = shown.protocol;
    let fact = &protocol.vocabulary.fact(one.fact).name;
    let scenario = shown.scenario(one.rule, (&one.patient, 0), Shows::Nothing);
    let found = Diagnostic::new(
        Code::Gap,
        one.rule.span,
        format!("some values of `{fact}` are not spoken for, and others are"),
        format!("for some values{}", whose(&protocol.sources, one.rule)),
    );
    let found = found.with_label(
        one.other.span,
        format!("for others{}", whose(&protocol.sources, one.other)),
    );
    Diagnostic {
        scenario,
        ..found.with_help(format!(
            "for {}, on day 0 and later, no sentence says it: name that value in one of them, or write `otherwise`",
            one.words
        ))
    }
}

/// A beginning without an end.
fn endless(shown: &mut Shown<'_>, one: &Endless<'_>) -> Diagnostic {
    let protocol = shown.protocol;
    let name = protocol.vocabulary.name(one.thing);
    let (message, help) = if one.restricts {
        (
            format!("this never ends, and no sentence gives `{name}` back"),
            format!("say until when; or `avoid {name} always`, where it is for good"),
        )
    } else {
        (
            format!("`{name}` is to be taken from then on and for ever"),
            "say until when, or for how long".to_owned(),
        )
    };
    let label = match whose(&protocol.sources, one.rule) {
        whose if whose.is_empty() => "until when?".to_owned(),
        whose => format!("no end{whose}"),
    };
    let shows = if one.restricts {
        Shows::Off
    } else {
        Shows::Whatever
    };
    Diagnostic {
        scenario: shown.of_condition(one.rule, YEARS, shows),
        ..Diagnostic::new(Code::NeverEnds, one.rule.span, message, label)
            .with_help(format!("for any patient who is under it: {help}"))
    }
}

/// A class of medicines that is banned, and nobody asks who prescribed them; and so many others.
fn unasked(shown: &mut Shown<'_>, rule: &Rule, class: ThingId, more: usize) -> Diagnostic {
    let protocol = shown.protocol;
    let name = protocol.vocabulary.name(class);
    let others = match more {
        0 => String::new(),
        1 => "; one other sentence bans such a class, too".to_owned(),
        more => format!("; {more} other sentences ban such classes, too"),
    };
    let example = protocol.vocabulary.leaves(class);
    let member = example
        .first()
        .map_or(name, |id| protocol.vocabulary.name(*id));
    let finding = Diagnostic::new(
        Code::NoPrescriber,
        rule.span,
        format!("some of `{name}` are prescribed, and no sentence asks the prescriber{others}"),
        format!("bans medicines{}", whose(&protocol.sources, rule)),
    );
    let scenario = example.first().and_then(|id| shown.prescribed(rule, *id));
    Diagnostic { scenario, ..finding }.with_help(format!(
        "for a patient who takes {member} on prescription: write `ask prescriber \"whether it can be paused\" if taking {name}`"
    ))
}
