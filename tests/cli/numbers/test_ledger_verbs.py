"""freeze, check, accept, slip and diff as a shell would run them; longer stories stand in tests/commands."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from reportgen.pipeline import numbers

TWO = """\
- id: opening
  text: The report is small.
- id: added
  text: Something was put in by hand.
"""

NOWHERE = """\
nowhere.docx: cannot read the file: No such file or directory
  hint: it is not there, or not for you to read
"""


@pytest.fixture
def frozen(run: Callable[..., Any]) -> None:
    assert run("numbers", "freeze").exit_code == 0


@pytest.fixture
def inserted(tiny: Any, frozen: None) -> None:
    """The tiny report is frozen, and then has a second paragraph."""
    tiny.paragraphs(TWO)


def test_freeze_says_what_is_held(run: Callable[..., Any], tiny: Any) -> None:
    assert run("numbers", "freeze") == (0, "A/99/1, edition 1: en frozen\n", "inputs/tiny/numbering.yaml\n")
    assert run("numbers", "freeze") == (0, "A/99/1, edition 1: en frozen\n", "nothing has changed since\n")
    assert run("numbers", "freeze", "--state", "issued").out == "A/99/1, edition 1: en issued\n"
    assert run("numbers", "freeze", "tiny", "-l", "zh").out == "A/99/1, edition 1: en issued; zh frozen\n"


def test_check_without_a_ledger(run: Callable[..., Any]) -> None:
    assert run("numbers", "check") == (0, "A/99/1: no ledger, nothing is frozen\n", "")


def test_check_of_a_draft_language(run: Callable[..., Any], frozen: None) -> None:
    assert run("numbers", "check", "-l", "zh") == (0, "A/99/1: these languages are drafts\n", "")


def test_check_prints_a_table(run: Callable[..., Any], inserted: None) -> None:
    assert run("numbers", "check") == (
        1,
        "A/99/1 since edition 1 (en frozen): 1 inserted, 3 unchanged\n"
        "old  new      change    block\n"
        "–    para. 2  inserted  added  NOT ACCEPTED\n",
        "",
    )
    run("numbers", "accept", "tiny", "added", "--why", "Asked for")
    assert run("numbers", "check").out.splitlines()[-1] == "–    para. 2  inserted  added  accepted: Asked for"
    assert run("numbers", "check").exit_code == 0


def test_check_says_what_was_not_made(run: Callable[..., Any], tiny: Any, inserted: None) -> None:
    run("numbers", "accept", "tiny", "added", "--why", "Asked for")
    tiny.paragraphs(TWO[: TWO.index("- id: added")])
    found = run("numbers", "check")
    assert found.exit_code == 1
    assert found.out.splitlines()[-1] == "added: accepted as inserted (Asked for), but NOT MADE"


def test_check_as_json(run: Callable[..., Any], inserted: None) -> None:
    found = run("numbers", "check", "--format", "json")
    assert found.exit_code == 1
    assert json.loads(found.out) == {
        "symbol": "A/99/1",
        "superseded": "",
        "editions": [
            {
                "edition": 1,
                "states": {"en": "frozen"},
                "clean": False,
                "differences": [
                    {
                        "id": "added",
                        "kind": "paragraph",
                        "change": "inserted",
                        "old": [],
                        "new": [2],
                        "reworded": [],
                        "reprinted": [],
                        "found": "id",
                        "remark": "",
                        "accepted": None,
                    }
                ],
                "refused": ["added"],
                "issued": {},
                "not_made": [],
            }
        ],
        "files": [],
    }


def test_check_of_all_reports(run: Callable[..., Any], inserted: None) -> None:
    run("new", "demo")
    assert run("numbers", "check").exit_code == 2
    found = run("numbers", "check", "--all")
    assert found.exit_code == 1
    assert found.out.splitlines()[0] == "A/99/999: no ledger, nothing is frozen"
    assert [each["symbol"] for each in json.loads(run("numbers", "check", "--all", "--format", "json").out)] == [
        "A/99/999", "A/99/1",
    ]  # fmt: skip
    assert run("numbers", "check", "tiny", "--all") == (
        2,
        "",
        "--all takes neither a report nor files\n  hint: leave them or --all out\n",
    )


def test_check_of_a_file_alone(run: Callable[..., Any], tiny: Any, inserted: None) -> None:
    run("build", "-q")
    tiny.paragraphs(TWO[: TWO.index("- id: added")])
    found = run("numbers", "check", "outputs/tiny/tiny.en.md")
    assert found.exit_code == 1
    assert found.out.splitlines() == [
        "A/99/1 since edition 1 (en frozen): 3 unchanged",
        "tiny (en) → outputs/tiny/tiny.en.md: 1 inserted, 2 unchanged",
        "old  new      change    block",
        "–    para. 2  inserted  added",
        "    {+Something was put in by hand.+}",
    ]


def test_check_of_what_is_no_file(run: Callable[..., Any], tiny: Any) -> None:
    tiny.write("broken.docx", b"PK not a zip")
    found = run("numbers", "check", "tiny", "broken.docx")
    assert (found.exit_code, found.out) == (3, "")
    assert found.err.startswith("broken.docx: ")
    assert run("numbers", "check", "tiny", "nowhere.docx") == (
        3, "", NOWHERE,
    )  # fmt: skip


def test_accept_wants_a_reason_and_known_ids(run: Callable[..., Any], inserted: None) -> None:
    assert run("numbers", "accept", "tiny", "added").exit_code == 2
    assert run("numbers", "accept", "tiny", "added", "--why", " ") == (
        2, "", "--why is empty\n  hint: say who wanted the change, and why\n",
    )  # fmt: skip
    assert run("numbers", "accept", "tiny", "aded", "--why", "Asked for") == (
        2, "", "there is no block 'aded'\n  hint: did you mean 'added'?\n",
    )  # fmt: skip
    assert run("numbers", "accept", "tiny", "added", "--why", "Request  for\nit") == (
        0, "accepted: added inserted\n", "next: reportgen numbers slip tiny\n",
    )  # fmt: skip


def test_slip(run: Callable[..., Any], inserted: None) -> None:
    assert run("numbers", "slip") == (
        1,
        "",
        "not accepted since edition 1: added\n  hint: a slip says only what is settled: reportgen numbers accept\n",
    )
    run("numbers", "accept", "tiny", "added", "--why", "Asked for")
    assert run("numbers", "slip").out.splitlines() == [
        "A/99/1: numbers since edition 1",
        "",
        "old  new      change    block",
        "–    para. 2  inserted  added  Asked for",
        "",
        "All other numbers are as before.",
    ]
    assert json.loads(run("numbers", "slip", "--format", "json").out)["numbers"][0]["accepted"] == "Asked for"


def test_diff_of_ledgers_files_and_reports(run: Callable[..., Any], tiny: Any, inserted: None) -> None:
    ledger = "inputs/tiny/numbering.yaml"
    run("build", "-q")
    docx, markdown = "outputs/tiny/tiny.en.docx", "outputs/tiny/tiny.en.md"
    table = "old  new      change    block\n–    para. 2  inserted  added\n"
    assert run("numbers", "diff", ledger, "tiny") == (
        1,
        f"A/99/1, edition 1 → tiny: 1 inserted, 3 unchanged\n{table}",
        "",
    )
    assert run("numbers", "diff", ledger, ledger).out == "A/99/1, edition 1 → A/99/1, edition 1: 3 unchanged\n"
    found = run("numbers", "diff", ledger, docx)
    assert (found.exit_code, found.out.endswith(f"{table}    {{+Something was put in by hand.+}}\n")) == (1, True)
    assert run("numbers", "diff", docx, markdown) == (0, f"{docx} → {markdown}: 3 unchanged\n", "")
    assert run("numbers", "diff", "tiny", docx) == (0, f"tiny (en) → {docx}: 3 unchanged\n", "")
    assert run("numbers", "diff", "tiny:en", "tiny:zh") == (0, "tiny (en) → tiny (zh): 3 unchanged\n", "")
    assert json.loads(run("numbers", "diff", docx, markdown, "--format", "json").out) == {
        "old": docx, "new": markdown, "numbers_differ": False, "recognised": {"id": 3}, "differences": [],
        "references": [], "masthead": [],
    }  # fmt: skip


def test_diff_of_what_is_not_there(run: Callable[..., Any], tiny: Any) -> None:
    assert run("numbers", "diff", "tiny", "nothing").exit_code == 2
    assert run("numbers", "diff", "tiny:xx", "tiny").exit_code == 5
    tiny.write("empty.yaml", "editions: []\n")
    assert run("numbers", "diff", "empty.yaml", "tiny") == (
        3,
        "",
        "empty.yaml:1:1: the ledger has no edition\n  hint: reportgen numbers freeze makes one\n",
    )


def test_a_broken_ledger_is_said_with_its_place(run: Callable[..., Any], tiny: Any, frozen: None) -> None:
    path = tiny.root / "inputs/tiny/numbering.yaml"
    path.write_text(path.read_text().replace("en: frozen", "en: melted"))
    for verb in (["build"], ["check"], ["numbers", "check"]):
        assert run(*verb) == (
            3, "",
            "inputs/tiny/numbering.yaml:8:11: 'melted' is not a valid en\n  hint: one of: draft, frozen or issued\n",
        )  # fmt: skip


def test_a_ledger_that_an_editor_saved_meanwhile_is_not_lost(
    run: Callable[..., Any], tiny: Any, inserted: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tiny.root / "inputs/tiny/numbering.yaml"
    accept = numbers.accept

    def meanwhile(*arguments: Any) -> Any:
        path.write_text(path.read_text("utf-8") + "# a remark\n", "utf-8")
        return accept(*arguments)

    monkeypatch.setattr(numbers, "accept", meanwhile)
    assert run("numbers", "accept", "tiny", "added", "--why", "Asked for") == (
        7,
        "",
        "inputs/tiny/numbering.yaml: the file was changed while this command ran; nothing is written\n"
        "  hint: run it again\n",
    )
    assert path.read_text("utf-8").endswith("# a remark\n")


def test_a_freeze_asks_for_no_translation_of_facts_alone(run: Callable[..., Any], tiny: Any, translate: Any) -> None:
    translate()
    table = "{caption: Places, columns: [Place], rows: [['{{ land }}']]}"
    places = f"  - id: places\n    facts: {{land: {{place: NE}}}}\n    table: {table}\n"
    tiny.write("inputs/tiny/sections/first.yaml", f"id: first\nheading: First\nparagraphs:\n{places}")
    # The caption and the head of the column; the cell prints its place in every language.
    assert "pieces not translated yet in zh: 2\n" in run("numbers", "freeze").err


def test_a_first_translation_after_a_freeze_is_not_reworded(run: Callable[..., Any], tiny: Any, translate: Any) -> None:
    translate(opening=None)
    out = run("numbers", "freeze")
    assert "pieces not translated yet in zh: 1\n" in out.err
    translate()
    assert "RG094" not in run("check").out
    found = run("numbers", "check")
    assert "reworded" not in found.out
    assert "1 of them translated since" in found.out + found.err
    assert json.loads(run("numbers", "check", "--format", "json").out)["editions"][0]["states"]["zh"] == "frozen"


def test_a_first_translation_changes_an_issued_language(run: Callable[..., Any], tiny: Any, translate: Any) -> None:
    translate(opening=None)
    run("numbers", "freeze", "--state", "issued")
    translate()
    assert "RG092 error zh para. 1 (opening): the text is not that of edition 1" in run("check").out
