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

impl Group {
    /// The treatment that all items are of; none where they differ, or there is one treatment.
    fn of(&self) -> Option<Text> {
        let of = self.items.first()?.of.clone()?;
        let mut items = self.items.iter();
        items
            .all(|item| item.of.as_ref() == Some(&of))
            .then_some(of)
    }

    /// The same for each treatment, where that is worth headings of their own.
    fn by_treatment(self) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for item in &self.items {
            match groups.iter_mut().find(|group| group.of() == item.of) {
                Some(group) => group.items.push(item.clone()),
                None => groups.push(Group {
                    items: vec![item.clone()],
                    ..Group::default()
                }),
            }
        }
        let plain = self.heading.is_none() && self.lead.is_empty() && !self.ordered;
        let worth = groups.len() > 1 && self.items.len() >= 2 * groups.len();
        if plain && worth && groups.iter().all(|group| group.of().is_some()) {
            groups
        } else {
            vec![self]
        }
    }

    /// The treatment in the heading, where all of several items are of it.
    fn said_once(mut self) -> Self {
        let Some(of) = self.of().filter(|_| self.items.len() > 1) else {
            return self;
        };
        let heading = self.heading.take();
        let heading: Vec<Text> = heading.into_iter().chain([of]).collect();
        self.heading = Some(Text::join(&heading, " "));
        for item in &mut self.items {
            item.of = None;
        }
        self
    }

    /// Items for which the same reason and the same words stand, as one.
    fn joined(mut self) -> Self {
        let mut items: Vec<Item> = Vec::new();
        for item in std::mem::take(&mut self.items) {
            match items.last_mut() {
                Some(last) if !self.ordered && last.is_alike(&item) => {
                    last.lead = Text::join(&[last.lead.clone(), item.lead], " ");
                }
                _ => items.push(item),
            }
        }
        self.items = items;
        self
    }
}

/// One thing that is said.
#[derive(Debug, Clone, Default)]
pub(super) struct Item {
    /// The words that count most.
    pub lead: Text,
    /// How sure it is, where it is not settled.
    pub marks: Vec<Text>,
    /// Of several treatments the one that it is of, where no heading says that.
    pub of: Option<Text>,
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
    /// Of several treatments the one that all of several items are of.
    pub of: Option<Text>,
}

impl Row {
    /// The same with the treatment of its items said once.
    pub fn shared(mut self) -> Self {
        let group = Group {
            items: std::mem::take(&mut self.items),
            ..Group::default()
        };
        let group = group.said_once().joined();
        (self.items, self.of) = (group.items, group.heading);
        self
    }
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

    /// The same with what several items share said once: the treatment that they are of, and their reason.
    pub fn shared(mut self) -> Self {
        let groups = std::mem::take(&mut self.groups).into_iter();
        let mut groups: Vec<Group> = groups.flat_map(Group::by_treatment).collect();
        let all: Option<Vec<Text>> = groups.iter().map(Group::of).collect();
        let all = all
            .filter(|all| groups.len() > 1 && all.windows(2).all(|two| two.first() == two.last()));
        if let Some(of) = all.and_then(|all| all.into_iter().next()) {
            self.lead.insert(0, of);
            for item in groups.iter_mut().flat_map(|group| &mut group.items) {
                item.of = None;
            }
        }
        self.groups = groups
            .into_iter()
            .map(|group| group.said_once().joined())
            .collect();
        self
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
                        Some(more(&said.unstopped()))
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

    /// Whether another item says the same of something else, and why.
    fn is_alike(&self, other: &Self) -> bool {
        let own = !self.lead.is_empty() && !other.lead.is_empty() && !self.body.is_empty();
        own && !self.is_source
            && self.staff.is_empty()
            && (&self.marks, &self.of, &self.body, &self.staff)
                == (&other.marks, &other.of, &other.body, &other.staff)
    }
}
