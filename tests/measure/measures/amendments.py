"""Changes of an issued report in one, some and all languages, as a corrigendum: each place is right and leads to one
line of the issued Word file, each item applies back exactly, and nothing else is printed.
"""

from __future__ import annotations

import random
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from reportgen import language as languages
from reportgen import pipeline
from reportgen.amendments.corrigendum import BothTexts, items_between
from reportgen.assemble.corrections import CorrectionWords
from reportgen.language import Language
from reportgen.model.corrections import CorrectedItem
from reportgen.passes.number import number_blocks
from reportgen.pipeline.after_issue.amend import said_in_word
from reportgen.readers.docx import read_word
from reportgen.record import replace
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import PrintedFact
from reportgen.tree.looked import LookedText, looked, plainly
from reportgen.tree.printed import PrintedPiece
from reportgen.tree.sent import sent_document
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_inlines
from reportgen.workspace import Workspace
from tests.conftest import TinyReport, write_every
from tests.measure.case import Measure, Outcome
from tests.tools.place_follower import Followed, PlaceFollower, sentences

TAGS = ("en", "ar", "es", "fr", "ru", "zh")
_REPORTS = ("real report", "every kind of block", "budget report")
_REAL = {"real report": "e-cn.15-2019-9", "budget report": "a-80-590"}
_TIMES = 5
"""How often a change is drawn: some words cannot go, such as the first one of the only title."""

_SPREADS = ("one", "some", "all")
_RUNNING = ("paragraph", "subparagraph", "plain", "quotation", "item", "note", "letter-note", "source")
_IN_TABLES = ("cell", "table", "figure", "box", "source", "letter-note")
_NAMES = ("place", "entity", "instrument", "programme", "publication", "law")

Change = Callable[[random.Random, PrintedPiece, str], LookedText | None]


def _tried(chance: random.Random, number: int, _: Path) -> Outcome:
    kind, first = list(CHANGES)[number % len(CHANGES)], _REPORTS[number // len(CHANGES) % len(_REPORTS)]
    spread = _SPREADS[number // (len(_REPORTS) * len(CHANGES)) % 3]
    # The first report has no tables, the second no names and no paragraph of several sentences.
    for report in (first, *(each for each in _REPORTS if each != first)) * _TIMES:
        issued = _issued(report)
        changed = _changed(chance, kind, spread, issued)
        if changed:
            break
    else:
        return Outcome(kind, "no place", False, column=spread)
    texts = {
        tag: BothTexts(each.language, each.pieces, _with(each.pieces, *changed[tag]) if tag in changed else each.pieces)
        for tag, each in issued.items()
    }
    try:
        items = items_between(texts, TAGS)
    except Exception as error:  # all that goes wrong is an outcome
        return Outcome(kind, "refused", False, f"{report}: {error}", column=spread)
    wrong = next(_wrong(issued, texts, items, changed), "")
    told = f"{report}, {spread}, {sorted(changed)}: {wrong}"
    return Outcome(kind, wrong.partition(":")[0] or "right", not wrong, told, column=spread)


class _Issued:
    """The report in one language as it was issued: its document, its pieces, and its Word file as a reader has it."""

    def __init__(self, document: tree.Document, language: Language) -> None:
        self.document, self.language = document, language
        self.pieces = sent_document(document).pieces
        read = read_word(pipeline.write(document, "docx"), "issued")
        self.follower = PlaceFollower(read, document.language)
        self.ids = [each.line.id or each.note_id for each in self.follower.lines]


@lru_cache(maxsize=len(_REPORTS))
def _issued(report: str) -> Mapping[str, _Issued]:
    if report not in _REAL:
        with tempfile.TemporaryDirectory() as folder:
            every = write_every(TinyReport(Path(folder)))
            return {tag: _Issued(every.build(tag), languages.load(every.workspace, tag)) for tag in TAGS}
    workspace = Workspace.at(Path(__file__).parents[3])
    loaded = pipeline.load(workspace, _REAL[report])
    return {tag: _Issued(pipeline.build(workspace, loaded, tag), languages.load(workspace, tag)) for tag in TAGS}


def _wrong(
    issued: Mapping[str, _Issued],
    texts: Mapping[str, BothTexts],
    items: Sequence[CorrectedItem],
    changed: Mapping[str, tuple[str, LookedText]],
) -> Iterator[str]:
    """What is wrong with a corrigendum: first the list, then each language read from its Word file."""
    if [each.piece for each in items] != list(dict.fromkeys(name for name, _ in changed.values())):
        yield f"another list: {[each.piece for each in items]}"
    for tag, each in issued.items():
        data = pipeline.write(_corrigendum(each, items), "docx")
        found = said_in_word(data, texts[tag])
        wanted = dict([changed[tag]]) if tag in changed else {}
        if found != wanted:
            yield f"not applied: {tag} {found} {wanted}"
        yield from _followed(each, data, wanted, tag)


def _corrigendum(issued: _Issued, items: Sequence[CorrectedItem]) -> tree.Document:
    """The document with the items in the place of the text."""
    words = CorrectionWords(issued.language)
    blocks: list[tree.Block] = []
    for item in items:
        where, what = words.lines(item.languages[issued.language.tag])
        blocks += [tree.Paragraph(f"item-{item.number}", where), tree.PlainParagraph(f"item-{item.number}/what", what)]
    return number_blocks(replace(issued.document, blocks=tuple(blocks), notes=()), issued.language)


def _followed(issued: _Issued, data: bytes, wanted: Mapping[str, LookedText], tag: str) -> Iterator[str]:
    """Follow each place word for word in the issued Word file, with nothing but that file at hand."""
    lines = [each for each in read_word(data, "corrigendum").blocks if each.line.id.startswith("item-")]
    said = [(where.line.text, what.line.text) for where, what in pairwise(lines) if where.line.path]
    for place, what in said:
        if not any(word in what for word in _UNCHANGED[tag]):
            try:
                place_found = issued.follower.follow(place)
            except (LookupError, ValueError, IndexError) as error:
                yield f"leads nowhere: {tag} {place}: {error}"
                continue
            name = issued.ids[place_found.index]
            if name not in wanted and not (name == "" and "title" in wanted):
                yield f"leads elsewhere: {tag} {place} is {name}"
            yield from _carried_out(issued, place_found, what, wanted.get(name or "title"), tag, place)


_UNCHANGED = {"en": ("Not applicable",), "fr": ("Sans objet",), "es": ("No se aplica",), "ru": ("не относится",),
              "zh": ("不适用于",), "ar": ("لا ينطبق",)}  # fmt: skip
_QUOTED = {
    "en": "“(.*?)”",
    "fr": "«\u00a0(.*?)\u00a0»",
    "es": "“(.*?)”",
    "ru": "«(.*?)»",
    "zh": "“(.*?)”",
    "ar": "”(.*?)“",
}


def _carried_out(
    issued: _Issued, found: Followed, what: str, new: LookedText | None, tag: str, place: str
) -> Iterator[str]:
    """Whether the first quoted words stand once at the place; a sentence that comes has none to stand there."""
    text = issued.follower.lines[found.index].line.text
    quoted = re.findall(_QUOTED[tag], what)
    is_one = len(re.findall("[;；؛]", re.sub(_QUOTED[tag], "", what))) == 0
    is_nested = sum(what.count(mark) for mark in "“”«»") > 2 * len(quoted)
    if not is_one or new is None or not quoted or is_nested:
        return  # several instructions, or quotations in quotations: read back above
    old = quoted[0]
    if found.where != "in":
        if old not in new.text or old in text:
            yield f"another sentence: {tag} {place} {what}"
    elif len(quoted) == 2 or text[found.start : found.end].count(old) == 1:
        if text[found.start : found.end].count(old) != 1:
            yield f"stands not once: {tag} {place} {what}"
        there = text[found.start : found.end].replace(old, quoted[1] if quoted[1:] else "")
        after = text[: found.start] + there + text[found.end :]
        # Whoever deletes a word closes the gap as well.
        if quoted[-1] != new.text and re.sub(r"\s+|\s(?=[.,;:])", "", after) != re.sub(
            r"\s+|\s(?=[.,;:])", "", new.text
        ):
            yield f"leads to another text: {tag} {place} {what}"


def _changed(
    chance: random.Random, kind: str, spread: str, issued: Mapping[str, _Issued]
) -> dict[str, tuple[str, LookedText]]:
    """The changed piece by language, the same piece in all that are changed."""
    count = {"one": 1, "some": chance.randrange(2, 6), "all": 6}[spread]
    tags = sorted(chance.sample(TAGS, count))
    kinds, change = CHANGES[kind]
    pieces = issued[tags[0]].pieces
    names = [each.id for each in pieces if each.kind in kinds and (kind not in _ABOVE or each.id in _ABOVE[kind])]
    for name in chance.sample(names, len(names)):
        found = {}
        for tag in tags:
            piece = next((each for each in issued[tag].pieces if each.id == name), None)
            new = change(chance, piece, tag) if piece else None
            if piece is None or new is None or new == looked(piece.content):
                break
            found[tag] = (name, looked(new.content()))
        if len(found) == len(tags):
            return found
    return {}


def _with(pieces: Sequence[PrintedPiece], name: str, text: LookedText) -> list[PrintedPiece]:
    return [replace(each, content=text.content()) if each.id == name else each for each in pieces]


def _figure(chance: random.Random, piece: PrintedPiece, tag: str) -> LookedText | None:
    text = looked(piece.content)
    spans = [match.span() for match in re.finditer(r"\d+", text.text)]
    return text.spliced(*chance.choice(spans), plainly(str(chance.randrange(10, 9999)))) if spans else None


def _name(chance: random.Random, piece: PrintedPiece, tag: str) -> LookedText | None:
    text = looked(piece.content)
    names = {plain_text(each.content) for each in all_inlines(piece.content)
             if isinstance(each, PrintedFact) and each.kind in _NAMES}  # fmt: skip
    there = sorted(name for name in names if name in text.text)
    if not there:
        return None
    name = chance.choice(there)
    at = chance.choice([match.start() for match in re.finditer(re.escape(name), text.text)])
    return text.spliced(at, at + len(name), plainly(_NEW_NAMES[tag]))


_NEW_NAMES = {"en": "New Zealand", "fr": "la Nouvelle-Zélande", "es": "Nueva Zelandia", "ru": "Новая Зеландия",
              "zh": "新西兰", "ar": "نيوزيلندا"}  # fmt: skip
_WORDS = {"en": "renewed", "fr": "nouveau", "es": "nuevo", "ru": "новый", "zh": "新的", "ar": "جديد"}
_SENTENCES = {
    "en": "The results are given below.", "fr": "Les résultats sont donnés ci-après.",
    "es": "Los resultados figuran a continuación.", "ru": "Результаты приводятся ниже.",
    "zh": "结果见下文。", "ar": "وترد النتائج أدناه.",
}  # fmt: skip


def _word(chance: random.Random, piece: PrintedPiece, tag: str) -> LookedText | None:
    text = looked(piece.content)
    spans = [match.span() for match in re.finditer(r"[\u4e00-\u9fff]{1,2}|[^\W\d_\u4e00-\u9fff]{2,}", text.text)]
    if not spans:
        return None
    start, end = chance.choice(spans)
    word = plainly(_WORDS[tag])
    blank = plainly("" if tag == "zh" else " ")
    # A word is exchanged, comes or goes.
    ways = [lambda: text.spliced(start, end, word), lambda: text.spliced(end, end, blank.joined(word)),
            lambda: text.spliced(max(start - len(blank.text), 0), end, plainly("")) if start else None]  # fmt: skip
    return chance.choice(ways)()


def _sentence(chance: random.Random, piece: PrintedPiece, tag: str) -> LookedText | None:
    text = looked(piece.content)
    return text.spliced(*chance.choice(sentences(text.text, tag)), plainly(_SENTENCES[tag]))


def _sentence_comes(chance: random.Random, piece: PrintedPiece, tag: str) -> LookedText | None:
    text = looked(piece.content)
    _, end = chance.choice(sentences(text.text, tag))
    blank = plainly("" if tag == "zh" else " ")
    return text.spliced(end, end, blank.joined(plainly(_SENTENCES[tag]))) if text.text[end - 1] in ".。" else None


def _sentence_goes(chance: random.Random, piece: PrintedPiece, tag: str) -> LookedText | None:
    text = looked(piece.content)
    spans = sentences(text.text, tag)
    if len(spans) < 2:
        return None
    at = chance.randrange(len(spans))
    start, end = (spans[at - 1][1], spans[at][1]) if at else (0, spans[1][0])
    return text.spliced(start, end, plainly(""))


CHANGES: Mapping[str, tuple[Sequence[str], Change]] = {
    "figure": ((*_RUNNING, "cell"), _figure),
    "name": (_RUNNING, _name),
    "word": (_RUNNING, _word),
    "sentence": (("paragraph", "subparagraph", "plain"), _sentence),
    "note": (("note", "letter-note"), _word),
    "heading": (("heading", "annex", "appendix"), _word),
    "cell": (_IN_TABLES, _word),
    "title": (("masthead",), _word),
    "line of the masthead": (("masthead",), _word),
    "inserted sentence": (("paragraph", "plain"), _sentence_comes),
    "deleted sentence": (("paragraph", "plain"), _sentence_goes),
}
"""What is changed: the kinds of pieces that have such, and how."""

_ABOVE = {
    "title": ("title",),
    "line of the masthead": tuple(
        f"masthead/{line}" for line in ("organ", "body", "session", "place-and-dates", "agenda-item", "author")
    ),
}
"""The pieces above the text by the kind of change."""


def _below(outcomes: Sequence[Outcome]) -> Iterator[str]:
    wrong = Counter(each.kind for each in outcomes if not each.passed)
    if wrong:
        yield f"{sum(wrong.values())} of {len(outcomes)} changes are wrong: {dict(wrong)}"


MEASURE = Measure(
    about=__doc__.strip() if __doc__ else "",
    count=600,
    sample=12,
    tried=_tried,
    below=_below,
    seconds=60.0,
    patience=300.0,
)
