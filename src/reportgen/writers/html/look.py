"""How the page looks: on a screen, light and dark, on paper, and from right to left."""

from __future__ import annotations

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
header p { margin: 0.15rem 0; }
header .top, header .organ { display: flex; justify-content: space-between; gap: 1rem; padding-block: 0.4rem;
  border-block-end: 1px solid var(--rule); }
header .organ { border-block-end-width: 3px; margin-block-end: 0.8rem; }
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
