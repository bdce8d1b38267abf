//! What is found, as diagnostics: one message for one cause, the lines that it takes, and a patient and a day
//! in words.

use super::shown::Shown;
use crate::check::{Protocol, Rule};
use crate::diagnostic::{Code, Diagnostic};
use crate::eval::every::{Endless, Gap, HeldBack, Implied, Never, Unasked};
use crate::scenario::Shows;

/// A day by which all that ends has ended: two years.
const YEARS: i64 = 730;

/// The sentences under one condition that no patient meets.
pub(super) fn never(never: &Never<'_>) -> Diagnostic {
    let others = match never.more {
        0 => String::new(),
        1 => ", which one other shares".to_owned(),
        more => format!(", which {more} others share"),
    };
    let help = match &never.apart {
        Some((one, other)) => {
            format!(
                "`{one}` and `{other}` are never so together: change one of them, or write `or`"
            )
        }
        None => "change its `if`, or the `when`s around it: together they exclude each patient"
            .to_owned(),
    };
    let message = format!("no patient meets the condition of this sentence{others}");
    Diagnostic::new(
        Code::NeverApplies,
        never.rule.span,
        message,
        "never in a plan",
    )
    .with_help(help)
}

/// What one sentence asks for or permits, and the restrictions that hold it back: one finding, with the
/// patient of the worst of them.
pub(super) fn held_back(shown: &mut Shown<'_>, all: &[HeldBack<'_>]) -> Option<Diagnostic> {
    let protocol = shown.protocol;
    let worst = all
        .iter()
        .find(|one| one.altogether)
        .or_else(|| all.first())?;
    let of = match worst.things.as_slice() {
        [] => String::new(),
        things => format!(" of `{}`", things.join("`, `")),
    };
    let message = if worst.altogether {
        match of.as_str() {
            "" => "a restriction leaves nothing of this sentence".to_owned(),
            _ => format!("a restriction leaves nothing{of} in this sentence"),
        }
    } else {
        format!("a restriction cuts the time that this sentence says{of}")
    };
    let help = format!(
        "for {}, on day {}: let it start where the restriction ends, or leave one of the two out",
        worst.words, worst.day
    );
    let label = format!("held back{}", whose(protocol, worst.held));
    let mut finding = Diagnostic::new(Code::HeldBack, worst.span, message, label);
    for one in all {
        let label = format!("by this restriction{}", whose(protocol, one.by));
        finding = finding.with_label(one.by.span, label);
    }
    let scenario = shown.scenario(worst.held, (&worst.patient, worst.day), Shows::Off);
    Some(Diagnostic {
        scenario,
        ..finding.with_help(help)
    })
}

/// Nothing more than another sentence.
pub(super) fn implied(shown: &mut Shown<'_>, one: &Implied<'_>) -> Diagnostic {
    let protocol = shown.protocol;
    let (message, label) = if one.same {
        ("another sentence says the same", "says it")
    } else {
        ("another sentence says all of this, and more", "says it all")
    };
    let own = format!("adds nothing{}", whose(protocol, one.rule));
    let patient = one.patient.as_ref();
    let scenario =
        patient.and_then(|patient| shown.scenario(one.rule, (patient, one.day), Shows::Whatever));
    Diagnostic {
        scenario,
        ..Diagnostic::new(Code::Implied, one.rule.span, message, own)
            .with_label(one.by.span, format!("{label}{}", whose(protocol, one.by)))
            .with_help(format!(
                "for {}, on day {}, both hold: leave one of the two out, or say in this one what it is to add",
                one.words, one.day
            ))
    }
}

/// A value that nothing is said about.
pub(super) fn gap(shown: &mut Shown<'_>, one: &Gap<'_>) -> Diagnostic {
    let protocol = shown.protocol;
    let fact = &protocol.vocabulary.fact(one.fact).name;
    let scenario = shown.scenario(one.rule, (&one.patient, 0), Shows::Nothing);
    let found = Diagnostic::new(
        Code::Gap,
        one.rule.span,
        format!("some values of `{fact}` are not spoken for, and others are"),
        format!("for some values{}", whose(protocol, one.rule)),
    );
    let found = found.with_label(
        one.other.span,
        format!("for others{}", whose(protocol, one.other)),
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
pub(super) fn endless(shown: &mut Shown<'_>, one: &Endless<'_>) -> Diagnostic {
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
    let shows = if one.restricts {
        Shows::Off
    } else {
        Shows::Whatever
    };
    Diagnostic {
        scenario: shown.of_condition(one.rule, YEARS, shows),
        ..Diagnostic::new(Code::NeverEnds, one.rule.span, message, "until when?")
            .with_help(format!("for any patient who is under it: {help}"))
    }
}

/// A class of medicines that is banned, and nobody asks who prescribed them.
pub(super) fn unasked(protocol: &Protocol, one: &Unasked<'_>) -> Diagnostic {
    let name = protocol.vocabulary.name(one.class);
    let others = match one.more {
        0 => String::new(),
        1 => "; one other sentence bans such a class, too".to_owned(),
        more => format!("; {more} other sentences ban such classes, too"),
    };
    let example = protocol.vocabulary.leaves(one.class);
    let member = example
        .first()
        .map_or(name, |id| protocol.vocabulary.name(*id));
    Diagnostic::new(
        Code::NoPrescriber,
        one.rule.span,
        format!("some of `{name}` are prescribed, and no sentence asks the prescriber{others}"),
        "bans medicines",
    )
    .with_help(format!(
        "for a patient who takes {member} on prescription: write `ask prescriber \"whether it can be paused\" if taking {name}`"
    ))
}

/// On whose word a sentence stands, where a protocol has several sources.
fn whose(protocol: &Protocol, rule: &Rule) -> String {
    let several = protocol.sources.len() > 1;
    let cited = rule.details.sources.iter().filter(|_| several);
    let titles: Vec<&str> = cited
        .filter_map(|key| protocol.sources.iter().find(|source| source.key == *key))
        .map(|source| source.title.as_str())
        .collect();
    if titles.is_empty() {
        String::new()
    } else {
        format!(", on the word of `{}`", titles.join("` and `"))
    }
}
