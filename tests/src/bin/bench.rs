//! How fast the application answers a keystroke, and how long its analysis and a table of requests take, in a real browser. Figures to read, each beside its
//! budget: `cargo xtask bench` runs this.
#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use browser_tests::{Outcome, Tab, Visitor};
use serde_json::json;
use std::path::PathBuf;

const KEYSTROKES: usize = 100;
/// How many draws the analysis makes.
const DRAWS: f64 = 10_000.0;

/// Types into a field at the beginning of a frame and waits until the last frame that changed anything is painted. What is out of view
/// follows when the typing pauses and is not counted. For each keystroke the milliseconds until all script has run, until everything has
/// its place, and until painted. Waiting for the screen to refresh is not
/// counted: it is nobody's work.
const TYPE: &str = "
    const [field, texts, done] = arguments;
    const input = document.querySelector(field);
    const channel = new MessageChannel();
    let arrived = () => {};
    channel.port1.onmessage = () => arrived();
    const soon = () => new Promise(resolve => { arrived = resolve; channel.port2.postMessage(0); });
    const frame = () => new Promise(requestAnimationFrame);
    let changed = true;
    new MutationObserver(() => changed = true).observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });
    const type = text => new Promise(resolve => {
      let start, script, layout;
      requestAnimationFrame(() => {
        start = performance.now();
        input.value = text;
        input.dispatchEvent(new InputEvent('input', { bubbles: true, data: text.at(-1), inputType: 'insertText' }));
      });
      // Of the same frame, after everything that the first has set off at once.
      requestAnimationFrame(() => {
        script = performance.now() - start;
        document.body.offsetHeight;
        layout = performance.now() - start;
        soon().then(() => resolve([script, layout, performance.now() - start]));
      });
    });
    (async () => {
      const figures = [];
      for (const text of texts) {
        for (let still = 0; still < 3; still = changed ? 0 : still + 1) { changed = false; await frame(); }
        const figure = await type(text);
        // What was put off to later frames counts too.
        for (let still = 0; still < 3; still = changed ? 0 : still + 1) {
          changed = false;
          await frame();
          const later = performance.now();
          await soon();
          if (changed) figure[2] += performance.now() - later;
        }
        figures.push(figure);
      }
      done(figures);
    })();";

type Figures = [f64; 3];

/// What is timed.
struct Case {
    page: &'static str,
    field: &'static str,
    what: &'static str,
    /// A file that is taken over first, with the field that takes it.
    file: Option<(&'static str, PathBuf)>,
    /// What an answer may take, ms, where it is not microseconds.
    answer: Option<f64>,
}

impl Case {
    fn of(page: &'static str, field: &'static str, what: &'static str) -> Self {
        Self { page, field, what, file: None, answer: None }
    }

    fn tab(&self) -> Outcome<Tab> {
        let tab = Visitor::default().visit(self.page)?;
        tab.until_shown("#answer")?;
        if let Some((field, file)) = &self.file {
            tab.give_file(field, file)?;
            tab.until_text(&format!("{field}-account"), TAKEN_OVER)?;
        }
        Ok(tab)
    }
}

/// What the account of a weather file says when it is whole.
const TAKEN_OVER: &str = "8760 rows";

fn main() -> Outcome {
    let mut cases = vec![
        Case::of("plating-time/", "#thickness_um", "plating time"),
        Case::of(
            "process-comparison/",
            "#minimum_thickness_um",
            "process comparison, two processes",
        ),
        Case::of(SIX_PROCESSES, "#minimum_thickness_um", "process comparison, six processes"),
        Case {
            answer: Some(0.5),
            ..Case::of("pv-payback/", "#tilt_deg", "PV payback, monthly means")
        },
    ];
    match std::env::var_os("PLATEWISE_TMY3").map(PathBuf::from) {
        Some(file) => {
            let case = Case::of("pv-payback/", "#tilt_deg", "PV payback, 8,760 hours of a file");
            cases.push(Case { file: Some(("#weather_hours", file)), answer: Some(2.0), ..case });
        }
        None => println!("There is no weather file, so no year of 8,760 hours is timed."),
    }
    println!(
        "A keystroke in a field, {KEYSTROKES} times: half of them, and 95 of 100, take no longer than"
    );
    for case in cases.iter().chain(&[Case::of("", "#thickness_um", "the example on the home page")])
    {
        for (slowed, budget) in [(1, 16.0), (4, 50.0)] {
            measure(case, slowed, budget)?;
        }
    }
    println!(
        "Ten thousand draws in a worker, from the click until the percentiles are read, the first with the start of the worker:"
    );
    for case in &cases {
        draws(case)?;
    }
    table()
}

/// Rows that are priced at once, and what they may take, ms.
const ROWS: usize = 5_000;
const TABLE_BUDGET: f64 = 1_000.0;

/// A table of requests, priced in a worker: the pricing alone, without starting the worker and writing the workbook.
fn table() -> Outcome {
    let tab = Visitor::default().visit("quote/")?;
    let mut request = String::from("part,shape,thread,length (mm),coating,quantity\n");
    for row in 0..ROWS {
        request.push_str(&format!("P-{row},hex bolt,M8,{},Fe/Zn 8,1000 5000\n", 20 + row % 60));
    }
    let path = tab.download_folder()?.join("request.csv");
    std::fs::write(&path, request)?;
    tab.until_shown("#answer")?;
    tab.click("[data-do=papers]")?;
    tab.until_shown("#papers[open]")?;
    tab.click("[data-paper=batch]")?;
    tab.until_shown("#papers .filebutton")?;
    for turn in 1..=3 {
        tab.give_file("#batch-file", &path)?;
        tab.until_hidden("#batch-found [data-took]")?;
        tab.until_shown("#batch-found [data-took]")?;
        let took: f64 = tab
            .attribute("#batch-found [data-took]", "data-took")?
            .and_then(|ms| ms.parse().ok())
            .unwrap_or(f64::NAN);
        println!(
            "{ROWS} rows of a request priced, turn {turn}: {took:.0} ms, {} the budget of {TABLE_BUDGET} ms",
            if took <= TABLE_BUDGET { "within" } else { "ABOVE" }
        );
    }
    Ok(())
}

/// As many processes as can be compared.
const SIX_PROCESSES: &str = "process-comparison/#v=1&processes=cyanide_low,cyanide_mid,cyanide_high,alkaline_low,alkaline_mid,alkaline_high";

/// Clicks, and waits frame by frame until something is done. Milliseconds until then, and the longest of the frames.
const DRAW: &str = "
    const [done] = arguments;
    const said = document.querySelector('#an-said');
    said.replaceChildren();
    let longest = 0, start = performance.now(), last = start;
    document.querySelector('#an-draw').click();
    const look = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (said.childElementCount) done([now - start, longest]); else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);";

fn draws(case: &Case) -> Outcome {
    let tab = case.tab()?;
    tab.click("#analyse")?;
    tab.until_shown("#an-draw")?;
    for turn in 1..=4 {
        let [all, longest] = tab.js_later::<[f64; 2]>(DRAW, json!([]))?;
        let each = all / DRAWS;
        let budget = case.answer.map_or_else(
            || " (the draws have 150 ms)".to_owned(),
            |budget| {
                format!(
                    ", {each:.3} ms an answer, {} the budget of {budget} ms",
                    if each <= budget { "within" } else { "ABOVE" }
                )
            },
        );
        println!("{}, turn {turn}: {all:7.1} ms{budget}, longest frame {longest:.1} ms", case.what);
    }
    Ok(())
}

fn measure(case: &Case, slowed: u32, budget: f64) -> Outcome {
    let (tab, field, what) = (case.tab()?, case.field, case.what);
    let texts: Vec<String> =
        (0..KEYSTROKES).map(|count| format!("{}.{}", 5 + count % 20, count % 7 + 1)).collect();
    let warm: Vec<&String> = texts.iter().take(20).collect();
    tab.js_later::<Vec<Figures>>(TYPE, json!([field, warm]))?;
    tab.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": slowed }))?;
    let figures: Vec<Figures> = tab.js_later(TYPE, json!([field, texts]))?;
    let speed =
        if slowed == 1 { "full speed".to_owned() } else { format!("slowed {slowed} times") };
    println!("{what}, {speed}:");
    for (position, step) in ["evaluated and written", "laid out", "painted"].into_iter().enumerate()
    {
        let (half, most) = middle_and_most(
            figures.iter().filter_map(|figure| figure.get(position).copied()).collect(),
        );
        let verdict = match (step, most <= budget) {
            ("painted", true) => format!("   within the budget of {budget} ms"),
            ("painted", false) => format!("   ABOVE the budget of {budget} ms"),
            _ => String::new(),
        };
        println!("  {step:22} {half:7.1} ms {most:7.1} ms{verdict}");
    }
    Ok(())
}

/// The values that half, and 95 of 100, do not exceed.
fn middle_and_most(mut figures: Vec<f64>) -> (f64, f64) {
    figures.sort_by(f64::total_cmp);
    let at = |share: usize| {
        figures
            .get((figures.len() * share / 100).min(figures.len().saturating_sub(1)))
            .copied()
            .unwrap_or(f64::NAN)
    };
    (at(50), at(95))
}
