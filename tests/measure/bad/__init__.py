"""Bad inputs by class: each module makes trials of one class, in a small workspace in which something is wrong."""
