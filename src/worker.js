// A worker of the application: loads the same module as the page, which notices that it has no window and waits for work.
"use strict";
addEventListener("message", async (event) => {
  const { app, module } = event.data;
  await (await import(app)).default({ module_or_path: module });
  postMessage(true);
}, { once: true });
