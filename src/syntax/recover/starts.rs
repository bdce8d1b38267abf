//! What lines start with: the tables of heads and headers, and what each of them wants.

/// What a head wants, and a sentence that has it.
pub(super) struct Shape {
    pub word: &'static str,
    pub wants: &'static str,
    pub example: &'static str,
}

impl Shape {
    /// The advice to write it so. A stray `not` is mostly no condition: an example of one would be copied.
    pub(super) fn help(&self) -> String {
        if self.word == "not" {
            return "`not` stands before a condition, right behind `if`; what is not to be done has a \
                    sentence of its own, with `avoid`"
                .to_owned();
        }
        format!("write it as in `{}`", self.example)
    }
}

const fn shape(word: &'static str, wants: &'static str, example: &'static str) -> Shape {
    Shape {
        word,
        wants,
        example,
    }
}

/// The heads that are no verbs.
pub(super) const HEAD_SHAPES: &[Shape] = &[
    shape("avoid", "what is to be left", "avoid retinoids for 7 days"),
    shape("do not", "what is to be left", "do not scratch"),
    shape("don't", "what is to be left", "don't scratch"),
    shape("don\u{2019}t", "what is to be left", "don't scratch"),
    shape("never", "what is to be left", "never scratch"),
    shape("no", "what is to be left", "no makeup for 24 hours"),
    shape(
        "stop",
        "what is to be left",
        "stop retinoids for 5 days before",
    ),
    shape(
        "allow",
        "what may be done",
        "allow mineral makeup from day 2",
    ),
    shape(
        "resume",
        "what is taken up again",
        "resume retinoids from day 7",
    ),
    shape(
        "limit",
        "a thing, `to` and a cap",
        "limit alcohol to 1 drink per day",
    ),
    shape("expect", "a symptom", "expect redness for 2 days"),
    shape("report", "a symptom", "report fever to clinic immediately"),
    shape(
        "steps",
        "a title in quotes and steps in braces",
        "steps \"Evening\" { cleanse face, then apply serum }",
    ),
    shape(
        "sessions",
        "a number, a range or `every`",
        "sessions 3..6 every 4..6 weeks",
    ),
    shape(
        "maintenance",
        "`every` and a length of time",
        "maintenance every 6..12 months",
    ),
    shape(
        "visit",
        "a text in quotes and a point in time",
        "visit \"check-up\" 7 days after treatment",
    ),
    shape("refuse", "a condition", "refuse if pregnant"),
    shape(
        "defer",
        "a condition or a point in time",
        "defer until 6 months after isotretinoin last taken",
    ),
    shape(
        "caution",
        "a text in quotes",
        "caution \"thin skin over bone\"",
    ),
    shape(
        "ask",
        "`prescriber` or `clinic`, and `about` or a text in quotes",
        "ask prescriber \"whether aspirin may be paused\"",
    ),
    shape(
        "tell",
        "`clinic`, and `about` or a text in quotes",
        "tell clinic \"about cold sores\"",
    ),
    shape(
        "prepare",
        "things, or a text in quotes",
        "prepare \"arrive without makeup\"",
    ),
    shape(
        "note",
        "a text in quotes",
        "note \"results build over months\"",
    ),
    shape(
        "section",
        "a title in quotes and a block",
        "section \"Sun\" { avoid direct sun for 7 days }",
    ),
    shape(
        "when",
        "a condition and a block",
        "when pregnant { avoid retinoids }",
    ),
    shape(
        "whenever",
        "a condition and a block",
        "when pregnant { avoid retinoids }",
    ),
    shape(
        "otherwise",
        "the block of a `when` before it",
        "when pregnant { avoid retinoids } otherwise { use retinol }",
    ),
    shape(
        "scenario",
        "a title in quotes and a block, at the top of a file",
        "scenario \"type V skin\" { given skin type V",
    ),
    shape("should", "a head after it", "should avoid heat for 2 days"),
];

/// The header's lines and the declarations.
pub(super) const HEADER_SHAPES: &[Shape] = &[
    shape(
        "protocol",
        "a title in quotes",
        "protocol \"Microneedling aftercare\"",
    ),
    shape("version", "a text in quotes", "version \"1.0\""),
    shape("treatment", "a name", "treatment microneedling"),
    shape(
        "aftercare",
        "`for` and a length of time",
        "aftercare for 2 weeks",
    ),
    shape("effective", "a date, year first", "effective 2026-01-31"),
    shape(
        "review",
        "`by` and a date, year first",
        "review by 2027-11-30",
    ),
    shape(
        "status",
        "`draft`, or who approved it and when",
        "status approved by \"the medical director\" on 2026-10-30",
    ),
    shape("import", "the name of a vocabulary", "import skin-care"),
    shape("extends", "the name of a protocol", "extends microneedling"),
    shape(
        "scenarios",
        "`for` and the name of a protocol",
        "scenarios for microneedling",
    ),
    shape(
        "source",
        "a name, `=` and a title in quotes",
        "source guide = \"How to Enhance Your Results\"",
    ),
];

/// What a declaration looks like.
pub(super) const MEMBER_EXAMPLE: &str =
    "substance retinoids aka \"vitamin A creams\" { tretinoin }";
/// What declarations of facts look like.
pub(super) const FACT_EXAMPLES: &str = "fact pregnant: yes or no` or `fact INR: number";

/// What a clause word wants, and a clause that has it.
pub(super) const CLAUSE_SHAPES: &[Shape] = &[
    shape("for", "a length of time", "for 7 days"),
    shape("from", "a point in time", "from day 2"),
    shape("until", "a point in time", "until day 5"),
    shape("till", "a point in time", "until day 5"),
    shape("once", "an event, or how often", "once healed"),
    shape(
        "after",
        "a point in time, or `each` and a thing",
        "after each cleansing",
    ),
    shape(
        "before",
        "`treatment`, or `each` and a thing",
        "before treatment",
    ),
    shape("on", "a place or a day", "on days 2..4"),
    shape("around", "a place", "around eyes"),
    shape("over", "a place", "over treated area"),
    shape("near", "a place", "near eyes"),
    shape("by", "a text in quotes", "by \"patting\""),
    shape(
        "using",
        "what it is done with",
        "using clean hands and lukewarm water",
    ),
    shape("mostly", "a time behind it", "mostly on day 2"),
    shape("at", "a point in time", "at 3 hours"),
    shape("such as", "things", "such as scrubs"),
    shape("because", "a text in quotes", "because \"it stings\""),
    shape("due to", "a text in quotes", "because \"it stings\""),
    shape(
        "accept",
        "the code of a finding, and `because` with a text in quotes",
        "accept held-back because \"it is meant so\"",
    ),
    shape("if", "a condition", "if pregnant"),
    shape("unless", "a condition", "unless healed"),
    shape("while", "a situation", "while outdoors"),
    shape("during", "a situation", "while outdoors"),
    shape("when", "a block", "when pregnant { avoid retinoids }"),
    shape("whenever", "a block", "when pregnant { avoid retinoids }"),
    shape("except", "things", "except healing ointment"),
    shape("instead", "a verb and things", "instead use mineral makeup"),
    shape(
        "every",
        "a length of time or a part of the day",
        "every 2 hours",
    ),
    shape(
        "each",
        "a length of time or a part of the day",
        "each morning",
    ),
    shape("twice", "a length of time", "twice a day"),
    shape("with", "attributes", "with spf 30+"),
    shape("without", "attributes", "without fragrance"),
    shape("including", "things", "including scrubs"),
    shape("to", "whom to call", "to clinic"),
    shape("otherwise", "whom to call", "otherwise emergency services"),
    shape("within", "a length of time", "within 2 hours"),
    shape("but", "`not` and things", "but not foundation"),
    shape("between", "`sessions`", "between sessions"),
    shape(
        "at least",
        "`for` or `until` before it",
        "for at least 7 days",
    ),
    shape("at most", "`for up to`, or a cap", "at most 8 per day"),
    shape("up to", "`for` before it", "for up to 3 days"),
    shape("about", "`for` before it", "for about 2 weeks"),
    shape(
        "usually",
        "a length of time, behind `until` or `expect`",
        "until healed, usually 5..7 days",
    ),
    shape(
        "above",
        "a number and a unit, after a symptom",
        "fever above 38 C",
    ),
    shape(
        "lasting",
        "a length of time, after a symptom",
        "bleeding lasting 20 minutes",
    ),
    shape(
        "despite",
        "a name, after a symptom",
        "bleeding despite pressure",
    ),
    shape("as needed", "its place after how often", "daily as needed"),
    shape(
        "then",
        "its place between steps",
        "steps \"Evening\" { cleanse face, then apply serum }",
    ),
    shape("not", "a condition after it", "if not pregnant"),
    shape("under", "a fact before it and a number", "if age under 18"),
];

/// The shape of `word` in a table.
pub(super) fn find(table: &'static [Shape], word: &str) -> Option<&'static Shape> {
    table.iter().find(|shape| shape.word == word)
}
