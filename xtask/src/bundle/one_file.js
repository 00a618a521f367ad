"use strict";
(() => {
const PARTS = {{parts}};
const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const part = async (name) => {
const unpacked = new Blob([bytes(PARTS[name])]).stream().pipeThrough(new DecompressionStream("gzip"));
return new Response(unpacked, { headers: { "content-type": "application/wasm" } });
};
const pieces = {};
{{app}}
{{pieces}}
const start = () => __wbg_init({ module_or_path: part("{{main}}") });
if (typeof document === "undefined") {
addEventListener("message", async () => {
await start();
postMessage(true);
}, { once: true });
return;
}
self.platewiseStart = start;
const text = new Blob([document.currentScript.textContent], { type: "text/javascript" });
document.documentElement.dataset.worker = URL.createObjectURL(text);
{{boot}}
})();
