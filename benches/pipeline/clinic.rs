//! A large clinic's protocol, and its patients: sentences as the sheets have them, in which a few
//! windows and things are said often and most are said seldom.

use crate::clinic_words::{
    ALLOWED, AVOIDED, CONDITIONS, DUTIES, EXPECTED, HOLDS, LIMITED, NORMALLY, OFTEN, PAIRS,
    REPORTED, SELDOM, STARTS,
};

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

/// A protocol of so many sentences.
pub fn protocol(count: usize) -> String {
    let mut dice = Dice(20_260_601);
    let mut text = String::from(
        "import skin-care\naftercare for 2 weeks\n\
         fact concerns: any of acne scars, wrinkles, melasma, stretch marks\n\
         fact needle depth: mm\nfact smoker: yes or no\nfact lens wearer: yes or no\n\
         sessions 3..6 every 4..6 weeks\n",
    );
    for index in 1..count {
        let condition = if dice.roll(100) < 35 {
            dice.one_of(CONDITIONS)
        } else {
            ""
        };
        text.push_str(&sentence(&mut dice, condition));
        // As authors give reasons; the number keeps sentences apart, which would be joined if equal.
        text.push_str(&format!(" because \"reason {index}\"\n"));
    }
    text
}

/// A protocol of so many sentences, each with a nested condition over three facts: what analysis meets at
/// its worst.
pub fn nested(count: usize) -> String {
    let mut dice = Dice(20_261_126);
    let mut text = String::from(
        "import skin-care\naftercare for 2 weeks\n\
         fact needle depth: mm\nfact smoker: yes or no\nfact lens wearer: yes or no\n",
    );
    for index in 0..count {
        let condition = over_three_facts(&mut dice);
        text.push_str(&sentence(&mut dice, &condition));
        text.push_str(&format!(" because \"reason {index}\"\n"));
    }
    text
}

/// `if (age over 30 or smoker) and not (skin type in II..V)`, of ever different facts.
fn over_three_facts(dice: &mut Dice) -> String {
    let mut asked: Vec<String> = vec![
        format!("age over {}", dice.roll(60) + 18),
        format!("needle depth under {} mm", dice.roll(4) + 1),
        format!(
            "skin type in {}..VI",
            dice.one_of(&["II", "III", "IV", "V"])
        ),
        "pregnant".to_owned(),
        "smoker".to_owned(),
        "lens wearer".to_owned(),
    ];
    let mut next = || asked.remove(dice.roll(asked.len()));
    let (one, two, three) = (next(), next(), next());
    match dice.roll(3) {
        0 => format!("if ({one} or {two}) and not ({three})"),
        1 => format!("if ({one} and {two}) or ({three} and not ({one}))"),
        _ => format!("if {one} and ({two} or not ({three}))"),
    }
}

fn sentence(dice: &mut Dice, condition: &str) -> String {
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
                 smoker = {}\n\"lens wearer\" = {}\n[history]\n\
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
