"""One language: its conventions, names, labels, digits, dates and lists; it knows no report."""

from reportgen.language.language import Language, compiled_language, load

__all__ = ["Language", "compiled_language", "load"]
