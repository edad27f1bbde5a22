"""What is printed: the document of one language, numbered and resolved."""
