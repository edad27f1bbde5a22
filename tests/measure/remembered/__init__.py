"""Aligned texts in any number, made from our own report and from public catalogues of other programs."""
