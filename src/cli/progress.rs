//! How far a long run is, for the person who waits.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How long a run takes of which nothing is said.
const PATIENCE: Duration = Duration::from_secs(2);
/// How often a line is said where there is no terminal.
const EVERY: Duration = Duration::from_secs(5);
/// What a bar shows.
const BAR: &str = "{bar:30} {human_pos} of {human_len} files, {per_sec}, {eta} left";

/// How far a run is.
pub struct Progress {
    started: Instant,
    /// When a line was last said.
    said: Instant,
    is_terminal: bool,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Nothing is done yet.
    pub fn new(is_terminal: bool) -> Self {
        let started = Instant::now();
        Self { started, said: started, is_terminal, bar: None }
    }

    /// So many of all files are done. Where there is no terminal, gives a line every few seconds.
    pub fn step(&mut self, done: usize, all: usize) -> Option<String> {
        let elapsed = self.started.elapsed();
        if self.is_terminal {
            if elapsed >= PATIENCE {
                self.bar.get_or_insert_with(|| bar(all, elapsed)).set_position(done as u64);
            }
            return None;
        }
        let is_due = self.said.elapsed() >= EVERY;
        is_due.then(|| {
            self.said = Instant::now();
            line(done, all, elapsed)
        })
    }

    /// Writes with the bar out of the way.
    pub fn aside(&self, write: impl FnOnce()) {
        match &self.bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.iter().for_each(ProgressBar::finish_and_clear);
    }
}

fn bar(all: usize, elapsed: Duration) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(all as u64), ProgressDrawTarget::stderr_with_hz(10));
    let style = ProgressStyle::with_template(BAR).unwrap_or_else(|_| ProgressStyle::default_bar());
    bar.with_style(style).with_elapsed(elapsed)
}

/// `1200 of 10000 files, 60 a second, about 147 s left`
fn line(done: usize, all: usize, elapsed: Duration) -> String {
    let rate = done as f64 / elapsed.as_secs_f64();
    let left = (all - done.min(all)) as f64 / rate.max(f64::MIN_POSITIVE);
    let left = if done == 0 { String::new() } else { format!(", about {left:.0} s left") };
    format!("{done} of {all} files, {rate:.1} a second{left}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_the_rate_and_the_time_left() {
        assert_eq!(
            line(1_200, 10_000, Duration::from_secs(20)),
            "1200 of 10000 files, 60.0 a second, about 147 s left"
        );
        assert_eq!(line(0, 3, Duration::from_secs(5)), "0 of 3 files, 0.0 a second");
    }

    #[test]
    fn a_short_run_says_nothing() {
        for is_terminal in [true, false] {
            let mut progress = Progress::new(is_terminal);
            assert_eq!(progress.step(1, 2), None);
            assert!(progress.bar.is_none());
        }
    }
}
