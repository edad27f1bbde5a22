"""Wording that all reports share: the templates of a language, rendered to wording with the facts still in it.

A template sees facts as references. What it prints is a placeholder again, so that a fact keeps its identity through
Jinja2 and goes the same way as any other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from reportgen.errors import Position, WordingError
from reportgen.workspace import Workspace

FILTER_NAMES = ("figures", "words", "form", "full", "short", "third", "plural", "counted", "of", "agree", "as")


@dataclass(frozen=True, slots=True)
class FactReference:
    """A fact inside a template: prints itself as a placeholder with the filters it went through."""

    name: str
    filters: str = ""

    def __str__(self) -> str:
        return f"{{{{ {self.name}{self.filters} }}}}"

    def through(self, name: str, arguments: tuple[str, ...], options: Mapping[str, str]) -> FactReference:
        """The reference after one more filter."""
        words = [_quoted(each) for each in arguments]
        words += [f"{key}={_quoted(value)}" for key, value in options.items()]
        call = f"({', '.join(words)})" if words else ""
        return replace(self, filters=f"{self.filters} | {name}{call}")


def _quoted(text: str) -> str:
    escaped = str(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


@dataclass(frozen=True, slots=True)
class Standing:
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

    def _render(self, block: str) -> str:
        """A block, or the whole template where none is named; a `WordingError` with file and line."""
        from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

        shown = f"templates/{self.tag}/{self.name}"
        try:
            template = _environment(self.workspace, self.tag).get_template(self.name)
            if block and block not in template.blocks:
                raise WordingError(f"the template has no block '{block}'", Position(shown), "see templates/en")
            render = template.blocks[block] if block else template.root_render_func
            return "".join(render(template.new_context(dict(self.values))))
        except TemplateSyntaxError as error:
            raise WordingError(error.message or "not a template", Position(shown, error.lineno, 1)) from None
        except TemplateNotFound:
            raise WordingError("there is no such template", Position(shown)) from None
        except TemplateError as error:
            raise WordingError(f"{block or 'template'}: {error}", Position(shown)) from None


@lru_cache(maxsize=16)
def _environment(workspace: Workspace, tag: str) -> Any:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    folders = [str(path) for path in workspace.all("templates", tag)]
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folders), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    for name in FILTER_NAMES:
        environment.filters[name] = _filter(name)
    return environment


def _filter(name: str) -> Any:
    def apply(reference: FactReference, *arguments: str, **options: str) -> FactReference:
        return reference.through(name, arguments, options)

    return apply
