//! A file that imports nothing, whose names a bundled vocabulary knows: one message, not one a name.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock, OnceLock};

use crate::bundled::BUNDLED;
use crate::check::load::{Bundled, Library};
use crate::check::run::{CheckOptions, Checked, How, ImportHelp, check_with};
use crate::check::stock::stock;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Sources;
use crate::span::{SourceId, Span};
use crate::syntax::tree::{File, Header, Item};
use crate::vocabulary::Vocabulary;

/// What each bundled file makes known, read when it is first looked into: it is the same for every text.
static KNOWN: LazyLock<Vec<OnceLock<Arc<Vocabulary>>>> =
    LazyLock::new(|| BUNDLED.iter().map(|_| OnceLock::new()).collect());

/// The longest text that is looked into, in bytes: it is checked once with each vocabulary, and what is longer is
/// no beginner's file that forgot its first line.
const LONGEST: usize = 64 * 1024;

/// How many words of a mistake are looked at.
const LONGEST_NAME: usize = 12;

/// Puts one message in the place of all those that an import would mend.
pub(crate) fn one_message(
    diagnostics: &mut Vec<Diagnostic>,
    file: &File,
    source: SourceId,
    text: &str,
    library: &dyn Library,
    name: &str,
) {
    let imports = |item: &Item| matches!(item, Item::Header(Header::Import(_)));
    if text.len() > LONGEST
        || !diagnostics.iter().any(is_of_names)
        || file.items.iter().any(|item| imports(&item.node))
    {
        return;
    }
    let unknown = unknown_words(diagnostics, text);
    for ((vocabulary, _), known) in BUNDLED.iter().zip(KNOWN.iter()) {
        // A file beside the text that is called so, too, is found when all of the text is tried.
        let import = || tried(&format!("import {vocabulary}\n"), &Bundled, name).vocabulary;
        if !knows_any(known.get_or_init(import), &unknown) {
            continue;
        }
        // An import may stand anywhere: at the end it moves no place.
        let with = format!("{text}\nimport {vocabulary}\n");
        let left = tried(&with, library, name).diagnostics;
        let place = |one: &Diagnostic| (one.code, one.span().map(|span| span.start));
        let staying: BTreeSet<_> = left.iter().map(place).collect();
        let stays = |one: &Diagnostic| staying.contains(&place(one));
        let is_clean = !left.iter().any(|one| {
            matches!(
                one.code,
                Code::DuplicateName | Code::ImportProtocol | Code::ImportBoth
            )
        });
        let mended = diagnostics
            .iter()
            .filter(|one| is_of_names(one) && !stays(one));
        let count = mended.clone().count();
        // One name alone may be a slip, for which its own message has the right name.
        let is_slip = count == 1 && mended.clone().all(|one| !one.fixes.is_empty());
        if !is_clean || count == 0 || is_slip {
            continue;
        }
        let first = mended.filter_map(Diagnostic::span).next();
        let at = first.unwrap_or(Span::new(source, 0, 0));
        diagnostics.retain(|one| !is_of_names(one) || stays(one));
        diagnostics.push(message(vocabulary, count, at, file, source, text));
        return;
    }
}

/// A text, checked without a further look for imports: inside a block that nothing closes one is none, and would
/// be looked for again.
fn tried(text: &str, library: &dyn Library, name: &str) -> Checked {
    let how = How {
        help: ImportHelp::Left,
        stock: stock(),
    };
    let options = CheckOptions::default();
    check_with(&mut Sources::new(), library, name, text, &options, how)
}

/// The words in which there are mistakes of names.
fn unknown_words<'t>(diagnostics: &[Diagnostic], text: &'t str) -> BTreeSet<Vec<&'t str>> {
    let found = diagnostics.iter().filter(|one| is_of_names(one));
    let spans = found.filter_map(Diagnostic::span);
    spans
        .filter_map(|span| text.get(span.range()))
        .map(|said| said.split_whitespace().take(LONGEST_NAME).collect())
        .collect()
}

/// Whether a vocabulary knows a name among words that have a mistake. One that knows none mends none, and is not
/// worth a check of the whole text: a thousand unknown names took half a minute.
fn knows_any(known: &Vocabulary, unknown: &BTreeSet<Vec<&str>>) -> bool {
    unknown.iter().any(|words| {
        let ends = |from| (from + 1..=words.len()).map(move |to| (from, to));
        (0..words.len()).flat_map(ends).any(|(from, to)| {
            let said = words.get(from..to).unwrap_or_default().join(" ");
            known.find(&said).is_some()
        })
    })
}

fn message(
    vocabulary: &str,
    count: usize,
    first: Span,
    file: &File,
    source: SourceId,
    text: &str,
) -> Diagnostic {
    let mut headers = file
        .items
        .iter()
        .filter(|item| matches!(item.node, Item::Header(_)));
    let (at, line) = match headers.next_back() {
        Some(header) => (header.span.at_end(), format!("\nimport {vocabulary}")),
        None => (Span::new(source, 0, 0), format!("import {vocabulary}\n")),
    };
    // A comment may follow the header on its line.
    let rest = text.get(at.start as usize..).unwrap_or_default();
    let comment = rest.lines().next().unwrap_or_default();
    let at = match u32::try_from(comment.len()) {
        Ok(length) if line.starts_with('\n') => {
            Span::new(source, at.start + length, at.start + length)
        }
        _ => at,
    };
    Diagnostic::new(
        Code::NoImport,
        first,
        format!(
            "this file imports nothing, and {count} of the names in it {} in `{vocabulary}`",
            if count == 1 { "is" } else { "are" }
        ),
        "the first of them",
    )
    .with_help(format!("write `import {vocabulary}` in the header"))
    .with_fix(at, line)
}

/// Whether a mistake is one of names and what is known of them.
fn is_of_names(one: &Diagnostic) -> bool {
    one.severity() == Severity::Error && one.code >= Code::UnknownName
}
