//! Quoted names that nothing declares: each is a new thing of this protocol, wherever it stands.

use std::collections::BTreeMap;

use smallvec::smallvec;

use super::Role;
use super::can_have;
use super::kept::beside_quotes;
use super::near::is_likely;
use crate::check::checker::Checker;
use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::side_by_side::side_by_side;
use crate::span::Spanned;
use crate::syntax::tree::{AvoidWord, Clause, Head, Item, Kind, Name, Sentence, Statement, Things};
use crate::vocabulary::{Named, Thing, Vocabulary, fold, is_done_by_things, nearest_of};

/// To look for names in fewer sentences is not worth a thread.
const LEAST: usize = 1024;

/// The quoted names found so far: where each stands, and the kinds that its places suggest.
#[derive(Default)]
struct Found<'f> {
    names: BTreeMap<String, (Vec<&'f Name>, Suggested)>,
}

/// Kinds, and whether each is sure.
type Suggested = Vec<(Kind, bool)>;

impl Checker<'_> {
    /// Declares the quoted names of sentences that are not known. This goes before all sentences
    /// are read, so that their order does not matter.
    pub(crate) fn declare_locals(&mut self, items: &[Spanned<Item>]) {
        let found = Found::among(items);
        let mut names: Vec<_> = found.names.into_values().collect();
        names.sort_by_key(|(places, _)| places.first().map(|name| name.span.start));
        for (places, kinds) in names {
            let Some(name) = places.first() else {
                continue;
            };
            if self.reads_soundly(&name.text) || self.is_excused(&name.text) {
                continue;
            }
            let least = |sure: bool| {
                kinds
                    .iter()
                    .filter(|kind| kind.1 == sure)
                    .map(|kind| kind.0)
                    .min()
            };
            // What `do not` stands before is done, whatever else is said of it.
            let deed = kinds.iter().find(|kind| kind.0 == Kind::Activity);
            let kind = least(true)
                .or(deed.map(|kind| kind.0))
                .or_else(|| least(false));
            self.declare_local(name, &places, kind.unwrap_or(Kind::Substance));
        }
    }

    /// Whether a name is known, and its thing can be as it says: `"heavy bleeding"` is no bleeding with what glasses are.
    fn reads_soundly(&self, text: &str) -> bool {
        let Some(reading) = self.read(text) else {
            return false;
        };
        let Named::Thing(id) = reading.named else {
            return true;
        };
        let mut attributes = reading.attributes.iter();
        self.vocabulary.thing(id).kind != Kind::Symptom
            || attributes.all(|attribute| can_have(&self.vocabulary, id, *attribute))
    }

    fn declare_local(&mut self, name: &Name, places: &[&Name], kind: Kind) {
        if self.declared_pronoun(name) {
            // It is a thing from here on, so that nothing else is said of it.
        } else if let Some(diagnostic) = self
            .near_local(name, places, kind)
            .or_else(|| self.holding(name, kind))
        {
            self.report(diagnostic);
        }
        let (id, _) = self.vocabulary.to_mut().add(Thing {
            parents: smallvec![Vocabulary::kind_class(kind)],
            span: Some(name.span),
            local: true,
            ..Thing::named(name.text.clone(), kind)
        });
        self.used_things.insert(id);
    }

    fn near_local(&self, name: &Name, places: &[&Name], kind: Kind) -> Option<Diagnostic> {
        let names = self.known_names(&|id, _| !self.vocabulary.thing(id).local);
        let near = nearest_of(&name.text, names.iter().map(String::as_str), |near| {
            is_likely(&name.text, near)
        })?;
        let role = if kind == Kind::Symptom {
            Role::Symptom("expect")
        } else {
            Role::Restrict("avoid")
        };
        let distance = strsim::damerau_levenshtein(&near.to_lowercase(), &name.text.to_lowercase());
        (distance <= 2).then(|| {
            Diagnostic::new(
                Code::NearName,
                name.span,
                format!(
                    "`{}` is a new thing, and nearly called as `{near}` is",
                    name.text
                ),
                "not declared",
            )
            .with_help(self.near_or_new(name, role, near))
            .with_edits(
                places
                    .iter()
                    .map(|place| Edit {
                        span: place.span,
                        text: near.to_owned(),
                    })
                    .collect(),
            )
        })
    }

    /// A known thing whose name is part of this one.
    fn holding(&self, name: &Name, stands: Kind) -> Option<Diagnostic> {
        let words: Vec<&str> = name.text.split_whitespace().collect();
        let most = words.len().min(8);
        let held = |wanted: &dyn Fn(Kind) -> bool| {
            (1..most).rev().find_map(|length| {
                // Of two the one at the end, where the noun stands.
                words.windows(length).rev().find_map(|part| {
                    let text = part.join(" ");
                    let Named::Thing(id) = self.vocabulary.find(&text)? else {
                        return None;
                    };
                    let thing = self.vocabulary.thing(id);
                    let said = !thing.local && !self.vocabulary.is_kind_class(id);
                    (said && wanted(thing.kind)).then_some((text, thing.kind))
                })
            })
        };
        // `itching from numbing cream` is an itching.
        let sign = held(&|kind| kind == Kind::Symptom).filter(|_| stands == Kind::Symptom);
        let any = || held(&|kind| kind.is_thing() || kind == Kind::Symptom);
        // `while "using retinol"` is when something is used, and no thing.
        let (held, kind) = sign.or_else(any).filter(|_| stands != Kind::Situation)?;
        // So is what is still there: `bleeding does not stop`.
        let in_its_state = [
            " is ",
            " are ",
            " does not ",
            " do not ",
            " will not ",
            " has not ",
        ]
        .iter()
        .any(|word| name.text.contains(word));
        // `dressing comes off` is what a dressing does, and none.
        let does = words.iter().skip(1).any(|word| is_done_by_things(word));
        if stands == Kind::Symptom && (in_its_state || does && kind != Kind::Symptom) {
            return None;
        }
        if let (Kind::Symptom, Some((one, other))) = (stands, self.two_signs(&name.text)) {
            return Some(
                Diagnostic::new(
                    Code::HoldsKnownName,
                    name.span,
                    format!("`{}` is a new sign, and reports of `{one}` and `{other}` do not count", name.text),
                    "two known signs",
                )
                .with_help(format!(
                    "write `{one}`, and `if {other}` at the end of the sentence, where both must be there"
                )),
            );
        }
        let is_allowed = self
            .precedes(name)
            .is_some_and(|before| before.trim_start().starts_with("allow "));
        let help = if is_allowed && words.join(" ").ends_with(&held) {
            format!(
                "declare `{} \"{1}\" in {held}`, and leave it out of a ban on {held}, which wins over this: `avoid {held} \
                 except \"{1}\"`",
                kind.word(),
                name.text
            )
        } else if kind == Kind::Symptom && stands != Kind::Symptom {
            self.beside_symptom(name, stands)?
        } else {
            beside_quotes(&name.text, &held, (kind, stands))?
        };
        Some(
            Diagnostic::new(
                Code::HoldsKnownName,
                name.span,
                format!(
                    "`{}` is a new thing, and rules on `{held}` do not cover it",
                    name.text
                ),
                format!("holds `{held}`"),
            )
            .with_help(help),
        )
    }
}

/// Words between two signs that are there at once.
const AT_ONCE: &[&str] = &["with", "and", "plus", "together with", "along with"];

impl Checker<'_> {
    /// `redness with fever`: the two known signs in one name.
    fn two_signs(&self, name: &str) -> Option<(String, String)> {
        let is_sign = |text: &str| {
            let thing = self.vocabulary.find_thing(text);
            thing.is_some_and(|thing| self.vocabulary.thing(thing).kind == Kind::Symptom)
        };
        AT_ONCE.iter().find_map(|word| {
            let (one, other) = name.split_once(&format!(" {word} "))?;
            (is_sign(one) && is_sign(other)).then(|| (one.to_owned(), other.to_owned()))
        })
    }
}

impl<'f> Found<'f> {
    /// The quoted names of all sentences.
    fn among(items: &'f [Spanned<Item>]) -> Self {
        let pieces: Vec<_> = items.chunks(LEAST).collect();
        let found = side_by_side(&pieces, |piece| {
            let mut found = Found::default();
            for item in *piece {
                if let Item::Statement(statement) = &item.node {
                    found.statement(statement);
                }
            }
            found
        });
        let mut all = Self::default();
        for (key, (places, kinds)) in found.into_iter().flat_map(|found| found.names) {
            let known = all.names.entry(key).or_default();
            known.0.extend(places);
            known.1.extend(kinds);
        }
        all
    }

    fn statement(&mut self, statement: &'f Statement) {
        match statement {
            Statement::Sentence(sentence) => self.sentence(sentence),
            Statement::Section { body, .. } => {
                for inner in body {
                    self.statement(&inner.node);
                }
            }
            Statement::When {
                body, otherwise, ..
            } => {
                for inner in body.iter().chain(otherwise.iter().flatten()) {
                    self.statement(&inner.node);
                }
            }
        }
    }

    fn sentence(&mut self, sentence: &'f Sentence) {
        let role = self.head(&sentence.head.node);
        self.clauses(&sentence.clauses, role);
    }

    fn clauses(&mut self, clauses: &'f [Spanned<Clause>], role: Role) {
        for clause in clauses {
            match &clause.node {
                Clause::Except(things) => self.things(things, role),
                Clause::Instead { verb, things, own }
                | Clause::IfUnavoidable { verb, things, own } => {
                    let role = Role::Duty(verb.node, verb.span);
                    self.things(things, role);
                    self.clauses(own, role);
                }
                Clause::Using(things) => self.things(things, Role::Using),
                Clause::Places(places) => {
                    for site in &places.sites {
                        self.name(&site.name, Role::Place);
                    }
                }
                Clause::While(name) => self.name(name, Role::Situation),
                Clause::ExceptWhile(names) => {
                    for name in names {
                        self.name(name, Role::Situation);
                    }
                }
                _ => {}
            }
        }
    }

    fn head(&mut self, head: &'f Head) -> Role {
        let role = match head {
            Head::Duty { verb, .. } => Role::Duty(verb.node, verb.span),
            Head::Expect(_) | Head::Report { .. } => Role::Symptom("expect"),
            Head::Avoid {
                word: AvoidWord::DoNot | AvoidWord::Never,
                ..
            } => Role::Restrict("do not"),
            _ => Role::Restrict("avoid"),
        };
        match head {
            Head::Avoid { things, .. }
            | Head::Duty { things, .. }
            | Head::Resume(things)
            | Head::Limit { things, .. }
            | Head::Expect(things)
            | Head::Report { things, .. } => self.things(things, role),
            Head::Allow { things, but_not } => {
                self.things(things, role);
                if let Some(things) = but_not {
                    self.things(things, role);
                }
            }
            Head::Steps { items, .. } => {
                for item in items {
                    self.sentence(&item.sentence.node);
                }
            }
            _ => {}
        }
        role
    }

    fn things(&mut self, things: &'f Things, role: Role) {
        for thing in things.things.iter().chain(&things.including) {
            self.name(&thing.node.name, role);
        }
    }

    fn name(&mut self, name: &'f Name, role: Role) {
        if let (true, Some(kind)) = (name.quoted, role.local_kind()) {
            let (places, kinds) = self.names.entry(fold(&name.text)).or_default();
            places.push(name);
            kinds.push(kind);
        }
    }
}
