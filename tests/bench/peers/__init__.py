"""The same text by other programs: each makes headings, numbered paragraphs and the rest as far as it can."""
