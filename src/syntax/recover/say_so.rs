//! `unless told by doctor`, `only if your doctor says so`, `before asking your doctor`, `unless prescribed by GP`.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::reread::edit;
use crate::syntax::recover::rest::Stop;
use crate::vocabulary::{how_to_wait, who_is_asked, who_says_so};

impl Lower<'_> {
    /// Explains a condition that waits for somebody's word; whether the line has one.
    pub(super) fn says_so(&mut self, stop: Stop) -> bool {
        if self.before_asking(stop) {
            return true;
        }
        let laid = self.laid(stop.line);
        let joint = [" unless ", " if "].into_iter().find_map(|joint| {
            let at = laid.rfind(joint)?;
            let quoted = laid.get(..at)?.matches('"').count() % 2 == 1;
            (!quoted).then_some((at, joint))
        });
        let Some((at, joint)) = joint else {
            return false;
        };
        let start = stop.line.start as usize;
        let asked = self.place(start + at + joint.len(), stop.line.end as usize);
        let words = self.laid(asked).trim_end_matches(['.', ' ']);
        let before = self.quote(self.place(start, start + at));
        // What the help offers is written so as soon as it is declared.
        if words.ends_with(" agrees") && words.split(' ').count() == 2 {
            return false;
        }
        let (what, help) = if let Some(who) = who_says_so(words) {
            let help = how_to_wait(who, &before, joint.trim());
            (format!("`{words}` waits for somebody's word"), help)
        } else if is_prescribed(words) {
            let help = "of medicines that are forbidden leave the condition out: a ban never applies to what \
                        the patient is prescribed; otherwise name the medicine behind `prescribed`";
            ("who prescribed it is not asked".to_owned(), help.to_owned())
        } else {
            return self.only_if(stop, at, joint);
        };
        let diagnostic = Diagnostic::new(Code::Syntax, asked, what, "no condition is written so");
        self.refuse(diagnostic.with_help(help));
        true
    }

    /// `restart minoxidil 4 weeks after, or sooner if your surgeon says so`: the earlier of a time and of somebody's word.
    pub(super) fn or_sooner(&mut self, line: Span) -> bool {
        const SOONER: &[&str] = &[
            " or sooner if ",
            " or earlier if ",
            " sooner if ",
            " earlier if ",
            " unless sooner if ",
        ];
        const TAKING_UP: &[&str] = &[
            "restart ",
            "resume ",
            "recommence ",
            "start ",
            "go back to ",
            "return to ",
        ];
        let start = self.after_labels(line);
        let sentence = self.trimmed(self.place(start, line.end as usize));
        let text = self.quote(sentence);
        let text = text.trim_end_matches('.');
        let Some((front, asked)) = SOONER.iter().find_map(|word| text.split_once(word)) else {
            return false;
        };
        let resumed = TAKING_UP.iter().find_map(|verb| front.strip_prefix(verb));
        let (Some(who), Some(resumed)) = (who_says_so(asked), resumed) else {
            return false;
        };
        let resumed = resumed.trim_end_matches([',', ' ']);
        let words: Vec<&str> = resumed.split(' ').collect();
        let counts = |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit());
        let Some(at) = words.iter().position(|word| counts(word)) else {
            return false;
        };
        let small = ["after", "from", "in", "at", "about"];
        let thing = words.iter().take(at).filter(|word| !small.contains(word));
        let thing: Vec<&str> = thing.copied().collect();
        let length: Vec<&str> = words.iter().skip(at).take(2).copied().collect();
        let text = format!(
            "avoid {} for {} unless {who} agrees",
            thing.join(" "),
            length.join(" ")
        );
        let edits = vec![edit(sentence, text.as_str())];
        if !self.reads_with(line, &edits) {
            return false;
        }
        self.refuse(
            Diagnostic::new(
                Code::Syntax,
                sentence,
                "no time ends at the sooner of a day and of somebody's word",
                "off until then, or until somebody agrees",
            )
            .with_help(format!("declare `event {who} agrees`, and write `{text}`")),
        );
        true
    }

    /// `do not stop warfarin before asking your doctor`
    fn before_asking(&mut self, stop: Stop) -> bool {
        const BEFORE: &str = " before ";
        let laid = self.laid(stop.line);
        let Some(at) = laid.rfind(BEFORE) else {
            return false;
        };
        let words = laid.get(at + BEFORE.len()..).unwrap_or_default();
        let Some(who) = who_is_asked(words.trim_end_matches(['.', ' '])) else {
            return false;
        };
        let start = stop.line.start as usize;
        let said = self.place(start + at + 1, stop.line.end as usize);
        let raw = self.quote(said);
        let help = how_to_wait(who, &self.quote(self.place(start, start + at)), "unless");
        let what = format!("`{raw}` waits for somebody's word");
        let diagnostic = Diagnostic::new(Code::Syntax, said, what, "no time is written so");
        self.refuse(diagnostic.with_help(help));
        true
    }
}

/// `prescribed by your doctor`, `prescribed for you`
fn is_prescribed(words: &str) -> bool {
    ["prescribed by ", "prescribed for ", "prescribed to "]
        .iter()
        .any(|start| words.starts_with(start))
}
