//! Conditions that are told apart by what can change them.

use super::{Diagram, Level, Node};

#[test]
fn a_case_split_over_all_values_is_true() {
    let mut diagram = Diagram::default();
    let young = diagram.unknown(Level(0), 3, |value| value == 0);
    let old = diagram.unknown(Level(0), 3, |value| value > 0);
    assert_eq!(diagram.or(young, old), Node::TRUE);
    assert_eq!(diagram.and(young, old), Node::FALSE);
    assert_eq!(diagram.not(young), old);
}

#[test]
fn what_stands_for_any_condition_is_told_apart_and_is_in_no_diagram() {
    let diagram = Diagram::default();
    let stand_ins = [Node::OPEN, Node::SYMPTOMS, Node::UNLESS_SYMPTOMS];
    assert_eq!(std::collections::BTreeSet::from(stand_ins).len(), 3);
    for stand_in in stand_ins {
        assert_eq!(stand_in.truth(), None);
        assert!(diagram.support(stand_in).is_empty());
    }
}

#[test]
fn a_condition_hangs_only_on_what_can_change_it() {
    let mut diagram = Diagram::default();
    let p = diagram.unknown(Level(0), 2, |value| value == 1);
    let q = diagram.unknown(Level(1), 2, |value| value == 1);
    let not_p = diagram.not(p);
    let p_and_q = diagram.and(p, q);
    let not_p_and_q = diagram.and(not_p, q);
    let either = diagram.or(p_and_q, not_p_and_q);
    assert_eq!(either, q);
    assert_eq!(diagram.support(either), [Level(1)].into());
}
