//! `call us if the redness spreads, there is pus or the pain gets worse after 3 days`: signs that are said in sentences, of
//! which the last has a time.

use crate::check::wording::list;
use crate::span::Span;
use crate::syntax::lower::Lower;
use crate::syntax::recover::call_lists::quoted_where_several;
use crate::syntax::recover::calls_after::Lasting;
use crate::vocabulary::{SaidSign, each_without_getting, names_a_sign, said_signs};

/// Each sign of a list as a report takes it. None of one alone, where all have to be there, and where a report takes the
/// list as it stands.
pub(super) fn each_by_itself(signs: &str) -> Option<Vec<String>> {
    let joined = [", ", " or "].iter().any(|joint| signs.contains(joint));
    if !joined || signs.contains(" and ") || signs.contains('"') {
        return None;
    }
    let each: Vec<String> = match said_signs(signs, names_a_sign) {
        Some(said) => said.signs.iter().map(quoted_where_several).collect(),
        None => {
            let bare = each_without_getting(signs).unwrap_or_else(|| signs.to_owned());
            let bare = bare.replace(" or ", ",");
            let names = bare
                .split(',')
                .map(str::trim)
                .filter(|name| !name.is_empty());
            names.map(named).collect()
        }
    };
    (each.len() > 1 && list(&each, "or") != signs).then_some(each)
}

/// A name as a report takes it.
fn named(name: &str) -> String {
    match name.strip_prefix("increasing ") {
        Some(sign) => format!("{sign} worsening"),
        None => quoted_where_several(&SaidSign::Named(name.to_owned())),
    }
}

impl Lower<'_> {
    /// Offers the report of several signs of which the last lasts, or counts from a time.
    pub(super) fn last_of_several(
        &mut self,
        line: Span,
        sentence: Span,
        signs: &[String],
        found: &Lasting,
        whom: &str,
    ) -> bool {
        let (Some((last, others)), Some(how)) =
            (signs.split_last(), found.signs.strip_prefix(&found.bare))
        else {
            return false;
        };
        let mut lasting = others.to_vec();
        lasting.push(format!("{last}{how}"));
        let report = format!("report {} to {whom}", list(&lasting, "or"));
        let later = (!found.treated && !found.denied).then(|| {
            format!(
                "report {} to {whom}` and `report {last} to {whom} from {}",
                list(others, "or"),
                found.time
            )
        });
        self.is_report(line, sentence, &report, later)
    }
}

#[cfg(test)]
mod tests {
    use super::each_by_itself;

    #[test]
    fn each_sign_of_a_list_stands_by_itself() {
        let listed = |signs| each_by_itself(signs).map(|each| each.join(" / "));
        for (signs, each) in [
            (
                "the redness spreads, there is pus or the pain gets worse",
                "redness spreading / pus / pain worsening",
            ),
            (
                "thread is poking out or you have increasing pain, fever or asymmetry",
                "\"thread is poking out\" / pain worsening / fever / asymmetry",
            ),
        ] {
            assert_eq!(listed(signs).as_deref(), Some(each), "{signs}");
        }
        for signs in [
            "redness or pain",
            "pain",
            "the pain gets worse",
            "redness and pain",
        ] {
            assert_eq!(listed(signs), None, "{signs}");
        }
    }
}
