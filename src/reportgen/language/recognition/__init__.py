"""What running text of a language may say, the inverse of `language.formats`.

`language.recognizer.readings(text)` gives every value that a part of a text may say, also those inside others;
`stated(text)` the longest and usual ones; `qualifiers`, `negations` and `citations` the words beside them; `spans` what
may be any of it, also without a value. All words are in one tree, so that a text is read once, however many names there
are, and what was read is remembered.
"""

from reportgen.language.recognition.reading import CitedKind, NameVariant, QualifierWords, Reading, TypedReference
from reportgen.language.recognition.recognizer import WORDS, Recognizer
from reportgen.language.recognition.said import Said, said_numbers
from reportgen.language.recognition.span import Span, SpanKind, longest

__all__ = [
    "WORDS",
    "CitedKind",
    "NameVariant",
    "QualifierWords",
    "Reading",
    "Recognizer",
    "Said",
    "Span",
    "SpanKind",
    "TypedReference",
    "longest",
    "said_numbers",
]
