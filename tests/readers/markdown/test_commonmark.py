"""The reader against what markdown-it itself renders: the same text, and the same numbers in front of it."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tarfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from reportgen.readers.markdown import parse_markdown

VERSION = "4.3.0"
SHA256 = "91a58fa5b72c71a40cf7177250fd767480d7a2bb3ac426ccfb76fb90305fdaaa"
EXAMPLES = 600
UNSEEN = ("pre", "script", "style", "textarea", "title")


class Rendered(HTMLParser):
    """What is seen of a page: text, pictures by what they show, each item behind its number; no code blocks."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.lists: list[int | None] = []
        self.number: str = ""
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag in UNSEEN:
            self.unseen += 1
        elif tag == "ol":
            self.lists.append(int(said.get("start") or 1) - 1)
        elif tag == "ul":
            self.lists.append(None)
        elif tag == "li" and self.lists:
            last = self.lists[-1]
            self.lists[-1] = None if last is None else last + 1
            self.number = "" if last is None else str(last + 1)
        elif tag == "img" and not self.unseen:
            self.handle_data(said.get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self.unseen -= 1
        elif tag in ("ol", "ul") and self.lists:
            self.lists.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and not self.unseen:
            self.parts.append(self.number + data)
            self.number = ""


def bare(text: str) -> str:
    """The text without blanks and what stands round numbers."""
    return re.sub(r"[\s.()]", "", text)


def rendered(text: str) -> str:
    page = Rendered()
    page.feed(MarkdownIt("commonmark").enable("table").render(text))
    page.close()
    return bare("".join(page.parts))


def read(text: str) -> str:
    return bare("".join(line.label + line.text for line in parse_markdown(text).lines()))


# One or more of each class in which a reader of our own went wrong.
PROBES = [
    "1. a\n\n<!-- -->\n\n1. b\n",
    "1. a\n<!-- -->\n1. b\n",
    "1. a\n2. b\n\n<div>\nc\n</div>\n\n1. d\n",
    "Text\n\n    1. code\n    2. more\n\n1. item\n",
    "`` a ` b ``\n",
    "[x](url_(c)) y\n",
    "[x](<a b>) y\n",
    "[one][two] [three][] [two]\n\n[two]: /url 'title'\n[three]: <u v>\n",
    "[a [b] c](d) ![e [f](g) h](i)\n",
    "a * b ** c _ d\n",
    "*a *b* c\n",
    "# a\\\n\nb\\\n",
    "a\\\nb  \nc\nd\n",
    "1. a\n\n   b\n\n       code\n\n2. c\n",
    "1.\n2. b\n3. # c\n",
    "- 1. a\n  2. b\n- c\n",
    "2) a\n3. b\n",
    "> 1. a\n>\n> b\n\n1. c\n",
    "1. a\n\n\n\n7. b\n",
    "10. a\n    - b\n\n      c\n11. d\n",
    "a\n===\nb\n---\n1. c\n***\n1. d\n",
    "<p>1. a</p>\n\n1. b\n<details><summary>c &amp; d</summary>\n\n2. e\n</details>\n",
    "a <b>c</b> <!-- d --> <http://e.f> &copy; &#35; &#0; \\& \\a\n",
    "| a | b |\n|---|:-:|\n| `c \\| d` | 1 |\n| e | f | g |\n",
    "```\n1. a\n```\n~~~\n2. b\n",
    "**a*b** __c__d _e_f ***g***\n",
]


@pytest.mark.parametrize("text", PROBES)
def test_what_is_shown_is_read(text: str) -> None:
    assert read(text) == rendered(text)


OTHERWISE = {
    "<table><tr><td>\n<pre>\n**Hello**,\n\n_world_.\n</pre>\n</td></tr></table>\n": "its code runs on into a paragraph",
    "<?php\n\n  echo '>';\n\n?>\nokay\n": "a page ends what begins with <? at the first >, CommonMark at ?>",
    "foo <!--> foo -->\n\nfoo <!---> foo -->\n": "html.parser knows no comment <!-->",
}


def examples(folder: Path) -> list[dict[str, str]]:
    """The examples of the specification, from the source package of markdown-it-py."""
    kept = folder / "commonmark.json"
    if not kept.exists():
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"]
        subprocess.run([*command, f"markdown-it-py=={VERSION}"], cwd=folder, capture_output=True, timeout=300)
        name = f"markdown_it_py-{VERSION}"
        archive = folder / f"{name}.tar.gz"
        if not archive.exists():
            pytest.skip(f"needs the source package markdown-it-py {VERSION} of PyPI")
        assert hashlib.sha256(archive.read_bytes()).hexdigest() == SHA256
        with tarfile.open(archive) as files:
            member = files.extractfile(f"{name}/tests/test_cmark_spec/commonmark.json")
            assert member is not None
            kept.write_bytes(member.read())
    found: list[dict[str, str]] = json.loads(kept.read_text("utf-8"))
    return found


def test_every_example_of_the_specification(pytestconfig: pytest.Config) -> None:
    assert pytestconfig.cache
    found = examples(pytestconfig.cache.mkdir(f"commonmark-{VERSION}"))
    assert len(found) > EXAMPLES
    compared = [each["markdown"] for each in found if each["markdown"] not in OTHERWISE]
    assert len(compared) == len(found) - len(OTHERWISE)
    assert [text for text in compared if read(text) != rendered(text)] == []
