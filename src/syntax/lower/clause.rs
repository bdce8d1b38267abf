//! One clause at a time.

use pest::iterators::Pair;

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::span::Spanned;
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::lower::leaning::Leaning;
use crate::syntax::lower::name::single_blanks;
use crate::syntax::lower::parts::{Kind, Part, Placed};
use crate::syntax::tree::{Clause, Deadline, Verb, Who};

impl Lower<'_> {
    /// A clause; none for one that belongs to no tree (`when` inside a sentence).
    pub(super) fn clause(&mut self, pair: Pair<'_, Rule>, lead: bool) -> Option<Placed> {
        let span = self.span(&pair);
        let (kind, part) = match pair.as_rule() {
            Rule::to_whom | Rule::or_whom | Rule::within | Rule::immediately => self.calling(pair),
            Rule::but_not => {
                let mut parts = Cursor::into(pair);
                let things = self.things(parts.presume(Rule::things));
                parts.end();
                (Kind::ButNot, Some(Part::ButNot(things)))
            }
            Rule::when_clause => {
                self.when_inside(pair, span);
                return None;
            }
            Rule::at_window if self.angle(span) => return None,
            Rule::because
            | Rule::accept
            | Rule::while_clause
            | Rule::except_while
            | Rule::by
            | Rule::manner
            | Rule::sources
            | Rule::concerns => {
                let (kind, clause) = self.plain(pair);
                (kind, Some(Part::Clause(clause)))
            }
            _ => {
                let (kind, clause) = self.nested(pair);
                (kind, clause.map(Part::Clause))
            }
        };
        Some(Placed {
            kind,
            span,
            lead,
            part,
        })
    }

    /// Refuses `at 45 degrees`, which is no time; whether it is that.
    fn angle(&mut self, span: Span) -> bool {
        let raw = self.quote(span);
        let angle = raw.strip_prefix("at ").unwrap_or(&raw);
        let is_angle = ["degrees", "degree", "\u{b0}"]
            .iter()
            .any(|unit| angle.ends_with(unit));
        if is_angle {
            let text = format!("by \"{angle}\"");
            self.refuse(
                Diagnostic::new(
                    Code::ClauseShape,
                    span,
                    format!("`{raw}` is an angle, and `at` wants a point in time"),
                    "how it is done",
                )
                .with_help(format!("write `{text}`"))
                .with_fix(span, text),
            );
        }
        is_angle
    }

    /// The clauses that hold names and texts alone.
    fn plain(&mut self, pair: Pair<'_, Rule>) -> (Kind, Clause) {
        let rule = pair.as_rule();
        let words = pair.as_str();
        let mut parts = Cursor::into(pair);
        let clause = match rule {
            Rule::because => {
                let text = self.string(&parts.presume(Rule::string));
                (Kind::Because, Clause::Because(text))
            }
            Rule::accept => {
                let mut texts = Vec::new();
                while parts.peek() == Some(Rule::code) {
                    let code = parts.presume(Rule::code);
                    texts.push(Spanned::new(code.as_str().to_owned(), self.span(&code)));
                }
                let because = self.string(&parts.presume(Rule::string));
                let codes = texts;
                (Kind::Accept, Clause::Accept { codes, because })
            }
            Rule::by => {
                let text = self.string(&parts.presume(Rule::string));
                (Kind::By, Clause::By(text))
            }
            Rule::manner => (Kind::Manner, Clause::Manner(vec![manner(words)])),
            Rule::while_clause => {
                let name = self.name(&parts.presume(Rule::name));
                (Kind::While, Clause::While(name))
            }
            Rule::except_while => {
                let mut names = vec![self.name(&parts.presume(Rule::name))];
                while parts.accept(Rule::join).is_some() {
                    names.push(self.name(&parts.presume(Rule::name)));
                }
                (Kind::ExceptWhile, Clause::ExceptWhile(names))
            }
            _ => {
                let mut names = Vec::new();
                let mut joins = Vec::new();
                while let Some(part) = parts.next() {
                    if part.as_rule() == Rule::join {
                        joins.push(self.join(&part));
                    } else {
                        let name = self.name(&part);
                        names.push(Spanned::new(name.clone(), name.span));
                    }
                }
                self.list_word(&joins, &names);
                let names = names.into_iter().map(|name| name.node).collect();
                if rule == Rule::sources {
                    (Kind::Sources, Clause::Sources(names))
                } else {
                    (Kind::Concerns, Clause::Concerns(names))
                }
            }
        };
        parts.end();
        clause
    }

    /// The clauses that hold windows, conditions and lists; none where their inside was refused.
    fn nested(&mut self, pair: Pair<'_, Rule>) -> (Kind, Option<Clause>) {
        match pair.as_rule() {
            Rule::frequency => (Kind::Frequency, self.frequency(pair).map(Clause::Frequency)),
            Rule::quantity => (Kind::Quantity, self.quantity(pair).map(Clause::Quantity)),
            Rule::if_clause | Rule::short_if => {
                let mut parts = Cursor::into(pair);
                let condition = self.condition(parts.any());
                parts.end();
                (Kind::If, condition.map(Clause::If))
            }
            Rule::unless => {
                let mut parts = Cursor::into(pair);
                let condition = self.condition(parts.presume(Rule::condition));
                parts.end();
                (Kind::Unless, condition.map(Clause::Unless))
            }
            Rule::if_unavoidable => {
                let (verb, things, own) = self.deed(pair);
                let clause = Clause::IfUnavoidable { verb, things, own };
                (Kind::IfUnavoidable, Some(clause))
            }
            Rule::instead => {
                let (verb, things, own) = self.deed(pair);
                let clause = Clause::Instead { verb, things, own };
                (Kind::Instead, Some(clause))
            }
            Rule::place => (Kind::Place, Some(Clause::Places(self.places(pair)))),
            Rule::typical => (
                Kind::Typical,
                self.typical(pair).map(|one| Clause::Typical(vec![one])),
            ),
            Rule::using => {
                let mut parts = Cursor::into(pair);
                let things = self.things(parts.presume(Rule::things));
                parts.end();
                (Kind::Using, Some(Clause::Using(things)))
            }
            Rule::except => {
                let mut parts = Cursor::into(pair);
                let things = self.things(parts.presume(Rule::things));
                parts.end();
                (Kind::Except, Some(Clause::Except(things)))
            }
            _ => (Kind::Window, self.window(pair).map(Clause::Window)),
        }
    }

    /// A verb; American spellings are those of the table.
    pub(super) fn verb(&self, pair: &Pair<'_, Rule>) -> Spanned<Verb> {
        let word = pair.as_str();
        let verb = Verb::from_word(word).or_else(|| Verb::from_word(&word.replace("ize", "ise")));
        let verb = verb.unwrap_or(Verb(0));
        Spanned::new(verb, self.span(pair))
    }

    /// Whom to call, and how soon.
    fn calling(&mut self, pair: Pair<'_, Rule>) -> (Kind, Option<Part>) {
        let rule = pair.as_rule();
        let mut parts = Cursor::into(pair);
        let part = match rule {
            Rule::to_whom => {
                let first = self.who(parts.presume(Rule::who));
                let second = parts.accept(Rule::who).map(|who| self.who(who));
                let part = match (first, second) {
                    (Some(who), None) => Some(Part::To(who, None)),
                    (Some(who), Some(Some(other))) => Some(Part::To(who, Some(other))),
                    _ => None,
                };
                (Kind::To, part)
            }
            Rule::or_whom => {
                let who = self.who(parts.presume(Rule::who));
                (Kind::Otherwise, who.map(Part::Otherwise))
            }
            Rule::within => {
                let length = self.single(parts.presume(Rule::drange));
                let soon = length.map(|length| Part::Soon(Deadline::Within(length.node)));
                (Kind::Soon, soon)
            }
            _ => (Kind::Soon, Some(Part::Soon(Deadline::Immediately))),
        };
        parts.end();
        part
    }

    /// Refuses whom to call otherwise where that is said twice: `to clinic or 111 otherwise doctor`.
    pub(super) fn check_calls(&mut self, placed: &[Placed]) {
        let two = |clause: &&Placed| matches!(clause.part, Some(Part::To(_, Some(_))));
        let Some(first) = placed.iter().find(two) else {
            return;
        };
        if let Some(again) = placed.iter().find(|clause| clause.kind == Kind::Otherwise) {
            let span = self.with_blank_before(again.span);
            self.refuse(
                Diagnostic::new(
                    Code::ClauseTwice,
                    again.span,
                    format!("{} is given twice", Kind::Otherwise.words()),
                    "the second one",
                )
                .with_label(first.span, "the first one")
                .with_help("keep one of them")
                .with_fix(span, ""),
            );
        }
    }

    fn who(&mut self, pair: Pair<'_, Rule>) -> Option<Who> {
        let mut parts = Cursor::into(pair);
        let part = parts.any();
        parts.end();
        match part.as_rule() {
            Rule::string => Some(Who::Named(self.string(&part))),
            Rule::phone => Some(Who::Named(Spanned::new(
                part.as_str().to_owned(),
                self.span(&part),
            ))),
            Rule::known_who => Some(match part.as_str().as_bytes().first() {
                Some(b'c') => Who::Clinic,
                Some(b'd') => Who::Doctor,
                Some(b'p') => Who::Prescriber,
                _ => Who::EmergencyServices,
            }),
            _ => {
                let name = self.name(&part);
                if name.quoted {
                    return Some(Who::Named(self.string(&part)));
                }
                let diagnostic = Diagnostic::new(
                    Code::UnquotedText,
                    name.span,
                    format!("`{}` is nobody that the language knows", name.text),
                    "whom to call",
                );
                let known = ["clinic", "prescriber", "doctor", "emergency services"];
                if let Some(near) = crate::vocabulary::nearest(&name.text, known) {
                    self.refuse(
                        diagnostic
                            .with_help(format!("did you mean `{near}`?"))
                            .with_fix(name.span, near),
                    );
                    return None;
                }
                self.refuse(
                    diagnostic
                        .with_help(
                            "write `clinic`, `prescriber` or `emergency services`, or put anybody \
                         else in quotes",
                        )
                        .with_fix(name.span, format!("\"{}\"", name.text)),
                );
                None
            }
        }
    }

    /// `wear hat when outdoors`: a bare name may be a situation or a fact, and only the vocabulary knows.
    fn when_inside(&mut self, pair: Pair<'_, Rule>, span: Span) {
        let Some(condition) = pair.into_inner().next() else {
            return;
        };
        let at = self.span(&condition);
        let mut atoms = condition.into_inner().flatten();
        let bare = matches!(
            (atoms.next(), atoms.next(), atoms.next()),
            (Some(_), Some(name), None) if name.as_rule() == Rule::cname
        );
        let gap = self.place(span.start as usize, at.start as usize);
        let word = self.raw(gap).trim_end();
        let raw = self.quote(at);
        let diagnostic = Diagnostic::new(
            Code::WhenInSentence,
            self.place(span.start as usize, span.start as usize + word.len()),
            format!("`{word}` opens a block and stands in no sentence"),
            "a condition or a situation?",
        );
        self.refuse(if bare && self.leaning == Leaning::Permission {
            diagnostic
                .with_help(format!("for from when it is allowed write `once {raw}`"))
                .with_fix(gap, "once ")
        } else if let Some(doing) = what_one_does(&raw).filter(|_| bare) {
            diagnostic
                .with_help(format!("write `while {doing}`"))
                .with_fix(span, format!("while {doing}"))
        } else if bare {
            diagnostic.with_help(format!(
                "write `while {raw}` for a situation, `if {raw}` for a condition"
            ))
        } else {
            diagnostic
                .with_help(format!("write `if {raw}`"))
                .with_fix(gap, "if ")
        });
    }
}

/// `touching` of `when touched` and `when touching it`: what one does at the time.
fn what_one_does(raw: &str) -> Option<String> {
    const BY_HAND: &[&str] = &[
        "bumped",
        "knocked",
        "massaged",
        "moved",
        "pressed",
        "pushed",
        "rubbed",
        "squeezed",
        "stretched",
        "touched",
        "washed",
    ];
    let word = raw.to_lowercase();
    let word = word.strip_prefix("you are ").unwrap_or(&word);
    if BY_HAND.contains(&word) {
        return word.strip_suffix("ed").map(|stem| format!("{stem}ing"));
    }
    let alone = !word.contains(' ') && word.ends_with("ing");
    let sign = [
        "bleeding", "burning", "itching", "oozing", "peeling", "scabbing", "swelling", "weeping",
    ];
    (alone && !sign.contains(&word)).then(|| word.to_owned())
}

/// A manner as it is printed: `as instructed by the label` is `as directed by label`.
pub(super) fn manner(words: &str) -> String {
    single_blanks(words)
        .replace("instructed", "directed")
        .replace(" by the ", " by ")
        .replace(" by your ", " by ")
}
