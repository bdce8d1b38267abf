//! What a calendar says in the program's own words.

words! {
    /// What the program says in its own words in a calendar.
    CalendarWord:

    // What is off, and what is asked for.
    Avoid = "Avoid: {things}",
    BetterNot = "Better not: {things}",
    Limit = "Keep to a limit: {things}",
    Do = "{things}",
    DoAdvised = "Better: {things}",
    NotFinal = "{title} (not final)",
    OnlyIf = "{title}, only if {if}",
    UntilEvent = "{title}, until {event}",
    NoEnd = "{title}, no end date",
    UntilToday = "{title}, until today",
    BeforeNext = "{title}, before the next session",
    Steps = "{title}",

    // Why, and how sure.
    MayNotApply = "Not final: ask the clinic whether this applies to you.",
    MayNotApplyIf = "Not final: it hangs on {if}. Until that is known, keep to it.",
    HoldsBefore = "It holds on the days before, too.",
    EndsWith = "It ends with {event}, which has no date yet.",
    GoesOn = "It has no end date. It stands here as long as this calendar goes, and goes on after that.",
    PerhapsSooner = "Not final: it may be sooner.",
    PerhapsOther = "Not final: it may be another day. It hangs on {if}.",
    StepHeldBack = "Leave out what is off at that time: {rules}.",
    AgainFrom = "Off again from {day}.",
    SeveralDays = "This is a time in which to book, and no appointment.",
    MayEnd = "The course may also end without it.",
    From = "The clinic's reference: {place}.",

    // What comes back, and what is to be booked.
    FreeAgain = "Free again: {things}",
    FreeAgainText = "All rules together: this is the first whole day on which this is free again: {things}.",
    FreeUntil = "The restriction ends at {time} on {day}.",
    NextSession = "Next session: to be booked",
    Maintenance = "Maintenance session: to be booked from today on",
    VisitTitle = "Visit, to be booked: {title}",
    Every = "Every {every}.",
    For = "For {concerns}.",
    NotBefore = "Not before {day}.",
    NotAfter = "Not after {day}.",

    // The day of the treatment.
    Treatment = "Treatment: {name}. Read this first",
    Issue = "This is calendar {n} of this plan.",
    Replaces = "It replaces calendar {n}. Delete that calendar: it does not go away by itself.",
    Calls = "WHEN TO CALL",
    CallLine = "{symptoms}. {call}", CallIf = "{symptoms}, only if {if}. {call}",
    Undated = "NOT IN THIS CALENDAR, BECAUSE IT HAS NO DATE YET",
    Open = "NOT IN THIS CALENDAR, BECAUSE SOMETHING IS NOT KNOWN YET",
    Questions = "TELL THE CLINIC ABOUT",
    Alarms = "Do not count on the alarms: some calendars leave them out. The printed plan counts.",
    Facts = "Made for these facts: {facts}.",

    // Where titles say nothing.
    DiscreetName = "Plan",
    DiscreetDay = "Plan: open for details",
    DiscreetBook = "To be booked: open for details",
}
