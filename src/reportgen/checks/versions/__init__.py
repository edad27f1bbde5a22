"""Rules about language versions: a translation held against its original, each file one rule."""

from __future__ import annotations

from reportgen.checks.versions import (
    emphasis_kept,
    lengths,
    links,
    negations,
    plural_words,
    quoted,
    renderings,
    same_source,
    shares,
)

VERSIONS = (emphasis_kept, lengths, links, negations, plural_words, quoted, renderings, same_source, shares)
"""Modules of this folder, in the order in which their findings are reported."""
