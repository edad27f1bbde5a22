"""Pictures of a job in translators' tools, for docs/translators.md: `python -m tests.tools.tool_pictures [FOLDER]`.

OmegaT runs on a screen of its own (the Debian package xvfb), LibreOffice shows the table in Word.
"""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PIL import Image, ImageChops

ROOT = Path(__file__).parents[2]
SLUG = "story"
OLD, NEW = "in preventing radicalization to violence in prisons", "in keeping prisons free of violence"
PARAGRAPH = """
  - id: kenya
    facts: {country: {place: KE}, trained: {count: 40, of: officials}}
    text: >
      In {{ country }}, {{ unodc }} trained {{ trained }} officials in the prevention of violence in prisons.
"""
SCREEN = (1280, 760)
WINDOW = (0, 0, 690, 700)
"""Where OmegaT opens on a screen: left, top, right and bottom in pixels."""

PREFERENCES = {"project_files_show_on_load": "false"}
PATIENCE = 90
"""Seconds in which OmegaT has shown its project on a slow machine."""


def main() -> None:
    """Write one picture a tool into a folder, by default beside the settings in docs/translators."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "translators"
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        files = jobs(work)
        for tool, picture in {
            "omegat": of_omegat(work, files["xliff"]),
            "word": of_page(work, files["docx"]),
        }.items():
            picture.convert("P", palette=Image.Palette.ADAPTIVE, colors=64).save(folder / f"{tool}.png", optimize=True)


def jobs(work: Path) -> dict[str, Path]:
    """A new paragraph and a reworded sentence of the sample report, as each tool gets them."""
    command(work, "new", SLUG, "--from", "e-cn.15-2019-9", "--symbol", "E/CN.15/2020/9")
    section = work / "inputs" / SLUG / "sections" / "asia.yaml"
    section.write_text(section.read_text("utf-8").replace(OLD, NEW), "utf-8")
    with (section.parent / "africa.yaml").open("a", encoding="utf-8") as file:
        file.write(PARAGRAPH)
    endings = {"xliff": "xlf", "docx": "docx"}
    files = {name: work / f"{name}.{ending}" for name, ending in endings.items()}
    for name, path in files.items():
        command(work, "translations", "export", SLUG, "-l", "fr", "--to", name, "-o", str(path))
    return files


def command(work: Path, *words: str) -> None:
    main = "import sys; from reportgen.cli import main; main(sys.argv[1:])"
    subprocess.run([sys.executable, "-c", main, *words], cwd=work, check=True, capture_output=True)


def of_omegat(work: Path, job: Path) -> Image.Image:
    """OmegaT with our settings and the job open."""
    project, frames = work / "project", work / "frames"
    shutil.copytree(ROOT / "docs" / "translators" / "omegat", project)
    for name in ("source", "target", "tm", "glossary", "dictionary"):
        project.joinpath(name).mkdir()
    frames.mkdir()
    settings = work / "settings"
    settings.mkdir()
    said = "".join(f"<{name}>{value}</{name}>" for name, value in PREFERENCES.items())
    settings.joinpath("omegat.prefs").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><omegat><preference version="1.0">{said}</preference></omegat>', "utf-8"
    )
    shutil.copy(job, project / "source")
    screen = [f"{SCREEN[0]}x{SCREEN[1]}x24"]
    server = subprocess.Popen(
        ["Xvfb", ":97", "-screen", "0", *screen, "-fbdir", str(frames)], stderr=subprocess.DEVNULL
    )
    time.sleep(2)
    environment = {"DISPLAY": ":97", "HOME": str(work), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    command_line = ["omegat", str(project), f"--config-dir={settings}"]
    silent = subprocess.DEVNULL
    omegat = subprocess.Popen(command_line, env=environment, stdout=silent, stderr=silent)
    try:
        time.sleep(PATIENCE)
        return screen_picture(frames / "Xvfb_screen0").crop(WINDOW)
    finally:
        omegat.terminate()
        omegat.wait()
        server.terminate()
        server.wait()


def screen_picture(path: Path) -> Image.Image:
    """What a screen shows, from its frame buffer in the format of X11's XWD, version 7."""
    data = path.read_bytes()
    fields = struct.unpack(">25I", data[:100])
    head, width, height, row, colours = fields[0], fields[4], fields[5], fields[12], fields[19]
    return Image.frombuffer("RGB", (width, height), data[head + colours * 12 :], "raw", "BGRX", row, 1)


def of_page(work: Path, file: Path) -> Image.Image:
    """The first page of a file as LibreOffice prints it, without its margins."""
    profile = f"-env:UserInstallation=file://{work / 'profile'}"
    office = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(work), str(file)]
    subprocess.run(office, check=True, capture_output=True)
    page = work / file.stem
    subprocess.run(["pdftoppm", "-r", "100", "-l", "1", "-png", f"{page}.pdf", str(page)], check=True)
    return without_margins(Image.open(sorted(work.glob(f"{file.stem}-*.png"))[0]).convert("RGB"))


def without_margins(picture: Image.Image) -> Image.Image:
    """A page as far as something is printed on it."""
    printed = ImageChops.difference(picture, Image.new("RGB", picture.size, "white")).getbbox()
    assert printed is not None
    left, top, right, bottom = printed
    return picture.crop((max(left - 8, 0), max(top - 8, 0), right + 8, bottom + 8))


if __name__ == "__main__":
    main()
