from __future__ import annotations

from collections.abc import Callable

PARAGRAPHS = """
    - id: one
      facts: {body: {entity: unodc}}
      text: A letter of {{ body | short }} came.
"""


def test_text_in_its_own_script(findings: Callable[..., list[str]]) -> None:
    assert findings(PARAGRAPHS, {"one": "{{ body | short }}来信。"}) == []


def test_letters_of_another_script(findings: Callable[..., list[str]]) -> None:
    assert findings(PARAGRAPHS, {"one": "{{ body | short }}来信 email *email* и Bob。"}) == [
        "RG061 error zh para. 1 (one): 'email' is not han script",
        "RG061 error zh para. 1 (one): 'и' is not han script",
        "RG061 error zh para. 1 (one): 'Bob' is not han script",
    ]


def test_a_letter_of_another_alphabet_inside_a_word(findings: Callable[..., list[str]]) -> None:
    text = PARAGRAPHS.replace("A letter", "A l\u0435tter")
    assert findings(text, {"one": "{{ body | short }}来信。"}) == [
        "RG061 error en para. 1 (one): '\u0435' is not latin script"
    ]


def test_a_translation_that_is_the_original(findings: Callable[..., list[str]]) -> None:
    assert findings(PARAGRAPHS, {"one": "A letter of {{ body | short }} came."}) == [
        "RG061 error zh para. 1 (one): 'A' is not han script",
        "RG061 error zh para. 1 (one): 'letter' is not han script",
        "RG061 error zh para. 1 (one): 'of' is not han script",
        "RG061 error zh para. 1 (one): 'came' is not han script",
        "RG062 warning zh para. 1 (one): the text is that of the original",
    ]


def test_what_is_not_translated_is_not_also_in_another_script(findings: Callable[..., list[str]]) -> None:
    assert findings(PARAGRAPHS, {}) == ["RG041 error zh one: the translation is missing"]
