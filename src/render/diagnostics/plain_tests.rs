use crate::diagnostic::Code;

use super::*;

/// Renders a mistake at the first place of `part` in `text`.
fn shown(text: &str, part: &str, label: &str) -> String {
    let mut sources = Sources::new();
    let id = sources.add("clinic.rules", text);
    let span = span(id, text, part);
    plain(
        &Diagnostic::new(Code::Syntax, span, "not known: `x`", label)
            .with_help("did you mean `y`?"),
        &sources,
        80,
    )
}

fn span(id: SourceId, text: &str, part: &str) -> Span {
    let start = text.find(part).unwrap();
    Span::new(id, start as u32, (start + part.len()) as u32)
}

#[test]
fn a_mistake_is_shown_at_its_place() {
    let text = "# a\n\navoid retinods for 7 days\n";
    assert_eq!(
        shown(text, "retinods", "no such thing"),
        "\
error[syntax]: not known: `x`
 --> clinic.rules:3:7
  |
3 | avoid retinods for 7 days
  |       ^^^^^^^^ no such thing
  |
  = help: did you mean `y`?
"
    );
}

#[test]
fn carets_stand_under_tabs_wide_and_accented_characters() {
    let text = "\tuse crème 皮膚 here\n";
    let out = shown(text, "皮膚", "this");
    assert!(out.contains("1 |     use crème 皮膚 here\n"), "{out}");
    assert!(out.contains("  |               ^^^^ this\n"), "{out}");
    let decomposed = "use cre\u{300}me x\n";
    assert!(shown(decomposed, "x", "").contains("\n  |           ^\n"));
}

#[test]
fn hidden_characters_never_reach_the_screen() {
    let out = shown("avoid \u{1b}[31mred\u{202e} x\n", "x", "\u{7}");
    assert!(out.contains("avoid \\u{1b}[31mred\\u{202e} x"), "{out}");
    assert!(out.contains("^ \\u{7}"), "{out}");
    assert!(
        !out.chars()
            .any(|c| c != '\n' && crate::render::is_hidden(c))
    );
}

#[test]
fn long_lines_and_long_labels_fit_the_width() {
    let text = format!("avoid {} x {}\n", "long ".repeat(100), "tail ".repeat(100));
    let out = shown(&text, "x", &"the label goes on and on ".repeat(8));
    assert!(out.lines().all(|line| columns(line) <= 80), "{out}");
    let row = out
        .lines()
        .position(|line| line.starts_with("1 |"))
        .unwrap();
    let line: Vec<char> = out.lines().nth(row).unwrap().chars().collect();
    let caret = out.lines().nth(row + 1).unwrap().find('^').unwrap();
    assert_eq!(line[caret], 'x');
}

#[test]
fn an_empty_place_and_the_end_of_the_file_have_a_caret() {
    let mut sources = Sources::new();
    let id = sources.add("a", "avoid");
    let end = Diagnostic::new(Code::Syntax, Span::new(id, 5, 5), "m", "here");
    assert!(plain(&end, &sources, 80).contains("1 | avoid\n  |      ^ here\n"));
    let empty = sources.add("b", "");
    let none = Diagnostic::new(Code::Syntax, Span::new(empty, 0, 0), "m", "here");
    assert!(plain(&none, &sources, 80).contains("1 |\n  | ^ here\n"));
    let after = sources.add("c", "avoid\n");
    let last = Diagnostic::new(Code::Syntax, Span::new(after, 6, 6), "m", "here");
    assert!(plain(&last, &sources, 80).contains(" --> c:2:1\n"));
}

#[test]
fn second_places_have_their_own_rows_and_files() {
    let text = "avoid a for 7 days\nuse b\nuse c\nallow a\n";
    let mut sources = Sources::new();
    let id = sources.add("one", text);
    let other = sources.add("two", "substance a\n");
    let diagnostic = Diagnostic::new(Code::Syntax, span(id, text, "allow a"), "clash", "this")
        .with_label(span(id, text, "for 7 days"), "until here")
        .with_label(Span::new(other, 10, 11), "declared here");
    assert_eq!(
        plain(&diagnostic, &sources, 80),
        "\
error[syntax]: clash
 --> one:4:1
  |
1 | avoid a for 7 days
  |         ---------- until here
...
4 | allow a
  | ^^^^^^^ this
  |
 ::: two:1:11
  |
1 | substance a
  |           - declared here
  |
"
    );
}

#[test]
fn a_place_of_several_lines_says_how_far_it_goes() {
    let text = "when pregnant {\n  avoid a\n";
    let out = shown(text, "{\n  avoid a", "not closed");
    assert!(
        out.contains("  |               ^ not closed (up to line 2)\n"),
        "{out}"
    );
}

#[test]
fn after_a_hundred_the_others_are_counted() {
    let mut sources = Sources::new();
    let id = sources.add("a", "avoid\n");
    let one = Diagnostic::new(Code::Syntax, Span::new(id, 0, 5), "m", "here");
    let out = plain_all(&vec![one; 123], &sources, 80);
    assert_eq!(out.matches("error[syntax]").count(), PRINTED);
    assert!(out.ends_with("\nand 23 more; mend these first\n"), "{out}");
}

#[test]
fn a_line_is_laid_out_once_however_many_labels_point_into_it() {
    let text = "é avoid makeup daily ".repeat(5_000);
    let mut sources = Sources::new();
    let id = sources.add("clinic.rules", text.clone());
    let places: Vec<Span> = text
        .match_indices("daily")
        .map(|(at, _)| Span::new(id, at as u32, at as u32 + 5))
        .collect();
    let with_all = |code| {
        let first = Diagnostic::new(code, places[0], "twice", "again");
        let others = places.iter().skip(1);
        others.fold(first, |one, place| one.with_label(*place, "and here"))
    };
    let mut lines = Lines::default();
    let shown: Vec<String> = [Code::Syntax, Code::ClauseTwice]
        .into_iter()
        .map(|code| one(&with_all(code), &sources, 80, &mut lines))
        .collect();
    assert_eq!(lines.len(), 1);
    assert_eq!(shown[0].matches("and here").count(), places.len() - 1);
    assert_eq!(shown[0].replace("[syntax]", "[clause-twice]"), shown[1]);
}
