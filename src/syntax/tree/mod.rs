//! The tree: what a protocol's text says, with the place of every word.
//!
//! It holds names as they were written; [`crate::check`] finds out what they name. Trees compare by
//! what they say: two texts that differ in layout, curly quotes or spelling of a range have equal
//! trees. Each variant's comment shows the text that gives it.
//!
//! A tree can be kept, its places without their file: it is read back as that of a run's first file.

mod clause;
mod condition;
mod declaration;
mod header;
mod scenario;
mod sentence;
mod time;

pub use clause::{
    Bound, Clause, Daytime, Frequency, FrequencyKind, Moment, Most, Places, Preposition, Quantity,
    QuantityKind, Site, Source, Times, Typical, TypicalTime, TypicalWord,
};
pub use condition::{Atom, Comparison, Condition, Mode, Qualifier, Value, ValueRange};
pub use declaration::{
    AttributeUse, AttributeValue, Declaration, FactDeclaration, FactType, Kind, Member,
};
pub use header::{Header, Status};
pub use scenario::{
    AnswerWord, Expected, Known, KnownWhen, Outcome, Saying, Scenario, ScenarioDay, ScenarioLine,
};
pub use sentence::{
    AvoidWord, Cap, Deadline, Head, Lead, ListWord, Matter, Sentence, SessionCount, StepItem,
    StepJoin, Thing, Things, Verb, Who,
};
pub use time::{
    Ago, Anchor, Date, Duration, DurationRange, Extent, Point, SessionWord, TimeUnit, Vague,
    Window, WindowKind,
};

use serde::{Deserialize, Serialize};

use crate::span::{Span, Spanned};

/// A name as it was written: `retinoids`, `"rough Retin-A"`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Name {
    /// The words, without quotes, blanks between them single.
    pub text: String,
    /// Whether it stood in quotes.
    pub quoted: bool,
    /// Where, quotes included.
    pub span: Span,
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text && self.quoted == other.quoted
    }
}

impl Eq for Name {}

impl std::hash::Hash for Name {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (&self.text, self.quoted).hash(state);
    }
}

/// Free text in quotes, as it was written between them: `"they irritate healing skin"`.
pub type Text = Spanned<String>;

/// One file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// What stands in it, in order.
    pub items: Vec<Spanned<Item>>,
    /// The comments, `#` included, in order.
    pub comments: Vec<Place>,
}

/// A span that does not count when trees are compared.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Place(pub Span);

impl PartialEq for Place {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Place {}

/// What can stand at the top of a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Item {
    /// `treatment microneedling`
    Header(Header),
    /// `substance retinoids { tretinoin }`
    Declaration(Declaration),
    /// `fact pregnant: yes or no`
    Fact(FactDeclaration),
    /// What may stand in a block, too.
    Statement(Statement),
    /// `scenario "type V skin" { given skin type V ... }`
    Scenario(Box<Scenario>),
    /// `replace sun: avoid direct sun for 3 days because "..."`: in the place of the sentence that has this
    /// label, in a protocol that the file extends
    Replace(Box<Spanned<Sentence>>),
    /// `drop sun because "..."`: that sentence falls
    Drop {
        /// Which.
        label: Name,
        /// Why.
        because: Option<Text>,
    },
}

/// What can stand in a block.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Statement {
    /// `avoid retinoids for 7 days`
    Sentence(Box<Sentence>),
    /// `section "Sun" { avoid direct sun for 7 days }`
    Section {
        /// What the reader sees above the group.
        title: Text,
        /// The group.
        body: Vec<Spanned<Statement>>,
    },
    /// `when skin type in IV..VI { avoid direct sun for 14 days } otherwise { note "..." }`
    When {
        /// What is asked.
        condition: Spanned<Condition>,
        /// What holds if it is so.
        body: Vec<Spanned<Statement>>,
        /// What holds if it is not so.
        otherwise: Option<Vec<Spanned<Statement>>>,
    },
}
