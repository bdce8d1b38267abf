//! `call us if you are pregnant or worried`, `call us if it is hot or red`: what a call asks for beside signs that have a
//! name.

use super::joint_signs::{Joint, Written};
use crate::check::checker::Checker;
use crate::check::wording::list;
use crate::span::Span;
use crate::syntax::tree::{Clause, Sentence};
use crate::vocabulary::{
    FactKind, HAVING, Named, SaidSign, each_without_getting, said_signs, sign_of_state,
};

impl Checker<'_> {
    /// What to write for a call about what the patient is, which is known before the treatment, and about signs beside it.
    pub(super) fn facts_of_call(
        &self,
        sentence: &Sentence,
        span: Span,
        who: &str,
    ) -> Option<String> {
        let asked = self.asked_of_call(sentence, span)?;
        let text = asked.text.trim_end_matches('.');
        let together = text.contains(" and ");
        if together && (text.contains(',') || text.contains(" or ")) {
            return None;
        }
        let parts = text
            .split(if together { " and " } else { " or " })
            .flat_map(|part| part.split(','));
        let parts = parts.map(str::trim).filter(|part| !part.is_empty());
        let (facts, signs): (Vec<&str>, Vec<&str>) = parts.partition(|part| self.is_asked(part));
        if facts.is_empty() {
            return None;
        }
        if together && !signs.is_empty() {
            let signs: Vec<String> = signs.iter().map(|part| of_you(part)).collect();
            let written = self.each_written(&signs.join(" or "));
            let [
                Written {
                    text,
                    declared: None,
                },
            ] = written.as_slice()
            else {
                return None;
            };
            let asked: Vec<&str> = facts.iter().map(|part| bare(part)).collect();
            return Some(format!(
                "write `report {text} to {who} if {}`",
                asked.join(" and ")
            ));
        }
        let told: Vec<String> = facts
            .iter()
            .map(|part| format!("`tell clinic \"if {}\"`", of_you(part)))
            .collect();
        let named: Vec<String> = facts
            .iter()
            .map(|part| format!("`{}`", bare(part)))
            .collect();
        let is = if named.len() == 1 {
            "is asked"
        } else {
            "are asked"
        };
        let own: Vec<&str> = facts.iter().map(|part| bare(part)).collect();
        let what = format!(
            "{} {is} before the treatment, and no sign: write {}{}",
            list(&named, "and"),
            list(&told, "and"),
            self.where_it_comes(&own, span)
        );
        if signs.is_empty() {
            return Some(what);
        }
        let signs: Vec<String> = signs.iter().map(|part| of_you(part)).collect();
        let written = self.each_written(&signs.join(" or "));
        let declared: Vec<&str> = written
            .iter()
            .filter_map(|sign| sign.declared.as_deref())
            .collect();
        let declare = match declared.as_slice() {
            [] => String::new(),
            all => {
                let all: Vec<String> = all.iter().map(|one| format!("`{one}`")).collect();
                format!("; declare {}", list(&all, "and"))
            }
        };
        let signs: Vec<&str> = written.iter().map(|sign| sign.text.as_str()).collect();
        let behind = match asked.behind.as_str() {
            "" => String::new(),
            behind => format!(" {behind}"),
        };
        Some(format!(
            "{what}{declare}, and {}`report {} to {who}{behind}`",
            if declared.is_empty() { "" } else { "write " },
            list(&signs, "or")
        ))
    }

    /// What to write of facts that the file declares itself, where they are what comes after the treatment: `call us if flu`.
    pub(crate) fn where_it_comes(&self, facts: &[&str], span: Span) -> String {
        let is_own = |name: &&&str| {
            let fact = self.vocabulary.find_fact(name);
            fact.is_some_and(|fact| self.vocabulary.fact(fact).span.source == span.source)
        };
        let own = facts.iter().filter(is_own);
        let own: Vec<String> = own.map(|name| format!("`symptom {name}`")).collect();
        if own.is_empty() {
            return String::new();
        }
        format!(
            "; where it comes after the treatment, declare {} in place of the fact",
            list(&own, "and")
        )
    }

    /// Each sign of a list that is said of the patient, as a report names it.
    fn each_written(&self, asked: &str) -> Vec<Written> {
        let said = said_signs(asked, |name| self.is_symptom(name));
        let signs = said.map(|said| said.signs).unwrap_or_else(|| {
            let bare = each_without_getting(asked).unwrap_or_else(|| asked.to_owned());
            bare.split(" or ")
                .map(|name| SaidSign::Named(name.to_owned()))
                .collect()
        });
        signs
            .iter()
            .map(|sign| self.sign_written(sign, true))
            .collect()
    }

    /// Whether words ask what is answered with yes or no: `you are pregnant`.
    fn is_asked(&self, part: &str) -> bool {
        let Some(Named::Fact(fact)) = self.read(bare(part)).map(|reading| reading.named) else {
            return false;
        };
        matches!(self.vocabulary.fact(fact).kind, FactKind::YesNo)
    }

    /// What to write for a call about how `it` is: the sign, where that of the skin that was treated is meant.
    pub(super) fn pronoun_of_call(
        &self,
        sentence: &Sentence,
        span: Span,
        who: &str,
    ) -> Option<String> {
        let mut asked = self.asked_of_call(sentence, span)?;
        let (word, of) = asked.text.split_once(' ')?;
        if !["it", "they"].contains(&word.to_lowercase().as_str()) {
            return None;
        }
        let word = word.to_owned();
        asked.text = format!("skin {of}");
        let said = said_signs(&asked.text, |name| self.is_symptom(name))?;
        let is_state = |sign: &SaidSign| match sign {
            SaidSign::State { of, state } if of == "skin" => sign_of_state(state).is_some(),
            SaidSign::Turning { of, .. }
            | SaidSign::Growing { of, .. }
            | SaidSign::Measured { of, .. }
            | SaidSign::Staying { of, .. } => of != "skin",
            SaidSign::State { .. } | SaidSign::Named(_) => true,
        };
        let is_of_skin = said.signs.iter().any(|sign| sign.of() == Some("skin"));
        if !is_of_skin || !said.signs.iter().all(is_state) {
            return None;
        }
        let Joint { help, .. } = self.joint_of(&asked, who)?;
        Some(format!(
            "each sentence stands alone, so say what `{word}` is: where the treated skin is meant, {help}"
        ))
    }
}

impl Checker<'_> {
    /// Whether what is asked is said of a word that stands for a sign.
    pub(super) fn asks_of_it(&self, sentence: &Sentence) -> bool {
        let mut clauses = sentence.clauses.iter();
        let asked = clauses.find_map(|clause| match &clause.node {
            Clause::If(asked) => Some(self.one_line(asked.span)),
            _ => None,
        });
        asked.is_some_and(|asked| asked.starts_with("it ") || asked.starts_with("they "))
    }
}

/// `pregnant` of `you are pregnant`
fn bare(part: &str) -> &str {
    const OF_YOU: &[&str] = &[
        "you are ",
        "you're ",
        "you\u{2019}re ",
        "you become ",
        "you get ",
        "you have ",
        "are ",
        "become ",
        "have ",
    ];
    let found = OF_YOU.iter().find_map(|word| part.strip_prefix(word));
    found.unwrap_or(part)
}

/// A part of a list whose `you` stands before its first one: `you have a fever` of `have a fever`.
fn of_you(part: &str) -> String {
    let mut doing = HAVING.iter().chain(&["become "]);
    let does = doing.any(|word| part.starts_with(word));
    if does {
        format!("you {part}")
    } else if part.starts_with("you") || part.contains(' ') {
        part.to_owned()
    } else {
        format!("you are {part}")
    }
}
