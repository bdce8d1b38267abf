//! The program's own words, in one table, so that they can be translated.
//!
//! A word with holes (`{day}`) is filled by [`Word::with`]. Text from a protocol or a profile is
//! never in here, and what fills a hole is not read for holes again.

macro_rules! words {
    ($($variant:ident = $text:literal,)+) => {
        /// What the program says in its own words.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Word {
            $(#[doc = concat!("“", $text, "”")] $variant,)+
        }

        impl Word {
            /// All of them, in the order of the table.
            pub const ALL: &'static [Word] = &[$(Word::$variant,)+];

            /// The words, holes left open.
            #[must_use]
            pub fn text(self) -> &'static str {
                match self {
                    $(Word::$variant => $text,)+
                }
            }
        }
    };
}

words! {
    // Days and months.
    Mon = "Mon", Tue = "Tue", Wed = "Wed", Thu = "Thu", Fri = "Fri", Sat = "Sat", Sun = "Sun",
    Jan = "Jan", Feb = "Feb", Mar = "Mar", Apr = "Apr", May = "May", Jun = "Jun",
    Jul = "Jul", Aug = "Aug", Sep = "Sep", Oct = "Oct", Nov = "Nov", Dec = "Dec",

    // Joining.
    And = "and",
    Or = "or",

    // The head of a plan.
    AftercarePlan = "Aftercare plan",
    Version = "Version {version}.",
    Approval = "Protocol {status}.",
    TreatedOn = "Treatment: {when}.",
    TreatedOnAt = "Treatment: {when} at {time}.",
    SessionNumber = "Session {n}.",
    SessionAtLeast = "Session {n} or later: earlier sessions are not known.",
    NoTreatmentDate = "No treatment date is given. Day 0 is the day of the treatment.",
    PlanFor = "This plan is for {when}.",
    PlanForAt = "This plan is for {when} at {time}.",
    DayOfPlan = "That is day {n}; day 0 was the day of the treatment.",
    DayZero = "That is day 0, the day of the treatment.",
    DayBefore = "That is before the treatment.",
    Draft = "DRAFT:",
    DraftText = "no clinician has approved this protocol yet",

    // A red flag.
    CallNow = "CALL {who} NOW.",
    Reported = "Reported: {symptoms}.",
    CallWithin = "Call {who} {within}.",
    CallWho = "Call {who}.",
    CallOtherwise = "If you cannot reach them, call {who}.",
    CallAnyway = "Not known: {what}. Call all the same.",
    WhoClinic = "the clinic",
    WhoPrescriber = "your prescriber",

    // The status.
    StatusContact = "A REPORTED SYMPTOM IS A WARNING SIGN.",
    StatusRefuse = "DO NOT TREAT: the protocol refuses this treatment.",
    StatusDefer = "NOT YET: the protocol puts this treatment off.",
    StatusUnsettled = "NOT FINAL: parts of this plan hang on what we do not know yet.",
    StatusProceed = "READY: nothing in this plan is open.",
    StatusUncovered = "CALL THE CLINIC: something was reported that this protocol says nothing about.",
    OpenQuestion = "1 question is open; it stands further down.",
    OpenQuestions = "{n} questions are open; they stand further down.",

    // Headings.
    OnThisDay = "ON THIS DAY, {day}",
    OwnThings = "YOUR OWN PRODUCTS AND MEDICINES ON THIS DAY",
    OtherDaysAvoid = "AVOID ON OTHER DAYS",
    OtherDaysLimit = "KEEP TO A LIMIT ON OTHER DAYS",
    OtherDaysDo = "DO ON OTHER DAYS",
    OtherDaysAllow = "YOU MAY ON OTHER DAYS",
    AllAvoid = "AVOID",
    AllLimit = "KEEP TO A LIMIT",
    AllDo = "DO",
    AllAllow = "YOU MAY",
    Over = "OVER",
    NeverInForce = "NEVER IN FORCE",
    FreeAgain = "WHEN EACH THING IS FREE AGAIN, ALL RULES TOGETHER",
    Medicines = "MEDICINES PRESCRIBED TO YOU",
    Expect = "WHAT TO EXPECT",
    WhenToCall = "WHEN TO CALL",
    StepsHeading = "STEP BY STEP",
    Course = "YOUR COURSE OF TREATMENTS",
    BeforeTreatment = "BEFORE THE TREATMENT",
    Visits = "VISITS",
    Notes = "GOOD TO KNOW",
    Questions = "QUESTIONS STILL OPEN",
    CanBeAdded = "WHAT CAN BE ADDED",
    ForTheClinic = "FOR THE CLINIC",
    NotCovered = "NOT COVERED BY THIS PROTOCOL",
    Warnings = "ABOUT THIS PLAN",
    Sources = "SOURCES",

    // Groups of today's lines.
    GroupAvoid = "Avoid:",
    GroupBetterNot = "Better not:",
    GroupLimit = "Keep to a limit:",
    GroupDo = "Do:",
    GroupAllow = "You may:",
    GroupConditional = "Only if it happens:",
    NothingToday = "No line of this plan holds on this day.",

    // Verbs of a line that stands without its group.
    VerbAvoid = "avoid {things}",
    VerbAllow = "allowed: {things}",
    VerbDo = "{word} {things}",
    LimitTo = "{things}: {limit}",
    LimitOverridden = "a stricter limit holds",

    // Clauses of a line.
    Including = "including {things}",
    ExceptFor = "except {things}",
    UnlessPrescribed = "unless it is prescribed to you",
    Covers = "This covers your own {things}.",
    Instead = "Instead: {what}.",
    IfUnavoidable = "If you cannot avoid it: {what}.",
    While = "while {what}",
    By = "by {what}",
    OnPlace = "on {place}",
    HeldBack = "Held back while this holds: {sentence} ({place}).",
    NeverBecause = "Nothing is left of it, because of: {sentence} ({place}).",
    NeverPlain = "Nothing is left of it: other lines forbid it all the time.",

    // How sure a line is.
    MayNotApply = "MAY NOT APPLY TO YOU: {see}.",
    MayNotApplyPlain = "MAY NOT APPLY TO YOU.",
    KeepUntilThen = "Keep to it until that is known.",
    DoNotStopUntilThen = "If you take it already, do not stop it: ask your prescriber first.",
    NotYet = "NOT YET: {see}.",
    NotYetPlain = "NOT YET: this is still open.",
    HoldsIf = "It holds if {if}.",
    HoldsOnlyIf = "It holds only if {if}.",
    OnlyIf = "ONLY IF {if}.",
    Depends = "THIS DEPENDS ON AN ANSWER: {see}.",
    SeeQuestion = "see question {n}",
    SeeQuestions = "see questions {n}",
    ClinicFindsOut = "the clinic has to find out: {facts}",

    // Why, and on whose word.
    Why = "Why: {because}.",
    AlsoAt = "also at {places}",
    SettledBy = "known: {facts}",

    // When.
    From = "from {day}",
    FromTime = "from {time} on {day}",
    FromEvent = "from {event} (no date yet)",
    Until = "until the end of {day}",
    UntilTime = "until {time} on {day}",
    UntilEvent = "until {event} (no date yet)",
    UntilEventWords = "until {event} (no date yet; the protocol says: {words})",
    UntilEventUsually = "until {event} (no date yet; usually {usually})",
    UntilEventAtLatest = "until {event}, at the latest until the end of {day}",
    NoEnd = "no end date",
    OnDay = "on {day}",
    OnDayBetween = "on {day}, {from} to {until}",
    UntilTreatment = "until the treatment",
    UntilTreatmentOn = "until the treatment on {day}",
    Ended = "ended on {day}",
    EndedTime = "ended at {time} on {day}",
    EndedPlain = "this is over",
    BetterNot = "better not {when}",
    BetterFrom = "better to wait: {when}",
    ThenBetterNot = "then better not {when}",
    ThenAvoid = "then avoid {when}",
    ThenWhen = "then {when}",
    FirstFree = "first free day {day}",
    FirstWholeFree = "first whole free day {day}",
    FirstFreeRelative = "first free day: {day}",
    NotSaidAfter = "after that the protocol does not say",
    AgainNext = "again {when}, around the next session",
    AgainBeforeNext = "again from {day}, before the next session",
    RelativeDay = "day {n}",
    RelativeBefore = "{n} days before the treatment",
    RelativeOneBefore = "1 day before the treatment",
    RelativeSpan = "{from} to {to}",
    RelativeUntilTreatment = "from {from} until the treatment",
    RelativeFromBefore = "from {from} to {to}",
    RelativeTo = "up to {to}",
    RelativeFrom = "from {from}, no end date",
    RelativeWords = "{words}: {when}",

    // Things.
    FreeFrom = "From {day}: {things}.",
    FreeSince = "Since {day}: {things}.",
    FreeFromTime = "Restricted {until}; first whole free day {day}: {things}.",
    FreeOnce = "Once {event} (no date yet): {things}.",
    FreeNotSettled = "May come sooner: {see}.",
    FreeNotSettledIf = "May come sooner: restricted only if {if}.",
    AgainFrom = "Again restricted from {day}, before the next session.",
    DoNotStop = "Do not stop {thing}. Ask your prescriber.",
    AnswerAvoid = "avoid",
    AnswerBetterNot = "better not",
    AnswerAllowed = "allowed",
    AnswerNotCovered = "not covered; this protocol says nothing about it",
    AnswerNotCoveredNow = "not covered on this day",
    BySentence = "the protocol says so",
    ByRelease = "its restriction is over",
    AnswerLine = "{thing}: {answer}",

    // The course.
    SessionsDone = "Sessions done: {n}.",
    SessionsDoneAtLeast = "Sessions done: at least {n}; earlier ones are not known.",
    CourseFinished = "The course is finished.",
    RemainingExactly = "Still to come: {n}.",
    RemainingSpread = "Still to come: {least} to {most}.",
    SessionsPlanned = "{n} sessions",
    SessionPlannedOne = "1 session",
    SessionsSpread = "{least} to {most} sessions",
    Every = "every {every}",
    ForConcerns = "for {concerns}",
    NextOn = "Next session: {when}.",
    NotBefore = "not before {day}",
    NotAfter = "not after {day}",
    Between = "between {from} and {to}",
    NextEarly = "It is too early for it now.",
    NextDue = "It is due now.",
    NextOverdue = "It is overdue.",
    NextOptional = "The course may also end without it.",
    CourseEnds = "The course ends {when}.",
    BookNotBefore = "Book the next session not before {day}.",
    SideBySide = "We do not know yet which of these courses is yours:",
    MaintenanceEvery = "After the course: a maintenance session every {every}",
    MaintenanceFirst = "the first {when}",

    // Before the treatment, visits, steps.
    BeforeRefuse = "Do not treat",
    BeforeDefer = "Wait with the treatment",
    BeforeDeferUntil = "Wait with the treatment until {until}",
    BeforeDeferDay = "treat on {day} at the earliest",
    BeforeCaution = "Take care: {text}",
    BeforeAskPrescriber = "Ask the prescriber: {text}",
    BeforeTellClinic = "Tell the clinic: {text}",
    BeforePrepare = "Prepare: {text}",
    Advised = "advised",
    After = "after {event} (no date yet)",

    // A protocol read back.
    ReadTitle = "{title}, read back",
    ReadUntitled = "A protocol without a title, read back",
    ReadFile = "File: {file}.",
    ReadTreatment = "Treatment: {treatment}.",
    ReadHow = "Each rule stands as it is written, and behind the = what it means. Where the two differ, change the file.",
    ReadDays = "Day 0 is the day of the treatment. A rule holds anew around each session.",
    ReadAlone = "Each rule is read by itself: what one allows, or allows again, another may still ban, and a ban wins.",
    ReadUnknownHow = "While a condition is unknown, a ban, a limit or a warning holds; a must or a permission waits.",
    ReadExample = "The dates are worked for an example: a treatment on {when} at {time}.",
    ReadPatient = "The dates are this patient's, treated on {when}.",
    ReadPatientAt = "The dates are this patient's, treated on {when} at {time}.",
    ReadUndated = "No treatment date is given for this patient, so there are days and no dates.",
    ReadEffective = "For a treatment before {day} every plan warns that this is not yet in effect.",
    ReadReview = "It is to be reviewed by {day}.",
    ReadApproved = "Approved by {by} on {day}.",
    ReadDraft = "A draft: no clinician has approved it, and every plan says so.",
    ReadDeclared = "DECLARED IN THIS FILE",
    ReadRules = "RULES",
    ReadDates = "Dates: {when}.",
    ReadAllowed = "Dates: allowed {when}.",
    ReadNextSession = "Dates: the next session {when}.",
    ReadMaintenance = "Dates: the first maintenance session {when}.",
    ReadVisit = "Dates: {when}.",
    ReadDeferred = "Dates: put off until {day}.",
    ReadWaits = "Dates: none yet; it hangs on {event}.",
    ReadNoDays = "Dates: none; it never holds here.",
    ReadOutOfRange = "Dates: none; they leave the years 1900 to 2200.",
    ReadTrue = "This patient: it holds ({parts}).",
    ReadFalse = "This patient: IT DOES NOT APPLY ({parts}).",
    ReadPart = "This patient: it holds for a part of the time ({parts}).",
    ReadUnknown = "This patient: NOT KNOWN YET ({parts}).",
    ReadAnswer = "{what}: {answer}",
    AnswerTrue = "true",
    AnswerFalse = "false",
    AnswerPart = "for a part of the time",
    AnswerUnknown = "not known",
    ReadClass = "{name}: {members}.",
    ReadClassMore = "{name}: {members} and {n} more; all of them at the end.",
    ReadAlso = "{name} ({also})",
    ReadAlsoCalled = "{name}: also called {also}.",
    ReadClasses = "THE LONGER CLASSES IN FULL",

    // Questions and what follows.
    Answers = "Answer with {answers}.",
    DecidesOne = "It decides 1 line: {places}.",
    Decides = "It decides {n} lines: {places}.",
    AndMore = "and {n} more",
    AnswerHow =
        "To answer, put lines like these into the facts of the patient's profile, with the true answers:",

    // An answer about a thing.
    IsCalled = "{typed} is {name}.",
    AnswerOn = "{day}, day {n}; day 0 was the day of the treatment:",
    AnswerOnDayZero = "{day}, day 0, the day of the treatment:",
    AnswerBefore = "{day}, {n} before the treatment:",
    AnswerUndated = "No treatment date is given: this is about day 0, the day of the treatment.",
    OneDay = "1 day",
    ManyDays = "{n} days",
    IsAvoid = "AVOID: {things}",
    IsBetterNot = "BETTER NOT: {things}",
    IsAllowed = "ALLOWED: {things}",
    IsNotCovered = "NOT COVERED: {things}",
    IsAskPrescriber = "NOT COVERED, ASK THE PRESCRIBER: {things}",
    TheRest = "the rest of {class} ({things})",
    OwnProducts = "your own {things}",
    NothingSaid = "This protocol says nothing about it. That does not make it fine: ask the clinic.",
    NothingSaidToday = "On this day the protocol says nothing about it.",
    HangsOn = "THIS HANGS ON {facts}.",
    RestrictedFrom = "restricted from {day}",
    RestrictedFromTime = "restricted from {time} on {day}",
    AllowedFrom = "allowed from {day}",
    Again = "again from {day}",
    AskedAbout = "open: {facts}",
    OpenFrom = "from {day} on it hangs on an answer",
    NotApplying = "A sentence about it does not apply to this patient; `--why-not` says why.",
    SeeWhyNot = "`--why-not` shows what the protocol says about things near it.",

    // Why not.
    WhyNotHeading = "WHY NOT",
    WhyNotAllowed = "It is allowed; these sentences are about it:",
    WhyNotNothing = "No sentence of this protocol names it, or a class above it.",
    KinMembers = "Sentences about what is under it:",
    KinOf = "Sentences about other {class}:",
    ApartCovers = "It covers {things}: {when}.",
    ApartAllows = "It allows {things}: {when}.",
    ApartLimits = "It limits {things}: {when}.",
    ApartAsksFor = "It asks for {things}: {when}.",
    ApartCondition = "It does not apply to this patient: it wants {if}.",
    ApartConditionKnown = "It does not apply to this patient: it wants {if}; known: {facts}.",
    ApartConditionPlain = "It does not apply to this patient.",
    ApartExcept = "Its `except` leaves out {things}.",
    ApartPart = "It names only {things}.",
    LeavesOut = "It leaves out {things}.",
    ApartOver = "Its time is over: {when}.",
    ApartOverPlain = "Its time is over, or never comes.",
    ApartNotYet = "Its time has not come: {when}.",
    ApartHeldBack = "It is held back by: {sentences}.",
    ApartSymptom = "It waits for a symptom: {if}.",
    ApartWaiting = "It waits for an answer: {if}.",
    ApartPrescribed = "It stops no medicine that is prescribed: ask the prescriber.",

    // What if.
    WhatIfHeading = "WHAT IF {settings}",
    WhatIfNothing = "Nothing of the plan would change.",
    WhatIfThing = "{thing}: now {from}; then {to}.",
    WhatIfSame = "{thing}: {to}, as it is now.",
    WhatIfStatus = "The plan: now {from}; then {to}.",
    WhatIfCourse = "The numbers or dates of the course would change.",
    WhatIfAnswered = "Asked no longer: {facts}.",
    WhatIfAsked = "Asked as well: {facts}.",
    WhatIfClinic = "For the clinic: {what}.",
    NothingStored = "Nothing is stored.",
    ChangeAdded = "Added:",
    ChangeGone = "Gone:",
    ChangeSettled = "Settled:",
    ChangeOpened = "Open:",
    ChangeMoved = "At other times:",
    ChangeChanged = "Changed:",
    ChangeWhen = "Now {from}; then {to}.",
    IsContact = "contact",
    IsRefuse = "refused",
    IsDefer = "put off",
    IsUnsettled = "not final",
    IsProceed = "ready",
    NotAnswered = "not covered",
    WithFree = "{answer}, first free day {day}",
    WithState = "{answer} ({state})",
    StateProvisional = "provisional",
    StateWaiting = "waiting",
    StateConditional = "only if a symptom is there",

    // Ingredients.
    ToAvoid = "TO AVOID",
    ToLeave = "BETTER NOT",
    Unknown = "NOT KNOWN",
    UnknownText = "The vocabulary has no such name. That does not make it fine.",
    InLabel = "{name} (on the label: {label})",
    MayContain = "the label says: may contain",
    NearName = "did you mean {name}?",
    ToAskPrescriber = "ASK THE PRESCRIBER",
    ListAllowed = "ALLOWED",
    ListNotCovered = "NOT COVERED",
    ListNotCoveredText = "Known, and this protocol says nothing about it on this day. That does not make it fine.",
    NoIngredients = "There is no name in this list.",

    // Questions, weighed.
    QuestionsWeighed = "QUESTIONS, THE ONE THAT SETTLES MOST FIRST",
    NoQuestions = "No question is open: no answer would change this plan.",
    EffectNothing = "nothing changes alone, but it counts together with other answers",
    EffectSettles = "settles {what}",
    EffectAdds = "adds {what}",
    EffectDrops = "drops {what}",
    EffectOpens = "opens {what}",
    EffectChanges = "changes {what}",
    EffectStatus = "the plan is then {status}",
    EffectLine = "{answers}: {what}.",
    EffectCourse = "changes the course",
    OneLine = "1 line",
    ManyLines = "{n} lines",
    SomeOf = "{first} and {n} more",

    // An interview.
    InterviewStart = "Type an answer, or one of these: Enter leaves the question open, `unsure` says that nobody knows, `?` says why it is asked, `back` takes the last answer back, `stop` ends the interview.",
    InterviewNone = "No question is open.",
    InterviewAnswers = "Answers: {answers}.",
    InterviewPrompt = "> ",
    InterviewWrong = "Not taken: {message}.",
    InterviewHelp = "{help}.",
    InterviewBack = "The last answer is taken back.",
    InterviewAtStart = "There is no answer to take back.",
    InterviewLeft = "Left open: {facts}.",
    InterviewWritten = "The answers are in {file}.",
    InterviewProfile = "THE ANSWERS, AS A PROFILE",
    InterviewNothing = "Nothing was answered.",

    // Diagnostics.
    Error = "error",
    Warning = "warning",
    Help = "help",
    UpToLine = "(up to line {line})",
    MoreDiagnostics = "and {n} more; mend these first",

    // The end.
    IntendedUse = "This plan follows the clinic's own written protocol. It is no medical device and replaces no clinician.",
}

impl Word {
    /// The days of the week, Monday first.
    pub const WEEKDAYS: [Word; 7] = [
        Word::Mon,
        Word::Tue,
        Word::Wed,
        Word::Thu,
        Word::Fri,
        Word::Sat,
        Word::Sun,
    ];

    /// The months, January first.
    pub const MONTHS: [Word; 12] = [
        Word::Jan,
        Word::Feb,
        Word::Mar,
        Word::Apr,
        Word::May,
        Word::Jun,
        Word::Jul,
        Word::Aug,
        Word::Sep,
        Word::Oct,
        Word::Nov,
        Word::Dec,
    ];

    /// The words with their holes filled: `Word::From.with(&[("day", "Mon 1 Jun 2026")])`. A hole
    /// that nothing fills stays open.
    #[must_use]
    pub fn with(self, fillings: &[(&str, &str)]) -> String {
        let mut out = String::new();
        let mut rest = self.text();
        while let Some((before, (hole, after))) = rest
            .split_once('{')
            .and_then(|(before, tail)| Some((before, tail.split_once('}')?)))
        {
            out.push_str(before);
            match fillings.iter().find(|(name, _)| *name == hole) {
                Some((_, filling)) => out.push_str(filling),
                None => out.extend(["{", hole, "}"]),
            }
            rest = after;
        }
        out.push_str(rest);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_filled_once() {
        let filled = Word::RelativeSpan.with(&[("from", "{to}"), ("to", "day 6")]);
        assert_eq!(filled, "{to} to day 6");
    }

    #[test]
    fn no_word_holds_an_interval_bracket_or_a_control_character() {
        for word in Word::ALL {
            let text = word.text();
            assert!(!text.contains(['[', ']']), "{text}");
            assert!(!text.chars().any(super::super::is_hidden), "{text}");
        }
    }

    #[test]
    fn holes_are_closed() {
        for word in Word::ALL {
            let text = word.text();
            assert_eq!(
                text.matches('{').count(),
                text.matches('}').count(),
                "{text}"
            );
        }
    }
}
