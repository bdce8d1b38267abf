//! A patient's profile.

macro_rules! profile_codes {
    ($next:ident $($others:ident)* { $($before:tt)* }) => {
        $next! { $($others)* {
            $($before)*
            /// A product is given an attribute that things of its class cannot have: it would say nothing.
            /// Wrong: `{ name = "Our own gel", class = "cleanser", spf = 30 }`.
            /// Right: `{ name = "Our own gel", class = "sunscreen", spf = 30 }`.
            ProfileAttribute = "profile-attribute", Error;
            /// Two parts of one entry cannot both be true.
            /// Wrong: `{ name = "Balm", class = "moisturiser", unrecognised = true }`.
            /// Right: `{ name = "Balm", class = "moisturiser" }`.
            ProfileContradiction = "profile-contradiction", Error;
            /// A date is none: not written as year-month-day, no day of the calendar, or not from 1900 to 2200.
            /// Wrong: `healed = 2026-02-30`. Right: `healed = 2026-02-28`.
            ProfileDate = "profile-date", Error;
            /// Two dates stand in an order that cannot be: an earlier session is not before the treatment, a
            /// medicine was last taken after it, or a symptom ends before it starts.
            /// Wrong: `treated = 2026-06-01` with `sessions = [2026-06-01]`.
            /// Right: `treated = 2026-06-01` with `sessions = [2026-05-01]`.
            ProfileDateOrder = "profile-date-order", Error;
            /// One thing is given twice, maybe under two spellings, and it is not known which one counts.
            /// Wrong: `"skin type" = "IV"` and `"Skin-type" = "V"`. Right: `"skin type" = "IV"`.
            ProfileDuplicate = "profile-duplicate", Error;
            /// An entry lacks a part that it cannot do without.
            /// Wrong: `fever = { severe = true }`. Right: `fever = { since = 2026-06-03, severe = true }`.
            ProfileMissing = "profile-missing", Error;
            /// A number is none that the fact can have: negative, too large, with more than three decimals or
            /// in another unit than the fact's.
            /// Wrong: `age = -3`. Right: `age = 34`.
            ProfileNumber = "profile-number", Error;
            /// The time of the treatment has an offset from UTC. The plan counts in the patient's local time.
            /// Wrong: `treated = 2026-06-01T10:30:00+01:00`.
            /// Right: `treated = 2026-06-01T10:30:00` and `zone = "Europe/London"`.
            ProfileOffset = "profile-offset", Error;
            /// The text of `--set` does not say what is set to which value.
            /// Wrong: `--set 'pregnant'`. Right: `--set 'pregnant = yes'`.
            ProfileSet = "profile-set", Error;
            /// The profile cannot be read as TOML or JSON.
            /// Wrong: `skin type = IV`. Right: `"skin type" = "IV"`.
            ProfileSyntax = "profile-syntax", Error;
            /// The profile is larger, or its brackets are nested deeper, than any patient's is.
            /// Wrong: `products = [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]`. Right: `products = []`.
            ProfileTooLarge = "profile-too-large", Error;
            /// A key is none that a profile has, or names nothing that the protocol can ask.
            /// Wrong: `pregnnt = true`. Right: `pregnant = true`.
            ProfileUnknownKey = "profile-unknown-key", Error;
            /// A product, a medicine or a class is not in the vocabulary. What it lacks needs a class, or for
            /// a product `unrecognised = true`.
            /// Wrong: `products = ["Gran's balm"]`.
            /// Right: `products = [{ name = "Gran's balm", unrecognised = true }]`.
            ProfileUnknownName = "profile-unknown-name", Error;
            /// A value is none of those that the fact can have.
            /// Wrong: `"skin type" = "VII"`. Right: `"skin type" = "VI"`.
            ProfileUnknownValue = "profile-unknown-value", Error;
            /// The time zone is none of the IANA time zones.
            /// Wrong: `zone = "Europe/Londn"`. Right: `zone = "Europe/London"`.
            ProfileUnknownZone = "profile-unknown-zone", Error;
            /// A value is of another kind than its key takes.
            /// Wrong: `pregnant = 1`. Right: `pregnant = true`.
            ProfileWrongKind = "profile-wrong-kind", Error;
            /// Something known stands under a heading that is not its own.
            /// Wrong: `healed = 2026-06-06` under `[facts]`. Right: `healed = 2026-06-06` under `[events]`.
            ProfileWrongPlace = "profile-wrong-place", Error;
        } }
    };
}

pub(super) use profile_codes;
