"""Mutants of reportgen: one small fault put into one module, while the tests of its room run."""
