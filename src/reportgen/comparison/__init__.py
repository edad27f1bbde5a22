"""What became of every block between two sides: matched, explained and told, whatever the sides are."""
