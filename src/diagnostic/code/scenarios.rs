//! Scenarios: what is given, and what is expected.

macro_rules! scenario_codes {
    ($next:ident $($others:ident)* { $($before:tt)* }) => {
        $next! { $($others)* {
            $($before)*
            /// A line of a scenario cannot be read. Its lines start with `given`, or with `then`, before which a
            /// day may stand, or they are rows of a table.
            /// Wrong: `scenario "sun" {` `on day 3 avoid direct sun` `}`.
            /// Right: `scenario "sun" {` `on day 3 then not covered direct sun` `}`.
            ScenarioShape = "scenario-shape", Error;
            /// What is given is nothing that is known of a patient: no fact with its value, no event, symptom,
            /// medicine, product or earlier treatment. A scenario with a misspelt fact would test another patient.
            /// Wrong: `scenario "sun" {` `given skin tipe V` `on day 3 then not covered direct sun` `}`.
            /// Right: `scenario "sun" {` `given skin type V` `on day 3 then not covered direct sun` `}`.
            ScenarioGiven = "scenario-given", Error;
            /// What is expected names a sentence or a fact that the protocol does not have. `says` takes the label of
            /// a sentence, `asks` a fact that the plan can ask about.
            /// Wrong: `sun: avoid direct sun` `scenario "sun" {` `then says sunn` `}`.
            /// Right: `sun: avoid direct sun` `scenario "sun" {` `then says sun` `}`.
            ScenarioExpected = "scenario-expected", Error;
            /// A scenario expects nothing, so that nothing can fail: it tests nothing.
            /// Wrong: `scenario "sun" {` `given skin type V` `}`.
            /// Right: `scenario "sun" {` `given skin type V` `on day 3 then not covered direct sun` `}`.
            ScenarioEmpty = "scenario-empty", Error;
            /// A row of a scenario's table has other cells than the row that heads it, or the table has no row.
            /// Wrong: `scenario "sun" {` `| skin type | direct sun |` `| V |` `}`.
            /// Right: `scenario "sun" {` `| skin type | direct sun |` `| V | not covered |` `}`.
            ScenarioTable = "scenario-table", Error;
            /// Two scenarios have one name, so that a failure does not say which of them it is.
            /// Wrong: `scenario "sun" {` `then not covered makeup` `}` `scenario "sun" {` `then not covered sauna` `}`.
            /// Right: `scenario "sun" {` `then not covered makeup` `}` `scenario "heat" {` `then not covered sauna` `}`.
            ScenarioTwice = "scenario-twice", Warning;
        } }
    };
}

pub(super) use scenario_codes;
