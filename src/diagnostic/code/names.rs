//! What names, values and units mean.

macro_rules! name_codes {
    ($next:ident $($others:ident)* { $($before:tt)* }) => {
        $next! { $($others)* {
            $($before)*
            /// A name that neither the protocol nor what it imports declares. A name that is not known
            /// could be a misspelling, and a misspelt rule would protect nobody.
            /// Wrong: `avoid retinoid creem for 7 days`. Right: `avoid retinoids for 7 days`.
            UnknownName = "unknown-name", Error;
            /// A sentence starts with words that are no head, no verb and no declared action.
            /// Wrong: `aviod retinoids for 7 days`. Right: `avoid retinoids for 7 days`.
            UnknownHead = "unknown-head", Error;
            /// A word in a name is one letter away from a clause word: the clause has melted into the name.
            /// Wrong: `avoid makeup fro healed`. Right: `avoid makeup for 3 days`.
            MisspeltWord = "misspelt-word", Error;
            /// Two known names stand side by side with nothing between them.
            /// Wrong: `avoid retinoids exfoliants for 7 days`. Right: `avoid retinoids and exfoliants for 7 days`.
            LostComma = "lost-comma", Error;
            /// A name is known, and is not the kind of thing that can stand there: a symptom cannot be
            /// avoided, a medicine cannot be expected, a fact is not a thing.
            /// Wrong: `avoid redness`. Right: `expect redness`.
            WrongKind = "wrong-kind", Error;
            /// The verb and the thing do not suit each other.
            /// Wrong: `wear retinoids`. Right: `use retinoids`.
            WrongVerb = "wrong-verb", Error;
            /// What stands after `with` or `without` is not a declared attribute.
            /// Wrong: `use sunscreen with brod-spectrum`. Right: `use sunscreen with broad-spectrum`.
            UnknownAttribute = "unknown-attribute", Error;
            /// The attribute is declared, but not of this thing or a class above it.
            /// Wrong: `wear hat with spf 30+`. Right: `use sunscreen with spf 30+`.
            WrongAttribute = "wrong-attribute", Error;
            /// An attribute that is a number stands without one, or one that is not a number has one.
            /// Wrong: `use sunscreen with spf`. Right: `use sunscreen with spf 30+`.
            AttributeValue = "attribute-value", Error;
            /// A quoted name that no declaration knows is a new thing of this protocol. This one is very
            /// near to a name that is known.
            /// Wrong: `avoid "retinods" for 7 days`. Right: `avoid retinoids for 7 days`.
            NearName = "near-name", Warning;
            /// A quoted name that no declaration knows is a new thing of this protocol. This one holds a
            /// known name, and a rule on that name does not cover it.
            /// Wrong: `avoid "rough Retin-A" for 7 days`. Right: `avoid Retin-A for 7 days`.
            HoldsKnownName = "holds-known-name", Warning;
            /// A name or another name for a thing is given away twice.
            /// Wrong: `substance sparkle` and `product sparkle`. Right: `product sparkle`.
            DuplicateName = "duplicate-name", Error;
            /// A declared name is made of two declared names in a row: a lost comma would join them, too.
            /// In quotes it is taken to be meant.
            /// Wrong: `product serum toner`. Right: `product "serum toner"`.
            JoinedNames = "joined-names", Warning;
            /// A declared thing lies in no class, and its name holds that of a thing that sentences are about: they do not
            /// cover it. So is a sign that is declared with `severe` in its name: whoever has the sign, and severely, does
            /// not have that one. In quotes it is taken to be meant.
            /// Wrong: `garment loose hat` and `avoid hat` and `wear loose hat daily`.
            /// Right: `garment loose sleeves` and `avoid hat` and `wear loose sleeves daily`.
            OutsideClass = "outside-class", Warning;
            /// A text behind a thing's name, or behind its other names, describes the thing and names it nowhere.
            /// Where it was to be another name, its `aka` or its comma is lost. Events and symptoms have
            /// descriptions; what describes another thing stands in a comment.
            /// Wrong: `garment snug clothing "snug garments"`.
            /// Right: `garment snug clothing aka "snug garments"`.
            TextAfterName = "text-after-name", Warning;
            /// A symptom's name says that a sign is over. A symptom counts from when it is reported, so that a sentence which
            /// asks for this one says the contrary; that something is over is an event.
            /// Wrong: `symptom skin no longer peels` and `avoid makeup if skin no longer peels`.
            /// Right: `event skin no longer peels` and `avoid makeup until skin no longer peels`.
            EndedSign = "ended-sign", Warning;
            /// A class lies under itself.
            /// Wrong: `substance clays in muds` and `substance muds in clays`.
            /// Right: `substance clays` and `substance muds in clays`.
            ClassCycle = "class-cycle", Error;
            /// A class and what is below it are of kinds that do not mix. Only substances and products do.
            /// Wrong: `medicine aspirin in makeup`. Right: `medicine aspirin in NSAIDs`.
            WrongClass = "wrong-class", Error;
            /// The same value stands twice in a fact's list.
            /// Wrong: `fact scar type: ordered I, II, II`. Right: `fact scar type: ordered I, II, III`.
            DuplicateValue = "duplicate-value", Error;
            /// A word stands where a unit must, and the table of units lacks it.
            /// Wrong: `fact needle depth: milimetres`. Right: `fact needle depth: mm`.
            UnknownUnit = "unknown-unit", Error;
            /// A fact that is measured is compared with a number without a unit. Only years need none.
            /// Wrong: `if needle depth at least 1.5`. Right: `if needle depth at least 1.5 mm`.
            MissingUnit = "missing-unit", Error;
            /// A number stands in another unit than the fact or the cap that it is compared with.
            /// Wrong: `if needle depth at least 1.5 ml`. Right: `if needle depth at least 1.5 mm`.
            WrongUnit = "wrong-unit", Error;
            /// A fact is compared with a value that it never has.
            /// Wrong: `if skin type in IV..VII`. Right: `if skin type in IV..VI`.
            UnknownValue = "unknown-value", Error;
            /// A fact is asked in a way that its type does not have: `age includes 18`, `pregnant under 2`.
            /// Wrong: `if concerns = melasma`. Right: `if concerns includes melasma`.
            WrongComparison = "wrong-comparison", Error;
            /// A range whose lower end is above its upper end.
            /// Wrong: `avoid makeup for 7..5 days`. Right: `avoid makeup for 5..7 days`.
            ReversedRange = "reversed-range", Error;
            /// A range from hours, days or weeks to months or years: how long a month is depends on when
            /// it starts, so such a range can turn round.
            /// Wrong: `avoid sauna for 3 weeks..1 month`. Right: `avoid sauna for 3..4 weeks`.
            MixedRange = "mixed-range", Error;
            /// A span, a day, a count or a date that is nothing, or beyond what a protocol can mean: spans
            /// reach to 300 years, dates from 1900 to 2200.
            /// Wrong: `avoid makeup for 0 days`. Right: `avoid makeup today`.
            OutOfRange = "out-of-range", Error;
            /// A part of a day, week, month or year: those are counted on the calendar, whole.
            /// Wrong: `avoid makeup for 1.5 days`. Right: `avoid makeup for 36 hours`.
            PartOfDay = "part-of-day", Error;
            /// A sentence cites a source that no `source` line declares.
            /// Wrong: `avoid makeup today [giude]`. Right: `avoid makeup today [guide]`.
            UnknownSource = "unknown-source", Error;
            /// A source is declared and never cited, and is not the file's only one: a single source that is
            /// nowhere cited is that of every sentence.
            /// Wrong: `source aad = "AAD"`, `source ours = "Our sheet"` and `avoid makeup today [ours]`.
            /// Right: `source aad = "AAD"` and `avoid makeup today [aad]`.
            UnusedSource = "unused-source", Warning;
            /// `accept` names no finding, or an error, which cannot be accepted.
            /// Wrong: `avoid makeup today accept heldback because "it is meant"`. Right: `avoid makeup today`.
            UnknownFinding = "unknown-finding", Error;
            /// The protocol declares a thing or a fact and never speaks of it.
            /// Wrong: `fact smoker: yes or no` alone.
            /// Right: `fact smoker: yes or no` and `caution "slower healing" if smoker`.
            UnusedName = "unused-name", Warning;
        } }
    };
}

pub(super) use name_codes;
