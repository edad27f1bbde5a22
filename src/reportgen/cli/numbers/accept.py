"""reportgen numbers accept: answer for a change to a frozen report."""

from __future__ import annotations

import click

from reportgen.cli.options import report_to_change


@click.command("accept")
@click.argument("report")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--why", required=True, metavar="TEXT", help="Who wanted it, and why; it stands on the slip.")
@click.option("--corrigendum", default="", metavar="SYMBOL", help="The corrigendum that changes an issued document.")
@click.option("-l", "--language", "languages", multiple=True, metavar="TAG", help="The languages it concerns; all.")
@click.pass_obj
def accept_command(
    root: str, report: str, ids: tuple[str, ...], why: str, corrigendum: str, languages: tuple[str, ...]
) -> None:
    """Accept that blocks were inserted, deleted or moved since the freeze, with what belongs to them.

    ID is that of a paragraph, or of a heading for all that stands under it.
    """
    from reportgen.errors import UsageError
    from reportgen.pipeline import numbers

    # click accepts an empty text, and the slip would then have no reason.
    if not why.strip():
        raise UsageError("--why is empty", hint="say who wanted the change, and why")
    with report_to_change(root, report) as (workspace, loaded, kept):
        change = numbers.accept(numbers.Built(workspace, loaded), ids, " ".join(why.split()), corrigendum, languages)
        kept.write(change.file())
    before = change.before.current(loaded.symbol)
    after = change.after.current(loaded.symbol)
    known = before.accepted() if before else {}
    for each in after.changes if after else ():
        if known.get(each.id) != each:
            click.echo(f"accepted: {each.id} {each.change}{f' as {each.step}' if each.step else ''}")
    click.echo(f"next: reportgen numbers slip {loaded.slug}", err=True)
