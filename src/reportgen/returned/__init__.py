"""What came back, as changes: what was sent, what came back and today's sources laid on one another, piece by piece."""
