//! `cover with a plaster`, `wash gently with soap`: what is tended is not said, since it goes without saying.

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;
use crate::syntax::tree::Kind;
use crate::vocabulary::VERBS;

impl Lower<'_> {
    /// Offers the treated area behind a verb that tends places; whether the line reads with it.
    pub(super) fn tends_with(&mut self, verb: Span, line: Span) -> bool {
        let word = self.first_word(verb);
        let tends = VERBS
            .iter()
            .any(|row| row.word == word && row.kinds.contains(&Kind::Place));
        let rest = self.tail(line, verb.end as usize);
        let laid = self.laid(rest);
        let with = laid
            .find("with ")
            .filter(|at| *at == 0 || laid[..*at].ends_with(' '));
        let with = with.map(|at| {
            let start = rest.start as usize + at;
            edit(self.place(start, start + "with".len()), "using")
        });
        let area = edit(
            self.place(verb.end as usize, verb.end as usize),
            " treated area",
        );
        let tries = [
            with.map(|with| vec![area.clone(), with])
                .unwrap_or_default(),
            vec![area.clone()],
        ];
        let found = tries
            .into_iter()
            .find(|edits| tends && !edits.is_empty() && self.reads_with(line, edits));
        let Some(edits) = found else {
            return tends && self.tends_and_more(verb, area, line);
        };
        let using = if edits.len() > 1 {
            ", and `using` for `with`"
        } else {
            ""
        };
        let help = format!("write `{word} treated area`{using}");
        // From a time on it is more often free than asked for.
        let starts = [" after ", " from ", " once "]
            .iter()
            .any(|start| laid.contains(start));
        if word == "shower" && starts {
            let help = format!(
                "write `allow showers`{using} where it may be done from then on, `shower treated area`{using} where it is asked for"
            );
            return self.tends_nothing(verb, help, Vec::new());
        }
        self.tends_nothing(verb, help, edits)
    }

    /// `wash face with lukewarm water from the next day`: what it is done with, where what follows cannot be read either.
    pub(super) fn done_with(&mut self, stop: Stop, with: Span) -> bool {
        const CLAUSES: &[&str] = &[
            ",",
            " after ",
            " because ",
            " before ",
            " daily",
            " every ",
            " for ",
            " from ",
            " if ",
            " on ",
            " twice ",
            " until ",
        ];
        let behind = self
            .laid(self.tail(stop.line, with.end as usize))
            .to_owned();
        let ends = CLAUSES
            .iter()
            .filter_map(|clause| behind.find(clause))
            .min();
        let thing = behind
            .get(..ends.unwrap_or(behind.len()))
            .unwrap_or_default()
            .trim();
        let start = self.tail(stop.line, with.end as usize).start as usize;
        let front = self.place(stop.line.start as usize, start + thing.len());
        let edits = vec![edit(with, "using")];
        let sentence = self.place(self.after_labels(stop.line), stop.line.end as usize);
        let is_done = VERBS
            .iter()
            .any(|row| row.word == self.first_word(sentence));
        if !is_done || thing.is_empty() || !self.reads_with(front, &edits) {
            return false;
        }
        let diagnostic = Diagnostic::new(
            Code::ClauseShape,
            with,
            "`with` says what a thing is like, and here it says what is used",
            "with what it is done",
        );
        self.refuse(
            diagnostic
                .with_help(format!("write `using {thing}`"))
                .with_edits(edits),
        );
        true
    }

    /// Refuses a verb that does not say what it tends, with the edits that say it.
    fn tends_nothing(&mut self, verb: Span, help: String, edits: Vec<Edit>) -> bool {
        let word = self.first_word(verb);
        let diagnostic = Diagnostic::new(
            Code::MissingThings,
            verb,
            format!("`{word}` does not say what"),
            "a place is missing after it",
        );
        self.refuse(diagnostic.with_help(help).with_edits(edits));
        true
    }

    /// `cover for 3 days, change plaster daily`: what is tended is not said, and a second sentence follows.
    fn tends_and_more(&mut self, verb: Span, area: Edit, line: Span) -> bool {
        // `wash with soap and cover with a bandage`: a verb starts the second.
        let laid = self.laid(line);
        let and = laid.match_indices(" and ").find(|(at, joint)| {
            let behind = laid.get(at + joint.len()..).unwrap_or_default();
            let first = behind.split(' ').next().unwrap_or_default();
            VERBS.iter().any(|row| row.word == first)
        });
        let comma = laid.find(", ").map(|at| (at, ", "));
        let Some((comma, joint)) = comma.or(and) else {
            return false;
        };
        let comma = line.start as usize + comma;
        let gap = self.place(comma, comma + joint.len());
        let second = self.tail(line, gap.end as usize);
        let word = self.first_word(verb).to_owned();
        let first = self.place(self.after_labels(line), comma);
        let indent = self.indentation(line);
        let mut edits = vec![area, edit(gap, format!("\n{indent}"))];
        // With what each of the two is done.
        if let Some(at) = laid
            .get(..comma - line.start as usize)
            .and_then(|first| first.find(" with "))
        {
            let start = line.start as usize + at;
            edits.push(edit(self.place(start, start + " with ".len()), " using "));
        }
        let verb_length = self.first_word(second).len();
        let behind = self.place(second.start as usize + verb_length, second.end as usize);
        if self.laid(behind).starts_with(" with ") {
            let with = self.place(
                behind.start as usize,
                behind.start as usize + " with ".len(),
            );
            edits.push(edit(with, " treated area using "));
            return self.tended_twice(verb, (first, second), edits, line);
        }
        let mut text = format!("{}`, with its own time", self.quote(second));
        if let Some((_, timed)) = self.same_time(first, second) {
            let mended = self.mended(second, std::slice::from_ref(&timed));
            text = mended.map_or(text, |mended| {
                format!("{mended}`, if it is for the same time")
            });
            edits.push(timed);
        }
        if !self.reads_with(line, &edits) {
            return false;
        }
        let help =
            format!("write `{word} treated area`, and what follows on a line of its own: `{text}");
        self.tends_nothing(verb, help, edits)
    }

    /// `wash with soap and cover with a bandage`: neither says what is tended.
    fn tended_twice(
        &mut self,
        verb: Span,
        (first, second): (Span, Span),
        edits: Vec<Edit>,
        line: Span,
    ) -> bool {
        if !self.reads_with(line, &edits) {
            return false;
        }
        let word = self.first_word(verb).to_owned();
        let said = |lower: &Self, span: Span, verb: &str| {
            let rest = lower.quote(lower.tail(span, span.start as usize + verb.len()));
            let rest = rest.strip_prefix("with ").unwrap_or(&rest).to_owned();
            format!("{verb} treated area using {rest}")
        };
        let one = said(self, first, &word);
        let other = self.first_word(second).to_owned();
        let other = said(self, second, &other);
        let help = format!("write `{one}`, and on a line of its own `{other}`");
        self.tends_nothing(verb, help, edits)
    }

    /// `avoid using retinol`, `stop using retinol`: the thing alone says so.
    pub(super) fn using_thing(&mut self, word: &str, rest: Span, line: Span) -> bool {
        const USING: &str = "using ";
        if !self.laid(rest).starts_with(USING) {
            return false;
        }
        let start = rest.start as usize;
        let said = self.place(start, start + USING.len());
        let alone = vec![edit(said, "")];
        // `stop using retinol 1 week before treatment` lacks its `for`, too.
        let digit = self.laid(rest).find(|letter: char| letter.is_ascii_digit());
        let timed = digit.map(|at| {
            let at = self.place(start + at, start + at);
            vec![edit(said, ""), edit(at, "for ")]
        });
        let mut tries = std::iter::once(alone).chain(timed);
        let Some(edits) = tries.find(|edits| self.reads_with(line, edits)) else {
            return false;
        };
        let for_it = if edits.len() > 1 {
            ", and put `for` before the time"
        } else {
            ""
        };
        self.refuse(
            Diagnostic::new(
                Code::MissingThings,
                self.trimmed(said),
                format!("`{word}` wants a thing, and `using` says with what something is done"),
                "no thing starts so",
            )
            .with_help(format!(
                "leave `using` out: `{word}` and the thing say it{for_it}"
            ))
            .with_edits(edits),
        );
        true
    }

    /// `avoid very hot drinks`: a word that goes with manners, before a thing.
    pub(super) fn very_thing(&mut self, word: &str, rest: Span) -> bool {
        let Some(thing) = self.laid(rest).strip_prefix("very ") else {
            return false;
        };
        let thing = self.excerpt(self.place(rest.end as usize - thing.len(), rest.end as usize));
        let very = self.first_of(rest);
        let bans = ["avoid", "no", "do not", "don't", "never", "stop", "limit"].contains(&word);
        let help = if bans {
            format!(
                "leave it out, and `{word} {thing}` holds of more; for no more than these put the name in quotes"
            )
        } else {
            "put the whole name in quotes, since without it more would be meant".to_owned()
        };
        self.refuse(
            Diagnostic::new(
                Code::MissingThings,
                very,
                "`very` stands before a manner, as in `very gently`, and before no thing",
                "a thing follows it",
            )
            .with_help(help),
        );
        true
    }
}
