//! What the published page may do. Written into every page, since a static host sends no headers of ours, and sent by our own server.

use crate::bundle::ONE_FILE;

/// The content security policy: scripts, styles and data from the same origin only, nothing inline, WebAssembly may be compiled.
/// Workers may start from a blob: in a frame without an origin of its own nothing else starts one.
/// Embedding stays open on purpose: no `frame-ancestors`.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self'; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// The same for a calculator alone in a frame, where it has not been said at which origin it will be published. In a sandboxed frame WebKit takes nothing for
/// `'self'`, so the page may load scripts and data from the network at large. There is nothing else in it that would: no markup from outside, no inline script.
pub const FRAME_POLICY: &str = "default-src 'none'; script-src 'self' https: http: 'wasm-unsafe-eval'; style-src 'self' https: http:; \
    img-src 'self' https: http:; connect-src 'self' https: http:; worker-src 'self' blob:; base-uri 'none'; form-action 'none'";

/// The policy of a calculator in a frame: with `PLATEWISE_ORIGIN`, such as `https://example.org`, that origin takes the place of the network at large.
pub fn of_frame() -> String {
    std::env::var("PLATEWISE_ORIGIN").map_or_else(
        |_| FRAME_POLICY.to_owned(),
        |origin| FRAME_POLICY.replace("https: http:", origin.trim_end_matches('/')),
    )
}

/// The same for the pages that show how a calculator is embedded: a frame from the same origin besides, and no application of their own.
pub const HOST_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/// The policy of an address; none for the application in one file, whose page says by their digests which script and styles it may run.
pub fn of(target: &str) -> Option<&'static str> {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    Some(match path {
        file if file.strip_prefix('/') == Some(ONE_FILE) => return None,
        frame if frame.starts_with("/embed/v1/") => FRAME_POLICY,
        host if host.starts_with("/embed/") => HOST_POLICY,
        _ => CONTENT_SECURITY_POLICY,
    })
}

#[cfg(test)]
mod tests {
    use super::{CONTENT_SECURITY_POLICY, FRAME_POLICY, HOST_POLICY, of};

    #[test]
    fn every_address_has_its_policy() {
        for (address, policy) in [
            ("/", CONTENT_SECURITY_POLICY),
            ("/embed/", HOST_POLICY),
            ("/embed/demo/", HOST_POLICY),
            ("/embed/v1/quote/", FRAME_POLICY),
        ] {
            assert_eq!(of(address), Some(policy), "{address}");
        }
        assert_eq!(of("/platewise.html?again"), None);
    }
}
