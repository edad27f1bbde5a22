// Writing: a piece is edited in its place, a paragraph is added, deleted, moved, and the last save is taken back.
import { ask, asked, element, tell, tried } from "/static/page.js";
import { Editor, opened, saidOf } from "/static/editor.js";
import { light } from "/static/card.js";
import { columns, goTo, open, original, putRows, redraw, rowOf, rowsNow, text } from "/static/text.js";

class Edited {
  constructor(row, cell, piece, said) {
    Object.assign(this, { row, cell, piece, tag: cell.dataset.tag, said, saved: 0 });
    this.id = idOf(piece);
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
    cell.addEventListener("keydown", (event) => this.key(event));
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

  // What this window has saved itself comes back as a new version, too.
  changedBelow(version) {
    if (this.isSaving || version <= this.saved || this.desk.querySelector(".below")) return;
    this.desk.prepend(element("p", { class: "against below" }, "This paragraph was saved elsewhere meanwhile. What you typed is kept here; saving says what is in conflict."));
  }

  async keep() {
    if (!this.editor.isChanged && !Object.keys(this.editor.answers).length) { this.leave(); return; }
    const runs = this.editor.runs;
    this.isSaving = true;
    this.save.disabled = true;
    try {
      const said = await ask("save", { key: this.editor.key, runs, answers: this.editor.answers, why: this.why.value });
      if (said.saved) { this.saved = said.version; await this.goOn(runs); return; }
      if (said.state === "done" || said.state === "settled") { tell("The sources say this already."); this.leave(true); return; }
      this.list.replaceChildren(saidOf(said, this.editor));
      this.list.prepend(element("p", { class: "against" }, said.state === "conflict" ? "Not saved: somebody else changed it, or it is held." : "Not saved yet: something is to be decided."));
    } catch (error) { tell(error.message); } finally { this.isSaving = false; this.save.disabled = false; }
  }

  // Once it is saved: what was typed meanwhile is not, and stays open.
  async goOn(runs) {
    const rows = await rowsNow([this.row.dataset.id]);
    if (!this.editor.isOther(runs)) { tell("Saved."); this.end(rows); return; }
    await this.editor.openAgain(this.id, runs);
    this.list.replaceChildren();
    tell("Saved, but for what was typed since.");
    this.editor.changed();
  }

  async leave(isSure = false) {
    if (!isSure && this.editor.isChanged && (await asked("Leave without saving?", "What you typed here is lost.")) === undefined) { this.editor.focus(); return; }
    this.end(await rowsNow([this.row.dataset.id]));
  }

  // Puts the row as it is now in the place of this one, at one stroke: no key falls between the two.
  end(rows) {
    const hasFocus = this.row.contains(document.activeElement) || document.activeElement === document.body;
    open.edited = null;
    this.editor.offers.remove();
    putRows(rows);
    if (hasFocus) rowOf(this.row.dataset.id)?.querySelector(`.cell[data-tag="${this.tag}"]`)?.focus({ preventScroll: true });
    if (open.isStale) { open.isStale = false; drawAnew(); }
  }
}

const idOf = (piece) => piece.dataset.piece.replace(/^note-/, "");

// The keys that are typed while a piece is being opened: they are meant for its text, and no commands.
let ahead = null;
text.addEventListener("keydown", (event) => {
  if (ahead === null || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (event.key === "Backspace") ahead = ahead.slice(0, -1);
  else if (event.key.length === 1) ahead += event.key;
}, { capture: true });

// What is asked for twice is opened once: a second answer would open the piece again once it is saved.
export async function edit(piece) {
  if (open.edited) { open.edited.editor.focus(); return; }
  if (ahead !== null) return;
  ahead = "";
  try {
    const row = piece.closest(".row").id, tag = piece.closest(".cell").dataset.tag;
    const said = await opened(idOf(piece), tag, columns);
    // The row may have been drawn anew meanwhile, as after each save: what stands there now is edited.
    const there = piece.isConnected ? piece : document.querySelector(`#${CSS.escape(row)} .cell[data-tag="${tag}"] [data-piece="${CSS.escape(piece.dataset.piece)}"]`);
    if (!said || !there || open.edited) return;
    light(null, false);
    open.edited = new Edited(there.closest(".row"), there.closest(".cell"), there, said);
    if (ahead) open.edited.editor.insertText(ahead);
  } finally { ahead = null; }
}
text.addEventListener("dblclick", (event) => {
  const piece = event.target.closest?.(".chunk .piece");
  if (piece && !event.target.closest(".editing")) { event.preventDefault(); edit(piece); }
});

// Rows that others were added to, or that stand elsewhere; while something is edited that waits until it is not.
export const drawAnew = tried(async () => { if (open.edited || !(await redraw())) open.isStale = true; });

// A new paragraph behind a row, with an id that is made of its words until one is given.
export function add(row) {
  if (open.edited) return;
  const place = element("div", { class: "new-paragraph" }), box = element("div"), name = element("input", { id: "new-id", pattern: "[a-z][a-z0-9\\-]*", autocomplete: "off" });
  const why = element("input", { id: "new-why", autocomplete: "off" }), said = element("div", { "aria-live": "polite" });
  let isOwn = false, wait;
  name.addEventListener("input", () => { isOwn = true; });
  const editor = new Editor({ place: box, tag: original, label: "New paragraph", runs: [], key: "", columns, onInput: () => {
    clearTimeout(wait);
    wait = setTimeout(tried(async () => { if (!isOwn) name.value = (await ask("propose", { runs: editor.runs, after: row.dataset.id })).id; }), 250);
  } });
  const end = () => {
    open.edited = null;
    editor.offers.remove();
    place.remove();
    if (open.isStale) { open.isStale = false; drawAnew(); }
  };
  const leave = async () => {
    if (editor.isChanged && (await asked("Leave without adding it?", "What you typed here is lost.")) === undefined) { editor.focus(); return; }
    end();
    (row.isConnected ? row : rowOf(row.dataset.id))?.querySelector(".cell").focus();
  };
  const keep = async () => {
    try {
      const found = await ask("add", { runs: editor.runs, after: row.dataset.id, id: name.value.trim(), why: why.value });
      if (found.saved) { open.isStale = false; end(); tell("Added."); await redraw(); await goTo(found.id); return; }
      said.replaceChildren(...found.why.map((each) => element("p", { class: "against" }, each)));
    } catch (error) { tell(error.message); }
  };
  place.append(box, element("div", { class: "desk" }, said, element("p", {}, element("label", {}, "Its id ", name), " ", element("label", {}, "Why (where the report is frozen) ", why)),
    element("div", { class: "buttons" }, element("button", { type: "button", class: "strong", onclick: keep }, "Add paragraph"), element("button", { type: "button", onclick: leave }, "Leave"))));
  place.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); keep(); }
    else if (event.key === "Escape" && event.target.nodeName !== "DIALOG") { event.preventDefault(); leave(); }
    event.stopPropagation();
  });
  row.after(place);
  open.edited = { row: null, editor, changedBelow() {} };
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
export const remove = tried((row) => withReason((why) => ask("delete", { id: row.dataset.id, why }), "Delete this paragraph?", row.querySelector(".cell").textContent.slice(0, 120)));
export const move = tried((row, isUp) => {
  const rows = [...text.querySelectorAll(".chunk .row")].filter((each) => each === row || ["paragraph", "plain", "heading", "quotation"].includes(each.dataset.kind));
  const index = rows.indexOf(row), target = rows[isUp ? index - 2 : index + 1];
  if (!target || row.dataset.kind !== "paragraph") { tell("Only a paragraph moves, behind another one or a heading."); return undefined; }
  return withReason((why) => ask("move", { id: row.dataset.id, after: target.dataset.id, why }), `Move it ${isUp ? "up" : "down"}?`, `It then stands behind ${target.getAttribute("aria-label")}.`);
});
