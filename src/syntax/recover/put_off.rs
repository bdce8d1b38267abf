//! `postpone if pregnant`, `put off the treatment if you have a cold sore`, `do not treat if pregnant`: whether to treat, in
//! the words of sheets. What is put off is treated later, and what is not treated never is.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::vocabulary::{each_without_getting, without_getting};

/// Who puts it off, and what says no more than that.
const BEFORE: &[&str] = &[
    "please ",
    "the clinic will ",
    "the clinic ",
    "we will ",
    "we'll ",
    "we\u{2019}ll ",
    "we have to ",
    "we must ",
    "we ",
    "you must ",
    "you need to ",
    "you should ",
    "you will need to ",
    "you will have to ",
    "then ",
    "must ",
    "should ",
];

/// Words for treating later.
const LATER: &[&str] = &[
    "postpone",
    "put off",
    "defer",
    "delay",
    "reschedule",
    "re-schedule",
    "rearrange",
    "rebook",
    "re-book",
];

/// Words for not treating.
const NEVER: &[&str] = &[
    "do not treat",
    "don't treat",
    "don\u{2019}t treat",
    "cannot treat",
    "can't treat",
    "can\u{2019}t treat",
    "never treat",
    "will not treat",
    "won't treat",
    "won\u{2019}t treat",
];

/// What is put off.
const WHAT: &[&str] = &[
    "treatment",
    "session",
    "appointment",
    "visit",
    "procedure",
    "it",
];

/// Words before it, and for whom it is.
const SMALL: &[&str] = &[
    "the", "your", "this", "any", "a", "next", "all", "patients", "you", "people", "anyone",
];

/// What a sentence says of whether to treat.
#[derive(Debug, PartialEq)]
enum PutOff {
    /// For whom, or until when and for whom: the whole sentence.
    Said(String),
    /// Until when, and not for whom.
    ForWhom(String),
}

impl Lower<'_> {
    /// Leads such a sentence to `defer` or `refuse`; whether it is one.
    pub(in crate::syntax) fn puts_off(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let text = self.quote(sentence);
        let Some(found) = put_off(text.trim_end_matches('.')) else {
            return false;
        };
        let (write, is_whole) = match &found {
            PutOff::Said(write) => (write, true),
            PutOff::ForWhom(write) => (write, false),
        };
        // A `defer` as the language writes it has no other message.
        let edits = vec![edit(sentence, write.as_str())];
        if *write == text || !self.reads_with(line, &edits) {
            return false;
        }
        let raw = self.excerpt(sentence);
        let diagnostic = Diagnostic::new(
            Code::UnknownHead,
            sentence,
            format!("`{raw}` is said by the first word of a sentence"),
            match write.starts_with("refuse") {
                true => "whom the treatment is not for",
                false => "treated later",
            },
        );
        self.refuse(if is_whole {
            diagnostic.with_help(format!("write `{write}`")).with_edits(edits)
        } else {
            diagnostic.with_help(format!(
                "write `{write}` and behind it `if` and whom that is for, as in `{write} if conditions includes active cold sore`"
            ))
        });
        true
    }
}

fn put_off(text: &str) -> Option<PutOff> {
    if text.contains('"') {
        return None;
    }
    let text = text.replacen("If ", "if ", 1);
    let (lead, deed) = match text.strip_prefix("if ") {
        Some(rest) => {
            let (who, deed) = rest.rsplit_once(", ")?;
            (Some(who), deed)
        }
        None => (None, text.as_str()),
    };
    let first = deed.get(..1)?.to_lowercase();
    let small = format!("{first}{}", deed.get(1..)?);
    let mut deed = small.as_str();
    while let Some(rest) = BEFORE.iter().find_map(|word| deed.strip_prefix(word)) {
        deed = rest;
    }
    let starts = |words: &[&str]| words.iter().find_map(|word| deed.strip_prefix(word));
    let (rest, is_later) = match starts(LATER) {
        Some(rest) => (rest, true),
        // What the clinic does not do; as a ban it has its own message.
        None if deed.len() < small.len() => (starts(NEVER)?, false),
        None => return None,
    };
    if !rest.is_empty() && !rest.starts_with(' ') {
        return None;
    }
    let said = rest.trim_start();
    let rest = without_what(said);
    // As the language writes it.
    if deed.starts_with("defer") && rest == said {
        return None;
    }
    let (when, who) = match (rest.strip_prefix("if "), lead) {
        (Some(who), None) => ("", Some(who)),
        (None, who) => match rest.split_once(" if ") {
            Some((when, asked)) if who.is_none() => (when, Some(asked)),
            Some(_) => return None,
            None => (rest, who),
        },
        (Some(_), Some(_)) => return None,
    };
    let who = who.map(asked);
    let until = match when {
        "" => String::new(),
        when => until(when)?,
    };
    match (is_later, who) {
        (true, Some(who)) => Some(PutOff::Said(format!("defer{until} if {who}"))),
        (true, None) if !until.is_empty() => Some(PutOff::ForWhom(format!("defer{until}"))),
        (false, Some(who)) if until.is_empty() => Some(PutOff::Said(format!("refuse if {who}"))),
        _ => None,
    }
}

/// What stands behind what is put off.
fn without_what(rest: &str) -> &str {
    let mut left = rest;
    loop {
        let (word, behind) = left.split_once(' ').unwrap_or((left, ""));
        if WHAT.contains(&word) {
            return behind;
        }
        if !SMALL.contains(&word) {
            break;
        }
        left = behind;
    }
    left
}

/// ` until 2 weeks after healed` of `2 weeks after it has healed` and `until healed`.
fn until(when: &str) -> Option<String> {
    let said = when
        .strip_prefix("until ")
        .or_else(|| when.strip_prefix("for "));
    let said = said.unwrap_or(when);
    let healed = [
        "it has healed",
        "it is healed",
        "it heals",
        "this has healed",
        "they have healed",
        "healing",
        "it has fully healed",
        "it has completely healed",
        "fully healed",
    ];
    let point = match healed.iter().find_map(|word| said.strip_suffix(word)) {
        Some(front) => format!("{front}healed"),
        None => said.to_owned(),
    };
    let dated = point.contains(" after ") || when.starts_with("until ");
    dated.then(|| format!(" until {point}"))
}

/// What is asked, in its own words.
fn asked(who: &str) -> String {
    each_without_getting(who).unwrap_or_else(|| without_getting(who).to_owned())
}

#[cfg(test)]
mod tests {
    use super::{PutOff, put_off};

    #[test]
    fn what_is_put_off_is_treated_later_and_what_is_not_treated_never() {
        let defer = Some(PutOff::Said("defer if pregnant".to_owned()));
        for said in [
            "postpone if pregnant",
            "postpone your next session if you are pregnant",
            "defer treatment if pregnant",
            "put off the treatment if pregnant",
            "if pregnant, we put off the next session",
            "we will postpone your treatment if you are pregnant",
            "reschedule if pregnant",
        ] {
            assert_eq!(put_off(said), defer, "{said}");
        }
        let refuse = Some(PutOff::Said("refuse if pregnant".to_owned()));
        for said in [
            "we do not treat you if pregnant",
            "if pregnant, we do not treat you",
        ] {
            assert_eq!(put_off(said), refuse, "{said}");
        }
        let open = Some(PutOff::ForWhom(
            "defer until 2 weeks after healed".to_owned(),
        ));
        assert_eq!(put_off("rebook 2 weeks after it has healed"), open);
        for said in [
            "postpone sun exposure if red",
            "defer",
            "defer if pregnant",
            "if pregnant, defer",
            "defer until healed if pregnant",
            "delay makeup for 2 days",
            "treat gently",
        ] {
            assert_eq!(put_off(said), None, "{said}");
        }
    }
}
