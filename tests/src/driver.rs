//! The chromedriver process. All sessions of a program share one; it ends with the last of them, so that nothing is left behind.

use crate::{Failure, Outcome, Site};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread;
use std::time::Duration;

static SHARED: Mutex<Weak<Driver>> = Mutex::new(Weak::new());

/// A running chromedriver.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// The one that runs, or a new one.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn shared(site: &Site) -> Outcome<Arc<Self>> {
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(driver) = shared.upgrade() {
            return Ok(driver);
        }
        let driver = Arc::new(Self::start(site)?);
        *shared = Arc::downgrade(&driver);
        Ok(driver)
    }

    fn start(site: &Site) -> Outcome<Self> {
        let mut process = Command::new(&site.chromedriver).arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let output = process.stdout.take().ok_or_else(|| Failure::new("chromedriver has no output"))?;
        let mut lines = BufReader::new(output).lines();
        let port = lines.by_ref().map_while(Result::ok).find_map(|line| port_of(&line));
        thread::spawn(move || lines.map_while(Result::ok).for_each(drop)); // a full pipe would stop it
        match port {
            Some(port) => Ok(Self { process, port }),
            None => {
                let _ = process.kill(); // it has ended on its own
                let _ = process.wait();
                Err(Failure::new("chromedriver did not say at which port it listens"))
            }
        }
    }

    /// Its address.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Asks it to end all sessions, with their browsers, and itself.
    fn shut_down(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
        stream.read_to_end(&mut Vec::new()).map(drop)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.shut_down(); // whatever comes of it, the process ends below
        for _ in 0..50 {
            if matches!(self.process.try_wait(), Ok(Some(_))) {
                return;
            }
            thread::sleep(Duration::from_millis(20));
        }
        let _ = self.process.kill(); // it may have ended by now
        let _ = self.process.wait();
    }
}

/// The port in `ChromeDriver was started successfully on port 41235.`
fn port_of(line: &str) -> Option<u16> {
    line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok()
}
