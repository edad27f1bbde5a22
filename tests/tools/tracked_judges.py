"""Programs of others that accept and reject the changes of a Word file, and what they say is left."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from textwrap import dedent

_MACRO = dedent("""\
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
    <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
    Sub Resolve(list As String)
      Dim n As Integer, row As String, parts
      n = FreeFile
      Open list For Input As #n
      Do While Not EOF(n)
        Line Input #n, row
        parts = Split(row, "|")
        One parts(0), parts(1), parts(2)
      Loop
      Close #n
      StarDesktop.terminate()
    End Sub

    Sub One(source As String, command As String, target As String)
      Dim a(0) As New com.sun.star.beans.PropertyValue
      Dim b(0) As New com.sun.star.beans.PropertyValue
      Dim doc, dispatcher, none()
      a(0).Name = "Hidden"
      a(0).Value = True
      doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, a())
      If command &lt;&gt; "" Then
        dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
        dispatcher.executeDispatch(doc.CurrentController.Frame, ".uno:" &amp; command, "", 0, none())
      End If
      doc.getTextFields().refresh()
      b(0).Name = "FilterName"
      b(0).Value = "Text (encoded)"
      doc.storeToURL(ConvertToURL(target), b())
      doc.close(True)
    End Sub
    </script:module>
    """)


def by_trackdiff(tracked: Path, old: Path, new: Path) -> list[str]:
    """What docx-trackdiff finds wrong; it asks for an element (w:trackChanges) that Word has under another name."""
    command = [sys.executable, "-m", "docx_trackdiff.verify", str(tracked), str(old), str(new)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = said.stdout.splitlines()
    assert any(line.startswith("PASS") for line in lines), said.stderr
    return [line for line in lines if line.startswith("FAIL") and "w:trackChanges" not in line]


class Office:
    """LibreOffice with a macro that resolves changes and saves the text as it is shown, numbers and references too."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.office = shutil.which("soffice") or "soffice"
        # The first run fills the profile, and would write its own macros over ours.
        self._run("--convert-to", "txt", "--outdir", str(folder), str(_empty(folder)))
        (folder / "profile/user/basic/Standard/Module1.xba").write_text(_MACRO)

    def texts(self, files: Sequence[tuple[Path, str]]) -> list[list[str]]:
        """The lines of each file as shown after a command, AcceptAllTrackedChanges, RejectAllTrackedChanges or none."""
        targets = [self.folder / f"{number}.txt" for number, _ in enumerate(files)]
        rows = (f"{file}|{command}|{target}" for (file, command), target in zip(files, targets, strict=True))
        listed = self.folder / "list.txt"
        listed.write_text("".join(f"{row}\n" for row in rows))
        self._run(f'macro:///Standard.Module1.Resolve("{listed}")')
        return [[line.strip() for line in path.read_text("utf-8-sig").splitlines() if line.strip()] for path in targets]

    def _run(self, *arguments: str) -> None:
        profile = f"-env:UserInstallation=file://{self.folder}/profile"
        command = [self.office, profile, "--headless", "--norestore", *arguments]
        subprocess.run(command, check=True, capture_output=True, timeout=300)


def _empty(folder: Path) -> Path:
    path = folder / "empty.html"
    path.write_text("<p>x</p>")
    return path
