// Keeps one whole version of the application for use without a network. A version is the list below, each file with the digest of its content: it is kept
// when every file has come as it was built, or not at all, so two versions are never mixed and a half-finished update leaves the old one as it was.
"use strict";
const VERSION = "{{version}}";
const FILES = {{files}};
const scope = new URL("./", location.href);
const OURS = `platewise-${scope.pathname}-`; // another copy of the application, elsewhere at this origin, keeps its own
const NAME = OURS + VERSION;
const WHOLE = new URL("is-whole", scope); // stands in what is kept once all of it is there

const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Fetches a file past every cache between here and the host, and refuses one of another version. */
const fetched = async ([path, digest]) => {
  const address = new URL(path, scope);
  const response = await fetch(address, { cache: "no-cache", credentials: "omit" });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const body = await response.arrayBuffer();
  if (!hex(await crypto.subtle.digest("SHA-256", body)).startsWith(digest)) throw new Error(`${path} is of another version`);
  return [address, new Response(body, { headers: { "content-type": response.headers.get("content-type") ?? "" } })];
};

/** Keeps every file. */
const install = async () => {
  // A version that comes back is kept anew, as the latest: which one is earlier is told by the order in which they were made.
  const all = (await caches.keys()).filter((name) => name.startsWith(OURS));
  if (all.includes(NAME) && all.at(-1) !== NAME) await caches.delete(NAME);
  const cache = await caches.open(NAME);
  const have = new Set((await cache.keys()).map((request) => request.url)); // of a try that was cut off
  const missing = FILES.filter(([path]) => !have.has(new URL(path, scope).href));
  // What has come is of this version by its digest, so it stays for the next try; nothing is served from it before all of it is there.
  for (let start = 0; start < missing.length; start += 8) {
    for (const [address, response] of await Promise.all(missing.slice(start, start + 8).map(fetched))) await cache.put(address, response);
  }
  await cache.put(WHOLE, new Response(""));
};

/** The versions that were kept before, oldest first: whole ones, and what is left of tries that were cut off. */
const earlier = async () => {
  const [whole, broken] = [[], []];
  const all = (await caches.keys()).filter((name) => name.startsWith(OURS)); // as they were made
  for (const name of all.slice(0, all.indexOf(NAME))) {
    ((await caches.match(WHOLE, { cacheName: name })) ? whole : broken).push(name);
  }
  return [whole, broken];
};

/** Takes over: the version before stays for pages that are still open with it, older ones go. */
const activate = async () => {
  const [whole, broken] = await earlier();
  await Promise.all([...whole.slice(0, -1), ...broken].map((name) => caches.delete(name)));
  await clients.claim();
};

const answer = async (request) => {
  const address = new URL(request.url);
  address.hash = "";
  address.search = "";
  if (address.pathname.endsWith("/index.html")) address.pathname = address.pathname.slice(0, -"index.html".length);
  const cache = await caches.open(NAME);
  const kept = await cache.match(address);
  if (kept) return kept;
  // Or of another version, which an open page began with.
  for (const name of (await earlier())[0]) {
    const older = await caches.match(address, { cacheName: name });
    if (older) return older;
  }
  if (request.mode === "navigate" && !address.pathname.endsWith("/") && (await cache.match(`${address.href}/`))) return Response.redirect(`${address.href}/`, 301);
  try {
    return await fetch(request);
  } catch (why) {
    const none = request.mode === "navigate" && (await cache.match(new URL("404.html", scope)));
    if (none) return new Response(none.body, { status: 404, headers: none.headers });
    throw why;
  }
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => {
  if (event.data === "take-over") skipWaiting();
});
addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(scope.href)) event.respondWith(answer(event.request));
});
