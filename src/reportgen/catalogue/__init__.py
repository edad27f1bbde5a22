"""The wording of one report in one language: its PO file read, looked up and brought up to date."""

from reportgen.catalogue.load import Translated, Translation, catalogue_path, load, read

__all__ = ["Translated", "Translation", "catalogue_path", "load", "read"]
