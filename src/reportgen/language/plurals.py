"""Plural categories by CLDR's rules, which stand in the conventions of each language; Babel evaluates them."""

from __future__ import annotations

from decimal import Decimal, localcontext
from functools import lru_cache
from typing import TYPE_CHECKING

from reportgen.store import kept, store_key
from reportgen.store.packs import open_pack

if TYPE_CHECKING:
    from babel.plural import PluralRule

_ORDER = ("zero", "one", "two", "few", "many", "other")

PluralRules = tuple[tuple[str, str], ...]
"""Category and condition, such as ("one", "i = 1 and v = 0")."""

_FIRST = 5
_MOST = 10_000
"""Numbers of a language whose categories are kept."""

_MILLIONS = (1_000_000, 1_000_001, 2_000_000, 3_000_000, 10_000_000)


def categories(rules: PluralRules) -> tuple[str, ...]:
    """The categories a language distinguishes, in CLDR's order."""
    # CLDR states no rule for "other": it is what all the rest falls under.
    found = {*(category for category, _ in rules), "other"}
    return tuple(category for category in _ORDER if category in found)


def category(rules: PluralRules, number: int | Decimal) -> str:
    """The category of a number; the precision is raised, since Babel would round behind the 28th digit."""
    # 1 and 1.0 are equal, and of two categories: whole numbers alone are remembered.
    return _category_of_whole(rules, number) if isinstance(number, int) else _category(rules, number)


@lru_cache(maxsize=4096)
def _category_of_whole(rules: PluralRules, number: int) -> str:
    known = open_pack("categories", store_key("categories", rules), _MOST)
    found: str | None = known.find(str(number))
    if found is None:
        found = _category(rules, number)
        known.put(str(number), found)
    return found


def _category(rules: PluralRules, number: int | Decimal) -> str:
    digits = number.as_tuple().digits if isinstance(number, Decimal) else ()
    with localcontext(prec=max(28, len(digits) + 1)):
        return str(_rule(rules)(number))


@lru_cache(maxsize=16)
def numbers_by_category(rules: PluralRules) -> dict[str, tuple[int, ...]]:
    """The first whole numbers of each category, five at most."""
    found: dict[str, tuple[int, ...]] = kept("plurals", rules, lambda: _numbers_by_category(rules))
    return found


def _numbers_by_category(rules: PluralRules) -> dict[str, tuple[int, ...]]:
    """The same, worked out: to 1000 and some millions, since CLDR's rules repeat by hundreds and by millions."""
    found: dict[str, list[int]] = {name: [] for name in categories(rules)}
    for number in (*range(1001), *_MILLIONS):
        found[_category(rules, number)].append(number)
    return {name: tuple(numbers[:_FIRST]) for name, numbers in found.items()}


def fault(rules: PluralRules) -> str:
    """What is wrong with the rules; empty where nothing is."""
    # Imported late, as Babel takes long to import and many commands need no plural.
    from babel.plural import RuleError

    try:
        _rule(rules)
    except (RuleError, ValueError) as error:
        return str(error)
    return ""


@lru_cache(maxsize=16)
def _rule(rules: PluralRules) -> PluralRule:
    from babel.plural import PluralRule

    return PluralRule(rules)
