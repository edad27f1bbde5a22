"""Any failure inside a template as an error with file, line and hint, for authors who are not programmers."""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import Any

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError

from reportgen.errors import Position, WordingError, suggestion
from reportgen.templates.sandbox import TooMuch

_PAGE = "docs/wording.md, 'Kinds of paragraph', says what a template can do"


def explained(error: Exception, at: Position, values: Mapping[str, Any]) -> WordingError:
    """The error for what a template raised; `at` is the template asked for, `values` what it may print."""
    place = _place(error.__traceback__) or at
    match error:
        case TemplateSyntaxError():
            place = Position(error.filename or at.file, error.lineno, 1)
            return WordingError(error.message or "this is no template", place, _PAGE)
        case TemplateNotFound():
            name = str(error.name or "")
            there = f"there is no template '{name}'" if place is not at else "there is no such template"
            return WordingError(there, place, f"write it, in the folder {at.file.partition('/paragraphs')[0]}")
        case UndefinedError():
            return WordingError(error.message or "something is undefined", place, _known(str(error.message), values))
        case TooMuch():
            return WordingError(str(error), place, "a template gives the words of one paragraph or line")
        case RecursionError():
            message = "templates, macros or brackets stand in one another without end"
            return WordingError(message, place, "a template gives the words of one paragraph or line")
        case TemplateError():
            return WordingError(str(error.message or error), place, _PAGE)
        case MemoryError():
            return WordingError("the template takes more memory than there is", place, _PAGE)
        case _:
            return WordingError(f"the template cannot be worked out: {error}", place, _PAGE)


def _place(trace: TracebackType | None) -> Position | None:
    """The innermost line of a template that an error went through; none where it went through none."""
    found = None
    while trace is not None:
        # Jinja2 compiles templates to Python and leaves this name in the globals of their frames.
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            found = Position(str(template.filename), template.get_corresponding_lineno(trace.tb_lineno), 1)
        trace = trace.tb_next
    return found


def _known(message: str, values: Mapping[str, Any]) -> str:
    """The name that was meant, or those that there are."""
    name = message.split("'")[1] if "'" in message else ""
    return suggestion(name, values) or f"what there is: {', '.join(sorted(values))}"
