"""The classes of bad inputs by name, each with its weight and the function that makes one of it."""

from __future__ import annotations

from tests.measure.bad import (
    arguments,
    catalogues,
    files,
    ledger,
    outputs,
    overlays,
    pictures,
    tables,
    templates,
    wording,
)
from tests.measure.bad import yaml_text as yaml_texts
from tests.measure.bad.trial import Maker

CLASSES: dict[str, tuple[int, Maker]] = {
    "YAML": (20, yaml_texts.make),
    "files, links": (8, files.make),
    "wording": (12, wording.make),
    "catalogues": (14, catalogues.make),
    "overlays": (12, overlays.make),
    "templates": (8, templates.make),
    "ledger": (8, ledger.make),
    "CSV": (6, tables.make),
    "pictures": (5, pictures.make),
    "output folder": (3, outputs.make),
    "command line": (7, arguments.make),
}
