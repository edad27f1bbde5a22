"""What styles are based on: every style of a file must come to an end."""

from __future__ import annotations

from reportgen.word.package import Package

_DEEPEST = 200


def check_bases(bases: dict[str, str | None], package: Package) -> None:
    """Raise an `InputError` where styles are based on one another in a circle or too deep; `bases` is by id.

    The depth of each style is counted once, so that the cost stays linear.
    """
    depths: dict[str, int] = {}
    for name in bases:
        path: list[str] = []
        at: str | None = name
        while at in bases and at not in depths and len(path) <= _DEEPEST:
            if at in path:
                names = " → ".join([*path[path.index(at) :][:4], at])
                message = f"styles are based on one another: {names}"
                raise package.error(message, "let one of them be based on another style")
            path.append(at)
            at = bases[at]
        below = depths.get(at or "", 0)
        if below + len(path) > _DEEPEST:
            raise package.error(f"styles are based on one another more than {_DEEPEST} deep")
        depths.update((each, below + number) for number, each in enumerate(reversed(path), 1))
