"""Symbols and job numbers as an author may write them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from reportgen.facts.symbols import JOB_NUMBER, SYMBOL

SymbolText = Annotated[str, Field(pattern=SYMBOL, description="the symbol of a document: E/CN.15/2019/9")]
JobNumber = Annotated[str, Field(pattern=JOB_NUMBER, description="V.19-01520, 19-04865, GE.19-04865 or K1904865")]
