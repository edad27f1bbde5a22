"""Forms of field offices: made of a report, and what came back in them written into its sources."""
