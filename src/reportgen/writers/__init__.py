"""Formats: each turns a numbered, resolved document into bytes. One line here registers one file or folder."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportgen.tree import nodes as tree
    from reportgen.tree.memory import ContentMemory
    from reportgen.writers.docx.reference.style_sheet import StyleSheet

Writer = Callable[["tree.Document"], bytes]
StyledWriter = Callable[["tree.Document", "StyleSheet"], bytes]

FORMATS: dict[str, str] = {
    "docx": "docx",
    "md": "markdown",
    "html": "html",
    "json": "manifest",
    "outline": "outline",
}
"""Formats by the name of the command line, with the module that writes them."""

# The PDF writer starts another program, which writers must not; so it lives in the pipeline.
LAID_OUT: dict[str, str] = {"pdf": "pipeline.pdf"}
"""Formats that LibreOffice makes from the Word file, with the module that calls it."""

STYLED = ("docx", *LAID_OUT)
"""Formats whose looks can come from a style sheet."""

REMEMBERING = ("docx", "md")
"""Formats whose writers take a memory of what they wrote of contents before."""

EXTENSIONS: dict[str, str] = {"outline": "outline.txt"}


def writer(format_name: str) -> Writer:
    """The function that writes a format; imported only when asked for, which keeps the command line quick."""
    module = import_module(f"reportgen.writers.{FORMATS[format_name]}")
    write: Writer = module.write
    return write


def written_bytes(
    document: tree.Document, format_name: str, sheet: StyleSheet | None = None, memory: ContentMemory | None = None
) -> bytes:
    """The document in one of these formats, in the looks of a style sheet if there is one.

    A writer that can remembers what it wrote of contents.
    """
    if sheet is not None:
        module = import_module(f"reportgen.writers.{FORMATS[format_name]}")
        write_styled: StyledWriter = module.write
        return write_styled(document, sheet)
    write: Callable[..., bytes] = writer(format_name)
    return write(document, memory=memory) if memory and format_name in REMEMBERING else write(document)


def companion_files(document: tree.Document, format_name: str) -> dict[str, bytes]:
    """The files that a written file refers to, such as the pictures of Markdown, by their paths from its folder."""
    if format_name in LAID_OUT:
        return {}
    module = import_module(f"reportgen.writers.{FORMATS[format_name]}")
    find: Callable[[tree.Document], dict[str, bytes]] | None = getattr(module, "files_beside", None)
    return find(document) if find else {}


def extension(format_name: str) -> str:
    """What a file of a format ends in, without the dot."""
    return EXTENSIONS.get(format_name, format_name)
