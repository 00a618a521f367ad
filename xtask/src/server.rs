//! A small server of static files for one machine: a thread per connection over the standard library. It answers as a good host
//! would (types, policy, caching, brotli twins) and reaches nothing outside its folder.
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::bundle::fingerprint;
use crate::failure::{Attempting, Failure, Outcome};
use crate::size::{compressed_name, is_named_by_content};

const LONGEST_HEAD: u64 = 16 * 1024;
const PATIENCE: Duration = Duration::from_secs(30);
const PORTS_TO_TRY: u16 = 20;

/// The content security policy that is sent with an address; none where the pages bring their own.
pub type Policy = fn(&str) -> Option<&'static str>;

/// Serves a folder in the background for as long as the program runs, at the wanted port or the next free one (0: any free one),
/// and returns the port.
pub fn start(folder: PathBuf, wanted: u16, policy: Policy) -> Outcome<u16> {
    let listener = listen(wanted)?;
    let port =
        listener.local_addr().attempting(|| "learn the port of the server".to_owned())?.port();
    thread::spawn(move || {
        for connection in listener.incoming().flatten() {
            let folder = folder.clone();
            // A browser that hangs up in the middle is no concern of ours.
            thread::spawn(move || drop(converse(&folder, policy, connection)));
        }
    });
    Ok(port)
}

fn listen(wanted: u16) -> Outcome<TcpListener> {
    (0..PORTS_TO_TRY)
        .filter_map(|step| wanted.checked_add(step))
        .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
        .ok_or_else(|| {
            Failure::new(format!(
                "port {wanted} and those after it are taken: choose another with --port"
            ))
        })
}

/// Answers the requests of one connection until either side has had enough.
fn converse(folder: &Path, policy: Policy, connection: TcpStream) -> std::io::Result<()> {
    connection.set_read_timeout(Some(PATIENCE))?;
    connection.set_nodelay(true)?;
    let mut writer = connection.try_clone()?;
    let mut reader = BufReader::new(connection);
    while let Some(request) = read_request(&mut reader)? {
        let response = answer(folder, &request);
        let keep = request.keep && response.status != "405 Method Not Allowed";
        writer.write_all(&response.to_bytes(
            policy(&request.target),
            request.method == "HEAD",
            keep,
        ))?;
        if !keep {
            break;
        }
    }
    Ok(())
}

/// What matters of a request.
#[derive(Default)]
struct Request {
    method: String,
    target: String,
    known_version: String,
    brotli: bool,
    keep: bool,
}

fn read_request(reader: &mut impl BufRead) -> std::io::Result<Option<Request>> {
    let mut head = reader.take(LONGEST_HEAD);
    let mut line = String::new();
    head.read_line(&mut line)?;
    let mut words = line.split_whitespace();
    let (Some(method), Some(target), Some(version)) = (words.next(), words.next(), words.next())
    else {
        return Ok(None);
    };
    let mut request = Request {
        method: method.to_owned(),
        target: target.to_owned(),
        keep: version == "HTTP/1.1",
        ..Request::default()
    };
    loop {
        let mut line = String::new();
        if head.read_line(&mut line)? == 0 {
            return Ok(None); // hung up, or a head too long to be honest
        }
        let Some((name, value)) = line.trim_end().split_once(':') else { return Ok(Some(request)) };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "if-none-match" => value.clone_into(&mut request.known_version),
            "accept-encoding" => {
                request.brotli = value
                    .split(',')
                    .any(|coding| coding.split(';').next().map(str::trim) == Some("br"))
            }
            "connection" => request.keep &= !value.eq_ignore_ascii_case("close"),
            _ => {}
        }
    }
}

struct Response {
    status: &'static str,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Response {
    fn plain(status: &'static str) -> Self {
        Self {
            status,
            headers: vec![("Content-Type", "text/plain; charset=utf-8".to_owned())],
            body: status.as_bytes().to_vec(),
        }
    }

    fn to_bytes(&self, policy: Option<&str>, head_only: bool, keep: bool) -> Vec<u8> {
        let mut head = format!("HTTP/1.1 {}\r\n", self.status);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str(&format!("Content-Length: {}\r\n", self.body.len()));
        head.push_str("X-Content-Type-Options: nosniff\r\nAccess-Control-Allow-Origin: *\r\n");
        if let Some(policy) = policy {
            head.push_str(&format!("Content-Security-Policy: {policy}\r\n"));
        }
        head.push_str(if keep {
            "Connection: keep-alive\r\n\r\n"
        } else {
            "Connection: close\r\n\r\n"
        });
        let mut bytes = head.into_bytes();
        if !head_only {
            bytes.extend(&self.body);
        }
        bytes
    }
}

fn answer(folder: &Path, request: &Request) -> Response {
    if request.method != "GET" && request.method != "HEAD" {
        return Response {
            headers: vec![("Allow", "GET, HEAD".to_owned())],
            ..Response::plain("405 Method Not Allowed")
        };
    }
    match find(folder, &request.target) {
        Found::File(path) => file(&path, "200 OK", request),
        Found::Folder(address) => Response {
            headers: vec![("Location", address)],
            ..Response::plain("301 Moved Permanently")
        },
        Found::Nothing => file(&folder.join("404.html"), "404 Not Found", request),
    }
}

/// What an address stands for.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    File(PathBuf),
    /// A folder without its slash, at this address with it: relative links need the slash.
    Folder(String),
    Nothing,
}

fn find(folder: &Path, target: &str) -> Found {
    let Some(parts) = address_parts(target) else { return Found::Nothing };
    let path = parts.iter().fold(folder.to_owned(), |path, part| path.join(part));
    let index = path.join("index.html");
    let asks_for_folder =
        parts.is_empty() || target.split(['?', '#']).next().is_some_and(|path| path.ends_with('/'));
    match (asks_for_folder, index.is_file()) {
        (true, true) => Found::File(index),
        (false, true) => Found::Folder(format!("/{}/", parts.join("/"))),
        (false, false) if path.is_file() => Found::File(path),
        _ => Found::Nothing,
    }
}

/// The parts of an address, decoded; `None` when one of them could lead out of the folder or is no plain file name.
fn address_parts(target: &str) -> Option<Vec<String>> {
    let path = target.split(['?', '#']).next()?;
    let parts =
        path.split('/').filter(|part| !part.is_empty()).map(decode).collect::<Option<Vec<_>>>()?;
    let plain =
        |part: &String| part != "." && part != ".." && !part.contains(['/', '\\', ':', '\0']);
    parts.iter().all(plain).then_some(parts)
}

/// Undoes percent encoding.
fn decode(part: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = part.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn file(path: &Path, status: &'static str, request: &Request) -> Response {
    let Ok(content) = std::fs::read(path) else { return Response::plain("404 Not Found") };
    let version = format!("\"{}\"", fingerprint(&content));
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let caching =
        if is_named_by_content(&name) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut headers = vec![
        ("Cache-Control", caching.to_owned()),
        ("ETag", version.clone()),
        ("Vary", "Accept-Encoding".to_owned()),
    ];
    if status == "200 OK"
        && request
            .known_version
            .split(',')
            .any(|known| known.trim().trim_start_matches("W/") == version)
    {
        return Response { status: "304 Not Modified", headers, body: Vec::new() };
    }
    headers.push(("Content-Type", media_type(&name).to_owned()));
    let twin = if request.brotli { std::fs::read(compressed_name(path)).ok() } else { None };
    if twin.is_some() {
        headers.push(("Content-Encoding", "br".to_owned()));
    }
    Response { status, headers, body: twin.unwrap_or(content) }
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "pdf" => "application/pdf",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;
    use std::path::PathBuf;

    use super::{Found, address_parts, find, media_type, read_request};

    #[test]
    fn no_address_leads_out_of_the_folder() {
        for address in [
            "/../Cargo.toml",
            "/a/../../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/..%2fCargo.toml",
            "/..%5cCargo.toml",
            "/C:/x",
            "/a%00b",
            "/./x",
        ] {
            assert_eq!(address_parts(address), None, "{address}");
            assert_eq!(
                find(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src"), address),
                Found::Nothing,
                "{address}"
            );
        }
    }

    #[test]
    fn an_address_is_decoded_and_its_query_is_not_part_of_it() {
        assert_eq!(
            address_parts("//plating-time//a%20b.txt?x=1#y"),
            Some(vec!["plating-time".to_owned(), "a b.txt".to_owned()])
        );
        assert_eq!(address_parts("/%zz"), None);
        assert_eq!(address_parts("/%4"), None);
    }

    #[test]
    fn a_file_is_found_below_the_folder() {
        let package = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        assert_eq!(
            find(&package, "/src/main.rs"),
            Found::File(package.join("src").join("main.rs"))
        );
        assert_eq!(find(&package, "/src"), Found::Nothing);
    }

    #[test]
    fn a_request_says_whether_brotli_is_welcome_and_whether_to_stay() {
        let text = "GET /a HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip, br;q=0.9\r\nConnection: close\r\n\r\n";
        let request =
            read_request(&mut BufReader::new(text.as_bytes())).ok().flatten().unwrap_or_default();
        assert_eq!(
            (request.method.as_str(), request.target.as_str(), request.brotli, request.keep),
            ("GET", "/a", true, false)
        );
    }

    #[test]
    fn wasm_has_the_type_that_lets_a_browser_compile_while_it_loads() {
        assert_eq!(media_type("app-0123456789ab.wasm"), "application/wasm");
    }
}
