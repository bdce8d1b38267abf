//! The whole of checking, in order.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::Arc;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::accepted;
use super::checker::Checker;
use super::files::{self, LoadedFile};
use super::header::Front;
use super::load::Library;
use super::protocol::{Protocol, Rule};
use super::review;
use super::sentence;
use super::stock::{Stock, stock};
use super::variant::{Family, Lineage};
use crate::diagnostic::{Code, Diagnostic, Severity, any_error};
use crate::source::Sources;
use crate::span::{SourceId, Span};
use crate::syntax::tree::{File, Header, Item};
use crate::vocabulary::{Vocabulary, fold};

/// What a check may know beside the texts.
#[derive(Debug, Clone, Default)]
pub struct CheckOptions {
    /// The day of the check, to tell whether a review is due.
    pub on: Option<NaiveDate>,
}

/// What a check found.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    /// The protocol; none where there is an error.
    pub protocol: Option<Protocol>,
    /// What may be named, as far as it could be read.
    pub vocabulary: Arc<Vocabulary>,
    /// What is wrong, the protocol's own file first, each file from top to bottom.
    pub diagnostics: Vec<Diagnostic>,
    /// The tree of the protocol's own file, as far as it could be read.
    pub file: File,
    /// Of a variant: the sources and sentences of all that it extends, as far as they stand, and its own.
    pub extended: Option<File>,
    /// The names that it, or what it imports, declares in quotes and that hold a reserved word:
    /// [`parse`](crate::syntax::parse) needs them.
    pub protected: BTreeSet<String>,
}

impl Checked {
    /// What the protocol says, whichever file says it: of a variant that of all that it extends, too.
    #[must_use]
    pub fn whole(&self) -> &File {
        self.extended.as_ref().unwrap_or(&self.file)
    }
}

/// Checks the protocol `text`, called `name`, with what it imports from `library`.
///
/// The texts read are added to `sources`, so that diagnostics can be shown.
pub fn check(
    sources: &mut Sources,
    library: &dyn Library,
    name: &str,
    text: &str,
    options: &CheckOptions,
) -> Checked {
    let how = How {
        help: ImportHelp::Offered,
        stock: stock(),
    };
    check_with(sources, library, name, text, options, how)
}

/// How a check goes about it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct How {
    /// Whether a file that imports nothing is told what to import.
    pub help: ImportHelp,
    /// What is in stock, which need not be read.
    pub stock: Option<&'static Stock<'static>>,
}

/// Whether a file that imports nothing is told what to import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ImportHelp {
    /// It is.
    Offered,
    /// It is not: this check is itself a try of an import.
    Left,
}

/// [`check`], with or without a look for a forgotten import, and a stock.
pub(crate) fn check_with(
    sources: &mut Sources,
    library: &dyn Library,
    name: &str,
    text: &str,
    options: &CheckOptions,
    how: How,
) -> Checked {
    let source = sources.add(name, text);
    let files = files::read(sources, library, name, source, how.stock);
    let (all, incomplete) = (files.all, files.incomplete);
    let fingerprint = fingerprint(sources, &all);
    let mut checker = Checker::of(sources, incomplete, files.diagnostics);
    checker.declare(&all, files.stock);
    checker.declare_facts(&all);
    checker.declare_sources(&all);
    let Some(main) = all.last() else {
        return checker.finish(None);
    };
    let (family, wrong) = Family::of(&all, incomplete);
    checker.diagnostics.extend(wrong);
    let mut front = checker.front(main);
    let whole = match &family {
        None => Cow::Borrowed(&main.file),
        Some(family) => {
            family.inherit(&mut checker, &mut front);
            Cow::Owned(family.whole())
        }
    };
    checker.treatment.clone_from(&front.treatment);
    checker.comments.clone_from(&whole.comments);
    let mut rules = checker.rules_of_family(family.as_ref(), &whole);
    let sound = checker.sound(&rules);
    checker.review((main, &whole), &front, &sound, options);
    let mut accepted = std::mem::take(&mut checker.accepted);
    accepted::silence(&mut accepted, &mut checker.diagnostics);
    let lineage = match &family {
        None => Lineage::default(),
        Some(family) => {
            accepted::leave_to_their_own(&mut accepted, source);
            family.judge(&mut checker, front.aftercare, &mut rules)
        }
    };
    if how.help == ImportHelp::Offered && family.is_none() {
        let found = &mut checker.diagnostics;
        review::no_import::one_message(found, &main.file, source, text, library, name);
    }
    let whole = family.map(|_| whole.into_owned());
    let mut checked = checker.finish(Some((main, front, rules, fingerprint)));
    if let Some(protocol) = &mut checked.protocol {
        protocol.accepted = accepted;
        protocol.lineage = lineage;
    }
    checked.extended = whole;
    if let Some(main) = all.into_iter().next_back() {
        checked.file = main.file;
        checked.protected = main.protected;
    }
    checked
}

/// What the last step needs.
type Read<'a> = (&'a LoadedFile, Front, Vec<Rule>, String);

impl<'a> Checker<'a> {
    /// Of files that were read with these mistakes.
    fn of(sources: &'a Sources, incomplete: bool, diagnostics: Vec<Diagnostic>) -> Self {
        let mut checker = Self::new(sources, Cow::Owned(Vocabulary::new()));
        checker.incomplete = incomplete || lost_import(sources, &diagnostics);
        checker.broken = broken_lines(sources, &diagnostics);
        checker.diagnostics = diagnostics;
        checker.unread = checker.broken_places();
        checker
    }
}

impl Checker<'_> {
    /// The rules of a file, with all that it extends where it is a variant.
    pub(super) fn rules_of_family(
        &mut self,
        family: Option<&Family<'_>>,
        whole: &File,
    ) -> Vec<Rule> {
        // What a sentence names that a variant replaces or drops is known where that is judged.
        let every = family.and_then(Family::all_versions);
        self.declare_locals(&every.as_ref().unwrap_or(whole).items);
        self.name_steps(whole);
        let mut rules = self.rules(&whole.items, sentence::LEAST);
        match family {
            None => self.on_its_only_source(&mut rules),
            Some(family) => family.on_their_only_source(self, &mut rules),
        }
        rules
    }

    /// The rules in whose sentences nothing is wrong: of the others something has been left out.
    fn sound<'r>(&self, rules: &'r [Rule]) -> Cow<'r, [Rule]> {
        let broken = self.broken_places();
        if broken.is_empty() {
            return Cow::Borrowed(rules);
        }
        let sound = rules.iter().filter(|rule| !broken.hold(rule.span));
        Cow::Owned(sound.cloned().collect())
    }

    fn finish(mut self, read: Option<Read<'_>>) -> Checked {
        one_for_a_name(&mut self.diagnostics);
        self.diagnostics.sort_by_key(|diagnostic| {
            diagnostic
                .span()
                .map(|span| (span.source, span.start, span.end))
        });
        let vocabulary = Arc::new(self.vocabulary.into_owned());
        let protocol = read.filter(|_| !any_error(&self.diagnostics)).map(
            |(main, front, rules, fingerprint)| Protocol {
                title: front.title,
                version: front.version,
                treatment: front.treatment,
                aftercare: front.aftercare,
                effective: front.effective,
                review_by: front.review_by.map(|(day, _)| day),
                approved: front.approved,
                sources: self.citable.into_iter().map(|(source, _)| source).collect(),
                rules,
                accepted: Vec::new(),
                lineage: Lineage::default(),
                changes: Vec::new(),
                vocabulary: Arc::clone(&vocabulary),
                file: main.name.clone(),
                fingerprint,
            },
        );
        Checked {
            protocol,
            vocabulary,
            diagnostics: self.diagnostics,
            ..Checked::default()
        }
    }
}

/// The digest of all files, by name, from each one's own: those in stock have it.
fn fingerprint(sources: &Sources, files: &[LoadedFile]) -> String {
    let mut digests: Vec<(&str, [u8; 32])> = files
        .iter()
        .map(|file| {
            let text = || sources.get(file.source).map_or("", |source| source.text());
            let digest = file.shelved.map(|shelved| shelved.digest);
            let digest = digest.unwrap_or_else(|| Sha256::digest(text()).into());
            (file.name.as_str(), digest)
        })
        .collect();
    digests.sort_unstable();
    let mut digest = Sha256::new();
    for (name, of_text) in &digests {
        digest.update((name.len() as u64).to_le_bytes());
        digest.update(name.as_bytes());
        digest.update(of_text);
    }
    let mut hex = String::new();
    for byte in digest.finalize() {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// The lines of declarations that could not be read, folded, between blanks.
fn broken_lines(sources: &Sources, diagnostics: &[Diagnostic]) -> Vec<String> {
    // One line may hold a thousand mistakes, and be all of a large file: it is looked at once.
    let mut lines: BTreeMap<(SourceId, u32), bool> = BTreeMap::new();
    for diagnostic in diagnostics {
        let span = diagnostic.span();
        let place = span.and_then(|span| Some((span, sources.get(span.source)?)));
        let is_error = diagnostic.severity() == Severity::Error;
        if let Some((span, source)) = place.filter(|_| is_error) {
            let line = (span.source, source.line_of(span.start));
            *lines.entry(line).or_default() |= of_declaration(diagnostic);
        }
    }
    lines
        .into_iter()
        .filter_map(|((source, line), of_declaration)| {
            let line = sources.get(source)?.line(line);
            let first = line.split_whitespace().next()?;
            (of_declaration || declaring(first)).then_some(line)
        })
        .collect::<BTreeSet<&str>>()
        .into_iter()
        .map(|line| {
            let words = line.replace(|letter: char| !letter.is_alphanumeric(), " ");
            format!(" {} ", fold(&words))
        })
        .collect()
}

/// Whether what could not be read declares something, whatever its line starts with.
fn of_declaration(diagnostic: &Diagnostic) -> bool {
    matches!(
        diagnostic.code,
        Code::DeclarationShape | Code::UnquotedAlias | Code::HeaderShape
    ) || diagnostic.code == Code::UnknownHead && meant(diagnostic).is_some_and(declaring)
}

/// Leaves out what else is said of a name that is empty or holds a control character.
fn one_for_a_name(diagnostics: &mut Vec<Diagnostic>) {
    let is_control =
        |one: &Diagnostic| matches!(one.code, Code::ControlCharacter | Code::EmptyText);
    let found = diagnostics.iter().filter(|one| is_control(one));
    let mut controls: Vec<Span> = found.filter_map(Diagnostic::span).collect();
    if controls.is_empty() {
        return;
    }
    controls.sort_by_key(|span| (span.source, span.start));
    diagnostics.retain(|one| {
        let Some(span) = one.span().filter(|_| !is_control(one)) else {
            return true;
        };
        let from = controls.partition_point(|at| (at.source, at.start) < (span.source, span.start));
        let first = controls.get(from);
        !first.is_some_and(|at| at.source == span.source && at.end <= span.end)
    });
}

/// Whether a line that was to import something could not be read.
fn lost_import(sources: &Sources, diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|one| {
        let of_line = one.span().map(|span| sources.text(span));
        match one.code {
            Code::UnknownHead => meant(one) == Some("import"),
            Code::HeaderShape => of_line.is_some_and(|text| text.starts_with("import")),
            _ => false,
        }
    })
}

/// The word that a misspelt one was meant to be.
fn meant(diagnostic: &Diagnostic) -> Option<&str> {
    let edit = diagnostic.fixes.first()?.edits.first()?;
    Some(edit.text.as_str())
}

/// Whether a line that starts so declares something.
fn declaring(word: &str) -> bool {
    let kinds = crate::syntax::tree::Kind::ALL;
    ["fact", "source", "aka"].contains(&word) || kinds.iter().any(|kind| kind.word() == word)
}

impl LoadedFile {
    /// Whether the file holds no sentence, and takes none over.
    pub(crate) fn is_vocabulary(&self) -> bool {
        !self.file.items.iter().any(|item| files::says(&item.node))
    }

    /// The lines of the header.
    pub(crate) fn headers(&self) -> impl Iterator<Item = &Header> {
        self.file.items.iter().filter_map(|item| match &item.node {
            Item::Header(header) => Some(header),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::broken_lines;
    use crate::diagnostic::{Code, Diagnostic};
    use crate::source::Sources;
    use crate::span::Span;

    /// A line of a megabyte that held a thousand mistakes was folded a thousand times.
    #[test]
    fn a_line_is_folded_once_however_many_mistakes_it_holds() {
        let mut sources = Sources::new();
        let text = "product serum;;;\nwhen pregnant { } otherwise { } otherwise { }\n";
        let source = sources.add("broken.rules", text);
        let mistakes: Vec<Diagnostic> = (0..60)
            .map(|at| Diagnostic::new(Code::Syntax, Span::new(source, at, at), "no", "here"))
            .collect();
        assert_eq!(broken_lines(&sources, &mistakes), [" product serum "]);
    }
}
