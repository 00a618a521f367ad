// What follows when the page is there: keeps the application for use without a network, asks before a new version takes the place of the one that is open, and
// prints where a frame in somebody else's page, which cannot, has opened this page for that.
"use strict";
const asksForPrint = name.startsWith("platewise-print");
if (asksForPrint) name = "";
// Any page may open this one under that name; only a frame of this site has it printed.
if (asksForPrint && document.referrer.startsWith(`${location.origin}/`)) {
  dispatchEvent(new Event("scroll")); // what stands below is wanted too
  const until = Date.now() + 15000; // what has no answer until then is not printed
  const soon = () => {
    if (document.querySelector("#why:not([hidden])")) requestAnimationFrame(() => print());
    else if (Date.now() < until) setTimeout(soon, 100);
  };
  soon();
}

const WORDS = {
  en: ["A new version is ready. What you typed stays.", "Use it now", "Later"],
  zh: ["新版本已就绪，您的输入会保留。", "立即使用", "稍后"],
};
const STYLE = `#update { position: fixed; inset: auto 1rem 1rem; z-index: 50; width: fit-content; max-width: calc(100vw - 2rem); margin-inline: auto; display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .75rem; padding: .75rem 1rem; color: var(--ink); background: var(--sheet); border: 1px solid var(--edge); border-radius: var(--radius); box-shadow: 0 8px 24px rgb(0 0 0 / .18); }
#update button { font-size: .875rem; border: 1px solid var(--line); background: var(--sheet); color: var(--ink); border-radius: 8px; padding: .4rem .75rem; min-height: 2rem; cursor: pointer; }
#update #update-now { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
@media print { #update { display: none; } }`;
const root = new URL(document.documentElement.dataset.root, document.baseURI);
let asked = false;
let mine = false;

const ask = (registration) => {
  if (asked) return;
  asked = true;
  const [said, now, later] = WORDS[document.documentElement.lang] ?? WORDS.en;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const make = (name, text, parts = {}) => Object.assign(document.createElement(name), { textContent: text, ...parts });
  const bar = make("div", "", { id: "update" });
  bar.setAttribute("role", "status");
  const [yes, no] = [make("button", now, { type: "button", id: "update-now" }), make("button", later, { type: "button", id: "update-later" })];
  bar.append(make("span", said), yes, no);
  yes.addEventListener("click", () => {
    mine = true;
    // Another window may have taken it over already, or a newer one may wait by now.
    registration.waiting ? registration.waiting.postMessage("take-over") : location.reload();
  });
  no.addEventListener("click", () => bar.remove());
  document.body.append(bar);
};

const follow = async () => {
  const registration = await navigator.serviceWorker.register(new URL("service-worker.js", root), { scope: root.pathname, updateViaCache: "none" });
  const look = () => registration.waiting && navigator.serviceWorker.controller && ask(registration);
  const watch = () => registration.installing?.addEventListener("statechange", look);
  look();
  watch();
  registration.addEventListener("updatefound", watch);
  // Only the page that asked begins anew; others go on with the version they began with, which stays kept.
  navigator.serviceWorker.addEventListener("controllerchange", () => mine && location.reload());
};

// After the first looks and keys of the visitor, who comes before the next visit.
if (isSecureContext && "serviceWorker" in navigator && top === self) setTimeout(() => follow().catch(() => {}), 2000); // no offline use here: storage is denied, or the host has no service worker
