//! How often fifty real sheets need each shape, head, clause, time and condition.

use std::collections::BTreeMap;

use aftercare_dsl::syntax::tree::{
    Atom, Clause, Condition, Extent, File, Head, Item, Sentence, Statement, WindowKind,
};

/// Counts by the words that the page starts a row or a heading with.
pub type Counts = BTreeMap<&'static str, usize>;

/// What is counted.
#[derive(Default)]
pub struct Measured {
    /// The sentences, those of `steps` among them.
    pub sentences: usize,
    /// Sentences by what they say and when.
    pub shapes: Counts,
    pub heads: Counts,
    pub clauses: Counts,
    pub times: Counts,
    /// The questions that conditions ask.
    pub questions: usize,
    pub conditions: Counts,
}

impl Measured {
    /// Counts a file in.
    pub fn add(&mut self, file: &File) {
        for item in &file.items {
            if let Item::Statement(statement) = &item.node {
                self.statement(statement);
            }
        }
    }

    fn statement(&mut self, statement: &Statement) {
        match statement {
            Statement::Sentence(sentence) => self.sentence(sentence),
            Statement::Section { body, .. } => {
                body.iter().for_each(|inner| self.statement(&inner.node));
            }
            Statement::When {
                condition,
                body,
                otherwise,
            } => {
                self.condition(&condition.node);
                let inner = body.iter().chain(otherwise.iter().flatten());
                inner.for_each(|inner| self.statement(&inner.node));
            }
        }
    }

    fn sentence(&mut self, sentence: &Sentence) {
        self.sentences += 1;
        count(&mut self.shapes, shape(sentence));
        count(&mut self.heads, head(&sentence.head.node));
        let mut clauses: Vec<&str> = Vec::new();
        for clause in &sentence.clauses {
            clauses.push(self::clause(&clause.node));
            match &clause.node {
                Clause::Window(window) => count(&mut self.times, time(&window.kind)),
                Clause::If(what) | Clause::Unless(what) => self.condition(&what.node),
                _ => {}
            }
        }
        clauses.sort_unstable();
        clauses.dedup();
        clauses.iter().for_each(|one| count(&mut self.clauses, one));
        if let Head::Steps { items, .. } = &sentence.head.node {
            items
                .iter()
                .for_each(|item| self.sentence(&item.sentence.node));
        }
    }

    fn condition(&mut self, condition: &Condition) {
        match condition {
            Condition::Atom(atom) => {
                self.questions += 1;
                count(&mut self.conditions, question(atom));
            }
            Condition::Not(inner) => self.condition(&inner.node),
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().for_each(|part| self.condition(&part.node));
            }
        }
    }
}

fn count(counts: &mut Counts, what: &'static str) {
    *counts.entry(what).or_default() += 1;
}

/// The heading under which the page has it.
fn shape(sentence: &Sentence) -> &'static str {
    let has = |which: fn(&Clause) -> bool| sentence.clauses.iter().any(|one| which(&one.node));
    let is_timed = has(|one| matches!(one, Clause::Window(_)));
    match &sentence.head.node {
        Head::Avoid { .. } if has(is_before) => "Before the treatment",
        Head::Avoid { .. } if is_timed => "Leave something for a time",
        Head::Avoid { .. } => "Leave something",
        Head::Duty { .. } | Head::Action(_) => {
            if has(|one| matches!(one, Clause::If(_) | Clause::Unless(_))) {
                "Do something if"
            } else if is_timed {
                "Do something for a time"
            } else if has(|one| matches!(one, Clause::Frequency(_))) {
                "Do something so often"
            } else {
                "Do something"
            }
        }
        Head::Expect(_) => "What is normal",
        Head::Allow { .. } | Head::Resume(_) => "What is allowed",
        Head::Report { .. } => "When to call",
        Head::Steps { .. } => "One thing after another",
        Head::Note(_) => "In your own words",
        Head::Limit { .. } => "No more than",
        Head::Refuse | Head::Defer { .. } | Head::Caution(_) | Head::AskPrescriber(_) => {
            "Whether to treat"
        }
        Head::Prepare(_) | Head::TellClinic(_) | Head::AskClinic(_) => "What to bring about",
        Head::Sessions { .. } | Head::Maintenance { .. } | Head::Visit { .. } => "The course",
    }
}

fn is_before(clause: &Clause) -> bool {
    let Clause::Window(window) = clause else {
        return false;
    };
    matches!(
        window.kind,
        WindowKind::ForBefore(_) | WindowKind::ForAround { .. } | WindowKind::BeforeTreatment
    )
}

fn head(head: &Head) -> &'static str {
    match head {
        Head::Avoid { .. } => "avoid",
        Head::Duty { .. } => "use",
        Head::Action(_) => "keep dry",
        Head::Allow { .. } => "allow",
        Head::Resume(_) => "resume",
        Head::Limit { .. } => "limit",
        Head::Expect(_) => "expect",
        Head::Report { .. } => "report",
        Head::Steps { .. } => "steps",
        Head::Sessions { .. } => "sessions",
        Head::Maintenance { .. } => "maintenance",
        Head::Visit { .. } => "visit",
        Head::Refuse => "refuse",
        Head::Defer { .. } => "defer",
        Head::Caution(_) => "caution",
        Head::AskPrescriber(_) => "ask prescriber",
        Head::AskClinic(_) => "ask clinic",
        Head::TellClinic(_) => "tell clinic",
        Head::Prepare(_) => "prepare",
        Head::Note(_) => "note",
    }
}

fn clause(clause: &Clause) -> &'static str {
    match clause {
        Clause::Places(_) => "on",
        Clause::Quantity(_) => "10 minutes",
        Clause::Frequency(_) => "daily",
        Clause::Concerns(_) => "for CONCERNS",
        Clause::Window(_) => "for 7 days",
        Clause::Typical(_) => "usually",
        Clause::While(_) => "while",
        Clause::Using(_) => "using",
        Clause::Manner(_) => "gently",
        Clause::By(_) => "by",
        Clause::If(_) => "if CONDITION",
        Clause::Unless(_) => "unless",
        Clause::IfUnavoidable { .. } => "if unavoidable",
        Clause::Except(_) => "except",
        Clause::ExceptWhile(_) => "except while",
        Clause::Instead { .. } => "instead",
        Clause::Because(_) => "because",
        Clause::Accept { .. } => "accept",
        Clause::Sources(_) => "[source]",
    }
}

fn time(kind: &WindowKind) -> &'static str {
    match kind {
        WindowKind::For(Extent::Range(range)) if range.high.is_some() => "for 5..7 days",
        WindowKind::For(Extent::Range(_)) => "for 7 days",
        WindowKind::For(Extent::AtLeast { .. }) => "for at least 1 week",
        WindowKind::For(Extent::UpTo(_)) => "for up to 3 months",
        WindowKind::For(Extent::Vague(_)) => "for a few days",
        WindowKind::ForBefore(_) => "for 5 days before",
        WindowKind::ForAround { .. } => "for 5 days before and 7 days after",
        WindowKind::OnDays { .. } => "on day 3",
        WindowKind::From { .. } => "from POINT",
        WindowKind::Until { .. } => "until POINT",
        WindowKind::At(_) => "at POINT",
        WindowKind::Today => "today",
        WindowKind::Tonight => "tonight",
        WindowKind::ForTheCourse => "for the course",
        WindowKind::BetweenSessions => "between sessions",
        WindowKind::BeforeTreatment => "before treatment",
        WindowKind::Always => "always",
    }
}

fn question(atom: &Atom) -> &'static str {
    match atom {
        Atom::Named { .. } => "pregnant",
        Atom::Compare { .. } => "skin type = IV",
        Atom::In { .. } => "skin type in IV..VI",
        Atom::Includes { .. } => "area treated includes face",
        Atom::Taking(_) => "taking blood thinners",
        Atom::Took { .. } => "took isotretinoin within 6 months",
        Atom::Had { .. } => "had dermal filler within 2 weeks",
        Atom::Prescribed(_) => "prescribed aspirin",
        Atom::SessionIs(_) => "session is 1",
    }
}
