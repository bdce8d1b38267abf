//! Every kind of mistake and warning, in one table: its name, its weight and what it means.

use super::table::{Severity, codes};

codes! {
    // PROFILE
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
    // SYNTAX
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

    // NAMES
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
    /// A text behind a thing's name, or behind its other names, describes the thing and names it nowhere.
    /// Where it was to be another name, its `aka` or its comma is lost. Events and symptoms have
    /// descriptions; what describes another thing stands in a comment.
    /// Wrong: `garment snug clothing "snug garments"`.
    /// Right: `garment snug clothing aka "snug garments"`.
    TextAfterName = "text-after-name", Warning;
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
    /// The protocol declares a thing or a fact and never speaks of it.
    /// Wrong: `fact smoker: yes or no` alone.
    /// Right: `fact smoker: yes or no` and `caution "slower healing" if smoker`.
    UnusedName = "unused-name", Warning;
    /// No declared fact asks about this medicine, so that nobody could answer.
    /// Wrong: `medicine aspirin` and `caution "bleeding" if taking aspirin`, and no fact over medicines.
    /// Right: `medicine aspirin`, `fact medications: any of medicine` and
    /// `caution "bleeding" if taking aspirin`.
    NotAsked = "not-asked", Error;
    /// `if severe` speaks of the sentence's own symptoms, and the sentence has none.
    /// Wrong: `avoid makeup if severe`. Right: `avoid makeup if pain severe`.
    BareQualifier = "bare-qualifier", Error;
    /// A window stands at a sentence that cannot have one: what decides whether to treat, a visit,
    /// the course.
    /// Wrong: `refuse for 7 days if pregnant`. Right: `refuse if pregnant`.
    WindowNotHere = "window-not-here", Error;
    /// `resume` says from when a thing may be used again, and that is missing or is an end.
    /// Wrong: `resume retinoids for 7 days`. Right: `resume retinoids from day 7`.
    ResumeStart = "resume-start", Error;
    /// `for CONCERNS` belongs to `sessions` and `maintenance`; other sentences say it with `if`.
    /// Wrong: `use serum for acne scars`. Right: `use serum if concerns includes acne scars`.
    ConcernsNotHere = "concerns-not-here", Error;
    /// A sentence has no window, and the file does not say how long such a sentence holds.
    /// Wrong: `avoid makeup` alone. Right: `aftercare for 2 weeks` in the header, and `avoid makeup`.
    MissingAftercare = "missing-aftercare", Warning;
    /// The file speaks of day 1 and never of day 0. The day of the treatment is day 0; sheets
    /// that call it day 1 mean a day earlier.
    /// Wrong: `avoid makeup until day 1` alone. Right: `avoid makeup today`.
    DayOne = "day-one", Warning;
    /// `for 1 day` ends with the day of the treatment, which may be an hour later.
    /// Wrong: `avoid makeup for 1 day`. Right: `avoid makeup for 24 hours`.
    OneDay = "one-day", Warning;
    /// One symptom is both the normal course and a reason to call, and no word tells the two apart:
    /// no qualifier (`severe`), no attribute (`slight`) of only one of them.
    /// Wrong: `expect redness` and `report redness to clinic`.
    /// Right: `report redness to clinic if redness spreading`.
    ExpectedAndReported = "expected-and-reported", Warning;
    /// A `report` lacks what all others say in this file: how soon to call. A word may have been lost.
    /// Wrong: `report pus to clinic` beside `report fever to clinic immediately` and
    /// `report pain to clinic immediately`.
    /// Right: `report pus to clinic immediately` beside them.
    UnlikeOthers = "unlike-others", Warning;
    /// The first thing of a list is a class in which all the others lie, so that they add nothing:
    /// `including` may have been lost before examples. Or one thing stands twice, be it by two names.
    /// Two things joined by `and` or `or` lost no such word, and are left alone.
    /// Wrong: `avoid retinoids, retinol and adapalene for 7 days`.
    /// Right: `avoid retinoids, including retinol and adapalene, for 7 days`.
    AlreadyCovered = "already-covered", Warning;
    /// A list ends in a comma, or says `any of` and has one value: what stood there may be lost.
    /// Wrong: `avoid heat, swimming, for 7 days`. Right: `avoid heat and swimming for 7 days`.
    ListCutShort = "list-cut-short", Warning;
    /// A condition asks for the very symptom that its sentence is about, and so says nothing.
    /// Wrong: `report pain to clinic if pain`. Right: `report pain to clinic if pain severe`.
    SaysNothing = "says-nothing", Warning;
    /// What `except` takes out was not in. (`allow X but not Y` leaves Y, wherever it lies.)
    /// Wrong: `avoid makeup except aspirin`. Right: `avoid makeup except lipstick`.
    ExceptOutside = "except-outside", Warning;
    /// `do not` stands before a word that is known as a thing and is a deed's word, too: `peel` is
    /// another name of chemical peels, `scrub` one scrub of several. Say which of the two is meant.
    /// Wrong: `do not peel for 7 days`. Right: `avoid peeling off skin for 7 days`.
    DeedOrThing = "deed-or-thing", Warning;
    /// What `including` gives as an example does not lie under the class before it.
    /// Wrong: `avoid retinoids, including sauna`. Right: `avoid retinoids, including retinol`.
    IncludingOutside = "including-outside", Error;
    /// A sentence asks for more of a thing than another one allows at the same time.
    /// Wrong: `drink wine 2 drinks daily` and `limit alcohol to 1 drink per day`.
    /// Right: `drink wine 1 drink daily` and `limit alcohol to 1 drink per day`.
    AboveCap = "above-cap", Error;
    /// Two `sessions` sentences can both apply to one patient, so that the course is not one.
    /// Wrong: `sessions 3..6` and `sessions 4`. Right: `sessions 4 for acne scars`.
    OverlappingSessions = "overlapping-sessions", Error;
    /// The header does not say what the protocol is, since when it holds, or when it is reviewed.
    /// It can be used; its status is then `draft`.
    /// Wrong: no header. Right: `protocol "Peel aftercare"`, `version "1.0"`, `effective 2026-01-01`.
    MissingHeader = "missing-header", Warning;
    /// The day by which the protocol was to be reviewed has passed.
    /// Wrong: `review by 2020-01-01`. Right: review it, and set the next date: `review by 2099-01-01`.
    ReviewDue = "review-due", Warning;
    /// A header line that can stand once stands twice.
    /// Wrong: `version "1"` and `version "2"`. Right: `version "2"`.
    DuplicateHeader = "duplicate-header", Error;
    /// A word of the language that this version does not carry out yet.
    /// Wrong: `extends microneedling`. Right: copy the protocol and change the copy.
    NotYet = "not-yet", Error;
    /// One label names two sentences.
    /// Wrong: `sun: avoid direct sun` and `sun: wear hat`. Right: `hat: wear hat`.
    DuplicateLabel = "duplicate-label", Error;
    /// The same sentence stands twice, under the same conditions.
    /// Wrong: `avoid makeup today` and `avoid makeup today`. Right: `avoid makeup today`.
    RepeatedSentence = "repeated-sentence", Warning;
    /// `refuse` or `defer` without a condition holds for every patient.
    /// Wrong: `refuse`. Right: `refuse if pregnant`.
    RefuseEveryone = "refuse-everyone", Warning;
    /// The file imports nothing, and a bundled vocabulary knows names that it speaks of: `import` is missing.
    /// Wrong: `avoid retinoids and makeup for 7 days` alone.
    /// Right: `import skin-care` and `avoid retinoids and makeup for 7 days`.
    NoImport = "no-import", Error;
    /// There is no bundled file and none beside this one with the imported name.
    /// Wrong: `import skincare`. Right: `import skin-care`.
    UnknownImport = "unknown-import", Error;
    /// An import is a bare name of a bundled or neighbouring file, never a path.
    /// Wrong: `import "../clinic/words"`. Right: `import skin-care`, or a file beside this one.
    ImportPath = "import-path", Error;
    /// The imported name is bundled and that of a file beside this one: either could be meant.
    /// Wrong: `import skin-care` beside a file `skin-care.rules`. Right: rename the file.
    ImportBoth = "import-both", Error;
    /// The imported file is there and cannot be read.
    /// Wrong: a file that is no text. Right: save it as UTF-8, with the right to read it.
    ImportUnreadable = "import-unreadable", Error;
    /// A file imports itself, by itself or through others.
    /// Wrong: `import words` in `words.rules`. Right: leave it out.
    ImportCycle = "import-cycle", Error;
    /// Imports that import one another more than 64 deep.
    /// Wrong: a chain of 65 files. Right: import the vocabularies side by side.
    ImportDepth = "import-depth", Error;
    /// `import` takes in words to name things with, never sentences, and this file has sentences.
    /// Wrong: `import microneedling`. Right: `import skin-care`.
    ImportProtocol = "import-protocol", Error;
    /// A file is imported twice.
    /// Wrong: `import skin-care` and `import skin-care`. Right: `import skin-care`.
    RepeatedImport = "repeated-import", Warning;
    /// A condition asks so much at once that it cannot be decided for every patient: its line stays
    /// provisional or waiting whatever is known, and never becomes settled by mistake.
    /// Wrong: `refuse if (a and b) or (c and d) or ...` with dozens of facts, each used twice.
    /// Right: several sentences, each with a condition of its own.
    ConditionTooLarge = "condition-too-large", Warning;

    // EVALUATION
    /// A question is about one thing: its name, with attributes where it has some, and nothing else.
    /// Wrong: `ask clinic.rules "makeup for 3 days"`. Right: `ask clinic.rules makeup`.
    AskedThing = "asked-thing", Error;
    /// A date that a sentence comes to for this patient lies before 1900 or after 2200.
    /// Wrong: `avoid direct sun for 100 years` for a treatment in 2150. Right: `avoid direct sun always`.
    DateOutOfRange = "date-out-of-range", Error;
}
