"""Wording that the closed language has not, or has in another way."""

from __future__ import annotations

import json
import random

from tests.measure.bad.trial import BUILD, BUILD_ENGLISH, CATALOGUE, CHECK, FIRST, Trial, text_of, trial

_TOKENS = [
    "{{", "}}", "{{ ", " }}", "{%", "%}", "{#", "#}", "{{-", "-}}", "|", " | ", "(", ")", '"', "'", "“", "«", ",", "=", ".", "*", "**",
    "***", "[^", "]", "[^seen]", "<", ">", "<https://", "<https://a.b>", "<javascript:alert(1)>", "\\", "#", "&nbsp;", "<b>",
    "trained", "country", "countries", "unodc", "nobody", "para", "table", "section", "note", "counted", "plural", "form", "words",
    "figures", "agree", "as", "of", "full", "short", "third", "brief", "bare", 'form("in")', 'form("nonsense")', 'para("opening")',
    'para("nobody")', 'counted(one="#", other="#")', 'counted(one="{{ x }}")', 'as("x", when="313")', "1", "½", "\u202e", "\u200b", "\0",
    "countries.KE", "countries.XX", "trained.x", "range(9)", "1+1", "if", "for", "x" * 2000, "é", "\n", "\t", " ",
]  # fmt: skip
_WHOLE = [
    "{{ countries | counted(one='a', other='b') }}", "{{ trained | words }}", "{{ share | words }}", "{{ cost | form('x') }}",
    "{{ since | form('x') }}", "{{ ages | counted(one='a', other='b') }}", "{{ country | agree(m='a') }}", "{{ trained | form('') }}",
    "{{ length | words }}", "{{ length | plural(one='a') }}", "{{ paras('opening') }}", "{{ paras('opening', to='nobody') }}",
    "{{ paras('closing', to='opening') }}", "{{ table('opening') }}", "{{ annex('first') }}", "{{ figure('chart') | form('x') }}",
    "{{ unodc | full | short }}", "{{ unodc | third | form('of') }}", "{{ trained | of('country') }}", "{{ trained | of('nobody') }}",
    "{{ trained | as('x') }}", "{{ trained | as('', when='') }}", "[^nobody]", "[^seen][^seen]", "*a **b* c**", "*", "**a*", "{{}}",
    "{{ }}", "{{ '' }}", "{{ fair | form('zzz') }}", "{{ countries | form('in') }}", "{{ para() }}", "{{ para('a','b') }}",
]  # fmt: skip


def make(chance: random.Random) -> Trial:
    """A few tokens in a row, or something that is nearly right, in English or in the French catalogue."""
    piece = (
        "".join(chance.choices(_TOKENS, k=chance.randint(1, 6))) if chance.random() < 0.65 else chance.choice(_WHOLE)
    )
    if chance.random() < 0.5:
        old = "In {{ country }}"
        text = text_of(FIRST)
        at = (
            text.index(old)
            if chance.random() < 0.5
            else text.index("they say")
            if "they say" in text
            else text.index(old)
        )
        line = piece.replace("\n", " ") if chance.random() < 0.9 else piece
        return trial(
            FIRST, (text[:at] + line + " " + text[at:]).encode(), chance.choice([BUILD_ENGLISH, BUILD_ENGLISH, CHECK])
        )
    text = text_of(CATALOGUE).replace(
        'msgstr "Tout est fait', f'msgstr {json.dumps(piece, ensure_ascii=False)}\n"Tout est fait'
    )
    return trial(CATALOGUE, text.encode(), chance.choice([BUILD, CHECK, [*CHECK, "-l", "fr"]]))
