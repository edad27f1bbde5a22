"""A reader with the issued Word file alone, who follows the words of a place to one line and one sentence of it.

It has its own words of six languages and its own idea of a sentence, so that it agrees with nobody by mistake.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.readers.document import ReadDocument, ReadLine
from reportgen.tree.line import Line
from reportgen.tree.text import plain_text

_ORDINALS = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth",
    "fr": "premi deuxi troisi quatri cinqui sixi septi huiti neuvi dixi onzi douzi treizi quatorzi",
    "es": "primer segund tercer cuart quint sext séptim octav noven décim 11 12 13 14",
    "ru": "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат",
    "zh": "第一 第二 第三 第四 第五 第六 第七 第八 第九 第十 第十一 第十二 第十三 第十四",
    "ar": "ال?[أا]ول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر "
    "الحادي.*عشر الثاني.*عشر الثالث.*عشر الرابع.*عشر",
}
_FIGURES = {"en": "figure", "fr": "figure", "es": "gráfico", "ru": "диаграмма", "zh": "图", "ar": "الشكل"}
"""What a figure is called that stands alone: nothing is printed over it but its title."""

_UNNUMBERED = {
    "en": ("unnumbered heading that follows", "unnumbered table that follows"),
    "fr": ("titre non numéroté qui suit", "tableau non numéroté qui suit"),
    "es": ("título sin numerar que sigue", "cuadro sin numerar que sigue"),
    "ru": ("ненумерованный заголовок", "ненумерованная таблица"),
    "zh": ("个未编号标题", "个未编号表格"),
    "ar": ("العنوان .*غير المرقم الذي يلي", "الجدول .*غير المرقم الذي يلي"),
}
"""A heading and a table that have no number: they are counted from the numbered text before them."""

_JOINS = {"en": ", ", "fr": ", ", "es": ", ", "ru": ", ", "zh": "，", "ar": "، "}
_WORDS = {
    # paragraph, section, heading, footnote, note, row, column, head, source, summary, unnumbered, title, sentence
    "en": ("paragraph", "section", "heading", "footnote", "note", "row", "column", "head of the", "source", "summary",
           "unnumbered text that follows", "title", "sentence", "after the", "before the"),
    "fr": ("paragraphe", "section", "titre", "note de bas de page", "note", "ligne", "colonne", "en-tête de la",
           "source", "résumé", "texte non numéroté qui suit", "titre", "phrase", "après la", "avant la"),
    "es": ("párrafo", "sección", "título", "nota de pie de página", "nota", "fila", "columna", "encabezamiento de la",
           "fuente", "resumen", "texto sin numerar que sigue", "título", "oración", "después de la", "antes de la"),
    "ru": ("пункт", "раздел", "заголовок", "сноска", "примечание", "строка", "столбец", "заголовок", "источник",
           "резюме", "следующий за ним ненумерованный текст", "название", "предложени", "после", "перед"),
    "zh": ("第@段", "第@节(?:标题)?", "", "脚注", "注", "第@行", "栏", "栏栏目", "资料来源", "摘要",
           "其后未编号文字", "标题", "句", "之后", "之前"),
    "ar": ("الفقرة", "الفرع", "العنوان", "الحاشية", "الحاشية", "السطر", "العمود", "رأس العمود", "المصدر", "الموجز",
           "النص غير المرقم الذي يلي", "العنوان", "الجملة", "بعد", "قبل"),
}  # fmt: skip
_MASTHEAD = ("organ", "body", "session", "place-and-dates", "agenda-item", "author")
_MASTHEAD_WORDS = {
    "en": ("organ", "body", "session", "place and dates", "agenda item", "line below the title"),
    "fr": ("organe", "organe subsidiaire", "session", "lieu et dates", "point de l’ordre du jour",
           "ligne sous le titre"),
    "es": ("órgano", "órgano subsidiario", "período de sesiones", "lugar y fechas", "tema del programa",
           "línea debajo del título"),
    "ru": ("орган", "вспомогательный орган", "сессия", "место и сроки", "пункт повестки дня", "строка под названием"),
    "zh": ("机关", "附属机构", "届会", "地点和日期", "议程项目", "标题下一行"),
    "ar": ("الهيئة", "الهيئة الفرعية", "الدورة", "المكان والتواريخ", "بند جدول الأعمال", "السطر الوارد تحت العنوان"),
}  # fmt: skip
"""What each language calls the lines above the text; where they stand on the page a reader sees."""

_LOOSE = ("plain", "quotation", "item")
_CAPTIONED = ("table", "figure", "box")


@dataclass(frozen=True)
class Followed:
    """Where the words lead: the text of one line, and the stretch of it that they name."""

    index: int
    start: int
    end: int
    where: str = "in"


class PlaceFollower:
    """Follows places in one issued file; a `LookupError` where they lead nowhere, or to more than one place."""

    def __init__(self, read: ReadDocument, tag: str) -> None:
        above = (ReadLine(Line(each.id, "masthead", (), "", plain_text(each.content))) for each in read.masthead)
        self.lines: Sequence[ReadLine] = (*read.blocks, *read.notes, *above)
        self.tag, self.words = tag, _WORDS[tag]
        self.ordinals = _ORDINALS[tag].split()

    def follow(self, place: str) -> Followed:
        parts = [part.strip() for part in re.split(_JOINS[self.tag].strip(), place.strip())]
        scope = self._main()
        index: int | None = None
        sentence: tuple[int, str] | None = None
        at = 0
        while at < len(parts):
            part = parts[at]
            rest = parts[at + 1 :]
            at += 1
            found = self._sentence(part) if index is not None else None
            if found:
                sentence = found
            elif index is None and (annex := self._annex(part, scope)) is not None:
                scope = self._within(annex)
                if rest[:1] == [self.words[11]]:
                    index, at = annex, at + 1
            else:
                index, used = self._line(part, rest, scope, index)
                at += used
        if index is None:
            raise LookupError(place)
        return self._stretch(index, sentence)

    def _stretch(self, index: int, sentence: tuple[int, str] | None) -> Followed:
        text = self.lines[index].line.text
        if sentence is None:
            return Followed(index, 0, len(text))
        spans = sentences(text, self.tag)
        number, where = sentence
        if number > len(spans):
            raise LookupError(f"{number} of {len(spans)} sentences")
        return Followed(index, *spans[number - 1], where)

    def _sentence(self, part: str) -> tuple[int, str] | None:
        if self.words[12] not in part.casefold():
            return None
        where = "after" if self._has(part, 13) else "before" if self._has(part, 14) else "in"
        return self._ordinal(part), where

    def _has(self, part: str, word: int) -> bool:
        text = self.words[word]
        return part.endswith(text) if self.tag == "zh" else part.casefold().startswith(text)

    def _ordinal(self, part: str) -> int:
        found = [number for number, word in enumerate(self.ordinals, 1) if re.search(word, part.casefold())]
        if not found:
            raise LookupError(part)
        return found[-1]  # eleventh after first, 第十一 after 第一 and 第十

    def _annex(self, part: str, scope: range) -> int | None:
        """The annex or appendix that a part names: an annex anywhere, an appendix behind the annex before it."""
        behind = scope.start if self.lines[scope.start].line.kind == "annex" else 0
        kinds = ("annex",) if not behind else ("appendix",)
        found = [index for index in range(behind, len(self.lines)) if self.lines[index].line.kind in kinds
                 and _bare(self.lines[index].line.label) == _bare(part)]  # fmt: skip
        return found[0] if found else None

    def _main(self) -> range:
        """The lines of the report itself, without annexes but with the notes, which no annex has of its own."""
        return range(next((index for index in range(len(self.lines)) if self.lines[index].line.kind == "annex"),
                          len(self.lines)))  # fmt: skip

    def _within(self, annex: int) -> range:
        ends, behind = ("annex", "appendix"), range(annex + 1, len(self.lines))
        return range(annex, next((index for index in behind if self.lines[index].line.kind in ends), len(self.lines)))

    def _line(self, part: str, rest: list[str], scope: range, index: int | None) -> tuple[int, int]:
        """The line that a part names, and how many of the parts behind it were needed."""
        if index is not None:
            return self._part_of(index, part, rest)
        if _bare(part) == _bare(self.words[9]):
            start = next(index for index in scope if self.lines[index].line.kind == "summary")
            return self._loose(start, self._ordinal(rest[0])), 1
        if number := self._numbered(part, 3):
            return self._only([index for index in range(len(self.lines)) if self.lines[index].line.kind == "note"
                               and _bare(self.lines[index].line.label) == _bare(number)]), 0  # fmt: skip
        captions = [index for index in range(len(self.lines)) if self.lines[index].line.kind in _CAPTIONED
                    and _bare(self._caption(self.lines[index].line)) == _bare(part)]  # fmt: skip
        if captions:
            found, used = self._part_of(self._only(captions), rest[0], rest[1:])
            return found, used + 1
        for word, kinds in ((0, ("paragraph", "subparagraph")), (1, ("heading",))):
            if number := self._numbered(part, word):
                found = self._only([each for each in scope if self._number(each, kinds) == _bare(number)])
                if rest[:1] == [self.words[10]]:
                    return self._loose(found, self._ordinal(rest[1])), 2
                if rest and (behind := self._unnumbered(found, rest)):
                    return behind
                return found, int(kinds == ("heading",) and self.tag != "zh")
        if self._bare_first_page(part):
            if rest[0] in _MASTHEAD_WORDS[self.tag]:
                wanted = f"masthead/{_MASTHEAD[_MASTHEAD_WORDS[self.tag].index(rest[0])]}"
                return self._only([at for at, each in enumerate(self.lines) if each.line.id == wanted]), 1
            if rest[0] != self.words[11]:
                asterisks = [each for each in range(len(self.lines)) if self.lines[each].line.label.strip() == "*"]
                return asterisks[self._ordinal(rest[0]) - 1], 1
            return self._only([each for each in scope if self.lines[each].style == "Title"]), 1
        raise LookupError(part)

    def _unnumbered(self, anchor: int, rest: list[str]) -> tuple[int, int] | None:
        """The heading without a number behind numbered text, or the part of a table without one; and the words used."""
        heading, table = _UNNUMBERED[self.tag]
        if re.search(heading, rest[0]):
            headings = [index for index in self._behind(anchor) if self.lines[index].line.kind == "heading"]
            return headings[self._ordinal(rest[0]) - 1], 1
        if not re.search(table, rest[0]):
            return None
        tables = [index for index in self._behind(anchor) if self._begins_table(index)]
        found, used = self._part_of(tables[self._ordinal(rest[0]) - 1] - 1, rest[1], rest[2:])
        return found, used + 2

    def _behind(self, anchor: int) -> range:
        """The lines behind numbered text, as far as the next that has a number."""
        kinds = ("paragraph", "subparagraph", "heading", "annex", "appendix")
        behind = range(anchor + 1, len(self.lines))
        numbered = (each for each in behind if self.lines[each].line.kind in kinds and self.lines[each].line.label)
        return range(anchor + 1, next(numbered, len(self.lines)))

    def _begins_table(self, index: int) -> bool:
        """Whether a line is the first cell of a table over which no caption stands."""
        line, before = self.lines[index], self.lines[index - 1]
        if line.cell is None or before.line.kind == "table":
            return False
        return before.cell is None or line.cell < before.cell

    def _caption(self, line: Line) -> str:
        return line.label or (_FIGURES[self.tag] if line.kind == "figure" else "")

    def _bare_first_page(self, part: str) -> bool:
        pages = ("first page", "première page", "primera página", "первая страница", "首页", "الصفحة الأولى")
        return part.casefold() in pages

    def _part_of(self, owner: int, part: str, rest: list[str]) -> tuple[int, int]:
        """A part of a table, a figure or a box, whose caption is known."""
        inside = []
        for index in range(owner + 1, len(self.lines)):
            if self.lines[index].line.kind not in ("cell", "source", "letter-note", "alternative", "plain"):
                break
            if inside and self._begins_table(index):
                break
            inside.append(index)
        if part == self.words[11]:
            return owner, 0
        if part == self.words[8]:
            return self._only([each for each in inside if self.lines[each].line.kind == "source"]), 0
        if self._has(part, 7) or (self.tag == "zh" and part.endswith("栏目")):
            column = self._ordinal(rest[0] if self.tag == "ru" else part)
            return self._cell(inside, 0, column), int(self.tag == "ru")
        if number := self._numbered(part, 5):
            return self._cell(inside, int(number), self._ordinal(rest[0])), 1
        if number := self._numbered(part, 4):
            return self._only([each for each in inside if self.lines[each].line.kind == "letter-note"
                               and _bare(self.lines[each].line.label) == _bare(number)]), 0  # fmt: skip
        plain = [each for each in inside if self.lines[each].line.kind == "plain"]
        return plain[self._ordinal(part) - 1], 0

    def _cell(self, inside: list[int], row: int, column: int) -> int:
        return self._only([each for each in inside if self.lines[each].cell == (row, column)])

    def _loose(self, anchor: int, nth: int) -> int:
        found, boxed = [], False
        for index in self._behind(anchor):
            boxed = boxed and self.lines[index].line.kind in ("plain", "source", "letter-note")
            boxed = boxed or self.lines[index].line.kind == "box"  # text in a box is the box's own
            if self.lines[index].line.kind in _LOOSE and not boxed:
                found.append(index)
        return found[nth - 1]

    def _number(self, index: int, kinds: Sequence[str]) -> str:
        """The number of a line as a reader puts it together of the numbers above it."""
        line = self.lines[index].line
        if line.kind not in kinds or not line.path:
            return ""
        same = [each.line for each in self.lines[: index + 1] if each.line.kind in kinds]
        chain = [next((each.label for each in reversed(same) if each.path == line.path[:end]), "")
                 for end in range(1, len(line.path) + 1)]  # fmt: skip
        return _bare("".join(chain))

    def _numbered(self, part: str, word: int) -> str:
        text = self.words[word]
        if "@" in text:
            match = re.fullmatch(text.replace("@", "(.+)"), part)
            return match[1] if match else ""
        if not text or not part.casefold().startswith(text.casefold()):
            return ""
        return part[len(text) :].strip()

    def _only(self, found: list[int]) -> int:
        if len(found) != 1:
            raise LookupError(f"{len(found)} places")
        return found[0]


def sentences(text: str, tag: str) -> list[tuple[int, int]]:
    """The sentences of a text as a reader counts them: each ends with its stop."""
    blank = r"\s*" if tag == "zh" else r"(?:\s+|\Z)"
    spans, start = [], 0
    for match in re.finditer(rf"(?:\.(?!\d)|[?!؟。！？])[”»\"’)）》」]*({blank})", text):
        if match.start(1) > start:
            spans.append((start, match.start(1)))
            start = match.end()
    return spans if start >= len(text.rstrip()) else [*spans, (start, len(text))]


def _bare(text: str) -> str:
    return re.sub(r"[\s.\-–\u200e\u200f]", "", text).casefold()
