"""Mistakes with a whole file: another report's, another language's, an old one, texts in the wrong rows."""

from __future__ import annotations

import random
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from tests.measure.translators.pages import NAMESPACE, Page

_IN = f"{{{NAMESPACE}}}"
Change = Callable[[random.Random, etree._Element, Page], bool]
"""Changes a file in place; false where it does not apply."""


def of_another_report(chance: random.Random, root: etree._Element, page: Page) -> bool:
    for each in root.iter(f"{_IN}file"):
        each.set("original", chance.choice(["E/CN.15/2018/9", "A/80/590", "E/CN.15/2019/9/Add.1", "E/CN.7/2019/9"]))
    return True


def of_another_language(chance: random.Random, root: etree._Element, page: Page) -> bool:
    """The target language says another one than the texts are in."""
    others = [tag for tag in ("ar", "es", "fr", "ru", "zh") if tag != page.tag]
    for each in root.iter(f"{_IN}file"):
        each.set("target-language", chance.choice(others))
    return True


def of_no_language_we_know(_: random.Random, root: etree._Element, page: Page) -> bool:
    for each in root.iter(f"{_IN}file"):
        each.set("target-language", f"{page.tag}-XX")
    return True


def of_an_older_source(chance: random.Random, root: etree._Element, page: Page) -> bool:
    """The original was reworded after the file was made, and the translator has another text."""
    unit = _unit(root, page.id)
    for each in unit.iter(f"{_IN}context"):
        if each.get("context-type") == "x-source-digest":
            each.text = f"{chance.getrandbits(256):064x}"
    return _reworded(unit)


def of_a_unit_that_is_gone(_: random.Random, root: etree._Element, page: Page) -> bool:
    _unit(root, page.id).set("id", f"{page.id}-before")
    return True


def in_the_wrong_rows(chance: random.Random, root: etree._Element, page: Page) -> bool:
    """A text pasted into the row beside its own."""
    units = [each for each in root.iter(f"{_IN}trans-unit") if _text(each)]
    at = next((index for index, each in enumerate(units) if each.get("id") == page.id), None)
    if len(units) < 2:
        return False
    other = None if at is None else units[at - 1 if at else at + 1]
    if at is None or other is None or min(len(_text(units[at])), len(_text(other))) < 40:
        return False
    mine, theirs = units[at].find(f"{_IN}target"), other.find(f"{_IN}target")
    for child in list(mine):
        mine.remove(child)
    mine.text = _text(other) if chance.random() < 0.5 else None
    if mine.text is None:
        mine.text = theirs.text
        mine.extend(deepcopy(each) for each in theirs)
    return True


FILE_MISTAKES: dict[str, tuple[frozenset[str], Change]] = {
    "another report's file": (frozenset({"refused"}), of_another_report),
    "another language's file": (frozenset({"refused", "RG061", "RG504", "RG506"}), of_another_language),
    "an unknown language": (frozenset({"refused"}), of_no_language_we_know),
    "an old source": (frozenset({"RG502"}), of_an_older_source),
    "a piece that is gone": (frozenset({"RG501"}), of_a_unit_that_is_gone),
    "the wrong row": (
        frozenset({"RG031", "RG032", "RG302", "RG303", "RG305", "RG503", "RG504", "RG507"}), in_the_wrong_rows
    ),
}  # fmt: skip
"""Each kind with the codes that are right for it; a file that is refused as a whole has none."""


def _unit(root: etree._Element, name: str) -> etree._Element:
    return next(each for each in root.iter(f"{_IN}trans-unit") if each.get("id") == name)


def _text(unit: etree._Element) -> str:
    target = unit.find(f"{_IN}target")
    if target is None:
        return ""
    return "".join(
        part for each in target.iter() for part in ((each.get("equiv-text") or "") if each is not target and
        etree.QName(each).localname == "ph" else (each.text or ""), (each.tail or "") if each is not target else "")
    )  # fmt: skip


def _reworded(unit: etree._Element) -> bool:
    """A word more in the target, since nothing is asked of a text that comes back as it went."""
    target = unit.find(f"{_IN}target")
    if target is None:
        return False
    *_, last = target.iter()
    if last is target:
        target.text = f"{(target.text or '').rstrip('.')} etc."
    else:
        last.tail = f"{(last.tail or '').rstrip('.')} etc."
    return True
