//! What the published page may do. Written into every page, since a static host sends no headers of ours, and sent by our own server.

/// The content security policy: scripts, styles and data from the same origin only, nothing inline, WebAssembly may be compiled.
/// Embedding stays open on purpose: no `frame-ancestors`.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";
