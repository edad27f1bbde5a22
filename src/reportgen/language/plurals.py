"""Plural categories of CLDR, by Babel's rules."""

from __future__ import annotations

from functools import lru_cache

_ORDER = ("zero", "one", "two", "few", "many", "other")


@lru_cache(maxsize=16)
def categories(locale: str) -> tuple[str, ...]:
    """The categories a language distinguishes, in CLDR's order."""
    tags = {*_rule(locale).tags, "other"}
    return tuple(category for category in _ORDER if category in tags)


def category(locale: str, number: int) -> str:
    """The category of a whole number."""
    return str(_rule(locale)(number))


@lru_cache(maxsize=16)
def _rule(locale: str):  # type: ignore[no-untyped-def]
    from babel.core import Locale

    return Locale.parse(locale.replace("-", "_")).plural_form
