"""Rules about language versions: a translation held against its original, each file one rule."""

from __future__ import annotations

from types import ModuleType

VERSIONS: tuple[ModuleType, ...] = ()
"""Modules of this folder, in the order in which their findings are reported."""
