"""The grammar of document symbols (research.un.org/en/docs/symbols) and job numbers, as regular expressions."""

from __future__ import annotations

import re

SYMBOL = (
    r"^(A|S|E|ST|[A-Z]{2,6})(/(SER\.[A-Z]|E?S-\d{1,3}|(COP|MOP)\(\d{1,2}\)|[A-Za-z]{1,10}(\.[A-Z]{1,6})?(\.\d+)?)"
    r"|/\d{1,4}(-\d{1,4})?)+(/(Add|Corr|Rev|Amend)\.\d+)*\*?$"
)
"""A symbol such as E/CN.15/2019/9, A/74/146/Add.1, A/ES-11/1, ICCD/COP(16)/2 or ST/SG/SER.A/1."""

JOB_NUMBER = r"^((V|GE)\.)?\d{2}-\d{5}$|^K\d{7}$"
"""A job number of Vienna or Geneva, New York, or Nairobi."""

_AMENDED = re.compile(r"(/(Add|Corr|Rev|Amend)\.\d+)*\*?\Z")


def base_symbol(symbol: str) -> str:
    """The symbol of a document without what says that it amends one, or was reissued: A/80/590/Rev.1* is A/80/590."""
    return _AMENDED.sub("", symbol, count=1)
