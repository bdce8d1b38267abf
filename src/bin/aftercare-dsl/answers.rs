//! How the open questions of a plan are answered on the command line.

use aftercare_dsl::check::Protocol;
use aftercare_dsl::plan::{Plan, Question};
use aftercare_dsl::render::Style;
use aftercare_dsl::vocabulary::FactKind;

use crate::{console, quote};

/// The most columns that the possible answers of one fact take.
const CHOICES: usize = 40;

/// The most columns of a command on one line.
const LINE: usize = 76;

/// The command that answers the questions, under its heading; nothing where there are none.
///
/// Its answers are the choices and not one of them: copied as it stands it is refused, and answers
/// nothing wrongly.
pub fn how(plan: &Plan, protocol: &Protocol, command: &[String]) -> String {
    if plan.questions.is_empty() {
        return String::new();
    }
    let (start, end) = if console::out_colour() {
        (Style::Heading.code(), "\u{1b}[0m")
    } else {
        ("", "")
    };
    let mut out = format!(
        "\n{start}TO ANSWER ON THE COMMAND LINE{end}\n\
         Put the true answer in each place. Leave a line out where nobody has asked yet,\n\
         and write `unsure` where the answer is not known.\n\n  {}",
        given(command)
    );
    for question in &plan.questions {
        let set = quote::word(&setting(question, protocol));
        out.push_str(&format!(" \\\n    --set {set}"));
    }
    out.push('\n');
    let protocol = command.get(1).map_or("PROTOCOL", String::as_str);
    let one = plan.treatments.len() < 2;
    let patient = command.iter().position(|word| word == "--patient");
    let own = patient.and_then(|at| command.get(at + 1));
    if one && protocol != "-" && own.is_none_or(|own| own != "-") {
        out.push_str(&interview(command, own));
    }
    if one && patient.is_none() {
        let facts = quote::command(["facts", protocol, "--template"]);
        out.push_str(&format!(
            "\nOr keep the answers in a file, for `--patient`:\n\n  {facts} > patient.toml\n"
        ));
    }
    out
}

/// The command that asks them one at a time, and keeps the answers.
fn interview(command: &[String], own: Option<&String>) -> String {
    let kept = own.map_or("patient.toml", String::as_str);
    let mut words: Vec<String> = command.to_vec();
    if let Some(first) = words.first_mut() {
        "questions".clone_into(first);
    }
    words.extend(["--interview", "-o", kept].map(str::to_owned));
    format!(
        "\nOr be asked one question at a time:\n\n  {}\n",
        given(&words)
    )
}

/// The command as it was given; where it is long, each option on a line of its own.
fn given(command: &[String]) -> String {
    let line = quote::command(command.iter().map(String::as_str));
    if line.chars().count() <= LINE {
        return line;
    }
    let mut out = String::from("aftercare-dsl");
    for word in command {
        out.push_str(if word.starts_with("--") {
            " \\\n    "
        } else {
            " "
        });
        out.push_str(&quote::word(word));
    }
    out
}

/// `skin type = I/II/III/IV/V/VI`
fn setting(question: &Question, protocol: &Protocol) -> String {
    let fact = &question.fact;
    if question.answer_with.starts_with("sessions") {
        return "sessions = DATES or none".to_owned();
    }
    if let Some(treatment) = fact.strip_prefix("session number of ") {
        return format!("sessions of {treatment} = DATES or none");
    }
    let choices = match protocol.vocabulary.find_fact(fact) {
        Some(id) => choices(&protocol.vocabulary.fact(id).kind),
        None if fact.starts_with("prescribed ") => "yes/no".to_owned(),
        None => "DATE or no".to_owned(),
    };
    format!("{fact} = {choices}")
}

fn choices(kind: &FactKind) -> String {
    match kind {
        FactKind::YesNo => "yes/no".to_owned(),
        FactKind::Number(measure) => measure.with_unit("NUMBER", true) + &measure.ends(),
        FactKind::Ordered(values) | FactKind::OneOf(values) => {
            let all = values.join("/");
            if all.len() <= CHOICES {
                all
            } else {
                "ONE OF THEM".to_owned()
            }
        }
        FactKind::AnyOf(_) | FactKind::Things(_) => "NAMES or none".to_owned(),
    }
}
