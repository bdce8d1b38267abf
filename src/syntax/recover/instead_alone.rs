//! `if pregnant, use petroleum jelly instead`: what these patients do is a sentence of its own, and of the other one they
//! are left out.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::reserved::RESERVED;
use crate::vocabulary::VERBS;

/// The word where it stands in a sentence, and what stands around it.
struct Alone<'t> {
    front: &'t str,
    behind: &'t str,
}

impl Lower<'_> {
    /// Offers the sentence without an `instead` that says nothing of the thing whose place is taken; whether one stands
    /// there.
    pub(super) fn instead_alone(&mut self, line: Span) -> bool {
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let Some(alone) = alone(self.laid(sentence)) else {
            return false;
        };
        let from = sentence.start as usize;
        let front = self.quote(self.place(from, from + alone.front.len()));
        let behind = self.quote(self.place(
            sentence.end as usize - alone.behind.len(),
            sentence.end as usize,
        ));
        let whole = format!("{front} {behind}");
        let whole = whole.trim().trim_end_matches('.');
        if let Some(deeds) = two_deeds(whole) {
            return self.two_deeds(line, sentence, &deeds);
        }
        let (text, who) = condition_last(whole);
        let edits = vec![edit(sentence, text.as_str())];
        if !self.reads_with(line, &edits) {
            return false;
        }
        let word = from + alone.front.len();
        let word = self.trimmed(self.place(word, sentence.end as usize - alone.behind.len()));
        let others = match who {
            Some(who) => format!("; the sentence on what they do not use ends with `unless {who}`"),
            None => "; for some patients alone it ends with `if`, and the sentence on what they do not use with `unless`"
                .to_owned(),
        };
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                word,
                "`instead` does not say in the place of what: each sentence stands alone",
                "nothing is left here",
            )
            .with_help(format!("write `{text}`{others}"))
            .with_edits(edits),
        );
        true
    }

    /// `apply ointment daily, if allergic to latex use vaseline instead`: two sentences; whether they read.
    fn two_deeds(&mut self, line: Span, sentence: Span, deeds: &Deeds<'_>) -> bool {
        let Deeds { first, who, second } = deeds;
        let (kept, more) = match kept_of(first) {
            // The dose of another medicine is another one.
            Some(kept) if is_bare(second) && !second.starts_with("take ") => (kept, ""),
            _ => (
                "",
                "; where it is done and when is said there, too, if that is so",
            ),
        };
        let first = format!("{first} unless {who}");
        let second = format!("{second}{kept} if {who}");
        let indent = self.indentation(line);
        let edits = vec![edit(sentence, format!("{first}\n{indent}{second}"))];
        let reads = |text: &String| self.reads(&text.to_ascii_lowercase());
        if ![&first, &second].into_iter().all(reads) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                sentence,
                format!("what is done, and what is done if `{who}`, are two sentences"),
                "one sentence says one thing",
            )
            .with_help(format!(
                "let the first sentence read `{first}`, and write the second on a line of its own: `{second}`{more}"
            ))
            .with_edits(edits),
        );
        true
    }
}

/// What all do but some, who they are, and what they do.
struct Deeds<'t> {
    first: &'t str,
    who: &'t str,
    second: &'t str,
}

/// Two deeds in a sentence, the second behind a condition.
fn two_deeds(whole: &str) -> Option<Deeds<'_>> {
    let (first, rest) = whole.split_once(" if ")?;
    let others = [" if ", " unless ", " because ", " instead ", "{", " ["];
    let is_in = |word: &&str| first.contains(*word) || rest.contains(*word);
    let verb = first.split(' ').next()?;
    let is_done = VERBS.iter().any(|row| row.word == verb);
    let is_plain = is_done && !others.iter().any(is_in);
    let words = VERBS.iter().map(|row| format!(" {} ", row.word));
    let at = words.filter_map(|word| rest.find(&word)).min()?;
    let (who, second) = rest.split_at_checked(at)?;
    let who = who.trim_end_matches([',', ' ']);
    let who = who.strip_suffix(" then").unwrap_or(who);
    is_plain.then(|| Deeds {
        first: first.trim_end_matches([',', ' ']),
        who: who.trim_end_matches(','),
        second: second.trim(),
    })
}

/// Where and when the first one is done, with the blank before it; none where nobody can tell where its thing ends.
fn kept_of(first: &str) -> Option<&str> {
    const OF_A_THING: &[&str] = &["with", "without", "to", "if", "including", "such"];
    let words = || first.split_inclusive(' ').skip(1);
    if words().any(|word| OF_A_THING.contains(&word.trim())) {
        return None;
    }
    let mut at = first.split_inclusive(' ').next()?.len();
    for word in words() {
        let bare = word.trim_end_matches([',', ' ']);
        let counts = bare.starts_with(|letter: char| letter.is_ascii_digit());
        let joins = ["and", "or"].contains(&bare);
        if counts || !joins && RESERVED.binary_search(&bare).is_ok() {
            return first.get(at - 1..);
        }
        at += word.len();
    }
    Some("")
}

/// Whether a deed says no more than what is done.
fn is_bare(deed: &str) -> bool {
    kept_of(deed) == Some("")
}

/// An `instead` in front of the deed, or behind all that is done.
fn alone(sentence: &str) -> Option<Alone<'_>> {
    const WORD: &str = "instead";
    if sentence.contains('"') {
        return None;
    }
    let at = match sentence.strip_prefix(WORD) {
        Some(_) => 0,
        None => sentence.find(" instead")? + 1,
    };
    let (front, rest) = (sentence.get(..at)?, sentence.get(at + WORD.len()..)?);
    let behind = rest.trim_start();
    let asks = ["if ", "unless ", "for ", "daily", "until "];
    let is_last =
        behind.is_empty() || behind == "." || asks.iter().any(|word| behind.starts_with(word));
    let is_lead = front.is_empty() || front.starts_with("if ") && front.trim_end().ends_with(',');
    (is_last || is_lead && rest.starts_with(' ')).then_some(Alone {
        front: front.trim_end(),
        behind,
    })
}

/// A sentence with the condition that stands before it put behind it, and the condition.
fn condition_last(whole: &str) -> (String, Option<String>) {
    let lead = whole.strip_prefix("if ");
    let parted = lead.and_then(|rest| rest.rsplit_once(", "));
    let clauses = [" if ", " unless ", " because ", " [", " instead ", "{"];
    if let Some((who, deed)) = parted
        && !clauses.iter().any(|word| deed.contains(word))
    {
        return (format!("{deed} if {who}"), Some(who.to_owned()));
    }
    let who = whole.split_once(" if ").map(|(_, who)| who);
    let who = who.filter(|who| !clauses.iter().any(|word| who.contains(word)));
    (whole.to_owned(), who.map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::{alone, condition_last, kept_of, two_deeds};

    #[test]
    fn the_word_is_left_out_and_who_is_meant_stands_last() {
        for said in [
            "if allergic to neomycin, use vaseline instead",
            "if allergic to neomycin, instead use vaseline",
            "use vaseline instead if allergic to neomycin",
        ] {
            let found = alone(said).map(|alone| format!("{} {}", alone.front, alone.behind));
            let (text, who) = condition_last(found.as_deref().unwrap_or_default().trim());
            assert_eq!(text, "use vaseline if allergic to neomycin", "{said}");
            assert_eq!(who.as_deref(), Some("allergic to neomycin"), "{said}");
        }
        for said in [
            "avoid makeup, instead use powder",
            "use gauze instead of plaster",
            "avoid makeup because \"x\" instead",
        ] {
            assert!(alone(said).is_none(), "{said}");
        }
    }

    #[test]
    fn two_deeds_part_where_the_second_one_starts() {
        let said =
            "apply ointment on eyelid 3 times a day for 5 days, if allergic to latex use vaseline";
        let deeds = two_deeds(said).expect("two of them");
        assert_eq!(deeds.who, "allergic to latex");
        assert_eq!(deeds.second, "use vaseline");
        let kept = kept_of(deeds.first);
        assert_eq!(kept, Some(" on eyelid 3 times a day for 5 days"));
        assert_eq!(kept_of("apply ointment and cream daily"), Some(" daily"));
        assert_eq!(kept_of("apply sunscreen with spf 30 daily"), None);
        assert!(two_deeds("use vaseline if allergic to latex").is_none());
        assert!(two_deeds("if pregnant, use vaseline").is_none());
    }
}
