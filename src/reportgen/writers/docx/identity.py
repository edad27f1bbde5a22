"""What a Word file says it is: symbol, edition, language and the digest of its text, as properties of its own."""

from __future__ import annotations

from reportgen.tree.printed import Identity
from reportgen.word import identity as names
from reportgen.writers.docx.xml import HEADER, escape

_OF_USERS = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that users may add (ISO/IEC 29500-1, 15.2.12.2)."""


def custom_properties(identity: Identity) -> bytes:
    """The part docProps/custom.xml."""
    values = {
        names.SYMBOL: identity.symbol,
        names.EDITION: str(identity.edition),
        names.LANGUAGE: identity.language,
        names.DIGEST: identity.digest,
    }
    # Numbers of properties begin with 2, since 0 and 1 are taken (MS-OLEPS).
    rows = "".join(_property(number, name, value) for number, (name, value) in enumerate(values.items(), 2))
    namespaces = f'xmlns="{names.CUSTOM_PROPERTIES}" xmlns:vt="{names.VARIANT_TYPES}"'
    return f"{HEADER}<Properties {namespaces}>{rows}</Properties>".encode()


def _property(number: int, name: str, value: str) -> str:
    return (
        f'<property fmtid="{_OF_USERS}" pid="{number}" name="{name}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
    )
