"use strict";
const form = document.getElementById("filters");
const cases = [...document.querySelectorAll(".case")];

function wanted(item, chosen) {
  const show = chosen.get("show");
  const flipped = item.dataset.flip === "win" || item.dataset.flip === "loss";
  if (show === "flipped" ? !flipped : show && item.dataset.state !== show) return false;
  for (const name of ["split", "persona", "kind"]) {
    if (chosen.get(name) && item.dataset[name] !== chosen.get(name)) return false;
  }
  const words = (chosen.get("words") || "").trim().toLowerCase().split(/\s+/);
  const text = item.textContent.toLowerCase();
  return words.every((word) => text.includes(word));
}

function filter() {
  const chosen = new FormData(form);
  for (const item of cases) item.hidden = !wanted(item, chosen);
  const shown = cases.filter((item) => !item.hidden).length;
  document.getElementById("shown").textContent = `${shown}問`;
  document.getElementById("nothing").hidden = shown > 0;
}

// A link may lead to a case that is filtered out or folded.
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const item = target && target.closest(".case");
  if (!item) return;
  if (item.hidden) { form.reset(); filter(); }
  for (let fold = target.matches(".case") ? target.querySelector("details") : target.closest("details");
       fold; fold = fold.parentElement.closest("details")) fold.open = true;
  target.scrollIntoView();
}

let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("details:not([open])")];
  for (const fold of folded) fold.open = true;
});
addEventListener("afterprint", () => { for (const fold of folded) fold.open = false; });
addEventListener("hashchange", reveal);
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
filter();
reveal();
