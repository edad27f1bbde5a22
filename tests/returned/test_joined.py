"""Two pieces as one: its wording prints both, and facts of one name that differ get another."""

from __future__ import annotations

from reportgen.facts import Count
from reportgen.recover import SentFact, SentPiece
from reportgen.returned.joined import joined, with_names
from reportgen.tree.inlines import PrintedFact, Text
from reportgen.tree.text import plain_text


def piece(name: str, number: int, word: str) -> SentPiece:
    wording = f"{word} {{{{ n }}}} and {{{{ n | words }}}}."
    at = wording.index("{{")
    content = (
        Text(f"{word} ", (0, at)),
        PrintedFact("n", "count", str(number), (Text(str(number)),), (at, at + 7)),
        Text(" and ", (at + 7, at + 12)),
        PrintedFact("n", "count", str(number), (Text("some"),), (at + 12, len(wording) - 1)),
        Text(".", (len(wording) - 1, len(wording))),
    )
    return SentPiece(name, wording, content, {"n": SentFact(Count(number)), "year": SentFact(Count(2018), "report")})


def slices(found: SentPiece) -> list[str]:
    return [found.wording[each.origin[0] : each.origin[1]] for each in found.content if each.origin]


def test_facts_with_other_values_are_renamed_and_places_follow() -> None:
    found = joined(piece("a", 3, "One"), piece("b", 4, "Two"), "a")
    assert found.renamed == {"n": "n_2"}
    assert found.piece.wording == "One {{ n }} and {{ n | words }}. Two {{ n_2 }} and {{ n_2 | words }}."
    assert "".join(slices(found.piece)) == found.piece.wording
    assert plain_text(found.piece.content) == "One 3 and some. Two 4 and some."
    assert [each.fact for each in found.piece.content if isinstance(each, PrintedFact)] == ["n", "n", "n_2", "n_2"]
    assert {name: each.value for name, each in found.piece.facts.items()} == {
        "n": Count(3), "n_2": Count(4), "year": Count(2018),
    }  # fmt: skip


def test_facts_with_the_same_value_keep_their_name() -> None:
    found = joined(piece("a", 3, "One"), piece("b", 3, "Two"), "a")
    assert found.renamed == {}
    assert "".join(slices(found.piece)) == found.piece.wording


def test_only_names_of_facts_are_exchanged() -> None:
    text = 'n {{ n }}, {{ nn }}, {{ n.KE }} {{ n | plural(one="n", other="# n") }}'
    assert with_names(text, {"n": "m"}) == text.replace("{{ n", "{{ m").replace("{{ mn", "{{ nn")
    assert with_names("{{ broken", {"broken": "b"}) == "{{ broken"
