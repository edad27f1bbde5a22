"""Data on one line in the brackets and quotes that YAML shares with JSON: `json_line({"a": 1})` is `{"a": 1}`."""

from __future__ import annotations

import json
from typing import Any


def json_line(data: Any) -> str:
    """Plain data as YAML and JSON both read it; decimal numbers are texts, so that no nought is lost."""
    text = json.dumps(data, ensure_ascii=False, default=str)
    # What YAML takes for a line end or refuses stands as a number.
    return "".join(f"\\u{ord(letter):04x}" if _is_special(letter) else letter for letter in text)


def _is_special(letter: str) -> bool:
    return "\x7f" <= letter <= "\x9f" or letter in "\u2028\u2029\ufeff\ufffe\uffff" or "\ud800" <= letter <= "\udfff"
