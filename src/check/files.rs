//! Reads a protocol and all it imports, each file once, imports before their importers.

use std::collections::{BTreeMap, BTreeSet};

use super::load::{Found, Library, LoadError};
use super::stock::{Read, Shelved, Stock};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Source, Sources};
use crate::span::SourceId;
use crate::syntax::tree::{Declaration, FactDeclaration, File, Header, Item, Member, Name};
use crate::syntax::{self, Parsed, Reading};
use crate::vocabulary::nearest;

/// How deep imports may import.
const DEPTH: usize = 64;

/// One file that was read.
pub(crate) struct LoadedFile {
    /// Its name.
    pub name: String,
    /// Its tree; empty where it is shelved.
    pub file: File,
    /// What stands for its tree: what is in stock of it.
    pub shelved: Option<&'static Shelved<'static>>,
    /// The quoted names of it and its imports that hold a reserved word.
    pub protected: BTreeSet<String>,
    /// Which text.
    pub source: SourceId,
}

/// All files of a protocol.
pub(crate) struct Files {
    /// Imports before their importers; the protocol itself is the last.
    pub all: Vec<LoadedFile>,
    /// What is in stock of the shelved files, which are then the first; none where no file is shelved.
    pub stock: Option<&'static Stock<'static>>,
    /// Whether an import could not be read, so that names are missing.
    pub incomplete: bool,
    /// What is wrong with imports and syntax.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads `source` and all it imports; what is in stock, from there.
pub(crate) fn read(
    sources: &mut Sources,
    library: &dyn Library,
    name: &str,
    source: SourceId,
    stock: Option<&'static Stock<'static>>,
) -> Files {
    let mut reader = Reader {
        sources,
        library,
        files: Files {
            all: Vec::new(),
            stock,
            incomplete: false,
            diagnostics: Vec::new(),
        },
        done: BTreeMap::new(),
        open: Vec::new(),
    };
    reader.file(name, source);
    reader.unshelve();
    reader.files
}

struct Reader<'a> {
    sources: &'a mut Sources,
    library: &'a dyn Library,
    files: Files,
    /// The place in `files` of each file read.
    done: BTreeMap<String, usize>,
    /// The files between the protocol and the one being read, itself included.
    open: Vec<String>,
}

impl Reader<'_> {
    /// Reads one file after its imports; gives its place.
    fn file(&mut self, name: &str, source: SourceId) -> usize {
        let text = self.text(source);
        let (parsed, protected) = match self.files.stock.and_then(|stock| stock.read(source, &text))
        {
            Some(kept) => self.kept(name, source, &text, kept),
            None => self.parsed(name, source, &text),
        };
        self.files.diagnostics.extend(parsed.diagnostics);
        self.add(LoadedFile {
            name: name.to_owned(),
            file: parsed.file,
            shelved: None,
            protected,
            source,
        })
    }

    /// Parses a text after its imports; gives the protected names, too.
    fn parsed(&mut self, name: &str, source: SourceId, text: &str) -> (Parsed, BTreeSet<String>) {
        let mut reading = Reading::new(source, text);
        let mut parsed = reading.parse();
        let mut protected = self.imports(name, imports(&parsed.file));
        protected.extend(protected_names(&parsed.file));
        if reading.protect(&protected) {
            parsed = reading.parse();
        }
        (parsed, protected)
    }

    /// [`Self::parsed`] of a text that was read ahead of time: it is read again only where its imports
    /// protect other names here.
    fn kept(
        &mut self,
        name: &str,
        source: SourceId,
        text: &str,
        kept: Read,
    ) -> (Parsed, BTreeSet<String>) {
        let mut protected = self.imports(name, imports(&kept.file));
        protected.extend(protected_names(&kept.file));
        let parsed = if protected == kept.protected {
            Parsed {
                file: kept.file,
                diagnostics: Vec::new(),
            }
        } else {
            syntax::parse(source, text, &protected)
        };
        (parsed, protected)
    }

    /// Leaves a file on the shelf, after its imports; gives its place.
    fn shelve(&mut self, shelved: &'static Shelved<'static>, source: SourceId) -> usize {
        let mut protected = self.imports(shelved.name, shelved.imports(source));
        protected.extend(shelved.protected.iter().map(|name| (*name).to_owned()));
        self.add(LoadedFile {
            name: shelved.name.to_owned(),
            file: File::default(),
            shelved: Some(shelved),
            protected,
            source,
        })
    }

    /// Reads the shelved files after all, unless the stock fits what was loaded.
    fn unshelve(&mut self) {
        let files = &mut self.files;
        files.stock = files.stock.filter(|stock| stock.fits(&files.all));
        if files.stock.is_some() {
            return;
        }
        for file in &mut files.all {
            if file.shelved.take().is_some() {
                let text = self.sources.get(file.source).map_or("", Source::text);
                let mut parsed = syntax::parse(file.source, text, &file.protected);
                files.diagnostics.append(&mut parsed.diagnostics);
                file.file = parsed.file;
            }
        }
    }

    fn text(&self, source: SourceId) -> String {
        let source = self.sources.get(source);
        source.map_or_else(String::new, |source| source.text().to_owned())
    }

    fn add(&mut self, file: LoadedFile) -> usize {
        let index = self.files.all.len();
        self.done.insert(file.name.clone(), index);
        self.files.all.push(file);
        index
    }

    /// Reads what the file called `name` imports; gives the protected names of all that.
    fn imports(&mut self, name: &str, imports: Vec<Name>) -> BTreeSet<String> {
        self.open.push(name.to_owned());
        let mut protected = BTreeSet::new();
        let mut seen: BTreeSet<usize> = BTreeSet::new();
        for import in imports {
            let Some(index) = self.import(&import, name) else {
                continue;
            };
            if !seen.insert(index) {
                self.repeated(&import);
            }
            if let Some(file) = self.files.all.get(index) {
                protected.extend(file.protected.iter().cloned());
            }
        }
        self.open.pop();
        protected
    }

    /// Reads what an import means; gives its place.
    fn import(&mut self, import: &Name, importer: &str) -> Option<usize> {
        let found = match self.find(import, importer) {
            Ok(found) => found,
            Err(diagnostic) => {
                self.files.diagnostics.push(*diagnostic);
                self.files.incomplete = true;
                return None;
            }
        };
        let index = match self.done.get(&found.name) {
            Some(index) => *index,
            None => {
                let stock = self.files.stock;
                let shelved = stock.and_then(|stock| stock.shelved(&found.name, &found.text));
                let source = self.sources.add(found.name.clone(), found.text);
                match shelved {
                    Some(shelved) => self.shelve(shelved, source),
                    None => self.file(&found.name, source),
                }
            }
        };
        self.refuse_sentences(import, index);
        Some(index)
    }

    fn find(&self, import: &Name, importer: &str) -> Result<Found, Box<Diagnostic>> {
        let found = found(self.library, import, importer)?;
        if self.open.contains(&found.name) {
            return Err(Box::new(self.cycle(import, &found.name)));
        }
        if self.open.len() >= DEPTH {
            return Err(Box::new(
                Diagnostic::new(
                    Code::ImportDepth,
                    import.span,
                    format!("imports go more than {DEPTH} files deep here"),
                    "one import too deep",
                )
                .with_help("import the vocabularies side by side in the protocol itself"),
            ));
        }
        Ok(found)
    }

    fn cycle(&self, import: &Name, found: &str) -> Diagnostic {
        let from = self.open.iter().position(|name| name == found).unwrap_or(0);
        let ring: Vec<&str> = self.open.iter().skip(from).map(String::as_str).collect();
        let (message, label) = if ring.len() == 1 {
            (format!("`{found}` imports itself"), "this very file")
        } else {
            (
                format!("`{}` import one another in a circle", ring.join("`, `")),
                "leads back to a file that is being read",
            )
        };
        Diagnostic::new(Code::ImportCycle, import.span, message, label)
            .with_help("leave this import out: its words are there already")
    }

    /// A vocabulary holds no sentences.
    fn refuse_sentences(&mut self, import: &Name, index: usize) {
        let Some(file) = self.files.all.get(index) else {
            return;
        };
        let Some(first) = file
            .file
            .items
            .iter()
            .find(|item| matches!(item.node, Item::Statement(_)))
        else {
            return;
        };
        let wanted: Vec<Name> = imports(&file.file);
        let mut diagnostic = Diagnostic::new(
            Code::ImportProtocol,
            import.span,
            format!(
                "`{}` is a protocol, and only a vocabulary can be imported",
                import.text
            ),
            "this file holds sentences",
        )
        .with_label(first.span.at_start(), "the first of them");
        diagnostic = match wanted.first() {
            Some(name) if wanted.len() == 1 => diagnostic
                .with_help(format!(
                    "import the vocabulary that it uses: `import {}`",
                    name.text
                ))
                .with_fix(import.span, &name.text),
            _ => diagnostic.with_help(
                "move the words that both need into a file of their own, and import that",
            ),
        };
        self.files.diagnostics.push(diagnostic);
    }

    fn repeated(&mut self, import: &Name) {
        self.files.diagnostics.push(
            Diagnostic::new(
                Code::RepeatedImport,
                import.span,
                format!("`{}` is imported twice", import.text),
                "imported above",
            )
            .with_help("leave one of the two lines out"),
        );
    }
}

/// The file that a name means in the file called `importer`.
///
/// # Errors
/// The name is a path, means nothing or two files, or cannot be read.
pub(crate) fn found(
    library: &dyn Library,
    import: &Name,
    importer: &str,
) -> Result<Found, Box<Diagnostic>> {
    let text = &import.text;
    if text.contains(['/', '\\', ':']) || text.starts_with('.') || text.ends_with(".rules") {
        return Err(Box::new(path(import)));
    }
    match library.find(text, importer) {
        Ok(Some(found)) => Ok(found),
        Ok(None) => Err(Box::new(unknown(library, import, importer))),
        Err(error) => Err(Box::new(refused(import, &error))),
    }
}

fn unknown(library: &dyn Library, import: &Name, importer: &str) -> Diagnostic {
    let names = library.names(importer);
    let diagnostic = Diagnostic::new(
        Code::UnknownImport,
        import.span,
        format!("there is no vocabulary called `{}`", import.text),
        "neither bundled nor a file beside this one",
    );
    match nearest(&import.text, names.iter().map(String::as_str)) {
        Some(near) => diagnostic
            .with_help(format!("did you mean `{near}`?"))
            .with_fix(import.span, near),
        None => diagnostic.with_help(format!("there is {}", backticks(&names))),
    }
}

fn path(import: &Name) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        Code::ImportPath,
        import.span,
        format!("`{}` is a path, and an import is a bare name", import.text),
        "a path",
    );
    let last = import
        .text
        .rsplit(['/', '\\'])
        .next()
        .unwrap_or_default()
        .trim_end_matches(".rules");
    if last.is_empty() || last.starts_with('.') {
        return diagnostic.with_help("name a bundled vocabulary, or a file beside this one");
    }
    diagnostic.with_help(format!(
        "put the file beside this one and write `import {last}`"
    ))
}

fn refused(import: &Name, error: &LoadError) -> Diagnostic {
    let (code, message, label, help) = match error {
        LoadError::Both { beside } => (
            Code::ImportBoth,
            format!("`{}` could mean two files", import.text),
            format!("bundled, and `{beside}`, too"),
            "give the file beside this one a name that is not bundled".to_owned(),
        ),
        LoadError::LeadsOut => (
            Code::ImportPath,
            format!("`{}` leads out of the folder of this file", import.text),
            "not in this folder".to_owned(),
            "put the file itself beside this one".to_owned(),
        ),
        LoadError::Unreadable(reason) => (
            Code::ImportUnreadable,
            format!("`{}` cannot be read: {reason}", import.text),
            "this file".to_owned(),
            "save it as a UTF-8 text that you may read".to_owned(),
        ),
    };
    Diagnostic::new(code, import.span, message, label).with_help(help)
}

/// `` `a`, `b` ``
fn backticks(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

fn imports(file: &File) -> Vec<Name> {
    file.items
        .iter()
        .filter_map(|item| match &item.node {
            Item::Header(Header::Import(name)) => Some(name.clone()),
            _ => None,
        })
        .collect()
}

/// The quoted names that a file declares and that hold a reserved word.
fn protected_names(file: &File) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for item in &file.items {
        match &item.node {
            Item::Declaration(Declaration { member, .. }) => protect(member, &mut names),
            Item::Fact(FactDeclaration { name, .. }) => protect_name(name, &mut names),
            Item::Header(_) | Item::Statement(_) | Item::Scenario(_) => {}
        }
    }
    names
}

fn protect(member: &Member, names: &mut BTreeSet<String>) {
    protect_name(&member.name, names);
    for alias in &member.aliases {
        protect_name(alias, names);
    }
    for below in &member.members {
        protect(below, names);
    }
}

fn protect_name(name: &Name, names: &mut BTreeSet<String>) {
    if name.quoted && syntax::holds_reserved_word(&name.text) {
        let spaced = name.text.to_lowercase().replace('-', " ");
        let words: Vec<&str> = spaced.split_whitespace().collect();
        names.insert(words.join(" "));
    }
}
