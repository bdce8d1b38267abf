//! Work on several pieces at once.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{Builder, available_parallelism, scope};

/// Into how many pieces long work is cut: more than there are threads, so that none of them waits long
/// for the last. The number hangs on no machine, and neither does any result.
pub(crate) const PIECES: usize = 16;

/// How many threads work at once on short work, this one included.
const THREADS: usize = 4;

/// Does the same work on each piece and gives what came of it in the order of the pieces, so that
/// nobody can tell how many threads there were. Each thread takes the next piece as soon as it is done
/// with one; where a thread cannot be started, the others do its share.
pub(crate) fn side_by_side<P: Sync, R: Send>(
    pieces: &[P],
    work: impl Fn(&P) -> R + Sync,
) -> Vec<R> {
    on_threads(THREADS, pieces, work)
}

/// The same of long work, on as many threads as the machine runs at once.
pub(crate) fn on_all_cores<P: Sync, R: Send>(
    pieces: &[P],
    work: impl Fn(&P) -> R + Sync,
) -> Vec<R> {
    let cores = available_parallelism().map_or(THREADS, std::num::NonZero::get);
    on_threads(cores, pieces, work)
}

fn on_threads<P: Sync, R: Send>(
    threads: usize,
    pieces: &[P],
    work: impl Fn(&P) -> R + Sync,
) -> Vec<R> {
    if let [only] = pieces {
        return vec![work(only)];
    }
    let next = AtomicUsize::new(0);
    let share = || {
        let mut done = Vec::new();
        while let Some((place, piece)) = taken(&next, pieces) {
            done.push((place, work(piece)));
        }
        done
    };
    scope(|scope| {
        let others = 1..threads.min(pieces.len());
        let started: Vec<_> = others
            .map_while(|_| Builder::new().spawn_scoped(scope, share).ok())
            .collect();
        let mut done = share();
        for thread in started {
            done.extend(thread.join().unwrap_or_else(|bug| resume_unwind(bug)));
        }
        done.sort_unstable_by_key(|(place, _)| *place);
        done.into_iter().map(|(_, result)| result).collect()
    })
}

/// The next piece that no thread has taken, and its place.
fn taken<'p, P>(next: &AtomicUsize, pieces: &'p [P]) -> Option<(usize, &'p P)> {
    let place = next.fetch_add(1, Ordering::Relaxed);
    pieces.get(place).map(|piece| (place, piece))
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
        assert_eq!(side_by_side(&[8], slow_first), [16]);
    }
}
