"""What the filters of a placeholder ask for, and how a fact refuses."""

from __future__ import annotations

from functools import lru_cache

from reportgen.record import record, replace
from reportgen.tree.inlines import NameStyle
from reportgen.wording import Filter


class Refusal(Exception):
    """A fact cannot be printed as a placeholder asks."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


@record
class Request:
    """What the filters of a placeholder ask for."""

    form: str = ""
    style: str = ""
    name_style: NameStyle = "auto"
    words: str | None = None
    when: str = ""
    choice: Filter | None = None
    group: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def request_of(filters: tuple[Filter, ...]) -> Request:
    """What some filters ask for together; a `Refusal` for wrong arguments and for filters that exclude one another.

    Kept, since the same few filters stand in thousands of placeholders.
    """
    _check_together([each.name for each in filters])
    request = Request()
    for each in filters:
        match each.name:
            case "figures" | "words":
                _no_arguments(each)
                request = replace(request, style=each.name)
            case "full" | "short" | "third":
                _no_arguments(each)
                request = replace(request, name_style=each.name)
            case "form":
                if len(each.arguments) != 1 or each.options:
                    raise Refusal("form() takes one text", 'write form("…")')
                request = replace(request, form=each.arguments[0])
            case "as":
                options = dict(each.options)
                if len(each.arguments) != 1 or not set(options) <= {"when"}:
                    raise Refusal("as() takes one text, and the value it is for", 'write as("…", when="…")')
                if not each.arguments[0].strip():
                    raise Refusal("as() has no words", "write what says this value in the language")
                request = replace(request, words=each.arguments[0], when=options.get("when", ""))
            case "of":
                if not 1 <= len(each.arguments) <= 2 or each.options:
                    raise Refusal("of() takes the fact of a group, and a form", 'write of("trainees")')
                request = replace(request, group=each.arguments)
            case "plural" | "counted" | "agree":
                if each.name == "agree" and each.arguments:
                    raise Refusal("agree() takes words by class", 'write agree(m="…", f="…")')
                request = replace(request, choice=each)
            case _:
                raise Refusal(f"'{each.name}' belongs to cross-references", 'such as {{ para("id") | brief }}')
    return request


_ALONE = ("plural", "agree")
_EITHER = (("figures", "words"), ("full", "short", "third"), ("plural", "counted", "agree", "of"), ("form",), ("as",))
"""Groups of filters of which a placeholder takes only one; a second would be ignored silently."""


def _check_together(names: list[str]) -> None:
    for name in _ALONE:
        if name in names and len(names) > 1:
            message = f"{name}() chooses a word and prints no fact: no other filter stands beside it"
            raise Refusal(message, "print the fact with a placeholder of its own")
    for group in _EITHER:
        found = [name for name in names if name in group]
        if len(found) > 1:
            said = f"'{found[0]}' twice" if found[0] == found[1] else f"both '{found[0]}' and '{found[1]}'"
            raise Refusal(f"a placeholder cannot ask for {said}", "take one of them out")


def _no_arguments(each: Filter) -> None:
    if each.arguments or each.options:
        raise Refusal(f"'{each.name}' takes no words in brackets", f"write | {each.name}")
