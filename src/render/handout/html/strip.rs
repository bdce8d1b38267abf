//! The strip of days: a table whose bars are drawn. Bars differ by pattern and not by colour, and each row says in words
//! what its bar shows.

use std::fmt::Write;

use super::{bare, element, marked, put, said};
use crate::render::handout::page::{Bar, Row, Stretch, Strip};

/// How wide a day is drawn, in the bar's own units; the page stretches the bar.
const DAY: u32 = 10;

/// How high a bar is drawn.
const HEIGHT: u32 = 12;

/// Up to how many days each has a line of its own; of more days each week has.
const DAILY: u32 = 31;

pub(super) fn written(out: &mut String, strip: &Strip, index: usize) {
    let id = format!("avoid-{}", index + 1);
    put(
        out,
        &[
            "<section id=\"",
            &id,
            if index == 0 { "" } else { "\" class=\"more" },
            "\" aria-labelledby=\"h-",
            &id,
            "\">\n<h2 id=\"h-",
            &id,
        ],
    );
    put(out, &["\">", &marked(&strip.heading), "</h2>\n"]);
    let [what, days] = strip.columns.each_ref().map(marked);
    let [first, last] = strip.ends.each_ref().map(marked);
    put(out, &["<table>\n<thead><tr><th scope=\"col\">", &what]);
    // What the patterns are is said once, and drawn once.
    if index == 0 {
        key(out, strip);
    }
    put(out, &["</th><th scope=\"col\">", &days]);
    put(
        out,
        &[
            "<span class=\"ends\"><span>",
            &first,
            "</span><span>",
            &last,
            "</span></span>",
        ],
    );
    out.push_str("</th></tr></thead>\n<tbody>\n");
    for one in &strip.rows {
        row(out, strip, one);
    }
    out.push_str("</tbody>\n</table>\n</section>\n");
}

/// What the bars mean, with the patterns that all bars use.
fn key(out: &mut String, strip: &Strip) {
    out.push_str("<span class=\"key\">");
    for (index, (bar, word)) in strip.key.iter().enumerate() {
        out.push_str(
            " <span><svg viewBox=\"0 0 20 12\" preserveAspectRatio=\"none\" aria-hidden=\"true\">",
        );
        if index == 0 {
            out.push_str(PATTERNS);
        }
        let whole = Stretch {
            from: 0,
            to: 2,
            bar: *bar,
        };
        rectangle(out, whole);
        put(out, &["</svg>", &marked(word), "</span>"]);
    }
    out.push_str("</span>");
}

/// Upright lines for `better not`, dots for an end that nobody knows: neither needs a colour.
const PATTERNS: &str = "<defs>\
<pattern id=\"lines\" width=\"3\" height=\"3\" patternUnits=\"userSpaceOnUse\"><rect width=\"3\" height=\"3\" fill=\"#fff\"/><rect width=\"1\" height=\"3\" fill=\"#111\"/></pattern>\
<pattern id=\"dots\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><rect width=\"4\" height=\"4\" fill=\"#fff\"/><circle cx=\"2\" cy=\"2\" r=\"1.2\" fill=\"#111\"/></pattern>\
</defs>";

fn rectangle(out: &mut String, stretch: Stretch) {
    let fill = match stretch.bar {
        Bar::Off => "#111",
        Bar::BetterNot => "url(#lines)",
        Bar::NotKnown => "url(#dots)",
    };
    let (from, width) = (stretch.from * DAY, (stretch.to - stretch.from) * DAY);
    let _ = write!(
        out,
        "<rect x=\"{from}\" y=\"1\" width=\"{width}\" height=\"10\" fill=\"{fill}\" stroke=\"#111\"/>"
    );
}

fn row(out: &mut String, strip: &Strip, row: &Row) {
    out.push_str("<tr><th scope=\"row\">");
    for item in &row.items {
        element(out, "p", &said(item));
    }
    out.push_str("</th><td>");
    bar(out, strip, row);
    let words = [Some(&row.when), row.free.as_ref(), row.of.as_ref()];
    for words in words.into_iter().flatten() {
        element(out, "p", &marked(words));
    }
    out.push_str("</td></tr>\n");
}

fn bar(out: &mut String, strip: &Strip, row: &Row) {
    let width = strip.days * DAY;
    let _ = write!(
        out,
        "<svg class=\"bar\" viewBox=\"0 0 {width} {HEIGHT}\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{}\">",
        bare(&row.said)
    );
    let step = if strip.days <= DAILY { 1 } else { 7 };
    let ticks = (0..=strip.days).step_by(step);
    let mut path = String::new();
    for tick in ticks {
        let _ = write!(path, "M{} 0V{HEIGHT}", u64::from(tick) * u64::from(DAY));
    }
    put(
        out,
        &[
            "<path d=\"",
            &path,
            "\" stroke=\"#777\" vector-effect=\"non-scaling-stroke\"/>",
        ],
    );
    for stretch in &row.stretches {
        rectangle(out, *stretch);
    }
    out.push_str("</svg>");
}
