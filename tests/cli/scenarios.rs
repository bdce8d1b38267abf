//! `test`: exit codes, formats, and scenarios beside their protocol.

use super::{Folder, run};
use aftercare_dsl::render::TEST_SCHEMA;

const RULES: &str = "\
protocol \"Our aftercare\"
import skin-care
aftercare for 2 weeks
actives: avoid retinoids for 7 days because \"they <irritate> & sting\"
no-pregnancy: refuse if pregnant
";

const GOOD: &str = "\
scenario \"a week\" {
  on day 6 then avoid retinoids
  on day 7 then allowed retinoids
}
";

const BAD: &str = "\
scenario \"ten <days>\" {
  on day 9 then avoid retinoids
}
";

fn folder() -> Folder {
    Folder::new()
        .with("good.rules", format!("{RULES}{GOOD}"))
        .with("bad.rules", format!("{RULES}{BAD}"))
        .with("none.rules", RULES)
        .with("beside.rules", format!("scenarios for none\n{GOOD}"))
}

#[test]
fn scenarios_that_hold_end_with_0_and_others_with_1() {
    let folder = folder();
    folder
        .run(&["test", "good.rules"])
        .exits(0)
        .prints(&["good.rules: 1 scenario with 2 expectations: all hold"]);
    folder.run(&["test", "bad.rules"]).exits(1).prints(&[
        "FAILED ten <days>:",
        "on day 9 then avoid retinoids",
        "ALLOWED: retinoids (its restriction is over) on Wed 10 Jun 2026 (day 9).",
        "bad.rules: 1 scenario with 1 expectation: 1 failed",
    ]);
    folder.run(&["test", "good.rules", "bad.rules"]).exits(1);
    // Silence is no success.
    folder
        .run(&["test", "none.rules"])
        .exits(1)
        .prints(&["none.rules: no scenario"]);
    folder.run(&["test", "gone.rules"]).exits(5);
    folder.run(&["test", "-", "-"]).exits(2);
    folder
        .run(&["test", "good.rules", "--suggest", "--mutate"])
        .exits(2);
}

#[test]
fn scenarios_may_stand_beside_their_protocol() {
    let folder = folder()
        .with("lost.rules", "scenarios for goood\n")
        .with(
            "mixed.rules",
            format!("scenarios for none\navoid makeup\n{GOOD}"),
        )
        .with(
            "wrong.rules",
            "scenarios for none\nscenario \"x\" {\n  then says activs\n}\n",
        );
    folder
        .run(&["test", "beside.rules"])
        .exits(0)
        .prints(&["none.rules: 1 scenario with 2 expectations: all hold"]);
    // Those of one protocol are counted together.
    folder
        .run(&["test", "none.rules", "beside.rules"])
        .exits(0)
        .prints(&["none.rules: 1 scenario with 2 expectations: all hold"]);
    folder.run(&["check", "beside.rules"]).exits(0);
    folder.run(&["fmt", "--check", "beside.rules"]).exits(0);
    folder.run(&["test", "lost.rules"]).exits(1).says(&[
        "unknown-import",
        "there is no protocol called",
        "did you mean `good`?",
    ]);
    folder
        .run(&["check", "mixed.rules"])
        .exits(1)
        .says(&["a file of scenarios holds scenarios alone"]);
    for command in ["check", "test"] {
        folder
            .run(&[command, "wrong.rules"])
            .exits(1)
            .says(&["scenario-expected", "did you mean `actives`?"]);
    }
}

#[test]
fn a_mistake_in_a_scenario_leaves_the_plan_alone() {
    let folder = Folder::new().with(
        "a.rules",
        format!("{RULES}scenario \"x\" {{\n  given skin tipe V\n  then refused\n}}\n"),
    );
    folder
        .run(&["check", "a.rules"])
        .exits(1)
        .says(&["scenario-given"]);
    folder
        .run(&["eval", "a.rules"])
        .exits(3)
        .prints(&["Retinoids."]);
}

#[test]
fn the_json_has_its_schema() {
    let folder = folder();
    for file in ["good.rules", "bad.rules"] {
        let arguments = ["test", file, "--coverage", "--mutate", "--format", "json"];
        let value = folder.run(&arguments).json(TEST_SCHEMA);
        let protocol = &value["protocols"][0];
        assert_eq!(protocol["scenarios"][0]["passed"], file == "good.rules");
        assert!(protocol["coverage"]["of"].as_u64().unwrap() > 3);
        assert_eq!(protocol["changes"].as_array().unwrap().len(), 3);
    }
    let plain = folder.run(&["test", "good.rules", "--format", "json"]);
    assert!(plain.json(TEST_SCHEMA)["protocols"][0]["coverage"].is_null());
}

#[test]
fn junit_is_sound_xml() {
    let ran = folder().run(&["test", "good.rules", "bad.rules", "--format", "junit"]);
    let ran = ran.exits(1);
    let parts = [
        "<testsuite name=\"good.rules\" tests=\"1\" failures=\"0\">",
        "<testcase name=\"a week\" classname=\"good.rules\" file=\"good.rules\" line=\"6\"/>",
        "<testcase name=\"ten &lt;days&gt;\"",
        "<failure message=\"expected: on day 9 then avoid retinoids\">",
    ];
    let ran = ran.prints(&parts).never_says(&["<days>", "<irritate>"]);
    let opened = ran.out.matches("<testcase").count();
    let closed = ran.out.matches("</testcase>").count() + ran.out.matches("\"/>").count();
    assert_eq!(opened, closed, "{}", ran.out);
}

#[test]
fn what_is_suggested_can_be_appended() {
    let folder = folder();
    let ran = folder.run(&["test", "none.rules", "--suggest"]).exits(0);
    let text = format!("{}\n{}", folder.text("none.rules"), ran.out);
    let folder = folder.with("all.rules", &text);
    folder
        .run(&["test", "all.rules", "--coverage"])
        .exits(0)
        .prints(&["(100%)", "all hold"])
        .never_says(&["NOT TRIED YET"]);
}

#[test]
fn changes_that_nothing_notices_are_shown_first() {
    folder()
        .run(&["test", "good.rules", "--mutate"])
        .exits(0)
        .prints(&[
            "CHANGES THAT A SCENARIO NOTICES: 2 of 3 (66%)",
            "`not (pregnant)` in place of `pregnant` good.rules:5",
        ]);
}

#[test]
fn the_bundled_scenarios_are_listed_shown_and_run() {
    for protocol in ["microneedling", "botulinum-toxin"] {
        let scenarios = format!("{protocol}-scenarios");
        run(&["list"])
            .exits(0)
            .prints(&[&format!("{scenarios:<25}  scenarios: ")]);
        run(&["show", &scenarios])
            .exits(0)
            .prints(&[&format!("scenarios for {protocol}")]);
        run(&["test", &scenarios]).exits(0).prints(&["all hold"]);
        run(&["check", &scenarios]).exits(0);
    }
}
