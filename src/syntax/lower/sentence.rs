//! A sentence: its lead, label, head and clauses, put together.

use pest::iterators::Pair;

use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::lower::day_cap::most_in_a_time;
use crate::syntax::lower::head::Headed;
use crate::syntax::lower::leaning::Leaning;
use crate::syntax::lower::merge::cap_beside;
use crate::syntax::lower::parts::{Kind, Part, Placed};
use crate::syntax::lower::split::Around;
use crate::syntax::recover::may_be_of_a_sheet;
use crate::syntax::reserved::HEADERS;
use crate::syntax::tree::{
    Clause, DurationRange, FrequencyKind, Head, Lead, Name, Sentence, SessionCount, Things, Times,
    Window, WindowKind,
};

impl Lower<'_> {
    /// A sentence or a step; none where its head was refused.
    pub(super) fn sentence(&mut self, pair: Pair<'_, Rule>) -> Option<Sentence> {
        let around = std::mem::replace(&mut self.leaning, Leaning::of(&pair));
        let sentence = self.whole_sentence(pair);
        self.leaning = around;
        sentence
    }

    fn whole_sentence(&mut self, pair: Pair<'_, Rule>) -> Option<Sentence> {
        let whole = self.span(&pair);
        if self.in_words_of_sheets(whole) {
            return None;
        }
        let mut parts = Cursor::into(pair);
        let mut placed = std::mem::take(&mut self.room);
        placed.clear();
        let (label, lead, possible) = self.before_head(&mut parts, &mut placed);
        let should = parts.took(Rule::should);
        if let Some(fronted) = parts.accept(Rule::manner) {
            placed.extend(self.clause(fronted, true));
        }
        let head_pair = parts.any();
        let head_span = self.span(&head_pair);
        if head_pair.as_rule() == Rule::steps {
            placed.extend(self.early(&head_pair, whole));
        }
        let mut headed = self.head(head_pair, whole)?;
        placed.extend(headed.measure.take());
        if self.header_label(label.as_ref(), &headed.head, head_span) {
            return None;
        }
        let mut possible = possible;
        while let Some(clause) = parts.next() {
            match clause.as_rule() {
                Rule::if_possible => possible = Some(self.span(&clause)),
                _ => placed.extend(self.clause(clause, false)),
            }
        }
        if matches!(headed.head, Head::Action(_) | Head::Report { .. })
            && (self.is_call(whole, &placed) || self.is_way_to_help(&headed.head, whole))
        {
            return None;
        }
        if self.had_within(&headed.head, &placed) {
            return None;
        }
        let should = self.if_possible(&headed.head, should, possible);
        self.list_with(&headed, head_span, &placed);
        self.typical_fits(&headed.head, &mut placed);
        self.straight_after(&headed.head, &mut placed);
        self.taken_off_once(&headed.head, &mut placed);
        self.check_but_not(&headed.head, &mut placed);
        self.check_calls(&placed);
        cap_beside(&mut placed);
        self.using_behind_except(&headed.head, &mut placed);
        self.check_length_before(&headed.head, &mut placed);
        self.before_each_session(&headed.head, &mut placed);
        self.for_after_a_time(&mut placed);
        let is_wrong = self.instead_for_others(&headed.head, whole, &mut placed);
        if !is_wrong {
            self.check_order(&headed.head, &mut placed);
        }
        self.check_once(&headed.head, &mut placed);
        most_in_a_time(&mut placed);
        self.check_length_after(&headed.head, &mut placed);
        self.check_lasting(&headed.head, &mut placed);
        self.check_fit(&headed.head, &mut placed);
        let mut head = headed.head;
        self.fill(&mut head, &mut placed, head_span)?;
        let mut clauses = Vec::with_capacity(placed.len());
        clauses.extend(placed.drain(..).filter_map(|clause| match clause.part? {
            Part::Clause(node) => Some(Spanned::new(node, clause.span)),
            _ => None,
        }));
        self.room = placed;
        Some(Sentence {
            lead,
            label,
            should,
            head: Spanned::new(head, head_span),
            clauses,
        })
    }

    /// Refuses what reads as something else than a sheet means by it; whether it did.
    fn in_words_of_sheets(&mut self, whole: Span) -> bool {
        let laid = self.laid(whole);
        !self.quiet
            && may_be_of_a_sheet(laid)
            && (self.whole_of_a_sheet(whole)
                || self.ends_on_days(whole)
                || self.takes_off(whole)
                || self.puts_off(whole)
                || self.course_said(whole)
                || is_told_call(laid) && self.calls_after(whole)
                || self.in_words_of_a_sheet(whole))
    }

    /// `call us if bleeding after 15 minutes`: a call whose time would be lost, or hold for another thing.
    fn is_call(&mut self, whole: Span, placed: &[Placed]) -> bool {
        let times = [Kind::Window, Kind::Quantity];
        let dated = placed.iter().any(|clause| times.contains(&clause.kind));
        dated && !self.quiet && self.calls_after(whole)
    }

    /// `go to A&E if chest pain`: whoever is to go there has a warning sign; `only if healed` is no sentence at all.
    fn is_way_to_help(&mut self, head: &Head, whole: Span) -> bool {
        matches!(head, Head::Action(_))
            && !self.quiet
            && (self.goes_for_help(whole) || self.not_if_alone(whole))
    }

    /// What stands before a sentence's head: its label, and a clause.
    fn before_head(
        &mut self,
        parts: &mut Cursor<'_>,
        placed: &mut Vec<Placed>,
    ) -> (Option<Name>, Option<Lead>, Option<Span>) {
        let (mut label, mut lead, mut possible) = (None, None, None);
        while let Some(Rule::label | Rule::lead) = parts.peek() {
            let part = parts.any();
            let is_label = part.as_rule() == Rule::label;
            let mut inner = Cursor::into(part);
            let part = inner.any();
            inner.end();
            if is_label {
                let name = self.name(&part);
                self.variant_label(&name);
                label = Some(name);
            } else {
                if part.as_rule() == Rule::if_possible {
                    possible = Some(self.span(&part));
                    continue;
                }
                lead = match part.as_rule() {
                    Rule::if_clause | Rule::short_if => Some(Lead::If),
                    Rule::frequency => None,
                    _ => Some(Lead::Window),
                };
                placed.extend(self.clause(part, true));
            }
        }
        (label, lead, possible)
    }

    /// `if possible` says what `should` says, of what is done or left; whether the sentence advises.
    fn if_possible(&mut self, head: &Head, should: bool, possible: Option<Span>) -> bool {
        let Some(span) = possible else {
            return should;
        };
        let can = matches!(
            head,
            Head::Avoid { .. }
                | Head::Duty { .. }
                | Head::Action(_)
                | Head::Limit { .. }
                | Head::Steps { .. }
        );
        if !can {
            let raw = self.quote(span);
            self.refuse(
                Diagnostic::new(
                    Code::ClauseUnfit,
                    span,
                    format!("`{raw}` does not go with this sentence"),
                    "said of what is done or left",
                )
                .with_help("leave it out")
                .with_fix(self.with_blank_before(span), ""),
            );
        }
        should || can
    }

    /// Refuses `with` after several things, and offers two sentences.
    fn list_with(&mut self, headed: &Headed, head: Span, placed: &[Placed]) {
        let Some(list) = headed.list.filter(|list| list.marked.is_some()) else {
            return;
        };
        let around = list.first.map(|first| {
            let ends = placed.iter().filter(|clause| !clause.lead);
            let end = ends.map(|clause| clause.span.end).max().unwrap_or(0);
            Around {
                prefix: self.place(head.start as usize, first.start as usize),
                rest: self.place(list.span.end as usize, end.max(list.span.end) as usize),
            }
        });
        self.several_with(list, around.as_ref());
    }

    /// Moves what belongs to the head out of the clauses.
    fn fill(&mut self, head: &mut Head, placed: &mut Vec<Placed>, span: Span) -> Option<()> {
        match head {
            Head::Report {
                to,
                otherwise,
                within,
                ..
            } => placed.retain_mut(|clause| {
                let at = clause.span;
                match clause.part.take() {
                    Some(Part::To(who, second)) => {
                        *to = Some(Spanned::new(who, at));
                        if let Some(second) = second {
                            *otherwise = Some(Spanned::new(second, at));
                        }
                    }
                    Some(Part::Otherwise(who)) => *otherwise = Some(Spanned::new(who, at)),
                    Some(Part::Soon(soon)) => *within = Some(Spanned::new(soon, at)),
                    other => clause.part = other,
                }
                clause.part.is_some()
            }),
            Head::Allow { but_not, .. } => take_but_not(but_not, placed),
            Head::Sessions {
                count,
                every,
                at_least,
            } => {
                let other = placed.iter().find(|clause| clause.kind == Kind::Frequency);
                let again = other.filter(|_| every.is_some()).map(|other| other.span);
                let second = take_every(placed);
                if let Some(again) = again {
                    self.apart_twice(again);
                    return None;
                }
                *at_least |= second.is_some_and(|(_, is_least)| is_least);
                *every = every.or(second.map(|(range, _)| range));
                if *count == SessionCount::Open && every.is_none() {
                    self.no_course(span);
                    return None;
                }
            }
            Head::Maintenance { every } => {
                let Some((range, is_least)) = take_every(placed) else {
                    let refused = placed
                        .iter()
                        .any(|clause| clause.kind == Kind::Frequency && clause.part.is_none());
                    if !refused {
                        self.no_every(span);
                    }
                    return None;
                };
                if is_least {
                    self.least_of_maintenance(range);
                    return None;
                }
                *every = range;
            }
            Head::Defer { until } => {
                let found = placed.iter().position(is_plain_until);
                let clause = found.map(|found| placed.remove(found));
                if let Some(Part::Clause(Clause::Window(Window {
                    kind: WindowKind::Until { until: point, .. },
                    ..
                }))) = clause.and_then(|clause| clause.part)
                {
                    *until = Some(*point);
                }
            }
            _ => {}
        }
        Some(())
    }

    /// `version: "1.0"`: a line of the header takes no colon.
    fn header_label(&mut self, label: Option<&Name>, head: &Head, span: Span) -> bool {
        let Some(label) = label else { return false };
        let word = label.text.to_lowercase();
        if !matches!(head, Head::Action(_)) || !HEADERS.contains(&word.as_str()) {
            return false;
        }
        let gap = self.place(label.span.end as usize, span.start as usize);
        self.refuse(
            Diagnostic::new(
                Code::HeaderShape,
                gap,
                format!("a line with `{word}` takes no colon"),
                "this colon makes it a label",
            )
            .with_help(format!("write `{word}` and a blank"))
            .with_fix(gap, " "),
        );
        true
    }

    /// `maintenance at least 6 months apart`
    fn least_of_maintenance(&mut self, range: DurationRange) {
        let span = range.low.span;
        let text = format!("every {}", crate::check::wording::duration(range.low.node));
        self.refuse(
            Diagnostic::new(
                Code::HeadShape,
                span,
                "how far apart the maintenance is stands behind `every`, without `at least`",
                "a time between sessions",
            )
            .with_help(format!("write `{text}`: it is planned no sooner than that"))
            .with_fix(span, text),
        );
    }

    fn no_every(&mut self, span: Span) {
        self.refuse(
            Diagnostic::new(
                Code::HeadShape,
                span,
                "how far apart the maintenance is, is not said",
                "`every` is missing after it",
            )
            .with_help("write it as in `maintenance every 6..12 months`"),
        );
    }
}

/// Takes the `but not THINGS` out of the clauses.
fn take_but_not(but_not: &mut Option<Things>, placed: &mut Vec<Placed>) {
    placed.retain_mut(|clause| match clause.part.take() {
        Some(Part::ButNot(things)) => {
            *but_not = Some(things);
            false
        }
        other => {
            clause.part = other;
            true
        }
    });
}

/// Takes the `every D` out of the clauses of a course, and whether it is the least; `monthly` is `every 1 month`.
fn take_every(placed: &mut Vec<Placed>) -> Option<(DurationRange, bool)> {
    let (found, range) = placed.iter().enumerate().find_map(|(at, clause)| {
        let frequency = clause
            .frequency()
            .filter(|frequency| !frequency.as_needed && frequency.daytimes.is_empty())
            .filter(|frequency| frequency.most.is_none())?;
        let alone = |low| DurationRange {
            low: Spanned::new(low, clause.span),
            high: None,
        };
        if let (None, Some(least)) = (&frequency.kind, frequency.apart) {
            return Some((at, (alone(least), true)));
        }
        match frequency
            .kind
            .as_ref()
            .filter(|_| frequency.apart.is_none())?
        {
            FrequencyKind::Every(range) => Some((at, (*range, false))),
            FrequencyKind::Times {
                times: Times::Exactly(1),
                per,
            } => Some((at, (alone(*per), false))),
            _ => None,
        }
    })?;
    placed.remove(found);
    Some(range)
}

/// `until POINT` without more, as `defer` takes it.
fn is_plain_until(clause: &Placed) -> bool {
    matches!(
        &clause.part,
        Some(Part::Clause(Clause::Window(Window {
            kind: WindowKind::Until {
                at_least: None,
                at_most: None,
                usually: None,
                ..
            },
            ..
        })))
    )
}

/// Whether a sentence may be a call that says more than whom and about what: a day, its hours, a number, or for whom.
fn is_told_call(laid: &str) -> bool {
    // `if unavoidable` and `if possible` ask nothing of a sign.
    let mut asked = laid
        .split(" if ")
        .skip(1)
        .map(str::trim_start)
        .filter(|asked| !asked.starts_with("unavoidable") && !asked.starts_with("possible"));
    let said = || {
        [" day ", " any time", " anytime", " lasts ", " last "]
            .iter()
            .any(|word| laid.contains(word))
            || laid.starts_with("if ")
            || laid
                .split([' ', ','])
                .any(|word| word.len() > 5 && word.ends_with(|last: char| last.is_ascii_digit()))
    };
    asked.next().is_some() && said()
}

#[cfg(test)]
mod tests {
    use super::is_told_call;

    #[test]
    fn a_call_asks_of_a_sign() {
        assert!(is_told_call("if diabetic, call us if redness"));
        assert!(is_told_call("call us on 01234 567890 if redness"));
        for other in [
            "if pregnant, tell clinic about redness or fever if unavoidable, wear hat",
            "if pregnant, tell clinic about redness or fever if   unavoidable, wear hat",
            "if pregnant, tell clinic about redness",
        ] {
            assert!(!is_told_call(other), "{other}");
        }
    }
}
