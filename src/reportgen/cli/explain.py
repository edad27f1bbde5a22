"""reportgen explain: what a code means."""

from __future__ import annotations

import click

from reportgen.errors import UsageError, suggestion


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say what the code of a finding means and what to do; without a code, list them all."""
    from reportgen.checks import codes
    from reportgen.pipeline.translators.codes import CODES

    known = {**codes(), **CODES}
    if code is None:
        for name, meaning in known.items():
            click.echo(f"{name}  {meaning.title}")
        return
    name = code.upper()
    if name not in known:
        raise UsageError(f"there is no code '{code}'", hint=suggestion(name, known))
    click.echo(f"{name}: {known[name].title}\n\n{known[name].explanation}")
