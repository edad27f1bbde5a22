"""Where inputs, templates, locales and outputs are: the installed files, overlaid by the user's folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def installed_data() -> Path:
    """The folder with `templates/`, `locales/` and `inputs/` that came with reportgen."""
    packed = _PACKAGE / "data"
    return packed if packed.is_dir() else _PACKAGE.parents[1]


@dataclass(frozen=True, slots=True)
class Workspace:
    """The user's folder over the installed one; of two files with one name the user's is taken."""

    root: Path
    installed: Path

    @classmethod
    def at(cls, root: Path | str = ".") -> Workspace:
        """The workspace whose user's folder is `root`."""
        return cls(Path(root).resolve(), installed_data())

    @property
    def layers(self) -> tuple[Path, ...]:
        """The folders to look in, the user's first."""
        return (self.root,) if self.root == self.installed else (self.root, self.installed)

    def find(self, *parts: str) -> Path | None:
        """The first file or folder of that name, or none."""
        return next((path for path in self.all(*parts)), None)

    def all(self, *parts: str) -> list[Path]:
        """Every file or folder of that name, the user's first."""
        return [path for layer in self.layers if (path := layer.joinpath(*parts)).exists()]

    def languages(self) -> tuple[str, ...]:
        """The tags of all languages there are: folders of `locales/` that have conventions."""
        found = {
            path.parent.name for layer in self.layers for path in layer.joinpath("locales").glob("*/conventions.yaml")
        }
        return tuple(sorted(found))

    def reports(self) -> tuple[str, ...]:
        """The slugs of the reports in the user's folder."""
        return tuple(sorted(path.parent.name for path in self.root.joinpath("inputs").glob("*/report.yaml")))

    def shown(self, path: Path) -> str:
        """The path as messages print it: from the user's folder where it lies inside, with forward slashes."""
        for layer, prefix in ((self.root, ""), (self.installed, "reportgen:")):
            if path.is_relative_to(layer):
                return prefix + path.relative_to(layer).as_posix()
        return Path(os.path.relpath(path, self.root)).as_posix()
