"""reportgen form: a form for a field office to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.options import open_report, report_argument


@click.command()
@report_argument
@click.option("--section", default="", metavar="ID", help="Only this section, with new paragraphs for it.")
@click.option("--for", "office", default="", metavar="NAME", help="The office that fills it in.")
@click.option(
    "-t",
    "--to",
    "kind",
    type=click.Choice(["docx", "xlsx"]),
    default="docx",
    show_default=True,
    help="Word or a sheet.",
)
@click.option("-l", "--language", "tag", metavar="TAG", help="The language of the form; by default the report's own.")
@click.option(
    "--paragraphs", "copies", type=click.IntRange(1, 20), default=1, show_default=True, metavar="N",
    help="How many empty paragraphs of each kind.",
)  # fmt: skip
@click.option("-o", "--output", "output", metavar="FILE", help="Where to write; by default in outputs/REPORT.")
@click.pass_obj
def form(
    root: str,
    report: str | None,
    section: str,
    office: str,
    kind: str,
    tag: str | None,
    copies: int,
    output: str | None,
) -> None:
    """Write a form for a field office: the facts as they stand, and empty paragraphs for what is new.

    Names are chosen from lists, every other entry is free text. What comes back is read by `reportgen read FORM`.
    """
    from reportgen.pipeline.forms.asked import FormMaker, form_path, written_form
    from reportgen.pipeline.numbers import Built
    from reportgen.workspace.writing import from_here, write_all

    workspace, loaded = open_report(root, report)
    built = Built(workspace, loaded)
    made = FormMaker(built).form(section, tag or loaded.language, office, copies)
    path = Path(output).absolute() if output else form_path(built, made, kind)
    write_all(workspace.root, {path: written_form(built, made, kind)}, "-o FILE names another place")
    click.echo(from_here(path))
    click.echo(f"entries: {sum(1 for _ in made.questions())}", err=True)
