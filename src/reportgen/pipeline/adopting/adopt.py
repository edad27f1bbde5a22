"""A document in one to six languages as a report: read, drafted, worded, proved by building it, then given as files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reportgen import pipeline
from reportgen.adoption.aligned import ReadVersion
from reportgen.adoption.draft import DraftReport, all_pieces, figures_in
from reportgen.adoption.figures import pictures_of_text
from reportgen.adoption.lines import all_lines, is_blank
from reportgen.adoption.masthead import FoundMasthead, read_masthead
from reportgen.adoption.stubs import KIND_OF_STUBS, NameStub
from reportgen.adoption.typed_captions import with_typed_captions
from reportgen.errors import InputError, OutputError, Position, UsageError
from reportgen.language import Language
from reportgen.language.lexicon import lexicon_file
from reportgen.pipeline.adopting.settled import AdoptedDifference, AdoptedOriginal, AdoptedTranslation, differences
from reportgen.pipeline.compared_files import language_of_read, parted_name
from reportgen.pipeline.other_formats import read_foreign
from reportgen.readers import ReadDocument
from reportgen.record import field, record, replace
from reportgen.tree import nodes as tree
from reportgen.workspace import Workspace, is_there
from reportgen.workspace.slugs import require_slug
from reportgen.workspace.writing import states_of, write_all

MOST_FILES = 6


@record
class Adoption:
    """A report that was adopted: the files to write, and what of the document it does not say as the file does.

    `texts` is how many pieces of wording the report has. `left_out` are lines of a file that no piece of the report is
    made of, `unknown` names that the lexicon lacks, `stubs` those of them that are in it now, to be confirmed, by their
    ids. `states` are those of the files when they were read, empty for new ones: they are written only while they are
    so.
    """

    slug: str
    files: Mapping[Path, bytes]
    languages: tuple[str, ...]
    texts: int
    facts: int
    differences: tuple[AdoptedDifference, ...] = ()
    left_out: tuple[AdoptedDifference, ...] = ()
    unknown: tuple[str, ...] = ()
    stubs: Mapping[str, NameStub] = field(default_factory=dict)
    states: Mapping[Path, str] = field(default_factory=dict)

    @property
    def exit_code(self) -> int:
        """1 where the report does not say all that the document says as it says it."""
        return 1 if self.differences or self.left_out else 0


@record
class _Source:
    """A file that was read, with its language and its masthead, if it has one."""

    path: Path
    read: ReadDocument
    language: Language
    head: FoundMasthead | None


def write_adopted(workspace: Workspace, adopted: Adoption) -> None:
    """Write the files of an adopted report, all or none; an `OutputError` where others have changed them since."""
    paths = adopted.files.keys()
    if not write_all(workspace.root, adopted.files, is_current=lambda: states_of(paths) == adopted.states):
        first = workspace.shown(next(path for path, state in states_of(paths).items() if state != adopted.states[path]))
        message = f"{first} was written while this command ran; nothing is written"
        raise OutputError(message, hint="run it again, or choose another slug with --as")


def slug_of(name: str) -> str:
    """What a name is as the name of a folder; it may be none: empty, or without a letter."""
    return re.sub(r"[^a-z0-9.]+", "-", name.casefold()).strip("-.")


def adopt(
    workspace: Workspace,
    paths: Sequence[Path],
    slug: str = "",
    tags: Sequence[str] = (),
    with_stubs: bool = True,
) -> Adoption:
    """The files of the report that one document becomes; nothing is written.

    `tags` are the languages of the files in order where they are known. Names that the lexicon lacks become stubs of
    it where there is one language, since all have to have the same names; not without `with_stubs`. A `UsageError`
    where there are too many files, two in one language, or a report of that slug; an `InputError` where a file cannot
    be read.
    """
    if len(paths) > MOST_FILES:
        raise UsageError(f"{len(paths)} files: one document in one to six languages is adopted", hint="one file each")
    if tags and len(tags) != len(paths):
        raise UsageError(f"{len(tags)} languages for {len(paths)} files", hint="-l once a file, in their order")
    sources = [_read(workspace, path, tag) for path, tag in zip(paths, tags or [""] * len(paths), strict=True)]
    _check_languages(sources)
    original = next((each for each in sources if each.language.tag == "en"), sources[0])
    name = _slug(workspace, slug, original)
    others = [each for each in sources if each is not original]
    before = states_of([workspace.root / lexicon_file(original.language.tag, KIND_OF_STUBS)])
    adopted = None
    if all(each.head for each in sources):
        adopted = _adopted(workspace, name, original, others, with_masthead=True, with_stubs=with_stubs)
    # What is not understood of a masthead stays as text, line by line, and so does all of it.
    adopted = adopted or _adopted(workspace, name, original, others, with_masthead=False, with_stubs=with_stubs)
    assert adopted
    return replace(adopted, states={path: before.get(path, "") for path in adopted.files})


def _read(workspace: Workspace, path: Path, tag: str) -> _Source:
    read = with_typed_captions(read_foreign(path, workspace.shown(path.resolve())))
    if all(is_blank(line) for line in read.blocks):
        raise InputError("the file has no text", Position(read.file), "give one that has")
    language = pipeline.language(workspace, tag) if tag else language_of_read(workspace, path, read)
    return _Source(path, read, language, read_masthead(read, language))


def _check_languages(sources: Sequence[_Source]) -> None:
    seen: dict[str, _Source] = {}
    for each in sources:
        tag = each.language.tag
        if tag in seen:
            message = f"{seen[tag].read.file} and {each.read.file} are both in {tag}"
            raise UsageError(message, hint="one document is adopted at a time, in one file a language; -l names them")
        seen[tag] = each


def _slug(workspace: Workspace, wanted: str, source: _Source) -> str:
    """The slug that is wanted, else one made of the symbol or the name of the file; none that is there already."""
    stem, _ = parted_name(source.path.stem, [source.language.tag])
    made = source.head.symbol.casefold() if source.head else stem
    slug = wanted or slug_of(made)
    require_slug(slug, wanted or source.path.stem, "give one with --as: ")
    taken = [workspace.find("locales", tag, f"{slug}.po") for tag in workspace.languages()]
    for path in (workspace.root / "inputs" / slug, *filter(None, taken)):
        if is_there(path):
            raise UsageError(f"{workspace.shown(path)} is there already", hint="choose another slug with --as")
    return slug


def _adopted(
    workspace: Workspace, slug: str, original: _Source, others: Sequence[_Source], with_masthead: bool, with_stubs: bool
) -> Adoption | None:
    """The report; None where what stands above the texts is no masthead as a report has it."""
    first = AdoptedOriginal(
        workspace,
        slug,
        _version(original, with_masthead),
        original.language,
        original.head if with_masthead else None,
        with_stubs and not others,
    )
    document = first.settled()
    above = _above(original, document, with_masthead)
    if above is None:
        return None
    found = [*above, *differences(first.draft, all_pieces(first.draft), document, original.read)]
    left_out = [*_left_out(original, first.taken(), with_masthead)]
    left_out += _lost_pictures(original, first.draft, with_masthead)
    files = {**first.workspace.planned, **first.files()}
    for each in others:
        other = AdoptedTranslation(first, _version(each, with_masthead), each.language, each.head)
        translated = other.settled()
        above = _above(each, translated, with_masthead)
        if above is None:
            return None
        files |= other.files()
        found += above
        found += differences(first.draft, other.pieces, translated, each.read)
        left_out += _left_out(each, other.taken(), with_masthead)
    tags = (original.language.tag, *(each.language.tag for each in others))
    count = len([*all_pieces(first.draft)])
    return Adoption(
        slug, files, tags, count, first.facts(), tuple(found), tuple(left_out), first.words.unknown, first.stubs
    )


def _above(source: _Source, document: tree.Document, with_masthead: bool) -> list[AdoptedDifference] | None:
    """What is printed above the text otherwise than the file has it; None where that is another thing altogether."""
    differing = source.head.differing(document) if source.head and with_masthead else []
    if differing is None:
        return None
    return [AdoptedDifference(source.language.tag, "masthead", found, printed) for found, printed in differing]


def _version(source: _Source, with_masthead: bool) -> ReadVersion:
    begin = source.head.begin if source.head and with_masthead else 0
    return ReadVersion(source.read, source.language.tag, begin)


def _left_out(source: _Source, taken: frozenset[int], with_masthead: bool) -> Iterator[AdoptedDifference]:
    """What stands in a file and is in no piece of the report."""
    lines = all_lines(source.read)
    for at in _version(source, with_masthead).listed():
        line = lines[at].line
        # The words above the summary and the contents are standing words of the program.
        if at not in taken and line.kind not in ("summary", "contents"):
            yield AdoptedDifference(source.language.tag, line.kind, f"{line.label} {line.text}".strip(), "")


def _lost_pictures(source: _Source, draft: DraftReport, with_masthead: bool) -> Iterator[AdoptedDifference]:
    """The pictures of the original that are no figures of the report: those in tables, and of other kinds."""
    kept = {id(figure.picture) for figure in figures_in(draft)}
    for picture in pictures_of_text(source.read, _version(source, with_masthead).begin):
        if id(picture) not in kept:
            yield AdoptedDifference(source.language.tag, "picture", picture.name or picture.description, "")
