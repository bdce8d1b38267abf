//! What sentences mean, in the words of the read-back.

use super::read;

/// A sentence, and what it is read back as, the header having `aftercare for 2 weeks`.
const SENTENCES: &[(&str, &str)] = &[
    (
        "avoid retinoids for 7 days",
        "A ban. For 7 days, from the treatment (day 0) until the end of day 6: do not use retinoids. \
         After that it is allowed again: day 7 is the first free day.",
    ),
    (
        "avoid sauna until 3 days after previous session",
        "A ban. From the treatment (day 0) until the start of the day 3 days after the previous \
         session: avoid sauna. After that it is allowed again. This must be so, too: this is not session \
         1. While unknown, it holds.",
    ),
    (
        "should avoid hot bath",
        "Advice, not a ban. For the 2 weeks of aftercare (no time is written), from the treatment \
         (day 0) until the end of day 13: avoid hot bath. After that the protocol says nothing about it.",
    ),
    (
        "avoid makeup for 24..48 hours",
        "A ban. For 24 hours, from the treatment (day 0) until 24 hours after it, and then as advice \
         only up to 48 hours, until 48 hours after it: do not use makeup. After that it is allowed again.",
    ),
    (
        "avoid direct sun for at least 1 week",
        "A ban. For at least 1 week, from the treatment (day 0) until the end of day 6: avoid direct \
         sun. After that it is not given back: the protocol says nothing about it until another rule speaks.",
    ),
    (
        "avoid waxing for 4..6 weeks before",
        "A ban. For 4 weeks before the treatment, from the start of day -28 until the treatment itself, \
         and before that already, as advice only, from the start of day -42, 6 weeks before the \
         treatment: avoid waxing. With the treatment it is over, and the protocol says nothing more about it.",
    ),
    (
        "use sunscreen with broad-spectrum, spf 30+ daily from day 1",
        "A must. From the start of day 1 on, without an end: use sunscreen (with broad-spectrum and spf \
         of 30 or more), daily.",
    ),
    (
        "use peptides or growth factors",
        "A must. For the 2 weeks of aftercare (no time is written), from the treatment (day 0) until \
         the end of day 13: use peptides or growth factors (one of them is enough). How often is not said.",
    ),
    (
        "wear only loose clothing while outdoors",
        "A must. For the 2 weeks of aftercare (no time is written), from the treatment (day 0) until \
         the end of day 13: wear only loose clothing, and no other garments, while outdoors. Of all \
         else: after that the protocol says nothing about it. How often is not said.",
    ),
    (
        "avoid blood thinners for 3 days if age under 18 or not pregnant",
        "A ban, only if (age is under 18 years) or (pregnant is not yes). For 3 days, from the \
         treatment (day 0) until the end of day 2: do not take blood thinners. After that the protocol \
         says nothing about it. While unknown, it holds. A medicine that is prescribed to the patient is \
         never stopped by this: the plan says to ask the prescriber.",
    ),
    (
        "resume fish oil from day 7",
        "A ban and then a permission. From the treatment (day 0) until the start of day 7 (day 6 is the \
         last day): do not take fish oil; from the start of day 7 on this is allowed again, without an \
         end. A medicine that is prescribed to the patient is never stopped by this: the plan says to \
         ask the prescriber.",
    ),
    (
        "report fever above 38 C to clinic otherwise emergency services within 2 hours",
        "A warning sign. Call the clinic within 2 hours of noticing if there is fever above 38 C, and \
         where they cannot be reached, call emergency services. It counts whenever it is reported after \
         the treatment.",
    ),
    (
        "sessions 3..6 every 4..6 weeks",
        "The course. At least 3 and at most 6 sessions, each 4 to 6 weeks after the one before.",
    ),
    (
        "sessions at least 4 every 4..6 weeks",
        "The course. At least 4 sessions, and more until the course is said to be finished, without a maximum, each 4 to 6 weeks after the one before.",
    ),
    (
        "sessions usually 3..6 every 4 weeks",
        "The course. Sessions until the course is said to be finished, without a maximum, usually 3 to 6 (which ends nothing), each 4 weeks after the one before.",
    ),
    (
        "refuse if pregnant",
        "A refusal, only if pregnant is yes. Do not treat at all. While unknown, it holds.",
    ),
];

#[test]
fn sentences_read_so() {
    for (sentence, means) in SENTENCES {
        let text = format!("import skin-care\naftercare for 2 weeks\n{sentence}\n");
        let read = read("a.rules", &text).unwrap_or_else(|| panic!("{sentence}"));
        assert_eq!(read.back.rules[0].means.join(" "), *means);
    }
}

#[test]
fn otherwise_is_the_negation_of_all_of_it() {
    let text = "import skin-care
when pregnant and age under 18 {
  when skin type = I { avoid makeup for 2 days } otherwise { avoid makeup for 3 days if fever }
} otherwise {
  avoid makeup for 4 days
}
";
    let read = read("a.rules", text).unwrap();
    let natures: Vec<&str> = read
        .back
        .rules
        .iter()
        .map(|rule| rule.means[0].as_str())
        .collect();
    assert_eq!(
        natures,
        [
            "A ban, only if (pregnant is yes) and (age is under 18 years) and (skin type is I).",
            "A ban, only if (pregnant is yes) and (age is under 18 years) and (skin type is not I) \
             and (there is fever).",
            "A ban, only if it is not so that ((pregnant is yes) and (age is under 18 years)).",
        ]
    );
}

#[test]
fn classes_are_spelt_out_with_brands() {
    let text = "import skin-care\navoid retinoids for 7 days\n";
    let read = read("a.rules", text).unwrap();
    let class = &read.back.rules[0].covers[0];
    assert_eq!(class.name, "retinoids");
    let adapalene = class
        .members
        .iter()
        .find(|member| member.name == "adapalene gel")
        .unwrap();
    assert!(adapalene.also.contains(&"Differin".to_owned()));
}

#[test]
fn what_the_file_declares_is_read_back() {
    let text = "import skin-care
substance wax pastes aka pastes { beeswax paste aka Beesy } in exfoliants
fact left handed: yes or no ask \"Is the patient left-handed?\"
avoid \"mystery cream\" for 2 days
";
    let text = text.replace(
        " { beeswax paste aka Beesy } in exfoliants",
        " in exfoliants { beeswax paste aka Beesy }",
    );
    let read = read("a.rules", &text).unwrap();
    let declared: Vec<String> = read
        .back
        .declared
        .iter()
        .map(|declared| format!("{}: {}", declared.line, declared.means))
        .collect();
    assert_eq!(
        declared,
        [
            "2: Wax pastes is a substance; it is also called pastes; it is among exfoliants; right \
             under it are beeswax paste.",
            "2: Beeswax paste is a substance; it is also called Beesy; it is among wax pastes.",
            "3: left handed is asked about each patient: yes or no; it is asked as \"Is the patient \
             left-handed?\".",
            "4: mystery cream is named in quotes only: no declaration says what it is, and no class \
             holds it.",
        ]
    );
}

#[test]
fn a_step_says_on_whose_word_it_stands() {
    let text = "import skin-care\nsource guide = \"The guide\"\n\
                steps \"care\" { wash face then apply moisturiser [guide] }\n";
    let back = read("a.rules", text).unwrap().back;
    assert_eq!(
        back.rules[0].grounds,
        ["Step 2 on the word of \"The guide\"."]
    );
    let cited: Vec<&str> = back
        .header
        .sources
        .iter()
        .map(|source| source.key.as_str())
        .collect();
    assert_eq!(cited, ["guide"]);
}
