from __future__ import annotations

from typing import Any

from reportgen.tree.nodes import Document
from reportgen.writers import outline


def test_one_line_a_block(tiny: Any) -> None:
    tiny.paragraphs("""
        - id: opening
          text: The report is small.[^a-note]
          notes: {a-note: A note.}
          subparagraphs:
            - {id: one-part, text: To be small;}
        - id: long
          text: A sentence that goes on and on until it has more than sixty characters in it.
    """)
    assert outline.write(tiny.build()).decode() == (
        "A/99/1 [en]\n"
        "heading      1        I.     first: The first section\n"
        "paragraph    1        1.     opening: The report is small.\n"
        "subparagraph 1.1      (a)    one-part: To be small;\n"
        "paragraph    2        2.     long: A sentence that goes on and on until it has more than sixty…\n"
        "note         1        1      a-note: A note.\n"
    )


def test_a_text_of_several_lines_is_one_line(tiny: Any) -> None:
    tiny.paragraphs("- id: opening\n  text: |\n    The report\n\n    is small.\n")
    assert outline.write(tiny.build()).decode().splitlines()[-1].endswith("opening: The report  is small.")


def test_the_real_report_has_a_line_for_every_block_and_note(real_documents: dict[str, Document]) -> None:
    found = {tag: outline.write(document).decode().splitlines() for tag, document in real_documents.items()}
    assert [len(rows) for rows in found.values()] == [1 + 76 + 11 + 5 + 3 + 2] * 6
    ids = [[row.partition(":")[0].split()[-1] for row in rows[1:]] for rows in found.values()]
    assert all(each == ids[0] for each in ids)
