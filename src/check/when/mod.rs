//! Windows and points of the tree to those of the checked form.

mod length;
mod point;
mod window;

pub(crate) use length::measure;
