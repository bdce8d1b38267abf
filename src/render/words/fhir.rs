//! What a bundle of FHIR resources says in the program's own words.

words! {
    /// What the program says in its own words to clinical systems.
    FhirWord:

    Aftercare = "Aftercare",
    Title = "Aftercare: {names}",
    WarningSign = "Warning sign",
    Reminder = "Reminder: comes back",
    QuestionsTitle = "Open questions: {names}",
    Patient = "The patient of this plan",
    Earlier = "The plan's issue {n}",
    Issue = "This is issue {n} of this plan.",
    Replaces = "It replaces issue {n}.",
    Nobody = "No status says what the patient has done: nobody has told this program.",

    // What is to be left, done, booked, and how sure that is.
    Noted = "{what} ({how})",
    HowAvoid = "to be avoided",
    HowBetterNot = "better not",
    HowNotFinal = "not final",
    HowOnlyIf = "only if {if}",
    HowNotIf = "not if {if}",
    HowNotYet = "not yet: this is still open",
    HowNotYetIf = "not yet: only if {if}",
    HowBeforeNext = "before the next session",
    NotFinal = "Not final: it holds until an answer shows that it does not.",
    NotFinalIf = "Not final: it holds if {if}, and until that is known.",
    NotYet = "Not yet: it does not hold until an answer shows that it does.",
    NotYetIf = "Not yet: it holds only if {if}, which is not known.",
    OnlyIf = "Only if {if}: not in force until then.",
    NotIf = "Not if {if}.",
    Entry = "This entry: {what}, {when}.",
    NoEnd = "No end date is given: it goes on.",
    Rule = "Rule: {label}.",

    // The course.
    CourseTitle = "Course of treatments: {sessions}",
    CourseHow = "The count is of the whole course, with this treatment and those before. No timing can say that the next session counts from the day on which the one before was given: it is an entry of its own.",
    NextSession = "Next session: to be booked",
    Maintenance = "Maintenance session: to be booked",
    MaintenanceTitle = "Maintenance sessions after the course",
    Visit = "Visit, to be booked: {title}",
    MayEnd = "the course may also end without it",
    ToBook = "This is a time in which to book, and no appointment.",

    // Questions.
    Question = "{question} ({answers})",
    Since = "Since when?",
    EarlierSessions = "Were there earlier sessions?",
    None = "none",

    // Provenance.
    Assembler = "the program that made it",
    Protocol = "Protocol: {name}. Version: {version}. Status: {status}. Fingerprint: {fingerprint}.",
    NoVersion = "none",
    Fingerprint = "Fingerprint of all protocols: {fingerprint}.",
    Fact = "Fact used: {fact}",
    Treated = "Date given: {name}, treated {when}",
    Undated = "Date given: {name}, none",
    AskedOn = "Day asked about: {when}",
    IssuedOn = "Given out: {when}",
    ProvenanceTitle = "Where this plan comes from",
}
