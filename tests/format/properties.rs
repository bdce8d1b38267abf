//! Generated protocols: what is printed reads back, and every layout of it has one canonical form.

use aftercare_dsl::format::{print, same_meaning};
use proptest::collection::vec;
use proptest::prelude::*;

use super::generate::file::{Protocol, protocol};
use super::noise::{Dice, respaced, with_comments};
use super::{attempt, comments, tree};
use crate::support::config;

proptest! {
    #![proptest_config(config(2_500))]

    #[test]
    fn a_printed_tree_reads_back(Protocol(items) in protocol()) {
        let text = print(&items);
        let read = tree(&text);
        prop_assert!(same_meaning(&items, &read.items), "it reads back as\n{}", print(&read.items));
        prop_assert_eq!(print(&read.items), text);
    }

    #[test]
    fn comments_and_blank_lines_stay(Protocol(items) in protocol(), throws in vec(any::<u8>(), 40)) {
        let (text, expected) = with_comments(&print(&items), &mut Dice::new(&throws));
        let form = attempt(&text).map_err(|error| TestCaseError::fail(format!("{text}\n{error:?}")))?;
        prop_assert_eq!(comments(&form), expected);
        prop_assert!(same_meaning(&items, &tree(&form).items), "{}", form);
        prop_assert_eq!(attempt(&form), Ok(form.clone()));
        prop_assert!(!form.contains("\n\n\n") && !form.contains("{\n\n"), "{}", form);
    }

    #[test]
    fn other_spellings_have_the_same_form(Protocol(items) in protocol(), throws in vec(any::<u8>(), 40)) {
        let canonical = print(&items);
        prop_assert_eq!(attempt(&canonical), Ok(canonical.clone()));
        let other = respaced(&canonical, &mut Dice::new(&throws));
        prop_assert_eq!(attempt(&other), Ok(canonical), "{}", other);
    }
}
