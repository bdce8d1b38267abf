//! Lists in words.

use super::Word;

/// `a, b and c`
#[must_use]
pub fn all_of<S: AsRef<str>>(items: &[S]) -> String {
    joined(items, Word::And)
}

/// `a, b or c`
#[must_use]
pub fn any_of<S: AsRef<str>>(items: &[S]) -> String {
    joined(items, Word::Or)
}

fn joined<S: AsRef<str>>(items: &[S], last: Word) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [front @ .., end] => {
            let front: Vec<&str> = front.iter().map(AsRef::as_ref).collect();
            format!("{} {} {}", front.join(", "), last.text(), end.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_as_spoken() {
        assert_eq!(all_of::<&str>(&[]), "");
        assert_eq!(all_of(&["a"]), "a");
        assert_eq!(all_of(&["a", "b"]), "a and b");
        assert_eq!(any_of(&["a", "b", "c"]), "a, b or c");
    }
}
