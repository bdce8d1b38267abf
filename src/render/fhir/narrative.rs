//! What a resource says, as XHTML for people: headings, paragraphs and lists, and nothing else.

use super::resource::{Narrative, Said};

/// The narrative of parts, each with its heading.
pub(super) fn narrative(title: &Said, parts: &[(Said, Vec<Said>)]) -> Narrative {
    let mut div = format!(
        "<div xmlns=\"http://www.w3.org/1999/xhtml\"><h2>{}</h2>",
        escaped(title)
    );
    for (heading, items) in parts {
        if items.is_empty() {
            continue;
        }
        div.push_str(&format!("<h3>{}</h3><ul>", escaped(heading)));
        for item in items {
            div.push_str(&format!("<li>{}</li>", escaped(item)));
        }
        div.push_str("</ul>");
    }
    div.push_str("</div>");
    Narrative {
        status: "generated",
        div,
    }
}

/// The narrative of a few lines.
pub(super) fn lines(title: &Said, lines: &[Said]) -> Narrative {
    let mut div = format!(
        "<div xmlns=\"http://www.w3.org/1999/xhtml\"><h2>{}</h2>",
        escaped(title)
    );
    for line in lines {
        div.push_str(&format!("<p>{}</p>", escaped(line)));
    }
    div.push_str("</div>");
    Narrative {
        status: "generated",
        div,
    }
}

/// A text in which nothing is a sign of XML. Hidden characters are written out already.
fn escaped(text: &Said) -> String {
    let mut out = String::with_capacity(text.as_str().len() + 16);
    for letter in text.as_str().chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // No characters of XML 1.0.
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
    out
}
