"""How far each piece is: what a text was made from says it, so that what comes back is fresh."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reportgen import pipeline
from reportgen.catalogue import Translated, load
from reportgen.catalogue.state import Recorded, Review, digest_of_wording, review
from reportgen.catalogue.state_file import load_states, read_states, write_states
from reportgen.errors import ReportgenError
from reportgen.pipeline import translations

FILE = "locales/zh/tiny.state.yaml"
OLD, NEW, TEXT = "One.", "One more.", "一。"
RECORD = Recorded(digest_of_wording(OLD), digest_of_wording(TEXT), decided={"n": "one, words"})


def entry(source: str = OLD, text: str = TEXT, fuzzy: bool = False, **fields: Any) -> Translated:
    return Translated("one", source, text, fuzzy, "a.po", 1, **fields)


@pytest.mark.parametrize(
    ("found", "source", "state"),
    [
        (None, OLD, "new"),
        (entry(text=""), OLD, "new"),
        (entry(), OLD, "translated"),
        (entry(), NEW, "stale"),
        (entry(NEW, fuzzy=True, previous=OLD), NEW, "stale"),
        (entry(NEW, fuzzy=True, previous=OLD), OLD, "translated"),
        (entry(NEW, fuzzy=True), OLD, "translated"),
        (entry(NEW), NEW, "translated"),
        (entry(NEW), OLD, "stale"),
        (entry(fuzzy=True), OLD, "needs review"),
        (entry(fuzzy=True), NEW, "stale"),
        (entry(text="二。", fuzzy=True), OLD, "needs review"),
        (entry(NEW, text="二。"), NEW, "translated"),
        (entry(NEW, text="二。"), OLD, "stale"),
    ],
)
def test_the_state_of_a_piece(found: Translated | None, source: str, state: str) -> None:
    assert review(source, found, RECORD, {}).state == state


@pytest.mark.parametrize(
    ("found", "source", "state"),
    [
        (entry(), OLD, "translated"),
        (entry(), NEW, "stale"),
        (entry(fuzzy=True), OLD, "needs review"),
        (entry(NEW, fuzzy=True, previous=OLD), NEW, "stale"),
        (entry(NEW, fuzzy=True, previous=OLD), OLD, "translated"),
    ],
)
def test_the_state_of_a_piece_of_which_nothing_is_recorded(found: Translated, source: str, state: str) -> None:
    assert review(source, found, None, {"n": "other, figures"}).state == state


def test_what_a_fact_decides() -> None:
    assert review(OLD, entry(), RECORD, {"n": "one, words", "new": "f"}).state == "translated"
    found = review(OLD, entry(), RECORD, {"n": "other, figures"})
    why = "a fact asks for other words: n (was one, words; is other, figures)"
    assert found == Review("stale", why, OLD, RECORD)
    asked = entry(fuzzy=True, extracted=(f"review: {why}",))
    assert review(OLD, asked, RECORD, {"n": "other, figures"}).state == "stale"
    assert review(OLD, asked, RECORD, {"n": "one, words"}).state == "translated"
    looked_at = replace(asked, fuzzy=False)
    assert review(OLD, looked_at, RECORD, {"n": "other, figures"}).record == replace(
        RECORD, decided={"n": "other, figures"}
    )


def test_a_mark_that_is_taken_away_records_the_source_that_was_shown() -> None:
    marked = review(OLD, entry(fuzzy=True), RECORD, {})
    assert marked.record == replace(RECORD, state="needs review")
    assert review(OLD, entry(), marked.record, {}).state == "translated"
    assert review(OLD, entry(fuzzy=True), marked.record, {}).state == "needs review"


def test_records_are_read_as_they_were_written() -> None:
    pieces = {"one": RECORD, "t/2-3": replace(RECORD, state="needs review", decided={}, by="A: B", on="2019-01-02")}
    data = write_states(b"", pieces, FILE)
    assert read_states(data.decode(), FILE) == pieces
    assert write_states(data, pieces, FILE) == data


def test_only_lines_of_changed_records_change() -> None:
    first = write_states(b"", {"b": RECORD, "d": RECORD}, FILE).replace(b"\n", b"\r\n")
    noted = first.replace(b"  b:", b"  # of b\r\n  b:")
    changed = {"a": RECORD, "b": RECORD, "c": RECORD, "d": replace(RECORD, target=digest_of_wording("x"), decided={})}
    after = write_states(noted, changed, FILE)
    assert read_states(after.decode(), FILE) == changed
    new = [line for line in after.splitlines() if line not in noted.splitlines()]
    assert [line[:4] for line in new] == [b"  a:", b"  c:", b"  d:"]
    assert after.count(b"\r\n") == after.count(b"\n") == noted.count(b"\n") + 2
    assert write_states(after, {"b": RECORD, "d": RECORD}, FILE).count(b"\n") == noted.count(b"\n")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("format: 2\n", f"{FILE}:1:9: '2' is not a valid format\n  hint: one of: 1"),
        ("format: 1\npieces: {a: {state: stale}}\n", f"{FILE}:2:21: 'stale' is not a valid state\n  hint: one of: "),
        ("format: 1\npiece: {}\n", f"{FILE}:2:1: there is no field 'piece' here"),
    ],
)
def test_files_that_are_no_review_state(text: str, message: str) -> None:
    with pytest.raises(ReportgenError) as caught:
        read_states(text, FILE)
    assert message in str(caught.value)


PARAGRAPHS = """\
- id: one
  facts: {cases: {count: 5, of: cases}, country: {place: ID}}
  text: "{{ cases }} cases in {{ country }}."
- {id: two, text: Two.}
"""
TEXTS = {"one": "{{ country }} : {{ cases }} affaires.", "two": "Deux."}


class Cycle:
    """A report in French whose catalogue is brought up to date again and again."""

    def __init__(self, tiny: Any) -> None:
        self.tiny = tiny
        self.paragraphs(PARAGRAPHS)

    def paragraphs(self, text: str) -> None:
        self.tiny.paragraphs(text)

    def update(self) -> str:
        language = pipeline.language(self.tiny.workspace, "fr")
        for path, data in translations.update(self.tiny.workspace, self.tiny.load(), [language]).items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return self.catalogue()

    def catalogue(self) -> str:
        return (self.tiny.root / "locales/fr/tiny.po").read_text("utf-8")

    def write(self, old: str, new: str) -> None:
        assert old in self.catalogue()
        self.tiny.catalogue(self.catalogue().replace(old, new), "fr")

    def states(self) -> dict[str, str]:
        language = pipeline.language(self.tiny.workspace, "fr")
        found = translations.reviews(self.tiny.workspace, self.tiny.load(), language)
        return {name: each.state for name, each in found.items() if name in TEXTS}


@pytest.fixture
def cycle(tiny: Any) -> Cycle:
    found = Cycle(tiny)
    found.update()
    for source, text in (("{{ cases }} cases in {{ country }}.", TEXTS["one"]), ("Two.", TEXTS["two"])):
        found.write(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{text}"')
    found.update()
    return found


def test_a_source_that_comes_back_is_fresh_before_and_after_an_update(cycle: Cycle) -> None:
    first = cycle.update()
    for update_after in (False, True):
        cycle.paragraphs(PARAGRAPHS.replace("Two.", "Two of them."))
        assert cycle.states() == {"one": "translated", "two": "stale"}
        assert '#, fuzzy\n#| msgid "Two."\nmsgctxt "two"\nmsgid "Two of them."' in cycle.update()
        assert cycle.states()["two"] == "stale"
        cycle.paragraphs(PARAGRAPHS)
        if update_after:
            cycle.update()
        assert cycle.states()["two"] == "translated"
    assert cycle.update() == first


def test_a_figure_asks_for_a_review_only_where_it_decides_other_words(cycle: Cycle) -> None:
    first = cycle.update()
    cycle.paragraphs(PARAGRAPHS.replace("count: 5", "count: 7"))
    assert cycle.states()["one"] == "translated"
    cycle.paragraphs(PARAGRAPHS.replace("count: 5", "count: 1"))
    assert cycle.states()["one"] == "stale"
    text = cycle.update()
    assert "#. review: a fact asks for other words: cases (was other, words; is one, words)\n#, fuzzy\n" in text
    assert cycle.update() == text
    cycle.paragraphs(PARAGRAPHS)
    assert cycle.states()["one"] == "translated"
    assert cycle.update() == first


def test_a_review_that_was_asked_for_is_done_when_the_mark_is_gone(cycle: Cycle) -> None:
    cycle.paragraphs(PARAGRAPHS.replace("count: 5", "count: 1").replace("Two.", "Two of them."))
    cycle.update()
    cycle.write("#, fuzzy\n", "")
    assert cycle.states() == {"one": "translated", "two": "translated"}
    assert "review:" not in cycle.update()
    assert cycle.states() == {"one": "translated", "two": "translated"}


def test_a_mark_of_another_tool_needs_review_until_it_is_taken_away(cycle: Cycle) -> None:
    cycle.write('msgctxt "two"', '#, fuzzy\nmsgctxt "two"')
    assert cycle.states()["two"] == "needs review"
    marked = cycle.update()
    assert marked.count("fuzzy") == 1
    assert load_states(cycle.tiny.workspace, "tiny", "fr")["two"].state == "needs review"
    assert cycle.update() == marked
    cycle.write("#, fuzzy\n", "")
    cycle.update()
    assert load_states(cycle.tiny.workspace, "tiny", "fr")["two"].state == "translated"


def test_who_looked_at_a_text_stays_until_the_text_changes(cycle: Cycle) -> None:
    path = cycle.tiny.root / FILE.replace("zh", "fr")
    signed = path.read_bytes().replace(
        b"  two: {state: translated,", b"  two: {by: A. B., on: 2019-01-02, state: translated,"
    )
    path.write_bytes(signed)
    cycle.update()
    assert path.read_bytes() == signed
    cycle.write('"Deux."', '"Deux !"')
    cycle.update()
    assert b"A. B." not in path.read_bytes()


def test_a_piece_that_is_gone_keeps_its_record_with_its_text(cycle: Cycle) -> None:
    cycle.paragraphs(PARAGRAPHS.rpartition("- {id: two")[0])
    text = cycle.update()
    assert '#~ msgctxt "two"\n#~ msgid "Two."\n#~ msgstr "Deux."\n' in text
    assert "two" in load_states(cycle.tiny.workspace, "tiny", "fr")
    cycle.paragraphs(PARAGRAPHS)
    cycle.update()
    assert cycle.states() == {"one": "translated", "two": "translated"}
    assert load(cycle.tiny.workspace, "tiny", "fr").obsolete == {}


@pytest.mark.parametrize(
    ("source", "state"),
    [
        ("{{ country }}", "translated"),
        ("{{ low }}–{{ high }}", "translated"),
        ("{{ unodc | full }}", "translated"),
        ("{{ country | form('in') }}", "new"),
        ("{{ n | counted(one='one', other='#') }}", "new"),
        ("in {{ country }}", "new"),
        ("{{ para('a') }}", "new"),
        ("–", "new"),
        ("{{ country", "new"),
    ],
)
def test_facts_and_signs_alone_need_no_translation(source: str, state: str) -> None:
    assert review(source, None, None, {}).state == state
