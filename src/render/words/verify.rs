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
}
