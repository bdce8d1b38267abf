//! What stands where a sentence stops making sense.

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::same_time::with_time;
use crate::syntax::recover::two::two_sentences;
use crate::syntax::reserved::{RESERVED, STARTERS};
use crate::vocabulary::VERBS;

/// Whether what stands behind a joint is banned as what stands before it.
enum Negation<'t> {
    /// Nothing is banned by a word that a second verb could go on with.
    None,
    /// Both are: `do not scratch or remove plaster`.
    Both(&'t str),
    /// Nobody can tell: `do not scratch and keep it dry`.
    Open(&'t str),
}

/// How far the `do not` at the start of a sentence reaches, over this joint.
fn negation<'t>(sentence: &'t str, joint: &str) -> Negation<'t> {
    const NOT: &[&str] = &["do not", "don't", "don\u{2019}t", "never"];
    let bare = sentence.trim_start();
    let found = NOT.iter().find_map(|word| {
        let start = bare.get(..word.len())?;
        start.eq_ignore_ascii_case(word).then_some(start)
    });
    let joint: Vec<&str> = joint
        .split([',', ' '])
        .filter(|word| !word.is_empty())
        .collect();
    match (found, joint.as_slice()) {
        (None, _) | (_, ["but" | "then", ..]) => Negation::None,
        (Some(not), ["or"]) => Negation::Both(not),
        (Some(not), _) => Negation::Open(not),
    }
}

/// A line that reads up to `end`, and where its last name starts if it ends there.
#[derive(Clone, Copy)]
pub(super) struct Stop {
    pub line: Span,
    pub end: usize,
    pub name: Option<usize>,
    pub in_condition: bool,
    pub in_steps: bool,
}

impl Lower<'_> {
    /// Explains what follows the part of a line that reads.
    pub(super) fn rest(&mut self, stop: Stop) {
        let rest = self.tail(stop.line, stop.end);
        let laid = self.laid(rest);
        if laid.is_empty() {
            return self.no_block_here(stop);
        }
        if self.likely(stop, rest) {
            return;
        }
        let raw = self.excerpt(rest);
        let (help, example) = if stop.in_condition {
            (
                "a condition is written as in",
                "if age under 18 and skin type in IV..VI",
            )
        } else {
            ("what follows a thing is a clause, as in", "for 7 days")
        };
        let mut diagnostic = Diagnostic::new(
            Code::Syntax,
            self.first_of(rest),
            format!("`{raw}` cannot be read here"),
            "the sentence reads up to here",
        )
        .with_help(format!("{help} `{example}`"));
        if laid.starts_with(';') {
            diagnostic = diagnostic.with_help("each sentence has its own line");
            let indent = self.indentation(stop.line);
            let wide = self.place(stop.end, rest.start as usize + 1);
            let edits = vec![edit(wide, format!("\n{indent}"))];
            diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        } else if ["refuse", "defer"]
            .contains(&self.laid(self.place(stop.line.start as usize, stop.end)))
        {
            let head = self.laid(self.place(stop.line.start as usize, stop.end));
            diagnostic = diagnostic.with_help(format!(
                "a condition stands after `if`, as in `{head} if pregnant`"
            ));
            let edits = vec![edit(rest.at_start(), "if ")];
            diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        } else if self.joined_before(rest) {
            diagnostic = diagnostic.with_help(
                "an indented line goes on with the sentence above; a new sentence starts where \
                 that one starts",
            );
        }
        self.refuse(diagnostic);
    }

    /// The mistakes that people make there, the likeliest first; whether it is one of them.
    fn likely(&mut self, stop: Stop, rest: Span) -> bool {
        self.filler(stop.line)
            || self.days_of_a_visit(stop.line)
            || self.out_of_hours(stop, rest)
            || self.numbered_week(stop.line)
            || self.comes_under(stop.line)
            || self.goes_for_help(stop.line)
            || self.calls_both(stop, rest)
            || self.calls_number(stop.line)
            || self.or_sooner(stop.line)
            || self.are_normal(stop.line)
            || self.exceeds(stop.line)
            || self.together(stop.line)
            || self.how_soon(stop.line)
            || self.before_or_after(stop.line)
            || self.either_side(stop)
            || self.day_after(stop)
            || self.then_often(stop, rest)
            || self.visits_again(stop, rest)
            || self.said_otherwise(stop)
            || self.is_fine(stop, rest)
            || self.says_so(stop)
            || self.between_doses(stop.line)
            || self.at_most(stop)
            || self.more_than(stop)
            || self.part_of_the_name(stop.line)
            || self.doses(stop.line)
            || self.least_apart(stop.line)
            || self.weeks_apart(stop.line)
            || self.foreign_sign(stop, rest)
            || self.call_behind(stop, rest)
            || self.second_sentence(stop, rest)
            || self.or_if(stop, rest)
            || self.and_then(stop, rest)
            || self.own_time(stop, rest)
            || self.dangling(stop, rest)
            || self.goes_to_places(stop, rest)
            || self.situation_without_while(stop, rest)
            || self.range_after_sign(stop, rest)
            || self.next_day(stop, rest)
            || self.slip(stop, rest)
            || self.comma_in_condition(stop, rest)
            || self.unclosed_bracket(stop, rest)
            || self.in_quotes(stop, rest)
            || self.and_or(stop, rest)
            || self.name_cut_short(stop, rest)
            || self.plus(stop, rest)
            || self.bare_measure(stop, rest)
            || self.clause_shape(stop, rest)
            || self.bracketed(stop, rest)
            || self.bad_number(stop, rest)
            || self.no_range(stop, rest)
            || self.signs_behind_time(stop, rest)
    }

    /// `avoid heat {`: the sentence reads, and a block behind it does not.
    fn no_block_here(&mut self, stop: Stop) {
        let raw = self.excerpt(stop.line);
        self.refuse(
            Diagnostic::new(
                Code::Syntax,
                stop.line,
                format!("no block belongs to `{raw}`"),
                "a block stands behind this line",
            )
            .with_help("a block stands behind `section \"...\"`, `when ...` or `otherwise`"),
        );
    }

    /// The start of a piece of text, short enough for a message.
    pub(super) fn excerpt(&self, span: Span) -> String {
        let text = self.quote(span);
        let short: String = text.chars().take(32).collect();
        if short.len() < text.len() {
            let cut = short
                .rsplit_once(' ')
                .map_or(short.as_str(), |(cut, _)| cut);
            format!("{cut} ...")
        } else {
            text
        }
    }

    /// The first word or sign at `span`.
    pub(super) fn first_of(&self, span: Span) -> Span {
        let word = self.first_word(span).len();
        let sign = self.laid(span).chars().next().map_or(0, char::len_utf8);
        let length = if word == 0 { sign } else { word };
        self.place(span.start as usize, span.start as usize + length)
    }

    fn joined_before(&self, rest: Span) -> bool {
        let at = self.joins.partition_point(|join| *join < rest.start);
        at.checked_sub(1)
            .and_then(|at| self.joins.get(at))
            .is_some_and(|join| {
                self.laid(self.place(*join as usize, rest.start as usize))
                    .trim()
                    .is_empty()
            })
    }

    /// The word before which a second sentence starts, and where.
    fn starter_after_join(&self, rest: Span) -> Option<(Span, &'static str)> {
        let laid = self.laid(rest);
        let bare = laid.trim_start_matches([',', ';', ' ']);
        let bare = ["and then ", "then ", "and ", "or ", "but "]
            .iter()
            .find_map(|word| bare.strip_prefix(word))
            .unwrap_or(bare)
            .trim_start();
        let verbs = VERBS.iter().map(|row| row.word);
        let word = STARTERS.iter().copied().chain(verbs).find(|word| {
            bare.strip_prefix(word)
                .is_some_and(|after| after.starts_with(' '))
        })?;
        let start = rest.end as usize - bare.len();
        Some((self.place(start, start + word.len()), word))
    }

    /// `avoid retinoids, use sunscreen`
    fn second_sentence(&mut self, stop: Stop, rest: Span) -> bool {
        let Some((start, word)) = self.starter_after_join(rest) else {
            return false;
        };
        let gap = self.place(stop.end, start.start as usize);
        let mut diagnostic = two_sentences(start, word);
        let indent = self.indentation(stop.line);
        if let Some(whole) = self.bare_verb(stop.line).filter(|_| !stop.in_steps) {
            self.refuse(diagnostic.with_help(format!(
                "give each sentence its own line, the first with {whole}"
            )));
            return true;
        }
        if stop.in_steps {
            let apart = vec![edit(gap, ", then ")];
            self.refuse(
                diagnostic
                    .with_help("part the steps by `then`")
                    .with_edits(apart),
            );
            return true;
        }
        let joint = self.laid(gap);
        let before = self.laid(self.place(stop.line.start as usize, stop.end));
        let edits = match negation(before, joint) {
            Negation::None if joint.contains("then") => {
                let (help, edits) = self.one_after_the_other(stop, gap);
                diagnostic = diagnostic.with_help(help);
                edits
            }
            Negation::None if joint.trim_matches([',', ' ']) == "or" => {
                let (help, edits) = self.one_or_the_other(stop, gap);
                diagnostic = diagnostic.with_help(help);
                edits
            }
            Negation::None => {
                let apart = edit(gap, format!("\n{indent}"));
                diagnostic = self.each_its_line(diagnostic, stop, start, &apart);
                vec![apart]
            }
            Negation::Both(_) if word == "remove" => {
                diagnostic = diagnostic.with_help(
                        "give each sentence its own line; what is not to be removed is kept: `keep ...`",
                    );
                vec![edit(gap, format!("\n{indent}")), edit(start, "keep")]
            }
            Negation::Both(not) => {
                // A time at the end is that of both.
                let first = self.place(self.after_labels(stop.line), stop.end);
                let second = self.tail(stop.line, start.start as usize);
                let timed = self.time_for(second, first);
                let both = timed.as_ref().map_or_else(String::new, |(time, _)| {
                    format!(" and `{time}` behind both")
                });
                diagnostic = diagnostic.with_help(format!(
                    "give each sentence its own line, with `{not}` before both{both}"
                ));
                with_time(
                    edit(gap, format!("\n{indent}{not} ")),
                    timed.map(|one| one.1),
                )
            }
            Negation::Open(not) => {
                self.refuse(diagnostic.with_help(format!(
                        "give each sentence its own line; if this one is a ban, too, begin it with `{not}`"
                    )));
                return true;
            }
        };
        diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        self.refuse(diagnostic);
        true
    }

    /// `avoid sun or use sunscreen`: on two lines both would be asked for. Where a ban cannot be kept there is something to do.
    fn one_or_the_other(&self, stop: Stop, gap: Span) -> (String, Vec<Edit>) {
        let sentence = self.place(self.after_labels(stop.line), stop.line.end as usize);
        let edits = vec![edit(gap, ", if unavoidable ")];
        if self.laid(sentence).starts_with("avoid ") && self.reads_with(stop.line, &edits) {
            let first = self.quote(self.place(sentence.start as usize, stop.end));
            let second = self.quote(self.tail(sentence, gap.end as usize));
            let help = format!(
                "no two sentences are joined by `or`: what to do where the first cannot be kept is written `{first}, if \
                 unavoidable {second}`; on two lines both hold"
            );
            return (help, edits);
        }
        let help = "no two sentences are joined by `or`: on two lines both hold; things of which one will do stand behind one \
                    verb, as in `use gauze or cotton pad`";
        (help.to_owned(), Vec::new())
    }

    /// The help to part two sentences; where the second has no time of its own, that of the first is offered for it, too.
    fn each_its_line(
        &self,
        diagnostic: Diagnostic,
        stop: Stop,
        second: Span,
        apart: &Edit,
    ) -> Diagnostic {
        let help = "give each sentence its own line";
        let first = self.place(self.after_labels(stop.line), stop.end);
        let rest = self.tail(stop.line, second.start as usize);
        let same = self
            .same_time(first, rest)
            .or_else(|| self.same_time(rest, first));
        let Some((same, timed)) = same else {
            return diagnostic.with_help(match self.has_time(first) && !self.has_time(rest) {
                true => format!("{help}, the second with its own time"),
                false => help.to_owned(),
            });
        };
        self.fix_if_reads(diagnostic, stop.line, with_time(apart.clone(), Some(timed)))
            .with_help(format!("{help}; {same}"))
    }

    /// A comma, `and` or `or` with nothing after it, or with a clause.
    fn dangling(&mut self, stop: Stop, rest: Span) -> bool {
        let laid = self.laid(rest);
        let bare = laid.trim_start_matches([',', ' ']);
        let after = ["and", "or"]
            .iter()
            .find_map(|word| {
                bare.strip_prefix(word)
                    .filter(|after| after.is_empty() || after.starts_with(' '))
            })
            .unwrap_or(bare)
            .trim_start();
        if after.len() == laid.len() {
            return false;
        }
        let start = rest.end as usize - after.len();
        let joint = self.trimmed(self.place(rest.start as usize, start));
        let raw = self.quote(joint);
        let gap = self.place(stop.end, start);
        let word = self.first_word(self.place(start, rest.end as usize));
        let goes_on =
            after.is_empty() || after.starts_with('[') || RESERVED.binary_search(&word).is_ok();
        let edits = vec![edit(gap, if after.is_empty() { "" } else { " " })];
        if !goes_on || !self.reads_with(stop.line, &edits) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::Syntax,
                joint,
                format!("nothing that `{raw}` could join follows it"),
                "a thing may have been lost here",
            )
            .with_help(format!("delete `{raw}`, or add what is missing"))
            .with_edits(edits),
        );
        true
    }

    /// A text in quotes without its clause word.
    fn in_quotes(&mut self, stop: Stop, rest: Span) -> bool {
        if !self.laid(rest).starts_with('"') {
            return false;
        }
        let diagnostic = Diagnostic::new(
            Code::Syntax,
            rest,
            "a text in quotes stands here, and nothing says what it is",
            "no clause starts with a quote",
        )
        .with_help("a reason is written `because \"...\"`, a manner `by \"...\"`");
        let edits = vec![edit(rest.at_start(), "because ")];
        let diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        self.refuse(diagnostic);
        true
    }

    /// `and/or`
    fn and_or(&mut self, stop: Stop, rest: Span) -> bool {
        if self.first_word(rest) != "and/or" {
            return false;
        }
        let span = self.first_of(rest);
        let mut diagnostic = Diagnostic::new(
            Code::MixedAndOr,
            span,
            "`and/or` does not say which",
            "one of the two is meant",
        )
        .with_help("write `and` or `or`; `avoid A or B` means both");
        for word in ["and", "or"] {
            let edits = vec![edit(span, word)];
            diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        }
        self.refuse(diagnostic);
        true
    }

    /// `if pregnant, breastfeeding`
    fn comma_in_condition(&mut self, stop: Stop, rest: Span) -> bool {
        if !stop.in_condition || !self.laid(rest).starts_with(',') {
            return false;
        }
        let comma = self.place(stop.end, rest.start as usize + 1);
        let mut diagnostic = Diagnostic::new(
            Code::Syntax,
            self.first_of(rest),
            "a comma joins no conditions",
            "whether both or one of them is meant is not said",
        )
        .with_help("join conditions by `and` or `or`");
        for word in [" and", " or"] {
            let edits = vec![edit(comma, word)];
            diagnostic = self.fix_if_reads(diagnostic, stop.line, edits);
        }
        let helps = !diagnostic.fixes.is_empty();
        if helps {
            self.refuse(diagnostic);
        }
        helps
    }
}
