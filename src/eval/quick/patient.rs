//! One patient, as the short way sees one.

use super::ground::Ground;
use crate::eval::anchor::Anchored;
use crate::eval::prepared::Prepared;
use crate::eval::scene::Scene;

/// What the short way asks of a patient.
pub struct Patient<'p> {
    /// This session.
    pub ground: Option<Ground<'p>>,
    /// The next one, where it has a latest day and is as far from the ends of the years.
    pub next: Option<Ground<'p>>,
    /// Whether there is a next one at all.
    pub has_next: bool,
    /// Whether no event and no symptom was reported: no condition changes over time.
    pub eventless: bool,
    /// Whether there were earlier sessions, around which restrictions may still hold.
    pub earlier: bool,
}

impl<'p> Patient<'p> {
    /// The patient of a scene.
    pub fn of(scene: &Scene<'p>, prepared: &Prepared<'_>) -> Self {
        let (clock, reach) = (scene.clock, prepared.reach);
        let next = scene.anchors.next.filter(|_| scene.dated);
        let profile = scene.profile;
        let earlier = profile.sessions.as_ref();
        Self {
            ground: Ground::new(clock, scene.treatment, reach),
            next: next
                .filter(|_| !scene.anchors.next_is_open)
                .map(|days| Anchored::session_between(clock, days))
                .and_then(|session| Ground::new(clock, session, reach)),
            has_next: next.is_some(),
            eventless: profile.events.is_empty() && profile.symptoms.is_empty(),
            earlier: scene.dated && earlier.is_some_and(|earlier| !earlier.is_empty()),
        }
    }
}
