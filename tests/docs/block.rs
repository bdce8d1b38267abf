//! The blocks of the documents.

use std::fmt;

/// The documents.
pub const DOCUMENTS: &[(&str, &str)] = &[
    ("README.md", include_str!("../../README.md")),
    ("CONTRIBUTING.md", include_str!("../../CONTRIBUTING.md")),
    ("docs/language.md", include_str!("../../docs/language.md")),
];

/// What stands between two fences.
pub struct Block {
    document: &'static str,
    line: usize,
    /// The first word behind the fence.
    pub kind: String,
    /// The second one: the name of a file that commands use.
    pub name: Option<String>,
    /// The lines between the fences.
    pub text: String,
}

impl fmt::Display for Block {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{}:{}: the `{}` block",
            self.document, self.line, self.kind
        )
    }
}

/// All of them, in order.
pub fn blocks() -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for (document, text) in DOCUMENTS {
        let mut open = false;
        for (index, line) in text.lines().enumerate() {
            match line.strip_prefix("```") {
                Some(_) if open => open = false,
                Some(info) => {
                    open = true;
                    let mut words = info.split_whitespace().map(str::to_owned);
                    blocks.push(Block {
                        document,
                        line: index + 1,
                        kind: words.next().unwrap_or_default(),
                        name: words.next(),
                        text: String::new(),
                    });
                }
                None if open => {
                    let block = blocks.last_mut().unwrap();
                    block.text.push_str(line);
                    block.text.push('\n');
                }
                None => {}
            }
        }
        assert!(!open, "{document} ends inside a block");
    }
    blocks
}

/// The commands of a block, `$ ` before each, and what stands below each.
pub fn commands(text: &str) -> Vec<(String, String)> {
    let mut commands: Vec<(String, String)> = Vec::new();
    let mut continued = false;
    for line in text.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            commands.push((command.to_owned(), String::new()));
        } else if let Some((command, shown)) = commands.last_mut() {
            let into = if continued { command } else { shown };
            into.push_str(line);
            into.push('\n');
        }
        continued = line.ends_with('\\');
    }
    for (command, _) in &mut commands {
        *command = command.replace("\\\n", " ").replace('\\', " ");
    }
    commands
}
