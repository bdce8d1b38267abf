//! The tests of the library and the program, in one binary.

mod dates;
mod hostile;
mod support;
