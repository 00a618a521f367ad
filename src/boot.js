// Runs before anything is painted: sets the remembered theme, starts the application, and shows the crash panel if it breaks.
(() => {
  "use strict";
  const html = document.documentElement;
  const stored = (key) => {
    if ("embed" in html.dataset) return null; // the page around it chooses
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is denied: nothing is remembered, everything works
    }
  };
  const theme = stored("platewise.theme");
  if (theme === "light" || theme === "dark") html.dataset.theme = theme;

  // Relative links follow the address, which changes without loading; the icon does not move.
  const icon = document.querySelector("link[rel=icon]");
  if (icon) icon.href = icon.href;

  let crashed = false;
  const crash = (reason) => {
    if (crashed) return;
    crashed = true;
    addEventListener("pagehide", (event) => event.stopImmediatePropagation(), true); // what broke is not to be remembered
    const show = () => {
      const panel = document.getElementById("crash");
      if (!panel) return;
      document.getElementById("crash-link").value = location.href;
      document.getElementById("crash-reason").textContent = String(reason).slice(0, 600);
      const reload = document.getElementById("crash-reload");
      reload.addEventListener("click", () => location.reload());
      document.getElementById("crash-fresh").addEventListener("click", () => {
        try {
          Object.keys(localStorage).filter((key) => key.startsWith("platewise.")).forEach((key) => localStorage.removeItem(key));
        } catch {
          // nothing was remembered
        }
        history.replaceState(null, "", location.pathname);
        location.reload();
      });
      panel.hidden = false;
      reload.focus();
    };
    document.readyState === "loading" ? addEventListener("DOMContentLoaded", show) : show();
  };
  addEventListener("platewise-crash", (event) => crash(event.detail));
  addEventListener("error", (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) crash(event.error);
  });

  const start = async () => {
    if (self.platewiseStart) {
      await self.platewiseStart(); // all of it is in this file
    } else {
      const app = await import(new URL(html.dataset.app, document.baseURI));
      await app.default({ module_or_path: new URL(html.dataset.wasm, document.baseURI) });
    }
    if (html.dataset.after) import(new URL(html.dataset.after, document.baseURI));
  };
  const ready = () => start().catch(crash);
  document.readyState === "loading" ? addEventListener("DOMContentLoaded", ready) : ready();
})();
