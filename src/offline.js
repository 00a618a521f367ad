// Keeps the application for use without a network, and asks before a new version takes the place of the one that is open. Loaded when the page is there.
"use strict";
const WORDS = {
  en: ["A new version is ready. What you typed stays.", "Use it now", "Later"],
  zh: ["新版本已就绪，您的输入会保留。", "立即使用", "稍后"],
};
const root = new URL(document.documentElement.dataset.root, document.baseURI);
let asked = false;
let mine = false;

const ask = (waiting) => {
  if (asked) return;
  asked = true;
  const [said, now, later] = WORDS[document.documentElement.lang] ?? WORDS.en;
  const make = (name, text, parts = {}) => Object.assign(document.createElement(name), { textContent: text, ...parts });
  const bar = make("div", "", { id: "update" });
  bar.setAttribute("role", "status");
  const [yes, no] = [make("button", now, { type: "button", id: "update-now" }), make("button", later, { type: "button", id: "update-later" })];
  bar.append(make("span", said), yes, no);
  yes.addEventListener("click", () => {
    mine = true;
    waiting.postMessage("take-over");
  });
  no.addEventListener("click", () => bar.remove());
  document.body.append(bar);
};

const follow = async () => {
  const registration = await navigator.serviceWorker.register(new URL("service-worker.js", root), { scope: root.pathname, updateViaCache: "none" });
  const look = () => registration.waiting && navigator.serviceWorker.controller && ask(registration.waiting);
  look();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
  // Only the page that asked begins anew; others go on with the version they began with, which stays kept.
  navigator.serviceWorker.addEventListener("controllerchange", () => mine && location.reload());
};

follow().catch(() => {}); // no offline use here: storage is denied, or the host has no service worker
