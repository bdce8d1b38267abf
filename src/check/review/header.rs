//! What the header lacks.

use crate::check::checker::Checker;
use crate::check::files::LoadedFile;
use crate::check::header::Front;
use crate::check::run::CheckOptions;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;

impl Checker<'_> {
    /// One warning over all header lines that are missing. A vocabulary, which holds no sentences,
    /// needs none.
    pub(crate) fn missing_header(&mut self, main: &LoadedFile, front: &Front) {
        if main.is_vocabulary() {
            return;
        }
        let has_source = main
            .headers()
            .any(|header| matches!(header, crate::syntax::tree::Header::Source { .. }));
        let lines = [
            (front.title.is_some(), "protocol \"...\""),
            (front.version.is_some(), "version \"...\""),
            (front.treatment.is_some(), "treatment ..."),
            (front.effective.is_some(), "effective ..."),
            (front.review_by.is_some(), "review by ..."),
            (
                has_source || !self.citable.is_empty(),
                "source ... = \"...\"",
            ),
        ];
        let missing: Vec<String> = lines
            .iter()
            .filter(|(there, _)| !there)
            .map(|(_, line)| format!("`{line}`"))
            .collect();
        if missing.is_empty() {
            return;
        }
        let list = crate::check::wording::list(&missing, "and");
        let lines = if missing.len() == 1 {
            "a line"
        } else {
            "lines"
        };
        let span = Span::new(main.source, 0, 0);
        self.report(
            Diagnostic::new(
                Code::MissingHeader,
                span,
                format!("the header lacks {lines}: {list}"),
                "the header stands here",
            )
            .with_help("without them a reader cannot tell what this is and how old it is"),
        );
    }

    /// A review that should have been.
    pub(crate) fn review_due(&mut self, front: &Front, options: &CheckOptions) {
        let Some((review, span)) = front.review_by else {
            return;
        };
        if let Some(effective) = front.effective
            && review < effective
        {
            self.report(
                Diagnostic::new(
                    Code::ReviewDue,
                    span,
                    "the review is due before the protocol is in effect",
                    "before `effective`",
                )
                .with_help("write the next date of review"),
            );
            return;
        }
        if options.on.is_some_and(|on| review < on) {
            self.report(
                Diagnostic::new(
                    Code::ReviewDue,
                    span,
                    "this protocol was to be reviewed by this date",
                    "has passed",
                )
                .with_help("review the protocol, and write the next date"),
            );
        }
    }
}
