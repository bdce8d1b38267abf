//! A large clinic's protocol, and its patients: sentences as the sheets have them, in which a few
//! windows and things are said often and most are said seldom.

/// A pseudo-random sequence, so that every run measures the same protocol.
struct Dice(u64);

impl Dice {
    /// A number below `sides`.
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % sides.max(1)
    }

    fn one_of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        let index = self.roll(all.len());
        all.get(index).copied().unwrap_or_default()
    }
}

/// The windows that sheets use most.
const OFTEN: &[&str] = &[
    "for 24 hours",
    "for 48 hours",
    "for 3 days",
    "for 7 days",
    "for 1 week",
    "for 2 weeks",
    "for 24..48 hours",
    "for 5..7 days",
    "for at least 1 week",
    "today",
];

/// The others that a restriction may have.
const SELDOM: &[&str] = &[
    "for 2 hours",
    "for 4 hours",
    "for 6 hours",
    "for 8 hours",
    "for 12 hours",
    "for 36 hours",
    "for 72 hours",
    "for 90 minutes",
    "for 2 days",
    "for 4 days",
    "for 5 days",
    "for 6 days",
    "for 8 days",
    "for 10 days",
    "for 12 days",
    "for 14 days",
    "for 21 days",
    "for 3 weeks",
    "for 4 weeks",
    "for 6 weeks",
    "for 8 weeks",
    "for 1 month",
    "for 2 months",
    "for 3 months",
    "for 6 months",
    "for 12..24 hours",
    "for 48..72 hours",
    "for 2..3 days",
    "for 3..5 days",
    "for 7..10 days",
    "for 10..14 days",
    "for 1..2 weeks",
    "for 2..4 weeks",
    "for 4..6 weeks",
    "for 1..3 months",
    "for 24 hours..3 days",
    "for at least 24 hours",
    "for at least 3 days",
    "for at least 2 weeks",
    "for at least 1 month",
    "for at least 24 hours, better 48 hours",
    "for at least 1 week, better 2 weeks",
    "for up to 48 hours",
    "for up to 10 days",
    "for up to 3 months",
    "for 24 hours before",
    "for 3 days before",
    "for 5 days before",
    "for 1 week before",
    "for 2 weeks before",
    "for 4 weeks before",
    "for 1..3 weeks before",
    "for at least 2 weeks before",
    "for 5 days before and 7 days after",
    "for 24 hours before and 2 days after",
    "for 1 week before and 2 weeks after",
    "for 3 days before and 3 days after",
    "on days 0..3",
    "on days 2..4",
    "on days 3..7",
    "on days 1..14",
    "until day 5",
    "until day 10",
    "until next morning",
    "until healed",
    "until healed, at least 3 days",
    "until healed, at most 10 days",
    "until scabs gone, at least 5 days",
    "from day 3 until day 14",
    "from healed for 2 weeks",
    "for the course",
    "between sessions",
    "before treatment",
    "always",
];

/// When duties and permissions start.
const STARTS: &[&str] = &[
    "from day 1",
    "from day 2",
    "from day 3",
    "from day 7",
    "from 12 hours",
    "from 24 hours",
    "from 48 hours",
    "from 72 hours",
    "from 1 week",
    "from 2..3 weeks",
    "from healed",
];

/// When they hold, where their end is said as well.
const HOLDS: &[&str] = &[
    "from day 3 until day 28",
    "from 24 hours until day 28",
    "from day 7 for 2 weeks",
    "for 3 days",
    "for 7 days",
    "for 2 weeks",
    "for 4 weeks",
    "on days 1..7",
    "until healed",
    "today",
    "tonight",
];

/// How long the normal course is.
const NORMALLY: &[&str] = &[
    "for 1..3 days",
    "for 3..5 days",
    "for up to 48 hours",
    "for up to 7 days",
    "on days 3..7",
    "on days 0..3",
    "for 1..2 weeks",
];

const CONDITIONS: &[&str] = &[
    "if age under 18",
    "if age at least 65",
    "if age in 18..40",
    "unless age under 22",
    "if sex = female",
    "if pregnant",
    "unless pregnant",
    "if pregnant or breastfeeding",
    "unless breastfeeding",
    "if skin type in I..III",
    "if skin type in IV..VI",
    "if skin type = VI",
    "if skin type at least V and age under 30",
    "if taking anticoagulants",
    "if taking blood thinners",
    "unless taking aspirin",
    "if taking photosensitisers",
    "if taking isotretinoin",
    "if took isotretinoin within 6 months",
    "if took high-dose steroids within 4 weeks",
    "if had dermal filler within 2 weeks",
    "if had chemical peel within 1 month",
    "if conditions includes rosacea",
    "if conditions includes keloid tendency",
    "if conditions includes cold sore history",
    "if conditions includes any of eczema, psoriasis",
    "if conditions includes weakened immune system or age at least 70",
    "unless conditions includes active acne",
    "if allergies includes latex",
    "if allergies includes any of nickel, other metals",
    "if concerns includes acne scars",
    "if concerns includes melasma",
    "if concerns includes any of wrinkles, stretch marks",
    "if concerns includes melasma and skin type in IV..VI",
    "if needle depth at least 1.5 mm",
    "if needle depth under 0.5 mm",
    "if needle depth over 2 mm and conditions includes rosacea",
    "if smoker",
    "if contact lenses",
    "if session is 1",
    "if session is 2",
    "if redness severe",
    "unless healed",
    "if swelling or irritation",
];

const AVOIDED: &[&str] = &[
    "retinoids",
    "tretinoin",
    "adapalene",
    "retinol",
    "alpha hydroxy acids",
    "glycolic acid",
    "lactic acid",
    "beta hydroxy acids",
    "salicylic acid",
    "polyhydroxy acids",
    "exfoliants",
    "scrubs",
    "benzoyl peroxide",
    "azelaic acid",
    "vitamin C serum",
    "hydroquinone",
    "minoxidil",
    "astringents",
    "perfume",
    "bleach",
    "makeup",
    "foundation",
    "mascara",
    "lipstick",
    "soap",
    "foaming cleanser",
    "face oil",
    "sheet mask",
    "self-tan",
    "chemical sunscreen",
    "toner",
    "direct sun",
    "tanning bed",
    "sun exposure",
    "sauna",
    "steam room",
    "hot tub",
    "hot yoga",
    "hot shower",
    "heat exposure",
    "strenuous exercise",
    "running",
    "contact sports",
    "sweating",
    "swimming",
    "pool",
    "smoking",
    "touching",
    "picking",
    "scratching",
    "rubbing",
    "washing",
    "waxing",
    "shaving",
    "laser hair removal",
    "hair removal",
    "chemical peel",
    "microdermabrasion",
    "botulinum toxin",
    "alcohol",
    "caffeine",
    "coffee",
    "spicy food",
    "ibuprofen",
    "NSAIDs",
    "fish oil",
    "ginkgo",
    "tight clothing",
    "headwear",
    "exfoliating tools",
    "home roller",
    "makeup with fragrance-free",
    "moisturiser with spf 15+",
];

const PAIRS: &[&str] = &[
    "retinoids, alpha hydroxy acids and exfoliants",
    "sauna, steam room and hot tub",
    "pool and sea",
    "waxing, shaving and depilation",
    "wine and spirits",
    "makeup except mineral powder",
    "products except healing ointment",
    "heat exposure except hot shower",
];

const DUTIES: &[&str] = &[
    "use gentle cleanser",
    "use moisturiser with fragrance-free",
    "use healing ointment",
    "use petroleum jelly",
    "use hyaluronic acid",
    "use peptides or growth factors",
    "use sunscreen with broad-spectrum, spf 30+",
    "use zinc sunscreen",
    "use panthenol",
    "use ceramides",
    "use aloe vera",
    "use cool compress",
    "use gauze",
    "use micellar water",
    "use sheet mask with soothing",
    "wear hat",
    "wear sunglasses",
    "wear loose clothing",
    "drink water",
    "take paracetamol",
    "take cetirizine",
    "eat zinc foods",
    "eat vitamin C foods",
    "keep dry",
    "do stretching",
];

const ALLOWED: &[&str] = &[
    "allow mineral powder",
    "allow makeup but not foundation",
    "allow walking",
    "allow hot shower",
    "allow shampoo",
    "allow moisturiser",
    "resume retinol",
    "resume makeup",
    "resume running",
    "resume swimming",
    "resume shaving",
];

const LIMITED: &[&str] = &[
    "limit alcohol to 1 drink per day",
    "limit coffee to 2 drinks per day",
    "limit strenuous exercise to a minimum",
];

const EXPECTED: &[&str] = &[
    "redness",
    "swelling",
    "tightness",
    "dryness",
    "flaking",
    "itching",
    "warmth",
    "bruising",
    "pinpoint bleeding",
    "peeling",
];

const REPORTED: &[&str] = &[
    "fever above 38 C",
    "pus",
    "blisters",
    "severe pain",
    "spreading redness",
    "weeping",
    "bleeding lasting 20 minutes",
    "itchy bumps",
];

/// A protocol of so many sentences.
pub fn protocol(count: usize) -> String {
    let mut dice = Dice(20_260_601);
    let mut text = String::from(
        "import skin-care\naftercare for 2 weeks\n\
         fact concerns: any of acne scars, wrinkles, melasma, stretch marks\n\
         fact needle depth: mm\nfact smoker: yes or no\nfact contact lenses: yes or no\n\
         sessions 3..6 every 4..6 weeks\n",
    );
    for index in 1..count {
        text.push_str(&sentence(&mut dice));
        // As authors give reasons; the number keeps sentences apart, which would be joined if equal.
        text.push_str(&format!(" because \"reason {index}\"\n"));
    }
    text
}

fn sentence(dice: &mut Dice) -> String {
    let condition = if dice.roll(100) < 35 {
        dice.one_of(CONDITIONS)
    } else {
        ""
    };
    let said = match dice.roll(100) {
        0..48 => {
            let many = dice.roll(6) == 0;
            let things = dice.one_of(if many { PAIRS } else { AVOIDED });
            format!("avoid {things} {}", restricted(dice))
        }
        48..74 => {
            let often = dice.one_of(&["", "daily", "twice daily", "every morning"]);
            format!("{} {often} {}", dice.one_of(DUTIES), permitted(dice))
        }
        74..82 => format!("{} {}", dice.one_of(ALLOWED), dice.one_of(STARTS)),
        82..84 => format!("{} {}", dice.one_of(LIMITED), restricted(dice)),
        84..93 => format!("expect {} {}", dice.one_of(EXPECTED), dice.one_of(NORMALLY)),
        93..97 => format!("report {} to clinic within 2 hours", dice.one_of(REPORTED)),
        97..99 => format!(
            "note \"{}\"",
            dice.one_of(&["Sleep well.", "Keep the sheet."])
        ),
        _ => "caution \"take care\"".to_owned(),
    };
    format!("{} {condition}", said.trim_end())
}

fn restricted(dice: &mut Dice) -> &'static str {
    match dice.roll(10) {
        0..2 => "",
        2..6 => dice.one_of(OFTEN),
        _ => dice.one_of(SELDOM),
    }
}

fn permitted(dice: &mut Dice) -> &'static str {
    match dice.roll(10) {
        0..5 => "",
        5..8 => dice.one_of(STARTS),
        _ => dice.one_of(HOLDS),
    }
}

/// Patients of different days and answers, of whom everything is known that sentences ask.
pub fn known_patients(in_a_zone: bool) -> Vec<String> {
    let mut dice = Dice(34);
    (0..64)
        .map(|_| {
            let zone = if in_a_zone { "zone = \"Europe/London\"\n" } else { "" };
            let yes = |dice: &mut Dice| dice.roll(2) == 0;
            format!(
                "treated = {}T{:02}:30\n{zone}sessions = []\nsymptoms = \"none\"\nproducts = [\"retinol\"]\n[facts]\n\
                 age = {}\nsex = \"female\"\npregnant = {}\nbreastfeeding = {}\n\
                 \"skin type\" = \"{}\"\nmedications = [{}]\nallergies = []\n\
                 conditions = [{}]\nconcerns = [\"acne scars\"]\n\"needle depth\" = \"{} mm\"\n\
                 smoker = {}\n\"contact lenses\" = {}\n[history]\n\
                 \"dermal filler\" = 2024-08-01\n\"chemical peel\" = \"never\"\n",
                day(&mut dice),
                dice.roll(10) + 8,
                dice.roll(60) + 16,
                yes(&mut dice),
                yes(&mut dice),
                dice.one_of(&["I", "II", "III", "IV", "V", "VI"]),
                dice.one_of(&["", "\"aspirin\"", "\"paracetamol\", \"doxycycline\"", "\"warfarin\""]),
                dice.one_of(&["", "\"rosacea\"", "\"eczema\"", "\"keloid tendency\""]),
                dice.one_of(&["0.25", "1", "1.5", "2.5"]),
                yes(&mut dice),
                yes(&mut dice),
            )
        })
        .collect()
}

/// The same of whom only the age and the skin type are known, and neither the time of day.
pub fn half_known_patients() -> Vec<String> {
    let mut dice = Dice(41);
    (0..64)
        .map(|_| {
            format!(
                "treated = {}\n[facts]\nage = {}\n\"skin type\" = \"{}\"\npregnant = \"unsure\"\n",
                day(&mut dice),
                dice.roll(60) + 16,
                dice.one_of(&["I", "II", "III", "IV", "V", "VI"]),
            )
        })
        .collect()
}

/// A day of 2025 or 2026.
fn day(dice: &mut Dice) -> String {
    format!(
        "{}-{:02}-{:02}",
        2025 + dice.roll(2),
        dice.roll(12) + 1,
        dice.roll(28) + 1
    )
}
