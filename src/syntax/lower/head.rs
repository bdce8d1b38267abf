//! The heads: what a sentence is about.

use pest::iterators::Pair;

use crate::span::{Span, Spanned};
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::lower::clause::manner;
use crate::syntax::lower::parts::{Kind, Part, Placed};
use crate::syntax::lower::things::Outline;
use crate::syntax::tree::{AvoidWord, Clause, Head};

/// A head, and its main list as it was written.
pub(super) struct Headed {
    pub head: Head,
    pub list: Option<Outline>,
    /// How much of the things, where it stands before them: `a thin layer of ointment`.
    pub measure: Option<Placed>,
}

impl From<Head> for Headed {
    fn from(head: Head) -> Self {
        Self {
            head,
            list: None,
            measure: None,
        }
    }
}

impl Lower<'_> {
    /// A head; none where it was refused, and its sentence with it. `sentence` is the whole of it.
    pub(super) fn head(&mut self, pair: Pair<'_, Rule>, sentence: Span) -> Option<Headed> {
        let rule = pair.as_rule();
        let span = self.span(&pair);
        if rule == Rule::action {
            return self.action(pair, span, sentence).map(Headed::from);
        }
        if rule == Rule::steps {
            return Some(self.steps(pair).into());
        }
        let mut parts = Cursor::into(pair);
        let head = match rule {
            Rule::refuse => Head::Refuse,
            Rule::defer => Head::Defer { until: None },
            Rule::visit => self.booked(&mut parts)?,
            Rule::sessions => self.sessions(&mut parts)?,
            Rule::maintenance => Head::Maintenance {
                every: no_range(span),
            },
            Rule::caution => Head::Caution(self.string(&parts.presume(Rule::string))),
            Rule::note => Head::Note(self.string(&parts.presume(Rule::string))),
            Rule::ask => match parts.presume(Rule::asked_who).as_str() {
                "clinic" => Head::AskClinic(self.matter(&mut parts)),
                _ => Head::AskPrescriber(self.matter(&mut parts)),
            },
            Rule::tell => Head::TellClinic(self.matter(&mut parts)),
            Rule::prepare => Head::Prepare(self.matter(&mut parts)),
            _ => return self.with_things(rule, parts),
        };
        parts.end();
        Some(head.into())
    }

    /// The heads that name things.
    fn with_things(&mut self, rule: Rule, mut parts: Cursor<'_>) -> Option<Headed> {
        let word = parts.accept(Rule::avoid_word);
        let verb = parts.accept(Rule::verb).map(|verb| self.verb(&verb));
        let only = parts.took(Rule::only);
        let measure = parts
            .accept(Rule::measure)
            .map(|words| self.measure(&words));
        let portion = parts.accept(Rule::portion).map(|pair| Placed {
            kind: Kind::Quantity,
            span: self.span(&pair),
            lead: true,
            part: self
                .portion(pair)
                .map(|quantity| Part::Clause(Clause::Quantity(quantity))),
        });
        let listed = self.listed(parts.presume(Rule::things));
        if matches!(rule, Rule::expect | Rule::report) {
            self.mixed_signs(listed.span);
        }
        let list = Some(listed.outline());
        let things = listed.things;
        let head = match (rule, verb) {
            (Rule::avoid, _) => Head::Avoid {
                word: word.map_or(AvoidWord::Avoid, |word| avoid_word(word.as_str())),
                things,
            },
            (Rule::duty, Some(verb)) => Head::Duty { verb, only, things },
            (Rule::allow, _) => Head::Allow {
                things,
                but_not: parts.accept(Rule::things).map(|things| self.things(things)),
            },
            (Rule::resume, _) => Head::Resume(things),
            (Rule::limit, _) => {
                parts.took(Rule::minimum);
                let cap = parts.accept(Rule::cap).map(|cap| self.cap(cap));
                let cap = match cap {
                    Some(cap) => Some(cap?),
                    None => None,
                };
                Head::Limit { things, cap }
            }
            (Rule::expect, _) => Head::Expect(things),
            _ => Head::Report {
                things,
                to: None,
                otherwise: None,
                within: None,
            },
        };
        parts.end();
        Some(Headed {
            head,
            list,
            measure: measure.or(portion),
        })
    }

    /// `a thin layer of`: said of the things as `in a thin layer` is.
    fn measure(&self, pair: &Pair<'_, Rule>) -> Placed {
        let words = match pair.as_str() {
            "plenty" => "in plenty".to_owned(),
            words => manner(&format!("in {words}")),
        };
        Placed {
            kind: Kind::Manner,
            span: self.span(pair),
            lead: true,
            part: Some(Part::Clause(Clause::Manner(vec![words]))),
        }
    }
}

/// Stands in for the interval of a maintenance until its `every` has been found among the clauses.
fn no_range(span: Span) -> crate::syntax::tree::DurationRange {
    use crate::number::Number;
    use crate::syntax::tree::{Duration, DurationRange, TimeUnit};
    let none = Duration {
        amount: Number::whole(0),
        unit: TimeUnit::Day,
    };
    DurationRange {
        low: Spanned::new(none, span),
        high: None,
    }
}

/// The word for leaving something; `do not use X` is `avoid X`.
fn avoid_word(text: &str) -> AvoidWord {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.as_slice() {
        ["no"] => AvoidWord::No,
        ["never"] => AvoidWord::Never,
        ["stop"] => AvoidWord::Stop,
        ["do", "not"] | ["don't" | "don\u{2019}t"] => AvoidWord::DoNot,
        _ => AvoidWord::Avoid,
    }
}
