"""A report in one language gets another one: what `translations update -l` does, from the page of translators."""

from __future__ import annotations


def test_a_language_is_begun(tiny, ask) -> None:
    assert "Begin" in ask("/r/tiny/translate")[2]
    assert ask.json("/r/tiny/translate/begin", {"tag": "fr"})["saved"]
    assert 'msgctxt "opening"' in (tiny.root / "locales/fr/tiny.po").read_text("utf-8")
    status, _, text = ask("/r/tiny/translate?tag=fr")
    assert status == 200
    assert 'data-piece="opening"' in text


def test_a_language_is_begun_once_and_only_one_that_there_is(ask) -> None:
    ask.json("/r/tiny/translate/begin", {"tag": "fr"})
    for tag in ("fr", "en", "xx", "../fr", ""):
        status, _, text = ask("/r/tiny/translate/begin", {"tag": tag})
        assert status == 400
        assert "no language that can be begun" in text
