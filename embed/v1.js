/* <platewise-calculator>: a Platewise calculator in any page. Contract v1, described in docs/embedding.md. No dependencies; nothing is fetched before the
   element comes into sight, and nothing but the frame itself. */
(() => {
  "use strict";
  const VERSION = 1;
  const base = new URL(".", document.currentScript.src); // …/embed/
  const LEAST = 80, MOST = 20000, PATIENCE = 20000;
  const CALCULATORS = {{calculators}}; // titles in English and Chinese, filled in by the build
  const WORDS = {
    en: { load: "Load the calculator", loads: "Loading the calculator …", open: "Open the calculator", slow: "The calculator does not answer. It can be opened here:", unknown: "There is no calculator of this name:" },
    zh: { load: "加载计算器", loads: "正在加载计算器…", open: "打开计算器", slow: "计算器没有响应，可在此打开：", unknown: "没有此名称的计算器：" },
  };
  // A frame that loads is laid out unseen: one that is not displayed would have no width to fill.
  const STYLE = `:host{display:block;position:relative;min-height:5rem}:host([hidden]){display:none}
    iframe{display:block;width:100%;border:0;color-scheme:normal}iframe.loads{position:absolute;inset:0;height:100%;visibility:hidden}
    .poster{box-sizing:border-box;min-height:16rem;display:grid;place-content:center;justify-items:center;gap:.75rem;padding:1.5rem;text-align:center;border:1px solid color-mix(in srgb,currentColor 25%,transparent);border-radius:10px}
    .poster b{font-size:1.25em}.poster button,.poster a{font:inherit;color:inherit;background:none;border:1px solid currentColor;border-radius:8px;padding:.4rem .9rem;cursor:pointer;text-decoration:none}.poster span:empty{position:absolute}
    .probe{display:none;color:var(--platewise-accent);font-size:var(--platewise-font-size)}
    [hidden]{display:none!important}`;

  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const list = (text) => (text === null ? null : text.split(/[\s,]+/).filter(Boolean));

  class PlatewiseCalculator extends HTMLElement {
    /** The calculators there are: name to titles in English and Chinese. */
    static calculators = CALCULATORS;
    static observedAttributes = ["calculator", "sandbox", "lang", "theme", "units", "inputs", "preset", "shown", "fixed", "class", "style"];
    #frame = null; // the frame, once the element was in sight
    #link = ""; // what rebuilds the inputs: kept when the host takes the element out and puts it in again
    #stale = false; // whether the attributes of inputs have changed since
    #late = {}; // what `set` was given before there was a calculator
    #ready = false;
    #height = 0;
    #looks = " "; // colour and size of text that the frame knows, none at first
    #waiting = new Map();
    #asked = 0;
    #watch = null;
    #timer = 0;
    #parts = null;

    constructor() {
      super();
      // A sheet made by script is allowed by a policy that forbids styles in the markup. Where there is none, the element stays what stands in it: a link.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [sheet];
      const make = (name, text) => Object.assign(document.createElement(name), text);
      const poster = make("div", { className: "poster" });
      poster.part = "poster";
      const [title, note, load, open] = [make("b"), make("span"), make("button", { type: "button" }), make("a", { target: "_blank", rel: "noopener" })];
      note.setAttribute("role", "status");
      poster.append(title, note, load, open);
      const probe = make("i", { className: "probe" });
      root.append(poster, probe);
      load.addEventListener("click", () => {
        this.#show();
        this.#write("loads");
      });
      this.#parts = { poster, title, note, load, open, probe };
    }

    connectedCallback() {
      addEventListener("message", this.#hear);
      this.#write("");
      if (!("IntersectionObserver" in globalThis)) return this.#show();
      this.#watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.#show(), { rootMargin: "200px" });
      this.#watch.observe(this);
    }

    disconnectedCallback() {
      removeEventListener("message", this.#hear);
      this.#watch?.disconnect();
      this.#remove();
    }

    attributeChangedCallback(name, before, now) {
      if (before === now) return;
      const isOfInputs = name === "inputs" || name === "preset";
      if (name === "calculator") this.#late = {};
      if (isOfInputs && !this.#ready) this.#stale = true;
      const begins = name === "calculator" || (isOfInputs && now === null && !this.#ready);
      if (begins) this.#link = "";
      if (!this.isConnected) return;
      if (begins || name === "sandbox") {
        this.#remove();
        this.#watch?.unobserve(this);
        this.#watch?.observe(this);
      } else if (this.#ready) {
        if (isOfInputs && now === null) this.reset();
        else if (name === "class" || name === "style") this.#dress();
        else this.#wish([name]);
      }
      this.#write("");
    }

    /** Changes inputs: an object of JSON names and values in canonical units; null takes an input back to its default. */
    set(inputs) {
      if (!isObject(inputs)) throw new TypeError("inputs are an object of names and values");
      if (this.#ready) this.#send("set", { inputs });
      else Object.assign(this.#late, inputs);
    }

    /** Promises the present state: { link, report } or { link, problems }. */
    get() {
      if (!this.#ready) return Promise.reject(new Error("the calculator is not loaded yet: wait for `ready`"));
      const request = String((this.#asked += 1));
      return new Promise((resolve, reject) => {
        this.#waiting.set(request, { resolve, reject });
        this.#send("get", { request });
      });
    }

    /** Every input back to what the attributes say, all others to their defaults. */
    reset() {
      if (!this.#ready) return;
      this.#send("reset", {});
      this.#wish(["preset"], ["inputs"]);
    }

    #words() {
      const tag = (this.getAttribute("lang") || this.closest("[lang]")?.lang || navigator.language || "en").toLowerCase();
      return tag.startsWith("zh") ? "zh" : "en";
    }

    #inputs() {
      try {
        const inputs = JSON.parse(this.getAttribute("inputs") || "{}");
        if (isObject(inputs)) return inputs;
      } catch {
        // said below
      }
      this.#tell("error", { problems: [{ field: "inputs", problem: "not_json", message: "The attribute inputs is no JSON object.", message_zh: "属性 inputs 不是 JSON 对象。" }] });
      return {};
    }

    /** A custom property as the browser reads it, whatever units or names it is written in; as it stands where it is no value of that kind. */
    #property(name, kind) {
      const own = getComputedStyle(this).getPropertyValue(name).trim();
      return own && CSS.supports(kind, own) ? getComputedStyle(this.#parts.probe).getPropertyValue(kind) : own;
    }

    #accent() {
      const colour = this.#property("--platewise-accent", "color");
      const parts = /^rgba?\((\d+), (\d+), (\d+)/.exec(colour)?.slice(1);
      return parts ? `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}` : colour;
    }

    #size() {
      const size = this.#property("--platewise-font-size", "font-size");
      return parseFloat(size) || size;
    }

    /** Tells colour and size of text where they are others than before. */
    #dress() {
      const looks = `${this.#accent()} ${this.#size()}`;
      if (looks === this.#looks) return;
      this.#looks = looks;
      this.#wish(["accent"], ["size"]);
    }

    /** Tells what the attributes say: one message for each group of names, since of a message with one part that makes no sense nothing is taken. */
    #wish(...groups) {
      const all = {
        lang: () => ["language", this.#words()],
        theme: () => ["theme", this.getAttribute("theme") || "auto"],
        units: () => ["units", this.getAttribute("units") || "metric"],
        preset: () => ["preset", this.getAttribute("preset")],
        inputs: () => ["inputs", this.hasAttribute("inputs") ? this.#inputs() : null],
        shown: () => ["shown", list(this.getAttribute("shown")) ?? []],
        fixed: () => ["fixed", list(this.getAttribute("fixed")) ?? []],
        accent: () => ["accent", this.#accent()],
        size: () => ["font_size_px", this.#size()],
      };
      for (const names of groups) {
        const wishes = names.map((name) => all[name]()).filter(([, value]) => value !== null && value !== "");
        if (wishes.length) this.#send("set", Object.fromEntries(wishes));
      }
    }

    #address(path) {
      const lang = this.#words();
      const units = this.getAttribute("units") === "us" ? "us" : "metric";
      return new URL(`${path}#${this.#link || `v=1&lang=${lang}&units=${units}`}`, base).href;
    }

    #calculator() {
      const name = this.getAttribute("calculator") || "plating-time";
      return Object.hasOwn(CALCULATORS, name) ? name : null;
    }

    /** The poster: what stands here until the calculator does. */
    #write(note) {
      const { title, note: said, load, open } = this.#parts;
      const lang = this.#words(), words = WORDS[lang], name = this.#calculator();
      title.textContent = name ? CALCULATORS[name][lang === "zh" ? 1 : 0] : `${words.unknown} ${this.getAttribute("calculator")}`;
      if (this.#frame) this.#frame.title = title.textContent;
      said.textContent = note && words[note];
      load.textContent = words.load;
      load.hidden = !name;
      open.textContent = words.open;
      open.href = this.#address(name ? `../${name}/` : "../");
    }

    #show() {
      const name = this.#calculator();
      if (this.#frame || !name || !this.isConnected) return;
      const frame = document.createElement("iframe");
      frame.setAttribute("scrolling", "no");
      frame.allow = "clipboard-write";
      if (this.hasAttribute("sandbox")) frame.setAttribute("sandbox", this.getAttribute("sandbox"));
      frame.className = "loads";
      frame.src = this.#address(`v1/${name}/`);
      this.#frame = frame;
      this.#write("");
      this.shadowRoot.append(frame);
      this.#timer = setTimeout(() => this.#write("slow"), PATIENCE);
    }

    #remove() {
      clearTimeout(this.#timer);
      this.#frame?.remove();
      this.#frame = null;
      this.#ready = false;
      this.#height = 0;
      this.#forget();
      this.#parts.poster.hidden = false;
    }

    /** What was asked of a frame, or told to it, that is no more. */
    #forget() {
      this.#looks = " ";
      for (const { reject } of this.#waiting.values()) reject(new Error("the calculator was taken away"));
      this.#waiting.clear();
    }

    /** Whether the frame has no origin of its own, or may have none: a host that is itself in a sandbox hands that on to the frames in it. */
    #isOpaque() {
      const sandbox = this.#frame.getAttribute("sandbox");
      return (sandbox !== null && !sandbox.includes("allow-same-origin")) || globalThis.origin === "null";
    }

    #send(kind, parts) {
      // A frame without an origin of its own has none that could be named.
      this.#frame?.contentWindow?.postMessage({ platewise: VERSION, kind, ...parts }, this.#isOpaque() ? "*" : base.origin);
    }

    #tell(kind, detail) {
      this.dispatchEvent(new CustomEvent(kind, { detail, bubbles: false }));
    }

    #hear = (event) => {
      const frame = this.#frame, data = event.data;
      if (!frame || event.source !== frame.contentWindow) return;
      if (event.origin !== base.origin && !(event.origin === "null" && this.#isOpaque())) return;
      if (!isObject(data) || data.platewise !== VERSION || typeof data.kind !== "string") return;
      switch (data.kind) {
        case "ready":
          clearTimeout(this.#timer);
          this.#ready = true;
          this.#send("hello", {});
          this.#wish(["lang"], ["theme"], ["units"], ["shown"], ["fixed"], ...(this.#link && !this.#stale ? [] : [["preset"], ["inputs"]]));
          if (Object.keys(this.#late).length) this.#send("set", { inputs: this.#late });
          this.#late = {};
          this.#stale = false;
          this.#forget(); // a frame that was loaded again knows nothing of before
          this.#dress();
          frame.className = "";
          if (this.shadowRoot.activeElement) frame.focus(); // whoever asked for it by key goes on from there
          this.#parts.poster.hidden = true;
          this.#tell("ready", { calculator: String(data.calculator), engine: String(data.engine), data: String(data.data) });
          break;
        case "result":
        case "got": {
          if (typeof data.link === "string") this.#link = data.link;
          const detail = isObject(data.report) ? { link: data.link, report: data.report } : { link: data.link, problems: data.problems };
          if (data.kind === "result") this.#tell("result", detail);
          this.#waiting.get(data.request)?.resolve(detail);
          this.#waiting.delete(data.request);
          break;
        }
        case "resize": {
          if (!Number.isFinite(data.height)) break;
          const height = Math.min(Math.max(Math.ceil(data.height), LEAST), MOST);
          if (height === this.#height) break;
          this.#height = height;
          frame.style.height = `${height}px`;
          this.#tell("resize", { height });
          break;
        }
        case "error":
          if (Array.isArray(data.problems)) this.#tell("error", { problems: data.problems });
          break;
      }
    };
  }

  if (!customElements.get("platewise-calculator")) customElements.define("platewise-calculator", PlatewiseCalculator);
})();
