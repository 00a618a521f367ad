// The playground: what is chosen becomes a snippet, and the snippet becomes the preview. Choices live behind # so that they can be shared.
"use strict";
const by = (id) => document.getElementById(id);
const CHOICES = ["calculator", "way", "lang", "units", "theme", "accent", "size", "shown", "fixed", "inputs"];
const STANDARD = { way: "element", theme: "auto", accent: "#0a6785", size: "16", shown: "", fixed: "", inputs: "{}" };
const escaped = (text) => text.replace(/[&<>"]/g, (one) => `&${{ "&": "amp", "<": "lt", ">": "gt", '"': "quot" }[one]};`);
const here = new URL(".", location.href);
/** What the reader has chosen on the pages of this site; nothing where the browser keeps nothing. */
const stored = (name) => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};
const theme = stored("platewise.theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;

const value = (id) => by(id).value.trim();
const names = (id) => value(id).split(/[\s,]+/).filter((name) => /^[a-z0-9_.]+$/.test(name)).join(" ");
const say = (id, en, zh) => (by(id).textContent = document.documentElement.lang === "zh" ? zh : en);

const inputs = () => {
  if (value("inputs") === "") return {};
  const read = JSON.parse(value("inputs"));
  if (typeof read !== "object" || read === null || Array.isArray(read)) throw new TypeError("no object");
  return read;
};

/** What stands behind # of a plain frame: numbers and names only, as a link has them. */
const isPlain = (one) => ["number", "string", "boolean"].includes(typeof one);
const state = (given) => {
  const parts = Object.entries(given).filter(([, one]) => isPlain(one));
  return ["v=1", `lang=${value("lang")}`, `units=${value("units")}`, ...parts.map(([name, one]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(one))}`)].join("&");
};

const attributes = (given) => {
  const all = { calculator: value("calculator"), lang: value("lang"), units: value("units") };
  if (value("theme") !== "auto") all.theme = value("theme");
  if (names("shown")) all.shown = names("shown");
  if (names("fixed")) all.fixed = names("fixed");
  if (Object.keys(given).length) all.inputs = JSON.stringify(given);
  return all;
};

/** The snippet, and the same as elements of this page. */
const made = (given) => {
  const title = by("calculator").selectedOptions[0]?.textContent ?? "";
  if (value("way") === "iframe") {
    const address = `${here.href}v1/${value("calculator")}/#${state(given)}`;
    const frame = Object.assign(document.createElement("iframe"), { src: address, title, width: "100%", height: "1200" });
    return [`<iframe src="${escaped(address)}"\n        title="${escaped(title)}" width="100%" height="1200" loading="lazy"></iframe>`, frame];
  }
  const all = attributes(given);
  const style = [];
  if (value("accent") !== STANDARD.accent) style.push(`--platewise-accent: ${value("accent")}`);
  if (value("size") !== STANDARD.size) style.push(`--platewise-font-size: ${value("size")}px`);
  const written = Object.entries(all).map(([name, one]) => (name === "inputs" ? ` ${name}='${one.replaceAll("&", "&amp;").replaceAll("'", "&#39;")}'` : ` ${name}="${escaped(one)}"`));
  if (style.length) written.push(` style="${style.join("; ")}"`);
  const element = document.createElement("platewise-calculator");
  for (const [name, one] of Object.entries(all)) element.setAttribute(name, one);
  if (value("accent") !== STANDARD.accent) element.style.setProperty("--platewise-accent", value("accent"));
  if (value("size") !== STANDARD.size) element.style.setProperty("--platewise-font-size", `${value("size")}px`);
  const link = `  <a href="${here.href.replace(/embed\/$/, "")}${value("calculator")}/">${escaped(title)}</a>`;
  return [`<script src="${here.href}v1.js" async></script>\n<platewise-calculator${written.join("")}>\n${link}\n</platewise-calculator>`, element];
};

const listen = (element) => {
  for (const kind of ["ready", "result", "resize", "error"]) {
    element.addEventListener(kind, (event) => {
      const line = document.createElement("li");
      line.textContent = `${kind} ${JSON.stringify(event.detail).slice(0, 300)}`;
      by("log").prepend(line);
      while (by("log").childElementCount > 12) by("log").lastChild.remove();
    });
  }
};

let before = "";
const show = () => {
  let given;
  try {
    given = inputs();
    by("wrong").textContent = "";
  } catch {
    say("wrong", "The inputs are no JSON object.", "输入不是 JSON 对象。");
    return;
  }
  if (value("way") === "iframe" && !Object.values(given).every(isPlain)) {
    say("wrong", "Lists and rows are left out of the address of a plain frame: take the element, or the link that “Copy link” writes on the calculator's page.", "普通框架的地址不含列表和多行数据：请改用元素，或使用计算器页面“复制链接”生成的地址。");
  }
  for (const label of document.querySelectorAll("label.element")) label.hidden = value("way") === "iframe";
  const [snippet, element] = made(given);
  by("snippet").textContent = snippet;
  const chosen = CHOICES.map((id) => [id, value(id)]).filter(([id, one]) => one !== STANDARD[id]);
  history.replaceState(null, "", `#${new URLSearchParams(chosen)}`);
  if (snippet === before) return;
  before = snippet;
  by("log").replaceChildren();
  listen(element);
  // The snippet follows the device of its visitors; here it stands in a page that may be light or dark by choice.
  if (value("way") === "element" && value("theme") === "auto" && document.documentElement.dataset.theme) element.setAttribute("theme", document.documentElement.dataset.theme);
  by("preview").replaceChildren(element);
};

const THEMES = { auto: ["as the device", "跟随系统"], light: ["light", "浅色"], dark: ["dark", "深色"] };
const inLanguage = (language) => {
  const isChinese = language === "zh";
  document.documentElement.lang = language;
  Object.assign(by("page-language"), isChinese ? { lang: "en", textContent: "English" } : { lang: "zh", textContent: "中文" });
  for (const option of by("theme").options) option.text = THEMES[option.value][isChinese ? 1 : 0];
  by("copied").textContent = "";
  const chosen = value("calculator");
  by("calculator").replaceChildren(...titles.map(([slug, en, zh]) => new Option(isChinese ? zh : en, slug)));
  if (chosen) by("calculator").value = chosen;
};

let titles = [];
let timer = 0;
customElements.whenDefined("platewise-calculator").then((element) => {
  titles = Object.entries(element.calculators).map(([slug, [en, zh]]) => [slug, en, zh]);
  const language = (stored("platewise.language") ?? navigator.language).startsWith("zh") ? "zh" : "en";
  inLanguage(language);
  by("lang").value = language;
  if (location.hash) by("inputs").value = STANDARD.inputs; // the example that stands in the page is for whoever begins
  for (const [id, one] of new URLSearchParams(location.hash.slice(1))) {
    if (!CHOICES.includes(id)) continue;
    const before = by(id).value;
    by(id).value = one;
    if (by(id).options && by(id).selectedIndex < 0) by(id).value = before; // an address may name what there is not
  }
  for (const kind of ["input", "change"]) {
    by("choices").addEventListener(kind, () => {
      clearTimeout(timer);
      timer = setTimeout(show, 400);
    });
  }
  // Each calculator has inputs of its own: what was typed for another one is kept until that one comes back.
  let named = value("calculator");
  const typed = new Map();
  by("calculator").addEventListener("change", () => {
    typed.set(named, by("inputs").value);
    named = value("calculator");
    by("inputs").value = typed.get(named) ?? STANDARD.inputs;
  });
  by("choices").addEventListener("submit", (event) => event.preventDefault());
  by("page-language").addEventListener("click", () => {
    inLanguage(document.documentElement.lang === "zh" ? "en" : "zh");
    show();
  });
  by("copy").addEventListener("click", () => {
    const write = navigator.clipboard?.writeText(by("snippet").textContent) ?? Promise.reject();
    write.then(() => say("copied", "Copied", "已复制"), () => {
      getSelection().selectAllChildren(by("snippet"));
      say("copied", "The browser does not allow it: the snippet is selected.", "浏览器不允许复制，已选中代码。");
    });
  });
  show();
});
