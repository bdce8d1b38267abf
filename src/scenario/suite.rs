//! A protocol and the scenarios of one file about it: its own, or those of a file beside it.

use std::collections::BTreeSet;

use super::read::{Scenario, read};
use crate::check::{CheckOptions, Checked, Library, Protocol, check, found};
use crate::diagnostic::{Code, Diagnostic, any_error};
use crate::source::Sources;
use crate::span::Span;
use crate::syntax::tree::{File, Header, Item, Name};
use crate::syntax::{self, Parsed};

/// A protocol, and scenarios about it.
#[derive(Debug, Clone, Default)]
pub struct Suite {
    /// The protocol; none where it, or the file of its scenarios, has an error.
    pub protocol: Option<Protocol>,
    /// The protocol's own text.
    pub text: String,
    /// The tree of that.
    pub own: File,
    /// The names that may stand bare in it although they hold a reserved word.
    pub protected: BTreeSet<String>,
    /// The tree of the file that holds the scenarios: that of the protocol, or another.
    pub file: File,
    /// The scenarios of the file.
    pub scenarios: Vec<Scenario>,
    /// What is wrong with the protocol and with its scenarios.
    pub diagnostics: Vec<Diagnostic>,
}

/// The protocol that a file of scenarios is about: `scenarios for microneedling`.
#[must_use]
pub fn about(file: &File) -> Option<&Name> {
    file.items.iter().find_map(|item| match &item.node {
        Item::Header(Header::ScenariosFor(name)) => Some(name),
        _ => None,
    })
}

/// Checks the file `text`, called `name`: a protocol with scenarios of its own, or a file of scenarios about
/// another protocol, which is then found in `library` and checked, too.
pub fn suite(
    sources: &mut Sources,
    library: &dyn Library,
    name: &str,
    text: &str,
    options: &CheckOptions,
) -> Suite {
    // Which file it is about is found in a text of its own: checking adds the text itself.
    let scratch = Sources::new().add(name, "");
    let first = syntax::parse(scratch, text, &BTreeSet::new());
    if about(&first.file).is_some() {
        beside(sources, library, name, text, options)
    } else {
        let checked = check(sources, library, name, text, options);
        let file = checked.file.clone();
        own(checked, text, file)
    }
}

/// The scenarios of a protocol's own file.
fn own(checked: Checked, text: &str, file: File) -> Suite {
    let mut suite = Suite {
        protocol: checked.protocol,
        text: text.to_owned(),
        own: checked.file,
        protected: checked.protected,
        file,
        scenarios: Vec::new(),
        diagnostics: checked.diagnostics,
    };
    suite.take();
    suite
}

/// Scenarios about a protocol that stands elsewhere.
fn beside(
    sources: &mut Sources,
    library: &dyn Library,
    name: &str,
    text: &str,
    options: &CheckOptions,
) -> Suite {
    let home = sources.add(name, text);
    let first = syntax::parse(home, text, &BTreeSet::new());
    let there = match about(&first.file).map(|protocol| found(library, protocol, name)) {
        Some(Ok(there)) => there,
        Some(Err(diagnostic)) => return Suite::wrong(of_protocol(*diagnostic)),
        None => return Suite::default(),
    };
    let mut checked = check(sources, library, &there.name, &there.text, options);
    // Which of its names may stand bare is known by now.
    let Parsed {
        file,
        mut diagnostics,
    } = syntax::parse(home, text, &checked.protected);
    diagnostics.extend(
        file.items
            .iter()
            .filter_map(|item| stray(&item.node, item.span)),
    );
    if any_error(&diagnostics) {
        checked.protocol = None;
    }
    checked.diagnostics.extend(diagnostics);
    own(checked, &there.text, file)
}

impl Suite {
    /// That no protocol was found.
    fn wrong(diagnostic: Diagnostic) -> Self {
        Self {
            diagnostics: vec![diagnostic],
            ..Self::default()
        }
    }

    /// Takes the scenarios of its file.
    fn take(&mut self) {
        let Some(protocol) = &self.protocol else {
            return;
        };
        let (scenarios, found) = read(protocol, &self.file);
        let wrong = any_error(&found);
        self.diagnostics.extend(found);
        self.diagnostics
            .sort_by_key(|one| one.span().map(|span| (span.source, span.start, span.end)));
        self.scenarios = scenarios;
        if wrong {
            self.protocol = None;
        }
    }
}

/// A mistake of an import, said of the protocol that scenarios are about.
fn of_protocol(mut diagnostic: Diagnostic) -> Diagnostic {
    if diagnostic.code == Code::UnknownImport {
        diagnostic.message = diagnostic
            .message
            .replace("no vocabulary called", "no protocol called");
    }
    diagnostic
}

/// What cannot stand in a file of scenarios.
fn stray(item: &Item, span: Span) -> Option<Diagnostic> {
    let of_scenarios = matches!(
        item,
        Item::Scenario(_) | Item::Header(Header::ScenariosFor(_))
    );
    (!of_scenarios).then(|| {
        Diagnostic::new(
            Code::ScenarioShape,
            span,
            "a file of scenarios holds scenarios alone",
            "this belongs to the protocol",
        )
        .with_help("move it into the protocol, or take the line `scenarios for` out")
    })
}
