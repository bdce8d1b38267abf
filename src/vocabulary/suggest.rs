//! "Did you mean": the known word nearest to an unknown one.

/// The candidate nearest to `word`, if one is near: the distance counts edits and swapped
/// neighbours, and may be one in three letters.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let bound = (word.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| {
            let distance = strsim::damerau_levenshtein(&word, &candidate.to_lowercase());
            (distance, candidate)
        })
        .filter(|(distance, candidate)| {
            *distance <= bound && *distance < candidate.chars().count().max(2)
        })
        .min_by_key(|(distance, candidate)| {
            // People seldom get the first letter wrong.
            let starts_apart = candidate.to_lowercase().chars().next() != word.chars().next();
            (*distance, starts_apart, candidate.len(), *candidate)
        })
        .map(|(_, candidate)| candidate)
}
