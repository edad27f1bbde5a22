"""The measures, one module each; `tests.measure.registry` lists them."""
