"""The budget report with one figure changed: what depends on it, worked out without reportgen."""
