"""reportgen compare: files that need no report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import reportgen
from reportgen.cli import main
from reportgen.pipeline.compared_sets import comparison_orders

EN = "1. In May 2018, 24 officials of Kenya were trained by the Office.\n\n2. The Office also helped Nepal.\n"
FR = "1. En mai 2018, l’Office a formé 24 fonctionnaires du Kenya.\n\n2. L’Office a aussi aidé le Népal.\n"
ES = "1. En mayo de 2018 la Oficina capacitó a 24 funcionarios de Kenya.\n\n2. La Oficina ayudó también a Nepal.\n"

OUTPUTS = Path(__file__).parents[2] / "outputs" / "e-cn.15-2019-9"


@pytest.fixture
def files(tiny) -> tuple[str, str, str]:
    for name, text in (("one.txt", EN), ("deux.md", FR), ("tres.txt", ES)):
        tiny.write(name, text)
    return "one.txt", "deux.md", "tres.txt"


def test_versions_that_agree(run, files) -> None:
    exit_code, out, err = run("compare", *files)
    assert (exit_code, err) == (0, "")
    assert out.startswith("no disagreements (en: 2 blocks of one.txt, fr: 2 blocks of deux.md, es: ")


def test_a_figure_that_one_has_otherwise(run, tiny, files) -> None:
    tiny.write("deux.md", FR.replace("24", "25"))
    exit_code, out, _ = run("compare", *files)
    assert exit_code == 1
    assert out.splitlines()[2:] == ["para. 1  figure  fr: 25; en, es: 24"]


def test_as_json(run, tiny, files) -> None:
    tiny.write("tres.txt", ES.replace("Nepal", "Peru"))
    exit_code, out, _ = run("compare", *files, "--format", "json")
    assert exit_code == 1
    data = json.loads(out)
    assert data["differ"] is True
    assert [each["language"] for each in data["files"]] == ["en", "fr", "es"]
    (found,) = data["disagreements"]
    assert (found["place"], found["about"], found["odd"]) == ("para. 2", "place", ["es"])


def test_as_a_page(run, files) -> None:
    exit_code, out, _ = run("compare", *files, "--format", "html")
    assert exit_code == 0
    assert out.startswith("<!DOCTYPE html>")


def test_two_versions_of_one_language(run, tiny) -> None:
    tiny.write("old.txt", EN)
    tiny.write("new.txt", EN.replace("also helped", "went on helping"))
    exit_code, out, _ = run("compare", "old.txt", "new.txt")
    assert exit_code == 1
    assert "[-also helped-]{+went on helping+}" in out


@pytest.mark.parametrize(
    ("arguments", "exit_code", "said"),
    [
        (["one.txt"], 2, "1 files: two to six are compared"),
        (["one.txt", "deux.md", "-l", "en"], 2, "1 languages for 2 files"),
        (["one.txt", "no.txt"], 3, "no.txt: cannot read the file"),
        (["one.txt", "file.xyz"], 3, "file.xyz: files '.xyz' are not read"),
        (["one.txt", "broken.pdf"], 3, "broken.pdf: the file cannot be read as PDF"),
        (["one.txt", "broken.docx"], 3, "broken.docx: this is not a Word file"),
        (["one.txt", "figures.txt"], 3, "figures.txt: nothing tells in which language the file is"),
        (["one.txt", "to-es-council.txt"], 3, "to-es-council.txt: nothing tells in which language the file is"),
    ],
)
def test_what_cannot_be_compared(run, tiny, files, arguments: list[str], exit_code: int, said: str) -> None:
    for name in ("file.xyz", "broken.pdf", "broken.docx"):
        tiny.write(name, "text")
    for name in ("figures.txt", "to-es-council.txt"):
        tiny.write(name, "12, 13")
    ended, out, err = run("compare", *arguments)
    assert (ended, out) == (exit_code, "")
    assert said in err


def test_the_six_files_of_the_real_report_agree(capsys) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["compare", *map(str, sorted(OUTPUTS.glob("*.md")))])
    assert stop.value.code == 0, capsys.readouterr().out


def test_many_documents_are_told_one_after_the_other(run, tiny) -> None:
    for name, text in (("a.en.txt", EN), ("a.fr.txt", FR), ("b.en.txt", EN), ("b.es.txt", ES.replace("24", "25"))):
        tiny.write(f"archive/{name}", text)
    tiny.write("archive/alone.en.txt", EN)
    tiny.write("archive/c.en.txt", EN)
    tiny.write("archive/c.fr.pdf", b"no PDF")
    paths = sorted(str(each.relative_to(tiny.root)) for each in (tiny.root / "archive").iterdir())
    exit_code, out, err = run("compare", "--sets", *paths)
    lines = out.splitlines()
    assert exit_code == 3
    assert lines[0].startswith("archive/a: no disagreements (en: 2 blocks")
    assert lines[1].startswith("archive/b: 1 disagreement (")
    assert "archive/c: archive/c.fr.pdf: the file cannot be read as PDF" in out
    assert "alone" not in out
    assert err == "1 agree, 1 differ, 1 failed\n"


@pytest.mark.parametrize("output", ["json", "html"])
def test_many_documents_are_told_as_data_or_on_one_page(run, tiny, output: str) -> None:
    for name, text in (("a.en.txt", EN), ("a.fr.txt", FR), ("b.en.txt", EN), ("b.es.txt", ES.replace("24", "25"))):
        tiny.write(name, text)
    tiny.write("c.en.txt", EN)
    tiny.write("c.fr.pdf", b"no PDF")
    names = ["b.es.txt", "b.en.txt", "a.fr.txt", "a.en.txt", "c.en.txt", "c.fr.pdf"]
    exit_code, out, _ = run("compare", "--sets", "--format", output, *names)
    assert exit_code == 3
    if output == "json":
        found = json.loads(out)
        assert [(each["document"], each.get("differ")) for each in found] == [("a", False), ("b", True), ("c", None)]
        assert [each["language"] for each in found[1]["files"]] == ["en", "es"]
        assert "cannot be read as PDF" in found[2]["failure"]
    else:
        assert out.count("<h1>") == 1
        assert [line for line in out.splitlines() if line.startswith("<h2>")] == [
            f"<h2>{name}</h2>" for name in ("a", "b", "c")
        ]
        assert out.count("<table>") == 1
        assert "cannot be read as PDF" in out


def test_languages_of_many_documents_are_said_in_the_order_of_their_files(run, tiny) -> None:
    for name in ("b.en.txt", "b.fr.txt", "a.en.txt", "a.fr.txt"):
        tiny.write(name, "1. 12, 13\n")
    names = ("b.fr.txt", "a.en.txt", "b.en.txt", "a.fr.txt")
    options = [word for tag in ("es", "en", "zh", "ru") for word in ("-l", tag)]
    _, out, _ = run("compare", "--sets", "--format", "json", *options, *names)
    assert [[each["language"] for each in document["files"]] for document in json.loads(out)] == [
        ["en", "ru"],
        ["zh", "es"],
    ]
    exit_code, out, err = run("compare", "--sets", "-l", "en", *names)
    assert (exit_code, out) == (2, "")
    assert "1 languages for 4 files" in err


def test_sets_are_compared_by_any_executor(tiny) -> None:
    from concurrent.futures import ThreadPoolExecutor

    paths = [tiny.write(f"archive/{name}", text) for name, text in (("a.en.txt", EN), ("a.fr.txt", FR))]
    with ThreadPoolExecutor(2) as executor:
        [outcome] = reportgen.compare_many(paths, executor, tiny.root)
    assert (outcome.exit_code, outcome.failure) == (0, "")
    assert outcome.compared is not None
    assert outcome.compared.found == ()


def test_letters_that_are_no_language_make_no_versions(tiny) -> None:
    names = ("budget-jan.txt", "budget-feb.txt", "report-on-gas.txt", "report-on-oil.txt", "a_FR.txt", "a.b-en.txt")
    paths = [tiny.write(f"archive/{name}", EN) for name in (*names, "a_en.txt")]
    orders = comparison_orders(paths, str(tiny.root))
    assert [(Path(each.name).name, [Path(file).name for file in each.files]) for each in orders] == [
        ("a", ["a_FR.txt", "a_en.txt"])
    ]


def test_a_tag_in_the_name_tells_the_language_where_nothing_else_does(run, tiny) -> None:
    for tag in ("en", "FR"):
        tiny.write(f"figures-{tag}.txt", "12, 13")
    _, out, _ = run("compare", "figures-en.txt", "figures-FR.txt")
    assert out.startswith("no disagreements (en: 1 blocks of figures-en.txt, fr: 1 blocks of figures-FR.txt)")


def test_the_number_of_a_goal_that_one_has_otherwise(run, tiny) -> None:
    tiny.write("a.en.txt", "1. The Office helped with Goals 5, 12 and 16.\n")
    tiny.write("a.fr.txt", "1. L’Office a aidé à réaliser les objectifs 5, 11 et 16.\n")
    exit_code, out, _ = run("compare", "-l", "en", "-l", "fr", "a.en.txt", "a.fr.txt")
    assert exit_code == 1
    assert "12" in out
