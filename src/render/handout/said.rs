//! When to call, what is normal, steps, notes, medicines, and what comes before the treatment.

use super::off::again_from;
use super::page::{Block, Group, Item};
use super::sayer::Sayer;
use super::text::Text;
use super::when::{When, ended};
use super::words::Say;
use super::writing::{Grounds, Kind, Writing};
use crate::plan::{
    BeforeTreatment, BeforeVerb, Expectation, Phase, RedFlag, State, Step, Steps, Strength,
    StricterCall, Verb, Window, left_on, only_next_is_left_on,
};
use crate::render::text::in_one_run;

/// All warning signs, reported or not, those for which the same call is made together. There is always such a part: silence
/// would read as though nothing could go wrong.
pub(super) fn calls(writing: &Writing<'_>) -> Block {
    let sayer = &writing.sayer;
    let mut block = Block::new("call", sayer.say(Say::Call));
    let mut flags: Vec<&RedFlag> = writing.plan.red_flags.iter().collect();
    // What cannot wait stands first, whichever protocol says it.
    flags.sort_by_key(|flag| flag.urgency);
    for flag in flags {
        let heading = call(writing, flag);
        let mut signs = sayer.things(&flag.written, true);
        // That a sign always counts goes without saying.
        if let Some(words) = flag
            .window_text
            .as_deref()
            .filter(|words| *words != "always")
        {
            signs = Text::join(&[signs, sayer.theirs(words)], ", ");
        }
        let mut item = writing.item(&signs, flag);
        let stricter = flag.stricter.iter();
        item.body
            .splice(0..0, stricter.map(|more| self::stricter(writing, more)));
        let same = |group: &&mut Group| group.heading.as_ref() == Some(&heading);
        match block.groups.iter_mut().find(same) {
            Some(group) => group.items.push(item),
            None => block.groups.push(Group {
                heading: Some(heading),
                items: vec![item],
                ..Group::default()
            }),
        }
    }
    if writing.plan.red_flags.is_empty() {
        block.lead.push(sayer.say(Say::NoSigns));
    }
    block
}

/// `Call the clinic within 2 hours. If nobody answers, call emergency services.`
pub(super) fn call(writing: &Writing<'_>, flag: &RedFlag) -> Text {
    let sayer = &writing.sayer;
    let first = first_call(writing, &flag.to, flag.within.as_deref());
    let otherwise = flag.otherwise.as_deref().map(|otherwise| {
        let who = sayer.who(otherwise);
        sayer.with(Say::CallOtherwise, &[("who", &who)])
    });
    let parts: Vec<Text> = [Some(first), otherwise].into_iter().flatten().collect();
    Text::join(&parts, " ")
}

fn first_call(writing: &Writing<'_>, to: &str, within: Option<&str>) -> Text {
    let sayer = &writing.sayer;
    let who = sayer.who(to);
    match within {
        Some(within) => {
            let within = sayer.within(within);
            sayer.with(Say::CallWithin, &[("who", &who), ("within", &within)])
        }
        None => sayer.with(Say::CallWho, &[("who", &who)]),
    }
}

/// For which signs another protocol or line asks for a more urgent call.
fn stricter(writing: &Writing<'_>, more: &StricterCall) -> Text {
    let signs = writing.sayer.things(&more.signs, true);
    let call = first_call(writing, &more.to, more.within.as_deref());
    let holes = [("signs", &signs), ("call", &call)];
    writing.sayer.with(Say::CallStricter, &holes)
}

/// What is normal, and until when; what should be over stands last.
pub(super) fn normal(writing: &Writing<'_>) -> Block {
    let past = |line: &&Expectation| line.phase == Some(Phase::Past);
    let (over, open): (Vec<_>, Vec<_>) = writing.plan.expectations.iter().partition(past);
    let lines = open.into_iter().chain(over);
    let items = lines.map(|line| expectation(writing, line)).collect();
    Block::of_items("normal", writing.sayer.say(Say::Normal), items)
}

fn expectation(writing: &Writing<'_>, line: &Expectation) -> Item {
    let sayer = &writing.sayer;
    let mut what = sayer.things(&line.written, line.choice);
    if let Some(place) = &line.place {
        what = Text::join(
            &[what, sayer.theirs(&crate::render::text::placed(place))],
            " ",
        );
    }
    let when = if line.phase == Some(Phase::Past) {
        ended(sayer, &line.windows)
    } else {
        let when = When {
            windows: left_on(&line.windows, Some(writing.days.on)),
            words: line.window_text.as_deref(),
            usually: None,
            verb: None,
            // Where the author gives no end, nobody has said that it never ends.
            no_end: match line.window_text.as_deref() {
                Some("always") => Say::NoEnd,
                _ => Say::HowLongNotSaid,
            },
        };
        let most = at_most(line, writing);
        let when = When {
            words: when.words.filter(|_| !most),
            ..when
        };
        let when = when.say(sayer, writing.days);
        match most {
            true => sayer.with(Say::AtMost, &[("when", &when)]),
            false => when,
        }
    };
    let mut item = writing.item(&what, line);
    // `Most on day 2`: with its date, as all else.
    if let (Some(dates), Some(details)) = (dates(sayer, line), item.body.first_mut()) {
        let holes = [("text", &details.clone().unstopped()), ("more", &dates)];
        *details = sayer.with(Say::InBrackets, &holes).stopped();
    }
    item.body.insert(0, when.sentence().stopped());
    item
}

/// The dates of the days that an expectation names; none where it names none.
fn dates(sayer: &Sayer<'_>, line: &Expectation) -> Option<Text> {
    let days = line.typical_days.iter().map(|days| {
        let (from, last) = (sayer.day(days.from), sayer.day(days.last_day));
        if days.from == days.last_day {
            return from;
        }
        sayer.with(Say::DayToDay, &[("from", &from), ("to", &last)])
    });
    let days: Vec<Text> = days.collect();
    (!days.is_empty() && !line.details.is_empty()).then(|| Text::join(&days, "; "))
}

/// Whether dates carry all of `for up to 7 days`, once they are said to be the most.
fn at_most(line: &Expectation, writing: &Writing<'_>) -> bool {
    let words = line.window_text.as_deref().unwrap_or_default();
    let dated = |window: &Window| {
        window.last_day.is_some()
            && window.ends_at.is_none()
            && (window.until_time.is_none() || writing.days.treated.time.is_some())
    };
    words.starts_with("for up to ") && line.windows.len() == 1 && line.windows.iter().all(dated)
}

/// What to do in order, a group for each.
pub(super) fn steps(writing: &Writing<'_>) -> Block {
    let sayer = &writing.sayer;
    let mut block = Block::new("steps", sayer.say(Say::Steps));
    for line in &writing.plan.steps {
        let title = sayer.theirs(&line.title).sentence();
        let when = steps_when(writing, line);
        let heading = sayer.with(Say::NormalWhen, &[("what", &title), ("when", &when)]);
        // What all steps rest on stands above them.
        let said = writing.item(&Text::default(), line);
        let held = all_held(line).then(|| sayer.say(Say::StepHeldAll));
        let lead = said.marks.into_iter().chain(said.of);
        let next = &line.next_session_windows;
        let next = match only_next_is_left_on(&line.windows, next, writing.days.on) {
            true => Some(sayer.say(Say::AgainNow)),
            false => again_from(writing, next, writing.days),
        };
        let lead = lead.chain(next).chain(said.body).chain(held);
        let lead = lead.chain(said.staff);
        block.groups.push(Group {
            heading: Some(heading.stopped()),
            lead: lead.filter(|text| !text.is_empty()).collect(),
            items: line
                .items
                .iter()
                .map(|step| one_step(writing, line, step))
                .collect(),
            ordered: true,
        });
    }
    block
}

fn one_step(writing: &Writing<'_>, steps: &Steps, step: &Step) -> Item {
    let sayer = &writing.sayer;
    let mut words = sayer.theirs(&step.text);
    if let Some(join) = &step.join {
        words = Text::join(&[sayer.theirs(join), words], ": ");
    }
    let grounds = Grounds {
        state: step.state,
        if_: step.if_.as_deref(),
        unless: None,
        asks: &[],
        facts: &[],
        details: &[],
        because: None,
        sources: &step.sources,
        rule: &steps.rule,
        kind: Kind::Keep,
    };
    // A step is as sure as all of them, and that stands above.
    let own = step.state != steps.state || step.if_ != steps.if_;
    let lead = match own {
        true => writing.item(&words, grounds).lead,
        false => words.sentence().stopped(),
    };
    let mut item = Item::new(lead);
    if own {
        item.marks = writing.marks(&grounds);
    }
    if !step.held_back_by.is_empty() && !all_held(steps) {
        item.body.push(sayer.say(Say::StepHeld));
    }
    let why = step.because.as_deref();
    item.body.extend(why.map(|because| writing.why(because)));
    if writing.for_clinic() && !step.held_back_by.is_empty() {
        let rules: Vec<Text> = step
            .held_back_by
            .iter()
            .map(|rule| writing.rule(rule))
            .collect();
        let rules = Text::join(&rules, "; ");
        item.staff
            .push(sayer.with(Say::ClinicHeldBy, &[("rules", &rules)]));
    }
    item
}

/// Whether each step uses something that is off at times.
fn all_held(steps: &Steps) -> bool {
    steps.items.iter().all(|step| !step.held_back_by.is_empty())
}

fn steps_when(writing: &Writing<'_>, line: &Steps) -> Text {
    let sayer = &writing.sayer;
    let next = &line.next_session_windows;
    let again = only_next_is_left_on(&line.windows, next, writing.days.on);
    let when = if line.phase == Some(Phase::Past) {
        ended(sayer, &line.windows)
    } else {
        let run = run(left_on(
            if again { next } else { &line.windows },
            Some(writing.days.on),
        ));
        let when = When {
            windows: &run,
            words: line.window_text.as_deref().filter(|_| !again),
            usually: None,
            verb: Some(Verb::Do),
            no_end: Say::NoEnd,
        };
        when.say(sayer, writing.days)
    };
    let often = line.frequency.as_deref().map(|often| sayer.theirs(often));
    let parts: Vec<Text> = often.into_iter().chain([when]).collect();
    Text::join(&parts, ", ")
}

/// `from 4..6 hours`: from when, and from when better, is one start to whoever does them.
fn run(windows: &[Window]) -> Vec<Window> {
    if windows.last().map(|last| last.strength) != Some(Strength::Firm) {
        return windows.to_vec();
    }
    let firm = |window| Window {
        strength: Strength::Firm,
        ..window
    };
    in_one_run(windows).into_iter().map(firm).collect()
}

/// What the protocol says in free words.
pub(super) fn notes(writing: &Writing<'_>) -> Block {
    let sayer = &writing.sayer;
    let items = writing.plan.notes.iter().map(|note| {
        let mut text = sayer.theirs(&note.text);
        if let Some(words) = &note.window_text {
            let words = sayer.theirs(words);
            text = sayer.with(
                Say::InBrackets,
                &[("text", &text.unstopped()), ("more", &words)],
            );
        }
        let mut item = writing.item(&text, note);
        // A note is no order: its words stand as the others' reasons do.
        item.body.insert(0, std::mem::take(&mut item.lead));
        item
    });
    Block::of_items("notes", sayer.say(Say::Notes), items.collect())
}

/// The medicines that a restriction would stop, were they not prescribed.
pub(super) fn medicines(writing: &Writing<'_>) -> Block {
    let sayer = &writing.sayer;
    let things = writing
        .plan
        .things
        .iter()
        .filter(|thing| thing.ask_prescriber);
    let items = things.map(|thing| {
        let name = sayer.name(thing.called.as_deref().unwrap_or(&thing.thing));
        let say = match thing.of_allergy {
            true => Say::AskAtOnce,
            false => Say::DoNotStop,
        };
        Item::new(sayer.with(say, &[("thing", &name)]))
    });
    Block::of_items("medicines", sayer.say(Say::Medicines), items.collect())
}

/// What the patient does before the treatment, and whom they ask; whether to treat is for staff, and so is what hangs on
/// an answer, of which the patient reads the question.
pub(super) fn before(writing: &Writing<'_>) -> Block {
    let to_come = writing.days.on <= writing.days.treated.date;
    let lines = writing.plan.before_treatment.iter();
    let wanted = |line: &&BeforeTreatment| match line.verb {
        BeforeVerb::AskPrescriber => true,
        BeforeVerb::AskClinic | BeforeVerb::TellClinic | BeforeVerb::Prepare => to_come,
        BeforeVerb::Refuse | BeforeVerb::Defer | BeforeVerb::Caution => false,
    };
    let settled = |line: &&BeforeTreatment| line.state == State::Settled;
    let items = lines
        .filter(wanted)
        .filter(settled)
        .map(|line| before_item(writing, line))
        .collect();
    Block::of_items("before", writing.sayer.say(Say::Before), items)
}

/// For staff: whether and how to treat.
pub(super) fn to_treat(writing: &Writing<'_>) -> Block {
    let mut lines: Vec<&BeforeTreatment> = writing.plan.before_treatment.iter().collect();
    lines.sort_by_key(|line| line.verb);
    let items = lines
        .into_iter()
        .map(|line| before_item(writing, line))
        .collect();
    Block::of_items("to-treat", writing.sayer.say(Say::ClinicToTreat), items)
}

/// What the protocol says of a treatment that it does not want given, as far as that is settled.
pub(super) fn withheld(writing: &Writing<'_>) -> Block {
    let lines = writing.plan.before_treatment.iter();
    let lines = lines.filter(|line| {
        matches!(line.verb, BeforeVerb::Refuse | BeforeVerb::Defer)
            && line.state == State::Settled
            && !line.advised
    });
    let items = lines.map(|line| before_item(writing, line)).collect();
    Block::of_items("withheld", writing.sayer.say(Say::WithheldWhy), items)
}

fn before_item(writing: &Writing<'_>, line: &BeforeTreatment) -> Item {
    let sayer = &writing.sayer;
    let text = line
        .text
        .as_deref()
        .map(|text| sayer.theirs(text).unstopped());
    let with = |message: Say, plain: Say| match &text {
        Some(text) => sayer.with(message, &[("text", text)]),
        None => sayer.say(plain),
    };
    let words = match line.verb {
        BeforeVerb::Refuse => with(Say::BeforeRefuseText, Say::BeforeRefuse),
        BeforeVerb::Defer => match (&line.until, &text) {
            (Some(until), None) => {
                let until = sayer.theirs(until).unstopped();
                sayer.with(Say::BeforeDeferUntil, &[("until", &until)])
            }
            _ => with(Say::BeforeDeferText, Say::BeforeDefer),
        },
        BeforeVerb::Caution => with(Say::BeforeCaution, Say::Before),
        BeforeVerb::AskPrescriber => with(Say::BeforePrescriber, Say::Before),
        BeforeVerb::AskClinic => with(Say::BeforeClinic, Say::Before),
        BeforeVerb::TellClinic => with(Say::BeforeTell, Say::Before),
        BeforeVerb::Prepare => with(Say::BeforePrepare, Say::Before),
    };
    let mut item = writing.item(&words, line);
    let mut body = Vec::new();
    if line.advised {
        body.push(sayer.say(Say::Advised).stopped());
    }
    // Where the lead does not say it.
    if let Some(until) = line.until.as_ref().filter(|_| text.is_some()) {
        let until = sayer.theirs(until).unstopped();
        let until = sayer.with(Say::BeforeDeferUntil, &[("until", &until)]);
        body.push(until.stopped());
    }
    if let Some(day) = line.deferred_until {
        let day = sayer.day_and_year(day);
        body.push(sayer.with(Say::DeferredUntil, &[("day", &day)]));
    }
    item.body.splice(0..0, body);
    item
}
