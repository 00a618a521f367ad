//! What the published page may do. Written into every page, since a static host sends no headers of ours, and sent by our own server.

/// The content security policy: scripts, styles and data from the same origin only, nothing inline, WebAssembly may be compiled.
/// Workers may start from a blob: in a frame without an origin of its own nothing else starts one.
/// Embedding stays open on purpose: no `frame-ancestors`.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self'; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// The same for the pages that show how a calculator is embedded: a frame from the same origin besides, and no application of their own.
pub const HOST_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/// The policy of an address.
pub fn of(target: &str) -> Option<&'static str> {
    let shows_embedding = target.starts_with("/embed/") && !target.starts_with("/embed/v1/");
    Some(if shows_embedding { HOST_POLICY } else { CONTENT_SECURITY_POLICY })
}
