//! The helps of mistakes, with what a session has in the place of the shell's commands and of a profile's
//! tables.

use crate::diagnostic::Diagnostic;

/// What a help says elsewhere, and what it says here.
const HERE: [(&str, &str); 11] = [
    (
        "`aftercare-dsl facts PROTOCOL` lists what a profile may say",
        "`:facts` lists what the rules ask, `:vocabulary` what else can be said",
    ),
    (
        "`aftercare-dsl vocabulary` lists the classes",
        "`:vocabulary` lists the classes",
    ),
    ("`aftercare-dsl vocabulary`", "`:vocabulary`"),
    ("`aftercare-dsl eval`", "`:plan`"),
    ("`--set`", "`:set`"),
    (
        "`--on` says which day is meant",
        "a day stands behind `on`: `can retinol on day 3?`",
    ),
    (
        "write it as year-month-day, such as 2026-06-01",
        "write a day, such as `today`, `5 June 2026` or `2026-06-05`",
    ),
    (
        "write FACT = VALUE, such as 'skin type = IV'",
        "write `:set FACT = VALUE`, such as `:set skin type = IV`",
    ),
    (
        "say what it is: { name = \"...\", class = \"...\" }, or { name = \"...\", unrecognised = true }",
        "name what the vocabulary has, or the class that it belongs to",
    ),
    (
        "use a name that `aftercare-dsl vocabulary` shows, or say what it belongs to, as in \
         { name = \"lower leg\", class = \"legs\" }",
        "name what the vocabulary has, or the class that it belongs to",
    ),
    (
        "give one of these, or \"unsure\"",
        "give one of these, or `unsure`",
    ),
];

/// A mistake with the help that works in a session.
pub(super) fn here(mut mistake: Diagnostic) -> Diagnostic {
    if let Some(help) = &mut mistake.help {
        for (elsewhere, here) in HERE {
            *help = help.replace(elsewhere, here);
        }
    }
    mistake
}
