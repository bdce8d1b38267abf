//! Content lines and components (RFC 5545, 3.1 and 3.4).

use std::borrow::Cow;

use super::{Fault, FaultKind, fault};
use crate::render::calendar::write::OCTETS;

/// A line, unfolded.
#[derive(Debug)]
pub(super) struct Line {
    pub number: usize,
    pub text: String,
}

/// A property: its name, its parameters and its value.
#[derive(Debug, Clone)]
pub(super) struct Property<'l> {
    pub line: usize,
    pub name: String,
    pub parameters: Vec<(String, Cow<'l, str>)>,
    pub value: Cow<'l, str>,
}

/// What stands between `BEGIN` and `END`.
#[derive(Debug)]
pub(super) struct Component<'l> {
    pub line: usize,
    pub name: String,
    pub properties: Vec<Property<'l>>,
    pub inner: Vec<Component<'l>>,
    /// The line of the first component in it.
    pub first_inner: Option<usize>,
}

impl<'l> Component<'l> {
    pub fn all<'c>(&'c self, name: &'c str) -> impl Iterator<Item = &'c Property<'l>> {
        let properties = self.properties.iter();
        properties.filter(move |property| property.name == name)
    }

    pub fn one(&self, name: &str) -> Option<&Property<'l>> {
        let mut all = self.properties.iter();
        all.find(|property| property.name == name)
    }
}

impl Property<'_> {
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let mut all = self.parameters.iter();
        let (_, value) = all.find(|(known, _)| known == name)?;
        Some(value)
    }
}

/// The lines of a text, those that were folded as one.
pub(super) fn lines(text: &str, found: &mut Vec<Fault>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut rest = text;
    let mut number = 0;
    while !rest.is_empty() {
        number += 1;
        let (line, after) = rest
            .split_once('\n')
            .map_or((rest, None), |(line, after)| (line, Some(after)));
        rest = after.unwrap_or_default();
        let (line, ended) = match line.strip_suffix('\r') {
            Some(line) => (line, after.is_some()),
            None => (line, false),
        };
        if !ended {
            let message = "the line does not end with CRLF";
            found.push(fault(number, FaultKind::LineEnd, message));
        }
        if line.len() > OCTETS {
            let message = format!("the line has {} octets, and may have {OCTETS}", line.len());
            found.push(fault(number, FaultKind::LineLength, message));
        }
        if line
            .chars()
            .any(|letter| letter.is_control() && letter != '\t')
        {
            let message = "there is a control character in the line";
            found.push(fault(number, FaultKind::Encoding, message));
        }
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(more), Some(last)) => last.text.push_str(more),
            _ => lines.push(Line {
                number,
                text: line.to_owned(),
            }),
        }
    }
    lines
}

/// A line as a property.
pub(super) fn property<'l>(line: &'l Line, found: &mut Vec<Fault>) -> Option<Property<'l>> {
    let read = read(line);
    if read.is_none() {
        let message = "the line is no name and value";
        found.push(fault(line.number, FaultKind::Form, message));
    }
    read
}

fn read(line: &Line) -> Option<Property<'_>> {
    let text = line.text.as_str();
    let end = text.find([';', ':'])?;
    let (name, mut rest) = text.split_at(end);
    let named = !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !named {
        return None;
    }
    let mut parameters = Vec::new();
    while let Some(parameter) = rest.strip_prefix(';') {
        let (name, after) = parameter.split_once('=')?;
        let (value, after) = match after.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"')?,
            None => after.split_at(after.find([';', ':'])?),
        };
        parameters.push((name.to_ascii_uppercase(), Cow::Borrowed(value)));
        rest = after;
    }
    Some(Property {
        line: line.number,
        name: name.to_ascii_uppercase(),
        parameters,
        value: Cow::Borrowed(rest.strip_prefix(':')?),
    })
}

/// The components that properties stand in.
pub(super) fn components<'l>(
    properties: &[Property<'l>],
    found: &mut Vec<Fault>,
) -> Vec<Component<'l>> {
    let mut done: Vec<Component<'l>> = Vec::new();
    let mut open: Vec<Component<'l>> = Vec::new();
    for property in properties {
        match property.name.as_str() {
            "BEGIN" => {
                if let Some(outer) = open.last_mut() {
                    outer.first_inner.get_or_insert(property.line);
                }
                open.push(Component {
                    line: property.line,
                    name: property.value.to_ascii_uppercase(),
                    properties: Vec::new(),
                    inner: Vec::new(),
                    first_inner: None,
                });
            }
            "END" => {
                let ends = |one: &Component<'_>| one.name == property.value.to_ascii_uppercase();
                match open.pop_if(|one| ends(one)) {
                    Some(one) => match open.last_mut() {
                        Some(outer) => outer.inner.push(one),
                        None => done.push(one),
                    },
                    None => found.push(fault(
                        property.line,
                        FaultKind::Nesting,
                        format!("`END:{}` ends nothing that is open", property.value),
                    )),
                }
            }
            _ => match open.last_mut() {
                Some(inside) => inside.properties.push(property.clone()),
                None => found.push(fault(
                    property.line,
                    FaultKind::Nesting,
                    format!("`{}` stands in no component", property.name),
                )),
            },
        }
    }
    for one in &open {
        found.push(fault(
            one.line,
            FaultKind::Nesting,
            format!("`BEGIN:{}` never ends", one.name),
        ));
    }
    // What was found inside is told all the same.
    done.extend(open.into_iter().take(1));
    done
}
