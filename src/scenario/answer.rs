//! Whether a reply is the answer that is expected.

use crate::plan::{Answer, State};
use crate::reply::{Answered, Reply};
use crate::syntax::tree::AnswerWord;

/// Whether all that is answered about a thing is this. An answer that holds in one place, or in one situation
/// alone, is none about the thing.
pub(super) fn is(reply: &Reply, expected: AnswerWord) -> bool {
    !reply.answers.is_empty() && reply.answers.iter().all(|one| is_one(one, expected))
}

fn is_one(answered: &Answered, expected: AnswerWord) -> bool {
    let thing = &answered.thing;
    let (answer, sure) = match expected {
        AnswerWord::Avoid => (Answer::Avoid, true),
        AnswerWord::ProvisionallyAvoid => (Answer::Avoid, false),
        AnswerWord::BetterNot => (Answer::BetterNot, true),
        AnswerWord::ProvisionallyBetterNot => (Answer::BetterNot, false),
        AnswerWord::Allowed => (Answer::Allowed, true),
        // A permission that waits for an answer is none yet: the thing is not covered.
        AnswerWord::NotCovered => return thing.answer == Answer::NotCovered,
    };
    thing.answer == answer && (thing.state == State::Settled) == sure && thing.otherwise.is_none()
}
