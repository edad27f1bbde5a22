"""One language: labels, digits, dates, lists and names. It knows no report but its catalogue of wording."""

from reportgen.language.language import Language, load

__all__ = ["Language", "load"]
