//! A catalogue, and how its messages are filled.

use std::cell::RefCell;
use std::collections::BTreeSet;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use super::{Language, Say};
use crate::render::handout::text::Text;

/// What fills a hole of a message.
#[derive(Debug, Clone, Copy)]
pub(in crate::render::handout) enum Arg<'a> {
    /// Words.
    Text(&'a Text),
    /// A number, by which a message may choose its form.
    Number(u32),
}

impl<'a> From<&'a Text> for Arg<'a> {
    fn from(text: &'a Text) -> Self {
        Arg::Text(text)
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Arg::Number(number)
    }
}

/// The messages of a language, and the English ones where it has none.
pub(in crate::render::handout) struct Catalogue {
    language: Language,
    own: FluentBundle<FluentResource>,
    english: Option<FluentBundle<FluentResource>>,
    /// The messages that the language has not, of those that were asked for.
    missing: RefCell<BTreeSet<&'static str>>,
}

impl Catalogue {
    pub fn new(language: Language) -> Self {
        Self {
            language,
            own: bundle(language),
            english: (!language.is_complete()).then(|| bundle(Language::English)),
            missing: RefCell::default(),
        }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message without holes.
    pub fn say(&self, message: Say) -> Text {
        self.with(message, &[])
    }

    /// A message with its holes filled. What the language lacks is said in English, and marked as such.
    pub fn with(&self, message: Say, holes: &[(&str, Arg<'_>)]) -> Text {
        let mut args = FluentArgs::with_capacity(holes.len());
        for (hole, filling) in holes {
            let value = match filling {
                Arg::Text(text) => FluentValue::from(text.as_str()),
                Arg::Number(number) => FluentValue::from(*number),
            };
            args.set(*hole, value);
        }
        if let Some(text) = formatted(&self.own, message, &args) {
            return Text::of_catalogue(text);
        }
        self.missing.borrow_mut().insert(message.id());
        let english = self.english.as_ref();
        let text = english.and_then(|english| formatted(english, message, &args));
        Text::untranslated(Text::of_catalogue(text.unwrap_or_default()))
    }

    /// The messages that were said in English for want of others.
    pub fn missing(&self) -> Vec<&'static str> {
        self.missing.borrow().iter().copied().collect()
    }
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    // A test reads each catalogue without a mistake.
    let resource = FluentResource::try_new(language.source().to_owned())
        .unwrap_or_else(|(resource, _)| resource);
    let mut bundle = FluentBundle::new(vec![language.tag().parse().unwrap_or_default()]);
    // What comes from files is set apart on its own (`Text`).
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}

fn formatted(
    bundle: &FluentBundle<FluentResource>,
    message: Say,
    args: &FluentArgs<'_>,
) -> Option<String> {
    let pattern = bundle.get_message(message.id())?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(args), &mut errors);
    Some(text.into_owned())
}
