"""docs/many.md: its makefile builds what it says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[1] / "docs/many.md"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE)


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")
def test_make_builds_every_report_and_nothing_twice(tiny, tmp_path_factory) -> None:
    programs = tmp_path_factory.mktemp("bin")
    program = programs / "reportgen"
    main = "import sys; from reportgen.cli import main; main(sys.argv[1:])"
    program.write_text(f"#!/bin/sh\nexec '{sys.executable}' -c '{main}' \"$@\"\n")
    program.chmod(0o755)
    (tiny.root / "reports.mk").write_text(blocks("make")[0])
    tiny.write("inputs/other/report.yaml", (tiny.root / "inputs/tiny/report.yaml").read_text())
    tiny.write("inputs/other/sections/first.yaml", (tiny.root / "inputs/tiny/sections/first.yaml").read_text())
    environment = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    for _ in range(2):
        subprocess.run(["make", "-f", "reports.mk", "-j", "2"], cwd=tiny.root, env=environment, check=True)
    names = sorted(path.name for path in (tiny.root / "outputs").rglob("*.*"))
    assert names == ["other.en.docx", "other.en.md", "tiny.en.docx", "tiny.en.md"]


@pytest.mark.parametrize("code", blocks("python"))
def test_the_samples_are_python(code: str) -> None:
    if "glob_wildcards" not in code:  # Snakemake's language is Python with rules
        compile(code, str(PAGE), "exec")
