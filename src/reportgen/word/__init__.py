"""What the reader and the writer of Word files share: style names, bookmark coding, names of parts."""
