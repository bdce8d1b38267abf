//! Windows where they fall.

use smallvec::SmallVec;

use super::interval::{Interval, Intervals};
use crate::plan::Strength;

/// A stretch of one strength.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// When.
    pub interval: Interval,
    /// Firm or advised.
    pub strength: Strength,
}

/// The pieces of a window: a firm and an advised one, seldom more.
pub type Pieces = SmallVec<[Piece; 2]>;

/// A window where it falls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fallen {
    /// Its pieces, in order, disjoint.
    pub pieces: Pieces,
    /// Whether its end gives things back.
    pub releases: bool,
    /// What it waits for to start.
    pub starts_at: Option<String>,
    /// What it waits for to end.
    pub open_until: Option<String>,
    /// Of what waits to start: when it ends, in words, for its end hangs on its start.
    pub then_until: Option<String>,
    /// Whether its start is the treatment at an unknown clock time: the day is sure, the time is not.
    pub vague_start: bool,
}

/// A window where it falls, wherever that is kept.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// Its pieces, in order, disjoint.
    pub pieces: &'a [Piece],
    /// Whether its end gives things back.
    pub releases: bool,
    /// What it waits for to start.
    pub starts_at: Option<&'a str>,
    /// What it waits for to end.
    pub open_until: Option<&'a str>,
    /// Of what waits to start: when it ends, in words, for its end hangs on its start.
    pub then_until: Option<&'a str>,
    /// Whether its start is the treatment at an unknown clock time: the day is sure, the time is not.
    pub vague_start: bool,
}

impl Place<'_> {
    /// Of a window that holds at no time.
    pub const NOWHERE: Self = Self {
        pieces: &[],
        releases: false,
        starts_at: None,
        open_until: None,
        then_until: None,
        vague_start: false,
    };

    /// The instants that it holds.
    #[must_use]
    pub fn intervals(&self) -> Intervals {
        self.pieces.iter().map(|piece| piece.interval).collect()
    }
}

impl Fallen {
    /// The same, looked at.
    #[must_use]
    pub fn place(&self) -> Place<'_> {
        Place {
            pieces: &self.pieces,
            releases: self.releases,
            starts_at: self.starts_at.as_deref(),
            open_until: self.open_until.as_deref(),
            then_until: self.then_until.as_deref(),
            vague_start: self.vague_start,
        }
    }

    /// At no time.
    #[must_use]
    pub fn nothing() -> Self {
        Self {
            pieces: Pieces::new(),
            releases: false,
            starts_at: None,
            open_until: None,
            then_until: None,
            vague_start: false,
        }
    }
}
