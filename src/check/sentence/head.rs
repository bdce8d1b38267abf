//! Heads.

use crate::check::checker::Checker;
use crate::check::names::{Reading, Role, without_article};
use crate::check::protocol::{Head, ThingRef};
use crate::check::wording;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::syntax::tree::{self, AvoidWord, Kind, ListWord, Name, Things, Verb};
use crate::vocabulary::{Named, VERBS, nearest};

/// The words that a sentence can start with, beside verbs and actions.
const HEADS: &[&str] = &[
    "avoid",
    "no",
    "do not",
    "never",
    "stop",
    "allow",
    "resume",
    "limit",
    "expect",
    "report",
    "steps",
    "sessions",
    "maintenance",
    "visit",
    "refuse",
    "defer",
    "caution",
    "ask prescriber",
    "tell clinic",
    "prepare",
    "note",
    "should",
    "section",
    "when",
    "otherwise",
    "protocol",
    "version",
    "treatment",
    "aftercare",
    "effective",
    "review by",
    "status",
    "import",
    "source",
    "fact",
];

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
                    Some(until) => Some(self.point(until)?),
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

    /// What a line starts with instead, and the help that says so: `do walking`, a near action, `avoid heat`.
    fn other_head_meant(&self, name: &Name) -> Option<(String, String)> {
        let done = Verb::from_word("do").map(|verb| Role::Duty(verb, name.span));
        if let Some(deed) = done.and_then(|role| self.deed_said(name, role)) {
            return Some((format!("write `do {deed}`"), format!("do {deed}")));
        }
        let actions = self.known_names(&|_, kind| kind == Kind::Action);
        let near = nearest(&name.text, actions.iter().map(String::as_str));
        let near = near.map(str::to_owned).or_else(|| self.glued_head(name))?;
        Some((format!("did you mean `{near}`?"), near))
    }

    fn unknown_head(&self, name: &Name, found: Option<&Reading>) -> Diagnostic {
        let diagnostic = Diagnostic::new(
            Code::UnknownHead,
            name.span,
            format!("`{}` does not say what to do", name.text),
            "no verb, and no declared action",
        );
        if self.quiet {
            return diagnostic;
        }
        if let Some(Reading {
            named: Named::Thing(id),
            ..
        }) = found
        {
            let kind = self.vocabulary.thing(*id).kind;
            // `stitches come out after 7 days`: the event is named, and who does it is not said.
            let done = self
                .said_of_it(&diagnostic, name)
                .filter(|_| kind == Kind::Event);
            return done.unwrap_or_else(|| self.headless(diagnostic, name, kind));
        }
        if Verb::from_word(&name.text.to_lowercase()).is_some() {
            return diagnostic.with_help(format!(
                "say what, right behind it: `{} treated area daily`",
                name.text
            ));
        }
        if let Some(text) = self.head_in_other_words(name) {
            return diagnostic
                .with_help(format!("write `{}`", self.with_the_rest(name, &text)))
                .with_fix(name.span, text);
        }
        if let Some(text) = only_behind_its_verb(&name.text) {
            let help = format!("write `{}`", self.with_the_rest(name, &text));
            return diagnostic.with_help(help).with_fix(name.span, text);
        }
        let said = self.said_of_it(&diagnostic, name);
        if let Some(said) = said.or_else(|| self.done_where(&diagnostic, name)) {
            return said;
        }
        if let Some(help) = self.deed_with_place(name) {
            return diagnostic.with_help(help);
        }
        if let Some((help, text)) = self.other_head_meant(name) {
            return diagnostic.with_help(help).with_fix(name.span, text);
        }
        if let Some((action, how)) = self.action_before(name) {
            return self.action_and_how(diagnostic, name, (&action, &how));
        }
        if let Some(text) = self.other_verb(name) {
            return diagnostic
                .with_help(format!(
                    "write `{}`, or declare `action {}`",
                    self.with_the_rest(name, &text),
                    name.text
                ))
                .with_fix(name.span, text);
        }
        if let Some((near, at)) = self.near_head(name) {
            return diagnostic
                .with_help(format!("did you mean `{near}`?"))
                .with_fix(at, near);
        }
        let (deed, with) = name.text.split_once(" with ").unwrap_or((&name.text, ""));
        let tool = without_article(with);
        diagnostic.with_help(if tool.len() < with.len() && !informs(&name.text) {
            format!("declare `action {deed}`, and write `{deed} using \"{tool}\"`")
        } else if taken_up_again(&name.text) {
            "name what is taken up again, as in `resume retinoids and exfoliants from 5 days`: it is off until then".to_owned()
        } else if informs(&name.text) {
            "what may come is written as in `expect redness for 2 days`; what the clinic does, and what only informs, \
             stands in quotes, as in `note \"results show after 2 to 3 weeks\"`"
                .to_owned()
        } else {
            format!(
                "start with a verb, such as `avoid` or `use`, or declare `action {}`",
                name.text
            )
        })
    }

    /// `wash carefully`: a known action, and what stands behind it.
    fn action_and_how(
        &self,
        diagnostic: Diagnostic,
        name: &Name,
        (action, how): (&str, &str),
    ) -> Diagnostic {
        if let Some(with) = self.done_with(how) {
            let text = format!("{action} using {with}");
            return diagnostic
                .with_help(format!("write `{text}`"))
                .with_fix(name.span, text);
        }
        let with = how.strip_prefix("with ").map(without_article);
        if let Some(with) = with.filter(|with| how.len() > "with ".len() + with.len()) {
            let text = format!("{action} using \"{with}\"");
            return diagnostic
                .with_help(format!("write `{text}`"))
                .with_fix(name.span, text);
        }
        if !is_manner(how) {
            return diagnostic.with_help(format!(
                "`{action}` is known, and `{how}` behind it is not: declare `action {}`, or the place and write \
                 `{action} on ...`",
                name.text
            ));
        }
        diagnostic
            .with_help(format!(
                "`{action}` is known, and `{how}` behind it is not: say how in quotes, after `by`"
            ))
            .with_fix(name.span, format!("{action} by \"{how}\""))
    }

    /// The word that the first words of a line misspell, and their place.
    fn near_head(&self, name: &Name) -> Option<(&'static str, Span)> {
        let words: Vec<&str> = name.text.split_whitespace().collect();
        let spans = self.word_spans(name).unwrap_or_default();
        let verbs = VERBS.iter().map(|row| row.word);
        [2, 1].into_iter().find_map(|length: usize| {
            let front = words.get(..length)?.join(" ");
            let (first, last) = (spans.first()?, spans.get(length.saturating_sub(1))?);
            let wanted = HEADS.iter().copied().chain(verbs.clone());
            let wanted = wanted.filter(|head| head.split(' ').count() == length);
            nearest(&front, wanted).map(|near| (near, first.to(*last)))
        })
    }

    /// `avoidmakeup`: a blank was lost behind the first word.
    fn glued_head(&self, name: &Name) -> Option<String> {
        let lower = name.text.to_lowercase();
        let verbs = VERBS.iter().map(|row| row.word);
        let starts = [
            "avoid", "no", "stop", "never", "allow", "resume", "limit", "expect", "report",
        ];
        starts.into_iter().chain(verbs).find_map(|word| {
            let thing = lower
                .strip_prefix(word)
                .filter(|rest| !rest.starts_with(' '))?;
            self.read(thing)?;
            let thing = name.text.get(word.len()..)?;
            Some(format!("{word} {thing}"))
        })
    }
}

/// Whether words behind a deed say how it is done, and not what is done so.
fn is_manner(words: &str) -> bool {
    const HOW: &[&str] = &[
        "as", "at", "by", "in", "like", "through", "well", "with", "without",
    ];
    let first = words.split(' ').next().unwrap_or_default();
    HOW.contains(&first) || first.ends_with("ly")
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

/// `only use lukewarm water`: the verb first.
fn only_behind_its_verb(text: &str) -> Option<String> {
    let (verb, rest) = text.strip_prefix("only ")?.split_once(' ')?;
    Verb::from_word(verb)?;
    Some(format!("{verb} only {rest}"))
}

/// Whether words say that something is started again that has no name: `start your usual skin care again`.
fn taken_up_again(text: &str) -> bool {
    const STARTING: &[&str] = &["begin ", "go back to ", "restart ", "return to ", "start "];
    STARTING.iter().any(|word| text.starts_with(word))
}

/// Whether words say how something is, and not what to do.
fn informs(text: &str) -> bool {
    const SAYING: &[&str] = &["are", "can", "is", "may", "might", "should", "will"];
    let first = text.split(' ').next().unwrap_or_default().to_lowercase();
    first == "we" || text.split(' ').skip(1).any(|word| SAYING.contains(&word))
}
