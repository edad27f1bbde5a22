"""The public verbs: load, build, check, write, edit, build_many; what they need is imported when they are called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from docx.document import Document as LiveDocument

    from reportgen.finding import Finding
    from reportgen.model.report import Report
    from reportgen.pipeline.adopting.sets import AdoptionOutcome
    from reportgen.pipeline.compared_sets import ComparisonOutcome
    from reportgen.pipeline.many import ReportOutcome
    from reportgen.tree import nodes as tree
    from reportgen.workspace import Workspace


def load(folder: str | Path) -> Report:
    """The report in a folder such as `inputs/e-cn.15-2019-9`; an `InputError` with its place where it is wrong."""
    from reportgen import pipeline
    from reportgen.workspace import Workspace

    path = Path(folder).resolve()
    return pipeline.load(Workspace.at(path.parent.parent), path.name)


def build(report: Report, language: str | None = None) -> tree.Document:
    """The report in a language, by default its own: numbered, every name and cross-reference resolved."""
    from reportgen import pipeline

    return pipeline.build(_workspace(report), report, language or report.language)


def check(report: Report, languages: Sequence[str] = ()) -> list[Finding]:
    """What all rules have to say, by default in all languages the report is written in."""
    from reportgen import pipeline

    return pipeline.check(_workspace(report), report, languages)


def write(document: tree.Document, format: str, reference: str | Path | None = None) -> bytes:
    """The document as the bytes of a file: "docx", "md", "json", "outline" or "pdf", which LibreOffice lays out.

    A `reference` is a Word file from which "docx" and "pdf" take styles, page set-up, headers and footers.
    """
    from reportgen import pipeline

    return pipeline.write(document, format, pipeline.style_sheet(Path(reference)) if reference is not None else None)


def build_many(
    reports: Iterable[str | Path],
    executor: Executor | None = None,
    languages: Sequence[str] = (),
    formats: Sequence[str] = ("docx", "md"),
    output: str | Path | None = None,
) -> list[ReportOutcome]:
    """Build the reports of many folders and write their files, each report a task; how each ended, in their order.

    The tasks go to any executor of `concurrent.futures`, or of Dask, by default to one process a processor. A report
    that fails stops no other: its outcome has a `failure`. One that is unchanged since it was built is not built again.
    The files go to outputs/<slug> of its workspace, or to <output>/<slug>.
    """
    from reportgen.pipeline import many
    from reportgen.pipeline.orders import BuildOrder

    folders = [Path(each).resolve() for each in reports]
    target = Path(output).resolve() if output is not None else None
    orders = [
        BuildOrder(
            root=str(folder.parent.parent),
            slug=folder.name,
            languages=tuple(languages),
            formats=tuple(formats),
            folder=str(target / folder.name) if target else "",
        )
        for folder in folders
    ]
    return list(many.build_orders(orders, executor))


def compare_many(
    files: Iterable[str | Path], executor: Executor | None = None, workspace: str | Path = "."
) -> list[ComparisonOutcome]:
    """The versions of many documents compared, each document a task; how each ended, in the order of their names.

    Files with one name but for their language tag (report.en.docx, report.ar.docx) are versions of one document. The
    executor is as of `build_many`. A document that cannot be read stops no other: its outcome has a `failure`.
    """
    from reportgen.pipeline.compared_sets import compare_sets, comparison_orders

    paths = sorted(Path(each) for each in files)
    return list(compare_sets(list(comparison_orders(paths, str(workspace))), executor))


def adopt_many(
    files: Iterable[str | Path], executor: Executor | None = None, workspace: str | Path = "."
) -> list[AdoptionOutcome]:
    """Many documents as reports, written into a workspace, each a task; how each ended, in the order of their names.

    Files and executor are as of `compare_many`; the slugs are made of the names of the files. A document that cannot
    be adopted stops no other: its outcome has a `failure`.
    """
    from reportgen.pipeline.adopting.sets import adopt_sets, adoption_orders

    paths = sorted(Path(each) for each in files)
    return list(adopt_sets(adoption_orders(paths, str(workspace)), executor))


def edit(document: tree.Document) -> LiveDocument:
    """The Word file of the document, open in python-docx, for those who go on editing it by program."""
    from reportgen.writers.docx.live import live

    return live(document)


def _workspace(report: Report) -> Workspace:
    from reportgen.workspace import Workspace

    return report.workspace or Workspace.at()
