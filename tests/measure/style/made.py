"""Faults of structure and facts: a small report is written that has one, in any language, and its twin that has none.

Written from the sources of the rules: Editorial Manual (headings, lists of States, figures, quotations), Correspondence
Manual (numbers of one series), documentation guidelines (reporting period).
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from reportgen import pipeline
from reportgen.finding import Finding
from reportgen.pipeline.translators.recalled import MEMORY_FILE
from reportgen.translation.memory import Memory, MemorySegment
from reportgen.workspace import Workspace
from tests.measure.style import words

Section = dict[str, Any]
Write = Callable[[random.Random, str, bool], list[Section]]

PLAIN = {
    "en": "The harbour was closed in winter.",
    "fr": "Le port est resté fermé en hiver.",
    "es": "El puerto permaneció cerrado en invierno.",
    "ru": "Зимой порт был закрыт.",
    "zh": "港口冬季关闭。",
    "ar": "وأُغلق الميناء في فصل الشتاء.",
}
HEADINGS = {
    "en": ["Harbours", "Lamps and buoys", "Pilots", "Charts of the coast", "Ice"],
    "fr": ["Ports", "Feux et bouées", "Pilotes", "Cartes de la côte", "Glaces"],
    "es": ["Puertos", "Faros y boyas", "Prácticos", "Cartas de la costa", "Hielo"],
    "ru": ["Порты", "Огни и буи", "Лоцманы", "Карты побережья", "Лед"],
    "zh": ["港口", "灯塔和浮标", "引航员", "海岸图", "海冰"],
    "ar": ["الموانئ", "المنارات والعوامات", "المرشدون", "خرائط الساحل", "الجليد"],
}
MEETING = {
    "en": "The meeting was attended by {{ many }} judges and {{ few }} prosecutors.",
    "fr": "La réunion a rassemblé {{ many }} juges et {{ few }} procureurs.",
    "es": "Asistieron a la reunión {{ many }} jueces y {{ few }} fiscales.",
    "ru": "В совещании участвовали {{ many }} судей и {{ few }} прокуроров.",
    "zh": "{{ many }}名法官和{{ few }}名检察官出席了会议。",
    "ar": "وحضر الاجتماع {{ many }} قاضيا و{{ few }} مدعين عامين.",
}
SHARE = {
    "en": "Of {{ whole }} lamps, {{ part }} ({{ share }}) were lit.",
    "fr": "Sur {{ whole }} feux, {{ part }} ({{ share }}) ont été allumés.",
    "es": "De {{ whole }} faros, se encendieron {{ part }} ({{ share }}).",
    "ru": "Из {{ whole }} огней были зажжены {{ part }} ({{ share }}).",
    "zh": "{{ whole }}座灯塔中有{{ part }}座({{ share }})点亮。",
    "ar": "ومن بين {{ whole }} منارة، أضيئت {{ part }} ({{ share }}).",
}
SAID = {
    "en": "The resolution says “{}”.",
    "fr": "Dans la résolution, il est dit « {} ».",
    "es": "En la resolución se dice “{}”.",
    "ru": "В резолюции говорится: «{}».",
    "zh": "决议指出：“{}”。",
    "ar": "وجاء في القرار ”{}“.",
}
QUOTED = {
    "en": ("lamps are lit at sunset", "lamps are lit at dawn"),
    "fr": ("les feux sont allumés au coucher du soleil", "les feux sont allumés à l’aube"),
    "es": ("los faros se encienden al ponerse el sol", "los faros se encienden al amanecer"),
    "ru": ("огни зажигаются на закате", "огни зажигаются на рассвете"),
    "zh": ("灯塔在日落时点亮", "灯塔在黎明时点亮"),
    "ar": ("تضاء المنارات عند غروب الشمس", "تضاء المنارات عند الفجر"),
}
"""The words of a document that was issued, and what somebody makes of them."""

STATES = {
    "en": "AF BR CL DK EG FJ GH HT IT KE LY MX NE OM PE QA SN TG UY YE ZM",
    "fr": "DZ BE CL DK EG FJ GH HT IN KE LY ML NO OM PE QA SN TG UY YE ZM",
    "es": "DZ BE CL DK EG FJ GH HT IN KE LY ML NO OM PE QA SN TG UY YE ZM",
    "ru": "AU BE HU GH DK EG ZM IN KE LY ML NO OM PE SN TG UY FJ TD SE EC JP",
    "zh": "DZ BR DK EC FR GH KE LY ML NO SN UY YE ZM",
    "ar": "TN DJ RO ZM CL OM GH FJ QA KE LY ML HT",
}
"""States in the order of the alphabet of a language, the Chinese ones by pinyin, those in Arabic without an article."""

_SYMBOL = "A/RES/65/230"


@dataclass(frozen=True)
class MadeFault:
    """A fault by its name and the code of its rule; `write` gives the sections of a report with it, or without."""

    name: str
    code: str
    write: Write

    def said(self, chance: random.Random, tag: str, is_faulty: bool, folder: Path) -> list[Finding]:
        """What is said of a report in a language that has the fault, or has none, by the code of the rule."""
        sections = self.write(chance, tag, is_faulty)
        _written(folder / "inputs" / "made", tag, sections)
        workspace = Workspace.at(folder)
        if self.code == "RG312":
            _remember(workspace, tag)
        return [each for each in pipeline.check(workspace, pipeline.load(workspace, "made")) if each.code == self.code]


def _written(folder: Path, tag: str, sections: list[Section]) -> None:
    (folder / "sections").mkdir(parents=True)
    head = {"symbol": "E/CN.15/2020/97", "language": tag, "title": HEADINGS[tag][0], "masthead": {"organ": "ecosoc"}}
    facts = {"work_year": {"year": 2019}}
    report = {**head, "facts": facts, "sections": [each["id"] for each in sections]}
    _write(folder / "report.yaml", report)
    for each in sections:
        _write(folder / "sections" / f"{each['id']}.yaml", each)


def _write(path: Path, data: dict[str, Any]) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100_000), "utf-8")


def _remember(workspace: Workspace, tag: str) -> None:
    """Put the document that is quoted into the memory beside the inputs."""
    languages = pipeline.language(workspace, tag), pipeline.language(workspace, "fr" if tag != "fr" else "en")
    with Memory.at(workspace.root / MEMORY_FILE, is_new=True) as memory:
        issued = MemorySegment(SAID[tag].format(QUOTED[tag][0]), SAID[languages[1].tag].format("…"), _SYMBOL)
        memory.add(languages, [issued], _SYMBOL)


def _section(chance: random.Random, tag: str, name: str, *parts: Section, **paragraph: Any) -> Section:
    """A section with one paragraph, and subsections."""
    first = {"id": f"{name}-text", "text": paragraph.pop("text", PLAIN[tag]), **paragraph}
    found = {"id": name, "heading": chance.choice(HEADINGS[tag]), "paragraphs": [first]}
    return {**found, "sections": list(parts)} if parts else found


def _lone_heading(chance: random.Random, tag: str, is_faulty: bool) -> list[Section]:
    names = ["ice"] if is_faulty else ["ice", "snow"]
    inner = [_section(chance, tag, each) for each in names]
    if chance.random() < 0.5:  # one level further down
        inner = [_section(chance, tag, "water", *inner), _section(chance, tag, "land")]
    return [_section(chance, tag, "work", *inner), _section(chance, tag, "people")]


def _deep_heading(chance: random.Random, tag: str, is_faulty: bool) -> list[Section]:
    depth = chance.choice([4, 5]) if is_faulty else chance.choice([2, 3])
    inner: list[Section] = []
    for level in range(depth, 0, -1):
        inner = [_section(chance, tag, f"part-{level}", *inner), _section(chance, tag, f"other-{level}")]
    return inner


def _given_order(chance: random.Random, tag: str, is_faulty: bool) -> list[Section]:
    known = STATES[tag].split()
    chosen = sorted(chance.sample(known, chance.choice([3, 4, 6])), key=known.index)
    given = chosen
    while is_faulty and given == chosen:
        given = chance.sample(chosen, len(chosen))
    facts = {"states": {"places": given, "order": "given"}}
    return [_section(chance, tag, "states-there", text="{{ states }}.", facts=facts)]


def _outside_period(chance: random.Random, tag: str, is_faulty: bool) -> list[Section]:
    year = chance.choice([*range(1998, 2018), 2021, 2024])
    value = chance.choice([{"year": year}, {"date": f"{year}-03-{chance.randint(1, 28):02}"}, {"date": f"{year}-11"}])
    when = value if is_faulty else {**value, "of": "day on which the harbour was built"}
    return [_section(chance, tag, "harbour", text="{{ when }}.", facts={"when": when})]


def _mixed_series(chance: random.Random, tag: str, is_faulty: bool) -> list[Section]:
    series = {} if is_faulty else {"series": "attended"}
    numbers = [chance.randint(11, 900), chance.randint(2, 9)]
    chance.shuffle(numbers)
    facts = {name: {"count": each, **series} for name, each in zip(("many", "few"), numbers, strict=True)}
    return [_section(chance, tag, "meeting", text=MEETING[tag], facts=facts)]


def _wrong_share(chance: random.Random, tag: str, is_faulty: bool) -> list[Section]:
    whole = chance.randint(40, 900)
    part = chance.randint(whole // 5, whole * 4 // 5)
    right = round(100 * part / whole, 1)
    share = round(right + chance.choice([-1, 1]) * chance.uniform(0.8, 9), 1) if is_faulty else right
    facts = {"whole": {"count": whole}, "part": {"count": part}, "share": {"percent": share}}
    return [_section(chance, tag, "lamps", text=SHARE[tag], facts=facts)]


def _misquoted(chance: random.Random, tag: str, is_faulty: bool) -> list[Section]:
    return [_section(chance, tag, "lamps", text=SAID[tag].format(QUOTED[tag][is_faulty]), quoted={"source": _SYMBOL})]


def _wrong_total(chance: random.Random, tag: str, is_faulty: bool) -> list[Section]:
    rows = [[name, chance.randint(10, 900)] for name in HEADINGS[tag][: chance.choice([2, 3, 4])]]
    total = sum(int(number) for _, number in rows) + (chance.choice([-9, -1, 1, 10, 100]) if is_faulty else 0)
    table = {"caption": HEADINGS[tag][1], "columns": HEADINGS[tag][2:4], "rows": [*rows, [words.TOTAL[tag], total]]}
    lamps = _section(chance, tag, "lamps")
    lamps["paragraphs"].append({"id": "lamps-counted", "table": {**table, "total": True}})
    return [lamps]


MADE = (
    MadeFault("RG037 wrong total", "RG037", _wrong_total),
    MadeFault("RG223 lone subheading", "RG223", _lone_heading),
    MadeFault("RG224 deep heading", "RG224", _deep_heading),
    MadeFault("RG229 order of States", "RG229", _given_order),
    MadeFault("RG245 outside the period", "RG245", _outside_period),
    MadeFault("RG246 series of numbers", "RG246", _mixed_series),
    MadeFault("RG310 wrong share", "RG310", _wrong_share),
    MadeFault("RG312 other words quoted", "RG312", _misquoted),
)
"""The faults; each has the same report without it, of which the rule says nothing."""
