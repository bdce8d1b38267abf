//! What can be read.

macro_rules! syntax_codes {
    ($next:ident $($others:ident)* { $($before:tt)* }) => {
        $next! { $($others)* {
            $($before)*
            /// A sentence could not be read: it starts with no head that the language knows, or something
            /// in it is no clause. Each sentence starts with what to do (`avoid`, `use`, `report` and the
            /// like) and goes on with clauses (`for 7 days`, `if pregnant`).
            /// Wrong: `avoid makeup (all of it) for 2 days`. Right: `avoid makeup for 2 days`.
            Syntax = "syntax", Error;
            /// The file is longer than 8 MiB and is not read at all. A protocol is a few hundred lines.
            /// Wrong: a file of 20 MiB. Right: `avoid makeup for 2 days`.
            TooLarge = "too-large", Error;
            /// Parentheses, braces or classes stand inside each other more than 64 deep. Of such brackets
            /// nothing is read.
            /// Wrong: sixty-five `(` in a row.
            /// Right: `avoid heat if (pregnant or breastfeeding) and age under 18`.
            TooDeep = "too-deep", Error;
            /// A character that no screen shows, such as NUL, or one that turns the text around it, so that a
            /// line reads as another than it is. It comes from copying, or from a file that is no text.
            /// Wrong: a NUL between `avoid` and `makeup`. Right: `avoid makeup`.
            ControlCharacter = "control-character", Error;
            /// A quote opens a text and nothing closes it. A text ends on its line, or on an indented line
            /// below it.
            /// Wrong: `note "results build over months`. Right: `note "results build over months"`.
            UnclosedQuote = "unclosed-quote", Error;
            /// Quotes with nothing between them: a name, a reason or a text is missing.
            /// Wrong: `note ""`. Right: `note "results build over months"`.
            EmptyText = "empty-text", Error;
            /// A `{` has no `}`. Everything to the end of the file stands in its block, so that sentences
            /// may hold under a condition that was not meant for them.
            /// Wrong: `when pregnant { avoid retinoids`. Right: `when pregnant { avoid retinoids }`.
            UnclosedBlock = "unclosed-block", Error;
            /// A `}` closes nothing.
            /// Wrong: `avoid retinoids }`. Right: `avoid retinoids`.
            StrayBrace = "stray-brace", Error;
            /// Something follows a block's `}` on its line. What comes after a block starts on a new one.
            /// Wrong: `section "Sun" { avoid direct sun } avoid heat`. Right: `avoid heat` on its own line.
            AfterBlock = "after-block", Error;
            /// A line of the header is not written as that line is: `version` and `protocol` take a text in
            /// quotes, `effective` and `review by` a date, `aftercare` a length of time, `source` a web address.
            /// Wrong: `version 1.0`. Right: `version "1.0"`.
            HeaderShape = "header-shape", Error;
            /// A declaration of a thing or of a fact could not be read. A thing has a name, then `aka` and
            /// other names, `in` and classes above it, `with` and attributes, and its members in braces; a
            /// fact has a name, a colon and its values.
            /// Wrong: `fact smoker yes or no`. Right: `fact smoker: yes or no`.
            DeclarationShape = "declaration-shape", Error;
            /// Further names after the first `aka` stand in quotes, since without them the next thing of a
            /// list would become a name of this one.
            /// Wrong: `substance green clay aka argile, French clay`.
            /// Right: `substance green clay aka argile, "French clay"`.
            UnquotedAlias = "unquoted-alias", Error;
            /// In a list of things, a text in quotes behind a comma is the next thing to a reader, and the
            /// language would take it for a description of the one before: the list would lose a thing.
            /// Wrong: `substance clays { green clay, "clay for the night" }`.
            /// Right: `substance clays { "clay for the night", green clay }`.
            TextAfterComma = "text-after-comma", Error;
            /// A sentence says what to do and not with what.
            /// Wrong: `avoid for 7 days`. Right: `avoid retinoids for 7 days`.
            MissingThings = "missing-things", Error;
            /// A sentence starts well and is not written as sentences of its head are: `limit` wants `to`,
            /// `note` and `caution` a text in quotes, `sessions` a number.
            /// Wrong: `limit alcohol 1 drink per day`. Right: `limit alcohol to 1 drink per day`.
            HeadShape = "head-shape", Error;
            /// A text that the language does not read itself stands in quotes.
            /// Wrong: `avoid retinoids because they itch`. Right: `avoid retinoids because "they itch"`.
            UnquotedText = "unquoted-text", Error;
            /// A word of the language ends a bare name. A name that holds one stands in quotes; once it is
            /// declared in quotes, it may stand bare.
            /// Wrong: `avoid two day primer`. Right: `avoid "two day primer"`.
            ReservedInName = "reserved-in-name", Error;
            /// A second sentence starts where a list or a clause was to go on. Each sentence has its own
            /// line.
            /// Wrong: `avoid retinoids, use sunscreen`.
            /// Right: `avoid retinoids` and `use sunscreen` on lines of their own.
            TwoSentences = "two-sentences", Error;
            /// `and` and `or` in one list or condition read in two ways. A list is split into two sentences.
            /// Wrong: `avoid heat if pregnant or breastfeeding and age under 18`.
            /// Right: `avoid heat if (pregnant or breastfeeding) and age under 18`.
            MixedAndOr = "mixed-and-or", Error;
            /// A comma stands before `and` or `or` although the list has only two things. It may be the
            /// trace of a thing that was lost.
            /// Wrong: `avoid heat, and swimming`. Right: `avoid heat and swimming`.
            CommaBeforeAnd = "comma-before-and", Error;
            /// `with` or `without` belongs to the thing before it alone, and the sentence names several.
            /// Two sentences say which is meant.
            /// Wrong: `use cleanser and sunscreen with spf 30+`.
            /// Right: `use sunscreen with spf 30+`, and `use cleanser` on its own line.
            WithAfterList = "with-after-list", Error;
            /// `not A or B` can be read in two ways; parentheses say which.
            /// Wrong: `avoid heat if not pregnant or healed`. Right: `avoid heat if not (pregnant or healed)`.
            NotOr = "not-or", Error;
            /// Inside a condition `and` and `or` join conditions, never values.
            /// Wrong: `avoid heat if area treated includes face or neck`.
            /// Right: `avoid heat if area treated includes any of face, neck`.
            JoinedValues = "joined-values", Error;
            /// A window, a quantity, a frequency or how soon to report stands after `if` or `unless`, where
            /// it could belong to the condition. It goes before it.
            /// Wrong: `report bleeding if severe for 2 days`. Right: `avoid heat for 2 days if pregnant`.
            ClauseOrder = "clause-order", Error;
            /// A sentence has each clause at most once.
            /// Wrong: `avoid heat for 2 days for 3 days`. Right: `avoid heat for 2 days`.
            ClauseTwice = "clause-twice", Error;
            /// A clause does not go with this sentence: nothing that is to be avoided, allowed, expected or
            /// reported has a quantity, only reports go to someone, only courses are for a concern, and a
            /// step has no window.
            /// Wrong: `avoid heat to clinic`. Right: `report fever to clinic`.
            ClauseUnfit = "clause-unfit", Error;
            /// A clause starts well and is not written as that clause is.
            /// Wrong: `wear hat while`. Right: `wear hat while outdoors`.
            ClauseShape = "clause-shape", Error;
            /// A line starts with a clause and no sentence is open that it could belong to: a line that
            /// goes on is indented, and a blank or comment line ends a sentence.
            /// Wrong: `avoid heat` and, at the margin below it, `unless healed`.
            /// Right: `avoid heat unless healed`.
            ClauseAlone = "clause-alone", Error;
            /// A window or condition in front of a sentence is closed by a comma.
            /// Wrong: `for 24 hours avoid makeup`. Right: `for 24 hours, avoid makeup`.
            LeadComma = "lead-comma", Error;
            /// `when` opens a block. Inside a sentence `if` asks for a condition, `while` for a situation.
            /// Wrong: `wear hat when outdoors`. Right: `wear hat while outdoors`.
            WhenInSentence = "when-in-sentence", Error;
            /// A length of days, weeks, months or years is a window and never a quantity, so it wants `for`.
            /// Wrong: `avoid makeup 7 days`. Right: `avoid makeup for 7 days`.
            DaysWithoutFor = "days-without-for", Error;
            /// A time without a number. The number is the author's to give; no program may guess it.
            /// Wrong: `use serum from a few days`. Right: `use serum from 3 days`.
            VagueTime = "vague-time", Error;
            /// A length without a number has no end that can be computed: nothing is ever given back by it.
            /// Wrong: `avoid makeup for a few days`. Right: `avoid makeup for 3 days`.
            VagueEnd = "vague-end", Warning;
            /// A unit of time without its number.
            /// Wrong: `avoid makeup for days`. Right: `avoid makeup for 3 days`.
            MissingNumber = "missing-number", Error;
            /// A number without its unit of time.
            /// Wrong: `avoid makeup for 3`. Right: `avoid makeup for 3 days`.
            NumberAlone = "number-alone", Error;
            /// A range stands where one length of time is wanted.
            /// Wrong: `avoid heat until healed, at most 3..5 days`.
            /// Right: `avoid heat until healed, at most 5 days`.
            RangeHere = "range-here", Error;
            /// The calendar has no such date, or it lies outside the years 1900 to 2200. Dates are written
            /// year-month-day.
            /// Wrong: `effective 2026-02-30`. Right: `effective 2026-02-28`.
            ImpossibleDate = "impossible-date", Error;
            /// `from A to B` can be read as a stretch of time or as a range for its start.
            /// Wrong: `avoid heat from day 2 to day 4`. Right: `avoid heat on days 2..4`.
            FromTo = "from-to", Error;
            /// `after day 3` can mean from day 3 or from day 4.
            /// Wrong: `use serum after day 3`. Right: `use serum from day 4`.
            AfterDay = "after-day", Error;
            /// An end of time with `or` can mean whichever comes first or whichever comes last.
            /// Wrong: `avoid heat for 5 days or until healed`. Right: `avoid heat until healed, at least 5 days`.
            OrUntil = "or-until", Error;
        } }
    };
}

pub(super) use syntax_codes;
