"""A plugin of pytest that puts one fault into one module as it is imported: REPORTGEN_MUTANT is module and number."""

from __future__ import annotations

import os
import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType
from typing import Any

from tests.measure.mutants.mutations import mutant


class _Loader(SourceFileLoader):
    """Compiles the module with its fault; nothing is read from or written to caches of bytecode."""

    number = 0

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002
        source = self.get_data(self.path).decode("utf-8")
        return compile(mutant(source, self.number).tree, self.path, "exec", dont_inherit=True)


class _Finder(MetaPathFinder):
    """Finds the one module, and leaves all others to Python."""

    def __init__(self, name: str, number: int) -> None:
        self.name, self.number = name, number

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> ModuleSpec | None:  # noqa: ARG002
        found = PathFinder.find_spec(fullname, path) if fullname == self.name else None
        if found is not None and found.origin is not None:
            found.loader = _Loader(fullname, found.origin)
            found.loader.number = self.number
        return found


_name, _, _number = os.environ["REPORTGEN_MUTANT"].partition(":")
sys.meta_path.insert(0, _Finder(_name, int(_number)))  # at once: what conftest.py imports comes next
