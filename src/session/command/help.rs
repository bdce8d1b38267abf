//! `:help`.

use super::{COMMANDS, Call, Command, Group, find};
use crate::render::Style;
use crate::session::reply::{Reply, Sheet, refuse};
use crate::session::{Session, World};

/// `:help [COMMAND]`
pub(super) fn help(session: &mut Session, call: &Call<'_>, _: &mut dyn World) -> Reply {
    let name = call.rest.trim_start_matches(':');
    if name.is_empty() {
        return all(session.width);
    }
    match find(name) {
        Ok((command, "")) => one(session.width, command),
        Ok(_) | Err(super::Unknown::None(_)) => refuse(
            session.width,
            "there is no such command",
            Some("`:help` alone lists them"),
        ),
        Err(unknown) => unknown.reply(session.width),
    }
}

fn all(width: usize) -> Reply {
    let mut sheet = Sheet::new(width);
    sheet.say(
        "Type a sentence, such as `avoid retinoids for 7 days`: it is checked, explained and kept. A block goes on until its `}`. Ask with `can retinol on day 3?`. Commands start with a colon and may be shortened.",
    );
    for group in Group::ALL {
        sheet.blank();
        sheet.styled(Style::Heading, group.title());
        for command in COMMANDS.iter().filter(|command| command.group == group) {
            let lead = format!("  {:<24} ", usage(command));
            sheet.item(&lead, 27, command.does);
        }
    }
    sheet.blank();
    sheet.say("`:help COMMAND` gives an example.");
    sheet.reply()
}

/// `:load FILE`
fn usage(command: &Command) -> String {
    format!(":{} {}", command.name, command.takes)
        .trim_end()
        .to_owned()
}

fn one(width: usize, command: &Command) -> Reply {
    let mut sheet = Sheet::new(width);
    sheet.pieces(
        "",
        2,
        &[
            (Style::Strong, &usage(command)),
            (Style::Plain, command.does),
        ],
    );
    if !command.also.is_empty() {
        let also: Vec<String> = command.also.iter().map(|name| format!(":{name}")).collect();
        sheet.item("  Also: ", 4, also.join(", "));
    }
    sheet.pieces(
        "  Example: ",
        4,
        &[
            (Style::Strong, command.example),
            (Style::Plain, &format!("({})", command.example_does)),
        ],
    );
    sheet.reply()
}
