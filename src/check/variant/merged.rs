//! The sentences of a variant and of all that it extends, as if one file said them.

use super::standing::Standing;
use crate::check::files::LoadedFile;
use crate::span::{Span, Spanned};
use crate::syntax::tree::{File, Header, Item, Place, Sentence, Statement};

/// What stands in the place of a sentence.
#[derive(Default)]
pub(super) struct Instead<'f> {
    /// Whether the sentence itself has gone.
    pub gone: bool,
    /// Others that stand there.
    pub others: Vec<&'f Spanned<Sentence>>,
}

/// The tree of a protocol with all that it extends: the sources and sentences of the others, and then its own
/// file, each sentence with what `instead` says of its place.
pub(super) fn merged<'f>(
    files: &'f [LoadedFile],
    standing: &Standing<'f>,
    instead: &dyn Fn(Span) -> Instead<'f>,
) -> File {
    let mut whole = File::default();
    let own = files.len().checked_sub(1);
    for index in &standing.files {
        let Some(file) = files.get(*index) else {
            continue;
        };
        whole.comments.extend(&file.file.comments);
        for item in &file.file.items {
            let is_own = own == Some(*index);
            match &item.node {
                Item::Statement(statement) => {
                    let mut all = Vec::new();
                    put(statement, item.span, instead, &mut all);
                    let all = all.into_iter();
                    whole
                        .items
                        .extend(all.map(|one| Spanned::new(Item::Statement(one.node), one.span)));
                }
                Item::Replace(_) | Item::Drop { .. } => {}
                Item::Header(Header::Source { .. }) => whole.items.push(item.clone()),
                _ if is_own => whole.items.push(item.clone()),
                _ => {}
            }
        }
    }
    whole
        .comments
        .sort_by_key(|Place(span)| (span.source, span.start));
    whole
}

/// A statement, each of its sentences with what stands instead.
fn put<'f>(
    statement: &Statement,
    span: Span,
    instead: &dyn Fn(Span) -> Instead<'f>,
    out: &mut Vec<Spanned<Statement>>,
) {
    let body = |body: &[Spanned<Statement>]| {
        let mut inside = Vec::with_capacity(body.len());
        for one in body {
            put(&one.node, one.span, instead, &mut inside);
        }
        inside
    };
    match statement {
        Statement::Sentence(_) => {
            let Instead { gone, others } = instead(span);
            if !gone {
                out.push(Spanned::new(statement.clone(), span));
            }
            let others = others.into_iter();
            out.extend(others.map(|one| {
                let sentence = Statement::Sentence(Box::new(one.node.clone()));
                Spanned::new(sentence, one.span)
            }));
        }
        Statement::Section { title, body: inner } => {
            let section = Statement::Section {
                title: title.clone(),
                body: body(inner),
            };
            out.push(Spanned::new(section, span));
        }
        Statement::When {
            condition,
            body: inner,
            otherwise,
        } => {
            let when = Statement::When {
                condition: condition.clone(),
                body: body(inner),
                otherwise: otherwise.as_deref().map(body),
            };
            out.push(Spanned::new(when, span));
        }
    }
}
