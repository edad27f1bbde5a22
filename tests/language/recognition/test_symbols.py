"""Symbols of documents, and resolutions of bodies that are named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.facts import Symbol
from tests.tools.recognition import TAGS, is_read_as, language_of, stated_in

SYMBOLS = [
    "A/74/146",
    "A/RES/70/1",
    "E/CN.15/2019/9",
    "A/74/146/Add.1",
    "ST/SG/SER.A/1",
    "A/HRC/40/22",
    "CTOC/COP/2012/14",
]


@given(st.sampled_from(TAGS), st.sampled_from(SYMBOLS))
def test_every_symbol_that_is_printed(tag: str, symbol: str) -> None:
    text = f"({symbol}), {symbol}."
    assert is_read_as(tag, text, Symbol(symbol), 1, 1 + len(symbol))
    assert stated_in(tag, text) == [(symbol, "symbol", symbol)] * 2


def test_figures_of_a_symbol_are_no_numbers() -> None:
    readings = language_of("en").recognizer.readings("E/CN.15/2019/9")
    assert [each.value for each in readings] == [Symbol("E/CN.15/2019/9")]


@pytest.mark.parametrize("text", ["HIV/AIDS", "and/or", "UNDP/UNODC"])
def test_what_is_no_symbol(text: str) -> None:
    assert [kind for _, kind, _ in stated_in("en", text) if kind == "symbol"] == []


@pytest.mark.parametrize(
    ("tag", "text", "symbol"),
    [
        ("en", "General Assembly resolution 70/1", "general-assembly 70/1"),
        ("en", "Economic and Social Council resolution 2018/17", "economic-and-social-council 2018/17"),
        ("en", "Security Council resolution 1325 (2000)", "security-council 1325 (2000)"),
        ("fr", "résolution 70/1 de l’Assemblée générale", "general-assembly 70/1"),
        ("es", "resolución 70/1 de la Asamblea General", "general-assembly 70/1"),
        ("ru", "резолюции 70/1 Генеральной Ассамблеи", "general-assembly 70/1"),
        ("ar", "قرار الجمعية العامة 70/1", "general-assembly 70/1"),
        ("zh", "大会第70/1号决议", "general-assembly 70/1"),
    ],
)
def test_resolutions_of_bodies_that_are_named(tag: str, text: str, symbol: str) -> None:
    assert stated_in(tag, text) == [(text, "resolution", symbol)]


def test_further_resolutions_of_a_list() -> None:
    assert stated_in("en", "General Assembly resolutions 70/1, 71/2 and 72/3")[1:] == [
        ("71/2", "resolution", "general-assembly 71/2"), ("72/3", "resolution", "general-assembly 72/3"),
    ]  # fmt: skip


def test_a_resolution_of_the_lexicon_is_its_name() -> None:
    text = "Economic and Social Council resolution 1992/22"
    assert (text, "instrument", "ecosoc-res-1992-22") in stated_in("en", text)
