//! What a sentence of `--with` adds and a ban of the protocol holds back: what is added takes nothing out of a ban.

use aftercare_dsl::plan::{Plan, RuleRef};

use crate::console;

/// Says so of each such sentence, and what to write in its place.
pub fn held_back_notes(plan: &Plan) {
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
