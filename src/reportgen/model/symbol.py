"""Symbols of United Nations documents and job numbers (conventions: C.3)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

SYMBOL = (
    r"^(A|S|E|ST|[A-Z]{2,6})(/(SER\.[A-Z]|[A-Za-z]{1,5}(\.\d+)?)|/\d{1,4}(-\d{1,4})?)+(/(Add|Corr|Rev|Amend)\.\d+)*\*?$"
)
JOB_NUMBER = r"^((V|GE)\.)?\d{2}-\d{5}$|^K\d{7}$"

SymbolText = Annotated[str, Field(pattern=SYMBOL, description="the symbol of a document: E/CN.15/2019/9")]
JobNumber = Annotated[str, Field(pattern=JOB_NUMBER, description="V.19-01520, 19-04865, GE.19-04865 or K1904865")]
