//! `report fever to clinic otherwise 111 within 2 hours`: what to call about, whom and how soon.

use crate::check::checker::Checker;
use crate::check::protocol::{Deadline, Head, Who};
use crate::span::Spanned;
use crate::syntax::tree::{self, Things};

impl Checker<'_> {
    /// None unless all of the symptoms are known.
    pub(super) fn report_head(
        &mut self,
        things: &Things,
        to: Option<&Spanned<tree::Who>>,
        otherwise: Option<&Spanned<tree::Who>>,
        within: Option<&Spanned<tree::Deadline>>,
    ) -> Option<Head> {
        let symptoms = self.symptoms(things, "report");
        let within = match within {
            None => None,
            Some(Spanned {
                node: tree::Deadline::Immediately,
                ..
            }) => Some(Deadline::Immediately),
            Some(Spanned {
                node: tree::Deadline::Within(length),
                span,
            }) => Some(Deadline::Within(self.length(Spanned::new(*length, *span))?)),
        };
        Some(Head::Report {
            symptoms: symptoms?,
            to: to.map_or(Who::Clinic, |to| who(&to.node)),
            otherwise: otherwise.map(|who_else| who(&who_else.node)),
            within,
        })
    }
}

fn who(who: &tree::Who) -> Who {
    match who {
        tree::Who::Clinic => Who::Clinic,
        tree::Who::Prescriber => Who::Prescriber,
        tree::Who::Doctor => Who::Doctor,
        tree::Who::EmergencyServices => Who::EmergencyServices,
        tree::Who::Named(name) => Who::Named(name.node.clone()),
    }
}
