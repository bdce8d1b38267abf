//! What may be named where a text will stand.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::names::Names;
use crate::check::{sentences, steps};
use crate::syntax::Protected;
use crate::syntax::tree::{File, Head, Header, Item};
use crate::vocabulary::{Vocabulary, fold};

/// What a text that is being typed may name: made once when the protocol changes, and asked at each key.
///
/// It looks at the protocol's sentences once, for labels, steps and sources. Asking takes time that
/// grows with the text being typed and, where every name fits, with the vocabulary; never with the
/// protocol.
#[derive(Debug, Clone)]
pub struct Scope {
    vocabulary: Arc<Vocabulary>,
    protected: Protected,
    names: Names,
    steps: BTreeSet<String>,
    labels: Vec<String>,
    sources: Vec<CitedSource>,
    imports: Vec<String>,
    headers: BTreeSet<&'static str>,
}

/// A source that sentences may cite.
#[derive(Debug, Clone)]
pub(super) struct CitedSource {
    /// What sentences call it.
    pub key: String,
    /// Its title.
    pub title: String,
}

impl Scope {
    /// The scope inside a protocol.
    ///
    /// `vocabulary`: what a [`check`](crate::check::check) of it found; `file`: its tree; `protected`: what
    /// [`protected`](crate::check::protected) gives for it; `imports`: what it could import
    /// ([`Library::names`](crate::check::Library::names)).
    #[must_use]
    pub fn new(
        vocabulary: Arc<Vocabulary>,
        file: &File,
        protected: &BTreeSet<String>,
        imports: Vec<String>,
    ) -> Self {
        let (mut labels, mut routines) = (Vec::new(), Vec::new());
        sentences(file, &mut |sentence| {
            labels.extend(sentence.label.as_ref().map(|label| label.text.clone()));
            if let Head::Steps { title, .. } = &sentence.head.node {
                routines.push(title.node.clone());
            }
        });
        let headers = file.items.iter().filter_map(|item| match &item.node {
            Item::Header(header) => Some(header),
            _ => None,
        });
        let sources = headers.clone().filter_map(cited).collect();
        Self {
            names: Names::new(&vocabulary, routines),
            vocabulary,
            protected: Protected::new(protected),
            steps: steps(file),
            labels,
            sources,
            imports,
            headers: headers.filter_map(Header::once).collect(),
        }
    }

    /// The scope of an empty protocol that imports nothing yet.
    #[must_use]
    pub fn empty(imports: Vec<String>) -> Self {
        let file = File {
            items: Vec::new(),
            comments: Vec::new(),
        };
        Self::new(
            Arc::new(Vocabulary::new()),
            &file,
            &BTreeSet::new(),
            imports,
        )
    }

    /// What may be named.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The labels of the protocol's sentences, in their order.
    #[must_use]
    pub fn labels(&self) -> &[String] {
        &self.labels
    }

    /// The names that may stand bare although they hold a reserved word.
    pub(super) fn protected(&self) -> &Protected {
        &self.protected
    }

    /// The names in the order in which they are offered.
    pub(super) fn names(&self) -> &Names {
        &self.names
    }

    /// The folded names of steps.
    pub(super) fn steps(&self) -> &BTreeSet<String> {
        &self.steps
    }

    /// What can be imported.
    pub(super) fn imports(&self) -> &[String] {
        &self.imports
    }

    /// The sources that sentences may cite.
    pub(super) fn sources(&self) -> &[CitedSource] {
        &self.sources
    }

    /// Whether a source has this key.
    pub(super) fn has_source(&self, key: &str) -> bool {
        let key = fold(key);
        self.sources.iter().any(|source| fold(&source.key) == key)
    }

    /// Whether the protocol has this line of the header, which can stand once.
    pub(super) fn has_header(&self, word: &str) -> bool {
        self.headers.contains(word)
    }
}

fn cited(header: &Header) -> Option<CitedSource> {
    match header {
        Header::Source { key, title, .. } => Some(CitedSource {
            key: key.text.clone(),
            title: title.node.clone(),
        }),
        _ => None,
    }
}
