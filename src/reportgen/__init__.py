"""Facts and wording of a UN report in, numbered documents in six languages out.

report   = reportgen.load("inputs/e-cn.15-2019-9")     # -> Report
document = reportgen.build(report, language="fr")       # -> Document, numbered and resolved
findings = reportgen.check(report)                      # all its languages, one against another
data     = reportgen.write(document, "docx")            # -> bytes
word     = reportgen.edit(document)                     # -> docx.Document of python-docx
outcomes = reportgen.build_many(folders, executor)      # many reports, on any executor of concurrent.futures
outcomes = reportgen.adopt_many(files, executor)        # documents that exist, as reports
session  = reportgen.Session(".")                       # a workspace that is being edited, built as it changes
"""

TYPE_CHECKING = False  # typing takes longer to import than a command that finds all unchanged may
if TYPE_CHECKING:
    from reportgen.api import adopt_many, build, build_many, check, compare_many, edit, load, write
    from reportgen.pipeline.session import Session

__all__ = [
    "Session",
    "__version__",
    "adopt_many",
    "build",
    "build_many",
    "check",
    "compare_many",
    "edit",
    "load",
    "write",
]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """A public verb, imported when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module 'reportgen' has no attribute '{name}'")
    if name == "Session":
        from reportgen.pipeline.session import Session

        return Session
    from reportgen import api

    return getattr(api, name)
