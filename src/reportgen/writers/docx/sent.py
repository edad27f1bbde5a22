"""What a Word file was printed from, carried in a part of its own: with it, an edited draft can be read back."""

from __future__ import annotations

from reportgen.tree.memory import ContentMemory
from reportgen.tree.sent import SentDocument, dump_sent
from reportgen.word.sent import ITEM_ID, SENT_NAMESPACE, SENT_PART, SENT_PROPERTIES
from reportgen.writers.docx.furniture import relationships
from reportgen.writers.docx.xml import HEADER, R

_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def sent_parts(sent: SentDocument, memory: ContentMemory | None = None) -> dict[str, bytes]:
    """The parts by name; none for a document that was made of no report."""
    if not sent.printed_from.wordings:
        return {}
    lines = "".join(f"<line>{line}</line>" for line in dump_sent(sent, memory).split("\n"))
    properties = (
        f'<ds:datastoreItem ds:itemID="{ITEM_ID}" xmlns:ds="{_STORE}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{SENT_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    folder, _, name = SENT_PART.rpartition("/")
    return {
        SENT_PART: f'{HEADER}<sent xmlns="{SENT_NAMESPACE}">{lines}</sent>'.encode(),
        SENT_PROPERTIES: f"{HEADER}{properties}".encode(),
        f"{folder}/_rels/{name}.rels": relationships(
            {"rId1": (f"{R}/customXmlProps", SENT_PROPERTIES.removeprefix(f"{folder}/"))}
        ),
    }
