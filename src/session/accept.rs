//! A sentence, block, declaration or header: checked against all that is there, and taken or refused whole.

use std::ops::Range;
use std::sync::Arc;

use super::made::{Made, RULES};
use super::place;
use super::reply::{Reply, refuse};
use super::state::State;
use super::{Session, World, said};
use crate::diagnostic::{Code, Diagnostic, Edit, Fix};
use crate::render::is_hidden;
use crate::source::Sources;
use crate::span::{SourceId, Span};
use crate::syntax::MAX_BYTES;

/// The name that messages give to what was typed.
const TYPED: &str = "typed";

impl Session {
    /// Takes rules in, or says what is wrong with them.
    pub(super) fn accept(&mut self, typed: &str, world: &dyn World) -> Reply {
        let typed = clean(typed);
        let editing = self.editing;
        if let Some(number) = editing.as_ref().filter(|_| says_nothing(&typed)) {
            return Reply {
                editor: Some(typed),
                ..refuse(
                    self.width,
                    format!("that would take {number} out of the rules"),
                    Some(&format!(
                        "Ctrl-C leaves it as it is; then `:remove {number}` takes it out"
                    )),
                )
            };
        }
        let (next, region) = self.with(&typed);
        if next.text.len() > MAX_BYTES {
            return refuse(self.width, "the rules would be larger than 8 MiB", None);
        }
        let made = Made::of(&next, world);
        if made.is_wrong() {
            if typed.contains(acts) {
                return self.hidden(typed);
            }
            return Refused {
                made: &made,
                region,
                typed: &typed,
            }
            .reply();
        }
        self.step(next, made, one_line(&typed));
        self.editing = None;
        said::accepted(self, region)
    }
}

impl Session {
    /// The rules with what was typed in them: among its like, or in the place of the entry that is edited.
    /// Behind them stands where it is.
    pub(super) fn with(&self, typed: &str) -> (State, Range<usize>) {
        let old = self.editing.as_ref().and_then(|number| self.entry(number));
        let (text, region) = match old {
            Some(old) => place::replace(&self.now.text, old.span.range(), typed),
            None => place::put(
                &self.now.text,
                &self.made.entries,
                typed,
                &self.made.checked.protected,
            ),
        };
        let next = State {
            text: Arc::from(text),
            ..self.now.clone()
        };
        (next, region)
    }

    /// That what was typed holds what cannot be seen.
    fn hidden(&self, typed: String) -> Reply {
        Reply {
            fixes: vec![typed.replace(acts, "")],
            editor: Some(typed),
            ..refuse(
                self.width,
                "the line holds a mark that cannot be seen, and that could let it read other than it is",
                Some("type it anew, or take what Ctrl-F writes: the same without it"),
            )
        }
    }
}

/// What was typed, as it goes into the rules: no odd line ends, nothing behind it, and as far to the left
/// as it goes, so that it goes on with no sentence before it.
fn clean(typed: &str) -> String {
    let typed = typed.replace("\r\n", "\n").replace('\r', "\n");
    let typed = typed.trim_start_matches(['\n', '\u{feff}']).trim_end();
    let indents = typed.lines().filter(|line| !line.trim().is_empty());
    let indents = indents.map(|line| line.len() - line.trim_start_matches([' ', '\t']).len());
    let margin = indents.min().unwrap_or(0);
    let first = typed.len() - typed.trim_start_matches([' ', '\t']).len();
    let lines = typed.lines().enumerate().map(|(at, line)| {
        let cut = if at == 0 { first } else { margin };
        line.get(cut.min(line.len())..)
            .unwrap_or_default()
            .trim_end()
    });
    lines.collect::<Vec<&str>>().join("\n")
}

/// Whether a character cannot be seen, and is none that pasted text is forgiven.
fn acts(letter: char) -> bool {
    let forgiven = ['\t', '\n', '\u{200b}', '\u{2060}', '\u{feff}'];
    is_hidden(letter) && !forgiven.contains(&letter)
}

/// Whether a text holds comments alone.
fn says_nothing(typed: &str) -> bool {
    typed.lines().all(|line| {
        let line = line.trim();
        line.is_empty() || line.starts_with('#')
    })
}

/// The first words of what was typed, to name a step by.
fn one_line(typed: &str) -> String {
    let first = typed.lines().next().unwrap_or_default();
    let more = typed.lines().count().saturating_sub(1);
    match more {
        0 => first.to_owned(),
        1 => format!("{first} (and 1 line more)"),
        more => format!("{first} (and {more} lines more)"),
    }
}

/// Rules that were not taken.
struct Refused<'a> {
    /// What they would have made.
    made: &'a Made,
    /// Where they would have stood.
    region: Range<usize>,
    typed: &'a str,
}

impl Refused<'_> {
    fn reply(&self) -> Reply {
        let mut sources = self.made.sources.clone();
        let typed = sources.add(TYPED, self.typed);
        let mut errors: Vec<&Diagnostic> = self.made.errors().collect();
        // A block that was refused for what is in it was not at its end yet.
        if errors.iter().any(|one| one.code != Code::UnclosedBlock) {
            errors.retain(|one| one.code != Code::UnclosedBlock);
        }
        let first = errors.iter().find(|one| !one.fixes.is_empty());
        let of_first = first.iter().flat_map(|one| &one.fixes);
        let all = together(&errors);
        let mut fixes: Vec<String> = Vec::new();
        for text in all
            .iter()
            .chain(of_first)
            .filter_map(|fix| self.mended(fix))
        {
            if !fixes.contains(&text) {
                fixes.push(text);
            }
        }
        let found = errors.into_iter().map(|one| self.at_home(one, typed));
        Reply {
            editor: Some(self.typed.to_owned()),
            fixes,
            ..Reply::wrong(found.collect(), sources)
        }
    }

    /// Whether a place lies in what was typed.
    fn holds(&self, span: Span) -> bool {
        span.source == RULES
            && span.start as usize >= self.region.start
            && span.end as usize <= self.region.end
    }

    /// A mistake at the place that it has in what was typed.
    fn at_home(&self, mistake: &Diagnostic, typed: SourceId) -> Diagnostic {
        let moved = |span: Span| {
            if self.holds(span) {
                let start = length(self.region.start);
                Span::new(typed, span.start - start, span.end - start)
            } else {
                span
            }
        };
        let mut mistake = mistake.clone();
        for label in &mut mistake.labels {
            label.span = moved(label.span);
        }
        mistake
    }

    /// What was typed with a fix made; none where the fix is elsewhere. A line that is to stand at the top
    /// of the rules comes before it.
    fn mended(&self, fix: &Fix) -> Option<String> {
        let (inside, outside): (Vec<Edit>, Vec<Edit>) = fix
            .edits
            .iter()
            .cloned()
            .partition(|edit| self.holds(edit.span));
        let line = |edit: &Edit| edit.span.start == edit.span.end && edit.text.ends_with('\n');
        if !outside.iter().all(line) {
            return None;
        }
        let mut texts = Sources::new();
        let source = texts.add(TYPED, self.typed);
        let start = length(self.region.start);
        let edits = inside.into_iter().map(|edit| Edit {
            span: Span::new(source, edit.span.start - start, edit.span.end - start),
            text: edit.text,
        });
        let fix = Fix {
            edits: edits.collect(),
        };
        let before: String = outside.into_iter().map(|edit| edit.text).collect();
        let mended = format!("{before}{}", fix.apply(source, self.typed));
        let mended = mended.trim_end().to_owned();
        (mended != self.typed).then_some(mended)
    }
}

/// The first fix of each mistake that has one, made together; none where two meet.
fn together(errors: &[&Diagnostic]) -> Option<Fix> {
    let firsts = errors.iter().filter_map(|one| one.fixes.first());
    let mut edits: Vec<Edit> = Vec::new();
    for edit in firsts.flat_map(|fix| &fix.edits) {
        if !edits.contains(edit) {
            edits.push(edit.clone());
        }
    }
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let meet = edits
        .iter()
        .zip(edits.iter().skip(1))
        .any(|(one, next)| one.span.end > next.span.start);
    (!meet).then_some(Fix { edits })
}

fn length(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
