//! `call us if your calf is swollen, hot and painful`: signs that are said in a sentence, often of one part of the body.

use super::calling::without_from;
use crate::check::checker::Checker;
use crate::check::names::{can_have, without_article};
use crate::check::protocol::Qualifier;
use crate::check::wording::list;
use crate::span::Span;
use crate::syntax::tree::{Clause, Kind, Sentence};
use crate::vocabulary::{Named, SaidSign, SaidSigns, is_here, said_signs, sign_of_state, soon_in};

/// What to write for such a call, and, where that is all, the text and its place.
pub(super) struct Joint {
    pub(super) help: String,
    pub(super) fix: Option<(Span, String)>,
}

/// A sign as a report names it, and how it is declared where nothing is called so.
pub(super) struct Written {
    pub(super) text: String,
    pub(super) declared: Option<String>,
}

/// What a call asks for: the text, the place of all that the report stands for, and what stands behind it there.
pub(super) struct Asked {
    pub(super) text: String,
    whole: Span,
    pub(super) behind: String,
}

impl Checker<'_> {
    /// What to write for a call about signs that are said in a sentence: `and` between them means together, and a list
    /// behind `report` that any one is enough.
    pub(super) fn joint_signs(&self, sentence: &Sentence, span: Span, who: &str) -> Option<Joint> {
        self.joint_of(&self.asked_of_call(sentence, span)?, who)
    }

    /// The same of what is asked for.
    pub(super) fn joint_of(&self, asked: &Asked, who: &str) -> Option<Joint> {
        let said = said_signs(&asked.text, |name| self.is_symptom(name))?;
        let of_fact = |sign: &SaidSign| match sign {
            // `pregnant` is known, and no sign.
            SaidSign::Named(name) => self.read(name).is_some() && !self.is_symptom(name),
            said => said
                .of()
                .is_some_and(|of| self.vocabulary.find_fact(of).is_some()),
        };
        if said.signs.iter().any(of_fact) || said.is_plain && !has_plain_state(&said.signs) {
            return None;
        }
        let behind = match asked.behind.as_str() {
            "" => String::new(),
            behind => format!(" {behind}"),
        };
        if let Some(text) = self.signs_of_a_place(&said) {
            let text = format!("report {text} to {who}{behind}");
            return Some(Joint {
                help: format!("write `{text}`"),
                fix: Some((asked.whole, text)),
            });
        }
        let together = said.together && said.signs.len() > 1;
        let written = said
            .signs
            .iter()
            .map(|sign| self.sign_written(sign, !together));
        let written: Vec<Written> = written.collect();
        let declared = written.iter().filter_map(|sign| sign.declared.as_ref());
        let declared: Vec<String> = declared.map(|text| format!("`{text}`")).collect();
        let declare = match declared.as_slice() {
            [] => String::new(),
            all if together => format!("declare {}; ", list(all, "and")),
            all => format!("declare {}, and ", list(all, "and")),
        };
        let signs: Vec<&str> = written.iter().map(|sign| sign.text.as_str()).collect();
        let any = format!("report {} to {who}{behind}", list(&signs, "or"));
        if !together {
            return Some(Joint {
                help: format!("{declare}write `{any}`"),
                fix: declared.is_empty().then_some((asked.whole, any)),
            });
        }
        let (first, others) = signs.split_first()?;
        let others = others.join(" and ");
        Some(Joint {
            help: format!(
                "{declare}where all must be there at once write `report {first} to {who}{behind} if {others}`; where one \
                 is enough, `{any}`"
            ),
            fix: None,
        })
    }

    /// What a call asks for, before whom to call or behind it.
    pub(super) fn asked_of_call(&self, sentence: &Sentence, span: Span) -> Option<Asked> {
        let head = sentence.head.span;
        let (asked, at) = sentence.clauses.iter().find_map(|clause| {
            let Clause::If(asked) = &clause.node else {
                return None;
            };
            Some((asked.span, clause.span))
        })?;
        let mut text = self.one_line(asked).trim().to_owned();
        let (between, whole) = if at.start < head.start {
            let between = self.one_line(head.at_end().to(span.at_end()));
            (between, at.to(head).to(span.at_end()))
        } else {
            let between = self.one_line(head.at_end().to(at.at_start()));
            let behind = self.one_line(asked.at_end().to(span.at_end()));
            let (goes_on, behind) = of_the_sign(behind.trim().trim_end_matches('.'));
            if !goes_on.is_empty() {
                text = format!("{text} {goes_on}");
            }
            let clauses = ["because ", "[", "within ", "immediately", "accept "];
            if !behind.is_empty() && !clauses.iter().any(|word| behind.starts_with(word)) {
                return None;
            }
            (
                format!("{} {behind}", between.trim()),
                head.to(span.at_end()),
            )
        };
        let behind = without_from(sentence, &between).trim();
        // How soon is no clause of what was written, and one of a report.
        let behind = match soon_in(behind) {
            Some((start, length, clause)) if start == 0 && length == behind.len() => clause,
            _ => behind,
        };
        let behind = behind.to_owned();
        Some(Asked {
            text,
            whole,
            behind,
        })
    }

    /// Whether a name is that of something that is seen or felt. `heavy bleeding` is none where `heavy` is said of other
    /// things.
    pub(super) fn is_symptom(&self, name: &str) -> bool {
        let Some(reading) = self.read(name) else {
            return false;
        };
        let Named::Thing(id) = reading.named else {
            return false;
        };
        let mut attributes = reading.attributes.iter();
        self.vocabulary.thing(id).kind == Kind::Symptom
            && attributes.all(|attribute| can_have(&self.vocabulary, id, *attribute))
    }

    /// The sign that a state is, as far as it has a name.
    fn sign_of(&self, state: &str) -> Option<String> {
        let sign = sign_of_state(state).flatten();
        let sign = sign.filter(|sign| self.is_symptom(sign)).map(str::to_owned);
        sign.or_else(|| self.is_symptom(state).then(|| state.to_owned()))
    }

    /// `redness or swelling on legs`, where each sign of one place has its name and none of its own there.
    fn signs_of_a_place(&self, said: &SaidSigns) -> Option<String> {
        let mut place = None;
        let signs = said.signs.iter().map(|sign| match sign {
            SaidSign::State { of, state } if *place.get_or_insert(of) == of => {
                let own = self.is_symptom(&format!("{state} {of}"));
                self.sign_of(state).filter(|_| !own)
            }
            _ => None,
        });
        let signs: Vec<String> = signs.collect::<Option<_>>()?;
        let place = place.filter(|place| !is_here(place) && self.is_place(place))?;
        let any = !said.together || signs.len() == 1;
        any.then(|| format!("{} on {place}", list(&signs, "or")))
    }

    /// A sign as a report names it; in quotes where nothing is called so, or declared where it may not be.
    pub(super) fn sign_written(&self, sign: &SaidSign, in_quotes: bool) -> Written {
        let own = |text: String| match in_quotes {
            true => Written {
                text: format!("\"{text}\""),
                declared: None,
            },
            false => Written {
                declared: Some(format!("symptom \"{text}\"")),
                text,
            },
        };
        let named = |text: String| Written {
            text,
            declared: None,
        };
        match sign {
            SaidSign::Named(name) if self.is_symptom(name) => named(name.clone()),
            SaidSign::Named(name) if name.contains(' ') => own(name.clone()),
            SaidSign::Named(name) => Written {
                declared: Some(format!("symptom {name}")),
                text: name.clone(),
            },
            SaidSign::Growing { of, text } if self.is_symptom(of) => named(text.clone()),
            SaidSign::Growing { text, .. } => own(text.clone()),
            SaidSign::Measured { of, how } if self.is_symptom(of) => named(format!("{of} {how}")),
            SaidSign::Measured { of, how } => named(format!("\"{of}\" {how}")),
            SaidSign::Staying { text, .. } if self.is_symptom(text) => named(text.clone()),
            SaidSign::Staying { text, .. } => own(text.clone()),
            SaidSign::Turning { of, state } => {
                let turning = format!("{of} turning {state}");
                let turns = format!("{of} turns {state}");
                let state = format!("{state} {of}");
                let known = [&turning, &turns, &state]
                    .into_iter()
                    .find(|name| self.is_symptom(name));
                known.map_or_else(|| own(turning.clone()), |name| named(name.clone()))
            }
            SaidSign::State { of, state } => {
                let whole = format!("{state} {of}");
                match self.sign_of(state) {
                    _ if self.is_symptom(&whole) => named(whole),
                    // What is heavy is no heaviness, as it is of legs.
                    _ if state == "heavy" && self.is_symptom(of) => Written {
                        declared: Some(format!("symptom {whole} in {of}")),
                        text: whole,
                    },
                    Some(sign) if is_here(of) => named(sign),
                    // One of the same sign elsewhere is another.
                    Some(sign) => Written {
                        declared: Some(format!("symptom \"{whole}\" in {sign}")),
                        text: whole,
                    },
                    None => own(whole),
                }
            }
        }
    }

    /// What stands behind the `if` of a sentence that starts with whom to call.
    fn asked_behind(&self, sentence: &Sentence, span: Span) -> Option<String> {
        let head = sentence.head.span;
        if head.start != span.start {
            return None;
        }
        let asked = self.one_line(head.at_end().to(span.at_end()));
        let asked = asked.trim().strip_prefix("if ")?.trim_end_matches('.');
        Some(asked.to_owned())
    }

    /// `call us if drain fluid is suddenly bright red`: a report of the whole sign. What it is called without its state would
    /// be there in everybody.
    pub(super) fn sign_in_its_state(
        &self,
        sentence: &Sentence,
        span: Span,
        who: &str,
    ) -> Option<String> {
        let asked = self.asked_behind(sentence, span)?;
        let (place, state) = parted(&asked)?;
        let joined = [" and ", " or "].iter().any(|word| state.contains(word));
        let known = self.vocabulary.find_fact(place).is_some();
        let last = state.rsplit(' ').next().unwrap_or_default();
        let said = ["yes", "no", "true", "false"].contains(&last);
        if Qualifier::from_word(state).is_some() && self.read(place).is_some() {
            return Some(format!("report {place} {state} to {who}"));
        }
        if joined || known || said || !is_plain(place, 3) || !is_plain(state, 4) {
            return None;
        }
        Some(format!("report \"{}\" to {who}", without_article(&asked)))
    }
}

/// What of the words behind a sign goes on with it, and the rest: `to ooze` of `or starts to ooze` names nobody.
fn of_the_sign(behind: &str) -> (&str, &str) {
    const ENDS: &[&str] = &[" because ", " within ", " immediately", " ["];
    if !behind.starts_with("to ") {
        return ("", behind);
    }
    let ends = ENDS.iter().filter_map(|word| behind.find(word)).min();
    let (goes_on, rest) = behind.split_at(ends.unwrap_or(behind.len()));
    (goes_on, rest.trim())
}

/// Whether the one state is a word for how a part of the body is.
fn has_plain_state(signs: &[SaidSign]) -> bool {
    matches!(signs, [SaidSign::State { state, .. }] if sign_of_state(state).is_some())
}

/// What a sign is of, and its state.
fn parted(asked: &str) -> Option<(&str, &str)> {
    let (place, state) = [" is ", " are "]
        .iter()
        .find_map(|word| asked.split_once(word))?;
    Some((without_article(place), state))
}

/// Whether a text is no more than so many words.
fn is_plain(text: &str, most: usize) -> bool {
    let letters = text
        .chars()
        .all(|letter| letter.is_alphabetic() || letter == ' ');
    !text.is_empty() && letters && text.split(' ').count() <= most
}
