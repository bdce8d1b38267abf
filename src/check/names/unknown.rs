//! A name that nothing is called: what was probably meant.

use super::Role;
use super::other_head::says_only_then;
use super::placed::is_area;
use super::reading::without_article;
use super::spf::as_spf;
use crate::check::checker::Checker;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::tree::Name;
use crate::syntax::{MAX_MISTAKES, RESERVED};
use crate::vocabulary::{MANNERS, OFTEN, UNITS, nearest, who_says_so};

/// Clause words that can end a sentence; the others want something behind them.
const LAST_WORDS: &[&str] = &[
    "daily",
    "weekly",
    "monthly",
    "hourly",
    "nightly",
    "today",
    "tonight",
    "always",
    "twice",
    "once",
    "before",
    "immediately",
];

/// The most words that a name may have to be looked into: what is longer is no slip of the pen.
const LONGEST: usize = 24;

impl Checker<'_> {
    /// Reports a name that is not known, with what was probably meant.
    pub(crate) fn unknown_name(&mut self, name: &Name, role: Role) {
        if self.is_excused(&name.text) || self.unread.hold(name.span) {
            return;
        }
        // Quotes with nothing between them are refused as such.
        if name.text.is_empty() || self.is_further_moment(name) || self.is_put_aside(name) {
            return;
        }
        if self.quiet {
            return self.report(unknown(name));
        }
        if self.on_their_own(name, role) {
            return;
        }
        if self.only_if_told(name, role) || role == Role::Place && self.is_of_a_deed(name) {
            return;
        }
        if self.diagnostics.len() >= MAX_MISTAKES {
            self.report(unknown(name).with_help("mend the mistakes above first, then check again"));
            return;
        }
        if name.text.split_whitespace().nth(LONGEST).is_some() {
            self.report(
                unknown(name).with_help("write a name of a few words, and a comma between things"),
            );
            return;
        }
        if let Some(said) = self.said_of_places(name, role) {
            return self.report_with_rest(said, name);
        }
        let misspelt = self
            .misspelt_clause(name)
            .or_else(|| self.misspelt_each(name, role))
            .or_else(|| self.below(name, role))
            .or_else(|| self.longer_than(name, role))
            .or_else(|| self.up_to_days(name, role))
            .or_else(|| self.first_of_all(name, role));
        if misspelt.is_some() {
            self.excuse_quantity_after(name.span);
        }
        let whole = self.directly(name, role).or_else(|| self.more_than(name));
        if let Some(said) = self.more_than_a_name(name, role) {
            return self.report(said);
        }
        if let Some(whole) = whole {
            self.excuse_inside(&whole, name.span);
            return self.report(whole);
        }
        let diagnostic = misspelt
            .or_else(|| as_spf(name))
            .or_else(|| self.upon_the_same(name, role))
            .or_else(|| {
                (role == Role::Anchor)
                    .then(|| self.over_said(name))
                    .flatten()
            })
            .or_else(|| self.not_treating(name, role))
            .or_else(|| self.no_sign(name, role))
            .or_else(|| self.during_symptom(name, role))
            .or_else(|| self.done_but_not_there(name, role))
            .or_else(|| self.used(name, role))
            .or_else(|| self.kept(name, role))
            .or_else(|| self.attribute_without_with(name, role))
            .or_else(|| self.last_of(name, role))
            .or_else(|| self.sheet_words(name, role))
            .or_else(|| self.deed_in_words(name, role))
            .or_else(|| self.deed_upon_sign(name, role))
            .or_else(|| self.near_thing(name, role))
            .or_else(|| self.near_qualifier(name, role))
            .or_else(|| self.extra_word(name, role))
            .unwrap_or_else(|| self.not_known(name, role));
        if says_only_then(&diagnostic) {
            self.forget_what_for(name);
        }
        self.report(diagnostic);
    }

    /// `only to shower`: what does not go with the sentence is the situation, of which the message about `only` tells.
    fn forget_what_for(&mut self, name: &Name) {
        self.diagnostics.retain(|one| {
            let gap = one.span().filter(|span| span.source == name.span.source);
            let gap = gap.and_then(|span| span.start.checked_sub(name.span.end));
            !(one.code == Code::ClauseUnfit && gap.is_some_and(|gap| gap <= 1))
        });
    }

    /// `do not stop warfarin on your own`: whether it is no place, and the deed before it has its message.
    fn on_their_own(&self, name: &Name, role: Role) -> bool {
        let line = self.precedes(name).unwrap_or_default().len();
        let own = without_article(&name.text).eq_ignore_ascii_case("own");
        role == Role::Place
            && own
            && self.diagnostics.iter().any(|one| {
                let span = one.span().filter(|span| span.source == name.span.source);
                let gap = span.and_then(|span| name.span.start.checked_sub(span.end));
                one.code == Code::UnknownName && gap.is_some_and(|gap| (gap as usize) < line)
            })
    }

    /// `exercise only if your doctor agrees`: the question is not known either, and its message says the whole.
    fn only_if_told(&self, name: &Name, role: Role) -> bool {
        let only = name.text.strip_suffix(" only");
        let known = only.filter(|thing| {
            let words: Vec<&str> = thing.split_whitespace().collect();
            self.kind_in(&words, role).is_some()
        });
        let follows = self.follows(name).unwrap_or_default().trim_start();
        let asked = ["if ", "unless "]
            .iter()
            .find_map(|joint| follows.strip_prefix(joint));
        let asked = asked.map(|asked| asked.split(" because ").next().unwrap_or(asked));
        known.is_some() && asked.is_some_and(|asked| who_says_so(asked).is_some())
    }

    /// `makeup fro healed`: a clause word has melted into the name.
    pub(crate) fn misspelt_clause(&self, name: &Name) -> Option<Diagnostic> {
        let spans = self.word_spans(name)?;
        let words: Vec<&str> = name.text.split_whitespace().collect();
        let at = (1..words.len()).rev().find(|at| {
            words
                .get(..*at)
                .and_then(|front| self.read_words(front))
                .is_some()
        })?;
        if let (Some("as"), Some(word), Some(span)) =
            (words.get(at).copied(), words.get(at + 1), spans.get(at + 1))
            && nearest(word, ["needed"]).is_some()
        {
            return Some(misspelt(word, *span, "needed"));
        }
        if let (Some(number), Some(word), Some(span)) =
            (words.get(at), words.get(at + 1), spans.get(at + 1))
            && number.starts_with(|letter: char| letter.is_ascii_digit())
        {
            let units = UNITS.iter().flat_map(|row| [row.plural, row.name]);
            return nearest(word, units).map(|near| misspelt(word, *span, near));
        }
        let (word, span) = (words.get(at)?, spans.get(at)?);
        let next = match words.get(at + 1) {
            Some(next) => Some((*next).to_owned()),
            None => self.next_word(name.span),
        };
        let near = near_clause_word(word, next.as_deref())?;
        Some(misspelt(word, *span, near))
    }

    /// `retinoids, includng retinol`: what stands behind the comma is no thing of the list.
    pub(crate) fn misspelt_including(&self, name: &Name) -> Option<Diagnostic> {
        let words: Vec<&str> = name.text.split_whitespace().collect();
        let (first, rest) = words.split_first()?;
        let span = self.word_spans(name)?.first().copied()?;
        let is_near = strsim::osa_distance(&first.to_lowercase(), "including") <= 2;
        (is_near && self.read_words(rest).is_some()).then(|| misspelt(first, span, "including"))
    }

    /// `makeup fro 3 days`: what stands behind the misspelt word is then no quantity without `for`.
    fn excuse_quantity_after(&mut self, name: Span) {
        let Some(text) = self.sources.get(name.source).map(|source| source.text()) else {
            return;
        };
        self.diagnostics.retain(|other| {
            let of_quantity = matches!(other.code, Code::DaysWithoutFor | Code::ClauseUnfit);
            let follows = other.span().is_some_and(|span| {
                let gap = text.get(name.end as usize..span.start as usize);
                span.source == name.source && gap.is_some_and(|gap| gap.trim().is_empty())
            });
            !(of_quantity && follows)
        });
    }

    /// The next word of the sentence on the same line.
    fn next_word(&self, span: Span) -> Option<String> {
        let text = self.sources.get(span.source)?.text();
        let line = text.get(span.end as usize..)?.lines().next()?.trim_start();
        let word = line.split_whitespace().next()?;
        word.starts_with(|letter: char| letter.is_alphanumeric() || letter == '"')
            .then(|| word.to_owned())
    }

    fn not_known(&self, name: &Name, role: Role) -> Diagnostic {
        let text = &name.text;
        let declared = self.declaration(name, role);
        let quoted = if role.local_kind().is_some() {
            ", or put it in quotes to use it only here"
        } else {
            ""
        };
        let mut alike = self.sharing_last_word(text, role);
        if alike.is_empty() {
            alike = self.names_with(text, role);
        }
        if let Some(help) = self
            .done_upon(name, role)
            .or_else(|| self.trouble(name, role))
            .or_else(|| self.deed_upon(name, role))
        {
            return unknown(name).with_help(help);
        }
        let first = text.split(' ').next().unwrap_or_default().to_lowercase();
        if matches!(role, Role::Duty(..))
            && ["at", "from", "in", "out", "through"].contains(&first.as_str())
        {
            return unknown(name).with_help(format!(
                "say what first; how it is done stands behind `using`, or in quotes as `by \"{text}\"`"
            ));
        }
        if let Some(meant) = of_another_kind(name, role).or_else(|| self.setting(name, role)) {
            return meant;
        }
        if let Some(help) = self
            .behind_a_moment(name)
            .or_else(|| self.this_treatment(name, role))
        {
            return unknown(name).with_help(help);
        }
        if let Some(class) = self.class_of_alike(text, role) {
            let alike = crate::check::wording::list(&alike, "and");
            return unknown(name).with_help(format!(
                "{alike} can be named; to mean all of them declare `{class}`"
            ));
        }
        if let Some(help) = self.of_known_kinds(name, role) {
            return unknown(name).with_help(help);
        }
        unknown(name).with_help(if alike.is_empty() {
            format!("declare it, such as {declared}{quoted}")
        } else {
            let alike = crate::check::wording::list(&alike, "and");
            format!("{alike} can be named; declare another one, such as {declared}{quoted}")
        })
    }

    /// `7 days before your thread lift`: the treatment, perhaps, which a file without its header does not name.
    fn this_treatment(&self, name: &Name, role: Role) -> Option<String> {
        let named = ["your ", "the ", "this "];
        let before = self.precedes(name)?.trim_end().to_lowercase();
        let side = ["before", "after"]
            .into_iter()
            .find(|side| before.ends_with(side))?;
        let said = name.text.to_lowercase();
        let is_one = named.iter().any(|start| said.starts_with(start));
        (role == Role::Anchor && is_one).then(|| {
            format!(
                "where this treatment is meant write `{side} treatment`; another one is declared, such as {}",
                self.declaration(name, role)
            )
        })
    }

    /// `do not lie`: what stands there is what one does.
    pub(super) fn behind_do_not(&self, name: &Name) -> bool {
        let before = self.precedes(name).unwrap_or_default().trim_end();
        let before = before.to_lowercase();
        ["do not", "don't", "don\u{2019}t", "never"]
            .iter()
            .any(|word| before.ends_with(word))
    }
}

/// `on the area`, `report temperature above 38 C`, `use spf 30`: what stands for another name.
fn of_another_kind(name: &Name, role: Role) -> Option<Diagnostic> {
    let text = &name.text;
    if role == Role::Place && is_area(text) {
        let help = "write `treated area`, or leave it out: a sentence without a place is about it";
        return Some(
            unknown(name)
                .with_help(help)
                .with_fix(name.span, "treated area"),
        );
    }
    if matches!(role, Role::Symptom(_)) && is_temperature(text) {
        return Some(
            unknown(name)
                .with_help("write `fever`, as in `fever above 38 C`")
                .with_fix(name.span, "fever"),
        );
    }
    None
}

/// What sheets say for a fever: `temperature above 38 C`.
pub(crate) fn is_temperature(text: &str) -> bool {
    let said = text.to_lowercase();
    let said = said.strip_prefix("body ").unwrap_or(&said);
    ["temp", "temperature"].contains(&said)
}

/// Whether a name says what one does: `lifting`, `bending over`.
pub(super) fn is_doing(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default();
    first.len() > 5 && first.to_lowercase().ends_with("ing")
}

pub(super) fn misspelt(word: &str, span: Span, near: &str) -> Diagnostic {
    Diagnostic::new(
        Code::MisspeltWord,
        span,
        format!("`{word}` is no word of the language"),
        "misspelt?",
    )
    .with_help(format!("did you mean `{near}`?"))
    .with_fix(span, near)
}

/// A name that nothing is called, and what to write in its place.
pub(super) fn instead(name: &Name, help: impl Into<String>, text: String) -> Diagnostic {
    unknown(name).with_help(help).with_fix(name.span, text)
}

pub(super) fn unknown(name: &Name) -> Diagnostic {
    Diagnostic::new(
        Code::UnknownName,
        name.span,
        format!("nothing called `{}` is known here", shortened(&name.text)),
        "not a known name",
    )
}

/// A text as it is, or its beginning where it is longer than a line.
pub(super) fn shortened(text: &str) -> String {
    let short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        format!("{short}...")
    } else {
        short
    }
}

/// The clause word that a word misspells, if one is near and can stand before the next word.
fn near_clause_word(word: &str, next: Option<&str>) -> Option<&'static str> {
    let lower = word.to_lowercase();
    let letters = lower.chars().count();
    if letters < 3 || ["still", "your", "the"].contains(&lower.as_str()) {
        return None;
    }
    RESERVED
        .iter()
        .copied()
        .filter(|clause| clause.chars().count() > 1 && can_stand(clause, next))
        .filter(|clause| clause.chars().count().abs_diff(letters) <= 1)
        .filter(|clause| strsim::damerau_levenshtein(clause, &lower) == 1)
        .min_by_key(|clause| {
            // A swap of neighbours keeps the letters, and is the likelier slip.
            let mut letters: Vec<char> = clause.chars().collect();
            let mut written: Vec<char> = lower.chars().collect();
            letters.sort_unstable();
            written.sort_unstable();
            (letters != written, clause.len(), *clause)
        })
}

/// Whether a clause word can stand before a word, or at the end of its line.
fn can_stand(clause: &str, next: Option<&str>) -> bool {
    match (clause, next) {
        ("for", Some(next)) => {
            next.starts_with(|letter: char| letter.is_ascii_digit())
                || ["about", "at", "up", "the", "a", "one", "two", "three"].contains(&next)
        }
        ("very", Some(next)) => MANNERS.contains(&next),
        (_, Some(_)) => true,
        (clause, None) => {
            LAST_WORDS.contains(&clause) || MANNERS.contains(&clause) || OFTEN.contains(&clause)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::near_clause_word;

    #[test]
    fn clause_words_are_found_again() {
        assert_eq!(near_clause_word("fro", Some("7")), Some("for"));
        assert_eq!(near_clause_word("dayly", None), Some("daily"));
        assert_eq!(near_clause_word("untill", Some("healed")), Some("until"));
        assert_eq!(near_clause_word("becuase", Some("\"it")), Some("because"));
        assert_eq!(near_clause_word("fro", Some("healed")), Some("from"));
        assert_eq!(near_clause_word("fro", None), None);
        assert_eq!(near_clause_word("gentley", None), Some("gently"));
        assert_eq!(near_clause_word("thiny", Some("daily")), Some("thinly"));
        assert_eq!(near_clause_word("serum", Some("daily")), None);
    }
}
