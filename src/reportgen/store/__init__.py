"""What was worked out once, kept in the user's cache folder under digests of all that it was worked out from.

`find_kept(kind, store_key(…))`, `keep(kind, key, data)`, or both in one: `kept(kind, parts, make)`. What there is:

- `run`: what a command printed, and what it asked the disk and wrote, as digests; under its arguments, its folder and
  its settings. Where the disk would answer the same, the command has nothing to do (`disk`, `runs`).
- `pieces`: the pieces of a report in a language as they are assembled, before names and numbers; under workspace,
  report, conventions and names of the language and of the original, and each under its wording, the facts that it
  names, the series in figures and the notes that it may mark.
- `written`: what the writers of Word files and of Markdown made of contents; under language, looks and format, and each
  under the content and all else that it was made from.
- `wording`: what the templates of a language were rendered to; under all of them, and each under name, block, values.
- `spans`: the names, numbers and qualifiers that stand in texts of a language; under its names and rules, and each
  under the digest of the text.
- `findings`: what the rules said about a piece that look at pieces one by one; under the language, the facts of the
  report and, where pieces are compared, the other languages, and each under the piece with its wording, its facts and
  its original (`checks.kept`).
- `renderings`: the pieces that translate a recurring phrase otherwise; under the language, and each under the phrases
  and all texts of the translation.
- `catalogue`, `states`: the entries of a catalogue, and what is recorded of them, under the text of the file.
- `named`: the facts that a translation names; under its language, and each under the text.
- `plurals`, `categories`: the first numbers of each plural category, and the category of each number that was printed;
  under the rules of a language.
- `signs`: the signs of currencies that CLDR has; under the locale.
- `qr`: the picture of a code; under its text.
- `rules`, `style`, `names`, `words`: the conventions of a language, what its rules of style look for, its lexicon, and
  the words that are recognized in it (`language.compiled`); under the texts of its files.
- `program`: the digest of the program; under the names, sizes, times and inodes of its files.

Every key has a digest of the program besides: its files, what is installed beside it, Python (`program`). So nothing is
ever out of date: what changes gets another key, and what nobody asks for any more is thrown away in the end.

Thrown away is an entry whose own digest is wrong, at once, and the entries unused for longest, once all are larger than
`LARGEST_STORE` (`bounds`). The folder may be deleted at any time, also while commands run; `REPORTGEN_CACHE=off` keeps
nothing and reads nothing, `REPORTGEN_CACHE=DIR` names another folder (`folder`).

An entry is plain data: numbers, texts, bytes, lists. It is written whole under a name of its own and then renamed, so
that commands at once never see half of one; nothing in it is executed, and nothing in it is ever the name of a file to
open: where names matter, what stands on the disk is listed, and looked up in the entry.

Nothing but `os`, `marshal` and the digest is imported here, since a run that finds all unchanged imports little else.
"""

from reportgen.store.digest import digest_of_bytes
from reportgen.store.keeping import find_kept, keep, kept, nothing_kept, store_key

__all__ = ["digest_of_bytes", "find_kept", "keep", "kept", "nothing_kept", "store_key"]
