//! What belongs into a second sentence: `except on face`, `instead of plaster`, `every 2 days or if wet`.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;
use crate::vocabulary::FINE;

impl Lower<'_> {
    /// `allow cream except on face`: a place that is left out is forbidden in a line of its own.
    pub(super) fn except_place(&mut self, stop: Stop, except: Span) -> bool {
        let rest = self.tail(stop.line, except.end as usize);
        match self.first_word(rest) {
            "if" => return self.except_if(stop, except),
            "to" => return self.except_to(stop, except),
            _ => {}
        }
        let on = ["on", "around", "near", "over"];
        if !on.contains(&self.first_word(rest)) {
            return false;
        }
        let raw = self.excerpt(rest);
        let (head, things) = self.head_and_things(stop.line);
        let bans = ["avoid", "no", "do", "never", "stop"].contains(&head.to_lowercase().as_str());
        let help = if bans {
            format!(
                "say where it holds, place by place, as in `{head} {things} on body`; what is left out is then \
                 not covered"
            )
        } else {
            format!(
                "`except` leaves out things: where it is not to be done, write `avoid {things} {raw}` on a line \
                 of its own"
            )
        };
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                except,
                format!("`except` takes things, and `{raw}` is a place"),
                "a place is left out here",
            )
            .with_help(help),
        );
        true
    }

    /// `allow washing on face but not on eyebrows`: where it is not allowed is forbidden in a line of its own.
    pub(super) fn but_not_place(&mut self, stop: Stop, but: Span) -> bool {
        let rest = self.tail(stop.line, but.end as usize);
        let Some(place) = self.laid(rest).strip_prefix("not ") else {
            return false;
        };
        let place = self.place(rest.end as usize - place.len(), rest.end as usize);
        if !["on", "around", "near", "over"].contains(&self.first_word(place)) {
            return false;
        }
        let raw = self.quote(place);
        let (head, things) = self.head_and_things(stop.line);
        let first = self.quote(self.place(stop.line.start as usize, stop.end));
        let diagnostic = Diagnostic::new(
            Code::TwoSentences,
            self.place(but.start as usize, place.end as usize),
            format!("`but not` takes things, and `{raw}` is where"),
            "a sentence of its own",
        );
        if head != "allow" {
            self.refuse(diagnostic.with_help(format!(
                "end the sentence before `but not`, and say of `{raw}` in a sentence of its own what holds there"
            )));
            return true;
        }
        let second = format!("avoid {things} {raw}");
        let indent = self.indentation(stop.line);
        let edits = vec![edit(stop.line, format!("{first}\n{indent}{second}"))];
        let diagnostic =
            diagnostic.with_help(format!("write two sentences: `{first}` and `{second}`"));
        let diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        self.refuse(diagnostic);
        true
    }

    /// `avoid baths except if healed`: whom, or once what is there, a sentence leaves out follows `unless`.
    fn except_if(&mut self, stop: Stop, except: Span) -> bool {
        let rest = self.tail(stop.line, except.end as usize);
        let said = self.place(except.start as usize, rest.start as usize + "if".len());
        let edits = vec![edit(said, "unless")];
        if !self.reads_with(stop.line, &edits) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                said,
                "`except` leaves out things, and `if` asks a question",
                "no thing follows it",
            )
            .with_help("write `unless` in its place")
            .with_edits(edits),
        );
        true
    }

    /// `wear the garment except to shower`: the situation in which it is not so.
    fn except_to(&mut self, stop: Stop, except: Span) -> bool {
        let rest = self.tail(stop.line, except.end as usize);
        let Some(deed) = self.laid(rest).strip_prefix("to ") else {
            return false;
        };
        let start = rest.start as usize;
        let found = situations_of(deed)
            .into_iter()
            .rev()
            .find_map(|(end, situations)| {
                let said = self.place(start, start + "to ".len() + end);
                let text = format!("while {situations}");
                let edits = vec![edit(said, text.as_str())];
                let reads = self.reads_with(stop.line, &edits);
                reads.then_some((said, text, edits))
            });
        let Some((said, text, edits)) = found else {
            return false;
        };
        let raw = self.quote(said);
        self.refuse(
            Diagnostic::new(
                Code::ClauseShape,
                said,
                format!("`{raw}` is no thing, and no situation as the language names it"),
                "in which situation?",
            )
            .with_help(format!(
                "write `except {text}`: the sentence does not hold then"
            ))
            .with_edits(edits),
        );
        true
    }

    /// `use gauze instead of plaster if ...`: what is not to be used is forbidden in a line of its own.
    pub(super) fn instead_of(&mut self, stop: Stop, instead: Span) -> bool {
        let rest = self.tail(stop.line, instead.end as usize);
        let Some(named) = self.laid(rest).strip_prefix("of ") else {
            return false;
        };
        let start = rest.end as usize - named.len();
        let ends = [
            " if ", " unless ", " for ", " from ", " until ", " while ", " on ",
        ];
        let end = ends.iter().filter_map(|word| named.find(word)).min();
        let end = start + end.unwrap_or(named.len());
        let other = self.quote(self.place(start, end));
        let clauses = self.quote(self.place(end, rest.end as usize));
        let before = self.quote(self.place(stop.line.start as usize, instead.start as usize));
        let clauses = if clauses.trim().is_empty() {
            String::new()
        } else {
            format!(" {}", clauses.trim())
        };
        let first = format!("{}{clauses}", before.trim());
        let second = format!("avoid {other}{clauses}");
        let indent = self.indentation(stop.line);
        let edits = vec![edit(stop.line, format!("{first}\n{indent}{second}"))];
        let diagnostic = Diagnostic::new(
            Code::ClauseShape,
            self.place(instead.start as usize, end),
            format!("`instead of {other}` says what is not to be used"),
            "a sentence of its own",
        )
        .with_help(format!("write two sentences: `{first}` and `{second}`"));
        let diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        self.refuse(diagnostic);
        true
    }

    /// `change dressing every 2 days or if wet`: done at that time, and also whenever that is so.
    pub(super) fn or_if(&mut self, stop: Stop, rest: Span) -> bool {
        let laid = self.laid(rest).trim_start_matches([',', ' ']);
        let word = [
            "sooner if ",
            "earlier if ",
            "or sooner if ",
            "or earlier if ",
            "and sooner if ",
            "or if ",
            "or when ",
            "or whenever ",
            "and if ",
            "and when ",
            "and whenever ",
        ]
        .into_iter()
        .find(|word| laid.starts_with(word));
        let Some(word) = word.filter(|_| !stop.in_condition && !stop.in_steps) else {
            return false;
        };
        let start = rest.end as usize - laid.len();
        let gap = self.place(stop.end, start + word.len());
        let (head, things) = self.head_and_things(stop.line);
        let indent = self.indentation(stop.line);
        let edits = vec![edit(gap, format!("\n{indent}{head} {things} if "))];
        let diagnostic = Diagnostic::new(
            Code::TwoSentences,
            self.place(start, start + word.len() - 1),
            format!("`{}` says a second time when this is done", word.trim()),
            "without it only one of the two would hold",
        )
        .with_help(format!(
            "write two sentences: the first ends here, the second is `{head} {things} if ...`"
        ));
        let diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        self.refuse(diagnostic);
        true
    }

    /// `avoid waxing between sessions, shaving is fine`: what is allowed beside a ban.
    pub(super) fn is_fine(&mut self, stop: Stop, rest: Span) -> bool {
        let laid = self.laid(rest).trim_end_matches('.');
        let bare = laid.trim_start_matches([',', ';', ' ']);
        let bare = ["but ", "and "]
            .iter()
            .find_map(|word| bare.strip_prefix(word))
            .unwrap_or(bare);
        let Some(thing) = FINE.iter().find_map(|fine| bare.strip_suffix(fine)) else {
            return false;
        };
        let start = rest.start as usize + (laid.len() - bare.len());
        let named = self.quote(self.place(start, start + thing.len()));
        let sentence = format!("allow {named}");
        let indent = self.indentation(stop.line);
        let gap = self.place(stop.end, rest.end as usize);
        let edits = vec![edit(gap, format!("\n{indent}{sentence}"))];
        let diagnostic = Diagnostic::new(
            Code::TwoSentences,
            self.place(start, start + bare.len()),
            format!(
                "`{}` is a second sentence",
                self.quote(self.place(start, start + bare.len()))
            ),
            "what is allowed",
        )
        .with_help(format!(
            "write `{sentence}` on a line of its own, and when where that is not always so"
        ));
        let diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        self.refuse(diagnostic);
        true
    }
}

/// The situations of deeds in a row, with how far each goes: `eat and shower` are `eating or showering`.
fn situations_of(deeds: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let (mut text, mut end, mut joined) = (String::new(), 0, true);
    for word in deeds.split(' ') {
        let bare = word.trim_end_matches([',', '.']);
        end += bare.len();
        match bare {
            "to" => {}
            "and" | "or" => {
                text = format!("{} or ", text.trim_end_matches([',', ' ']));
                joined = true;
            }
            deed if joined && !deed.is_empty() => {
                text.push_str(&doing(deed));
                found.push((end, text.clone()));
                joined = false;
            }
            _ => break,
        }
        if word.ends_with(',') {
            text.push_str(", ");
            joined = true;
        }
        end += word.len() - bare.len() + 1;
    }
    found
}

/// The -ing form of a verb: `showering`, `swimming`, `bathing`.
fn doing(verb: &str) -> String {
    let is_vowel = |letter: &char| "aeiou".contains(*letter);
    let letters: Vec<char> = verb.chars().collect();
    let vowels = letters.iter().filter(|letter| is_vowel(letter)).count();
    match letters.as_slice() {
        [stem @ .., 'e'] if stem.len() > 2 => format!("{}ing", String::from_iter(stem)),
        [.., before, vowel, last]
            if vowels == 1
                && is_vowel(vowel)
                && !is_vowel(before)
                && !"aeiouwxy".contains(*last) =>
        {
            format!("{verb}{last}ing")
        }
        _ => format!("{verb}ing"),
    }
}

#[cfg(test)]
mod tests {
    use super::{doing, situations_of};

    #[test]
    fn deeds_in_a_row_are_situations() {
        let last = |text| situations_of(text).pop();
        let both = (14, "eating or showering".to_owned());
        assert_eq!(last("eat and shower"), Some(both));
        let one = (6, "showering".to_owned());
        assert_eq!(last("shower daily"), Some(one));
        let three = "eating, drinking or showering".to_owned();
        assert_eq!(
            last("eat, drink or to shower for 3 days"),
            Some((23, three))
        );
    }

    #[test]
    fn a_deed_is_the_situation_in_which_it_is_done() {
        for (verb, form) in [
            ("shower", "showering"),
            ("swim", "swimming"),
            ("bathe", "bathing"),
            ("wash", "washing"),
            ("clean", "cleaning"),
        ] {
            assert_eq!(doing(verb), form);
        }
    }
}
