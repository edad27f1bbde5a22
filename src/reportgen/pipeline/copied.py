"""A report under another slug: `copied_report(workspace, old, slug, endings)`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportgen.errors import UsageError
from reportgen.workspace import Workspace


def copied_report(workspace: Workspace, old: str, slug: str, endings: tuple[str, ...]) -> dict[Path, bytes]:
    """The files of a report and those of its languages with these endings, by their paths under another slug.

    Raises a `UsageError` where files would be lost without anybody being told.
    """
    origin = workspace.find("inputs", old)
    if origin is None:
        raise UsageError(f"there is no report '{old}'", hint="reportgen status lists the reports of this workspace")
    for each in origin.rglob("*"):
        if each.is_symlink() and each.is_dir():
            message = f"{workspace.shown(each)} is a link to a folder, which is not copied"
            raise UsageError(message, hint="put the folder itself there")
    target = workspace.root / "inputs" / slug
    files = {target / path.relative_to(origin): workspace.read(path) for path in workspace.files_under(origin)}
    return files | dict(_of_languages(workspace, old, slug, endings))


def _of_languages(workspace: Workspace, old: str, slug: str, endings: tuple[str, ...]) -> Iterator[tuple[Path, bytes]]:
    for tag in workspace.languages():
        for ending in endings:
            found = workspace.find("locales", tag, f"{old}.{ending}")
            if found:
                yield workspace.root / "locales" / tag / f"{slug}.{ending}", workspace.read(found)
