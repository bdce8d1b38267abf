//! What of the header a variant takes from the protocols that it extends: the treatment and how long aftercare
//! lasts. Its title, version, dates and status are its own.

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use super::Family;
use crate::check::checker::Checker;
use crate::check::files::LoadedFile;
use crate::check::header::Front;
use crate::check::protocol::Rule;
use crate::diagnostic::{Code, Diagnostic};
use crate::eval::every::no_shorter;
use crate::span::{Span, Spanned};
use crate::syntax::tree::{Duration, Header, Item, Name};
use crate::vocabulary::fold;

/// A line of a header, with its place.
type Line<'f, T> = (&'f T, Span);

fn aftercare(header: &Header) -> Option<&Spanned<Duration>> {
    match header {
        Header::Aftercare(length) => Some(length),
        _ => None,
    }
}

impl Family<'_> {
    /// Fills in what the variant's own header does not say.
    pub(crate) fn inherit(&self, checker: &mut Checker<'_>, front: &mut Front) {
        let Some((main, layer)) = self.layers.last_key_value() else {
            return;
        };
        let treatments = self.nearest(*main, &|header| match header {
            Header::Treatment(name) => Some(name),
            _ => None,
        });
        let lengths = self.nearest(*main, &aftercare);
        let file = self.files.get(*main);
        if front.treatment.is_none() {
            let same = |one: &Name, other: &Name| fold(&one.text) == fold(&other.text);
            checker.differ(file, "treatment", &treatments, &same);
            front.treatment = treatments.first().map(|(name, _)| name.text.clone());
        }
        if front.aftercare.is_none() {
            let same = |one: &Spanned<Duration>, other: &Spanned<Duration>| one == other;
            checker.differ(file, "aftercare", &lengths, &same);
            front.aftercare = lengths.first().map(|(length, _)| length.node);
        }
        for index in &layer.after.files {
            self.no_shorter_aftercare(*index, checker);
        }
    }

    /// How long the aftercare lasts that a file takes over.
    pub(super) fn aftercare_of(&self, index: usize) -> Option<Duration> {
        let lengths = self.of_parents(index, &aftercare);
        lengths.first().map(|(length, _)| length.node)
    }

    /// A variant's aftercare is no shorter than what it takes over.
    fn no_shorter_aftercare(&self, index: usize, checker: &mut Checker<'_>) {
        let Some(file) = self
            .files
            .get(index)
            .filter(|file| !file.extends.is_empty())
        else {
            return;
        };
        let Some((own, at)) = line(file, &aftercare) else {
            return;
        };
        for (theirs, there) in self.of_parents(index, &aftercare) {
            if !no_shorter(own.node, theirs.node) {
                checker.report(
                    Diagnostic::new(
                        Code::ShorterAftercare,
                        at,
                        "aftercare ends sooner here than in the protocol that this file extends",
                        "shorter",
                    )
                    .with_label(there, "longer there")
                    .with_help(
                        "leave the line out, and replace those sentences alone that are to end sooner",
                    ),
                );
                return;
            }
        }
    }

    /// What a file's header says, or else each of those that it extends: the nearest of each.
    fn nearest<'s, T>(
        &'s self,
        index: usize,
        of: &dyn Fn(&'s Header) -> Option<&'s T>,
    ) -> Vec<Line<'s, T>> {
        match self.files.get(index).and_then(|file| line(file, of)) {
            Some(own) => vec![own],
            None => self.of_parents(index, of),
        }
    }

    /// The same of those that a file extends, each once, however many ways lead to it.
    fn of_parents<'s, T>(
        &'s self,
        index: usize,
        of: &dyn Fn(&'s Header) -> Option<&'s T>,
    ) -> Vec<Line<'s, T>> {
        let parents = |index: usize| {
            let file = self.files.get(index);
            file.map_or(&[][..], |file| file.extends.as_slice())
        };
        let mut open: VecDeque<usize> = parents(index).iter().copied().collect();
        let mut seen: BTreeSet<usize> = open.iter().copied().collect();
        let mut all = Vec::new();
        while let Some(index) = open.pop_front() {
            if let Some(said) = self.files.get(index).and_then(|file| line(file, of)) {
                all.push(said);
                continue;
            }
            open.extend(parents(index).iter().filter(|parent| seen.insert(**parent)));
        }
        all
    }
}

/// A line of a file's header.
fn line<'s, T>(
    file: &'s LoadedFile,
    of: &dyn Fn(&'s Header) -> Option<&'s T>,
) -> Option<Line<'s, T>> {
    file.file.items.iter().find_map(|item| match &item.node {
        Item::Header(header) => Some((of(header)?, item.span)),
        _ => None,
    })
}

impl Checker<'_> {
    /// Reports that several protocols say a header line otherwise, and their variant does not.
    fn differ<T>(
        &mut self,
        file: Option<&LoadedFile>,
        word: &str,
        lines: &[Line<'_, T>],
        same: &dyn Fn(&T, &T) -> bool,
    ) {
        let Some(((first, at), rest)) = lines.split_first() else {
            return;
        };
        let Some((_, other)) = rest.iter().find(|(one, _)| !same(first, one)) else {
            return;
        };
        let extends = file.into_iter().flat_map(|file| &file.file.items);
        let mut extends =
            extends.filter(|item| matches!(item.node, Item::Header(Header::Extends(_))));
        let place = extends.next_back().map_or(*at, |item| item.span);
        self.report(
            Diagnostic::new(
                Code::ParentsDiffer,
                place,
                format!("the protocols that this file extends differ on `{word}`"),
                "extended here",
            )
            .with_label(*at, "this in the one")
            .with_label(*other, "this in the other")
            .with_help(format!(
                "say here which holds, with a line `{word}` of its own"
            )),
        );
    }
}

impl Family<'_> {
    /// Each file with one source in its header that cites none is that source's altogether, as a protocol that
    /// stands alone is.
    pub(crate) fn on_their_only_source(&self, checker: &mut Checker<'_>, rules: &mut [Rule]) {
        for file in self
            .layers
            .keys()
            .filter_map(|index| self.files.get(*index))
        {
            let mut sources = file.headers().filter_map(|header| match header {
                Header::Source { key, .. } => Some(key),
                _ => None,
            });
            let (Some(only), None) = (sources.next(), sources.next()) else {
                continue;
            };
            let own = |rule: &&mut Rule| rule.span.source == file.source;
            if rules
                .iter_mut()
                .filter(own)
                .all(|rule| rule.details.sources.is_empty())
            {
                for rule in rules.iter_mut().filter(own) {
                    Arc::make_mut(&mut rule.details)
                        .sources
                        .push(only.text.clone());
                }
                checker.cited.insert(only.text.clone());
            }
        }
    }
}
