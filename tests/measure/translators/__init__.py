"""Translators' mistakes and edits on exported XLIFF, as people make them in their tools."""
