//! One plan of several treatments, and a plan with today's change.

use aftercare_dsl::render::PLAN_SCHEMA;
use serde_json::Value;

use super::{Folder, Ran};

const NEEDLING: &str = "\
protocol \"Needling aftercare\"
import skin-care
treatment microneedling
aftercare for 2 weeks
source guide = \"The needling guide\"
cold: use cool compress for 3 days because \"it soothes\" [guide]
heat: avoid sauna for 48 hours
sun: avoid direct sun for 7 days
avoid alcohol for 1 day
report fever to clinic immediately
defer if had botulinum toxin within 2 weeks because \"it may spread\"
";

const TOXIN: &str = "\
protocol \"Toxin aftercare\"
import skin-care
treatment botulinum toxin
aftercare for 2 weeks
source guide = \"The toxin guide\"
cold: avoid cool compress for 10 days [guide]
heat: avoid sauna for 3 days
avoid direct sun for 2 days
allow easy activity
report droopy eyelid to clinic
";

const PATIENT: &str = "\
[treatments.microneedling]
treated = 2026-06-01
sessions = [2026-05-01]
[treatments.\"botulinum toxin\"]
treated = 2026-05-25
";

pub(super) fn folder() -> Folder {
    Folder::new()
        .with("needling.rules", NEEDLING)
        .with("toxin.rules", TOXIN)
        .with("jo.toml", PATIENT)
}

fn eval(folder: &Folder, more: &[&str]) -> Ran {
    let both = [
        "eval",
        "needling.rules",
        "toxin.rules",
        "--on",
        "2026-06-02",
    ];
    folder.run(&[&both[..], more].concat())
}

fn plan(folder: &Folder, more: &[&str]) -> Value {
    let more = [more, &["--format", "json"]].concat();
    eval(folder, &more).json(PLAN_SCHEMA)
}

const DATES: [&str; 4] = [
    "--treated",
    "microneedling=2026-06-01",
    "--treated",
    "botulinum-toxin=2026-05-25",
];

#[test]
fn each_line_says_of_which_treatment_it_is_and_counts_from_that() {
    let folder = folder();
    eval(&folder, &["--patient", "jo.toml"]).prints(&[
        "Needling aftercare\nTreatment: Mon 1 Jun 2026.",
        "Toxin aftercare\nTreatment: Mon 25 May 2026.",
        "This plan is for Tue 2 Jun 2026. Microneedling: day 1. Botulinum toxin: day 8.",
        "Until the end of Sun 7 Jun 2026; first free day Mon 8 Jun. Microneedling:\n    needling.rules:8",
        "Droopy eyelid. Call the clinic. Botulinum toxin: toxin.rules:10",
    ]);
    let plan = plan(&folder, &DATES);
    let lines = plan["directives"].as_array().unwrap();
    let of = |sentence: &str| {
        let mut lines = lines.iter();
        lines
            .find(|line| {
                line["rule"]["sentence"]
                    .as_str()
                    .unwrap()
                    .contains(sentence)
            })
            .unwrap()
    };
    assert_eq!(
        of("avoid direct sun for 2 days")["treatments"],
        serde_json::json!([1])
    );
    assert_eq!(of("avoid direct sun for 2 days")["last_day"], "2026-05-26");
    assert_eq!(
        of("avoid direct sun for 7 days")["rule"]["treatment"],
        "microneedling"
    );
}

#[test]
fn a_thing_is_free_once_every_treatment_has_it_free() {
    let folder = folder();
    let later = [
        "--treated",
        "microneedling=2026-06-01",
        "--treated",
        "botulinum-toxin=2026-06-01",
    ];
    let plan = plan(&folder, &later);
    let things = plan["things"].as_array().unwrap();
    let sauna = things
        .iter()
        .find(|thing| thing["thing"] == "sauna")
        .unwrap();
    // 48 hours of one end on day 2, three days of the other with day 2: day 3 is the first free day of both.
    assert_eq!(sauna["free_from"], "2026-06-04");
}

#[test]
fn a_clash_is_shown_with_both_sentences_and_avoid_wins() {
    let folder = folder();
    eval(&folder, &DATES).prints(&[
        "WHERE YOUR TREATMENTS DIFFER",
        "Microneedling says: cold: use cool compress for 3 days because",
        "Botulinum toxin says: cold: avoid cool compress for 10 days [guide].",
        "That ends with Wed 3 Jun 2026.",
    ]);
    let plan = plan(&folder, &DATES);
    assert_eq!(plan["clashes"].as_array().unwrap().len(), 1);
    let things = plan["things"].as_array().unwrap();
    let compress = things
        .iter()
        .find(|thing| thing["thing"] == "cool compress")
        .unwrap();
    assert_eq!(compress["answer"], "avoid");
}

#[test]
fn one_treatment_is_of_the_history_of_another() {
    let folder = folder();
    eval(&folder, &DATES)
        .exits(4)
        .prints(&["TREATED ALL THE SAME", "microneedling: it may spread"]);
    let earlier = [
        "--treated",
        "microneedling=2026-06-01",
        "--treated",
        "botulinum-toxin=2026-05-01",
    ];
    eval(&folder, &earlier).never_says(&["it may spread"]);
    // Of one protocol alone it is so, too.
    let alone = [
        "eval",
        "needling.rules",
        "--patient",
        "jo.toml",
        "--on",
        "2026-06-02",
    ];
    folder.run(&alone).exits(4).prints(&["it may spread"]);
}

#[test]
fn sources_of_one_key_stay_apart() {
    let plan = plan(&folder(), &DATES);
    let sources: Vec<&str> = plan["sources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|source| source["title"].as_str().unwrap())
        .collect();
    assert_eq!(sources, ["The needling guide", "The toxin guide"]);
}

#[test]
fn what_two_treatments_say_alike_stands_once() {
    let folder = folder()
        .with("one.rules", "import skin-care\nactivity x\ntreatment one\navoid sauna for 3 days because \"heat\"\n")
        .with("two.rules", "import skin-care\nactivity x\ntreatment two\navoid sauna for 3 days\n");
    let dates = ["--treated", "one=2026-06-01", "--treated", "two=2026-06-01"];
    let both = [
        "eval",
        "one.rules",
        "two.rules",
        "--on",
        "2026-06-02",
        "--format",
        "json",
    ];
    let plan = folder.run(&[&both[..], &dates].concat()).json(PLAN_SCHEMA);
    let lines = plan["directives"].as_array().unwrap();
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert_eq!(lines[0]["treatments"], serde_json::json!([0, 1]));
    assert_eq!(lines[0]["rule"]["treatment"], "one and two");
    assert_eq!(lines[0]["because"], "heat");
}

#[test]
fn every_treatment_needs_its_day() {
    let folder = folder();
    eval(&folder, &[]).exits(2).says(&[
        "a plan of several treatments needs the day of each",
        "give `--treated microneedling=DATE --treated 'botulinum toxin=DATE'`",
    ]);
    eval(&folder, &["--treated", "2026-06-01"])
        .exits(2)
        .says(&["`treated` does not say of which of the treatments it is"]);
    eval(&folder, &["--treated", "microneedling=2026-06-01"])
        .exits(1)
        .says(&["other treatments of the patient have a date, and `botulinum toxin` has none"]);
    eval(
        &folder,
        &[
            "--treated",
            "2026-06-01",
            "--treated",
            "microneedling=2026-06-01",
        ],
    )
    .exits(2)
    .says(&["a date of `--treated` does not say of which treatment it is"]);
    let misspelt = [
        "--treated",
        "microneedling=2026-06-01",
        "--treated",
        "botulinum-toxin=2026-05-25",
        "--treated",
        "peal=2026-05-01",
    ];
    eval(&folder, &misspelt).exits(2).says(&[
        "`peal` is no treatment of these protocols",
        "`microneedling`, `botulinum toxin`",
    ]);
}

#[test]
fn one_protocol_stands_once_and_names_mean_one_thing() {
    let folder = folder()
        .with(
            "cream.rules",
            "treatment cream\nproduct balm\navoid balm for 1 day\n",
        )
        .with(
            "dose.rules",
            "treatment dose\nmedicine balm\navoid balm for 1 day\n",
        );
    folder
        .run(&["eval", "needling.rules", "needling.rules"])
        .exits(2)
        .says(&["are protocols of one treatment"]);
    let dates = [
        "--treated",
        "cream=2026-06-01",
        "--treated",
        "dose=2026-06-01",
    ];
    folder
        .run(&[&["eval", "cream.rules", "dose.rules"][..], &dates].concat())
        .exits(1)
        .says(&[
            "`balm` is declared already, as a product",
            "cream.rules:2:9",
            "dose.rules:2:10",
        ]);
}

#[test]
fn a_sentence_may_be_added_or_replaced_for_one_plan_with_its_reason() {
    let folder = folder();
    let one = [
        "eval",
        "needling.rules",
        "--treated",
        "2026-06-01",
        "--on",
        "2026-06-02",
    ];
    let with = |sentence: &str| folder.run(&[&one[..], &["--with", sentence]].concat());
    with("replace heat: avoid sauna for 72 hours because \"hot weather\"")
        .exits(3)
        .prints(&[
            "CHANGED FOR THIS PLAN",
            "Avoid sauna for 72 hours because \"hot weather\".",
            "In place of: heat: avoid sauna for 48 hours",
            "Until the end of Thu 4 Jun 2026; first free day Fri 5 Jun.",
        ]);
    with("replace heat: avoid sauna for 24 hours because \"a cold day\"")
        .prints(&["LESS HOLDS THAN THE PROTOCOL SAYS."]);
    with("avoid pools for 5 days because \"the pool is closed\"")
        .prints(&["Added: avoid pools for 5 days"]);
    with("drop sun because \"we treat in winter\"")
        .prints(&["Left out: sun: avoid direct sun for 7 days"]);
    with("avoid pools for 5 days")
        .exits(1)
        .says(&["`avoid pools for 5 days` changes this plan and does not say why"]);
    with("avoid poools for 5 days because \"x\"")
        .exits(1)
        .says(&["poools", "--with:1:7"]);
}

#[test]
fn of_several_protocols_a_change_says_which_it_changes() {
    let folder = folder().with(
        "today.rules",
        "replace heat: avoid sauna for 5 days because \"hot weather\"\nnote \"drink\" because \"hot weather\"\n",
    );
    let change = |with: &str| eval(&folder, &[&DATES[..], &["--with", with]].concat());
    change("avoid pools for 5 days because \"x\"")
        .exits(2)
        .says(&["`--with` does not say which of the protocols it changes"]);
    change("botulinum toxin=replace heat: avoid sauna for 9 days because \"hot weather\"").prints(
        &[
            "Botulinum toxin: avoid sauna for 9 days",
            "Until the end of Tue 2 Jun 2026",
        ],
    );
    change("microneedling=today.rules").prints(&[
        "CHANGED FOR THIS PLAN",
        "today.rules:1",
        "today.rules:2",
    ]);
}

#[test]
fn the_same_command_gives_the_same_bytes_and_can_be_verified() {
    let folder = folder();
    let files = ["needling.rules", "toxin.rules"];
    let with = [
        "--with",
        "microneedling=avoid pools for 5 days because \"x\"",
    ];
    let write = [
        &[
            "--patient",
            "jo.toml",
            "--format",
            "json",
            "-o",
            "plan.json",
        ][..],
        &with,
    ]
    .concat();
    eval(&folder, &write);
    let verify = [
        &["verify", "plan.json"][..],
        &files,
        &["--patient", "jo.toml"],
        &with,
    ]
    .concat();
    folder.run(&verify).exits(0).prints(&["IT HOLDS"]);
    // Without the patient, the dates are those of the plan.
    folder
        .run(&[&["verify", "plan.json"][..], &files, &with].concat())
        .never_says(&["other treatments"]);
    let other = [
        &["verify", "plan.json"][..],
        &files,
        &["--patient", "jo.toml"],
    ]
    .concat();
    folder
        .run(&other)
        .exits(7)
        .prints(&["avoid pools for 5 days"]);
}

#[test]
fn a_calendar_has_the_day_of_each_treatment() {
    let mind = NEEDLING.replace("defer if", "caution \"mind\" if");
    let folder = folder().with("needling.rules", &mind);
    let ics = [
        "--patient",
        "jo.toml",
        "--format",
        "ics",
        "--issued",
        "2026-06-01",
        "--key",
        "k.key",
    ];
    eval(&folder, &ics).prints(&[
        "SUMMARY:Treatment: Needling aftercare",
        "SUMMARY:Treatment: Toxin aftercare",
        "X-WR-CALNAME:Needling aftercare and Toxin aftercare",
    ]);
}

#[test]
fn a_sitting_takes_the_date_of_its_own_treatment() {
    let folder = folder().with(
        "lines.txt",
        ":patient jo.toml\n:on day 1\n:plan\n:set alcohol = x\n",
    );
    folder
        .run(&["repl", "needling.rules", "--script", "lines.txt"])
        .prints(&["Tue 2 Jun 2026", "Until the end of Sun 7 Jun 2026"]);
}

/// What two protocols without a name are called by their files, endings included, as the messages call them.
#[test]
fn a_protocol_without_a_name_is_called_as_its_file() {
    let folder = Folder::new()
        .with("brows.rules", "import skin-care\naftercare for 4 weeks\nuse moisturiser on treated area from day 1 for 10 days\nwash treated area every morning from day 1 for 10 days\n")
        .with("neck.rules", "import skin-care\naftercare for 2 weeks\nkeep dressing dry for 48 hours\navoid running until 2 days after stitches removed\n");
    let eval = |on: &str| {
        let dates = ["brows.rules=2026-06-01", "neck.rules=2026-06-10"];
        let mut all = vec!["eval", "brows.rules", "neck.rules", "--on", on];
        for date in dates {
            all.extend(["--treated", date]);
        }
        folder.run(&all)
    };
    // The dressing holds the washing back on its last two days.
    let both = eval("2026-06-10");
    both.prints(&[
        "WHERE YOUR TREATMENTS DIFFER",
        "keep dressing dry for 48 hours",
    ]);
    // Once both are over there is nothing to tell.
    let over = eval("2026-06-13");
    assert!(
        !over.out.contains("WHERE YOUR TREATMENTS DIFFER"),
        "{}",
        over.out
    );
    // What is asked for is the day of the event, and never that of two days later.
    let over = over.prints(&["  - stitches removed: a line waits for it: add its date."]);
    assert!(
        !over.out.contains("- 2 days after stitches removed:"),
        "{}",
        over.out
    );
}
