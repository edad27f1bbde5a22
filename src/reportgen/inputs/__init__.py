"""YAML files of a report to `model.Report`, with errors that tell file, line and column."""

from reportgen.inputs.load import load

__all__ = ["load"]
