//! The reference on a terminal.

use super::{Block, Section};
use crate::page::{hanging, wrapped};

/// The widest first column that the others stand beside.
const BESIDE: usize = 26;

/// What is written in the language and is no longer than this stands on one line.
const WHOLE: usize = 60;

/// Stands for a blank at which no line is broken.
const HELD: &str = "\u{1}";

/// Sections as a page of so many columns.
pub fn printed(sections: &[Section], width: usize) -> String {
    let pages: Vec<String> = sections
        .iter()
        .map(|section| self::section(section, width))
        .collect();
    pages.join("\n").replace(HELD, " ")
}

fn section(section: &Section, width: usize) -> String {
    let is_part = section.level > 2;
    let title = if is_part {
        section.title.clone()
    } else {
        section.title.to_uppercase()
    };
    let mut out = wrapped(&title, 0, width);
    for (at, block) in section.blocks.iter().enumerate() {
        if at > 0 || !is_part {
            out.push('\n');
        }
        out.push_str(&self::block(block, width));
    }
    out
}

fn block(block: &Block, width: usize) -> String {
    match block {
        Block::Text(text) => match text.strip_prefix("- ") {
            Some(item) => hanging("- ", &plain(item), 2, width),
            None => wrapped(&plain(text), 0, width),
        },
        Block::Example(lines) => lines.iter().map(|line| example(line)).collect(),
        Block::Table(rows) => table(rows, width),
    }
}

fn example(line: &str) -> String {
    if line.is_empty() {
        "\n".to_owned()
    } else {
        format!("    {line}\n")
    }
}

/// What the other columns say stands beside the first one where that is narrow, and below it otherwise.
fn table(rows: &[Vec<String>], width: usize) -> String {
    let Some((head, rows)) = rows.split_first() else {
        return String::new();
    };
    let lines = rows.iter().filter_map(|row| {
        let (first, others) = row.split_first()?;
        Some((plain(first), said(head, others)))
    });
    let lines: Vec<(String, String)> = lines.collect();
    let widths = lines.iter().map(|(first, _)| first.chars().count());
    let widest = widths.max().unwrap_or_default();
    let line = |(first, rest): &(String, String)| {
        if widest <= BESIDE {
            let lead = format!("  {first:<widest$}  ");
            hanging(&lead, rest, widest + 4, width)
        } else {
            hanging("  ", first, 4, width) + &wrapped(rest, 6, width)
        }
    };
    lines.iter().map(line).collect()
}

/// The cells behind the first one, as one line: `when; restricts, allows or dates: yes (50%)`.
fn said(head: &[String], cells: &[String]) -> String {
    let mut said = String::new();
    for (cell, column) in cells.iter().zip(head.iter().skip(1)) {
        if cell.is_empty() {
            continue;
        }
        if said.is_empty() {
            said.push_str(&plain(cell));
        } else if column == "Share" {
            said.push_str(&format!(" ({cell})"));
        } else {
            said.push_str(&format!("; {}: {}", column.to_lowercase(), plain(cell)));
        }
    }
    said
}

/// A text without the marks of Markdown but for its backticks: `[Times](#times)` is `Times`. What stands
/// between backticks is held together.
fn plain(text: &str) -> String {
    let parts = text.split('`').enumerate().map(|(at, part)| {
        let is_written = at % 2 == 1;
        match is_written && part.len() <= WHOLE {
            true => part.replace(' ', HELD),
            false if is_written => part.to_owned(),
            false => unlinked(&part.replace("**", "")),
        }
    });
    parts.collect::<Vec<_>>().join("`")
}

fn unlinked(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("](#") {
        let (_, after) = behind.split_once(')').unwrap_or((behind, ""));
        let (kept, name) = before.rsplit_once('[').unwrap_or((before, ""));
        out.push_str(kept);
        out.push_str(name);
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::super::{Block, Section};
    use super::{plain, printed};

    fn row(cells: [&str; 3]) -> Vec<String> {
        cells.map(str::to_owned).to_vec()
    }

    #[test]
    fn links_become_their_words() {
        assert_eq!(plain("all of [Times](#times): **so**"), "all of Times: so");
        assert_eq!(
            plain("`[sheet]`, see [a](#b) and [c](#d)"),
            "`[sheet]`, see a and c"
        );
    }

    #[test]
    fn a_narrow_first_column_stands_beside_the_others() {
        let table = vec![
            row(["Clause", "Says", "Share"]),
            row(["`daily`", "how often, as a sheet says it", "9%"]),
        ];
        let section = Section {
            level: 2,
            title: "All clauses".to_owned(),
            blocks: vec![Block::Table(table)],
        };
        assert_eq!(
            printed(&[section], 30),
            "ALL CLAUSES\n\n  `daily`  how often, as a\n           sheet says it (9%)\n"
        );
    }

    #[test]
    fn what_is_written_in_the_language_is_held_together() {
        let section = Section {
            level: 3,
            title: "Leave something".to_owned(),
            blocks: vec![Block::Text(
                "It is off: `avoid makeup` and no more.".to_owned(),
            )],
        };
        assert_eq!(
            printed(&[section], 22),
            "Leave something\nIt is off:\n`avoid makeup` and no\nmore.\n"
        );
    }
}
