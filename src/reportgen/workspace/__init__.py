"""Where inputs, templates, locales and outputs are, and the one way to read them, write them whole and lock them.

The user's folder lies over the installed one. All that is read is read here: plain files alone, none too large,
and none that a link brings in from outside; `writing` writes sets of files, all or none, `locking` lets one writer in
at a time, `journal` ends what a stopped one began.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, TypeVar

from reportgen.errors import InputError, Position
from reportgen.record import field, record, replace
from reportgen.workspace.remembered import RememberedFiles
from reportgen.workspace.witness import (
    state_that_tells,
    tell_beginning,
    tell_content,
    tell_folder,
    tell_names,
    tell_there,
    tell_unknown,
)

LARGEST = 20_000_000
"""The most bytes of a file that is read, except Word files, which have a limit of their own."""

_Made = TypeVar("_Made")
SENT = "sent"
"""The folder of a report with what was printed at each freeze."""

CONTRIBUTIONS = "contributions.yaml"
"""The file of a report with what came in by forms of field offices."""

_PACKAGE = Path(__file__).resolve().parents[1]


def installed_data() -> Path:
    """The folder with `templates/`, `locales/` and `inputs/` that came with reportgen."""
    # An installed wheel has the data inside the package, a checkout beside src/.
    packed = _PACKAGE / "data"
    return packed if packed.is_dir() else _PACKAGE.parents[1]


def is_there(path: Path) -> bool:
    """Whether something has this name; without the right to look, it counts as there, and reading will say why not."""
    try:
        path.stat()
    except PermissionError:
        return tell_there(path, True)
    except (OSError, ValueError):  # a name that is too long, or has a NUL in it, leads nowhere
        return tell_there(path, False)
    return tell_there(path, True)


def is_name_below(name: str) -> bool:
    """Whether a name can only lead below a folder: relative, without a drive, and never up."""
    return not Path(name).is_absolute() and not Path(name).drive and ".." not in Path(name).parts


def is_file(path: Path) -> bool:
    """Whether there is something of that name that is no folder; reading it will say whether it can be read."""
    return is_there(path) and not is_folder(path)


def is_folder(path: Path) -> bool:
    """Whether there is a folder of that name, and the user may see it."""
    try:
        return tell_folder(path, path.is_dir())
    except OSError:
        return tell_folder(path, False)


def read_file(path: Path, shown: str, largest: int = LARGEST) -> bytes:
    """The bytes of a plain file that a user names, wherever it lies; an `InputError` where it cannot be read.

    Files that a workspace holds are read by `Workspace.read`.
    """
    return _read(path, lambda: Position(shown), largest)


def read_beginning(path: Path, shown: str, length: int) -> bytes:
    """The first bytes of a plain file that a user names; an `InputError` where it cannot be read."""
    data, _ = _read_some(path, lambda: Position(shown), length)
    tell_beginning(path, data)
    return data


@contextmanager
def opened_file(path: Path, shown: str) -> Iterator[IO[bytes]]:
    """A plain file of any size that a user names, to be read piece by piece; an `InputError` where it cannot be."""
    tell_unknown()
    read_beginning(path, shown, 1)
    with path.open("rb") as file:
        yield file


def _read(path: Path, at: Callable[[], Position], largest: int) -> bytes:
    # One byte more than allowed tells that the file is too large, without trusting its size or reading all of it.
    data, found = _read_some(path, at, largest + 1)
    if len(data) > largest:
        message = f"the file has {path.stat().st_size:,} bytes, more than {largest:,}"
        raise InputError(message, at(), "part it, or take out what nobody reads")
    tell_content(path, data, found)
    return data


def _read_some(path: Path, at: Callable[[], Position], length: int) -> tuple[bytes, os.stat_result]:
    """The first bytes of a plain file, and its state before they were read."""
    try:
        found = path.stat()
        # Opening a pipe would wait for ever, and a device may never end.
        if not stat.S_ISREG(found.st_mode):
            fault = "a folder has this name" if stat.S_ISDIR(found.st_mode) else "a pipe or a device is no file to read"
            raise InputError(f"cannot read the file: {fault}", at(), "put a file there")
        with path.open("rb") as file:
            return file.read(length), found
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", "") or str(error)
        raise InputError(f"cannot read the file: {why}", at(), "it is not there, or not for you to read") from None


@record
class Workspace:
    """The user's folder over the installed one; of two files with one name the user's is taken.

    `planned` are files as they are to be, which are read in the place of those that are there. What is made of files
    for the whole workspace is made once (`once`); whoever wants to see later changes opens it anew. Files that are
    `remembered` are not read again while they are the same.
    """

    root: Path
    installed: Path
    planned: Mapping[Path, bytes] = field(default_factory=dict, compare=False, repr=False)
    remembered: RememberedFiles | None = field(default=None, compare=False, repr=False)
    _made: dict[Hashable, Any] = field(default_factory=dict, init=False, compare=False, repr=False)
    _real_folders: dict[str, str] = field(default_factory=dict, init=False, compare=False, repr=False)

    @classmethod
    def at(cls, root: Path | str = ".") -> Workspace:
        """The workspace whose user's folder is `root`."""
        return cls(Path(root).resolve(), installed_data())

    @property
    def layers(self) -> tuple[Path, ...]:
        """The folders to look in, the user's first."""
        return (self.root,) if self.root == self.installed else (self.root, self.installed)

    def once(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """What `make` gives the first time that a key is asked for."""
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]  # type: ignore[no-any-return]

    def opened_anew(self, files: Mapping[Path, bytes], with_made: bool) -> Workspace:
        """The workspace with these files planned; `with_made` says that nothing that was made once depends on them."""
        workspace = replace(self, planned=files)
        workspace._made.update(self._made if with_made else {})
        return workspace

    def with_planned(self, files: Mapping[Path, bytes]) -> Workspace:
        """The workspace as it will be once some files are written."""
        return replace(self, planned={**self.planned, **files})

    def find(self, *parts: str) -> Path | None:
        """The first file or folder of that name, or none."""
        return next((path for path in self.all(*parts)), None)

    def all(self, *parts: str) -> list[Path]:
        """Every file or folder of that name, the user's first."""
        return [path for path in (layer.joinpath(*parts) for layer in self.layers) if self.has_name(path)]

    def read(self, path: Path, largest: int = LARGEST) -> bytes:
        """The bytes of a file of the workspace; an `InputError` where it cannot be read or is a link that leads out."""
        if path in self.planned:
            return self.planned[path]
        found = self.remembered.find(path) if self.remembered else None
        return self._read_held(path, largest) if found is None else found

    def _read_held(self, path: Path, largest: int) -> bytes:
        # A workspace may come from a stranger: a link in it must not print a file of this machine.
        if not self.holds(path):
            message = "the file lies outside of the workspace: a link or a name leads out of it"
            raise InputError(message, Position(self.shown(path), 1, 1), "put the file itself into the folder")
        state = state_that_tells(path) if self.remembered else None
        data = _read(path, lambda: Position(self.shown(path), 1, 1), largest)
        if self.remembered:
            self.remembered.keep(path, state, data)
        return data

    def has_name(self, path: Path) -> bool:
        """Whether something has this name, or a file of it is planned; reading it will say whether it is a file."""
        return path in self.planned or is_there(path)

    def holds(self, path: Path) -> bool:
        """Whether a path, every link in it followed, lies in the folder of the workspace that it seems to lie in."""
        name = str(path)
        layers = ((each, str(each)) for each in self.layers)
        layer = next((folder for each, folder in layers if _is_below(name, folder) or path.is_relative_to(each)), None)
        try:
            return layer is not None and _is_below(self._real(name), self._real_folder(layer))
        except (OSError, ValueError):
            return False

    def _real(self, name: str) -> str:
        """The path with every link in it followed."""
        folder, own = os.path.split(name)
        return os.path.realpath(name) if os.path.islink(name) else os.path.join(self._real_folder(folder), own)

    def _real_folder(self, folder: str) -> str:
        """The folder with every link in it followed; found out once, since it holds many files."""
        return self._real_folders.get(folder) or self._real_folders.setdefault(folder, os.path.realpath(folder))

    def names(self, folder: Path, *suffixes: str) -> list[str]:
        """The names of the files of a folder that end so; none where the folder cannot be read."""
        there = (*_listed(folder), *(path for path in self.planned if path.parent == folder))
        return sorted({each.name for each in there if each.suffix.casefold() in suffixes})

    def files_under(self, folder: Path) -> Iterator[Path]:
        """All files under a folder, in the order of their names; links to folders are not followed."""
        there = set()
        for here, folders, names in os.walk(folder):
            # The order of a folder differs between systems; sorted, the same workspace gives the same bytes.
            folders.sort()
            tell_names(Path(here), [*folders, *names])
            for path in (Path(here, name) for name in sorted(names)):
                there.add(path)
                yield path
        yield from sorted(path for path in self.planned if path.is_relative_to(folder) and path not in there)

    def languages(self) -> tuple[str, ...]:
        """The tags of all languages there are: folders of `locales/` that have conventions."""
        held = (name for layer in self.layers for name in self._holding(layer / "locales", "conventions.yaml"))
        return self.once("languages", lambda: tuple(sorted(set(held))))

    def reports(self) -> tuple[str, ...]:
        """The slugs of the reports in the user's folder."""
        return tuple(sorted(set(self._holding(self.root / "inputs", "report.yaml"))))

    def _holding(self, folder: Path, name: str) -> Iterator[str]:
        """The names of the folders in a folder that hold something of that name, or are planned to."""
        yield from (each.name for each in _listed(folder) if is_there(each / name))
        yield from (path.parent.name for path in self.planned if path.name == name and path.parent.parent == folder)

    def sources(self, slug: str) -> list[Path]:
        """The files of a report in the user's folder that commands change in place."""
        under = self.files_under(self.root / "inputs" / slug)
        own = (path for path in under if path.suffix in (".yaml", ".csv") or path.parent.name == SENT)
        of_languages = (path for tag in _listed(self.root / "locales") for path in _listed(tag))
        return [*own, *(path for path in of_languages if path.name.startswith(f"{slug}."))]

    def shown(self, path: Path) -> str:
        """The path as messages print it: from the user's folder where it lies inside, with forward slashes."""
        name = str(path)
        for layer, prefix in ((self.root, ""), (self.installed, "reportgen:")):
            # Compared as texts, since asking a path for it takes longer than reading a small file.
            if name.startswith(f"{layer}{os.sep}"):
                return prefix + name[len(str(layer)) + 1 :].replace(os.sep, "/")
        return Path(os.path.relpath(path, self.root)).as_posix()


def _is_below(name: str, folder: str) -> bool:
    """Whether a path is a folder or lies in it; told by their texts, since paths take ten times as long."""
    return f"{os.path.normcase(name)}{os.sep}".startswith(f"{os.path.normcase(folder).rstrip(os.sep)}{os.sep}")


def _listed(folder: Path) -> list[Path]:
    """What is in a folder, in the order of the names; nothing where it is none, or cannot be read."""
    try:
        found = sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        tell_folder(folder, False)
        return []
    except OSError:
        tell_unknown()
        return []
    tell_names(folder, [each.name for each in found])
    return found
