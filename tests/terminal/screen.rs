//! A pseudo-terminal with the program in it.

use std::fs::File;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use ptyprocess::PtyProcess;

/// How long the screen may take to show something.
const PATIENCE: Duration = Duration::from_secs(30);

pub const ENTER: &str = "\r";
pub const TAB: &str = "\t";
pub const CTRL_A: &str = "\u{1}";
pub const CTRL_C: &str = "\u{3}";
pub const CTRL_D: &str = "\u{4}";
pub const CTRL_F: &str = "\u{6}";
pub const CTRL_Z: &str = "\u{1a}";
pub const UP: &str = "\u{1b}[A";

/// How the terminal is set up.
#[derive(Debug, Clone, Copy)]
pub struct Setup<'a> {
    pub columns: u16,
    pub rows: u16,
    pub colour: bool,
    pub locale: &'a str,
    pub arguments: &'a [&'a str],
}

impl Default for Setup<'_> {
    fn default() -> Self {
        Self {
            columns: 80,
            rows: 40,
            colour: false,
            locale: "C.UTF-8",
            arguments: &[],
        }
    }
}

/// The program, and the screen as it is.
pub struct Terminal {
    process: PtyProcess,
    keyboard: File,
    /// What it writes, as it comes.
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    /// Everything that was ever written to it.
    pub written: Vec<u8>,
    folder: PathBuf,
}

/// A number of rows or columns.
fn cells(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).expect("a terminal has a size")
}

/// A folder of its own for each terminal.
fn folder() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let name = format!("aftercare-dsl-terminal-{}-{number}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

impl Terminal {
    /// Starts `repl` in a folder of its own.
    pub fn start(setup: Setup<'_>) -> Self {
        Self::start_in(folder(), setup)
    }

    /// Starts `repl` and lets it know the words of skin care.
    pub fn with_skin_care() -> Self {
        let mut terminal = Self::start(Setup::default());
        terminal
            .shows(&["rules> "])
            .enters("import skin-care")
            .shows(&["Taken"]);
        terminal
    }

    /// Starts `repl` in a folder.
    pub fn start_in(folder: PathBuf, setup: Setup<'_>) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_aftercare-dsl"));
        command
            .arg("repl")
            .args(setup.arguments)
            .current_dir(&folder)
            .env_clear()
            .env("TERM", "xterm-256color")
            .env("XDG_STATE_HOME", folder.join("state"))
            .env("LC_ALL", setup.locale);
        if !setup.colour {
            command.env("NO_COLOR", "1");
        }
        let mut process = PtyProcess::spawn(command).expect("it starts");
        process
            .set_window_size(setup.columns, setup.rows)
            .expect("it has a size");
        let keyboard = process.get_raw_handle().expect("it takes keys");
        let output = watched(process.get_raw_handle().expect("it can be read"));
        Self {
            process,
            keyboard,
            output,
            parser: vt100::Parser::new(cells(setup.rows), cells(setup.columns), 1000),
            written: Vec::new(),
            folder,
        }
    }

    /// The folder that it runs in.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Types.
    pub fn types(&mut self, keys: &str) -> &mut Self {
        let keys = keys.as_bytes();
        self.keyboard.write_all(keys).expect("it takes keys");
        self
    }

    /// Waits for an empty prompt, types a line and ends it.
    #[track_caller]
    pub fn enters(&mut self, line: &str) -> &mut Self {
        self.waits().types(line).types(ENTER)
    }

    /// Waits until the last line is a prompt with nothing behind it.
    #[track_caller]
    pub fn waits(&mut self) -> &mut Self {
        let start = Instant::now();
        while !self.is_empty() {
            let screen = self.screen();
            assert!(start.elapsed() < PATIENCE, "there is no prompt:\n{screen}");
            self.reads();
        }
        self
    }

    /// Waits until the last line is this one.
    #[track_caller]
    pub fn stands(&mut self, line: &str) -> &mut Self {
        let start = Instant::now();
        while self.last() != line {
            let screen = self.screen();
            assert!(
                start.elapsed() < PATIENCE,
                "`{line}` is not last:\n{screen}"
            );
            self.reads();
        }
        self
    }

    /// Drops what stands in the editor. While an answer is still being printed Ctrl-C does nothing, so
    /// that it is pressed again, as one would.
    #[track_caller]
    pub fn drops(&mut self) -> &mut Self {
        let start = Instant::now();
        while !self.is_empty() {
            let screen = self.screen();
            assert!(start.elapsed() < PATIENCE, "nothing was dropped:\n{screen}");
            self.types(CTRL_C);
            for _ in 0..20 {
                self.reads();
            }
        }
        self
    }

    /// Whether the last line is a prompt with nothing behind it, and stays so: a line that is drawn anew
    /// is one for a moment.
    fn is_empty(&mut self) -> bool {
        let mut quiet = 0;
        while quiet < 4 {
            if !["rules>", "answer>"].contains(&self.last().as_str()) {
                return false;
            }
            let before = self.written.len();
            self.reads();
            quiet = if self.written.len() == before {
                quiet + 1
            } else {
                0
            };
        }
        true
    }

    /// The last line that is not blank.
    fn last(&self) -> String {
        let screen = self.screen();
        let last = screen.lines().rev().find(|line| !line.trim().is_empty());
        last.unwrap_or_default().trim().to_owned()
    }

    /// Makes the window another size.
    pub fn resizes(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.process
            .set_window_size(columns, rows)
            .expect("it can be resized");
        self.parser
            .screen_mut()
            .set_size(cells(rows), cells(columns));
        self
    }

    /// What the screen shows.
    pub fn screen(&self) -> String {
        self.parser.screen().contents()
    }

    /// Waits until the screen shows each of these.
    #[track_caller]
    pub fn shows(&mut self, parts: &[&str]) -> &mut Self {
        let start = Instant::now();
        while !parts.iter().all(|part| self.screen().contains(part)) {
            assert!(
                start.elapsed() < PATIENCE,
                "the screen never showed {parts:?}:\n{}",
                self.screen()
            );
            self.reads();
        }
        self
    }

    /// Waits until the program has left.
    #[track_caller]
    pub fn leaves(&mut self) {
        let start = Instant::now();
        while self.process.is_alive().unwrap_or(false) {
            assert!(
                start.elapsed() < PATIENCE,
                "it did not leave:\n{}",
                self.screen()
            );
            self.reads();
        }
    }

    /// Reads what is there, or waits for a moment.
    fn reads(&mut self) {
        match self.output.recv_timeout(Duration::from_millis(20)) {
            Ok(bytes) => {
                self.parser.process(&bytes);
                self.written.extend(bytes);
            }
            Err(RecvTimeoutError::Timeout) => {}
            // A program that has left leaves no terminal.
            Err(RecvTimeoutError::Disconnected) => std::thread::sleep(Duration::from_millis(20)),
        }
    }
}

/// Reads a terminal in a thread of its own, until it is gone.
fn watched(mut terminal: File) -> Receiver<Vec<u8>> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(read @ 1..) = terminal.read(&mut bytes) {
            let some = bytes.get(..read).unwrap_or_default().to_vec();
            if sender.send(some).is_err() {
                break;
            }
        }
    });
    receiver
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.process.exit(true);
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
