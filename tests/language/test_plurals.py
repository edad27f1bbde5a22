"""Plural categories of numbers that are longer than Babel's arithmetic is exact."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen import language as languages
from reportgen.workspace import Workspace


@pytest.mark.parametrize(
    ("tag", "number", "category"),
    [
        ("ru", Decimal("123456789012345678901234567891"), "one"),
        ("ru", Decimal("-123456789012345678901234567892"), "few"),
        ("ru", Decimal("123456789012345678901234567892.0"), "other"),
        ("ar", Decimal("123456789012345678901234567803"), "few"),
        ("ar", Decimal("123456789012345678901234567800"), "other"),
        ("en", Decimal("1.0"), "other"),
        ("en", Decimal("-1"), "one"),
    ],
)
def test_every_digit_counts(tag: str, number: Decimal, category: str) -> None:
    assert languages.load(Workspace.at(), tag).plural_category(number) == category
