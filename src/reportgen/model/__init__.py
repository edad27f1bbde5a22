"""What the author wrote: Pydantic models of a report, frozen and closed to unknown fields."""
