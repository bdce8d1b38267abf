//! A rule taken apart: what it restricts, asks for, permits and limits, each on its own.

use std::borrow::Cow;

use crate::check::{Head, Point, Rule, ThingRef, Window, kinds_of};
use crate::plan::Verb;
use crate::vocabulary::{ThingId, Vocabulary, warmth_differs};

/// A line before it is put on the clock.
#[derive(Debug, Clone)]
pub struct Draft<'a> {
    /// What kind.
    pub verb: Verb,
    /// The things.
    pub items: Cow<'a, [ThingRef]>,
    /// Examples of them.
    pub including: &'a [ThingRef],
    /// What it leaves out.
    pub except: Cow<'a, [ThingRef]>,
    /// Whether one of the items will do.
    pub choice: bool,
    /// When it holds.
    pub window: Cow<'a, Window>,
    /// Whether it only stands behind another line: what an action opposes.
    pub hidden: bool,
}

/// What a rule says, taken apart: `use only X` also avoids all else, `allow X but not Y` also
/// avoids Y, `resume X from P` is avoided until P, an action restricts what it opposes.
#[must_use]
pub fn drafts<'a>(vocabulary: &Vocabulary, rule: &'a Rule) -> Vec<Draft<'a>> {
    let as_named = |verb, things: &'a [ThingRef], including| {
        draft(rule, verb, Cow::Borrowed(things), including)
    };
    match &rule.head {
        Head::Avoid { things, including } => vec![as_named(Verb::Avoid, things, including)],
        Head::Duty {
            only,
            things,
            including,
            choice,
            ..
        } => {
            let mut duty = as_named(Verb::Do, things, including).but(vocabulary, rule);
            duty.choice = *choice;
            let mut drafts = vec![duty];
            drafts.extend(beside_duty(vocabulary, rule, things, *only));
            drafts
        }
        Head::Allow {
            things,
            including,
            but_not,
        } => {
            let mut allow = as_named(Verb::Allow, things, including).but(vocabulary, rule);
            if but_not.is_empty() {
                return vec![allow];
            }
            allow.except.to_mut().extend(but_not.iter().cloned());
            vec![allow, as_named(Verb::Avoid, but_not, &[])]
        }
        Head::Resume { things, including } => {
            let mut drafts = Vec::new();
            if let Some(until) = until_resumed(&rule.window) {
                let mut avoid = as_named(Verb::Avoid, things, including);
                avoid.window = Cow::Owned(until);
                drafts.push(avoid);
            }
            drafts.push(as_named(Verb::Allow, things, including));
            drafts
        }
        Head::Limit {
            things, including, ..
        } => vec![as_named(Verb::Limit, things, including)],
        _ => Vec::new(),
    }
}

impl Draft<'_> {
    /// Leaves out what cannot be done with the things that the rule names by their very names: who may shower
    /// using lukewarm water may take no hot shower.
    fn but(mut self, vocabulary: &Vocabulary, rule: &Rule) -> Self {
        let Some(using) = &rule.details.using else {
            return self;
        };
        let names = || using.things.iter().map(|used| vocabulary.name(used.thing));
        let is_out = |name: &str| match using.choice {
            true => names().all(|used| warmth_differs(used, name)),
            false => names().any(|used| warmth_differs(used, name)),
        };
        let mut out: Vec<ThingRef> = Vec::new();
        for item in self.items.iter() {
            let below = vocabulary.below(item.thing).into_iter();
            let below = below.filter(|id| *id != item.thing && is_out(vocabulary.name(*id)));
            out.extend(below.map(|thing| ThingRef {
                thing,
                attributes: Vec::new(),
                qualifiers: Vec::new(),
                written: None,
                span: item.span,
            }));
        }
        if !out.is_empty() {
            self.except.to_mut().extend(out);
        }
        self
    }
}

fn draft<'a>(
    rule: &'a Rule,
    verb: Verb,
    items: Cow<'a, [ThingRef]>,
    including: &'a [ThingRef],
) -> Draft<'a> {
    Draft {
        verb,
        items,
        including,
        except: Cow::Borrowed(&rule.details.except),
        choice: false,
        window: Cow::Borrowed(&rule.window),
        hidden: false,
    }
}

/// What a duty restricts: all else of `use only X`, and what an action opposes.
fn beside_duty<'a>(
    vocabulary: &Vocabulary,
    rule: &'a Rule,
    things: &[ThingRef],
    only: bool,
) -> Vec<Draft<'a>> {
    let mut drafts = Vec::new();
    if only {
        let kinds = kinds_of(vocabulary, things);
        let mut rest = draft(rule, Verb::Avoid, kinds.into(), &[]);
        rest.except.to_mut().extend(things.iter().cloned());
        drafts.push(rest);
    }
    let opposed = opposed(vocabulary, things);
    if !opposed.is_empty() {
        let mut hidden = draft(rule, Verb::Avoid, opposed.into(), &[]);
        hidden.hidden = true;
        drafts.push(hidden);
    }
    drafts
}

/// When what is resumed is still avoided: until the point from which it is resumed.
#[must_use]
pub fn until_resumed(window: &Window) -> Option<Window> {
    let until = match window {
        Window::From { from, .. } => from.clone(),
        Window::Days { first, .. } => Point::Day(*first),
        _ => return None,
    };
    Some(Window::Until {
        until,
        at_least: None,
        at_most: None,
        usually: None,
    })
}

/// What actions oppose.
#[must_use]
pub fn opposed(vocabulary: &Vocabulary, things: &[ThingRef]) -> Vec<ThingRef> {
    let mut opposed: Vec<ThingId> = Vec::new();
    for item in things {
        opposed.extend(&vocabulary.thing(item.thing).opposes);
    }
    let span = things.first().map(|item| item.span);
    opposed
        .into_iter()
        .zip(std::iter::repeat(span))
        .filter_map(|(thing, span)| {
            Some(ThingRef {
                thing,
                attributes: Vec::new(),
                qualifiers: Vec::new(),
                written: None,
                span: span?,
            })
        })
        .collect()
}
