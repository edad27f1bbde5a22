"""Where a number counts: in the report as a whole, or in one of its annexes or appendices."""

from __future__ import annotations

from reportgen.language.labels import roman

Path = tuple[int | str, ...]

ANNEXES = ("annex", "appendix")


def scope_of(path: Path) -> Path:
    """The beginning of a path that says in which annex or appendix something stands; empty in the report itself."""
    length = next((at for at in range(0, len(path), 2) if path[at] not in ANNEXES), len(path))
    return path[:length]


def scope_text(scope: Path) -> str:
    """An annex or an appendix as people cite it, in no language: annex II, appendix I to annex II."""
    parts = [f"{scope[at]} {_counted(scope[at + 1])}" for at in range(0, len(scope), 2)]
    return " to ".join(reversed(parts))


def _counted(step: int | str) -> str:
    figure, _, suffix = str(step).partition(" ")
    return f"{roman(int(figure))} {suffix}".rstrip()
