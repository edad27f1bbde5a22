"""Forms for field offices: what is asked of a report, written as Word files and sheets, and the answers read again."""
