// A piece that is edited as it is printed: facts are chips that stay whole, and what would be printed is shown meanwhile.
import { ask, element, tell, tried } from "/static/page.js";

const escaped = (text) => element("i", {}, text).innerHTML;

function chipHTML(run) {
  const kind = run.note !== undefined ? "note" : run.url !== undefined ? "url" : run.ref !== undefined ? "ref" : run.isNew ? "new" : "fact";
  const data = element("span", {
    class: `chip ${kind}`, contenteditable: "false", tabindex: "0", role: "button",
    "data-fact": run.fact, "data-note": run.note, "data-url": run.url, "data-ref": run.ref,
    title: run.fact ? `fact ${run.fact}` : run.note ? `note ${run.note}` : run.ref ? "cross-reference" : "",
  });
  data.innerHTML = run.parts ? runsHTML(run.parts) : runsHTML([{ t: run.t ?? "", b: run.b, i: run.i }]);
  return data.outerHTML;
}

export function runsHTML(runs) {
  return runs.map((run) => {
    if (run.fact !== undefined || run.note !== undefined || run.url !== undefined || run.ref !== undefined) return chipHTML(run);
    let text = escaped(run.t);
    if (run.i) text = `<i>${text}</i>`;
    return run.b ? `<b>${text}</b>` : text;
  }).join("");
}

// The looks of a chip whose letters all look alike; of others none.
const looksOf = (chip) => ({ ...(chip.dataset.looks?.includes("b") ? { b: 1 } : {}), ...(chip.dataset.looks?.includes("i") ? { i: 1 } : {}) });

export function runsOf(node, looks = {}, found = []) {
  for (const each of node.childNodes) {
    if (each.nodeType === Node.TEXT_NODE) {
      if (each.data) found.push({ t: each.data.replace(/\u200b/g, ""), ...looks });
    } else if (each.classList?.contains("chip")) {
      const { note, url } = each.dataset, input = each.querySelector("input");
      if (note !== undefined) found.push({ note });
      else if (url !== undefined) found.push({ url, t: url });
      else if (input) found.push({ t: input.value, ...looksOf(each) });
      else runsOf(each, looks, found);
    } else if (each.nodeType === Node.ELEMENT_NODE) {
      const weight = each.nodeName === "B" || each.nodeName === "STRONG" ? { b: 1 } : {};
      const slant = each.nodeName === "I" || each.nodeName === "EM" ? { i: 1 } : {};
      runsOf(each, { ...looks, ...weight, ...slant }, found);
    }
  }
  return found;
}

export class Editor {
  // `place` gets the text, `desk` what is said of it; `onCells` gets what the languages would print.
  constructor({ place, tag, label, runs, key, columns, onCells, onInput }) {
    Object.assign(this, { tag, key, columns, onCells, onInput, answers: {}, asking: false, again: false });
    this.text = element("div", {
      class: "editor", contenteditable: "true", role: "textbox", "aria-multiline": "true", "aria-label": label, spellcheck: "true", lang: tag,
    });
    this.text.innerHTML = runsHTML(runs);
    this.before = JSON.stringify(runsOf(this.text));
    this.offers = new Offers(this);
    place.replaceChildren(this.text);
    this.text.addEventListener("input", () => { this.offers.look(); this.changed(); });
    this.text.addEventListener("keydown", (event) => this.#key(event));
    this.text.addEventListener("click", (event) => { const chip = event.target.closest(".chip"); if (chip) this.#open(chip); });
    this.text.addEventListener("paste", (event) => {
      event.preventDefault();
      this.insertText(event.clipboardData.getData("text/plain").replace(/\s+/g, " "));
    });
    this.text.addEventListener("drop", (event) => event.preventDefault());
    this.text.addEventListener("blur", () => setTimeout(() => this.offers.hide(), 150));
  }

  get runs() { return runsOf(this.text); }
  get isChanged() { return JSON.stringify(this.runs) !== this.before; }

  isOther(runs) { return JSON.stringify(this.runs) !== JSON.stringify(runs); }

  // The piece as it is now that `runs` are saved, beneath what stands in the field: a key is good for one save.
  async openAgain(piece, runs) {
    const said = await opened(piece, this.tag, this.columns);
    if (!said) return;
    this.key = said.key;
    this.answers = {};
    this.before = JSON.stringify(runs);
  }

  focus() {
    this.text.focus();
    const range = document.createRange();
    range.selectNodeContents(this.text);
    range.collapse(false);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }

  insertText(text) { document.execCommand("insertText", false, text); }

  insertHTML(html) { document.execCommand("insertHTML", false, html); }

  set(runs) {
    this.text.focus();
    document.execCommand("selectAll");
    this.insertHTML(runsHTML(runs) || "\u200b");
    this.changed();
  }

  // One question at a time: what is typed while one is out is asked once it is answered.
  changed() {
    this.onInput?.();
    if (!this.key) return;
    if (this.asking) { this.again = true; return; }
    this.asking = true;
    const began = performance.now();
    ask("type", { key: this.key, runs: this.runs, answers: this.answers, why: this.why ?? "" }).then((said) => {
      this.onCells(said);
      document.body.dataset.typed = String(Math.round(performance.now() - began));
    }).catch((error) => tell(error.message)).finally(() => {
      this.asking = false;
      if (this.again) { this.again = false; this.changed(); }
    });
  }

  #key(event) {
    if (this.offers.key(event)) return;
    const chip = event.target.closest?.(".chip") ?? document.activeElement.closest?.(".chip");
    if (chip && event.target.nodeName !== "INPUT") {
      if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) { event.preventDefault(); this.#open(chip); return; }
      if (event.key === "Delete" || event.key === "Backspace") { event.preventDefault(); this.#replace(chip, ""); return; }
    }
    // A paragraph is one line of wording: a break would be another paragraph.
    if (event.key === "Enter") event.preventDefault();
  }

  #replace(chip, html) {
    this.text.focus();
    const range = document.createRange();
    range.selectNode(chip);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    if (html) this.insertHTML(html); else document.execCommand("delete");
    this.changed();
  }

  #open(chip) {
    if (chip.dataset.note !== undefined || chip.querySelector("input")) return;
    const before = chip.textContent, inside = chip.innerHTML;
    chip.dataset.looks = `${chip.querySelector("b") ? "b" : ""}${chip.querySelector("i") ? "i" : ""}`;
    const input = element("input", { class: "chip-input", value: before, "aria-label": `${chip.title}: what is printed`, lang: this.tag });
    input.style.width = `${Math.min(Math.max(before.length + 2, 5), 40)}ch`;
    chip.replaceChildren(input);
    input.focus();
    input.select();
    let isDone = false;
    const done = (keep) => {
      if (isDone) return;
      isDone = true;
      const run = { t: before, fact: chip.dataset.fact, url: chip.dataset.url, ref: chip.dataset.ref };
      const value = input.value.trim();
      chip.innerHTML = inside;
      if (!keep || !value || value === before) { this.focus(); return; }
      if (run.url !== undefined) run.url = value;
      this.#replace(chip, chipHTML({ ...run, t: value, ...looksOf(chip) }));
    };
    input.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Enter") { event.preventDefault(); done(true); }
      if (event.key === "Escape") { event.preventDefault(); done(false); }
    });
    input.addEventListener("input", (event) => { event.stopPropagation(); this.changed(); });
    input.addEventListener("blur", () => done(true));
  }
}

// What is offered behind a slash, or for a figure: facts, names, cross-references.
class Offers {
  constructor(editor) {
    this.editor = editor;
    this.list = element("ul", { class: "offers", role: "listbox", "aria-label": "Facts, names and references", hidden: true });
    document.getElementById("main").append(this.list);
    this.at = -1;
    this.asked = "";
  }

  #typed() {
    const selection = getSelection();
    const node = selection.focusNode;
    if (!node || node.nodeType !== Node.TEXT_NODE || !this.editor.text.contains(node)) return null;
    const before = node.data.slice(0, selection.focusOffset);
    const slash = /\/([^/\u200b]{0,40})$/.exec(before);
    if (slash) return { node, start: slash.index, end: selection.focusOffset, q: slash[1], isSlash: true };
    const figure = /(?:^|[\s(\u200b])(\d[\d,.\u00a0]*)$/.exec(before);
    return figure ? { node, start: before.length - figure[1].length, end: selection.focusOffset, q: figure[1], isSlash: false } : null;
  }

  look() {
    this.typed = this.#typed();
    if (!this.typed) { this.hide(); return; }
    const q = (this.asked = this.typed.q);
    ask("offer", { key: this.editor.key ?? "", tag: this.editor.tag, q }).then((found) => {
      if (this.asked !== q || !this.typed) return;
      this.#show(this.typed.isSlash ? found : found.filter((each) => each.kind === "fact"));
    }).catch(() => this.hide());
  }

  #show(found) {
    if (!found.length) { this.hide(); return; }
    this.found = found;
    this.list.replaceChildren(...found.map((each, index) => element("li", {
      role: "option", id: `offer-${index}`, "aria-selected": "false", onmousedown: (event) => { event.preventDefault(); this.#take(index); },
    }, element("span", { lang: this.editor.tag }, each.text), element("small", {}, `${each.kind} · ${each.said}`))));
    const place = document.createRange();
    place.setStart(this.typed.node, this.typed.start);
    place.setEnd(this.typed.node, this.typed.end);
    const box = place.getBoundingClientRect();
    this.list.hidden = false;
    this.list.style.left = `${Math.min(box.left, innerWidth - this.list.offsetWidth - 12)}px`;
    this.list.style.top = box.bottom + this.list.offsetHeight + 8 > innerHeight ? `${box.top - this.list.offsetHeight - 4}px` : `${box.bottom + 4}px`;
    this.#choose(this.typed.isSlash ? 0 : -1);
  }

  hide() { this.list.hidden = true; this.at = -1; this.asked = ""; this.editor.text.removeAttribute("aria-activedescendant"); }

  #choose(index) {
    this.list.children[this.at]?.setAttribute("aria-selected", "false");
    this.at = index;
    const chosen = this.list.children[index];
    chosen?.setAttribute("aria-selected", "true");
    chosen?.scrollIntoView({ block: "nearest" });
    if (chosen) this.editor.text.setAttribute("aria-activedescendant", chosen.id);
  }

  #take(index) {
    const { text, fact, kind } = this.found[index];
    const { node, start, end } = this.typed;
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    this.hide();
    if (kind === "name") this.editor.insertText(text);
    else this.editor.insertHTML(`${chipHTML(fact ? { t: text, fact } : { t: text, ref: "" })}\u200b`);
    this.editor.changed();
  }

  key(event) {
    if (this.list.hidden) return false;
    const count = this.list.children.length;
    if (event.key === "ArrowDown") this.#choose((this.at + 1) % count);
    else if (event.key === "ArrowUp") this.#choose((this.at - 1 + count) % count);
    else if (event.key === "Escape") this.hide();
    else if ((event.key === "Enter" || event.key === "Tab") && this.at >= 0 && !event.ctrlKey) this.#take(this.at);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  remove() { this.list.remove(); }
}

// What is said below a text that is edited.
export function saidOf(said, editor) {
  const parts = [];
  const facts = said.facts.filter((each) => each.word === "changed");
  for (const each of facts) {
    const elsewhere = each.printed.length ? `, also printed in ${each.printed.slice(0, 4).join(", ")}${each.printed.length > 4 ? " …" : ""}` : "";
    parts.push(element("li", {}, element("strong", {}, each.name), `: ${each.old} → ${each.new}${elsewhere}`));
  }
  for (const each of said.proposed) parts.push(element("li", {}, "new fact ", element("strong", {}, each.name), ` = ${each.value}`));
  for (const each of said.facts.filter((one) => one.word === "gone")) parts.push(element("li", {}, element("strong", {}, each.name), " is printed no more"));
  for (const each of said.settled) parts.push(element("li", { class: "hint" }, `${each.kind}: printed as “${each.ours}”`));
  for (const each of said.questions) {
    const buttons = each.choices.map((choice) => element("button", {
      type: "button", "aria-pressed": String(editor.answers[each.key] === choice),
      onclick: () => { editor.answers[each.key] = choice; editor.changed(); },
    }, choice));
    parts.push(element("li", {}, `${each.text} `, ...(each.choices.length > 1 ? buttons : [])));
  }
  const told = new Set(said.questions.map((each) => each.text));
  for (const each of said.why) if (!told.has(each)) parts.push(element("li", { class: said.state === "ready" ? "" : "against" }, each));
  return element("ul", { class: "said" }, ...parts);
}

export const opened = tried((piece, tag, columns) => ask("open", { piece, tag, l: columns }));
