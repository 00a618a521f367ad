//! The application in a worker: draws are made and files are read there, so that the page never waits. The worker is the same module; where
//! there is no window it ends up here. A job is JSON in a string, or a file with it; back come shares done, then what was found.

use crate::on_demand;
use js_sys::{Array, Float64Array, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, Event, MessageEvent, Worker};

/// Waits for work, when this is a worker.
pub fn start() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let answer = scope.clone();
    let work = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        let job = data(&event);
        let answer = answer.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let done = match (job.as_string(), job.dyn_ref::<Array>()) {
                (Some(job), _) => work(job, &answer).await,
                (None, Some(job)) if job.length() == TABLE => price(job.clone()).await,
                (None, Some(job)) if job.length() == ROWS => rows(job).await,
                (None, Some(job)) => read(job, &answer).await,
                (None, None) => None,
            };
            let _ = answer.post_message(&done.unwrap_or(JsValue::NULL)); // plain numbers and texts can be posted
        });
    });
    scope.set_onmessage(Some(work.into_js_value().unchecked_ref()));
}

/// What a message holds. Its listeners take any event, like all others here: one kind of listener weighs less than two.
fn data(event: &Event) -> JsValue {
    event.unchecked_ref::<MessageEvent>().data()
}

fn tell(answer: &DedicatedWorkerGlobalScope, share: f64) {
    let _ = answer.post_message(&JsValue::from_f64(share)); // a number can be posted
}

/// Length of a job that is a table to be priced.
const TABLE: u32 = 4;

/// Prices a table: the job is the inputs, the language, the units and the file.
async fn price(job: Array) -> Option<JsValue> {
    (on_demand::extras().await.ok()?.price_table)(job).await
}

/// Length of a job that is a table for a field of rows.
const ROWS: u32 = 5;

/// The job that reads a table for a field of rows with room for so many.
pub fn rows_job(calculator: &str, field: &str, room: usize, file: &web_sys::File) -> JsValue {
    let room = u32::try_from(room).unwrap_or(u32::MAX);
    Array::of5(&calculator.into(), &field.into(), &room.into(), file, &JsValue::TRUE).into()
}

/// Reads such a table.
async fn rows(job: &Array) -> Option<JsValue> {
    let calculator = on_demand::calculator(&job.get(0).as_string()?).await?;
    let files = on_demand::extras().await.ok()?.files;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it was made of a whole number above"
    )]
    let room = job.get(2).as_f64()? as usize;
    let found = (files.rows)(calculator, job.get(1).as_string()?, room, job.get(3)).await?;
    Some(Array::of1(&found.into()).into())
}

/// Reads a file for a field: the job is the calculator, the field and the file.
async fn read(job: &Array, answer: &DedicatedWorkerGlobalScope) -> Option<JsValue> {
    let (calculator, field) = (job.get(0).as_string()?, job.get(1).as_string()?);
    let import = on_demand::file_import(&calculator).await.ok()??;
    let files = on_demand::extras().await.ok()?.files;
    let answer = answer.clone();
    let (text, preview) =
        (files.read)(import, field, job.get(2), Box::new(move |share| tell(&answer, share)))
            .await?;
    Some(
        Array::of2(&JsValue::from_str(&text), &js_sys::Float32Array::from(preview.as_slice()))
            .into(),
    )
}

/// Does a job; none when a part of it cannot be loaded or understood.
async fn work(job: String, answer: &DedicatedWorkerGlobalScope) -> Option<JsValue> {
    let analysis = on_demand::extras().await.ok()?.analysis;
    let calculator = on_demand::calculator(&(analysis.calculator)(&job)?).await?;
    let spreads = (analysis.draw)(calculator, &job, &|share| tell(answer, share))?;
    let all = Array::new();
    for numbers in spreads {
        all.push(&Float64Array::from(numbers.as_slice()));
    }
    Some(all.into())
}

/// What a worker says of a job.
pub enum Said {
    /// How much is done, 0 to 1.
    Progress(f64),
    /// What was found: the figures of each result, or what was read.
    Done(Array),
    /// It could not be done.
    Failed,
}

/// What is told what the worker says.
type Listener = Box<dyn Fn(Said)>;

/// The address of a script for a worker. A page without an origin of its own, such as one in a sandboxed frame, may start a worker from nothing but what it has
/// made itself: a script that fetches the other and keeps the first messages for it. (Chromium starts no module there, so it is a plain script.)
fn within_reach(script: String) -> Option<String> {
    let origin = Reflect::get(&js_sys::global(), &"origin".into()).ok()?.as_string()?;
    if origin != "null" || script.starts_with("blob:") {
        return Some(script);
    }
    let start = format!(
        "const early=[];onmessage=event=>early.push(event.data);import({script:?}).then(()=>{{onmessage=null;for(const data of early)dispatchEvent(new MessageEvent(\"message\",{{data}}))}})"
    );
    let kind = web_sys::BlobPropertyBag::new();
    kind.set_type("text/javascript");
    let blob =
        web_sys::Blob::new_with_str_sequence_and_options(&Array::of1(&start.into()), &kind).ok()?;
    web_sys::Url::create_object_url_with_blob(&blob).ok()
}

/// What the page knows of a worker.
#[derive(Default)]
struct Known {
    /// Jobs that wait until it is there; none any more when it is.
    waiting: RefCell<Option<Vec<JsValue>>>,
    /// Who asked last.
    listener: RefCell<Option<Listener>>,
    broken: Cell<bool>,
}

impl Known {
    fn tell(&self, said: Said) {
        self.broken.set(matches!(said, Said::Failed));
        if let Some(listener) = &*self.listener.borrow() {
            listener(said);
        }
    }
}

/// A worker, ready or getting so. It ends when this is dropped.
pub struct Helper {
    worker: Worker,
    known: Rc<Known>,
}

impl Drop for Helper {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Helper {
    /// Starts a worker, maybe with a first job that has no results; none where there can be no worker.
    pub fn start(first: Option<&str>) -> Option<Self> {
        let html = crate::dom::document()?.document_element()?;
        let address = |name: &str| {
            let relative = html.get_attribute(name)?;
            web_sys::Url::new_with_base(&relative, &html.base_uri().ok()??)
                .ok()
                .map(|url| url.href())
        };
        let worker = Worker::new(&within_reach(address("data-worker")?)?).ok()?;
        let parts = js_sys::Object::new();
        for (name, address) in [("app", address("data-app")?), ("module", address("data-wasm")?)] {
            Reflect::set(&parts, &name.into(), &address.into()).ok()?;
        }
        let known = Rc::new(Known {
            waiting: RefCell::new(Some(first.map(JsValue::from_str).into_iter().collect())),
            ..Known::default()
        });
        let (sender, state) = (worker.clone(), known.clone());
        let heard = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let data = data(&event);
            if data.is_truthy() && data.as_bool().is_some() {
                for job in state.waiting.take().into_iter().flatten() {
                    let _ = sender.post_message(&job); // it is there
                }
            } else if let Some(share) = data.as_f64() {
                state.tell(Said::Progress(share));
            } else if let Some(all) = data.dyn_ref::<Array>() {
                if all.length() > 0 {
                    state.tell(Said::Done(all.clone()));
                }
            } else {
                state.tell(Said::Failed);
            }
        });
        worker.set_onmessage(Some(heard.into_js_value().unchecked_ref()));
        let state = known.clone();
        let broke = Closure::<dyn FnMut(Event)>::new(move |_| state.tell(Said::Failed));
        worker.set_onerror(Some(broke.into_js_value().unchecked_ref()));
        worker.post_message(&parts).ok()?;
        Some(Self { worker, known })
    }

    /// Whether it failed, so that a new one is needed.
    pub fn is_broken(&self) -> bool {
        self.known.broken.get()
    }

    /// Gives it a job and listens to it.
    pub fn ask(&self, job: JsValue, listen: impl Fn(Said) + 'static) {
        self.known.listener.replace(Some(Box::new(listen)));
        if let Some(waiting) = self.known.waiting.borrow_mut().as_mut() {
            waiting.push(job);
        } else {
            let _ = self.worker.post_message(&job); // texts and files can be posted
        }
    }
}
