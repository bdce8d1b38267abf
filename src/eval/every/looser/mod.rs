//! Where one protocol asks less than another: a patient and a day on which the old one restricts, refuses, warns,
//! reports or requires, and the new one does so less or not (LANGUAGE.md, 3.10).
//!
//! The sentences of both are put on one calendar, over one diagram of what may be known. What an old one demands
//! is taken apart (`demand`): each thing at the bottom of the vocabulary, each symptom, each duty. For each part
//! the new sentences are found that demand as much of it (`covers`), and for each stretch of time that the bounds
//! of both leave it is decided whether under every way of filling in one of them holds where the old one does
//! (`stretch`). What cannot be compared counts as less.

mod again;
mod blocks;
mod covers;
mod demand;
mod length;
mod stretch;
mod worlds;

pub(super) use covers::{Much, Part, duty_much, is_placed, much, thing_much};
pub(super) use demand::{Source, of_duty as parts_of_duty, of_things as parts_of_things};
pub(crate) use length::no_shorter;
pub(super) use stretch::{Piece, SETTLED, either, pieces, stretches, without};
pub(super) use worlds::{World, worlds};

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::patient::{Example, in_words, is_undecided};
use super::{Asking, Candidates, Looks, day_of, moment, set};
use crate::check::{Extent, Head, Protocol, Rule, Window};
use crate::eval::conditions::{Told, a_patient};
use crate::eval::prepared::Prepared;
use crate::eval::scene::Scene;
use crate::eval::timing::Times;
use crate::profile::Profile;
use crate::span::Span;
use crate::syntax::tree::Duration;
use demand::{Both, Demand};
use stretch::Less;

/// That less is demanded.
#[derive(Debug, Clone)]
pub struct Looser {
    /// A patient of whom it is so; none where no profile can say it.
    pub patient: Option<Profile>,
    /// The patient in words.
    pub words: String,
    /// A day on which it is so, counted from the treatment on day 0.
    pub day: i64,
    /// Whether it was decided, and the plans of both say so for the patient on that day. What is not counts as less.
    pub decided: bool,
    /// Of a sentence that still stands: what takes from it then, by its place among the new ones.
    pub by: Option<usize>,
}

impl Looser {
    /// That nothing can be told.
    #[must_use]
    pub fn undecided() -> Self {
        Self {
            patient: None,
            words: "some patient".to_owned(),
            day: 0,
            decided: false,
            by: None,
        }
    }
}

/// What has become of an old sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instead {
    /// It is among the new ones as it was.
    Itself,
    /// The sentence at this place stands where it stood.
    At(Span),
    /// Nothing stands there; or it is not known what does.
    Nothing,
}

/// Two protocols that are compared: their sentences, under one vocabulary.
#[derive(Debug, Clone, Copy)]
pub struct Compared<'p> {
    /// What stands around the sentences of both: vocabulary, treatment, how long aftercare lasts now.
    pub around: &'p Protocol,
    /// How long it lasted.
    pub aftercare: Option<Duration>,
    /// The old sentences.
    pub old: &'p [Rule],
    /// What has become of each.
    pub instead: &'p [Instead],
    /// The new ones.
    pub new: &'p [Rule],
}

/// Where the new sentences demand less than an old one does, for each of the old ones in their order. What is told has
/// been asked again of the plans of both; past [`CONFIRMED`](super::CONFIRMED), and past [`LIMIT`](super::LIMIT), what is
/// left counts as less, and is not decided.
///
/// ```
/// use aftercare_dsl::analysis::{Compared, Instead, Looks, looser};
/// use aftercare_dsl::check::{Bundled, CheckOptions, check};
/// use aftercare_dsl::source::Sources;
///
/// let rules = "import skin-care\naftercare for 2 weeks\n\
///              avoid direct sun for 7 days\navoid sunbathing for 9 days\n";
/// let options = CheckOptions::default();
/// let checked = check(&mut Sources::new(), &Bundled, "clinic.rules", rules, &options);
/// let protocol = checked.protocol.expect("no errors; `checked.diagnostics` holds them");
/// let (old, new) = protocol.rules.split_at(1);
/// let compared = Compared {
///     around: &protocol,
///     aftercare: protocol.aftercare,
///     old,
///     instead: &[Instead::Nothing],
///     new,
/// };
/// let found = looser(compared, &mut Looks::default());
/// let less = found[0].as_ref().expect("midday sun is not avoided any more");
/// assert_eq!((less.words.as_str(), less.day, less.decided), ("any patient", 0, true));
/// ```
#[must_use]
pub fn looser(compared: Compared<'_>, looks: &mut Looks) -> Vec<Option<Looser>> {
    let rules: Vec<Rule> = (compared
        .old
        .iter()
        .map(|rule| as_long_as_it_was(compared, rule)))
    .chain(compared.new.iter().cloned())
    .collect();
    let both = Protocol {
        rules: rules
            .iter()
            .map(without_course)
            .map(Cow::into_owned)
            .collect(),
        ..compared.around.clone()
    };
    let prepared = Prepared::apart(&both);
    let both = Both {
        prepared: &prepared,
        rules: &rules,
        old: compared.old.len(),
        instead: compared.instead,
        fresh: demand::fresh(&prepared, &rules, compared.old.len()),
        lasts_otherwise: compared.aftercare != compared.around.aftercare,
        pairs: Cell::new(0),
    };
    let sides = again::sides(compared);
    let mut search = Search {
        both: &both,
        asking: Asking::new(&sides.0, &sides.1),
        demands: demand::demands(&both),
        found: vec![None; compared.old.len()],
    };
    search.all(looks);
    search.found
}

/// A sentence without a window held for as long as aftercare lasted.
fn as_long_as_it_was(compared: Compared<'_>, rule: &Rule) -> Rule {
    let mut rule = rule.clone();
    if rule.window == Window::Unsaid
        && !rule.head.is_before_treatment()
        && compared.aftercare != compared.around.aftercare
        && let Some(length) = compared.aftercare
    {
        rule.window = Window::For(Extent::Exactly(length));
    }
    rule
}

/// A course would move other sessions, and with them what counts from these: two of them are compared by what they say.
fn without_course(rule: &Rule) -> Cow<'_, Rule> {
    match rule.head {
        Head::Sessions { .. } | Head::Maintenance { .. } | Head::Visit { .. } => Cow::Owned(Rule {
            head: Head::Note(String::new()),
            ..rule.clone()
        }),
        _ => Cow::Borrowed(rule),
    }
}

struct Search<'s, 'p> {
    both: &'s Both<'s, 'p>,
    /// Asks again what is found.
    asking: Asking<'s>,
    demands: Vec<Demand>,
    found: Vec<Option<Looser>>,
}

impl Search<'_, '_> {
    fn all(&mut self, looks: &mut Looks) {
        let (worlds, too_many) = worlds(self.both.prepared, &self.candidates());
        for world in &worlds {
            if !self.in_world(world, looks) {
                break;
            }
        }
        if too_many || looks.undecided {
            self.undecided();
        }
    }

    /// The pairs of lines whose events tell apart how they meet.
    fn candidates(&self) -> Candidates {
        let mut pairs: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for demand in &self.demands {
            if let Source::Line(own) = demand.source {
                let with = pairs.entry(own).or_default();
                with.insert(own);
                with.extend(demand.sources().filter_map(Source::line));
            }
        }
        let list = |(own, with): (usize, BTreeSet<usize>)| {
            (own, with.into_iter().collect::<Rc<[usize]>>())
        };
        pairs.into_iter().map(list).collect()
    }

    /// Compares for the patients of one world; whether more may be looked at.
    fn in_world(&mut self, world: &World, looks: &mut Looks) -> bool {
        let open = |demand: &&Demand| {
            let found = self.found.get(demand.of);
            matches!(found, Some(None)) || matches!(found, Some(Some(one)) if !one.decided)
        };
        let touched = |demand: &&Demand| match (&world.about, demand.source) {
            (None, _) => true,
            (Some(about), Source::Line(own)) => about.contains(&own),
            (Some(_), Source::Sentence(_)) => false,
        };
        let demands: Vec<&Demand> = self.demands.iter().filter(open).filter(touched).collect();
        if demands.is_empty() {
            return true;
        }
        let sources = demands.iter().flat_map(|demand| demand.sources());
        let timings = sources
            .filter_map(|source| source.timing(self.both.prepared))
            .collect();
        let mut times = Times::of_some(self.both.prepared, timings);
        let Some(mut scene) = set(self.both.prepared, &world.profile, &mut times) else {
            looks.undecided = true;
            return false;
        };
        for demand in demands {
            let decided = |found: &Option<Looser>| found.as_ref().is_some_and(|one| one.decided);
            if self.found.get(demand.of).is_some_and(decided) {
                continue;
            }
            if !looks.spend(1 + demand.covers.len()) {
                return false;
            }
            let less = stretch::less(
                &mut scene,
                (self.both.prepared, &times),
                demand,
                &self.both.fresh,
            );
            let Some(less) = less else { continue };
            let looser = self.told(&mut scene, world, demand, &less);
            if let Some(place) = self.found.get_mut(demand.of)
                && (place.is_none() || looser.decided)
            {
                *place = Some(looser);
            }
        }
        true
    }

    /// Marks all of which nothing was found: whether there is more was not looked at.
    fn undecided(&mut self) {
        let about: BTreeSet<usize> = self.demands.iter().map(|demand| demand.of).collect();
        let open = self.found.iter_mut().enumerate();
        for (_, place) in open.filter(|(of, place)| about.contains(of) && place.is_none()) {
            *place = Some(Looser::undecided());
        }
    }

    fn told(&self, scene: &mut Scene<'_>, world: &World, demand: &Demand, less: &Less) -> Looser {
        let patient = again::patient(scene, self, (world, demand), less);
        let beside = (world.told.iter().cloned().map(Told::Is))
            .chain(patient.iter().filter_map(|(_, told)| told.clone()))
            .collect::<Vec<Told>>();
        let words = match Example::of(&scene.truth, &world.profile, &less.short) {
            Some(short) => a_patient(&short.told.into_iter().chain(beside).collect::<Vec<Told>>()),
            None => in_words(&scene.truth, &less.short),
        };
        let patient = patient.map(|(patient, _)| patient);
        let decided = demand.comparable && !is_undecided(&less.way);
        let on = moment(scene, less.interval);
        let confirms = |patient: &Profile| again::confirms(self, demand, (patient, on));
        let said = |line: usize| {
            let placed = self.both.prepared.drafts.get(line)?;
            placed.said.checked_sub(self.both.old)
        };
        Looser {
            words,
            day: day_of(scene, less.interval),
            decided: decided && patient.as_ref().is_some_and(confirms),
            patient,
            by: less.by.and_then(Source::line).and_then(said),
        }
    }
}
