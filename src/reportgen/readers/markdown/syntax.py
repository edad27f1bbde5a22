"""CommonMark with tables as markdown-it parses it, with rules of our own for footnotes and lettered notes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

DEEPEST = 60
"""How deep quotations (one level) and lists (two) may stand in one another; no recursion goes deeper than this."""

_NOTE = re.compile(r"\[\^([^\[\]\s]{1,100})\]:[ \t]*")
_MARK = re.compile(r"\[\^([^\[\]\s]{1,100})\]")
_LETTER = re.compile(r"<sup>(?:\*[^*<>]{1,20}\*|_[^_<>]{1,20}_)</sup>")
# People indent the second paragraph of a note by two to four blanks.
_INDENTED = 2


class _Markdown(MarkdownIt):
    """Keeps every address as written: a comparison needs the text of a link, and opens none."""

    def normalizeLink(self, url: str) -> str:
        """The address as it stands."""
        return url

    def validateLink(self, url: str) -> bool:  # noqa: ARG002
        """Every address is one."""
        return True


@lru_cache(maxsize=1)
def syntax() -> MarkdownIt:
    """The parser with our own rules; what it finds out about a text is kept in the `env` of each parse."""
    markdown = _Markdown("commonmark", {"maxNesting": DEEPEST}).enable("table")
    markdown.block.ruler.before("table", "depth", _check_depth)
    # Before "reference", which would take [^1]: for the definition of a link.
    markdown.block.ruler.before("reference", "note", _note, {"alt": ["paragraph", "reference", "blockquote"]})
    markdown.inline.ruler.before("link", "note", _mark)
    markdown.inline.ruler.before("html_inline", "letter", _letter)
    return markdown


def _check_depth(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Note that the parser is about to drop text that is nested too deep, so that it can be reported."""
    if not silent and state.level >= DEEPEST - 2:
        state.env["too_deep"] = True
    return False


def _note(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A footnote: its first line, those that run on, and those behind blank lines that are indented."""
    if state.is_code_block(line):
        return False
    start, stop = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    match = _NOTE.match(state.src, start, stop)
    if match is None:
        return False
    if silent:
        return True
    lines = [state.src[match.end() : stop]]
    following = line + 1
    while following < end and _goes_on(state, following, end):
        lines.append(state.src[state.bMarks[following] : state.eMarks[following]].strip(" \t"))
        following += 1
    token = state.push("note", "", 0)
    token.info, token.content = match[1], "\n".join(filter(None, lines))
    token.map = [line, following]
    state.env.setdefault("notes", set()).add(match[1])
    state.line = following
    return True


def _goes_on(state: StateBlock, line: int, end: int) -> bool:
    if state.isEmpty(line):
        following = state.skipEmptyLines(line)
        return following < end and state.sCount[following] - state.blkIndent >= _INDENTED
    if state.sCount[line] - state.blkIndent >= _INDENTED:
        return True
    if state.isEmpty(line - 1):
        return False
    # A line right below goes on with the note (lazy continuation), unless it begins another block.
    return not any(rule(state, line, end, True) for rule in state.md.block.ruler.getRules("paragraph"))


def _mark(state: StateInline, silent: bool) -> bool:
    """The mark of a footnote that the text has; any other is text."""
    match = _MARK.match(state.src, state.pos) if state.src[state.pos] == "[" else None
    if match is None or match[1] not in state.env.get("notes", ()):
        return False
    return _push(state, silent, "note", match)


def _letter(state: StateInline, silent: bool) -> bool:
    """The mark of a note with a letter, as we print it below tables: a raised letter in italics."""
    match = _LETTER.match(state.src, state.pos) if state.src[state.pos] == "<" else None
    return match is not None and _push(state, silent, "letter", match)


def _push(state: StateInline, silent: bool, kind: str, match: re.Match[str]) -> bool:
    if not silent:
        token: Any = state.push(kind, "", 0)
        token.content = match.group()
        token.info = match[1] if match.re.groups else ""
    state.pos = match.end()
    return True
