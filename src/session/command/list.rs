//! `:list` and `:show`.

use super::Call;
use crate::render::Style;
use crate::session::entries::{Entry, Number, Sort};
use crate::session::made::RULES;
use crate::session::reply::{Reply, Sheet, refuse, say};
use crate::session::{Session, World};

/// `:list`
pub(super) fn list(session: &mut Session, _: &Call<'_>, _: &mut dyn World) -> Reply {
    if session.made.entries.is_empty() {
        return say(
            session.width,
            "There is nothing yet. Type a sentence, or `:load` a protocol.",
        );
    }
    let numbers = session
        .made
        .entries
        .iter()
        .map(|entry| entry.number.to_string().len());
    let column = numbers.max().unwrap_or(1);
    let mut sheet = Sheet::new(session.width);
    let mut behind = false;
    for entry in &session.made.entries {
        if entry.otherwise && !behind {
            let indent = " ".repeat(column + 2 * entry.depth);
            sheet.item(&indent, 4, "} otherwise {");
        }
        behind = entry.otherwise;
        let number = entry.number.to_string();
        let indent = " ".repeat(2 * entry.depth);
        let lead = format!("{number:>column$}  {indent}");
        let hang = lead.len() + 2;
        sheet.pieces(&lead, hang, &[(Style::Plain, &line(session, entry))]);
    }
    sheet.reply()
}

/// An entry of the session on one line.
pub(in crate::session) fn line(session: &Session, entry: &Entry) -> String {
    one_line(&session.now.text, entry)
}

/// An entry of a text on one line; of a block what opens it.
pub(super) fn one_line(text: &str, entry: &Entry) -> String {
    let text = text.get(entry.span.range()).unwrap_or_default();
    let text = match entry.sort {
        Sort::Block | Sort::Scenario => text.split('{').next().map(|head| format!("{head}{{")),
        Sort::Header | Sort::Declaration | Sort::Sentence => None,
    }
    .unwrap_or_else(|| without_comments(text));
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// A text without what stands behind `#` outside quotes.
fn without_comments(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut quoted = false;
        let end = line.char_indices().find(|(_, letter)| {
            if matches!(letter, '"' | '\u{201c}' | '\u{201d}') {
                quoted = !quoted;
            }
            *letter == '#' && !quoted
        });
        let end = end.map_or(line.len(), |(at, _)| at);
        out.push_str(line.get(..end).unwrap_or_default());
        out.push('\n');
    }
    out
}

/// `:show N|LABEL`
pub(super) fn show(session: &mut Session, call: &Call<'_>, _: &mut dyn World) -> Reply {
    match session.entry_named(call.rest) {
        Ok(entry) => {
            let text = session.now.text.get(entry.span.range()).unwrap_or_default();
            let mut sheet = Sheet::new(session.width);
            for line in text.lines() {
                let indent = line.len() - line.trim_start().len();
                let lead = " ".repeat(indent.min(40));
                sheet.pieces(&lead, indent.min(40) + 2, &[(Style::Plain, line)]);
            }
            sheet.reply()
        }
        Err(reply) => *reply,
    }
}

impl Session {
    /// The entry with a number.
    pub(in crate::session) fn entry(&self, number: &Number) -> Option<&Entry> {
        self.made
            .entries
            .iter()
            .find(|entry| entry.number == *number)
    }

    /// The innermost entry that stands on a line.
    pub(in crate::session) fn entry_at(&self, line: u32) -> Option<&Entry> {
        let source = self.made.sources.get(RULES)?;
        let lines = |entry: &Entry| {
            let last = source.position(entry.span.end.saturating_sub(1)).line;
            source.position(entry.span.start).line..=last
        };
        let mut entries = self.made.entries.iter().rev();
        entries.find(|entry| lines(entry).contains(&line))
    }

    /// The entry that a number, a line or a label means.
    pub(super) fn entry_named(&self, name: &str) -> Result<&Entry, Box<Reply>> {
        let refuse =
            |message: String, help: &str| Err(Box::new(refuse(self.width, message, Some(help))));
        if name.is_empty() {
            return refuse(
                "there is no number and no label".to_owned(),
                "`:list` shows the numbers",
            );
        }
        // Plans and answers name lines, `rules:8` or `line 8`.
        let line = name.rsplit_once([':', ' ']).and_then(|(lead, line)| {
            let is_line = lead.trim() == "line" || lead == self.now.name();
            is_line.then(|| line.parse().ok()).flatten()
        });
        if let Some(entry) = line.and_then(|line| self.entry_at(line)) {
            return Ok(entry);
        }
        let by_number = Number::parse(name).and_then(|number| self.entry(&number));
        let folded = crate::vocabulary::fold(name);
        let by_label = || {
            let mut entries = self.made.entries.iter();
            entries.find(|entry| {
                let label = entry.label.as_deref();
                label.is_some_and(|label| crate::vocabulary::fold(label) == folded)
            })
        };
        if let Some(entry) = by_number.or_else(by_label) {
            return Ok(entry);
        }
        let name = crate::render::escape(name);
        match name.parse().ok().and_then(|line| self.entry_at(line)) {
            Some(entry) => refuse(
                format!("nothing starts in line {name}"),
                &format!("that line belongs to {}", entry.number),
            ),
            None => refuse(
                format!("nothing has the number or label `{name}`"),
                "`:list` shows the numbers",
            ),
        }
    }
}
