"""Phrases that say a number together with its noun, one for each plural category, `#` the number."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.language import Language
from reportgen.printing.request import Refusal

_SHOWN = 3


def check_phrases(language: Language, owner: str, phrases: Mapping[str, str], least: int = 0) -> None:
    """Refuse phrases that lose the number: it may be left to the noun only in a category that holds for one number.

    So says CLDR's rule of the language: English `one` and the Arabic dual hold for one number, French `one` also for 0,
    Russian `one` also for 21. `owner` is what has the phrases, as the message names it, `least` the least number.
    """
    for category, text in phrases.items():
        if not text.strip():
            raise Refusal(f'{owner} has no words in {category}="{text}"', f'write {category}="# …", with the noun')
        numbers = language.numbers_of(category, least)
        if "#" not in text and len(numbers) != 1:
            shown = ", ".join(map(str, numbers[:_SHOWN])) + (" …" if len(numbers) > _SHOWN else "")
            message = f'{owner} loses the number in {category}="{text}", which is for {shown or "fractions"}'
            raise Refusal(message, f'put # where the number stands: {category}="# …"')
