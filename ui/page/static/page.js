// What the page does in the browser. Runs once, when the right side is ready; `element`, `trigger`,
// `props` and `server` are given by gr.HTML. Listeners sit on the document, since the parts they
// serve are made anew with every answer; nothing from a document is ever run or set as HTML here
// but what the server's templates have escaped.
(() => {
  const root = document.documentElement;
  const views = []; // what the right side showed before
  let converting = false; // kana into words
  let opener = null; // what was pressed to open it

  let silence = 0;
  const say = (text) => {
    const voice = document.querySelector("#said p");
    if (!voice || !text) return;
    voice.textContent = text;
    const place = voice.closest("#said");
    place.classList.add("seen");
    clearTimeout(silence);
    silence = setTimeout(() => place.classList.remove("seen"), 4000);
  };
  const texts = element.querySelector("[data-texts]")?.dataset ?? {};
  const within = (target, selector) => target.closest?.(selector);
  const narrow = () => window.matchMedia("(max-width: 899px)").matches;

  // ---- the right side ---------------------------------------------------------------------
  const showSourceTab = () => {
    const tab = document.querySelector("#source-tab-button, [role=tab][aria-controls=source-tab]");
    if (tab && tab.getAttribute("aria-selected") !== "true") tab.click();
  };
  const panelBody = () => element.querySelector(".panel-body");
  const show = (html) => {
    panelBody().innerHTML = html;
    element.querySelector("[data-back]").hidden = views.length === 0;
    element.querySelector("[data-close]").hidden = false;
    const heading = element.querySelector("h2");
    if (narrow()) element.scrollIntoView({ block: "start" });
    heading?.focus({ preventScroll: true });
    const scroller = element.closest("#source") ?? element;
    const mark = element.querySelector("mark") ?? element.querySelector(".cited");
    if (mark && !narrow()) {
      const lift = mark.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      scroller.scrollTop += lift - scroller.clientHeight / 3;
    } else if (mark) mark.scrollIntoView({ block: "center" });
    else scroller.scrollTop = 0;
  };
  const open = async (load, from) => {
    if (from && !within(from, "#source")) {
      opener = from;
      views.length = 0;
    } else if (panelBody().firstElementChild) views.push(panelBody().innerHTML);
    showSourceTab();
    element.setAttribute("aria-busy", "true");
    try {
      show(await load());
    } catch {
      say(texts.failed);
    } finally {
      element.removeAttribute("aria-busy");
    }
  };
  const openUnit = (button, more = 1) =>
    open(
      () => server.open_source({ unit: button.dataset.unit, quote: button.dataset.quote, around: more }),
      button,
    );
  const back = () => {
    if (views.length) show(views.pop());
  };
  const close = () => {
    if (!opener?.isConnected) opener = document.querySelector("#question textarea");
    opener?.scrollIntoView({ block: "center" });
    opener?.focus();
  };

  // ---- taking away ------------------------------------------------------------------------
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // a page that came over plain HTTP has no clipboard
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      if (!done) return say(texts.copyFailed);
    }
    say(texts.copied);
  };
  const place = (from) => {
    const holder = within(from, "[data-conversation]") ?? [...document.querySelectorAll("#log .turn")].at(-1);
    return { conversation: holder?.dataset.conversation, turn: holder?.dataset.turn };
  };
  const download = async (button) => {
    const file = await server.export({
      kind: button.dataset.export,
      table: button.dataset.table,
      ...place(button),
    });
    if (file.problem) return say(file.problem);
    const bytes = Uint8Array.from(atob(file.data), (letter) => letter.charCodeAt(0));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type: file.type }));
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  const judge = async (button) => {
    const answered = await server.judge({ judgement: button.dataset.feedback, ...place(button) });
    for (const other of button.parentElement.querySelectorAll("[data-feedback]"))
      other.setAttribute("aria-pressed", String(other === button));
    say(answered);
  };
  const showPage = async (button) => {
    const source = within(button, ".source");
    const holder = source.querySelector(".page-image");
    if (!holder.hidden) {
      holder.hidden = true;
      return;
    }
    holder.innerHTML = await server.show_page({ unit: source.dataset.unit, quote: source.dataset.quote });
    holder.hidden = false;
    await holder.querySelector("img")?.decode();
    holder.scrollIntoView({ block: "nearest" });
  };

  // ---- sorting ----------------------------------------------------------------------------
  const sort = (button) => {
    const heading = button.closest("th");
    const column = [...heading.parentElement.children].indexOf(heading);
    const descending = heading.getAttribute("aria-sort") === "ascending";
    for (const other of heading.parentElement.children) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const body = heading.closest("table").tBodies[0];
    const order = new Intl.Collator("ja", { numeric: true });
    const key = (row) => row.children[column].dataset.key;
    const rows = [...body.rows].sort((one, other) => order.compare(key(one), key(other)));
    body.append(...(descending ? rows.reverse() : rows));
  };

  // ---- what is pressed --------------------------------------------------------------------
  const actions = {
    "[data-open]": (button) => openUnit(button),
    "[data-view]": (button) =>
      open(() => server.open_view({ view: button.dataset.view, ...place(button) }), button),
    "[data-more]": (button) => {
      const source = within(button, ".source");
      element.querySelector("[data-back]").hidden = views.length === 0;
      server
        .open_source({
          unit: source.dataset.unit,
          quote: source.dataset.quote,
          around: Number(source.dataset.around) + 3,
        })
        .then(show);
    },
    "[data-page-image]": showPage,
    "[data-back]": back,
    "[data-close]": close,
    "[data-copy]": (button) => copy(button.dataset.copy),
    "[data-copy-link]": (button) => copy(new URL(button.dataset.copyLink, location.href).href),
    "[data-export]": download,
    "[data-feedback]": judge,
    "[data-sort]": sort,
    "[data-ask]": (button) => trigger("ask", { question: button.dataset.ask }),
    "[data-appearance]": () => {
      const dark = document.body.classList.toggle("dark");
      localStorage.setItem("tenkyo-appearance", dark ? "dark" : "light");
    },
  };
  const onClick = (event) => {
    const marker = within(event.target, "a.marker");
    if (marker) {
      const item = document.getElementById(decodeURIComponent(marker.hash.slice(1)));
      const button = item?.querySelector("[data-open]");
      if (!button) return;
      event.preventDefault();
      openUnit({ dataset: button.dataset, ...{ closest: () => null } });
      opener = marker;
      return;
    }
    for (const [selector, act] of Object.entries(actions)) {
      const button = within(event.target, selector);
      if (button) {
        event.preventDefault();
        act(button);
        return;
      }
    }
  };
  const onKey = (event) => {
    // While kana are being converted, Enter chooses a word. Safari ends the conversion before
    // it tells of the key, which then has the code 229.
    if (event.key === "Enter" && (converting || event.isComposing || event.keyCode === 229)) {
      event.stopImmediatePropagation();
      if (event.type === "keypress") event.preventDefault(); // nor is it a new line
    } else if (event.type === "keydown" && event.key === "Escape" && within(event.target, "#source")) {
      event.preventDefault();
      close();
    }
  };

  // ---- the newest turn in sight -----------------------------------------------------------
  let shown = "";
  const follow = () => {
    const newest = document.querySelector("#working .turn") ?? [...document.querySelectorAll("#log .turn")].at(-1);
    const question = newest?.querySelector(".asked")?.textContent ?? "";
    const place = newest?.closest("#working") ? "working" : "done";
    const mark = `${document.querySelectorAll("#talk .turn").length} ${place} ${question}`;
    if (mark === shown) return;
    shown = mark;
    const talk = document.querySelector("#talk");
    if (newest && !narrow())
      talk.scrollTop += newest.getBoundingClientRect().top - talk.getBoundingClientRect().top;
    else if (place === "working") newest.scrollIntoView({ block: "nearest" });
  };

  // ---- once -------------------------------------------------------------------------------
  window.tenkyo?.abort();
  const listening = new AbortController();
  window.tenkyo = listening;
  document.addEventListener("click", onClick, { signal: listening.signal });
  const early = { capture: true, signal: listening.signal };
  document.addEventListener("keydown", onKey, early);
  document.addEventListener("keypress", onKey, early); // what Gradio's text box sends on
  document.addEventListener("compositionstart", () => (converting = true), early);
  document.addEventListener("compositionend", () => (converting = false), early);
  const changes = new MutationObserver(() => requestAnimationFrame(follow));
  changes.observe(document.querySelector("#talk"), { childList: true, subtree: true });
  listening.signal.addEventListener("abort", () => changes.disconnect());
  root.lang = texts.language ?? "ja";
  const appearance = localStorage.getItem("tenkyo-appearance");
  if (appearance) document.body.classList.toggle("dark", appearance === "dark");
})();
