//! What sentences, lines, declarations and blocks start with.

use super::{Word, word};

/// What a sentence is about.
pub(super) const HEADS: &[Word] = &[
    word(
        "avoid",
        "what to leave; covers all that lies under it",
        &[" \"x\""],
    ),
    word("use", "what to put on or take up", &[" \"x\""]),
    word(
        "expect",
        "a normal sign, so that nobody worries",
        &[" symptoms"],
    ),
    word(
        "allow",
        "what may be done, with no duty to do it",
        &[" \"x\""],
    ),
    word(
        "report",
        "a sign to call about, to whom and how soon",
        &[" symptoms"],
    ),
    word(
        "resume",
        "what may be taken up again, and from when",
        &[" substances from day 7"],
    ),
    word(
        "limit",
        "how much of something at most",
        &[" substances to a minimum"],
    ),
    word("no", "short for `avoid`", &[" \"x\""]),
    word("do not", "the same as `avoid`", &[" \"x\""]),
    word("never", "the same as `avoid`", &[" \"x\""]),
    word(
        "stop",
        "the same as `avoid`, of what is being used",
        &[" \"x\""],
    ),
    word(
        "steps",
        "a routine in its order",
        &[" \"x\" { use substances }"],
    ),
    word(
        "note",
        "words for the patient that no rule can hold",
        &[" \"x\""],
    ),
    word(
        "sessions",
        "how many treatments, and how far apart",
        &[" 3", " every 4 weeks", " at least 8 weeks apart"],
    ),
    word(
        "maintenance",
        "how often the result is kept up",
        &[" every 6 months"],
    ),
    word(
        "visit",
        "an appointment at one point in time",
        &[
            " \"x\" 7 days after treatment",
            " \"x\" at least 4 weeks after treatment",
        ],
    ),
    word("refuse", "whom not to treat at all", &[" if x"]),
    word(
        "defer",
        "whom to treat later, and when",
        &[" if x", " until x"],
    ),
    word(
        "caution",
        "a warning for the clinic before treatment",
        &[" \"x\""],
    ),
    word(
        "ask prescriber",
        "a question for who prescribed a medicine",
        &[" \"x\"", " about x"],
    ),
    word(
        "ask clinic",
        "a question for the clinic",
        &[" \"x\"", " about x"],
    ),
    word(
        "tell clinic",
        "what the patient must tell the clinic",
        &[" \"x\"", " about x"],
    ),
    word(
        "prepare",
        "what to get or do before the treatment",
        &[" \"x\"", " substances"],
    ),
    word(
        "should",
        "makes the sentence advice: better so",
        &[" avoid substances"],
    ),
];

/// What ends the least time between the sessions of a course, or between two times that something is done.
pub(super) const APART: &[Word] = &[word("apart", "so far at least between two times", &[""])];

/// What a duty starts with.
pub(super) const VERBS: &[Word] = &[
    word("use", "what to put on or take up", &[" \"x\""]),
    word("apply", "what to put on", &[" \"x\""]),
    word("wear", "what to have on", &[" \"x\""]),
    word("drink", "what to drink", &[" \"x\""]),
    word("eat", "what to eat", &[" \"x\""]),
    word("take", "a medicine to take, or a thing to do", &[" \"x\""]),
    word("keep", "what to leave on, or how to stay", &[" \"x\""]),
    word("wash", "a place to wash", &[" \"x\""]),
    word("cleanse", "a place to cleanse", &[" \"x\""]),
    word("clean", "a place to clean", &[" \"x\""]),
    word("moisturise", "a place to moisturise", &[" \"x\""]),
    word("rinse", "a place to rinse", &[" \"x\""]),
    word("cover", "a place to cover", &[" \"x\""]),
    word("dry", "a place to dry", &[" \"x\""]),
    word("massage", "a place to massage", &[" \"x\""]),
    word("shower", "a place to shower", &[" \"x\""]),
    word("change", "what to put on fresh", &[" \"x\""]),
    word("remove", "what to take off", &[" \"x\""]),
    word("do", "an activity to do", &[" \"x\""]),
    word("continue", "what to go on with", &[" \"x\""]),
];

/// What opens a block.
pub(super) const BLOCKS: &[Word] = &[
    word(
        "when",
        "sentences that hold only if something is so",
        &[" x {}", " x {} otherwise {}"],
    ),
    word("section", "a heading over some sentences", &[" \"x\" {}"]),
    word(
        "scenario",
        "a patient, and what the plan is to say",
        &[" \"x\" {}"],
    ),
    word(
        "otherwise",
        "what holds if the `when` above is not so",
        &[" {}"],
    ),
    word("{", "opens the block", &[" }", "}", " use substances }"]),
];

/// The lines of the header and the declarations.
pub(super) const LINES: &[Word] = &[
    word("protocol", "the title of this protocol", &[" \"x\""]),
    word("version", "the version of this text", &[" \"x\""]),
    word("treatment", "the treatment that this is about", &[" x"]),
    word(
        "aftercare for",
        "how long a sentence without a time holds",
        &[" 2 weeks"],
    ),
    word(
        "effective",
        "the first day on which this may be used",
        &[" 2026-01-01"],
    ),
    word(
        "effective from",
        "the first day on which this may be used",
        &[" 2026-01-01"],
    ),
    word(
        "review by",
        "when a clinician must look at it again",
        &[" 2027-01-01"],
    ),
    word("status", "draft, or who approved it and when", &[" draft"]),
    word(
        "scenarios for",
        "the protocol that the scenarios of this file test",
        &[" x"],
    ),
    word("import", "takes in the names of another file", &[" x"]),
    word(
        "extends",
        "takes in the sentences of another protocol",
        &[" x"],
    ),
    word(
        "replace",
        "puts a sentence in the place of one taken over",
        &[" x: avoid y"],
    ),
    word(
        "drop",
        "leaves out a sentence that is taken over",
        &[" x", " x because \"y\""],
    ),
    word("source", "a text that sentences may cite", &[" x = \"x\""]),
    word(
        "fact",
        "what may be asked about a patient",
        &[" x: yes or no"],
    ),
    word("substance", "declares an active or an ingredient", &[" x"]),
    word(
        "product",
        "declares what goes on the skin as a whole",
        &[" x"],
    ),
    word("medicine", "declares what acts on the whole body", &[" x"]),
    word("procedure", "declares another treatment", &[" x"]),
    word("activity", "declares something that people do", &[" x"]),
    word("action", "declares a sentence of its own words", &[" x"]),
    word("food", "declares a food", &[" x"]),
    word(
        "drink",
        "declares a drink, in a class or with more names",
        &[" x in y"],
    ),
    word("garment", "declares what is worn", &[" x"]),
    word("tool", "declares a thing to use", &[" x"]),
    word("symptom", "declares a sign to expect or report", &[" x"]),
    word(
        "event",
        "declares what happens once, such as healed",
        &[" x"],
    ),
    word("place", "declares a part of the body", &[" x"]),
    word("situation", "declares where or how somebody is", &[" x"]),
    word("attribute", "declares what a thing can be or have", &[" x"]),
];
