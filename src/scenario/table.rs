//! Many patients at once: a table whose first row says what stands below it.

use chrono::NaiveDate;

use crate::check::Protocol;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::syntax::tree::{
    AnswerWord, Expected, Kind, Known, KnownWhen, Name, Outcome, Saying, Scenario, ScenarioDay,
};
use crate::vocabulary::Vocabulary;

type Found<T> = Result<T, Box<Diagnostic>>;

/// A row, as the lines of a scenario that say the same.
pub(super) struct Row {
    /// Its number, from 1 below the row that heads the table.
    pub number: usize,
    pub span: Span,
    pub known: Vec<Spanned<Known>>,
    pub expected: Vec<Spanned<Expected>>,
}

/// What the cells of a column are.
enum Column {
    /// The day that the answers of the row are about.
    Day,
    Treated,
    /// A fact, or a list of which each value counts.
    Fact(String),
    /// An event, a symptom or a procedure, with its day.
    Dated(String),
    Taking,
    /// `first free day of THING`
    FirstFree(Spanned<String>),
    /// `says LABEL`: whether a sentence is said.
    Label(Name),
    /// Whether the patient can be treated.
    Status,
    Asks,
    /// The answer about a thing.
    Thing(Spanned<String>),
}

/// The rows of a scenario's table. What is wrong is added to `found`.
pub(super) fn rows(
    protocol: &Protocol,
    scenario: &Scenario,
    found: &mut Vec<Diagnostic>,
) -> Vec<Row> {
    let mut all = scenario.rows();
    let Some((head, cells)) = all.next() else {
        return Vec::new();
    };
    let columns: Vec<Column> = cells.iter().map(|cell| column(protocol, cell)).collect();
    let mut rows = Vec::new();
    let mut any = false;
    for (number, (span, cells)) in (1..).zip(all) {
        any = true;
        if cells.len() != columns.len() {
            found.push(uneven(span, head, cells.len(), columns.len()));
            continue;
        }
        match row(&columns, cells) {
            Ok((known, expected)) if !expected.is_empty() => rows.push(Row {
                number,
                span,
                known,
                expected,
            }),
            Ok(_) => found.push(nothing(span)),
            Err(mistake) => found.push(*mistake),
        }
    }
    if !any {
        found.push(
            Diagnostic::new(
                Code::ScenarioTable,
                head,
                "a table has a first row and no other",
                "nothing stands below it",
            )
            .with_help("write a row for each patient below it, as in `| V | avoid |`"),
        );
    }
    rows
}

fn uneven(span: Span, head: Span, cells: usize, wanted: usize) -> Diagnostic {
    Diagnostic::new(
        Code::ScenarioTable,
        span,
        format!("this row has {cells} cells, and the first row has {wanted}"),
        "another number of cells",
    )
    .with_label(head, "the first row")
    .with_help("write one cell for each of the first row, with `|` between them; one may be empty")
}

fn nothing(span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::ScenarioEmpty,
        span,
        "this row expects nothing",
        "no answer in it",
    )
    .with_help("fill in an answer, such as `avoid` below a thing")
}

/// What the head of a column asks for; a name that is no fact is a thing, whose mistakes are told
/// where it is asked about.
fn column(protocol: &Protocol, cell: &Spanned<String>) -> Column {
    let vocabulary = &protocol.vocabulary;
    let text = cell.node.as_str();
    match text.to_lowercase().as_str() {
        "day" | "on day" => return Column::Day,
        "treated" => return Column::Treated,
        "taking" => return Column::Taking,
        "status" => return Column::Status,
        "asks" => return Column::Asks,
        _ => {}
    }
    if let Some(thing) = text.strip_prefix("first free day of ") {
        return Column::FirstFree(Spanned::new(thing.trim().to_owned(), cell.span));
    }
    if vocabulary.find_fact(text).is_some() {
        return Column::Fact(text.to_owned());
    }
    if is_dated(vocabulary, text) {
        return Column::Dated(text.to_owned());
    }
    if let Some(label) = text.strip_prefix("says ") {
        return Column::Label(Name {
            text: label.trim().to_owned(),
            quoted: false,
            span: cell.span,
        });
    }
    Column::Thing(cell.clone())
}

fn is_dated(vocabulary: &Vocabulary, name: &str) -> bool {
    let thing = vocabulary.find_thing(name);
    thing.is_some_and(|thing| {
        let kind = vocabulary.thing(thing).kind;
        matches!(kind, Kind::Event | Kind::Symptom)
    })
}

type Lines = (Vec<Spanned<Known>>, Vec<Spanned<Expected>>);

fn row(columns: &[Column], cells: &[Spanned<String>]) -> Found<Lines> {
    let mut on = None;
    let mut known = Vec::new();
    let mut outcomes = Vec::new();
    for (column, cell) in columns.iter().zip(cells) {
        if cell.node.is_empty() {
            continue;
        }
        match column {
            Column::Day => on = Some(day(cell)?),
            Column::Treated | Column::Fact(_) | Column::Dated(_) | Column::Taking => {
                known.extend(given(column, cell)?);
            }
            Column::FirstFree(thing) => outcomes.push((
                Outcome::FirstFree {
                    thing: thing.clone(),
                    day: day(cell)?,
                },
                cell.span,
            )),
            Column::Label(label) => outcomes.push((said(label, cell)?, cell.span)),
            Column::Status => outcomes.push((status(cell)?, cell.span)),
            Column::Asks => outcomes.push((Outcome::Asks(cell.clone()), cell.span)),
            Column::Thing(thing) => outcomes.push((answer(thing, cell)?, cell.span)),
        }
    }
    let expected = outcomes.into_iter().map(|(outcome, span)| {
        let outcome = Spanned::new(outcome, span);
        Spanned::new(
            Expected {
                on,
                at: None,
                outcome,
            },
            span,
        )
    });
    Ok((known, expected.collect()))
}

/// What a cell gives.
fn given(column: &Column, cell: &Spanned<String>) -> Found<Vec<Spanned<Known>>> {
    let said = |words: String, when| {
        let words = Spanned::new(words, cell.span);
        Spanned::new(Known::Said { words, when }, cell.span)
    };
    let text = cell.node.as_str();
    Ok(match column {
        Column::Treated => {
            let ScenarioDay::Date(on) = day(cell)?.node else {
                return Err(Box::new(no_day(cell)));
            };
            vec![Spanned::new(Known::Treated { on, at: None }, cell.span)]
        }
        Column::Fact(name) => match text {
            "yes" => vec![said(name.clone(), None)],
            "no" | "none" => vec![said(format!("not {name}"), None)],
            _ => {
                let values = text.split(',').map(str::trim);
                values
                    .map(|value| said(format!("{name} {value}"), None))
                    .collect()
            }
        },
        Column::Taking if text == "nothing" => vec![said("no medications".to_owned(), None)],
        Column::Taking => {
            let values = text.split(',').map(str::trim);
            values
                .map(|value| said(format!("taking {value}"), None))
                .collect()
        }
        Column::Dated(name) if text == "no" => vec![said(format!("no {name}"), None)],
        Column::Dated(name) => {
            let when = KnownWhen::On(day(cell)?);
            vec![said(name.clone(), Some(when))]
        }
        _ => Vec::new(),
    })
}

fn answer(thing: &Spanned<String>, cell: &Spanned<String>) -> Found<Outcome> {
    let found = AnswerWord::ALL
        .iter()
        .find(|answer| answer.words() == cell.node.to_lowercase());
    match found {
        Some(answer) => Ok(Outcome::Answer {
            answer: *answer,
            thing: thing.clone(),
        }),
        None => Err(Box::new(wrong(
            cell,
            "no answer about a thing",
            "write `avoid`, `provisionally avoid`, `better not`, `allowed` or `not covered`",
        ))),
    }
}

fn said(label: &Name, cell: &Spanned<String>) -> Found<Outcome> {
    let saying = match cell.node.to_lowercase().as_str() {
        "yes" | "says" => Saying::Says,
        "no" | "does not say" => Saying::Not,
        "provisionally" | "provisionally says" => Saying::Provisionally,
        _ => {
            return Err(Box::new(wrong(
                cell,
                "not whether a sentence is said",
                "write `yes`, `no` or `provisionally`",
            )));
        }
    };
    Ok(Outcome::Says {
        saying,
        label: label.clone(),
        words: None,
    })
}

fn status(cell: &Spanned<String>) -> Found<Outcome> {
    let text = cell.node.to_lowercase();
    let until = cell.node.strip_prefix("deferred until ");
    Ok(match (text.as_str(), until) {
        ("refused", _) => Outcome::Refused,
        ("contact", _) => Outcome::Contact,
        ("deferred", _) => Outcome::Deferred(None),
        (_, Some(until)) => {
            let until = Spanned::new(until.trim().to_owned(), cell.span);
            Outcome::Deferred(Some(day(&until)?))
        }
        _ => {
            return Err(Box::new(wrong(
                cell,
                "not what becomes of the treatment",
                "write `refused`, `deferred`, `deferred until 2026-12-01` or `contact`",
            )));
        }
    })
}

/// `5`, `day 5`, `2026-06-06`
fn day(cell: &Spanned<String>) -> Found<Spanned<ScenarioDay>> {
    let text = cell.node.trim();
    let number = text.strip_prefix("day ").unwrap_or(text).trim();
    let day = match (number.parse::<i32>(), text.parse::<NaiveDate>()) {
        (Ok(number), _) if number.abs() <= 109_500 => ScenarioDay::Day(number),
        (_, Ok(date)) => ScenarioDay::Date(date),
        _ => return Err(Box::new(no_day(cell))),
    };
    Ok(Spanned::new(day, cell.span))
}

fn no_day(cell: &Spanned<String>) -> Diagnostic {
    wrong(
        cell,
        "no day",
        "write a day counted from the treatment, such as `5`, or a date, such as `2026-06-06`",
    )
}

fn wrong(cell: &Spanned<String>, label: &str, help: &str) -> Diagnostic {
    let message = format!("`{}` cannot stand in this column", cell.node);
    Diagnostic::new(Code::ScenarioTable, cell.span, message, label).with_help(help)
}
