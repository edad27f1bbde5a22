"""What running text of a language may say: `language.recognizer.spans(text)`, the inverse of `language.formats`.

Every span that may be a figure, number word, percentage, amount, date, ordinal, length of time, qualifier or name, also
those inside others; `longest` keeps those that no other span covers. All words are in one dictionary by their first
word (Chinese: by their first character), so that a text is read once, however many names there are.
"""

from reportgen.language.recognition.reading import CitedKind, NameVariant, QualifierWords, Reading, TypedReference
from reportgen.language.recognition.recognizer import Recognizer
from reportgen.language.recognition.said import Said, said_numbers
from reportgen.language.recognition.span import Span, SpanKind, longest

__all__ = [
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
