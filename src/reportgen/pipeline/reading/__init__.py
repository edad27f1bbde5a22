"""What came back, on its way into the sources: the sides that are compared, what is planned, and the proof of it."""
