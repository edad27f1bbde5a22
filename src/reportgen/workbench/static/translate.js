// Translate: a piece at a time, keyboard first; what is typed is read for facts and names at once.
import { ask, asked, element, onVersion, stored, tell, tried } from "/static/page.js";
import { Editor, opened, saidOf } from "/static/editor.js";

const desk = document.getElementById("desk"), tag = desk?.dataset.tag, original = document.body.dataset.original;
const queue = [...document.querySelectorAll(".queued")];
const part = (id) => document.getElementById(id);
let here = -1, editor = null, piece = "", matches = [];

// What changed in the source: [-gone-] and {+new+}.
function changeHTML(text) {
  const line = element("p");
  for (const each of text.split(/(\[-.*?-\]|\{\+.*?\+\})/s)) {
    if (each.startsWith("[-")) line.append(element("del", {}, each.slice(2, -2)));
    else if (each.startsWith("{+")) line.append(element("ins", {}, each.slice(2, -2)));
    else line.append(each);
  }
  return line;
}

const go = tried(async (index) => {
  if (index < 0 || index >= queue.length) { tell("That is all."); return; }
  if (editor?.isChanged && (await asked("Leave without saving?", "What you typed here is lost.")) === undefined) { editor.focus(); return; }
  editor?.offers.remove();
  here = index;
  piece = queue[index].dataset.piece;
  for (const each of queue) each.removeAttribute("aria-current");
  queue[index].setAttribute("aria-current", "true");
  queue[index].scrollIntoView({ block: "nearest" });
  const [found, said] = await Promise.all([ask("translate/piece", { tag, piece }), opened(piece, tag, [original, tag])]);
  part("work").hidden = false;
  part("where").textContent = `${found.where}${found.heading ? ` · ${found.heading}` : ""}`;
  part("state-of").textContent = [found.state, found.why].filter(Boolean).join(": ");
  part("source").innerHTML = found.source;
  for (const each of part("source").querySelectorAll("[tabindex], [role]")) { each.removeAttribute("tabindex"); each.removeAttribute("role"); }
  for (const each of part("source").querySelectorAll("a")) each.removeAttribute("href");
  part("change").replaceChildren(...(found.change ? [element("h4", {}, "Changed since it was translated"), changeHTML(found.change)] : []));
  part("names").replaceChildren(...found.names.flatMap((each) => [element("dt", {}, each.fact), element("dd", { dir: "auto" }, each.said)]));
  matches = found.matches;
  part("matches").replaceChildren(...(matches.length ? matches.map((each, at) => element("li", {}, element("button", { type: "button", onclick: () => take(at) }, `${each.score} %`), " ",
    element("span", { lang: tag, dir: desk.dataset.dir }, each.text), element("br"), element("small", { class: "hint", lang: original }, `${each.origin} · ${each.source}`))) : [element("li", { class: "hint" }, "The memory has nothing like it. reportgen memory add fills it.")]));
  part("said").replaceChildren();
  editor = new Editor({
    place: part("target"), tag, label: `${found.where} in ${tag}`, runs: said.runs, key: said.key, columns: [tag],
    onCells: (cells) => part("said").replaceChildren(saidOf(cells, editor), cells.cells?.[tag]?.error ? element("p", { class: "against" }, cells.cells[tag].error) : ""),
  });
  editor.focus();
  showFindings();
});

function take(at) { if (matches[at]) editor.set([{ t: matches[at].text }]); }

const showFindings = tried(async () => {
  const mine = piece, found = await ask("translate/findings", { tag, piece });
  if (mine !== piece) return;
  part("piece-findings").replaceChildren(...(found.length ? found.map((each) => element("p", { class: `finding ${each.severity}` }, `${each.code} ${each.severity}: ${each.message}`, each.hint ? element("br") : null, each.hint || null)) : [element("p", { class: "hint" }, "None.")]));
});

// Saves what was typed; true where nothing is left to do about it.
async function keep() {
  if (!editor.isChanged) return true;
  const runs = editor.runs, said = await ask("save", { key: editor.key, runs, answers: editor.answers, why: "" });
  if (said.saved || said.state === "done" || said.state === "settled") {
    await editor.openAgain(piece, runs);
    show(said.saved ? "translated" : "");
    if (said.saved) part("state-of").textContent = "translated";
    if (!editor.isChanged) return true;
    tell("Saved, but for what was typed since.");
    return false;
  }
  part("said").replaceChildren(element("p", { class: "against" }, said.state === "conflict" ? "Not saved: somebody else changed it." : "Not saved yet:"), saidOf(said, editor));
  return false;
}

function show(state) {
  if (!state) return;
  queue[here].querySelector("em").textContent = state;
  queue[here].className = `queued state-${state}`;
}

const next = tried(async () => { if (await keep()) { tell("Saved."); await go(here + 1); } });
const grant = tried(async (state) => {
  if (!(await keep())) return;
  let by = stored.get("by") ?? "";
  if (state !== "translated") {
    by = await asked(`It is ${state}`, "Who answers for it? The name is recorded with today's date.", "Name", { value: by, must: true });
    if (!by) return;
    stored.set("by", by);
  }
  let why = "";
  if (part("state-of").textContent.startsWith("stale")) {
    why = await asked("Its source was changed", "Why is this text good for today's source?", "Why", { must: true });
    if (!why) return;
  }
  await ask("translate/state", { tag, piece, state, by: state === "translated" ? "" : by, why });
  show(state);
  part("state-of").textContent = state;
  tell(`${piece} is ${state}.`);
});

part("begin")?.addEventListener("submit", tried(async (event) => {
  event.preventDefault();
  const wanted = event.target.elements.tag.value;
  await ask("translate/begin", { tag: wanted });
  location.href = `?tag=${wanted}`;
}));

if (desk) {
  for (const [index, each] of queue.entries()) each.addEventListener("click", () => go(index));
  part("keep").addEventListener("click", next);
  for (const each of document.querySelectorAll(".grant")) each.addEventListener("click", () => grant(each.dataset.state));
  document.addEventListener("keydown", (event) => {
    if (event.target.closest?.("dialog")) return;
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter") { event.preventDefault(); next(); }
    if (!event.altKey) return;
    const done = { ArrowDown: () => go(here + 1), ArrowUp: () => go(here - 1), m: () => take(0), 1: () => grant("translated"), 2: () => grant("reviewed"), 3: () => grant("final") }[event.key];
    if (done) { event.preventDefault(); done(); }
  });
  if (queue.length) {
    const wanted = new URLSearchParams(location.search).get("piece");
    go(Math.max(queue.findIndex((each) => each.dataset.piece === wanted), 0));
  }
  let wait;
  onVersion(() => { clearTimeout(wait); wait = setTimeout(showFindings, 600); });
  addEventListener("beforeunload", (event) => { if (editor?.isChanged) event.preventDefault(); });
}
