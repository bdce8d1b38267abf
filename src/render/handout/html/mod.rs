//! A handout as one HTML file: no script, nothing from a network, its styles inside.

mod strip;

use std::fmt::Write;

use super::Handout;
use super::page::{Alert, Block, Call, Group, Item, Teach};
use super::text::{END, ENGLISH, THEIRS, Text};

/// The styles.
pub(super) const STYLE: &str = include_str!("style.css");

/// The page.
pub(super) fn written(handout: &Handout) -> String {
    let page = &handout.page;
    let mut out = String::with_capacity(1 << 16);
    let language = handout.language;
    let direction = if language.is_right_to_left() {
        "rtl"
    } else {
        "ltr"
    };
    let class = match handout.large_print {
        true => " class=\"large\"",
        false => "",
    };
    put(
        &mut out,
        &[
            "<!doctype html>\n<html lang=\"",
            language.tag(),
            "\" dir=\"",
            direction,
            "\"",
            class,
            ">\n<head>\n<meta charset=\"utf-8\">\n",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
            // Nothing in it may ask anything of a network, whatever stood in a file.
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
            "<meta name=\"referrer\" content=\"no-referrer\">\n<title>",
            &bare(&page.title),
            "</title>\n<style>\n",
            STYLE,
            "</style>\n</head>\n<body>\n<header>\n",
        ],
    );
    element(&mut out, "h1", &marked(&page.title));
    if !page.about.is_empty() {
        element(&mut out, "p", &marked(&Text::join(&page.about, " ")));
    }
    out.push_str("</header>\n<main>\n");
    for one in &page.alerts {
        alert(&mut out, one);
    }
    message(&mut out, &page.message);
    call(&mut out, &page.call);
    for (index, strip) in page.strips.iter().enumerate() {
        strip::written(&mut out, strip, index);
    }
    // On paper what comes after the strip stands in two columns.
    out.push_str("<div class=\"flow\">\n");
    for one in &page.blocks {
        block(&mut out, one);
    }
    out.push_str("</div>\n");
    if let Some(one) = &page.teach {
        teach(&mut out, one);
    }
    out.push_str("</main>\n<footer>\n");
    for one in &page.end {
        match one.id {
            "sources" if !handout.staff => run(&mut out, one),
            _ => block(&mut out, one),
        }
    }
    out.push_str("</footer>\n</body>\n</html>\n");
    out
}

fn put(out: &mut String, parts: &[&str]) {
    out.extend(parts.iter().copied());
}

fn element(out: &mut String, name: &str, inner: &str) {
    put(out, &["<", name, ">", inner, "</", name, ">\n"]);
}

fn letter(out: &mut String, letter: char) {
    match letter {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\'' => out.push_str("&#39;"),
        other => out.push(other),
    }
}

/// Words for the inside of an element: what comes from files set apart, and what is not translated marked.
pub(super) fn marked(text: &Text) -> String {
    let mut out = String::with_capacity(text.as_str().len() + 16);
    for one in text.as_str().chars() {
        match one {
            THEIRS => out.push_str("<bdi>"),
            ENGLISH => out.push_str("<bdi lang=\"en\" dir=\"ltr\" class=\"missing\">"),
            END => out.push_str("</bdi>"),
            other => letter(&mut out, other),
        }
    }
    out
}

/// Words for an attribute, or for the title: marks would be text there.
pub(super) fn bare(text: &Text) -> String {
    let mut out = String::new();
    for one in text.as_str().chars() {
        if !matches!(one, THEIRS | ENGLISH | END) {
            letter(&mut out, one);
        }
    }
    out
}

fn heading_of(id: &str) -> String {
    format!("h-{id}")
}

fn alert(out: &mut String, alert: &Alert) {
    out.push_str("<section class=\"alert\">\n");
    element(out, "h2", &marked(&alert.heading));
    for line in &alert.lines {
        element(out, "p", &marked(line));
    }
    out.push_str("</section>\n");
}

fn message(out: &mut String, message: &[Text]) {
    put(
        out,
        &[
            "<p class=\"message\">",
            &marked(&Text::join(message, " ")),
            "</p>\n",
        ],
    );
}

fn call(out: &mut String, call: &Call) {
    out.push_str("<p class=\"call\">");
    let label = match &call.clinic {
        Some(clinic) => Text::join(&[clinic.clone(), call.label.clone()], ". "),
        None => call.label.clone(),
    };
    put(out, &[&marked(&label.unstopped())]);
    match &call.phone {
        Some(phone) => {
            let number: String = phone
                .as_str()
                .chars()
                .filter(|one| "+0123456789".contains(*one))
                .collect();
            put(out, &[": "]);
            let phone = marked(phone);
            match number.is_empty() {
                true => put(out, &["<span class=\"phone\">", &phone, "</span>"]),
                false => put(
                    out,
                    &[
                        "<a class=\"phone\" href=\"tel:",
                        &number,
                        "\">",
                        &phone,
                        "</a>",
                    ],
                ),
            }
        }
        None => out.push_str(" <span class=\"blank\"></span>"),
    }
    out.push_str("</p>\n");
}

fn block(out: &mut String, block: &Block) {
    let heading = heading_of(block.id);
    put(
        out,
        &[
            "<section id=\"",
            block.id,
            "\" aria-labelledby=\"",
            &heading,
            "\">\n<h2 id=\"",
            &heading,
            "\">",
        ],
    );
    put(out, &[&marked(&block.heading), "</h2>\n"]);
    if !block.lead.is_empty() {
        element(out, "p", &marked(&Text::join(&block.lead, " ")));
    }
    for one in &block.groups {
        group(out, one);
    }
    out.push_str("</section>\n");
}

fn group(out: &mut String, group: &Group) {
    if group.items.is_empty() {
        return;
    }
    if let Some(heading) = &group.heading {
        element(out, "h3", &marked(heading));
    }
    if !group.lead.is_empty() {
        element(out, "p", &marked(&Text::join(&group.lead, " ")));
    }
    let list = if group.ordered { "ol" } else { "ul" };
    put(out, &["<", list, ">\n"]);
    for one in &group.items {
        item(out, one);
    }
    put(out, &["</", list, ">\n"]);
}

fn item(out: &mut String, item: &Item) {
    put(out, &["<li>", &said(item), "</li>\n"]);
}

/// The words of an item.
fn said(item: &Item) -> String {
    let mut parts = Vec::new();
    if !item.lead.is_empty() {
        parts.push(match &item.address {
            Some(address) if is_web(address) => {
                let mut link = String::from("<a href=\"");
                for one in crate::render::escape(address).chars() {
                    letter(&mut link, one);
                }
                let _ = write!(link, "\">{}</a>", marked(&item.lead));
                link
            }
            _ if item.is_source => marked(&item.lead),
            _ => format!("<strong>{}</strong>", marked(&item.lead)),
        });
    }
    let marks = item.marks.iter();
    parts.extend(marks.map(|mark| format!("<span class=\"mark\">{}</span>", marked(mark))));
    parts.extend(item.of.iter().map(marked));
    parts.extend(item.body.iter().map(marked));
    let staff = item.staff.iter();
    parts.extend(staff.map(|text| format!("<span class=\"staff\">{}</span>", marked(text))));
    parts.join(" ")
}

/// Whether an address leads to a page: no other kind of address is made a link.
pub(super) fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

/// The sources for a patient, one behind the other. Where there are many, they open on a screen and stay off the paper.
fn run(out: &mut String, block: &Block) {
    let heading = heading_of(block.id);
    let folded = !block.lead.is_empty();
    let class = if folded { "run folded" } else { "run" };
    let id = [
        "<section id=\"",
        block.id,
        "\" class=\"",
        class,
        "\" aria-labelledby=\"",
        &heading,
        "\">\n<h2 id=\"",
        &heading,
        "\">",
    ];
    put(out, &id);
    put(out, &[&marked(&block.heading), "</h2>\n"]);
    if folded {
        let lead = marked(&Text::join(&block.lead, " "));
        put(out, &["<details>\n<summary>", &lead, "</summary>\n"]);
    }
    out.push_str("<ul>\n");
    for one in block.groups.iter().flat_map(|group| &group.items) {
        item(out, one);
    }
    out.push_str("</ul>\n");
    if folded {
        out.push_str("</details>\n");
    }
    out.push_str("</section>\n");
}

fn teach(out: &mut String, teach: &Teach) {
    out.push_str("<section class=\"teach\" aria-labelledby=\"h-teach\">\n<h2 id=\"h-teach\">");
    put(out, &[&marked(&teach.heading), "</h2>\n"]);
    put(out, &["<p class=\"how\">", &marked(&teach.how), "</p>\n"]);
    out.push_str("<ol>\n");
    for question in &teach.questions {
        element(out, "li", &marked(question));
    }
    out.push_str("</ol>\n<p>");
    for line in &teach.lines {
        put(out, &[&marked(line), " <span class=\"blank\"></span> "]);
    }
    out.push_str("</p>\n</section>\n");
}
