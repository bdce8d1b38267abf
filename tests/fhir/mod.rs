//! A plan as FHIR R4: what each entry says against the plan, names that identify nobody, text that would act, goldens, and
//! what other people's validators find.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers of tests fail as tests do"
)]

mod codes;
mod course;
mod definition;
mod goldens;
mod names;
mod planted;
mod readers;
mod safe;
mod says;
mod times;

use std::path::Path;

use aftercare_dsl::bundled::bundled;
use aftercare_dsl::check::Protocol;
use aftercare_dsl::eval::evaluate_together;
use aftercare_dsl::plan::Plan;
use aftercare_dsl::render::{FhirIssue, Key, fhir};
use serde_json::Value;

use crate::support::{moment, plan, read, read_together};

/// A plan and its protocols.
struct Made {
    name: String,
    plan: Plan,
    protocols: Vec<Protocol>,
}

impl Made {
    fn text(&self, number: u32) -> String {
        let protocols: Vec<&Protocol> = self.protocols.iter().collect();
        fhir(&self.plan, &protocols, &issue(number)).unwrap()
    }

    fn bundle(&self) -> Value {
        serde_json::from_str(&self.text(1)).unwrap()
    }
}

fn issue(number: u32) -> FhirIssue {
    FhirIssue {
        key: Key::new(b"the secret of this plan").unwrap(),
        number,
        day: "2026-06-03".parse().unwrap(),
        at: Some("2026-06-03T10:30:00+01:00".parse().unwrap()),
    }
}

fn text_of(path: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    crate::annotated::text_of(&folder.join(path)).unwrap()
}

fn made(name: &str, rules: &str, patient: &str, on: &str) -> Made {
    let (protocol, patient) = read(rules, patient).unwrap_or_else(|problem| panic!("{problem}"));
    Made {
        name: name.to_owned(),
        plan: plan(&protocol, &patient, Some(moment(on))).unwrap(),
        protocols: vec![protocol],
    }
}

/// The plan of several treatments together.
fn both() -> Made {
    let texts = ["microneedling", "botulinum-toxin"].map(|name| bundled(name).unwrap());
    let profile = text_of("examples/patients/both-treatments.toml");
    let (protocols, patient) = read_together(&texts, &profile).unwrap();
    let of = (&protocols[0], &protocols[1..]);
    Made {
        name: "both-treatments".to_owned(),
        plan: evaluate_together(of, &patient, Some(moment("2026-06-01"))).unwrap(),
        protocols,
    }
}

/// The example patients, each with the protocol that its comment names and the day asked about; those aside whose treatment
/// is refused or put off, which have no bundle.
const PATIENTS: [(&str, &str, &str); 6] = [
    ("settled", "microneedling", "2026-06-01"),
    ("by-brand", "microneedling", "2026-06-15"),
    ("mid-course", "microneedling", "2026-06-10"),
    ("missing-facts", "microneedling", "2026-06-03"),
    ("red-flag", "microneedling", "2026-06-07"),
    ("peel", "examples/superficial-peel.rules", "2026-06-22"),
];

/// The plans of the example patients.
fn patients() -> Vec<Made> {
    let all = PATIENTS.into_iter().map(|(patient, protocol, on)| {
        let rules = bundled(protocol).map_or_else(|| text_of(protocol), str::to_owned);
        let profile = text_of(&format!("examples/patients/{patient}.toml"));
        made(patient, &rules, &profile, on)
    });
    let toxin = bundled("botulinum-toxin").unwrap();
    let profile = text_of("examples/patients/both-treatments.toml");
    let toxin = made("botulinum-toxin", toxin, &profile, "2026-06-01");
    all.chain([toxin, both()]).collect()
}

/// A short protocol in which every kind of entry stands.
const PROTOCOL: &str = "\
protocol \"Clinic aftercare\"
version \"2.1\"
import skin-care
aftercare for 2 weeks
sun: avoid direct sun for 14 days because \"it darkens\"
actives: avoid retinoids for at least 5 days, better 7 days
avoid sauna for 72 hours
avoid scratching until healed
limit alcohol to 1 drink per day for 3 days
use sunscreen with broad-spectrum daily from day 2
avoid waxing for 5 days before treatment
avoid makeup for 2 days if pregnant
use moisturiser for 3 days if pregnant
avoid exercise for 4 days if swelling
allow lukewarm water for 3 days if pregnant
steps \"Evening routine\" { use gentle cleanser, then use moisturiser } daily for 3 days
report fever above 38 C to clinic within 2 hours
sessions 3..6 every 4..6 weeks
maintenance every 6..12 months
visit \"suture removal\" 7..10 days after treatment
";

fn all_kinds() -> Made {
    made(
        "all-kinds",
        PROTOCOL,
        "treated = 2026-06-01\n",
        "2026-06-01",
    )
}

/// The plans of the example patients and of some of the sheets.
fn plans() -> Vec<Made> {
    let mut plans = patients();
    for sheet in [
        "MN04", "LR06", "TP05", "EX02", "BT01", "FL03", "IP01", "CP07",
    ] {
        let rules = text_of(&format!("tests/sheets/{sheet}.rules"));
        for treated in ["2024-01-31T08:15", "2026-12-30"] {
            let profile = format!("treated = {treated}\n");
            let name = format!("{sheet} treated {treated}");
            plans.push(made(&name, &rules, &profile, &treated[..10]));
        }
    }
    plans.push(all_kinds());
    plans.retain(|made| !made.plan.is_withheld());
    plans
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The resources of a type.
fn resources<'v>(bundle: &'v Value, kind: &str) -> Vec<&'v Value> {
    let entries = list(&bundle["entry"]).iter();
    let resources = entries.map(|entry| &entry["resource"]);
    resources
        .filter(|one| one["resourceType"] == kind)
        .collect()
}

/// The plan's own entries.
fn details(bundle: &Value) -> Vec<&Value> {
    let plan = resources(bundle, "CarePlan")[0];
    let activities = list(&plan["activity"]).iter();
    activities
        .map(|activity| &activity["detail"])
        .filter(|detail| detail.is_object())
        .collect()
}

/// What is to be done or left between two days, as the plan itself has it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Dated {
    kind: String,
    not: Option<bool>,
    first: Option<String>,
    last: Option<String>,
}

impl Dated {
    fn new(
        kind: &str,
        not: bool,
        first: Option<impl ToString>,
        last: Option<impl ToString>,
    ) -> Self {
        Self {
            kind: kind.to_owned(),
            not: not.then_some(true),
            first: first.map(|day| day.to_string()),
            last: last.map(|day| day.to_string()),
        }
    }
}

/// All entries that a plan must have, in order, read from the plan alone.
fn expected(plan: &Plan, protocols: &[Protocol]) -> Vec<Dated> {
    use aftercare_dsl::check::Head;
    use aftercare_dsl::plan::Verb;
    let mut all = Vec::new();
    for line in &plan.directives {
        if line.verb == Verb::Allow || line.never_in_force {
            continue;
        }
        let not = line.verb == Verb::Avoid;
        let kind = if not { "ServiceRequest" } else { "Task" };
        let windows = line.windows.iter().chain(&line.next_session_windows);
        let of = |window: &aftercare_dsl::plan::Window| {
            Dated::new(kind, not, window.from, window.last_day)
        };
        let before = all.len();
        all.extend(windows.map(of));
        if all.len() == before {
            all.push(Dated::new(kind, not, None::<String>, None::<String>));
        }
    }
    for steps in &plan.steps {
        let of = |window: &aftercare_dsl::plan::Window| {
            Dated::new("Task", false, window.from, window.last_day)
        };
        all.extend(steps.windows.iter().map(of));
        if steps.windows.is_empty() {
            all.push(Dated::new("Task", false, None::<String>, None::<String>));
        }
    }
    let booking = |first: Option<chrono::NaiveDate>, last: Option<chrono::NaiveDate>| {
        Dated::new("Appointment", false, first, last)
    };
    let rules = || protocols.iter().flat_map(|protocol| &protocol.rules);
    for treatment in &plan.treatments {
        let course = treatment.sessions.iter().filter(|all| !all.finished);
        for one in course.flat_map(|all| &all.candidates) {
            let sentence = |rule: &&aftercare_dsl::check::Rule| {
                rule.location == one.rule.location && matches!(rule.head, Head::Sessions { .. })
            };
            assert!(rules().any(|rule| sentence(&rule)), "{:?}", one.rule);
            // The course as a whole has a timing in place of days.
            all.push(booking(None, None));
            all.extend(one.next.map(|next| booking(next.earliest, next.latest)));
        }
        for one in &treatment.maintenance {
            all.push(booking(None, None));
            all.extend(one.first.map(|first| booking(first.earliest, first.latest)));
        }
    }
    all.extend(
        plan.visits
            .iter()
            .map(|one| booking(one.earliest, one.latest)),
    );
    all
}
