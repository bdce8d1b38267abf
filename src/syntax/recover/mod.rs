//! Explains what no rule reads: how far the line reads, what cannot be read there, and what can stand
//! there instead. Never pest's own words. A fix is offered only if the line reads with it.

mod afterwards;
mod amount;
mod are_normal;
mod bare_and_ban;
mod before;
mod beside;
mod but_not_if;
mod calls;
mod clause;
mod comes_to;
mod course_words;
mod degrees;
mod either_side;
mod exceeds;
mod fact;
mod filler;
mod junk;
mod lasts;
mod limiting;
mod measured;
mod misspelt;
mod most;
mod near;
mod nights;
mod otherwise;
mod place;
mod plus;
mod reread;
mod rest;
mod said;
mod same_time;
mod say_so;
mod scenario;
mod several;
mod shapes;
mod so_many;
mod soon;
mod starts;
mod tends_with;
mod together;
mod two;
mod variant;

pub(super) use nights::in_evenings;
