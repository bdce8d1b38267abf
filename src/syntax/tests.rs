//! Quick tests of the parser; the tables of spellings and mistakes stand in `tests/`.
