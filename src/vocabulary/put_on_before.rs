//! What is put on before a treatment and not after it, so that a ban on it may be meant of that time.

/// Classes of such things, by names of the vocabulary.
pub const PUT_ON_BEFORE: &[&str] = &["numbing cream", "numbing spray"];
