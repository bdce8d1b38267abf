//! The oracle's own small picture of a protocol and a patient: just enough to write both as text and
//! to evaluate them by brute force. Things, facts, symptoms and events are indexes into fixed lists.

/// `(name, what declares it, classes right above it)`; classes stand before what is under them.
pub const THINGS: &[(&str, &str, &[usize])] = &[
    ("substances", "", &[1]),
    ("products", "", &[]),
    ("medicines", "", &[]),
    ("activities", "", &[]),
    ("actives", "substance", &[0]),
    ("retinoids", "substance", &[4]),
    ("tretinoin", "substance", &[5]),
    ("adapalene", "substance", &[5]),
    ("acids", "substance", &[4]),
    ("glycolic", "substance", &[8]),
    ("salicylic", "substance", &[8, 11]),
    ("cleansers", "product", &[1]),
    ("syndet", "product", &[11]),
    ("makeup", "product", &[1]),
    ("lipstick", "product", &[13]),
    ("tint", "product", &[13, 16]),
    ("sunscreen", "product", &[1]),
    ("lotion", "product", &[16]),
    ("thinners", "medicine", &[2]),
    ("warfarin", "medicine", &[18]),
    ("aspirin", "medicine", &[18]),
    ("isotretinoin", "medicine", &[2]),
    ("heat", "activity", &[3]),
    ("sauna", "activity", &[22]),
    ("bikram", "activity", &[22]),
    ("swimming", "activity", &[3]),
];

pub const PRODUCTS: usize = 1;
/// The members of the class of medicines, in the order of their bits in a world.
pub const MEDICINES: [usize; 3] = [19, 20, 21];
pub const MAKEUP: usize = 13;
pub const SUNSCREEN: usize = 16;
/// The lips are part of the mouth.
pub const PLACES: [&str; 3] = ["mouth", "lips", "scalp"];
/// A flannel is a cloth.
pub const TOOLS: [&str; 3] = ["cloths", "flannel", "mitts"];
pub const SYMPTOMS: [&str; 2] = ["fever", "swelling"];
pub const EVENTS: [&str; 2] = ["healed", "peeled"];
pub const SKIN: [&str; 4] = ["I", "II", "III", "IV"];
pub const CONCERNS: [&str; 3] = ["scars", "wrinkles", "pores"];

/// Whether `below` is `above` or lies somewhere under it.
pub fn under(below: usize, above: usize) -> bool {
    below == above || THINGS[below].2.iter().any(|parent| under(*parent, above))
}

/// The things at the bottom.
pub fn leaves() -> impl Iterator<Item = usize> {
    (4..THINGS.len()).filter(|thing| !THINGS.iter().any(|other| other.2.contains(thing)))
}

/// The class of all things of a thing's kind; of a substance, that of products.
pub fn kind_of(thing: usize) -> usize {
    (1..4)
        .find(|kind| under(thing, *kind))
        .expect("every thing has a kind")
}

#[derive(Debug, Clone, PartialEq)]
pub struct Protocol {
    /// In days.
    pub aftercare: Option<i64>,
    pub rules: Vec<Rule>,
    /// `sessions 3..6 every A..B weeks`
    pub course: Option<(i64, i64)>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    pub advised: bool,
    pub head: Head,
    pub window: Window,
    pub except: Vec<Named>,
    pub condition: Option<Condition>,
    /// Whether the condition is written with `unless` instead of `if`.
    pub unless: bool,
    pub narrow: Where,
}

/// Where, with what and while what a sentence holds.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Where {
    /// `on mouth`
    pub place: Option<usize>,
    /// `using cloths`
    pub using: Option<usize>,
    /// `while asleep`
    pub asleep: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Head {
    Avoid(Vec<Named>),
    /// `use`, `take` or `do`: the verb that suits the kind; `only`; `or`
    Duty(Vec<Named>, bool, bool),
    Allow(Vec<Named>, Vec<Named>),
    Resume(Vec<Named>),
    Limit(Vec<Named>),
}

/// A thing or class, narrowed by an attribute or not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Named {
    pub thing: usize,
    pub attribute: Option<Attribute>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Attribute {
    /// `with mineral`, `without mineral`
    Mineral(bool),
    /// `with spf 30+`
    Spf(i64),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Length {
    Hours(i64),
    Days(i64),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Extent {
    Exactly(Length),
    UpTo(Length),
    Between(Length, Length),
    AtLeast(Length, Option<Length>),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Point {
    Day(i64),
    After(Length),
    Event(usize),
    AfterEvent(i64, usize),
    /// `EVENT and EVENT`: once both have happened.
    Both,
    /// `EVENT and D`, `EVENT, at least D`: the later.
    NotBefore(usize, Length),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Window {
    Unsaid,
    For(Extent),
    Before(Extent),
    Around(Extent, Extent),
    Days(i64, i64),
    From(Point),
    FromUntil(Point, Point),
    FromFor(Point, Extent),
    Until(Point),
    /// `until EVENT, at least D, at most D`
    UntilEvent(usize, Option<i64>, Option<i64>),
    Today,
    BeforeTreatment,
    Always,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    Atom(Atom),
    Not(Box<Condition>),
    All(Vec<Condition>),
    Any(Vec<Condition>),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Atom {
    Vegan,
    /// `vegan = no`
    NotVegan,
    Pierced,
    AgeUnder(i64),
    AgeOver(i64),
    AgeIs(i64),
    AgeIsNot(i64),
    SkinIn(usize, usize),
    SkinIsNot(usize),
    Concern(usize),
    /// `concerns includes all of A, B`
    Concerns(usize, usize),
    Taking(usize),
    /// Within so many days.
    Took(usize, i64),
    Prescribed(usize),
    /// Whether it must be severe.
    Symptom(usize, bool),
    Event(usize),
    Session(i64),
}

/// What was answered when a fact was asked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Answer<T> {
    NotAsked,
    Unsure,
    DoesNotApply,
    Known(T),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Patient {
    /// The treatment's clock time in minutes, where it is known.
    pub time: Option<i64>,
    pub vegan: Answer<bool>,
    pub pierced: Answer<bool>,
    pub age: Answer<i64>,
    pub skin: Answer<usize>,
    /// A set of bits.
    pub concerns: Answer<u8>,
    pub medications: Option<Vec<Medication>>,
    pub symptoms: [Symptom; 2],
    /// The day of each event that has happened.
    pub events: [Option<i64>; 2],
    /// The days of earlier sessions, ascending and below 0.
    pub sessions: Vec<i64>,
    pub products: Vec<Product>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Medication {
    /// A medicine or a class of them.
    pub thing: usize,
    /// So many days before the treatment; none is now.
    pub last_taken: Option<i64>,
    pub prescribed: Option<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Symptom {
    Unreported,
    Absent,
    Reported {
        since: i64,
        until: Option<i64>,
        severe: Option<bool>,
    },
}

/// A product of the patient's own, called `Jar A`, `Jar B`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Product {
    /// None for one that nobody recognises.
    pub class: Option<usize>,
    pub mineral: Option<bool>,
    pub spf: Option<i64>,
}
