"""The words of forms in six languages: every language has all of them, with the same places in its messages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportgen.errors import InputError, ReportgenError
from reportgen.forms.words import FormMessages, form_words
from reportgen.templates.kinds import kinds
from reportgen.workspace import Workspace

ROOT = Path(__file__).parents[2]
TAGS = ("ar", "en", "es", "fr", "ru", "zh")


@pytest.mark.parametrize("tag", TAGS)
def test_every_kind_of_paragraph_and_fact_has_words(tag: str) -> None:
    workspace = Workspace.at(ROOT)
    words = form_words(workspace, tag)
    for name, kind in kinds(workspace).items():
        assert words.kinds[name].name
        assert words.kinds[name].facts.keys() == kind.all_facts.keys()


@pytest.mark.parametrize("tag", TAGS)
def test_messages_have_the_same_places_in_every_language(tag: str) -> None:
    english, other = (form_words(Workspace.at(ROOT), each).messages for each in ("en", tag))
    for fault in FormMessages.model_fields:
        places = [sorted(re.findall(r"\{\w+\}", getattr(each, fault))) for each in (english, other)]
        assert places[0] == places[1], fault


def test_a_message_with_an_unknown_place_is_refused(tiny) -> None:
    text = (ROOT / "templates/en/form.yaml").read_text("utf-8").replace("{example}", "{exmaple}")
    tiny.write("templates/en/form.yaml", text)
    with pytest.raises(ReportgenError, match=r"form\.yaml:\d+:\d+: a message has no place 'exmaple'"):
        form_words(tiny.workspace, "en")


def test_a_language_without_words_is_told(tiny) -> None:
    with pytest.raises(InputError, match=r"templates/xx/form\.yaml"):
        form_words(tiny.workspace, "xx")
