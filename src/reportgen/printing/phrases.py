"""Phrases that print a number together with its noun, one for each plural category; `#` is the number."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.language import Language
from reportgen.printing.request import Refusal

_SHOWN = 3


def check_phrases(language: Language, owner: str, phrases: Mapping[str, str], least: int = 0) -> None:
    """Raise a `Refusal` for phrases that lose the number: only a category of a single number may leave out the `#`.

    CLDR's rules tell which: English `one` and the Arabic dual hold for one number, but French `one` also for 0 and
    Russian `one` also for 21. `owner` names the phrases in messages; `least` is the least number they can have.
    """
    for category, text in phrases.items():
        if not text.strip():
            raise Refusal(f'{owner} has no words in {category}="{text}"', f'write {category}="# …", with the noun')
        numbers = language.numbers_of(category, least)
        if "#" not in text and len(numbers) != 1:
            shown = ", ".join(map(str, numbers[:_SHOWN])) + (" …" if len(numbers) > _SHOWN else "")
            message = f'{owner} loses the number in {category}="{text}", which is for {shown or "fractions"}'
            raise Refusal(message, f'put # where the number stands: {category}="# …"')
