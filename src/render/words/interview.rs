//! What an interview says in the program's own words.

words! {
    /// What the program says in its own words in an interview.
    InterviewWord:

    Start = "Type an answer, or one of these: Enter leaves the question open, `unsure` says that nobody knows, `?` says why it is asked, `back` takes the last answer back, `stop` ends the interview.",
    NoQuestion = "No question is open.",
    Answers = "Answers: {answers}.",
    Prompt = "> ",
    Wrong = "Not taken: {message}.",
    Help = "{help}.",
    Back = "The last answer is taken back.",
    AtStart = "There is no answer to take back.",
    Left = "Left open: {facts}.",
    Written = "The answers are in {file}.",
    Profile = "THE ANSWERS, AS A PROFILE",
    Nothing = "Nothing was answered.",
}
