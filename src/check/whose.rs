//! On whose word a sentence stands, behind what is told of it.

use super::protocol::{Rule, Source};

/// `, on the word of "Leeds"` in words, where a protocol has several sources; nothing where it has one.
pub(crate) fn whose<'s>(
    sources: impl IntoIterator<Item = &'s Source, IntoIter: Clone>,
    rule: &Rule,
) -> String {
    let sources = sources.into_iter();
    let several = sources.clone().nth(1).is_some();
    let cited = rule.details.sources.iter().filter(|_| several);
    let titles: Vec<&str> = cited
        .filter_map(|key| sources.clone().find(|source| source.key == *key))
        .map(|source| source.title.as_str())
        .collect();
    if titles.is_empty() {
        String::new()
    } else {
        format!(", on the word of `{}`", titles.join("` and `"))
    }
}
