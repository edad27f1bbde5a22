"""reportgen new: a report to start from builds as it is; a copy has all that the other one has."""

from __future__ import annotations

import pytest

from reportgen.errors import printable

STARTER = ["inputs/demo/report.yaml", "inputs/demo/sections/activities.yaml", "inputs/demo/sections/introduction.yaml"]


def lines(names: list[str]) -> str:
    return "".join(f"{name}\n" for name in names)


def test_a_report_to_start_from(run, files) -> None:
    assert run("new", "demo") == (0, lines(STARTER), "next: reportgen build demo\n")
    assert files("inputs/demo") == STARTER


def test_the_report_to_start_from_has_no_findings(run, files) -> None:
    run("new", "demo")
    assert run("check", "demo") == (0, "", "A/99/999 in en: 0 errors, 0 other findings\n")
    written = ["outputs/demo/demo.en.docx", "outputs/demo/demo.en.md"]
    assert run("build", "demo") == (0, lines(written), "")


def test_what_it_lacks_to_be_issued_is_said_at_once(run, files) -> None:
    run("new", "demo")
    outcome = run("build", "demo", "--final")
    assert outcome.exit_code == 1
    assert [line.split()[1] for line in outcome.err.splitlines() if " RG" in line and "hint" not in line] == [
        "RG401",
        "RG402",
    ]


def test_the_report_to_start_from_can_be_translated(run, files) -> None:
    run("new", "demo")
    assert run("translations", "update", "demo", "-l", "zh") == (0, "locales/zh/demo.po\n", "")
    outcome = run("build", "demo", "-q", "-l", "zh")
    assert outcome.exit_code == 1
    assert {line.split(" ")[1] for line in outcome.err.splitlines() if line[0] != " "} == {"RG041"}
    assert files("outputs/demo") == ["outputs/demo/demo.zh.docx", "outputs/demo/demo.zh.md"]


def test_a_symbol(run, tiny) -> None:
    run("new", "demo", "--symbol", "E/CN.15/2020/4")
    text = tiny.root.joinpath("inputs/demo/report.yaml").read_text("utf-8")
    assert text.splitlines()[1] == "symbol: E/CN.15/2020/4                    # the symbol of the document"
    assert run("check", "demo").err == "E/CN.15/2020/4 in en: 0 errors, 0 other findings\n"


def test_a_symbol_of_a_series_that_is_not_known(run, tiny) -> None:
    run("new", "demo", "--symbol", "UPOV/C/54/2")
    text = tiny.root.joinpath("inputs/demo/report.yaml").read_text("utf-8")
    assert not {"ecosoc", "28"} & set(text.split())
    outcome = run("check", "demo")
    assert outcome.exit_code == 0
    assert outcome.err == "UPOV/C/54/2 in en: 0 errors, 4 other findings\n"
    found = [line for line in outcome.out.splitlines() if not line.startswith(" ")]
    for line, name in zip(found, ("organ", "session", "meeting", "agenda"), strict=True):
        assert line.startswith("inputs/demo/report.yaml:7:")
        assert line.endswith(f"RG101 warning masthead: the masthead has no line '{name}'")
    assert run("build", "demo", "-q").exit_code == 0
    printed = tiny.root.joinpath("outputs/demo/demo.en.md").read_text("utf-8")
    assert "Council" not in printed
    assert "session" not in printed.partition("#")[0]


@pytest.mark.parametrize("symbol", ["report 1", r"A/\1", "A/99/1\n"])
def test_a_symbol_that_is_none(run, files, symbol: str) -> None:
    message = f"'{printable(symbol)}' is not a valid symbol\n  hint: such as E/CN.15/2019/9\n"
    assert run("new", "demo", "--symbol", symbol) == (2, "", message)
    assert files("inputs/demo") == []


@pytest.mark.parametrize("slug", ["Demo", "a b", "../demo", "a/b", "-demo ", ".demo", ""])
def test_a_slug_that_is_none(run, files, slug: str) -> None:
    outcome = run("new", "--", slug)
    message = f"'{slug}' is no slug\n  hint: lower-case words and figures joined by '-' or '.'\n"
    assert outcome == (2, "", message)
    assert files("inputs") == ["inputs/tiny/report.yaml", "inputs/tiny/sections/first.yaml"]


def test_a_slug_that_is_taken(run, tiny) -> None:
    before = tiny.root.joinpath("inputs/tiny/report.yaml").read_bytes()
    message = "there is a report 'tiny' already\n  hint: choose another slug\n"
    assert run("new", "tiny") == (2, "", message)
    assert run("new", "tiny", "--from", "tiny") == (2, "", message)
    assert tiny.root.joinpath("inputs/tiny/report.yaml").read_bytes() == before


def test_next_years_report_has_files_and_catalogues(run, files, tiny, translate) -> None:
    translate()
    tiny.write("inputs/tiny/emblem.png", b"\x89PNG\r\n\xff")
    copied = [
        "inputs/next/carried-over.yaml",
        "inputs/next/emblem.png",
        "inputs/next/report.yaml",
        "inputs/next/sections/first.yaml",
        "locales/zh/next.po",
    ]
    said = "all that it took over from tiny is to be confirmed: reportgen status next\n"
    assert run("new", "next", "--from", "tiny") == (0, lines(copied), f"{said}next: reportgen build next\n")
    for name in copied[1:]:
        assert tiny.root.joinpath(name).read_bytes() == tiny.root.joinpath(name.replace("next", "tiny")).read_bytes()
    assert run("check", "next").err == "A/99/1 in en, zh: 0 errors, 2 other findings\n"


def test_what_it_took_over_is_confirmed(run, tiny) -> None:
    run("new", "next", "--from", "tiny")
    told = [line for line in run("check", "next").out.splitlines() if "RG104" in line]
    assert told == [
        "inputs/next/report.yaml:1:9: RG104 warning masthead: 'symbol: A/99/1' was taken over from A/99/1",
        "inputs/next/report.yaml:6:19: RG104 warning: 'unodc: unodc' was taken over from A/99/1",
    ]
    assert run("build", "next", "--final").exit_code == 1
    assert "  taken over from A/99/1: 2 values to confirm" in run("status", "next").out.splitlines()
    assert run("confirm", "next", "masthead") == (0, "confirmed: masthead/symbol A/99/1\n", "1 left\n")
    assert run("confirm", "next", "report/unodc") == (0, "confirmed: report/unodc unodc\n", "0 left\n")
    assert run("check", "next") == (0, "", "A/99/1 in en: 0 errors, 0 other findings\n")
    hint = "  hint: reportgen check --every lists what waits: RG104\n"
    assert run("confirm", "next", "masthead") == (2, "", f"nothing of 'masthead' waits to be confirmed\n{hint}")


def test_a_report_that_took_nothing_over_has_nothing_to_confirm(run, tiny) -> None:
    hint = "  hint: reportgen new SLUG --from LAST begins a report that has something to confirm\n"
    assert run("confirm", "tiny", "first") == (2, "", f"tiny took nothing over from another report\n{hint}")


def test_next_years_report_begins_without_the_ledger_of_this_years(run, files, tiny) -> None:
    tiny.write("inputs/tiny/numbering.yaml", "state: frozen\n")
    run("new", "next", "--from", "tiny")
    assert "inputs/next/numbering.yaml" not in files("inputs/next")


def test_a_copy_of_a_link_to_a_folder(run, files, tiny) -> None:
    sections = tiny.root / "inputs/tiny/sections"
    sections.rename(tiny.root / "kept")
    sections.symlink_to(tiny.root / "kept")
    message = "inputs/tiny/sections is a link to a folder, which is not copied\n  hint: put the folder itself there\n"
    assert run("new", "next", "--from", "tiny") == (2, "", message)
    assert files("inputs/next") == []


def test_a_copy_under_another_symbol(run, tiny, translate) -> None:
    translate()
    run("new", "next", "--from", "A/99/1", "--symbol", "A/100/1")
    text = tiny.root.joinpath("inputs/next/report.yaml").read_text("utf-8")
    assert text == tiny.root.joinpath("inputs/tiny/report.yaml").read_text("utf-8").replace("A/99/1", "A/100/1")


def test_next_year_of_the_installed_report(run, files, tiny) -> None:
    outcome = run("new", "next", "--from", "E/CN.15/2019/9")
    assert outcome.exit_code == 0
    text = tiny.root.joinpath("inputs/next/report.yaml").read_text("utf-8")
    assert "symbol: E/CN.15/2020/9\n" in text
    assert "job_numbers" not in text
    assert "inputs/next/sections/asia.yaml" in files("inputs/next")
    assert "locales/zh/next.po" in files("locales")
    assert run("numbers", "show", "next", "-l", "en").out.count("  paragraph  ") == 76


def test_a_copy_of_nothing(run, files) -> None:
    assert run("new", "next", "--from", "tinny") == (
        2,
        "",
        "there is no report 'tinny'\n  hint: did you mean 'tiny'?\n",
    )
    assert files("inputs/next") == []


def test_a_catalogue_that_is_in_the_way(run, files, tiny, translate) -> None:
    translate()
    tiny.write("locales/zh/next.po", "")
    message = "locales/zh/next.po is there already\n  hint: choose another slug\n"
    assert run("new", "next", "--from", "tiny") == (2, "", message)
    assert files("inputs/next") == []
