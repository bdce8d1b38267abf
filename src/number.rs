//! Numbers as people write them: exact, with at most three decimals.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A decimal number held in thousandths, so that `0.5 mm` and `38.5 C` compare exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Number(i64);

impl Number {
    /// The largest number that may be written; a larger one is an error, never a wrap.
    pub const MAX: i64 = 1_000_000_000;

    /// A whole number.
    #[must_use]
    pub fn whole(number: u32) -> Self {
        Self(i64::from(number) * 1000)
    }

    /// A count of thousandths.
    #[must_use]
    pub fn thousandths(thousandths: i64) -> Self {
        Self(thousandths)
    }

    /// The count of thousandths.
    #[must_use]
    pub fn as_thousandths(self) -> i64 {
        self.0
    }

    /// Reads digits with at most three decimals after a point, from 0 to [`Self::MAX`].
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(decimals) || decimals.len() > 3 {
            return None;
        }
        if text.ends_with('.') {
            return None;
        }
        let whole: i64 = whole.parse().ok()?;
        let digit = |at: usize| {
            decimals
                .as_bytes()
                .get(at)
                .map_or(0, |byte| i64::from(byte - b'0'))
        };
        let decimals = digit(0) * 100 + digit(1) * 10 + digit(2);
        let thousandths = whole.checked_mul(1000)?.checked_add(decimals)?;
        (thousandths <= Self::MAX * 1000).then_some(Self(thousandths))
    }

    /// The number if it is whole and fits.
    #[must_use]
    pub fn as_whole(self) -> Option<u32> {
        (self.0 % 1000 == 0)
            .then(|| u32::try_from(self.0 / 1000).ok())
            .flatten()
    }
}

impl fmt::Display for Number {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0.abs() / 1000, self.0.abs() % 1000);
        if part == 0 {
            return write!(out, "{}", self.0 / 1000);
        }
        let sign = if self.0 < 0 { "-" } else { "" };
        let decimals = format!("{part:03}");
        write!(out, "{sign}{whole}.{}", decimals.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::Number;

    #[test]
    fn numbers_read_and_print_alike() {
        for text in ["0", "7", "38.5", "0.25", "12.345", "1000000000"] {
            assert_eq!(Number::parse(text).unwrap().to_string(), text);
        }
        for text in [
            "",
            ".5",
            "5.",
            "1.2345",
            "1e3",
            "-1",
            "1000000000.001",
            "1000000001",
            "9000000000000000000",
            "99999999999999999999",
        ] {
            assert_eq!(Number::parse(text), None, "{text}");
        }
    }
    #[test]
    fn a_number_below_zero_prints_its_sign_once() {
        for (thousandths, text) in [(-500, "-0.5"), (-2_000, "-2"), (-12_345, "-12.345")] {
            assert_eq!(Number::thousandths(thousandths).to_string(), text);
        }
    }

    #[test]
    fn only_a_whole_number_that_fits_is_one() {
        let whole = |thousandths| Number::thousandths(thousandths).as_whole();
        assert_eq!(Number::whole(7), Number::thousandths(7_000));
        assert_eq!(whole(7_000), Some(7));
        assert_eq!(whole(0), Some(0));
        assert_eq!(whole(7_001), None);
        assert_eq!(whole(6_999), None);
        assert_eq!(whole(-1_000), None);
        assert_eq!(whole((i64::from(u32::MAX) + 1) * 1000), None);
    }
}
