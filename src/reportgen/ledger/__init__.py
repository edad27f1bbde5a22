"""The ledger of numbers: what was sent out under which number, and every change since."""
