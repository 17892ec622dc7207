//! The text of PDF files, by a program of its own with limits on time and memory.

use std::io::{self, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use scheda::source::container::Refused;

/// The program with its arguments.
const PROGRAM: [&str; 6] = ["pdftotext", "-layout", "-enc", "UTF-8", "-", "-"];
/// The longest that it may take, in seconds, when the machine does other things too.
const PATIENCE: u64 = 20;
/// The most bytes of text, and of messages, that are taken from it.
const OUTPUT: u64 = 9 << 20;
/// The address space that its libraries may take beside its memory, in KiB.
const LIBRARIES: u64 = 512 << 10;
/// How often it is asked whether it has finished.
const PAUSE: Duration = Duration::from_millis(10);

/// Reads a PDF through `pdftotext -layout`.
pub fn text(pdf: &[u8]) -> Result<Vec<u8>, Refused> {
    run(&PROGRAM, pdf, Limits::of(pdf.len() as u64))
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
}

/// What a program says of a PDF that is handed to it.
fn run(program: &[&str], pdf: &[u8], limits: Limits) -> Result<Vec<u8>, Refused> {
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
        let status = finish(&mut child)?;
        let (messages, output) = (messages.join().unwrap_or_default(), output.join().unwrap_or_default());
        match status.code() {
            _ if output.len() as u64 == OUTPUT => Err(Refused::Limit("its text", format!("{} MiB", OUTPUT >> 20))),
            Some(0) => Ok(output),
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

/// Waits for the program, and ends it where it takes too long.
fn finish(child: &mut Child) -> Result<ExitStatus, Refused> {
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status),
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
        assert_eq!(run(&["cat"], b"%PDF-1.7", LIMITS).unwrap(), b"%PDF-1.7");
        assert_eq!(why(&["yes"]), "its text is over the limit of 9 MiB");
        let loops = ["sh", "-c", "while :; do :; done"];
        assert_eq!(why(&loops), "the time that pdftotext takes is over the limit of 2 seconds");
        assert_eq!(Limits::of(5 << 20).memory, 55);
    }

    /// Other systems have no limit on memory that a shell could set.
    #[cfg(target_os = "linux")]
    #[test]
    fn its_memory_is_limited() {
        let large = ["dd", "if=/dev/zero", "of=/dev/null", "bs=60M", "count=1"];
        assert_eq!(why(&large), "the memory that pdftotext takes is over the limit of 40 MiB");
    }
}
