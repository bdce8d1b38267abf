//! Heads.

use crate::check::checker::Checker;
use crate::check::names::{Reading, Role};
use crate::check::protocol::{Head, ThingRef};
use crate::check::wording;
use crate::span::{Span, Spanned};
use crate::syntax::tree::{self, AvoidWord, Kind, ListWord, Name, Things, Verb};
use crate::vocabulary::Named;

impl Checker<'_> {
    /// A head. `sentence` is where its sentence stands.
    pub(crate) fn head(&mut self, head: &Spanned<tree::Head>, sentence: Span) -> Option<Head> {
        match &head.node {
            tree::Head::Avoid { word, things } => {
                let (mut found, including) =
                    self.both(things, Role::Restrict(avoid_word(*word)))?;
                if matches!(word, AvoidWord::DoNot | AvoidWord::Never) {
                    self.deeds_by_name(&mut found);
                }
                self.deed_or_thing(*word, things, &found);
                Some(Head::Avoid {
                    things: found,
                    including,
                })
            }
            tree::Head::Duty { verb, only, things } => self.duty(*verb, *only, things),
            tree::Head::Action(name) => self.action(name),
            tree::Head::Allow { things, but_not } => self.allow(things, but_not.as_ref(), sentence),
            tree::Head::Resume(things) => {
                let (things, including) = self.both(things, Role::Restrict("resume"))?;
                Some(Head::Resume { things, including })
            }
            tree::Head::Limit { things, cap } => {
                let found = self.both(things, Role::Restrict("limit"));
                let checked = match cap {
                    None => None,
                    Some(cap) => Some(self.cap(cap)?),
                };
                let (things, including) = found?;
                if let Some(cap) = cap {
                    self.cap_is_an_amount(cap, &things)?;
                }
                let cap = checked;
                Some(Head::Limit {
                    things,
                    including,
                    cap,
                })
            }
            tree::Head::Expect(things) => Some(Head::Expect {
                symptoms: self.symptoms(things, "expect")?,
                choice: is_choice(things),
            }),
            tree::Head::Report {
                things,
                to,
                otherwise,
                within,
            } => self.report_head(things, to.as_ref(), otherwise.as_ref(), within.as_ref()),
            tree::Head::Steps { title, items } => Some(Head::Steps {
                title: title.node.clone(),
                items: self.steps(&title.node, items, sentence)?,
            }),
            other => self.other_head(other),
        }
    }

    /// The heads about the course and about whether to treat.
    fn other_head(&mut self, head: &tree::Head) -> Option<Head> {
        match head {
            tree::Head::Sessions {
                count,
                every,
                at_least,
            } => self.sessions(*count, every.as_ref(), *at_least),
            tree::Head::Maintenance { every } => {
                let (low, high) = self.range(every)?;
                Some(Head::Maintenance {
                    every: (low, high.unwrap_or(low)),
                })
            }
            tree::Head::Visit {
                title,
                about,
                at_least,
                point,
            } => self.visit(title, (*about, *at_least), point),
            tree::Head::Refuse => Some(Head::Refuse),
            tree::Head::Defer { until } => {
                let point = match until {
                    None => None,
                    Some(until) => {
                        let point = self.point(until)?;
                        if self.never_comes(&point, until.span) {
                            return None;
                        }
                        Some(point)
                    }
                };
                Some(Head::Defer {
                    until: point,
                    until_text: until.as_ref().map(|until| wording::point(&until.node)),
                })
            }
            tree::Head::Caution(text) => Some(Head::Caution(text.node.clone())),
            tree::Head::AskPrescriber(about) => self.matter(about).map(Head::AskPrescriber),
            tree::Head::AskClinic(about) => self.matter(about).map(Head::AskClinic),
            tree::Head::TellClinic(about) => self.matter(about).map(Head::TellClinic),
            tree::Head::Prepare(about) => self.preparation(about).map(Head::Prepare),
            tree::Head::Note(text) => Some(Head::Note(text.node.clone())),
            _ => None,
        }
    }

    /// `do not touch` forbids touching: the deed's own name stands where no `do not` stands before it.
    fn deeds_by_name(&self, things: &mut [ThingRef]) {
        for item in things {
            let kind = self.vocabulary.thing(item.thing).kind;
            if matches!(kind, Kind::Action | Kind::Activity) {
                item.written = None;
            }
        }
    }

    /// Things and examples; none unless all of the things are known.
    fn both(&mut self, things: &Things, role: Role) -> Option<(Vec<ThingRef>, Vec<ThingRef>)> {
        let found = self.things(things, role);
        let complete = found.len() == things.things.len();
        let above: &[ThingRef] = if complete { &found } else { &[] };
        let including = self.including(things, above, role);
        (complete && including.len() == things.including.len()).then_some((found, including))
    }

    /// Symptoms, each once; none unless all are known. That one is named twice is warned of.
    pub(super) fn symptoms(
        &mut self,
        things: &Things,
        head: &'static str,
    ) -> Option<Vec<ThingRef>> {
        let mut once: Vec<ThingRef> = Vec::new();
        for symptom in self.both(things, Role::Symptom(head))?.0 {
            if !once.contains(&symptom) {
                once.push(symptom);
            }
        }
        Some(once)
    }

    /// `use sunscreen`, `keep dry`
    fn duty(&mut self, verb: Spanned<Verb>, only: bool, things: &Things) -> Option<Head> {
        if let ([only_one], false) = (things.things.as_slice(), only)
            && only_one.node.attributes.is_empty()
        {
            let words = format!("{} {}", verb.node.word(), only_one.node.name.text);
            if let Some(Named::Thing(id)) = self.vocabulary.find(&words)
                && self.vocabulary.thing(id).kind == Kind::Action
            {
                self.used_things.insert(id);
                return Some(action_head(ThingRef {
                    thing: id,
                    attributes: Vec::new(),
                    qualifiers: Vec::new(),
                    written: self.written(&words, id, (0, 0)),
                    span: verb.span.to(only_one.span),
                }));
            }
        }
        let several = things.things.len() > 1 && verb.node.word() == "keep";
        if several && self.keeps_several(verb.span, things) || self.kept_so(verb, things) {
            return None;
        }
        let (found, including) = self.both(things, Role::Duty(verb.node, verb.span))?;
        Some(Head::Duty {
            verb: Some(verb.node),
            only,
            things: found,
            including,
            choice: is_choice(things),
        })
    }

    fn allow(&mut self, things: &Things, but_not: Option<&Things>, sentence: Span) -> Option<Head> {
        if but_not.is_some_and(|but| self.but_not_there(things, but, sentence)) {
            return None;
        }
        let found = self.both(things, Role::Restrict("allow"));
        let but = match but_not {
            None => Some(Vec::new()),
            Some(but_not) => self
                .both(but_not, Role::Restrict("avoid"))
                .map(|found| found.0),
        };
        let ((things, including), but_not) = (found?, but?);
        Some(Head::Allow {
            things,
            including,
            but_not,
        })
    }

    /// A declared action's own words.
    fn action(&mut self, name: &Name) -> Option<Head> {
        match self.read(&name.text) {
            Some(Reading {
                named: Named::Thing(id),
                ..
            }) if self.vocabulary.thing(id).kind == Kind::Action => {
                self.used_things.insert(id);
                Some(action_head(ThingRef {
                    thing: id,
                    attributes: Vec::new(),
                    qualifiers: Vec::new(),
                    written: self.written(&name.text, id, (0, 0)),
                    span: name.span,
                }))
            }
            found => {
                if !self.is_excused(&name.text) && !self.unread.hold(name.span) {
                    let diagnostic = self.unknown_head(name, found.as_ref());
                    self.report(diagnostic);
                }
                None
            }
        }
    }
}

/// `A or B`: one of several will do.
fn is_choice(things: &Things) -> bool {
    things.word == ListWord::Or && things.things.len() > 1
}

pub(super) fn avoid_word(word: AvoidWord) -> &'static str {
    match word {
        AvoidWord::Avoid => "avoid",
        AvoidWord::No => "no",
        AvoidWord::DoNot => "do not",
        AvoidWord::Never => "never",
        AvoidWord::Stop => "stop",
    }
}

fn action_head(thing: ThingRef) -> Head {
    Head::Duty {
        verb: None,
        only: false,
        things: vec![thing],
        including: Vec::new(),
        choice: false,
    }
}
