"""The digest that keys are made of, and by which contents are compared."""

from __future__ import annotations

try:
    # hashlib loads OpenSSL, which takes longer than a run that finds all unchanged may.
    from _blake2 import blake2b
except ImportError:  # a Python that has it elsewhere
    from hashlib import blake2b

SIZE = 20
"""Bytes of a digest: two contents in 2**80 may be taken for one."""


def digest_of_bytes(data: bytes) -> bytes:
    """The BLAKE2b digest of some bytes, 20 bytes long."""
    return blake2b(data, digest_size=SIZE).digest()
