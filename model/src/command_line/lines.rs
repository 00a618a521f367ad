//! `platewise eval --jsonl`: inputs line by line, evaluated on all cores, answered in their order.
//! A worker takes the next line and, before another may, queues the place where its answer will be. The queue is bounded, and so are the bytes of the
//! answers that wait for an earlier one; whoever writes takes the places in their order and sends on what is there whenever it would have to wait.

use crate::calculator::AnyCalculator;
use crate::words::{Text, text};
use serde_json::{Map, Value};
use std::io::{self, BufRead, BufReader, BufWriter, ErrorKind, Read, Write};
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use super::{inputs_in, outcome, refusal, unwritable};

/// The longest line, in bytes without its ending. A year of hours takes a twentieth of it.
const LONGEST: usize = 1_000_000;
/// What is read of a line at most: enough to see that it is too long, also behind a byte-order mark and before CR LF.
const KEPT: u64 = LONGEST as u64 + 6;
/// How many lines of each worker may wait to be written, so that a slow line holds nobody up soon.
const AHEAD: usize = 16;
/// How many bytes of answers may wait for an earlier one. The next to be written always may.
const MOST_WAITING: usize = 4_000_000;

const TOO_LONG: Text =
    text("The line is longer than 1,000,000 bytes.", "该行超过 1,000,000 字节。");
const NOT_TEXT: Text = text("The line is not text in UTF-8.", "该行不是 UTF-8 文本。");

/// Answers every line of an input, and says whether all were good. A reader that has gone ends it quietly.
pub fn evaluate(
    calculator: &'static AnyCalculator,
    for_customer: bool,
    input: Box<dyn Read + Send>,
) -> Result<bool, Value> {
    let waiting = Arc::default();
    let queue = start(calculator, for_customer, Lines::of(input), &waiting)?;
    match write(&queue, &waiting, &mut BufWriter::new(io::stdout().lock())) {
        Ok(all_good) => Ok(all_good),
        Err(Stop::Reading(error)) => Err(refusal(
            "file",
            "unreadable",
            text("The file cannot be read: {0}.", "无法读取文件：{0}。"),
            &[&error.to_string()],
        )),
        Err(Stop::Writing(error)) if error.kind() == ErrorKind::BrokenPipe => Ok(true),
        Err(Stop::Writing(error)) => Err(unwritable(&error)),
    }
}

/// An answer on its line.
struct Answer {
    line: String,
    good: bool,
}

/// Where the answer to a line will be, or why there are no more lines.
type Place = io::Result<Receiver<Answer>>;

/// How much waits to be written.
#[derive(Default)]
struct Waiting {
    /// Bytes of answers that are ready, and how many answers are written.
    so_far: Mutex<(usize, u64)>,
    written: Condvar,
}

impl Waiting {
    /// Waits until there is room for the answer of a place, or it is the next to be written.
    fn enter(&self, place: u64, bytes: usize) {
        let so_far = self.so_far.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full =
            |(waiting, next): &mut (usize, u64)| *next != place && *waiting + bytes > MOST_WAITING;
        let mut so_far =
            self.written.wait_while(so_far, is_full).unwrap_or_else(PoisonError::into_inner);
        so_far.0 += bytes;
    }

    /// The answer of the next place is written.
    fn leave(&self, bytes: usize) {
        let mut so_far = self.so_far.lock().unwrap_or_else(PoisonError::into_inner);
        *so_far = (so_far.0.saturating_sub(bytes), so_far.1 + 1);
        self.written.notify_all();
    }
}

/// Starts a worker for each core. They end with the input or with the queue.
fn start(
    calculator: &'static AnyCalculator,
    for_customer: bool,
    lines: Lines,
    waiting: &Arc<Waiting>,
) -> Result<Receiver<Place>, Value> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let (places, queue) = sync_channel(cores * AHEAD);
    let lines = Arc::new(Mutex::new((lines, 0)));
    let started = (0..cores).filter(|_| {
        let (lines, places, waiting) = (Arc::clone(&lines), places.clone(), Arc::clone(waiting));
        let work = move || {
            while let Some((number, line, place)) = next(&lines, &places) {
                let answer = answer(calculator, for_customer, &line);
                drop(line);
                waiting.enter(number, answer.line.len());
                let _ = place.send(answer); // whoever no longer waits for it has gone
            }
        };
        thread::Builder::new().spawn(work).is_ok()
    });
    if started.count() == 0 {
        return Err(refusal(
            "command",
            "no_thread",
            text("The system lets no thread start.", "系统不允许启动线程。"),
            &[],
        ));
    }
    Ok(queue)
}

/// Takes the next line and queues its place, both before another worker may; the number of the place counts from none.
fn next(
    lines: &Mutex<(Lines, u64)>,
    places: &SyncSender<Place>,
) -> Option<(u64, Line, SyncSender<Answer>)> {
    let mut lines = lines.lock().unwrap_or_else(PoisonError::into_inner);
    let (lines, number) = &mut *lines;
    let (place, answer) = sync_channel(1);
    match lines.next()? {
        Ok(line) => {
            *number += 1;
            places.send(Ok(answer)).ok().map(|()| (*number - 1, line, place))
        }
        Err(error) => {
            let _ = places.send(Err(error)); // whoever is to be told has gone
            None
        }
    }
}

/// Why the answers end early.
enum Stop {
    Reading(io::Error),
    Writing(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Writing(error)
    }
}

/// Writes the answers in their order, and sends on what is written before it waits.
fn write(queue: &Receiver<Place>, waiting: &Waiting, to: &mut impl Write) -> Result<bool, Stop> {
    let mut all_good = true;
    while let Some(place) = patient(queue, to)? {
        let Some(answer) = patient(&place.map_err(Stop::Reading)?, to)? else { return Ok(false) }; // its worker fell, and has said so
        all_good &= answer.good;
        writeln!(to, "{}", answer.line)?;
        waiting.leave(answer.line.len());
    }
    to.flush()?;
    Ok(all_good)
}

/// The next that comes out of a channel; none when nothing will.
fn patient<T>(from: &Receiver<T>, to: &mut impl Write) -> io::Result<Option<T>> {
    match from.try_recv() {
        Ok(one) => Ok(Some(one)),
        Err(TryRecvError::Disconnected) => Ok(None),
        Err(TryRecvError::Empty) => {
            to.flush()?;
            Ok(from.recv().ok())
        }
    }
}

/// The answer to a line.
fn answer(calculator: &AnyCalculator, for_customer: bool, line: &Line) -> Answer {
    let found = text_of(line)
        .and_then(|text| inputs_in(text, "line", calculator))
        .and_then(|given| outcome(calculator, &given, for_customer));
    let good = found.is_ok();
    let document = found.unwrap_or_else(|problems| numbered(line.number, problems));
    Answer { line: serde_json::to_string(&document).unwrap_or_default(), good }
}

fn text_of(line: &Line) -> Result<&str, Value> {
    let bytes = line.bytes.as_deref().ok_or_else(|| refusal("line", "too_long", TOO_LONG, &[]))?;
    str::from_utf8(bytes).map_err(|_| refusal("line", "unreadable", NOT_TEXT, &[]))
}

/// Problems with the line that they belong to.
fn numbered(line: u64, problems: Value) -> Value {
    let mut all = Map::from_iter([("line".to_owned(), line.into())]);
    if let Value::Object(problems) = problems {
        all.extend(problems);
    }
    all.into()
}

/// A line that is not blank.
struct Line {
    /// Its number, from one.
    number: u64,
    /// What stands on it, without its ending; none where it is too long.
    bytes: Option<Vec<u8>>,
}

/// The lines of an input, one after the other.
struct Lines {
    input: BufReader<Box<dyn Read + Send>>,
    read: u64,
    ended: bool,
}

impl Lines {
    fn of(input: Box<dyn Read + Send>) -> Self {
        Self { input: BufReader::with_capacity(1 << 16, input), read: 0, ended: false }
    }

    fn any(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        if self.input.by_ref().take(KEPT).read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        if !bytes.ends_with(b"\n") && bytes.len() as u64 == KEPT {
            self.input.skip_until(b'\n')?;
        }
        self.read += 1;
        let bare = bare(&bytes, self.read == 1);
        Ok(Some(Line { number: self.read, bytes: (bare.len() <= LONGEST).then(|| bare.to_vec()) }))
    }
}

impl Iterator for Lines {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<io::Result<Line>> {
        while !self.ended {
            match self.any() {
                Ok(Some(Line { bytes: Some(bytes), .. })) if bytes.trim_ascii().is_empty() => {}
                Ok(Some(line)) => return Some(Ok(line)),
                Ok(None) => self.ended = true, // a terminal would go on
                Err(error) => {
                    self.ended = true;
                    return Some(Err(error));
                }
            }
        }
        None
    }
}

/// A line without its ending, and the first without the byte-order mark that editors on Windows write.
fn bare(line: &[u8], first: bool) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    line.strip_prefix(b"\xEF\xBB\xBF").filter(|_| first).unwrap_or(line)
}
