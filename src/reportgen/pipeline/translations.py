"""What the `translations` commands do: a report, its catalogues and their review state brought together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from reportgen import catalogue
from reportgen.catalogue.decided import decided_by_facts
from reportgen.catalogue.state import GRANTED, Review, ReviewState, is_the_same_in_all_languages, review_all
from reportgen.catalogue.state_file import load_states, write_states
from reportgen.catalogue.update import folded_lines, update_reviewed
from reportgen.language import Language
from reportgen.located.kept_text import KeptText
from reportgen.model.report import Report, wordings
from reportgen.workspace import Workspace


def reviews(workspace: Workspace, report: Report, language: Language) -> dict[str, Review]:
    """The review state of each piece of a report in a language, by id."""
    sources = {name: folded_lines(wording.text) for name, wording, _ in wordings(report)}
    translation = catalogue.load(workspace, report.slug, language.tag)
    recorded = load_states(workspace, report.slug, language.tag)
    # Without records there is nothing to compare the decisions with.
    decided = decided_by_facts(report, language, translation) if recorded else {}
    return review_all(sources, translation, recorded, decided)


def update(workspace: Workspace, report: Report, languages: Sequence[Language]) -> dict[Path, bytes]:
    """The catalogues of some languages brought up to date, and what is recorded of them, as files to write."""
    files: dict[Path, bytes] = {}
    for language in languages:
        old = catalogue.load(workspace, report.slug, language.tag)
        found = update_reviewed(report, language, old, load_states(workspace, report.slug, language.tag))
        path, before = _file(workspace, report.slug, language.tag, "po")
        kept = KeptText.of(before, workspace.shown(path))
        has_end = not kept.text or kept.text.endswith("\n")
        # Translators' tools differ in line ends and in the last one; both stay as they were.
        files[path] = kept.rewritten(found.text if has_end else found.text.removesuffix("\n")).data
        path, before = _file(workspace, report.slug, language.tag, "state.yaml")
        if before or found.recorded:
            files[path] = write_states(before, found.recorded, workspace.shown(path))
    return files


def count_reviews(found: Mapping[str, Review]) -> dict[ReviewState, int]:
    """How many pieces are in each state of review; reviewed and final ones only where there are any."""
    counts = {state: sum(each.state == state for each in found.values()) for state in catalogue.REVIEW_STATES}
    return {state: count for state, count in counts.items() if count or state not in GRANTED}


def untranslated(workspace: Workspace, report: Report, tags: Sequence[str]) -> dict[str, int]:
    """How many pieces have no text yet, by language; languages that lack none are left out."""
    missing = {}
    for tag in tags:
        if tag != report.language:
            entries = catalogue.load(workspace, report.slug, tag).entries
            missing[tag] = sum(
                not (name in entries and entries[name].text) and not is_the_same_in_all_languages(wording.text)
                for name, wording, _ in wordings(report)
            )
    return {tag: count for tag, count in missing.items() if count}


def _file(workspace: Workspace, slug: str, tag: str, ending: str) -> tuple[Path, bytes]:
    """Where a file of the user is written, and its bytes before, from the installed one if need be; empty if new."""
    found = workspace.find("locales", tag, f"{slug}.{ending}")
    return workspace.root / "locales" / tag / f"{slug}.{ending}", workspace.read(found) if found else b""
