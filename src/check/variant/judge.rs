//! What a variant loosens, judged by what it comes to (LANGUAGE.md, 3.10): each sentence that it replaces or drops
//! is held against all that stands then.

use std::borrow::Cow;
use std::sync::Arc;

use super::lineage::{Change, Layer, Lineage, Loosened, Taken};
use super::standing::{Changing, Layer as Standings, Now, Slot, Standing};
use super::{Family, mistake};
use crate::check::checker::Checker;
use crate::check::files::LoadedFile;
use crate::check::protocol::{Protocol, Rule};
use crate::check::review::placed_sentences;
use crate::check::review::unused::steps;
use crate::check::sentence::LEAST;
use crate::diagnostic::any_error;
use crate::eval::every::{Compared, Instead, Looks, Looser, looser};
use crate::plan::{Location, Replaces, RuleRef};
use crate::span::Span;
use crate::syntax::tree::{Duration, Header, Item};

impl Family<'_> {
    /// Says what each file of the family changes and what of it loosens, reports what is loosened without a reason, and
    /// marks the rules that stand in the place of others.
    pub(crate) fn judge(
        &self,
        checker: &mut Checker<'_>,
        aftercare: Option<Duration>,
        rules: &mut [Rule],
    ) -> Lineage {
        if any_error(&checker.diagnostics) {
            return Lineage::default();
        }
        let versions = Versions::of(self, checker);
        let around = Protocol {
            aftercare,
            vocabulary: Arc::new(checker.vocabulary.as_ref().clone()),
            ..Protocol::default()
        };
        let mut looks = Looks::default();
        let mut lineage = Lineage::default();
        for (index, layer) in &self.layers {
            let Some(file) = self.files.get(*index) else {
                continue;
            };
            let found = self.found(&versions, &around, (*index, layer), &mut looks);
            let unsaid = layer.changing.iter().zip(&found.by_change);
            for (changing, looser) in unsaid.filter(|(changing, _)| changing.because.is_none()) {
                let mistake = looser
                    .as_ref()
                    .map(|looser| mistake::loosened(changing, looser));
                mistake.into_iter().for_each(|one| checker.report(one));
            }
            for (held, by, looser) in &found.beside {
                let said = by.as_ref().is_some_and(|by| by.details.because.is_some());
                if !said {
                    checker.report(mistake::taken(held, by.as_ref(), looser));
                }
            }
            lineage.layers.push(Layer {
                file: file.name.clone(),
                title: title(file),
                extends: self.names(&file.extends),
                changes: (layer.changing.iter().zip(found.by_change))
                    .map(|(changing, looser)| change(checker, changing, looser))
                    .collect(),
                taken: (found.beside.iter())
                    .map(|(held, by, looser)| taken(held, by.as_ref(), looser))
                    .collect(),
                added: added(checker, file),
            });
        }
        self.mark(&lineage, rules);
        lineage
    }

    /// What a file loosens: by each of its changes, and by a sentence that takes from one that still stands.
    fn found(
        &self,
        versions: &Versions,
        around: &Protocol,
        (index, layer): (usize, &Standings<'_>),
        looks: &mut Looks,
    ) -> Found {
        let mut found = Found {
            by_change: vec![None; layer.changing.len()],
            beside: Vec::new(),
        };
        if layer.before.files.is_empty() {
            return found;
        }
        let (old, new) = (
            versions.standing(self.files, &layer.before),
            versions.standing(self.files, &layer.after),
        );
        let changes: Vec<Option<usize>> = old.iter().map(|rule| changed(layer, rule)).collect();
        let instead: Vec<Instead> = changes.iter().map(|at| layer.instead(*at)).collect();
        let compared = Compared {
            around,
            aftercare: self.aftercare_of(index),
            old: &old,
            instead: &instead,
            new: &new,
        };
        for ((rule, change), looser) in old.iter().zip(changes).zip(looser(compared, looks)) {
            match (looser, change) {
                (None, _) => {}
                (Some(looser), Some(at)) => {
                    if let Some(place @ None) = found.by_change.get_mut(at) {
                        *place = Some(looser);
                    }
                }
                (Some(looser), None) => {
                    let by = looser.by.and_then(|by| new.get(by)).cloned();
                    found.beside.push((rule.clone(), by, looser));
                }
            }
        }
        // Of a sentence that cannot be checked any more nothing can be told.
        for (changing, place) in layer.changing.iter().zip(&mut found.by_change) {
            if versions.within(sentence_of(&changing.old)).next().is_none() {
                *place = Some(Looser::undecided());
            }
        }
        found
    }

    /// The names of files.
    fn names(&self, files: &[usize]) -> Vec<String> {
        let files = files.iter().filter_map(|index| self.files.get(*index));
        files.map(|file| file.name.clone()).collect()
    }

    /// Marks the rules that stand in the place of others.
    fn mark(&self, lineage: &Lineage, rules: &mut [Rule]) {
        for (layer, said) in self.layers.values().zip(&lineage.layers) {
            for (changing, change) in layer.changing.iter().zip(&said.changes) {
                let Some(new) = changing.new else { continue };
                let replaces = Arc::new(Replaces {
                    sentence: change.was.sentence.clone(),
                    location: change.was.location.clone(),
                    loosened: change.loosened.is_some(),
                });
                let inside = rules.iter_mut().filter(|rule| new.span.contains(rule.span));
                inside.for_each(|rule| rule.replaces = Some(Arc::clone(&replaces)));
            }
        }
    }
}

/// What a file loosens.
struct Found {
    /// By each of its changes.
    by_change: Vec<Option<Looser>>,
    /// Sentences that still stand, and what takes from them.
    beside: Vec<(Rule, Option<Rule>, Looser)>,
}

/// Which change of a file is about a rule.
fn changed(layer: &Standings<'_>, rule: &Rule) -> Option<usize> {
    let changing = layer.changing.iter();
    let about = |changing: &Changing<'_>| sentence_of(&changing.old).contains(rule.span);
    changing.clone().position(about)
}

impl Standings<'_> {
    /// What stands where a change says so; the sentence itself where none does.
    fn instead(&self, change: Option<usize>) -> Instead {
        let Some(changing) = change.and_then(|at| self.changing.get(at)) else {
            return Instead::Itself;
        };
        changing
            .new
            .map_or(Instead::Nothing, |new| Instead::At(new.span))
    }
}

/// Each sentence of a family as a rule, whatever has become of it.
struct Versions {
    /// In the order of their places.
    rules: Vec<Rule>,
}

impl Versions {
    fn of(family: &Family<'_>, checker: &Checker<'_>) -> Self {
        let all = family.all_versions().unwrap_or_else(|| family.whole());
        let mut other = checker.beside();
        other.comments.clone_from(&all.comments);
        other.steps = Cow::Owned(steps(&all));
        // What is wrong is told where a sentence stands.
        other.quiet = true;
        let mut rules = other.rules(&all.items, LEAST);
        rules.sort_by_key(|rule| (rule.span.source, rule.span.start));
        Self { rules }
    }

    /// The rules of the sentence at a place.
    fn within(&self, span: Span) -> impl Iterator<Item = &Rule> {
        let before = |rule: &Rule| (rule.span.source, rule.span.start) < (span.source, span.start);
        let first = self.rules.partition_point(before);
        let rules = self.rules.iter().skip(first);
        rules.take_while(move |rule| span.contains(rule.span))
    }

    /// The rules of a protocol as it has become.
    fn standing(&self, files: &[LoadedFile], standing: &Standing<'_>) -> Vec<Rule> {
        let by_origin = standing.by_origin();
        let mut spans = Vec::new();
        for file in standing.files.iter().filter_map(|index| files.get(*index)) {
            placed_sentences(&file.file, &mut |_, span| {
                spans.extend(match standing.now(&by_origin, span) {
                    Now::Stands => Some(span),
                    Now::Replaced(sentence, _) => Some(sentence.span),
                    Now::Dropped(_) => None,
                });
            });
        }
        let rules = spans.into_iter().flat_map(|span| self.within(span));
        rules.cloned().collect()
    }
}

/// The sentence that a slot stands for.
fn sentence_of(slot: &Slot<'_>) -> Span {
    match slot.now {
        Now::Replaced(sentence, _) => sentence.span,
        Now::Stands | Now::Dropped(_) => slot.origin,
    }
}

fn change(checker: &Checker<'_>, changing: &Changing<'_>, looser: Option<Looser>) -> Change {
    let label = Some(changing.label.text.clone());
    Change {
        by: said(checker, changing.line, label.clone()),
        was: said(checker, sentence_of(&changing.old), label),
        now: changing.new.map(|new| checker.one_line(new.span)),
        because: changing.because.map(|because| because.node.clone()),
        loosened: looser.as_ref().map(loosened),
    }
}

fn loosened(looser: &Looser) -> Loosened {
    Loosened {
        patient: looser.words.clone(),
        day: looser.day,
        decided: looser.decided,
    }
}

fn taken(held: &Rule, by: Option<&Rule>, looser: &Looser) -> Taken {
    Taken {
        from: held.reference(),
        by: by.map(Rule::reference),
        because: by.and_then(|by| by.details.because.clone()),
        loosened: loosened(looser),
    }
}

/// The sentences of a file itself.
fn added(checker: &Checker<'_>, file: &LoadedFile) -> Vec<RuleRef> {
    let mut all = Vec::new();
    placed_sentences(&file.file, &mut |sentence, span| {
        let label = sentence.label.as_ref().map(|label| label.text.clone());
        all.push(said(checker, span, label));
    });
    all
}

fn said(checker: &Checker<'_>, span: Span, label: Option<String>) -> RuleRef {
    RuleRef {
        label,
        sentence: checker.one_line(span),
        location: location(checker, span),
        also: Vec::new(),
        treatment: None,
        replaces: None,
    }
}

fn location(checker: &Checker<'_>, span: Span) -> Location {
    let position = checker.sources.position(span);
    Location {
        file: checker.sources.name(span).to_owned(),
        line: position.line,
        column: position.column,
    }
}

fn title(file: &LoadedFile) -> Option<String> {
    file.file.items.iter().find_map(|item| match &item.node {
        Item::Header(Header::Protocol(title)) => Some(title.node.clone()),
        _ => None,
    })
}
