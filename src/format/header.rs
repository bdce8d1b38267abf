//! The header's lines.

use super::name::{name, text};
use super::time::duration;
use crate::syntax::tree::{Header, Status};

/// One line of the header. It is never broken: an address is to be copied whole.
pub(super) fn header(header: &Header) -> String {
    match header {
        Header::Protocol(title) => format!("protocol {}", text(&title.node)),
        Header::Version(version) => format!("version {}", text(&version.node)),
        Header::Treatment(what) => format!("treatment {}", name(what)),
        Header::Aftercare(length) => format!("aftercare for {}", duration(length.node)),
        Header::Effective(day) => format!("effective {}", day.node),
        Header::ReviewBy(day) => format!("review by {}", day.node),
        Header::Status(Status::Draft) => "status draft".to_owned(),
        Header::Status(Status::Approved { by, on }) => {
            format!("status approved by {} on {}", text(&by.node), on.node)
        }
        Header::Import(what) => format!("import {}", name(what)),
        Header::ScenariosFor(what) => format!("scenarios for {}", name(what)),
        Header::Extends(what) => format!("extends {}", name(what)),
        Header::Source { key, title, url } => {
            let url = url.as_ref().map(|url| format!(" <{}>", url.node));
            let url = url.unwrap_or_default();
            format!("source {} = {}{url}", name(key), text(&title.node))
        }
    }
}
