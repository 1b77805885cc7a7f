"""The guide's window: searching, reading, going back, and what stays when the language or the look changes."""

import re
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.languages import LANGUAGES, spoken
from workbench.ui.guide.guide_links import PlaceLink
from workbench.ui.guide.guide_pages import FIRST, PAGE_NAMES, GuidePage, guide_page, guide_sections
from workbench.ui.guide.guide_search import search_pages
from workbench.ui.guide.guide_window import GuideWindow
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import DARK, LIGHT
from workbench.ui.services.settings import Settings

LONGEST_LINE = 75  # characters


@pytest.fixture
def english() -> Iterator[None]:
    with spoken("en"):
        yield


@pytest.fixture
def guide(english: None, settings: Settings, theme: Theme) -> Iterator[GuideWindow]:
    guide = GuideWindow(settings, theme)
    guide.open_at()
    yield guide
    shiboken6.delete(guide)


def found(words: str, language: str) -> list[str]:
    pages = [page for section in guide_sections(language) for page in section.pages]
    return [hit.page.name for hit in search_pages(pages, words)]


def test_it_opens_with_its_first_page_and_lists_all(guide: GuideWindow) -> None:
    assert guide.page == FIRST
    assert guide.list.names == list(PAGE_NAMES)
    assert guide.reader.toPlainText().startswith("What learning to learn is")


@pytest.mark.usefixtures("english")
def test_a_page_that_it_is_opened_with_is_read_from_its_beginning(
    settings: Settings, theme: Theme, qtbot: QtBot
) -> None:
    guide = GuideWindow(settings, theme)
    with qtbot.waitExposed(guide):
        guide.open_at("learn")
    assert guide.reader.verticalScrollBar().maximum() > 0
    assert guide.reader.verticalScrollBar().value() == 0
    shiboken6.delete(guide)


def test_words_are_found_whatever_their_case_and_accents() -> None:
    assert found("prediccion", "es") == found("PREDICCIÓN", "es") != []
    assert "mann" in found("predicciones", "es")
    assert found("HARLOW monkeys", "en")[0] == "learning-to-learn"


def test_pages_with_the_word_in_their_title_come_first() -> None:
    assert found("maml", "en")[0] == "maml"
    assert found("metarredes", "es")[0] == "metanet"


def test_all_words_have_to_be_on_a_page() -> None:
    assert found("prototype zebra", "en") == ["zero-shot"]
    assert found("prototype submarine", "en") == []


def test_searching_lists_hits_with_their_text_and_marks_them_in_the_page(qtbot: QtBot, guide: GuideWindow) -> None:
    QTest.keyClicks(guide.search, "zebra")
    assert guide.list.names == ["zero-shot"]
    assert "zebra" in guide.list.item(0).text()
    QTest.keyClick(guide.search, Qt.Key.Key_Return)
    assert guide.page == "zero-shot"
    assert [mark.cursor.selectedText() for mark in guide.reader.extraSelections()] == ["zebra"]
    guide.search.setText("submarine")
    assert guide.list.names == []
    assert "submarine" in guide.list.item(0).text()
    QTest.keyClick(guide.search, Qt.Key.Key_Escape)
    assert guide.list.names == list(PAGE_NAMES)
    assert guide.isVisible()
    QTest.keyClick(guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_one_goes_back_to_where_a_page_was_left(guide: GuideWindow) -> None:
    assert not guide.back.isEnabled()
    guide.reader.verticalScrollBar().setValue(40)
    guide.reader.anchorClicked.emit(QUrl("families.md"))
    assert guide.page == "families"
    assert guide.reader.verticalScrollBar().value() == 0
    guide.back.click()
    assert (guide.page, guide.reader.verticalScrollBar().value()) == (FIRST, 40)
    guide.forward.click()
    assert guide.page == "families"
    assert not guide.forward.isEnabled()


def test_the_keyboard_alone_goes_through_the_guide(qtbot: QtBot, guide: GuideWindow) -> None:
    qtbot.waitUntil(guide.isActiveWindow)
    assert guide.reader.hasFocus()
    QTest.keySequence(guide, QKeySequence(QKeySequence.StandardKey.Find))
    qtbot.waitUntil(guide.search.hasFocus)
    QTest.keyClick(guide.search, Qt.Key.Key_Down)
    assert guide.list.hasFocus()
    QTest.keyClick(guide.list, Qt.Key.Key_Down)
    assert guide.page == PAGE_NAMES[1]
    QTest.keySequence(guide, QKeySequence(QKeySequence.StandardKey.Back))
    assert guide.page == FIRST
    QTest.keySequence(guide, QKeySequence(QKeySequence.StandardKey.Forward))
    assert guide.page == PAGE_NAMES[1]


def test_pages_can_be_read_one_after_another(guide: GuideWindow) -> None:
    read = [guide.page]
    while guide.next.isVisible():
        guide.next.click()
        read.append(guide.page)
    assert read == list(PAGE_NAMES)


def test_a_link_to_a_place_is_handed_on_and_one_to_the_network_is_not_followed(
    qtbot: QtBot, guide: GuideWindow
) -> None:
    with qtbot.waitSignal(guide.place_requested) as asked:
        guide.reader.anchorClicked.emit(QUrl("workbench:approach/maml"))
    assert asked.args == [PlaceLink("approach", "maml")]
    with qtbot.assertNotEmitted(guide.place_requested):
        guide.reader.anchorClicked.emit(QUrl("https://example.org"))
    assert guide.page == FIRST


def test_an_address_of_the_network_is_shown_as_text_to_copy(guide: GuideWindow) -> None:
    text = "# A\n\nSee [their page](https://example.org/x) and [MAML](maml.md).\n"
    guide.reader.show_page(GuidePage("words", "A", text))
    assert "See their page (https://example.org/x) and MAML." in guide.reader.toPlainText()
    assert "example.org" not in guide.reader.document().toHtml().replace("(https://example.org/x)", "")
    assert 'href="maml.md"' in guide.reader.document().toHtml()


def test_the_language_changes_and_the_page_stays(guide: GuideWindow) -> None:
    guide.go_to("prototypical")
    guide.search.setText("prototyp")
    with spoken("es"):
        guide.speak()
        assert guide.page == "prototypical"
        assert guide.search.text() == "prototyp"
        assert guide.reader.toPlainText().startswith("Redes prototípicas")
        assert guide.windowTitle() == "Guía"
    guide.speak()
    assert guide.reader.toPlainText().startswith("Prototypical Networks")


def test_the_page_follows_from_light_to_dark(guide: GuideWindow, settings: Settings, theme: Theme) -> None:
    def color() -> str:
        return guide.reader.document().begin().begin().fragment().charFormat().foreground().color().name().upper()

    settings.scheme = "light"
    theme.apply()
    assert color() == LIGHT.text
    settings.scheme = "dark"
    theme.apply()
    assert color() == DARK.text


def test_the_page_and_the_size_are_remembered(guide: GuideWindow, settings: Settings, theme: Theme) -> None:
    guide.go_to("reptile")
    guide.resize(700, 500)
    guide.close()
    again = GuideWindow(settings, theme)
    assert again.page == "reptile"
    assert (again.width(), again.height()) == (700, 500)
    shiboken6.delete(again)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(640, 420), (1024, 640), (1900, 1000)])
def test_no_line_is_too_long_to_read_and_nothing_is_cut(
    guide: GuideWindow, size: tuple[int, int], language: str
) -> None:
    guide.resize(*size)
    with spoken(language):
        for name in PAGE_NAMES:
            guide.reader.show_page(guide_page(name, language))
            document = guide.reader.document()
            assert document.idealWidth() <= guide.reader.viewport().width()
            block = document.begin()
            while block.isValid():
                lines = [block.layout().lineAt(number).textLength() for number in range(block.layout().lineCount())]
                assert max(lines, default=0) <= LONGEST_LINE, (name, block.text())
                block = block.next()


@pytest.mark.parametrize("name", ["meta-training", "prototypical", "maml"])
def test_a_picture_is_as_wide_as_the_text_at_most(guide: GuideWindow, name: str) -> None:
    guide.go_to(name)
    (address,) = re.findall(r"\.\./pictures/[^)]*", guide_page(name, "en").markdown)
    picture = guide.reader.loadResource(2, QUrl(address))
    assert 0 < picture.deviceIndependentSize().width() <= guide.reader.viewport().width()
