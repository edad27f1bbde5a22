"""Versions of one document beside one another, two to six languages or two states of one; no report is needed."""
