from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.tree.inlines import (
    Bold,
    Content,
    CrossReference,
    Inline,
    Italic,
    Link,
    NoteMark,
    NumberReference,
    PrintedFact,
    Text,
)
from reportgen.tree.seen import part_of, seen, seen_content, seen_runs
from reportgen.tree.text import plain_text

A, B, C = Text("a"), Text("b"), Text("c")


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ((A, B), (Text("ab"),)),
        ((PrintedFact("f", "count", "3", (Italic((A,)), B)), C), (Italic((A,)), Text("bc"))),
        ((CrossReference("para", ("p",), content=(Text("para. "), NumberReference("p", "4"))),), (Text("para. 4"),)),
        ((Italic((Bold((A,)), B)),), (Bold((Italic((A,)),)), Italic((B,)))),
        ((Bold((A, Italic((B,)), C)),), (Bold((A, Italic((B,)), C)),)),
        ((Bold((A,)), Bold((B,))), (Bold((Text("ab"),)),)),
        ((Italic((A, NoteMark("n", "1"), B)),), (Italic((A,)), NoteMark("n", "1"), Italic((B,)))),
        ((Italic((Text("a "),)), B), (Italic((A,)), Text(" b"))),
        ((A, Bold((Text(" b "),)), C), (Text("a "), Bold((B,)), Text(" c"))),
        ((Bold((A,)), Bold((Italic((Text(" b"),)),))), (Bold((Text("a "), Italic((B,)))),)),
        ((Link("https://un.org/"), Link("https://un.org/")), (Link("https://un.org/"), Link("https://un.org/"))),
        ((Italic((Link("https://un.org/"),)),), (Italic((Link("https://un.org/"),)),)),
        ((Text(""), Italic(())), ()),
        ((Italic((Text("  "),)),), (Text("  "),)),
        ((Text("a\x07b\ufffe"),), (Text("ab"),)),
    ],
)
def test_what_is_seen(printed: Content, wanted: Content) -> None:
    assert seen(printed) == wanted


words = st.text("ab  .", max_size=4).map(Text)
leaves: st.SearchStrategy[Inline] = st.one_of(words, st.builds(NoteMark, st.sampled_from("nm"), st.just("1")))
contents = st.lists(
    st.recursive(
        leaves,
        lambda inner: st.one_of(*(st.builds(kind, st.lists(inner, max_size=3).map(tuple)) for kind in (Italic, Bold))),
        max_leaves=8,
    ),
    max_size=5,
).map(tuple)


@given(contents)
def test_what_is_seen_is_seen_again(content: Content) -> None:
    found = seen(content)
    assert seen(found) == found
    assert plain_text(found) == plain_text(content)


@given(contents)
def test_marks_stay_in_their_places(content: Content) -> None:
    def places(runs: list) -> list[tuple[int, str]]:
        return [(len("".join(r.text for r in runs[:at])), run.note.note) for at, run in enumerate(runs) if run.note]

    assert places(seen_runs(seen(content))) == places(seen_runs(content))


def test_the_last_part_that_has_a_text() -> None:
    mark = NoteMark("n", "1")
    runs = seen_runs((Text("Table 1 "), Bold((Text("Table"), mark, Text(" 1"))), mark))
    assert seen_content(part_of(runs, "Table 1")) == (Bold((Text("Table"),)), mark, Bold((Text(" 1"),)), mark)
    assert seen_content(part_of(runs, "1 Tab")) == (Text("1 "), Bold((Text("Tab"),)))
    assert seen_content(part_of(runs, "Figure")) == (Text("Figure"),)


def test_an_address_that_is_cut_is_text() -> None:
    runs = seen_runs((Text("See "), Link("https://un.org/")))
    assert seen_content(part_of(runs, "https://un.org/")) == (Link("https://un.org/"),)
    assert seen_content(part_of(runs, "https://un")) == (Text("https://un"),)
