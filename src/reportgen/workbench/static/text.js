// The rows of a report, of which those are there that are seen: filled, emptied, drawn anew, gone to.
import { ask, at, element, tell } from "/static/page.js";

export const text = document.getElementById("text");
export const columns = text.dataset.columns.split(",");
export const original = document.body.dataset.original;

// What is edited in the text, one thing at a time, or null; and whether the rows are to be drawn anew once it is not.
export const open = { edited: null, isStale: false };

const drawn = [];
// `work` is called with every part of the text whose rows were drawn.
export const onDrawn = (work) => drawn.push(work);

const MOST_THERE = 40;
const seen = new Set(), there = new Set();
const chunksOf = (place = text) => [...place.querySelectorAll(".chunk")];
const idsOf = (chunk) => chunk.dataset.ids.split(",");
const height = (chunk) => Number(chunk.dataset.lines) * 27 * (0.45 + 0.3 * columns.length);
const frame = () => new Promise((done) => requestAnimationFrame(done));
export const rowOf = (id) => document.getElementById(`row-${id}`);
export const ids = () => chunksOf().flatMap(idsOf);
export const firstInView = () => [...text.querySelectorAll(".chunk .row")].find((each) => each.getBoundingClientRect().bottom > 120);

// --- filled and emptied -------------------------------------------------------------------------------------------
// About as many cells as are laid out in half of the time of a frame.
const CELLS_A_FRAME = 24;

function settle(chunk) {
  chunk.style.minHeight = "";
  there.add(chunk);
  for (const work of drawn) work(chunk);
}

// The rows of a chunk; one that is not `isNeeded` gets them little by little, and not where it is seen no more.
function fill(chunk, isNeeded = true) {
  if (there.has(chunk)) return undefined;
  chunk.isNeeded ||= isNeeded;
  chunk.filling ??= filled(chunk).finally(() => { chunk.filling = null; chunk.isNeeded = false; });
  return chunk.filling;
}

async function filled(chunk) {
  const made = document.createElement("template");
  made.innerHTML = await ask("rows", { ids: idsOf(chunk), l: columns });
  if (!chunk.isNeeded && !seen.has(chunk)) return;
  const rows = [...made.content.children], most = Math.ceil(CELLS_A_FRAME / columns.length);
  while (rows.length) {
    chunk.append(...rows.splice(0, chunk.isNeeded ? rows.length : most));
    if (rows.length) await frame();
  }
  settle(chunk);
  empty();
}

// One chunk after another: several in one frame would be seen as a stutter.
let isFilling = false;
async function fillSeen() {
  if (isFilling) return;
  isFilling = true;
  try {
    for (let next; (next = [...seen].find((each) => !there.has(each)));) {
      await fill(next, false);
      await frame();
    }
  } catch (error) { tell(error.message); } finally { isFilling = false; }
}

// What is far away is taken out again, so that a long report needs no more of the browser than a short one.
function empty() {
  for (const chunk of there) {
    if (there.size <= MOST_THERE) return;
    if (seen.has(chunk) || chunk.querySelector(".editing, .new-paragraph") || chunk.contains(document.activeElement)) continue;
    // Asked from the observer, since asking the chunk itself would lay out the page once more.
    chunk.style.minHeight = `${chunk.known ?? height(chunk)}px`;
    chunk.replaceChildren();
    there.delete(chunk);
  }
}

const watcher = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting, boundingClientRect } of entries) {
    if (there.has(target)) target.known = boundingClientRect.height;
    if (isIntersecting) seen.add(target); else seen.delete(target);
  }
  fillSeen();
}, { rootMargin: "900px 0px" });

function watch(chunks) {
  for (const chunk of chunks) {
    if (chunk.children.length) there.add(chunk); else chunk.style.minHeight = `${height(chunk)}px`;
    watcher.observe(chunk);
  }
}
watch(chunksOf());

export async function showAll() { for (const chunk of chunksOf()) await fill(chunk); }

// The row before or behind another one, which is filled where it is not there yet; nothing at either end.
export async function neighbour(row, by) {
  const rows = [...text.querySelectorAll(".chunk .row")], chunk = row.closest(".chunk"), chunks = chunksOf();
  const next = rows[rows.indexOf(row) + by], other = chunks[chunks.indexOf(chunk) + by];
  // Chunks between two that are there may be empty: the next row that is there need not be the next one.
  if (next && (next.closest(".chunk") === chunk || next.closest(".chunk") === other)) return next;
  if (!other) return undefined;
  await fill(other);
  return by > 0 ? other.firstElementChild : other.lastElementChild;
}

// --- gone to ------------------------------------------------------------------------------------------------------
export async function goTo(id, { focus = true } = {}) {
  const chunk = chunksOf().find((each) => idsOf(each).includes(id));
  if (!chunk) { location.href = `${at("read")}?l=${columns}#row-${id}`; return; }
  // Those beside it, too: what is filled above the row later would move it out of sight.
  await Promise.all([chunk.previousElementSibling, chunk, chunk.nextElementSibling].filter((each) => each?.matches(".chunk")).map((each) => fill(each)));
  const row = rowOf(id);
  row.scrollIntoView({ block: "start" });
  await frame();
  await frame();
  row.scrollIntoView({ block: "start" });
  row.classList.remove("lit-row");
  requestAnimationFrame(() => row.classList.add("lit-row"));
  if (focus && !open.edited) row.querySelector(".cell")?.focus({ preventScroll: true });
}

// --- drawn anew ---------------------------------------------------------------------------------------------------
// Where the focus is, so that rows can be drawn anew beneath the hands of whoever uses the keys.
function focused() {
  const cell = document.activeElement?.closest?.(".chunk .cell");
  return cell ? { id: cell.closest(".row").dataset.id, tag: cell.dataset.tag } : null;
}
function focus(place) {
  if (place) rowOf(place.id)?.querySelector(`.cell[data-tag="${place.tag}"]`)?.focus({ preventScroll: true });
}

// Rows as they are now, which are not in the page yet.
export async function rowsNow(wanted) {
  const made = element("div");
  made.innerHTML = await ask("rows", { ids: wanted, l: columns });
  return [...made.querySelectorAll(".row")];
}

// Puts rows in the place of those that they are; one that is edited stays as it is, and is told so.
export function putRows(rows, version) {
  for (const row of rows) {
    const old = rowOf(row.dataset.id);
    if (!old) continue;
    if (open.edited?.row === old) { open.edited.changedBelow(version); continue; }
    const place = old.contains(document.activeElement) ? focused() : null;
    old.replaceWith(row);
    for (const work of drawn) work(row.parentElement);
    focus(place);
  }
}

// All rows, where there are others now or they stand elsewhere: in the place of those that are there, at one stroke, so
// that what is typed meanwhile finds the row that it is meant for.
async function drawAll() {
  const page = new DOMParser().parseFromString(await ask(`read${location.search}`), "text/html");
  const chunks = chunksOf(page), wanted = new Set([...seen].flatMap(idsOf).concat(focused()?.id ?? []));
  const near = chunks.filter((each) => idsOf(each).some((id) => wanted.has(id)));
  const rows = await Promise.all(near.map((each) => ask("rows", { ids: idsOf(each), l: columns })));
  if (open.edited) return false;
  const place = focused(), top = firstInView(), before = top?.getBoundingClientRect().top;
  watcher.disconnect();
  seen.clear();
  there.clear();
  for (const each of chunks) each.replaceChildren();
  text.replaceChildren(text.querySelector(".heads"), ...page.querySelectorAll("#text > .empty"), ...chunks);
  for (const [index, chunk] of near.entries()) { seen.add(chunk); chunk.innerHTML = rows[index]; settle(chunk); }
  watch(chunks);
  document.querySelector(".outline").replaceChildren(...page.querySelector(".outline").children);
  const now = top && rowOf(top.dataset.id);
  if (now) scrollBy(0, now.getBoundingClientRect().top - before);
  focus(place);
  return true;
}

let drawing = Promise.resolve();
// True once they are drawn; false where something has begun to be edited.
export const redraw = () => { drawing = drawing.catch(() => {}).then(drawAll); return drawing; };
