"""What follows an issued document: corrigendum, revision, addendum, reissue; gives new files, and writes none."""
