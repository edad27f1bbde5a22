"""What was found in a text is kept under the words and rules it was found by; nothing else is asked again."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.language import Language, load
from reportgen.language.recognition.recognizer import Recognizer
from reportgen.store.packs import save_packs

TEXT = "More than 313 people of the United Nations met in Nepal on 18 July; no more than two stayed."


@pytest.fixture(autouse=True)
def store(tmp_path_factory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("spans") / "store"
    monkeypatch.setenv("REPORTGEN_CACHE", str(folder))
    return folder


def fresh(language: Language) -> Recognizer:
    """A recognizer that has read nothing yet, as a new process has one."""
    return Recognizer(language.conventions, language.lexicon)


def answers(recognizer: Recognizer, text: str = TEXT) -> list[object]:
    return [recognizer.names(text), recognizer.numbers(text), recognizer.qualifiers(text)]


def test_it_is_what_was_found(tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    language = load(tiny.workspace, "en")
    first = answers(fresh(language))
    assert all(first)
    save_packs()
    again = fresh(language)
    monkeypatch.setattr(again, "_read", None)
    assert answers(again) == first
    assert [type(each[0]) for each in answers(again)] == [type(each[0]) for each in first]


def test_another_text_or_name_or_rule_is_looked_through(tiny) -> None:
    answers(fresh(load(tiny.workspace, "en")))
    save_packs()
    assert fresh(load(tiny.workspace, "en")).numbers(TEXT.replace("313", "314"))[0].means == ("314",)
    tiny.write("locales/en/lexicon/places.yaml", "july: {name: July}\n")
    assert "place/july" in [means for each in fresh(load(tiny.workspace, "en")).names(TEXT) for means in each.means]
    text = (tiny.workspace.installed / "locales/en/conventions.yaml").read_text("utf-8")
    tiny.write("locales/en/conventions.yaml", text.replace("[more than", "[much more than"))
    assert text.count("[more than") == 1
    assert fresh(load(tiny.workspace, "en")).qualifiers(TEXT)[0].start > 0


def test_with_the_store_off_nothing_is_written(tiny, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    language = load(tiny.workspace, "en")
    monkeypatch.setenv("REPORTGEN_CACHE", "off")
    assert all(answers(fresh(language)))
    save_packs()
    assert not (store / "spans").exists()
