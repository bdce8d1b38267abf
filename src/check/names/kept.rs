//! `do not stop warfarin`, `avoid removing dressing`: a ban on ending something says that it goes on.
//! To leave the verb out would ban the thing itself, which is the contrary.

use super::Role;
use super::around::does_it;
use super::deed::doing;
use super::unknown::{is_doing, unknown};
use crate::check::checker::Checker;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::tree::{Kind, Name, Things};
use crate::vocabulary::{who_is_asked, who_says_so};

/// Verbs that end a thing, and the verb of its going on.
const ENDING: &[(&str, &str)] = &[
    ("come off", "continue"),
    ("discontinue", "continue"),
    ("forget", "use"),
    ("interrupt", "continue"),
    ("miss", "use"),
    ("omit", "use"),
    ("pause", "continue"),
    ("peel off", "keep"),
    ("pull off", "keep"),
    ("pull out", "keep"),
    ("quit", "continue"),
    ("remove", "keep"),
    ("skip", "use"),
    ("stop", "continue"),
    ("take off", "keep"),
    ("take out", "keep"),
    ("withhold", "continue"),
];

/// Words between such a verb and its thing that add nothing.
const BETWEEN: &[&str] = &[
    "a", "all", "an", "any", "applying", "my", PRESCRIBED, "taking", "the", "using", "wearing",
    "your",
];

/// Which of them says of whom a sentence holds.
const PRESCRIBED: &str = "prescribed";

/// Other things that hands do: banning one bans the deed, and not what it is done to.
const DEEDS: &[&str] = &[
    "bend", "change", "cover", "cut", "disturb", "dry", "expose", "get", "let", "loosen", "lose",
    "move", "open", "pull", "push", "put", "replace", "rub", "run", "share", "soak", "stretch",
    "swap", "switch", "tie", "touch", "turn", "twist", "wash", "wet",
];

/// Words that ban, before what they ban.
const BANNING: &[&str] = &["do not", "don't", "don\u{2019}t", "never", "avoid", "no"];

/// The verb of the going on of what these words end, and the words behind those that end it.
fn ended<'w>(words: &'w [&'w str]) -> Option<(&'static str, &'w [&'w str])> {
    let (first, behind) = words.split_first()?;
    ENDING.iter().find_map(|(ending, verb)| {
        let (base, off) = ending.split_once(' ').unwrap_or((*ending, ""));
        let rest = match behind.split_first() {
            Some((word, rest)) if *word == off => rest,
            _ if off.is_empty() => behind,
            _ => return None,
        };
        let between = rest.iter().take_while(|word| BETWEEN.contains(word));
        let rest = rest.get(between.count()..)?;
        (is_form(first, base) && !rest.is_empty()).then_some((*verb, rest))
    })
}

/// How the help about what somebody's word ends starts.
const UNTIL_STOPPED: &str = "what is not to end goes on until";

/// Whose word ends what is to go on: `without asking your doctor`, `unless your doctor agrees`.
fn waits_for(behind: &str) -> Option<&'static str> {
    let behind = behind.trim();
    let ends = [" because ", " if ", " for "];
    let end = ends.iter().filter_map(|end| behind.find(end)).min();
    let words = behind.get(..end.unwrap_or(behind.len()))?;
    words
        .strip_prefix("without ")
        .and_then(who_is_asked)
        .or_else(|| words.strip_prefix("unless ").and_then(who_says_so))
}

/// What to write of something that goes on until somebody stops it, and of whom.
fn until_stopped(who: &str, thing: &str, asked: Option<&str>) -> String {
    let whom = asked.map_or(String::new(), |asked| format!(" if {asked} {thing}"));
    format!(
        "{UNTIL_STOPPED} {who} stops it: declare `event {who} stops it`, and write `continue {thing} \
         until {who} stops it{whom}`; `avoid {thing}` would be the contrary"
    )
}

/// Whether a word is a verb, or its -ing form.
fn is_form(word: &str, verb: &str) -> bool {
    word == verb || word.ends_with("ing") && doing(verb).iter().any(|form| form == word)
}

/// Whether words start with something that hands do.
fn is_deed(words: &[&str]) -> bool {
    let first = words.first().copied().unwrap_or_default();
    DEEDS.iter().any(|verb| is_form(first, verb))
}

/// What is said of a deed in quotes that holds the name of a thing: none where that is as it should be.
pub(super) fn beside_quotes(
    text: &str,
    held: &str,
    (kind, stands): (Kind, Kind),
) -> Option<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    if let Some((verb, _)) = ended(&words) {
        let verb = if verb == "use" { "continue" } else { verb };
        return Some(format!("to say that it goes on, write `{verb} {held}`"));
    }
    // Whoever calls for a swollen tongue does not call for any swelling.
    if kind == Kind::Symptom {
        return Some(format!(
            "declare `symptom \"{text}\" in {held}`, so that rules on `{held}` cover it; `{held}` alone would be any"
        ));
    }
    // `put lotion` is what lotion is for: it is banned as the lotion.
    if let Some(place) = put_where(&words, held, kind) {
        return Some(match place {
            "" => format!(
                "write `avoid {held}`, and where behind `on`, so that it is {held} that is off"
            ),
            place => format!("write `avoid {held} on {place}`, so that it is {held} that is off"),
        });
    }
    // What one does to a thing is no kind of it: `pick at the stitches`.
    let does = matches!(kind, Kind::Activity | Kind::Action | Kind::Procedure);
    if is_deed(&words) || stands == Kind::Activity && !does {
        return None;
    }
    let before = lower.strip_suffix(&held.to_lowercase()).map(str::trim_end);
    if before.is_some_and(|before| does_it(before, held, kind)) {
        return None;
    }
    // `cooled boiled water` is a water; `ice directly` is no kind of ice, nor `peel scabs` of peel.
    Some(if lower.ends_with(&held.to_lowercase()) {
        format!(
            "declare `{} \"{text}\" in {held}`, so that rules on `{held}` cover it; `{held}` alone would be any",
            kind.word()
        )
    } else {
        format!(
            "declare `{text}` in the class that it belongs to; `{held}` alone would say something else"
        )
    })
}

/// `put lotion on legs` is what lotion is for: where it is put, which may not be said; none of other deeds.
fn put_where<'w>(words: &'w [&'w str], thing: &str, kind: Kind) -> Option<&'w str> {
    const PUTTING: &[&str] = &[
        "put on", "put", "apply", "use", "using", "putting", "applying",
    ];
    const WHERE: &[&str] = &["on", "onto", "to", "over", "around"];
    if !matches!(kind, Kind::Substance | Kind::Product) {
        return None;
    }
    let thing = thing.to_lowercase();
    let thing: Vec<&str> = thing.split_whitespace().collect();
    PUTTING.iter().find_map(|verb| {
        let verb: Vec<&str> = verb.split(' ').collect();
        let rest = words
            .get(verb.len()..)
            .filter(|_| words.starts_with(&verb))?;
        let between = rest.iter().take_while(|word| BETWEEN.contains(word));
        let rest = rest.get(between.count()..)?;
        let rest = rest
            .get(thing.len()..)
            .filter(|_| rest.starts_with(&thing))?;
        match rest {
            [] | ["on"] => Some(""),
            [joint, articles @ .., place] if WHERE.contains(joint) => {
                let are = articles
                    .iter()
                    .all(|word| ["the", "your", "my"].contains(word));
                are.then_some(*place)
            }
            _ => None,
        }
    })
}

impl Checker<'_> {
    /// What is said of a name in quotes that holds a symptom's and stands where no symptom can. What one does to a
    /// symptom is a deed of its own, `do not "pull scabs"`, and never a kind of that symptom.
    pub(super) fn beside_symptom(&self, name: &Name, stands: Kind) -> Option<String> {
        let lower = name.text.to_lowercase();
        let words: Vec<&str> = lower.split_whitespace().collect();
        let before = self.precedes(name).unwrap_or_default().to_lowercase();
        let sentence = before.rsplit(": ").next().unwrap_or_default().trim_start();
        let forbids = ["do not ", "don't ", "don\u{2019}t ", "never "];
        let is_deed = is_deed(&words)
            || ended(&words).is_some()
            || is_doing(&name.text)
            || forbids.iter().any(|word| sentence.starts_with(word));
        (!is_deed).then(|| {
            format!(
                "declare what it is, such as `{} \"{}\"`; a symptom itself is expected or reported",
                stands.word(),
                name.text
            )
        })
    }

    /// What to write in place of a ban on ending, or on doing something to, a thing that is known.
    pub(super) fn kept(&self, name: &Name, role: Role) -> Option<Diagnostic> {
        let Role::Restrict(head) = role else {
            return None;
        };
        let lower = name.text.to_lowercase();
        let words: Vec<&str> = lower.split_whitespace().collect();
        if BANNING.contains(&head)
            && let Some(goes_on) = self.goes_on(name, &words, role)
        {
            return Some(goes_on);
        }
        self.deed(name, &words, head, role)
    }

    fn goes_on(&self, name: &Name, words: &[&str], role: Role) -> Option<Diagnostic> {
        // Who must not is said, too: the sentence is about the medicine all the same.
        if let [front @ .., "yourself" | "yourselves" | "alone"] = words
            && front.len() > 1
        {
            return self.goes_on(name, front, role);
        }
        if let [word] = words
            && ["stop", "discontinue", "stopping"].contains(word)
        {
            return Some(unknown(name).with_help(
                "say what is not to be stopped, and for whom: `continue aspirin if taking aspirin`; whether it may be is \
                 asked by `ask prescriber about aspirin`",
            ));
        }
        let (verb, rest) = ended(words)?;
        let kind = self.kind_in(rest, role)?;
        let thing = rest.join(" ");
        let verb = match (verb, kind) {
            ("use", Kind::Medicine) => "take",
            ("use", Kind::Garment) => "wear",
            (verb, _) => verb,
        };
        let text = format!("{verb} {thing}");
        let asked = if words.contains(&PRESCRIBED) {
            PRESCRIBED
        } else {
            "taking"
        };
        if let (Some(who), "continue") = (self.follows(name).and_then(waits_for), verb) {
            let asked = (kind == Kind::Medicine).then_some(asked);
            return Some(unknown(name).with_help(until_stopped(who, &thing, asked)));
        }
        let timed = self.follows(name).is_some_and(|behind| {
            let times = ["for ", "until ", "today", "tonight", "on day", "before "];
            let behind = behind.trim_start();
            times
                .iter()
                .any(|word| behind.starts_with(word) || behind.contains(&format!(" {word}")))
        });
        // Without a time it would be asked for all through the aftercare: stitches come out before.
        if verb == "keep" && !timed {
            let deed = format!("\"{}\"", name.text);
            return Some(unknown(name).with_help(format!(
                "put the deed in quotes, `{deed}`; where it is to stay for a time, write `{text}` and until when"
            )).with_fix(name.span, deed));
        }
        // Nobody is told to go on with a medicine that only others take.
        let taken = verb == "continue" && kind == Kind::Medicine;
        // A medicine does not end with the aftercare.
        if taken && !timed {
            let own = if name.text.to_lowercase().ends_with(&thing) {
                " on your own"
            } else {
                ""
            };
            let said = format!("do not {}{own}", name.text);
            return Some(unknown(name).with_help(format!(
                "what is not to end goes on: write `note \"{said}\"`, or `continue {thing} always if {asked} {thing}`; to \
                 have it asked write `ask prescriber \"before stopping {thing}\"`; `avoid {thing}` would be the contrary"
            )));
        }
        let alone = !taken || self.follows(name)?.trim().is_empty();
        let (text, at_the_end) = match (taken, alone) {
            (true, true) => (format!("{text} if {asked} {thing}"), String::new()),
            (true, false) => (text, format!(" and `if {asked} {thing}` at the end")),
            _ => (text, String::new()),
        };
        let whole = if taken {
            text.clone()
        } else {
            self.with_the_rest(name, &text)
        };
        let diagnostic = unknown(name).with_help(format!(
            "what is not to end goes on: write `{whole}`{at_the_end}; `avoid {thing}` would be the contrary"
        ));
        let listed = name.quoted || self.stands_in_list(name)?;
        Some(match self.ban_before(name).filter(|_| !listed && alone) {
            Some(ban) => diagnostic.with_fix(ban.to(name.span), text),
            None => diagnostic,
        })
    }

    fn deed(&self, name: &Name, words: &[&str], head: &str, role: Role) -> Option<Diagnostic> {
        let (_, rest) = words.split_first()?;
        if !is_deed(words) && ended(words).is_none() {
            return None;
        }
        let behind = (0..rest.len()).find(|at| {
            let rest = rest.get(*at..).unwrap_or_default();
            self.kind_in(rest, role).is_some()
        })?;
        let named = rest.get(behind..)?;
        let thing = named.join(" ");
        let kind = self.kind_in(named, role)?;
        if put_where(words, &thing, kind).is_some()
            && let Some(ban) = self.ban_before(name)
        {
            let text = format!("avoid {thing}");
            return Some(
                unknown(name)
                    .with_help(format!("write `{text}`, so that it is {thing} that is off"))
                    .with_fix(ban.to(name.span), text),
            );
        }
        let quoted = format!("\"{}\"", name.text);
        Some(
            unknown(name)
                .with_help(format!(
                    "put the whole deed in quotes, as in `{head} {quoted}`; `{thing}` alone would say something else"
                ))
                .with_fix(name.span, quoted),
        )
    }

    /// `do not twist or turn the earring`: deeds in bare words, done to what stands behind the last of them. Whether the
    /// name at a place of such a list has its message, which the first of them gets.
    pub(super) fn one_deed(&mut self, things: &Things, index: usize, role: Role) -> bool {
        let Role::Restrict(head @ ("do not" | "never")) = role else {
            return false;
        };
        let names: Vec<&Name> = things.things.iter().map(|one| &one.node.name).collect();
        let ([.., last], Some(first)) = (names.as_slice(), names.first()) else {
            return false;
        };
        let lower = last.text.to_lowercase();
        let words: Vec<&str> = lower.split_whitespace().collect();
        let bare = |name: &&Name| !name.quoted && !name.text.contains(' ');
        let earlier = names.split_last().map_or(&[][..], |(_, earlier)| earlier);
        // What is known is banned as what it is, and the others have messages of their own.
        let unknown_deeds = !earlier.is_empty()
            && earlier.iter().all(bare)
            && earlier.iter().all(|name| {
                self.read(&name.text).is_none() && self.bare_deed(&name.text, role).is_none()
            });
        if !unknown_deeds || last.quoted || words.len() < 2 || !is_deed(&words) {
            return false;
        }
        if index == 0 {
            let span = first.span.to(last.span);
            let said = self.one_line(span);
            let quoted = format!("\"{said}\"");
            self.report(
                Diagnostic::new(
                    Code::UnknownName,
                    span,
                    format!("nothing called `{said}` is known here"),
                    "not a known name",
                )
                .with_help(format!(
                    "put the whole deed in quotes, as in `{head} {quoted}`"
                ))
                .with_fix(span, quoted),
            );
        }
        true
    }

    /// Whether an earlier message about what is to go on says already what somebody's word does to it.
    pub(crate) fn goes_on_until_stopped(&self, asked: &Name) -> bool {
        let before = self.precedes(asked).unwrap_or_default().len();
        let on_its_line = |span: Span| {
            let gap = asked.span.start.checked_sub(span.end);
            span.source == asked.span.source && gap.is_some_and(|gap| (gap as usize) < before)
        };
        who_says_so(&asked.text).is_some()
            && self.diagnostics.iter().any(|one| {
                let help = one.help.as_deref().unwrap_or_default();
                one.span().is_some_and(on_its_line) && help.contains(UNTIL_STOPPED)
            })
    }

    /// The word that bans, right before a name.
    pub(super) fn ban_before(&self, name: &Name) -> Option<Span> {
        let before = self.precedes(name)?;
        let trimmed = before.trim_end();
        let length = BANNING.iter().find_map(|word| {
            let start = trimmed.len().checked_sub(word.len())?;
            let found = trimmed.get(start..)?;
            let apart = trimmed.get(..start)?.chars().next_back();
            let whole = apart.is_none_or(|letter| !letter.is_alphanumeric());
            (whole && found.eq_ignore_ascii_case(word)).then_some(before.len() - start)
        })?;
        let start = name.span.start.checked_sub(u32::try_from(length).ok()?)?;
        Some(Span { start, ..name.span })
    }
}
