//! One spelling for each meaning. `tests/format` holds the formatter against every forgiven spelling.

use super::formatted;

#[track_caller]
fn is(text: &str, form: &str) {
    assert_eq!(formatted(text), format!("{form}\n"));
}

#[test]
fn ranges_units_and_frequencies() {
    is("avoid a for four to six weeks", "avoid a for 4..6 weeks");
    is("avoid a for an hour", "avoid a for 1 hour");
    is(
        "drink water 2 liters each day",
        "drink water 2 litres daily",
    );
    is("use a every other day", "use a every 2 days");
    is("use a each week", "use a every week");
    is("use a 2-3 times per week", "use a 2..3 times a week");
    is("use a at most 2 times daily", "use a at most twice daily");
    is("fact depth: millimetres", "fact depth: mm");
}

#[test]
fn clauses_in_their_order() {
    is(
        "avoid a [b] because \"c\" for 7 days except e unless d",
        "avoid a except e for 7 days unless d because \"c\" [b]",
    );
    is(
        "if swelling, ice: use a as needed 10 minutes by \"c\", instead use b",
        "ice: if swelling, use a 10 minutes as needed by \"c\", instead use b",
    );
    is(
        "avoid a by \"c\" for 7 days if unavoidable, use b every 2 hours on d",
        "avoid a for 7 days by \"c\" if unavoidable, use b on d every 2 hours",
    );
}

#[test]
fn a_number_behind_an_attribute_is_parted_from_it() {
    is("use a with mineral, 2 ml", "use a with mineral, 2 ml");
    is("use a with spf 30, 2 ml", "use a with spf 30 2 ml");
    is(
        "use a with mineral, at least 3 times a week",
        "use a with mineral, at least 3 times a week",
    );
}

#[test]
fn an_amount_is_parted_from_what_would_make_it_another() {
    is("use a 1 ml before bedtime", "use a 1 ml before bedtime");
    is(
        "use a 10 minutes, before bedtime",
        "use a 10 minutes, before bedtime",
    );
    is(
        "use a 10 minutes before bedtime",
        "use a 10 minutes before bedtime",
    );
    is(
        "use a at most 1 ml, every 2 hours",
        "use a at most 1 ml, every 2 hours",
    );
    is(
        "use a at most 1 ml every 2 hours",
        "use a at most 1 ml per 2 hours",
    );
    is(
        "avoid a, instead use b every 2 hours, at most 1 ml",
        "avoid a, instead use b at most 1 ml, every 2 hours",
    );
}

#[test]
fn the_words_for_avoiding() {
    is("no makeup", "avoid makeup");
    is("stop aspirin", "avoid aspirin");
    is("never pick", "do not pick");
    is("don't use makeup", "avoid makeup");
    is("never use, daily", "avoid use daily");
}

#[test]
fn windows_that_are_counted_from_something() {
    is(
        "avoid a for about 2 weeks after healed",
        "avoid a for about 2 weeks from healed",
    );
    is(
        "avoid a for 3 weeks before next session",
        "avoid a for 3 weeks before next session",
    );
    is("visit \"x\" 7 days", "visit \"x\" 7 days after treatment");
}

#[test]
fn brackets_only_where_they_are_needed() {
    is(
        "avoid a if ((b)) and (c or not (d)) and not (e)",
        "avoid a if b and (c or not d) and not e",
    );
    is("avoid a if (not b) or c", "avoid a if (not b) or c");
    is(
        "avoid a if (area includes face) or neck",
        "avoid a if (area includes face) or neck",
    );
}
