"""Coverage: States on a map of tiles, Goals and topics, figures against an earlier edition or report, as pictures."""

from __future__ import annotations

from starlette.responses import Response
from starlette.routing import Route

from reportgen import pipeline
from reportgen.comparison.figures import FigureMove
from reportgen.errors import UsageError
from reportgen.pipeline.covered import Coverage, bars_svg, coverage_of, map_svg
from reportgen.pipeline.covered.count import states_of_regions
from reportgen.pipeline.covered.pictures import counted
from reportgen.pipeline.figures import moved_figures, moved_since_edition
from reportgen.workbench.asked import Asked, about_report
from reportgen.workbench.views import report_page


def _page(asked: Asked) -> Response:
    coverage = _coverage(asked)
    editions = [each.number for each in asked.view.built(asked.slug).ledger().editions]
    others = [slug for slug in asked.view.workspace.reports() if slug != asked.slug]
    against = asked.text("against", f"edition {editions[-1]}" if editions else "")
    all_states = states_of_regions()
    values = {
        "coverage": coverage,
        "regions": {name: (found, len(all_states[name])) for name, found in coverage.regions.items()},
        "pictures": {name: picture_of(coverage, name) for name in _PICTURES},
        "against": against,
        "choices": [*(f"edition {number}" for number in reversed(editions)), *others],
        "figures": _figures(asked, against) if against else [],
    }
    return report_page(asked, "coverage", values)


def _coverage(asked: Asked) -> Coverage:
    view, tag = asked.view, asked.original
    own = pipeline.language(view.workspace, tag, view.report(asked.slug))
    return view.once(("coverage", asked.slug), lambda: coverage_of(view.document(asked.slug, tag), own))


def _figures(asked: Asked, against: str) -> list[FigureMove]:
    """The figures that are others than in an edition of the report, or in another report."""
    built = asked.view.built(asked.slug)
    word, _, number = against.partition(" ")
    if word == "edition" and number.isdecimal():
        moves = moved_since_edition(built, int(number))
    else:
        moves = moved_figures(asked.view.report(asked.view.slug(against)), built)
    return [each for each in moves if each.change != "same"]


_PICTURES = ("map", "regions", "goals", "topics")


def picture_of(coverage: Coverage, name: str) -> str:
    """One picture as SVG."""
    match name:
        case "map":
            return map_svg(coverage, "States that the report names")
        case "regions":
            return bars_svg({region: len(found) for region, found in coverage.regions.items()}, "States by region")
        case "goals":
            return bars_svg({each.name: len(each.pieces) for each in coverage.goals}, "Places that name each Goal")
        case "topics":
            return bars_svg(
                counted([(each.name, len(each.pieces)) for each in coverage.topics]), "Places that name each topic"
            )
        case _:
            raise UsageError(f"there is no picture '{name}'", hint=f"one of: {', '.join(_PICTURES)}")


def _picture(asked: Asked) -> Response:
    """A picture as a file."""
    name = asked.request.path_params["name"]
    head = {"content-disposition": f'attachment; filename="{asked.slug}.{name}.svg"'}
    return Response(picture_of(_coverage(asked), name), media_type="image/svg+xml", headers=head)


ROUTES = [
    Route("/r/{slug}/coverage", about_report(_page)),
    Route("/r/{slug}/coverage/{name:str}.svg", about_report(_picture)),
]
