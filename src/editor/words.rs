//! The words of the language, each with what it does and what may stand behind it, to try it.

/// A word, or words that stand together.
#[derive(Debug)]
pub(super) struct Word {
    /// How it is written.
    pub text: &'static str,
    /// What it does, to a nurse.
    pub means: &'static str,
    /// What may stand behind it, so that a sentence reads.
    pub ends: &'static [&'static str],
}

/// Words that stand in the same places.
#[derive(Debug)]
pub(super) struct Group {
    /// What is tried first: where none of these reads, none of the words can.
    pub gate: &'static [(&'static str, &'static str)],
    /// Whether each of them starts a line.
    pub lines: bool,
    /// The words, the likelier first.
    pub words: &'static [Word],
}

const fn word(text: &'static str, means: &'static str, ends: &'static [&'static str]) -> Word {
    Word { text, means, ends }
}

/// All words but those of units.
pub(super) const GROUPS: &[Group] = &[
    Group {
        gate: &[("avoid", " substances")],
        lines: false,
        words: HEADS,
    },
    Group {
        gate: &[("use", " substances")],
        lines: false,
        words: VERBS,
    },
    Group {
        gate: &[],
        lines: false,
        words: BLOCKS,
    },
    Group {
        gate: &[("version", " \"x\"")],
        lines: true,
        words: LINES,
    },
    Group {
        gate: &[
            ("because", " \"x\""),
            ("by", " \"x\""),
            ("[", "x]"),
            ("avoid", " substances"),
            ("to", " clinic"),
            ("while", " x"),
        ],
        lines: false,
        words: CLAUSES,
    },
    Group {
        gate: &[],
        lines: false,
        words: INNER,
    },
];

/// What a sentence is about.
const HEADS: &[Word] = &[
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
        &[" 3"],
    ),
    word(
        "maintenance",
        "how often the result is kept up",
        &[" every 6 months"],
    ),
    word(
        "visit",
        "an appointment at one point in time",
        &[" \"x\" 7 days after treatment"],
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
        &[" \"x\""],
    ),
    word(
        "tell clinic",
        "what the patient must tell the clinic",
        &[" \"x\""],
    ),
    word("prepare", "what to do before the treatment", &[" \"x\""]),
    word(
        "should",
        "makes the sentence advice: better so",
        &[" avoid substances"],
    ),
];

/// What a duty starts with.
const VERBS: &[Word] = &[
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
const BLOCKS: &[Word] = &[
    word(
        "when",
        "sentences that hold only if something is so",
        &[" x {}", " x {} otherwise {}"],
    ),
    word("section", "a heading over some sentences", &[" \"x\" {}"]),
    word(
        "otherwise",
        "what holds if the `when` above is not so",
        &[" {}"],
    ),
    word("{", "opens the block", &[" }", "}", " use substances }"]),
];

/// The lines of the header and the declarations.
const LINES: &[Word] = &[
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
    word("import", "takes in the names of another file", &[" x"]),
    word(
        "extends",
        "takes in the sentences of another protocol",
        &[" x"],
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

/// What is said about a sentence.
const CLAUSES: &[Word] = &[
    word(
        "for",
        "how long it holds; with a course, for which concern",
        &[" 7 days", " x"],
    ),
    word("daily", "once a day", &[""]),
    word("because", "the reason, in quotes", &[" \"x\""]),
    word(
        "if",
        "only for patients of whom this is so",
        &[" x", " severe", " unavoidable, use x"],
    ),
    word(
        "to",
        "whom to call, or how much at most",
        &[" clinic", " a minimum"],
    ),
    word("immediately", "to be reported at once", &[""]),
    word("until", "when it ends", &[" x"]),
    word("from", "when it starts", &[" x", " day 1"]),
    word(
        "unless",
        "not for patients of whom this is so",
        &[" x", " severe"],
    ),
    word("except", "what it does not cover", &[" x"]),
    word(
        "every",
        "how often, or how far apart",
        &[" 4 weeks", " morning"],
    ),
    word("twice", "two times", &[" daily"]),
    word("while", "only in a situation, such as outdoors", &[" x"]),
    word("as needed", "whenever it helps", &[""]),
    word("instead", "what to do in its place", &[" use x"]),
    word("within", "how soon, or how long ago at most", &[" 2 hours"]),
    word("on", "where, or on which day", &[" x", " day 3"]),
    word("today", "the day of the treatment", &[""]),
    word("tonight", "until the next morning", &[""]),
    word("always", "with no end", &[""]),
    word(
        "between sessions",
        "from the first session to the last",
        &[""],
    ),
    word("before treatment", "until the treatment", &[""]),
    word("by", "in which manner, in quotes", &[" \"x\""]),
    word(
        "otherwise",
        "whom to call if the first cannot be reached",
        &[" clinic"],
    ),
    word(
        "before",
        "before a point in time, or each time",
        &[" each x", " treatment"],
    ),
    word(
        "after",
        "after a point in time, or each time",
        &[" each x", " x"],
    ),
    word(
        "if unavoidable",
        "what to do where it must be",
        &[", use x"],
    ),
    word("around", "near a place", &[" x"]),
    word("near", "close to a place", &[" x"]),
    word("over", "across a place, or above a number", &[" x"]),
    word("each", "each time or each day", &[" morning", " 2 days"]),
    word(
        "once",
        "one time, or as soon as something is so",
        &[" daily", " x"],
    ),
    word("weekly", "once a week", &[""]),
    word("monthly", "once a month", &[""]),
    word("hourly", "once an hour", &[""]),
    word("nightly", "once a night", &[""]),
    word("yearly", "once a year", &[""]),
    word("a day", "in one day", &[""]),
    word("a week", "in one week", &[""]),
    word("a month", "in one month", &[""]),
    word("per day", "in one day", &[""]),
    word("per week", "in one week", &[""]),
    word("per month", "in one month", &[""]),
    word("during", "the same as `while`", &[" x"]),
    word("till", "the same as `until`", &[" x"]),
    word("at most", "no more than", &[" 8 per day", " 3 times a day"]),
    word("up to", "no more than", &[" 3 times a day"]),
    word(
        "at least",
        "no less than",
        &[" twice daily", " 3 times a day"],
    ),
    word("[", "the sources that say so", &["x]"]),
];

/// What stands inside clauses, conditions and declarations.
const INNER: &[Word] = &[
    word(
        "and",
        "and also",
        &[
            " x",
            " y",
            " severe",
            " use x",
            " 7 days after",
            " after",
            " evening",
            " with x",
            " spf 30",
            " breastfeeding = yes",
            " pregnant",
        ],
    ),
    word(
        "or",
        "or else",
        &[" x", " higher", " severe", " no", " healed"],
    ),
    word("with", "what it must have", &[" x", " spf 30"]),
    word("without", "what it must not have", &[" x"]),
    word("including", "examples of what stands before it", &[" x"]),
    word("only", "this and nothing else of its kind", &[" x"]),
    word("but not", "what stays forbidden", &[" x"]),
    word(
        "at least",
        "no less than",
        &[" 7 days", " 30", " 18", " 2 mm"],
    ),
    word("at most", "no more than", &[" 7 days", " 18", " 2 mm"]),
    word("up to", "no more than", &[" 7 days", " 1 drink per day"]),
    word("about", "roughly; changes no date", &[" 2 weeks"]),
    word("the course", "from the first treatment to the last", &[""]),
    word("the first", "counted from the treatment on", &[" 7 days"]),
    word("the next", "counted from the treatment on", &[" 7 days"]),
    word(
        "day",
        "a day counted from the treatment, which is day 0",
        &[" 3", " 3..7"],
    ),
    word(
        "days",
        "days counted from the treatment, which is day 0",
        &[" 2..4"],
    ),
    word(
        "before",
        "up to this point",
        &["", " treatment", " x", " and 7 days after"],
    ),
    word(
        "after",
        "from this point on",
        &["", " treatment", " x", " 30 minutes use x"],
    ),
    word(
        "before and",
        "on both sides of the treatment",
        &[" 7 days after"],
    ),
    word("until", "when it ends", &[" x", " day 7"]),
    word("for", "how long", &[" 7 days", " x"]),
    word("treatment", "the treatment itself", &[""]),
    word("next morning", "the morning after", &[""]),
    word("bedtime", "when the patient goes to bed", &[""]),
    word("next session", "the session after this one", &[""]),
    word("this session", "the session that this is about", &[""]),
    word("previous session", "the session before this one", &[""]),
    word("first session", "the first of the course", &[""]),
    word("final session", "the last of the course", &[""]),
    word(
        "last taken",
        "the day on which a medicine was last taken",
        &[""],
    ),
    word("onwards", "and from then on", &[""]),
    word("better", "what is better than the minimum", &[" 48 hours"]),
    word(
        "usually",
        "how long it mostly takes; ends nothing",
        &[" 5..7 days"],
    ),
    word("clinic", "the clinic that treated", &["", " \"x\""]),
    word("prescriber", "who prescribed the medicine", &["", " \"x\""]),
    word("emergency services", "999, 911 or 112", &[""]),
    word("a minimum", "as little as can be", &[""]),
    word("times", "how many times", &[" a day", " daily"]),
    word("morning", "each morning", &[""]),
    word("midday", "each midday", &[""]),
    word("evening", "each evening", &[""]),
    word("night", "each night", &[""]),
    word("other day", "each second day", &[""]),
    word("half an hour", "30 minutes", &[""]),
    word("then", "the next step", &[" use x"]),
    word("then after", "a step after a wait", &[" 30 minutes use x"]),
    word(
        "then if it persists",
        "a step if that did not help",
        &[" use x"],
    ),
    word("off", "and how long not", &[""]),
    word(
        "on",
        "and how long off",
        &[", 10 minutes off", " x", " 2026-01-01"],
    ),
    word("or higher", "or a larger number", &[""]),
    word("or more", "or a larger number", &[""]),
    word("each", "each time", &[" x"]),
    word("every", "each time", &[" x", " 4 weeks"]),
    word("not", "the contrary", &[" x", " severe"]),
    word("taking", "a medicine that is being taken", &[" x"]),
    word("took", "a medicine that was taken", &[" x within 6 months"]),
    word(
        "had",
        "a procedure, event or symptom of the past",
        &[" x within 6 months"],
    ),
    word("prescribed", "a medicine that somebody prescribed", &[" x"]),
    word("session is", "only in one session of the course", &[" 1"]),
    word("severe", "of a symptom: very strong", &["", " symptoms"]),
    word(
        "spreading",
        "of a symptom: larger from day to day",
        &["", " symptoms"],
    ),
    word(
        "worsening",
        "of a symptom: stronger from day to day",
        &["", " symptoms"],
    ),
    word("lasting", "of a symptom: for so long", &[" 2 days"]),
    word("above", "of a symptom: more than this", &[" 38 C", " 2 mm"]),
    word("despite", "of a symptom: although this was done", &[" x"]),
    word("within", "how long ago at most", &[" 6 months"]),
    word("unavoidable", "where it must be", &[", use x"]),
    word(
        "in",
        "from one value to another, or the class above",
        &[" i..vi", " x", " 1..2 mm"],
    ),
    word("includes", "one of the answers is", &[" x"]),
    word("any of", "at least one of these", &[" x", " x, y"]),
    word("all of", "each of these", &[" x, y"]),
    word("is", "has this answer", &[" x", " 1"]),
    word("=", "has this answer", &[" x", " 1"]),
    word("!=", "has another answer", &[" x", " 1"]),
    word("under", "less than", &[" 18", " 2 mm"]),
    word("over", "more than", &[" 18", " 2 mm"]),
    word("<", "less than", &[" 18", " 2 mm"]),
    word("<=", "no more than", &[" 18", " 2 mm"]),
    word(">", "more than", &[" 18", " 2 mm"]),
    word(">=", "no less than", &[" 18", " 2 mm"]),
    word("aka", "another name for it", &[" x"]),
    word("number", "its value is a number", &["", " of x"]),
    word("of", "the classes that can have it", &[" x"]),
    word("opposes", "what it is the contrary of", &[" x"]),
    word("(opposes", "what it is the contrary of", &[" x)"]),
    word("ask", "the question to the patient, in quotes", &[" \"x\""]),
    word("yes or no", "answered by yes or no", &[""]),
    word(
        "ordered",
        "one of several answers, from low to high",
        &[" x, y"],
    ),
    word("one of", "one of several answers", &[" x, y"]),
    word("draft", "not approved yet", &[""]),
    word(
        "approved by",
        "who approved it, and when",
        &[" \"x\" on 2026-01-01"],
    ),
];
