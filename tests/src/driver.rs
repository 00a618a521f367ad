//! The process that drives a browser. All sessions of Chromium share one, which ends with the last of them; the other drivers take one session each, so every
//! tab has its own. Nothing is left behind.

use crate::{Engine, Failure, Outcome, Site};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::Child;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread;
use std::time::{Duration, Instant};

static SHARED: Mutex<Weak<Driver>> = Mutex::new(Weak::new());

/// How long a driver may take until it listens.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running driver.
#[derive(Debug)]
pub struct Driver {
    engine: Engine,
    processes: Vec<Child>,
    port: u16,
}

impl Driver {
    /// One for a new session.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn for_session(engine: Engine, site: &Site) -> Outcome<Arc<Self>> {
        if engine != Engine::Chromium {
            return Ok(Arc::new(Self::start(engine, site)?));
        }
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(driver) = shared.upgrade() {
            return Ok(driver);
        }
        let driver = Arc::new(Self::start(engine, site)?);
        *shared = Arc::downgrade(&driver);
        Ok(driver)
    }

    fn start(engine: Engine, site: &Site) -> Outcome<Self> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port(); // free now, and nobody else asks
        let driver = Self { engine, processes: engine.start_driver(site, port)?, port };
        let end = Instant::now() + PATIENCE;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if Instant::now() > end {
                return Err(Failure::new(format!("the driver of {engine:?} does not listen")));
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(driver)
    }

    /// Its address.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Asks chromedriver to end all sessions, with their browsers, and itself.
    fn shut_down(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        stream
            .write_all(b"GET /shutdown HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
        stream.read_to_end(&mut Vec::new()).map(drop)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if self.engine == Engine::Chromium {
            let _ = self.shut_down(); // whatever comes of it, the process ends below
            for _ in 0..50 {
                if self
                    .processes
                    .iter_mut()
                    .all(|process| matches!(process.try_wait(), Ok(Some(_))))
                {
                    return;
                }
                thread::sleep(Duration::from_millis(20));
            }
        }
        for process in &mut self.processes {
            let _ = process.kill(); // it may have ended by now
            let _ = process.wait();
        }
    }
}

/// The first line that a process prints; the rest is read away, as a full pipe would stop it.
pub fn first_line(process: &mut Child) -> Outcome<String> {
    let output = process.stdout.take().ok_or_else(|| Failure::new("the process has no output"))?;
    let mut lines = BufReader::new(output).lines();
    let first =
        lines.next().transpose()?.ok_or_else(|| Failure::new("the process ended at once"))?;
    thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
    Ok(first)
}
