"""Names in documents that others wrote: what looks like a name, and whether the lexicon has it."""
