//! Work on several pieces at once.

use std::panic::resume_unwind;
use std::thread::{Builder, scope};

/// Into how many pieces long work is cut. Two would do for two processors, and leave one of them idle
/// where one piece takes longer; the number hangs on no machine, and neither does any result.
pub(crate) const PIECES: usize = 4;

/// Does the same work on each piece and gives what came of it in the order of the pieces, so that
/// nobody can tell how many threads there were. Where a thread cannot be started, its piece is worked
/// on here.
pub(crate) fn side_by_side<P: Sync, R: Send>(
    pieces: &[P],
    work: impl Fn(&P) -> R + Sync,
) -> Vec<R> {
    let Some((first, others)) = pieces.split_first() else {
        return Vec::new();
    };
    let work = &work;
    scope(|scope| {
        let start = |piece| {
            let thread = Builder::new().spawn_scoped(scope, move || work(piece));
            thread.map_err(|_| piece)
        };
        let started: Vec<_> = others.iter().map(start).collect();
        let mut done = vec![work(first)];
        done.extend(started.into_iter().map(|thread| match thread {
            Ok(thread) => thread.join().unwrap_or_else(|bug| resume_unwind(bug)),
            Err(piece) => work(piece),
        }));
        done
    })
}

#[cfg(test)]
mod tests {
    use super::side_by_side;

    #[test]
    fn results_come_in_the_order_of_the_pieces() {
        let pieces: Vec<u64> = (0..9).collect();
        let slow_first = |piece: &u64| {
            std::thread::sleep(std::time::Duration::from_millis(9 - piece));
            piece * 2
        };
        let doubled: Vec<u64> = (0..9).map(|piece| piece * 2).collect();
        assert_eq!(side_by_side(&pieces, slow_first), doubled);
        assert!(side_by_side(&[], slow_first).is_empty());
    }
}
