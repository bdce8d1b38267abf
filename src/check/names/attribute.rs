//! Attributes: `mineral`, `spf 30+`, `without fragrance`.

use crate::check::checker::Checker;
use crate::check::names::{Role, without_article};
use crate::check::protocol::AttributeTest;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::syntax::tree::{AttributeUse, AttributeValue, Kind, Name};
use crate::vocabulary::{MANNERS, Named, ThingId, Vocabulary, how_to_wait, nearest, who_is_asked};

impl Checker<'_> {
    /// An attribute behind `with` or `without`, of a thing. On a duty a sun protection factor is the least that
    /// will do; any other number is exact, since more of it may be too much: `with strength 0.5`.
    pub(crate) fn attribute(
        &mut self,
        of: ThingId,
        written: &Spanned<AttributeUse>,
        duty: bool,
    ) -> Option<AttributeTest> {
        let name = &written.node.name;
        let attribute = self.attribute_named(of, name)?;
        if !self.belongs(of, attribute, name) {
            return None;
        }
        let number = self.vocabulary.thing(attribute).number;
        let value = match (number, written.node.value) {
            (true, None) if !written.node.without => {
                let shown = self.vocabulary.name(attribute).to_owned();
                self.report(
                    Diagnostic::new(
                        Code::AttributeValue,
                        name.span,
                        format!("`{shown}` is a number, and none is given"),
                        "how much?",
                    )
                    .with_help(format!("write the number, such as `{shown} 30+`")),
                );
                return None;
            }
            (false, Some(value)) => {
                let shown = self.vocabulary.name(attribute).to_owned();
                self.report(
                    Diagnostic::new(
                        Code::AttributeValue,
                        value.span,
                        format!("`{shown}` is not a number"),
                        "no number can follow",
                    )
                    .with_help("leave the number out")
                    .with_fix(name.span.at_end().to(value.span), ""),
                );
                return None;
            }
            (_, value) => value.map(|value| AttributeValue {
                number: value.node.number,
                or_more: value.node.or_more || duty && written.node.reads_as_least(),
            }),
        };
        Some(AttributeTest {
            attribute,
            without: written.node.without,
            value,
        })
    }

    /// An attribute in front of the name: `mineral makeup`.
    pub(crate) fn attribute_before(
        &mut self,
        of: ThingId,
        attribute: ThingId,
        name: &Name,
    ) -> Option<AttributeTest> {
        self.belongs(of, attribute, name).then_some(AttributeTest {
            attribute,
            without: false,
            value: None,
        })
    }

    fn attribute_named(&mut self, of: ThingId, name: &Name) -> Option<ThingId> {
        match self.vocabulary.find(&name.text) {
            Some(Named::Thing(id)) if self.vocabulary.thing(id).kind == Kind::Attribute => {
                self.used_things.insert(id);
                return Some(id);
            }
            Some(Named::Thing(id)) => {
                let diagnostic = self.with_a_thing(of, name, id);
                self.report(diagnostic);
                return None;
            }
            _ => {}
        }
        if let Some(id) = self.tool_named(name) {
            let diagnostic = self.with_a_thing(of, name, id);
            self.report(diagnostic);
            return None;
        }
        if !self.is_excused(&name.text) {
            let diagnostic = self.unknown_attribute(of, name);
            self.report(diagnostic);
        }
        None
    }

    /// What can be used and is named with its attribute: `clean towel`.
    fn tool_named(&self, name: &Name) -> Option<ThingId> {
        match self.read(without_article(&name.text))?.named {
            Named::Thing(id) if Role::Using.takes(self.vocabulary.thing(id).kind) => Some(id),
            _ => None,
        }
    }

    /// `wash face with gentle cleanser`: with what something is done follows `using`.
    fn with_a_thing(&self, of: ThingId, name: &Name, id: ThingId) -> Diagnostic {
        let kind = self.vocabulary.thing(id).kind;
        let diagnostic = Diagnostic::new(
            Code::WrongKind,
            name.span,
            format!(
                "`{}` is {}: `with` takes attributes",
                name.text,
                kind.with_article()
            ),
            kind.with_article(),
        );
        if kind == Kind::Symptom {
            return diagnostic.with_help(format!(
                "each is a sign of its own: write `or {0}`, and either is enough; `if {0}` at the end wants both",
                name.text
            ));
        }
        if !Role::Using.takes(kind) {
            return self.without_doing(name).unwrap_or_else(|| {
                diagnostic.with_help("name what the thing must be or have, such as `with spf 30+`")
            });
        }
        // Nobody avoids a lotion with the help of its perfume: it is what the lotion holds.
        let is_done = self.vocabulary.thing(of).kind == Kind::Activity;
        if self.in_no_duty(name) && !is_done {
            return diagnostic.with_help(format!(
                "what holds it is covered by `{}` itself, where the vocabulary knows that; name it alone, or the \
                 whole in quotes",
                name.text
            ));
        }
        let said = self.on_skin(name).unwrap_or(without_article(&name.text));
        let diagnostic =
            diagnostic.with_help(format!("for what it is done with write `using {said}`"));
        match self.word_before(name.span, "with") {
            Some(with) => diagnostic.with_fix(with.to(name.span), format!("using {said}")),
            None => diagnostic,
        }
    }

    /// Whether the sentence of a name asks for nothing to be done.
    fn in_no_duty(&self, name: &Name) -> bool {
        let before = self.precedes(name).unwrap_or_default().to_lowercase();
        let sentence = before.rsplit(": ").next().unwrap_or_default().trim_start();
        let heads = [
            "avoid ", "no ", "do not ", "don't ", "never ", "stop ", "allow ", "resume ", "limit ",
        ];
        heads.iter().any(|head| sentence.starts_with(head))
    }

    /// The span of a word that stands right before another span, on its line.
    fn word_before(&self, span: Span, word: &str) -> Option<Span> {
        let text = self.sources.get(span.source)?.text();
        let before = text.get(..span.start as usize)?.trim_end_matches(' ');
        let start = before.len().checked_sub(word.len())?;
        let found = before.get(start..)?.eq_ignore_ascii_case(word);
        let is_word = before.get(..start)?.ends_with(' ');
        let start = u32::try_from(start).ok()?;
        let end = u32::try_from(before.len()).ok()?;
        (found && is_word).then(|| Span::new(span.source, start, end))
    }

    fn unknown_attribute(&self, of: ThingId, name: &Name) -> Diagnostic {
        let diagnostic = Diagnostic::new(
            Code::UnknownAttribute,
            name.span,
            format!("no attribute is called `{}`", name.text),
            "not declared",
        );
        if self.quiet {
            return diagnostic;
        }
        if let Some(asked) = self
            .asks_somebody(name)
            .or_else(|| self.not_wrapped(of, name))
            .or_else(|| self.without_doing(name))
        {
            return asked;
        }
        let names = self.known_names(&|_, kind| kind == Kind::Attribute);
        let owner = self.vocabulary.name(of);
        match nearest(&name.text, names.iter().map(String::as_str)) {
            Some(near) => diagnostic
                .with_help(format!("did you mean `{near}`?"))
                .with_fix(name.span, near),
            None if self.is_done_with(of, name) => {
                let using = format!("using \"{}\"", without_article(&name.text));
                let diagnostic =
                    diagnostic.with_help(format!("for what it is done with write `{using}`"));
                match self.word_before(name.span, "with") {
                    Some(with) => diagnostic.with_fix(with.to(name.span), using),
                    None => diagnostic,
                }
            }
            None => {
                diagnostic.with_help(format!("declare it: `attribute {} of {owner}`", name.text))
            }
        }
    }

    /// `dry treated area with a clean towel`, `apply ointment with a clean finger`: what has an article is a thing, and no
    /// attribute of another.
    fn is_done_with(&self, of: ThingId, name: &Name) -> bool {
        let is_thing = without_article(&name.text).len() < name.text.len();
        let is_place = self.vocabulary.thing(of).kind == Kind::Place;
        !self.in_no_duty(name)
            && (is_thing || is_place)
            && self.word_before(name.span, "with").is_some()
    }

    /// `avoid ibuprofen without asking your doctor`: no thing has that, and the sentence waits for somebody's word.
    fn asks_somebody(&self, name: &Name) -> Option<Diagnostic> {
        let who = who_is_asked(&name.text)?;
        let before = self.precedes(name)?.trim_end().strip_suffix("without")?;
        Some(
            Diagnostic::new(
                Code::UnknownAttribute,
                name.span,
                format!("`without {}` waits for somebody's word", name.text),
                "no attribute of a thing",
            )
            .with_help(how_to_wait(who, before.trim(), "unless")),
        )
    }

    /// `clean treated area without rubbing`: how it is done, and nothing that the thing has.
    fn without_doing(&self, name: &Name) -> Option<Diagnostic> {
        let deed = name.text.split(' ').next()?.to_lowercase();
        let does = deed.len() > 4 && deed.ends_with("ing");
        let without = self.word_before(name.span, "without")?;
        if !does || self.in_no_duty(name) {
            return None;
        }
        let text = format!("by \"without {}\"", name.text);
        Some(
            Diagnostic::new(
                Code::UnknownAttribute,
                name.span,
                format!("`without {}` says how it is done", name.text),
                "no attribute of a thing",
            )
            .with_help(format!("write `{text}`"))
            .with_fix(without.to(name.span), text),
        )
    }

    /// `do not use ice without wrapping it`, `without a cloth`: with nothing around it.
    fn not_wrapped(&self, of: ThingId, name: &Name) -> Option<Diagnostic> {
        const AROUND: &[&str] = &["wrapping", "barrier", "cloth", "cover", "covering", "towel"];
        let lower = name.text.to_lowercase();
        let mut words = lower.split(' ');
        let is_around = words.any(|word| AROUND.contains(&word));
        let before = self.precedes(name)?.trim_end();
        let unwrapped = self.vocabulary.find_thing("unwrapped")?;
        if !is_around || !before.ends_with("without") || !can_have(&self.vocabulary, of, unwrapped)
        {
            return None;
        }
        let thing = self.vocabulary.name(of);
        Some(
            Diagnostic::new(
                Code::UnknownAttribute,
                name.span,
                format!("`without {}` is said in other words", name.text),
                "no attribute is called so",
            )
            .with_help(format!(
                "write `unwrapped {thing}` in the place of the thing and these words: with nothing around it"
            )),
        )
    }

    /// `gentle walking`: how a deed is done stands behind it, `walking gently`. A ban on a deed that is done so
    /// would ban it however it is done.
    fn done_so(&self, of: ThingId, attribute: ThingId, name: &Name) -> Option<String> {
        let thing = self.vocabulary.thing(of);
        let before = self.precedes(name)?.to_lowercase();
        let sentence = before.rsplit(": ").next().unwrap_or_default().trim_start();
        let bans = [
            "avoid ",
            "no ",
            "do not ",
            "don't ",
            "don\u{2019}t ",
            "never ",
            "stop ",
        ];
        let is_ban = bans.iter().any(|ban| sentence.starts_with(ban));
        let is_deed = matches!(thing.kind, Kind::Activity | Kind::Action);
        if !is_deed || is_ban || self.is_left_out(name) {
            return None;
        }
        let manner = manner_of(self.vocabulary.name(attribute))?;
        let (_, deed) = name.text.split_once(' ')?;
        // Of a class that is allowed, the manner would leave none out: running is exercise, too.
        let allowed = ["allow ", "resume "];
        let is_class = !thing.children.is_empty();
        if is_class && allowed.iter().any(|head| sentence.starts_with(head)) {
            return Some(format!(
                "declare what is called so, `{} {} in {deed}`: `{deed} {manner}` would be all of `{deed}`",
                thing.kind.word(),
                name.text
            ));
        }
        Some(format!(
            "how it is done stands behind it: write `{deed} {manner}`"
        ))
    }

    /// `strenuous exercise` of exercise: what is called so with a word in front.
    fn narrower_than(&self, of: ThingId) -> Vec<String> {
        let thing = self.vocabulary.thing(of);
        let name = format!(" {}", thing.name.to_lowercase());
        let things = self.vocabulary.things();
        let alike = things.filter(|(_, other)| {
            other.kind == thing.kind && other.name.to_lowercase().ends_with(&name)
        });
        alike
            .take(3)
            .map(|(_, other)| format!("`{}`", other.name))
            .collect()
    }

    /// Whether things like this can have the attribute; reports it where not.
    fn belongs(&mut self, of: ThingId, attribute: ThingId, name: &Name) -> bool {
        let fits = can_have(&self.vocabulary, of, attribute);
        if !fits {
            let classes = &self.vocabulary.thing(attribute).of;
            let thing = self.vocabulary.thing(of);
            let owners: Vec<String> = classes
                .iter()
                .map(|class| format!("`{}`", self.vocabulary.name(*class)))
                .collect();
            let message = format!(
                "`{}` cannot be `{}`",
                thing.name,
                self.vocabulary.name(attribute)
            );
            let help = self.done_so(of, attribute, name).unwrap_or_else(|| {
                let owners = crate::check::wording::list(&owners, "and");
                let alike = self.narrower_than(of);
                let word = self.vocabulary.name(attribute);
                let lower = name.text.to_lowercase();
                let is_front = lower.starts_with(&format!("{} ", word.to_lowercase()));
                if thing.kind == Kind::Symptom && is_front {
                    let (text, of) = (&name.text, &thing.name);
                    format!("declare what is called so, `symptom {text} in {of}`, so that rules on `{of}` cover it")
                } else if alike.is_empty() && is_front {
                    format!(
                        "it is an attribute of {owners}; declare what is called so, `{} {} in {}`",
                        thing.kind.word(),
                        name.text,
                        thing.name
                    )
                } else if alike.is_empty() {
                    format!("it is an attribute of {owners}")
                } else {
                    let alike = crate::check::wording::list(&alike, "and");
                    format!("it is an attribute of {owners}; {alike} can be named")
                }
            });
            self.report(
                Diagnostic::new(
                    Code::WrongAttribute,
                    name.span,
                    message,
                    "not of this thing",
                )
                .with_help(help),
            );
        }
        fits
    }
}

/// Whether things like this can have the attribute.
pub(crate) fn can_have(vocabulary: &Vocabulary, of: ThingId, attribute: ThingId) -> bool {
    let classes = &vocabulary.thing(attribute).of;
    let under = |class| vocabulary.is_under(of, class) || vocabulary.is_under(class, of);
    classes.is_empty() || vocabulary.thing(of).local || classes.iter().copied().any(under)
}

/// `gently` of `gentle`, where the language has such a word.
fn manner_of(attribute: &str) -> Option<&'static str> {
    let lower = attribute.to_lowercase();
    let forms = [
        Some(format!("{lower}ly")),
        lower.strip_suffix('e').map(|stem| format!("{stem}y")),
    ];
    let known = |form: String| MANNERS.iter().copied().find(|manner| *manner == form);
    forms.into_iter().flatten().find_map(known)
}
