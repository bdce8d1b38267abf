//! A small vocabulary, and a reader that shows what it underlines.

use crate::diagnostic::Diagnostic;
use crate::profile::{Profile, read, set};
use crate::source::Sources;
use crate::span::Span;
use crate::syntax::tree::{Kind, TimeUnit};
use crate::vocabulary::{Fact, FactId, FactKind, Measure, Thing, ThingId, Unit, Vocabulary};

pub fn vocabulary() -> Vocabulary {
    let mut all = Vocabulary::new();
    thing(&mut all, Kind::Medicine, "anticoagulants", &[], None);
    let thinners = all.find_thing("anticoagulants");
    thing(&mut all, Kind::Medicine, "warfarin", &[], thinners);
    thing(&mut all, Kind::Medicine, "aspirin", &[], None);
    thing(
        &mut all,
        Kind::Medicine,
        "isotretinoin",
        &["Roaccutane"],
        None,
    );
    thing(&mut all, Kind::Substance, "retinoids", &[], None);
    let retinoids = all.find_thing("retinoids");
    thing(
        &mut all,
        Kind::Substance,
        "adapalene",
        &["Differin"],
        retinoids,
    );
    thing(&mut all, Kind::Product, "sunscreen", &[], None);
    thing(&mut all, Kind::Product, "cleanser", &[], None);
    thing(
        &mut all,
        Kind::Procedure,
        "dermal filler",
        &["filler"],
        None,
    );
    thing(&mut all, Kind::Procedure, "chemical peel", &[], None);
    thing(&mut all, Kind::Event, "healed", &[], None);
    thing(&mut all, Kind::Event, "calm", &[], None);
    thing(
        &mut all,
        Kind::Symptom,
        "fever",
        &["high temperature"],
        None,
    );
    thing(&mut all, Kind::Symptom, "swelling", &[], None);
    thing(&mut all, Kind::Place, "body area", &[], None);
    let body = all.find_thing("body area");
    thing(&mut all, Kind::Place, "face", &[], body);
    thing(&mut all, Kind::Place, "neck", &[], body);
    let sunscreen = all.find_thing("sunscreen").unwrap();
    for (name, number) in [("spf", true), ("mineral", false)] {
        let id = thing(&mut all, Kind::Attribute, name, &[], None);
        let attribute = all.thing_mut(id).unwrap();
        attribute.number = number;
        attribute.of = vec![sunscreen];
    }
    facts(&mut all);
    all
}

fn facts(all: &mut Vocabulary) {
    let words = |text: &str| text.split(", ").map(str::to_owned).collect::<Vec<_>>();
    let medicines = Vocabulary::kind_class(Kind::Medicine);
    let body = all.find_thing("body area").unwrap();
    let mm = Unit::from_word("mm").unwrap();
    for (name, kind) in [
        (
            "age",
            FactKind::Number(Measure::of(Unit::Time(TimeUnit::Year))),
        ),
        ("needle depth", FactKind::Number(Measure::of(mm))),
        ("pregnant", FactKind::YesNo),
        (
            "skin type",
            FactKind::Ordered(words("I, II, III, IV, V, VI")),
        ),
        ("sex", FactKind::OneOf(words("female, male"))),
        (
            "concerns",
            FactKind::AnyOf(words("acne scars, wrinkles, enlarged pores")),
        ),
        ("medications", FactKind::Things(medicines)),
        ("area treated", FactKind::Things(body)),
    ] {
        let ask = (name == "age").then(|| "How old is the patient?".to_owned());
        let span = Span::new(crate::span::SourceId(0), 0, 0);
        all.add_fact(Fact {
            name: name.to_owned(),
            kind,
            ask,
            span,
        });
    }
}

fn thing(
    all: &mut Vocabulary,
    kind: Kind,
    name: &str,
    aliases: &[&str],
    parent: Option<ThingId>,
) -> ThingId {
    let parent = parent.unwrap_or(Vocabulary::kind_class(kind));
    let (id, taken) = all.add(Thing {
        aliases: aliases
            .iter()
            .map(|&alias| alias.to_owned().into())
            .collect(),
        parents: [parent].into_iter().collect(),
        ..Thing::named(name.to_owned(), kind)
    });
    assert_eq!(taken, []);
    id
}

/// A profile that was read, with its mistakes.
pub struct Outcome {
    pub profile: Profile,
    pub told: Vec<Diagnostic>,
    pub sources: Sources,
    text: String,
}

pub fn toml(text: &str) -> Outcome {
    file("patient.toml", text)
}

pub fn json(text: &str) -> Outcome {
    file("patient.json", text)
}

pub fn file(name: &str, text: &str) -> Outcome {
    let mut sources = Sources::new();
    let id = sources.add(name, text);
    let (profile, told) = read(id, name, text, &vocabulary());
    Outcome {
        profile,
        told,
        sources,
        text: text.to_owned(),
    }
}

/// `text` set on top of a TOML profile without mistakes.
pub fn setting(profile: &str, text: &str) -> Outcome {
    let mut before = toml(profile);
    before.success();
    let id = before.sources.add("--set", text);
    before.told = set(&mut before.profile, id, text, &vocabulary());
    before.text = text.to_owned();
    before
}

pub fn fact_id(name: &str) -> FactId {
    vocabulary().find_fact(name).unwrap()
}

pub fn id(name: &str) -> ThingId {
    vocabulary().find_thing(name).unwrap()
}

impl Outcome {
    /// Nothing is wrong.
    #[track_caller]
    pub fn success(&self) -> &Profile {
        assert_eq!(self.shown(), Vec::<String>::new(), "{}", self.text);
        &self.profile
    }

    /// `code: the underlined text`, for every mistake.
    pub fn shown(&self) -> Vec<String> {
        self.told
            .iter()
            .map(|found| {
                let span = found.span().unwrap();
                format!("{}: {}", found.code.name(), self.sources.text(span))
            })
            .collect()
    }

    /// These are wrong, and nothing else.
    #[track_caller]
    pub fn failure(&self, expected: &[&str]) -> &Self {
        assert_eq!(self.shown(), expected, "{}\n{:#?}", self.text, self.told);
        for found in &self.told {
            assert!(found.help.is_some(), "no help: {found:?}");
            let texts = found.labels.iter().map(|label| &label.text);
            for text in texts.chain([&found.message]).chain(&found.help) {
                assert!(!text.is_empty() && !text.ends_with('.'), "{text}");
                assert!(
                    !text.starts_with(|letter: char| letter.is_uppercase())
                        || text.starts_with("JSON"),
                    "{text}"
                );
            }
        }
        self
    }

    /// All that a log would hold.
    pub fn words(&self) -> String {
        let mut out = String::new();
        for found in &self.told {
            out.push_str(&found.message);
            out.push('\n');
            for label in &found.labels {
                out.push_str(&label.text);
                out.push('\n');
            }
            out.push_str(found.help.as_deref().unwrap_or_default());
            out.push('\n');
        }
        out
    }

    /// The text after the first mistake's only fix.
    #[track_caller]
    pub fn mended(&self) -> String {
        let found = &self.told[0];
        assert_eq!(found.fixes.len(), 1, "{found:?}");
        let source = found.span().unwrap().source;
        found.fixes[0].apply(source, &self.text)
    }
}
