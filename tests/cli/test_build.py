"""reportgen build: files, options, exit codes; all is written or nothing."""

from __future__ import annotations

import os

import pytest

from reportgen.pipeline import orders
from reportgen.writers import FORMATS

MISSING = (
    "locales/zh/tiny.po:11:1: RG041 error zh opening: the translation is missing\n"
    "  hint: reportgen explain RG041 says why, and what to do\n"
)
STALE = (
    "locales/zh/tiny.po:3:9: RG042 warning zh title: the source has changed since\n"
    "  hint: reportgen explain RG042 says why, and what to do\n"
)


def test_word_and_markdown_in_every_language(run, files, translate) -> None:
    translate()
    written = [f"outputs/tiny/tiny.{tag}.{name}" for tag in ("en", "zh") for name in ("docx", "md")]
    assert run("build") == (0, "".join(f"{name}\n" for name in written), "")
    assert files("outputs") == written


def test_a_report_without_translations(run, files) -> None:
    assert run("build", "tiny").out == "outputs/tiny/tiny.en.docx\noutputs/tiny/tiny.en.md\n"


def test_one_language(run, files, translate) -> None:
    translate()
    assert run("build", "-l", "zh").exit_code == 0
    assert files("outputs") == ["outputs/tiny/tiny.zh.docx", "outputs/tiny/tiny.zh.md"]


def test_two_languages(run, files, translate) -> None:
    translate()
    assert run("build", "-l", "zh", "--language", "en", "-t", "md").exit_code == 0
    assert files("outputs") == ["outputs/tiny/tiny.en.md", "outputs/tiny/tiny.zh.md"]


def test_a_language_that_has_no_catalogue(run, files) -> None:
    outcome = run("build", "-l", "zh", "-t", "md")
    assert outcome.exit_code == 1
    assert (
        outcome.err.splitlines()[0] == "inputs/tiny/report.yaml:3:8: RG041 error zh title: the translation is missing"
    )
    assert files("outputs") == ["outputs/tiny/tiny.zh.md"]


def test_languages_side_by_side(run, files, translate) -> None:
    translate()
    assert run("build", "-t", "html", "--side-by-side").out == "outputs/tiny/tiny.en-zh.html\n"
    turned = "outputs/tiny/tiny.zh-en.html"
    assert run("build", "-t", "html", "--side-by-side", "-l", "zh", "-l", "en", "-l", "zh").out == f"{turned}\n"
    other = [f"outputs/tiny/tiny.{tag}.md" for tag in ("en", "zh")]
    written = run("build", "-t", "md", "-t", "html", "--side-by-side").out.splitlines()
    assert written == [*other, "outputs/tiny/tiny.en-zh.html"]
    assert files("outputs") == sorted([*written, turned])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--side-by-side"], "--side-by-side is for html, and none is written"),
        (["--side-by-side", "-t", "html"], "one language has none beside it"),
        (["--side-by-side", "-t", "html", "-l", "zh", "-l", "zh"], "one language has none beside it"),
        (["--side-by-side", "-t", "html", "--watch"], "--watch goes with -l, -t, -o and -q alone"),
    ],
)
def test_languages_that_cannot_stand_side_by_side(run, files, options: list[str], message: str) -> None:
    outcome = run("build", *options)
    assert (outcome.exit_code, outcome.out) == (2, "")
    assert message in outcome.err.splitlines()[0]
    assert files("outputs") == []


@pytest.mark.parametrize(
    ("name", "extension"), [("docx", "docx"), ("md", "md"), ("json", "json"), ("outline", "outline.txt")]
)
def test_every_format(run, files, name: str, extension: str) -> None:
    assert run("build", "--to", name) == (0, f"outputs/tiny/tiny.en.{extension}\n", "")
    assert files("outputs") == [f"outputs/tiny/tiny.en.{extension}"]


def test_the_command_line_offers_every_format_of_the_writers() -> None:
    from reportgen.cli.build import FORMATS as OFFERED

    assert set(OFFERED) - {"pdf"} == set(FORMATS)


def test_another_folder(run, files, tiny) -> None:
    assert run("build", "-t", "md", "-o", "there/deep") == (0, "there/deep/tiny.en.md\n", "")
    assert (files("there"), files("outputs")) == (["there/deep/tiny.en.md"], [])
    elsewhere = str(tiny.root / "else")
    assert run("build", "-t", "md", "--output", elsewhere).out == "else/tiny.en.md\n"


def test_another_workspace(run, files, tiny, monkeypatch: pytest.MonkeyPatch, tmp_path_factory) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    outcome = run("-C", str(tiny.root), "build", "-t", "md")
    assert outcome == (0, f"{tiny.root / 'outputs/tiny/tiny.en.md'}\n", "")
    assert files("outputs") == ["outputs/tiny/tiny.en.md"]


def test_quiet(run, files, translate) -> None:
    translate(opening="")
    assert run("build", "-q", "-t", "md") == (1, "", MISSING)
    assert files("outputs") == ["outputs/tiny/tiny.en.md", "outputs/tiny/tiny.zh.md"]


def test_findings_at_error_level_make_exit_code_1_and_all_is_written(run, files, translate) -> None:
    translate(opening="")
    outcome = run("build", "-t", "md")
    assert outcome == (1, "outputs/tiny/tiny.en.md\noutputs/tiny/tiny.zh.md\n", MISSING)


def test_warnings_make_no_exit_code(run, tiny, translate) -> None:
    translate()
    tiny.report("symbol: A/99/1\ntitle: A short report\nmasthead: {organ: ecosoc}\nsections: [first]\n")
    assert run("build", "-q") == (0, "", STALE)


@pytest.mark.parametrize("format_name", ["docx", "md"])
def test_final_writes_nothing_while_there_are_findings(run, files, tiny, translate, format_name: str) -> None:
    translate()
    tiny.report("symbol: A/99/1\ntitle: A short report\nmasthead: {organ: ecosoc}\nsections: [first]\n")
    outcome = run("build", "--final", "-t", format_name)
    assert (outcome.exit_code, outcome.out) == (1, "")
    assert outcome.err.startswith(STALE)
    assert outcome.err.endswith("nothing was written, since there are findings\n")
    assert "RG401 error masthead: the masthead has no line 'date'" in outcome.err
    assert not tiny.root.joinpath("outputs").exists()


ISSUED = "masthead: {organ: ecosoc, date: {date: 2019-03-01}, job_numbers: {en: 19-01520, zh: 19-01520}}\n"


def test_final_writes_what_is_clean(run, files, tiny, translate) -> None:
    translate()
    tiny.report(f"symbol: A/99/1\ntitle: A small report\n{ISSUED}sections: [first]\n")
    assert run("build", "--final", "-q", "-t", "md") == (0, "", "")
    assert files("outputs") == ["outputs/tiny/tiny.en.md", "outputs/tiny/tiny.zh.md"]


def test_two_builds_write_the_same_bytes(run, tiny) -> None:
    folder = tiny.root / "outputs" / "tiny"
    options = ["-t", "docx", "-t", "md", "-t", "json", "-t", "outline"]
    run("build", *options)
    first = {path.name: path.read_bytes() for path in folder.iterdir()}
    run("build", *options)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == first
    assert len(first) == 4


def test_an_unknown_language(run, files) -> None:
    assert run("build", "-l", "en", "-l", "zhh") == (5, "", "there is no language 'zhh'\n  hint: did you mean 'zh'?\n")
    assert files("outputs") == []


def test_an_unknown_format(run, files) -> None:
    outcome = run("build", "-t", "odt")
    assert (outcome.exit_code, outcome.out) == (2, "")
    assert "'odt' is not one of 'docx', 'md', 'html', 'json', 'outline'" in outcome.err
    assert files("outputs") == []


@pytest.mark.parametrize(
    ("text", "exit_code", "message"),
    [
        ("- id: a\n  txt: b\n  text: c\n", 3, "5:5: there is no field 'txt' here\n  hint: did you mean 'text'?\n"),
        ("- id: a\n  text: '{{ x }}'\n", 4, "5:15: no fact 'x' in paragraph a\n  hint: one of: unodc\n"),
        ("- id: a\n  text: b[^c]\n", 6, "5:12: the footnote 'c' has no text\n  hint: add it under 'notes:' of a\n"),
        (
            "- id: a\n  text: '{{ para(\"b\") }}'\n",
            6,
            "5:12: the cross-reference 'b' points to nothing\n  hint: one of: a, first\n",
        ),
    ],
)
def test_exit_codes_of_errors(run, files, tiny, text: str, exit_code: int, message: str) -> None:
    tiny.paragraphs(text)
    assert run("build") == (exit_code, "", f"inputs/tiny/sections/first.yaml:{message}")
    assert files("outputs") == []


def test_a_broken_catalogue(run, files, tiny) -> None:
    tiny.catalogue('msgctxt "opening"\nmsgid "x"\nmsgstr "y\n')
    outcome = run("build")
    assert (outcome.exit_code, outcome.out) == (5, "")
    assert outcome.err.startswith("locales/zh/tiny.po:3:1: this line is not of a gettext catalogue\n")
    assert files("outputs") == []


def test_a_file_stands_where_the_folder_should_be(run, files, tiny) -> None:
    tiny.write("there", "a file")
    hint = "  hint: choose another folder with -o\n"
    assert run("build", "-o", "there") == (7, "", f"there/tiny.en.docx: cannot write: Not a directory\n{hint}")
    assert run("build", "-o", "there/in") == (7, "", f"there/in/tiny.en.docx: cannot write: Not a directory\n{hint}")
    assert files("there*") == []
    assert tiny.root.joinpath("there").read_text() == "a file"


def test_a_folder_stands_where_a_file_should_be(run, files, tiny) -> None:
    tiny.root.joinpath("outputs/tiny/tiny.en.md").mkdir(parents=True)
    hint = "  hint: choose another folder with -o\n"
    assert run("build") == (7, "", f"outputs/tiny/tiny.en.md: cannot write: a folder has this name\n{hint}")
    assert files("outputs") == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(run, files, tiny) -> None:
    folder = tiny.root / "there"
    folder.mkdir(mode=0o555)
    hint = "  hint: close it where it is open, or choose another folder with -o\n"
    assert run("build", "-o", "there") == (7, "", f"there/tiny.en.docx: cannot write: Permission denied\n{hint}")
    assert files("there") == []


@pytest.mark.parametrize("times", [1, 3])
def test_a_report_that_changes_while_it_is_built_is_built_again(
    run, files, tiny, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    check = orders.checked_edition
    texts = [f"The report has grown {number} times." for number in range(times)]

    def changing(*arguments):
        if texts:
            tiny.paragraphs(f"- id: opening\n  text: {texts.pop(0)!r}\n")
        return check(*arguments)

    monkeypatch.setattr(orders, "checked_edition", changing)
    outcome = run("build", "-t", "md")
    again = "the report was changed while it was built: building it again\n"
    if times == 1:
        assert (outcome.exit_code, outcome.err.count(again)) == (1, 1)
        assert "grown 0 times" in tiny.root.joinpath("outputs/tiny/tiny.en.md").read_text("utf-8")
    else:
        assert outcome.exit_code == 7
        assert outcome.err.endswith(f"{again}'tiny' was changed 3 times while it was built\n  hint: run it again\n")
        assert files("outputs") == []
