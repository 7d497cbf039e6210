// Comforts only: every page works without this file.
"use strict";

// A quote may stand far below the head of its unit, where the address leads.
const quote = document.getElementById("quote");
if (quote) {
  addEventListener("load", () => quote.scrollIntoView({ block: "center" }));
}

// Escape closes a definition without moving the focus.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    document.body.classList.add("tips-closed");
  }
});
for (const type of ["focusin", "mouseover"]) {
  document.addEventListener(type, (event) => {
    if (event.target.closest(".term")) {
      document.body.classList.remove("tips-closed");
    }
  });
}
