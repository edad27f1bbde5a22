"""The real report with other facts: no wording is touched, and every language says the new value rightly."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from reportgen import pipeline
from reportgen.finding import Finding
from reportgen.model.report import Report
from reportgen.tree.line import lines
from reportgen.tree.nodes import Document
from reportgen.tree.path import Path as NumberPath
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, content_of
from reportgen.workspace import Workspace

SLUG = "e-cn.15-2019-9"
ROOT = Path(__file__).parents[1]
TAGS = ("ar", "en", "es", "fr", "ru", "zh")

COUNTS: dict[str, Mapping[int, int]] = {
    "more": {313: 421, 2: 3, 5: 21, 50: 101, 2925: 1},
    "fewer": {313: 2, 2: 1, 5: 2, 50: 3, 2925: 11, 138: 1, 40: 101},
}
"""What every count of the report becomes in each edition."""

PLACES = {
    "country: {place: ID}\n      employers:": "country: {place: KE}\n      employers:",
    "places: [BD, IN, MV, NP, LK]": "places: [BD, BT, MV, NP, LK]",
}
"""One country for another in paragraphs 37 and 47."""

CHINA, EVENTS, HELPLINE = (
    "china-joint-action-plan",
    "children-and-terrorist-groups-events",
    "malawi-prisons-act-and-namibia-helpline",
)
OFFICIALS, WORKSHOPS, MENTORED = (
    "indonesia-extremist-prisoners",
    "myanmar-survivor-centred-response",
    "kyrgyzstan-women-police-mentoring",
)
COACHES, STAFF, CONSULTED = "kyrgyzstan-justice-reform", "kazakhstan-extremist-prisoners", "south-asia-gender-extremism"
AUDITS, COURTS, PRISONERS = "colombia-safety-audits", "peru-violence-against-women", "lebanon-children-and-prisons"
PARTIES, REACH = "urban-safety-and-sport-partners", "overall-reach"


@dataclass(frozen=True)
class Edition:
    report: Report
    documents: dict[str, Document]
    findings: list[Finding]

    def text(self, tag: str, name: str) -> str:
        return next(plain_text(content_of(block)) for block in all_blocks(self.documents[tag]) if block.id == name)

    def changed(self) -> set[str]:
        """The ids of the paragraphs that have other facts than in the real report."""
        before, after = (values(report) for report in (pipeline.load(Workspace.at(), SLUG), self.report))
        return {name for name in after if after[name] != before[name]}


def values(report: Report) -> dict[str, list[str]]:
    """The values of the facts of each paragraph."""
    return {item.id: [f"{name} {fact.value!r}" for name, fact in item.facts.items()] for item in report.all_items()}


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Edition]:
    return {name: edition(tmp_path_factory.mktemp(name), counts) for name, counts in COUNTS.items()}


def edition(root: Path, counts: Mapping[int, int]) -> Edition:
    copytree(ROOT / "inputs" / SLUG, root / "inputs" / SLUG, ignore=ignore_patterns("numbering.yaml"))
    changed = [each for path in root.rglob("sections/*.yaml") for each in change(path, counts)]
    assert {*map(str, counts), *PLACES} <= set(changed)
    workspace = Workspace.at(root)
    report = pipeline.load(workspace, SLUG)
    documents = pipeline.build_all(workspace, report)
    # Notes, on the order of facts and on long sentences, stand with the old values too.
    found = pipeline.check_documents(workspace, report, documents)
    return Edition(report, documents, [finding for finding in found if finding.severity != "note"])


def change(path: Path, counts: Mapping[int, int]) -> list[str]:
    """Rewrite the facts of one section; what was found and replaced."""
    text = path.read_text("utf-8")
    found = [*re.findall(r"\{count: (\d+)", text), *(place for place in PLACES if place in text)]
    text = re.sub(r"(?<=\{count: )\d+", lambda match: str(counts.get(int(match[0]), match[0])), text)
    for before, after in PLACES.items():
        text = text.replace(before, after)
    path.write_text(text, "utf-8")
    return found


@pytest.mark.parametrize("name", COUNTS)
def test_every_language_is_built_with_the_blocks_of_the_original(
    editions: dict[str, Edition], real_documents: dict[str, Document], name: str
) -> None:
    wanted = outline(real_documents["en"])
    assert len(wanted) > 90
    assert sorted(editions[name].documents) == list(TAGS)
    assert [tag for tag, document in editions[name].documents.items() if outline(document) != wanted] == []


def outline(document: Document) -> list[tuple[str, str, NumberPath]]:
    """The id, kind and number of every block and note."""
    return [(line.id, line.kind, line.path) for line in lines(document)]


@pytest.mark.parametrize("name", COUNTS)
@pytest.mark.parametrize("tag", TAGS)
def test_just_the_paragraphs_whose_facts_changed_say_something_else(
    editions: dict[str, Edition], real_documents: dict[str, Document], name: str, tag: str
) -> None:
    before = {block.id: plain_text(content_of(block)) for block in all_blocks(real_documents[tag])}
    after = {block.id: editions[name].text(tag, block.id) for block in all_blocks(editions[name].documents[tag])}
    assert {each for each in after if after[each] != before[each]} == editions[name].changed()


@pytest.mark.parametrize("name", COUNTS)
def test_what_is_found_is_about_agreement_and_says_where(editions: dict[str, Edition], name: str) -> None:
    paragraphs = {block.id for block in all_blocks(editions[name].documents["en"])}
    for finding in editions[name].findings:
        asked = finding.code == "RG042" and finding.message.startswith("a fact asks for other words: ")
        assert asked or finding.code in ("RG045", "RG046", "RG047"), str(finding)
        assert finding.language in TAGS
        assert finding.where in paragraphs


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("more", [(PRISONERS, "1 is of the category 'one'; the words beside 'prisoners' may not agree")]),
        ("fewer", [(HELPLINE, "1 is of the category 'one'; the words beside 'practitioners' may not agree")]),
    ],
)
def test_the_original_warns_of_nouns_typed_beside_one(
    editions: dict[str, Edition], name: str, wanted: list[tuple[str, str]]
) -> None:
    found = [(each.where, each.message) for each in editions[name].findings if each.language == "en"]
    assert found == wanted


MORE = {
    "ar": {
        CHINA: "تشمل 21 مجالا ذا أولوية:",
        EVENTS: "وعقد أيضا 21 مناسبة إقليمية لبناء القدرات لبلدان",
        HELPLINE: "21 حلقة عمل لتدريب المدربين، اكتسب فيها 138 ممارسا",
        OFFICIALS: "استفاد منه 421 موظفا من المديرية العامة",
        WORKSHOPS: "في ثلاث حلقات عمل.",
        MENTORED: "توجيه 101 ضابطة شرطة من ذوات الرتب الدنيا.",
        CONSULTED: "في بنغلاديش، وبوتان، وسري لانكا، وملديف، ونيبال، من أجل",
        AUDITS: "ثلاثة تقييمات إقليمية",
        COURTS: "10 مكاتب ادعاء متخصصة و21 محكمة متخصصة في ليما",
        PRISONERS: "على نحو سجين واحد في جميع السجون",
        PARTIES: "وأبرمت الكيانات الثلاثة اتفاق تعاون",
        REACH: "أكثر من 101 دولة عضو من أجل",
    },
    "en": {
        CHINA: "covering 21 priority areas:",
        EVENTS: "held 21 regional capacity-building events",
        HELPLINE: "held 21 training-of-trainers workshops, at which 138 practitioners",
        OFFICIALS: "for 421 officials of the Directorate General",
        WORKSHOPS: "at three workshops.",
        MENTORED: "to 101 junior women police officers.",
        CONSULTED: "in Bangladesh, Bhutan, Maldives, Nepal and Sri Lanka to",
        AUDITS: "carried out three regional assessments",
        COURTS: "and 21 specialized courts in Lima.",
        PARTIES: "The three entities concluded",
        REACH: "of more than 101 Member States",
    },
    "es": {
        CHINA: "que abarca 21 esferas prioritarias:",
        EVENTS: "Celebró además 21 actividades regionales de creación de",
        HELPLINE: "21 talleres de formación de formadores, en los que 138 profesionales adquirieron",
        OFFICIALS: "a 421 funcionarios de la Dirección General",
        WORKSHOPS: "y en tres talleres se impartió",
        MENTORED: "a 101 mujeres policía de categoría inferior.",
        CONSULTED: "en Bangladesh, Bhután, Maldivas, Nepal y Sri Lanka",
        AUDITS: "realizó tres evaluaciones regionales",
        COURTS: "10 fiscalías especializadas y 21 juzgados especializados.",
        PRISONERS: "alrededor de un recluso de todas las prisiones",
        PARTIES: "Las tres entidades concertaron",
        REACH: "de más de 101 Estados Miembros",
    },
    "fr": {
        CHINA: "couvrant 21 domaines prioritaires\u00a0:",
        EVENTS: "organisé 21 manifestations régionales de renforcement des",
        HELPLINE: "21 ateliers de formation de formateurs, grâce auxquels 138 praticiens ont",
        OFFICIALS: "à 421 fonctionnaires de la Direction générale",
        WORKSHOPS: "dans le cadre de trois ateliers.",
        MENTORED: "à 101 policières subalternes.",
        CONSULTED: "au Bangladesh, au Bhoutan, aux Maldives, au Népal et à Sri Lanka",
        AUDITS: "a réalisé trois évaluations régionales",
        COURTS: "et de 21 tribunaux spécialisés.",
        PRISONERS: "à environ un détenu de toutes les prisons",
        PARTIES: "Les trois entités ont conclu",
        REACH: "de plus de 101 États Membres",
    },
    "ru": {
        CHINA: "охватывающий 21 приоритетное направление:",
        EVENTS: "провело 21 региональное мероприятие по укреплению потенциала",
        HELPLINE: "21 практикум по подготовке инструкторов, благодаря которому 138 практических работников повысили",
        OFFICIALS: "421 сотрудника Генерального директората",
        WORKSHOPS: "и на трех практикумах",
        MENTORED: "для 101 сотрудницы полиции младшего звена.",
        STAFF: "более 101 сотрудника тюрем",
        CONSULTED: "в Бангладеш, Бутане, на Мальдивских Островах, в Непале и Шри-Ланке",
        AUDITS: "провело три региональные оценки",
        COURTS: "10 специализированных прокуратур и 21 специализированного суда.",
        PRISONERS: "получили около одного заключенного",
        PARTIES: "Эти три структуры заключили",
        REACH: "более чем 101 государства-члена",
    },
    "zh": {
        CHINA: "涵盖21个优先领域：",
        EVENTS: "举办了21场区域能力",
        HELPLINE: "举办了21期培训员培训讲习班，使138名从业人员",
        OFFICIALS: "的421名官员",
        WORKSHOPS: "举办了三期初步培训员培训讲习班",
        MENTORED: "担任101名初级女警官的导师",
        CONSULTED: "孟加拉国、不丹、马尔代夫、尼泊尔和斯里兰卡",
        AUDITS: "进行了三项区域评估",
        COURTS: "和21个专门法院",
        PRISONERS: "约一名囚犯",
        PARTIES: "这三个实体缔结",
        REACH: "101多个会员国",
    },
}
FEWER = {
    "ar": {
        CHINA: "تشمل مجالين ذوي أولوية:",
        EVENTS: "وعقد أيضا مناسبتين إقليميتين لبناء القدرات لبلدان",
        HELPLINE: "حلقتي عمل لتدريب المدربين، اكتسب فيها ممارس واحد وعيا",
        OFFICIALS: "استفاد منه موظفان من المديرية العامة",
        WORKSHOPS: "حضره 101 موظف قانوني من تلك الجهة في حلقة عمل واحدة.",
        MENTORED: "توجيه ثلاث ضابطات شرطة من ذوات الرتب الدنيا.",
        COACHES: "أكثر من ثلاثة من المدربين الرياضيين",
        AUDITS: "تقييما إقليميا واحدا",
        COURTS: "عشرة مكاتب ادعاء متخصصة ومحكمتين متخصصتين في ليما",
        PRISONERS: "على نحو 11 سجينا",
        REACH: "أكثر من ثلاث دول أعضاء",
    },
    "en": {
        CHINA: "covering two priority areas:",
        OFFICIALS: "for two officials of",
        WORKSHOPS: "for 101 law officers of that body at one workshop.",
        MENTORED: "to three junior women police officers.",
        COACHES: "more than three sports coaches",
        AUDITS: "carried out one regional assessment of",
        COURTS: "and 2 specialized courts in Lima.",
        PRISONERS: "about 11 prisoners",
    },
    "es": {
        CHINA: "que abarca dos esferas prioritarias:",
        HELPLINE: "dos talleres de formación de formadores, en los que un profesional adquirió",
        OFFICIALS: "a dos funcionarios de la Dirección General",
        WORKSHOPS: "y en un taller se impartió una primera formación de formadores a 101 funcionarios jurídicos",
        MENTORED: "a tres mujeres policía",
        AUDITS: "realizó una evaluación regional de",
        COURTS: "diez fiscalías especializadas y dos juzgados especializados.",
        PRISONERS: "a unos 11 reclusos",
    },
    "fr": {
        CHINA: "couvrant deux domaines prioritaires",
        HELPLINE: "un praticien a été davantage sensibilisé aux affaires",
        OFFICIALS: "à deux fonctionnaires de la Direction générale",
        WORKSHOPS: "à 101 juristes de cet organisme dans le cadre d’un atelier.",
        MENTORED: "à trois policières subalternes.",
        COACHES: "plus de trois entraîneurs sportifs",
        AUDITS: "a réalisé une évaluation régionale des",
        COURTS: "et de 2 tribunaux spécialisés.",
        PARTIES: "Une entité a conclu un accord",
    },
    "ru": {
        CHINA: "охватывающий два приоритетных направления:",
        EVENTS: "провело два региональных мероприятия",
        HELPLINE: "два практикума по подготовке инструкторов, благодаря которым один практический работник повысил",
        OFFICIALS: "двух сотрудников Генерального директората",
        WORKSHOPS: "и на одном практикуме первоначальную подготовку в качестве инструкторов прошел 101 юрист",
        MENTORED: "для трех сотрудниц полиции",
        AUDITS: "провело одну региональную оценку",
        COURTS: "и 2 специализированных судов.",
        PRISONERS: "получили около 11 заключенных",
        REACH: "более чем трех государств-членов",
    },
    "zh": {
        CHINA: "涵盖两个优先领域：",
        EVENTS: "举办了两场区域能力",
        HELPLINE: "举办了两期培训员培训讲习班，使一名从业人员",
        OFFICIALS: "的两名官员",
        WORKSHOPS: "举办了一期初步培训员培训讲习班",
        MENTORED: "担任三名初级女警官的导师",
        AUDITS: "进行了一项区域评估",
        PRISONERS: "约11名囚犯",
    },
}


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize(("name", "phrases"), [("more", MORE), ("fewer", FEWER)])
def test_the_new_value_stands_in_the_right_words(
    editions: dict[str, Edition], name: str, phrases: dict[str, dict[str, str]], tag: str
) -> None:
    missing = {
        paragraph: (phrase, editions[name].text(tag, paragraph))
        for paragraph, phrase in phrases[tag].items()
        if phrase not in editions[name].text(tag, paragraph)
    }
    assert missing == {}


OPENINGS = {
    "ar": "في كينيا، ",
    "en": "In Kenya, ",
    "es": "En Kenya, ",
    "fr": "Au Kenya, ",
    "ru": "В Кении ",
    "zh": "在肯尼亚，",
}


@pytest.mark.parametrize("tag", TAGS)
def test_another_country_begins_the_paragraph(editions: dict[str, Edition], tag: str) -> None:
    assert editions["more"].text(tag, OFFICIALS).startswith(OPENINGS[tag])


@pytest.mark.parametrize("tag", TAGS)
def test_the_old_values_are_nowhere_in_their_paragraphs(editions: dict[str, Edition], tag: str) -> None:
    old = {OFFICIALS: "313", STAFF: "50", PRISONERS: "925", REACH: "50"}
    assert [name for name, figure in old.items() if figure in editions["more"].text(tag, name)] == []
