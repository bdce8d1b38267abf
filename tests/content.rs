//! What the bundled vocabulary holds: the words of care sheets, labels, brands, and no name twice.
//! The data is in `tests/content/`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use aftercare_dsl::bundled::bundled;
use aftercare_dsl::syntax::tree::Kind;
use aftercare_dsl::vocabulary::{Named, ThingId, Vocabulary, fold};

use crate::support;

/// The files that `import skin-care` reads.
const FILES: [&str; 4] = ["actives", "ingredients", "medicines", "skin-care"];

/// Where a brand is sold.
const REGIONS: [&str; 5] = ["AU", "CA", "EU", "UK", "US"];

fn vocabulary() -> Arc<Vocabulary> {
    let (protocol, _) = support::read("import skin-care\n", "").unwrap();
    protocol.vocabulary
}

/// The lines of a file that are no comments.
fn rows(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[test]
fn the_terms_of_care_sheets_are_known_and_in_their_classes() {
    let vocabulary = vocabulary();
    let mut wrong = Vec::new();
    for row in rows(include_str!("content/terms.txt")) {
        let (phrase, rest) = row.split_once(" = ").unwrap();
        let (name, class) = match rest.split_once(" < ") {
            Some((name, class)) => (name, Some(class)),
            None => (rest, None),
        };
        let found = vocabulary.find_thing(phrase);
        let right = found.is_some_and(|thing| {
            vocabulary.name(thing) == name
                && class.is_none_or(|class| {
                    let class = vocabulary
                        .find_thing(class)
                        .unwrap_or_else(|| panic!("{row}"));
                    vocabulary.is_under(thing, class)
                })
        });
        if !right {
            wrong.push((row, found.map(|thing| vocabulary.name(thing))));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn there_are_forty_classes_and_none_of_a_single_member() {
    let vocabulary = vocabulary();
    let classes: Vec<&str> = vocabulary
        .things()
        .filter(|(id, thing)| !vocabulary.is_kind_class(*id) && !thing.children.is_empty())
        .map(|(_, thing)| &*thing.name)
        .collect();
    assert!(classes.len() >= 40, "{classes:?}");
    // A class is answered by its members: with one, it could as well be that one.
    let single = classes.iter().filter(|name| {
        let class = vocabulary.find_thing(name).unwrap();
        vocabulary.thing(class).children.len() == 1
    });
    assert_eq!(single.collect::<Vec<_>>(), Vec::<&&str>::new());
}

#[test]
fn medicines_and_what_goes_on_skin_do_not_mix() {
    let vocabulary = vocabulary();
    for (_, thing) in vocabulary.things() {
        for child in &thing.children {
            let child = vocabulary.thing(*child);
            let is_medicine = |kind| kind == Kind::Medicine;
            assert_eq!(
                is_medicine(thing.kind),
                is_medicine(child.kind),
                "{}",
                child.name
            );
        }
    }
    for (cream, tablets) in [
        ("isotretinoin gel", "isotretinoin"),
        ("diclofenac gel", "diclofenac"),
        ("hydrocortisone", "hydrocortisone tablets"),
        ("aciclovir cream", "aciclovir"),
        ("minoxidil", "minoxidil tablets"),
        ("tacrolimus ointment", "tacrolimus capsules"),
        ("clindamycin gel", "clindamycin capsules"),
        ("metronidazole gel", "metronidazole tablets"),
        ("erythromycin gel", "erythromycin tablets"),
        ("terbinafine cream", "terbinafine tablets"),
        ("tranexamic acid", "tranexamic acid tablets"),
        ("tretinoin", "tretinoin capsules"),
        ("ibuprofen gel", "ibuprofen"),
        ("ketoprofen gel", "ketoprofen capsules"),
        ("bromelain", "bromelain tablets"),
        ("vitamin C", "vitamin C tablets"),
        ("arnica gel", "arnica"),
        ("niacinamide", "niacin"),
    ] {
        let kind = |name| vocabulary.thing(vocabulary.find_thing(name).unwrap()).kind;
        assert_eq!(kind(cream), Kind::Substance, "{cream}");
        assert_eq!(kind(tablets), Kind::Medicine, "{tablets}");
    }
    for brand in ["Zovirax", "Voltaren", "Kenalog", "Benadryl", "Excedrin"] {
        assert_eq!(
            vocabulary.find(brand),
            None,
            "{brand} is more than one medicine"
        );
    }
}

#[test]
fn a_thing_in_several_classes_is_meant_to_be() {
    let vocabulary = vocabulary();
    let reviewed: BTreeMap<&str, &str> = rows(include_str!("content/several.txt"))
        .map(|row| row.split_once(": ").unwrap())
        .collect();
    let mut found = BTreeMap::new();
    for (id, thing) in vocabulary.things() {
        if thing.parents.len() > 1 && !vocabulary.is_kind_class(id) {
            let mut parents: Vec<&str> = thing
                .parents
                .iter()
                .map(|parent| vocabulary.name(*parent))
                .collect();
            parents.sort_unstable();
            found.insert(&*thing.name, parents.join(", "));
        }
    }
    let unlike: Vec<String> = found
        .iter()
        .filter(|(name, parents)| {
            let reason = reviewed
                .get(*name)
                .and_then(|row| row.strip_prefix(parents.as_str()));
            !reason.is_some_and(|reason| reason.starts_with(" because "))
        })
        .map(|(name, parents)| format!("{name}: {parents} because "))
        .collect();
    assert!(unlike.is_empty(), "not reviewed:\n{}", unlike.join("\n"));
    let gone: Vec<&&str> = reviewed
        .keys()
        .filter(|name| !found.contains_key(*name))
        .collect();
    assert!(gone.is_empty(), "in one class only: {gone:?}");
}

#[test]
fn names_that_are_nearly_alike_are_two_things_on_purpose() {
    let vocabulary = vocabulary();
    let owners: Vec<(&str, ThingId)> = vocabulary
        .names()
        .filter_map(|(key, named)| match named {
            Named::Thing(id) => Some((key, id)),
            Named::Fact(_) => None,
        })
        .collect();
    let mut found = BTreeSet::new();
    for (index, (one, thing)) in owners.iter().enumerate() {
        for (other, another) in owners.iter().skip(index + 1) {
            if thing != another && nearly(one, other) {
                found.insert(format!("{one} / {other}"));
            }
        }
    }
    let reviewed: BTreeSet<String> = rows(include_str!("content/near.txt"))
        .map(|row| row.split_once(" because ").unwrap().0.to_owned())
        .collect();
    let unlike: Vec<&String> = found.symmetric_difference(&reviewed).collect();
    assert!(unlike.is_empty(), "{unlike:#?}");
}

#[test]
fn no_name_without_its_hyphens_is_another_thing() {
    let vocabulary = vocabulary();
    for (id, thing) in vocabulary.things() {
        for name in thing.names().filter(|name| name.contains('-')) {
            let other = vocabulary.find(&name.replace('-', ""));
            assert!(
                other.is_none_or(|other| other == Named::Thing(id)),
                "{name}"
            );
        }
    }
}

/// Whether two folded names have the same words in another order, or are one edit apart. Names that
/// differ in their digits alone are chemistry's own: `steareth-2`, `steareth-20`.
fn nearly(one: &str, other: &str) -> bool {
    let letters = |text: &str| {
        text.chars()
            .filter(|letter| !letter.is_ascii_digit())
            .collect::<String>()
    };
    if one.len().abs_diff(other.len()) > 2 || letters(one) == letters(other) {
        return false;
    }
    let words = |text: &str| {
        let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        words.sort_unstable();
        words
    };
    one_edit(one, other) || one.len() == other.len() && words(one) == words(other)
}

fn one_edit(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let same = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[same..], &other[same..]);
    match one.len().cmp(&other.len()) {
        std::cmp::Ordering::Less => one == &other[1..],
        std::cmp::Ordering::Greater => &one[1..] == other,
        std::cmp::Ordering::Equal => {
            one.get(1..) == other.get(1..)
                || one.get(2..) == other.get(2..)
                    && one
                        .get(..2)
                        .map(|two| [two[1], two[0]])
                        .as_ref()
                        .map(|two| &two[..])
                        == other.get(..2)
        }
    }
}

#[test]
fn brands_say_where_they_are_sold() {
    let vocabulary = vocabulary();
    let mut count = 0;
    for file in FILES {
        let lines: Vec<&str> = bundled(file).unwrap().lines().collect();
        for (index, line) in lines.iter().enumerate() {
            let Some((code, brands)) = line
                .split_once("# brands: ")
                .filter(|_| !line.contains('`'))
            else {
                assert!(
                    !line.contains("brands:") || line.contains('`'),
                    "{file}: {line}"
                );
                continue;
            };
            // A comment on a line of its own is about the next line.
            let code = if code.trim().is_empty() {
                lines[index + 1]
            } else {
                code
            };
            for brand in brands.split("), ") {
                let (name, regions) = brand.trim_end_matches(')').split_once(" (").unwrap();
                let owner = vocabulary
                    .find_thing(name)
                    .unwrap_or_else(|| panic!("{file}: {name}"));
                assert!(
                    code.contains(name) && code.contains(vocabulary.name(owner)),
                    "{file}: {name} is {}, not on its line: {code}",
                    vocabulary.name(owner)
                );
                for region in regions.split(", ") {
                    assert!(REGIONS.contains(&region), "{file}: {region} in {line}");
                }
                count += 1;
            }
        }
    }
    assert!(count > 80, "{count} brands");
}

#[test]
fn the_ingredients_of_ordinary_products_are_known() {
    let vocabulary = vocabulary();
    let (mut all, mut unknown) = (0, BTreeSet::new());
    for row in rows(include_str!("content/labels.txt")) {
        let (title, list) = row.split_once(": ").unwrap();
        let names: Vec<String> = ingredients(list);
        let lacking: Vec<&String> = names
            .iter()
            .filter(|name| {
                let thing = vocabulary
                    .find_thing(name)
                    .map(|id| vocabulary.thing(id).kind);
                !matches!(thing, Some(Kind::Substance | Kind::Product))
            })
            .collect();
        assert!(lacking.len() * 10 <= names.len(), "{title}: {lacking:?}");
        all += names.len();
        unknown.extend(lacking.into_iter().cloned());
    }
    assert!(
        all > 150 && unknown.len() * 20 <= all,
        "of {all}: {unknown:?}"
    );
}

/// The names of a list, a comma between digits kept (`1,2-Hexanediol`), common names in brackets left out.
fn ingredients(list: &str) -> Vec<String> {
    list.split(", ")
        .map(|name| match (name.find('('), name.find(')')) {
            (Some(open), Some(close)) => format!("{}{}", &name[..open], &name[close + 1..]),
            _ => name.to_owned(),
        })
        .map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

#[test]
fn label_names_lead_to_the_classes_of_the_clinic() {
    let vocabulary = vocabulary();
    for (label, class) in [
        ("RETINYL PALMITATE", "retinoids"),
        ("Hydroxypinacolone Retinoate", "retinoids"),
        ("Sodium Lactate", "alpha hydroxy acids"),
        ("Capryloyl Salicylic Acid", "beta hydroxy acids"),
        ("3-O-Ethyl Ascorbic Acid", "vitamin C"),
        ("Papain", "exfoliants"),
        ("Juglans Regia Shell Powder", "exfoliants"),
        ("Parfum", "harsh products"),
        ("Linalool", "perfume"),
        ("Lavandula Angustifolia Oil", "perfume"),
        ("Alcohol Denat.", "astringents"),
        ("Methylchloroisothiazolinone", "sensitisers"),
        ("Sodium Hyaluronate", "hydrators"),
        ("Butyl Methoxydibenzoylmethane", "chemical filters"),
        ("CI 77891", "mineral filters"),
    ] {
        let (thing, class) = (vocabulary.find_thing(label), vocabulary.find_thing(class));
        let (thing, class) = (thing.unwrap_or_else(|| panic!("{label}")), class.unwrap());
        assert!(vocabulary.is_under(thing, class), "{label}");
    }
    for (label, class) in [
        ("Bakuchiol", "retinoids"),
        ("Cetearyl Alcohol", "astringents"),
        ("paracetamol", "bleeding-risk medicines"),
    ] {
        let (thing, class) = (
            vocabulary.find_thing(label).unwrap(),
            vocabulary.find_thing(class).unwrap(),
        );
        assert!(!vocabulary.is_under(thing, class), "{label}");
    }
    assert_eq!(fold("CI 77891"), fold("ci-77891"));
}

/// The answer about the patient's own product on the first day after needling.
fn own_answer(product: &str, avoided: &str) -> (String, String) {
    let profile = format!("treated = 2026-06-01\nproducts = [{product}]\n");
    let rules = format!("import skin-care\naftercare for 2 weeks\navoid {avoided} for 3 days\n");
    let plan = support::plan_json(&rules, &profile, Some("2026-06-02"));
    let things = plan["things"].as_array().unwrap();
    let own = things.iter().find(|thing| thing["own"] == true).unwrap();
    (
        own["answer"].as_str().unwrap().to_owned(),
        own["state"].as_str().unwrap().to_owned(),
    )
}

#[test]
fn a_sunscreen_is_makeup_once_it_is_said_to_be_tinted() {
    for (product, avoided, answer) in [
        (
            "{ name = \"Corner Shop SPF\", class = \"sunscreen\" }",
            "makeup",
            "not covered, settled",
        ),
        (
            "{ name = \"Corner Shop SPF\", class = \"sunscreen\", tinted = false }",
            "makeup",
            "not covered, settled",
        ),
        (
            "{ name = \"Corner Shop SPF\", class = \"sunscreen\", tinted = true }",
            "makeup",
            "avoid, settled",
        ),
        (
            "{ name = \"Corner Shop SPF\", class = \"mineral sunscreen\", tinted = true }",
            "makeup",
            "avoid, settled",
        ),
        (
            "{ name = \"Corner Shop SPF\", class = \"tinted sunscreen\" }",
            "makeup",
            "avoid, settled",
        ),
        ("\"tinted sunscreen\"", "makeup", "avoid, settled"),
        ("\"zinc sunscreen\"", "makeup", "not covered, settled"),
        (
            "{ name = \"Corner Shop SPF\", class = \"sunscreen\", tinted = true }",
            "sunscreen",
            "avoid, settled",
        ),
        (
            "{ name = \"Corner Shop SPF\", class = \"sunscreen\", tinted = true }",
            "zinc sunscreen",
            "avoid, provisional",
        ),
        (
            "{ name = \"Corner Shop SPF\", class = \"sunscreen\", mineral = true }",
            "chemical sunscreen",
            "not covered, settled",
        ),
        (
            "{ name = \"Corner Shop SPF\", class = \"sunscreen\" }",
            "chemical sunscreen",
            "avoid, provisional",
        ),
        // What is in a serum or a cleanser, its class does not tell.
        (
            "{ name = \"Glow\", class = \"serum\" }",
            "vitamin C skincare",
            "avoid, provisional",
        ),
        (
            "{ name = \"Wash\", class = \"cleanser\" }",
            "exfoliants",
            "avoid, provisional",
        ),
        (
            "{ name = \"Wash\", class = \"cleanser\", gentle = true }",
            "exfoliants",
            "not covered, settled",
        ),
    ] {
        let (found, state) = own_answer(product, avoided);
        assert_eq!(
            format!("{found}, {state}"),
            answer,
            "avoid {avoided}: {product}"
        );
    }
}
