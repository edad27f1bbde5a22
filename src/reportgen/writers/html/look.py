"""How the page looks: on a screen, light and dark, on paper, and from right to left."""

from __future__ import annotations

from functools import reduce

PAGE_LOOK = """
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --link: #00538a; --rule: #767676; --soft: #f4f4f2; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9e9e6; --paper: #17191c; --link: #8cc4f0; --rule: #9a9a9a; --soft: #22262a; }
}
* { box-sizing: border-box; }
html { scroll-behavior: auto; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 "Times New Roman", "Liberation Serif", "Noto Serif", serif; overflow-wrap: break-word; }
:lang(ar) { line-height: 1.9; font-family: "Traditional Arabic", Amiri, "Noto Naskh Arabic", serif; }
:lang(zh) { font-family: "Songti SC", SimSun, "Noto Serif CJK SC", serif; }
a { color: var(--link); }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.masthead p { margin: 0.15rem 0; }
.masthead .top, .masthead .organ { display: flex; justify-content: space-between; gap: 1rem; padding-block: 0.4rem;
  border-block-end: 1px solid var(--rule); }
.masthead .organ { border-block-end-width: 3px; margin-block-end: 0.8rem; }
.symbol, .name, .session, .body, .author, .advance { font-weight: bold; }
.name { font-size: 1.5rem; line-height: 1.25; }
.information { white-space: nowrap; }
h1, h2, h3, h4, h5, h6 { line-height: 1.3; margin: 2rem 0 0.8rem; }
h1 { font-size: 1.55rem; } h2 { font-size: 1.3rem; } h3 { font-size: 1.15rem; } h4, h5, h6 { font-size: 1.05rem; }
.numbered { margin: 0 0 1rem; }
.number { margin-inline-end: 0.75em; }
.level-1.numbered { margin-inline-start: 2rem; } .level-2.numbered { margin-inline-start: 4rem; }
.level-3.numbered { margin-inline-start: 6rem; } .level-4.numbered { margin-inline-start: 8rem; }
.summary, .box { border: 1px solid var(--rule); padding: 0.5rem 1.25rem; margin: 1.5rem 0; }
.summary h2 { font-style: italic; font-weight: normal; text-align: center; margin-block: 0.8rem; }
blockquote { margin: 1rem 3rem; }
.table { overflow-x: auto; margin: 1.5rem 0 0.5rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.94em; }
caption { text-align: start; padding-block-end: 0.5rem; }
th, td { padding: 0.3rem 0.5rem; text-align: start; vertical-align: bottom; font-weight: normal; }
thead th { font-style: italic; }
thead { border-block: 1px solid var(--ink); border-block-end-width: 2px; }
tbody { border-block-end: 2px solid var(--ink); }
.figure { text-align: end; font-variant-numeric: tabular-nums; }
.total { font-weight: bold; border-block-start: 1px solid var(--ink); }
.total th { font-weight: bold; }
figure { margin: 1.5rem 0; } figcaption { margin-block-end: 0.5rem; } img { height: auto; }
.below { font-size: 0.9em; margin: 0.25rem 0; }
nav ul.contents { list-style: none; padding: 0; } nav li { display: flex; justify-content: space-between; gap: 1rem; }
nav .columns { text-align: end; font-style: italic; }
nav .level-2 { padding-inline-start: 2rem; } nav .level-3 { padding-inline-start: 4rem; }
nav .level-4 { padding-inline-start: 6rem; }
.notes { border-block-start: 1px solid var(--rule); margin-block-start: 3rem; padding-block-start: 0.5rem;
  font-size: 0.92em; }
.untranslated { border: 1px dashed var(--rule); padding: 0 0.2em; }
sup { line-height: 0; } ins { text-decoration-thickness: 2px; }
:target { background: var(--soft); }
@media print {
  :root { --ink: #000; --paper: #fff; --link: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  a { text-decoration: none; }
  h1, h2, h3, h4 { break-after: avoid; } tr, figure, .box { break-inside: avoid; }
  [role="doc-backlink"] { display: none; }
}
"""
"""The style sheet of the page; contrasts are those of level AA, in both schemes of colours."""

_COLUMNS_LOOK = """
html { scroll-padding-block-start: 3rem; }
body { max-width: none; padding: 0 1.25rem 4rem; }
.row { display: grid; grid-template-columns: repeat(COUNT, minmax(0, 1fr)); column-gap: 2rem; }
.names { position: sticky; inset-block-start: 0; z-index: 1; background: var(--paper); font-weight: bold;
  border-block-end: 1px solid var(--rule); }
.names p { margin: 0.4rem 0; }
.masthead { margin-block-start: 1rem; }
.masthead .organ { flex-wrap: wrap; }
.information { white-space: normal; }
.lacking { background: repeating-linear-gradient(135deg, var(--soft) 0 6px, transparent 6px 12px); }
.cell .numbered { padding-inline-start: 2.75rem; }
.cell .numbered > .number:first-child { display: inline-block; margin-inline: -2.75rem 0; min-width: 2.5rem; }
.level-1.numbered { margin-inline-start: 1rem; } .level-2.numbered { margin-inline-start: 2rem; }
.level-3.numbered { margin-inline-start: 3rem; } .level-4.numbered { margin-inline-start: 4rem; }
.cell blockquote { margin-inline: 1rem; }
@media screen and (max-width: WIDTHrem) {
  .row { display: block; margin-block-end: 1rem; }
  .row.names { display: flex; flex-wrap: wrap; }
  .cell { border-inline-start: 3px solid var(--rule); padding-inline-start: 0.75rem; margin-block-end: 0.5rem; }
  .cell::before { content: attr(data-name); content: attr(data-name) / ""; font-size: 0.8rem; color: var(--link); }
  .cell > :first-child { margin-block-start: 0; }
  .lacking { min-height: 1.5rem; }
}
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  body { padding: 0; font-size: SIZEpt; }
  .row { column-gap: 6mm; }
  .row:has(h1, h2, h3, h4, h5, h6) { break-after: avoid; }
  .names { position: static; }
}
"""
_WIDTH, _MANY_COLUMNS = 15, 3
"""Rem of the narrowest column that is read with ease, and the columns from which paper takes smaller letters."""


def look_of_columns(count: int) -> str:
    """What the style sheet of a page with some columns has besides; on narrow screens they stand one below another."""
    values = {"COUNT": count, "WIDTH": _WIDTH * count, "SIZE": 9.5 if count <= _MANY_COLUMNS else 7.5}
    return reduce(lambda text, each: text.replace(each[0], str(each[1])), values.items(), _COLUMNS_LOOK)
