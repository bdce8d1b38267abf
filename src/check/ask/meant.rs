//! A question in the words of sheets: what was meant by it.

use crate::check::checker::Checker;
use crate::check::names::{as_growing, doing, in_declaration};
use crate::diagnostic::Diagnostic;
use crate::syntax::tree::{Kind, Name};
use crate::vocabulary::{Fact, FactKind, Named, fold};

/// Who is asked about, which goes without saying.
const WHO: &[&str] = &[
    "client",
    "he",
    "patient",
    "she",
    "the patient",
    "they",
    "you",
];

/// Words in the name of a condition that say nothing.
const SMALL: &[&str] = &["a", "any", "have", "of", "the", "you"];

/// Whose sign it is, in words that say no more than that there is one.
const ANYWHERE: &[&str] = &[
    "area",
    "face",
    "it",
    "skin",
    "the",
    "this",
    "treated",
    "treatment",
    "wound",
    "you",
    "your",
];

/// What lists have of what is asked.
pub(super) enum Near {
    /// The very thing, in other words.
    Same {
        fact: String,
        sign: &'static str,
        value: String,
    },
    /// Some of it: the question for that.
    Narrower(String),
    /// Nothing of it.
    Nothing,
}

/// What is asked of somebody, without who has it.
pub(super) fn bare(text: &str) -> &str {
    const HAVING: &[&str] = &[
        "you have ",
        "you had ",
        "you are ",
        "you're ",
        "patient has ",
        "patient is ",
        "have ",
        "has ",
        "are ",
        "is ",
        "with ",
    ];
    const ARTICLES: &[&str] = &["a ", "an ", "any ", "the ", "known ", "type of "];
    let strip = |text, words: &[&str]| {
        words
            .iter()
            .find_map(|word| strip_word(text, word))
            .unwrap_or(text)
    };
    strip(strip(text, HAVING), ARTICLES)
}

/// A text without the word at its start, whatever its case.
fn strip_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let start = text.get(..word.len())?;
    start
        .eq_ignore_ascii_case(word)
        .then(|| text.get(word.len()..))
        .flatten()
}

impl Checker<'_> {
    /// The help, and the text in its place where that is sure.
    pub(super) fn question_meant(&self, name: &Name, diagnostic: Diagnostic) -> Option<Diagnostic> {
        let text = name.text.as_str();
        if WHO.contains(&text.to_lowercase().as_str()) {
            return Some(diagnostic.with_help("ask for it alone, as in `if pregnant`"));
        }
        if let Some(asked) = self.fact_and_value(text) {
            return Some(
                diagnostic
                    .with_help(format!("write `{asked}`"))
                    .with_fix(name.span, asked),
            );
        }
        let grows = || as_growing(text).filter(|sign| self.read(sign).is_some());
        let asked = self.comes(text).or_else(|| self.does(text)).or_else(grows);
        if let Some(asked) = asked.or_else(|| self.place_treated(text)) {
            return Some(
                diagnostic
                    .with_help(format!("write `{asked}`"))
                    .with_fix(name.span, asked),
            );
        }
        if let Some(help) = self.must(text).or_else(|| self.longer_fact(text)) {
            return Some(diagnostic.with_help(help));
        }
        self.values_with(name, diagnostic.clone())
            .or_else(|| self.persists(text).map(|help| diagnostic.with_help(help)))
    }

    /// `you must swim`, `sun cannot be avoided`: no fact, but what to do where a ban cannot be kept.
    fn must(&self, text: &str) -> Option<String> {
        const MUST: &[&str] = &["must ", "really must "];
        const UNAVOIDABLE: &[&str] =
            &[" cannot be avoided", " can't be avoided", " is unavoidable"];
        let lower = text.to_lowercase();
        let bare = lower.strip_prefix("you ").unwrap_or(&lower);
        let must = MUST.iter().find_map(|word| bare.strip_prefix(word));
        let unavoidable = UNAVOIDABLE.iter().find_map(|word| bare.strip_suffix(word));
        let deed = must.or(unavoidable)?;
        let (verb, rest) = deed.split_once(' ').unwrap_or((deed, ""));
        let forms = doing(verb).into_iter();
        let mut named = forms.map(|form| format!("{form} {rest}").trim_end().to_owned());
        let named = named.find(|form| self.read(form).is_some());
        let ban = named.unwrap_or_else(|| deed.to_owned());
        Some(format!(
            "what to do where a ban cannot be kept stands in the ban: end it with `if unavoidable`, as in `avoid {ban} for 2 \
             weeks, if unavoidable cover treated area`"
        ))
    }

    /// `skin type IV`
    fn fact_and_value(&self, text: &str) -> Option<String> {
        let words: Vec<&str> = text.split_whitespace().collect();
        (1..words.len()).find_map(|at| {
            let (front, rest) = words.split_at_checked(at)?;
            let (front, rest) = (front.join(" "), rest.join(" "));
            let fact = self.vocabulary.fact(self.vocabulary.find_fact(&front)?);
            let key = fold(&rest);
            let (values, sign) = values(fact)?;
            let has = |key: &str| values.iter().any(|value| fold(value) == key);
            // `skin type IV-VI`
            if let (FactKind::Ordered(_), Some((first, last))) =
                (&fact.kind, rest.split_once(['-', '\u{2013}']))
                && has(&fold(first))
                && has(&fold(last))
            {
                return Some(format!("{front} in {first}..{last}"));
            }
            has(&key).then(|| format!("{front} {sign} {rest}"))
        })
    }

    /// `blisters form`, `you get cold sores`: the symptom alone asks whether it is there.
    fn comes(&self, text: &str) -> Option<String> {
        const BEHIND: &[&str] = &[
            " form",
            " forms",
            " appear",
            " appears",
            " develop",
            " develops",
            " occur",
            " occurs",
            " come up",
            " start",
            " starts",
        ];
        const BEFORE: &[&str] = &[
            "you get ",
            "you have ",
            "you develop ",
            "you notice ",
            "you see ",
            "you feel ",
            "you are ",
            "you're ",
            "there is ",
            "there are ",
        ];
        let lower = text.to_lowercase();
        let behind = BEHIND.iter().find_map(|word| lower.strip_suffix(word));
        let before = BEFORE.iter().find_map(|word| lower.strip_prefix(word));
        let bare = behind.or(before)?;
        let bare = ["a ", "any "]
            .iter()
            .find_map(|word| bare.strip_prefix(word))
            .unwrap_or(bare);
        let Named::Thing(id) = self.read(bare)?.named else {
            return None;
        };
        (self.vocabulary.thing(id).kind == Kind::Symptom).then(|| bare.to_owned())
    }

    /// `it bleeds`, `the skin peels`, `your face swells`: the sign by its name.
    pub(crate) fn does(&self, text: &str) -> Option<String> {
        // What hurts has no sign that ends as its verb does.
        const HURTS: &[&str] = &["aches", "hurting", "hurts", "throbs"];
        // `the skin no longer peels` is the contrary.
        const NOT: &[&str] = &[
            "cannot", "hardly", "never", "no", "nor", "not", "stops", "without",
        ];
        let lower = text.to_lowercase();
        let denies = |word: &str| {
            NOT.contains(&word) || word.ends_with("n't") || word.ends_with("n\u{2019}t")
        };
        if lower.split_whitespace().any(denies) {
            return None;
        }
        let words: Vec<&str> = lower.split_whitespace().collect();
        let (verb, subject) = words.split_last()?;
        // `your tongue swells` is no swelling somewhere else.
        if !subject.iter().all(|word| ANYWHERE.contains(word)) {
            return None;
        }
        if HURTS.contains(verb) && self.read("pain").is_some() {
            return Some("pain".to_owned());
        }
        let bare = verb.strip_suffix('s').filter(|_| lower.contains(' '))?;
        let stems = [Some(bare), bare.strip_suffix('e')];
        let mut signs = stems.into_iter().flatten().map(|stem| format!("{stem}ing"));
        signs.find(|sign| {
            let found = self.vocabulary.find_thing(sign);
            found.is_some_and(|id| self.vocabulary.thing(id).kind == Kind::Symptom)
        })
    }

    /// `underarms treated`, `treating underarms`
    fn place_treated(&self, text: &str) -> Option<String> {
        let place = text
            .strip_suffix(" treated")
            .or_else(|| text.strip_prefix("treating "))?;
        let place = place.trim_end_matches(" were").trim_end_matches(" was");
        let place = place.trim_end_matches(" are").trim_end_matches(" is");
        let Named::Thing(id) = self.vocabulary.find(place)? else {
            return None;
        };
        let asked = self.vocabulary.find_fact("area treated").is_some();
        let is_place = self.vocabulary.thing(id).kind == Kind::Place;
        (asked && is_place).then(|| format!("area treated includes {place}"))
    }

    /// `area` of `area treated`
    fn longer_fact(&self, text: &str) -> Option<String> {
        let start = format!("{} ", fold(text));
        let mut facts = self.vocabulary.facts();
        let (_, fact) = facts.find(|(_, fact)| fold(&fact.name).starts_with(&start))?;
        Some(format!("did you mean `{}`?", fact.name))
    }

    /// `diabetes` of `controlled diabetes`, `history of cold sores` of `cold sore history`. What is narrower is named as such:
    /// in its place it would lose whoever has something else of the kind.
    fn values_with(&self, name: &Name, diagnostic: Diagnostic) -> Option<Diagnostic> {
        let asked = bare(&name.text);
        match self.values_near(asked)? {
            Near::Same { fact, sign, value } => {
                let text = format!("{fact} {sign} {value}");
                Some(
                    diagnostic
                        .with_help(format!("write `{text}`"))
                        .with_fix(name.span, text),
                )
            }
            Near::Narrower(narrower) => Some(diagnostic.with_help(format!(
                "for all of it declare `fact {}: yes or no`, and write `{asked}`; `{narrower}` is known, and is less",
                in_declaration(asked)
            ))),
            Near::Nothing => None,
        }
    }

    /// What the lists have that is called so; none where one of a list without order is meant otherwise.
    pub(super) fn values_near(&self, text: &str) -> Option<Near> {
        let own = |text: &str| -> Vec<String> {
            let words = text.split_whitespace();
            let kept = words.filter(|word| !SMALL.contains(&word.to_lowercase().as_str()));
            kept.map(fold).collect()
        };
        let said = own(text);
        let holds = |value: &&String| {
            let words = own(value);
            let has = |word: &String| words.iter().any(|other| is_of_one_stem(word, other));
            !said.is_empty() && said.iter().all(has)
        };
        let found = self.vocabulary.facts().find_map(|(_, fact)| {
            let (values, sign) = values(fact)?;
            let near: Vec<&String> = values.iter().filter(holds).collect();
            (!near.is_empty()).then_some((fact, sign, near))
        });
        let Some((fact, sign, near)) = found else {
            return Some(Near::Nothing);
        };
        let same = near.iter().find(|value| own(value).len() == said.len());
        if let Some(value) = same {
            return Some(Near::Same {
                fact: fact.name.clone(),
                sign,
                value: (*value).clone(),
            });
        }
        let near: Vec<&str> = near.into_iter().map(String::as_str).collect();
        Some(Near::Narrower(match near.as_slice() {
            several if sign == "includes" && several.len() > 1 => {
                format!("{} includes any of {}", fact.name, several.join(", "))
            }
            [first, ..] => format!("{} {sign} {first}", fact.name),
            [] => return None,
        }))
    }

    /// `swelling persists`
    fn persists(&self, text: &str) -> Option<String> {
        let (front, last) = text.rsplit_once(' ')?;
        let is_long = ["continues", "lasts", "persists"].contains(&last.to_lowercase().as_str());
        let Named::Thing(id) = self.vocabulary.find(front)? else {
            return None;
        };
        let is_symptom = self.vocabulary.thing(id).kind == Kind::Symptom;
        (is_long && is_symptom).then(|| format!("say for how long, as in `{front} lasting 2 days`"))
    }
}

/// The answers that a fact has, and the sign before them.
pub(super) fn values(fact: &Fact) -> Option<(&[String], &'static str)> {
    match &fact.kind {
        FactKind::AnyOf(values) => Some((values, "includes")),
        FactKind::OneOf(values) | FactKind::Ordered(values) => Some((values, "=")),
        _ => None,
    }
}

/// `diabetic` and `diabetes`: long words that differ in their ends alone.
fn is_of_one_stem(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let same = one.chars().zip(other.chars());
    let same = same.take_while(|(one, other)| one == other).count();
    let most = same + 3;
    same >= 6 && one.chars().count() <= most && other.chars().count() <= most
}
