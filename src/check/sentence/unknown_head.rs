//! A line that starts with no verb and no declared action: what it says all the same.

use crate::check::checker::Checker;
use crate::check::names::{Reading, Role, can_have, in_an_amount, spf_behind, without_article};
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::tree::{Kind, Name, Verb};
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
    /// What a line starts with instead, and the help that says so: `do walking`, a near action, `avoid heat`.
    fn other_head_meant(&self, name: &Name) -> Option<(String, String)> {
        let done = Verb::from_word("do").map(|verb| Role::Duty(verb, name.span));
        if let Some(deed) = done.and_then(|role| self.deed_said(name, role)) {
            return Some((format!("write `do {deed}`"), format!("do {deed}")));
        }
        if let Some(text) = self.deed_using(name) {
            return Some((format!("write `{}`", self.with_the_rest(name, &text)), text));
        }
        let actions = self.known_names(&|_, kind| kind == Kind::Action);
        let near = nearest(&name.text, actions.iter().map(String::as_str));
        let near = near.map(str::to_owned).or_else(|| self.glued_head(name))?;
        Some((format!("did you mean `{near}`?"), near))
    }

    /// `do soaking on face using vinegar` of `soak face with vinegar`: a known deed, and with what it is done.
    fn deed_using(&self, name: &Name) -> Option<String> {
        let said = [" with ", " in "]
            .iter()
            .find_map(|word| name.text.split_once(word));
        let (front, tool) = said.filter(|_| !name.quoted)?;
        let deed = Name {
            text: front.to_owned(),
            ..name.clone()
        };
        let done = Role::Duty(Verb::from_word("do")?, name.span);
        let deed = self.deed_said(&deed, done)?;
        let named = deed.split(" on ").next().unwrap_or(&deed);
        let is_action = self.kind_in(&[named], done) == Some(Kind::Action);
        let tool = without_article(tool);
        if says_state(tool) {
            return None;
        }
        let plain = |one: char| one.is_alphabetic() || matches!(one, ' ' | '-');
        let is_short = tool.chars().all(plain) && tool.split(' ').count() <= 3;
        let tool = match self.read(tool).map(|reading| reading.named) {
            Some(Named::Thing(id)) if Role::Using.takes(self.vocabulary.thing(id).kind) => {
                tool.to_owned()
            }
            // Behind an action a manner may follow: `with head up`.
            None if is_short && !is_action => format!("\"{tool}\""),
            _ => return None,
        };
        let verb = if is_action { "" } else { "do " };
        Some(format!("{verb}{deed} using {tool}"))
    }

    pub(super) fn unknown_head(&self, name: &Name, found: Option<&Reading>) -> Diagnostic {
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
                .filter(|_| kind == Kind::Event)
                .or_else(|| self.is_done_there(&diagnostic, name));
            return done.unwrap_or_else(|| self.headless(diagnostic, name, kind));
        }
        if Verb::from_word(&name.text.to_lowercase()).is_some() {
            return diagnostic.with_help(format!(
                "say what, right behind it: `{} treated area daily`",
                name.text
            ));
        }
        let sunscreen = spf_behind(&name.text);
        if let Some(text) = self.head_in_other_words(name).or(sunscreen) {
            return diagnostic
                .with_help(format!("write `{}`", self.with_the_rest(name, &text)))
                .with_fix(name.span, text);
        }
        if let Some(text) = in_an_amount(&name.text).map(|text| format!("apply {text}")) {
            return diagnostic
                .with_help(format!("write `{}`", self.with_the_rest(name, &text)))
                .with_fix(name.span, text);
        }
        if let Some(help) = self.nothing_but(name) {
            return diagnostic.with_help(help);
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
        if let Some(deed) = self.deed_from_then(name) {
            return diagnostic
                .with_help(format!(
                    "write `resume {deed}` if it is off until then and free afterwards, `do {deed}` if it is to be done"
                ))
                .with_fix(name.span, format!("resume {deed}"))
                .with_fix(name.span, format!("do {deed}"));
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
        diagnostic.with_help(self.verb_or_action(name))
    }

    /// `light exercise only for 1 week`, `only gentle cleanser`: a thing that lacks its verb, and all else that is off.
    fn nothing_but(&self, name: &Name) -> Option<String> {
        let lower = name.text.to_lowercase();
        let thing = lower
            .strip_suffix(" only")
            .or_else(|| lower.strip_prefix("only "))?;
        let (first, rest) = thing.split_once(' ').unwrap_or((thing, ""));
        if Verb::from_word(first).is_some() && !rest.is_empty() {
            return None;
        }
        let words: Vec<&str> = thing.split_whitespace().collect();
        // The noun stands at the end: `gentle cleanser`, `light exercise`.
        let noun = (0..words.len()).find_map(|from| {
            let noun = words.get(from..)?;
            let Named::Thing(id) = self.read_words(noun)?.named else {
                return None;
            };
            Some((noun.join(" "), self.vocabulary.thing(id).kind))
        });
        let (noun, kind) = match noun {
            Some((noun, kind)) if kind.is_thing() => (noun, kind),
            _ => {
                return Some(format!(
                    "put what to do before it, as in `{}`",
                    self.with_the_rest(name, &format!("use only {thing}"))
                ));
            }
        };
        if matches!(kind, Kind::Activity | Kind::Action | Kind::Procedure) {
            let whole = thing == noun;
            let last = words.last().copied().unwrap_or_default();
            let class = match self.read(last).map(|reading| reading.named) {
                Some(Named::Thing(id)) if self.vocabulary.thing(id).kind == kind => last,
                _ => "activity",
            };
            let all = if whole { class } else { &noun };
            let but = thing;
            let declare = if self.read(thing).is_some() && whole {
                String::new()
            } else {
                format!(", and declare `{} \"{thing}\" in {noun}`", kind.word())
            };
            let but = if declare.is_empty() {
                but.to_owned()
            } else {
                format!("\"{but}\"")
            };
            let text = format!("avoid {all} except {but}");
            return Some(format!(
                "what else is off is a ban: write `{}`{declare}",
                self.with_the_rest(name, &text)
            ));
        }
        let verb = VERBS
            .iter()
            .filter(|row| row.kinds.contains(&kind))
            .map(|row| row.word)
            .min_by_key(|word| (*word != "use", *word != "wear", *word))?;
        let text = format!("{verb} only {thing}");
        Some(format!("write `{}`", self.with_the_rest(name, &text)))
    }

    /// The help for words that are nothing known: a verb, an `expect`, a note or an action of their own.
    fn verb_or_action(&self, name: &Name) -> String {
        let (deed, with) = name.text.split_once(" with ").unwrap_or((&name.text, ""));
        let tool = without_article(with);
        if tool.len() < with.len() && !informs(&name.text) {
            format!("declare `action {deed}`, and write `{deed} using \"{tool}\"`")
        } else if let Some(text) = self.with_its_attribute(&name.text) {
            format!("write `{}`", self.with_the_rest(name, &text))
        } else if let Some(thing) = self.starts_with_a_thing(&name.text) {
            format!(
                "put what to do before it, as in `{}` or `avoid {thing}`",
                self.with_the_rest(name, &format!("use {}", name.text))
            )
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
        }
    }

    /// The known thing that words start with: `sunscreen` of `sunscreen SPF 50`.
    fn starts_with_a_thing(&self, text: &str) -> Option<String> {
        let words: Vec<&str> = text.split_whitespace().collect();
        (1..words.len()).rev().find_map(|length| {
            let front = words.get(..length)?.join(" ");
            let thing = self.vocabulary.find_thing(&front)?;
            let kind = self.vocabulary.thing(thing).kind;
            matches!(kind, Kind::Product | Kind::Substance | Kind::Tool).then_some(front)
        })
    }

    /// `apply cold pack with wrapped in cloth` of `cold pack wrapped in cloth`: a thing, and what it is like.
    fn with_its_attribute(&self, text: &str) -> Option<String> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let (id, text) = (1..words.len()).find_map(|at| {
            let (front, back) = words.split_at_checked(at)?;
            let Named::Thing(id) = self.read_words(front)?.named else {
                return None;
            };
            let mark = self.vocabulary.find_thing(&back.join(" "))?;
            let is_mark = self.vocabulary.thing(mark).kind == Kind::Attribute;
            let text = format!("{} with {}", front.join(" "), back.join(" "));
            (is_mark && can_have(&self.vocabulary, id, mark)).then_some((id, text))
        })?;
        let kind = self.vocabulary.thing(id).kind;
        let suits = |word: &&&str| {
            let row = VERBS.iter().find(|row| row.word == **word);
            row.is_some_and(|row| row.kinds.contains(&kind))
        };
        let verb = ["apply", "use", "wear", "take"].iter().find(suits)?;
        Some(format!("{verb} {text}"))
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
        let (how, time) = before_its_time(how);
        let with = how.strip_prefix("with ").map(without_article);
        let with = with.filter(|with| !says_state(with));
        if let Some(with) = with.filter(|with| how.len() > "with ".len() + with.len()) {
            let text = format!("{action} using \"{with}\"{time}");
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
        let text = format!("{action} by \"{how}\"{time}");
        diagnostic
            .with_help(format!(
                "`{action}` is known, and `{how}` behind it is not: say how in quotes, as in `{text}`"
            ))
            .with_fix(name.span, text)
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

/// `head raised`: how somebody is meanwhile is no tool.
fn says_state(with: &str) -> bool {
    const STATES: &[&str] = &[
        "apart",
        "bent",
        "closed",
        "crossed",
        "down",
        "elevated",
        "flat",
        "lowered",
        "open",
        "propped",
        "raised",
        "relaxed",
        "straight",
        "supported",
        "tilted",
        "together",
        "up",
        "uncrossed",
    ];
    let last = with.rsplit(' ').next().unwrap_or_default();
    with.contains(' ') && STATES.contains(&last)
}

/// Whether words behind a deed say how it is done, and not what is done so.
fn is_manner(words: &str) -> bool {
    const HOW: &[&str] = &[
        "as", "at", "by", "in", "like", "through", "well", "with", "without",
    ];
    let first = words.split(' ').next().unwrap_or_default();
    HOW.contains(&first) || first.ends_with("ly")
}

/// `with head up the first 2 nights`: what is no manner, but a time, as a clause of its own.
fn before_its_time(how: &str) -> (&str, String) {
    const FIRST: &[&str] = &[" the first ", " for the first ", " during the first "];
    let found = FIRST.iter().filter_map(|word| how.find(word)).min();
    let Some((how, time)) = found.and_then(|at| how.split_at_checked(at)) else {
        return (how, String::new());
    };
    let time = time.trim_start();
    let time = ["for ", "during ", ""]
        .iter()
        .find_map(|word| time.strip_prefix(word)?.strip_prefix("the first "));
    let time = time.unwrap_or_default();
    // The first nights are those of as many days.
    let time = time.replace("nights", "days").replace("night", "day");
    let whole = ["day", "days"].contains(&time.as_str());
    let one = if whole { "1 " } else { "" };
    (how, format!(" for {one}{time}"))
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
