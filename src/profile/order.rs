//! What is only known once a whole profile is read: the order of its dates.

use super::model::Value;
use super::reader::Reader;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;

impl Reader<'_> {
    /// Earlier sessions lie before the treatment, and nothing was last taken after it.
    pub(super) fn dates_in_order(&mut self) {
        let Some(treated) = self.profile.treated.map(|moment| moment.date) else {
            return;
        };
        let sessions: Vec<Span> = self
            .sessions
            .iter()
            .filter(|session| session.node >= treated)
            .map(|session| session.span)
            .collect();
        let taken: Vec<Span> = self
            .taken
            .iter()
            .filter(|taken| taken.node > treated)
            .map(|taken| taken.span)
            .collect();
        let told = !sessions.is_empty() || !taken.is_empty();
        for span in sessions {
            self.disorder(
                span,
                "an earlier session is not before the treatment",
                "not before the treatment",
                "`sessions` lists the sessions before `treated`, without it",
            );
        }
        for span in taken {
            self.disorder(
                span,
                "`last_taken` is after the treatment",
                "after the treatment",
                "leave `last_taken` out for what is still taken",
            );
        }
        if let (false, Some(span)) = (told, self.treated) {
            self.treated_too_early(treated, span);
        }
    }

    /// A treatment that was set anew may lie before what the profile held already.
    fn treated_too_early(&mut self, treated: chrono::NaiveDate, span: Span) {
        let sessions = self.profile.sessions.iter().flatten();
        let taken = self
            .profile
            .facts
            .values()
            .filter_map(|answer| match answer {
                super::Answered::Known(Value::Things(things)) => Some(things),
                _ => None,
            });
        let early = sessions.copied().any(|session| session >= treated)
            || taken
                .flatten()
                .any(|one| one.last_taken.is_some_and(|last| last > treated));
        if early {
            let found = Diagnostic::new(
                Code::ProfileDateOrder,
                span,
                "the treatment is not after the profile's earlier sessions and medicines",
                "earlier than the profile allows",
            )
            .with_help("check `sessions` and `last_taken` in the profile");
            self.tell(found);
        }
    }

    fn disorder(&mut self, span: Span, what: &str, label: &str, help: &str) {
        let mut found = Diagnostic::new(Code::ProfileDateOrder, span, what, label).with_help(help);
        if let Some(treated) = self.treated {
            found = found.with_label(treated, "the treatment");
        }
        self.tell(found);
    }
}
