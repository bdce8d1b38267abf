//! What stands in clauses.

use super::{Word, word};

/// What is said about a sentence.
pub(super) const CLAUSES: &[Word] = &[
    word(
        "for",
        "how long it holds; with a course, for which concern",
        &[" 7 days", " x", " 7 days before"],
    ),
    word("daily", "once a day", &[""]),
    word("because", "the reason, in quotes", &[" \"x\""]),
    word(
        "accept",
        "a finding of `check` that stays, with the reason",
        &[" held-back because \"x\""],
    ),
    word(
        "if",
        "only for patients of whom this is so",
        &[" x", " severe"],
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
    word(
        "except while",
        "in which situation it does not hold",
        &[" x"],
    ),
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
    word("using", "with what it is done", &[" x"]),
    word("gently", "in which manner", &[""]),
    word("carefully", "in which manner", &[""]),
    word("evenly", "in which manner", &[""]),
    word("firmly", "in which manner", &[""]),
    word("generously", "how much of it", &[""]),
    word("in a thin layer", "how much of it", &[""]),
    word("in a thick layer", "how much of it", &[""]),
    word("in a small amount", "how much of it", &[""]),
    word("in plenty", "how much of it", &[""]),
    word("liberally", "how much of it", &[""]),
    word("lightly", "in which manner", &[""]),
    word("loosely", "in which manner", &[""]),
    word("slowly", "in which manner", &[""]),
    word("sparingly", "how much of it", &[""]),
    word("thickly", "how much of it", &[""]),
    word("thinly", "how much of it", &[""]),
    word("thoroughly", "in which manner", &[""]),
    word("very", "in which manner, and more so", &[" gently"]),
    word(
        "as directed",
        "as somebody else has said",
        &["", " by label"],
    ),
    word("as directed by", "who has said how", &[" label"]),
    word(
        "usually",
        "what is mostly so; changes no date",
        &[" for 3 days", " 5..7 days", " 3", " from day 2"],
    ),
    word(
        "mostly",
        "when it mostly comes; changes no date",
        &[" on day 2"],
    ),
    word("at", "once, at a point in time", &[" 3 hours"]),
    word("at bedtime", "each time before sleep", &[""]),
    word("at night", "each night", &[""]),
    word("before bedtime", "each time before sleep", &[""]),
    word(
        "straight after",
        "once then, or from then on",
        &[" treatment"],
    ),
    word(
        "immediately after",
        "once then, or from then on",
        &[" treatment"],
    ),
    word("in the morning", "in which part of the day", &[""]),
    word(
        "throughout the course",
        "from the first treatment to the last",
        &[""],
    ),
    word("sometimes", "not of everybody; counts nothing", &[""]),
    word("occasionally", "now and then; counts nothing", &[""]),
    word("rarely", "seldom; counts nothing", &[""]),
    word("often", "how often; counts nothing", &[""]),
    word("frequently", "how often; counts nothing", &[""]),
    word("regularly", "how often; counts nothing", &[""]),
    word("several times a day", "how often; counts nothing", &[""]),
    word("a few times a day", "how often; counts nothing", &[""]),
    word("throughout the day", "how often; counts nothing", &[""]),
    word("at all times", "without a break", &[""]),
    word("as often as possible", "how often; counts nothing", &[""]),
    word("on and off", "how often; counts nothing", &[""]),
    word("more often", "than before; counts nothing", &[""]),
    word("every few hours", "how often; counts nothing", &[""]),
    word(
        "once or twice",
        "once at the least, twice at the most",
        &[" a day"],
    ),
    word(
        "as long as possible",
        "a time that nobody has counted",
        &[""],
    ),
    word(
        "even if",
        "what it holds in spite of; computes nothing",
        &[" x"],
    ),
    word(
        "even while",
        "what it holds in spite of; computes nothing",
        &[" x"],
    ),
    word(
        "depending on",
        "what people judge it by; computes nothing",
        &[" x"],
    ),
    word(
        "if possible",
        "makes the sentence advice, as `should` does",
        &[""],
    ),
    word("where possible", "the same as `if possible`", &[""]),
    word(
        "max",
        "the same as `at most`",
        &[" 8 per day", " 3 times a day", " 2 tablets"],
    ),
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
    word(
        "at most",
        "no more than",
        &[" 8 per day", " 3 times a day", " 2 tablets"],
    ),
    word("up to", "no more than", &[" 3 times a day", " 3"]),
    word(
        "at least",
        "no less than",
        &[" twice daily", " 3 times a day", " 2 litres", " 3"],
    ),
    word("[", "the sources that say so", &["x]"]),
];

/// What a length of time starts with.
pub(super) const LENGTHS: &[Word] = &[
    word("at least", "no less than", &[" 7 days"]),
    word("at most", "no more than", &[" 7 days", " 900 days"]),
    word("up to", "no more than", &[" 7 days", " 1 drink per day"]),
    word("about", "roughly; changes no date", &[" 2 weeks"]),
    word("the course", "from the first treatment to the last", &[""]),
    word("the first", "counted from the treatment on", &[" 7 days"]),
    word("the next", "counted from the treatment on", &[" 7 days"]),
];

/// What stands around lengths and points in time.
pub(super) const AROUND: &[Word] = &[
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
    word("onwards", "and from then on", &[""]),
    word(
        "better",
        "what is better than the minimum",
        &[" 48 hours", " 900 days"],
    ),
    word(
        "usually",
        "how long it mostly takes; ends nothing",
        &[" 5..7 days"],
    ),
    word("within", "how long ago at most", &[" 6 months"]),
    word(
        "last taken",
        "the day on which a medicine was last taken",
        &[""],
    ),
    word(
        "days",
        "days counted from the treatment, which is day 0",
        &[" 2..4"],
    ),
    word(
        "on",
        "and how long off",
        &[", 10 minutes off", " x", " 2026-01-01"],
    ),
    word("off", "and how long not", &[""]),
];

/// Points in time.
pub(super) const POINTS: &[Word] = &[
    word(
        "day",
        "a day counted from the treatment, which is day 0",
        &[" 3", " 3..7", " 900"],
    ),
    word("treatment", "the treatment itself", &[""]),
    word("next morning", "the morning after", &[""]),
    word("bedtime", "when the patient goes to bed", &[""]),
    word("next session", "the session after this one", &[""]),
    word("this session", "the session that this is about", &[""]),
    word("previous session", "the session before this one", &[""]),
    word("first session", "the first of the course", &[""]),
    word("final session", "the last of the course", &[""]),
];

/// Whom to call.
pub(super) const WHOM: &[Word] = &[
    word("clinic", "the clinic that treated", &["", " \"x\""]),
    word("doctor", "any doctor", &["", " \"x\""]),
    word("prescriber", "who prescribed the medicine", &["", " \"x\""]),
    word("emergency services", "999, 911 or 112", &[""]),
    word("a minimum", "as little as can be", &[""]),
];

/// How often.
pub(super) const MOMENTS: &[Word] = &[
    word("morning", "each morning", &[""]),
    word("midday", "each midday", &[""]),
    word("evening", "each evening", &[""]),
    word("night", "each night", &[""]),
    word("other day", "each second day", &[""]),
    word("each", "each time", &[" x"]),
    word("every", "each time", &[" x", " 4 weeks"]),
    word("times", "how many times", &[" a day", " daily"]),
    word("half an hour", "30 minutes", &[""]),
    word("or higher", "or a larger number", &[""]),
    word("or more", "or a larger number", &[""]),
];
