//! What a plan is made from, and asked with.

use super::Asked;
use crate::check::{Protocol, thing_asked};
use crate::diagnostic::Diagnostic;
use crate::eval::lines::Lines;
use crate::eval::prepared::Prepared;
use crate::eval::scene::{self, Scene};
use crate::eval::timing::Times;
use crate::eval::{asked_on, evaluate, out_of_range};
use crate::plan::{Moment, Plan};
use crate::profile::Profile;
use crate::span::SourceId;
use crate::vocabulary::fold;

/// A protocol, a patient, and the day that is asked about.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The protocol.
    pub protocol: &'a Protocol,
    /// What is known about the patient.
    pub profile: &'a Profile,
    /// The day, or the day and time; the day of the treatment where it is none.
    pub on: Option<Moment>,
}

impl<'a> Case<'a> {
    /// A case asked about on the day of the treatment.
    #[must_use]
    pub fn new(protocol: &'a Protocol, profile: &'a Profile) -> Self {
        Self {
            protocol,
            profile,
            on: None,
        }
    }

    /// The same, asked about on another day.
    #[must_use]
    pub fn on(self, on: Moment) -> Self {
        Self {
            on: Some(on),
            ..self
        }
    }

    /// The plan: [`evaluate`].
    ///
    /// # Errors
    ///
    /// A date of the plan would leave the years 1900 to 2200.
    pub fn plan(&self) -> Result<Plan, Diagnostic> {
        evaluate(self.protocol, self.profile, self.on)
    }

    /// What a text asks about: one of the patient's own products by its name, or else a thing as a
    /// sentence may name it, by any of its names and with attributes. `text` is what `source` holds.
    ///
    /// # Errors
    ///
    /// Nothing is called so, or there is more than a name: a diagnostic at the words of `text`.
    pub fn thing(&self, source: SourceId, text: &str) -> Result<Asked, Diagnostic> {
        let typed = text.trim();
        let mut products = self.profile.products.iter().flatten();
        if let Some(product) = products.find(|product| fold(&product.name) == fold(typed)) {
            return Ok(Asked::own(typed, product));
        }
        let thing = thing_asked(&self.protocol.vocabulary, source, text)?;
        Ok(Asked::thing(typed, thing))
    }

    /// Sets the scene, puts the lines on the clock, and asks something of them.
    pub(in crate::eval) fn on_stage<T>(
        &self,
        ask: impl FnOnce(&mut Scene<'_>, &Lines<'_>) -> T,
    ) -> Result<T, Diagnostic> {
        let profile = scene::of_its_treatment(self.protocol, self.profile);
        let on = asked_on(&profile, self.on);
        let profile = scene::as_of(&profile, on);
        let prepared = Prepared::new(self.protocol);
        let scene = Scene::new(&prepared, &profile, on, Box::default(), None);
        let mut scene = scene.map_err(out_of_range)?;
        let mut times = Times::default();
        times.decide(&mut scene, &prepared).map_err(out_of_range)?;
        let lines = Lines::of(&prepared, &times);
        Ok(ask(&mut scene, &lines))
    }
}
