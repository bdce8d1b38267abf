//! `:questions` and `:interview`.

use std::collections::BTreeSet;

use super::Call;
use crate::diagnostic::Diagnostic;
use crate::eval::Case;
use crate::interview::{Interview, Turn};
use crate::render::{self, InterviewWord, Line, Style, escape};
use crate::session::patient::Asked;
use crate::session::reply::{Reply, Sheet, say};
use crate::session::{Session, World, words};

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
        return say(session.width, InterviewWord::NoQuestion.text());
    }
    drop(asked);
    session.interview = Some(Asking::default());
    let mut sheet = Sheet::new(session.width);
    sheet.say(InterviewWord::Start.text());
    sheet.blank();
    let mut reply = sheet.reply();
    reply.lines.extend(session.question());
    reply
}

/// An interview as far as it has come.
#[derive(Debug, Default)]
pub(in crate::session) struct Asking {
    /// What was typed since the last answers were put in the profile.
    typed: Vec<String>,
    /// The facts whose questions were left open before that.
    left: BTreeSet<String>,
    /// The turns before that.
    turns: usize,
}

impl Session {
    /// What is shown where somebody interrupts: in an interview that it goes on.
    #[must_use]
    pub fn interrupted(&self) -> Reply {
        if !self.is_asking() {
            return Reply::nothing();
        }
        let mut sheet = Sheet::new(self.width);
        sheet.say("The interview goes on. `stop` ends it and keeps the answers; Enter leaves a question open.");
        sheet.blank();
        let mut reply = sheet.reply();
        reply.lines.extend(self.question());
        reply
    }

    /// Whether what is typed next is an answer.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.interview.is_some()
    }

    /// Takes an answer of the interview.
    pub(in crate::session) fn answer(&mut self, typed: &str, world: &dyn World) -> Reply {
        let typed = match self.as_answer(typed, world) {
            Ok(typed) => typed,
            Err(reply) => return *reply,
        };
        let typed = typed.as_str();
        let turn = match self.turn(typed) {
            Ok(turn) => turn,
            Err(reply) => return *reply,
        };
        match turn {
            Ok(Turn::Stopped) => self.end(world),
            Ok(Turn::Help(weighed)) => Reply::lines(render::effects_lines(&weighed, self.width)),
            Ok(Turn::AtTheStart) => say(self.width, InterviewWord::AtStart.text()),
            Ok(Turn::Answered | Turn::Skipped | Turn::Back) => {
                if let Some(asking) = &mut self.interview {
                    asking.typed.push(typed.to_owned());
                }
                let next = self.question();
                if next.is_empty() {
                    return self.end(world);
                }
                Reply::lines(next)
            }
            Err(mistakes) => {
                let mut sheet = Sheet::new(self.width);
                for mistake in mistakes.into_iter().take(1).map(words::here) {
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

    /// An answer with its day as a profile has it, where the question takes one: `yesterday`.
    fn as_answer(&self, typed: &str, world: &dyn World) -> Result<String, Box<Reply>> {
        let asked = self.asked(None)?;
        let question = self.so_far(&asked);
        let fact = question.and_then(|interview| Some(interview.next()?.fact.clone()));
        let Some(fact) = fact else {
            return Ok(typed.to_owned());
        };
        let (setting, moment) = self.with_day(&format!("{fact}={typed}"), world)?;
        let answer = setting.split_once('=').map(|(_, answer)| answer.trim());
        Ok(match (moment, answer) {
            (Some(_), Some(answer)) => answer.to_owned(),
            _ => typed.to_owned(),
        })
    }

    /// The interview as far as it has come.
    fn so_far<'a>(&self, asked: &'a Asked<'_>) -> Option<Interview<'a>> {
        let case = Case {
            protocol: asked.protocol,
            profile: &asked.profile,
            on: asked.on,
        };
        let asking = self.interview.as_ref()?;
        let mut interview = Interview::new(&case).ok()?.leaving_open(&asking.left);
        for typed in &asking.typed {
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
        let Some(interview) = self.so_far(&asked) else {
            return Ok(false);
        };
        let left = interview.left_open().clone();
        let answered = interview.profile();
        let answered = (*answered != *asked.profile).then(|| answered.clone());
        drop(asked);
        if let Some(answered) = &answered {
            self.put_patient(answered, ":interview".to_owned(), world)?;
        }
        if let Some(asking) = &mut self.interview {
            asking.turns += asking.typed.len();
            asking.typed.clear();
            asking.left = left;
        }
        Ok(answered.is_some())
    }

    /// The question that is open now; none where the interview is over.
    pub(in crate::session) fn question(&self) -> Vec<Line> {
        let Ok(asked) = self.asked(None) else {
            return Vec::new();
        };
        let Some(interview) = self.so_far(&asked) else {
            return Vec::new();
        };
        let asking = self.interview.as_ref();
        let number = asking.map_or(0, |asking| asking.turns + asking.typed.len()) + 1;
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
            Ok(false) => return say(self.width, InterviewWord::Nothing.text()),
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
