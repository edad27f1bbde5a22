"""What CLDR knows of a language, by way of Babel: currencies, and the words for millions."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


@lru_cache(maxsize=16)
def locale_of(tag: str) -> Locale | None:
    """CLDR's data of a language such as en-GB; None for a language that CLDR does not know."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


@lru_cache(maxsize=1)
def currency_codes() -> tuple[str, ...]:
    """The codes of all currencies that CLDR knows, in whatever language."""
    from babel.core import get_global

    return tuple(sorted(get_global("all_currencies")))


def currency_name(tag: str, code: str, category: str) -> str:
    """The name of a currency behind a number of a plural category; empty where CLDR has none."""
    locale = locale_of(tag)
    if locale is None:
        return ""
    names = locale._data["currency_names_plural"].get(code, {})
    return str(names.get(category) or names.get("other") or locale.currencies.get(code, ""))


@lru_cache(maxsize=16)
def large_patterns(tag: str) -> dict[int, dict[str, str]]:
    """The patterns of large numbers by what they count in and by plural category: {1000000: {"one": "{n} million"}}."""
    locale = locale_of(tag)
    found: dict[int, dict[str, str]] = {}
    for category, patterns in locale.compact_decimal_formats["long"].items() if locale else ():
        for magnitude, pattern in patterns.items():
            text = str(pattern.pattern)
            noughts = text.count("0")
            # 000万 for a million says that it counts in 万, of which a million has a hundred.
            if noughts and int(magnitude) >= 1_000_000 and not category.isdecimal():
                counts_in = int(magnitude) // 10 ** (noughts - 1)
                found.setdefault(counts_in, {}).setdefault(category, text.replace("0" * noughts, "{n}"))
    return found
