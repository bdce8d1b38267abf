//! What stands beside a name where the name alone is asked: an attribute in a condition, a qualifier
//! of what time counts from. It is refused, for without it the question is another.

use super::{Reading, Role};
use crate::check::checker::Checker;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::tree::Name;
use crate::vocabulary::Named;

impl Role {
    /// Whether nothing but the thing itself is read there: what else stands in the name would be lost.
    fn asks_the_thing_alone(self) -> bool {
        matches!(self, Self::Medicine(_) | Self::Past | Self::Anchor)
    }
}

impl Checker<'_> {
    /// Whether a name in its role says no more than what is read of it.
    pub(super) fn says_no_more(&mut self, name: &Name, reading: &Reading, role: Role) -> bool {
        !role.asks_the_thing_alone()
            || reading.attributes.is_empty() && reading.qualifiers.is_empty()
            || self.says_more(name, reading)
    }

    /// Whether a condition asks for the thing of a name without an attribute.
    pub(crate) fn asks_no_attribute(&mut self, name: &Name, reading: &Reading) -> bool {
        reading.attributes.is_empty() || self.says_more(name, reading)
    }

    /// `if slight pain`, `until severe pain`; false.
    fn says_more(&mut self, name: &Name, reading: &Reading) -> bool {
        let text = &name.text;
        let (what, help) = match reading.named {
            Named::Fact(fact) => {
                let what = self.vocabulary.fact(fact).name.clone();
                let help = format!("ask for `{what}` alone");
                (what, help)
            }
            Named::Thing(id) => {
                self.used_things.insert(id);
                self.used_things.extend(reading.attributes.iter().copied());
                let thing = self.vocabulary.thing(id);
                let class = if self.vocabulary.is_kind_class(id) {
                    String::new()
                } else {
                    format!(" in {}", thing.name)
                };
                let help = format!(
                    "ask for `{}` alone, or make it a name of its own: `{} \"{text}\"{class}`",
                    thing.name,
                    thing.kind.word(),
                );
                (thing.name.to_string(), help)
            }
        };
        self.report(
            Diagnostic::new(
                Code::WrongAttribute,
                name.span,
                format!("only `{what}` itself can be asked for, and not whether it is so"),
                format!("more than `{what}`"),
            )
            .with_help(help),
        );
        false
    }
}
