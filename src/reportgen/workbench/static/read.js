// Read and write: what others save, the keys, search, languages and filters; the rest is in the modules beside this one.
import { ask, element, isTyping, onVersion, tell, tried } from "/static/page.js";
import { card, showCard } from "/static/card.js";
import { isLong, loadFindings } from "/static/margin.js";
import { columns, firstInView, goTo, ids, neighbour, open, putRows, rowOf, rowsNow, showAll, text } from "/static/text.js";
import { add, drawAnew, edit, move, remove } from "/static/writing.js";

// --- what others save ---------------------------------------------------------------------------------------------
let pending;
onVersion(tried(async (version, before) => {
  const said = await ask(`changes?since=${before}&l=${columns}`);
  showSteps(said.steps);
  clearTimeout(pending);
  if (!isLong) pending = setTimeout(loadFindings, 700);
  if (said.all) { await drawAnew(); return; }
  const shown = said.ids.filter(rowOf);
  if (shown.length) putRows(await rowsNow(shown), version);
}));

const undo = document.getElementById("undo"), redo = document.getElementById("redo");
function showSteps(steps) {
  for (const [button, word, said] of [[undo, "Undo", steps.undo], [redo, "Redo", steps.redo]]) {
    button.disabled = !said;
    button.title = said ? `${word}: ${said}` : word;
  }
}
undo.addEventListener("click", tried(async () => tell(`taken back: ${(await ask("undo", {})).said}`)));
redo.addEventListener("click", tried(async () => tell(`done again: ${(await ask("redo", {})).said}`)));

// --- keys, search, languages, filters -----------------------------------------------------------------------------
const cellsOf = (row) => [...row.querySelectorAll(".cell")];
async function step(cell, by) {
  const row = cell.closest(".row"), next = await neighbour(row, by);
  if (!next) return;
  cellsOf(next)[cellsOf(row).indexOf(cell)]?.focus({ preventScroll: true });
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
  if (event.key === "/") { event.preventDefault(); query.focus(); }
  if (event.key === "g" && ids().length) goTo(ids()[0]);
  if (event.key === "G" && ids().length) goTo(ids().at(-1));
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
  const row = firstInView();
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
addEventListener("beforeunload", (event) => { if (open.edited?.editor.isChanged) event.preventDefault(); });

const fromHash = () => { if (location.hash.startsWith("#row-")) tried(goTo)(decodeURIComponent(location.hash).replace(/^#row-/, "")); };
addEventListener("hashchange", fromHash);
fromHash();
