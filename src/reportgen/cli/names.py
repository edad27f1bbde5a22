"""reportgen names: what the lexicon has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.options import languages_option
from reportgen.errors import UsageError, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportgen.language.lexicon_entry import LexiconEntry, NameVariants

_HOW_TO_ADD = (
    "add it in each language, to locales/<tag>/lexicon/entities.yaml or the file of its kind: docs/lexicon.md; the "
    "forms that its kind has in a language stand under names.forms in locales/<tag>/conventions.yaml"
)

_MOST = 20
"""So many entries are printed with their forms; of more, the name alone."""


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORD…")
@languages_option
@click.pass_obj
def names(root: str, words: tuple[str, ...], languages: tuple[str, ...]) -> None:
    """Find names in the lexicon, by their id or by words of any of their forms: id, forms, source and doubt.

    Try:  reportgen names unodc    reportgen names human rights -l fr
    """
    from reportgen import pipeline
    from reportgen.language.lookup import entries_of_words
    from reportgen.workspace import Workspace

    workspace = Workspace.at(root)
    lexicons = {tag: pipeline.language(workspace, tag).lexicon for tag in languages or workspace.languages()}
    found = {(entry.kind, entry.id): None for each in lexicons.values() for entry in entries_of_words(each, words)}
    if not found:
        raise UsageError(f"no name has the words '{' '.join(words)}'", hint=_HOW_TO_ADD)
    for kind, name in found:
        click.echo(f"{kind} {name}")
        for tag, lexicon in lexicons.items():
            there = name in lexicon.ids(kind) or f"sdg-{name}" in lexicon.ids(kind)
            lines = _lines(lexicon.entry(kind, name), brief=len(found) > _MOST) if there else iter(["–"])
            for number, line in enumerate(lines):
                click.echo(printable(f"  {tag if not number else '  '}  {line}"))


def _lines(entry: LexiconEntry, brief: bool) -> Iterator[str]:
    """The name, and unless in brief its other forms, its years, its source and what is not sure about it."""
    yield _variants(entry.forms[""])
    for name, variants in entry.forms.items() if not brief else ():
        if name:
            yield f"{name}: {_variants(variants)}"
    if entry.first_year or entry.last_year:
        yield f"years: {entry.first_year or ''}–{entry.last_year or ''}"
    for each in entry.earlier:
        yield f"to {each.last_day}: {_variants(each.forms[''])}"
    if entry.source and not brief:
        yield f"source: {entry.source}"
    if not entry.sure:
        yield f"not sure: {entry.why or 'not confirmed'}"


def _variants(variants: NameVariants) -> str:
    """A form with its short and its third one."""
    return " | ".join(filter(None, (variants.full, variants.short, variants.third)))
