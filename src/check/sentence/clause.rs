//! What is said about a sentence beside its window and condition.

use super::window::windows;
use crate::check::checker::Checker;
use crate::check::details::{Details, Places, Spot, Using};
use crate::check::names::Role;
use crate::check::protocol::{Head, ThingRef};
use crate::check::window::{Point, Window};
use crate::check::wording;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Spanned;
use crate::syntax::tree::{
    self, Clause, Frequency, FrequencyKind, Name, Preposition, Sentence, Things, Times, Typical,
    TypicalTime, Verb,
};
use crate::vocabulary::{FactKind, fold, nearest};

impl Checker<'_> {
    /// All clauses but window and conditions.
    pub(crate) fn details(&mut self, sentence: &Sentence, head: Option<&Head>) -> Details {
        let mut details = Details::default();
        if let tree::Head::Prepare(tree::Matter::Deed { own, .. }) = &sentence.head.node {
            self.own_details(own, sentence);
        }
        for clause in &sentence.clauses {
            self.detail(clause, sentence, head, &mut details);
        }
        if let Some(Spanned {
            node: Clause::Window(window),
            span,
        }) = windows(sentence).application
        {
            let length = self.window(&Spanned::new(window.clone(), *span));
            let words = wording::window(window);
            let words = words.strip_prefix("for ").unwrap_or(&words).to_owned();
            if length.is_some() {
                details.quantity = Some(match details.quantity.take() {
                    Some(quantity) => format!("{quantity}, for {words}"),
                    None => words,
                });
            }
        }
        if let (None, Some(at)) = (&details.frequency, point_of(sentence)) {
            details.frequency = Some(format!("once, {at}"));
        }
        details.dose = self.dose(sentence);
        details
    }

    fn detail(
        &mut self,
        clause: &Spanned<Clause>,
        sentence: &Sentence,
        head: Option<&Head>,
        details: &mut Details,
    ) {
        match &clause.node {
            Clause::Places(places) => details.places = Some(self.places(places)),
            Clause::Quantity(quantity) => {
                self.quantity_is_sound(quantity, clause.span);
                details.quantity = Some(wording::quantity(quantity));
            }
            Clause::Frequency(frequency) => {
                self.frequency_is_sound(frequency, clause.span);
                details.frequency = Some(wording::frequency(frequency));
            }
            Clause::Concerns(concerns) => {
                if is_course(&sentence.head.node) {
                    self.concerns(concerns);
                } else {
                    self.for_whom(concerns, clause.span, sentence);
                }
                details.concerns = concerns.iter().map(|name| name.text.clone()).collect();
            }
            Clause::While(name) => {
                details.during = self.plain(name, Role::Situation);
                details.while_ = Some(name.text.clone());
            }
            Clause::ExceptWhile(names) => {
                for name in names {
                    details.outside.extend(self.plain(name, Role::Situation));
                }
                let names: Vec<&str> = names.iter().map(|name| name.text.as_str()).collect();
                details.except_while = Some(wording::list(&names, "or"));
            }
            Clause::Using(things) => details.using = Some(self.using(things)),
            Clause::Typical(all) => {
                let expects = matches!(head, Some(Head::Expect { .. }));
                let (due, days) = self.due(all, clause.span);
                details.due = due.filter(|_| !expects);
                details.typical_days = days;
                details.typical = Some(wording::typical(all));
            }
            Clause::Manner(words) => details.manner = Some(self.manner(words, clause.span)),
            Clause::By(text) => details.by = Some(text.node.clone()),
            Clause::IfUnavoidable { verb, things, own } => {
                details.if_unavoidable = Some(self.deed_inside(*verb, things, own, sentence));
            }
            Clause::Instead { verb, things, own } => {
                details.instead = Some(self.deed_inside(*verb, things, own, sentence));
            }
            Clause::Except(things) => {
                let found = self.things(things, except_role(sentence));
                if let Some(head) = head {
                    self.outside(head, &found);
                }
                details.except = found;
            }
            Clause::Because(text) => details.because = Some(text.node.clone()),
            Clause::Sources(keys) => {
                for key in keys {
                    details.sources.extend(self.cite(key));
                }
            }
            // `accepted` has read what is accepted.
            Clause::Window(_) | Clause::If(_) | Clause::Unless(_) | Clause::Accept { .. } => {}
        }
    }

    /// By when something is to be done, where that counts from the treatment, and the days that are named.
    fn due(
        &mut self,
        all: &[Typical],
        span: crate::span::Span,
    ) -> (Option<Point>, Vec<(i32, i32)>) {
        // Each is looked at, so that each mistake has its message.
        let (mut points, mut days) = (Vec::new(), Vec::new());
        for one in all {
            match self.typical_is_sound(one, span) {
                Some(Typically::Days(first, last)) => days.push((first, last)),
                Some(Typically::By(point)) => {
                    if let Point::Day(day) = point {
                        days.push((day, day));
                    }
                    points.push(point);
                }
                None => {}
            }
        }
        let due = points.into_iter().next();
        (due.filter(Point::is_from_treatment), days)
    }

    /// A deed inside a sentence in words, checked.
    fn deed_inside(
        &mut self,
        verb: Spanned<Verb>,
        things: &Things,
        own: &[Spanned<Clause>],
        sentence: &Sentence,
    ) -> String {
        self.things(things, Role::Duty(verb.node, verb.span));
        self.own_details(own, sentence);
        wording::deed(verb.node, things, own)
    }

    /// Checks what is said of a deed inside a sentence, which is printed with it and computes nothing.
    fn own_details(&mut self, own: &[Spanned<Clause>], sentence: &Sentence) {
        let mut details = Details::default();
        for clause in own {
            self.detail(clause, sentence, None, &mut details);
        }
    }

    /// `using clean hands`
    fn using(&mut self, things: &tree::Things) -> Using {
        let found = self.things(things, Role::Using);
        Using {
            including: self.including(things, &found, Role::Using),
            things: found,
            choice: things.word == tree::ListWord::Or,
            text: wording::things(things),
        }
    }

    /// `on lips or around eyes`
    fn places(&mut self, places: &tree::Places) -> Places {
        let mut spots = Vec::new();
        for site in &places.sites {
            let around = matches!(site.preposition, Preposition::Around | Preposition::Near);
            spots.extend(self.plain(&site.name, Role::Place).map(|place| Spot {
                place,
                around,
                word: site.preposition.word(),
                name: site.name.text.clone(),
            }));
        }
        Places {
            spots,
            choice: places.word == tree::ListWord::Or,
            text: wording::places(places),
        }
    }

    fn frequency_is_sound(&mut self, frequency: &Frequency, span: crate::span::Span) {
        for daytime in &frequency.daytimes {
            match daytime {
                tree::Daytime::BeforeBedtime(Some(length))
                | tree::Daytime::BoundedBeforeBedtime(_, length) => {
                    self.range(length);
                }
                tree::Daytime::At(_) | tree::Daytime::BeforeBedtime(None) => {}
            }
        }
        if let Some(most) = &frequency.most {
            self.most_is_sound(most, span);
        }
        if let Some(apart) = frequency.apart {
            self.length(Spanned::new(apart, span));
        }
        match &frequency.kind {
            Some(FrequencyKind::Every(range)) => {
                self.range(range);
            }
            Some(FrequencyKind::Times { times, per }) => {
                self.length(Spanned::new(*per, span));
                if let Times::Between(low, high) = times
                    && low > high
                {
                    self.report(
                        Diagnostic::new(
                            Code::ReversedRange,
                            span,
                            "the lower end of this range is above its upper end",
                            "reversed",
                        )
                        .with_help(format!("write `{high}..{low} times`")),
                    );
                }
            }
            Some(FrequencyKind::AfterEach(name) | FrequencyKind::BeforeEach(name)) => {
                match self.read(&name.text) {
                    Some(reading) => {
                        if let crate::vocabulary::Named::Thing(id) = reading.named {
                            self.used_things.insert(id);
                        }
                    }
                    None => {
                        if let Some(diagnostic) = self.misspelt_clause(name) {
                            self.report(diagnostic);
                        }
                    }
                }
            }
            Some(FrequencyKind::EveryMoment(_) | FrequencyKind::Words(_)) | None => {}
        }
    }

    /// Looks into when something mostly comes; the days on which, or the point by which it does.
    fn typical_is_sound(&mut self, one: &Typical, span: crate::span::Span) -> Option<Typically> {
        match &one.when {
            TypicalTime::Window(window) => match self.window(&Spanned::new(window.clone(), span)) {
                Some(Window::Days { first, last }) => Some(Typically::Days(first, last)),
                _ => None,
            },
            TypicalTime::Length { length, .. } => {
                self.range(length);
                None
            }
            TypicalTime::Point(point) => self.point(point).map(Typically::By),
        }
    }

    /// `for acne scars`
    fn concerns(&mut self, concerns: &[Name]) {
        let Some(fact) = self.vocabulary.find_fact("concerns") else {
            return;
        };
        self.used_facts.insert(fact);
        if let FactKind::AnyOf(values) = self.vocabulary.fact(fact).kind.clone() {
            for concern in concerns {
                self.index_of(fact, &values, &concern.text, concern.span);
            }
        }
    }

    /// The declared source with a key.
    fn cite(&mut self, key: &Name) -> Option<String> {
        let place = self.citable_keys.get(&fold(&key.text)).copied();
        let found = place
            .and_then(|place| self.citable.get(place))
            .map(|(source, _)| source.key.clone());
        if let Some(found) = found {
            self.cited.insert(found.clone());
            return Some(found);
        }
        if self.is_excused(&key.text) {
            return None;
        }
        let diagnostic = Diagnostic::new(
            Code::UnknownSource,
            key.span,
            format!("no source is called `{}`", key.text),
            "not declared",
        );
        let near = nearest(
            &key.text,
            self.citable.iter().map(|(source, _)| source.key.as_str()),
        );
        let diagnostic = match near {
            Some(near) => {
                let near = near.to_owned();
                diagnostic
                    .with_help(format!("did you mean `{near}`?"))
                    .with_fix(key.span, near)
            }
            None => diagnostic.with_help(format!(
                "declare it in the header: `source {} = \"its title\"`",
                key.text
            )),
        };
        self.report(diagnostic);
        None
    }
}

/// Whether a head is about the course, which may be for a concern.
fn is_course(head: &tree::Head) -> bool {
    matches!(
        head,
        tree::Head::Sessions { .. } | tree::Head::Maintenance { .. }
    )
}

/// `at 3 hours`: what is done then is done once.
fn point_of(sentence: &Sentence) -> Option<String> {
    sentence
        .clauses
        .iter()
        .find_map(|clause| match &clause.node {
            Clause::Window(window) if matches!(window.kind, tree::WindowKind::At(_)) => {
                Some(wording::window(window))
            }
            _ => None,
        })
}

/// What `except` takes out is of the kinds that the head takes.
fn except_role(sentence: &Sentence) -> Role {
    use crate::syntax::tree::Head as Written;
    match &sentence.head.node {
        Written::Expect(_) => Role::Symptom("expect"),
        Written::Report { .. } => Role::Symptom("report"),
        Written::Duty { verb, .. } => Role::Duty(verb.node, verb.span),
        _ => Role::Restrict("except"),
    }
}

impl Head {
    /// The things or symptoms that it names.
    pub(crate) fn named(&self) -> &[ThingRef] {
        match self {
            Self::Avoid { things, .. }
            | Self::Duty { things, .. }
            | Self::Allow { things, .. }
            | Self::Resume { things, .. }
            | Self::Limit { things, .. } => things,
            Self::Expect { symptoms, .. } | Self::Report { symptoms, .. } => symptoms,
            _ => &[],
        }
    }
}

/// When something mostly comes, as far as a day or a point is named.
enum Typically {
    /// `on days 2..3`
    Days(i32, i32),
    /// `by day 4`
    By(Point),
}
