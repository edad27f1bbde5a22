"""After a report was issued: corrigendum, addendum, revision, and editions that were kept by nobody."""
