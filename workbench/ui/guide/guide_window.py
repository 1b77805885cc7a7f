"""The window of the guide: its pages at the left, a search above them, and the page that is read at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from workbench.ui.controls.key_words import key_words
from workbench.ui.controls.text import button, icon_button, label, name_icon_button
from workbench.ui.guide.guide_history import GuideHistory
from workbench.ui.guide.guide_links import PlaceLink
from workbench.ui.guide.guide_list import GuideList
from workbench.ui.guide.guide_pages import FIRST, PAGE_NAMES, guide_page, guide_sections
from workbench.ui.guide.guide_reader import GuideReader
from workbench.ui.guide.guide_search import search_pages, wanted_words
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import CONTROL_HEIGHT, LARGE, MEDIUM, SMALL
from workbench.ui.services.settings import Settings
from workbench.ui.services.translation import spoken_language, tr

_LEFT, _RIGHT = 280, 680
_PAGE = "guide.page"


class GuideWindow(QWidget):
    """Stands beside the window, which can be worked in meanwhile; remembers its page, its place and its size."""

    place_requested = Signal(object)  # PlaceLink: a place in the program that is to be shown.

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._settings, self._theme = settings, theme
        before = settings.text(_PAGE)
        self._history = GuideHistory(before if before in PAGE_NAMES else FIRST)
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(640, 420)
        self.resize(_LEFT + _RIGHT, 700)
        self.search, self.list, self.reader = QLineEdit(), GuideList(), GuideReader(theme)
        self.back = icon_button(theme.icon("previous"), "")
        self.forward = icon_button(theme.icon("next"), "")
        self.next = button("", flat=True)
        self.tour = button("", flat=True, icon=theme.icon("start"))
        self.notice = label("", "muted", wrap=True)
        self._lay_out()
        self._connect()
        self.restoreGeometry(settings.layout("guide"))
        self.splitter.restoreState(settings.layout("guide.splitter"))
        self.speak()

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self._history.now.page

    def open_at(self, page: str = "") -> None:
        """Come to the front, with a page, or with the one read last."""
        if page in PAGE_NAMES:
            self.go_to(page)
        self.show()
        self.raise_()
        self.activateWindow()
        self.reader.setFocus()  # Its keys scroll.

    def go_to(self, page: str) -> None:
        """Show another page."""
        self._history.leave_at(self.reader.verticalScrollBar().value())
        self._history.visit(page)
        self._show_page()

    def say(self, text: str) -> None:
        """Say below the page what became of a link."""
        self.notice.setText(text)

    def speak(self) -> None:
        """Say everything in the language that the window speaks now; the page and what was searched stay."""
        self.setWindowTitle(tr("Guide"))
        self.search.setPlaceholderText(tr("Search the guide"))
        self.search.setAccessibleName(tr("Search the guide"))
        self.list.setAccessibleName(tr("Pages of the guide"))
        self.tour.setText(tr("Show the tour"))
        self.tour.setAccessibleName(tr("Show the tour"))
        keys = QKeySequence.StandardKey
        name_icon_button(self.back, tr("Back"), f"{tr('Back')} ({key_words(keys.Back)})")
        name_icon_button(self.forward, tr("Forward"), f"{tr('Forward')} ({key_words(keys.Forward)})")
        self._history.leave_at(self.reader.verticalScrollBar().value() if self.isVisible() else 0)
        self._fill_list()
        self._show_page()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's names, here and below
        if event.key() == Qt.Key.Key_Escape:
            if self.search.text():
                self.search.clear()
            else:
                self.close()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self.remember()
        super().closeEvent(event)

    def remember(self) -> None:
        """Remember where the window stands, and its page."""
        self._settings.remember_layout("guide", self.saveGeometry())
        self._settings.remember_layout("guide.splitter", self.splitter.saveState())
        self._settings.remember_text(_PAGE, self.page)

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        beside = QVBoxLayout(left)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(SMALL)
        self.search.setClearButtonEnabled(True)
        beside.addWidget(self.search)
        beside.addWidget(self.list, 1)
        beside.addWidget(self.tour)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStrut(CONTROL_HEIGHT)
        row.addWidget(self.back)
        row.addWidget(self.forward)
        row.addStretch(1)
        row.addWidget(self.next)
        column.addLayout(row)
        column.addWidget(self.reader, 1)
        column.addWidget(self.notice)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(MEDIUM)
        self.splitter.addWidget(left)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([_LEFT, _RIGHT])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        whole.addWidget(self.splitter)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._fill_list)
        self.search.returnPressed.connect(self._open_first)
        self.list.chosen.connect(self.go_to)
        self.reader.page_requested.connect(self.go_to)
        self.reader.place_requested.connect(self.place_requested)
        self.back.clicked.connect(self.go_back)
        self.forward.clicked.connect(self.go_forward)
        self.next.clicked.connect(self._go_on)
        self.tour.clicked.connect(self._ask_for_tour)
        self._theme.changed.connect(self._show_again)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self, self.go_back)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Forward), self, self.go_forward)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._search_anew)

    def go_back(self) -> None:
        """Show the page read before, where it was left."""
        self._move(-1)

    def go_forward(self) -> None:
        """Show the page from which one went back."""
        self._move(1)

    def _move(self, by: int) -> None:
        self._history.leave_at(self.reader.verticalScrollBar().value())
        self._history.move(by)
        self._show_page()

    def _go_on(self) -> None:
        self.go_to(self._following)

    def _ask_for_tour(self) -> None:
        self.place_requested.emit(PlaceLink("tour"))

    def _search_anew(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _open_first(self) -> None:
        if self.list.names and self.search.text().strip():
            self.go_to(self.list.names[0])

    def _fill_list(self) -> None:
        words, sections = self.search.text().strip(), guide_sections(spoken_language())
        if words:
            pages = [page for section in sections for page in section.pages]
            self.list.show_hits(search_pages(pages, words), self.page, words)
        else:
            self.list.show_sections(sections, self.page)
        self.reader.mark(wanted_words(words))

    def _show_again(self) -> None:
        self._history.leave_at(self.reader.verticalScrollBar().value())
        self._show_page()

    def _show_page(self) -> None:
        language, now = spoken_language(), self._history.now
        self.reader.show_page(guide_page(now.page, language), now.scrolled, wanted_words(self.search.text()))
        self.list.select(now.page)
        self.notice.setText("")
        self.back.setEnabled(self._history.can_go_back)
        self.forward.setEnabled(self._history.can_go_forward)
        place = PAGE_NAMES.index(now.page) + 1
        self._following = PAGE_NAMES[place % len(PAGE_NAMES)]
        self.next.setText(tr("Next: {page}", page=guide_page(self._following, language).title))
        self.next.setVisible(place < len(PAGE_NAMES))
