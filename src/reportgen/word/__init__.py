"""What the reader and the writer of Word files share: names, bookmark coding, how a file is opened within limits."""
