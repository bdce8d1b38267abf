//! Lines, blocks, blank lines and comments.

use super::formatted;

#[test]
fn an_empty_text_stays_empty() {
    for text in ["", "\n \n\t\r\n", "\u{feff}"] {
        assert_eq!(formatted(text), "");
    }
}

#[test]
fn blank_lines_between_groups_become_one() {
    assert_eq!(
        formatted("\n\navoid a\r\n \r\n\r\navoid b\navoid c\n\n"),
        "avoid a\n\navoid b\navoid c\n"
    );
}

#[test]
fn comments_keep_their_place() {
    let text = "\
# The first line.

avoid a # behind a
# above b
avoid b,# inside b
   c # behind c
section \"Sun\" { # behind the brace

  # first inside

  avoid d }   # behind the block
# the last
";
    let form = "\
# The first line.

avoid a  # behind a
# above b
# inside b
avoid b and c  # behind c
section \"Sun\" {  # behind the brace
  # first inside

  avoid d
}  # behind the block
# the last
";
    assert_eq!(formatted(text), form);
}

#[test]
fn comments_of_two_branches_stay_apart() {
    let text = "\
when a {
  avoid b
  # about b
} # done
# or
otherwise { # begins
  avoid c
  # about c
}
";
    let form = "\
when a {
  avoid b
  # about b
} otherwise {  # done
  # or
  # begins
  avoid c
  # about c
}
";
    assert_eq!(formatted(text), form);
}

#[test]
fn comments_behind_neighbouring_lines_stand_below_one_another() {
    let text = "avoid a # one\nuse sunscreen daily # two\n\nuse c # three\n";
    let form = "avoid a              # one\nuse sunscreen daily  # two\n\nuse c  # three\n";
    assert_eq!(formatted(text), form);
}

#[test]
fn long_sentences_break_before_clauses_and_after_commas() {
    let text = "avoid retinoids, alpha hydroxy acids, beta hydroxy acids, polyhydroxy acids, exfoliants \
                and scrubs for 7 days if pregnant because \"they irritate healing skin\" [guide]";
    let form = "\
avoid retinoids, alpha hydroxy acids, beta hydroxy acids, polyhydroxy acids, exfoliants and scrubs
  for 7 days if pregnant because \"they irritate healing skin\" [guide]
";
    assert_eq!(formatted(text), form);
}

#[test]
fn members_share_lines_where_they_are_names_alone() {
    let text = "\
substance a {
 b, c


 d   aka e , \"f\"
 g { h, i } # note
 j
 k }
medicine m {
  n
  o
}
";
    let form = "\
substance a {
  b, c

  d aka e, \"f\"
  g { h, i }  # note
  j, k
}
medicine m { n, o }
";
    assert_eq!(formatted(text), form);
}

#[test]
fn a_quoted_member_starts_a_line() {
    let text = "product p { a, b\n\"c d\"\ne }";
    assert_eq!(formatted(text), "product p {\n  a, b\n  \"c d\", e\n}\n");
}

#[test]
fn steps_stand_on_lines_of_their_own() {
    let text = "morning: steps \"Morning\" { cleanse face, then after 5 minutes use a # soon\n use b } daily";
    let form = "\
morning: steps \"Morning\" {
  cleanse face
  then after 5 minutes use a  # soon
  then use b
} daily
";
    assert_eq!(formatted(text), form);
}

#[test]
fn a_comment_inside_a_name_is_no_part_of_it() {
    assert_eq!(
        formatted("avoid direct # why\n  sun for 2 days\n"),
        "# why\navoid direct sun for 2 days\n"
    );
}
