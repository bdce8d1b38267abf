//! The oracle's patient as the TOML that a clinic would write.

use std::fmt::Write as _;

use super::model::*;
use super::text::{date, treated};

impl Patient {
    pub fn toml(&self) -> String {
        let mut text = match self.time {
            None => format!("treated = {}\n", treated()),
            Some(time) => format!(
                "treated = {}T{:02}:{:02}:00\n",
                treated(),
                time / 60,
                time % 60
            ),
        };
        let sessions: Vec<String> = self
            .sessions
            .iter()
            .map(|day| date(*day).to_string())
            .collect();
        let _ = writeln!(text, "sessions = [{}]", sessions.join(", "));
        let products: Vec<String> = (0_u8..)
            .zip(&self.products)
            .map(|(index, product)| product.toml(index))
            .collect();
        let _ = writeln!(text, "products = [{}]", products.join(", "));
        text += "[facts]\n";
        fact(&mut text, "vegan", self.vegan, |yes| yes.to_string());
        fact(&mut text, "pierced", self.pierced, |yes| yes.to_string());
        fact(&mut text, "age", self.age, |age| age.to_string());
        fact(&mut text, "\"skin type\"", self.skin, |skin| {
            format!("\"{}\"", SKIN[skin])
        });
        fact(&mut text, "concerns", self.concerns, |bits| {
            let names = CONCERNS.iter().enumerate();
            let held: Vec<String> = names
                .filter(|(index, _)| bits >> index & 1 == 1)
                .map(|(_, name)| format!("\"{name}\""))
                .collect();
            format!("[{}]", held.join(", "))
        });
        if let Some(list) = &self.medications {
            let list: Vec<String> = list.iter().map(Medication::toml).collect();
            let _ = writeln!(text, "medications = [{}]", list.join(", "));
        }
        text += "[events]\n";
        for (name, day) in EVENTS.iter().zip(self.events) {
            if let Some(day) = day {
                let _ = writeln!(text, "{name} = {}", date(day));
            }
        }
        text += "[symptoms]\n";
        for (name, symptom) in SYMPTOMS.iter().zip(self.symptoms) {
            text += &symptom.toml(name);
        }
        text
    }
}

fn fact<T: Copy>(text: &mut String, name: &str, answer: Answer<T>, shown: impl Fn(T) -> String) {
    let value = match answer {
        Answer::NotAsked => return,
        Answer::Unsure => "\"unsure\"".to_owned(),
        Answer::DoesNotApply => "\"does not apply\"".to_owned(),
        Answer::Known(value) => shown(value),
    };
    let _ = writeln!(text, "{name} = {value}");
}

impl Medication {
    fn toml(&self) -> String {
        let mut text = format!("{{ name = \"{}\"", THINGS[self.thing].0);
        if let Some(days) = self.last_taken {
            text += &format!(", last_taken = {}", date(-days));
        }
        if let Some(prescribed) = self.prescribed {
            text += &format!(", prescribed = {prescribed}");
        }
        text + " }"
    }
}

impl Symptom {
    fn toml(self, name: &str) -> String {
        match self {
            Self::Unreported => String::new(),
            Self::Absent => format!("{name} = false\n"),
            Self::Reported {
                since,
                until,
                severe,
            } => {
                let mut text = format!("{name} = {{ since = {}", date(since));
                if let Some(until) = until {
                    text += &format!(", until = {}", date(until));
                }
                if let Some(severe) = severe {
                    text += &format!(", severe = {severe}");
                }
                text + " }\n"
            }
        }
    }
}

/// `Jar A`, `Jar B`
pub fn product_name(index: u8) -> String {
    format!("Jar {}", char::from(b'A' + index))
}

impl Product {
    fn toml(&self, index: u8) -> String {
        let mut text = format!("{{ name = \"{}\"", product_name(index));
        match self.class {
            None => text += ", unrecognised = true",
            Some(class) => text += &format!(", class = \"{}\"", THINGS[class].0),
        }
        if let Some(mineral) = self.mineral {
            text += &format!(", mineral = {mineral}");
        }
        if let Some(spf) = self.spf {
            text += &format!(", spf = {spf}");
        }
        text + " }"
    }
}
