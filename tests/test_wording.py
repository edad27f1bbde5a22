"""The scanner of the wording language: pieces, escapes, faults with their place; Jinja2 reads placeholders alike."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, nodes

from reportgen.wording import (
    FILTERS,
    REFERENCES,
    Address,
    Fault,
    Filter,
    FootnoteMark,
    Marked,
    Placeholder,
    ReferenceCall,
    Words,
    marks,
    placeholders,
    references,
    scan,
)

SPECIAL = re.compile(r"([\\*\[\]{}<>#])")
PLACEHOLDER = "a placeholder is {{ fact }}, {{ fact.ITEM }} or {{ fact | filter }}"


def fault_of(text: str) -> tuple[int, str, str]:
    with pytest.raises(Fault) as caught:
        scan(text)
    return caught.value.offset, caught.value.message, caught.value.hint


PIECES = {
    "": (),
    "Words alone.": (Words("Words alone.", 0),),
    "{{ n }}": (Placeholder("n", "", (), 0),),
    "{{n}}": (Placeholder("n", "", (), 0),),
    "a {{ n }} b": (Words("a ", 0), Placeholder("n", "", (), 2), Words(" b", 9)),
    "{{ a }}{{ b }}": (Placeholder("a", "", (), 0), Placeholder("b", "", (), 7)),
    "{{ places.MW }}": (Placeholder("places", "MW", (), 0),),
    "{{ goals.16 }}": (Placeholder("goals", "16", (), 0),),
    "{{ n\n | figures }}": (Placeholder("n", "", (Filter("figures"),), 0),),
    '{{ n | form("f.gen") }}': (Placeholder("n", "", (Filter("form", ("f.gen",)),), 0),),
    "{{ n | form('f.gen') | counted(one='a', other='# b') }}": (
        Placeholder("n", "", (Filter("form", ("f.gen",)), Filter("counted", (), (("one", "a"), ("other", "# b")))), 0),
    ),
    '{{ n | as("a ‘b’ \\"c\\" \\\\ d",) }}': (Placeholder("n", "", (Filter("as", ('a ‘b’ "c" \\ d',)),), 0),),
    '{{ para("a") }}': (ReferenceCall("para", ("a",), "", (), 0),),
    '{{ paras("a", "b") | brief }}': (ReferenceCall("paras", ("a", "b"), "", (Filter("brief"),), 0),),
    '{{ paras("a", to="d") }}': (ReferenceCall("paras", ("a",), "d", (), 0),),
    "*a*": (Marked("italic", (Words("a", 1),), 0),),
    "***a***": (Marked("bold", (Marked("italic", (Words("a", 3),), 2),), 0),),
    "*a***b**": (Marked("italic", (Words("a", 1),), 0), Marked("bold", (Words("b", 5),), 3)),
    "**a***b*": (Marked("bold", (Words("a", 2),), 0), Marked("italic", (Words("b", 6),), 5)),
    "**a *b***": (Marked("bold", (Words("a ", 2), Marked("italic", (Words("b", 5),), 4)), 0),),
    "**a** b": (Marked("bold", (Words("a", 2),), 0), Words(" b", 5)),
    "*a **b {{ n }}** c*": (
        Marked(
            "italic",
            (
                Words("a ", 1),
                Marked("bold", (Words("b ", 5), Placeholder("n", "", (), 7)), 3),
                Words(" c", 16),
            ),
            0,
        ),
    ),
    "a.[^note-1] b": (Words("a.", 0), FootnoteMark("note-1", 2), Words(" b", 11)),
    "at <https://un.org/a?b=c#d>.": (Words("at ", 0), Address("https://un.org/a?b=c#d", 3), Words(".", 27)),
    r"\*\*a\*\* \[^b] \{\{ c \}\} \<d\> \\ \#": (Words(r"**a** [^b] {{ c }} <d> \ #", 0),),
    r"\a \ b": (Words(r"\a \ b", 0),),
    "{ a } [b] 50 % #1 a_b <b>": (Words("{ a } [b] 50 % #1 a_b <b>", 0),),
    "数 {{ 数 }}": (Words("数 ", 0), Placeholder("数", "", (), 2)),
}


@pytest.mark.parametrize("text", PIECES)
def test_pieces(text: str) -> None:
    assert scan(text) == PIECES[text]


FAULTS = {
    "a {{ n": (2, "'{{' is not closed", "close the placeholder with }}"),
    "a {{ n {{ m }}": (2, "'{{' is not closed", "close the placeholder with }}"),
    "a }} b": (2, "'}}' without '{{' before it", "write \\}\\} if the braces are meant literally"),
    "{{            }}": (0, "an empty placeholder", "write the name of a fact between {{ and }}"),
    "{{{ n }}": (2, "'{' cannot stand here in a placeholder", PLACEHOLDER),
    "{{ n }}}}": (7, "'}}' without '{{' before it", "write \\}\\} if the braces are meant literally"),
    "{{ n.007 }}": (6, "'0' cannot stand here in a placeholder", PLACEHOLDER),
    "{{ n.٣ }}": (5, "'٣' cannot stand here in a placeholder", PLACEHOLDER),
    "{{ true }}": (3, "'true' is no name of a fact", "give the fact another name"),
    "{{ n | plurl(one='a') }}": (7, "there is no filter 'plurl'", "did you mean 'plural'?"),
    "{{ n | as('a\\nb') }}": (
        12,
        "'\\n' cannot stand in the words of a filter",
        "only \\\\, \\' and \\\" are written with a backslash here",
    ),
    "{{ n | as(\"a') }}": (10, "a quotation mark is not closed", 'close the words with "'),
    "{{ n | as(,'a') }}": (10, "',' cannot stand here in a placeholder", PLACEHOLDER),
    "{{ paras(to='a') }}": (0, "paras() takes ids and, for a range, to=", 'write {{ para("id") }}'),
    "a *b": (2, "'*' is not closed", "write \\* for an asterisk that is meant literally"),
    "*a **b* c**": (6, "'**' is not closed before '*'", "close first what was opened last"),
    "a [^b c]": (2, "a footnote mark that is not closed", "write [^id], or \\[^ if the bracket is meant literally"),
    "a [^]": (2, "a footnote mark without an id", "write [^id]"),
    "<https://un.org a>": (0, "an address that is not closed", "write <https://…> without spaces or braces"),
    "<https://un.org/{{ n }}>": (0, "an address that is not closed", "write <https://…> without spaces or braces"),
    "<https://un.org/{{n}}>": (0, "an address that is not closed", "write <https://…> without spaces or braces"),
}


@pytest.mark.parametrize("text", FAULTS)
def test_faults_and_their_places(text: str) -> None:
    assert fault_of(text) == FAULTS[text]


def test_a_fault_says_what_it_is() -> None:
    with pytest.raises(Fault, match=r"^'\*' is not closed$"):
        scan("a *b")


def test_placeholders_marks_and_references_are_found_inside_markup() -> None:
    pieces = scan('{{ a }} *{{ b }}[^c] **{{ para("d") }}*'.replace(" **", " ") + " **{{ e }}**[^f]")
    assert [each.fact for each in placeholders(pieces)] == ["a", "b", "e"]
    assert [each.note for each in marks(pieces)] == ["c", "f"]
    assert [each.ids for each in references(pieces)] == [("d",)]


NONSENSE = ("* ** " * 5000, "*" * 4999, "{{ n | as(" * 5000, "[^" * 5000, "{{ n" + " | full" * 5000)


@pytest.mark.parametrize("text", NONSENSE, ids=["marks", "stars", "braces", "notes", "filters"])
def test_long_nonsense_is_a_fault(text: str) -> None:
    with pytest.raises(Fault):
        scan(text)


def place_of_fault(text: str) -> int:
    """The offset of the fault of a text; 0 where it has none."""
    try:
        scan(text)
    except Fault as fault:
        return fault.offset
    return 0


@given(st.text())
def test_any_text_is_scanned_or_has_a_fault_inside_it(text: str) -> None:
    assert 0 <= place_of_fault(text) <= len(text)


OPENINGS = ("{{", "}}", "{%", "#}", "*", "**", "\\", "[^", "]", "<https://a", ">")
INNER = ("|", ".", ",", "(", ")", "=", '"', "'", "n", "para", "plural", "as", "1", "é", " ", "\n")
SIGNS = st.sampled_from((*OPENINGS, *INNER))


@given(st.lists(SIGNS, max_size=25).map("".join))
def test_any_row_of_signs_is_scanned_or_has_a_fault_inside_it(text: str) -> None:
    assert 0 <= place_of_fault(text) <= len(text)


@given(st.text())
def test_escaped_text_survives(text: str) -> None:
    assert scan(SPECIAL.sub(r"\\\1", text)) == ((Words(text, 0),) if text else ())


@given(st.text(st.characters(exclude_characters="\\*[]{}<>")))
def test_text_without_signs_needs_no_escape(text: str) -> None:
    assert scan(text) == ((Words(text, 0),) if text else ())


NAMES = st.from_regex(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", fullmatch=True).filter(
    lambda name: name not in ("true", "false", "none", "not")
)
ITEMS = st.one_of(st.just(""), NAMES, st.sampled_from(["MW", "un_habitat", "0", "16"]))
WORDS = st.text(st.characters(exclude_characters="{}\r", exclude_categories=["Cs"]), max_size=12)
SPACES = st.sampled_from(["", " ", "  ", "\n"])
CATEGORIES = st.sampled_from(["zero", "one", "two", "few", "many", "other", "to", "m"])


@st.composite
def quoted(draw: Any) -> str:
    sign = draw(st.sampled_from("'\""))
    return sign + draw(WORDS).replace("\\", "\\\\").replace(sign, "\\" + sign) + sign


@st.composite
def filters(draw: Any) -> str:
    name = draw(st.sampled_from(sorted(FILTERS)))
    arguments = draw(st.lists(quoted(), max_size=2))
    options = draw(st.dictionaries(CATEGORIES, quoted(), max_size=3))
    words = [*arguments, *(f"{key}{draw(SPACES)}={draw(SPACES)}{value}" for key, value in options.items())]
    call = f"{draw(SPACES)}({f',{draw(SPACES)}'.join(words)})" if words or draw(st.booleans()) else ""
    return f"{draw(SPACES)}|{draw(SPACES)}{name}{call}"


@st.composite
def expressions(draw: Any) -> str:
    if draw(st.booleans()):
        item = draw(ITEMS)
        head = draw(NAMES) + (f".{item}" if item else "")
    else:
        ids = draw(st.lists(quoted(), min_size=1, max_size=3))
        to = [f"to={draw(quoted())}"] if draw(st.booleans()) else []
        head = f"{draw(st.sampled_from(REFERENCES))}({', '.join([*ids, *to])})"
    chain = "".join(draw(st.lists(filters(), max_size=3)))
    return f"{{{{{draw(SPACES)}{head}{chain}{draw(SPACES)}}}}}"


def as_jinja2_reads(text: str) -> Placeholder | ReferenceCall:
    """The placeholder rebuilt from the tree of Jinja2's own parser."""
    (output,) = Environment().parse(text).body
    assert isinstance(output, nodes.Output)
    (node,) = output.nodes
    found: list[Filter] = []
    while isinstance(node, nodes.Filter):
        assert (node.dyn_args, node.dyn_kwargs) == (None, None)
        found.insert(0, Filter(node.name, _constants(node.args), _options(node.kwargs)))
        assert node.node is not None
        node = node.node
    if isinstance(node, nodes.Call):
        assert isinstance(node.node, nodes.Name)
        to = dict(_options(node.kwargs)).get("to", "")
        return ReferenceCall(node.node.name, _constants(node.args), to, tuple(found), 0)
    item = ""
    if isinstance(node, nodes.Getattr):
        node, item = node.node, node.attr
    elif isinstance(node, nodes.Getitem):
        assert isinstance(node.arg, nodes.Const)
        node, item = node.node, str(node.arg.value)
    assert isinstance(node, nodes.Name)
    return Placeholder(node.name, item, tuple(found), 0)


def _constants(arguments: list[nodes.Expr]) -> tuple[str, ...]:
    assert all(isinstance(each, nodes.Const) for each in arguments)
    return tuple(each.value for each in arguments)  # type: ignore[attr-defined]


def _options(options: list[nodes.Keyword]) -> tuple[tuple[str, str], ...]:
    return tuple((each.key, each.value.value) for each in options)  # type: ignore[attr-defined]


@settings(max_examples=300)
@given(expressions())
def test_jinja2_reads_every_placeholder_alike(text: str) -> None:
    assert scan(text) == (as_jinja2_reads(text),)


@pytest.mark.parametrize("text", [text for text, pieces in PIECES.items() if len(pieces) == 1 and text[:2] == "{{"])
def test_jinja2_reads_the_examples_alike(text: str) -> None:
    assert scan(text) == (as_jinja2_reads(text),)


@given(st.lists(SIGNS, max_size=12).map("".join))
def test_what_is_accepted_is_a_placeholder_of_jinja2(inner: str) -> None:
    text = "{{ n" + inner + " }}"
    try:
        pieces = scan(text)
    except Fault:
        return
    if len(pieces) == 1 and isinstance(pieces[0], Placeholder | ReferenceCall):
        assert pieces == (as_jinja2_reads(text),)
