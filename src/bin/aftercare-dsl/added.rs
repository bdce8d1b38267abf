//! What a sentence of `--with` adds and a ban of the protocol holds back: what is added takes nothing out of a ban. And what
//! it asks for in another dose than the protocol.

use aftercare_dsl::plan::{Directive, Plan, RuleRef};

use crate::console;

/// What is to be known of the sentences of `--with`, and what to write in their place.
pub fn notes(plan: &Plan) {
    held_back_notes(plan);
    dose_notes(plan);
}

/// Says so of each such sentence.
fn held_back_notes(plan: &Plan) {
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
        }
    }
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
