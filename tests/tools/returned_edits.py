"""What people do to a Word file of the real report: one edit each, in six languages, as a function of the open file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.tools.edits import EditedWord

INDONESIA, MYANMAR, VIET_NAM, KYRGYZSTAN = (
    "indonesia-extremist-prisoners",
    "myanmar-survivor-centred-response",
    "viet-nam-cambodia-child-exploitation",
    "kyrgyzstan-women-police-mentoring",
)
PANAMA, EGYPT, LIBYA, CHINA, GULF, TAJIKISTAN, SPORT, ELEARNING = (
    "panama-adversarial-justice",
    "egypt-women-and-children",
    "libya-prison-staff-training",
    "china-joint-action-plan",
    "gulf-cooperation-council",
    "tajikistan-sports-coaches",
    "sport-based-life-skills-training",
    "elearning-platform",
)


@dataclass(frozen=True)
class Edit:
    """An edit: `shown` are words that what came back shows, `piece` the id of the piece that it is in."""

    name: str
    tag: str
    piece: str
    make: Callable[[EditedWord], None]
    shown: str


def words(name: str, tag: str, piece: str, old: str, new: str) -> Edit:
    """Other words in the place of some."""
    return Edit(name, tag, piece, lambda word: word.replace(word.of(piece), old, new), f"{{+{new}" if new else "[-")


def more(name: str, tag: str, piece: str, text: str) -> Edit:
    """Words behind the last ones."""
    return Edit(name, tag, piece, lambda word: word.append(word.of(piece), text), text.split()[0])


EDITS: tuple[Edit, ...] = (
    words("a word", "en", GULF, "maintained", "kept up"),
    words("two words", "en", INDONESIA, "continued to assist", "went on helping"),
    words("words between facts", "en", INDONESIA, "provided training of trainers on the subject", "gave courses"),
    words("words deleted", "en", PANAMA, " and revised the management models of both institutions", ""),
    words("a sentence deleted with its facts", "en", KYRGYZSTAN, " and thereby contributed to the efforts of the country to achieve gender equality and the empowerment of women, in line with Sustainable Development Goal 5", ""),
    more("a sentence added", "en", GULF, " The work will go on in the coming year."),
    more("a sentence with a figure", "en", GULF, " In all, 27 members of staff were trained."),
    more("a sentence with a country", "en", GULF, " Staff from Jordan took part."),
    more("a sentence with a date", "en", GULF, " The last course ended on 18 July 2018."),
    words("a count", "en", INDONESIA, "313", "331"),
    words("a count and words", "en", MYANMAR, "40 law officers", "42 senior law officers"),
    words("a qualifier", "en", PANAMA, "more than 300", "at least 300"),
    words("a qualifier and a count", "en", EGYPT, "more than 300 criminal", "about 320 criminal"),
    words("a country", "en", LIBYA, "Libyan", "Moroccan"),
    words("a date", "en", CHINA, "May 2018", "June 2018"),
    words("a period", "en", LIBYA, "two-month", "three-month"),
    words("a typing mistake", "en", ELEARNING, "expanded", "exapnded"),
    words("quotation marks", "en", CHINA, "further access", "“further” access"),
    words("a no-break space", "en", INDONESIA, "313 officials", "313\u00a0officials"),
    words("full name for the short one", "en", GULF, "UNODC", "the United Nations Office on Drugs and Crime"),
    words("a heading", "en", "tools", "provision of guidance", "guidance"),
    words("the title of a section", "en", "conclusions", "Conclusions", "Conclusion"),
    words("a subparagraph", "en", "recommendation-national-plans", "plans and budgets", "plans, budgets"),
    words("the summary", "en", "summary-contents", "It also describes", "It describes too"),
    Edit("a note", "en", "compendium", lambda word: word.replace(word.containing("is available at"), "is available at", "can be found at"), "{+can be found"),
    Edit("a paragraph inserted", "en", "", lambda word: word.insert_after(word.of(GULF), "A further course for judges took place in Nepal, with 12 participants."), "A further course"),
    Edit("a paragraph deleted", "en", GULF, lambda word: word.delete(word.of(GULF)), "[-"),
    Edit("a paragraph moved", "en", GULF, lambda word: word.move_after(word.of(GULF), word.of(EGYPT)), "moved"),
    Edit("a paragraph split", "en", KYRGYZSTAN, lambda word: word.split(word.of(KYRGYZSTAN), "Teams of senior"), "split"),
    Edit("paragraphs merged", "en", GULF, lambda word: word.merge(word.of("iraq-prison-reform-assessment"), word.of(GULF)), "merged"),
    Edit("a subparagraph inserted", "en", "", lambda word: word.insert_after(word.of("recommendation-joint-planning"), "To share what was learned;"), "To share"),
    Edit("a subparagraph deleted", "en", "recommendation-joint-planning", lambda word: word.delete(word.of("recommendation-joint-planning")), "[-"),
    Edit("two paragraphs inserted", "en", "", lambda word: word.insert_after(word.insert_after(word.of(GULF), "The first new one."), "The second new one."), "The second"),
    Edit("a cross-reference typed", "en", GULF, lambda word: word.append(word.of(GULF), " See paragraph 41 above."), "See"),
    words("une tournure", "fr", GULF, "a maintenu", "a poursuivi"),
    words("un mot", "fr", INDONESIA, "continué d’aider", "continué à aider"),
    words("un mot après un nombre", "fr", INDONESIA, "fonctionnaires", "agents"),
    words("une phrase supprimée", "fr", TAJIKISTAN, ", en vue de doter les jeunes de compétences utiles dans la vie courante et de les tenir à l’écart de la criminalité", ""),
    more("une phrase ajoutée", "fr", GULF, " Les travaux se poursuivront."),
    words("un titre", "fr", "partnerships", "Partenariats", "Les partenariats"),
    words("un alinéa", "fr", "recommendation-national-plans", "plans et budgets", "programmes et budgets"),
    words("la ponctuation", "fr", PANAMA, " et révisé les modèles", " ; il a révisé les modèles"),
    words("apostrophes", "fr", INDONESIA, "L’Office a", "L'Office a"),
    Edit("une note", "fr", "compendium", lambda word: word.replace(word.containing("est disponible"), "est disponible", "se trouve"), "{+se trouve"),
    words("una palabra", "es", GULF, "mantuvo", "conservó"),
    words("dos palabras", "es", INDONESIA, "siguió prestando", "continuó prestando"),
    words("un título", "es", "conclusions", "Conclusiones", "Conclusión"),
    more("una frase", "es", GULF, " El trabajo continuará."),
    words("una frase suprimida", "es", PANAMA, " y revisó los modelos de gestión de ambas instituciones", ""),
    words("слово", "ru", GULF, "помогало", "содействовало"),
    words("два слова", "ru", INDONESIA, "продолжало оказывать", "по-прежнему оказывало"),
    more("предложение", "ru", GULF, " Работа будет продолжена."),
    words("слово после числа", "ru", KYRGYZSTAN, "сотрудниц полиции старшего звена выступили", "сотрудниц полиции старшего звена стали"),
    words("词语", "zh", GULF, "保持了", "维持了"),
    words("两个词", "zh", INDONESIA, "继续协助", "一直协助"),
    more("一句话", "zh", GULF, "这项工作将继续进行。"),
    words("数字后的词", "zh", INDONESIA, "官员举办", "公务员举办"),
    words("كلمة", "ar", GULF, "حافظ", "أبقى"),
    words("كلمتان", "ar", INDONESIA, "واصل", "تابع"),
    more("جملة", "ar", GULF, " وسيستمر العمل."),
)  # fmt: skip
"""Each is done with and without tracked changes."""
