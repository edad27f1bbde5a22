"""The items of a list end alike, in English without semicolons; so do subparagraphs, but for the last one.

Source: Editorial Manual, paragraphs: short items no punctuation, full sentences a full stop, never semicolons.

Passes (en): The report is short.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from reportgen.checks.content import CheckedContent
from reportgen.checks.edition import Code, Edition
from reportgen.finding import Finding
from reportgen.tree import nodes as tree

CODES = {
    "RG231": Code(
        "items of a list that end in different ways",
        "Short items have no sign at their end, items that are sentences a full stop; all of a list are alike, "
        "and none has a semicolon.",
        severity="warning",
        source="Editorial Manual, paragraphs",
    ),
}

_JOINED = re.compile(r"([;,；،؛])\s+[^\W\d_]{1,3}\s*\Z")
"""The end of an item before the last one: "; and"."""


def check(edition: Edition) -> Iterator[Finding]:
    """Look at the last character of the items of each list."""
    for document in edition.documents.values():
        lists: defaultdict[str, list[CheckedContent]] = defaultdict(list)
        for content in edition.text_of(document).contents:
            if isinstance(content.block, tree.ListItem):
                lists[content.id.partition("/")[0]].append(content)
        stops = edition.languages[document.language].style.item_stops
        for items in lists.values():
            yield from _in_list(items, stops, document.language)
        for items in _subparagraphs(edition.text_of(document).contents):
            yield from _in_list(items, "", document.language)


def _subparagraphs(contents: Iterable[CheckedContent]) -> Iterator[list[CheckedContent]]:
    """The subparagraphs of each paragraph, those of each level by themselves, which may end with semicolons."""
    found: defaultdict[int, list[CheckedContent]] = defaultdict(list)
    for content in contents:
        if not isinstance(content.block, tree.Subparagraph):
            yield from found.values()
            found.clear()
            continue
        level = content.block.level
        for deeper in [each for each in found if each > level]:
            yield found.pop(deeper)
        found[level].append(content)
    yield from found.values()


def _in_list(items: list[CheckedContent], stops: str, tag: str) -> Iterator[Finding]:
    ends = [_end(each) for each in items]
    # Of two ends that are as frequent the first is the usual one.
    usual = max(dict.fromkeys(ends), key=ends.count)
    for content, end in zip(items, ends, strict=True):
        if end and end in stops:
            message = f"an item ends with '{end}'"
        elif end != usual and ":" not in (end, usual) and (not usual or content is not items[-1]):
            message = f"an item ends with '{end}', the others with '{usual}'"
        else:
            continue
        last = len(content.text)
        yield content.finding("RG231", CODES["RG231"].severity, message, tag, max(last - 1, 0), last)


def _end(content: CheckedContent) -> str:
    joined = _JOINED.search(content.text)
    last = joined[1] if joined else content.text.rstrip()[-1:]
    return "" if last.isalnum() or last in ")）”»’" else last
