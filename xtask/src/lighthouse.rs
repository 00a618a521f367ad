//! `lighthouse`: what Google's auditor says of every page on a slowed phone, the median of five runs, against the budgets.
//!
//! One browser serves all runs, and the first run, in a browser that has just started, is not counted: whoever visits a page has their
//! browser open already, and for some seconds after its start its own work takes the time of the page (on two cores that was half of the blocking time).
//! Before each run Lighthouse empties caches and storage.
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::bundle::{self, Effort};
use crate::failure::{Attempting, Failure, Outcome};
use crate::routes::PAGES;
use crate::tools::browser::ensure_browser;
use crate::tools::node::ensure_lighthouse;
use crate::{files, policy, project, run, server};

const RUNS: usize = 5;
/// What is read, and the least that each must be, as scores of 100; the greatest for the shift of layout.
const SCORES: [(&str, f64); 4] =
    [("performance", 95.0), ("accessibility", 100.0), ("best-practices", 100.0), ("seo", 100.0)];
const MOST_SHIFT: f64 = 0.0;
const FLAGS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
];
/// How long a browser may take until it listens.
const START: Duration = Duration::from_secs(30);

/// One run: the four scores, the shift of layout, and milliseconds until the largest element is painted.
type Figures = [f64; 6];

pub fn lighthouse(arguments: &[&str]) -> Outcome {
    let (as_built, wanted) = match arguments {
        ["--as-built", rest @ ..] => (true, rest),
        rest => (false, rest),
    };
    let name_of = |slug: &'static str| if slug.is_empty() { "home" } else { slug };
    if let Some(other) =
        wanted.iter().find(|wanted| !PAGES.iter().any(|page| name_of(page.slug) == **wanted))
    {
        return Err(Failure::new(format!(
            "there is no page `{other}`: they are {:?}",
            PAGES.iter().map(|page| name_of(page.slug)).collect::<Vec<_>>()
        )));
    }
    if !as_built {
        bundle::build(Effort::Publish)?;
    }
    let chromium = ensure_browser()?.chromium;
    let program = ensure_lighthouse()?;
    let site = format!("http://127.0.0.1:{}/", server::start(project::dist(), 0, policy::of)?);
    let browser = Open::start(&chromium)?;
    println!("warming up ...");
    once(&program, &browser, &site)?;
    println!(
        "{:<22} {:>11} {:>13} {:>14} {:>5} {:>6} {:>8}",
        "median of 5, mobile",
        "performance",
        "accessibility",
        "best practices",
        "SEO",
        "CLS",
        "LCP ms"
    );
    let mut missed = Vec::new();
    for page in
        PAGES.iter().filter(|page| wanted.is_empty() || wanted.contains(&name_of(page.slug)))
    {
        let address = if page.slug.is_empty() { String::new() } else { format!("{}/", page.slug) };
        let figures = (0..RUNS)
            .map(|_| once(&program, &browser, &format!("{site}{address}")))
            .collect::<Outcome<Vec<Figures>>>()?;
        let [performance, accessibility, practices, seo, shift, paint] = median(&figures);
        let name = name_of(page.slug);
        println!(
            "{name:<22} {performance:>11.0} {accessibility:>13.0} {practices:>14.0} {seo:>5.0} {shift:>6.3} {paint:>8.0}"
        );
        let reached = [performance, accessibility, practices, seo];
        missed.extend(
            SCORES
                .iter()
                .zip(reached)
                .filter(|((_, least), got)| got < least)
                .map(|((what, least), got)| format!("{name}: {what} {got:.0} of {least:.0}")),
        );
        if shift > MOST_SHIFT + 0.0005 {
            missed.push(format!("{name}: layout shift {shift:.3}"));
        }
    }
    if missed.is_empty() {
        Ok(())
    } else {
        Err(Failure::new(format!("below the budget: {}", missed.join("; "))))
    }
}

/// A browser that runs until this is dropped, with a profile of its own.
struct Open {
    running: Child,
    port: u16,
}

impl Open {
    fn start(chromium: &Path) -> Outcome<Self> {
        let profile = folder()?.join("profile");
        files::remove_folder(&profile)?;
        let mut command = Command::new(chromium);
        command
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", profile.display()))
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let mut open = Self {
            running: command.spawn().attempting(|| format!("start {}", chromium.display()))?,
            port: 0,
        };
        // The browser writes there, in the first line, where it listens.
        let told = profile.join("DevToolsActivePort");
        let started = Instant::now();
        while open.port == 0 {
            if let Ok(Some(status)) = open.running.try_wait() {
                return Err(Failure::new(format!(
                    "{} ended at once ({status})",
                    chromium.display()
                )));
            }
            if started.elapsed() > START {
                return Err(Failure::new(format!(
                    "{} did not listen after {} s",
                    chromium.display(),
                    START.as_secs()
                )));
            }
            thread::sleep(Duration::from_millis(100));
            open.port = files::read_text(&told)
                .ok()
                .and_then(|text| text.lines().next()?.parse().ok())
                .unwrap_or(0);
        }
        Ok(open)
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.running.kill();
        let _ = self.running.wait();
    }
}

fn once(program: &Path, browser: &Open, address: &str) -> Outcome<Figures> {
    let report = folder()?.join("report.json");
    let mut command = Command::new("node");
    command.arg(program).arg(address).args([
        "--output=json",
        "--quiet",
        "--only-categories=performance,accessibility,best-practices,seo",
    ]);
    command
        .arg(format!("--output-path={}", report.display()))
        .arg(format!("--port={}", browser.port));
    run::capture(&mut command)?;
    let found: Value = serde_json::from_str(&files::read_text(&report)?)
        .attempting(|| "understand the report".to_owned())?;
    let number = |path: &str| {
        found
            .pointer(path)
            .and_then(Value::as_f64)
            .ok_or_else(|| Failure::new(format!("the report has no {path}: {}", warnings(&found))))
    };
    let score = |of: &str| number(&format!("/categories/{of}/score")).map(|share| share * 100.0);
    Ok([
        score(SCORES[0].0)?,
        score(SCORES[1].0)?,
        score(SCORES[2].0)?,
        score(SCORES[3].0)?,
        number("/audits/cumulative-layout-shift/numericValue")?,
        number("/audits/largest-contentful-paint/numericValue")?,
    ])
}

fn warnings(found: &Value) -> String {
    found
        .get("runtimeError")
        .or_else(|| found.get("runWarnings"))
        .map(Value::to_string)
        .unwrap_or_default()
}

fn folder() -> Outcome<PathBuf> {
    let folder = project::target().join("lighthouse");
    files::create_folder(&folder)?;
    Ok(folder)
}

/// The middle of each figure.
fn median(runs: &[Figures]) -> Figures {
    let mut middle = [f64::NAN; 6];
    for (place, middle) in middle.iter_mut().enumerate() {
        let mut all: Vec<f64> = runs.iter().filter_map(|run| run.get(place).copied()).collect();
        all.sort_by(f64::total_cmp);
        *middle = all.get(all.len() / 2).copied().unwrap_or(f64::NAN);
    }
    middle
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_is_of_each_figure_alone() {
        let run = |a: f64, b: f64| [a, b, 0.0, 0.0, 0.0, 0.0];
        assert_eq!(
            median(&[run(1.0, 30.0), run(3.0, 10.0), run(2.0, 20.0)]).map(f64::to_bits),
            run(2.0, 20.0).map(f64::to_bits)
        );
    }
}
