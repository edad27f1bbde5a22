"""Numbers as people cite them, in no language: para. 76 (b), heading IV.A, para. 3 of annex I, table 2, note 3."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.language.labels import latin, roman
from reportgen.tree.path import ANNEXES, Path, Step, scope_of, scope_text

_COUNTERS = {
    "heading": (roman, lambda number: latin(number).upper(), str, latin, lambda number: roman(number).lower(), latin),
    "annex": (roman,),
    "appendix": (roman,),
    "letter-note": (latin,),
    "paragraph": (str, latin, lambda number: roman(number).lower(), latin, lambda number: roman(number).lower()),
}


def cited(kind: str, path: Path) -> str:
    """The number of a block with its kind and, in an annex, its place; the kind alone where it has no number."""
    return f"{_word(kind)} {number_text(kind, path)}{_place(kind, path)}" if path else kind


def cited_run(kind: str, first: Path, last: Path) -> str:
    """The numbers of blocks that follow one another: para. 3–5 of annex I."""
    return f"{_word(kind)} {number_text(kind, first)}–{number_text(kind, last)}{_place(kind, last)}"


def number_text(kind: str, path: Path) -> str:
    """41, 76 (b), IV.A, 41 bis, of an annex II, of a note with a letter b."""
    own = path[-1:] if kind in (*ANNEXES, "letter-note") else path[len(scope_of(path)) :]
    family = "paragraph" if kind == "subparagraph" else kind
    if family not in _COUNTERS:
        return ".".join(str(step) for step in own)
    steps = [_step(Step.of(step), family, level) for level, step in enumerate(own)]
    if family == "heading":
        return ".".join(steps)
    return " ".join([steps[0], "".join(f"({step})" for step in steps[1:])]).rstrip()


def with_article(kind: str) -> str:
    """A kind of block as one of its kind, in English: a paragraph, an annex."""
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def listed(names: Sequence[str], most: int = 5) -> str:
    """The first names and how many more there are."""
    rest = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + rest


def _word(kind: str) -> str:
    return {"paragraph": "para.", "subparagraph": "para.", "letter-note": "note"}.get(kind, kind)


def _place(kind: str, path: Path) -> str:
    """The place where a number counts: " of annex I", " to table 2"; empty in the report itself."""
    if kind == "letter-note":
        return f" to {path[0]} {'.'.join(str(step) for step in path[1:-1])}"
    if kind in ANNEXES:
        return f" to {scope_text(path[:-2])}" if path[:-2] else ""
    scope = scope_of(path)
    return f" of {scope_text(scope)}" if scope else ""


def _step(step: Step, family: str, level: int) -> str:
    counters = _COUNTERS[family]
    # Numbers of foreign files may be deeper than ours, or 0; they are shown in figures.
    counted = counters[level](step.figure) if level < len(counters) and step.figure > 0 else str(step.figure)
    return f"{counted} {step.suffix}".rstrip()
