"""What is wrong with a piece that came back from a translator; the rules of `check` add theirs."""

from __future__ import annotations

from reportgen.checks import Code

CODES = {
    "RG501": Code(
        "a unit that came back is none of this report",
        "Its id is not in the report: the piece was deleted, or the file is another one's. Export again.",
        proof=True,
    ),
    "RG502": Code(
        "a text was made from another source than today's",
        "The original was reworded after the file was made. Export again: the new file shows both sources.",
        proof=True,
    ),
    "RG503": Code(
        "a protected value was doubled, altered or put in",
        "Figures, dates, references, addresses and marks of notes are taken over from the source once each, as they "
        "are. What they print follows from the report.",
        proof=True,
    ),
    "RG504": Code(
        "a text that came back cannot be written as it is",
        "It states a value that the original has not, leaves one out, or cannot be followed. Correct it in the file.",
        proof=True,
    ),
    "RG505": Code(
        "a text is left in the language of the original",
        "Five words or more stand there as in the source, or there are no others. Translate them.",
        proof=True,
    ),
    "RG506": Code(
        "a text was changed here too since the file was made",
        "Somebody wrote another text into the catalogue after the export. Export again, and decide which one stands.",
        proof=True,
    ),
    "RG507": Code(
        "the lexicon does not have the form in which a name came back",
        "Use one of the approved forms, which stand in the notes of the unit, or add the new one to the lexicon.",
        proof=True,
    ),
    "RG508": Code(
        "a text came back as the memory offered it, and not as finished",
        "Nothing of the memory is accepted by itself: the piece stays untranslated. Look at the text, and confirm it.",
        severity="warning",
        proof=True,
    ),
}
