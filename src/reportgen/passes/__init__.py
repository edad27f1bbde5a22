"""Passes over a whole document, each `Document -> Document`: names, numbers, references, contents."""
