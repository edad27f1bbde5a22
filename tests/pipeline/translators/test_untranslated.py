"""How many pieces have no text yet, as is said before a report is sent out."""

from __future__ import annotations

from reportgen import pipeline
from reportgen.pipeline.translations import untranslated
from reportgen.workspace import Workspace

SECTION = """\
id: first
heading: Opening
paragraphs:
  - id: words
    text: Some words.
  - id: facts-alone
    facts: {country: {place: KE}}
    text: "{{ country }}"
"""


def test_a_piece_that_is_facts_alone_waits_for_no_translation(tiny) -> None:
    tiny.section(SECTION)
    workspace = Workspace.at(tiny.root)
    report = pipeline.load(workspace, "tiny")
    # The title, the heading and the words.
    assert untranslated(workspace, report, ("en", "fr")) == {"fr": 3}
