"""Facts and wording of a UN report in, numbered documents in six languages out.

report   = reportgen.load("inputs/e-cn.15-2019-9")     # -> Report
document = reportgen.build(report, language="fr")       # -> Document, numbered and resolved
findings = reportgen.check(report)                      # all its languages, one against another
data     = reportgen.write(document, "docx")            # -> bytes
word     = reportgen.edit(document)                     # -> docx.Document of python-docx
"""

from reportgen.api import build, check, edit, load, write

__all__ = ["__version__", "build", "check", "edit", "load", "write"]
__version__ = "0.1.0"
