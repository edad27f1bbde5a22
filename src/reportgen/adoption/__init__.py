"""A document of any program as a report: its lines drafted, worded and laid beside other languages, as new files.

`read_draft(document, …)` finds parts and blocks, `worded(draft, language)` their facts, `report_files(draft, …)` writes
them. What the program would number as the file does becomes a numbered block; every other number stays as text, so
that nothing is lost and none is changed.
"""
