//! Plans as a person reads them. Each test shows the part of the page that it is about.

mod layout;
mod lines;
mod time;

use crate::plan::{Directive, Moment, Plan};
use crate::render::sample::{empty, full, june};

use super::{TextOptions, text};

fn page(plan: &Plan) -> String {
    text(plan, &TextOptions::default())
}

/// The page of a plan about 4 June with one directive; the treatment was on 1 June.
fn one(line: Directive) -> String {
    page(&Plan {
        on: Some(Moment::day(june(4))),
        treatments: full().treatments,
        directives: vec![line],
        ..empty()
    })
}

#[track_caller]
fn shows(page: &str, part: &str) {
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        flat(page).contains(&flat(part)),
        "{part}\nis not on:\n{page}"
    );
}
