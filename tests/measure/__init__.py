"""Large measures with a seed that can be given: `make measure [ONLY=name] [SEED=n] [COUNT=n] [CASE=n]`.

Each module of `measures/` is one measure, and one line of `registry.py`. `make test` runs a small sample of each.
"""
