"""What a side of a comparison knows of each block in each language."""

from __future__ import annotations

from reportgen.comparison.fingerprints import MISSING, digest
from reportgen.comparison.sides import in_languages, of_documents


def test_a_text_that_a_language_lacks_has_no_digest(tiny, translate) -> None:
    translate(opening=None)
    documents = {tag: tiny.build(tag) for tag in ("en", "zh")}
    pieces = {piece.id: piece for piece in of_documents(documents["en"], documents)}
    printed = {name: {tag: each.printed for tag, each in piece.digests.items()} for name, piece in pieces.items()}
    assert printed["opening"] == {"en": digest("The report is small."), "zh": MISSING}
    assert printed["first"] == {"en": digest("The first section"), "zh": digest("第一节")}


def test_the_side_in_some_of_its_languages(tiny, translate) -> None:
    translate()
    documents = {tag: tiny.build(tag) for tag in ("en", "zh")}
    pieces = of_documents(documents["en"], documents)
    assert [{*piece.digests} for piece in in_languages(pieces, ["zh"])] == [{"zh"}] * len(pieces)
    assert {*pieces[0].digests} == {"en", "zh"}
