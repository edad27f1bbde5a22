from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.errors import InputError
from reportgen.templates.pages import page_of
from reportgen.tree.looks import Page
from reportgen.workspace import Workspace
from tests.tools.messages import as_expected

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
        ("vienna: A4", "1:9: expected a mapping of keys to values for 'vienna', found the text 'A4'"),
        (
            f"vienna: {LETTER.replace('side', 'sides')}",
            "1:39: there is no field 'sides' here\n  hint: did you mean 'side'?",
        ),
        (
            f"vienna: {LETTER.replace('top: 720, ', '')}",
            "1:9: the field 'top' is missing\n  hint: add 'top:', a length in twips (1 mm is 56.7 twips)",
        ),
        (
            f"vienna: {LETTER.replace('12240', '21cm')}",
            "1:17: expected a whole number for 'width', found the text '21cm'\n"
            "  hint: write a whole number without quotes or separators",
        ),
        (f"vienna: {LETTER.replace('12240', '40000')}", "1:17: 'width' is 40000, more than 31680"),
        (
            f"vienna: {LETTER.replace('1200', '5000')}",
            "1:45: the margins leave too little for the text\n  hint: the text needs 3168 twips",
        ),
        (
            f"vienna: {LETTER.replace('}', ', widened: often}')}",
            "1:110: expected true or false for 'widened', found the text 'often'",
        ),
    ],
)
def test_a_page_that_is_none(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        page_of(workspace(tmp_path, text), "vienna")
    assert as_expected(str(caught.value), message) == f"templates/pages.yaml:{message}"
