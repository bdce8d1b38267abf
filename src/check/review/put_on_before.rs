//! `avoid numbing cream`: a ban without a time starts with the treatment, and such a cream is put on before it.

use crate::check::checker::Checker;
use crate::check::protocol::{Head, Rule, ThingRef};
use crate::check::window::Window;
use crate::diagnostic::{Code, Diagnostic};
use crate::vocabulary::{PUT_ON_BEFORE, ThingId};

impl Checker<'_> {
    /// Asks whether a ban on what is put on before a treatment is meant of that time, where nothing says so.
    pub(crate) fn banned_from_treatment_on(&mut self, rules: &[Rule]) {
        let classes = PUT_ON_BEFORE.iter();
        let classes: Vec<ThingId> = classes
            .filter_map(|name| self.vocabulary.find_thing(name))
            .collect();
        let is_one = |thing: &ThingRef| {
            let mut classes = classes.iter();
            classes.any(|class| self.vocabulary.is_under(thing.thing, *class))
        };
        let bans = rules.iter().filter_map(|rule| {
            let Head::Avoid { things, .. } = &rule.head else {
                return None;
            };
            Some((rule, things.iter().find(|thing| is_one(thing))?))
        });
        let bans: Vec<(&Rule, &ThingRef)> = bans.collect();
        let before = |rule: &Rule| {
            rule.window.starts_before() || matches!(rule.window, Window::BeforeTreatment)
        };
        let unsaid = bans.iter().find(|(rule, _)| rule.window == Window::Unsaid);
        let Some((_, thing)) = unsaid.filter(|_| !bans.iter().any(|(rule, _)| before(rule))) else {
            return;
        };
        let name = self.one_line(thing.span);
        let diagnostic = Diagnostic::new(
            Code::PutOnBefore,
            thing.span,
            format!("`{name}` is put on before a treatment, and this starts with it"),
            "off afterwards alone",
        );
        self.report(diagnostic.with_help(format!(
            "where it is not to be put on before, write `avoid {name} before treatment`; where it is off afterwards, say for how \
             long, as in `avoid {name} for 24 hours`"
        )));
    }
}
