// What came back: a file is dropped, every change of it is seen, taken or refused.
import { ask, at, element, tell, tried } from "/static/page.js";

const place = document.getElementById("came-back"), drop = document.getElementById("drop"), input = document.getElementById("file");
let key = "", facts = "ask", twoWay = "";

function marked(text) {
  const line = element("p", { dir: "auto" });
  for (const each of text.split(/(\[-.*?-\]|\{\+.*?\+\})/s)) {
    if (each.startsWith("[-")) line.append(element("del", {}, each.slice(2, -2)));
    else if (each.startsWith("{+")) line.append(element("ins", {}, each.slice(2, -2)));
    else line.append(each);
  }
  return line;
}

function words(each) {
  if (each.words) return marked(each.words);
  if (!each.old) return marked(`{+${each.new}+}`);
  return each.new ? marked(each.new) : marked(`[-${each.old}-]`);
}

function changeElement(each, isDocument) {
  const isReady = each.state === "ready";
  const box = element("input", { type: "checkbox", value: each.id, checked: isReady, disabled: !isReady, "aria-label": `Take the change of ${each.where || each.id}` });
  return element("section", { class: `change state-${each.state}`, "aria-label": each.where || each.id },
    element("h3", {}, isDocument ? box : "", ` ${each.where} ${each.change} `, element("span", { class: "hint" }, `${each.id} · ${each.state}`)), words(each),
    element("ul", {}, ...each.facts.map((fact) => element("li", {}, element("strong", {}, fact.name), `: ${[fact.old, fact.new].filter(Boolean).join(" → ")} (${fact.change})`)),
      ...each.why.map((why) => element("li", { class: isReady ? "" : "against" }, why)), ...each.alarms.map((alarm) => element("li", { class: "alarm" }, alarm))));
}

function show(found) {
  key = found.key ?? key;
  const isDocument = found.kind === "document";
  const why = element("input", { id: "take-why", autocomplete: "off" });
  const changes = found.changes.map((each) => changeElement(each, isDocument));
  const choose = (name, value) => tried(async () => { if (name === "facts") facts = value; else twoWay = value; show(await ask("files/again", { key, facts, two_way: twoWay, why: why.value })); });
  const isReady = found.changes.some((each) => each.state === "ready") || found.kind === "translation";
  place.replaceChildren(
    ...found.said.map((each) => element("p", {}, each)),
    found.known ? "" : element("p", { class: "against" }, "It is not known what was sent, so what others changed since would be taken back. ", element("button", { type: "button", onclick: choose("two_way", "yes") }, "Take today's report for it")),
    isDocument ? element("p", { class: "buttons" }, "Changed facts: ", ...[["ask", "ask"], ["keep", "keep ours"], ["take", "take theirs"]].map(([value, said]) => element("button", { type: "button", "aria-pressed": String(facts === value), onclick: choose("facts", value) }, said))) : "",
    ...found.refused.map((each) => element("p", { class: "against" }, each)),
    ...changes, ...found.notes.map((each) => element("p", { class: "finding note" }, `comment: ${each}`)),
    changes.length || isReady ? "" : element("p", {}, "Nothing differs."),
    isReady ? element("p", {}, element("label", {}, "Why (where the report is frozen) ", why)) : "",
    isReady ? element("div", { class: "buttons" }, element("button", { type: "button", class: "strong", id: "take", onclick: () => take(why.value, isDocument) }, isDocument ? "Take what is ticked" : "Take what is ready"),
      element("button", { type: "button", onclick: () => place.replaceChildren() }, "Refuse all")) : "",
  );
}

const take = tried(async (why, isDocument) => {
  const ids = isDocument ? [...place.querySelectorAll("input[type=checkbox]:checked")].map((each) => each.value) : [];
  if (isDocument && !ids.length) { tell("Nothing is ticked."); return; }
  const found = await ask("files/take", { key, ids, facts, why, two_way: twoWay });
  if (!found.saved) { show({ ...found, key }); tell("Nothing was written."); return; }
  tell("Taken.");
  show(await ask("files/again", { key, facts, two_way: twoWay }));
});

const send = tried(async (file) => {
  place.replaceChildren(element("p", { class: "hint" }, `${file.name} is being read …`));
  facts = "ask";
  twoWay = "";
  const answer = await fetch(`${at("files/drop")}?name=${encodeURIComponent(file.name)}`, { method: "POST", headers: { "content-type": "application/octet-stream" }, body: file });
  const said = answer.headers.get("content-type")?.includes("json") ? await answer.json() : { error: await answer.text() };
  if (!answer.ok) { place.replaceChildren(element("p", { class: "against" }, [said.error, said.hint].filter(Boolean).join(" – "))); return; }
  show(said);
});
input.addEventListener("change", () => { if (input.files[0]) send(input.files[0]); input.value = ""; });
for (const name of ["dragenter", "dragover"]) drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => { event.preventDefault(); if (event.dataTransfer.files[0]) send(event.dataTransfer.files[0]); });
