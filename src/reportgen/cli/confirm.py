"""reportgen confirm: what a report took over from last year's stands as it is."""

from __future__ import annotations

import click

from reportgen.cli.options import report_to_change


@click.command()
@click.argument("report")
@click.argument("names", nargs=-1, required=True, metavar="WHAT...")
@click.pass_obj
def confirm(root: str, report: str, names: tuple[str, ...]) -> None:
    """Confirm that values which a report took over from an earlier one still hold (RG104).

    WHAT is a section or a block with all that it says, one fact of it (kenya-training/officers), `masthead` or a line
    of it (masthead/session), `report` for the facts of the whole report. A value that was changed needs no word.
    """
    from reportgen.inputs.carried_over import CARRIED_OVER
    from reportgen.pipeline.confirm import confirmed_values

    with report_to_change(root, report) as (workspace, loaded, kept):
        done, data = confirmed_values(loaded, names)
        kept.write({workspace.root / "inputs" / loaded.slug / CARRIED_OVER: data})
    for each in done.values:
        click.echo(f"confirmed: {each.key} {each.said}")
    click.echo(f"{len(done.left)} left", err=True)
