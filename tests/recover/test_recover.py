from __future__ import annotations

from reportgen import language as languages
from reportgen.recover import SentPiece, recover
from reportgen.tree.inlines import Text
from reportgen.workspace import Workspace


def test_what_came_back_untouched_has_its_wording() -> None:
    piece = SentPiece("a", "In \\*two\\*.", (Text("In *two*.", (0, 12)),))
    found = recover(piece, (Text("In *two*."),), languages.load(Workspace.at(), "en"))
    assert found.wording == piece.wording
    assert not found.questions
