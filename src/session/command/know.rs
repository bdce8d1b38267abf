//! `:check`, `:read`, `:vocabulary`, `:explain`, `:time`.

use super::Call;
use crate::analysis::with_findings;
use crate::diagnostic::{Code, Severity};
use crate::read::read_back_of;
use crate::render::{self, Style, all_of, escape, rule_lines};
use crate::scenario;
use crate::session::reply::{Reply, Sheet, refuse, say};
use crate::session::{Session, World};
use crate::vocabulary::{Named, ThingId, Vocabulary, fold, nearest};

/// How many members of a class are named.
const MEMBERS: usize = 12;

/// `:check`: what is wrong, and what holds for every patient.
pub(super) fn check(session: &mut Session, _: &Call<'_>, _: &mut dyn World) -> Reply {
    let found = with_findings(&session.made.checked);
    if found.is_empty() {
        return say(session.width, "Nothing is wrong, and nothing is odd.");
    }
    Reply {
        failed: false,
        ..Reply::wrong(found, session.made.sources.clone())
    }
}

/// `:test [coverage]`
pub(super) fn test(session: &mut Session, call: &Call<'_>, _: &mut dyn World) -> Reply {
    let coverage = match call.rest {
        "" => false,
        "coverage" => true,
        _ => {
            let help = "`:test` runs the scenarios, `:test coverage` says what none has tried";
            return refuse(
                session.width,
                "`:test` takes `coverage` or nothing",
                Some(help),
            );
        }
    };
    let protocol = match session.protocol() {
        Ok(protocol) => protocol,
        Err(reply) => return *reply,
    };
    let (scenarios, _) = scenario::read(protocol, &session.made.checked.file);
    let sources = &session.made.sources;
    let results = scenario::run(protocol, &scenarios);
    let mut lines = render::failure_lines(&results, sources, session.width);
    if coverage {
        let tried = scenario::coverage(protocol, &scenarios);
        lines.extend(render::coverage_lines(&tried, sources, session.width));
    }
    let failed = results.iter().filter(|one| !one.passed()).count();
    let summary = match (results.len(), failed) {
        (0, _) => "No scenario is among the rules: `scenario \"...\" {` starts one.".to_owned(),
        (1, 0) => "The scenario holds.".to_owned(),
        (all, 0) => format!("All {all} scenarios hold."),
        (all, failed) => format!("{failed} of {all} scenarios failed."),
    };
    lines.extend(say(session.width, summary).lines);
    Reply {
        failed: failed > 0,
        ..Reply::lines(lines)
    }
}

/// `:read [N|LABEL]`
pub(super) fn read(session: &mut Session, call: &Call<'_>, _: &mut dyn World) -> Reply {
    let span = match call.rest {
        "" => None,
        name => match session.entry_named(name) {
            Ok(entry) => Some(entry.span),
            Err(reply) => return *reply,
        },
    };
    let protocol = match session.protocol() {
        Ok(protocol) => protocol,
        Err(reply) => return *reply,
    };
    let patient = session.dated_patient();
    let wanted = |rule: &crate::check::Rule| span.is_none_or(|span| span.contains(rule.span));
    let read = read_back_of(protocol, &session.made.sources, patient.as_deref(), &wanted);
    match read {
        Ok(read) if span.is_none() => Reply::lines(render::read_back_lines(&read, session.width)),
        Ok(read) if read.rules.is_empty() => {
            say(session.width, "It declares something, and holds no rule.")
        }
        Ok(read) => Reply::lines(rule_lines(&read, session.width)),
        Err(found) => *session.wrong(vec![found]),
    }
}

/// `:vocabulary [THING]`
pub(super) fn vocabulary(session: &mut Session, call: &Call<'_>, _: &mut dyn World) -> Reply {
    let vocabulary = &session.made.checked.vocabulary;
    if call.rest.is_empty() {
        return counted(session, vocabulary);
    }
    match vocabulary.find(call.rest) {
        Some(Named::Thing(thing)) => thing_words(session, vocabulary, thing),
        Some(Named::Fact(fact)) => {
            let fact = vocabulary.fact(fact);
            let asked = fact
                .ask
                .as_deref()
                .unwrap_or("it has no question of its own");
            say(
                session.width,
                format!("{}: a fact about the patient. {asked}", fact.name),
            )
        }
        None => {
            let names = vocabulary.names().map(|(name, _)| name);
            let help = match nearest(&fold(call.rest), names) {
                Some(near) => format!("did you mean `{near}`?"),
                None if vocabulary
                    .things()
                    .all(|(id, _)| vocabulary.is_kind_class(id)) =>
                {
                    "nothing is declared yet: `import skin-care` brings the bundled names"
                        .to_owned()
                }
                None => "`:vocabulary` alone shows how much there is of each kind".to_owned(),
            };
            let message = format!("nothing is called `{}`", escape(call.rest));
            refuse(session.width, message, Some(&help))
        }
    }
}

/// How many names there are of each kind, with some of the classes.
fn counted(session: &Session, vocabulary: &Vocabulary) -> Reply {
    let mut sheet = Sheet::new(session.width);
    for kind in crate::syntax::tree::Kind::ALL {
        let class = Vocabulary::kind_class(*kind);
        let below = vocabulary.below(class);
        let own = below
            .iter()
            .filter(|id| vocabulary.thing(**id).kind == *kind && !vocabulary.is_kind_class(**id));
        let number = own.count();
        if number == 0 {
            continue;
        }
        let classes: Vec<&str> = vocabulary
            .thing(class)
            .children
            .iter()
            .filter(|id| !vocabulary.thing(**id).children.is_empty())
            .filter(|id| !vocabulary.is_kind_class(**id))
            .map(|id| vocabulary.name(*id))
            .take(MEMBERS)
            .collect();
        let mut text = format!("{number}");
        if !classes.is_empty() {
            text.push_str(&format!(", among them the classes {}", all_of(&classes)));
        }
        sheet.item(&format!("{}: ", kind.word()), 2, format!("{text}."));
    }
    let facts: Vec<&str> = vocabulary
        .facts()
        .map(|(_, fact)| fact.name.as_str())
        .collect();
    if !facts.is_empty() {
        sheet.item("fact: ", 2, format!("{}.", all_of(&facts)));
    }
    sheet.say("`:vocabulary NAME` shows what a name covers.");
    sheet.reply()
}

/// A thing: what it is, what else it is called, what is above and below it.
fn thing_words(session: &Session, vocabulary: &Vocabulary, id: ThingId) -> Reply {
    let thing = vocabulary.thing(id);
    let names = |ids: &[ThingId]| -> Vec<String> {
        let ids = ids.iter().filter(|id| !vocabulary.is_kind_class(**id));
        ids.map(|id| vocabulary.name(*id).to_owned()).collect()
    };
    let mut sheet = Sheet::new(session.width);
    let kind = thing.kind.with_article();
    sheet.pieces(
        "",
        2,
        &[
            (Style::Strong, &format!("{}:", thing.name)),
            (Style::Plain, kind),
        ],
    );
    let mut line = |lead: &str, names: Vec<String>| {
        let more = names.len().saturating_sub(MEMBERS);
        let shown: Vec<&String> = names.iter().take(MEMBERS).collect();
        let text = match more {
            _ if shown.is_empty() => return,
            0 => all_of(&shown),
            more => {
                let shown: Vec<&str> = shown.iter().map(|name| name.as_str()).collect();
                format!("{} and {more} more", shown.join(", "))
            }
        };
        sheet.item(&format!("  {lead}: "), 4, format!("{text}."));
    };
    line(
        "means",
        thing.description.iter().map(ToString::to_string).collect(),
    );
    line(
        "also called",
        thing.aliases.iter().map(ToString::to_string).collect(),
    );
    line("is among", names(&vocabulary.above(id)));
    line("right below it", names(&thing.children));
    let leaves: Vec<ThingId> = vocabulary.leaves(id).into_iter().collect();
    if thing
        .children
        .iter()
        .any(|child| !vocabulary.thing(*child).children.is_empty())
    {
        line("covers", names(&leaves));
    }
    line("opposes", names(&thing.opposes));
    sheet.reply()
}

/// `:explain CODE`
pub(super) fn explain(session: &mut Session, call: &Call<'_>, _: &mut dyn World) -> Reply {
    let bare = call
        .rest
        .rsplit_once('[')
        .map_or(call.rest, |(_, bare)| bare);
    let bare = bare.trim_end_matches([']', ':']).trim().to_lowercase();
    if bare.is_empty() {
        return refuse(
            session.width,
            "there is no code to explain",
            Some("the code is what stands in the brackets of a message: `:explain unknown-name`"),
        );
    }
    let Some(code) = Code::from_name(&bare) else {
        let help = match nearest(&bare, Code::ALL.iter().map(|code| code.name())) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "the code is what stands in the brackets of a message".to_owned(),
        };
        let message = format!("there is no code `{}`", escape(&bare));
        return refuse(session.width, message, Some(&help));
    };
    let severity = match code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let mut sheet = Sheet::new(session.width);
    sheet.styled(Style::Strong, format!("{severity}[{}]", code.name()));
    let words: Vec<&str> = code.explanation().split_whitespace().collect();
    let words = words.join(" ");
    for part in words
        .replace(" Wrong:", "\nWrong:")
        .replace(" Right:", "\nRight:")
        .lines()
    {
        sheet.say(part);
    }
    sheet.reply()
}

/// `:time`
pub(super) fn time(session: &mut Session, _: &Call<'_>, _: &mut dyn World) -> Reply {
    session.timing = !session.timing;
    let text = if session.timing {
        "Each reply is followed by the time that it took."
    } else {
        "Times are no longer shown."
    };
    say(session.width, text)
}
