//! What is to be known of the sentences of `--with`: what `check` warns of in a file, what of them a ban of the protocol
//! holds back, since what is added takes nothing out of a ban, and what they ask for in another dose than the protocol.

use aftercare_dsl::diagnostic::Code;
use aftercare_dsl::plan::{Directive, Plan, RuleRef};

use crate::console;
use crate::several::Read;

/// What is to be known of the sentences of `--with`, and what to write in their place.
pub fn notes(read: &Read, plan: &Plan) {
    let told = held_back_notes(plan);
    let mut warnings = read.warnings.clone();
    warnings.retain(|one| {
        let place = one.span().map(|span| {
            let (name, line) = (read.sources.name(span), read.sources.position(span).line);
            (name.to_owned(), line)
        });
        let is_told = place.is_some_and(|place| told.contains(&place));
        one.code != Code::HeldBack || !is_told
    });
    console::diagnostics(&warnings, &read.sources);
    dose_notes(plan);
}

/// Says so of each such sentence that a ban holds back, and gives the file and the line of each.
fn held_back_notes(plan: &Plan) -> Vec<(String, u32)> {
    let mut told = Vec::new();
    let added = plan.changes.iter().filter(|change| change.was.is_none());
    for change in added {
        let lines = plan.directives.iter();
        let mut own = lines.filter(|line| line.rule.location == change.by.location);
        let ban = own.find_map(|line| line.all_held_back_by().next());
        if let Some(ban) = ban {
            let (sentence, ban_shown) = (&change.by.sentence, &ban.sentence);
            let text = format!(
                "{} is added, and a ban of the protocol holds it back: {}",
                console::name(sentence),
                console::name(ban_shown)
            );
            console::note("note", &text);
            console::note("help", &instead(ban));
            let place = &change.by.location;
            told.push((place.file.clone(), place.line));
        }
    }
    told
}

/// Says so of each sentence of `--with` that asks for a medicine, or something else, which another one asks for in another dose.
fn dose_notes(plan: &Plan) {
    let changed = plan.changes.iter().filter(|change| change.now.is_some());
    for change in changed {
        let is_own = |line: &&Directive| line.rule.location == change.by.location;
        let own = plan.directives.iter().filter(is_own);
        for line in own {
            let others = plan.directives.iter().filter(|line| !is_own(line));
            for other in others {
                let things = line.in_other_doses(other);
                if things.is_empty() {
                    continue;
                }
                let text = format!(
                    "{} and {} ask for {} in two doses",
                    console::name(&change.by.sentence),
                    console::name(&other.rule.sentence),
                    things.join(", ")
                );
                console::note("note", &text);
                let help = match &other.rule.label {
                    Some(label) => format!("to put one in the place of the other, write `--with 'replace {label}: ...'`"),
                    None => "to put one in the place of the other, give that sentence a label in its protocol, and write \
                             `--with 'replace LABEL: ...'`"
                        .to_owned(),
                };
                console::note("help", &help);
            }
        }
    }
}

/// How the ban itself is changed for this plan.
fn instead(ban: &RuleRef) -> String {
    match &ban.label {
        Some(label) => format!(
            "what is added takes nothing out of a ban; write that sentence anew without it, as in `--with 'replace {label}: \
             avoid ... because \"...\"'`"
        ),
        None => "what is added takes nothing out of a ban; give that sentence a label in its protocol, and write it anew \
                 by `--with 'replace LABEL: avoid ... because \"...\"'`"
            .to_owned(),
    }
}
