//! A list of ingredients as labels print it, taken apart into names.

/// The longest list that is read, in bytes.
pub const MAX_LABEL: usize = 64 * 1024;

/// What opens and what closes a part in brackets.
const OPENING: [char; 4] = ['(', '[', '{', '（'];
const CLOSING: [char; 4] = [')', ']', '}', '）'];

/// The words that headings of a list are made of, in lower case.
const HEADING_WORDS: [&str; 20] = [
    "ingredient",
    "ingredients",
    "ingrédients",
    "inci",
    "list",
    "full",
    "key",
    "active",
    "inactive",
    "other",
    "medicinal",
    "non-medicinal",
    "composition",
    "contains",
    "contient",
    "of",
    "this",
    "the",
    "product",
    "products",
];

/// What stands before that which may be in a product and may not, in lower case.
const MAY_CONTAIN: [&str; 4] = ["may contain", "peut contenir", "+/-", "±"];

/// Words that a full stop may follow without ending the list.
const ABBREVIATED: [&str; 4] = ["no", "var", "ssp", "denat"];

/// One entry of a label.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Labelled {
    /// As the label has it, on one line.
    pub label: String,
    /// Whether the label says "may contain".
    pub may_contain: bool,
    /// The names in it: before the brackets first, then each in them. A name with slashes stands
    /// whole; what is between them may be names of their own.
    pub names: Vec<String>,
}

/// Takes a list apart: at commas, semicolons, bullets and full stops, never inside brackets or in
/// numbers (`1,2-Hexanediol`), and at `(and)`. Lines part entries only where nothing else does. Headings
/// (`Ingredients:`), percentages and marks of footnotes are left out. Every other word of the text is in
/// some name: nothing is lost.
///
/// ```
/// use aftercare_dsl::eval::label;
///
/// let names: Vec<String> = label("Ingredients: Aqua (Water), Retinol 0.3%, 1,2-Hexanediol.")
///     .into_iter()
///     .flat_map(|entry| entry.names)
///     .collect();
/// assert_eq!(names, ["Aqua", "Water", "Retinol", "1,2-Hexanediol"]);
/// ```
#[must_use]
pub fn label(text: &str) -> Vec<Labelled> {
    let text = without_and(text);
    let mut reader = Reader {
        lines: !has_separator(&text),
        ..Reader::default()
    };
    let letters: Vec<char> = text.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied();
        reader.letter(*letter, before, letters.get(at + 1).copied());
    }
    reader.entry();
    reader.entries
}

/// `(and)` as a comma.
fn without_and(text: &str) -> String {
    let mut text = text.to_owned();
    for and in ["(and)", "[and]", "(&)"] {
        // ASCII letters alone change, so that places stay.
        let lower = text.to_ascii_lowercase();
        let mut parted = String::with_capacity(text.len());
        let mut at = 0;
        for (place, _) in lower.match_indices(and) {
            parted.push_str(text.get(at..place).unwrap_or_default());
            parted.push_str(" , ");
            at = place + and.len();
        }
        parted.push_str(text.get(at..).unwrap_or_default());
        text = parted;
    }
    text
}

fn has_separator(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters.iter().enumerate().any(|(at, letter)| {
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied();
        separates(*letter, before, letters.get(at + 1).copied())
    })
}

/// Whether a character parts two entries. A comma between two digits is part of a name or a number.
fn separates(letter: char, before: Option<char>, after: Option<char>) -> bool {
    let digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    match letter {
        ',' => !(digit(before) && digit(after)),
        ';' | '\u{2022}' | '\u{b7}' | '\u{25cf}' | '|' | '、' | '，' => true,
        _ => false,
    }
}

/// What has been read of a list.
#[derive(Default)]
struct Reader {
    entries: Vec<Labelled>,
    /// Whether lines part entries.
    lines: bool,
    may_contain: bool,
    depth: usize,
    /// The entry being read.
    open: String,
}

impl Reader {
    fn letter(&mut self, letter: char, before: Option<char>, after: Option<char>) {
        if OPENING.contains(&letter) {
            self.depth += 1;
        } else if CLOSING.contains(&letter) {
            self.depth = self.depth.saturating_sub(1);
        } else if self.depth == 0 {
            let stop = letter == '.' && after.is_none_or(char::is_whitespace);
            if separates(letter, before, after)
                || letter == '\n' && self.lines
                || stop && !self.is_abbreviated()
            {
                return self.entry();
            }
            if letter == ':' {
                return self.heading();
            }
        }
        self.open.push(letter);
    }

    /// Whether a full stop here belongs to the word before it: `C.I. 77891`, `Alcohol Denat. 20%`.
    fn is_abbreviated(&self) -> bool {
        let word = self
            .open
            .rsplit([' ', '.', '\n'])
            .next()
            .unwrap_or_default();
        word.chars().count() == 1 || ABBREVIATED.contains(&word.to_lowercase().as_str())
    }

    /// What stands before a colon: a heading, or else an entry.
    fn heading(&mut self) {
        let lower = self.open.to_ascii_lowercase();
        let found = MAY_CONTAIN
            .iter()
            .filter_map(|words| lower.find(words))
            .min();
        if let Some(at) = found {
            self.open.truncate(at);
        }
        if is_heading(&self.open) {
            self.open.clear();
        } else {
            self.entry();
        }
        self.may_contain |= found.is_some();
    }

    /// The entry ends.
    fn entry(&mut self) {
        self.depth = 0;
        let text = std::mem::take(&mut self.open);
        let mut text = text.trim();
        while let Some(rest) = MAY_CONTAIN.iter().find_map(|words| without(text, words)) {
            self.may_contain = true;
            text = rest.trim_start();
        }
        let label: Vec<&str> = text.split_whitespace().collect();
        let label = label.join(" ");
        let (outer, inner) = brackets(&label);
        if outer.is_empty() {
            // Brackets around a part of the list: `[CI 77891, CI 77491]`.
            for name in inner {
                let lead = MAY_CONTAIN.iter().find_map(|words| without(&name, words));
                self.may_contain |= lead.is_some();
                let name = lead.map_or(name.as_str(), str::trim_start).to_owned();
                if !name.is_empty() {
                    self.push(name.clone(), vec![name]);
                }
            }
            return;
        }
        let mut names = vec![outer];
        names.extend(inner);
        self.push(label, names);
    }

    fn push(&mut self, label: String, names: Vec<String>) {
        let may_contain = self.may_contain;
        let entry = Labelled {
            label,
            may_contain,
            names,
        };
        if !self.entries.contains(&entry) {
            self.entries.push(entry);
        }
    }
}

/// Whether a text is made of the words of headings alone: what is not is an entry, so that no name is
/// taken for a heading.
fn is_heading(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
    words.all(|word| word.is_empty() || HEADING_WORDS.contains(&word))
}

/// The text behind a lead, whatever its case.
fn without<'t>(text: &'t str, lead: &str) -> Option<&'t str> {
    let (front, rest) = text.split_at_checked(lead.len())?;
    front.eq_ignore_ascii_case(lead).then_some(rest)
}

/// What stands outside all brackets, and what stands in them, part by part.
fn brackets(text: &str) -> (String, Vec<String>) {
    let mut depth = 0_usize;
    let mut outer = String::new();
    let mut inner: Vec<String> = Vec::new();
    let mut part = String::new();
    let letters: Vec<char> = text.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied();
        if OPENING.contains(letter) || CLOSING.contains(letter) {
            depth = if OPENING.contains(letter) {
                depth + 1
            } else {
                depth.saturating_sub(1)
            };
            inner.push(cleaned(&std::mem::take(&mut part)));
            outer.push(' ');
        } else if depth == 0 {
            outer.push(*letter);
        } else if separates(*letter, before, letters.get(at + 1).copied()) {
            inner.push(cleaned(&std::mem::take(&mut part)));
        } else {
            part.push(*letter);
        }
    }
    inner.push(cleaned(&part));
    inner.retain(|name| !name.is_empty());
    (cleaned(&outer), inner)
}

/// A name without marks of footnotes, percentages and a full stop.
fn cleaned(text: &str) -> String {
    let mark = |letter: char| {
        "*\u{2020}\u{2021}\u{b0}^\u{b9}\u{b2}\u{b3}:,;\"'\u{201c}\u{201d}".contains(letter)
            || letter.is_control()
    };
    let text = text.replace(" %", "%");
    let words = text
        .split_whitespace()
        .map(|word| without_stop(word.trim_matches(mark)).trim_matches(mark))
        .filter(|word| !word.is_empty() && !is_percentage(word));
    let name = words.collect::<Vec<_>>().join(" ");
    // What has neither letter nor digit is no name.
    if name.chars().any(char::is_alphanumeric) {
        name
    } else {
        String::new()
    }
}

/// A word without the full stop behind it, unless it is written with more of them: `C.I.`
fn without_stop(word: &str) -> &str {
    match word.strip_suffix('.') {
        Some(rest) if !rest.contains('.') || rest.ends_with('.') => rest.trim_end_matches('.'),
        _ => word,
    }
}

/// `0.3%`, `0,3%`, `<1%`
fn is_percentage(word: &str) -> bool {
    let number = word.strip_suffix('%');
    number.is_some_and(|number| {
        let number = number.trim_start_matches(['<', '>', '~', '\u{2264}', '\u{2265}']);
        !number.is_empty()
            && number
                .chars()
                .all(|letter| letter.is_ascii_digit() || ".,-".contains(letter))
    })
}

#[cfg(test)]
mod tests {
    use super::label;

    /// The names of each entry, `?` before what may be in it.
    fn names(text: &str) -> Vec<String> {
        let entries = label(text).into_iter().map(|entry| {
            let mark = if entry.may_contain { "?" } else { "" };
            format!("{mark}{}", entry.names.join("+"))
        });
        entries.collect()
    }

    #[test]
    fn lists_are_taken_apart_as_labels_print_them() {
        for (text, wanted) in [
            ("Aqua, Glycerin", &["Aqua", "Glycerin"][..]),
            (
                "Aqua/Water/Eau, Parfum (Fragrance)",
                &["Aqua/Water/Eau", "Parfum+Fragrance"],
            ),
            ("INGREDIENTS: AQUA; RETINOL.", &["AQUA", "RETINOL"]),
            (
                "Parfum (Linalool, Limonene), Retinol",
                &["Parfum+Linalool+Limonene", "Retinol"],
            ),
            (
                "Salix Alba (Willow) Bark Extract",
                &["Salix Alba Bark Extract+Willow"],
            ),
            (
                "Cetearyl Alcohol (and) Ceteareth-20",
                &["Cetearyl Alcohol", "Ceteareth-20"],
            ),
            (
                "Niacinamide 10 %, Zinc PCA (1%)",
                &["Niacinamide", "Zinc PCA"],
            ),
            (
                "Retinol 0,3%, 1,2-Hexanediol",
                &["Retinol", "1,2-Hexanediol"],
            ),
            (
                "Limonene*, Linalool**. *Organic",
                &["Limonene", "Linalool", "Organic"],
            ),
            (
                "Retinol (active ingredient): 1%, Aqua",
                &["Retinol+active ingredient", "Aqua"],
            ),
            (
                "Active ingredients: Zinc Oxide. Other Ingredients: Aqua",
                &["Zinc Oxide", "Aqua"],
            ),
            ("C.I. 77891, Aqua", &["C.I. 77891", "Aqua"]),
            (
                "Sodium\nHyaluronate,\r\nAqua",
                &["Sodium Hyaluronate", "Aqua"],
            ),
            ("Aqua\nRetinol\n", &["Aqua", "Retinol"]),
            ("\u{2022} Aqua \u{2022} Retinol", &["Aqua", "Retinol"]),
            ("Retinol, Retinol", &["Retinol"]),
            ("Retinol (Vitamin A", &["Retinol+Vitamin A"]),
            ("Retinol), Aqua)", &["Retinol", "Aqua"]),
            ("", &[]),
            (" , ;. ( ) % ", &[]),
        ] {
            assert_eq!(names(text), wanted, "{text}");
        }
    }

    #[test]
    fn what_a_label_may_contain_is_told_apart() {
        for (text, wanted) in [
            (
                "Mica. May contain: +/- CI 77891",
                &["Mica", "?CI 77891"][..],
            ),
            (
                "Mica, May Contain [+/- CI 77891 (Titanium Dioxide), CI 77491]",
                &["Mica", "?CI 77891", "?Titanium Dioxide", "?CI 77491"],
            ),
            ("Mica, [+/- CI 77891]", &["Mica", "?CI 77891"]),
            ("Mica. This product may contain: Talc", &["Mica", "?Talc"]),
            ("Mica (+/-): CI 77891", &["Mica", "?CI 77891"]),
        ] {
            assert_eq!(names(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_hostile_list_is_taken_apart_in_no_time() {
        let open = "(".repeat(60_000);
        assert!(names(&open).is_empty());
        let nested = format!("{open}Retinol{}", ")".repeat(4_000));
        assert_eq!(names(&nested), ["Retinol"]);
        assert_eq!(names(&"(and)".repeat(12_000)), Vec::<String>::new());
    }
}
