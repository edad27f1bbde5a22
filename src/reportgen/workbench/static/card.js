// Facts that light up in all columns, and the card of the one that is pointed at or has the focus.
import { at } from "/static/page.js";
import { text } from "/static/text.js";

export const card = document.getElementById("card");
let waits;
const factOf = (event) => event.target.closest?.(".fact, .chip[data-fact]");

export function light(fact, isOn) {
  for (const each of text.querySelectorAll(".lit")) each.classList.remove("lit");
  if (!fact || !isOn) { clearTimeout(waits); card.hidden = true; return; }
  const row = fact.closest(".row");
  for (const each of row.querySelectorAll(`[data-fact="${CSS.escape(fact.dataset.fact)}"]`)) each.classList.add("lit");
  clearTimeout(waits);
  if (!fact.classList.contains("chip")) waits = setTimeout(() => showCard(fact), 220);
}

export async function showCard(fact) {
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
