"""Aligned texts: `aligned(count)` gives so many different ones, `reworded(chance, text)` a text as it comes back."""

from __future__ import annotations

import gettext
import random
import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import polib

from reportgen.translation.memory import MemorySegment

ROOT = Path(__file__).parents[3]
_CATALOGUE = ROOT / "locales/fr/e-cn.15-2019-9.po"
_PUBLIC = (Path("/usr/share/locale/fr/LC_MESSAGES"), Path(sys.prefix) / "share/locale/fr/LC_MESSAGES")
_PLACEHOLDER = re.compile(r"\{\{[^}]*\}\}|\[\^[^\]]*\]")
_WORD = re.compile(r"[^\W\d_]{4,}")
_SENTENCE = re.compile(r"(?<=[.;:]) ")
_COUNTRIES = ("Kenya", "Nepal", "Peru", "Ghana", "Thailand", "Albania", "Jordan", "Senegal", "Uruguay", "Mozambique")


@lru_cache(maxsize=1)
def sources() -> tuple[tuple[str, str], ...]:
    """The aligned texts that are there: sentences of our report, and messages of programs with public translations."""
    found = list(_ours())
    for folder in _PUBLIC:
        for path in sorted(folder.glob("*.mo")):
            found += _messages(path)
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[str, ...]:
    words = {word for source, _ in sources() for word in _WORD.findall(source)}
    return tuple(sorted(words))


def aligned(count: int, seed: int = 7) -> Iterator[MemorySegment]:
    """So many segments: the texts that are there, and then texts put together and reworded from them."""
    chance, texts = random.Random(seed), sources()
    for number in range(count):
        source, target = texts[number % len(texts)]
        if number >= len(texts):
            source, target = _mixed(chance, source, target, texts)
        yield MemorySegment(source, target, "A/1/1", f"para. {number}", str(number))


def reworded(chance: random.Random, text: str) -> str:
    """A text with other figures and countries, and with some of its words changed, taken out or put in."""
    words = _with_other_values(chance, text).split(" ")
    for _ in range(chance.randint(0, 1 + len(words) // 6)):
        at = chance.randrange(len(words))
        other = chance.choice(_vocabulary())
        words[at : at + chance.randint(0, 1)] = [[other], [], [words[at], other]][chance.randrange(3)]
        words = words or [other]
    return " ".join(words)


def _mixed(chance: random.Random, source: str, target: str, texts: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    """Half of a text and half of another one, with words of the vocabulary here and there."""
    other, another = chance.choice(texts)
    mine, theirs = source.split(" "), other.split(" ")
    cut = chance.randint(max(1, len(mine) // 3), len(mine))
    words = [*mine[:cut], *theirs[len(theirs) - chance.randint(len(theirs) // 3, len(theirs)) :]]
    for _ in range(1 + len(words) // 8):
        words[chance.randrange(len(words))] = chance.choice(_vocabulary())
    return _with_other_values(chance, " ".join(words)), f"{target} {another}"


def _with_other_values(chance: random.Random, text: str) -> str:
    text = re.sub(r"\b\d{2,3}\b", lambda _: str(chance.randint(11, 989)), text)
    return re.sub("|".join(_COUNTRIES), lambda _: chance.choice(_COUNTRIES), text)


def _ours() -> Iterator[tuple[str, str]]:
    chance = random.Random(1)
    for entry in polib.pofile(str(_CATALOGUE)):
        texts = [_SENTENCE.split(_printed(each)) for each in (entry.msgid, entry.msgstr)]
        yield _printed(entry.msgid), _printed(entry.msgstr)
        if len(texts[0]) == len(texts[1]) > 1:
            yield from zip(*texts, strict=True)
    chance.random()


def _printed(wording: str) -> str:
    """A wording with something in the place of each placeholder, which need not be what stands there in a report."""

    def value(match: re.Match[str]) -> str:
        text = match.group()
        if "[^" in text:
            return ""
        return _COUNTRIES[len(text) % len(_COUNTRIES)] if "country" in text or "form" in text else str(11 + len(text))

    return " ".join(_PLACEHOLDER.sub(value, wording).split())


def _messages(path: Path) -> Iterator[tuple[str, str]]:
    """The messages of a catalogue that are sentences."""
    try:
        with path.open("rb") as stream:
            catalogue = gettext.GNUTranslations(stream)._catalog  # type: ignore[attr-defined]
    except (OSError, ValueError, UnicodeDecodeError):
        return
    for source, target in catalogue.items():
        if isinstance(source, str) and 30 < len(source) < 400 and source.count(" ") > 4 and "\n\n" not in source:
            yield " ".join(source.split()), " ".join(target.split())
