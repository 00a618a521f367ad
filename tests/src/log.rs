//! What the browser wrote down: requests, from the performance log.

use serde_json::Value;

/// A request of a page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Request {
    /// Whole address; what stands behind `#` is never part of it.
    pub address: String,
    /// Method.
    pub method: String,
    /// Whether it carries a body.
    pub has_body: bool,
}

/// The request that an entry of the performance log tells of; none if it tells of something else, or of data within the page.
pub fn request_of(entry: &str) -> Option<Request> {
    let entry: Value = serde_json::from_str(entry).ok()?;
    let message = entry.get("message")?;
    if message.get("method")?.as_str()? != "Network.requestWillBeSent" {
        return None;
    }
    let request = message.get("params")?.get("request")?;
    let address = request.get("url")?.as_str()?.to_owned();
    let inside = ["data:", "blob:", "about:"].iter().any(|scheme| address.starts_with(scheme));
    let has_body = request.get("hasPostData").and_then(Value::as_bool).unwrap_or(false)
        || request.get("postData").is_some();
    (!inside).then(|| Request {
        address,
        method: request.get("method").and_then(Value::as_str).unwrap_or_default().to_owned(),
        has_body,
    })
}
