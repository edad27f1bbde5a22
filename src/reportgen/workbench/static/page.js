// What every page has: asking the server, telling what happened, light and dark, the keys, the stream of versions.
export const slug = document.body.dataset.slug;
export const at = (name) => `/r/${slug}/${name}`;

export async function ask(name, data) {
  const answer = await fetch(at(name), data === undefined ? {} : {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(data),
  });
  const said = answer.headers.get("content-type")?.includes("json") ? await answer.json() : await answer.text();
  if (!answer.ok) throw new Error([said.error ?? said, said.hint].filter(Boolean).join(" – "));
  return said;
}

let timer;
export function tell(words) {
  const place = document.getElementById("told");
  place.replaceChildren(element("p", {}, words));
  clearTimeout(timer);
  timer = setTimeout(() => place.replaceChildren(), 6000);
}

export const tried = (work) => async (...given) => {
  try { return await work(...given); } catch (error) { tell(error.message); return undefined; }
};

export function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...inside.filter((each) => each !== null && each !== undefined && each !== false));
  return made;
}

// A question with one line to answer; nothing where it is left.
export function asked(title, text, label, { value = "", must = false } = {}) {
  const dialog = document.getElementById("ask");
  dialog.querySelector("#ask-title").textContent = title;
  dialog.querySelector("#ask-text").textContent = text;
  const line = dialog.querySelector("#ask-label"), input = dialog.querySelector("#ask-input");
  line.hidden = !label;
  line.querySelector("span").textContent = label || "";
  input.value = value;
  input.required = must && Boolean(label);
  dialog.returnValue = "";
  dialog.showModal();
  (label ? input : dialog.querySelector("#ask-yes")).focus();
  return new Promise((done) => {
    dialog.addEventListener("close", () => done(dialog.returnValue === "yes" ? input.value.trim() : undefined), { once: true });
  });
}

// Draws the page anew, but not beneath the hands of whoever is typing: then once they have left the field or the dialog.
export function reloadOnceIdle(dialog) {
  const { activeElement } = document;
  if (dialog?.open) dialog.addEventListener("close", () => reloadOnceIdle(), { once: true });
  else if (activeElement?.matches("input:not([type=checkbox]), textarea")) activeElement.addEventListener("blur", () => location.reload(), { once: true });
  else location.reload();
}

export const isTyping = (event) => event.target.closest?.("input, textarea, select, [contenteditable=true], dialog");

const stored = { get: (name) => { try { return localStorage.getItem(name); } catch { return null; } },
  set: (name, value) => { try { localStorage.setItem(name, value); } catch { /* a browser that keeps nothing */ } } };
export { stored };

const root = document.documentElement;
if (stored.get("theme")) root.dataset.theme = stored.get("theme");
document.getElementById("theme").addEventListener("click", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  stored.set("theme", root.dataset.theme);
});
const keys = document.getElementById("keys-dialog");
document.getElementById("keys").addEventListener("click", () => keys.showModal());
document.addEventListener("keydown", (event) => { if (event.key === "?" && !isTyping(event)) keys.showModal(); });

// One stream a page: `onVersion` is called whenever files were saved, here or by whomever.
export function onVersion(work) {
  let known = Number(document.body.dataset.version || 0);
  const source = new EventSource("/events");
  source.onmessage = (event) => {
    const version = Number(event.data);
    if (version !== known) { const before = known; known = version; work(version, before); }
  };
  addEventListener("pagehide", () => source.close());
}
