//! `list`: the bundled protocols and vocabularies.

use aftercare_dsl::bundled::{BUNDLED, SCENARIOS};
use aftercare_dsl::check::Protocol;
use aftercare_dsl::source::Sources;

use crate::failure::{Exit, Failure};
use crate::origin::Origin;
use crate::{clock, console, load};

/// What `list --help` ends with.
pub const EXAMPLES: &str = "\
Examples:
  aftercare-dsl list
      each name with what it is; then `aftercare-dsl show NAME`";

/// Lists them, one a line.
pub fn run() -> Result<Exit, Failure> {
    let width = BUNDLED
        .iter()
        .chain(SCENARIOS)
        .map(|(name, _)| name.len())
        .max()
        .unwrap_or(0);
    let mut out = String::new();
    for (name, text) in BUNDLED {
        let origin = Origin::Bundled(name, text);
        let checked = load::checked(&origin, &mut Sources::new(), clock::today(None))?;
        let what = checked
            .protocol
            .map_or_else(String::new, |protocol| describe(&protocol, text));
        out.push_str(&format!("{name:<width$}  {what}\n"));
    }
    for (name, text) in SCENARIOS {
        let first = text.lines().next().unwrap_or_default();
        let what = first.trim_start_matches('#').trim();
        out.push_str(&format!("{name:<width$}  scenarios: {what}\n"));
    }
    console::print(&out)?;
    Ok(Exit::Done)
}

fn describe(protocol: &Protocol, text: &str) -> String {
    if protocol.rules.is_empty() {
        // A vocabulary has no title; its first comment says what it is.
        let first = text.lines().next().unwrap_or_default();
        let what = first.trim_start_matches('#').trim();
        return format!("vocabulary: {what}");
    }
    let title = protocol
        .title
        .as_deref()
        .unwrap_or("protocol without a title");
    let version = protocol
        .version
        .as_ref()
        .map_or_else(String::new, |version| format!(" {version}"));
    let status = protocol.approved.as_ref().map_or_else(
        || "a draft: no clinician has approved it".to_owned(),
        |approval| format!("approved by {} on {}", approval.by, approval.on),
    );
    format!("protocol: {title}{version}; {status}")
}
