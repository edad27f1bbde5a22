"""What `check --fix` writes: what findings say may safely stand there instead, in inputs and catalogues."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from reportgen import catalogue, pipeline
from reportgen.catalogue.state import FINISHED
from reportgen.catalogue.state_file import state_path
from reportgen.catalogue.update import folded_lines
from reportgen.finding import Finding
from reportgen.model.report import Report, wordings
from reportgen.pipeline.reading.plan import PlannedSources
from reportgen.pipeline.translations import reviews
from reportgen.returned.operations import SetTranslation, SetWording
from reportgen.workspace import Workspace

_ROUNDS = 5
"""One mend may bring another to light: a blank before a comma that was of another script."""


def fixed(workspace: Workspace, report: Report, tags: Sequence[str]) -> tuple[dict[Path, bytes], int]:
    """The files in which everything is mended that can be mended safely, and how many findings that were."""
    planned, count = PlannedSources(workspace, report.slug, {}), 0
    for _ in range(_ROUNDS):
        now = planned.now
        here = pipeline.load(now, report.slug)
        texts = _mended(now, here, pipeline.check(now, here, tags))
        if not texts:
            break
        count += sum(number for _, number in texts.values())
        planned.make(_operations(now, here, {key: text for key, (text, _) in texts.items()}))
        _forget_new_states(workspace, report, planned)
    return planned.files, count


def fixed_findings(workspace: Workspace, report: Report, findings: Iterable[Finding]) -> dict[Path, bytes]:
    """The files in which what some findings are about is mended, where it can be safely; none where nothing can."""
    planned = PlannedSources(workspace, report.slug, {})
    texts = _mended(workspace, report, findings)
    planned.make(_operations(workspace, report, {key: text for key, (text, _) in texts.items()}))
    _forget_new_states(workspace, report, planned)
    return planned.files


def _mended(
    workspace: Workspace, report: Report, findings: Iterable[Finding]
) -> dict[tuple[str, str], tuple[str, int]]:
    """The new text of each language and piece that has something to mend, and how much that is."""
    originals = {name: wording.text for name, wording, _ in wordings(report)}
    tags = pipeline.report_languages(workspace, report)
    entries = {tag: catalogue.load(workspace, report.slug, tag).entries for tag in tags if tag != report.language}
    spots: defaultdict[tuple[str, str], set[tuple[int, int, str, str]]] = defaultdict(set)
    for each in findings:
        if each.instead is not None and each.spot:
            spots[each.language, each.id].add((*each.spot, each.words, each.instead))
    found = {}
    for (tag, name), places in spots.items():
        entry = entries.get(tag, {}).get(name)
        old = originals.get(name, "") if tag == report.language else entry.text if entry else ""
        new, count = with_mends(old, places)
        if count:
            found[tag, name] = new, count
    return found


def with_mends(text: str, places: Iterable[tuple[int, int, str, str]]) -> tuple[str, int]:
    """A text with words replaced, and how many: start, end, the words there, and others; of two that meet the first."""
    count, end = 0, len(text) + 1
    for start, stop, words, instead in sorted(places, reverse=True):
        # What the scanner reads otherwise than it is written, such as \\*, is left alone.
        if stop <= end and text[start:stop] == words and instead != words:
            text, end, count = text[:start] + instead + text[stop:], start, count + 1
    return text, count


def _operations(
    workspace: Workspace, report: Report, texts: Mapping[tuple[str, str], str]
) -> list[SetWording | SetTranslation]:
    """The edits: a mended original takes its translations along, which are no older for that."""
    originals = {name: text for (tag, name), text in texts.items() if tag == report.language}
    found: list[SetWording | SetTranslation] = [SetWording(name, text) for name, text in originals.items()]
    for tag in pipeline.report_languages(workspace, report):
        if tag == report.language:
            continue
        entries = catalogue.load(workspace, report.slug, tag).entries
        states = reviews(workspace, report, pipeline.language(workspace, tag, report)) if originals else {}
        for name, entry in entries.items():
            if (tag, name) in texts:
                found.append(SetTranslation(tag, name, "", texts[tag, name]))
            elif name in originals and entry.text and states[name].state in FINISHED:
                found.append(SetTranslation(tag, name, folded_lines(originals[name]), entry.text))
    return found


def _forget_new_states(workspace: Workspace, report: Report, planned: PlannedSources) -> None:
    """Leave review states out where nobody keeps them."""
    for tag in pipeline.report_languages(workspace, report):
        path = workspace.root / "locales" / tag / f"{report.slug}.state.yaml"
        if state_path(workspace, report.slug, tag) is None:
            planned.files.pop(path, None)
