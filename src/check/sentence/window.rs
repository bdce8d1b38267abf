//! The window of a sentence: which heads can have one, and what it means for them.

use crate::check::checker::Checker;
use crate::check::protocol::Head;
use crate::check::window::{FromEnd, Window};
use crate::check::wording;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::syntax::tree::{self, Clause, Sentence};

/// The windows of a sentence, and the length of one application, where it has them.
pub(crate) struct Windows<'s> {
    /// When the sentence holds.
    pub window: Option<&'s Spanned<Clause>>,
    /// How long one application takes.
    pub application: Option<&'s Spanned<Clause>>,
}

/// Tells a sentence's window from the length of one application.
pub(crate) fn windows(sentence: &Sentence) -> Windows<'_> {
    let is_duty = matches!(
        sentence.head.node,
        tree::Head::Duty { .. }
            | tree::Head::Action(_)
            | tree::Head::Steps { .. }
            | tree::Head::Allow { .. }
    );
    let all: Vec<&Spanned<Clause>> = sentence
        .clauses
        .iter()
        .filter(|clause| matches!(clause.node, Clause::Window(_)))
        .collect();
    // Of several the minutes are those of one time, and hours where none are in minutes.
    let is_in_minutes = |clause: &&Spanned<Clause>| match &clause.node {
        Clause::Window(window) => window.is_application(false),
        _ => false,
    };
    let in_hours = all.len() > 1 && !all.iter().any(is_in_minutes);
    let mut windows = Windows {
        window: None,
        application: None,
    };
    for clause in all {
        let Clause::Window(window) = &clause.node else {
            continue;
        };
        if is_duty && windows.application.is_none() && window.is_application(in_hours) {
            windows.application = Some(clause);
        } else {
            windows.window = Some(clause);
        }
    }
    windows
}

impl Checker<'_> {
    /// The window of a sentence that stands at `place`, and its words.
    pub(crate) fn sentence_window(
        &mut self,
        sentence: &Sentence,
        head: Option<&Head>,
        place: Span,
    ) -> Option<(Window, Option<String>)> {
        let written = windows(sentence).window;
        let Some(Spanned {
            node: Clause::Window(window),
            span,
        }) = written
        else {
            return match head {
                Some(Head::Resume { .. }) if !self.unread.hold(place) => {
                    self.resume_start(sentence.head.span, "from when is not said", None);
                    None
                }
                _ => Some((Window::Unsaid, None)),
            };
        };
        self.warn_until_symptom(&sentence.head.node, window);
        self.hangs_on_a_date(&sentence.head.node, window, *span)?;
        let checked = self.window(&Spanned::new(window.clone(), *span));
        let head = head?;
        if self.refuses_window(head, *span) || self.refuses_kind(head, window, *span) {
            return None;
        }
        let checked = checked?;
        if self.undated((head, sentence.head.span), &checked, *span) {
            return None;
        }
        self.last_dose(head, &checked, *span);
        if let (Head::Prepare(_), Window::For(_)) = (head, &checked) {
            self.prepares_before(*span);
            return None;
        }
        let resumes = matches!(
            checked,
            Window::From {
                end: FromEnd::Open,
                ..
            }
        );
        if matches!(head, Head::Resume { .. }) && !resumes {
            if self.minutes_from(sentence) {
                return None;
            }
            let day = match checked {
                Window::Days { first, last } if first == last => Some(first),
                _ => None,
            };
            if matches!(checked, Window::From { .. }) {
                self.resume_end(*span);
            } else {
                self.resume_start(*span, "not a start", day);
            }
            return None;
        }
        Some((checked, Some(wording::window(window))))
    }

    /// Whether a sentence cannot hold for a time without a number, or at a point in time; warns where it
    /// can and what it says has no end.
    fn refuses_kind(&mut self, head: &Head, window: &tree::Window, span: Span) -> bool {
        let raw = self.one_line(span);
        if matches!(window.kind, tree::WindowKind::At(_)) {
            let once = matches!(head, Head::Duty { .. } | Head::Steps { .. } | Head::Note(_));
            if !once {
                self.report(
                    Diagnostic::new(
                        Code::WindowNotHere,
                        span,
                        format!("`{raw}` says when something is done once"),
                        "this sentence holds for a time",
                    )
                    .with_help("say from when, as in `from 3 hours`, and until when"),
                );
            }
            return !once;
        }
        let Some(words) = vague_words(window) else {
            return false;
        };
        match head {
            // What restricts nothing is harmless without an end.
            Head::Expect { .. } | Head::Report { .. } | Head::Note(_) => false,
            Head::Allow { .. } => {
                self.report(
                    Diagnostic::new(
                        Code::VagueTime,
                        span,
                        format!("`{words}` does not say until when it is allowed"),
                        "the number is the author's to give",
                    )
                    .with_help("write a number or a range, such as `3 days` or `3..5 days`"),
                );
                true
            }
            _ => {
                self.report(
                    Diagnostic::new(
                        Code::VagueEnd,
                        span,
                        format!("`{words}` is no end that can be computed"),
                        "gives nothing back",
                    )
                    .with_help("write a number or a range, such as `3 days` or `3..5 days`"),
                );
                false
            }
        }
    }

    /// `prepare "..." for 2 weeks`
    fn prepares_before(&mut self, span: Span) {
        let raw = self.one_line(span);
        self.report(
            Diagnostic::new(
                Code::WindowNotHere,
                span,
                "what is prepared is done before the treatment",
                "counts from the treatment on",
            )
            .with_help(format!("write `{raw} before`"))
            .with_fix(span.at_end(), " before"),
        );
    }

    /// `resume makeup from day 2 for 2 weeks`: what is taken up again has a start alone.
    fn resume_end(&mut self, span: Span) {
        let raw = self.one_line(span);
        self.report(
            Diagnostic::new(
                Code::ResumeStart,
                span,
                "`resume` says from when, and has no end",
                "a start alone",
            )
            .with_help(format!(
                "leave the end out; or say until when it is off in an `avoid` of its own, and write `allow` with `{raw}`"
            )),
        );
    }

    fn resume_start(&mut self, span: Span, label: &str, day: Option<i32>) {
        let diagnostic = Diagnostic::new(
            Code::ResumeStart,
            span,
            "`resume` needs the day from which a thing may be used again",
            label,
        );
        self.report(match day {
            Some(day) => diagnostic
                .with_help(format!("write `from day {day}`"))
                .with_fix(span, format!("from day {day}")),
            None => diagnostic.with_help("write `from` and that day: `from day 7`, `from healed`"),
        });
    }

    /// Whether a head can have no window; reports one that stands there.
    fn refuses_window(&mut self, head: &Head, span: Span) -> bool {
        let (what, help) = match head {
            Head::Refuse | Head::Defer { .. } => (
                "whether to treat is decided before the treatment",
                "leave the window out; `defer until ...` says until when",
            ),
            Head::Caution(_)
            | Head::AskPrescriber(_)
            | Head::AskClinic(_)
            | Head::TellClinic(_) => (
                "this is for before the treatment",
                "leave the window out, or write it in the quoted text",
            ),
            Head::Visit { .. } => (
                "a visit stands at one point in time",
                "leave the window out",
            ),
            Head::Sessions { .. } | Head::Maintenance { .. } => (
                "the course has no window",
                "write how far apart its sessions are after `every`",
            ),
            _ => return false,
        };
        let before = span.at_start();
        let text = self
            .sources
            .get(span.source)
            .map_or("", |source| source.text());
        let blank = text
            .get(..before.start as usize)
            .map_or(0, |front| front.len() - front.trim_end_matches(' ').len());
        let start = before.start - u32::try_from(blank).unwrap_or(0);
        self.report(
            Diagnostic::new(Code::WindowNotHere, span, what, "no window can stand here")
                .with_help(help)
                .with_fix(Span::new(span.source, start, span.end), ""),
        );
        true
    }
}

/// The words of a length without a number.
fn vague_words(window: &tree::Window) -> Option<&str> {
    let length = match &window.kind {
        tree::WindowKind::For(length) => length,
        tree::WindowKind::From { length, .. } => length.as_deref()?,
        _ => return None,
    };
    match length {
        tree::Extent::Vague(vague) => Some(&vague.words),
        _ => None,
    }
}
