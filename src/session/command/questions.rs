//! `:questions` and `:interview`.

use super::Call;
use crate::diagnostic::Diagnostic;
use crate::eval::Case;
use crate::interview::{Interview, Turn};
use crate::render::{self, Line, Style, Word, escape};
use crate::session::patient::Asked;
use crate::session::reply::{Reply, Sheet, say};
use crate::session::{Session, World};

/// `:questions`
pub(super) fn questions(session: &mut Session, _: &Call<'_>, _: &mut dyn World) -> Reply {
    let asked = match session.asked(None) {
        Ok(asked) => asked,
        Err(reply) => return *reply,
    };
    match asked.plan.questions(&asked.case()) {
        Ok(questions) => Reply::lines(render::questions_lines(&questions, session.width)),
        Err(found) => *session.wrong(vec![found]),
    }
}

/// `:interview`
pub(super) fn interview(session: &mut Session, _: &Call<'_>, _: &mut dyn World) -> Reply {
    let asked = match session.asked(None) {
        Ok(asked) => asked,
        Err(reply) => return *reply,
    };
    if asked.plan.questions.is_empty() {
        return say(session.width, Word::InterviewNone.text());
    }
    drop(asked);
    session.interview = Some(Vec::new());
    let mut sheet = Sheet::new(session.width);
    sheet.say(Word::InterviewStart.text());
    sheet.blank();
    let mut reply = sheet.reply();
    reply.lines.extend(session.question());
    reply
}

impl Session {
    /// Whether what is typed next is an answer.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.interview.is_some()
    }

    /// Takes an answer of the interview.
    pub(in crate::session) fn answer(&mut self, typed: &str, world: &dyn World) -> Reply {
        let turn = match self.turn(typed) {
            Ok(turn) => turn,
            Err(reply) => return *reply,
        };
        match turn {
            Ok(Turn::Stopped) => self.end(world),
            Ok(Turn::Help(weighed)) => Reply::lines(render::effects_lines(&weighed, self.width)),
            Ok(Turn::AtTheStart) => say(self.width, Word::InterviewAtStart.text()),
            Ok(Turn::Answered | Turn::Skipped | Turn::Back) => {
                if let Some(typed_so_far) = &mut self.interview {
                    typed_so_far.push(typed.to_owned());
                }
                let next = self.question();
                if next.is_empty() {
                    return self.end(world);
                }
                Reply::lines(next)
            }
            Err(mistakes) => {
                let mut sheet = Sheet::new(self.width);
                for mistake in mistakes.iter().take(1) {
                    let message = escape(&mistake.message).into_owned();
                    sheet.pieces(
                        "",
                        2,
                        &[
                            (Style::Alert, "Not taken:"),
                            (Style::Plain, &format!("{message}.")),
                        ],
                    );
                    if let Some(help) = &mistake.help {
                        sheet.item("  ", 2, help.clone());
                    }
                }
                sheet.refusal()
            }
        }
    }

    /// The interview as far as it has come.
    fn so_far<'a>(&self, asked: &'a Asked<'_>) -> Option<Interview<'a>> {
        let case = Case {
            protocol: asked.protocol,
            profile: &asked.profile,
            on: asked.on,
        };
        let mut interview = Interview::new(&case).ok()?;
        for typed in self.interview.iter().flatten() {
            // Each was taken before.
            let _ = interview.take(typed);
        }
        Some(interview)
    }

    /// What comes of one answer more: a turn, or what is wrong with the answer.
    fn turn(&self, typed: &str) -> Result<Result<Turn, Vec<Diagnostic>>, Box<Reply>> {
        let asked = self.asked(None)?;
        let interview = self.so_far(&asked);
        Ok(interview.map_or(Ok(Turn::Stopped), |mut interview| interview.take(typed)))
    }

    /// Puts what was answered so far in the patient's profile: rules, patient or day may change next, and the
    /// same answers would then answer other questions. Whether there was anything.
    pub(in crate::session) fn settle(&mut self, world: &dyn World) -> Result<bool, Box<Reply>> {
        let asked = self.asked(None)?;
        let answered = self
            .so_far(&asked)
            .map(|interview| interview.profile().clone());
        let answered = answered.filter(|answered| *answered != *asked.profile);
        drop(asked);
        let Some(answered) = answered else {
            return Ok(false);
        };
        self.put_patient(&answered, ":interview".to_owned(), world)?;
        if let Some(typed) = &mut self.interview {
            typed.clear();
        }
        Ok(true)
    }

    /// The question that is open now; none where the interview is over.
    pub(in crate::session) fn question(&self) -> Vec<Line> {
        let Ok(asked) = self.asked(None) else {
            return Vec::new();
        };
        let Some(interview) = self.so_far(&asked) else {
            return Vec::new();
        };
        let number = self.interview.as_ref().map_or(0, Vec::len) + 1;
        interview
            .next()
            .map(|question| render::asked_lines(number, question, self.width))
            .unwrap_or_default()
    }

    /// The interview is over: what was answered becomes the patient's.
    fn end(&mut self, world: &dyn World) -> Reply {
        let settled = self.settle(world);
        self.interview = None;
        match settled {
            Ok(true) => {}
            Ok(false) => return say(self.width, Word::InterviewNothing.text()),
            Err(reply) => return *reply,
        }
        let left = self
            .asked(None)
            .map_or(0, |asked| asked.plan.questions.len());
        let text = match left {
            0 => "The answers are in. No question is open.".to_owned(),
            1 => "The answers are in. 1 question is still open.".to_owned(),
            many => format!("The answers are in. {many} questions are still open."),
        };
        say(
            self.width,
            format!("{text} `:save patient FILE` keeps them, `:plan` shows the plan."),
        )
    }
}
