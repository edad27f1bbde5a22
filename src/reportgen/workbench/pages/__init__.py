"""One module a page, each with its `ROUTES`: what it shows, and what its scripts ask for."""
