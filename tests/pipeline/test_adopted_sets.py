"""Many documents are adopted by any executor; one that fails stops no other, and each is told by itself."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import reportgen
from reportgen.pipeline.adopting.sets import adopt_sets, adoption_orders


def _write(folder: Path, **texts: str) -> list[Path]:
    paths = [folder / f"{name.replace('_', '.')}.txt" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_versions_of_one_document_are_one_report(tmp_path: Path) -> None:
    paths = _write(
        tmp_path,
        visits_en="In 2018 the officials of Kenya were there.\n",
        visits_fr="En 2018 les agents du Kenya étaient là.\n",
        alone="All of them have left the country.\n",
        empty=" \n",
    )
    with ThreadPoolExecutor(2) as executor:
        outcomes = reportgen.adopt_many(paths, executor, tmp_path)
    assert [Path(each.name).name for each in outcomes] == ["alone", "empty", "visits"]
    assert [each.exit_code for each in outcomes] == [0, 3, 0]
    assert "the file has no text" in outcomes[1].failure
    assert outcomes[2].adopted is not None
    assert outcomes[2].adopted.languages == ("en", "fr")
    assert (tmp_path / "inputs/visits/report.yaml").is_file()
    assert (tmp_path / "locales/fr/visits.po").is_file()
    assert not (tmp_path / "inputs/empty").exists()


def test_two_documents_with_one_slug_are_both_refused(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        _write(tmp_path / folder, visits="All of them have left the country.\n")
    paths = [tmp_path / "a/visits.txt", tmp_path / "b/visits.txt"]
    with ThreadPoolExecutor(1) as executor:
        outcomes = reportgen.adopt_many(paths, executor, tmp_path)
    assert [each.exit_code for each in outcomes] == [2, 2]
    assert not (tmp_path / "inputs").exists()


def test_letters_that_are_no_language_belong_to_the_name(tmp_path: Path) -> None:
    orders = adoption_orders([Path("budget-jan.txt"), Path("budget-feb.txt")], str(tmp_path))
    assert [(each.slug, each.files) for each in orders] == [
        ("budget-jan", ("budget-jan.txt",)),
        ("budget-feb", ("budget-feb.txt",)),
    ]


def test_languages_are_said_file_by_file(tmp_path: Path) -> None:
    _write(tmp_path, visits_en="12, 13\n", visits_fr="12, 13\n", alone="12, 13\n")
    paths = [tmp_path / name for name in ("visits.fr.txt", "alone.txt", "visits.en.txt")]
    orders = adoption_orders(paths, str(tmp_path), ["es", "ru", "zh"])
    assert {each.slug: each.languages for each in orders} == {"visits": ("es", "zh"), "alone": ("ru",)}
    with ThreadPoolExecutor(1) as executor:
        outcomes = list(adopt_sets(orders, executor))
    assert [each.adopted.languages for each in outcomes if each.adopted] == [("es", "zh"), ("ru",)]


def test_names_are_told_and_the_shared_lexicon_is_left_alone(tmp_path: Path) -> None:
    paths = _write(tmp_path, note="We met the Global Office of Sample Testing (GOST) there in 2018.\n")
    with ThreadPoolExecutor(1) as executor:
        [outcome] = reportgen.adopt_many(paths, executor, tmp_path)
    assert outcome.adopted is not None
    assert outcome.adopted.stubs == {}
    assert "GOST" in outcome.adopted.unknown
    assert not (tmp_path / "locales/en/lexicon").exists()
