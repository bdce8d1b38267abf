//! A protocol for one patient.

macro_rules! evaluation_codes {
    ($next:ident $($others:ident)* { $($before:tt)* }) => {
        $next! { $($others)* {
            $($before)*
            /// A question is about one thing: its name, with attributes where it has some, and nothing else.
            /// Wrong: `ask clinic.rules "makeup for 3 days"`. Right: `ask clinic.rules makeup`.
            AskedThing = "asked-thing", Error;
            /// A date that a sentence comes to for this patient lies before 1900 or after 2200.
            /// Wrong: `avoid direct sun for 100 years` for a treatment in 2150. Right: `avoid direct sun always`.
            DateOutOfRange = "date-out-of-range", Error;
        } }
    };
}

pub(super) use evaluation_codes;
