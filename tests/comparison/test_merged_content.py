"""What a person would mark in a text is marked: whole words, figures, names and dates, sentences where they begin."""

from __future__ import annotations

import pytest

from reportgen.comparison.merged_content import SameBlocks, merged_content
from reportgen.tree.inlines import (
    Content,
    CrossReference,
    Deleted,
    Inline,
    Inserted,
    Italic,
    Link,
    NoteMark,
    NumberReference,
    PrintedFact,
    Text,
)


def shown(content: Content) -> str:
    return "".join(map(_shown, content))


def _shown(inline: Inline) -> str:
    match inline:
        case Inserted():
            return f"{{+{shown(inline.part)}+}}"
        case Deleted():
            return f"[-{shown(inline.part)}-]"
        case Italic():
            return f"*{shown(inline.content)}*"
        case PrintedFact():
            return f"<{shown(inline.content)}>"
        case CrossReference():
            return f"({shown(inline.content)})"
        case NumberReference():
            return f"#{inline.label}"
        case NoteMark():
            return f"^{inline.was}>{inline.label}^" if inline.was else f"^{inline.label}^"
        case Link():
            return f"<{inline.url}>"
        case Text():
            return inline.text
    raise AssertionError(inline)


def date(text: str) -> PrintedFact:
    return PrintedFact("day", "date", text, (Text(text),))


def merged(old: Content | str, new: Content | str, same: SameBlocks | None = None) -> str:
    sides = [(Text(each),) if isinstance(each, str) else each for each in (old, new)]
    return shown(merged_content(sides[0], sides[1], same or SameBlocks()))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("It trained 313 officials.", "It trained 331 officials.", "It trained [-313-]{+331+} officials."),
        ("2\u00a0925 cas", "2\u00a0932 cas", "[-2\u00a0925-]{+2\u00a0932+} cas"),
        ("See A/80/590.", "See A/80/591.", "See [-A/80/590-]{+A/80/591+}."),
        ("One. Two. Four.", "One. Two. Three. Four.", "One. Two. {+Three. +}Four."),
        ("In Peru, Chile and Kenya", "In Peru, Chile, Nepal and Kenya", "In Peru, Chile{+, Nepal+} and Kenya"),
        ("培训了313名官员。", "培训了331名官员和法官。", "培训了[-313-]{+331+}名官员{+和法官+}。"),
        ("وأوغندا وكينيا", "وأوغندا وتشاد", "وأوغندا [-وكينيا-]{+وتشاد+}"),
        (
            "The whole sentence was written by one person.",
            "Nobody of the group wrote any of it in a whole year.",
            "[-The whole sentence was written by one person-]{+Nobody of the group wrote any of it in a whole year+}.",
        ),
        ("", "New.", "{+New.+}"),
        ("Old.", "", "[-Old.-]"),
    ],
)
def test_words(old: str, new: str, expected: str) -> None:
    assert merged(old, new) == expected


def test_a_date_is_exchanged_as_a_whole() -> None:
    old, new = (Text("On "), date("18 July 2018"), Text(".")), (Text("On "), date("8 July 2018"), Text("."))
    assert merged(old, new) == "On [-<18 July 2018>-]{+<8 July 2018>+}."
    assert merged("On 18 July 2018.", new) == "On [-18 July 2018-]{+<8 July 2018>+}."
    assert merged("On 8 July 2018.", new) == "On <8 July 2018>."


def test_a_prefix_and_the_name_behind_it_are_one_word() -> None:
    name = PrintedFact("land", "place", "UG", (Text("أوغندا"),))
    assert merged("في كينيا وأوغندا", (Text("في كينيا و"), name)) == "في كينيا و<أوغندا>"


def test_changes_stand_inside_of_italics_that_both_have() -> None:
    old, new = (Italic((Text("The old book"),)),), (Italic((Text("The new book"),)),)
    assert merged(old, new) == "*The [-old-]{+new+} book*"
    assert merged((Text("A word"),), (Text("A "), Italic((Text("word"),)))) == "A [-word-]{+*word*+}"


def test_marks_of_the_same_note_stay_and_know_their_old_number() -> None:
    same = SameBlocks({"was": "is"})
    old, new = (Text("A"), NoteMark("was", "3")), (Text("B"), NoteMark("is", "4"), NoteMark("new", "5"))
    assert merged(old, new, same) == "[-A-]{+B+}^3>4^{+^5^+}"
    assert merged((NoteMark("other", "1"),), (NoteMark("is", "1"),)) == "[-^1^-]{+^1^+}"


def test_a_reference_changes_with_its_number_alone() -> None:
    def reference(label: str) -> Content:
        return (Text("see "), CrossReference("para", ("x",), content=(Text("para. "), NumberReference("x", label))))

    assert merged(reference("12"), reference("13")) == "see (para. [-#12-]{+#13+})"
    assert merged("see para. 12", reference("12"), SameBlocks(numbers=frozenset("x"))) == "see (para. #12)"
    # The block had another number: the old words do not refer to it, though the figure is the same.
    assert merged("see para. 12", reference("12")) == "see (para. )[-12-]{+(#12)+}"


def test_an_address_is_one_word() -> None:
    old, new = (Link("https://un.org/a/b"), Text(" ends")), (Link("https://un.org/a/c"), Text(" ends"))
    assert merged(old, new) == "[-<https://un.org/a/b>-]{+<https://un.org/a/c>+} ends"


def test_a_long_text_is_compared_by_its_sentences() -> None:
    sentences = [f"Sentence {number} of a long report says this." for number in range(1_000)]
    changed = [*sentences[:500], "Another one.", *sentences[501:]]
    assert merged(" ".join(sentences), " ".join(changed)).count("[-") == 1
