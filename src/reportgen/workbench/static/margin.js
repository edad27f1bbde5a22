// What the rules say, in the margin of each row and about the report itself; some of it is mended with a button.
import { ask, element, tell, tried } from "/static/page.js";
import { columns, onDrawn, original, text } from "/static/text.js";

let findings = {};

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
    const margin = row.querySelector(".margin"), said = JSON.stringify(own);
    // What is said already stays, since somebody may be reading it, or be about to press its button.
    if (margin.said === said || (!own.length && !margin.childElementCount)) continue;
    margin.said = said;
    margin.replaceChildren(...own.map(findingElement));
  }
}

let last = 0;
export async function loadFindings() {
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
export const isLong = text.dataset.long !== undefined;
if (!isLong) setTimeout(loadFindings, 300);
document.getElementById("check")?.addEventListener("click", async (event) => {
  event.target.disabled = true;
  tell("The rules are being asked …");
  await loadFindings();
  event.target.disabled = false;
});
onDrawn(showFindings);
