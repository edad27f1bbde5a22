"""reportgen adopt: a document that exists already as a report."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.errors import UsageError

if TYPE_CHECKING:
    from reportgen.pipeline.adopting.adopt import Adoption

_LONGEST = 90


@click.command(name="adopt")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--as", "slug", default="", metavar="SLUG", help="The name of the new folder under inputs/.")
@click.option(
    "-l", "--language", "languages", multiple=True, metavar="TAG",
    help="The language of each FILE in order; by default the file itself, its words or its name tell.",
)  # fmt: skip
@click.option("--sets", "as_sets", is_flag=True, help="Many documents: files named alike but for their language tag.")
@click.pass_obj
def adopt_document(root: str, files: tuple[str, ...], slug: str, languages: tuple[str, ...], as_sets: bool) -> None:
    """Make a report of a document that exists, in one to six languages: a folder under inputs/ that builds at once.

    FILE is Word, Markdown, PDF or plain text, or what LibreOffice reads: .doc, .odt, .rtf; one for each language.
    What was not taken over as it stands in the file is listed. Exit code 1 where there is any.
    """
    from reportgen.pipeline.adopting.adopt import adopt, write_adopted
    from reportgen.workspace import Workspace

    if as_sets:
        if slug:
            raise UsageError("--sets takes no --as", hint="the slugs are made of the names of the files")
        _adopt_sets(root, files, languages)
    workspace = Workspace.at(root)
    adopted = adopt(workspace, [Path(file) for file in files], slug, languages)
    write_adopted(workspace, adopted)
    for path in sorted(adopted.files):
        click.echo(workspace.shown(path))
    click.echo("\n".join(_told(adopted)))
    click.echo(f"next: reportgen build {adopted.slug}", err=True)
    sys.exit(adopted.exit_code)


def _adopt_sets(root: str, files: tuple[str, ...], languages: tuple[str, ...]) -> None:
    """Adopt each document, one process a processor, and tell one after the other."""
    from reportgen.pipeline.adopting.sets import adopt_sets, adoption_orders
    from reportgen.pipeline.compared_sets import in_order_of_names

    codes = []
    paths, tags = in_order_of_names(files, languages)
    for outcome in adopt_sets(adoption_orders(paths, root, tags)):
        codes.append(outcome.exit_code)
        click.echo("\n".join(_told(outcome.adopted)) if outcome.adopted else outcome.failure)
    click.echo(f"{codes.count(0)} adopted, {codes.count(1)} with differences, "
               f"{len(codes) - codes.count(0) - codes.count(1)} failed", err=True)  # fmt: skip
    sys.exit(max(codes))


def _told(adopted: Adoption) -> Iterator[str]:
    """What became of the document, and what of it is not as it was."""
    yield f"{adopted.slug}: {adopted.texts} texts in {', '.join(adopted.languages)}, {adopted.facts} facts"
    for each in adopted.differences:
        yield f"{each.language} {each.where}: the file has {_cut(each.found)}, the report prints {_cut(each.printed)}"
    for each in adopted.left_out:
        yield f"{each.language} {each.where}: not taken over: {_cut(each.found)}"
    for name, stub in adopted.stubs.items():
        yield f"name to confirm: {stub.article}{stub.full} ({stub.short}), as {name}"
    if adopted.unknown:
        yield f"names that the lexicon lacks: {', '.join(adopted.unknown)}"


def _cut(text: str) -> str:
    """A text in quotes, cut where it is long."""
    return f"'{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}'"
