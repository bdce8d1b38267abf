//! A handout as Markdown: the same model, with the strip of days as a table.

use super::Handout;
use super::html::is_web;
use super::page::{Block, Group, Item, Strip};
use super::text::{END, ENGLISH, THEIRS, Text, is_mark, is_right_to_left};

/// The page.
pub(super) fn written(handout: &Handout) -> String {
    let page = &handout.page;
    let writer = Writer {
        isolates: handout.language.is_right_to_left(),
    };
    let mut out = String::new();
    heading(&mut out, 1, &writer.text(&page.title));
    paragraph(&mut out, &writer.all(&page.about));
    for alert in &page.alerts {
        let mut lines = vec![format!("**{}**", writer.text(&alert.heading))];
        lines.extend(alert.lines.iter().map(|line| writer.text(line)));
        paragraph(&mut out, &format!("> {}", lines.join("\n>\n> ")));
    }
    paragraph(&mut out, &format!("**{}**", writer.all(&page.message)));
    let call = &page.call;
    let clinic = call
        .clinic
        .as_ref()
        .map(|clinic| format!("{}. ", writer.text(clinic)));
    let phone = call
        .phone
        .as_ref()
        .map(|phone| format!("**{}**", writer.text(phone)));
    let label = writer.text(&call.label);
    let label = label.trim_end_matches(':');
    paragraph(
        &mut out,
        &format!(
            "{}{label}: {}",
            clinic.unwrap_or_default(),
            phone.as_deref().unwrap_or(BLANK)
        ),
    );
    for strip in &page.strips {
        writer.strip(&mut out, strip);
    }
    for block in &page.blocks {
        writer.block(&mut out, block);
    }
    if let Some(teach) = &page.teach {
        heading(&mut out, 2, &writer.text(&teach.heading));
        paragraph(&mut out, &writer.text(&teach.how));
        let questions = teach.questions.iter().zip(1..);
        let questions =
            questions.map(|(question, number)| format!("{number}. {}", writer.text(question)));
        paragraph(&mut out, &questions.collect::<Vec<_>>().join("\n"));
        let lines = teach
            .lines
            .iter()
            .map(|line| format!("{} {BLANK}", writer.text(line)));
        paragraph(&mut out, &lines.collect::<Vec<_>>().join(" "));
    }
    for block in &page.end {
        writer.block(&mut out, block);
    }
    let end = out.trim_end().len();
    out.truncate(end);
    out.push('\n');
    out
}

/// A line to write on.
const BLANK: &str = r"\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_";

fn paragraph(out: &mut String, text: &str) {
    if !text.is_empty() {
        out.extend([text, "\n\n"]);
    }
}

fn heading(out: &mut String, level: usize, text: &str) {
    paragraph(out, &format!("{} {text}", "#".repeat(level)));
}

struct Writer {
    /// Whether what comes from files is set apart by marks of direction, whatever its letters.
    isolates: bool,
}

impl Writer {
    fn all(&self, texts: &[Text]) -> String {
        self.text(&Text::join(texts, " "))
    }

    /// Words in which nothing is a sign of Markdown or of HTML.
    fn text(&self, text: &Text) -> String {
        let words = text.as_str();
        let isolates = self.isolates || is_right_to_left(words);
        let plain: String = words.chars().filter(|letter| !is_mark(*letter)).collect();
        let start = words.find(|letter| !is_mark(letter)).unwrap_or(0);
        let number = plain
            .find(|letter: char| !letter.is_ascii_digit())
            .unwrap_or(0);
        let mut out = String::with_capacity(words.len() + 16);
        let mut open = Vec::new();
        let mut at = 0;
        for (index, letter) in words.char_indices() {
            match letter {
                THEIRS | ENGLISH => {
                    open.push(letter);
                    if isolates {
                        out.push(letter);
                    }
                    continue;
                }
                END => {
                    if isolates {
                        out.push(letter);
                    }
                    if open.pop() == Some(ENGLISH) {
                        out.push_str(" (en)");
                    }
                    continue;
                }
                _ => {}
            }
            let next = words
                .get(index..)
                .and_then(|rest| rest.chars().nth(1))
                .unwrap_or(' ');
            // What starts a list, a heading, a line of a table or a quote does so at the start of a line alone.
            let starts = index == start && matches!(letter, '+' | '-' | '=' | '#');
            let numbers = number > 0 && at == number && matches!(letter, '.' | ')');
            // Addresses would be made links of.
            let links = letter == '@'
                || letter == ':' && next == '/'
                || letter == '.' && opens_an_address(words, index);
            if starts
                || numbers
                || links
                || matches!(
                    letter,
                    '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '!' | '$'
                )
            {
                out.push('\\');
            }
            out.push(letter);
            at += 1;
        }
        out
    }

    fn strip(&self, out: &mut String, strip: &Strip) {
        heading(out, 2, &self.text(&strip.heading));
        let [what, off] = strip.columns.each_ref().map(|one| self.text(one));
        let free = self.text(&strip.free);
        let mut rows = vec![
            format!("| {what} | {off} | {free} |"),
            "|---|---|---|".to_owned(),
        ];
        for row in &strip.rows {
            let items: Vec<String> = row.items.iter().map(|item| self.said(item)).collect();
            let when = self.text(&row.when);
            let of = row.of.iter().map(|of| self.text(of));
            let when: Vec<String> = std::iter::once(when).chain(of).collect();
            let when = when.join(" ");
            let free = row.free.as_ref().map(|free| self.text(free));
            let free = free.unwrap_or_default();
            rows.push(format!("| {} | {when} | {free} |", items.join(" ")));
        }
        paragraph(out, &rows.join("\n"));
    }

    fn block(&self, out: &mut String, block: &Block) {
        heading(out, 2, &self.text(&block.heading));
        paragraph(out, &self.all(&block.lead));
        for group in &block.groups {
            self.group(out, group);
        }
    }

    fn group(&self, out: &mut String, group: &Group) {
        if group.items.is_empty() {
            return;
        }
        if let Some(text) = &group.heading {
            heading(out, 3, &self.text(text));
        }
        paragraph(out, &self.all(&group.lead));
        let items = group.items.iter().zip(1_usize..);
        let items = items.map(|(item, number)| {
            let lead = if group.ordered {
                format!("{number}. ")
            } else {
                "- ".to_owned()
            };
            format!("{lead}{}", self.item(item, &" ".repeat(lead.len())))
        });
        paragraph(out, &items.collect::<Vec<_>>().join("\n"));
    }

    fn item(&self, item: &Item, indent: &str) -> String {
        let mut text = self.words(item);
        for staff in &item.staff {
            text.push_str(&format!("\n{indent}- {}", self.text(staff)));
        }
        text
    }

    /// An item on one line.
    fn said(&self, item: &Item) -> String {
        let staff = item.staff.iter().map(|staff| self.text(staff));
        let parts: Vec<String> = std::iter::once(self.words(item)).chain(staff).collect();
        parts.join(" ")
    }

    fn words(&self, item: &Item) -> String {
        let mut parts = Vec::new();
        if !item.lead.is_empty() {
            let lead = self.text(&item.lead);
            parts.push(match &item.address {
                Some(address) if is_web(address) => format!("[{lead}](<{}>)", address_of(address)),
                _ if item.is_source => lead,
                _ => format!("**{lead}**"),
            });
        }
        let marks = item.marks.iter();
        parts.extend(marks.map(|mark| format!("**{}**", self.text(mark))));
        parts.extend(item.of.iter().chain(&item.body).map(|text| self.text(text)));
        parts.join(" ")
    }
}

/// Whether `www` stands right before.
fn opens_an_address(words: &str, index: usize) -> bool {
    let before = words.get(..index).unwrap_or_default();
    let start = before.len().saturating_sub(3);
    before
        .get(start..)
        .is_some_and(|last| last.eq_ignore_ascii_case("www"))
}

/// An address between `<` and `>`, which nothing in it ends.
fn address_of(address: &str) -> String {
    let mut out = String::new();
    for letter in crate::render::escape(address).chars() {
        match letter {
            '[' => out.push_str("%5B"),
            ']' => out.push_str("%5D"),
            '`' => out.push_str("%60"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            ' ' => out.push_str("%20"),
            // `&lt;` would be read as `<`.
            '&' => out.push_str("\\&"),
            other => out.push(other),
        }
    }
    out
}
