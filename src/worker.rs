//! The application in a worker: draws are made there, so that the page never waits. The worker is the same module; where there is no
//! window it ends up here. A job is JSON in a string; back come shares done, then the figures of each result.

use crate::on_demand;
use js_sys::{Array, Float64Array, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, Event, MessageEvent, Worker, WorkerOptions, WorkerType};

/// Waits for work, when this is a worker.
pub fn start() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let answer = scope.clone();
    let work = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        if let Some(job) = data(&event).as_string() {
            let answer = answer.clone();
            wasm_bindgen_futures::spawn_local(async move {
                let done = work(job, &answer).await.unwrap_or(JsValue::NULL);
                let _ = answer.post_message(&done); // plain numbers can be posted
            });
        }
    });
    scope.set_onmessage(Some(work.into_js_value().unchecked_ref()));
}

/// What a message holds. Its listeners take any event, like all others here: one kind of listener weighs less than two.
fn data(event: &Event) -> JsValue {
    event.unchecked_ref::<MessageEvent>().data()
}

/// Does a job; none when a part of it cannot be loaded or understood.
async fn work(job: String, answer: &DedicatedWorkerGlobalScope) -> Option<JsValue> {
    let analysis = on_demand::analysis().await.ok()?;
    let hold = on_demand::hold(&(analysis.calculator)(&job)?)?.await.ok()?;
    let progress = |share: f64| {
        let _ = answer.post_message(&JsValue::from_f64(share));
    };
    let spreads = (analysis.draw)(hold, &job, &progress)?;
    let all = Array::new();
    for numbers in spreads {
        all.push(&Float64Array::from(numbers.as_slice()));
    }
    Some(all.into())
}

/// What a worker says.
pub enum Said {
    /// How much is done, 0 to 1.
    Progress(f64),
    /// The figures of each result.
    Done(Vec<Vec<f64>>),
    /// It could not be done.
    Failed,
}

/// A worker at work. It ends when this is dropped.
pub struct Running {
    worker: Worker,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// Starts a worker on a job and listens to it; none where there can be no worker.
pub fn run(job: String, listen: impl Fn(Said) + 'static) -> Option<Running> {
    let html = crate::dom::document()?.document_element()?;
    let address = |name: &str| {
        let relative = html.get_attribute(name)?;
        web_sys::Url::new_with_base(&relative, &html.base_uri().ok()??).ok().map(|url| url.href())
    };
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&address("data-worker")?, &options).ok()?;
    let parts = js_sys::Object::new();
    for (name, address) in [("app", address("data-app")?), ("module", address("data-wasm")?)] {
        Reflect::set(&parts, &name.into(), &address.into()).ok()?;
    }
    let sender = worker.clone();
    let listen = std::rc::Rc::new(listen);
    let failed = listen.clone();
    let heard = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        let data = data(&event);
        if data.is_truthy() && data.as_bool().is_some() {
            let _ = sender.post_message(&JsValue::from_str(&job)); // it is ready
        } else if let Some(share) = data.as_f64() {
            listen(Said::Progress(share));
        } else if let Some(all) = data.dyn_ref::<Array>() {
            listen(Said::Done(all.iter().filter_map(|one| one.dyn_into::<Float64Array>().ok()).map(|one| one.to_vec()).collect()));
        } else {
            listen(Said::Failed);
        }
    });
    worker.set_onmessage(Some(heard.into_js_value().unchecked_ref()));
    let broke = Closure::<dyn FnMut(Event)>::new(move |_| failed(Said::Failed));
    worker.set_onerror(Some(broke.into_js_value().unchecked_ref()));
    worker.post_message(&parts).ok()?;
    Some(Running { worker })
}
