// Read and write: rows are there when they are seen, facts light up in all columns, a paragraph is edited in its place.
import { ask, asked, at, element, isTyping, onVersion, tell, tried } from "/static/page.js";
import { Editor, opened, saidOf } from "/static/editor.js";

const text = document.getElementById("text");
const columns = text.dataset.columns.split(",");
const original = document.body.dataset.original;
let findings = {}, editing = null, isStale = false;

// --- rows that are seen -------------------------------------------------------------------------------------------
const MOST_THERE = 40;
const seen = new Set();
const there = new Set(text.querySelectorAll(".chunk[data-here]"));
const height = (chunk) => Number(chunk.dataset.lines) * 27 * (0.45 + 0.3 * columns.length);

async function fill(chunk) {
  if (there.has(chunk) || chunk.filling) return chunk.filling;
  chunk.filling = ask("rows", { ids: chunk.dataset.ids.split(","), l: columns }).then((html) => {
    chunk.innerHTML = html;
    chunk.style.height = "";
    there.add(chunk);
    showFindings(chunk);
    empty();
  }).catch((error) => tell(error.message)).finally(() => { chunk.filling = null; });
  return chunk.filling;
}

// What is far away is taken out again, so that a long report needs no more of the browser than a short one.
function empty() {
  for (const chunk of there) {
    if (there.size <= MOST_THERE) return;
    if (seen.has(chunk) || chunk.querySelector(".editing") || chunk.contains(document.activeElement)) continue;
    // Asked from the observer, since asking the chunk itself would lay out the page once more.
    chunk.style.height = `${chunk.known ?? height(chunk)}px`;
    chunk.replaceChildren();
    there.delete(chunk);
  }
}

const watcher = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting, boundingClientRect } of entries) {
    if (there.has(target)) target.known = boundingClientRect.height;
    if (isIntersecting) { seen.add(target); fill(target); } else seen.delete(target);
  }
}, { rootMargin: "900px 0px" });
for (const chunk of text.querySelectorAll(".chunk")) {
  if (!there.has(chunk)) chunk.style.height = `${height(chunk)}px`;
  watcher.observe(chunk);
}

async function showAll() { for (const chunk of text.querySelectorAll(".chunk")) await fill(chunk); }

async function goTo(id, { focus = true } = {}) {
  const chunk = [...text.querySelectorAll(".chunk")].find((each) => each.dataset.ids.split(",").includes(id));
  if (!chunk) { location.href = `${at("read")}?l=${columns}#row-${id}`; return; }
  await fill(chunk);
  const row = document.getElementById(`row-${id}`);
  row.scrollIntoView({ block: "start" });
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  row.scrollIntoView({ block: "start" });
  row.classList.remove("lit-row");
  requestAnimationFrame(() => row.classList.add("lit-row"));
  if (focus) row.querySelector(".cell")?.focus({ preventScroll: true });
}
const fromHash = () => { const id = decodeURIComponent(location.hash).replace(/^#row-/, ""); if (id && location.hash.startsWith("#row-")) goTo(id); };
addEventListener("hashchange", fromHash);
fromHash();

// --- facts --------------------------------------------------------------------------------------------------------
const card = document.getElementById("card");
let waits;
const factOf = (event) => event.target.closest?.(".fact, .chip[data-fact]");

function light(fact, isOn) {
  for (const each of text.querySelectorAll(".lit")) each.classList.remove("lit");
  if (!fact || !isOn) { clearTimeout(waits); card.hidden = true; return; }
  const row = fact.closest(".row");
  for (const each of row.querySelectorAll(`[data-fact="${CSS.escape(fact.dataset.fact)}"]`)) each.classList.add("lit");
  clearTimeout(waits);
  if (!fact.classList.contains("chip")) waits = setTimeout(() => showCard(fact), 220);
}

async function showCard(fact) {
  const piece = fact.closest("[data-piece]")?.dataset.piece;
  const tag = fact.closest(".cell")?.dataset.tag;
  if (!piece || !tag) return;
  const query = new URLSearchParams({ piece, fact: fact.dataset.fact, tag });
  const answer = await fetch(`${at("fact")}?${query}`);
  if (!answer.ok || !fact.classList.contains("lit")) return;
  card.innerHTML = await answer.text();
  card.hidden = false;
  const box = fact.getBoundingClientRect();
  card.style.left = `${Math.max(8, Math.min(box.left, innerWidth - card.offsetWidth - 12))}px`;
  card.style.top = box.bottom + card.offsetHeight + 12 > innerHeight ? `${Math.max(8, box.top - card.offsetHeight - 6)}px` : `${box.bottom + 6}px`;
}
text.addEventListener("pointerover", (event) => { const fact = factOf(event); if (fact) light(fact, true); });
text.addEventListener("pointerout", (event) => { if (factOf(event)) light(null, false); });
text.addEventListener("focusin", (event) => { const fact = factOf(event); if (fact) light(fact, true); });
text.addEventListener("focusout", (event) => { if (factOf(event)) light(null, false); });

// --- findings -----------------------------------------------------------------------------------------------------
function findingElement(each) {
  const body = element("details", { class: `finding ${each.severity}` },
    element("summary", {}, element("span", { class: "code" }, `${each.code}${each.language ? ` ${each.language}` : ""} `), `${each.severity}: ${each.message}`),
    element("p", {}, element("strong", {}, each.title), ". ", each.explanation), each.hint ? element("p", { class: "hint" }, each.hint) : null);
  if (each.instead !== null && each.instead !== undefined) {
    body.append(element("button", { type: "button", onclick: tried(async () => {
      const { code, language, piece, words } = each;
      if ((await ask("fix", { code, language, piece, words, l: columns })).saved) tell(`${code} is mended: “${words}” is now “${each.instead}”`);
    }) }, `Write “${each.instead}”`));
    body.open = each.severity === "error";
  }
  return body;
}

function showFindings(place = text) {
  for (const row of place.querySelectorAll(".row[data-id]")) {
    const own = (findings[row.dataset.id] ?? []).filter((each) => !each.language || columns.includes(each.language) || each.language === original);
    row.querySelector(".margin").replaceChildren(...own.map(findingElement));
  }
}

let last = 0;
async function loadFindings() {
  const mine = ++last;
  const said = await ask(`findings?l=${columns}`).catch(() => null);
  if (!said || mine !== last) return;
  findings = said.findings;
  showFindings();
  const own = findings[""] ?? [], place = document.getElementById("of-report");
  place.hidden = !own.length;
  place.replaceChildren(...(own.length ? [element("h2", {}, "About the report itself"), ...own.map(findingElement)] : []));
  document.body.dataset.findings = "there";
}
// The rules take minutes over thousands of paragraphs: there they are asked when somebody wants to know.
const isLong = text.dataset.long !== undefined;
if (!isLong) setTimeout(loadFindings, 300);
document.getElementById("check")?.addEventListener("click", async (event) => {
  event.target.disabled = true;
  tell("The rules are being asked …");
  await loadFindings();
  event.target.disabled = false;
});

// --- what others save ---------------------------------------------------------------------------------------------
let pending;
onVersion(tried(async (version, before) => {
  const said = await ask(`changes?since=${before}&l=${columns}`);
  showSteps(said.steps);
  clearTimeout(pending);
  if (!isLong) pending = setTimeout(loadFindings, 700);
  if (said.all) {
    if (editing) { isStale = true; return; }
    reload();
    return;
  }
  await renew(said.ids);
}));

function reload(id) {
  const row = id ? document.getElementById(`row-${id}`) : [...text.querySelectorAll(".chunk .row")].find((each) => each.getBoundingClientRect().bottom > 120);
  const name = id ?? row?.dataset.id;
  history.replaceState(null, "", name ? `#row-${name}` : location.href);
  location.reload();
}

async function renew(ids) {
  const shown = ids.filter((id) => document.getElementById(`row-${id}`));
  if (!shown.length) return;
  const made = element("div");
  made.innerHTML = await ask("rows", { ids: shown, l: columns });
  for (const row of [...made.querySelectorAll(".row")]) {
    const old = document.getElementById(row.id);
    if (editing && editing.row === old) { editing.changedBelow(); continue; }
    const focus = old.contains(document.activeElement) ? document.activeElement.closest(".cell")?.dataset.tag : null;
    old.replaceWith(row);
    showFindings(row.parentElement);
    if (focus) row.querySelector(`.cell[data-tag="${focus}"]`)?.focus({ preventScroll: true });
  }
}

const undo = document.getElementById("undo"), redo = document.getElementById("redo");
function showSteps(steps) {
  for (const [button, word, said] of [[undo, "Undo", steps.undo], [redo, "Redo", steps.redo]]) {
    button.disabled = !said;
    button.title = said ? `${word}: ${said}` : word;
  }
}
undo.addEventListener("click", tried(async () => tell(`taken back: ${(await ask("undo", {})).said}`)));
redo.addEventListener("click", tried(async () => tell(`done again: ${(await ask("redo", {})).said}`)));

// --- writing ------------------------------------------------------------------------------------------------------
class Edited {
  constructor(row, cell, piece, said) {
    Object.assign(this, { row, cell, piece, tag: cell.dataset.tag, said });
    this.before = new Map([...row.querySelectorAll(".cell")].map((each) => [each, each.innerHTML]));
    this.held = piece.innerHTML;
    row.classList.add("editing");
    this.desk = element("div", { class: "desk" });
    this.list = element("div", { "aria-live": "polite" });
    this.why = element("input", { id: "why", autocomplete: "off" });
    const needs = said.issued || said.frozen;
    this.save = element("button", { type: "button", class: "strong", onclick: () => this.keep() }, "Save");
    this.desk.append(this.list, needs ? element("p", {}, element("label", {}, `${needs}. Why? `, this.why)) : "",
      element("div", { class: "buttons" }, this.save, element("button", { type: "button", onclick: () => this.leave() }, "Leave"), element("span", { class: "hint" }, `${said.where} · Ctrl+Enter saves, Escape leaves, / offers`)));
    this.editor = new Editor({
      place: piece, tag: this.tag, label: `${said.where}, ${this.tag}`, runs: said.runs, key: said.key, columns,
      onCells: (cells) => this.show(cells),
    });
    this.why.addEventListener("input", () => { this.editor.why = this.why.value; this.editor.changed(); });
    cell.append(this.desk);
    cell.addEventListener("keydown", this.keys = (event) => this.key(event));
    this.editor.focus();
  }

  key(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); this.keep(); }
    else if (event.key === "Escape") { event.preventDefault(); this.leave(); }
    event.stopPropagation();
  }

  show(said) {
    this.state = said;
    for (const cell of this.row.querySelectorAll(".cell")) {
      const shown = said.cells?.[cell.dataset.tag];
      if (!shown) continue;
      if (cell === this.cell) { this.preview(shown); continue; }
      const place = cell.querySelector(`[data-piece="${CSS.escape(this.piece.dataset.piece)}"]`);
      if (!place) continue;
      if (shown.html !== undefined && place.innerHTML !== shown.html) { place.innerHTML = shown.html; cell.classList.add("preview"); }
      cell.classList.toggle("broken", Boolean(shown.error));
      cell.title = shown.error ?? "";
    }
    this.list.replaceChildren(saidOf(said, this.editor));
  }

  preview(shown) {
    const ours = this.state.settled.length ? shown.html : "";
    this.desk.querySelector(".ours")?.remove();
    if (ours) { const line = element("p", { class: "ours preview", lang: this.tag }); line.innerHTML = ours; this.desk.prepend(line); }
    if (shown.error) this.list.prepend(element("p", { class: "against" }, shown.error));
  }

  changedBelow() {
    if (this.isSaving || this.desk.querySelector(".below")) return;
    this.desk.prepend(element("p", { class: "against below" }, "This paragraph was saved elsewhere meanwhile. What you typed is kept here; saving says what is in conflict."));
  }

  async keep() {
    if (!this.editor.isChanged && !Object.keys(this.editor.answers).length) { this.leave(); return; }
    this.isSaving = true;
    this.save.disabled = true;
    try {
      const said = await ask("save", { key: this.said.key, runs: this.editor.runs, answers: this.editor.answers, why: this.why.value });
      if (said.saved) { tell("Saved."); this.end(); await this.comeBack(); return; }
      if (said.state === "done" || said.state === "settled") { tell("The sources say this already."); this.leave(true); return; }
      this.list.replaceChildren(saidOf(said, this.editor));
      this.list.prepend(element("p", { class: "against" }, said.state === "conflict" ? "Not saved: somebody else changed it, or it is held." : "Not saved yet: something is to be decided."));
    } catch (error) { tell(error.message); } finally { this.isSaving = false; this.save.disabled = false; }
  }

  async leave(isSure = false) {
    if (!isSure && this.editor.isChanged && (await asked("Leave without saving?", "What you typed here is lost.")) === undefined) { this.editor.focus(); return; }
    for (const [cell, html] of this.before) { cell.innerHTML = html; cell.classList.remove("preview", "broken"); }
    this.end();
    await this.comeBack();
  }

  // The row as it is now, with the focus where it was, unless it is elsewhere already.
  async comeBack() {
    const id = CSS.escape(this.row.dataset.id);
    this.cell.focus({ preventScroll: true });
    await renew([this.row.dataset.id]);
    if (document.activeElement === document.body) document.querySelector(`#row-${id} .cell[data-tag="${this.tag}"]`)?.focus({ preventScroll: true });
  }

  end() {
    editing = null;
    this.cell.removeEventListener("keydown", this.keys);
    this.row.classList.remove("editing");
    this.editor.offers.remove();
    if (isStale) { isStale = false; reload(this.row.dataset.id); }
  }
}

// What is asked for twice is opened once: a second answer would open the piece again once it is saved.
let isOpening = false;
async function edit(piece) {
  if (editing) { editing.editor.focus(); return; }
  if (isOpening) return;
  isOpening = true;
  try {
    const row = piece.closest(".row").id, tag = piece.closest(".cell").dataset.tag;
    const said = await opened(piece.dataset.piece.replace(/^note-/, ""), tag, columns);
    // The row may have been drawn anew meanwhile, as after each save: what stands there now is edited.
    const there = piece.isConnected ? piece : document.querySelector(`#${CSS.escape(row)} .cell[data-tag="${tag}"] [data-piece="${CSS.escape(piece.dataset.piece)}"]`);
    if (said && there && !editing) { light(null, false); editing = new Edited(there.closest(".row"), there.closest(".cell"), there, said); }
  } finally { isOpening = false; }
}
text.addEventListener("dblclick", (event) => {
  const piece = event.target.closest?.(".chunk .piece");
  if (piece && !event.target.closest(".editing")) { event.preventDefault(); edit(piece); }
});

// A new paragraph behind a row, with an id that is made of its words until one is given.
function add(row) {
  if (editing) return;
  const place = element("div", { class: "new-paragraph" }), box = element("div"), name = element("input", { id: "new-id", pattern: "[a-z][a-z0-9\\-]*", autocomplete: "off" });
  const why = element("input", { id: "new-why", autocomplete: "off" }), said = element("div", { "aria-live": "polite" });
  let isOwn = false, wait;
  name.addEventListener("input", () => { isOwn = true; });
  const editor = new Editor({ place: box, tag: original, label: "New paragraph", runs: [], key: "", columns, onInput: () => {
    clearTimeout(wait);
    wait = setTimeout(tried(async () => { if (!isOwn) name.value = (await ask("propose", { runs: editor.runs, after: row.dataset.id })).id; }), 250);
  } });
  const end = () => { editing = null; editor.offers.remove(); place.remove(); if (isStale) reload(); };
  const keep = async () => {
    try {
      const found = await ask("add", { runs: editor.runs, after: row.dataset.id, id: name.value.trim(), why: why.value });
      if (found.saved) { end(); isStale = false; reload(found.id); return; }
      said.replaceChildren(...found.why.map((each) => element("p", { class: "against" }, each)));
    } catch (error) { tell(error.message); }
  };
  place.append(box, element("div", { class: "desk" }, said, element("p", {}, element("label", {}, "Its id ", name), " ", element("label", {}, "Why (where the report is frozen) ", why)),
    element("div", { class: "buttons" }, element("button", { type: "button", class: "strong", onclick: keep }, "Add paragraph"), element("button", { type: "button", onclick: end }, "Leave"))));
  place.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); keep(); }
    else if (event.key === "Escape" && event.target.nodeName !== "DIALOG") { event.preventDefault(); end(); row.querySelector(".cell").focus(); }
    event.stopPropagation();
  });
  row.after(place);
  editing = { row: null, editor, changedBelow() {} };
  editor.focus();
}

async function withReason(work, title, words, isAsked) {
  const why = await asked(title, words, isAsked ? "Why? The ledger keeps it." : "", {});
  if (why === undefined) return;
  const found = await work(why);
  if (found.saved) { tell("Saved."); return; }
  if (found.why.length && !isAsked) { await withReason(work, title, found.why.join("; "), true); return; }
  tell(found.why.join("; ") || "Nothing was changed.");
}
const remove = tried((row) => withReason((why) => ask("delete", { id: row.dataset.id, why }), "Delete this paragraph?", row.querySelector(".cell").textContent.slice(0, 120)));
const move = tried((row, isUp) => {
  const rows = [...text.querySelectorAll(".chunk .row")].filter((each) => each === row || ["paragraph", "plain", "heading", "quotation"].includes(each.dataset.kind));
  const index = rows.indexOf(row), target = rows[isUp ? index - 2 : index + 1];
  if (!target || row.dataset.kind !== "paragraph") { tell("Only a paragraph moves, behind another one or a heading."); return undefined; }
  return withReason((why) => ask("move", { id: row.dataset.id, after: target.dataset.id, why }), `Move it ${isUp ? "up" : "down"}?`, `It then stands behind ${target.getAttribute("aria-label")}.`);
});

// --- keys, search, languages, filters -----------------------------------------------------------------------------
const cellsOf = (row) => [...row.querySelectorAll(".cell")];
async function step(cell, by) {
  const rows = [...text.querySelectorAll(".chunk .row")], row = cell.closest(".row"), index = rows.indexOf(row) + by;
  let next = rows[index];
  if (!next) {
    const chunk = row.closest(".chunk"), other = by > 0 ? chunk.nextElementSibling : chunk.previousElementSibling;
    if (!other?.classList.contains("chunk")) return;
    await fill(other);
    next = by > 0 ? other.firstElementChild : other.lastElementChild;
  }
  const target = cellsOf(next)[cellsOf(row).indexOf(cell)];
  target?.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

text.addEventListener("keydown", (event) => {
  if (isTyping(event) || event.ctrlKey || event.metaKey) return;
  const cell = event.target.closest(".cell"), row = cell?.closest(".row[data-id]");
  if (!row) return;
  const fact = event.target.closest(".fact");
  const cells = cellsOf(row);
  const done = {
    ArrowDown: () => (event.altKey ? move(row, false) : step(cell, 1)), ArrowUp: () => (event.altKey ? move(row, true) : step(cell, -1)),
    ArrowRight: () => cells[Math.min(cells.indexOf(cell) + 1, cells.length - 1)].focus(), ArrowLeft: () => cells[Math.max(cells.indexOf(cell) - 1, 0)].focus(),
    Enter: () => (fact ? showCard(fact) : edit(cell.querySelector(".piece"))), e: () => edit(event.target.closest(".piece") ?? cell.querySelector(".piece")),
    f: () => { const all = [...cell.querySelectorAll(".fact")]; all[(all.indexOf(fact) + 1) % all.length]?.focus(); },
    Escape: () => { if (fact) cell.focus(); card.hidden = true; },
    n: () => add(row), Delete: () => remove(row),
  }[event.key];
  if (done) { event.preventDefault(); done(); }
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey && event.altKey && event.key.toLowerCase() === "z") { event.preventDefault(); undo.click(); }
  if (event.ctrlKey && event.altKey && event.key.toLowerCase() === "y") { event.preventDefault(); redo.click(); }
  if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  const ids = [...text.querySelectorAll(".chunk")].flatMap((each) => each.dataset.ids.split(","));
  if (event.key === "/") { event.preventDefault(); query.focus(); }
  if (event.key === "g" && ids.length) goTo(ids[0]);
  if (event.key === "G" && ids.length) goTo(ids.at(-1));
});

const query = document.getElementById("query"), found = document.getElementById("found");
let searching;
query.addEventListener("input", () => { clearTimeout(searching); searching = setTimeout(tried(search), 150); });
async function search() {
  const words = query.value.trim();
  const hits = words ? await ask(`search?q=${encodeURIComponent(words)}&l=${columns}`) : [];
  found.hidden = !words;
  found.replaceChildren(...(hits.length ? hits.map((each) => element("li", {}, element("a", { href: `#row-${each.id}`, lang: each.tag, dir: "auto", onclick: () => { found.hidden = true; } }, `${each.label} ${each.text}`))) : [element("li", { class: "hint" }, "nothing is found")]));
}
document.getElementById("search").addEventListener("submit", tried(async (event) => {
  event.preventDefault();
  await search();
  found.querySelector("a")?.click();
}));
query.addEventListener("keydown", (event) => { if (event.key === "Escape") { found.hidden = true; query.blur(); } });

function show(changes) {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(changes)) address.searchParams.set(name, value);
  const row = [...text.querySelectorAll(".chunk .row")].find((each) => each.getBoundingClientRect().bottom > 120);
  address.hash = row ? `row-${row.dataset.id}` : "";
  location.href = address.href;
}
for (const box of document.querySelectorAll(".languages input")) {
  box.addEventListener("change", () => {
    const kept = columns.filter((tag) => document.querySelector(`.languages input[value="${tag}"]`).checked);
    const wanted = box.checked ? [...kept.filter((tag) => tag !== box.value), box.value] : kept;
    if (!wanted.length) { box.checked = true; return; }
    show({ l: wanted.join(",") });
  });
}
document.getElementById("only").addEventListener("change", (event) => show({ only: event.target.value }));
document.getElementById("print").addEventListener("click", tried(async () => { await showAll(); print(); }));
addEventListener("beforeunload", (event) => { if (editing?.editor.isChanged) event.preventDefault(); });
