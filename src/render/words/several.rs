//! What is said of a plan of several treatments, of what one line ends and another holds, and of what was changed for one
//! plan, in the program's own words.

words! {
    /// What the program says in its own words of several treatments and of a changed plan.
    SeveralWord:

    AskedOn = "{treatment}: day {n}.",
    AskedBefore = "{treatment}: still to come.",
    OfTreatment = "{treatment}: {line}",
    Clashes = "WHERE YOUR TREATMENTS DIFFER",
    Clash = "{things}:",
    ClashHow = "Avoid wins wherever both hold.",
    ClashAsks = "{treatment} says: {line}",
    ClashAvoids = "{treatment} says: {line}",
    ClashDoses = "These are two doses of one medicine: before you take it, ask the clinic which one holds.",
    ClashClass = "These are two medicines of one class ({class}): before you take both, ask the clinic whether both are meant.",
    ClashUntil = "That ends with {day}.",
    Stricter = "For {signs} a stricter rule holds ({place}): {call}",
    OverBut = "{when}; but still off: {held}",
    OverAll = "{when}; but it is still off ({places})",
    Changed = "CHANGED FOR THIS PLAN",
    ChangeAdded = "Added: {now}",
    ChangeReplaced = "{now}",
    ChangeInPlaceOf = "In place of: {was}",
    ChangeDropped = "Left out: {was}",
    ChangeLooser = "LESS HOLDS THAN THE PROTOCOL SAYS.",
    ChangeHeld = "IT DOES NOT HOLD: a ban holds it back ({places}).",
    ChangeHeldPart = "A ban holds it back in part or for a time ({places}).",
}
