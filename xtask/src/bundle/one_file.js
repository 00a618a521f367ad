"use strict";
(() => {
const PARTS = {{parts}};
const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
// Not by a blob: in a worker of a page from disk WebKit cannot read one.
const part = async (name) => {
const unpacking = new DecompressionStream("gzip");
const writer = unpacking.writable.getWriter();
writer.write(bytes(PARTS[name])).catch(() => {});
writer.close().catch(() => {});
return new Response(unpacking.readable, { headers: { "content-type": "application/wasm" } });
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
