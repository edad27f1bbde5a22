from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.errors import InputError
from reportgen.templates.pages import page_of
from reportgen.tree.looks import Page
from reportgen.workspace import Workspace

LETTER = "{width: 12240, height: 15840, side: 1200, top: 720, bottom: 1152, header: 432, footer: 504}"


def workspace(folder: Path, text: str) -> Workspace:
    path = folder / "templates" / "pages.yaml"
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    return Workspace(folder, Workspace.at().installed)


@pytest.mark.parametrize(
    ("station", "size", "text_width"),
    [("new-york", (12240, 15840), 9840), ("geneva", (11906, 16838), 9638), ("vienna", (11906, 16838), 9840),
     ("nairobi", (11906, 16838), 9840)],
)  # fmt: skip
def test_pages_of_the_four_duty_stations(station: str, size: tuple[int, int], text_width: int) -> None:
    page = page_of(Workspace.at(), station)
    assert ((page.width, page.height), page.text_width) == (size, text_width)
    assert page.widened == (station != "geneva")


def test_a_page_of_ones_own_goes_before_the_installed_one(tmp_path: Path) -> None:
    own = workspace(tmp_path, f"vienna: {LETTER}\n")
    assert page_of(own, "vienna") == Page(12240, 15840, 1200, 720, 1152, 432, 504, widened=False)
    assert page_of(own, "geneva") == page_of(Workspace.at(), "geneva")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("vienna: A4", "1:9: a page is a mapping of lengths\n  hint: vienna: {width: 11906, …}"),
        (f"vienna: {LETTER.replace('side', 'sides')}", "1:39: a page has no 'sides'\n  hint: did you mean 'side'?"),
        (
            f"vienna: {LETTER.replace('top: 720, ', '')}",
            "1:9: the page has no 'top'\n  hint: add top: and a length in twips (1/20 of a point)",
        ),
        (
            f"vienna: {LETTER.replace('12240', '21cm')}",
            "1:17: expected a length from 0 to 31680 twips for 'width', found 21cm\n  hint: 1 mm is 56.7 twips",
        ),
        (f"vienna: {LETTER.replace('1200', '5000')}", "1:45: the margins leave too little for the text"),
        (
            f"vienna: {LETTER.replace('}', ', widened: often}')}",
            "1:110: expected true or false for 'widened'",
        ),
    ],
)
def test_a_page_that_is_none(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        page_of(workspace(tmp_path, text), "vienna")
    assert str(caught.value) == f"templates/pages.yaml:{message}"
