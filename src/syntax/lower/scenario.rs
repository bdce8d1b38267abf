//! Scenarios, line by line.

use chrono::NaiveTime;
use pest::iterators::Pair;

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Spanned;
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::lower::name::single_blanks;
use crate::syntax::tree::{
    AnswerWord, Expected, Known, KnownWhen, Outcome, Saying, Scenario, ScenarioDay, ScenarioLine,
};

impl Lower<'_> {
    /// A whole scenario.
    pub(super) fn scenario(&mut self, pair: Pair<'_, Rule>) -> Scenario {
        let mut parts = Cursor::into(pair);
        let name = self.string(&parts.presume(Rule::string));
        let lines = self.scenario_block(parts.presume(Rule::scenario_block));
        parts.end();
        Scenario { name, lines }
    }

    fn scenario_block(&mut self, pair: Pair<'_, Rule>) -> Vec<Spanned<ScenarioLine>> {
        let span = self.span(&pair);
        let mut parts = Cursor::into(pair);
        let mut lines = Vec::new();
        let mut closed = false;
        while let Some(part) = parts.next() {
            let span = self.span(&part);
            let line = match part.as_rule() {
                Rule::closed => {
                    closed = true;
                    None
                }
                Rule::given => Some(ScenarioLine::Given(self.given(part))),
                Rule::expected => self.expected(part).map(ScenarioLine::Expected),
                Rule::row => Some(ScenarioLine::Row(self.row(part))),
                _ => {
                    self.explain_scenario_line(&part);
                    None
                }
            };
            lines.extend(line.map(|line| Spanned::new(line, span)));
        }
        if !closed {
            self.unclosed(span);
        }
        lines
    }

    fn given(&mut self, pair: Pair<'_, Rule>) -> Vec<Spanned<Known>> {
        let mut parts = Cursor::into(pair);
        let mut all = Vec::new();
        while let Some(part) = parts.next() {
            let span = self.span(&part);
            all.extend(self.known(part).map(|known| Spanned::new(known, span)));
        }
        all
    }

    fn known(&mut self, pair: Pair<'_, Rule>) -> Option<Known> {
        let mut parts = Cursor::into(pair);
        if let Some(treated) = parts.accept(Rule::treated) {
            parts.end();
            let mut inner = Cursor::into(treated);
            let on = self.date(&inner.presume(Rule::date))?.node;
            let at = self.clock_behind(&mut inner)?;
            inner.end();
            return Some(Known::Treated { on, at });
        }
        let words = self.words(&parts.presume(Rule::known_words));
        let when = match parts.accept(Rule::known_when) {
            Some(when) => Some(self.known_when(when)?),
            None => None,
        };
        parts.end();
        Some(Known::Said { words, when })
    }

    fn known_when(&mut self, pair: Pair<'_, Rule>) -> Option<KnownWhen> {
        let mut parts = Cursor::into(pair);
        let last_taken = parts.took(Rule::last_taken);
        let day = self.scenario_day(parts.presume(Rule::scenario_day))?;
        parts.end();
        Some(match last_taken {
            true => KnownWhen::LastTaken(day),
            false => KnownWhen::On(day),
        })
    }

    fn scenario_day(&mut self, pair: Pair<'_, Rule>) -> Option<Spanned<ScenarioDay>> {
        let span = self.span(&pair);
        let mut parts = Cursor::into(pair);
        let day = match parts.accept(Rule::date) {
            Some(date) => ScenarioDay::Date(self.date(&date)?.node),
            None => ScenarioDay::Day(self.day(&parts.presume(Rule::day_number))?.node),
        };
        parts.end();
        Some(Spanned::new(day, span))
    }

    /// A clock time, where one follows; `None` where it is none of the clock.
    #[expect(
        clippy::option_option,
        reason = "a time that is wrong is not one that is not there"
    )]
    fn clock_behind(&mut self, parts: &mut Cursor<'_>) -> Option<Option<NaiveTime>> {
        let Some(clock) = parts.accept(Rule::clock) else {
            return Some(None);
        };
        let span = self.span(&clock);
        let time = clock.as_str().split_once(':').and_then(|(hour, minute)| {
            let two_digits = minute.len() == 2;
            NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
                .filter(|_| two_digits)
        });
        if time.is_none() {
            let raw = self.quote(span);
            self.refuse(
                Diagnostic::new(
                    Code::ScenarioShape,
                    span,
                    format!("`{raw}` is no time of the clock"),
                    "no such time",
                )
                .with_help("write hours from 00 to 23 and minutes, as in `at 09:30`"),
            );
        }
        time.map(Some)
    }

    fn expected(&mut self, pair: Pair<'_, Rule>) -> Option<Expected> {
        let mut parts = Cursor::into(pair);
        let (on, at) = match parts.accept(Rule::expected_on) {
            Some(moment) => {
                let mut inner = Cursor::into(moment);
                let on = self.scenario_day(inner.presume(Rule::scenario_day))?;
                let at = self.clock_behind(&mut inner)?;
                inner.end();
                (Some(on), at)
            }
            None => (None, None),
        };
        let outcome = parts.any();
        let span = self.span(&outcome);
        let outcome = self.outcome(outcome)?;
        parts.end();
        let outcome = Spanned::new(outcome, span);
        Some(Expected { on, at, outcome })
    }

    fn outcome(&mut self, pair: Pair<'_, Rule>) -> Option<Outcome> {
        let rule = pair.as_rule();
        let mut parts = Cursor::into(pair);
        let outcome = match rule {
            Rule::refused => Outcome::Refused,
            Rule::contact => Outcome::Contact,
            Rule::deferred => Outcome::Deferred(match parts.accept(Rule::scenario_day) {
                Some(day) => Some(self.scenario_day(day)?),
                None => None,
            }),
            Rule::first_free => Outcome::FirstFree {
                thing: self.words(&parts.presume(Rule::free_thing)),
                day: self.scenario_day(parts.presume(Rule::scenario_day))?,
            },
            Rule::asks => Outcome::Asks(self.words(&parts.presume(Rule::line_words))),
            Rule::says => Outcome::Says {
                saying: saying(parts.presume(Rule::saying).as_str()),
                label: self.name(&parts.presume(Rule::name)),
                words: parts.accept(Rule::string).map(|text| self.string(&text)),
            },
            _ => Outcome::Answer {
                answer: answer(parts.presume(Rule::answer_word).as_str()),
                thing: self.words(&parts.presume(Rule::line_words)),
            },
        };
        parts.end();
        Some(outcome)
    }

    fn row(&mut self, pair: Pair<'_, Rule>) -> Vec<Spanned<String>> {
        let mut parts = Cursor::into(pair);
        let mut cells = Vec::new();
        while let Some(cell) = parts.next() {
            cells.push(self.words(&cell));
        }
        // What stands behind the last `|` is no cell.
        cells.pop_if(|last| last.node.is_empty());
        cells
    }

    /// What stands there, blanks single, and its place without blanks around it.
    fn words(&self, pair: &Pair<'_, Rule>) -> Spanned<String> {
        let all = self.span(pair);
        let raw = self.raw(all);
        let start = all.start as usize + (raw.len() - raw.trim_start().len());
        let span = self.place(start, start + raw.trim().len());
        let text = single_blanks(&straight(raw));
        let ends_as_a_sentence = text.len() > 1 && text.ends_with('.');
        let text = if ends_as_a_sentence {
            &text[..text.len() - 1]
        } else {
            &text
        };
        Spanned::new(text.to_owned(), span)
    }
}

/// With plain quotes.
fn straight(text: &str) -> String {
    text.replace(
        [
            '\u{201c}', '\u{201d}', '\u{201e}', '\u{201f}', '\u{ab}', '\u{bb}',
        ],
        "\"",
    )
}

fn answer(words: &str) -> AnswerWord {
    let words = single_blanks(words);
    let mut all = AnswerWord::ALL.iter().copied();
    all.find(|answer| answer.words() == words)
        .unwrap_or(AnswerWord::NotCovered)
}

fn saying(words: &str) -> Saying {
    match words.as_bytes().first() {
        Some(b'p') => Saying::Provisionally,
        Some(b'd') => Saying::Not,
        _ => Saying::Says,
    }
}
