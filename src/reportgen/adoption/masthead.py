"""What stands above the text of a United Nations document, as the masthead of a report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import product, zip_longest
from string import ascii_lowercase
from typing import Any

from reportgen.adoption.lines import unmarked, without_bold
from reportgen.assemble.masthead_facts import SessionColumn, column_values
from reportgen.errors import ReportgenError
from reportgen.facts import Count, Date, DateRange, Names, Ordinal, Value
from reportgen.facts.symbols import SYMBOL
from reportgen.language import Language, load
from reportgen.language.recognition import Reading, Recognizer
from reportgen.model.masthead import ListedItem
from reportgen.model.notation import written_fact
from reportgen.readers import ReadDocument, ReadLine
from reportgen.readers.document import ReadMastheadLine
from reportgen.record import field, record
from reportgen.templates.render import MASTHEAD_TEMPLATE, StandingWords
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Content, NoteMark
from reportgen.tree.line import begins_text
from reportgen.tree.printed import masthead_pieces
from reportgen.tree.text import plain_text

_DISTRIBUTION = re.compile(r"(?:Distr|Distribución)[.:]*\s*(?P<kind>\w+)", re.IGNORECASE)
_KINDS = {"g": "general", "l": "limited", "r": "restricted"}
_PROVISIONAL = re.compile("provis|предварит|المؤقت|临时", re.IGNORECASE)
_AROUND_SYMBOL = " .\u3002\u200e\u200f"
"""What may stand around the symbol in a note: stops, and marks of direction."""

_FURTHEST_ORDINAL = 8
"""Where the number of a session begins at the latest, in letters: behind one word, as in Arabic."""
_PLACEHOLDER = re.compile(r"\{\{[^}]*\}\}")
_ORIGINAL = re.compile(r"Original\s*:", re.IGNORECASE)
_STATIONS = ("geneva", "vienna", "nairobi")
_NO_ORGAN = ("united-nations",)
"""The name above all mastheads, which our own files mark and those of others have as their first line."""

_AUTHORS = ("secretary-general", "executive-director", "secretariat")


@record
class FoundMasthead:
    """The masthead as data of report.yaml, the texts of all its lines, and how many lines of the file it takes.

    `own_names` are what the language calls itself in the block of information, without blanks and capitals.
    """

    symbol: str
    data: dict[str, Any]
    texts: tuple[str, ...]
    begin: int
    title: Content
    agenda_title: Content = ()
    own_names: frozenset[str] = frozenset()

    def differing(self, document: tree.Document) -> list[tuple[str, str]] | None:
        """What the file has above its text and the document prints otherwise, each with what is printed instead.

        None where a line would be lost or less than half of them are printed: then all lines stay as text.
        """
        printed = [plain_text(each.content) for each in masthead_pieces(document)]
        printed += [plain_text(note.content) for note in document.masthead.notes]
        ours, theirs = ([" ".join(text.split()) for text in texts] for texts in (printed, self.texts))
        missing, added = _without(theirs, ours), _without(ours, theirs)
        # The name of the language is printed beside what was found, and stands for no line of the file.
        instead = [text for text in added if _bare(text) not in self.own_names]
        if 2 * len(missing) > len(theirs) or len(missing) > len(instead):
            return None
        return list(zip_longest(missing, added, fillvalue=""))


def _without(texts: Sequence[str], others: Sequence[str]) -> list[str]:
    """The texts in their order, but for those that stand among the others, as often as they stand there."""
    left = Counter(texts) - Counter(others)
    found = []
    for text in texts:
        if left[text]:
            left[text] -= 1
            found.append(text)
    return found


@record
class _Found:
    data: dict[str, Any] = field(default_factory=dict)
    words: list[ReadMastheadLine] = field(default_factory=list)


def read_masthead(document: ReadDocument, language: Language) -> FoundMasthead | None:
    """The masthead of a file, so far as its lines are understood; None where nothing is one: no symbol, no title.

    Whoever builds the report proves that it prints these lines and no others.
    """
    lines, found, symbol = document.masthead, _Found(), ""
    information = _Information.of(language)
    for line in lines:
        text = plain_text(line.content).strip()
        if re.fullmatch(SYMBOL, text):
            symbol = text
        elif information.take(text, found.data):
            pass
        elif not (line.id == "masthead/name" or _take(line, text, document, language, found)):
            found.words.append(line)
    # What is left stands below the rule: the name of the organization comes before all, the author last.
    words = [line for line in found.words if not _is_organization(line, lines)]
    if not symbol or len(words) < 2 or "organ" not in found.data:
        return None
    *titles, author = words
    begin = next((at for at, line in enumerate(document.blocks) if begins_text(line.line)), len(document.blocks))
    title, agenda_title = (unmarked(without_bold(each.content)) for each in (titles[-1], titles[0]))
    data = {**found.data, "author": _author(plain_text(author.content), language)}
    texts = (*(plain_text(line.content) for line in lines), *_note_texts(document, begin))
    # A first line that is of no agenda item is lost here, so that all lines stay as text.
    is_of_agenda = "agenda" in data and plain_text(title) != plain_text(agenda_title)
    agenda_title = agenda_title if is_of_agenda else ()
    return FoundMasthead(symbol, data, texts, begin, title, agenda_title, information.names)


@record
class _Information:
    """The lines of the block of information: what the language calls itself there, and the lines of each original."""

    language: str
    names: frozenset[str]
    originals: Mapping[str, str]
    recognizer: Recognizer

    @classmethod
    def of(cls, language: Language) -> _Information:
        """The lines as the program prints them, for every language that a document may have been written in."""
        other = language.conventions.information_language or language.tag

        def line(tag: str, block: str, original: str) -> str:
            values = {"original_language": original}
            try:
                return _bare(StandingWords(language.workspace, tag, MASTHEAD_TEMPLATE, values).block(block))
            except ReportgenError:  # the template has no word for that language
                return ""

        own = {line(language.tag, "language_line", language.tag), _bare(language.conventions.own_name)}
        originals = {line(other, "original", tag): tag for tag in language.workspace.languages()}
        return cls(language.tag, frozenset(own), originals, load(language.workspace, other).recognizer)

    def take(self, text: str, data: dict[str, Any]) -> bool:
        """Whether a line is one of them; what it says is added."""
        distribution = _DISTRIBUTION.match(text)
        if distribution and distribution["kind"][0].casefold() in _KINDS:
            data["distribution"] = _KINDS[distribution["kind"][0].casefold()]
            return True
        if _ORIGINAL.match(text):
            original = self.originals.get(_bare(text), self.language)
            data.update({"original": original} if original != self.language else {})
            return True
        dates = [each for each in self.recognizer.readings(text) if isinstance(each.value, Date)]
        whole = next((each.value for each in dates if each.end - each.start == len(text)), None)
        if whole and "date" not in data:
            data["date"] = written_fact(whole)
        return bool(whole) or _bare(text) in self.names


def _bare(line: str) -> str:
    """A line without what may be typed otherwise: blanks and capitals."""
    return "".join(line.split()).casefold()


def _is_organization(line: ReadMastheadLine, lines: Sequence[ReadMastheadLine]) -> bool:
    return line is lines[0]


def _note_texts(document: ReadDocument, begin: int) -> Iterator[str]:
    """The texts of the notes that lines of the masthead mark."""
    return (note.line.text for note in document.notes if is_of_masthead(note, begin))


def is_of_masthead(note: ReadLine, begin: int) -> bool:
    """Whether a note is marked above the text, where notes have asterisks."""
    if note.marked_in:
        return max(note.marked_in) < begin
    return begin > 0 and not note.line.path and note.line.label.strip("*") == ""


def _take(line: ReadMastheadLine, text: str, document: ReadDocument, language: Language, found: _Found) -> bool:
    """Whether a line is understood; what it says is added."""
    data = found.data
    readings = language.recognizer.readings(text)
    values = [each.value for each in readings]
    if "organ" not in data and (name := _whole_name(readings, text)):
        data["organ"] = name
    elif "body" not in data and (name := _whole_name(readings, text)):
        data["body"] = name
    elif "session" not in data and (session := _first(values, Ordinal)) and readings[0].start <= _FURTHEST_ORDINAL:
        data["session"] = session.number
    elif "meeting" not in data and (dates := _dates(values)) and (place := _place(values)):
        data["meeting"] = {"place": place, "dates": written_fact(dates)}
        data.update({"duty_station": place} if place in _STATIONS else {})
    elif "date" not in data and "meeting" not in data and (day := _first(values, Date)) and len(text) < 40:
        data["date"] = written_fact(day)
    elif "agenda" not in data and (item := _item(values)) and len(text) < 80:
        data["agenda"] = {
            "item": item,
            **_agenda(text, item, data.get("body", ""), language),
            **_agenda_note(line, document),
        }
    else:
        return False
    return True


def _first(values: Sequence[Value], kind: type[Any]) -> Any:
    return next((each for each in values if isinstance(each, kind)), None)


def _dates(values: Sequence[Value]) -> Value | None:
    found = _first(values, DateRange) or _first(values, Date)
    return found if isinstance(found, DateRange | Date) else None


def _place(values: Sequence[Value]) -> str:
    places = (each.ids[0] for each in values if isinstance(each, Names) and each.kind == "place")
    return next(places, "")


def _item(values: Sequence[Value]) -> int:
    found = next((each for each in values if isinstance(each, Count | Ordinal)), None)
    return found.number if isinstance(found, Count | Ordinal) else 0


def _whole_name(readings: Sequence[Reading], text: str) -> str:
    """The id of the body whose name is the whole line."""
    for each in readings:
        is_whole = each.end - each.start >= len(text) - 1
        if isinstance(each.value, Names) and each.value.kind == "entity" and is_whole and each.value.ids != _NO_ORGAN:
            return each.value.ids[0]
    return ""


def _agenda(text: str, item: int, body: str, language: Language) -> dict[str, Any]:
    """The part of an agenda item and whether the agenda is provisional: as the report prints such a line."""
    for part, provisional in product((None, *ascii_lowercase), (True, False)):
        listed = ListedItem(item=item, part=part, provisional=provisional)
        values = {**column_values(SessionColumn("", None, None, listed), language), "body_id": body}
        words = StandingWords(language.workspace, language.tag, MASTHEAD_TEMPLATE, values).block("agenda_item")
        if _bare(_PLACEHOLDER.sub(str(item), words)) == _bare(text):
            return {**({"part": part} if part else {}), **({"provisional": True} if provisional else {})}
    return {"provisional": True} if _PROVISIONAL.search(text) else {}


def _agenda_note(line: ReadMastheadLine, document: ReadDocument) -> dict[str, Any]:
    """The symbol that the asterisk behind the agenda item points to."""
    for mark in (each for each in line.content if isinstance(each, NoteMark)):
        for note in document.notes:
            known = (note.key, note.note_id, note.line.label)
            symbol = note.line.text.strip(_AROUND_SYMBOL)
            if mark.note in known and re.fullmatch(SYMBOL, symbol):
                return {"note": {"symbol": symbol}}
    return {}


def _author(text: str, language: Language) -> str:
    names = [each.value for each in language.recognizer.readings(text)]
    ids = [each.ids[0] for each in names if isinstance(each, Names) and each.kind == "entity"]
    return next((name for name in ids if name in _AUTHORS), _AUTHORS[0])
