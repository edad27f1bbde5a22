"""A session builds what a clean build would, after any changes, prints anew only what changed, and writes nothing."""

from __future__ import annotations

import random
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import reportgen
from reportgen import pipeline
from reportgen.assemble.prose import Prose
from reportgen.errors import InputError, ReportgenError, UsageError
from reportgen.pipeline.session import Session
from reportgen.workspace import Workspace

pipeline_build: Any = sys.modules["reportgen.pipeline.build"]  # its name in the room is that of the function
SECTION = "inputs/tiny/sections/first.yaml"
PARAGRAPHS = """\
id: first
heading: The first section
paragraphs:
  - id: opening
    facts: {trained: {count: 313}, country: {place: ID}}
    text: In {{ country }}, {{ unodc }} trained {{ trained }} people; see {{ para("closing") }}.[^training]
    notes: {training: See A/99/2.}
  - id: closing
    facts: {visits: {count: 12}}
    text: "{{ unodc }} made {{ visits }} visits with {{ unodc }}."
"""
CHINESE = """\
msgctxt "opening"
msgid "x"
msgstr ""
"{{ unodc }}在{{ country }}培训了{{ trained }}人；"
"见{{ para(\\"closing\\") }}。[^training]"

msgctxt "closing"
msgid "x"
msgstr "{{ unodc }}访问{{ visits }}次。"
"""


@pytest.fixture(autouse=True)
def store(tmp_path_factory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("session") / "store"
    monkeypatch.setenv("REPORTGEN_CACHE", str(folder))
    return folder


@pytest.fixture
def session(tiny) -> Session:
    tiny.section(PARAGRAPHS)
    tiny.catalogue(CHINESE)
    return reportgen.Session(tiny.root)


def clean(workspace: Workspace, slug: str = "tiny") -> Any:
    """What a clean build of a workspace gives: the files, and the findings; or what is wrong."""
    try:
        report = pipeline.load(workspace, slug)
        documents = pipeline.build_all(workspace, report)
    except ReportgenError as error:
        return str(error)
    files = {(tag, name): pipeline.write(each, name) for tag, each in documents.items() for name in FORMATS}
    return files, pipeline.check_documents(workspace, report, documents)


def built(session: Session, slug: str = "tiny") -> Any:
    """The same from a session."""
    try:
        files = {(tag, name): session.written(slug, tag, name) for tag in session.languages(slug) for name in FORMATS}
        return files, session.findings(slug)
    except ReportgenError as error:
        return str(error)


FORMATS = ("docx", "md", "json", "outline")
PRINTED = {"en": "UNODC made 12 visits with UNODC.", "zh": "联合国毒品和犯罪问题办公室访问12次。"}


def test_it_builds_what_a_clean_build_gives(session: Session, tiny) -> None:
    assert built(session) == clean(tiny.workspace)
    assert session.reports() == ("tiny",)
    assert session.languages() == ("en", "zh")
    assert session.document("tiny", "zh") == tiny.build("zh")


def test_the_printed_text_of_a_piece_in_every_language(session: Session) -> None:
    assert session.printed("closing") == PRINTED
    session.change(SECTION, PARAGRAPHS.replace("count: 12", "count: 14"))
    assert [text for text in session.printed("closing").values() if "14" not in text] == []
    assert list(session.printed("training")) == ["en", "zh"]
    assert session.printed("nothing") == {}


def test_a_change_is_seen_and_reaches_no_disk(session: Session, tiny, store: Path) -> None:
    built(session)
    before = {path: path.read_bytes() for path in tiny.root.rglob("*") if path.is_file()}
    session.change(SECTION, PARAGRAPHS.replace("made", "paid"))
    session.change("locales/zh/lexicon/entities.yaml", "unodc: {name: 毒品办公室}\necosoc: {name: 理事会}\n")
    session.change("templates/en/standing.j2", "{% block source %}From:{% endblock %}")
    assert "paid 12 visits" in session.printed("closing")["en"]
    assert session.printed("closing")["zh"].startswith("毒品办公室访问")
    session.findings()
    assert {path: path.read_bytes() for path in tiny.root.rglob("*") if path.is_file()} == before
    assert [path for path in store.rglob("*") if path.is_file() and path.parent.name != "program"] == []


def test_what_is_changed_back_is_as_it_was(session: Session, tiny) -> None:
    first = built(session)
    session.change(SECTION, PARAGRAPHS.replace("made", "paid"))
    assert built(session) != first
    session.change(SECTION, None)
    assert built(session) == first


def test_what_others_save_is_seen(session: Session, tiny) -> None:
    built(session)
    tiny.section(PARAGRAPHS.replace("made", "paid"))
    session.refresh()
    assert built(session) == clean(tiny.workspace)
    tiny.write("locales/en/lexicon/entities.yaml", "unodc: {name: the Office}\necosoc: {name: The Council}\n")
    session.refresh()
    assert built(session) == clean(tiny.workspace)


def test_a_new_file_and_a_new_language(session: Session, tiny) -> None:
    session.change(
        "inputs/tiny/sections/second.yaml", "id: second\nheading: More\nparagraphs: [{id: more, text: Words.}]\n"
    )
    report = (tiny.root / "inputs/tiny/report.yaml").read_text()
    session.change("inputs/tiny/report.yaml", report.replace("[first]", "[first, second]"))
    assert session.printed("more") == {"en": "Words.", "zh": "⟦Words.⟧"}
    session.change("locales/fr/tiny.po", 'msgctxt "more"\nmsgid "Words."\nmsgstr "Des mots."\n')
    assert session.printed("more") == {"en": "Words.", "fr": "Des mots.", "zh": "⟦Words.⟧"}
    session.change(
        "inputs/other/report.yaml", report.replace("[first]", "[{id: o, heading: O, paragraphs: [{id: a, text: A.}]}]")
    )
    assert session.reports() == ("other", "tiny")
    assert session.printed("a", "other") == {"en": "A."}


def test_an_error_is_told_until_it_is_mended(session: Session) -> None:
    session.change(SECTION, PARAGRAPHS.replace("count: 12", "cuont: 12"))
    for _ in range(2):
        with pytest.raises(InputError, match="there is no kind of fact 'cuont'"):
            session.document("tiny", "en")
    session.change(SECTION, PARAGRAPHS)
    assert session.document("tiny", "en").slug == "tiny"
    with pytest.raises(UsageError, match="there is no report 'tinny'"):
        session.document("tinny", "en")


@pytest.fixture
def printed_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    texts: list[str] = []
    content = Prose.content
    monkeypatch.setattr(Prose, "content", lambda prose, text: texts.append(text) or content(prose, text))
    return texts


def test_only_what_changed_is_printed_anew(session: Session, printed_anew: list[str]) -> None:
    built(session)
    printed_anew.clear()
    session.change(SECTION, PARAGRAPHS.replace("count: 313", "count: 314"))
    built(session)
    anew = [text for text in printed_anew if "trained" in text or "visits" in text or "A/99/2" in text]
    assert [text.partition(" }}")[0] for text in anew] == ["In {{ country", "{{ unodc"]


TOTAL = """\
id: second
heading: The second section
paragraphs:
  - id: total
    facts: {total: {sum: [opening/trained, closing/visits]}}
    text: That makes {{ total }}.
"""


def test_a_sum_follows_a_fact_of_another_file(session: Session, tiny) -> None:
    session.change("inputs/tiny/sections/second.yaml", TOTAL)
    report = (tiny.root / "inputs/tiny/report.yaml").read_text()
    session.change("inputs/tiny/report.yaml", report.replace("[first]", "[first, second]"))
    assert session.printed("total")["en"] == "That makes 325."
    session.change(SECTION, PARAGRAPHS.replace("count: 12", "count: 14"))
    assert session.printed("total")["en"] == "That makes 327."


def test_pages_that_nothing_changed_are_numbered_once(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    numbered: list[str] = []
    number = pipeline_build.number_blocks
    monkeypatch.setattr(
        pipeline_build,
        "number_blocks",
        lambda document, *rest: numbered.append(document.language) or number(document, *rest),
    )
    built(session)
    numbered.clear()
    session.change(SECTION, PARAGRAPHS.replace("made {{", "paid {{"))
    built(session)
    assert numbered == ["en"]
    assert session.document("tiny", "zh").printed_from.sources["closing"].startswith("{{ unodc }} paid")
    session.change(SECTION, "# a line more\n" + PARAGRAPHS)
    built(session)
    # Places in files are other ones, of which findings tell.
    assert numbered == ["en", "en", "zh"]


def test_a_language_is_built_when_it_is_asked_for_and_may_be_forgotten(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[str] = []
    build = pipeline_build.build
    module = sys.modules["reportgen.pipeline.session"]
    monkeypatch.setattr(module, "build", lambda *given: found.append(given[2]) or build(*given))
    built = session.now.built("tiny")
    assert built.ledger().editions == ()
    assert found == []
    assert session.now.passing("tiny", "zh") == session.now.passing("tiny", "zh") == built["zh"]
    assert found == ["zh", "zh", "zh"]
    assert session.now.passing("tiny", "zh") is built["zh"] is session.document("tiny", "zh")


def test_one_writes_and_many_read(session: Session) -> None:
    seen: list[str] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            seen.append(session.printed("closing")["en"])

    readers = [threading.Thread(target=read) for _ in range(4)]
    for each in readers:
        each.start()
    for number in range(12, 40):
        session.change(SECTION, PARAGRAPHS.replace("count: 12", f"count: {number}"))
    stop.set()
    for each in readers:
        each.join()
    ends = {text[text.index(" made ") :] for text in seen}
    assert ends <= {f" made {number} visits with UNODC." for number in range(12, 40)}
    assert session.printed("closing")["en"].endswith(" made 39 visits with UNODC.")


Change = Callable[[str, random.Random], str]
CHANGES: dict[str, list[Change]] = {
    SECTION: [
        lambda text, chance: text.replace("count: 12", f"count: {chance.choice([1, 3, 11, 21, 250])}"),
        lambda text, chance: text.replace(
            "visits", chance.choice(["trips", "visits *there*", "{{ trained }} visits"]), 1
        ),
        lambda text, _: text.replace("{{ unodc }} made", "They made"),
        lambda text, _: text.replace("  - id: closing", "  - id: between\n    text: Nothing.\n  - id: closing"),
        lambda text, _: text.replace("place: ID", "place: NP"),
        lambda text, _: "# a line more\n" + text,
    ],
    "locales/zh/tiny.po": [
        lambda text, _: text.replace("培训了", "训练了"),
        lambda text, _: text.replace('para(\\"closing\\")', 'para(\\"gone\\")'),
        lambda text, _: text.replace("访问{{ visits }}", "访问{{ trained }}"),
        lambda text, _: text + "\n# remark\n",
    ],
    "inputs/tiny/report.yaml": [
        lambda text, _: text.replace("entity: unodc", "entity: unicef"),
        lambda text, _: text.replace("A small report", "A large report"),
    ],
    "locales/zh/lexicon/entities.yaml": [lambda *_: "unodc: {name: {full: 毒品办, short: 毒}}\necosoc: {name: 理}\n"],
    "locales/en/conventions.yaml": [lambda text, _: text.replace("introduce_from: 3", "introduce_from: 1")],
    "templates/en/standing.j2": [lambda *_: "{% block source %}Source:{% endblock %}"],
}


@pytest.mark.parametrize("seed", range(8))
def test_after_any_changes_it_is_what_a_clean_build_gives(seed: int, session: Session, tiny) -> None:
    chance = random.Random(seed)
    installed = tiny.workspace.installed
    texts = {name: (tiny.root / name if (tiny.root / name).exists() else installed / name) for name in CHANGES}
    saved = {name: path.read_text("utf-8") if path.exists() else "" for name, path in texts.items()}
    planned: dict[Path, bytes] = {}
    for _ in range(10):
        name = chance.choice(list(CHANGES))
        if chance.random() < 0.3:
            session.change(name, None)
            planned.pop(tiny.root / name, None)
        else:
            before = planned.get(tiny.root / name, saved[name].encode()).decode()
            text = chance.choice(CHANGES[name])(before, chance)
            session.change(name, text)
            planned[tiny.root / name] = text.encode()
        assert built(session) == clean(tiny.workspace.with_planned(planned))
