//! The text of PDF files, by a program of its own with limits on time and memory.

use std::io::{self, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use scheda::source::container::Refused;

/// How long it may work.
const SECONDS: u64 = 20;
/// How much memory it may take, in KiB.
const MEMORY: u64 = 512 << 10;
/// The most bytes of text, and of messages, that are taken from it.
const OUTPUT: u64 = 9 << 20;
/// How often it is asked whether it has finished.
const PAUSE: Duration = Duration::from_millis(10);

/// Reads a PDF through `pdftotext -layout`.
pub fn text(pdf: &[u8]) -> Result<Vec<u8>, Refused> {
    let child = command().stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
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
        let messages = messages.join().unwrap_or_default();
        match status.code() {
            Some(0) => Ok(output.join().unwrap_or_default()),
            // What a shell says of a program that is not there.
            Some(127) if cfg!(unix) => Err(Refused::NoPdfReader),
            _ => Err(failed(&String::from_utf8_lossy(&messages))),
        }
    })
}

/// The program, where the system can with a limit on its memory and its time.
fn command() -> Command {
    const ARGUMENTS: [&str; 6] = ["pdftotext", "-layout", "-enc", "UTF-8", "-", "-"];
    if cfg!(unix) {
        let limits = format!("ulimit -v {MEMORY} 2>/dev/null; ulimit -t {SECONDS} 2>/dev/null; exec \"$@\"");
        let mut command = Command::new("/bin/sh");
        command.args(["-c", &limits, "sh"]).args(ARGUMENTS);
        return command;
    }
    let mut command = Command::new(ARGUMENTS[0]);
    command.args(&ARGUMENTS[1..]);
    command
}

/// Waits for the program, and ends it where it takes too long.
fn finish(child: &mut Child) -> Result<ExitStatus, Refused> {
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status),
            Ok(None) if start.elapsed().as_secs() < SECONDS => thread::sleep(PAUSE),
            Ok(None) => {
                child.kill().ok();
                child.wait().ok();
                return Err(Refused::Limit("the time that pdftotext takes", format!("{SECONDS} seconds")));
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

fn failed(messages: &str) -> Refused {
    let line = messages.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("it said no reason");
    if messages.contains("password") { Refused::Encrypted } else { Refused::PdfFailed(line.to_owned()) }
}
