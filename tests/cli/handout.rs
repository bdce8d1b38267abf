//! `eval --format html` and `markdown`: the options, the day, the file, and what is said of what is missing.

use super::{EVAL, Folder, run};

const RULES: &str =
    "import skin-care\navoid sauna for 3 days\nreport fever to clinic\ndefer if pregnant\n";

fn folder() -> Folder {
    Folder::new().with("test.rules", RULES)
}

fn handout<'a>(format: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let mut arguments = EVAL.to_vec();
    arguments.extend(["--format", format]);
    arguments.extend(more);
    arguments
}

#[test]
fn the_same_command_gives_the_same_page_whatever_day_it_is() {
    let folder = folder();
    for format in ["html", "markdown"] {
        let first = folder.run(&handout(format, &["--phone", "111"])).exits(0);
        let again = folder.run(&handout(format, &["--phone", "111"])).exits(0);
        assert_eq!(first.out, again.out);
        assert!(first.out.contains("Wed 3 June"), "{}", first.out);
        assert!(!first.err.contains("no number to call"), "{}", first.err);
    }
}

#[test]
fn a_number_that_is_missing_is_told() {
    let folder = folder();
    let ran = folder.run(&handout("html", &[])).exits(0);
    ran.says(&["no number to call is given"])
        .prints(&["Write our number here"]);
    let ran = folder.run(&handout(
        "html",
        &["--clinic", "Rose <Clinic>", "--phone", "020 1"],
    ));
    ran.exits(0)
        .prints(&["Rose &lt;Clinic&gt;", "href=\"tel:0201\""]);
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let folder = folder().with("page.html", "old");
    folder
        .run(&handout("html", &["--phone", "1", "-o", "page.html"]))
        .exits(0);
    let text = folder.text("page.html");
    assert!(text.starts_with("<!doctype html>") && text.ends_with("</html>\n"));
    let missing = folder.run(&handout("html", &["-o", "nowhere/page.html"]));
    missing
        .exits(5)
        .says(&["nowhere/page.html", "cannot be written"]);
    assert!(!folder.path.join("nowhere").exists());
}

#[test]
fn what_is_put_off_has_a_page_that_says_so_and_the_code_of_a_plan_that_is_withheld() {
    let folder = folder();
    let mut arguments = handout("html", &["--phone", "1"]);
    arguments.extend(["--set", "pregnant = yes"]);
    arguments.retain(|one| *one != "pregnant = no");
    let arguments: Vec<&str> = arguments
        .iter()
        .enumerate()
        .filter(|(index, one)| {
            **one != "--set" || arguments.get(index + 1) == Some(&"pregnant = yes")
        })
        .map(|(_, one)| *one)
        .collect();
    let ran = folder.run(&arguments).exits(4);
    ran.prints(&["Not yet: our rules say to wait.", "When to call"]);
}

#[test]
fn a_symptom_of_a_later_day_is_not_forgotten() {
    let profile =
        "treated = 2026-06-01\n[facts]\npregnant = false\n[symptoms]\nfever = 2026-06-04\n";
    let folder = folder().with("jo.toml", profile);
    let ran = folder.run(&[
        "eval",
        "test.rules",
        "--patient",
        "jo.toml",
        "--format",
        "markdown",
        "--phone",
        "1",
    ]);
    ran.exits(0)
        .prints(&["Call the clinic now.", "This plan was made for Thu 4 June."]);
}

#[test]
fn options_of_a_handout_are_not_dropped_in_silence() {
    let folder = folder();
    for option in [
        &["--for", "clinic"][..],
        &["--large-print"],
        &["--language", "es"],
        &["--texts", "es.toml"],
        &["--clinic", "Rose"],
        &["--phone", "1"],
    ] {
        let ran = folder.run(&handout("text", option)).exits(2);
        ran.says(&[&format!("`{}` is for handouts", option[0]), "--format html"]);
    }
    let ran = folder
        .run(&handout("html", &["--issued", "2026-06-01"]))
        .exits(2);
    ran.says(&["`--issued` is for calendars and FHIR"]);
    run(&["eval", "microneedling", "--format", "html"])
        .exits(2)
        .says(&["a handout needs the day of the treatment"]);
}

#[test]
fn what_nobody_has_translated_is_shown_and_told() {
    let folder = folder().with(
        "es.toml",
        "language = \"es\"\n[texts]\nsauna = \"sauna y baños de vapor\"\n",
    );
    let spanish = &["--language", "es", "--phone", "1"][..];
    let ran = folder.run(&handout("html", spanish)).exits(0);
    let ran = ran.says(&[
        "warning: ",
        "texts of the protocol are in English",
        "\"fever\" = \"\"",
        "\"sauna\" = \"\"",
    ]);
    ran.prints(&[
        "<html lang=\"es\" dir=\"ltr\">",
        "<bdi lang=\"en\" dir=\"ltr\" class=\"missing\">",
        "Parte del texto aún no está",
    ]);
    let ran = folder
        .run(&handout(
            "html",
            &[spanish, &["--texts", "es.toml"]].concat(),
        ))
        .exits(0);
    assert!(!ran.err.contains("\"sauna\" ="), "{}", ran.err);
    ran.says(&["\"fever\" = \"\""])
        .prints(&["Sauna y baños de vapor"]);
    let ran = folder
        .run(&handout("html", &["--language", "ar", "--phone", "1"]))
        .exits(0);
    ran.says(&["of the program's own texts are in English"])
        .prints(&["<html lang=\"ar\" dir=\"rtl\">"]);
}

#[test]
fn what_a_patient_has_is_never_listed_as_missing() {
    let profile = "treated = 2026-06-01\nproducts = [{ name = \"CANARY cream\", class = \"retinoids\" }, { name = \"CANARY jar\", unrecognised = true }]\n[facts]\npregnant = false\nage = 77\n[symptoms]\nflaking = 2026-06-02\n";
    let folder = Folder::new()
        .with(
            "a.rules",
            "import skin-care\navoid retinoids for 3 days\ncaution \"be gentle\" if age over 70\n",
        )
        .with("jo.toml", profile);
    let ran = folder.run(&[
        "eval",
        "a.rules",
        "--patient",
        "jo.toml",
        "--format",
        "html",
        "--language",
        "es",
        "--phone",
        "1",
    ]);
    assert!(
        ran.out.contains("CANARY cream") && ran.out.contains("flaking"),
        "{}",
        ran.out
    );
    assert!(ran.err.contains("\"retinoids\" = \"\""), "{}", ran.err);
    for value in ["CANARY", "77", "flaking"] {
        assert!(!ran.err.contains(value), "{}", ran.err);
    }
}

#[test]
fn texts_that_are_no_texts_are_refused() {
    let folder = folder()
        .with("es.toml", "language = \"es\"\n[texts]\na b = \"c\"\n")
        .with("ar.toml", "language = \"ar\"\n");
    let spanish = |file: &'static str| ["--language", "es", "--texts", file];
    folder
        .run(&handout("html", &spanish("es.toml")))
        .exits(1)
        .says(&["`es.toml` is no file of texts: line 3"]);
    folder
        .run(&handout("html", &spanish("ar.toml")))
        .exits(2)
        .says(&["`ar.toml` is in `ar`"]);
    folder
        .run(&handout("html", &spanish("none.toml")))
        .exits(5)
        .says(&["`none.toml` cannot be read"]);
    folder
        .run(&handout("html", &["--texts", "ar.toml"]))
        .exits(2)
        .says(&["another language than English"]);
    let over = [&spanish("es.toml")[..], &["-o", "es.toml"]].concat();
    folder
        .run(&handout("html", &over))
        .exits(2)
        .says(&["over its texts"]);
}
