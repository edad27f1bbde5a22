"""What REPORT names: a folder, a slug, a symbol, or nothing where there is one report."""

from __future__ import annotations

import pytest

from reportgen.cli.commands import reportgen
from reportgen.cli.options import find_report, open_report, root_of
from reportgen.errors import InputError, UsageError

SECOND = "symbol: 'E/CN.15/2020/1' # not issued\ntitle: x\nmasthead: {organ: ecosoc}\nsections: [{id: a, heading: b}]\n"


@pytest.fixture
def two(tiny):
    tiny.write("inputs/e-cn.15-2020-1/report.yaml", SECOND)
    return tiny


@pytest.mark.parametrize(
    ("report", "slug"),
    [
        ("tiny", "tiny"),
        ("inputs/tiny", "tiny"),
        ("inputs/tiny/", "tiny"),
        ("A/99/1", "tiny"),
        ("a/99/1", "tiny"),
        ("e-cn.15-2020-1", "e-cn.15-2020-1"),
        ("E/CN.15/2020/1", "e-cn.15-2020-1"),
    ],
)
def test_folder_slug_and_symbol(two, report: str, slug: str) -> None:
    assert find_report(str(two.root), report) == (two.workspace, slug)


def test_a_symbol_that_is_not_the_slug(two) -> None:
    two.write("inputs/next/report.yaml", SECOND.replace("2020/1", "2021/1"))
    assert find_report(str(two.root), "E/CN.15/2021/1")[1] == "next"


def test_a_folder_elsewhere_is_refused(tiny, tmp_path_factory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    with pytest.raises(UsageError, match="lies outside of") as caught:
        find_report(str(elsewhere), str(tiny.root / "inputs" / "tiny"))
    assert "-C" in caught.value.hint


def test_a_report_that_lies_beside_inputs_is_refused(tiny) -> None:
    tiny.write("drafts/x/report.yaml", SECOND)
    for name in ("drafts/x", "inputs/../drafts/x", "inputs/tiny/../../drafts/x"):
        with pytest.raises(UsageError, match="lies outside of"):
            find_report(str(tiny.root), name)


def test_a_report_that_is_a_link_is_refused(tiny, tmp_path_factory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "report.yaml").write_text(SECOND)
    (tiny.root / "inputs" / "linked").symlink_to(elsewhere)
    with pytest.raises(UsageError, match="lies outside of"):
        find_report(str(tiny.root), "inputs/linked")
    with pytest.raises(InputError, match="lies outside of the workspace"):
        open_report(str(tiny.root), "linked")


def test_a_symbol_that_two_reports_share(two) -> None:
    two.write("inputs/next/report.yaml", SECOND.replace("2020/1", "2021/1"))
    two.write("inputs/other/report.yaml", SECOND.replace("2020/1", "2021/1"))
    with pytest.raises(UsageError) as caught:
        find_report(str(two.root), "E/CN.15/2021/1")
    assert caught.value.message == "more than one report has the symbol 'E/CN.15/2021/1': next, other"


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b", "..", ".", "/", "\\", "tiny/..", "\ud800"])
def test_names_that_no_report_can_have(two, name: str) -> None:
    with pytest.raises(UsageError):
        find_report(str(two.root), name)


def test_from_a_subfolder_the_workspace_is_found_upward(tiny, monkeypatch) -> None:
    monkeypatch.chdir(tiny.root / "inputs" / "tiny" / "sections")
    assert root_of(None) == str(tiny.root)
    assert root_of(".") == "."


def test_a_workspace_that_is_not_there() -> None:
    with pytest.raises(UsageError, match="there is no folder 'nowhere'"):
        root_of("nowhere")


def test_a_report_that_was_installed(tiny) -> None:
    assert find_report(str(tiny.root), "E/CN.15/2019/9") == (tiny.workspace, "e-cn.15-2019-9")


def test_the_only_report_needs_no_name(tiny) -> None:
    assert find_report(str(tiny.root), None) == (tiny.workspace, "tiny")


@pytest.mark.parametrize(
    ("report", "message"),
    [
        (None, "more than one report under inputs/: say which\n  hint: one of: e-cn.15-2020-1, tiny"),
        ("tinny", "there is no report 'tinny'\n  hint: did you mean 'tiny'?"),
        ("E/CN.15/2020/2", "there is no report 'E/CN.15/2020/2'\n  hint: did you mean 'e-cn.15-2020-1'?"),
        ("", "there is no report ''\n  hint: one of: e-cn.15-2020-1, tiny"),
    ],
)
def test_a_report_that_is_not_there(two, report: str | None, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        find_report(str(two.root), report)
    assert str(caught.value) == message


def test_a_folder_without_reports(tmp_path) -> None:
    with pytest.raises(UsageError) as caught:
        find_report(str(tmp_path), None)
    message = f"no report in {tmp_path.as_posix()}/inputs, nor in a folder above"
    assert caught.value.message == message


def completions(root: object, *words: str) -> list[str]:
    from click.shell_completion import ShellComplete

    *before, incomplete = ["-C", str(root), *words]
    found = ShellComplete(reportgen, {}, "reportgen", "_REPORTGEN_COMPLETE").get_completions(before, incomplete)
    return [each.value for each in found]


def test_reports_and_languages_are_completed(two) -> None:
    assert completions(two.root, "build", "ti") == ["tiny"]
    assert completions(two.root, "build", "") == ["e-cn.15-2020-1", "tiny"]
    assert completions(two.root, "check", "-l", "z") == ["zh"]
