"""LibreOffice, run as a program: it lays out a Word file as PDF, and saves files of other formats as Word files."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from reportgen.errors import OutputError
from reportgen.record import record
from reportgen.workspace.witness import tell_unknown

if sys.platform == "linux":
    import resource


@record
class OfficeBounds:
    """How long LibreOffice may take for one file, in seconds, and how many bytes of memory each process of it may fill.

    The bytes are those of private data that can be written (RLIMIT_DATA): address space that it only reserves does not
    count. They are held on Linux alone; other systems have no way to bound a program that runs already.
    """

    seconds: int
    memory: int


OF_OTHERS = OfficeBounds(60, 1 << 30)
"""For files of anyone: a document of 30 pages takes five seconds and 160 MB."""

OF_OURS = OfficeBounds(120, 4 << 30)
"""For our own reports, laid out as pages: one of 100 pages takes about ten seconds."""

_OPTIONS = {
    "UseTaggedPDF": True,
    "PDFUACompliance": True,
    "ExportBookmarks": True,
    "InitialView": 1,
    "DisplayPDFDocumentTitle": True,
}

# Port 9 of this machine ("discard"), where nothing listens.
_NOWHERE = "127.0.0.1"
_SETTINGS: dict[str, dict[str, bool | int | str]] = {
    "org.openoffice.Office.Common/Security/Scripting": {
        "MacroSecurityLevel": 3,
        "DisableMacrosExecution": True,
        "BlockUntrustedRefererLinks": True,
    },
    "org.openoffice.Office.Writer/Content/Update": {"Link": 0, "Field": False, "Chart": False},
    "org.openoffice.Inet/Settings": {
        "ooInetProxyType": 2,
        "ooInetHTTPProxyName": _NOWHERE,
        "ooInetHTTPProxyPort": 9,
        "ooInetHTTPSProxyName": _NOWHERE,
        "ooInetHTTPSProxyPort": 9,
        "ooInetNoProxy": "",
    },
}
"""No macro runs, no link is fetched, and the proxy leads nowhere, since reference files come from anyone."""

_KINDS = {bool: "boolean", int: "long"}


def pdf_of(word: bytes) -> bytes:
    """The pages of a Word file as PDF; an `OutputError` with the install line where LibreOffice is not there."""
    return _converted(word, "docx", f"pdf:writer_pdf_Export:{_filter_options()}", "lay pages out", OF_OURS)


def word_of(data: bytes, ending: str) -> bytes:
    """A file of another format, by the ending of its name, as a Word file; an `OutputError` as of `pdf_of`."""
    return _converted(data, ending, "docx:MS Word 2007 XML", f"read .{ending} files", OF_OTHERS)


def _converted(data: bytes, ending: str, target: str, wish: str, bounds: OfficeBounds) -> bytes:
    """The file that LibreOffice makes of another one.

    It runs with a profile of its own in a temporary folder, so that neither the user's settings nor a LibreOffice
    that is open change the pages.
    """
    tell_unknown()  # another LibreOffice would make another file of the same
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        hint = "apt-get install libreoffice-writer, brew install --cask libreoffice, or libreoffice.org"
        raise OutputError(f"LibreOffice is needed to {wish} and is not on this machine", hint=hint)
    with tempfile.TemporaryDirectory(prefix="reportgen-", ignore_cleanup_errors=True) as folder:
        return _converted_in(Path(folder), office, data, ending, target, bounds)


def _converted_in(folder: Path, office: str, data: bytes, ending: str, target: str, bounds: OfficeBounds) -> bytes:
    source, made = folder / f"document.{ending}", folder / "made"
    source.write_bytes(data)
    profile = folder / "profile"
    _write_settings(profile / "user" / "registrymodifications.xcu")
    options = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck"]
    said = _run([office, *options, "--convert-to", target, "--outdir", str(made), str(source)], bounds)
    kind = target.partition(":")[0]
    written = made / f"document.{kind}"
    if not written.is_file():
        raise OutputError(f"LibreOffice wrote no {kind.upper()}", hint=next(reversed(said.split("\n")), ""))
    return written.read_bytes()


def _run(command: list[str], bounds: OfficeBounds) -> str:
    """The output of a program, which is ended with all its children when its time is over or the user gives up.

    `soffice` starts processes that would outlive it; they share a new session, which is ended as a whole.
    """
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    )
    try:
        _bound_memory(process.pid, bounds.memory)
        said, _ = process.communicate(timeout=bounds.seconds)
    except subprocess.TimeoutExpired:
        message = f"LibreOffice did not finish within {bounds.seconds} seconds"
        raise OutputError(message, hint="run it again, alone") from None
    finally:
        _end(process)
    return said.strip()


def _bound_memory(process: int, memory: int) -> None:
    """Hold a program, and all that it starts from now on, to so much memory."""
    # `soffice` is a script: it is bound before it starts anything that fills memory.
    if sys.platform == "linux":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            resource.prlimit(process, resource.RLIMIT_DATA, (memory, memory))


def _end(process: subprocess.Popen[str]) -> None:
    # Windows has no groups of processes to end.
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    # Waits for the end, so that no zombie and no open pipe is left.
    process.communicate()


def _filter_options() -> str:
    return json.dumps(
        {key: {"type": _KINDS[type(value)], "value": str(value).lower()} for key, value in _OPTIONS.items()}
    )


def _write_settings(path: Path) -> None:
    """The settings of a profile, in the form that LibreOffice keeps them in."""
    items = "".join(_item(group, name, value) for group, values in _SETTINGS.items() for name, value in values.items())
    path.parent.mkdir(parents=True)
    namespace = "http://openoffice.org/2001/registry"
    path.write_text(f'<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="{namespace}">{items}</oor:items>')


def _item(group: str, name: str, value: bool | int | str) -> str:
    text = str(value).lower() if isinstance(value, bool) else value
    return f'<item oor:path="/{group}"><prop oor:name="{name}" oor:op="fuse"><value>{text}</value></prop></item>'
