//! Variants of other protocols.

macro_rules! variant_codes {
    ($next:ident $($others:ident)* { $($before:tt)* }) => {
        $next! { $($others)* {
            $($before)*
            /// `replace` wants a label, a colon and a sentence, `drop` a label and a reason; both stand on lines of
            /// their own, outside of all blocks.
            /// Wrong: `extends microneedling` and `replace sun avoid direct sun for 10 days`.
            /// Right: `extends microneedling` and `replace sun: avoid direct sun for 10 days`.
            VariantShape = "variant-shape", Error;
            /// `replace` and `drop` change a protocol that the file extends, and it extends none.
            /// Wrong: `drop sun` alone. Right: `extends microneedling` and `drop sun because "we treat at night"`.
            ExtendsNothing = "extends-nothing", Error;
            /// `extends` takes the sentences of a protocol, and this file has none: words are imported.
            /// Wrong: `extends skin-care`. Right: `import skin-care`.
            ExtendsWords = "extends-words", Error;
            /// No sentence of the protocols that the file extends has this label; or it was dropped there.
            /// Wrong: `extends microneedling` and `drop sum because "we treat at night"`.
            /// Right: `extends microneedling` and `drop sun because "we treat at night"`.
            UnknownLabel = "unknown-label", Error;
            /// A file replaces or drops one sentence twice.
            /// Wrong: `extends microneedling`, `drop sun because "we treat at night"` and `drop sun because "it rains"`.
            /// Right: `extends microneedling` and `drop sun because "we treat at night"`.
            ReplacedTwice = "replaced-twice", Error;
            /// Two protocols that a file extends do not agree on what one label or header line says.
            /// Wrong: `extends` of two protocols with a label `sun` each. Right: another label in one of them.
            ParentsDiffer = "parents-differ", Error;
            /// A variant's aftercare is shorter than that of the protocol that it extends, so that each sentence
            /// without a window would hold for a shorter time, and nothing would say why.
            /// Wrong: `extends microneedling` and `aftercare for 3 days`. Right: `extends microneedling`.
            ShorterAftercare = "shorter-aftercare", Error;
            /// For some patient and day a variant restricts, refuses, warns, reports or requires less than the
            /// protocol that it extends, and does not say why.
            /// Wrong: `extends microneedling` and `replace sun: avoid direct sun for 3 days`.
            /// Right: `extends microneedling` and `replace sun: avoid direct sun for 3 days because "we treat at night"`.
            LoosenedUnsaid = "loosened-unsaid", Error;
        } }
    };
}

pub(super) use variant_codes;
