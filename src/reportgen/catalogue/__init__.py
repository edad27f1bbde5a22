"""The wording of one report in one language: its PO file read, looked up and brought up to date, with its review."""

from reportgen.catalogue.load import Translated, Translation, catalogue_path, load, read
from reportgen.catalogue.state import REVIEW_STATES, Review, ReviewState

__all__ = ["REVIEW_STATES", "Review", "ReviewState", "Translated", "Translation", "catalogue_path", "load", "read"]
