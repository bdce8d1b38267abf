//! `for` with what is no length of time: for whom, or for which concern.

use crate::check::checker::Checker;
use crate::check::wording::list;
use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::span::Span;
use crate::syntax::tree::{Clause, Kind, Name, Sentence};
use crate::vocabulary::{FactKind, Named, fold};

/// Words that ban, at the start of a sentence.
const BANS: &[&str] = &["avoid", "do not", "don't", "never", "no", "stop"];

impl Checker<'_> {
    /// `avoid retinoids for pregnant women`, `use serum for acne scars`: a condition, said with `for`.
    pub(super) fn for_whom(&mut self, names: &[Name], span: Span, sentence: &Sentence) {
        let head = sentence.head.span;
        let refused = self.diagnostics.iter().any(|one| {
            let within = |at: Span| at.source == head.source && at.start >= head.start;
            let at = one.span().filter(|at| within(*at) && at.end <= head.end);
            one.code == Code::UnknownHead && at.is_some()
        });
        if refused {
            return;
        }
        let raw = self.one_line(span);
        let diagnostic = Diagnostic::new(
            Code::ConcernsNotHere,
            span,
            format!("`{raw}` is neither a length of time nor a concern of a course"),
            "`for` wants a length of time here",
        );
        let texts: Vec<&str> = names.iter().map(|name| name.text.as_str()).collect();
        if texts.iter().any(|text| is_long(text)) {
            let how = self.left_for_long(sentence, &raw);
            // All of it in quotes mends a name that is not known, too.
            self.diagnostics.retain(|one| {
                one.code != Code::UnknownName || !one.span().is_some_and(|at| head.contains(at))
            });
            return self.report(diagnostic.with_help(format!(
                "how long each time is a part of what is left: {how}"
            )));
        }
        if let [text] = texts.as_slice()
            && [
                "no more than",
                "not more than",
                "less than",
                "no longer than",
            ]
            .contains(text)
        {
            return self.report(diagnostic.with_help(format!(
                "write `at most` in place of `{raw}`, as in `at most 10 minutes`, which is how long each time"
            )));
        }
        let condition = self.patients(&texts).or_else(|| self.concern(&texts));
        let Some(condition) = condition.or_else(|| self.signs(&texts)) else {
            return self.report(diagnostic.with_help(
                "write a length, such as `for 7 days`; whom it is for stands after `if`, as in \
                 `if pregnant`",
            ));
        };
        let asks = |clause: &Clause| matches!(clause, Clause::If(_) | Clause::Unless(_));
        let asked = sentence.clauses.iter().any(|clause| asks(&clause.node));
        let text = format!("if {condition}");
        let diagnostic = match self.is_as_needed(span) {
            true => diagnostic.with_help(format!("write `as needed {text}`")),
            false => diagnostic.with_help(format!(
                "write `{text}`, or a length of time, such as `for 7 days`"
            )),
        };
        self.report(if asked {
            diagnostic
        } else {
            diagnostic.with_edits(moved_back(sentence, span, &text))
        });
    }

    /// Whether `as needed` stands right before: what follows is no length of time.
    fn is_as_needed(&self, span: Span) -> bool {
        let text = self.sources.get(span.source).map(|source| source.text());
        let before = text.and_then(|text| text.get(..span.start as usize));
        before.is_some_and(|before| before.trim_end().to_lowercase().ends_with("as needed"))
    }

    /// `avoid sitting for long periods`: how to say what is left.
    fn left_for_long(&self, sentence: &Sentence, raw: &str) -> String {
        let written = self.one_line(sentence.head.span);
        let (head, left) = BANS
            .iter()
            .find_map(|head| Some((*head, written.strip_prefix(head)?.trim_start())))
            .unwrap_or(("avoid", "sitting"));
        let whole = format!("\"{left} {raw}\"");
        // `standing still`: all of it, or what it starts with.
        let ends = left.match_indices(' ').map(|(end, _)| end);
        let mut starts = std::iter::once(left.len()).chain(ends.rev());
        let known = starts.find_map(|end| {
            let start = left.get(..end)?;
            match self.read(start)?.named {
                Named::Thing(id) => Some((self.vocabulary.thing(id).kind.word(), start)),
                Named::Fact(_) => None,
            }
        });
        match known {
            Some((kind, class)) => {
                format!("declare `{kind} {whole} in {class}`, and the sentence reads as it stands")
            }
            None => format!("put that in quotes as a whole, `{head} {whole}`"),
        }
    }

    /// `pain or itching`: what something is taken for.
    fn signs(&self, names: &[&str]) -> Option<String> {
        let is_sign = |name: &&str| match self.read(name).map(|reading| reading.named) {
            Some(Named::Thing(id)) => self.vocabulary.thing(id).kind == Kind::Symptom,
            _ => false,
        };
        let all = names.iter().all(is_sign);
        all.then(|| list(names, "or"))
    }

    /// `concerns includes acne scars`, where that is a value of the fact.
    fn concern(&self, names: &[&str]) -> Option<String> {
        let fact = self.vocabulary.fact(self.vocabulary.find_fact("concerns")?);
        let FactKind::AnyOf(values) = &fact.kind else {
            return None;
        };
        let has = |name: &&str| values.iter().any(|value| fold(value) == fold(name));
        let mode = if names.len() > 1 { "any of " } else { "" };
        let all = names.iter().all(has);
        all.then(|| format!("{} includes {mode}{}", fact.name, names.join(", ")))
    }
}

/// `for long periods`: no number, and of each time.
fn is_long(text: &str) -> bool {
    const LONG: &[&str] = &["extended", "long", "longer", "prolonged", "too"];
    let first = text.split(' ').next().unwrap_or_default().to_lowercase();
    LONG.contains(&first.as_str())
}

/// The clause replaced by a condition, which stands behind window, quantity and frequency.
fn moved_back(sentence: &Sentence, span: Span, text: &str) -> Vec<Edit> {
    let first = |clause: &Clause| {
        matches!(
            clause,
            Clause::Window(_) | Clause::Quantity(_) | Clause::Frequency(_)
        )
    };
    let later = sentence
        .clauses
        .iter()
        .filter(|clause| first(&clause.node) && clause.span.start >= span.end);
    match later.map(|clause| clause.span).max_by_key(|span| span.end) {
        None => vec![Edit {
            span,
            text: text.to_owned(),
        }],
        Some(last) => vec![
            Edit {
                span,
                text: String::new(),
            },
            Edit {
                span: last.at_end(),
                text: format!(" {text}"),
            },
        ],
    }
}
