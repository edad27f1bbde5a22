"""Records behave as frozen dataclasses with slots do, which these tests make beside them."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any, ClassVar

import pytest

from reportgen import record as records
from reportgen.record import field, record, replace


@record
class Place:
    """A record."""

    name: str
    lines: list[int] = field(default_factory=list)
    at: int = field(default=0, compare=False)
    seen: bool = field(default=False, repr=False)
    kept: dict[str, int] = field(default_factory=dict, init=False, compare=False, repr=False)
    known: ClassVar[int] = 7

    def shown(self) -> str:
        return f"{self.name}:{self.at}"


@record
class Street(Place):
    """A record that adds a field."""

    number: int = 1

    def shown(self) -> str:
        return f"{super().shown()} no. {self.number}"


@dataclasses.dataclass(frozen=True, slots=True)
class DataPlace:
    """The same fields."""

    name: str
    lines: list[int] = dataclasses.field(default_factory=list)
    at: int = dataclasses.field(default=0, compare=False)
    seen: bool = dataclasses.field(default=False, repr=False)
    kept: dict[str, int] = dataclasses.field(default_factory=dict, init=False, compare=False, repr=False)


@record(order=True)
class Point:
    x: int
    y: int = 0


@record(kw_only=True)
class Named:
    name: str = ""
    size: int


def test_fields_are_shown_as_a_dataclass_shows_them() -> None:
    assert repr(Place("a", at=3)) == repr(DataPlace("a", at=3)).removeprefix("Data")


def test_equality_leaves_out_what_is_not_compared() -> None:
    assert Place("a", at=1) == Place("a", at=2)
    assert Place("a") != Place("b")
    assert Place("a") != DataPlace("a")
    assert Place("a") != Street("a")


def test_equal_records_have_one_hash() -> None:
    assert len({Point(1), Point(1, 0), Point(2)}) == 2


def test_each_record_has_a_list_of_its_own() -> None:
    first, second = Place("a"), Place("b")
    first.lines.append(1)
    assert second.lines == []


def test_a_subclass_has_the_fields_of_its_base_and_calls_its_methods() -> None:
    assert Street("a", [], 4, number=2).shown() == "a:4 no. 2"
    assert not hasattr(Street("a"), "__dict__")


def test_order_is_that_of_the_fields() -> None:
    assert sorted([Point(2), Point(1, 5), Point(1)]) == [Point(1), Point(1, 5), Point(2)]
    with pytest.raises(TypeError):
        sorted([Point(1), 3])  # type: ignore[list-item]


def test_fields_without_a_default_may_stand_behind_others_where_they_are_named() -> None:
    assert (Named(size=2).name, Named(size=2).size) == ("", 2)
    with pytest.raises(TypeError):
        Named("a", 2)  # type: ignore[misc]


def test_a_changed_record_keeps_its_other_fields() -> None:
    assert replace(Street("a", [1], 4), number=9) == Street("a", [1], 4, number=9)
    assert dataclasses.replace(Place("a", at=4), name="b").shown() == "b:4"
    with pytest.raises(TypeError):
        replace(Point(1), z=2)  # type: ignore[call-arg]


def test_what_is_not_given_is_made_anew() -> None:
    first = Place("a")
    first.kept["x"] = 1
    assert replace(first, at=2).kept == dataclasses.replace(first, at=2).kept == {}
    with pytest.raises(TypeError):
        Place("a", kept={})  # type: ignore[call-arg]


def test_a_record_is_matched_by_its_fields() -> None:
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda each: pickle.loads(pickle.dumps(each))])
def test_a_copy_is_equal(copied: Any) -> None:
    assert copied(Street("a", [1], 4)).shown() == "a:4 no. 1"


def test_dataclasses_know_the_fields() -> None:
    names = [each.name for each in dataclasses.fields(Place)]
    assert names == [each.name for each in dataclasses.fields(DataPlace)]
    assert dataclasses.asdict(Point(1)) == {"x": 1, "y": 0}


def test_a_record_has_only_its_fields() -> None:
    with pytest.raises(AttributeError):
        Point(1).z = 3  # type: ignore[attr-defined]


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The methods that are compiled, as they are, each with the name of its class."""
    found: list[tuple[str, str]] = []
    one = records._compiled

    def counted(cls: type, fields: Any, kw_only: bool, name: str) -> Any:
        found.append((cls.__name__, name))
        return one(cls, fields, kw_only, name)

    monkeypatch.setattr(records, "_compiled", counted)
    return found


def test_a_method_is_compiled_once_and_when_it_is_called(compiled: list[tuple[str, str]]) -> None:
    @record(order=True)
    class Unused:
        x: int

    @record(order=True)
    class Used(Unused):
        y: int = 0

    assert compiled == []
    assert Used(1, 2) == Used(1, y=2)
    assert Used(1) < Used(1, 1)
    assert len({Used(1), Used(1)}) == 1
    assert compiled == [("Used", name) for name in ("__init__", "__eq__", "__lt__", "__hash__")]


def test_methods_that_a_class_has_itself_stay(compiled: list[tuple[str, str]]) -> None:
    @record
    class Folded:
        name: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, type(self)) and self.name.casefold() == other.name.casefold()

        def __hash__(self) -> int:
            return hash(self.name.casefold())

    assert len({Folded("a"), Folded("A")}) == 1
    assert compiled == [("Folded", "__init__")]


def test_functions_that_make_defaults_are_no_methods() -> None:
    @record
    class Counted:
        made: Any = field(default_factory=lambda: 1)
        call: Any = len

    assert Counted().made == 1
    assert not [name for name in vars(Counted) if name.startswith(("_make_", "_default_"))]
