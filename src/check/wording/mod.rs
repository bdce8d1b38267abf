//! The canonical words of clauses, windows and steps: plain English, without the language's dots.

mod clause;
mod sentence;
mod time;

pub(crate) use clause::{count_word, frequency, per, places, quantity};
pub(crate) use sentence::{deed, matter, step, step_join, things};
pub(crate) use time::{about_point, duration, duration_range, point, typical, window};

/// `a, b and c`, or with another word than `and`.
pub(crate) fn list<S: AsRef<str>>(words: &[S], last: &str) -> String {
    let mut out = String::new();
    for (index, word) in words.iter().enumerate() {
        match words.len() - index {
            _ if index == 0 => {}
            1 => {
                out.push(' ');
                out.push_str(last);
                out.push(' ');
            }
            _ => out.push_str(", "),
        }
        out.push_str(word.as_ref());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::list;

    #[test]
    fn lists_read_as_people_write_them() {
        assert_eq!(list::<&str>(&[], "and"), "");
        assert_eq!(list(&["a"], "and"), "a");
        assert_eq!(list(&["a", "b"], "or"), "a or b");
        assert_eq!(list(&["a", "b", "c"], "and"), "a, b and c");
    }
}
