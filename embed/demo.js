// What a webmaster may do with the results: read one and show it in the page's own words.
"use strict";
document.getElementById("time").addEventListener("result", (event) => {
  const minutes = event.detail.report?.results?.time_min;
  const charge = event.detail.report?.results?.charge_ah;
  const written = (value, unit) => (typeof value === "number" ? `${value.toLocaleString("zh-CN", { maximumSignificantDigits: 4 })} ${unit}` : "");
  document.getElementById("answer").textContent = [written(minutes, "分钟"), written(charge, "A·h")].filter(Boolean).join("，") || "—";
});
