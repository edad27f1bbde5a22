"""A document that exists made into a report: read, drafted, proved by building it; one, or a whole archive."""
