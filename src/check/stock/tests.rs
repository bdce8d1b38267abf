//! The stock is what the texts make, and a check that takes it finds what one that reads them finds.

use std::path::Path;

use super::{BYTES, CURRENT, FILES, Stock, make, stock};
use crate::bundled::{BUNDLED, PROTOCOLS, bundled};
use crate::check::files;
use crate::check::run::{How, ImportHelp, check_with};
use crate::check::{Bundled, CheckOptions, Checked, Found, Library, LoadError};
use crate::profile::Profile;
use crate::source::Sources;
use crate::span::SourceId;
use crate::{eval, render, syntax};

/// `AFTERCARE_BLESS=1 cargo test stock` writes it anew.
#[test]
fn the_stock_is_what_the_texts_make() {
    let made = make::bytes();
    if std::env::var_os("AFTERCARE_BLESS").is_some() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        std::fs::write(root.join("rules/bundled.stock"), made).unwrap();
        return;
    }
    assert!(
        CURRENT && made == BYTES && stock().is_some(),
        "rules/bundled.stock is not of these texts: write it anew with\n  \
         AFTERCARE_BLESS=1 cargo test stock"
    );
}

/// The bundled files, some others, and one that lies beside a bundled one and has its name.
struct Shelf {
    others: &'static [(&'static str, &'static str)],
    both: &'static str,
}

impl Library for Shelf {
    fn find(&self, name: &str, importer: &str) -> Result<Option<Found>, LoadError> {
        if name == self.both {
            let beside = format!("{name}.rules");
            return Err(LoadError::Both { beside });
        }
        let other = self.others.iter().find(|(other, _)| *other == name);
        other.map_or_else(
            || Bundled.find(name, importer),
            |(name, text)| {
                Ok(Some(Found {
                    name: (*name).to_owned(),
                    text: (*text).to_owned(),
                }))
            },
        )
    }

    fn names(&self, importer: &str) -> Vec<String> {
        Bundled.names(importer)
    }
}

const BUNDLED_ALONE: Shelf = Shelf {
    others: &[],
    both: "",
};

const WITH_OURS: Shelf = Shelf {
    others: &[
        (
            "ours",
            "import skin-care\nsubstance retinoids { rose hip oil }\n",
        ),
        ("first", "substance our acids { retinol, salicylic acid }\n"),
    ],
    both: "",
};

/// A file with a bundled name and another text, which no program offers.
const OTHER_MEDICINES: Shelf = Shelf {
    others: &[("medicines", "medicine aspirin\nmedicine our pills\n")],
    both: "",
};

/// Other medicines, one with a name that the bundled protocol reads as two.
const PROTECTING: Shelf = Shelf {
    others: &[("medicines", "medicine \"pools and saunas\"\n")],
    both: "",
};

const BESIDE_ACTIVES: Shelf = Shelf {
    others: &[],
    both: "actives",
};

fn checked(library: &Shelf, text: &str, stock: Option<&'static Stock<'static>>) -> Checked {
    let how = How {
        help: ImportHelp::Offered,
        stock,
    };
    let (sources, options) = (&mut Sources::new(), CheckOptions::default());
    check_with(sources, library, "test.rules", text, &options, how)
}

/// Checks a text both ways.
fn agree(library: &Shelf, text: &str) -> Checked {
    let (taken, read) = (
        checked(library, text, stock()),
        checked(library, text, None),
    );
    assert_eq!(taken.diagnostics, read.diagnostics, "{text}");
    assert!(taken.vocabulary == read.vocabulary, "{text}");
    let said = |checked: &Checked| {
        let protocol = checked.protocol.as_ref();
        protocol.map(|one| format!("{:?} {:?} {}", one.sources, one.rules, one.fingerprint))
    };
    assert_eq!(said(&taken), said(&read), "{text}");
    taken
}

/// Whether a text is checked without reading what is in stock.
fn is_taken(library: &Shelf, text: &str) -> bool {
    let mut sources = Sources::new();
    let main = sources.add("test.rules", text);
    let files = files::read(&mut sources, library, "test.rules", main, stock());
    files.stock.is_some()
}

#[test]
fn a_protocol_and_its_plan_are_the_same_from_the_stock_and_from_the_texts() {
    let text = bundled("microneedling").unwrap();
    agree(&BUNDLED_ALONE, text);
    assert!(is_taken(&BUNDLED_ALONE, text));
    let plan = |stock| {
        let protocol = checked(&BUNDLED_ALONE, text, stock).protocol.unwrap();
        render::json(&eval::evaluate(&protocol, &Profile::default(), None).unwrap())
    };
    assert_eq!(plan(stock()), plan(None));
}

/// The tree of a text as a reader has it, with its places and protected names.
fn tree(library: &Shelf, text: &str, stock: Option<&'static Stock<'static>>) -> String {
    let mut sources = Sources::new();
    let main = sources.add("test.rules", text);
    let files = files::read(&mut sources, library, "test.rules", main, stock);
    let main = files.all.last().unwrap();
    format!(
        "{:?} {:?} {:?}",
        main.file, main.protected, files.diagnostics
    )
}

#[test]
fn a_bundled_protocol_has_the_tree_that_its_text_has_wherever_its_words_come_from() {
    for (name, text) in BUNDLED.iter().filter(|(name, _)| PROTOCOLS.contains(name)) {
        let kept = stock().unwrap().read(SourceId::default(), text).unwrap();
        let parsed = syntax::parse(SourceId::default(), text, &kept.protected);
        assert_eq!(
            format!("{:?}", kept.file),
            format!("{:?}", parsed.file),
            "{name}"
        );
        assert_eq!(parsed.diagnostics, [], "{name}");
        for library in [&BUNDLED_ALONE, &BESIDE_ACTIVES, &PROTECTING] {
            let (taken, read) = (tree(library, text, stock()), tree(library, text, None));
            assert_eq!(taken, read, "{name}");
            agree(library, text);
        }
    }
}

#[test]
fn a_tree_is_taken_for_the_first_file_of_a_run_and_for_its_very_text() {
    let text = bundled("microneedling").unwrap();
    let read = |source, text: &str| stock().unwrap().read(source, text).is_some();
    assert!(read(SourceId(0), text));
    assert!(!read(SourceId(1), text));
    assert!(!read(SourceId(0), &format!("{text}\n")));
    assert!(!read(SourceId(0), bundled("skin-care").unwrap()));
}

#[test]
fn what_a_protocol_declares_beside_is_the_same() {
    for text in [
        "import skin-care\n",
        "import ours\navoid retinoids for 7 days\n",
        "import actives\nimport skin-care\n",
        // In classes of the stock, and around its things.
        "import skin-care\nsubstance retinoids { bakuchiol, our serum }\nmedicine our pill in medicine\n",
        "import skin-care\nsubstance ours { tretinoin, azelaic acid { azelaic foam } }\navoid ours for 3 days\n",
        "import skin-care\nproduct our balm in moisturiser with fragrance-free, spf 30\nuse our balm daily\n",
        "import skin-care\nsubstance tretinoin { retinoids }\n",
        "import skin-care\nsubstance cosmetic retinoids in retinol\n",
        "import skin-care\nsubstance peptides aka our peptides in our class\nsubstance our class { parabens }\n",
        "import skin-care\naction sing (opposes washing)\nfact concerns: any of retinoids\n",
        // Names that the stock has already, and facts whose names things took.
        "import skin-care\nsubstance retinol\nmedicine makeup\nfact pregnant: yes or no\n",
        "import skin-care\nsymptom pregnant\nevent sex\nsubstance our thing aka Differin\n",
        // Nothing speaks of some of them.
        "import skin-care\naftercare for 1 week\nproduct never in moisturiser\nproduct nowhere\navoid makeup\n",
    ] {
        agree(&WITH_OURS, text);
        assert!(is_taken(&WITH_OURS, text), "{text}");
    }
}

#[test]
fn what_the_stock_does_not_fit_is_read() {
    for (library, text) in [
        (
            &OTHER_MEDICINES,
            "import skin-care\navoid aspirin for 7 days\n",
        ),
        (&WITH_OURS, "import first\nimport skin-care\n"),
        (
            &BESIDE_ACTIVES,
            "import skin-care\navoid retinol for 7 days\n",
        ),
        (&BUNDLED_ALONE, "import medicines\nimport skin-care\n"),
        (
            &BUNDLED_ALONE,
            "import medicines\navoid aspirin for 7 days\n",
        ),
        (&BUNDLED_ALONE, "avoid retinoids for 7 days\n"),
        (
            &BUNDLED_ALONE,
            "import skin-care\nattribute mineral number of hat aka \"stony\"\n",
        ),
    ] {
        agree(library, text);
        assert!(!is_taken(library, text), "{text}");
    }
    for (_, text) in BUNDLED.iter().filter(|(name, _)| FILES.contains(name)) {
        assert!(!is_taken(&BUNDLED_ALONE, text));
    }
}
