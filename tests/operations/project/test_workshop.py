"""A workshop: everybody has a sample of their own, and there is a page to hand out in each language."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from workbench.errors import UserError
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.workshop import make_workshop
from workbench.resources import resource
from workbench.words import Message

BUTTONS = ("New project…", "Learn", "Choose myself", "Check", "Label")
PAGES = sorted(resource("workshop").glob("handout.*.html"))


class StopsAtTheSecond:
    def report(self, share: float | None, text: Message) -> None:
        if share is not None and share > 0.6:
            raise Cancelled


def images(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*.png")}


@pytest.mark.slow
def test_all_samples_differ_and_a_stopped_workshop_is_finished_later(tmp_path: Path) -> None:
    folder = tmp_path / "workshop"
    with pytest.raises(Cancelled):
        make_workshop(folder, 2, 0, StopsAtTheSecond())
    assert [part.name for part in folder.iterdir()] == ["participant-01"]
    made = make_workshop(folder, 2, 0, Silent())
    first, second = (images(part) for part in made.participants)
    assert len(first) == len(second) > 3000
    assert not set(first.values()) & set(second.values())
    assert sorted(page.name for page in made.handouts) == [page.name for page in PAGES]
    assert all(page.read_bytes() == resource(f"workshop/{page.name}").read_bytes() for page in made.handouts)


@pytest.mark.parametrize("participants", [0, -1, 100_000])
def test_impossible_numbers_are_refused_and_nothing_is_written(tmp_path: Path, participants: int) -> None:
    with pytest.raises(UserError):
        make_workshop(tmp_path / "workshop", participants, 0, Silent())
    assert not (tmp_path / "workshop").exists()


def test_a_folder_with_something_else_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("precious")
    with pytest.raises(UserError):
        make_workshop(tmp_path, 1, 0, Silent())
    assert [file.name for file in tmp_path.iterdir()] == ["thesis.txt"]


def test_the_pages_say_the_same_in_both_languages_and_need_no_network() -> None:
    texts = {page.name: page.read_text(encoding="utf-8") for page in PAGES}
    assert list(texts) == ["handout.en.html", "handout.es.html"]
    parts = {name: [len(re.findall(f"<{tag}[ >]", text)) for tag in ("h2", "li", "tr")] for name, text in texts.items()}
    assert parts["handout.en.html"] == parts["handout.es.html"]
    for name, text in texts.items():
        assert f'lang="{name.split(".")[1]}"' in text
        assert "http" not in text
        assert "@page" in text


def test_the_buttons_that_a_page_names_are_called_so_in_the_window() -> None:
    window = {"es": translated("es")}
    for words in BUTTONS:
        for page in PAGES:
            text = page.read_text(encoding="utf-8")
            called = window.get(page.name.split(".")[1], {}).get(words, words)
            assert f"<b>{called}</b>" in text, page.name


def translated(language: str) -> dict[str, str]:
    """Return what the window says, by what it says in English."""
    tree = ElementTree.parse(resource(f"translations/workbench_{language}.ts"))  # noqa: S314 - our own file
    return {str(said.findtext("source")): str(said.findtext("translation")) for said in tree.iter("message")}
