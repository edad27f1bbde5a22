"""Versions of the real report with one thing changed in one of them, in each kind of file that `compare` reads."""
