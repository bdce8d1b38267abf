//! What is said of a plan that is checked again, in the program's own words.

words! {
    /// What the program says in its own words of a plan that is checked again.
    VerifyWord:

    Holds = "IT HOLDS: the plan of today says the same.",
    ChangedOne = "IT DOES NOT HOLD ANY MORE: 1 line is not as it was.",
    Changed = "IT DOES NOT HOLD ANY MORE: {n} lines are not as they were.",
    Status = "The status was {was}, and is {is}.",
    SameProtocol = "The protocol is the same.",
    OtherProtocolHolds = "The protocol has changed since, and nothing of this plan.",
    OtherProtocol = "The protocol has changed since.",
    Engine = "The plan was made by {was}; this is {is}.",
    ChangedLines = "CHANGED",
    NewLines = "NEW",
    GoneLines = "NOT THERE ANY MORE",
    Line = "{line} ({list})",
    Key = "{key}: was {was}, is {is}",
    Why = "Why: {why}",
    Nothing = "nothing",
}
