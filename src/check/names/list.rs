//! A name in a list, where a comma may have been lost.

use super::Role;
use super::unknown::{instead, unknown};
use crate::check::checker::Checker;
use crate::check::protocol::ThingRef;
use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::span::{Span, Spanned};
use crate::syntax::tree::{Kind, ListWord, Name, Thing, Things};
use crate::vocabulary::Named;

impl Checker<'_> {
    /// The thing at a place of a list.
    pub(crate) fn list_thing(
        &mut self,
        things: &Things,
        index: usize,
        role: Role,
    ) -> Option<ThingRef> {
        let thing = things.things.get(index)?;
        let name = &thing.node.name.text;
        let deed = self.deed_for_thing(name, role);
        if let Some(reading) = deed
            .or_else(|| self.read(name))
            .or_else(|| self.bare_deed(name, role))
        {
            return self.thing_ref(thing, reading, role);
        }
        if self.quiet {
            self.unknown_name(&thing.node.name, role);
            return None;
        }
        if self.deeds_upon_skin(things, index, role) || self.one_deed(things, index, role) {
            return None;
        }
        let misspelt = (index > 0)
            .then(|| self.misspelt_including(&thing.node.name))
            .flatten();
        // `eating spicy food` says how the thing is used.
        let name = &thing.node.name;
        let meant = misspelt
            .or_else(|| self.used(name, role))
            .or_else(|| self.others(things, index, role))
            .or_else(|| self.shared_noun(things, index, role))
            .or_else(|| self.verb_in_list(things, index, role))
            .or_else(|| self.lost_comma(things, index, role));
        match meant {
            Some(diagnostic) => self.report(diagnostic),
            None => self.unknown_name(&thing.node.name, role),
        }
        None
    }

    /// `avoid heat, friction, for 7 days`: a comma before a clause means nothing, but a list of
    /// commas alone may have lost what came after its last.
    pub(crate) fn cut_short(&mut self, things: &Things) {
        let ([.., before, last], []) = (things.things.as_slice(), things.including.as_slice())
        else {
            return;
        };
        let comma = self.comma_after(last.span);
        let joint = before.span.at_end().to(last.span.at_start());
        let (Some(comma), ",") = (comma, self.sources.text(joint).trim()) else {
            return;
        };
        let name = &last.node.name.text;
        self.report(
            Diagnostic::new(
                Code::ListCutShort,
                comma,
                format!("this list ends in a comma after `{name}`"),
                "has a thing been lost here?",
            )
            .with_help("add what is missing, or delete the comma")
            .with_fix(comma, ""),
        );
    }

    /// The comma that follows a span on its line.
    fn comma_after(&self, span: Span) -> Option<Span> {
        let text = self.sources.get(span.source)?.text();
        let after = text.get(span.end as usize..)?;
        let blanks = after.len() - after.trim_start_matches(' ').len();
        let start = span.end + u32::try_from(blanks).ok()?;
        let comma = Span::new(span.source, start, start + 1);
        (self.sources.text(comma) == ",").then_some(comma)
    }

    /// `aspirin and other painkillers`: of a list that ends in a class the class says the whole.
    fn others(&self, things: &Things, index: usize, role: Role) -> Option<Diagnostic> {
        const OTHER: &[&str] = &["any other ", "all other ", "other ", "similar "];
        let name = &things.things.get(index)?.node.name;
        let lower = name.text.to_lowercase();
        let word = OTHER.iter().find(|word| lower.starts_with(**word))?;
        let rest = name.text.get(word.len()..)?;
        let words: Vec<&str> = rest.split_whitespace().collect();
        let class = match self.read_words(&words).map(|reading| reading.named) {
            Some(Named::Thing(_)) => {
                self.kind_in(&words, role)?;
                rest.to_owned()
            }
            Some(Named::Fact(_)) => return None,
            None => (1..words.len()).find_map(|at| {
                let (front, back) = words.split_at_checked(at)?;
                self.kind_in(front, role)?;
                self.kind_in(back, role)?;
                self.as_one_thing(name, front, back, role)?.1
            })?,
        };
        let is_first = index == 0;
        let help = if is_first {
            format!("write `{class}`, and what is left out of them behind `except`")
        } else {
            format!("write `{class}`: what stands before it is among them, or beside them")
        };
        let diagnostic = unknown(name).with_help(help);
        Some(if is_first {
            diagnostic
        } else {
            diagnostic.with_fix(name.span, class)
        })
    }

    /// `glycolic or salicylic acid`: the last words of a later name belong to this one, too.
    fn shared_noun(&self, things: &Things, index: usize, role: Role) -> Option<Diagnostic> {
        let name = &things.things.get(index)?.node.name;
        let own: Vec<&str> = name.text.split_whitespace().collect();
        let later = things.things.iter().enumerate().skip(index + 1);
        let (last, noun) = later.into_iter().find_map(|(last, later)| {
            let words: Vec<&str> = later.node.name.text.split_whitespace().collect();
            (1..words.len()).find_map(|at| {
                let noun = words.get(at..)?;
                self.kind_in(&[&own, noun].concat(), role)?;
                Some((last, noun.join(" ")))
            })
        })?;
        // `hot, red or swollen calf`: `red` alone would be any redness.
        let before = things.things.get(..last)?.iter().map(|one| &one.node.name);
        let whole = before.filter_map(|one| {
            let whole = format!("{} {noun}", one.text);
            let words: Vec<&str> = whole.split_whitespace().collect();
            let known = !one.text.contains(' ') && self.kind_in(&words, role).is_some();
            (known || one.span == name.span).then_some((one.span, whole))
        });
        let whole: Vec<(Span, String)> = whole.collect();
        if let [(_, whole)] = whole.as_slice() {
            return Some(instead(
                name,
                format!("name it whole: `{whole}`"),
                whole.clone(),
            ));
        }
        let names: Vec<String> = whole.iter().map(|(_, name)| format!("`{name}`")).collect();
        let edits = whole.into_iter().map(|(span, text)| Edit { span, text });
        Some(
            unknown(name)
                .with_help(format!(
                    "name each of them whole: {}",
                    crate::check::wording::list(&names, "and")
                ))
                .with_edits(edits.collect()),
        )
    }

    /// `retinoids exfoliants`: two known names in a row.
    fn lost_comma(&self, things: &Things, index: usize, role: Role) -> Option<Diagnostic> {
        let thing = things.things.get(index)?;
        let name = &thing.node.name;
        let spans = self.word_spans(name)?;
        let words: Vec<&str> = name.text.split_whitespace().collect();
        let known = |part: &[&str]| self.kind_in(part, role).is_some();
        let at = (1..words.len()).find(|at| {
            words
                .split_at_checked(*at)
                .is_some_and(|(front, rest)| known(front) && known(rest))
        })?;
        let gap = spans
            .get(at.checked_sub(1)?)?
            .at_end()
            .to(spans.get(at)?.at_start());
        let (front, rest) = words.split_at_checked(at)?;
        let describes = self.describes(front, rest, role);
        let (front, rest) = (front.join(" "), rest.join(" "));
        let diagnostic = Diagnostic::new(
            Code::LostComma,
            name.span,
            format!("`{front}` and `{rest}` are two names with nothing between them"),
            "two names",
        );
        if describes {
            return Some(
                diagnostic
                    .with_help(format!(
                        "for one thing write `\"{}\"`, in quotes; for two put a comma, `and` or `or` between them",
                        name.text
                    ))
                    .with_fix(name.span, format!("\"{}\"", name.text))
                    .with_edits(join_edits(things, index, gap)),
            );
        }
        if lists(words.get(at - 1)?) {
            return Some(
                diagnostic
                    .with_help("put a comma, `and` or `or` between them")
                    .with_edits(join_edits(things, index, gap)),
            );
        }
        // Both as two things may be more than was meant: a ban on `sweating` and on all `exercise`.
        let (front, rest) = words.split_at_checked(at)?;
        let (one, edited) = self.as_one_thing(name, front, rest, role)?;
        let diagnostic = diagnostic.with_help(format!(
            "for one thing {one}; for two, each of them whole, put a comma, `and` or `or` between them"
        ));
        Some(match edited {
            Some(text) => diagnostic.with_fix(name.span, text),
            None => diagnostic,
        })
    }

    /// What says the one thing that two known names in a row may be: `anti-inflammatory painkillers` are the
    /// anti-inflammatories, and `sweating exercise` is an exercise that nothing else is called.
    fn as_one_thing(
        &self,
        name: &Name,
        front: &[&str],
        rest: &[&str],
        role: Role,
    ) -> Option<(String, Option<String>)> {
        let thing = |words: &[&str]| match self.read_words(words)?.named {
            Named::Thing(id) => Some(id),
            Named::Fact(_) => None,
        };
        let (narrow, wide) = (thing(front)?, thing(rest)?);
        if narrow != wide && self.vocabulary.is_under(narrow, wide) {
            let known = self.vocabulary.name(narrow).to_owned();
            let help = format!("write `{known}`, a part of `{}`", rest.join(" "));
            return Some((help, Some(known)));
        }
        let kind = self.kind_in(rest, role)?;
        let class = rest.join(" ");
        Some((
            format!("declare `{} \"{}\" in {class}`", kind.word(), name.text),
            None,
        ))
    }

    /// Whether the first of two names may tell what the second is of: `silicone dressing`, and no
    /// `retinoids exfoliants`.
    fn describes(&self, front: &[&str], rest: &[&str], role: Role) -> bool {
        let plural = front.last().is_none_or(|word| word.ends_with('s'));
        let of_it = self.kind_in(front, role) == Some(Kind::Substance);
        let held = [Kind::Garment, Kind::Product, Kind::Tool];
        !plural
            && of_it
            && self
                .kind_in(rest, role)
                .is_some_and(|kind| held.contains(&kind))
    }
}

/// Whether the last word before another name ends a thing of its own, and describes nothing: `retinoids`, `redness`.
fn lists(word: &str) -> bool {
    word.ends_with('s')
}

/// The edits that part a name at `gap` so that the list still reads well.
fn join_edits(things: &Things, index: usize, gap: Span) -> Vec<Edit> {
    let last_word = match things.word {
        ListWord::And => " and ",
        ListWord::Or => " or ",
    };
    let edit = |span, text: &str| Edit {
        span,
        text: text.to_owned(),
    };
    let is_last = index + 1 == things.things.len();
    let before: Option<&Spanned<Thing>> = index
        .checked_sub(1)
        .and_then(|before| things.things.get(before));
    match (is_last, before) {
        (false, _) => vec![edit(gap, ", ")],
        (true, None) => vec![edit(gap, last_word)],
        (true, Some(before)) => {
            let here = things.things.get(index).map_or(gap, |thing| thing.span);
            let joint = before.span.at_end().to(here.at_start());
            vec![edit(joint, ", "), edit(gap, last_word)]
        }
    }
}
