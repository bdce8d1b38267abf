//! Imports that climb, run in circles, or never end.

use aftercare_dsl::check::{CheckOptions, Found, Library, LoadError, check};
use aftercare_dsl::diagnostic::{Code, any_error};
use aftercare_dsl::source::Sources;

use super::{errors, many, watched};

/// Files that are numbers: what stands in each is a function of it.
struct Numbered<F>(F);

impl<F: Fn(usize) -> String> Library for Numbered<F> {
    fn find(&self, name: &str, _: &str) -> Result<Option<Found>, LoadError> {
        let number = name
            .strip_prefix('f')
            .and_then(|number| number.parse().ok());
        Ok(number.map(|number| Found {
            name: name.to_owned(),
            text: (self.0)(number),
        }))
    }

    fn names(&self, _: &str) -> Vec<String> {
        Vec::new()
    }
}

/// The codes of what is wrong with file 0, and whether it has an error.
pub(super) fn codes(files: impl Fn(usize) -> String + Send + 'static) -> (Vec<Code>, bool) {
    watched(move || {
        let options = CheckOptions::default();
        let mut sources = Sources::new();
        let first = files(0);
        let checked = check(&mut sources, &Numbered(files), "f0", &first, &options);
        assert_ne!(checked.protocol.is_some(), any_error(&checked.diagnostics));
        let codes = checked.diagnostics.iter().map(|one| one.code);
        (codes.collect(), checked.protocol.is_none())
    })
}

#[test]
fn imports_that_climb() {
    for name in [
        "../secrets",
        "\"../secrets\"",
        "/etc/passwd",
        "\"/etc/passwd\"",
        "..",
        "skin-care/../microneedling",
        "\"C:\\\\secrets\"",
    ] {
        let messages = errors(&format!("import {name}\navoid makeup for 2 days"));
        assert!(
            messages.iter().all(|message| !message.contains("root:")),
            "{messages:?}"
        );
    }
}

/// What is wrong with files that import one another, the last of them `deep` imports away.
pub(super) fn chain(deep: usize) -> (Vec<Code>, bool) {
    codes(move |number| {
        let next = format!("import f{}\n", number + 1);
        let next = if number < deep { next.as_str() } else { "" };
        format!("{next}substance stuff{number}x\n")
    })
}

#[test]
fn a_thousand_files_one_in_the_other() {
    let (codes, error) = chain(1000);
    assert!(error);
    assert!(codes.contains(&Code::ImportDepth), "{codes:?}");
}

#[test]
fn a_chain_without_an_end() {
    let (codes, error) = codes(|number| format!("import f{}\n", number + 1));
    assert!(error);
    assert!(codes.contains(&Code::ImportDepth), "{codes:?}");
}

#[test]
fn a_thousand_files_side_by_side() {
    let (codes, error) = codes(|number| {
        if number > 0 {
            return format!("substance stuff{number}x\n");
        }
        let imports = (1..=many(1000)).map(|number| format!("import f{number}\n"));
        format!("{}avoid stuff1x for 2 days\n", imports.collect::<String>())
    });
    assert!(!error, "{codes:?}");
}

#[test]
fn a_file_that_many_paths_lead_to_is_read_once() {
    // Each file imports both of the next level, which gives 2^30 paths.
    let (codes, error) = codes(|number| {
        let level = number.div_ceil(2);
        let (left, right) = (2 * level + 1, 2 * level + 2);
        let imports = if level < 30 {
            format!("import f{left}\nimport f{right}\n")
        } else {
            String::new()
        };
        let used = if number == 0 {
            "avoid stuff1x for 2 days\n"
        } else {
            ""
        };
        format!("{imports}substance stuff{number}x\n{used}")
    });
    assert!(!error, "{codes:?}");
}

#[test]
fn circles() {
    let (codes, error) = codes(|number| format!("import f{}\n", (number + 1) % 3));
    assert!(error);
    assert!(codes.contains(&Code::ImportCycle), "{codes:?}");
}
