//! What a sentence says, and sentences beside each other.

macro_rules! sentence_codes {
    ($next:ident $($others:ident)* { $($before:tt)* }) => {
        $next! { $($others)* {
            $($before)*
            /// No declared fact asks about this medicine, so that nobody could answer.
            /// Wrong: `medicine aspirin` and `caution "bleeding" if taking aspirin`, and no fact over medicines.
            /// Right: `medicine aspirin`, `fact medications: any of medicine` and
            /// `caution "bleeding" if taking aspirin`.
            NotAsked = "not-asked", Error;
            /// `if severe` speaks of the sentence's own symptoms, and the sentence has none.
            /// Wrong: `avoid makeup if severe`. Right: `avoid makeup if pain severe`.
            BareQualifier = "bare-qualifier", Error;
            /// A window stands at a sentence that cannot have one: what decides whether to treat, a visit,
            /// the course.
            /// Wrong: `refuse for 7 days if pregnant`. Right: `refuse if pregnant`.
            WindowNotHere = "window-not-here", Error;
            /// A `report` says a day in place of how soon to call: `today` is the day of the treatment, and a
            /// symptom comes on any day.
            /// Wrong: `report pus to clinic today`. Right: `report pus to clinic within 24 hours`.
            HowSoon = "how-soon", Error;
            /// `resume` says from when a thing may be used again, and that is missing or is an end.
            /// Wrong: `resume retinoids for 7 days`. Right: `resume retinoids from day 7`.
            ResumeStart = "resume-start", Error;
            /// A `resume` hangs on a condition, and with it the ban that it ends: where the condition is not so, nothing
            /// holds the thing back.
            /// Wrong: `resume retinoids from day 7 if not pregnant`.
            /// Right: `avoid retinoids until day 7` and `avoid retinoids always if pregnant`.
            ResumedIf = "resumed-if", Warning;
            /// What says how a thing is taken up again (a tool, how much, how often, a situation) would be said of its ban as
            /// well, so that it would be off in that way alone.
            /// Wrong: `resume makeup from 4 hours using sponge`.
            /// Right: `avoid makeup until 4 hours` and `allow makeup from 4 hours using sponge`.
            ResumedHow = "resumed-how", Error;
            /// Minutes behind a start are over once and for all when they have passed. How long something is done each time
            /// stands before the start.
            /// Wrong: `apply cold compress for 10 minutes from day 2`.
            /// Right: `apply cold compress 10 minutes from day 2`.
            MinutesFrom = "minutes-from", Error;
            /// `for CONCERNS` belongs to `sessions` and `maintenance`; other sentences say it with `if`.
            /// Wrong: `use serum for acne scars`. Right: `use serum if concerns includes acne scars`.
            ConcernsNotHere = "concerns-not-here", Error;
            /// A sentence has no window, and the file does not say how long such a sentence holds.
            /// Wrong: `avoid makeup` alone. Right: `aftercare for 2 weeks` in the header, and `avoid makeup`.
            MissingAftercare = "missing-aftercare", Warning;
            /// The file speaks of day 1 and never of day 0. The day of the treatment is day 0; sheets
            /// that call it day 1 mean a day earlier.
            /// Wrong: `avoid makeup until day 1` alone. Right: `avoid makeup today`.
            DayOne = "day-one", Warning;
            /// `for 1 day` ends with the day of the treatment, which may be an hour later.
            /// Wrong: `avoid makeup for 1 day`. Right: `avoid makeup for 24 hours`.
            OneDay = "one-day", Warning;
            /// A course of medicine ends where the day begins that is named, so that it has no dose on that day. Sheets mean
            /// either; the days say which.
            /// Wrong: `take aciclovir twice a day until day 7`. Right: `take aciclovir twice a day on days 0..7`.
            LastDose = "last-dose", Warning;
            /// One symptom is both the normal course and a reason to call, and no word tells the two apart:
            /// no qualifier (`severe`), no attribute (`slight`) of only one of them. Whoever reports it is told to call.
            /// Wrong: `expect redness` and `report redness to clinic`.
            /// Right: `report redness to clinic if redness spreading`.
            ExpectedAndReported = "expected-and-reported", Warning;
            /// A warning sign starts on a later day, and nothing says what it means before: nobody is told to call then.
            /// Wrong: `report pus or fever to clinic from day 3`. Right: `report pus or fever to clinic`.
            StartsLate = "starts-late", Warning;
            /// A duty that waits for a symptom or an event holds for so long after the treatment: who has it later gets fewer
            /// days, or none.
            /// Wrong: `take aciclovir for 5 days if cold sores`.
            /// Right: `take aciclovir for 5 days from cold sores if cold sores`.
            FromTreatment = "from-treatment", Warning;
            /// A `report` lacks what all others say in this file: how soon to call. A word may have been lost.
            /// Wrong: `report pus to clinic` beside `report fever to clinic immediately` and
            /// `report pain to clinic immediately`.
            /// Right: `report pus to clinic immediately` beside them.
            UnlikeOthers = "unlike-others", Warning;
            /// The first thing of a list is a class in which all the others lie, so that they add nothing:
            /// `including` may have been lost before examples. Or one thing stands twice, be it by two names.
            /// Two things joined by `and` or `or` lost no such word, and are left alone.
            /// Wrong: `avoid retinoids, retinol and adapalene for 7 days`.
            /// Right: `avoid retinoids, including retinol and adapalene, for 7 days`.
            AlreadyCovered = "already-covered", Warning;
            /// A list ends in a comma, or says `any of` and has one value: what stood there may be lost.
            /// Wrong: `avoid heat, swimming, for 7 days`. Right: `avoid heat and swimming for 7 days`.
            ListCutShort = "list-cut-short", Warning;
            /// A condition asks for the very symptom that its sentence is about, and so says nothing.
            /// Wrong: `report pain to clinic if pain`. Right: `report pain to clinic if pain severe`.
            SaysNothing = "says-nothing", Warning;
            /// A time ends when a symptom comes, where its end is likely to be meant.
            /// Wrong: `avoid makeup until swelling`. Right: `avoid makeup until swelling gone`.
            UntilItComes = "until-it-comes", Warning;
            /// A ban or a duty ends when a symptom is over, and is for everybody: whoever never has the symptom is never
            /// free of it. What the protocol expects is everybody's.
            /// Wrong: `avoid makeup until blister closed` and `event blister closed`.
            /// Right: `avoid makeup until blister closed if blister` and `event blister closed`.
            NotEverybody = "not-everybody", Warning;
            /// What `except` takes out was not in. (`allow X but not Y` leaves Y, wherever it lies.)
            /// Wrong: `avoid makeup except aspirin`. Right: `avoid makeup except lipstick`.
            ExceptOutside = "except-outside", Warning;
            /// `do not` stands before a word that is known as a thing and is a deed's word, too: `peel` is
            /// another name of chemical peels, `scrub` one scrub of several. Say which of the two is meant.
            /// Wrong: `do not peel for 7 days`. Right: `avoid peeling off skin for 7 days`.
            DeedOrThing = "deed-or-thing", Warning;
            /// What `including` gives as an example does not lie under the class before it.
            /// Wrong: `avoid retinoids, including sauna`. Right: `avoid retinoids, including retinol`.
            IncludingOutside = "including-outside", Error;
            /// Something is done with a thing that another sentence forbids all that time. Every plan says that it is not
            /// to be used.
            /// Wrong: `avoid cleansers today` and `wash face using gentle cleanser today`.
            /// Right: `avoid cleansers today` and `wash face using hands today`.
            AtOdds = "at-odds", Warning;
            /// `take only X` forbids every other medicine, whatever it is for; what somebody is prescribed stays, and every
            /// plan says so. So does `only` before a tool or a garment forbid all others. Forbid by name what is meant.
            /// Wrong: `take only paracetamol if pain`.
            /// Right: `take paracetamol if pain` and `avoid aspirin`.
            OnlyOfKind = "only-of-kind", Warning;
            /// A sentence counts from when a medicine was stopped, and is for those who take it now: who stopped it yesterday
            /// is left out.
            /// Wrong: `defer until 1 week after warfarin last taken if taking warfarin`.
            /// Right: `defer until 1 week after warfarin last taken if took warfarin within 1 week`.
            StoppedAndTaking = "stopped-and-taking", Warning;
            /// A sentence leaves a thing out of what is to go on, and no other says what becomes of it: whoever reads that may
            /// stop it.
            /// Wrong: `continue blood thinners except aspirin` alone.
            /// Right: `continue blood thinners except aspirin` and `ask prescriber about aspirin`.
            LeftUnsaid = "left-unsaid", Warning;
            /// `allow X from P` permits X from then on and forbids nothing, and no other sentence says that X is off
            /// until then: it is not covered before.
            /// Wrong: `allow makeup from day 2` alone. Right: `resume makeup from day 2`.
            NothingBefore = "nothing-before", Warning;
            /// `allow X unless C` permits X to all others and forbids nothing: for a patient of whom C is true it is not
            /// covered, unless another sentence restricts it.
            /// Wrong: `allow paracetamol unless pregnant` alone.
            /// Right: `allow paracetamol unless pregnant` and `avoid paracetamol if pregnant`.
            ExcludedUnsaid = "excluded-unsaid", Warning;
            /// A tool of what is done now and then is to be used, and nothing says when: it is a duty of every day.
            /// Wrong: `use razor on neck`. Right: `allow shaving on neck using razor`.
            ToolEachDay = "tool-each-day", Warning;
            /// A ban without a time starts with the treatment, and what it bans is put on before one: a numbing cream.
            /// Wrong: `avoid numbing cream` alone. Right: `avoid numbing cream before treatment`.
            PutOnBefore = "put-on-before", Warning;
            /// The reason of a sentence that allows one thing and not another stands behind both, and is read of what is
            /// allowed.
            /// Wrong: `allow paracetamol but not aspirin because "it increases bruising"`.
            /// Right: `allow paracetamol` and `avoid aspirin because "it increases bruising"`.
            ReasonOfWhich = "reason-of-which", Warning;
            /// `allow X from P but not Y` leaves Y from P on alone, and nothing says that Y is off before.
            /// Wrong: `allow makeup from day 2 but not lipstick` alone.
            /// Right: `avoid makeup today`, `avoid lipstick` and `allow makeup from day 2 except lipstick`.
            ButNotLater = "but-not-later", Warning;
            /// A name stands for something to drink, and the protocol speaks of wounds or of what cleans them, where
            /// sheets use that name of what goes on the skin, too.
            /// Wrong: `avoid alcohol` and `avoid hydrogen peroxide`.
            /// Right: `avoid rubbing alcohol` and `avoid hydrogen peroxide`.
            DrinkOrLiquid = "drink-or-liquid", Warning;
            /// A short name may be either of two things, or permits more than was meant.
            /// Wrong: `allow gym`. Right: `allow gym workout`.
            EitherOfTwo = "either-of-two", Warning;
            /// A word before the first thing of a list narrows that one alone, and could be meant of those behind it, too.
            /// Wrong: `expect mild pain, redness or swelling`.
            /// Right: `expect mild pain, mild redness or mild swelling`, or `expect redness, swelling or mild pain`.
            SaidOfOne = "said-of-one", Warning;
            /// What is allowed is named by a wide name, and with what it is done makes it one that has a name of its own:
            /// all that lies under the wide name is allowed as well.
            /// Wrong: `allow showers using lukewarm water`. Right: `allow lukewarm showers`.
            InOneName = "in-one-name", Warning;
            /// A condition asks about one thing of the sentence, and decides about the others as well.
            /// Wrong: `avoid aspirin and fish oil unless prescribed aspirin`.
            /// Right: `avoid aspirin and fish oil`: what is prescribed is never stopped by a ban.
            OfOneAlone = "of-one-alone", Warning;
            /// A sentence asks for more of a thing than another one allows at the same time, or for it more often.
            /// Wrong: `drink wine 2 drinks daily` and `limit alcohol to 1 drink per day`.
            /// Right: `drink wine 1 drink daily` and `limit alcohol to 1 drink per day`.
            AboveCap = "above-cap", Error;
            /// Two `sessions` sentences can both apply to one patient, so that the course is not one. No scenario shows it:
            /// none runs on a protocol with an error.
            /// Wrong: `sessions 3..6` and `sessions 4`. Right: `sessions 4 for acne scars`.
            OverlappingSessions = "overlapping-sessions", Error;
        } }
    };
}

pub(super) use sentence_codes;
