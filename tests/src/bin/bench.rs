//! How fast the application answers a keystroke in a real browser. Figures to read, each beside its budget: `cargo xtask bench` runs this.
#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use browser_tests::{Outcome, Visitor};
use serde_json::json;

const KEYSTROKES: usize = 100;

/// Types into a field at the beginning of a frame and waits until the last frame that changed anything is painted; so for each keystroke
/// the milliseconds of script alone, and until painted. Waiting for the screen to refresh is not counted: it is nobody's work.
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
    (async () => {
      const figures = [];
      for (const text of texts) {
        for (let still = 0; still < 3; still = changed ? 0 : still + 1) { changed = false; await frame(); }
        await frame();
        const start = performance.now();
        input.value = text;
        input.dispatchEvent(new InputEvent('input', { bubbles: true, data: text.at(-1), inputType: 'insertText' }));
        const script = performance.now() - start;
        await soon(); // the frame is painted, and all that was put off until then is done
        let spent = performance.now() - start;
        for (let still = 0; still < 3; still = changed ? 0 : still + 1) {
          changed = false;
          await frame();
          const later = performance.now();
          await soon();
          if (changed) spent += performance.now() - later;
        }
        figures.push([script, spent]);
      }
      done(figures);
    })();";

fn main() -> Outcome {
    println!("A keystroke in the field of the thickness, {KEYSTROKES} times: half of them, and 95 of 100, take no longer than");
    for (page, what) in [("plating-time/", "plating time"), ("", "the example on the home page")] {
        for (slowed, budget) in [(1, 16.0), (4, 50.0)] {
            measure(page, what, slowed, budget)?;
        }
    }
    Ok(())
}

fn measure(page: &str, what: &str, slowed: u32, budget: f64) -> Outcome {
    let tab = Visitor::default().visit(page)?;
    tab.until_shown("#answer")?;
    let texts: Vec<String> = (0..KEYSTROKES).map(|count| format!("{}.{}", 5 + count % 20, count % 7 + 1)).collect();
    let warm: Vec<&String> = texts.iter().take(20).collect();
    tab.js_later::<Vec<(f64, f64)>>(TYPE, json!(["#thickness_um", warm]))?;
    tab.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": slowed }))?;
    let figures: Vec<(f64, f64)> = tab.js_later(TYPE, json!(["#thickness_um", texts]))?;
    let speed = if slowed == 1 { "full speed".to_owned() } else { format!("slowed {slowed} times") };
    let (half, most) = middle_and_most(figures.iter().map(|figure| figure.0).collect());
    println!("  {what}, {speed}, evaluated:  {half:6.1} ms {most:6.1} ms");
    let (half, most) = middle_and_most(figures.iter().map(|figure| figure.1).collect());
    let verdict = if most <= budget { "within" } else { "ABOVE" };
    println!("  {what}, {speed}, painted:    {half:6.1} ms {most:6.1} ms   {verdict} the budget of {budget} ms");
    Ok(())
}

/// The values that half, and 95 of 100, do not exceed.
fn middle_and_most(mut figures: Vec<f64>) -> (f64, f64) {
    figures.sort_by(f64::total_cmp);
    let at = |share: usize| figures.get((figures.len() * share / 100).min(figures.len().saturating_sub(1))).copied().unwrap_or(f64::NAN);
    (at(50), at(95))
}
