"""Short names of a new translation, as the original asks for them."""

from __future__ import annotations

import pytest

from reportgen.pipeline.translators.source_styles import with_source_styles


@pytest.mark.parametrize(
    ("wording", "source", "found"),
    [
        ("L’{{ unodc }}", "{{ unodc | third }}", "L’{{ unodc | third }}"),
        ('{{ unodc | form("of") }}', "{{ unodc | third }}", '{{ unodc | form("of") | third }}'),
        ("{{ a }}, {{ a }}", "{{ a }} {{ a | short }}", "{{ a }}, {{ a | short }}"),
        ("{{ a }}", "{{ a }} {{ a | short }}", "{{ a }}"),
        ("{{ a | full }}", "{{ a | third }}", "{{ a | full }}"),
        ("{{ a", "{{ a | third }}", "{{ a"),
    ],
)
def test_styles(wording: str, source: str, found: str) -> None:
    assert with_source_styles(wording, source) == found
