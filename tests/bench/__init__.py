"""`make bench`: the same reports by reportgen and by other programs, measured in alternation, one after another."""
