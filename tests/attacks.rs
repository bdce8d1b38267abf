//! Text from files that would be more than text, in every place of a plan to which a file can bring one, and in every
//! format: each is shown, none acts.
//!
//! | Format | Shown harmless by |
//! |---|---|
//! | a plan as text | here: no sign that moves, hides or turns, and no line of its own |
//! | JSON | here: reads back as the same text, and no sign of it hides |
//! | HTML | here and in `handout/safe.rs`: no tag, attribute or address that is not there with plain words |
//! | Markdown | here and in `handout/safe.rs`: no heading, item, link or emphasis |
//! | iCalendar | here and in `calendar/attacks.rs`: the strict checker finds nothing, and there is no further event |
//! | FHIR | here and in `fhir/safe.rs`: the narrative is well-formed with the same tags, and no name is of another form |

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers of tests fail as tests do"
)]

use aftercare_dsl::plan::{Plan, RuleRef};
use aftercare_dsl::render::{
    FhirIssue, HandoutOptions, Issue, Key, TextOptions, calendar, calendar_faults, fhir, handout,
    is_hidden, json, text,
};

use aftercare_dsl::bundled::bundled;
use aftercare_dsl::check::Protocol;
use aftercare_dsl::eval::evaluate_together;

use crate::support::{moment, read_together};

/// Texts that would act in one format or another.
pub const ATTACKS: [&str; 24] = [
    "<script>alert(1)</script>",
    "</style></div></text><script>alert(1)</script>",
    "\" onmouseover=\"alert(1)",
    "' onmouseover='alert(1)",
    "<img src=x onerror=alert(1)>",
    "<!-- &lt;b&gt; &#x202e; &amp; &undefined;",
    "]]> <![CDATA[ x",
    "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
    "a\r\n\r\n# heading",
    "a\n- item\n1. item",
    "| cell | cell |",
    "[link](https://evil.example) ![image](https://evil.example/x.png)",
    "https://evil.example www.evil.example me@evil.example",
    "**bold** __bold__ `code` ~~gone~~ $x$",
    "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil",
    "a\nATTACH:https://evil.example/x",
    "\\n; b, c\\;",
    "a\u{202e}reversed\u{202c}",
    "a\u{2066}isolated\u{2069}\u{2068}",
    "a\u{1b}[2Jb\u{1b}]8;;https://evil.example\u{7}\u{9b}31m\u{0}\u{85}\u{2028}c\u{200b}\u{feff}",
    "a\rb\u{8}\u{8}\tc\u{c}d",
    "\\\" , \"resourceType\": \"Patient",
    "javascript:alert(1)",
    "x|1.0#y",
];

/// A place for text.
trait Fill {
    fn fill(&mut self, attack: &str);
}

impl Fill for String {
    fn fill(&mut self, attack: &str) {
        attack.clone_into(self);
    }
}

impl<T: Fill> Fill for Option<T> {
    fn fill(&mut self, attack: &str) {
        if let Some(inner) = self {
            inner.fill(attack);
        }
    }
}

impl<T: Fill> Fill for Vec<T> {
    fn fill(&mut self, attack: &str) {
        for one in self {
            one.fill(attack);
        }
    }
}

impl Fill for RuleRef {
    fn fill(&mut self, attack: &str) {
        self.sentence.fill(attack);
        self.label = Some(attack.to_owned());
        self.location.file.fill(attack);
        self.treatment.fill(attack);
    }
}

/// Fills these fields of each of the values with a text.
macro_rules! fill {
    ($attack:expr, $all:expr; $($field:ident)*) => {
        for one in &mut $all {
            $(one.$field.fill($attack);)*
        }
    };
}

/// Puts a text into each place of a plan to which a file can bring one.
pub fn attack(plan: &mut Plan, with: &str) {
    plan.engine.fill(with);
    plan.status_reasons.fill(with);
    fill!(with, plan.directives; word items written including covers open_until usually window_text frequency quantity
        attributes place using not_using not_using_because_of manner by while_ except instead if_unavoidable facts if_
        unless because sources rule held_back_by choices_held_back part_held_back_by section);
    for line in &mut plan.directives {
        line.because = Some(with.to_owned());
        fill!(with, line.windows; starts_at ends_at);
        fill!(with, line.still_held; things rules);
        fill!(with, line.off_now; things rules);
        line.limit
            .iter_mut()
            .for_each(|limit| limit.text.fill(with));
    }
    fill!(with, plan.things; thing called classes only if_ limits open_until narrowed rules);
    fill!(with, plan.expectations; items written window_text place if_ details because sources rule);
    fill!(with, plan.red_flags; items written to otherwise within reported_items depends_on window_text if_ details
        because sources rule);
    for flag in &mut plan.red_flags {
        fill!(with, flag.stricter; signs to within rule);
    }
    fill!(with, plan.steps; title window_text frequency if_ details because sources rule);
    for steps in &mut plan.steps {
        fill!(with, steps.items; text join if_ because sources held_back_by);
    }
    fill!(with, plan.notes; text window_text if_ details because sources rule);
    fill!(with, plan.visits; title when after if_ details because sources rule);
    fill!(with, plan.before_treatment; text until facts if_ details because sources rule);
    fill!(with, plan.questions; fact text answers answer_with decides);
    fill!(with, plan.can_be_added; what text);
    fill!(with, plan.for_the_clinic; text rule);
    fill!(with, plan.not_covered; thing text);
    fill!(with, plan.changes; by was now because);
    fill!(with, plan.clashes; things asks avoids);
    fill!(with, plan.loosened; was by now because patient);
    fill!(with, plan.warnings; text);
    fill!(with, plan.sources; key title url);
    fill!(with, plan.treatments; protocol name version status);
    for treatment in &mut plan.treatments {
        fill!(with, treatment.maintenance; every concerns if_ details because sources rule);
        let courses = treatment.sessions.iter_mut();
        for course in courses {
            fill!(with, course.candidates; concerns usually every if_ details because sources rule);
        }
    }
}

/// A plan of two treatments with as many kinds of lines as the bundled protocols have, and its protocols. Half of what
/// they ask is not known.
fn plan() -> (Vec<Protocol>, Plan) {
    let texts = ["microneedling", "botulinum-toxin"].map(|name| bundled(name).unwrap());
    let profile = "sessions = []\nproducts = [\"Differin\", { name = \"Jar\", class = \"retinoids\" }]\n\
        [treatments.microneedling]\ntreated = 2026-06-01T10:30:00\n\
        [treatments.\"botulinum toxin\"]\ntreated = 2026-05-25\n\
        [facts]\nage = 44\n\"skin type\" = \"unsure\"\nmedications = [\"aspirin\"]\n";
    let profile = profile.replace("sessions = []\n", "");
    let (protocols, patient) =
        read_together(&texts, &profile).unwrap_or_else(|wrong| panic!("{wrong}"));
    let of = (&protocols[0], &protocols[1..]);
    let plan = evaluate_together(of, &patient, Some(moment("2026-06-02"))).unwrap();
    (protocols, plan)
}

/// One column of the table: a plan in a format.
type Format = (&'static str, fn(&[Protocol], &Plan) -> String);

const FORMATS: [Format; 6] = [
    // So wide that no line is broken: what starts a line starts it by a line end of its own.
    ("text", |_, plan| {
        let width = 1_000_000;
        text(
            plan,
            &TextOptions {
                width,
                colour: false,
            },
        )
    }),
    ("JSON", |_, plan| json(plan)),
    ("HTML", |_, plan| handout(plan, &options()).unwrap().html()),
    ("Markdown", |_, plan| {
        handout(plan, &options()).unwrap().markdown()
    }),
    ("iCalendar", |_, plan| {
        let issue = Issue {
            key: key(),
            number: 1,
            issued: "2026-06-01T10:30:00".parse().unwrap(),
            discreet: false,
        };
        calendar(plan, &issue).unwrap()
    }),
    ("FHIR", |protocols, plan| {
        let protocols: Vec<&Protocol> = protocols.iter().collect();
        let issue = FhirIssue {
            key: key(),
            number: 1,
            day: "2026-06-03".parse().unwrap(),
            at: None,
        };
        fhir(plan, &protocols, &issue).unwrap()
    }),
];

fn key() -> Key {
    Key::new(b"the secret of this plan").unwrap()
}

fn options() -> HandoutOptions {
    HandoutOptions {
        audience: aftercare_dsl::render::Audience::Clinic,
        ..HandoutOptions::default()
    }
}

/// A plan with a text everywhere, in each format.
fn written(with: &str) -> Vec<(&'static str, String)> {
    let (protocols, mut plan) = plan();
    attack(&mut plan, with);
    let formats = FORMATS.iter();
    formats
        .map(|(name, format)| (*name, format(&protocols, &plan)))
        .collect()
}

/// The signs of a format that make more than text, in their order: an attack adds and takes none.
fn signs(format: &str, text: &str) -> Vec<String> {
    match format {
        "HTML" => tags(text),
        "FHIR" => {
            let bundle: serde_json::Value = serde_json::from_str(text).unwrap();
            let entries = bundle["entry"].as_array().unwrap().iter();
            entries
                .flat_map(|entry| tags(entry["resource"]["text"]["div"].as_str().unwrap()))
                .collect()
        }
        "JSON" => keys(&serde_json::from_str(text).unwrap()),
        "iCalendar" => {
            let unfolded = text.replace("\r\n ", "");
            let lines = unfolded.split("\r\n");
            lines
                .map(|line| line.split([':', ';']).next().unwrap_or_default().to_owned())
                .collect()
        }
        "Markdown" => {
            let lines = text.lines().map(str::trim_start);
            let acts =
                |line: &&str| line.starts_with(['#', '>', '|', '`', '=']) || line.starts_with("- ");
            lines
                .filter(acts)
                .map(|line| line.chars().take(2).collect())
                .collect()
        }
        // A line end in a text is shown, so that no line starts with what stands behind it.
        _ => {
            let lines = text.lines().map(str::trim_start);
            let acts = |line: &&str| {
                ["- item", "# heading", "ATTACH", "END:", "UID:"]
                    .iter()
                    .any(|start| line.starts_with(start))
            };
            lines.filter(acts).map(str::to_owned).collect()
        }
    }
}

/// The tags of a page, in order.
fn tags(html: &str) -> Vec<String> {
    let parts = html.split('<').skip(1);
    parts
        .map(|part| part.split(['>', ' ']).next().unwrap_or_default().to_owned())
        .collect()
}

/// The keys of a value, in order.
fn keys(value: &serde_json::Value) -> Vec<String> {
    match value {
        serde_json::Value::Object(object) => object
            .iter()
            .flat_map(|(key, value)| std::iter::once(key.clone()).chain(keys(value)))
            .collect(),
        serde_json::Value::Array(all) => all.iter().flat_map(keys).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn no_text_acts_in_any_format() {
    let plain = written("plain words");
    for (format, text) in &plain {
        let places = text.matches("plain").count();
        assert!(places > 40, "{format} shows it in {places} places");
        let untold = (*format == "text") != signs(format, text).is_empty();
        assert!(!untold, "{format} is told by its signs");
    }
    let mut acting = Vec::new();
    for attack in ATTACKS {
        for ((format, text), (_, plain)) in written(attack).iter().zip(&plain) {
            let line_end = |one: char| one == '\n' || *format == "iCalendar" && one == '\r';
            if let Some(hidden) = text.chars().find(|one| is_hidden(*one) && !line_end(*one)) {
                acting.push(format!("{format}: {attack:?} hides as {hidden:?}"));
            }
            let (found, known) = (signs(format, text), signs(format, plain));
            // An address links to itself where a source has one.
            let link = |sign: &&String| !["a", "/a"].contains(&sign.as_str());
            let (found, known): (Vec<_>, Vec<_>) = (
                found.iter().filter(link).collect(),
                known.iter().filter(link).collect(),
            );
            if found != known {
                let at = found
                    .iter()
                    .zip(&known)
                    .position(|(one, other)| one != other);
                acting.push(format!(
                    "{format}: {attack:?} adds a sign, the one at {at:?} of {}",
                    known.len()
                ));
            }
            if text.contains("href=\"javascript") || text.contains("<script") && *format == "HTML" {
                acting.push(format!("{format}: {attack:?} acts where it is clicked"));
            }
            if *format == "iCalendar" {
                let faults = calendar_faults(text.as_bytes());
                if !faults.is_empty() {
                    acting.push(format!("{format}: {attack:?}: {faults:?}"));
                }
            }
        }
    }
    assert!(acting.is_empty(), "{}", acting.join("\n"));
}
