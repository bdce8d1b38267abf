//! What checking one protocol knows and has found so far.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::accepted::Accepted;
use super::ask::Medicines;
use super::protocol::Source;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Sources;
use crate::span::{SourceId, Span};
use crate::syntax::has_single_blanks;
use crate::syntax::tree::{Name, Place};
use crate::vocabulary::{FactId, ThingId, Vocabulary, fold};

/// The state of one check. Each file of this folder adds the methods of its chapter.
pub(crate) struct Checker<'a> {
    /// The texts.
    pub sources: &'a Sources,
    /// What may be named.
    pub vocabulary: Cow<'a, Vocabulary>,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// The declared sources, with their places.
    pub citable: Vec<(Source, Span)>,
    /// The place in `citable` of each folded key.
    pub citable_keys: BTreeMap<String, usize>,
    /// The keys of sources that were cited.
    pub cited: BTreeSet<String>,
    /// The things that sentences and conditions name.
    pub used_things: BTreeSet<ThingId>,
    /// The facts that conditions ask.
    pub used_facts: BTreeSet<FactId>,
    /// The labels, with their places.
    pub labels: BTreeMap<String, Span>,
    /// The folded titles and labels of steps, which points may name.
    pub steps: Cow<'a, BTreeSet<String>>,
    /// The declarations that could not be read, folded, between blanks: names in them may be
    /// declared there.
    pub broken: Vec<String>,
    /// Whether an import is missing, so that an unknown name is not the author's mistake.
    pub incomplete: bool,
    /// The medicines that the sentence being checked names, for advice.
    pub medicines: Medicines,
    /// Where the files could not be read.
    pub unread: BrokenPlaces,
    /// The comments of the files whose sentences are checked, in the order of their places.
    pub comments: Vec<Place>,
    /// A number for each sentence, in their order, that is the same for those that say the same.
    pub digests: Vec<u64>,
    /// What the sentences accept.
    pub accepted: Vec<Accepted>,
    /// What this protocol is for, as its header says it.
    pub treatment: Option<String>,
    /// Protocols are put together: a name that several of them declare alike is one thing.
    pub together: bool,
    /// A text is only tried out: what is not known is noted, and not looked into.
    pub quiet: bool,
}

/// Where errors start.
#[derive(Clone, Default)]
pub(crate) struct BrokenPlaces(BTreeSet<(SourceId, u32)>);

impl BrokenPlaces {
    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether one of them lies in a span.
    pub(crate) fn hold(&self, span: Span) -> bool {
        let within = start(span)..(span.source, span.end);
        self.0.range(within).next().is_some()
    }
}

fn start(span: Span) -> (SourceId, u32) {
    (span.source, span.start)
}

impl<'a> Checker<'a> {
    /// Nothing found yet.
    pub(crate) fn new(sources: &'a Sources, vocabulary: Cow<'a, Vocabulary>) -> Self {
        Self {
            sources,
            vocabulary,
            diagnostics: Vec::new(),
            citable: Vec::new(),
            citable_keys: BTreeMap::new(),
            cited: BTreeSet::new(),
            used_things: BTreeSet::new(),
            used_facts: BTreeSet::new(),
            labels: BTreeMap::new(),
            steps: Cow::default(),
            broken: Vec::new(),
            incomplete: false,
            medicines: Medicines::None,
            unread: BrokenPlaces::default(),
            comments: Vec::new(),
            digests: Vec::new(),
            accepted: Vec::new(),
            treatment: None,
            together: false,
            quiet: false,
        }
    }

    /// Notes a mistake, once: one place may be looked at for two ends of a window.
    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        let diagnostic = diagnostic.naming_things();
        let mut latest = self.diagnostics.iter().rev().take(4);
        if latest.all(|other| *other != diagnostic) {
            self.diagnostics.push(diagnostic);
        }
    }

    /// Notes a mistake without more to say.
    pub(crate) fn error(
        &mut self,
        code: Code,
        span: Span,
        message: impl Into<String>,
        label: impl Into<String>,
    ) {
        self.report(Diagnostic::new(code, span, message, label));
    }

    /// Where the errors stand.
    pub(crate) fn broken_places(&self) -> BrokenPlaces {
        let errors = self.diagnostics.iter();
        let errors = errors.filter(|one| one.severity() == Severity::Error);
        BrokenPlaces(errors.filter_map(|one| Some(start(one.span()?))).collect())
    }

    /// Whether an unknown name may be the doing of another mistake, already reported.
    pub(crate) fn is_excused(&self, name: &str) -> bool {
        let key = format!(" {} ", fold(name));
        self.incomplete || self.broken.iter().any(|line| line.contains(&key))
    }

    /// The places of a bare name's words, where they can be told apart.
    pub(crate) fn word_spans(&self, name: &Name) -> Option<Vec<Span>> {
        let raw = self.sources.text(name.span);
        let mut spans = Vec::new();
        let mut at = 0;
        for word in raw.split_whitespace() {
            let start = at + raw.get(at..)?.find(word)?;
            at = start + word.len();
            let offset = |byte: usize| Some(name.span.start + u32::try_from(byte).ok()?);
            spans.push(Span::new(name.span.source, offset(start)?, offset(at)?));
        }
        (spans.len() == name.text.split_whitespace().count() && !name.quoted).then_some(spans)
    }

    /// A stretch of the text on one line: blanks collapsed, comments left out.
    pub(crate) fn one_line(&self, span: Span) -> String {
        let written = self.sources.text(span);
        if has_single_blanks(written) && !written.contains('#') {
            return written.to_owned();
        }
        let mut at = span.start;
        let first = self
            .comments
            .partition_point(|Place(comment)| start(*comment) < start(span));
        let comments = self.comments.get(first..).unwrap_or_default();
        let inside = comments
            .iter()
            .map(|Place(comment)| *comment)
            .take_while(|comment| span.contains(*comment));
        let mut text = String::new();
        for comment in inside {
            if comment.start >= at {
                text.push_str(self.sources.text(Span::new(span.source, at, comment.start)));
                at = comment.end;
            }
        }
        text.push_str(self.sources.text(Span::new(span.source, at, span.end)));
        let mut line = String::with_capacity(text.len());
        for word in text.split_whitespace() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        line
    }
}
