"""reportgen memory: what is kept of reports and TMX files, and what is found again."""

from __future__ import annotations

import json

import pytest

TMX = """\
<tmx version="1.4"><header srclang="en"/><body>
<tu tuid="7"><tuv xml:lang="en-US"><seg>The report is large.</seg></tuv>
<tuv xml:lang="zh-CN"><seg>报告很长。</seg></tuv><tuv xml:lang="tlh"><seg>nuq</seg></tuv></tu>
</body></tmx>
"""


def test_a_report_is_kept_and_found(tiny, run, translate) -> None:
    translate()
    assert run("memory", "add", "tiny") == (0, "tiny: en → zh: 3 new, 3 in all\n", "translations.memory\n")
    outcome = run("memory", "find", "The report is smaller.", "-l", "zh")
    assert outcome.exit_code == 0
    assert outcome.out.startswith("95 %  A/99/1, para. 1\n  The report is small.\n  报告很短。\n")


def test_a_tmx_file_is_kept(tiny, run) -> None:
    tiny.write("old.tmx", TMX)
    assert run("memory", "add", "old.tmx", "--memory", "other.memory").out == "old.tmx: en → zh: 1 new, 1 in all\n"
    found = json.loads(
        run("memory", "find", "The report is large.", "-l", "zh", "--memory", "other.memory", "--format", "json").out
    )
    assert [(each["score"], each["same"], each["id"], each["offered"]) for each in found] == [
        (100.0, True, "7", "报告很长。")
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("find", "Any text", "-l", "zh"), "there is no memory"),
        (("add", "none.tmx"), "cannot read the file"),
        (("add", "tiny", "--memory", "inputs"), "inputs' is a folder"),
        (("add", "odd.tmx"), "the file is no TMX"),
        (("add", "one.tmx"), "the file has no text in two languages that are known here"),
    ],
)
def test_what_cannot_be_done_is_said(tiny, run, arguments: tuple[str, ...], message: str) -> None:
    tiny.write("odd.tmx", "<xml/>")
    tiny.write("one.tmx", TMX.replace("zh-CN", "xx"))
    outcome = run("memory", *arguments)
    assert outcome.exit_code in (2, 3)
    assert message in outcome.err
    assert "Traceback" not in outcome.err


def test_what_is_alike_is_offered_and_waits_for_somebody(tiny, run, translate) -> None:
    translate()
    run("memory", "add", "tiny")
    translate(opening=None)
    assert run("translations", "export", "tiny", "-l", "zh", "-o", "job.xlf").exit_code == 0
    job = (tiny.root / "job.xlf").read_text("utf-8")
    assert 'state="needs-review-translation" state-qualifier="exact-match">报告很短。<' in job
    assert '<alt-trans match-quality="100%" origin="A/99/1, para. 1" alttranstype="proposal">' in job
    outcome = run("translations", "import", "job.xlf", "tiny")
    assert "RG508 warning zh para. 1 (opening)" in outcome.out
    assert "0 ready, 0 refused, 1 as they were" in outcome.out
    (tiny.root / "job.xlf").write_text(job.replace("needs-review-translation", "translated"), "utf-8")
    assert "1 written, 0 refused" in run("translations", "import", "job.xlf", "tiny").out
