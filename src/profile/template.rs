//! A profile to fill in.

use super::format::Format;
use crate::syntax::tree::Kind;
use crate::vocabulary::{FactId, FactKind, ThingId, Vocabulary};

/// What every template starts with.
const HEAD: &str = "\
# The profile of one patient. Take the `#` off a line to answer it; what stays
# commented counts as not asked. Any fact may be \"unsure\" or \"does not apply\".

# When was, or will be, the treatment? A date, and the local time if it is known,
# such as 2026-06-01 or 2026-06-01T10:30
# treated =

# In which time zone does the patient live? A name such as \"Europe/London\"
# zone =

# When were the earlier sessions? A list such as [2026-03-30, 2026-05-01]; [] is none
# sessions =

# Is the course of treatments finished? true or false
# course_finished =

# Which products does the patient use? A list of names; one that is not known needs a
# class: [\"NAME\", { name = \"NAME\", class = \"CLASS\" }]; [] is none
# products =
";

/// The longest line of a comment, in characters, as long as a word fits.
const WIDTH: usize = 90;

/// A TOML profile in which every line is a comment: the question, the possible answers, and the key.
///
/// `asked` are the facts to list; of `things`, events, symptoms and procedures get a line each in
/// their table, and medicines one that asks whether they are prescribed. As printed it reads
/// without a mistake and says nothing.
#[must_use]
pub fn template(vocabulary: &Vocabulary, asked: &[FactId], things: &[ThingId]) -> String {
    let mut out = HEAD.to_owned();
    let of = |kind: Kind| {
        things
            .iter()
            .copied()
            .filter(move |id| vocabulary.thing(*id).kind == kind)
            .map(|id| (id, vocabulary.thing(id)))
    };
    out.push_str("\n[facts]\n");
    for fact in asked {
        let fact = vocabulary.fact(*fact);
        let question = fact.ask.clone();
        let question = question.unwrap_or_else(|| format!("What is known of: {}?", fact.name));
        line(
            &mut out,
            &question,
            &answers(vocabulary, &fact.kind),
            &fact.name,
        );
    }
    for (id, medicine) in of(Kind::Medicine) {
        let question = vocabulary.asks_prescribed(id, &medicine.name);
        let key = format!("prescribed {}", medicine.name);
        line(&mut out, &question, "true or false", &key);
    }
    out.push_str("\n[history]\n");
    for (_, procedure) in of(Kind::Procedure) {
        let question = format!("When was the patient's last {}?", procedure.name);
        let answers = "a date, a list of dates, \"never\" or \"unsure\"";
        line(&mut out, &question, answers, &procedure.name);
    }
    out.push_str("\n[events]\n");
    for (_, event) in of(Kind::Event) {
        let what = event.description.as_ref().unwrap_or(&event.name);
        let question = format!("Since which day is this so: {what}?");
        line(
            &mut out,
            &question,
            "a date; left out until then",
            &event.name,
        );
    }
    out.push_str("\n[symptoms]\n");
    for (_, symptom) in of(Kind::Symptom) {
        let what = symptom.description.as_ref().unwrap_or(&symptom.name);
        let question = format!("Since when does the patient report: {what}?");
        let answers = "a date, false, or { since = DATE, severe = true }";
        line(&mut out, &question, answers, &symptom.name);
    }
    out.push_str("\n# Are there no other symptoms? \"none\", or left out\n# others =\n");
    out
}

/// A question, its answers and its key, all as comments.
fn line(out: &mut String, question: &str, answers: &str, key: &str) {
    out.push('\n');
    comment(out, question);
    comment(out, answers);
    out.push_str(&format!("# {} =\n", Format::Toml.key(key)));
}

/// A text as comment lines that fit an editor's window.
fn comment(out: &mut String, text: &str) {
    let blank = |letter: char| letter.is_whitespace() || letter.is_control();
    let mut column = 0;
    for word in text.split(blank).filter(|word| !word.is_empty()) {
        let width = word.chars().count() + 1;
        if column > 0 && column + width <= WIDTH {
            out.push(' ');
        } else {
            out.push_str(if column > 0 { "\n# " } else { "# " });
            column = 1;
        }
        out.push_str(word);
        column += width;
    }
    out.push('\n');
}

/// The possible answers of a fact, in words.
fn answers(vocabulary: &Vocabulary, kind: &FactKind) -> String {
    let quoted = |options: &[String]| {
        let all: Vec<String> = options.iter().map(|one| Format::Toml.text(one)).collect();
        all.join(", ")
    };
    match kind {
        FactKind::YesNo => "true or false".to_owned(),
        FactKind::Number(measure) => measure.answers(),
        FactKind::Ordered(options) | FactKind::OneOf(options) => {
            format!("one of {}", quoted(options))
        }
        FactKind::AnyOf(options) => format!("a list of any of {}; [] is none", quoted(options)),
        FactKind::Things(root) if vocabulary.thing(*root).kind == Kind::Medicine => {
            "a list of names, or { name = \"NAME\", last_taken = DATE, prescribed = true }; [] is none"
                .to_owned()
        }
        FactKind::Things(root) => {
            format!("a list of names of {}; [] is none", vocabulary.name(*root))
        }
    }
}
