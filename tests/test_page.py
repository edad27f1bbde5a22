"""The pages that LibreOffice shows, beside what was measured on issued documents of New York (in points)."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.pipeline.pdf import to_pdf
from reportgen.workspace import Workspace

pytestmark = [
    pytest.mark.skipif(shutil.which("soffice") is None, reason="needs the Debian package libreoffice-writer"),
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs the Debian package poppler-utils"),
]

ROOT = Path(__file__).parents[1]
LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
WIDTH, TOLERANCE = 612, 2
ASCENT = 0.954
"""From the top of a line's box in poppler's output to its baseline, in sizes of Liberation Serif."""


@dataclass(frozen=True)
class Line:
    left: float
    right: float
    top: float
    height: float
    text: str

    @property
    def size(self) -> float:
        return self.height / 1.3

    @property
    def baseline(self) -> float:
        return self.top + ASCENT * self.size


@dataclass(frozen=True)
class Rendering:
    language: str
    pdf: Path

    def lines(self, page: int) -> list[Line]:
        command = ["pdftotext", "-f", str(page), "-l", str(page), "-bbox-layout", str(self.pdf), "-"]
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        found = re.findall(
            r'<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</line>', text, re.DOTALL
        )
        return [self._line(*map(float, row[:4]), row[4]) for row in found]

    def _line(self, left: float, top: float, right: float, bottom: float, words: str) -> Line:
        text = " ".join(html.unescape(word) for word in re.findall(r">([^<]+)</word>", words))
        return Line(*self.mirrored(left, right), top, bottom - top, text)

    def mirrored(self, left: float, right: float) -> tuple[float, float]:
        """In Arabic the page is mirrored: distances count from the right edge."""
        return (WIDTH - right, WIDTH - left) if self.language == "ar" else (left, right)

    def rules(self, page: int) -> list[tuple[float, float, float, float]]:
        """Every rule of 300 points and more: top, bottom, left, right."""
        command = ["pdftoppm", "-r", "288", "-gray", "-f", str(page), "-l", str(page), str(self.pdf)]
        image = subprocess.run(command, capture_output=True, check=True).stdout
        header, width, height = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", image), 0, 0
        assert header
        width, height = int(header[1]), int(header[2])
        rows = [image[header.end() + y * width : header.end() + (y + 1) * width] for y in range(height)]
        dark = bytes(1 if value < 140 else 0 for value in range(256))
        long = [y for y, row in enumerate(rows) if row.translate(dark).count(1) > 1200]
        groups: list[list[int]] = []
        for y in long:
            if groups and groups[-1][-1] == y - 1:
                groups[-1].append(y)
            else:
                groups.append([y])
        found = []
        for group in groups:
            row = rows[group[0]].translate(dark)
            left, right = self.mirrored(row.find(1) / 4, row.rfind(1) / 4)
            found.append((group[0] / 4, (group[-1] + 1) / 4, left, right))
        return found


@pytest.fixture(scope="module", params=LANGUAGES)
def rendering(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Rendering:
    """The real report in the New York setting."""
    folder = tmp_path_factory.mktemp("new-york")
    shutil.copytree(ROOT / "inputs", folder / "inputs")
    shutil.copytree(ROOT / "locales", folder / "locales")
    shutil.copytree(ROOT / "templates", folder / "templates")
    path = folder / "inputs/e-cn.15-2019-9/report.yaml"
    text = path.read_text("utf-8")
    assert "duty_station: vienna" in text
    path.write_text(text.replace("duty_station: vienna", "duty_station: new-york"), "utf-8")
    workspace = Workspace.at(folder)
    document = pipeline.build(workspace, pipeline.load(workspace, "e-cn.15-2019-9"), request.param)
    pdf = folder / "report.pdf"
    pdf.write_bytes(to_pdf(document))
    return Rendering(request.param, pdf)


def near(value: float, target: float) -> bool:
    return abs(value - target) <= TOLERANCE


def test_masthead_rules(rendering: Rendering) -> None:
    thin, thick = rendering.rules(1)[:2]
    assert near(thin[0], 64.8)
    assert near(thin[2], 60)
    assert near(thin[3], 552)
    assert near(thick[0], 209)
    assert near(thick[1], 210.4)
    assert near(thick[2], 59.3)
    assert near(thick[3], 552)
    assert thick[1] - thick[0] > 2 * (thin[1] - thin[0])


def test_symbol(rendering: Rendering) -> None:
    line = next(line for line in rendering.lines(1) if line.text.replace(" ", "") == "E/CN.15/2019/9")
    assert near(line.right, 553)
    assert near(line.size, 20)
    assert near(line.baseline, 61)


def test_organization_stands_in_the_column_of_the_text(rendering: Rendering) -> None:
    lines = rendering.lines(1)
    symbol = next(line for line in lines if line.text.replace(" ", "") == "E/CN.15/2019/9")
    beside = [line for line in lines if line is not symbol and abs(line.top - symbol.top) < 14 and line.top < 64]
    assert [near(line.left, 123.4) for line in beside] == [True]


def test_information_block(rendering: Rendering) -> None:
    lines = [line for line in rendering.lines(1) if re.match(r"Distr\.|Original", line.text)]
    first, last = lines
    assert near(first.left, 397)
    assert near(last.left, 397)
    assert near(first.baseline, 89)
    other_language = rendering.language != "en"
    assert near(last.baseline, 89 + 12 * (3 if other_language else 2))
    assert near(first.size, 10)


def test_organ_is_20_points(rendering: Rendering) -> None:
    line = next(line for line in rendering.lines(1) if 66 < line.top < 110 and near(line.left, 123.4))
    if rendering.language not in ("zh", "ar"):
        assert near(line.baseline, 91)
        assert near(line.size, 20)


def test_session_and_agenda_stand_at_the_margin(rendering: Rendering) -> None:
    lines = [line for line in rendering.lines(1) if 211 < line.top < 275 and len(line.text) > 2]
    assert len(lines) >= (2 if rendering.language == "ar" else 4)
    assert all(near(line.left, 60) for line in lines)


def test_numbered_paragraphs_return_to_the_margin(rendering: Rendering) -> None:
    """The number at 123.4, the text at 147.1, lines after the first at 123.4; the column ends at 491."""
    if rendering.language == "ar":
        pytest.skip("LibreOffice draws right-to-left list labels outside the margin")
    lines = rendering.lines(3)
    index = next(number for number, line in enumerate(lines) if re.fullmatch(r"\d+\.", line.text))
    assert near(lines[index].left, 123.4)
    assert near(lines[index + 1].left, 147.1)
    assert near(lines[index + 2].left, 123.4)
    assert all(line.right <= 491 for line in lines[index : index + 3])


def test_later_pages(rendering: Rendering) -> None:
    """Head with its rule at y 64.8, text from y 75 to y 735, foot at y 757."""
    rule = rendering.rules(2)[0]
    assert near(rule[0], 64.8)
    assert near(rule[2], 60)
    assert near(rule[3], 553)
    lines = rendering.lines(2)
    head = next(line for line in lines if line.text == "E/CN.15/2019/9")
    assert near(head.left, 60)
    assert near(head.size, 8.5)
    text = [line for line in lines if 66 < line.top < 745]
    if rendering.language not in ("zh", "ar"):
        assert near(min(line.top for line in text), 75)
    assert max(line.top + line.height for line in text) <= 737
    foot = next(line for line in lines if re.fullmatch(r"2 ?/ ?\d+|\d+ ?/ ?2", line.text) and line.top > 745)
    assert near(foot.left, 60)
    assert near(foot.top, 757) or rendering.language in ("zh", "ar")


def test_pdf_is_tagged_with_title_and_symbol(rendering: Rendering) -> None:
    information = subprocess.run(["pdfinfo", str(rendering.pdf)], capture_output=True, text=True, check=True).stdout
    assert re.search(r"Tagged:\s+yes", information)
    assert re.search(r"Subject:\s+E/CN.15/2019/9", information)
    assert re.search(r"Title:\s+\S", information)
