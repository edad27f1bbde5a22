"""YAML with places: what values become, and where each of their characters stands."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportgen.errors import InputError, Position
from reportgen.located import LocatedDict, LocatedList, LocatedStr, WrittenFloat, parse, read, read_text
from reportgen.located import yaml as reading
from reportgen.workspace import Workspace

HINT = "it is not there, or not for you to read"
FILE = "file.yaml"


@pytest.mark.parametrize(
    "word", ["NO", "No", "no", "yes", "Yes", "YES", "on", "ON", "off", "y", "n", "True", "TRUE", "False"]
)
def test_other_words_for_booleans_stay_strings(word: str) -> None:
    value = parse(f"place: {word}\n", FILE)["place"]
    assert (value, type(value)) == (word, LocatedStr)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("313", 313),
        ("-7", -7),
        ("+7", 7),
    ],
)
def test_plain_values(text: str, value: object) -> None:
    found = parse(f"a: {text}\n", FILE)["a"]
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("text", "value"),
    [("3.75", 3.75), (".5", 0.5), ("2.", 2.0), ("1.5e3", 1500.0), ("1.5E-1", 0.15), ("4.50", 4.5), ("-0.10", -0.1)],
)
def test_a_number_with_a_point_keeps_its_text(text: str, value: float) -> None:
    found = parse(f"a: {text}\n", FILE)["a"]
    assert (found, type(found), found.written, str(found)) == (value, WrittenFloat, text, text)


@pytest.mark.parametrize(
    "text",
    [
        "007",
        "1_000",
        "1,000",
        "0x10",
        "0o17",
        "0b11",
        "12:30",
        "2018-07-18",
        "2018-05",
        "1.2.3",
        "٣",
        ".inf",
        "<<",
        "1e3",
    ],
)
def test_what_looks_like_another_value_stays_a_string(text: str) -> None:
    value = parse(f"a: {text}\n", FILE)["a"]
    assert (value, type(value)) == (text, LocatedStr)


@pytest.mark.parametrize("text", ['"313"', "'313'", "'true'", '"null"', "''"])
def test_quoted_values_are_strings(text: str) -> None:
    value = parse(f"a: {text}\n", FILE)["a"]
    assert (value, type(value)) == (text[1:-1], LocatedStr)


def test_keys_are_strings() -> None:
    assert list(parse("1: a\nNO: b\ntrue: c\n", FILE)) == ["1", "NO", "true"]


TEXT = """\
# a comment
id: asia
facts:
  trained: {count: 313}
  places: [ID, "KE"]
list:
  - one
  -   two: 2
"""


def places(data: LocatedDict) -> dict[str, tuple[str, str]]:
    return {key: (str(data.keys_at[key].position), str(data.values_at[key].position)) for key in data}


def test_positions_of_keys_and_values() -> None:
    data = parse(TEXT, FILE)
    assert places(data) == {
        "id": ("file.yaml:2:1", "file.yaml:2:5"),
        "facts": ("file.yaml:3:1", "file.yaml:4:3"),
        "list": ("file.yaml:6:1", "file.yaml:7:3"),
    }
    assert places(data["facts"]) == {
        "trained": ("file.yaml:4:3", "file.yaml:4:12"),
        "places": ("file.yaml:5:3", "file.yaml:5:11"),
    }
    assert places(data["facts"]["trained"]) == {"count": ("file.yaml:4:13", "file.yaml:4:20")}


def test_positions_of_items_and_mappings() -> None:
    data = parse(TEXT, FILE)
    items = data["facts"]["places"]
    assert isinstance(items, LocatedList)
    assert [str(each.position) for each in items.origins] == ["file.yaml:5:12", "file.yaml:5:16"]
    assert [str(each.position) for each in data["list"].origins] == ["file.yaml:7:5", "file.yaml:8:7"]
    assert data.origin.position == Position(FILE, 2, 1)
    assert data["list"][1].origin.position == Position(FILE, 8, 7)


def test_places_are_known_for_what_the_file_has_and_for_nothing_else() -> None:
    data = parse(TEXT, FILE)
    data["added"] = "later"
    assert list(data.keys_at) == list(data.values_at) == ["id", "facts", "list"]
    assert len(data.keys_at) == 3
    assert "added" not in data.values_at
    assert data.values_at.get("added") is None
    with pytest.raises(KeyError):
        data.keys_at["added"]


def test_an_empty_mapping_in_the_place_of_another() -> None:
    empty = parse(TEXT, FILE)["facts"].empty()
    assert empty == {}
    assert len(empty.keys_at) == 0
    assert empty.origin.position == Position(FILE, 4, 3)


def test_columns_count_characters_not_bytes() -> None:
    data = parse("名: {名: 值, b: x}\n", FILE)
    assert places(data["名"]) == {
        "名": ("file.yaml:1:5", "file.yaml:1:8"),
        "b": ("file.yaml:1:11", "file.yaml:1:14"),
    }


def test_a_text_that_begins_further_down_a_file() -> None:
    data = parse('a:\n  b: "x \\"y\\" z"\n', FILE, first_line=40)
    value = data["a"]["b"]
    assert value.origin.position == Position(FILE, 41, 6)
    assert value.origin.within(value, value.index("z")) == Position(FILE, 41, 15)


WITHIN = {
    "plain": "a: one two X\n",
    "plain over lines": "a: one\n  two\n\n  X\n",
    "folded": "a: >\n  one\n  two X\n",
    "folded, stripped, indented": "a:\n  - b: >2-\n\n      one\n\n        two\n      X\n",
    "literal": "a: |\n  one\n   two X\n",
    "folded with a comment": "a: > # one two X\n  one\n  two X\n",
    "single quotes": "a: 'one ''two'' X'\n",
    "single quotes over lines": "a: 'one\n\n   two X'\n",
    "double quotes": 'a: "one \\"two\\" X"\n',
    "escaped blanks": 'a: "one\\n\\ttwo\\x20\\u00a0\\_ X"\n',
    "escaped letters": 'a: "\\u006fn\\x65 \\U00000074wo X"\n',
    "escaped line end": 'a: "one two\\\n   X"\n',
    "a flow mapping": "a: {b: one two X, c: d}\n",
    "beside other letters": "名: [é, '值 X']\n",
}


def strings(value: object) -> list[LocatedStr]:
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value] if isinstance(value, LocatedStr) else [found for child in children for found in strings(child)]


@pytest.mark.parametrize("text", WITHIN.values(), ids=WITHIN)
def test_the_place_of_a_character_in_a_string(text: str) -> None:
    value = next(each for each in strings(parse(text, FILE)) if "X" in each)
    at = text.rindex("X")
    expected = Position(FILE, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
    assert value.origin.within(value, value.index("X")) == expected


def test_a_place_behind_the_end_is_the_end() -> None:
    value = parse("a: 'one'\nb: two\n", FILE)["a"]
    assert value.origin.within(value, 99) == Position(FILE, 1, 9)


def character_at(text: str, position: Position) -> str:
    return text.split("\n")[position.line - 1][position.column - 1]


LETTERS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff"), min_size=1, max_size=60
)


@given(LETTERS, st.sampled_from(["'", '"', "|", ">", None]), st.booleans())
def test_every_character_is_found_in_every_style(words: str, style: str | None, unicode: bool) -> None:
    text = yaml.safe_dump({"a": words}, default_style=style, allow_unicode=unicode, width=16)
    (value,) = parse(text, FILE).values()
    if not isinstance(value, LocatedStr):
        return
    assert value == words
    for offset, letter in enumerate(words):
        if not letter.isspace():
            assert character_at(text, value.origin.within(value, offset)) in (letter, "\\")


def test_a_key_stands_twice() -> None:
    with pytest.raises(InputError) as caught:
        parse("a: 1\nb:\n  c: 2\n  d: 3\n  c: 4\n", FILE)
    assert str(caught.value) == "file.yaml:5:3: the key 'c' stands twice\n  hint: first on line 3"


def test_one_key_in_two_mappings_is_no_fault() -> None:
    assert parse("a: {c: 1}\nb: {c: 2}\n", FILE) == {"a": {"c": 1}, "b": {"c": 2}}


def test_reading_a_file(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\rc: 3\n")
    workspace = Workspace.at(tmp_path)
    assert read_text(workspace, path) == "a: 1\nb: 2\nc: 3\n"
    assert read(workspace, path) == {"a": 1, "b": 2, "c": 3}


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read(Workspace.at(tmp_path), tmp_path / FILE)
    assert str(caught.value) == f"{FILE}:1:1: cannot read the file: No such file or directory\n  hint: {HINT}"


class LimitedParser(yaml.SafeLoader):
    """A parser that takes fewer levels than the text has, as libyaml does since 0.2.6: it reads ahead and complains."""

    def fetch_flow_collection_start(self, token: type[yaml.Token]) -> None:
        if self.flow_level == 100:
            raise yaml.scanner.ScannerError("while increasing flow level", None, "too many", self.get_mark())
        super().fetch_flow_collection_start(token)


@pytest.mark.parametrize("parser", [yaml.SafeLoader, LimitedParser])
def test_the_limit_of_nesting_is_ours_whatever_the_parser_takes(parser: type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_Loader", type("Loader", (reading._CountsDepth, parser), {}))
    with pytest.raises(InputError, match=r"^file\.yaml:1:66: .* more than 60 deep\n  hint: close "):
        parse("first: " + "[" * 5000, FILE)


@pytest.mark.parametrize("text", ["9" * 100, "-" + "9" * 100, "0." + "9" * 99, "+.9" + "9" * 99])
def test_the_longest_number(text: str) -> None:
    value = parse(f"n: {text}\n", FILE)["n"]
    assert (str(value).lstrip("-+0"), isinstance(value, str)) == (text.lstrip("-+0"), False)


@pytest.mark.parametrize("text", ["9" * 101, "-" + "9" * 101, "0." + "9" * 100, "1." + "0" * 99 + "e1"])
def test_a_number_that_is_longer(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse(f"n: {text}\n", FILE)
    assert str(caught.value) == (
        f"{FILE}:1:4: a number of 101 digits\n"
        "  hint: a number has at most 100 digits; a text of digits stands in quotes"
    )


@pytest.mark.parametrize("text", ['"' + "9" * 101 + '"', "e" * 101, "--" + "-" * 101, "9" * 101 + " cases"])
def test_a_long_text_that_is_no_number(text: str) -> None:
    assert parse(f"n: {text}\n", FILE)["n"] == text.strip('"')
