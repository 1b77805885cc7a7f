"""Shows one page of the guide, with lines that are not too long to read; nothing is ever fetched for it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from workbench.ui.guide.guide_links import PageLink, PlaceLink, read_link
from workbench.ui.guide.guide_pages import GuidePage
from workbench.ui.guide.guide_pictures import guide_picture
from workbench.ui.guide.guide_search import places_of
from workbench.ui.guide.reading_look import dress
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import HUGE, LARGE, READING_TEXT, mixed

_LETTERS = 66  # in a line, about
_SAMPLE = "each class is represented by the mean of its few examples"


class GuideReader(QTextBrowser):
    """Says which link was followed; it follows none by itself."""

    page_requested = Signal(str)
    place_requested = Signal(object)  # PlaceLink

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._page: GuidePage | None = None
        self._found: Sequence[str] = ()
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Pictures are drawn as wide as the text, which would change as a bar came and went.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        font = self.font()
        font.setPixelSize(READING_TEXT)
        self.document().setDefaultFont(font)
        self._column = round(_LETTERS * QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE))
        self.anchorClicked.connect(self._follow)

    def show_page(self, page: GuidePage, scrolled: int = 0, found: Sequence[str] = ()) -> None:
        """Show a page, scrolled down by so many pixels, or to the first of the words that were searched for."""
        self._page = page
        with QSignalBlocker(self):
            self.document().clear()
            self.document().setMarkdown(page.markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
            dress(self.document(), self._theme.colors)
            self._set_column()
        # It would be left at the end of what was filled in, which is scrolled to once the window is shown.
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setAccessibleName(page.title)
        self.mark(found)
        marks = self.extraSelections()
        if marks:
            self._scroll_to(marks[0].cursor)
        else:
            self.verticalScrollBar().setValue(scrolled)

    def mark(self, found: Sequence[str]) -> None:
        """Mark words wherever they stand in the page."""
        self._found = found
        color = QColor(mixed(self._theme.colors.panel, self._theme.colors.warn, 0.35))
        marks: list[QTextEdit.ExtraSelection] = []
        for begin, end in sorted(places_of(self.document().toPlainText(), found)):
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(begin)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            mark.format.setBackground(color)
            marks.append(mark)
        self.setExtraSelections(marks)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: N802 - Qt's names, here and below
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        return guide_picture(QUrl(name).path(), self._text_width, self.devicePixelRatioF(), self._theme.colors)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        before = self._text_width
        super().resizeEvent(event)
        self._set_column()
        # Pictures are as wide as the column, and were drawn for another width.
        if self._page is not None and self._text_width != before:
            found = self._found
            self.show_page(self._page, self.verticalScrollBar().value())
            self.mark(found)

    @property
    def _text_width(self) -> int:
        return max(1, min(self._column, self.viewport().width() - 2 * HUGE))

    def _set_column(self) -> None:
        frame = self.document().rootFrame()
        look = frame.frameFormat()
        look.setTopMargin(LARGE)
        look.setBottomMargin(HUGE)
        look.setLeftMargin(HUGE)
        look.setRightMargin(max(HUGE, self.viewport().width() - HUGE - self._column))
        frame.setFrameFormat(look)

    def _scroll_to(self, cursor: QTextCursor) -> None:
        top = self.cursorRect(cursor).top() + self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(max(0, top - self.viewport().height() // 3))

    def _follow(self, address: QUrl) -> None:
        link = read_link(address.toString())
        if isinstance(link, PageLink):
            self.page_requested.emit(link.page)
        elif isinstance(link, PlaceLink):
            self.place_requested.emit(link)
