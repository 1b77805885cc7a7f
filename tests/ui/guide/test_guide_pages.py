"""The texts of the guide: whole in both languages, with links that lead somewhere and never out of the computer."""

import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from tests.ui.languages import LANGUAGES, spoken
from workbench.cli.app import COMMANDS
from workbench.facts.approaches import APPROACH_TITLES
from workbench.ui.guide.guide_links import WINDOW_STEPS, PageLink, PlaceLink, read_link
from workbench.ui.guide.guide_pages import HELP, PAGE_NAMES, guide_page, guide_sections
from workbench.ui.look.tokens import LIGHT
from workbench.ui.pages import PAGES
from workbench.ui.services.translation import TRANSLATIONS, say
from workbench.words import message

PICTURES = sorted((HELP / "pictures").iterdir())
HOW_TO = {*WINDOW_STEPS, "playground", "project-file", "command-line"}

each_language = pytest.mark.parametrize("language", LANGUAGES)
each_page = pytest.mark.parametrize("name", PAGE_NAMES)


def addresses(name: str, language: str) -> list[str]:
    return re.findall(r"\]\(([^)]*)\)", guide_page(name, language).markdown)


@each_language
def test_every_page_is_a_file_and_every_file_a_page(language: str) -> None:
    assert {file.name for file in (HELP / language).iterdir()} == {f"{name}.md" for name in PAGE_NAMES}


@each_language
def test_every_page_is_in_one_section(language: str) -> None:
    listed = [page.name for section in guide_sections(language) for page in section.pages]
    assert listed == list(PAGE_NAMES)
    assert len(set(listed)) == len(listed)


@each_language
def test_every_approach_has_a_page_of_its_name(language: str) -> None:
    with spoken(language):
        titles = {name: say(message(title)) for name, title in APPROACH_TITLES.items()}
    assert {name: guide_page(name, language).title for name in APPROACH_TITLES} == titles


def test_every_page_of_the_window_has_one_in_the_guide() -> None:
    assert tuple(kind.key for kind in PAGES) == WINDOW_STEPS
    assert set(WINDOW_STEPS) <= set(PAGE_NAMES)


@each_language
@each_page
def test_a_page_is_short_and_says_where_it_comes_from(name: str, language: str) -> None:
    page = guide_page(name, language)
    assert page.title
    assert page.markdown.startswith(f"# {page.title}\n")
    assert 150 <= len(page.markdown.split()) <= 500
    last = page.markdown.rstrip().rsplit("\n\n", 1)[1]
    assert name in HOW_TO or last.startswith({"en": "Sources: ", "es": "Fuentes: "}[language])


@each_page
def test_both_languages_are_built_alike(name: str) -> None:
    english, spanish = (guide_page(name, language).markdown for language in LANGUAGES)
    for marks in (r"^#+ ", r"^- ", r"^\d\. ", r"^```", r"^!\["):
        found = [re.findall(marks, text, re.MULTILINE) for text in (english, spanish)]
        assert found[0] == found[1]
    assert Counter(addresses(name, "en")) == Counter(addresses(name, "es"))


@each_language
@each_page
def test_links_and_pictures_are_there(name: str, language: str) -> None:
    for address in addresses(name, language):
        if address.startswith("../pictures/"):
            assert (HELP / language / address).is_file()
        else:
            assert read_link(address) is not None, address


@each_language
@each_page
def test_no_page_names_an_address_of_the_network(name: str, language: str) -> None:
    assert not re.search(r"https?:|www\.", guide_page(name, language).markdown)


@each_language
def test_every_picture_and_every_place_is_spoken_of(language: str) -> None:
    every = {address for name in PAGE_NAMES for address in addresses(name, language)}
    assert {f"../pictures/{file.name}" for file in PICTURES} <= every
    assert {f"workbench:page/{step}" for step in WINDOW_STEPS} <= every
    assert {f"workbench:approach/{approach}" for approach in APPROACH_TITLES} <= every
    assert {"workbench:example", "workbench:playground"} <= every


@each_language
@each_page
def test_commands_are_those_of_the_program(name: str, language: str) -> None:
    named = re.findall(r"main\.py ([a-z][a-z-]*)", guide_page(name, language).markdown)
    assert set(named) <= set(COMMANDS)


@each_language
@pytest.mark.parametrize("name", sorted(HOW_TO))
def test_what_is_named_in_the_window_is_called_so_there(name: str, language: str) -> None:
    entries = Xml.parse(TRANSLATIONS / "workbench_es.ts").iter("message")  # noqa: S314 - our own file
    said = {entry.findtext("source" if language == "en" else "translation", "") for entry in entries}
    text = " ".join(guide_page(name, language).markdown.split())
    named = {words for words in re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", text) if " … " not in words}
    assert named - said == set()


@pytest.mark.parametrize("picture", PICTURES, ids=lambda file: file.name)
def test_a_picture_has_its_words_in_both_languages_and_colours_that_follow_the_scheme(picture: Path) -> None:
    drawing = picture.read_text(encoding="utf-8")
    spanish, other = r'<text systemLanguage="es"[^>]*>[^<]+</text>', r"<text(?! system)[^>]*>[^<]+</text>"
    words = re.findall(rf"<switch>\s*{spanish}\s*{other}", drawing)
    assert len(words) == drawing.count("<switch>") > 0
    assert set(re.findall(r"#[0-9A-Fa-f]{6}\b", drawing)) <= set(vars(LIGHT).values())


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("maml.md", PageLink("maml")),
        ("workbench:page/learn", PlaceLink("page", "learn")),
        ("workbench:approach/maml", PlaceLink("approach", "maml")),
        ("workbench:example", PlaceLink("example")),
        ("workbench:playground", PlaceLink("playground")),
        ("https://example.org/maml.md", None),
        ("workbench:page/nowhere", None),
        ("workbench:approach/nothing", None),
        ("../../secret.md", None),
        ("file:///etc/passwd", None),
    ],
)
def test_a_link_leads_to_a_page_or_a_place_and_nowhere_else(address: str, leads_to: object) -> None:
    assert read_link(address) == leads_to
