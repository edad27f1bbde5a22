"""Names of places in the cells of tables stand there as in lists: Niger, Bolivia (Plurinational State of)."""

from __future__ import annotations

import pytest

import reportgen
from reportgen.tree.nodes import Table
from reportgen.tree.text import plain_text

SECTION = """\
id: first
heading: One
paragraphs:
  - id: states
    facts: {us: {place: US}, ne: {place: NE}, bo: {place: BO}, af: {place: africa}}
    table:
      caption: States
      columns: [State, Projects]
      rows: [["{{ us }}", 1], ["{{ ne }}", 2], ["{{ bo }}", 3], ["{{ af }}", 4], ["In {{ ne }}", 5]]
"""


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [
        ("en", ["United States of America", "Niger", "Bolivia (Plurinational State of)", "Africa", "In the Niger"]),
        ("fr", ["États-Unis d’Amérique", "Niger", "Bolivie (État plurinational de)", "Afrique"]),
        ("es", ["Estados Unidos de América", "Níger", "Bolivia (Estado Plurinacional de)", "África"]),
        ("ru", ["Соединенные Штаты Америки", "Нигер", "Боливия (Многонациональное Государство)", "Африка"]),
        ("zh", ["美利坚合众国", "尼日尔", "多民族玻利维亚国", "非洲"]),
        ("ar", ["الولايات المتحدة الأمريكية", "النيجر", "بوليفيا (دولة - المتعددة القوميات)", "أفريقيا"]),
    ],
)
def test_a_place_in_a_cell(tiny, tag: str, wanted: list[str]) -> None:
    tiny.write("inputs/tiny/sections/first.yaml", SECTION)
    document = reportgen.build(reportgen.load(tiny.root / "inputs/tiny"), tag)
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    assert [plain_text(row[0].content) for row in table.rows][: len(wanted)] == wanted
