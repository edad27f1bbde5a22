"""What the wheel brings beside its sources: the compiled names and words of each language."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledLanguages(BuildHookInterface[Any]):
    """Compiles the languages into the wheel; an editable installation keeps what it compiles in the user's store."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable" or self.target_name != "wheel":
            return
        root, folder = Path(self.root), Path(self.directory) / ".compiled"
        folder.mkdir(parents=True, exist_ok=True)
        sys.path.insert(0, str(root / "src"))
        try:
            from reportgen.language import compiled_language
            from reportgen.language.compiled import FOLDER
            from reportgen.workspace import Workspace

            # Seen from an empty workspace, as from that of a user.
            workspace = Workspace(folder.resolve(), root.resolve())
            for tag in workspace.languages():
                for name, data in compiled_language(workspace, tag).items():
                    (folder / name).write_bytes(data)
                    build_data["force_include"][str(folder / name)] = f"reportgen/data/{FOLDER}/{name}"
        finally:
            sys.path.remove(str(root / "src"))
