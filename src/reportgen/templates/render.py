"""Wording that all reports share: the templates of a language, rendered to wording with placeholders.

A template sees facts as references and prints them as placeholders, so that a fact keeps its identity through Jinja2
and is printed, checked and recovered like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.errors import InputError, Position, ReportgenError, WordingError
from reportgen.located import normalized
from reportgen.record import record, replace
from reportgen.store import store_key
from reportgen.store.packs import Pack
from reportgen.wording import FILTERS, Filter
from reportgen.wording.written import written_filter
from reportgen.workspace import Workspace

if TYPE_CHECKING:
    from jinja2 import Template

MASTHEAD_TEMPLATE = "masthead.j2"
FILTER_NAMES = tuple(sorted(FILTERS - {"brief", "bare"}))
_LARGEST = 200_000
"""Bytes of a template: ours have less than 3,000."""

_MOST_RENDERED = 5_000
"""Texts kept of a language: a report has about 20 in each."""


@record
class FactReference:
    """A fact inside a template: prints itself as a placeholder with the filters it went through."""

    name: str
    filters: str = ""

    def __str__(self) -> str:
        return f"{{{{ {self.name}{self.filters} }}}}"

    def through(self, name: str, arguments: tuple[str, ...], options: Mapping[str, str]) -> FactReference:
        """The reference after one more filter."""
        words = tuple((key, str(value)) for key, value in options.items())
        each = Filter(name, tuple(map(str, arguments)), words)
        return replace(self, filters=f"{self.filters} | {written_filter(each)}")


@record
class StandingWords:
    """One template of a language with its values; each block is rendered when it is asked for."""

    workspace: Workspace
    tag: str
    name: str
    values: Mapping[str, Any]

    def text(self) -> str:
        """The whole template as wording: line ends and indents become one blank, no-break spaces stay."""
        return re.sub(r"[ \t\r\n]+", " ", self._render("")).strip(" ")

    def block(self, block: str) -> str:
        """One block of the template as wording."""
        return self._render(block).strip()

    def position(self, block: str = "") -> Position:
        """The place of the template, or of one of its blocks."""
        template = _environment(self.workspace, self.tag).get_template(self.name)
        function = template.blocks.get(block)
        line = template.get_corresponding_lineno(function.__code__.co_firstlineno) if function else 1
        return Position(str(template.filename), line, 1)

    def _render(self, block: str) -> str:
        """A block, or the whole template where none is named, rendered once for the same templates and values."""
        pack = _pack(self.workspace, self.tag)
        name = repr((self.name, block, tuple(self.values.items())))
        found = pack.find(name)
        if found is None:
            found = self._render_anew(block)
            pack.put(name, found)
        return str(found)

    def _render_anew(self, block: str) -> str:
        """What Jinja2 makes of it, which takes long to import; any failure is an error with file, line and hint."""
        from reportgen.templates.failures import explained
        from reportgen.templates.sandbox import BUDGET, Budget

        # A context variable, since templates call filters without a way to hand them a budget.
        own = BUDGET.set(Budget())
        try:
            template = _environment(self.workspace, self.tag).get_template(self.name)
            return "".join(_not_too_long(self._parts(template, block)))
        except ReportgenError:
            raise
        # A template can raise anything that Python can; users get one line with its place.
        except Exception as error:
            raise explained(error, Position(f"templates/{self.tag}/{self.name}", 1, 1), self.values) from None
        finally:
            BUDGET.reset(own)

    def _parts(self, template: Template, block: str) -> Iterator[str]:
        if block and block not in template.blocks:
            hint = "templates/en has all blocks that a template of this name needs"
            raise WordingError(f"the template has no block '{block}'", Position(str(template.filename), 1, 1), hint)
        render = template.blocks[block] if block else template.root_render_func
        return render(template.new_context(dict(self.values)))


def _not_too_long(parts: Iterator[str]) -> Iterator[str]:
    from reportgen.templates.sandbox import LONGEST, TooMuch

    length = 0
    for part in parts:
        length += len(part)
        if length > LONGEST:
            raise TooMuch(f"the template prints more than {LONGEST:,} letters")
        yield part


@record
class _Source:
    """A template as its file holds it, or why it cannot be read, which matters only where it is asked for."""

    shown: str
    data: bytes = b""
    fault: InputError | None = None

    def text(self) -> str:
        """The text of the template; an `InputError` where it cannot be read."""
        if self.fault:
            raise self.fault
        return normalized(self.data, self.shown)


def _sources(workspace: Workspace, tag: str) -> dict[str, _Source]:
    """The templates of a language by their names from their folder."""
    return workspace.once(("templates", tag), lambda: dict(_read_sources(workspace, tag)))


def _read_sources(workspace: Workspace, tag: str) -> Iterator[tuple[str, _Source]]:
    # Reversed, so that the user's template goes before the installed one of the same name.
    for folder in reversed(workspace.all("templates", tag)):
        for path in workspace.files_under(folder):
            yield path.relative_to(folder).as_posix(), _read_source(workspace, path)


def _read_source(workspace: Workspace, path: Path) -> _Source:
    try:
        return _Source(workspace.shown(path), workspace.read(path, _LARGEST))
    except InputError as error:
        return _Source(workspace.shown(path), fault=error)


def _pack(workspace: Workspace, tag: str) -> Pack:
    """What the templates of a language were rendered to: all of them count, since one may take in another."""
    return workspace.once(("wording", tag), lambda: Pack("wording", _key(workspace, tag), _MOST_RENDERED))


def _key(workspace: Workspace, tag: str) -> str:
    sources = sorted(_sources(workspace, tag).items())
    return store_key("wording", tag, *((name, each.shown, each.data, str(each.fault)) for name, each in sources))


def _environment(workspace: Workspace, tag: str) -> Any:
    return workspace.once(("environment", tag), lambda: _new_environment(workspace, tag))


def _new_environment(workspace: Workspace, tag: str) -> Any:
    from jinja2 import FunctionLoader, TemplateNotFound

    from reportgen.templates.sandbox import Sandbox

    def load(name: str) -> tuple[str, str, None]:
        source = _sources(workspace, tag).get(name)
        if source is None:
            raise TemplateNotFound(name)
        return source.text(), source.shown, None

    return Sandbox(FunctionLoader(load), {name: _filter(name) for name in FILTER_NAMES})


def _filter(name: str) -> Any:
    def apply(reference: FactReference, *arguments: str, **options: str) -> FactReference:
        if not isinstance(reference, FactReference):
            from jinja2 import TemplateRuntimeError

            raise TemplateRuntimeError(f"'{name}' is for facts, and this is none: {str(reference)[:40]!r}")
        return reference.through(name, arguments, options)

    return apply
