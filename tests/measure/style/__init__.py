"""Faults that an editor would mend, planted by program from the sources of the rules, and not from their words."""
