//! Lines of a scenario that no rule reads.

use pest::iterators::Pair;

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::span::Span;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::vocabulary::VERBS;

/// What may stand behind `then`, by its commonest.
const OUTCOMES: &str = "write what the plan is to say, as in `avoid direct sun`, `allowed makeup`, \
     `refused`, `asks skin type`, or `says` and the label of a sentence";

/// What somebody may write for a word behind `then`.
const MEANT: &[(&str, &str)] = &[
    ("provisional avoid", "provisionally avoid"),
    ("provisionally avoided", "provisionally avoid"),
    ("better avoid", "better not"),
    ("avoided", "avoid"),
    ("avoids", "avoid"),
    ("allows", "allowed"),
    ("allow", "allowed"),
    ("uncovered", "not covered"),
    ("refuses", "refused"),
    ("refuse", "refused"),
    ("defers", "deferred"),
    ("defer", "deferred"),
    ("contacts", "contact"),
    ("asked", "asks"),
    ("ask", "asks"),
    ("not say", "does not say"),
    ("says not", "does not say"),
    ("say", "says"),
    ("first day of", "first free day of"),
];

impl Lower<'_> {
    /// Explains a line between the braces of a scenario.
    pub(in crate::syntax) fn explain_scenario_line(&mut self, junk: &Pair<'_, Rule>) {
        let line = self.trimmed(self.span(junk));
        if self.quiet {
            return self.refuse_quietly(line);
        }
        if self.is_known(line) {
            return;
        }
        match self.first_word(line) {
            "given" => self.given_line(line),
            "on" | "then" => self.expected_line(line),
            _ => self.no_scenario_line(line),
        }
    }

    /// `scenario "sun"` in a block, `scenario sun`
    pub(super) fn scenario_line(&mut self, word: Span, line: Span) {
        let behind = self.tail(line, word.end as usize);
        let titled = self.laid(behind).starts_with('"');
        let (message, label, help) = if titled && self.laid(behind).ends_with('"') {
            (
                "a scenario stands at the top of a file, in braces",
                "in a block, or without braces",
                "write it behind the sentences, as in `scenario \"type V skin\" { }`",
            )
        } else {
            (
                "a scenario has a title in quotes, and its lines in braces",
                "no title, or no braces",
                "write it as in `scenario \"type V skin\" { }`",
            )
        };
        let found = Diagnostic::new(Code::ScenarioShape, word, message, label);
        self.refuse(found.with_help(help));
    }

    /// `given pregnant`, outside of a scenario.
    pub(super) fn given_alone(&mut self, span: Span) {
        self.refuse(
            Diagnostic::new(
                Code::ScenarioShape,
                span,
                "`given` stands inside of a scenario",
                "no scenario is open here",
            )
            .with_help("write it between the braces of `scenario \"...\" { }`"),
        );
    }

    /// `given pregnant then refused`, `given`
    fn given_line(&mut self, line: Span) {
        let read = self.reread(Rule::given, line);
        let behind = line.start as usize + "given".len();
        let rest = self.tail(line, read.map_or(behind, |(_, end)| end));
        if self.first_word(rest) == "then" {
            let gap = self.place(self.end_before(rest), rest.start as usize);
            let found = Diagnostic::new(
                Code::ScenarioShape,
                rest,
                "what is expected stands on a line of its own",
                "behind `given`",
            );
            let margin = self.indentation(line);
            let edits = vec![edit(gap, format!("\n{margin}"))];
            let found = self.in_scenario(
                found.with_help("start a new line before `then`"),
                line,
                edits,
            );
            return self.refuse(found);
        }
        let raw = self.excerpt(rest);
        let (message, label) = if raw.is_empty() {
            ("nothing is given here".to_owned(), "it stands alone")
        } else {
            (
                format!("`{raw}` cannot be read in what is given"),
                "here it stops making sense",
            )
        };
        let place = if raw.is_empty() { line } else { rest };
        let help = if self.first_word(rest) == "treated" {
            "write the day of the treatment as in `treated 2026-06-01` or `treated 2026-06-01 at 10:30`"
        } else {
            "write facts with commas between them, as in `given skin type V, age 34, healed on day 5`"
        };
        self.refuse(Diagnostic::new(Code::ScenarioShape, place, message, label).with_help(help));
    }

    /// `on day 10 avoid direct sun`, `then avoided direct sun`
    fn expected_line(&mut self, line: Span) {
        let on = self.reread(Rule::expected_on, line);
        let rest = on.map_or(line, |(_, end)| self.tail(line, end));
        if self.first_word(rest) != "then" {
            return self.without_then(rest, line);
        }
        let outcome = self.tail(rest, rest.start as usize + "then".len());
        let raw = self.excerpt(outcome);
        if raw.is_empty() {
            let found = Diagnostic::new(
                Code::ScenarioShape,
                rest,
                "nothing is expected behind `then`",
                "the line ends here",
            );
            return self.refuse(found.with_help(OUTCOMES));
        }
        let found = Diagnostic::new(
            Code::ScenarioShape,
            outcome,
            format!("`{raw}` is nothing that a plan can be held against"),
            "not known behind `then`",
        );
        let words = self.laid(outcome);
        let meant = MEANT.iter().find(|(written, _)| {
            words
                .strip_prefix(written)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        });
        let found = match meant {
            Some((written, right)) => {
                let start = outcome.start as usize;
                let edits = vec![edit(self.place(start, start + written.len()), *right)];
                let found = found.with_help(format!("did you mean `{right}`?"));
                self.in_scenario(found, line, edits)
            }
            None if VERBS.iter().any(|row| row.word == self.first_word(outcome)) => found
                .with_help(
                    "a duty is named by the label of its sentence: write `then says` and the label",
                ),
            None => found.with_help(OUTCOMES),
        };
        self.refuse(found);
    }

    fn without_then(&mut self, rest: Span, line: Span) {
        let is_day = rest != line && !self.laid(rest).contains(" then ");
        let found = Diagnostic::new(
            Code::ScenarioShape,
            if is_day { rest } else { line },
            if is_day {
                "`then` is missing before what is expected"
            } else {
                "the day of this line cannot be read"
            },
            "not readable",
        );
        let found = if is_day {
            let edits = vec![edit(rest.at_start(), "then ")];
            self.in_scenario(found.with_help("write `then` before it"), line, edits)
        } else {
            found.with_help(
                "write it as in `on day 10 then avoid direct sun`, or `on day 0 at 09:30 then ...`",
            )
        };
        self.refuse(found);
    }

    fn no_scenario_line(&mut self, line: Span) {
        let raw = self.excerpt(line);
        let word = self.first_word(line).to_owned();
        let start = line.start as usize;
        let place = self.place(start, start + word.len().max(1));
        let near = ["given", "then", "on"]
            .into_iter()
            .find(|known| known.len() > 2 && strsim::osa_distance(&word, known) == 1);
        let found = Diagnostic::new(
            Code::ScenarioShape,
            place,
            format!("`{raw}` is no line of a scenario"),
            "starts neither with `given` nor with `then`",
        );
        let found = match near {
            Some(near) => {
                let found = found.with_help(format!("did you mean `{near}`?"));
                self.in_scenario(found, line, vec![edit(place, near)])
            }
            None => found.with_help(
                "say what is known with `given skin type V`, and what the plan is to say with \
                 `on day 10 then avoid direct sun`; sentences stand outside of scenarios",
            ),
        };
        self.refuse(found);
    }

    /// The byte behind the last word before `span`.
    fn end_before(&self, span: Span) -> usize {
        let text = self.laid_out.get(..span.start as usize);
        text.unwrap_or_default().trim_end().len()
    }

    /// Adds the fix if the line reads in a scenario with it.
    fn in_scenario(&self, found: Diagnostic, line: Span, edits: Vec<Edit>) -> Diagnostic {
        let mended = self.mended(line, &edits);
        let reads =
            mended.is_some_and(|line| self.reads(&format!("scenario \"x\" {{\n{line}\n}}")));
        if reads {
            found.with_edits(edits)
        } else {
            found
        }
    }
}
