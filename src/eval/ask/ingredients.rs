//! `Plan::ingredients`: the answers about what is on a label.

use std::collections::BTreeMap;

use super::Case;
use super::answer::{about, day_of};
use super::label::{Labelled, label};
use crate::check::ThingRef;
use crate::diagnostic::Diagnostic;
use crate::eval::lines::Lines;
use crate::eval::scene::Scene;
use crate::plan::Plan;
use crate::reply::{Answered, Found, INGREDIENTS_FORMAT, Ingredient, Ingredients};
use crate::span::{SourceId, Span};
use crate::syntax::tree::Kind;
use crate::vocabulary::{ThingId, Vocabulary, nearest};

/// How many unknown names of one label are compared with the vocabulary.
const COMPARED: usize = 100;

/// The shortest known name that is looked for inside an unknown one, in letters.
const SHORTEST: usize = 4;

impl Plan {
    /// What the plan answers about the ingredients of a label, on the day of `case`, in the order of the
    /// label: see [`label`] for how a list is taken apart. A name that the vocabulary does not
    /// have as a substance, a product or a medicine is unknown, and unknown is never fine.
    ///
    /// ```
    /// use aftercare_dsl::check::{Bundled, CheckOptions, check};
    /// use aftercare_dsl::eval::Case;
    /// use aftercare_dsl::plan::Answer;
    /// use aftercare_dsl::profile::Profile;
    /// use aftercare_dsl::source::Sources;
    ///
    /// let mut sources = Sources::new();
    /// let rules = "import skin-care\navoid retinoids for 7 days\n";
    /// let checked = check(&mut sources, &Bundled, "clinic.rules", rules, &CheckOptions::default());
    /// let protocol = checked.protocol.expect("no errors");
    /// let patient = Profile::default();
    /// let case = Case::new(&protocol, &patient);
    /// let plan = case.plan().expect("every date is in range");
    /// let list = plan.ingredients(&case, "Unobtainium, Retinol 0.3%").expect("in range");
    /// assert_eq!(list.ingredients[0].unknown, ["Unobtainium"]);
    /// assert_eq!(list.ingredients[1].found[0].answers[0].thing.answer, Answer::Avoid);
    /// ```
    ///
    /// # Errors
    ///
    /// A date would leave the years 1900 to 2200.
    pub fn ingredients(&self, case: &Case<'_>, list: &str) -> Result<Ingredients, Diagnostic> {
        let entries = label(list);
        case.on_stage(|scene, lines| {
            let mut shelf = Shelf::new(lines);
            let ingredients = entries.into_iter().map(|entry| shelf.look_up(scene, entry));
            let ingredients = ingredients.collect();
            Ingredients {
                format: INGREDIENTS_FORMAT,
                on: self.on,
                day: day_of(scene),
                status: self.status,
                ingredients,
            }
        })
    }
}

/// What has been looked up already.
struct Shelf<'l, 's> {
    lines: &'l Lines<'s>,
    answers: BTreeMap<ThingId, Vec<Answered>>,
    compared: usize,
}

impl<'l, 's> Shelf<'l, 's> {
    fn new(lines: &'l Lines<'s>) -> Self {
        Self {
            lines,
            answers: BTreeMap::new(),
            compared: 0,
        }
    }

    fn look_up(&mut self, scene: &mut Scene<'_>, entry: Labelled) -> Ingredient {
        let mut known: Vec<(String, ThingId)> = Vec::new();
        let mut unknown = Vec::new();
        for name in &entry.names {
            for (name, thing) in readings(&scene.protocol.vocabulary, name) {
                match thing {
                    Some(thing) if known.iter().any(|(_, other)| *other == thing) => {}
                    Some(thing) => known.push((name, thing)),
                    None if unknown.contains(&name) => {}
                    None => unknown.push(name),
                }
            }
        }
        let near = self.near(&scene.protocol.vocabulary, &unknown);
        let found = known.into_iter().map(|(label, thing)| {
            let answers = self.answers(scene, thing);
            Found { label, answers }
        });
        Ingredient {
            found: found.collect(),
            label: entry.label,
            may_contain: entry.may_contain,
            unknown,
            near,
        }
    }

    fn answers(&mut self, scene: &mut Scene<'_>, thing: ThingId) -> Vec<Answered> {
        if let Some(known) = self.answers.get(&thing) {
            return known.clone();
        }
        let nowhere = Span::new(SourceId(0), 0, 0);
        let item = ThingRef {
            thing,
            attributes: Vec::new(),
            qualifiers: Vec::new(),
            written: None,
            span: nowhere,
        };
        let answers = about(scene, self.lines, &item);
        self.answers.insert(thing, answers.clone());
        answers
    }

    /// The known name that stands in the first unknown one, or is spelt nearly as it is.
    fn near(&mut self, vocabulary: &Vocabulary, unknown: &[String]) -> Option<String> {
        let name = unknown.first()?;
        if self.compared >= COMPARED {
            return None;
        }
        self.compared += 1;
        held(vocabulary, name).or_else(|| {
            let names = vocabulary
                .things()
                .filter(|(id, thing)| on_labels(thing.kind) && !vocabulary.is_kind_class(*id))
                .flat_map(|(_, thing)| thing.names());
            nearest(name, names).map(str::to_owned)
        })
    }
}

/// The known thing of a name; where it has none, of each of its parts between slashes.
fn readings(vocabulary: &Vocabulary, name: &str) -> Vec<(String, Option<ThingId>)> {
    let parts = name.split('/').map(str::trim);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    // `Aqua / Water / Eau` is one name, however its slashes are set.
    let whole = known(vocabulary, name).or_else(|| known(vocabulary, &parts.join("/")));
    if whole.is_some() || !name.contains('/') {
        return vec![(name.to_owned(), whole)];
    }
    let parts: Vec<(String, Option<ThingId>)> = parts
        .into_iter()
        .map(|part| (part.to_owned(), known(vocabulary, part)))
        .collect();
    if parts.iter().all(|(_, thing)| thing.is_none()) {
        return vec![(name.to_owned(), None)];
    }
    parts
}

fn known(vocabulary: &Vocabulary, name: &str) -> Option<ThingId> {
    vocabulary.find_thing(name).filter(|thing| {
        !vocabulary.is_kind_class(*thing) && on_labels(vocabulary.thing(*thing).kind)
    })
}

/// Whether things of a kind stand on the labels of what is used on the skin or taken.
fn on_labels(kind: Kind) -> bool {
    matches!(kind, Kind::Substance | Kind::Product | Kind::Medicine)
}

/// The longest known name that stands in an unknown one, word for word: `Encapsulated Retinol`.
fn held(vocabulary: &Vocabulary, name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let most = words.len().min(6);
    (1..most).rev().find_map(|length| {
        words.windows(length).find_map(|part| {
            let part = part.join(" ");
            let long = part.chars().count() >= SHORTEST;
            let thing = known(vocabulary, &part).filter(|_| long)?;
            Some(vocabulary.name(thing).to_owned())
        })
    })
}
