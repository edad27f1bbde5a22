"""The report in a browser: pages over the functions of the command line, an extra; `run(order)` serves them.

Files stay the truth: what is shown is read from them, what is saved is written by `pipeline.editing` and the functions
behind `read --apply`, `translations accept` and `numbers accept`. Nothing is worked out here that these do not say.
"""
