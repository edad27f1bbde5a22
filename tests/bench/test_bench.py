"""The benchmark measures what it says: the enlarged report is a report, and figures come where they belong."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

import reportgen
from tests.bench.enlarge import PARAGRAPHS, SLUG, enlarge
from tests.bench.plain import write_plain
from tests.bench.run import Measured
from tests.bench.subjects import REPORTGEN, ROOT, Place, change_paragraph
from tests.bench.table import history_line, put_line, put_table, table
from tests.bench.timing import Failed, Sample, timed


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Two copies of the report, with its text as plain data."""
    place = Place(tmp_path_factory.mktemp("bench"))
    enlarge(ROOT, place.workspace, 2)
    document = reportgen.build(reportgen.load(place.workspace / "inputs" / SLUG), "en")
    write_plain(document, place.plain)
    return place


def test_the_enlarged_report_has_other_words_in_every_copy_and_no_fault(place: Place) -> None:
    report = reportgen.load(place.workspace / "inputs" / SLUG)
    documents = {tag: reportgen.build(report, tag) for tag in ("en", "fr")}
    numbered = [block.number.path for block in documents["en"].blocks if type(block).__name__ == "Paragraph"]
    assert numbered == [(number,) for number in range(1, 2 * PARAGRAPHS + 1)]
    assert [each for each in reportgen.check(report, ["en", "fr"]) if each.severity == "error"] == []
    texts = [json.dumps(block["text"]) for block in json.loads(place.plain.read_text("utf-8"))["blocks"]]
    paragraphs = [text for text in texts if len(text) > 200]
    # Those of a kind are worded by the templates, alike wherever their facts are.
    of_a_kind = [item for item in report.all_items() if getattr(item, "kind", None)]
    assert 0 < len(paragraphs) - len(set(paragraphs)) <= len(of_a_kind) // 2


@pytest.mark.parametrize("script", ["python_docx.py", "docxtpl_template.py"])
def test_a_peer_makes_the_same_text_with_headings_and_numbers_of_word(
    place: Place, script: str, tmp_path: Path
) -> None:
    out = tmp_path / "out.docx"
    subprocess.run(
        [sys.executable, str(ROOT / "tests" / "bench" / "peers" / script), str(place.plain), str(out)],
        check=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
    )
    blocks = json.loads(place.plain.read_text("utf-8"))["blocks"]
    expected = [
        "".join(piece if isinstance(piece, str) else f" [{piece['note']}]" for piece in block["text"])
        for block in blocks
    ]
    paragraphs = [each for each in Document(str(out)).paragraphs if each.text.strip()][1:]
    assert [each.text for each in paragraphs] == expected
    numbered = [each.text for each in paragraphs if each._p.pPr is not None and each._p.pPr.numPr is not None]
    assert len(numbered) == sum(block["kind"] in ("paragraph", "subparagraph") for block in blocks)


def test_a_paragraph_has_another_word_each_time_in_a_copy_of_the_workspace(place: Place) -> None:
    original = place.workspace / "inputs" / SLUG / "sections" / "asia.yaml"
    texts = [original.read_text("utf-8")]
    for _ in range(2):
        change_paragraph(place)
        texts.append((place.changing / original.relative_to(place.workspace)).read_text("utf-8"))
    assert original.read_text("utf-8") == texts[0]
    assert len(set(texts)) == 3
    assert [len(text.split()) for text in texts] == [len(texts[0].split()) + number for number in (0, 1, 1)]


def test_a_process_is_timed_with_what_it_uses(tmp_path: Path) -> None:
    # A child has at least the memory of what it was started from, so that is a small process, as in the benchmark.
    small = (
        "import sys; from pathlib import Path; from tests.bench.timing import timed; "
        "sample = timed([sys.executable, '-c', 'x = bytes(1) * 80_000_000'], {}, Path(sys.argv[1]), 60); "
        "print(sample.cpu, sample.memory)"
    )
    told = subprocess.run(
        [sys.executable, "-c", small, str(tmp_path)], check=True, capture_output=True, text=True, cwd=ROOT
    ).stdout
    cpu, memory = map(float, told.split())
    assert cpu > 0
    assert 80 < memory < 400
    with pytest.raises(Failed, match="took more than"):
        timed([sys.executable, "-c", "import time; time.sleep(60)"], {}, tmp_path, 0.2)
    failing = "import sys; print('no such file', file=sys.stderr); sys.exit(7)"
    with pytest.raises(Failed, match="no such file"):
        timed([sys.executable, "-c", failing], {}, tmp_path, 60)


def test_medians_ratios_and_growth_stand_in_the_table_and_in_the_history(tmp_path: Path) -> None:
    one, pandoc = Measured(REPORTGEN[0]), Measured(replace(REPORTGEN[1], key="pandoc"))
    for size, seconds in ((760, 1.0), (7_600, 10.0)):
        one.samples[size] = [Sample(seconds, seconds * each, 100.0) for each in (1, 9, 2)]
        pandoc.samples[size] = [Sample(seconds, seconds * 4, 100.0)]
    assert one.exponent() == pytest.approx(1)
    assert "| 2.00 s, 0.50×, 100 MiB | 20.00 s, 0.50×, 100 MiB | n^1.00 |" in table([one, pandoc], [760, 7_600])
    page, history = tmp_path / "page.md", tmp_path / "history.tsv"
    page.write_text("a\n<!-- made by make bench: begin -->\nold\n<!-- made by make bench: end -->\nb\n")
    put_table(page, "new\n")
    assert page.read_text() == "a\n<!-- made by make bench: begin -->\nnew\n<!-- made by make bench: end -->\nb\n"
    for commit in ("aaa", "bbb", "aaa"):
        put_line(history, history_line([one, pandoc], commit, "2026-01-02"))
    lines = history.read_text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["commit", "bbb", "aaa"]
    assert dict(zip(*(line.split("\t") for line in (lines[0], lines[2])), strict=True))["one_7600"] == "0.500"
