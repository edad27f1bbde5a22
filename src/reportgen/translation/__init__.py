"""Files for translators' tools: units of text with their facts, written to and read from each format."""
