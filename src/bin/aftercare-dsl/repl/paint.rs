//! What was typed, in colours by role.

use std::ops::Range;

use aftercare_dsl::editor::Role;
use anstyle::{AnsiColor, Effects, Style};

use super::hidden::drawn;

/// The colour of a role; no meaning hangs on it alone.
fn style(role: Role) -> Style {
    match role {
        Role::Head => AnsiColor::Cyan.on_default().effects(Effects::BOLD),
        Role::Keyword => AnsiColor::Cyan.on_default(),
        Role::Thing => AnsiColor::Green.on_default(),
        Role::Fact | Role::Value => AnsiColor::Blue.on_default(),
        Role::Label | Role::Source => AnsiColor::Magenta.on_default(),
        Role::Number => AnsiColor::Yellow.on_default(),
        Role::Text => Style::new().effects(Effects::ITALIC),
        Role::Comment => Style::new().effects(Effects::DIMMED),
        Role::Unknown => Style::new().effects(Effects::UNDERLINE),
        Role::Mistake => AnsiColor::Red.on_default().effects(Effects::UNDERLINE),
    }
}

/// A text with its words in the colours of their roles.
pub fn painted(text: &str, roles: &[(Range<usize>, Role)]) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut at = 0;
    for (range, role) in roles {
        let (Some(before), Some(word)) = (text.get(at..range.start), text.get(range.clone()))
        else {
            continue;
        };
        let style = style(*role);
        out.push_str(&drawn(before));
        out.push_str(&format!("{style}{}{style:#}", drawn(word)));
        at = range.end;
    }
    out.push_str(&drawn(text.get(at..).unwrap_or_default()));
    out
}
