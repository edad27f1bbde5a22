"""What people do in the workbench, in a real browser: each story ends with what git shows of it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.tools.filled_forms import fill_word, number_of
from tests.tools.served import SLUG, Story

INDONESIA = "indonesia-extremist-prisoners"
ADDED = "  - id: added-late\n    text: It is late.\n\n"
ASIA = f"inputs/{SLUG}/sections/asia.yaml"


def cell(page: Any, name: str, tag: str) -> Any:
    return page.locator(f"#row-{name} .cell[data-tag={tag}]")


def until(page: Any, expression: str) -> None:
    """Wait until something holds on a page, whose policy lets no text be evaluated by the page itself."""
    for _ in range(300):
        with suppress(Exception):  # the page is being left for another one
            if page.evaluate(expression):
                return
        page.wait_for_timeout(50)
    raise AssertionError(expression)


def edit(page: Any, name: str, tag: str) -> Any:
    """Open a piece with the keyboard, and give its text field."""
    page.locator(f"#row-{name}").wait_for()
    editor = page.locator(f"#row-{name} .editor")
    for _ in range(20):
        # A page that is drawn may not listen yet, and a row that is drawn anew loses the focus.
        cell(page, name, tag).focus()
        page.keyboard.press("Enter")
        with suppress(Exception):
            editor.wait_for(timeout=750)
            return editor
    editor.wait_for()
    return editor


def change_chip(page: Any, editor: Any, before: str, after: str) -> None:
    editor.locator(".chip", has_text=before).first.click()
    page.keyboard.type(after)
    page.keyboard.press("Enter")


def saved(page: Any, name: str) -> None:
    page.keyboard.press("Control+Enter")
    page.locator(f"#row-{name}.editing").wait_for(state="detached")
    # The text field stays until its row is drawn anew, and must not be taken for the next one.
    page.locator(f"#row-{name} .editor").wait_for(state="detached")


def test_a_new_drafter(story: Story) -> None:
    page = story.go(f"read?l=en,fr,es,ru,zh,ar#row-{INDONESIA}")
    editor = edit(page, INDONESIA, "en")
    change_chip(page, editor, "313", "421")
    for tag in ("fr", "es", "ru", "zh", "ar"):
        cell(page, INDONESIA, tag).filter(has_text="421").wait_for()
    page.get_by_text("313 → 421").wait_for()
    saved(page, INDONESIA)
    assert story.diff() == [
        "-      trained: {count: 313, of: officials trained as trainers}",
        "+      trained: {count: 421, of: officials trained as trainers}",
    ]
    # A sentence of prose beside it, then a paragraph of its own.
    edit(page, INDONESIA, "en")
    page.keyboard.type(" The training will be repeated.")
    saved(page, INDONESIA)
    cell(page, INDONESIA, "en").focus()
    page.keyboard.press("n")
    page.locator(".new-paragraph .editor").click()
    page.keyboard.type("In Kenya, UNODC trained 57 judges on bail.")
    until(page, "document.querySelector('#new-id').value === 'kenya-unodc-trained-judges'")
    page.keyboard.press("Control+Enter")
    page.locator("#row-kenya-unodc-trained-judges").wait_for()
    cell(page, "kenya-unodc-trained-judges", "en").filter(has_text="57 judges").wait_for()
    diff = story.diff()
    assert "The training will be repeated." in " ".join(line[1:].strip() for line in diff)
    assert "+  - id: kenya-unodc-trained-judges" in diff
    assert "+      judges: {count: 57}" in diff
    assert {line[0] for line in diff if "trained: {count" in line} == {"-", "+"}
    assert git_names(story) == [ASIA]


def git_names(story: Story) -> list[str]:
    from tests.tools.served import git

    return git(story.root, "diff", "--name-only").split()


def test_a_fact_is_never_half_deleted(story: Story) -> None:
    page = story.go(f"read?l=en,fr#row-{INDONESIA}")
    editor = edit(page, INDONESIA, "en")
    chips = editor.locator(".chip").all_inner_texts()
    page.keyboard.press("Backspace")  # the stop
    page.keyboard.press("Backspace")  # the last fact, whole
    left = editor.locator(".chip").all_inner_texts()
    assert left == chips[:-1]
    page.keyboard.press("Control+z")
    until(page, f"document.querySelectorAll('.editor .chip').length === {len(chips)}")


def test_what_is_typed_is_offered_and_becomes_a_fact(story: Story) -> None:
    page = story.go(f"read?l=en,fr#row-{INDONESIA}")
    edit(page, INDONESIA, "en")
    page.keyboard.type(" It also helped /kenya")
    page.locator(".offers li", has_text="Kenya").first.wait_for()
    page.keyboard.press("Enter")
    page.keyboard.type(", where 57 judges were trained (see /para 12")
    page.locator(".offers li", has_text="reference").first.wait_for()
    page.keyboard.press("Enter")
    page.keyboard.type(").")
    page.get_by_text("new fact").first.wait_for()
    saved(page, INDONESIA)
    text = (story.root / ASIA).read_text("utf-8")
    assert "para(" in text.partition(INDONESIA)[2].partition("- id:")[0]
    assert "{count: 57}" in text
    assert "{place: KE}" in text


def test_undo_and_redo(story: Story) -> None:
    page = story.go(f"read?l=en,fr#row-{INDONESIA}")
    change_chip(page, edit(page, INDONESIA, "en"), "313", "421")
    saved(page, INDONESIA)
    page.locator("#undo:not([disabled])").click()
    cell(page, INDONESIA, "fr").filter(has_text="313").wait_for()
    assert story.diff() == []
    page.locator("#redo:not([disabled])").click()
    cell(page, INDONESIA, "fr").filter(has_text="421").wait_for()
    assert len(story.diff()) == 2


def test_two_windows_at_once(story: Story) -> None:
    one = story.go(f"read?l=en,fr#row-{INDONESIA}")
    other = story.another(f"read?l=en,fr#row-{INDONESIA}")
    edit(one, INDONESIA, "en")
    edit(other, INDONESIA, "en")
    one.keyboard.type(" One window.")
    other.keyboard.type(" Another window.")
    saved(one, INDONESIA)
    other.get_by_text("saved elsewhere meanwhile").wait_for()
    other.keyboard.press("Control+Enter")
    other.get_by_text("Not saved: somebody else changed it").wait_for()
    other.locator(".editor").filter(has_text="Another window.").wait_for()
    added = "".join(line[1:].strip() + " " for line in story.diff() if line.startswith("+"))
    assert "One window." in added
    assert "Another" not in added


def test_a_file_that_is_edited_outside_meanwhile(story: Story) -> None:
    page = story.go(f"read?l=en,fr#row-{INDONESIA}")
    path = story.root / ASIA
    path.write_text(path.read_text("utf-8").replace("{count: 313", "{count: 999"), "utf-8")
    cell(page, INDONESIA, "fr").filter(has_text="999").wait_for()
    # A paragraph that is open stays as it is typed; what is saved elsewhere in its file is kept.
    edit(page, INDONESIA, "en")
    page.keyboard.type(" It is repeated.")
    path.write_text(
        path.read_text("utf-8").replace("{count: 60, of: officers at", "{count: 66, of: officers at"), "utf-8"
    )
    page.locator("#row-singapore-fiji-corrections .cell", has_text="66").first.wait_for()
    saved(page, INDONESIA)
    text = path.read_text("utf-8")
    assert "{count: 66, of: officers at" in text
    assert "repeated" in text


def test_with_the_keyboard_alone(story: Story) -> None:
    page = story.go(f"read?l=en,fr#row-{INDONESIA}")
    cell(page, INDONESIA, "en").wait_for()
    until(page, f"document.activeElement.closest('.row')?.id === 'row-{INDONESIA}'")
    page.keyboard.press("f")
    page.keyboard.press("f")
    assert page.evaluate("document.activeElement.dataset.fact") == "unodc"
    assert page.locator(f"#row-{INDONESIA} .lit").count() >= 2
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.tag") == "fr"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.row').dataset.id") != INDONESIA
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.locator(".editor").wait_for()
    page.keyboard.type(" It is repeated.")
    page.keyboard.press("Escape")
    page.locator("dialog[open]").wait_for()
    page.keyboard.press("Enter")
    page.locator(f"#row-{INDONESIA}.editing").wait_for(state="detached")
    assert story.diff() == []
    page.keyboard.press("/")
    page.keyboard.type("41")
    page.locator("#found a").first.wait_for()
    page.keyboard.press("Enter")
    until(page, "document.activeElement.closest('.row')?.querySelector('.number').textContent.trim() === '41.'")


def test_arabic_and_chinese_columns(story: Story) -> None:
    page = story.go(f"read?l=ar,zh#row-{INDONESIA}")
    arabic, chinese = cell(page, INDONESIA, "ar"), cell(page, INDONESIA, "zh")
    arabic.wait_for()
    assert arabic.get_attribute("dir") == "rtl"
    assert chinese.get_attribute("dir") == "ltr"
    assert page.evaluate("getComputedStyle(document.querySelector('.chunk .cell[data-tag=ar]')).direction") == "rtl"
    tops = [each.bounding_box()["y"] for each in (arabic, chinese)]
    assert abs(tops[0] - tops[1]) < 2
    editor = edit(page, INDONESIA, "zh")
    page.keyboard.press("Backspace")
    page.keyboard.type("，并将继续。")
    saved(page, INDONESIA)
    assert "并将继续" in (story.root / f"locales/zh/{SLUG}.po").read_text("utf-8")
    editor.wait_for(state="detached")
    changed = [line for line in story.diff() if line.startswith("-")]
    assert all("msgid" not in line for line in changed)


def test_a_translator(story: Story) -> None:
    from reportgen import cli

    with pytest.raises(SystemExit) as ended:
        cli.main(["-C", str(story.root), "memory", "add", SLUG, "-l", "fr"])
    assert not ended.value.code
    page = story.go(f"read?l=en,fr#row-{INDONESIA}")
    edit(page, INDONESIA, "en")
    page.keyboard.type(" The work will go on.")
    saved(page, INDONESIA)
    page = story.go("translate?tag=fr")
    queued = page.locator(".queued")
    queued.first.wait_for()
    assert queued.count() == 1
    page.locator("#change ins", has_text="The work will go on").wait_for()
    page.locator("#matches button").first.wait_for()
    editor = page.locator("#target .editor")
    editor.wait_for()
    page.keyboard.type(" Ces travaux se poursuivront.")
    page.keyboard.press("Alt+2")
    page.locator("#ask-input").wait_for()
    page.keyboard.type("A. Reviser")
    page.keyboard.press("Enter")
    page.locator(".queued em", has_text="reviewed").wait_for()
    assert "se poursuivront" in (story.root / f"locales/fr/{SLUG}.po").read_text("utf-8")
    assert "A. Reviser" in (story.root / f"locales/fr/{SLUG}.state.yaml").read_text("utf-8")
    # The piece is open still: what is mended in it afterwards is saved as well.
    editor.focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Ils durent.")
    page.keyboard.press("Control+Enter")
    page.get_by_text("That is all.").wait_for()
    assert "Ils durent." in (story.root / f"locales/fr/{SLUG}.po").read_text("utf-8")


def test_a_documents_officer(story: Story) -> None:
    page = story.go("numbers")
    page.get_by_role("button", name="Freeze").click()
    page.get_by_text("Edition 1 of").wait_for()
    page = story.go(f"read?l=en,fr#row-{INDONESIA}")
    cell(page, INDONESIA, "en").focus()
    page.keyboard.press("n")
    page.locator(".new-paragraph .editor").click()
    page.keyboard.type("In Kenya, UNODC trained 57 judges on bail.")
    page.keyboard.press("Control+Enter")
    page.get_by_text("give the reason").first.wait_for()  # frozen: refused without one
    page.locator("#new-why").fill("asked for by Kenya")
    page.get_by_role("button", name="Add paragraph").click()
    page.locator("#row-kenya-unodc-trained-judges").wait_for()
    page = story.go("numbers")
    page.locator(".slip", has_text="asked for by Kenya").wait_for()
    assert page.get_by_text("Every change is answered for.").count() == 1
    page = story.go("overview")
    page.locator("#by-rule table").wait_for()
    page = story.go("files")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="docx in English").click()
    assert Path(waiting.value.path()).read_bytes().startswith(b"PK")
    assert waiting.value.suggested_filename == f"{SLUG}.en.docx"


def test_an_insertion_that_was_made_in_the_files_is_accepted(story: Story) -> None:
    page = story.go("numbers")
    page.get_by_role("button", name="Freeze").click()
    page.get_by_text("Edition 1 of").wait_for()
    path = story.root / ASIA
    path.write_text(
        path.read_text("utf-8").rstrip("\n") + "\n\n  - id: added-late\n    text: This was added late.\n", "utf-8"
    )
    page.locator("#accept", has_text="This was added late").wait_for()
    page.locator("input[name=why]").fill("the Commission asked for it")
    page.get_by_role("button", name="Accept").click()
    page.get_by_text("Every change is answered for.").wait_for()
    assert "the Commission asked for it" in (story.root / f"inputs/{SLUG}/numbering.yaml").read_text("utf-8")


def test_a_returned_word_file(story: Story, tmp_path: Path) -> None:
    from docx import Document

    page = story.go("files")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="docx in English").click()
    document = Document(str(waiting.value.path()))
    one = next(each for each in document.paragraphs if "In Indonesia" in each.text)
    other = next(each for each in document.paragraphs if each.text.startswith("In Myanmar"))
    for paragraph, text in ((one, " It came back longer."), (other, " This is refused.")):
        paragraph.add_run(text)
    document.save(str(tmp_path / "returned.docx"))
    page.locator("#file").set_input_files(str(tmp_path / "returned.docx"))
    page.locator(".change ins", has_text="It came back longer").wait_for()
    page.locator(".change", has_text="This is refused").locator("input").uncheck()
    page.locator("#take").click()
    page.get_by_text("Taken.").wait_for()
    added = " ".join(line for line in story.diff() if line.startswith("+"))
    assert "came back" in added
    assert "refused" not in added


def test_a_form_that_came_back(story: Story, tmp_path: Path) -> None:
    page = story.go("files")
    page.locator("select[name=section]").select_option("asia")
    page.locator("input[name=office]").fill("Office in Jakarta")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download").click()
    form = Path(waiting.value.path()).read_bytes()
    (tmp_path / "form.docx").write_bytes(fill_word(form, {number_of(form, "313"): "421"}))
    page.locator("#file").set_input_files(str(tmp_path / "form.docx"))
    page.get_by_text("from Office in Jakarta: 1 of").wait_for()
    page.locator(".change", has_text="313 → 421").wait_for()
    page.locator("#take").click()
    page.get_by_text("Taken.").wait_for()
    assert "+      trained: {count: 421, of: officials trained as trainers}" in story.diff()


def test_a_fact_is_edited_once(story: Story) -> None:
    page = story.go("facts?q=trained&kind=count")
    row = page.locator(f"tr[data-owner={INDONESIA}][data-name=trained]")
    row.get_by_role("button").click()
    page.locator("#fact-typed").fill("421")
    page.locator("#fact-said .lit", has_text="421").first.wait_for()
    assert page.locator("#fact-said p[lang]").count() == 6
    page.locator("#fact-save:not([disabled])").click()
    page.locator(f"tr[data-owner={INDONESIA}][data-name=trained] .printed", has_text="421").wait_for()
    assert len(story.diff()) == 2


def test_a_finding_is_mended_with_its_button(story: Story) -> None:
    path = story.root / ASIA
    path.write_text(path.read_text("utf-8").replace("on the subject", 'on the "subject"'), "utf-8")
    page = story.go(f"read?l=en,fr#row-{INDONESIA}")
    finding = page.locator(f"#row-{INDONESIA} .finding", has_text="RG204")
    finding.wait_for()
    finding.locator("summary").click()
    assert finding.locator("p").first.inner_text()
    finding.get_by_role("button", name="Write").click()
    page.get_by_text("RG204 is mended").wait_for()
    finding.wait_for(state="detached")
    cell(page, INDONESIA, "en").filter(has_text="on the “subject”").wait_for()
    assert "on the “subject”" in path.read_text("utf-8")


def held_back(page: Any, name: str) -> list[Any]:
    """The requests of a name from now on, which are held until they are let go."""
    held: list[Any] = []
    page.route(f"**/{name}", lambda route: held.append(route))
    return held


def let_go(page: Any, name: str, held: list[Any]) -> None:
    for _ in range(100):
        if held:
            break
        page.wait_for_timeout(20)
    for each in held:
        each.continue_()
    page.unroute(f"**/{name}")


def test_what_is_typed_while_a_paragraph_is_being_opened_is_its_text(story: Story) -> None:
    page = story.go(f"read?l=en,fr#row-{INDONESIA}")
    until(page, f"document.activeElement.closest('.row')?.id === 'row-{INDONESIA}'")
    held = held_back(page, "open")
    page.keyboard.press("Enter")
    page.keyboard.type(" No new one?")
    let_go(page, "open", held)
    page.locator(".editor", has_text="No new one?").wait_for()
    assert page.locator(".new-paragraph, dialog[open]").count() == 0


def test_what_is_typed_while_a_paragraph_is_being_saved_stays_open(story: Story) -> None:
    page = story.go(f"read?l=en,fr#row-{INDONESIA}")
    editor = edit(page, INDONESIA, "en")
    page.keyboard.type(" It is repeated.")
    held = held_back(page, "save")
    page.keyboard.press("Control+Enter")
    page.keyboard.type(" And again.")
    let_go(page, "save", held)
    page.get_by_text("Saved, but for what was typed since.").wait_for()
    added = " ".join(line[1:].strip() for line in story.diff() if line.startswith("+"))
    assert "It is repeated." in added
    assert "And again" not in added
    editor.filter(has_text="It is repeated. And again.").wait_for()
    page.keyboard.type(" So it is.")
    saved(page, INDONESIA)
    added = " ".join(line[1:].strip() for line in story.diff() if line.startswith("+"))
    assert "It is repeated. And again. So it is." in added


def test_what_is_typed_while_rows_are_drawn_anew_is_kept(story: Story) -> None:
    """A paragraph comes in elsewhere: the one that is edited here stays as it is, and is saved as it was typed."""
    page = story.go(f"read?l=en,fr#row-{INDONESIA}")
    editor = edit(page, INDONESIA, "en")
    page.keyboard.type(" It is")
    path = story.root / ASIA
    with page.expect_response("**/changes?*"):
        text = path.read_text("utf-8").replace(f"  - id: {INDONESIA}", f"{ADDED}  - id: {INDONESIA}")
        path.write_text(text, "utf-8")
    page.keyboard.type(" repeated.")
    editor.filter(has_text="It is repeated.").wait_for()
    saved(page, INDONESIA)
    page.locator("#row-added-late").wait_for()
    until(page, f"document.activeElement.closest('.row')?.id === 'row-{INDONESIA}'")
    assert "It is repeated." in " ".join(path.read_text("utf-8").split())


def test_a_new_paragraph_is_not_left_without_a_question(story: Story) -> None:
    page = story.go(f"read?l=en,fr#row-{INDONESIA}")
    until(page, f"document.activeElement.closest('.row')?.id === 'row-{INDONESIA}'")
    page.keyboard.press("n")
    page.locator(".new-paragraph .editor").wait_for()
    page.keyboard.type("In Kenya, 57 judges were trained.")
    page.keyboard.press("Escape")
    page.locator("dialog[open]").wait_for()
    page.keyboard.press("Escape")
    page.locator(".new-paragraph .editor", has_text="57 judges").wait_for()


def test_a_paragraph_moves_and_goes(story: Story) -> None:
    page = story.go(f"read?l=en,fr#row-{INDONESIA}")
    cell(page, INDONESIA, "en").wait_for()
    # Not the text as it is seen: a row that is out of sight for a moment shows none.
    number = page.locator(f"#row-{INDONESIA} .number").text_content()
    cell(page, INDONESIA, "en").focus()
    page.keyboard.press("Alt+ArrowDown")
    page.locator("dialog[open]").wait_for()
    page.keyboard.press("Enter")
    below = f"{int(number.strip().rstrip('.')) + 1}."
    until(page, f"document.querySelector('#row-{INDONESIA} .number')?.textContent.trim() === '{below}'")
    cell(page, INDONESIA, "en").focus()
    page.keyboard.press("Delete")
    page.locator("dialog[open]").wait_for()
    page.keyboard.press("Enter")
    page.locator(f"#row-{INDONESIA}").wait_for(state="detached")
    assert f"-  - id: {INDONESIA}" in story.diff()


def test_what_is_searched_is_found_in_any_language(story: Story) -> None:
    page = story.go("read?l=en,fr")
    page.locator("#query").fill("印度尼西亚")
    page.locator("#found a").first.wait_for()
    page.keyboard.press("Enter")
    until(page, "document.activeElement.closest('.row') !== null")
