//! `wash hands before touching ear`, `wait 24 hours before makeup`: a `before` that is none of the treatment.

use crate::diagnostic::Diagnostic;
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::calls::CALLING;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;
use crate::syntax::tree::TimeUnit;

impl Lower<'_> {
    /// `wash hands before touching ear`: what is done before a deed is done before each one, and not before
    /// the treatment.
    pub(super) fn before_each(
        &self,
        diagnostic: Diagnostic,
        stop: Stop,
        at: usize,
        after: &str,
    ) -> Diagnostic {
        if after.starts_with("day ") {
            let day: Vec<&str> = after.splitn(3, [' ', ',']).take(2).collect();
            let diagnostic = diagnostic.with_help(format!(
                "up to a day is written `until {}`; `before treatment` is before the session itself",
                day.join(" ")
            ));
            let word = self.place(at - "before".len(), at);
            return self.fix_if_reads(diagnostic, stop.line, vec![edit(word, "until")]);
        }
        if let Some((text, whole)) = self.waits(stop, at) {
            let indent = self.indentation(stop.line);
            let edits = vec![edit(whole, text.replace('\n', &format!("\n{indent}")))];
            let diagnostic =
                diagnostic.with_help(format!("write `{}`", text.replace('\n', "` and `")));
            return self.fix_if_reads(diagnostic, stop.line, edits);
        }
        let length = self.length_before(at, after);
        let edits = length.map(|length| (length, vec![edit(length.at_start(), "for ")]));
        if let Some((length, edits)) = edits.filter(|(_, edits)| self.reads_with(stop.line, edits))
        {
            let whole = self.quote(self.place(length.start as usize, stop.line.end as usize));
            return diagnostic
                .with_help(format!(
                    "how long before is written with `for`, as in `for {whole}`"
                ))
                .with_edits(edits);
        }
        if let Some((text, whole)) = self.not_before(stop, at) {
            let (write, also) = match text.split_once(" from ") {
                Some((resumed, length)) if resumed.starts_with("resume ") => {
                    let thing = resumed.trim_start_matches("resume ");
                    (text.clone(), format!(", or `avoid {thing} for {length}`"))
                }
                _ => (text.clone(), String::new()),
            };
            let edits = vec![edit(whole, text)];
            let diagnostic = diagnostic.with_help(format!("write `{write}`{also}"));
            return self.fix_if_reads(diagnostic, stop.line, edits);
        }
        if after.starts_with("and ") {
            return diagnostic.with_help(
                "say how long on both sides, as in `for 1 week before and 2 weeks after`; what is taken up again has a \
                 sentence of its own, with `resume`",
            );
        }
        if after.is_empty() {
            return diagnostic;
        }
        if let Some(called) = this_treatment(after) {
            return self.before_this(diagnostic, stop, at, called);
        }
        if let Some(length) = going_home(after) {
            let word = at - "before".len();
            let edits = vec![edit(
                self.place(word, at + 1 + length),
                "straight after treatment",
            )];
            let diagnostic =
                diagnostic.with_help("write `straight after treatment`, which is once, on its day");
            return self.fix_if_reads(diagnostic, stop.line, edits);
        }
        if let Some((whole, note)) = self.calls_before(stop) {
            let diagnostic = diagnostic.with_help(format!(
                "whom to call before something is done stands in your own words: `{note}`; a `report` is for signs"
            ));
            return diagnostic.with_edits(vec![edit(whole, note)]);
        }
        let diagnostic = diagnostic.with_help(format!(
            "write `before each` and what it is done before, as in `before each cleansing`; `before \
             treatment` is before the session itself, and `before {after}` is no time that is known"
        ));
        let is_deed = after
            .split(' ')
            .next()
            .is_some_and(|word| word.ends_with("ing"));
        if !is_deed {
            return diagnostic;
        }
        let edits = vec![edit(self.place(at, at), " each")];
        if !self.reads_with(stop.line, &edits) {
            return diagnostic;
        }
        diagnostic
            .with_help(format!(
                "write `before each {}`: each time, and not before the treatment",
                after.trim_end_matches('.')
            ))
            .with_edits(edits)
    }

    /// `do not restart warfarin before 48 hours`, `no swimming before 4 weeks`: off for so long.
    fn not_before(&self, stop: Stop, at: usize) -> Option<(String, Span)> {
        const BANS: &[&str] = &["avoid ", "no ", "do not ", "don't ", "never "];
        const TAKING_UP: &[&str] = &[
            "restart ",
            "restarting ",
            "resume ",
            "resuming ",
            "start ",
            "starting ",
        ];
        let start = self.after_labels(stop.line);
        let front = self.laid_out.get(start..at)?.trim_start();
        let behind = self.laid(self.place(at, stop.line.end as usize)).trim();
        let behind = behind.trim_end_matches('.');
        let mut words = behind.split(' ');
        let counts = words
            .next()?
            .starts_with(|letter: char| letter.is_ascii_digit());
        let is_unit = TimeUnit::from_word(words.next()?).is_some();
        let ban = BANS.iter().find(|ban| front.starts_with(**ban))?;
        if !counts || !is_unit || words.next().is_some() {
            return None;
        }
        let whole = self.trimmed(self.place(start, stop.line.end as usize));
        let deed = front.strip_prefix(ban)?.strip_suffix("before")?.trim();
        let text = match TAKING_UP.iter().find_map(|verb| deed.strip_prefix(verb)) {
            Some(thing) => format!("resume {thing} from {behind}"),
            None => format!("{ban}{deed} for {behind}"),
        };
        Some((text, whole))
    }

    /// `call us before urgent dental treatment`: nobody calls for that as for a sign.
    fn calls_before(&self, stop: Stop) -> Option<(Span, String)> {
        let start = self.after_labels(stop.line);
        let whole = self.trimmed(self.place(start, stop.line.end as usize));
        if !CALLING.contains(&self.first_word(whole)) {
            return None;
        }
        let said = self.quote(whole);
        Some((whole, format!("note \"{}\"", said.replace('"', "'"))))
    }

    /// `before the procedure`, whose words end `called` letters behind the blank at `at`.
    fn before_this(
        &self,
        diagnostic: Diagnostic,
        stop: Stop,
        at: usize,
        called: usize,
    ) -> Diagnostic {
        let whole = self.place(at, at + 1 + called);
        let asked = ["ask ", "tell ", "caution ", "prepare ", "refuse", "defer"];
        let sentence = self.laid(stop.line).trim_start();
        if asked.iter().any(|head| sentence.starts_with(head)) {
            let word = at - "before".len();
            let whole = self.with_blank_before(self.place(word, at + 1 + called));
            let diagnostic =
                diagnostic.with_help("leave it out: this sentence is for before the treatment");
            return self.fix_if_reads(diagnostic, stop.line, vec![edit(whole, "")]);
        }
        let edits = vec![edit(whole, " treatment")];
        let diagnostic = diagnostic.with_help("write `before treatment`");
        self.fix_if_reads(diagnostic, stop.line, edits)
    }

    /// `wait 24 hours before makeup`, `wait 4 weeks before next session`: what it says, and where it stands.
    fn waits(&self, stop: Stop, at: usize) -> Option<(String, Span)> {
        let start = self.after_labels(stop.line);
        let front = self.laid_out.get(start..at)?.trim_start();
        let length = front.strip_prefix("wait ")?.strip_suffix("before")?.trim();
        let length = length.strip_prefix("at least ").unwrap_or(length);
        let whole = self.trimmed(self.place(start, stop.line.end as usize));
        let after = self.laid(self.place(at, stop.line.end as usize)).trim();
        let after = after.trim_end_matches('.');
        let next = ["the next ", "next ", "your next ", "another ", "further "];
        let again = next.iter().any(|word| after.starts_with(word));
        let text = if again {
            format!("sessions every {length}")
        } else {
            waits_for(after, length)
        };
        Some((text, whole))
    }

    /// `24 hours before and 24 hours after`: the first length, where the `before` that ends at `at` has one.
    fn length_before(&self, at: usize, after: &str) -> Option<Span> {
        let clauses = ["and ", "if ", "unless ", "because ", "on "];
        let both = after.is_empty() || clauses.iter().any(|word| after.starts_with(word));
        let front = self.laid_out.get(..at)?.strip_suffix("before")?.trim_end();
        let unit = front.rfind(' ')?;
        let number = front.get(..unit)?.rfind(' ')? + 1;
        let counts = front
            .get(number..)?
            .starts_with(|c: char| c.is_ascii_digit());
        let is_unit = TimeUnit::from_word(front.get(unit + 1..)?).is_some();
        (both && counts && is_unit).then(|| self.place(number, front.len()))
    }
}

/// `running and 4 weeks before weight lifting`, for which 2 weeks are waited: a sentence for each.
fn waits_for(after: &str, length: &str) -> String {
    let mut joints = after
        .match_indices(" and ")
        .chain(after.match_indices(", "));
    let second = joints.find_map(|(at, joint)| {
        let behind = after.get(at + joint.len()..)?;
        let (next, thing) = behind.split_once(" before ")?;
        let counts = next.starts_with(|letter: char| letter.is_ascii_digit());
        (counts && next.split(' ').count() == 2).then(|| (after.get(..at), next, thing))
    });
    match second {
        Some((Some(first), next, thing)) => {
            format!("avoid {first} for {length}\n{}", waits_for(thing, next))
        }
        _ => format!("avoid {after} for {length}"),
    }
}

/// How long the words are at the start of a text that sheets have for the treatment itself.
fn this_treatment(after: &str) -> Option<usize> {
    const CALLED: &[&str] = &["surgery", "procedure", "operation", "appointment"];
    let articles = ["the ", "your ", "this "];
    let article = articles.iter().find(|article| after.starts_with(**article));
    let article = article.map_or(0, |article| article.len());
    let word = after.get(article..)?.split([' ', ',', '.']).next()?;
    CALLED.contains(&word).then_some(article + word.len())
}

/// How long the words are at the start of a text that say that the patient goes.
fn going_home(after: &str) -> Option<usize> {
    const GOING: &[&str] = &[
        "going home",
        "leaving the clinic",
        "leaving",
        "they go home",
        "they leave",
        "you go home",
        "you leave the clinic",
        "you leave",
    ];
    let found = GOING.iter().find(|going| after.starts_with(**going))?;
    let behind = after.get(found.len()..)?;
    (behind.is_empty() || behind.starts_with([' ', ',', '.'])).then_some(found.len())
}
