//! The program's own words in a handout: a catalogue for each language, in the format of Fluent.

mod catalogue;
#[cfg(test)]
mod tests;

pub(super) use catalogue::{Arg, Catalogue};

/// A language that a handout can be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Language {
    /// English, in which protocols are written.
    #[default]
    English,
    /// Spanish.
    Spanish,
    /// Arabic, whose catalogue is only begun.
    Arabic,
}

impl Language {
    /// All of them.
    pub const ALL: [Language; 3] = [Language::English, Language::Spanish, Language::Arabic];

    /// Its tag (BCP 47).
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Spanish => "es",
            Language::Arabic => "ar",
        }
    }

    /// The language of a tag.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.tag() == tag)
    }

    /// Whether it is written from right to left.
    #[must_use]
    pub fn is_right_to_left(self) -> bool {
        self == Language::Arabic
    }

    /// Whether its catalogue has all messages.
    #[must_use]
    pub fn is_complete(self) -> bool {
        self != Language::Arabic
    }

    /// Its catalogue.
    fn source(self) -> &'static str {
        match self {
            Language::English => include_str!("en.ftl"),
            Language::Spanish => include_str!("es.ftl"),
            Language::Arabic => include_str!("ar.ftl"),
        }
    }
}

macro_rules! messages {
    ($($name:ident = $id:literal,)+) => {
        /// The messages of the catalogues.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Say {
            $(#[doc = $id] $name,)+
        }

        impl Say {
            /// All of them.
            #[cfg(test)]
            pub(super) const ALL: &'static [Say] = &[$(Say::$name,)+];

            /// Its name in a catalogue.
            pub(super) fn id(self) -> &'static str {
                match self {
                    $(Say::$name => $id,)+
                }
            }
        }
    };
}

messages! {
    Weekday1 = "weekday-1",
    Weekday2 = "weekday-2",
    Weekday3 = "weekday-3",
    Weekday4 = "weekday-4",
    Weekday5 = "weekday-5",
    Weekday6 = "weekday-6",
    Weekday7 = "weekday-7",
    Month1 = "month-1",
    Month2 = "month-2",
    Month3 = "month-3",
    Month4 = "month-4",
    Month5 = "month-5",
    Month6 = "month-6",
    Month7 = "month-7",
    Month8 = "month-8",
    Month9 = "month-9",
    Month10 = "month-10",
    Month11 = "month-11",
    Month12 = "month-12",
    Date = "date",
    DateYear = "date-year",
    DateTime = "date-time",
    ListAnd = "list-and",
    ListOr = "list-or",
    ListComma = "list-comma",
    Minutes = "minutes",
    Hours = "hours",
    Days = "days",
    Weeks = "weeks",
    Months = "months",
    Years = "years",
    MinutesRange = "minutes-range",
    HoursRange = "hours-range",
    DaysRange = "days-range",
    WeeksRange = "weeks-range",
    MonthsRange = "months-range",
    YearsRange = "years-range",
    Plan = "plan",
    Treated = "treated",
    TreatedOf = "treated-of",
    ToBeTreated = "to-be-treated",
    Session = "session",
    SessionAtLeast = "session-at-least",
    PlanFor = "plan-for",
    Follow = "follow",
    FollowOpen = "follow-open",
    FollowPlain = "follow-plain",
    NotSure = "not-sure",
    CallUs = "call-us",
    CallUsBlank = "call-us-blank",
    Draft = "draft",
    DraftMore = "draft-more",
    Contact = "contact",
    ContactWho = "contact-who",
    ContactReported = "contact-reported",
    ContactAnyway = "contact-anyway",
    Uncovered = "uncovered",
    NotFinal = "not-final",
    NotFinalMore = "not-final-more",
    Untranslated = "untranslated",
    Refused = "refused",
    Deferred = "deferred",
    DeferredUntil = "deferred-until",
    WithheldMore = "withheld-more",
    WithheldWhy = "withheld-why",
    StripTitle = "strip-title",
    StripWhat = "strip-what",
    StripDays = "strip-days",
    StripBack = "strip-back",
    StripOff = "strip-off",
    StripBetterNot = "strip-better-not",
    StripNotKnown = "strip-not-known",
    StripBar = "strip-bar",
    NoDateShort = "no-date-short",
    Avoid = "avoid",
    AvoidIf = "avoid-if",
    Limit = "limit",
    Do = "do",
    May = "may",
    Normal = "normal",
    Call = "call",
    Next = "next",
    Steps = "steps",
    Notes = "notes",
    Medicines = "medicines",
    Before = "before",
    Waits = "waits",
    Open = "open",
    OpenTell = "open-tell",
    AskUs = "ask-us",
    Over = "over",
    Sources = "sources",
    SourcesOpen = "sources-open",
    SourcesMany = "sources-many",
    About = "about",
    AvoidThings = "avoid-things",
    MayThings = "may-things",
    Continued = "continued",
    UntilDay = "until-day",
    UntilTime = "until-time",
    FromDay = "from-day",
    FromTime = "from-time",
    OnDay = "on-day",
    OnDayBetween = "on-day-between",
    OnDayFrom = "on-day-from",
    Span = "span",
    SpanOpen = "span-open",
    UntilEvent = "until-event",
    UntilEventWords = "until-event-words",
    UntilEventUsually = "until-event-usually",
    UntilEventLatest = "until-event-latest",
    UntilThen = "until-then",
    FromEvent = "from-event",
    AfterEvent = "after-event",
    VagueEnd = "vague-end",
    NoEnd = "no-end",
    UntilTreatment = "until-treatment",
    BetterNot = "better-not",
    BetterNotOpen = "better-not-open",
    ThenBetterNot = "then-better-not",
    ThenAvoid = "then-avoid",
    GoodTo = "good-to",
    GoodToOpen = "good-to-open",
    ThenGoodTo = "then-good-to",
    ThenFirmly = "then-firmly",
    BetterFrom = "better-from",
    ThenWhen = "then-when",
    RuleSays = "rule-says",
    AtMost = "at-most",
    HowLongNotSaid = "how-long-not-said",
    Ended = "ended",
    EndedPlain = "ended-plain",
    Free = "free",
    FreeWhole = "free-whole",
    FreeWhere = "free-where",
    FreeNotSaid = "free-not-said",
    FreeHeld = "free-held",
    FreeHeldUntil = "free-held-until",
    FreeBut = "free-but",
    FreeButOpen = "free-but-open",
    AgainFrom = "again-from",
    AgainAt = "again-at",
    AgainAtOnce = "again-at-once",
    AgainDuty = "again-duty",
    AgainNow = "again-now",
    ForTreatment = "for-treatment",
    Clashes = "clashes",
    ClashHow = "clash-how",
    ClashSays = "clash-says",
    ClashDoses = "clash-doses",
    ClashClass = "clash-class",
    ClashUntil = "clash-until",
    Changed = "changed",
    ChangeAdded = "change-added",
    ChangeInPlaceOf = "change-in-place-of",
    ChangeDropped = "change-dropped",
    ChangeLooser = "change-looser",
    ChangeHeld = "change-held",
    Maybe = "maybe",
    MaybeIf = "maybe-if",
    MaybeWarn = "maybe-warn",
    MaybeWarnIf = "maybe-warn-if",
    MaybeMedicine = "maybe-medicine",
    MaybeAllergy = "maybe-allergy",
    MaybeGoOn = "maybe-go-on",
    Waiting = "waiting",
    WaitingIf = "waiting-if",
    OnlyIf = "only-if",
    OnlyIfLead = "only-if-lead",
    NotIf = "not-if",
    Depends = "depends",
    Why = "why",
    Covers = "covers",
    Instead = "instead",
    Unavoidable = "unavoidable",
    ChoiceHeld = "choice-held",
    NotUsing = "not-using",
    DayToDay = "day-to-day",
    NextHeld = "next-held",
    NextBut = "next-but",
    ClockDecides = "clock-decides",
    LowerLimit = "lower-limit",
    HeldUntil = "held-until",
    StepHeld = "step-held",
    StepHeldAll = "step-held-all",
    InBrackets = "in-brackets",
    NormalWhen = "normal-when",
    OverCut = "over-cut",
    OverAll = "over-all",
    OverAllFor = "over-all-for",
    OverPart = "over-part",
    OverPartFor = "over-part-for",
    OverBut = "over-but",
    OverButFor = "over-but-for",
    WhoClinic = "who-clinic",
    WhoPrescriber = "who-prescriber",
    WhoEmergency = "who-emergency",
    CallWho = "call-who",
    CallWithin = "call-within",
    CallOtherwise = "call-otherwise",
    CallStricter = "call-stricter",
    WithinNow = "within-now",
    WithinLength = "within-length",
    NoSigns = "no-signs",
    SessionsSoFar = "sessions-so-far",
    SessionsSoFarAtLeast = "sessions-so-far-at-least",
    SessionsFinished = "sessions-finished",
    SessionsPlanned = "sessions-planned",
    SessionsRange = "sessions-range",
    SessionsAtLeast = "sessions-at-least",
    SessionsOpen = "sessions-open",
    SessionsUsually = "sessions-usually",
    Every = "every",
    ForConcerns = "for-concerns",
    NextSession = "next-session",
    NextDue = "next-due",
    NextOverdue = "next-overdue",
    NextOptional = "next-optional",
    Between = "between",
    NotBefore = "not-before",
    NotAfter = "not-after",
    SideBySide = "side-by-side",
    BookNotBefore = "book-not-before",
    Upkeep = "upkeep",
    UpkeepFirst = "upkeep-first",
    Visit = "visit",
    ThenAbout = "then-about",
    DoNotStop = "do-not-stop",
    AskAtOnce = "ask-at-once",
    BeforePrescriber = "before-prescriber",
    BeforeClinic = "before-clinic",
    BeforeTell = "before-tell",
    BeforePrepare = "before-prepare",
    BeforeCaution = "before-caution",
    BeforeRefuse = "before-refuse",
    BeforeRefuseText = "before-refuse-text",
    BeforeDefer = "before-defer",
    BeforeDeferText = "before-defer-text",
    BeforeDeferUntil = "before-defer-until",
    Advised = "advised",
    NotCovered = "not-covered",
    Teach = "teach",
    TeachHow = "teach-how",
    TeachOff = "teach-off",
    TeachThing = "teach-thing",
    TeachSigns = "teach-signs",
    TeachNext = "teach-next",
    TeachDone = "teach-done",
    TeachDay = "teach-day",
    ReceiptProtocol = "receipt-protocol",
    ReceiptVersion = "receipt-version",
    ReceiptApproval = "receipt-approval",
    ReceiptMade = "receipt-made",
    ReceiptEngine = "receipt-engine",
    ReceiptFingerprint = "receipt-fingerprint",
    ReceiptTexts = "receipt-texts",
    ReceiptFacts = "receipt-facts",
    ReceiptUse = "receipt-use",
    Clinic = "clinic",
    ClinicNote = "clinic-note",
    ClinicRule = "clinic-rule",
    ClinicKnown = "clinic-known",
    ClinicAsks = "clinic-asks",
    ClinicAnswers = "clinic-answers",
    ClinicHeld = "clinic-held",
    ClinicHeldBy = "clinic-held-by",
    ClinicToTreat = "clinic-to-treat",
    ClinicAdded = "clinic-added",
    ClinicFind = "clinic-find",
    ClinicWarnings = "clinic-warnings",
    ClinicLoosened = "clinic-loosened",
    ClinicDropped = "clinic-dropped",
    ClinicLoosenedWas = "clinic-loosened-was",
    ClinicLoosenedFor = "clinic-loosened-for",
    ClinicFacts = "clinic-facts",
    ClinicOwn = "clinic-own",
    ClinicAnswer = "clinic-answer",
    AnswerAvoid = "answer-avoid",
    AnswerBetterNot = "answer-better-not",
    AnswerAllowed = "answer-allowed",
    AnswerNotCovered = "answer-not-covered",
}

impl Say {
    /// The days of the week, Monday first.
    pub(super) const WEEKDAYS: [Say; 7] = [
        Say::Weekday1,
        Say::Weekday2,
        Say::Weekday3,
        Say::Weekday4,
        Say::Weekday5,
        Say::Weekday6,
        Say::Weekday7,
    ];

    /// The months, January first.
    pub(super) const MONTHS: [Say; 12] = [
        Say::Month1,
        Say::Month2,
        Say::Month3,
        Say::Month4,
        Say::Month5,
        Say::Month6,
        Say::Month7,
        Say::Month8,
        Say::Month9,
        Say::Month10,
        Say::Month11,
        Say::Month12,
    ];
}
