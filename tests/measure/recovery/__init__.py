"""Edits of printed pieces as people make them, with what is true of each, and a judge of what recovery made of them."""
