//! Reads a protocol and all it imports, each file once, imports before their importers.

use std::collections::{BTreeMap, BTreeSet};

use super::found::found;
use super::link::Link;
use super::load::{Bundled, Found, Library};
use super::stock::{Read, Shelved, Stock};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Source, Sources};
use crate::span::SourceId;
use crate::syntax::tree::{Declaration, FactDeclaration, File, Header, Item, Member, Name};
use crate::syntax::{self, Parsed, Reading};

/// How deep imports may import.
pub(super) const DEPTH: usize = 64;

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
    /// The places of the files that it extends, in the order of its lines.
    pub extends: Vec<usize>,
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
    read_several(sources, &[(library, name, source)], stock).0
}

/// Reads several texts and all that they import, each file once; gives the places of the texts, too.
pub(crate) fn read_several(
    sources: &mut Sources,
    texts: &[(&dyn Library, &str, SourceId)],
    stock: Option<&'static Stock<'static>>,
) -> (Files, Vec<usize>) {
    let mut reader = Reader {
        sources,
        library: &Bundled,
        files: Files {
            all: Vec::new(),
            stock,
            incomplete: false,
            diagnostics: Vec::new(),
        },
        done: BTreeMap::new(),
        open: Vec::new(),
    };
    let mut places = Vec::new();
    for (library, name, source) in texts {
        reader.library = *library;
        places.push(match reader.done.get(*name) {
            Some(known) => *known,
            None => reader.file(name, *source),
        });
    }
    reader.unshelve();
    (reader.files, places)
}

/// What a file takes from the files that it names.
#[derive(Default)]
struct Around {
    /// The protected names of all that.
    protected: BTreeSet<String>,
    /// The places of the protocols that it extends.
    extends: Vec<usize>,
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
        let (parsed, around) = match self.files.stock.and_then(|stock| stock.read(source, &text)) {
            Some(kept) => self.kept(name, source, &text, kept),
            None => self.parsed(name, source, &text),
        };
        self.files.diagnostics.extend(parsed.diagnostics);
        self.add(LoadedFile {
            name: name.to_owned(),
            file: parsed.file,
            shelved: None,
            protected: around.protected,
            source,
            extends: around.extends,
        })
    }

    /// Parses a text after its imports; gives what these come to, too.
    fn parsed(&mut self, name: &str, source: SourceId, text: &str) -> (Parsed, Around) {
        let mut reading = Reading::new(source, text);
        let mut parsed = reading.parse();
        let mut around = self.around(name, wanted(&parsed.file));
        around.protected.extend(protected_names(&parsed.file));
        if reading.protect(&around.protected) {
            parsed = reading.parse();
        }
        (parsed, around)
    }

    /// [`Self::parsed`] of a text that was read ahead of time: it is read again only where its imports
    /// protect other names here.
    fn kept(&mut self, name: &str, source: SourceId, text: &str, kept: Read) -> (Parsed, Around) {
        let mut around = self.around(name, wanted(&kept.file));
        around.protected.extend(protected_names(&kept.file));
        let parsed = if around.protected == kept.protected {
            Parsed {
                file: kept.file,
                diagnostics: Vec::new(),
            }
        } else {
            syntax::parse(source, text, &around.protected)
        };
        (parsed, around)
    }

    /// Leaves a file on the shelf, after its imports; gives its place.
    fn shelve(&mut self, shelved: &'static Shelved<'static>, source: SourceId) -> usize {
        let imports = shelved.imports(source).into_iter();
        let wanted = imports.map(|name| (name, Link::Import)).collect();
        let mut protected = self.around(shelved.name, wanted).protected;
        protected.extend(shelved.protected.iter().map(|name| (*name).to_owned()));
        self.add(LoadedFile {
            name: shelved.name.to_owned(),
            file: File::default(),
            shelved: Some(shelved),
            protected,
            source,
            extends: Vec::new(),
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

    /// Reads what the file called `name` imports and extends; gives what all that comes to.
    fn around(&mut self, name: &str, wanted: Vec<(Name, Link)>) -> Around {
        self.open.push(name.to_owned());
        let mut around = Around::default();
        let mut seen: BTreeSet<(usize, Link)> = BTreeSet::new();
        for (wanted, link) in wanted {
            let Some(index) = self.wanted(&wanted, link, name) else {
                continue;
            };
            if !seen.insert((index, link)) {
                self.repeated(&wanted, link);
            } else if link == Link::Extends {
                around.extends.push(index);
            }
            if let Some(file) = self.files.all.get(index) {
                around.protected.extend(file.protected.iter().cloned());
            }
        }
        self.open.pop();
        around
    }

    /// Reads what a name behind `import` or `extends` means; gives its place.
    fn wanted(&mut self, name: &Name, link: Link, importer: &str) -> Option<usize> {
        let found = match self.find(name, link, importer) {
            Ok(found) => found,
            Err(diagnostic) => {
                self.files.diagnostics.push(link.said(*diagnostic));
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
        match link {
            Link::Import => self.refuse_sentences(name, index),
            Link::Extends => self.refuse_words(name, index),
        }
        Some(index)
    }

    fn find(&self, name: &Name, link: Link, importer: &str) -> Result<Found, Box<Diagnostic>> {
        let found = found(self.library, name, importer)?;
        if self.open.contains(&found.name) {
            return Err(Box::new(self.cycle(name, link, &found.name)));
        }
        if self.open.len() >= DEPTH {
            return Err(Box::new(link.too_deep(name.span)));
        }
        Ok(found)
    }

    fn cycle(&self, import: &Name, link: Link, found: &str) -> Diagnostic {
        let from = self.open.iter().position(|name| name == found).unwrap_or(0);
        let ring: Vec<&str> = self.open.iter().skip(from).map(String::as_str).collect();
        let (message, label) = if ring.len() == 1 {
            (
                format!("`{found}` {} itself", link.does()),
                "this very file",
            )
        } else {
            (
                format!(
                    "`{}` {} one another in a circle",
                    ring.join("`, `"),
                    link.word()
                ),
                "leads back to a file that is being read",
            )
        };
        Diagnostic::new(Code::ImportCycle, import.span, message, label).with_help(match link {
            Link::Import => "leave this import out: its words are there already",
            Link::Extends => "leave this line out: one of them has to stand on its own",
        })
    }

    /// A vocabulary holds no sentences.
    fn refuse_sentences(&mut self, import: &Name, index: usize) {
        let Some(file) = self.files.all.get(index) else {
            return;
        };
        let Some(first) = file.file.items.iter().find(|item| says(&item.node)) else {
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

    /// What is extended has sentences.
    fn refuse_words(&mut self, name: &Name, index: usize) {
        let Some(file) = self.files.all.get(index) else {
            return;
        };
        let mut mistakes = self.files.diagnostics.iter().filter_map(Diagnostic::span);
        let is_broken = mistakes.any(|span| span.source == file.source);
        if is_broken || file.file.items.iter().any(|item| says(&item.node)) {
            return;
        }
        let (span, name) = (name.span, &name.text);
        self.files.diagnostics.push(
            Diagnostic::new(
                Code::ExtendsWords,
                span,
                format!("`{name}` holds no sentences, and a variant is one of a protocol"),
                "words, and no sentences",
            )
            .with_help(format!("take its words in with `import {name}`")),
        );
    }

    fn repeated(&mut self, import: &Name, link: Link) {
        let (done, above) = match link {
            Link::Import => ("imported", "imported above"),
            Link::Extends => ("extended", "extended above"),
        };
        self.files.diagnostics.push(
            Diagnostic::new(
                Code::RepeatedImport,
                import.span,
                format!("`{}` is {done} twice", import.text),
                above,
            )
            .with_help("leave one of the two lines out"),
        );
    }
}

fn imports(file: &File) -> Vec<Name> {
    let wanted = wanted(file).into_iter();
    wanted
        .filter(|(_, link)| *link == Link::Import)
        .map(|(name, _)| name)
        .collect()
}

/// What a file imports and extends, in the order of its lines.
fn wanted(file: &File) -> Vec<(Name, Link)> {
    file.items
        .iter()
        .filter_map(|item| match &item.node {
            Item::Header(Header::Import(name)) => Some((name.clone(), Link::Import)),
            Item::Header(Header::Extends(name)) => Some((name.clone(), Link::Extends)),
            _ => None,
        })
        .collect()
}

/// Whether an item makes its file a protocol: a sentence, or what becomes of another protocol's.
pub(crate) fn says(item: &Item) -> bool {
    matches!(
        item,
        Item::Statement(_)
            | Item::Replace(_)
            | Item::Drop { .. }
            | Item::Header(Header::Extends(_))
    )
}

/// The quoted names that a file declares and that hold a reserved word.
fn protected_names(file: &File) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for item in &file.items {
        match &item.node {
            Item::Declaration(Declaration { member, .. }) => protect(member, &mut names),
            Item::Fact(FactDeclaration { name, .. }) => protect_name(name, &mut names),
            Item::Header(_)
            | Item::Statement(_)
            | Item::Scenario(_)
            | Item::Replace(_)
            | Item::Drop { .. } => {}
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
