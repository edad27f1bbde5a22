"""What a file says it is, from the four texts that say so."""

from __future__ import annotations

import re

from reportgen.facts.symbols import SYMBOL
from reportgen.tree.printed import Identity

_SYMBOL = re.compile(SYMBOL)
_EDITION = re.compile(r"\d{1,6}", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_DIGEST = re.compile(r"[0-9a-f]{32}")


def identity_from(symbol: str, edition: str, language: str, digest: str) -> Identity | None:
    """The identity; None where one of the texts is not what it should be, as in the files of others."""
    known = _SYMBOL.fullmatch(symbol) and _LANGUAGE.fullmatch(language) and _DIGEST.fullmatch(digest)
    if not known or _EDITION.fullmatch(edition) is None:
        return None
    return Identity(symbol, int(edition), language, digest)
