//! A handout before it is written: the same for HTML and Markdown.

use super::text::Text;

/// How many items stand under one heading at the most: more than that nobody takes in.
pub(super) const ITEMS: usize = 7;

/// All that a handout says, in its order.
#[derive(Debug)]
pub(super) struct Page {
    pub title: Text,
    /// The treatment's day and session, and the day of the plan.
    pub about: Vec<Text>,
    /// What must be known before all else.
    pub alerts: Vec<Alert>,
    /// What to do, in one sentence, and what belongs to it.
    pub message: Vec<Text>,
    pub call: Call,
    pub strips: Vec<Strip>,
    pub blocks: Vec<Block>,
    pub teach: Option<Teach>,
    /// Sources, and where the handout comes from.
    pub end: Vec<Block>,
}

/// What stands above all else.
#[derive(Debug)]
pub(super) struct Alert {
    pub heading: Text,
    pub lines: Vec<Text>,
}

/// Whom to call.
#[derive(Debug)]
pub(super) struct Call {
    pub label: Text,
    /// The clinic's name, where it is given.
    pub clinic: Option<Text>,
    /// The number; none where it is to be written in by hand.
    pub phone: Option<Text>,
}

/// A part with a heading of its own.
#[derive(Debug)]
pub(super) struct Block {
    /// Its name in the page, for links and for looks.
    pub id: &'static str,
    pub heading: Text,
    pub lead: Vec<Text>,
    pub groups: Vec<Group>,
}

/// Items that belong together.
#[derive(Debug, Default)]
pub(super) struct Group {
    pub heading: Option<Text>,
    /// What holds for all of them.
    pub lead: Vec<Text>,
    pub items: Vec<Item>,
    /// Whether the items are in an order.
    pub ordered: bool,
}

/// One thing that is said.
#[derive(Debug, Clone, Default)]
pub(super) struct Item {
    /// The words that count most.
    pub lead: Text,
    /// How sure it is, where it is not settled.
    pub marks: Vec<Text>,
    pub body: Vec<Text>,
    /// What only staff read.
    pub staff: Vec<Text>,
    /// Whether it is the name of a source, and where that leads.
    pub is_source: bool,
    pub address: Option<String>,
}

/// What the patient is asked to say in their own words.
#[derive(Debug)]
pub(super) struct Teach {
    pub heading: Text,
    pub how: Text,
    pub questions: Vec<Text>,
    /// Labels of lines to write on.
    pub lines: Vec<Text>,
}

/// Days from the treatment to the last restriction, a row for what is off alike.
#[derive(Debug)]
pub(super) struct Strip {
    pub heading: Text,
    pub columns: [Text; 2],
    /// What a column of its own for when things come back is called, where there are no bars.
    pub free: Text,
    /// How many days there are.
    pub days: u32,
    /// The first and the last day of the rows, in words.
    pub ends: [Text; 2],
    pub rows: Vec<Row>,
    /// What the bars look like: off, better not, and no date yet.
    pub key: Vec<(Bar, Text)>,
}

/// What is off alike.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub items: Vec<Item>,
    pub stretches: Vec<Stretch>,
    /// When it is off, in words.
    pub when: Text,
    /// The bars in words.
    pub said: Text,
    /// When it comes back, where there is anything to say of it.
    pub free: Option<Text>,
}

/// Days that look alike, counted from the first day of the strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub from: u32,
    /// The first day after it.
    pub to: u32,
    pub bar: Bar,
}

/// What a bar means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bar {
    Off,
    BetterNot,
    /// It is off, and nobody knows yet until when.
    NotKnown,
}

impl Block {
    pub fn new(id: &'static str, heading: Text) -> Self {
        Self {
            id,
            heading,
            lead: Vec::new(),
            groups: Vec::new(),
        }
    }

    /// With items under the block's own heading.
    pub fn of_items(id: &'static str, heading: Text, items: Vec<Item>) -> Self {
        let mut block = Self::new(id, heading);
        block.groups.push(Group {
            items,
            ..Group::default()
        });
        block
    }

    pub fn is_empty(&self) -> bool {
        self.groups.iter().all(|group| group.items.is_empty()) && self.lead.is_empty()
    }

    /// The same with no more than [`ITEMS`] items under a heading: what is more goes on under another one.
    pub fn in_portions(mut self, more: impl Fn(&Text) -> Text) -> Self {
        let mut groups = Vec::new();
        for group in std::mem::take(&mut self.groups) {
            let heading = group.heading.clone();
            let mut items = group.items.as_slice();
            let mut first = true;
            while first || !items.is_empty() {
                // An ordered list is one way through, however long.
                let count = if group.ordered {
                    items.len()
                } else {
                    items.len().min(ITEMS)
                };
                let (now, later) = items.split_at(count);
                let said = heading.as_ref().unwrap_or(&self.heading);
                groups.push(Group {
                    heading: if first {
                        heading.clone()
                    } else {
                        Some(more(said))
                    },
                    lead: if first {
                        group.lead.clone()
                    } else {
                        Vec::new()
                    },
                    items: now.to_vec(),
                    ordered: group.ordered,
                });
                items = later;
                first = false;
            }
        }
        self.groups = groups;
        self
    }
}

impl Item {
    pub fn new(lead: Text) -> Self {
        Self {
            lead,
            ..Self::default()
        }
    }
}
