"""One placeholder and one value as the inlines that a language prints for them."""
