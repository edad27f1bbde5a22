"""A document in the looks of a Word file of the user's."""
