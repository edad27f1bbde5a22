"""Changes of meaning that a hand can make in the wording of a report, as the review of version 0.1.0 lists them."""
