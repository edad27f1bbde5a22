from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.errors import InputError
from reportgen.ledger.model import Accepted, Ledger, LedgerBlock, LedgerEdition
from reportgen.ledger.read_file import parse_path, read_ledger
from reportgen.ledger.write_file import dump, load
from reportgen.located import parse

LEDGER = Ledger(
    (
        LedgerEdition(
            number=1,
            symbol="A/99/1",
            insertions="bis",
            states={"en": "issued", "fr": "frozen", "zh": "draft"},
            blocks=(
                LedgerBlock("title", "title"),
                LedgerBlock("first", "heading", (1,), words=("first", "section")),
                LedgerBlock("opening", "paragraph", (1,), words=("report", "small")),
                LedgerBlock("new", "paragraph", ("1 bis",)),
                LedgerBlock("part", "subparagraph", ("1 bis", 2), words=("联合", "合国")),
                LedgerBlock("source", "note", (1,), "opening", ("available",)),
                LedgerBlock("star", "note"),
            ),
            texts={"en": {"opening": "0123456789", "part": "3f9c02d1aa-80b7e6f14c"}, "fr": {}},
            changes=(
                Accepted("gone", "deleted", 'They said: "no", {not} at all # ever'),
                Accepted("new", "inserted", "Asked for", "opening", "1 bis"),
                Accepted("opening", "reworded", "A slip", corrigendum="A/99/1/Corr.1", languages=("en", "fr")),
            ),
        ),
        LedgerEdition(2, "A/99/1/Rev.1", "renumber", {"en": "frozen"}, (), {"en": {}}),
    )
)

IDS = st.from_regex(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", fullmatch=True)
WORDS = st.lists(st.from_regex(r"[\w]{4,9}", fullmatch=True).filter(lambda word: "_" not in word), max_size=4)
STEPS = st.one_of(st.integers(1, 999), st.builds("{} bis".format, st.integers(1, 99)))


def read(text: str) -> Ledger:
    return read_ledger(parse(text, "numbering.yaml"))


def refusal(text: str) -> str:
    with pytest.raises(InputError) as caught:
        read(text)
    return str(caught.value)


def test_a_ledger_is_read_as_it_was_written() -> None:
    assert read(dump(LEDGER)) == LEDGER
    assert dump(read(dump(LEDGER))) == dump(LEDGER)


def test_the_file_has_one_block_a_line() -> None:
    assert dump(LEDGER).splitlines()[2:24] == [
        "editions:",
        "  - edition: 1",
        '    symbol: "A/99/1"',
        "    insertions: bis",
        "    states:",
        "      en: issued",
        "      fr: frozen",
        "      zh: draft",
        "    changes:",
        '      gone: {change: deleted, why: "They said: \\"no\\", {not} at all # ever"}',
        '      new: {change: inserted, after: opening, step: 1 bis, why: "Asked for"}',
        '      opening: {change: reworded, corrigendum: "A/99/1/Corr.1", languages: [en, fr], why: "A slip"}',
        "    blocks:",
        "      title: title",
        "      first: heading 1; first section",
        "      opening: paragraph 1; report small",
        "      new: paragraph 1 bis",
        "      part: subparagraph 1 bis.2; 联合 合国",
        "      source: note 1 in opening; available",
        "      star: note",
        "    texts:",
        "      en:",
    ]


@given(
    st.dictionaries(IDS, st.tuples(st.lists(STEPS, max_size=3), WORDS), max_size=6),
    st.dictionaries(IDS, st.from_regex("[0-9a-f]{10}", fullmatch=True), max_size=6),
    st.text(min_size=1).filter(lambda text: text.isprintable() and text.strip()),
)
def test_any_ledger_is_read_as_it_was_written(blocks: Any, digests: dict[str, str], why: str) -> None:
    edition = LedgerEdition(
        1, "A/99/1", "renumber", {"en": "frozen"},
        tuple(
            LedgerBlock(name, "paragraph", tuple(path), words=tuple(words)) for name, (path, words) in blocks.items()
        ),
        {"en": {name: digests[name] for name in blocks if name in digests}},
        (Accepted("x", "moved", " ".join(why.split())),),
    )  # fmt: skip
    assert read(dump(Ledger((edition,)))).editions == (edition,)


def test_no_file_is_an_empty_ledger(tiny: Any) -> None:
    assert load(tiny.workspace, "tiny") == Ledger()


def test_blocks_know_their_lines(tiny: Any) -> None:
    tiny.write("inputs/tiny/numbering.yaml", dump(LEDGER))
    [edition, _] = load(tiny.workspace, "tiny").editions
    assert str(edition.blocks[1].position) == "inputs/tiny/numbering.yaml:17:7"
    assert str(edition.changes[0].position) == "inputs/tiny/numbering.yaml:12:7"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("insertions: bis", "insertions: both", "6:17: 'both' is not a valid insertions"
         "\n  hint: one of: renumber or bis"),
        ("fr: frozen", "fr: cold", "9:11: 'cold' is not a valid fr\n  hint: one of: draft, frozen or issued"),
        ("    changes:", "    change:", "11:5: there is no field 'change' here\n  hint: did you mean 'changes'?"),
        ("note 1 in opening", "Note one", "21:7: 'Note one; available' is no block"
         "\n  hint: kind number; words: paragraph 41; agenda council"),
        ("paragraph 1 bis", "paragraph 1 BIS", "19:7: '1 BIS' is no number\n  hint: 41, 76.2, 41 bis or annex.1.3"),
        ("change: deleted, ", "change: eaten, ", "12:22: 'eaten' is not a valid change"
         "\n  hint: one of: inserted, deleted, moved or reworded"),
        (', why: "Asked for"', "", "13:12: the field 'why' is missing\n  hint: a change has a reason: why: \"…\""),
        ("edition: 1", "edition: one", "4:14: expected a whole number for 'edition', found the text 'one'"
         "\n  hint: write a whole number without quotes or separators"),
        ("      new: paragraph 1 bis", "      first: paragraph 1 bis",
         "19:7: the key 'first' stands twice\n  hint: first on line 17"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(old: str, new: str, said: str) -> None:
    text = dump(LEDGER)
    assert text.count(old) >= 1
    assert refusal(text.replace(old, new, 1)) == f"numbering.yaml:{said}"


def test_a_file_that_is_no_ledger() -> None:
    assert refusal("editions: none") == (
        "numbering.yaml:1:11: expected a list for 'editions', found the text 'none'\n"
        "  hint: write each item on a line of its own behind '- '"
    )
    assert refusal("editions: [1]").startswith(
        "numbering.yaml:1:12: expected a mapping of keys to values in 'editions', found the number 1"
    )


@pytest.mark.parametrize(
    ("text", "path"), [("", ()), ("76.2", (76, 2)), ("41 bis.1", ("41 bis", 1)), ("1 ante bis", ("1 ante bis",))]
)
def test_paths(text: str, path: tuple[int | str, ...]) -> None:
    assert parse_path(text) == path
