//! A protocol read back to its author: under each sentence as written what it means.

use crate::plan::{Moment, Strength, Verb};
use crate::read::{Class, Comes, Dates, DatesFor, ForPatient, Member, ReadBack, Reading};
use crate::render::dates::Dates as DateWords;
use crate::render::{Word, all_of, date_words};

use super::course::between;
use super::page::{Flow, Page};
use super::phrase::{sentence, spoken, stopped};
use super::release::Release;
use super::style::{Line, Style};
use super::variants;
use super::when::{When, is_rough};

/// How many members of a class stand under each rule; longer ones are in full at the end.
const SHOWN: usize = 8;

/// How many members of a class are named where there is room for a line.
const IN_SHORT: usize = 3;

/// How many other names of a thing are shown.
const NAMES: usize = 2;

/// A protocol read back as lines of styled pieces.
#[must_use]
pub fn read_back_lines(read: &ReadBack, width: usize) -> Vec<Line> {
    let mut page = Page::new(width);
    header(read, &mut page);
    declared(read, &mut page);
    let mut section: Option<&[String]> = None;
    for rule in &read.rules {
        if section != Some(&rule.section) {
            page.heading(heading(&rule.section));
            section = Some(&rule.section);
        }
        page.blank();
        self::rule(read, rule, &mut page);
    }
    changes(read, &mut page);
    classes(read, &mut page);
    sources(read, &mut page);
    page.into_lines()
}

/// What a variant changes: what it drops would be seen nowhere else.
fn changes(read: &ReadBack, page: &mut Page) {
    if !read.lineage.is_alone() {
        page.heading(Word::VariantHeading.text());
        variants::changes(&read.lineage, page);
    }
}

/// Some rules read back, without header and sources, as lines.
pub(crate) fn rule_lines(read: &ReadBack, width: usize) -> Vec<Line> {
    let mut page = Page::new(width);
    for rule in &read.rules {
        page.blank();
        self::rule(read, rule, &mut page);
    }
    page.into_lines()
}

/// The dates of one rule, each as a sentence.
pub(crate) fn dates_of(read: &ReadBack, rule: &Reading) -> Vec<String> {
    let dates = rule.dates.iter();
    dates
        .map(|dates| dates_words(dates, rule.window_text.as_deref(), read.dates_for))
        .collect()
}

/// The titles of the sections around a rule, in capitals as all headings are.
fn heading(section: &[String]) -> String {
    if section.is_empty() {
        return Word::ReadRules.text().to_owned();
    }
    section.join(": ").to_uppercase()
}

fn header(read: &ReadBack, page: &mut Page) {
    let header = &read.header;
    let title = header.title.as_ref().map_or_else(
        || Word::ReadUntitled.text().to_owned(),
        |title| Word::ReadTitle.with(&[("title", title)]),
    );
    page.paragraph(Flow::new().add(Style::Strong, title));
    let mut flow = Flow::from(Word::ReadFile.with(&[("file", &header.file)]));
    if let Some(version) = &header.version {
        flow = flow.plain(Word::Version.with(&[("version", version)]));
    }
    if let Some(treatment) = &header.treatment {
        flow = flow.plain(Word::ReadTreatment.with(&[("treatment", treatment)]));
    }
    page.paragraph(flow);
    page.paragraph(Flow::new().plain(Word::ReadHow.text()));
    page.blank();
    page.item(Flow::new().plain(Word::ReadDays.text()));
    page.item(Flow::from(header.aftercare.clone()));
    page.item(Flow::new().plain(Word::ReadAlone.text()));
    page.item(Flow::new().plain(Word::ReadUnknownHow.text()));
    page.item(Flow::from(dates_for(read.dates_for)));
    if let Some(day) = header.effective {
        page.item(Flow::from(
            Word::ReadEffective.with(&[("day", &date_words(day))]),
        ));
    }
    if let Some(day) = header.review_by {
        page.item(Flow::from(
            Word::ReadReview.with(&[("day", &date_words(day))]),
        ));
    }
    page.item(match &header.approved {
        Some(approved) => {
            let day = date_words(approved.on);
            Flow::from(Word::ReadApproved.with(&[("by", &approved.by), ("day", &day)]))
        }
        None => Flow::new().add(Style::Mark, Word::ReadDraft.text()),
    });
}

fn dates_for(dates_for: DatesFor) -> String {
    match dates_for {
        DatesFor::Example(moment) => on(Word::ReadExample, Word::ReadExample, moment),
        DatesFor::Patient(moment) => on(Word::ReadPatient, Word::ReadPatientAt, moment),
        DatesFor::Undated => Word::ReadUndated.text().to_owned(),
    }
}

/// A moment in the words for a day or for a day with a time.
fn on(day: Word, at: Word, moment: Moment) -> String {
    let when = date_words(moment.date);
    match moment.time {
        None => day.with(&[("when", &when)]),
        Some(time) => {
            let time = crate::render::clock_words(time);
            at.with(&[("when", &when), ("time", &time)])
        }
    }
}

fn declared(read: &ReadBack, page: &mut Page) {
    if read.declared.is_empty() {
        return;
    }
    page.heading(Word::ReadDeclared.text());
    for line in &read.declared {
        let place = format!("{}:{}", read.header.file, line.line);
        page.item(Flow::new().plain(&line.means).add(Style::Quiet, place));
    }
}

fn rule(read: &ReadBack, rule: &Reading, page: &mut Page) {
    let place = format!("{}:{}:", rule.location.file, rule.location.line);
    let written = Flow::new()
        .add(Style::Quiet, place)
        .add(Style::Quiet, &rule.written);
    page.put("", 2, written);
    let mut means = rule.means.iter();
    let nature = means.next().map(String::as_str).unwrap_or_default();
    let rest: Vec<&str> = means.map(String::as_str).collect();
    let meaning = Flow::new().add(Style::Strong, nature).plain(rest.join(" "));
    page.put("  = ", 4, meaning);
    let applies = rule
        .patient
        .as_ref()
        .is_none_or(|patient| patient.condition != Comes::False);
    if let Some(patient) = &rule.patient {
        page.under(for_patient(patient));
    }
    if applies {
        for dates in &rule.dates {
            let words = rule.window_text.as_deref();
            page.under(Flow::from(dates_words(dates, words, read.dates_for)));
        }
    }
    for class in &rule.covers {
        page.under(Flow::from(class_words(class)));
    }
    page.under(Flow::new().add(Style::Quiet, rule.grounds.join(" ")));
}

fn for_patient(patient: &ForPatient) -> Flow {
    let parts: Vec<String> = patient
        .parts
        .iter()
        .map(|part| {
            let answer = match part.comes {
                Comes::True => Word::AnswerTrue,
                Comes::False => Word::AnswerFalse,
                Comes::PartOfTheTime => Word::AnswerPart,
                Comes::Unknown => Word::AnswerUnknown,
            };
            Word::ReadAnswer.with(&[("what", &part.text), ("answer", answer.text())])
        })
        .collect();
    let word = match patient.condition {
        Comes::True => Word::ReadTrue,
        Comes::False => Word::ReadFalse,
        Comes::PartOfTheTime => Word::ReadPart,
        Comes::Unknown => Word::ReadUnknown,
    };
    Flow::new().add(Style::Mark, word.with(&[("parts", &parts.join("; "))]))
}

fn dates_words(dates: &Dates, words: Option<&str>, dates_for: DatesFor) -> String {
    let spread = |word: Word, earliest, latest| {
        let when = between(Some(earliest), latest, &mut DateWords::default());
        word.with(&[("when", &when.unwrap_or_default())])
    };
    match dates {
        Dates::Holds { windows, .. } if windows.is_empty() => Word::ReadNoDays.text().to_owned(),
        Dates::Holds { verb, windows, .. } => {
            let firm = windows
                .iter()
                .all(|window| window.strength == Strength::Firm);
            let word = if *verb == Some(Verb::Allow) && firm {
                Word::ReadAllowed
            } else {
                Word::ReadDates
            };
            word.with(&[("when", &holds(dates, words, dates_for))])
        }
        Dates::NextSession { earliest, latest } => {
            spread(Word::ReadNextSession, *earliest, *latest)
        }
        Dates::Maintenance { earliest, latest } => {
            spread(Word::ReadMaintenance, *earliest, *latest)
        }
        Dates::Visit { earliest, latest } => spread(Word::ReadVisit, *earliest, *latest),
        Dates::DeferredUntil { day } => {
            Word::ReadDeferred.with(&[("day", &DateWords::default().say(*day))])
        }
        Dates::Waits { after } => Word::ReadWaits.with(&[("event", after)]),
        Dates::OutOfRange => Word::ReadOutOfRange.text().to_owned(),
    }
}

/// The stretches of a window, and the first free day.
fn holds(dates: &Dates, written: Option<&str>, dates_for: DatesFor) -> String {
    let Dates::Holds {
        verb,
        windows,
        releases,
        first_free_day,
    } = dates
    else {
        return String::new();
    };
    let treated = match dates_for {
        DatesFor::Example(moment) | DatesFor::Patient(moment) => Some(moment.date),
        DatesFor::Undated => None,
    };
    let mut words = DateWords::default();
    let when = When {
        windows,
        words: None,
        usually: None,
        phase: None,
        verb: *verb,
        treated,
        vague: false,
    };
    let mut parts = vec![match written.filter(|written| is_rough(written)) {
        Some(written) => {
            let when = when.say(&mut words);
            Word::SaidBeside.with(&[("when", &when), ("words", &spoken(written))])
        }
        None => when.say(&mut words),
    }];
    if *verb == Some(Verb::Avoid) {
        let release = Release {
            windows,
            first_free_day: *first_free_day,
            releases: *releases,
        };
        parts.extend(release.say(treated, &mut words));
    }
    parts.join("; ")
}

/// `Retinoids: tretinoin, adapalene, retinol and 30 more.`
pub(crate) fn class_in_short(class: &Class) -> String {
    let name = sentence(&class.name);
    let members: Vec<&str> = class
        .members
        .iter()
        .map(|member| member.name.as_str())
        .collect();
    let (shown, rest) = members.split_at(members.len().min(IN_SHORT));
    if rest.is_empty() {
        return Word::ReadClass.with(&[("name", &name), ("members", &all_of(shown))]);
    }
    Word::ClassInShort.with(&[
        ("name", &name),
        ("members", &shown.join(", ")),
        ("n", &rest.len().to_string()),
    ])
}

/// `Retinoids: tretinoin (Retin-A, Renova), adapalene (Differin) and 5 more; ...`
fn class_words(class: &Class) -> String {
    let name = sentence(&class.name);
    if class.members.is_empty() {
        let also: Vec<&String> = class.also.iter().take(NAMES * 2).collect();
        return Word::ReadAlsoCalled.with(&[("name", &name), ("also", &all_of(&also))]);
    }
    let name = also(&name, &class.also);
    let shown = class.members.iter().take(SHOWN);
    let members: Vec<String> = shown.map(member).collect();
    let more = class.members.len().saturating_sub(SHOWN);
    if more == 0 {
        return Word::ReadClass.with(&[("name", &name), ("members", &all_of(&members))]);
    }
    Word::ReadClassMore.with(&[
        ("name", &name),
        ("members", &members.join(", ")),
        ("n", &more.to_string()),
    ])
}

fn member(member: &Member) -> String {
    also(&member.name, &member.also)
}

fn also(name: &str, others: &[String]) -> String {
    let others: Vec<&str> = others.iter().take(NAMES).map(String::as_str).collect();
    if others.is_empty() {
        return name.to_owned();
    }
    Word::ReadAlso.with(&[("name", name), ("also", &others.join(", "))])
}

/// The classes that did not fit under their rules, each once.
fn classes(read: &ReadBack, page: &mut Page) {
    let mut long: Vec<&Class> = Vec::new();
    for class in read.rules.iter().flat_map(|rule| &rule.covers) {
        if class.members.len() > SHOWN && !long.contains(&class) {
            long.push(class);
        }
    }
    if long.is_empty() {
        return;
    }
    page.heading(Word::ReadClasses.text());
    for class in long {
        let members: Vec<String> = class.members.iter().map(member).collect();
        let members = all_of(&members);
        let name = sentence(&class.name);
        page.item(Flow::from(stopped(
            &Word::ReadClass.with(&[("name", &name), ("members", &members)]),
        )));
    }
}

fn sources(read: &ReadBack, page: &mut Page) {
    if read.header.sources.is_empty() {
        return;
    }
    page.heading(Word::Sources.text());
    for source in &read.header.sources {
        let mut flow = Flow::new().plain(format!("{}: {}", source.key, source.title));
        if let Some(url) = &source.url {
            flow = flow.add(Style::Quiet, format!("<{url}>"));
        }
        page.item(flow);
    }
}
