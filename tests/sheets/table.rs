//! The tables: how much of each treatment's sheets the interpreter understands, and why not all of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::carried::Carried;

/// The treatments, by what the names of their sheets start with.
const TREATMENTS: [(&str, &str); 13] = [
    ("MN", "microneedling"),
    ("RF", "radiofrequency"),
    ("CP", "chemical peel"),
    ("DP", "dermaplaning"),
    ("LR", "laser resurfacing"),
    ("IP", "intense pulsed light"),
    ("LH", "laser hair removal"),
    ("BT", "botulinum toxin"),
    ("FL", "filler"),
    ("TP", "tattoo, permanent makeup"),
    ("TR", "tattoo removal"),
    ("PR", "platelet-rich plasma"),
    ("EX", "wounds"),
];

/// What is counted of some sheets.
#[derive(Default)]
pub struct Row {
    pub sheets: usize,
    pub instructions: usize,
    /// Every part stands in sentences that the interpreter understands.
    pub whole: usize,
    /// The main part does; another stands in a quoted text, or is only nearly said.
    pub partly: usize,
    /// Nothing but a `note`.
    pub by_note: usize,
    pub things: usize,
    pub quoted: usize,
}

impl Row {
    fn add(&mut self, sheet: &Carried) {
        self.sheets += 1;
        self.things += sheet.things;
        self.quoted += sheet.quoted;
        for instruction in sheet.instructions.values() {
            self.instructions += 1;
            if !instruction.in_sentence {
                self.by_note += 1;
            } else if instruction.reasons.is_empty() {
                self.whole += 1;
            } else {
                self.partly += 1;
            }
        }
    }

    fn line(&self, name: &str) -> String {
        let share = |part: usize| format!("{part} ({}%)", percent(part, self.instructions));
        format!(
            "| {name} | {} | {} | {} | {} | {} | {} | {} |\n",
            self.sheets,
            self.instructions,
            share(self.whole),
            share(self.partly),
            share(self.by_note),
            self.things,
            self.quoted
        )
    }
}

fn percent(part: usize, all: usize) -> usize {
    (part * 200 + all) / (all * 2).max(1)
}

pub fn total(sheets: &BTreeMap<String, Carried>) -> Row {
    let mut row = Row::default();
    sheets.values().for_each(|sheet| row.add(sheet));
    row
}

/// How much is understood, by treatment.
pub fn counted(sheets: &BTreeMap<String, Carried>) -> String {
    let mut table = "| Treatment | Sheets | Instructions | Said wholly | In part | By a note | \
                     Things named | In quotes |\n|---|---|---|---|---|---|---|---|\n"
        .to_owned();
    for (start, name) in TREATMENTS {
        let mut row = Row::default();
        let of = sheets.iter().filter(|(sheet, _)| sheet.starts_with(start));
        of.for_each(|(_, sheet)| row.add(sheet));
        table += &row.line(name);
    }
    table += &total(sheets).line("all");
    table
}

/// Why instructions are not said wholly: each reason with its instructions, the commonest first.
pub fn reasons(sheets: &BTreeMap<String, Carried>) -> String {
    let mut by_reason: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (id, instruction) in sheets.values().flat_map(|sheet| &sheet.instructions) {
        let note = if instruction.in_sentence { "" } else { "*" };
        for reason in &instruction.reasons {
            let ids = by_reason.entry(reason).or_default();
            ids.insert(format!("{id}{note}"));
        }
    }
    let mut rows: Vec<(&str, BTreeSet<String>)> = by_reason.into_iter().collect();
    rows.sort_by_key(|(reason, ids)| (std::cmp::Reverse(ids.len()), *reason));
    let mut table = "| What cannot be said | How often | Where |\n|---|---|---|\n".to_owned();
    for (reason, ids) in rows {
        let where_: Vec<String> = ids.iter().cloned().collect();
        let _ = writeln!(
            table,
            "| {reason} | {} | {} |",
            ids.len(),
            where_.join(", ")
        );
    }
    table
}

/// A document with what stands between its two marks replaced.
pub fn put(document: &str, mark: &str, now: &str) -> String {
    let (open, close) = (format!("<!-- {mark} -->\n"), format!("<!-- /{mark} -->\n"));
    let (before, rest) = document.split_once(&open).unwrap();
    let (_, after) = rest.split_once(&close).unwrap();
    format!("{before}{open}\n{now}\n{close}{after}")
}
