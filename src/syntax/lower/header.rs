//! The header's lines.

use chrono::{Datelike, NaiveDate};
use pest::iterators::Pair;

use crate::diagnostic::{Code, Diagnostic};
use crate::span::{Span, Spanned};
use crate::syntax::cursor::Cursor;
use crate::syntax::grammar::Rule;
use crate::syntax::lower::Lower;
use crate::syntax::tree::{Date, Header, Status};

/// The years that a date may lie in.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

impl Lower<'_> {
    /// One line of the header; none where a mistake in it leaves nothing to keep.
    pub(super) fn header(&mut self, pair: Pair<'_, Rule>) -> Option<Header> {
        let rule = pair.as_rule();
        let mut parts = Cursor::into(pair);
        let header = match rule {
            Rule::protocol => Header::Protocol(self.string(&parts.presume(Rule::string))),
            Rule::version => Header::Version(self.string(&parts.presume(Rule::string))),
            Rule::treatment => Header::Treatment(self.name(&parts.presume(Rule::name))),
            Rule::aftercare => Header::Aftercare(self.single(parts.presume(Rule::drange))?),
            Rule::effective => Header::Effective(self.date(&parts.presume(Rule::date))?),
            Rule::review => Header::ReviewBy(self.date(&parts.presume(Rule::date))?),
            Rule::status if parts.took(Rule::draft) => Header::Status(Status::Draft),
            Rule::status => Header::Status(Status::Approved {
                by: self.string(&parts.presume(Rule::string)),
                on: self.date(&parts.presume(Rule::date))?,
            }),
            Rule::import => Header::Import(self.name(&parts.presume(Rule::name))),
            Rule::scenarios_for => Header::ScenariosFor(self.name(&parts.presume(Rule::name))),
            Rule::extends => Header::Extends(self.name(&parts.presume(Rule::name))),
            _ => Header::Source {
                key: self.name(&parts.presume(Rule::name)),
                title: self.string(&parts.presume(Rule::string)),
                url: match parts.accept(Rule::url) {
                    Some(url) => self.address(self.span(&url)),
                    None => None,
                },
            },
        };
        parts.end();
        Some(header)
    }

    /// `<https://www.aad.org/public>`: readers follow it, so that it leads to the web and nowhere else.
    fn address(&mut self, span: Span) -> Option<Spanned<String>> {
        let raw = self.raw(span).trim_matches(['<', '>']).trim();
        let behind = |scheme: &str| {
            let start = raw.get(..scheme.len())?;
            let rest = raw.get(scheme.len()..)?;
            start.eq_ignore_ascii_case(scheme).then_some(rest)
        };
        let host = behind("https://").or_else(|| behind("http://"));
        let leads = host.is_some_and(|host| host.starts_with(char::is_alphanumeric));
        if leads {
            return Some(Spanned::new(raw.to_owned(), span));
        }
        let shown = self.quote(span);
        let diagnostic = Diagnostic::new(
            Code::HeaderShape,
            span,
            format!("`{shown}` is no address of the web"),
            "it starts with neither `https://` nor `http://`",
        );
        let dotted = raw.starts_with("www.").then(|| format!("<https://{raw}>"));
        let known = behind("doi:").map(|doi| format!("<https://doi.org/{}>", doi.trim()));
        self.refuse(match known.or(dotted) {
            Some(text) => diagnostic
                .with_help(format!("write `{text}`"))
                .with_fix(span, text),
            None => diagnostic
                .with_help("write it as in `<https://www.example.org/page>`, or leave it out"),
        });
        None
    }

    /// A date of the calendar between 1900 and 2200.
    pub(super) fn date(&mut self, pair: &Pair<'_, Rule>) -> Option<Spanned<Date>> {
        let span = self.span(pair);
        let mut numbers = pair.as_str().split('-').map(str::parse::<u32>);
        let mut number = || numbers.next().and_then(Result::ok);
        let (year, month, day) = (number(), number(), number());
        let date = year
            .and_then(|year| i32::try_from(year).ok())
            .and_then(|year| NaiveDate::from_ymd_opt(year, month?, day?));
        match date {
            Some(date) if YEARS.contains(&date.year()) => Some(Spanned::new(date, span)),
            Some(_) => self.no_date(span, "its year does not lie between 1900 and 2200"),
            None => self.no_date(
                span,
                "the calendar has no such day; year-month-day is wanted",
            ),
        }
    }

    fn no_date(&mut self, span: crate::span::Span, why: &str) -> Option<Spanned<Date>> {
        let raw = self.quote(span);
        self.refuse(
            Diagnostic::new(
                Code::ImpossibleDate,
                span,
                format!("`{raw}` is no date that a protocol can have"),
                why,
            )
            .with_help("dates are written year-month-day, such as `2026-01-31`"),
        );
        None
    }
}
