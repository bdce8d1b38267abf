//! What part of a text a name stands in.

use super::trial::Read;
use crate::span::Span;
use crate::syntax::tree::{
    Clause, Declaration, FactType, Head, Header, Item, Kind, Member, Name, Outcome, Scenario,
    ScenarioLine, Sentence, Statement, Things,
};

/// What part of a text a name stands in.
pub(super) enum Place {
    /// A name of the author's own.
    New,
    Import,
    Treatment,
    /// The class of a declared thing of this kind.
    Class(Kind),
    /// Whatever can be used or done.
    Things,
    Source,
    /// What is known of the patient of a scenario.
    Given,
    /// A fact that the plan asks about.
    Asked,
    /// The label of a sentence.
    Label,
    /// A sentence, whose head names these.
    Sentence(Vec<String>),
}

impl Place {
    pub(super) fn of(read: &Read) -> Self {
        let word = read.word();
        let here = |name: &Name| name.span.range() == word;
        match read.items().last().map(|item| &item.node) {
            Some(Item::Header(
                Header::Import(_) | Header::Extends(_) | Header::ScenariosFor(_),
            )) => Self::Import,
            Some(Item::Header(Header::Treatment(_))) => Self::Treatment,
            Some(Item::Header(_)) | None => Self::New,
            Some(Item::Declaration(declaration)) => Self::declared(declaration, &here),
            Some(Item::Fact(fact)) => match &fact.kind.node {
                FactType::AnyOf(names) if names.len() == 1 && !here(&fact.name) => Self::Things,
                _ => Self::New,
            },
            Some(Item::Statement(statement)) => Self::stated(statement, &word),
            Some(Item::Replace(one)) if one.node.label.as_ref().is_some_and(here) => Self::Label,
            Some(Item::Replace(sentence)) => Self::in_sentence(&sentence.node, &word),
            Some(Item::Drop { label, .. }) if here(label) => Self::Label,
            Some(Item::Drop { .. }) => Self::New,
            Some(Item::Scenario(scenario)) => Self::in_scenario(scenario, &word),
        }
    }

    fn in_scenario(scenario: &Scenario, word: &std::ops::Range<usize>) -> Self {
        let holds = |span: Span| span.start as usize <= word.start && word.end <= span.end as usize;
        let line = scenario.lines.iter().find(|line| holds(line.span));
        match line.map(|line| &line.node) {
            Some(ScenarioLine::Given(_)) => Self::Given,
            Some(ScenarioLine::Expected(expected)) => match &expected.outcome.node {
                Outcome::Answer { .. } | Outcome::FirstFree { .. } => Self::Things,
                Outcome::Asks(_) => Self::Asked,
                Outcome::Says { label, .. } if holds(label.span) => Self::Label,
                _ => Self::New,
            },
            Some(ScenarioLine::Row(_)) | None => Self::New,
        }
    }

    fn declared(declaration: &Declaration, here: &dyn Fn(&Name) -> bool) -> Self {
        let kind = declaration.kind.node;
        let member = last_member(&declaration.member);
        if member.parents.iter().any(here) {
            Self::Class(kind)
        } else if declaration.of.iter().chain(&member.opposes).any(here) {
            Self::Things
        } else if member.attributes.iter().any(|one| here(&one.node.name)) {
            Self::Class(Kind::Attribute)
        } else {
            Self::New
        }
    }

    fn stated(statement: &Statement, word: &std::ops::Range<usize>) -> Self {
        let mut open = vec![statement];
        let mut last = None;
        while let Some(statement) = open.pop() {
            match statement {
                Statement::Sentence(sentence) => last = Some(sentence),
                Statement::Section { body, .. } => open.extend(body.iter().map(|one| &one.node)),
                Statement::When {
                    body, otherwise, ..
                } => {
                    open.extend(otherwise.iter().flatten().map(|one| &one.node));
                    open.extend(body.iter().map(|one| &one.node));
                }
            }
        }
        last.map_or_else(
            || Self::Sentence(Vec::new()),
            |sentence| Self::in_sentence(sentence, word),
        )
    }

    fn in_sentence(sentence: &Sentence, word: &std::ops::Range<usize>) -> Self {
        let at = |span: Span| span.range() == *word;
        let cited = sentence.clauses.iter().any(|clause| match &clause.node {
            Clause::Sources(keys) => keys.iter().any(|key| at(key.span)),
            _ => false,
        });
        let is_label = sentence.label.as_ref().is_some_and(|label| at(label.span));
        match (cited, is_label) {
            (true, _) => Self::Source,
            (_, true) => Self::New,
            _ => Self::Sentence(head_names(&sentence.head.node)),
        }
    }
}

/// The member that was written last.
fn last_member(member: &Member) -> &Member {
    let mut member = member;
    while let Some(last) = member.members.last() {
        member = last;
    }
    member
}

fn head_names(head: &Head) -> Vec<String> {
    let list = |things: &Things| -> Vec<String> {
        let names = things.things.iter();
        names.map(|thing| thing.node.name.text.clone()).collect()
    };
    match head {
        Head::Avoid { things, .. }
        | Head::Duty { things, .. }
        | Head::Allow { things, .. }
        | Head::Resume(things)
        | Head::Limit { things, .. }
        | Head::Expect(things)
        | Head::Report { things, .. } => list(things),
        _ => Vec::new(),
    }
}
