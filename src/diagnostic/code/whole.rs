//! The whole of a protocol: its header, labels and imports.

macro_rules! whole_codes {
    ($next:ident $($others:ident)* { $($before:tt)* }) => {
        $next! { $($others)* {
            $($before)*
            /// The header does not say what the protocol is, since when it holds, or when it is reviewed.
            /// It can be used; its status is then `draft`.
            /// Wrong: no header. Right: `protocol "Peel aftercare"`, `version "1.0"`, `effective 2026-01-01`.
            MissingHeader = "missing-header", Warning;
            /// A time counts from a procedure, and the file does not say which treatment it is for: it counts from the last such
            /// procedure in the patient's history, which is that treatment only by chance.
            /// Wrong: `avoid makeup for 2 days after dermal filler` in a file that names no treatment.
            /// Right: `treatment dermal filler` and `avoid makeup for 2 days after treatment`.
            WhichTreatment = "which-treatment", Warning;
            /// The day by which the protocol was to be reviewed has passed.
            /// Wrong: `review by 2020-01-01`. Right: review it, and set the next date: `review by 2099-01-01`.
            ReviewDue = "review-due", Warning;
            /// A header line that can stand once stands twice.
            /// Wrong: `version "1"` and `version "2"`. Right: `version "2"`.
            DuplicateHeader = "duplicate-header", Error;
            /// One label names two sentences.
            /// Wrong: `sun: avoid direct sun` and `sun: wear hat`. Right: `hat: wear hat`.
            DuplicateLabel = "duplicate-label", Error;
            /// The same sentence stands twice, under the same conditions.
            /// Wrong: `avoid makeup today` and `avoid makeup today`. Right: `avoid makeup today`.
            RepeatedSentence = "repeated-sentence", Warning;
            /// No patient can meet the condition of a sentence, so that it is never in a plan.
            /// Wrong: `avoid sauna for 7 days if age under 7 and age over 14`. Right: `if age under 7 or age over 14`.
            NeverApplies = "never-applies", Warning;
            /// A restriction holds back what another sentence asks for or permits, for a patient that the message
            /// names: all of it, or a part of the time that the sentence says.
            /// Wrong: `allow makeup from 2 days` and `avoid makeup for 3 days`. Right: `avoid makeup for 3 days` and
            /// `allow makeup from 3 days`.
            HeldBack = "held-back", Warning;
            /// Medicines are to go on, and another sentence stops some of them, or all of them for a time. The ban wins for whoever
            /// is not prescribed them.
            /// Wrong: `continue blood thinners` and `avoid aspirin for 2 weeks`.
            /// Right: `continue blood thinners except aspirin` and `avoid aspirin for 2 weeks`.
            GoesOnAndLeft = "goes-on-and-left", Warning;
            /// What is to go on is for whoever an event has not happened to. While that is unknown a duty waits, and nobody is
            /// told to go on.
            /// Wrong: `event clinic stops it` and `continue warfarin unless clinic stops it`.
            /// Right: `event clinic stops it` and `continue warfarin until clinic stops it`.
            EndedByEvent = "ended-by-event", Warning;
            /// A symptom or an event is reported after the treatment. What is to be done or left before it, and waits for one, is
            /// never in force.
            /// Wrong: `take valaciclovir for 1 day before if cold sores`.
            /// Right: `take valaciclovir for 1 day before if conditions includes cold sore history`.
            ReportedLater = "reported-later", Warning;
            /// Two visits of one title, of which one is for some patients alone, or that a variant adds beside the other: these
            /// patients have both in their plan.
            /// Wrong: `visit "stitches out" 7 days after treatment` and `visit "stitches out" 10 days after treatment if pregnant`.
            /// Right: `visit "stitches out" 7 days after treatment unless pregnant` beside the second.
            VisitTwice = "visit-twice", Warning;
            /// A duty is the patient's. What the clinic takes out is an appointment.
            /// Wrong: `remove stitches after 7 days`. Right: `visit "stitches out" 7 days after treatment`.
            ByWhom = "by-whom", Warning;
            /// Whoever is under a sentence is under another one that says all of it: the same in other words, for more
            /// patients, for longer, or of a class in which its things lie.
            /// Wrong: `avoid makeup for 5 days if age over 21` and `avoid makeup for 7 days if age over 18`.
            /// Right: `avoid makeup for 7 days if age over 18`.
            Implied = "implied", Warning;
            /// Sentences say something for some values of a fact, and for a value beside or between them none does.
            /// Wrong: `avoid heat for 3 days if skin type in I..III` and `avoid heat for 7 days if skin type in V..VI`.
            /// Right: `avoid heat for 3 days if skin type in I..III` and `avoid heat for 7 days if skin type in IV..VI`.
            Gap = "gap", Warning;
            /// A restriction has a beginning and no end, and nothing gives back what it takes; or a medicine is to be
            /// taken for ever. `always` says that something is for good.
            /// Wrong: `avoid makeup from day 1`. Right: `avoid makeup from day 1 until day 7`.
            NeverEnds = "never-ends", Warning;
            /// A class of medicines is forbidden, of which patients are prescribed some, and no sentence asks the
            /// prescriber. A plan never stops what is prescribed.
            /// Wrong: `avoid anticoagulants for 7 days before`.
            /// Right: `ask prescriber "whether it can be paused" if taking anticoagulants`.
            NoPrescriber = "no-prescriber", Warning;
            /// A sentence accepts a finding that is not found there: it is mended, or was never there.
            /// Wrong: `avoid makeup today accept held-back because "it is meant"`. Right: `avoid makeup today`.
            AcceptsNothing = "accepts-nothing", Warning;
            /// `refuse` or `defer` without a condition holds for every patient.
            /// Wrong: `refuse`. Right: `refuse if pregnant`.
            RefuseEveryone = "refuse-everyone", Warning;
            /// The file imports nothing, and a bundled vocabulary knows names that it speaks of: `import` is missing.
            /// Wrong: `avoid retinoids and makeup for 7 days` alone.
            /// Right: `import skin-care` and `avoid retinoids and makeup for 7 days`.
            NoImport = "no-import", Error;
            /// There is no bundled file and none beside this one with the imported name.
            /// Wrong: `import skincare`. Right: `import skin-care`.
            UnknownImport = "unknown-import", Error;
            /// An import is a bare name of a bundled or neighbouring file, never a path.
            /// Wrong: `import "../clinic/words"`. Right: `import skin-care`, or a file beside this one.
            ImportPath = "import-path", Error;
            /// The imported name is bundled and that of a file beside this one: either could be meant.
            /// Wrong: `import skin-care` beside a file `skin-care.rules`. Right: rename the file.
            ImportBoth = "import-both", Error;
            /// The imported file is there and cannot be read.
            /// Wrong: a file that is no text. Right: save it as UTF-8, with the right to read it.
            ImportUnreadable = "import-unreadable", Error;
            /// A file imports itself, by itself or through others.
            /// Wrong: `import words` in `words.rules`. Right: leave it out.
            ImportCycle = "import-cycle", Error;
            /// Imports that import one another more than 64 deep.
            /// Wrong: a chain of 65 files. Right: import the vocabularies side by side.
            ImportDepth = "import-depth", Error;
            /// `import` takes in words to name things with, never sentences, and this file has sentences.
            /// Wrong: `import microneedling`. Right: `import skin-care`.
            ImportProtocol = "import-protocol", Error;
            /// A file is imported twice.
            /// Wrong: `import skin-care` and `import skin-care`. Right: `import skin-care`.
            RepeatedImport = "repeated-import", Warning;
            /// A condition asks so much at once that it cannot be decided for every patient: its line stays
            /// provisional or waiting whatever is known, and never becomes settled by mistake.
            /// Wrong: `refuse if (a and b) or (c and d) or ...` with dozens of facts, each used twice.
            /// Right: several sentences, each with a condition of its own.
            ConditionTooLarge = "condition-too-large", Warning;
        } }
    };
}

pub(super) use whole_codes;
