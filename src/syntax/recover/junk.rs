//! The entry points: a line, a step or a member of a declaration that no rule reads.

use pest::iterators::Pair;

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::MAX_MISTAKES;
use crate::syntax::grammar::Rule;
use crate::syntax::layout::UNCLOSED;
use crate::syntax::lower::{Before, Lower};
use crate::syntax::recover::rest::Stop;
use crate::syntax::recover::shapes::ALONE;
use crate::syntax::tree::{Head, Name};

/// The longest line that is looked into, in bytes.
const LONGEST: u32 = 16 * 1024;

impl Lower<'_> {
    /// Explains a line of a file or block.
    pub(in crate::syntax) fn explain(&mut self, line: Span, before: &Before) {
        let line = self.trimmed(line);
        if self.quiet {
            self.refuse_quietly(line);
        } else if !self.is_known(line) {
            self.explain_line(line, before, false);
        }
    }

    /// Explains what stands between steps and is none.
    pub(in crate::syntax) fn explain_step(&mut self, junk: Pair<'_, Rule>) {
        for part in junk.into_inner() {
            let line = self.trimmed(self.span(&part));
            if self.quiet {
                self.refuse_quietly(line);
            } else if part.as_rule() == Rule::block {
                self.block(part);
            } else if !self.is_known(line) {
                self.explain_line(line, &Before::default(), true);
            }
        }
    }

    /// Explains what stands in a declaration's braces and is no member.
    pub(in crate::syntax) fn explain_member(&mut self, junk: &Pair<'_, Rule>) {
        let line = self.trimmed(self.span(junk));
        if self.quiet {
            return self.refuse_quietly(line);
        }
        if self.is_known(line) || self.reserved_member(line) {
            return;
        }
        let read = self.reread(Rule::member_head, line);
        let rest = read.map_or(line, |(_, end)| self.tail(line, end));
        let at = if rest.start == rest.end { line } else { rest };
        let raw = self.excerpt(at);
        self.refuse(
            Diagnostic::new(
                Code::DeclarationShape,
                at,
                format!("`{raw}` cannot be read among the members of a class"),
                "here it stops making sense",
            )
            .with_help(
                "write one member on a line, as in `tretinoin aka Retin-A`, or names with commas \
                 between them",
            ),
        );
    }

    fn reserved_member(&mut self, line: Span) -> bool {
        self.reserved_name(line, line)
    }

    /// Whether another message has said what is wrong here, or enough have been written.
    pub(super) fn is_known(&self, line: Span) -> bool {
        line.start == line.end
            || self.laid(line).as_bytes().contains(&UNCLOSED)
            || self.diagnostics.len() >= MAX_MISTAKES
    }

    pub(super) fn explain_line(&mut self, line: Span, before: &Before, in_steps: bool) {
        if line.end - line.start > LONGEST {
            return self.too_long(line);
        }
        let is_fact = self.first_word(line) == "fact" && self.shape(line, line);
        if is_fact || self.indented(line) || self.like_a_fact(line) || self.two_labels(line) {
            return;
        }
        let at = self.after_label(line);
        if at.start == at.end {
            return self.label_alone(line);
        }
        if self.whole_of_a_sheet(line)
            || self.press_then(line)
            || self.goes_for_help(line)
            || self.hours_first(line)
            || self.calls_after(line)
            || self.still_there(line)
            || self.not_if_alone(line)
            || self.place_in_lead(line)
            || self.had_within_in_lead(line)
            || self.lead_behind(line)
            || self.nth_day(line)
            || self.laid(line).starts_with("if ")
                && (self.lead_without_comma(line) || self.comma_behind_lead(line))
            || self.listed_lead(line)
            || self.instead_alone(line)
            || self.takes_off(line)
            || self.ends_on_days(line)
            || self.puts_off(line)
            || self.course_said(line)
            || self.in_words_of_a_sheet(line)
            || self.caps_first(line)
            || self.place_first(line)
        {
            return;
        }
        if let Some((sentence, end)) = self.reread(Rule::sentence, line) {
            let mut parts = sentence.clone().into_inner().flatten();
            if parts.any(|part| part.as_rule() == Rule::short_if) && self.lead_without_comma(line) {
                return;
            }
            let head = sentence
                .clone()
                .into_inner()
                .find(|part| part.as_rule() == Rule::action);
            if head.is_some_and(|head| self.explain_head(head.as_str(), at, line)) {
                return;
            }
            let last = sentence.into_inner().flatten().last();
            let name = last
                .filter(|last| is_name(last.as_rule()))
                .map(|last| line.start as usize + last.as_span().start());
            let in_condition = self.ends_in_condition(line, end);
            return self.rest(Stop {
                line,
                end,
                name,
                in_condition,
                in_steps,
            });
        }
        let clauses = if at == line {
            self.clause_first(line, before)
        } else {
            self.label_before_clause(line, at)
        };
        if clauses
            || self.filler(line)
            || self.then_after_lead(line)
            || self.number_before_sessions(line)
            || self.shape(at, line)
        {
            return;
        }
        self.unreadable_start(at, in_steps);
    }

    /// A head that is read, and behind which something is not: a verb alone, or another shape of the whole.
    fn explain_head(&mut self, head: &str, at: Span, line: Span) -> bool {
        let word = self.first_word(at);
        if !ALONE.contains(&word) || head != word {
            return self.shape(at, line);
        }
        let end = at.start as usize + word.len();
        let rest = self.tail(line, end);
        let verb = self.place(at.start as usize, end);
        self.bare_and_ban(word, verb, rest) || self.tends_with(verb, line)
    }

    /// Where the head stands: behind labels, leads and `should`.
    fn after_label(&self, line: Span) -> Span {
        let mut at = line;
        for rule in [Rule::label, Rule::lead, Rule::label, Rule::should] {
            if let Some((_, end)) = self.reread(rule, at) {
                at = self.tail(line, end);
            }
        }
        at
    }

    /// Whether what reads of the line ends in a condition.
    pub(super) fn ends_in_condition(&self, line: Span, end: usize) -> bool {
        self.reread(Rule::sentence, line)
            .is_some_and(|(sentence, _)| {
                sentence.into_inner().last().is_some_and(|last| {
                    matches!(last.as_rule(), Rule::if_clause | Rule::unless)
                        && line.start as usize + last.as_span().end() == end
                })
            })
    }

    /// A line so long that looking into it could take long, too.
    fn too_long(&mut self, line: Span) {
        let start = line.start as usize;
        let word = self.first_word(line).len().clamp(1, 40);
        self.refuse(
            Diagnostic::new(
                Code::Syntax,
                self.place(start, start + word),
                "a sentence cannot be read, and is too long to say where",
                "it starts here",
            )
            .with_help("split it into sentences of a few lines each"),
        );
    }

    /// `sun:`
    pub(super) fn label_alone(&mut self, line: Span) {
        self.refuse(
            Diagnostic::new(
                Code::MissingThings,
                line,
                "a label or a lead has no sentence after it",
                "the line ends here",
            )
            .with_help("write the sentence behind it, as in `sun: avoid direct sun`"),
        );
    }

    /// `sun: for 7 days`
    fn label_before_clause(&mut self, line: Span, at: Span) -> bool {
        let whole = self
            .reread(Rule::clauses, at)
            .is_some_and(|(_, end)| end == at.end as usize);
        if whole {
            let raw = self.excerpt(at);
            self.refuse(
                Diagnostic::new(
                    Code::MissingThings,
                    line,
                    format!("nothing says what `{raw}` is about"),
                    "only clauses stand here",
                )
                .with_help("start the sentence with what to do, as in `sun: avoid direct sun`"),
            );
        }
        whole
    }

    fn unreadable_start(&mut self, line: Span, in_steps: bool) {
        let raw = self.excerpt(line);
        let what = if in_steps { "step" } else { "sentence" };
        let word = self.first_word(line).len();
        let sign = self.laid(line).chars().next().map_or(0, char::len_utf8);
        let length = if word == 0 { sign } else { word };
        let help = self.whom_to_call(line).unwrap_or_else(|| {
            "a sentence starts with what to do, as in `avoid makeup for 24 hours`; a remark of your own \
             stands after `#`"
                .to_owned()
        });
        self.refuse(
            Diagnostic::new(
                Code::Syntax,
                self.place(line.start as usize, line.start as usize + length),
                format!("`{raw}` cannot be read"),
                format!("no {what} starts like this"),
            )
            .with_help(help),
        );
    }

    /// A sentence that starts with no head: an action's own words, unless it is a slip.
    pub(in crate::syntax) fn action(
        &mut self,
        pair: Pair<'_, Rule>,
        span: Span,
        sentence: Span,
    ) -> Option<Head> {
        if self.misread_action(span, sentence) {
            return None;
        }
        let name: Option<Name> = pair.into_inner().next().map(|name| self.name(&name));
        name.map(Head::Action)
    }
}

/// Whether a rule reads a name.
fn is_name(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::name | Rule::each_name | Rule::cname | Rule::aname | Rule::action_name
    )
}
