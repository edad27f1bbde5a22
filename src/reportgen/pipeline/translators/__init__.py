"""Files for translators' tools and from them, and what is said of the texts: reviewed, final."""
