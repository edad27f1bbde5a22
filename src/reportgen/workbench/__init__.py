"""The report in a browser, an extra: pages over the functions of the command line, served to this machine alone.

Files stay the truth: what is shown is read from them, what is saved is written by `pipeline.editing` and the functions
behind `read --apply`, `translations accept` and `numbers accept`. Nothing is worked out here that these do not say.
"""
