"""Names of the folders of reports: `require_slug(name)`."""

from __future__ import annotations

import re

from reportgen.errors import UsageError

_SLUG = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")


def require_slug(slug: str, made_of: str = "", hint: str = "") -> None:
    """Raise a `UsageError` where a name cannot be that of the folder of a report; `made_of` is what it was made of."""
    if not _SLUG.fullmatch(slug):
        raise UsageError(
            f"'{made_of or slug}' is no slug", hint=f"{hint}lower-case words and figures joined by '-' or '.'"
        )
