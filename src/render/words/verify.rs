//! What is said of a plan that is checked again, in the program's own words.

words! {
    /// What the program says in its own words of a plan that is checked again.
    VerifyWord:

    Holds = "IT HOLDS: the plan of today says the same.",
    ChangedOne = "IT DOES NOT HOLD ANY MORE: 1 line is not as it was.",
    Changed = "IT DOES NOT HOLD ANY MORE: {n} lines are not as they were.",
    OtherTitle = "It was made from another protocol: from {was}, and this one is {is}.",
    Treated = "It was made for another treatment date: the treatment was on {was}, and is on {is}. The dates that count from it move with it.",
    Unanswered = "It was made with answers that are not given now: {facts}. Give them in the profile or by --set, as they were given then.",
    Status = "The plan was {was}, and is now {is}.",
    Contact = "a reason to call", Refuse = "a refusal: do not treat", Defer = "a deferral: not yet", Unsettled = "not final", Proceed = "final",
    SameProtocol = "The protocol is the same.",
    OtherProtocolHolds = "The protocol has changed since, and nothing of this plan.",
    OtherProtocol = "The protocol has changed since.",
    Engine = "The plan was made by {was}; this is {is}.",
    ChangedLines = "CHANGED",
    NewLines = "NEW",
    GoneLines = "NOT THERE ANY MORE",
    Line = "{line} ({list})",
    Count = "{list}: {n}",
    Each = "`verify --format json` lists each of them.",
    Key = "{key}: was {was}, is {is}",
    Why = "Why: {why}",
    Nothing = "nothing",

    // The lists of a plan.
    Directives = "what to do and not to do", Things = "the answer about it", Expectations = "what to expect", RedFlags = "when to call",
    Steps = "steps", Notes = "good to know", Visits = "a visit", BeforeTreatment = "before the treatment", Questions = "a question",
    CanBeAdded = "what can be added", ForTheClinic = "for the clinic", NotCovered = "not covered", Warnings = "about the plan",
    Sessions = "the course", Maintenance = "maintenance",

    // What of a line changed.
    KeyRules = "the rules behind it", KeyReleases = "given back at its end", KeyNothingAfter = "nothing said of what comes after",
    KeyItems = "what it is about", KeyCovers = "own products and medicines", KeyIncluding = "examples", KeyFrom = "from", KeyLastDay = "last day",
    KeyFirstFree = "first free day", KeyStillHeld = "off still after it", KeyOffNow = "off still, though it is over", KeyOpenUntil = "until it happens",
    KeyUsually = "usually", KeyFrequency = "how often", KeyQuantity = "how much", KeyLimit = "limit", KeyAttributes = "of what kind",
    KeyPlace = "where", KeyUsing = "with what", KeyNotUsing = "not with", KeyManner = "how", KeyWhile = "while",
    KeyExcept = "except", KeyInstead = "in place of it", KeyUnavoidable = "if it cannot be avoided", KeyChoice = "one of them will do",
    KeyPhase = "when", KeyState = "how sure", KeyIf = "if", KeyUnless = "unless", KeyBecause = "why", KeyHeldBack = "held back by",
    KeyPartHeldBack = "held back in part by", KeyNextHeldBack = "held back before the next session", KeyChoicesHeldBack = "choices held back", KeyNever = "held back for good",
    KeyClock = "hangs on the time of the treatment", KeyPrescribed = "not where it is prescribed", KeySection = "section",
    KeyTreatments = "of which treatments", KeyVerb = "what is asked", KeyAnswer = "the answer", KeyBy = "by what", KeyOnly = "only",
    KeyOtherwise = "otherwise", KeyLimits = "limits", KeyFreeFrom = "free from", KeyFreeTime = "free from the time", KeyAgain = "off again from",
    KeyPrescriber = "ask the prescriber", KeyClasses = "classes", KeyNarrowed = "narrower things", KeyMentioned = "named by a rule",
    KeyTo = "whom to call", KeyWithin = "how soon", KeyReported = "reported", KeyDependsOn = "hangs on", KeyStricter = "a stricter call",
    KeyDetails = "details", KeyWindow = "its time", KeySteps = "steps", KeyTitle = "title", KeyText = "words", KeyAnswers = "answers",
    KeyDecides = "lines that hang on it", KeyEarliest = "not before", KeyLatest = "not after", KeyEvery = "every", KeyLeast = "at least",
    KeyMost = "at most", KeyNext = "the next one", KeyRemaining = "still to come", KeyConcerns = "for", KeyUntil = "until",
    KeyDeferredUntil = "until the day", KeyAdvised = "as advice", KeySources = "sources", KeyFact = "fact", KeyEnds = "the end of the course", KeyFirst = "the first one",

    // What is not said in words of its own.
    BetterNot = "better not", NotAnswered = "not covered", Allowed = "allowed", Past = "over", Active = "on this day", Upcoming = "to come",
    Waiting = "waiting for an answer", Provisional = "not final", Conditional = "only if it happens", Settled = "settled",
    AtTime = "{time} on {day}",
}
