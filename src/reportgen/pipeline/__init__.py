"""The order of the steps: the only room that knows in which order a report is loaded, built, checked and written."""

from reportgen.pipeline.build import (
    build,
    build_all,
    check,
    check_documents,
    language,
    load,
    report_languages,
    style_sheet,
    waivers,
    write,
)

__all__ = [
    "build",
    "build_all",
    "check",
    "check_documents",
    "language",
    "load",
    "report_languages",
    "style_sheet",
    "waivers",
    "write",
]
