//! The header of a protocol.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::checker::Checker;
use super::files::LoadedFile;
use super::protocol::{Approval, Source};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::tree::{Duration, Header, Item, Name, Status};
use crate::vocabulary::fold;

/// What the header of a protocol's own file says.
#[derive(Default)]
pub(crate) struct Front {
    /// `protocol "..."`
    pub title: Option<String>,
    /// `version "..."`
    pub version: Option<String>,
    /// `treatment microneedling`
    pub treatment: Option<String>,
    /// `aftercare for 2 weeks`
    pub aftercare: Option<Duration>,
    /// `effective 2026-01-01`
    pub effective: Option<NaiveDate>,
    /// `review by 2027-11-01`, and where
    pub review_by: Option<(NaiveDate, Span)>,
    /// `status approved by ... on ...`
    pub approved: Option<Approval>,
}

impl Checker<'_> {
    /// Collects the sources that all files declare.
    pub(crate) fn declare_sources(&mut self, files: &[LoadedFile]) {
        for item in files.iter().flat_map(|file| &file.file.items) {
            if let Item::Header(Header::Source { key, title, url }) = &item.node {
                self.declare_source(
                    key,
                    Source {
                        key: key.text.clone(),
                        title: title.node.clone(),
                        url: url.as_ref().map(|url| url.node.clone()),
                    },
                );
            }
        }
    }

    fn declare_source(&mut self, key: &Name, source: Source) {
        let place = self.citable.len();
        let earlier = *self.citable_keys.entry(fold(&key.text)).or_insert(place);
        match self.citable.get(earlier).map(|(_, span)| *span) {
            None => self.citable.push((source, key.span)),
            Some(earlier) => self.report(
                Diagnostic::new(
                    Code::DuplicateName,
                    key.span,
                    format!("the source `{}` is declared already", key.text),
                    "declared again",
                )
                .with_label(earlier, "declared here")
                .with_help("give each source a key of its own"),
            ),
        }
    }

    /// The header of the protocol itself.
    pub(crate) fn front(&mut self, file: &LoadedFile) -> Front {
        let mut front = Front::default();
        let mut seen: BTreeMap<&'static str, Span> = BTreeMap::new();
        for item in &file.file.items {
            let Item::Header(header) = &item.node else {
                continue;
            };
            if let Some(word) = header.once()
                && let Some(first) = seen.insert(word, item.span)
            {
                self.report(
                    Diagnostic::new(
                        Code::DuplicateHeader,
                        item.span,
                        format!("`{word}` stands twice in the header"),
                        "again",
                    )
                    .with_label(first, "first here")
                    .with_help("leave one of the two lines out"),
                );
                continue;
            }
            self.header_line(header, &mut front);
        }
        front
    }

    fn header_line(&mut self, header: &Header, front: &mut Front) {
        match header {
            Header::Protocol(title) => front.title = Some(title.node.clone()),
            Header::Version(version) => front.version = Some(version.node.clone()),
            Header::Treatment(name) => front.treatment = Some(name.text.clone()),
            Header::Aftercare(length) => front.aftercare = self.length(*length),
            Header::Effective(date) => front.effective = Some(date.node),
            Header::ReviewBy(date) => {
                front.review_by = Some((date.node, date.span));
            }
            Header::Status(Status::Draft)
            | Header::Import(_)
            | Header::Extends(_)
            | Header::ScenariosFor(_)
            | Header::Source { .. } => {}
            Header::Status(Status::Approved { by, on }) => {
                front.approved = Some(Approval {
                    by: by.node.clone(),
                    on: on.node,
                });
            }
        }
    }
}

impl Header {
    /// The word of a header line that can stand once; none of one that may stand again.
    #[must_use]
    pub(crate) fn once(&self) -> Option<&'static str> {
        match self {
            Self::Protocol(_) => Some("protocol"),
            Self::Version(_) => Some("version"),
            Self::Treatment(_) => Some("treatment"),
            Self::Aftercare(_) => Some("aftercare"),
            Self::Effective(_) => Some("effective"),
            Self::ReviewBy(_) => Some("review by"),
            Self::Status(_) => Some("status"),
            Self::ScenariosFor(_) => Some("scenarios for"),
            Self::Import(_) | Self::Extends(_) | Self::Source { .. } => None,
        }
    }
}
