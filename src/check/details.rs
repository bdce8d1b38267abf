//! What a sentence says beside its head, window and condition.

use std::sync::{Arc, LazyLock};

use super::protocol::ThingRef;
use super::window::Point;
use crate::number::Number;
use crate::syntax::tree::Duration;
use crate::vocabulary::ThingId;

/// What is said about a sentence beside its head, window and condition.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Details {
    /// `on treated area`
    pub places: Option<Places>,
    /// `10 minutes`; of a duty also the length of one application.
    pub quantity: Option<String>,
    /// The same, to compare with caps: the most in a day, where that can be said.
    pub dose: Option<Dose>,
    /// `twice daily`
    pub frequency: Option<String>,
    /// `for acne scars`: values of the fact `concerns`, as written.
    pub concerns: Vec<String>,
    /// `usually for 3 days`, of what is expected.
    pub typical: Option<String>,
    /// The days that it names, the first and the last: `most on day 2`, `by day 4`.
    pub typical_days: Vec<(i32, i32)>,
    /// `by 1 week before treatment`, of what is done before it.
    pub due: Option<Point>,
    /// `while outdoors`
    pub while_: Option<String>,
    /// The same, to tell while what sentences meet.
    pub during: Option<ThingId>,
    /// `except while washing or eating`
    pub except_while: Option<String>,
    /// The same, to tell while what the sentence does not hold.
    pub outside: Vec<ThingId>,
    /// `using clean hands`
    pub using: Option<Using>,
    /// `gently and in a thin layer`
    pub manner: Option<String>,
    /// `by "patting"`
    pub by: Option<String>,
    /// `if unavoidable, wear hat`
    pub if_unavoidable: Option<String>,
    /// `except healing ointment`
    pub except: Vec<ThingRef>,
    /// `instead use mineral makeup`
    pub instead: Option<String>,
    /// `because "..."`
    pub because: Option<String>,
    /// `[guide, aad]`
    pub sources: Vec<String>,
}

/// With what something is done. It is none of the things that a sentence is about: it restricts and
/// permits nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Using {
    /// The things.
    pub things: Vec<ThingRef>,
    /// `including`
    pub including: Vec<ThingRef>,
    /// `or`: one of them will do.
    pub choice: bool,
    /// The same in the author's words.
    pub text: String,
}

/// Where a sentence holds: at each of its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The places, one at least.
    pub spots: Vec<Spot>,
    /// `or`: a duty is done at one of them.
    pub choice: bool,
    /// The same in the author's words, the first preposition before them.
    pub text: String,
}

/// A place, and whether a sentence is about it or about what lies around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The place, or what is worn or used there.
    pub place: ThingId,
    /// `around`, `near`: not only `on` or `over` it.
    pub around: bool,
    /// The word before it.
    pub word: &'static str,
    /// Its name in the author's words.
    pub name: String,
}

/// What a sentence says that says nothing beside.
static NOTHING: LazyLock<Arc<Details>> = LazyLock::new(Arc::default);

impl Details {
    /// The same, in one place for all sentences that say nothing beside: it is large, and most do not.
    #[must_use]
    pub fn shared(self) -> Arc<Self> {
        if self == **NOTHING {
            Arc::clone(&NOTHING)
        } else {
            Arc::new(self)
        }
    }

    /// The places; none where the sentence names none.
    #[must_use]
    pub fn spots(&self) -> &[Spot] {
        self.places.as_ref().map_or(&[], |places| &places.spots)
    }

    /// The places in the author's words: `on lips or mouth`.
    #[must_use]
    pub fn place(&self) -> Option<String> {
        self.places.as_ref().map(|places| places.text.clone())
    }
}

/// An amount in a length of time, to compare with a cap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dose {
    /// How much.
    pub number: Number,
    /// Of what; none counts times.
    pub unit: Option<String>,
    /// In how long; none is at one time.
    pub per: Option<Duration>,
    /// The most of it at one time; of a cap its number.
    pub at_once: Number,
    /// How often in that time, where that is said of an amount, too.
    pub times: Option<u32>,
    /// `as needed`: how often is the patient's to say, within any cap.
    pub as_needed: bool,
}
