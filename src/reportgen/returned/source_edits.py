"""Edits of the files of a report, by the names of the files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from reportgen.inputs.places import WrittenPlaces
from reportgen.located import Edit
from reportgen.located.cells import CellEdit, splice_cells
from reportgen.located.splice import splice
from reportgen.record import field, record


@record
class SourceEdits:
    """Edits of YAML files, and of the CSV files of tables."""

    yaml: dict[str, list[Edit]] = field(default_factory=lambda: defaultdict(list))
    cells: dict[str, list[CellEdit]] = field(default_factory=lambda: defaultdict(list))

    def made(self, places: WrittenPlaces, data: Mapping[Path, bytes]) -> dict[Path, bytes]:
        """The files that change, with all edits made; `data` are the bytes of the files that are edited."""
        found: dict[Path, bytes] = {}
        for shown, edits in self.yaml.items():
            path = places.files[shown]
            found[path] = splice(data[path], edits, shown)
        for shown, cell_edits in self.cells.items():
            path = places.files[shown]
            found[path] = splice_cells(data[path], cell_edits, shown)
        return {path: new for path, new in found.items() if new != data[path]}

    def files(self, places: WrittenPlaces) -> list[Path]:
        """The files that are edited."""
        return [places.files[shown] for shown in (*self.yaml, *self.cells)]
