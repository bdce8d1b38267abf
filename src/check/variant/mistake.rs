//! What can be wrong with a variant.

use super::standing::{Changing, Now, Slot, Standing};
use crate::check::files::LoadedFile;
use crate::check::protocol::Rule;
use crate::check::review::placed_sentences;
use crate::diagnostic::{Code, Diagnostic};
use crate::eval::every::Looser;
use crate::span::Span;
use crate::syntax::tree::{Header, Item, Name};
use crate::vocabulary::{fold, nearest};

/// `replace` or `drop` in a file that extends nothing.
pub(super) fn extends_nothing(label: &Name, word: &str) -> Diagnostic {
    Diagnostic::new(
        Code::ExtendsNothing,
        label.span,
        format!("`{word}` changes a sentence of another protocol, and this file extends none"),
        "a sentence of which protocol?",
    )
    .with_help("name the protocol in the header, as in `extends microneedling`")
}

/// A label that no sentence has.
pub(super) fn unknown_label(file: &LoadedFile, label: &Name, of: &Standing<'_>) -> Diagnostic {
    let key = fold(&label.text);
    let text = &label.text;
    if let Some(Slot {
        now: Now::Dropped(line),
        ..
    }) = of.slots.get(&key)
    {
        return Diagnostic::new(
            Code::UnknownLabel,
            label.span,
            format!("the sentence `{text}` is dropped already"),
            "nothing has this label any more",
        )
        .with_label(*line, "dropped here")
        .with_help("write the sentence anew, with or without a label");
    }
    let diagnostic = Diagnostic::new(
        Code::UnknownLabel,
        label.span,
        format!("no sentence of the protocols that this file extends is called `{text}`"),
        "no such label",
    );
    if let Some(own) = own_label(file, &key) {
        return diagnostic
            .with_label(own, "this one is the file's own")
            .with_help("change the sentence itself, and leave this line out");
    }
    let labels: Vec<&str> = of
        .slots
        .values()
        .map(|slot| slot.label.text.as_str())
        .collect();
    match nearest(text, labels.iter().copied()) {
        Some(near) => diagnostic
            .with_help(format!("did you mean `{near}`?"))
            .with_fix(label.span, near),
        None if labels.is_empty() => diagnostic
            .with_help("none of their sentences has a label: `aftercare-dsl show` prints them"),
        None => diagnostic.with_help(format!("there is {}", some(&labels))),
    }
}

/// The first labels, in backticks.
fn some(labels: &[&str]) -> String {
    const MOST: usize = 12;
    let quoted: Vec<String> = labels
        .iter()
        .take(MOST)
        .map(|one| format!("`{one}`"))
        .collect();
    let more = labels.len().saturating_sub(MOST);
    let list = quoted.join(", ");
    if more == 0 {
        list
    } else {
        format!("{list} and {more} more")
    }
}

/// Where a file labels a sentence of its own so.
fn own_label(file: &LoadedFile, key: &str) -> Option<Span> {
    let mut found = None;
    placed_sentences(&file.file, &mut |sentence, _| {
        let label = sentence.label.as_ref();
        let label = label.filter(|label| fold(&label.text) == key);
        found = found.or(label.map(|label| label.span));
    });
    found
}

/// Two lines that change one sentence.
pub(super) fn twice(label: &Name, first: Span) -> Diagnostic {
    Diagnostic::new(
        Code::ReplacedTwice,
        label.span,
        format!("what becomes of `{}` is said twice", label.text),
        "said again",
    )
    .with_label(first, "said first here")
    .with_help("leave one of the two lines out")
}

/// Two protocols that a file extends and that differ on a label.
pub(super) fn parents_differ(file: &LoadedFile, one: &Slot<'_>, other: &Slot<'_>) -> Diagnostic {
    let label = &one.label.text;
    let mut extends = file
        .file
        .items
        .iter()
        .filter(|item| matches!(&item.node, Item::Header(Header::Extends(_))));
    let at = extends
        .next_back()
        .map_or_else(|| one.line(), |item| item.span);
    let same_place =
        (one.origin.source, one.origin.start) == (other.origin.source, other.origin.start);
    let help = if same_place {
        format!("say here which holds: `replace {label}: ...` or `drop {label}`")
    } else {
        format!(
            "`drop {label}` here and write anew what is to hold, or give one of the two another label"
        )
    };
    Diagnostic::new(
        Code::ParentsDiffer,
        at,
        format!("the protocols that this file extends differ on `{label}`"),
        "extended here",
    )
    .with_label(one.line(), "this in the one")
    .with_label(other.line(), "this in the other")
    .with_help(help)
}

/// A change that loosens and gives no reason.
pub(super) fn loosened(changing: &Changing<'_>, looser: &Looser) -> Diagnostic {
    let label = &changing.label.text;
    let (patient, day) = (&looser.words, looser.day);
    let message = match (looser.decided, changing.new) {
        (true, Some(_)) => {
            format!("less holds than before where `{label}` is replaced, and no reason is given")
        }
        (true, None) => {
            format!("less holds than before where `{label}` is dropped, and no reason is given")
        }
        (false, _) => format!(
            "nothing can tell whether as much holds without the old `{label}`, and no reason is given"
        ),
    };
    let diagnostic = Diagnostic::new(
        Code::LoosenedUnsaid,
        changing.label.span,
        message,
        format!("for {patient}, on day {day}"),
    )
    .with_label(changing.old.line(), "what held before");
    diagnostic.with_help(
        "say why it may: `because \"...\"` at the end of the line; or let as much hold as before",
    )
}

/// A sentence that is taken over and asks less, because of one that is added and gives no reason.
pub(super) fn taken(held: &Rule, by: Option<&Rule>, looser: &Looser) -> Diagnostic {
    let (patient, day) = (&looser.words, looser.day);
    let of = match &held.label {
        Some(label) => format!("`{label}`"),
        None => "a sentence that is taken over".to_owned(),
    };
    let message = format!("less is left of {of} than before, and no reason is given");
    let label = format!("takes from it for {patient}, on day {day}");
    match by {
        Some(by) => Diagnostic::new(Code::LoosenedUnsaid, by.span, message, label)
            .with_label(held.span, "what is taken over")
            .with_help("say why it may: `because \"...\"` behind the sentence; or leave it out"),
        // What takes from it lasts longer than it did.
        None => Diagnostic::new(
            Code::LoosenedUnsaid,
            held.span,
            message,
            format!("for {patient}, on day {day}"),
        )
        .with_help(
            "aftercare lasts longer than it did, and with it what holds this back: leave its line out, or \
             replace this sentence and say why",
        ),
    }
}
