//! Sentences over the whole language: heads, things, clauses and conditions, so made that most check.

use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;

use super::parts::{clauses, condition, last, listed, place, point, text, thing, things, window};

/// What the sentences may name. Some names hold words of the language, or are near each other.
pub const VOCABULARY: &str = r#"
aftercare for 2 weeks
source one = "First title"
source two = "Second title"
source three = "First title"
product makeup { foundation, concealer }
substance retinoids { tretinoin, adapalene aka Differin }
drink liquids { alcohol, water }
symptom fever
symptom bleeding
event healed
place treated area
situation outdoors
substance pastes {
  "salt and pepper"
  "rough paste with grit"
  rough paste aka "grit paste"
}
product kits aka "sets" { travel kit, home kit }
medicine thinners {
  thinnerol aka Thinno
  thinnerine
}
garment headgear { sun hat, rain cap }
activity kneading { dough kneading, clay kneading }
action rest quietly (opposes kneading)
symptom glow
symptom "severe glow"
event settled "the skin has settled"
procedure stamping
attribute matt of kits
attribute grade number of kits
place cheeks
situation windy
fact vegan: yes or no
fact height: cm
fact tone: ordered low, middle, high
fact concerns: any of spots, lines
fact potions: any of thinners
"#;

/// A sentence in its parts.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// `when` around it; true under its `otherwise`.
    pub around: Option<(String, bool)>,
    pub should: bool,
    pub head: Head,
    /// Window, frequency and the like, in an order that is always right.
    pub clauses: Vec<String>,
    /// `if` or `unless`.
    pub condition: Option<(String, bool)>,
    /// Clauses that may follow a condition.
    pub last: Vec<String>,
}

/// A head, and the end that must come behind all clauses of a block.
#[derive(Debug, Clone)]
pub struct Head {
    pub text: String,
}

impl Sentence {
    /// The sentence as an author writes it, with what stands around it.
    pub fn text(&self) -> String {
        let mut words = vec![];
        if self.should {
            words.push("should".to_owned());
        }
        words.push(self.head.text.clone());
        words.extend(self.clauses.clone());
        if let Some((condition, unless)) = &self.condition {
            let word = if *unless { "unless" } else { "if" };
            words.push(format!("{word} {condition}"));
        }
        words.extend(self.last.clone());
        let sentence = words.join(" ");
        match &self.around {
            None => format!("{sentence}\n"),
            Some((condition, false)) => format!("when {condition} {{\n{sentence}\n}}\n"),
            Some((condition, true)) => {
                format!("when {condition} {{\n}} otherwise {{\n{sentence}\n}}\n")
            }
        }
    }

    /// The sentence with the vocabulary above it.
    pub fn protocol(&self) -> String {
        format!("{VOCABULARY}{}", self.text())
    }
}

pub fn sentences() -> impl Strategy<Value = Sentence> {
    (
        weighted(0.15, (condition(), any::<bool>())),
        proptest::bool::weighted(0.2),
        prop_oneof![7 => deeds().boxed(), 2 => signs().boxed(), 2 => course().boxed(), 2 => before().boxed()],
        weighted(0.3, (condition(), any::<bool>())),
        last(),
    )
        .prop_map(|(around, should, (head, clauses), condition, last)| Sentence {
            around,
            should,
            head: Head { text: head },
            clauses,
            condition,
            last,
        })
}

/// A sentence and the same with one part made anew.
pub fn near_pairs() -> impl Strategy<Value = (Sentence, Sentence)> {
    (sentences(), sentences(), 0..7_u8).prop_map(|(one, new, part)| {
        let mut other = one.clone();
        match part {
            0 => other.around = new.around,
            1 => other.should = !one.should,
            2 => other.head = new.head,
            3 => other.clauses = new.clauses,
            4 => other.condition = new.condition,
            5 => other.last = new.last,
            _ => {
                other.clauses.pop();
            }
        }
        (one, other)
    })
}

/// What is done, left, allowed or limited.
fn deeds() -> impl Strategy<Value = (String, Vec<String>)> {
    let avoid = (text(&["avoid", "no", "never", "stop"]), things()).prop_map(both);
    let use_ = (text(&["use", "use only", "apply"]), things()).prop_map(both);
    let others = text(&[
        "wear sun hat",
        "wear sun hat or rain cap",
        "wear sun hat and rain cap",
        "wear only sun hat",
        "take thinnerol",
        "do clay kneading",
        "rest quietly",
        "drink water",
        "avoid thinners",
        "avoid thinnerol and thinnerine",
        "avoid medicines",
        "avoid kneading and rough paste",
    ]);
    let allow = (things(), weighted(0.3, thing())).prop_map(|(things, but)| match but {
        Some(but) => format!("allow {things} but not {but}"),
        None => format!("allow {things}"),
    });
    let limit = (
        thing(),
        text(&[
            "a minimum",
            "1 drink per day",
            "11 drinks per day",
            "2 times per week",
            "2 times per 2 weeks",
        ]),
    )
        .prop_map(|(thing, cap)| format!("limit {thing} to {cap}"));
    let resume =
        (things(), point()).prop_map(|(things, point)| format!("resume {things} from {point}"));
    let timed = prop_oneof![4 => avoid, 3 => use_, 3 => others, 2 => allow, 1 => limit].boxed();
    prop_oneof![
        9 => (timed, clauses().boxed()),
        1 => (resume, Just(Vec::new()).boxed()),
        1 => (steps(), clauses().boxed()),
    ]
}

fn both((word, rest): (String, String)) -> String {
    format!("{word} {rest}")
}

fn steps() -> impl Strategy<Value = String> {
    let item = text(&[
        "use rough paste",
        "should use rough paste",
        "use rough paste daily",
        "limit makeup to a minimum",
        "limit makeup to 2 times per day",
        "report glow",
        "report glow to clinic immediately",
        "use kits if vegan",
        "use kits unless vegan",
        "use kits with matt",
        "note \"wait\"",
        "caution \"wait\"",
        "avoid makeup",
    ]);
    let join = text(&[
        "then ",
        "then after 2 minutes ",
        "then after 2..3 minutes ",
        "then if it persists ",
    ]);
    (
        text(&["evening", "morning"]),
        item,
        vec((join, text(&["use kits", "use makeup"])), 0..3),
    )
        .prop_map(|(title, first, more)| {
            let more: Vec<String> = more
                .into_iter()
                .map(|(join, item)| format!("\n{join}{item}"))
                .collect();
            format!("steps \"{title}\" {{\n{first}{}\n}}", more.concat())
        })
}

/// What is normal, and when to call.
fn signs() -> impl Strategy<Value = (String, Vec<String>)> {
    let symptom = || {
        text(&[
            "glow",
            "\"severe glow\"",
            "fever",
            "fever above 38 C",
            "fever above 38.5 C",
            "severe fever",
            "bleeding lasting 20 minutes",
            "bleeding lasting 20 hours",
            "bleeding despite pressure",
            "glow and fever",
            "spreading glow",
        ])
    };
    let expect = symptom().prop_map(|symptom| format!("expect {symptom}"));
    let who = || {
        text(&[
            "clinic",
            "prescriber",
            "emergency services",
            "\"the nurse\"",
            "\"the clinic\"",
        ])
    };
    let soon = text(&["immediately", "within 2 hours", "within 2 days"]);
    let report = (
        symptom(),
        weighted(0.7, who()),
        weighted(0.3, who()),
        weighted(0.5, soon),
    )
        .prop_map(|(symptom, to, other, soon)| {
            let to = to.map_or(String::new(), |to| format!(" to {to}"));
            let other = other.map_or(String::new(), |other| format!(" otherwise {other}"));
            let soon = soon.map_or(String::new(), |soon| format!(" {soon}"));
            format!("report {symptom}{to}{other}{soon}")
        });
    let clauses = (weighted(0.3, window()), weighted(0.2, place())).prop_map(listed);
    (prop_oneof![expect, report], clauses)
}

fn course() -> impl Strategy<Value = (String, Vec<String>)> {
    let length = || {
        text(&[
            "4 weeks",
            "4..6 weeks",
            "46 weeks",
            "6 months",
            "6..12 months",
            "1 day",
        ])
    };
    let sessions = (
        text(&[
            "3",
            "3..6",
            "36",
            "1",
            "at least 3",
            "at least 6",
            "up to 6",
            "usually 3",
            "usually 3..6",
        ]),
        weighted(0.8, length()),
    )
        .prop_map(|(count, every)| {
            let every = every.map_or(String::new(), |every| format!(" every {every}"));
            format!("sessions {count}{every}")
        });
    let open = length().prop_map(|every| format!("sessions every {every}"));
    let maintenance = length().prop_map(|every| format!("maintenance every {every}"));
    let concerns = weighted(
        0.4,
        text(&["for spots", "for lines", "for spots and lines"]),
    )
    .prop_map(|concerns| concerns.into_iter().collect());
    let visit = (text(&["check", "stitches"]), point())
        .prop_map(|(title, point)| (format!("visit \"{title}\" {point}"), Vec::new()));
    prop_oneof![
        2 => (prop_oneof![3 => sessions, 1 => open, 2 => maintenance], concerns),
        1 => visit,
    ]
}

fn before() -> impl Strategy<Value = (String, Vec<String>)> {
    let said = (
        text(&[
            "caution",
            "ask prescriber",
            "tell clinic",
            "prepare",
            "note",
        ]),
        text(&["all is well", "not all is well"]),
    )
        .prop_map(|(head, words)| format!("{head} \"{words}\""));
    let defer = weighted(0.7, point()).prop_map(|point| match point {
        Some(point) => format!("defer until {point}"),
        None => "defer".to_owned(),
    });
    (
        prop_oneof![2 => said, 1 => defer, 1 => text(&["refuse"])],
        Just(Vec::new()),
    )
}
