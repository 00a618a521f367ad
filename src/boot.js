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

  // What stands here before the application does speaks the reader's language from the first paint; which it is, is found as the application finds it.
  const known = (tag) => ["en", "zh"].find((one) => tag?.toLowerCase().startsWith(one));
  html.lang = [/[#&]lang=(\w+)/.exec(location.hash)?.[1], stored("platewise.language"), ...navigator.languages].map(known).find(Boolean) ?? "en";
  html.dataset.starts = "";

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
          // A frame remembers nothing: what is there is of the pages of this site.
          if (!("embed" in html.dataset)) Object.keys(localStorage).filter((key) => key.startsWith("platewise.")).forEach((key) => localStorage.removeItem(key));
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

  // A file of code, fetched and compiled once; where that failed, it is tried again when it is asked for again.
  const parts = new Map();
  const compiled = async (url) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} ${url}`);
    // What a server names otherwise cannot be compiled on the way.
    return response.headers.get("content-type") === "application/wasm" ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
  };
  const part = (url) => {
    if (!parts.has(url)) {
      parts.set(url, compiled(url));
      parts.get(url).catch(() => parts.delete(url));
    }
    return parts.get(url);
  };
  self.platewisePart = part; // for the script of the pieces

  const start = async () => {
    if (self.platewiseStart) {
      await self.platewiseStart(); // all of it is in this file
    } else {
      const app = await import(new URL(html.dataset.app, document.baseURI));
      const { href } = new URL(html.dataset.wasm, document.baseURI);
      const code = await part(href).catch(() => part(href));
      await new Promise((then) => setTimeout(then)); // so that a slow phone takes a touch in between
      await app.default({ module_or_path: code });
    }
    if (html.dataset.after) import(new URL(html.dataset.after, document.baseURI));
  };
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    // All of them, side by side, but not in one go: a phone takes a millisecond and more for each.
    const links = [...document.querySelectorAll("link[data-rel]")];
    const fetchSome = () => {
      for (const link of links.splice(0, 2)) link.dataset.rel === "preload" ? part(link.href) : (link.rel = link.dataset.rel);
      links.length ? setTimeout(fetchSome) : start().catch(crash);
    };
    fetchSome();
  };
  // The first paint comes first, and nothing competes with it. Where nothing is painted, as out of sight, there is nothing to wait for.
  const ready = () => {
    if (document.hidden || "embed" in html.dataset || self.platewiseStart) return begin();
    new PerformanceObserver(begin).observe({ type: "paint", buffered: true });
    setTimeout(begin, 3000);
  };
  document.readyState === "loading" ? addEventListener("DOMContentLoaded", ready) : ready();
})();
