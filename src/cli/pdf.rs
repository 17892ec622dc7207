//! What can be read of PDF files, by programs of their own with limits on time and memory.

use std::fs;
use std::io::{self, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use scheda::source::container::{Printed, Refused};

/// The program that takes out the text, with its arguments.
const TEXT: [&str; 6] = ["pdftotext", "-layout", "-enc", "UTF-8", "-", "-"];
/// The one that tells how it looks. It wants a name for its output, and writes no file.
const LOOK: [&str; 9] = ["pdftohtml", "-q", "-xml", "-i", "-stdout", "-enc", "UTF-8", "-", "none"];
/// The longest that it may take, in seconds, when the machine does other things too.
const PATIENCE: u64 = 20;
/// The most bytes of text, and of messages, that are taken from it.
const OUTPUT: u64 = 9 << 20;
/// The address space that its libraries may take beside its memory, in KiB.
const LIBRARIES: u64 = 512 << 10;
/// How often it is asked whether it has finished.
const PAUSE: Duration = Duration::from_millis(10);
/// How long the hundredth part of a second is, in which Linux counts computing.
const TICK: Duration = Duration::from_millis(10);

/// Reads a PDF through `pdftotext -layout`, and its look through `pdftohtml`, which may take what the first has left of the time.
pub fn read(pdf: &[u8]) -> Result<Printed, Refused> {
    let limits = Limits::of(pdf.len() as u64);
    let done = run(&TEXT, pdf, limits)?;
    let is_blank = done.output.iter().all(u8::is_ascii_whitespace);
    let look = limits.without(done.computed).filter(|_| !is_blank).and_then(|limits| run(&LOOK, pdf, limits).ok());
    Ok(Printed { text: done.output, look: look.map(|done| done.output) })
}

/// What the program may take.
#[derive(Clone, Copy)]
struct Limits {
    /// Memory in MiB.
    memory: u64,
    /// Seconds of computing.
    seconds: u64,
}

impl Limits {
    /// Those for a file of so many bytes, of which the program keeps up to three copies.
    const fn of(size: u64) -> Self {
        let (mebibytes, most) = (size >> 20, PATIENCE - 2);
        Self { memory: 40 + 3 * mebibytes, seconds: 2 + if mebibytes < most { mebibytes } else { most } }
    }

    /// What of them is left for another program, in whole seconds.
    fn without(self, computed: Duration) -> Option<Self> {
        let seconds = self.seconds.checked_sub(computed.as_secs() + 1).filter(|seconds| *seconds > 0)?;
        Some(Self { seconds, ..self })
    }
}

/// What a program has done.
#[derive(Debug)]
struct Done {
    output: Vec<u8>,
    /// How long it has computed; nothing where the system does not tell.
    computed: Duration,
}

/// What a program says of a PDF that is handed to it.
fn run(program: &[&str], pdf: &[u8], limits: Limits) -> Result<Done, Refused> {
    let child = command(program, limits).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = match child {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Refused::NoPdfReader),
        child => child.map_err(|error| Refused::PdfFailed(error.to_string()))?,
    };
    let (input, output, messages) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        scope.spawn(|| input.map(|mut input| input.write_all(pdf)));
        let messages = scope.spawn(|| all(messages));
        let output = scope.spawn(|| all(output));
        let (status, computed) = finish(&mut child)?;
        let (messages, output) = (messages.join().unwrap_or_default(), output.join().unwrap_or_default());
        match status.code() {
            _ if output.len() as u64 == OUTPUT => Err(Refused::Limit("its text", format!("{} MiB", OUTPUT >> 20))),
            Some(0) => Ok(Done { output, computed }),
            // What a shell says of a program that is not there.
            Some(127) if cfg!(unix) => Err(Refused::NoPdfReader),
            _ => Err(failed(status, &String::from_utf8_lossy(&messages), limits)),
        }
    })
}

/// The program, where the system can with a limit on its memory and its time. The limit on data leaves the libraries out, which
/// are much larger on some systems than on others.
fn command(program: &[&str], Limits { memory, seconds }: Limits) -> Command {
    if cfg!(unix) {
        let (data, space) = (memory << 10, (memory << 10) + LIBRARIES);
        let limits = [format!("-d {data}"), format!("-v {space}"), format!("-t {seconds}")];
        let limits: String = limits.iter().map(|limit| format!("ulimit {limit} 2>/dev/null; ")).collect();
        let mut command = Command::new("/bin/sh");
        command.args(["-c", &(limits + "exec \"$@\""), "sh"]).args(program);
        return command;
    }
    let mut command = Command::new(program[0]);
    command.args(&program[1..]);
    command
}

/// Waits for the program, and ends it where it takes too long. Gives also how long it has computed.
fn finish(child: &mut Child) -> Result<(ExitStatus, Duration), Refused> {
    let (start, mut computed) = (Instant::now(), Duration::ZERO);
    loop {
        // Of one that has been waited for nothing is known any more.
        computed = computing(child.id()).unwrap_or(computed);
        match child.try_wait() {
            Ok(Some(status)) => return Ok((status, computed)),
            Ok(None) if start.elapsed().as_secs() < PATIENCE => thread::sleep(PAUSE),
            Ok(None) => {
                child.kill().ok();
                child.wait().ok();
                return Err(too_slow(PATIENCE));
            }
            Err(error) => return Err(Refused::PdfFailed(error.to_string())),
        }
    }
}

/// How long a program has computed, where the system tells. What it has waited for others says nothing about its file.
fn computing(program: u32) -> Option<Duration> {
    let told = fs::read_to_string(format!("/proc/{program}/stat")).ok()?;
    // Behind the name of the program; the times in its own code and in that of the system are the 12th and 13th.
    let (_, told) = told.rsplit_once(')')?;
    let ticks = told.split_whitespace().skip(11).take(2).map(|ticks| ticks.parse::<u32>().ok());
    ticks.sum::<Option<u32>>().map(|ticks| TICK * ticks)
}

/// All that comes, up to the limit; what is too much ends the program, because nobody listens any more.
fn all(stream: Option<impl Read>) -> Vec<u8> {
    let mut bytes = Vec::new();
    stream.into_iter().for_each(|stream| drop(stream.take(OUTPUT).read_to_end(&mut bytes)));
    bytes
}

/// Why it ended without a text.
fn failed(status: ExitStatus, messages: &str, limits: Limits) -> Refused {
    let says = |words: &str| messages.contains(words);
    let line = messages.lines().map(str::trim).find(|line| !line.is_empty());
    match line {
        _ if says("bad_alloc") || says("memory") => {
            Refused::Limit("the memory that pdftotext takes", format!("{} MiB", limits.memory))
        }
        _ if says("password") => Refused::Encrypted,
        None if status.code().is_none() => too_slow(limits.seconds),
        line => Refused::PdfFailed(line.unwrap_or("it said no reason").to_owned()),
    }
}

fn too_slow(seconds: u64) -> Refused {
    Refused::Limit("the time that pdftotext takes", format!("{seconds} seconds"))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits { memory: 40, seconds: 2 };

    fn why(program: &[&str]) -> String {
        run(program, b"%PDF-1.7", LIMITS).unwrap_err().to_string()
    }

    #[test]
    fn what_the_program_takes_is_limited_and_named() {
        assert_eq!(run(&["cat"], b"%PDF-1.7", LIMITS).unwrap().output, b"%PDF-1.7");
        assert_eq!(why(&["yes"]), "its text is over the limit of 9 MiB");
        let loops = ["sh", "-c", "while :; do :; done"];
        assert_eq!(why(&loops), "the time that pdftotext takes is over the limit of 2 seconds");
        assert_eq!(Limits::of(5 << 20).memory, 55);
    }

    #[test]
    fn both_programs_together_stay_within_the_time() {
        let seconds = |computed| LIMITS.without(Duration::from_millis(computed)).map(|limits| limits.seconds);
        assert_eq!([0, 400, 999, 1000, 2500].map(seconds), [Some(1), Some(1), Some(1), None, None]);
    }

    /// Other systems have no limit on memory that a shell could set.
    #[cfg(target_os = "linux")]
    #[test]
    fn its_memory_is_limited() {
        let large = ["dd", "if=/dev/zero", "of=/dev/null", "bs=60M", "count=1"];
        assert_eq!(why(&large), "the memory that pdftotext takes is over the limit of 40 MiB");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn its_computing_is_told() {
        let busy = ["sh", "-c", "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; sleep 0.1"];
        let computed = run(&busy, b"", LIMITS).unwrap().computed;
        assert!((TICK..Duration::from_secs(2)).contains(&computed), "{computed:?}");
    }
}
