//! A calculator on a page: a form, the answer, and everything that stands behind it. A page says which fields stand where; all the rest
//! is here, once. The markup is written as text, once for each language, and effects keep its parts up to date: components with views
//! of their own weighed three times as much in the first load.

mod actions;
pub mod analysis;
mod chart;
mod clicks;
mod fields;
pub mod files;
mod imports;
mod layout;
mod offer;
mod pins;
pub mod plot;
mod preview;
mod result;
pub mod rows;
mod take;

pub use actions::{Papers, say};
pub use layout::{Group, Row, some};

use crate::form::{At, Form};
use crate::reactive::*;
use crate::router::Router;
use crate::settings::Settings;
use crate::{dom, on_demand};
use analysis::Analysis;
pub use fields::unreadable_words;
use pins::Pins;
use platewise_model::words::Text;
use std::time::Duration;

/// A calculator on a page.
#[derive(Clone, Copy)]
pub struct Screen {
    /// The state of its fields.
    pub form: Form,
    layout: &'static [Group],
    router: Router,
    pins: Option<Pins>,
    said: RwSignal<Option<Text>>,
    width: RwSignal<u32>,
    /// The analysis, once it is loaded.
    panel: StoredValue<Option<Analysis>>,
    /// Of fields of rows, which row is open.
    open_row: RwSignal<Option<(&'static str, usize)>>,
    /// What draws charts, once it is loaded, and whether it is on its way.
    plots: StoredValue<Option<plot::Plots>>,
    fetching: StoredValue<bool>,
    /// What makes the papers of the calculator, once it is loaded.
    papers: StoredValue<Option<&'static Papers>>,
    /// Whether what stands behind the answer waits until somebody is there.
    waits: StoredValue<bool>,
    /// How many groups of fields are made: at first those that come with the answer.
    made: RwSignal<usize>,
    /// How many of them stand in the document.
    filled: RwSignal<usize>,
    /// Whether all of the page is made, and followed.
    pub whole: RwSignal<bool>,
    owner: StoredValue<Option<Owner>>,
    /// What stands behind an answer waits until the answer is painted, so that typing stays fluent; this says how much of it is due.
    pub due: RwSignal<Due>,
}

/// What has to follow the inputs now.
#[derive(Clone, Copy, PartialEq)]
pub enum Due {
    /// The answer is painted: what is in view.
    InView,
    /// The visitor pauses, or prints: all of it.
    All,
}

/// What stands right above what stands behind the answer: where it is in view, that is wanted at once.
pub const ABOVE_REST: &str = "pins";

/// Says at the root that paper has only what papers of the calculator write, and what stands there until they do.
const ON_PAPER: &str = "data-papers";

/// Says at the root that nobody has moved yet: what is folded away is not even laid out.
const STILL: &str = "data-still";

/// The time after which what stands behind the answer is there, even if nobody has moved: as for those who open a page to print it.
const IDLE: Duration = Duration::from_secs(6);

/// Groups of fields that are made with the answer; the others come one by one. So a slow phone paints, and takes a touch, in between.
const FIRST_GROUPS: usize = 1;
/// Time for that.
const BREATH: Duration = Duration::from_millis(32);

/// The pause in typing after which what is out of view follows.
const PAUSE: Duration = Duration::from_millis(200);

impl Due {
    /// Whether a part is due: all are, or its section is in view.
    fn holds(self, id: &str) -> bool {
        self == Due::All || dom::section_in_view(id)
    }
}

impl Screen {
    /// The whole calculator, kept in the address bar and in the memory.
    pub fn whole(form: Form, router: Router) -> Self {
        Self::new(form, layout::layout(form.calculator), router)
    }

    fn new(form: Form, layout: &'static [Group], router: Router) -> Self {
        Self {
            form,
            layout,
            router,
            pins: Some(Pins::remembered(form.calculator)),
            said: RwSignal::new(None),
            width: RwSignal::new(chart::WIDTH),
            panel: StoredValue::new(None),
            open_row: RwSignal::new(None),
            plots: StoredValue::new(None),
            fetching: StoredValue::new(false),
            papers: StoredValue::new(None),
            waits: StoredValue::new(false),
            made: RwSignal::new(FIRST_GROUPS.min(layout.len())),
            filled: RwSignal::new(0),
            whole: RwSignal::new(false),
            owner: StoredValue::new(None),
            due: RwSignal::new(Due::All),
        }
    }

    /// A few fields and the answer.
    pub fn small(form: Form, layout: &'static [Group], router: Router) -> Self {
        Self { pins: None, ..Self::new(form, layout, router) }
    }

    /// Where the pages are.
    pub fn router(self) -> Router {
        self.router
    }

    fn settings(self) -> Settings {
        self.form.settings
    }

    /// The markup of form and result in the reader's language.
    pub fn markup(self, sources: &str, beside_answer: &str) -> String {
        let settings = self.settings();
        let (fields, result) = (fields::markup(self), result::markup(self, sources, beside_answer));
        format!(
            "<div id=\"notices\"></div><div class=\"page\"><form aria-label=\"{}\">{fields}</form><div class=\"result\">{result}</div></div>",
            settings.text(crate::words::INPUTS)
        )
    }

    /// Keeps the parts of the markup up to date. To be called when it stands in the document.
    pub fn follow(self) {
        if self.form.calculator.papers.is_some() {
            // On paper stands the customer's sheet or nothing: what the page shows besides is the shop's own.
            dom::mark_root(ON_PAPER, Some(self.settings().text(crate::words::ONLY_SHEETS)));
            on_cleanup(|| dom::mark_root(ON_PAPER, None));
        }
        self.follow_painted();
        fields::follow(self);
        rows::follow(self);
        result::follow(self);
        if self.is_made() {
            self.follow_whole();
        } else {
            dom::busy(true);
            self.make_more();
        }
    }

    fn is_made(self) -> bool {
        self.made.get_untracked() >= self.layout.len()
    }

    /// Makes the next groups after a while, and the rest of the page after the last.
    fn make_more(self) {
        let Some(owner) = Owner::current() else { return };
        let written = owner.with(|| StoredValue::new(())); // ends with the markup, which is written anew in another language
        dom::after(BREATH, move || {
            if written.try_get_value().is_none() {
                return;
            }
            if self.is_made() {
                owner.with(|| self.follow_whole());
            } else {
                self.made.update(|made| *made += 1);
                owner.with(|| self.make_more());
            }
        });
    }

    fn follow_whole(self) {
        fields::follow_whole(self);
        if self.form.calculator.papers.is_some() {
            actions::follow_received(self);
        }
        if self.pins.is_some() {
            result::follow_behind(self);
            chart::follow(self);
            pins::follow(self);
            self.owner.set_value(Owner::current());
            if let Some(panel) = self.panel.get_value() {
                (panel.set_up)(self); // in another language than before
            }
        }
        if !self.whole.get_untracked() {
            self.whole.set(true);
            dom::busy(false);
        }
        self.await_sight();
    }

    /// A file is dragged or dropped.
    pub fn on_drag(self, event: &web_sys::Event) {
        take::on_drag(self, event);
    }

    /// Says what is due: when an answer is painted, that is after the frame in which it was written, and when no other has followed it.
    fn follow_painted(self) {
        let form = self.form;
        let waiting = StoredValue::new(false);
        let answers = StoredValue::new(0_u32);
        let settled = StoredValue::new(1_u32); // the answer after which somebody paused; the first is nobody's typing
        effect(move || {
            form.outcome.track();
            form.settings.system.track();
            let this = answers.get_value().wrapping_add(1);
            answers.set_value(this);
            if this > 1 {
                dom::after(PAUSE, move || {
                    if answers.try_get_value() == Some(this) {
                        settled.set_value(this);
                        form.catch_up();
                        self.due.set(Due::All);
                    }
                });
            }
            if waiting.get_value() {
                return;
            }
            waiting.set_value(true);
            dom::before_paint(move || {
                dom::after(Duration::ZERO, move || {
                    if waiting.try_get_value().is_some() {
                        waiting.set_value(false);
                        // On a slow machine the pause may be over before the paint.
                        self.due.set(if settled.get_value() == answers.get_value() {
                            Due::All
                        } else {
                            Due::InView
                        });
                    }
                });
            });
        });
    }

    /// Brings everything up to date at once: paper shows what is out of view.
    pub fn on_print(self) {
        self.form.catch_up();
        self.due.set(Due::All);
        if let Some(papers) = self.papers.get_value() {
            (papers.lay_out)(self);
        }
    }

    /// It was printed, or not.
    pub fn on_printed(self) {
        if let Some(papers) = self.papers.get_value() {
            (papers.put_away)(self);
        }
    }

    /// Sets the analysis up when it has been loaded.
    fn set_analysis_up(self, panel: Analysis) {
        self.panel.set_value(Some(panel));
        if let Some(owner) = self.owner.get_value() {
            owner.with(|| (panel.set_up)(self));
        }
    }

    /// Whether an event belongs to the analysis.
    fn is_for_analysis(self, event: &web_sys::Event) -> bool {
        self.panel.get_value().is_some_and(|panel| (panel.on_event)(self, event))
    }

    /// What the visitor typed.
    pub fn on_input(self, event: &web_sys::Event) {
        if !self.is_for_analysis(event) {
            fields::on_input(self, event);
        }
    }

    /// What the visitor chose.
    pub fn on_change(self, event: &web_sys::Event) {
        if !self.is_for_analysis(event)
            && !actions::on_change(self, event)
            && !rows::on_change(self, event)
        {
            fields::on_change(self, event);
        }
    }

    /// What the visitor pressed.
    pub fn on_click(self, event: &web_sys::Event) {
        self.form.catch_up(); // what is saved, copied or printed is whole
        if !self.is_for_analysis(event) && !actions::on_click(self, event) {
            clicks::on_click(self, event);
        }
    }

    /// Lets what stands behind the answer wait until it is in view, or somebody moves: on a slow phone the answer comes first by seconds.
    pub fn await_rest(self) {
        self.form.await_more();
        self.waits.set_value(true);
        dom::mark_root(STILL, Some(""));
        on_cleanup(|| dom::mark_root(STILL, None));
        dom::after(IDLE, move || self.wake());
    }

    /// What is in view when the answer is painted is wanted at once. A frame in another page sees all of itself: there the page around it says what is in view.
    fn await_sight(self) {
        if self.waits() && !self.router.embedded {
            dom::before_paint(move || {
                dom::after(Duration::ZERO, move || {
                    if dom::section_in_view(ABOVE_REST) {
                        self.wake();
                    }
                });
            });
        }
    }

    /// Whether what stands behind the answer waits.
    pub fn waits(self) -> bool {
        self.waits.try_get_value() == Some(true)
    }

    /// Somebody is there: fetches what stands behind the answer, once.
    pub fn wake(self) {
        if !self.waits() {
            return; // it has been fetched, or the page was left
        }
        self.waits.set_value(false);
        dom::mark_root(STILL, None);
        let form = self.form;
        wasm_bindgen_futures::spawn_local(async move {
            form.explain_fully();
            // All of it stands there before any of it is shown: a chart that came later would push down what is below.
            let _ = self.due.try_set(Due::All); // the page may have been left
            form.more_came();
            if form.calculator.papers.is_some()
                && let Ok(extras) = on_demand::extras().await
            // WebKit copies a link only in the moment of the click; asked for again then, where this fails
            {
                let _ = self.papers.try_set_value(Some(extras.papers)); // the page may have been left
            }
        });
        chart::fetch(self);
    }

    /// Where the visitor points.
    pub fn on_pointer(self, event: &web_sys::PointerEvent) {
        if let Some(plots) = self.plots.get_value() {
            (plots.on_pointer)(self, event);
        }
    }

    /// A field was left.
    pub fn on_leave(self, event: &web_sys::Event) {
        if let Some((_, field)) = dom::nearest(event, "name")
            && let Some((at, _)) = At::find(self.form.calculator, &field)
        {
            self.form.leave(at);
        }
    }

    /// The address has another state.
    pub fn on_address(self) {
        if self.pins.is_some() {
            self.form.follow_address();
        }
    }

    /// The page is left: what was typed a moment ago is kept too.
    pub fn on_hide(self) {
        if self.pins.is_some() {
            self.form.remember();
        }
    }

    /// Another window has changed what is remembered.
    pub fn on_storage(self, event: &web_sys::Event) {
        if self.pins.is_some() {
            self.form.hear(event);
        }
    }

    /// The window has another size.
    pub fn on_resize(self) {
        chart::measure(self);
    }
}
