from __future__ import annotations

import pytest

from reportgen import language as languages
from reportgen.amendments.applied import NotFound, applied
from reportgen.amendments.edits import edits_between
from reportgen.amendments.places import places_of_pieces
from reportgen.amendments.read_back import ItemReader
from reportgen.assemble.corrections import CorrectionWords
from reportgen.model.corrections import PieceCorrection
from reportgen.tree.looked import looked, plainly
from reportgen.tree.nodes import Document
from reportgen.tree.sent import sent_document
from reportgen.tree.text import plain_text
from reportgen.workspace import Workspace


@pytest.mark.parametrize("tag", ["en", "ar", "es", "fr", "ru", "zh"])
def test_what_is_printed_is_read_back(tag: str, real_documents: dict[str, Document]) -> None:
    language = languages.load(Workspace.at(), tag)
    pieces = sent_document(real_documents[tag]).pieces
    reader, words, places = ItemReader(pieces, language), CorrectionWords(language), places_of_pieces(pieces, language)
    for piece in pieces[20:90:7]:
        old = looked(piece.content)
        new = old.spliced(3, 4, plainly("XY; ")).spliced(len(old.text), len(old.text) + 1, plainly("”. “Z"))
        edits = edits_between(old, new, language.conventions)
        where, what = words.lines(PieceCorrection(place=places[piece.id], old="", new="", edits=edits))
        found = reader.read(plain_text(where), looked(what))
        assert found.piece == piece.id
        assert applied(found.edits, old, language.conventions) == new


def test_what_leads_nowhere_is_said(real_documents: dict[str, Document]) -> None:
    language = languages.load(Workspace.at(), "en")
    reader = ItemReader(sent_document(real_documents["en"]).pieces, language)
    with pytest.raises(NotFound, match="no place"):
        reader.read("Paragraph 900", plainly("Not applicable to English."))
    with pytest.raises(NotFound, match="no instruction"):
        reader.read("Paragraph 9", plainly("Read it again"))
    assert reader.read("Paragraph 9", plainly("Not applicable to English.")).edits == ()
