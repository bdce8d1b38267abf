//! The reference of the language, docs/language.md, taken apart to be looked up in and printed.

mod print;

pub use print::printed;

/// The page.
const PAGE: &str = include_str!("../../../../docs/language.md");

/// So many things written in the language make a text a list, which says nothing about one of them.
const LIST: usize = 30;

/// An example of so many lines is shown whole where one of them is looked for.
const SHORT: usize = 8;

/// A heading and what stands below it, up to the next heading.
#[derive(Debug, Clone)]
pub struct Section {
    /// 2 for a chapter, 3 for a part of one, 1 for the page's own title.
    pub level: usize,
    /// The heading, its share behind a colon included.
    pub title: String,
    /// What stands below it.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph, or an item of a list with its `- `, on one line.
    Text(String),
    /// An example, line by line.
    Example(Vec<String>),
    /// The cells of each row, those of the head first.
    Table(Vec<Vec<String>>),
}

/// All sections, in order.
pub fn sections() -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut in_example = false;
    let mut is_open = false;
    for line in PAGE.lines() {
        let level = line.chars().take_while(|letter| *letter == '#').count();
        if level > 0 && !in_example {
            sections.push(Section {
                level,
                title: line[level..].trim().to_owned(),
                blocks: Vec::new(),
            });
            is_open = false;
        } else if let Some(section) = sections.last_mut() {
            if line.starts_with("```") {
                in_example = !in_example;
                if in_example {
                    section.blocks.push(Block::Example(Vec::new()));
                }
                is_open = false;
            } else if in_example {
                section.example(line);
            } else {
                is_open = section.line(line, is_open);
            }
        }
    }
    sections
}

impl Section {
    fn example(&mut self, line: &str) {
        if let Some(Block::Example(lines)) = self.blocks.last_mut() {
            lines.push(line.to_owned());
        }
    }

    /// Takes a line in. Whether the next one may go on with its paragraph or its table.
    fn line(&mut self, line: &str, is_open: bool) -> bool {
        if line.is_empty() || line.starts_with("<!--") {
            return false;
        }
        match (self.blocks.last_mut(), line.strip_prefix('|')) {
            (Some(Block::Table(rows)), Some(_)) if is_open => {
                rows.extend((!line.starts_with("|--")).then(|| cells(line)));
            }
            (_, Some(_)) => self.blocks.push(Block::Table(vec![cells(line)])),
            (Some(Block::Text(text)), None) if is_open && !line.starts_with("- ") => {
                text.push(' ');
                text.push_str(line.trim());
            }
            (_, None) => self.blocks.push(Block::Text(line.to_owned())),
        }
        true
    }

    /// Its heading without what stands behind a colon.
    pub fn name(&self) -> &str {
        let name = self.title.split_once(": ").map(|(name, _)| name);
        name.unwrap_or(&self.title)
    }

    /// What of it speaks of a word of the language, or all of it where its heading does; none where nothing
    /// does.
    pub fn about(&self, word: &str) -> Option<Self> {
        let mut about = self.clone();
        if !has_word(&self.title, word) {
            about.blocks = self
                .blocks
                .iter()
                .filter_map(|one| one.about(word))
                .collect();
        }
        (!about.blocks.is_empty()).then_some(about)
    }
}

impl Block {
    fn about(&self, word: &str) -> Option<Self> {
        match self {
            Self::Text(text) => {
                let is_list = written(text).count() > LIST;
                (!is_list && written(text).any(|one| has_word(one, word))).then(|| self.clone())
            }
            Self::Example(lines) => {
                let starts = |line: &&String| {
                    let rest = line.trim_start().strip_prefix(word);
                    !word.is_empty() && rest.is_some_and(|rest| rest.starts_with(' '))
                };
                let of_it: Vec<String> = lines.iter().filter(starts).cloned().collect();
                let kept = if lines.len() > SHORT { &of_it } else { lines };
                (!of_it.is_empty()).then(|| Self::Example(kept.clone()))
            }
            Self::Table(rows) => {
                let (head, rows) = rows.split_first()?;
                let speaks = |row: &&Vec<String>| {
                    let mut cells = row.iter().flat_map(|cell| written(cell));
                    cells.any(|one| has_word(one, word))
                };
                let rows: Vec<Vec<String>> = rows.iter().filter(speaks).cloned().collect();
                (!rows.is_empty()).then(|| Self::Table([vec![head.clone()], rows].concat()))
            }
        }
    }
}

fn cells(row: &str) -> Vec<String> {
    let row = row.trim().trim_start_matches('|');
    let row = row.strip_suffix('|').unwrap_or(row);
    row.split('|').map(|cell| cell.trim().to_owned()).collect()
}

/// What a text has between backticks: the language, not words about it.
fn written(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// Whether `word`, or several, stands in a text, whatever their case.
fn has_word(text: &str, word: &str) -> bool {
    let words = |text: &str| {
        let text = text.to_lowercase();
        let ends = |letter: char| !letter.is_alphanumeric() && letter != '\'' && letter != '-';
        let words: Vec<&str> = text.split(ends).filter(|one| !one.is_empty()).collect();
        format!(" {} ", words.join(" "))
    };
    let is_plain = |letter: char| letter.is_alphanumeric() || " '-/".contains(letter);
    let wanted = words(word);
    word.chars().all(is_plain) && !wanted.trim().is_empty() && words(text).contains(&wanted)
}
