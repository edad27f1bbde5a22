// Facts: a value is typed, what would be printed is shown in all languages, then it is saved.
import { ask, element, onVersion, reloadOnceIdle, tell, tried } from "/static/page.js";

const dialog = document.getElementById("fact-dialog"), typed = document.getElementById("fact-typed"), why = document.getElementById("fact-why");
const said = document.getElementById("fact-said"), save = document.getElementById("fact-save");
let open, wait, turn = 0, isSaved = false;

for (const button of document.querySelectorAll(".edit-fact")) {
  button.addEventListener("click", () => {
    const row = button.closest("tr");
    open = { owner: row.dataset.owner, name: row.dataset.name };
    document.getElementById("fact-title").textContent = `${open.name} of ${open.owner || "the whole report"}`;
    typed.value = row.querySelector(".printed").textContent;
    why.value = "";
    said.replaceChildren();
    save.disabled = true;
    dialog.showModal();
    typed.select();
  });
}

const data = () => ({ ...open, typed: typed.value, why: why.value });
for (const input of [typed, why]) input.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(show, 120); });

async function show() {
  const mine = ++turn;
  save.disabled = true;
  try {
    const found = await ask("facts/preview", data());
    if (mine !== turn) return;
    said.replaceChildren(element("p", {}, "Value: ", element("strong", {}, found.value)), ...Object.entries(found.pieces).map(([name, texts]) => element("section", { "aria-label": name },
      element("h3", {}, name), ...Object.entries(texts).map(([tag, [, after]]) => {
        const line = element("p", { lang: tag, dir: found.directions[tag], class: "printed-line" });
        line.innerHTML = after;
        for (const each of line.querySelectorAll(".fact")) { each.removeAttribute("role"); each.removeAttribute("tabindex"); if (each.dataset.fact === open.name) each.classList.add("lit"); }
        return line;
      }))), found.more ? element("p", { class: "hint" }, `and ${found.more} more places`) : null);
    save.disabled = false;
  } catch (error) { if (mine === turn) said.replaceChildren(element("p", { class: "against" }, error.message)); }
}

save.addEventListener("click", tried(async () => {
  const found = await ask("facts/save", data());
  if (!found.saved) { tell("Nothing was changed."); return; }
  isSaved = true;
  dialog.close();
  location.reload();
}));
typed.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); if (!save.disabled) save.click(); } });
onVersion(() => { if (!isSaved) reloadOnceIdle(dialog); });
