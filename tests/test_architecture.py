"""docs/architecture.md is the floor plan: every room once, in the order of the layers, and one place for each thing.

The part between its two marks is made from the registries; `pytest --accept` writes it anew.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import click
import grimp
import pytest

from reportgen import checks, writers
from reportgen.cli.commands import reportgen
from reportgen.model import facts

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/reportgen"
PLAN = ROOT / "docs/architecture.md"
BEGIN, END = "<!-- made from the registries: begin -->\n", "<!-- made from the registries: end -->\n"
ROOM = re.compile(r"^\| `(?P<room>[a-z_/.]+)` \| (?P<keeps>.+) \|$", re.MULTILINE)
PLACE = re.compile(r"`(src/reportgen/[\w/.]+)`")
VERBS = frozenset(("load", "read", "write", "check", "print", "build", "CODES", "LOOKS_AT", "ROUTES"))
"""What rooms and rules may all call by one name; every other public name stands in one module."""
LONGEST_FUNCTION, LONGEST_MODULE, LONGEST_COPY = 40, 300, 10
FILE_ROW = re.compile(r"^\| `(?P<pattern>[^`]+)` \| .+? \| (?P<places>.+) \|$", re.MULTILINE)


def plan() -> str:
    return PLAN.read_text("utf-8")


def listed() -> list[tuple[str, str]]:
    """The rooms of the plan with what they keep, in its order."""
    section = plan().split("\n## Rooms\n")[1].split("\n## ")[0]
    return [(match["room"], match["keeps"]) for match in ROOM.finditer(section)]


def rooms() -> list[str]:
    """The rooms there are: folders and modules of the package."""
    folders = [f"{path.parent.name}/" for path in SOURCE.glob("*/__init__.py")]
    return [*folders, *(path.name for path in SOURCE.glob("*.py") if path.name != "__init__.py")]


def layers() -> dict[str, int]:
    """The floor of each room, from the top, as the contract in pyproject.toml gives it."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    [contract] = [each for each in settings["tool"]["importlinter"]["contracts"] if each["name"] == "Layers"]
    return {
        room.strip(" ()"): floor for floor, layer in enumerate(contract["layers"]) for room in re.split(r"[|:]", layer)
    }


def test_every_room_has_one_line() -> None:
    assert Counter(room for room, _ in listed()) == Counter(rooms())


def test_the_rooms_stand_in_the_order_of_their_floors() -> None:
    floors = layers()
    order = [floors[room.removesuffix("/").removesuffix(".py")] for room, _ in listed()]
    assert order == sorted(order)


def test_a_room_says_in_its_first_line_what_it_keeps() -> None:
    for room, keeps in listed():
        path = SOURCE / room
        module = path / "__init__.py" if path.is_dir() else path
        said = (ast.get_docstring(ast.parse(module.read_text("utf-8"))) or "").split("\n")[0]
        assert said.rstrip(".") == keeps, room


def test_what_is_where_is_made_from_the_registries(accept: bool) -> None:
    before, rest = plan().split(BEGIN)
    found, after = rest.split(END)
    made = "\n".join(_answers()) + "\n"
    if accept:
        PLAN.write_text(before + BEGIN + made + END + after, "utf-8")
    assert found == made or accept


def test_every_place_that_is_named_is_there() -> None:
    places = PLACE.findall(plan())
    assert places
    assert [place for place in places if not (ROOT / place).exists()] == []


@pytest.mark.parametrize("folder", ["inputs", "locales", "templates", "tests/cases"])
def test_every_file_has_one_answer(folder: str) -> None:
    patterns = [match["pattern"] for match in FILE_ROW.finditer(plan().split("\n### A file\n")[1])]
    files = [path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()]
    for file in files:
        inner = re.sub(r"^tests/cases/[^/]+/(?=inputs/|locales/|templates/)", "", file)
        inner = re.sub(r"^tests/cases/([^/]+)/", r"inputs/\1/", inner)
        fitting = [pattern for pattern in patterns if fnmatchcase(inner, pattern)]
        assert len(fitting) == 1, f"{file}: {fitting}"


def test_no_import_goes_round() -> None:
    graph = grimp.build_graph("reportgen", cache_dir=None)
    waiting = {each: set(graph.find_modules_directly_imported_by(each)) for each in graph.modules}
    # What imports nothing that is still left can be in no circle.
    while free := {each for each, used in waiting.items() if not used & waiting.keys()}:
        waiting = {each: used for each, used in waiting.items() if each not in free}
    assert sorted(waiting) == []


def test_functions_and_modules_are_short() -> None:
    long = []
    for path in sorted(SOURCE.rglob("*.py")):
        text = path.read_text("utf-8")
        name, lines = path.relative_to(SOURCE).as_posix(), len(text.splitlines())
        long += [f"{name}: {lines} lines"] if lines > LONGEST_MODULE else []
        functions = [each for each in ast.walk(ast.parse(text)) if isinstance(each, ast.FunctionDef)]
        for each in functions:
            length = (each.end_lineno or each.lineno) - each.lineno + 1
            long += [f"{name}: {each.name} has {length} lines"] if length > LONGEST_FUNCTION else []
    assert long == []


def test_no_lines_stand_twice() -> None:
    places: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for path in sorted(SOURCE.rglob("*.py")):
        lines = _lines_of_code(path.read_text("utf-8"))
        for at in range(len(lines) - LONGEST_COPY):
            run = lines[at : at + LONGEST_COPY + 1]
            places[tuple(text for _, text in run)].append(f"{path.relative_to(SOURCE).as_posix()}:{run[0][0]}")
    assert [where for where in places.values() if len(where) > 1] == []


def _lines_of_code(text: str) -> list[tuple[int, str]]:
    """The lines with their numbers, without imports, which every user of a vocabulary needs, and empty ones."""
    imports = [each for each in ast.walk(ast.parse(text)) if isinstance(each, ast.Import | ast.ImportFrom)]
    left_out = {line for each in imports for line in range(each.lineno, (each.end_lineno or each.lineno) + 1)}
    numbered = ((number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if number not in left_out)
    return [(number, line) for number, line in numbered if line and not line.startswith("#")]


def test_public_names_stand_in_one_module() -> None:
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for path in sorted(SOURCE.rglob("*.py")):
        room = path.relative_to(SOURCE).as_posix()
        for name in _public_names(ast.parse(path.read_text("utf-8"))):
            # model is what the author wrote and tree what is printed: two vocabularies, always qualified
            homes[name].add("model or tree" if room.startswith(("model/", "tree/")) else room)
    twice = {name: sorted(where) for name, where in homes.items() if len(where) > 1 and name not in VERBS}
    assert twice == {}


def _public_names(module: ast.Module) -> Iterator[str]:
    for node in module.body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                names = [name]
            case ast.Assign(targets=targets):
                names = [each.id for each in targets if isinstance(each, ast.Name)]
            case ast.AnnAssign(target=ast.Name(id=name)):
                names = [name]
            case _:
                names = []
        # Rooms that must not import typing give this name, which type checkers know, a value of their own.
        yield from (name for name in names if not name.startswith("_") and name != "TYPE_CHECKING")


def _answers() -> Iterator[str]:
    yield from _table("A format that is written", ("format", "where"), _formats())
    yield from _table("A fact", ("kind", "written as"), _fact_kinds())
    yield from _table("A rule", ("codes", "where", "what it holds"), _rules())
    yield from _table("A command", ("command", "where", "what it does"), _commands(reportgen, "reportgen"))


def _table(title: str, heads: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield f"### {title}"
    yield ""
    yield f"| {' | '.join(heads)} |"
    yield "|---" * len(heads) + "|"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def _formats() -> Iterator[tuple[str, str]]:
    for name in writers.FORMATS:
        yield f"`{name}`", _where(writers.writer(name).__module__)
    for name, module in writers.LAID_OUT.items():
        yield f"`{name}`", _where(f"reportgen.{module}")


def _fact_kinds() -> Iterator[tuple[str, str]]:
    for name in facts.FACT_KINDS:
        yield f"`{name}`", f"`{facts.model_of(name).__name__}` in {_where(facts.model_of(name).__module__)}"


def _rules() -> Iterator[tuple[str, str, str]]:
    for rule in checks.RULES:
        said = (rule.__doc__ or "").split("\n")[0]
        yield ", ".join(rule.CODES), _where(rule.__name__), said


def _commands(group: click.Group, name: str) -> Iterator[tuple[str, str, str]]:
    for word, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from _commands(command, f"{name} {word}")
        elif command.callback:
            yield f"`{name} {word}`", _where(command.callback.__module__), command.get_short_help_str(200)


def _where(module: str) -> str:
    path = SOURCE.parent / module.replace(".", "/")
    return f"`{(path / '__init__.py' if path.is_dir() else path.with_suffix('.py')).relative_to(ROOT).as_posix()}`"
