//! How keys, texts and dates are written in the file that is read, so that a fix fits it.

use chrono::NaiveDate;

/// What a profile is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// TOML
    Toml,
    /// JSON
    Json,
    /// The text of a `--set`
    Set,
}

impl Format {
    /// `name` as a key.
    pub(super) fn key(self, name: &str) -> String {
        let bare = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
        match self {
            Self::Set => name.to_owned(),
            Self::Toml if !name.is_empty() && name.chars().all(bare) => name.to_owned(),
            Self::Toml | Self::Json => quoted(name),
        }
    }

    /// `value` as a text.
    pub(super) fn text(self, value: &str) -> String {
        match self {
            Self::Set => value.to_owned(),
            Self::Toml | Self::Json => quoted(value),
        }
    }

    /// `date` as a date.
    pub(super) fn date(self, date: NaiveDate) -> String {
        match self {
            Self::Json => quoted(&date.to_string()),
            Self::Toml | Self::Set => date.to_string(),
        }
    }
}

/// A text in double quotes, with escapes that TOML and JSON both know.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            letter if letter.is_control() => {
                out.push_str(&format!("\\u{:04x}", u32::from(letter)));
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}
