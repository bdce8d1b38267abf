//! Values that a fact's declaration lists: one of them, or any number.

use std::collections::{BTreeMap, BTreeSet};

use super::mistake;
use super::reader::{Reader, says};
use super::value::{Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic};
use crate::vocabulary::fold;

impl Reader<'_> {
    /// The index of the value that a fact has.
    pub(super) fn one_of(&mut self, name: &str, options: &[String], node: &Node) -> Option<usize> {
        match &node.kind {
            NodeKind::Text(_) => self.option(name, options, node),
            NodeKind::Number(text) if position(options, text).is_some() => position(options, text),
            _ => {
                let takes = format!("one of {}", mistake::listed(options));
                self.wrong_kind(name, node, &takes, "write one of these in double quotes");
                None
            }
        }
    }

    /// The indexes of the values that a fact has; `"none"` is the empty list.
    pub(super) fn any_of(
        &mut self,
        name: &str,
        options: &[String],
        node: &Node,
    ) -> Option<BTreeSet<usize>> {
        let NodeKind::List(list) = &node.kind else {
            if says(node, &["none"]) {
                return Some(BTreeSet::new());
            }
            let known = all_parts(node, |part| position(options, part).is_some());
            self.no_list(name, node, known);
            return None;
        };
        let mut seen = BTreeMap::new();
        let mut complete = true;
        for one in list {
            let index = match &one.kind {
                NodeKind::Text(_) => self.option(name, options, one),
                _ => {
                    let takes = "a list of texts";
                    self.wrong_kind(name, one, takes, "write each in double quotes");
                    None
                }
            };
            match index.map(|index| seen.insert(index, one.span)) {
                None => complete = false,
                Some(None) => {}
                Some(Some(first)) => {
                    let what = format!("a value of {}", mistake::ticked(name));
                    self.tell(mistake::twice(&what, one.span, first));
                }
            }
        }
        complete.then(|| seen.into_keys().collect())
    }

    /// Tells that a fact takes a list; a text whose parts are all `known` only lacks its brackets.
    pub(super) fn no_list(&mut self, name: &str, node: &Node, known: bool) {
        let found = mistake::wrong_kind(&mistake::ticked(name), node, "a list");
        let found = match &node.kind {
            NodeKind::Bad => return,
            NodeKind::Text(text) if known => {
                let parts: Vec<String> = text
                    .split(',')
                    .map(|part| self.format.text(part.trim()))
                    .collect();
                found
                    .with_help("put it in square brackets")
                    .with_fix(node.span, format!("[{}]", parts.join(", ")))
            }
            _ => found.with_help("write texts in square brackets; [] means none"),
        };
        self.tell(found);
    }

    /// The index of the option that a text names.
    fn option(&mut self, name: &str, options: &[String], node: &Node) -> Option<usize> {
        let text = self.text(name, node)?;
        if let Some(index) = position(options, text) {
            return Some(index);
        }
        let found = Diagnostic::new(
            Code::ProfileUnknownValue,
            node.span,
            format!(
                "the value of {} is none of {}",
                mistake::ticked(name),
                mistake::listed(options)
            ),
            "none of them",
        );
        if let Some(numeral) = numeral(options, text) {
            let found = found.with_help("write the number as a Roman numeral");
            self.tell(found.with_fix(node.span, self.format.text(numeral)));
            return None;
        }
        let found = match self.near_value(text, options.iter().map(String::as_str)) {
            Some(near) => found
                .with_help("use the value that is spelt nearly alike")
                .with_fix(node.span, self.format.text(near)),
            None => found.with_help("give one of these, or \"unsure\""),
        };
        self.tell(found);
        None
    }
}

/// Whether a value is a text whose parts between commas are all `known`.
pub(super) fn all_parts(node: &Node, known: impl Fn(&str) -> bool) -> bool {
    matches!(&node.kind, NodeKind::Text(text) if text.split(',').all(|part| known(part.trim())))
}

/// The option of a scale in Roman numerals that a number in digits stands for: `4` for IV.
fn numeral<'o>(options: &'o [String], text: &str) -> Option<&'o str> {
    const NUMERALS: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let is_scale = options.len() <= NUMERALS.len()
        && options
            .iter()
            .zip(NUMERALS)
            .all(|(option, numeral)| option == numeral);
    let number: usize = text.trim().parse().ok()?;
    let option = options.get(number.checked_sub(1)?)?;
    is_scale.then_some(option.as_str())
}

fn position(options: &[String], text: &str) -> Option<usize> {
    let key = fold(text);
    options.iter().position(|option| fold(option) == key)
}
