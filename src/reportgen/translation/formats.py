"""The files that go to translators and come back, one line a format: `JOB_FORMATS`, and `job_format(path)`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath

from reportgen.record import record
from reportgen.translation.bilingual import write_bilingual
from reportgen.translation.bilingual_file import read_bilingual
from reportgen.translation.po import read_po, write_po
from reportgen.translation.sheet import read_sheet, write_sheet
from reportgen.translation.units import Job, ReturnedJob
from reportgen.translation.xliff import write_xliff
from reportgen.translation.xliff_file import read_xliff


@record
class JobFormat:
    """How a job is written and read: the endings of its files, the one that is written first."""

    write: Callable[[Job], bytes]
    read: Callable[[bytes, str], ReturnedJob]
    endings: tuple[str, ...]


JOB_FORMATS: Mapping[str, JobFormat] = {
    "xliff": JobFormat(write_xliff, read_xliff, (".xlf", ".xliff")),
    "po": JobFormat(write_po, read_po, (".po", ".pot")),
    "docx": JobFormat(write_bilingual, read_bilingual, (".docx",)),
    "xlsx": JobFormat(write_sheet, read_sheet, (".xlsx", ".xlsm")),
}
"""By the name that the command line takes."""


def job_format(path: str) -> JobFormat | None:
    """The format of a file by its ending, or none."""
    ending = PurePath(path).suffix.casefold()
    return next((each for each in JOB_FORMATS.values() if ending in each.endings), None)
