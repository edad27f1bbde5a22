"""Words that melt where they meet: what a placeholder prints beside what is typed.

Source: grammar of each language: de + le = du, a + el = al, во before в and ф with another consonant.

Passes (fr): Le rapport du Gouvernement de la France est ici.
Fails (fr): Le rapport de le Gouvernement est ici.
Fails (fr): Le rapport de {{ country }} est ici.
Fails (fr): Il est dit que il est court.
Fails (es): El informe de el Gobierno es corto.
Fails (es): La carta a el Gobierno es corta.
Fails (es): España y Italia se reunieron.
Fails (ru): Отделение в Владивостоке открыто.
Fails (ru): Вопросы с стороны суда.
Passes (en): The resolutions are 54/2 C and D, 58/1 A and B.
Fails (en): An report is here.
Fails (en): It is a in-depth report.
Fails (en): A office is here.
Fails (ar): قُدم الدعم لالسجون.
Passes (ar): قُدم الدعم لالتزام الدول خلال السنة.
Passes (en): A European unit and a university are one entity.
Passes (en): An mpox outbreak and an x-ray machine were reported.
Fails (ar): كتاب لالأمين العام.
Fails (en): It is its {{ country }} plan.
Passes (fr): Le rapport {{ country | form("of") }} est court.
Fails (fr): Le {{ country }} y était.
Fails (fr): "Le rapport de {{ island | form("bare") }} est court."
Passes (ru): Во {{ french | form("pre") }} и в {{ country | form("pre") }} было мало дел.
Fails (ru): Во {{ country | form("pre") }} было мало дел.
Fails (ar): قدم الدعم ل{{ country }} في ذلك.
Fails (en): The plan is {{ country }}’s own.
Fails (en): The plan is that of {{ islands }}’
Passes (en): The plan of {{ country }} is short.
Fails (fr): Le rapport de {{ country | form("of") }} est court.
Fails (fr): Il est allé à {{ country | form("to") }} hier.
Fails (es): El informe de {{ country | form("of") }} es corto.
Fails (ru): Он работает в {{ country | form("in") }} давно.
Fails (ar): قدم الدعم ل{{ country | form("for") }} في ذلك.
Fails (en): "It is a {{ island | form("adj") }} plan."
Passes (en): "It is a {{ country | form("adj") }} plan."
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.checks.looking import listed_patterns
from reportgen.finding import Finding

LOOKS_AT = PIECES
CODES = {
    "RG243": Code(
        "a possessive on the name of a State or on a short form",
        "Names of States and abbreviations have no ’s: the delegation of the Niger, staff of UNODC.",
        severity="warning",
        source="Editorial Manual, abbreviations",
    ),
    "RG241": Code(
        "two words that melt where they meet",
        'Where a placeholder prints the second word, ask for its form instead: {{ country | form("of") }} prints du '
        "Niger. The joints of a language stand in its style (joints).",
        severity="warning",
        source="grammar of each language",
    ),
}


def check(edition: Edition) -> Iterator[Finding]:
    """Look for words that cannot stand side by side in what somebody typed."""
    message = "'{found}' is written '{instead}'"
    yield from listed_patterns(edition, "RG241", CODES["RG241"], lambda style: style.joints, message)
    for document in edition.documents.values():
        text = edition.text_of(document)
        for pattern, instead in text.style.edge_joints.items():
            for content, start, end, match in text.edge_matches(pattern):
                said = message.format(found=content.text[start:end], instead=match.expand(instead))
                yield content.finding("RG241", CODES["RG241"].severity, said, text.language, start, end)
        for pattern in text.style.possessives:
            for content, start, end, _ in text.edge_matches(pattern):
                said = f"'{content.text[start:end]}' stands behind a name that has no possessive"
                yield content.finding("RG243", CODES["RG243"].severity, said, text.language, start, end)
