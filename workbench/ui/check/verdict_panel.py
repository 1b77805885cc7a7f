"""The verdict on a test: the accuracy as the largest thing on the page, what to make of it, and what that rests on."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolTip, QVBoxLayout

from workbench.operations.evaluation.evaluations import EvaluationDetails, EvaluationSummary
from workbench.operations.evaluation.verdict import Verdict
from workbench.ui.check.compared_rows import interval_words
from workbench.ui.check.confidence_tab import without_pile
from workbench.ui.check.result_tab import unbroken
from workbench.ui.check.subjects import test_words
from workbench.ui.controls.text import Elided, icon_button, label, name_icon_button, set_kind, set_tooltip
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import FIGURE_TEXT, LARGE, MEDIUM, SMALL, TINY
from workbench.ui.services.run_words import joined
from workbench.ui.services.translation import decimal, percent, say, tr

_SIGNS = {"good": "done", "warn": "warning", "bad": "warning"}
_SIGN = 16


class VerdictPanel(QFrame):
    """Shows one verdict; where there is little room, a small button tells what it rests on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._theme = theme
        self._tone = "good"
        self.whose = Elided("", "small", cut=Qt.TextElideMode.ElideRight)
        self.figure, self.interval = label("", "figure"), label("", "muted")
        self.sign, self.headline = QLabel(), label("", "verdict-good", wrap=True)
        # The accuracy of the verdict is that of each image by itself; the pile's stands below it.
        self.sentence = label("", wrap=True)
        self.intervals, self.pile = label("", "muted", wrap=True), label("", "muted", wrap=True)
        self.more = icon_button(theme.icon("info"), tr("Why"))
        self._lay_out()
        theme.changed.connect(self._renew_sign)

    def show_verdict(self, verdict: Verdict) -> None:
        """Show what to make of a test."""
        self._tone = verdict.tone
        self.figure.setText(unbroken(percent(verdict.accuracy, places=1)))
        self.interval.setText(unbroken(tr("± {points} points", points=decimal(100 * verdict.interval))))
        self.headline.setText(unbroken(say(verdict.headline)))
        set_kind(self.headline, f"verdict-{verdict.tone}")
        self.sentence.setText(unbroken(say(verdict.sentence)))
        self._renew_sign()

    def name(self, what: str, test: EvaluationSummary) -> None:
        """Say whose test it is, and of which kind."""
        self.whose.setText(joined(what, test_words(test)))

    def show_details(self, details: EvaluationDetails) -> None:
        """Show what stands beside the verdict: both intervals, what a pile adds, and how images became squares."""
        test = details.summary
        words = tr("95 % intervals: {intervals}.", intervals=interval_words(test.ci95, test.ci95_classes))
        self.intervals.setText(unbroken(words))
        tip = tr(
            "The first says how much the accuracy may differ in other episodes of these very classes, the second how "
            "much it may differ with other classes of the same kind. Conclusions rest on the wider of the two."
        )
        for widget in (self.intervals, self.interval):
            set_tooltip(widget, tip)
        self.pile.setText(" ".join(words for words in (_pile_words(details), _fit_words(details)) if words))

    def share_room(self, *, roomy: bool) -> None:
        """Leave the room to the evidence below where there is little: what explains the verdict is told on hover."""
        texts = [text for text in (self.sentence, self.intervals, self.pile) if text.text()]
        for text in (self.sentence, self.intervals, self.pile):
            text.setVisible(roomy and text in texts)
        edge = MEDIUM if roomy else SMALL
        self._row.setContentsMargins(LARGE, edge, edge, edge)
        self.more.setVisible(not roomy)
        whole = "\n\n".join(text.text() for text in texts)
        name_icon_button(self.more, tr("Why"), whole)
        self.more.setAccessibleDescription(whole)

    def _lay_out(self) -> None:
        font = QFont(self.font())
        font.setPixelSize(FIGURE_TEXT)
        font.setWeight(QFont.Weight.DemiBold)
        # As wide as any accuracy, so that the words beside it stay where they are.
        self.figure.setFixedWidth(QFontMetrics(font).horizontalAdvance(percent(1.0, places=1)) + TINY)
        number = QVBoxLayout()
        number.setSpacing(0)
        number.addWidget(self.figure)
        number.addWidget(self.interval)
        number.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.headline, 1)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(TINY)
        words.addWidget(self.whose)
        words.addLayout(head)
        for text in (self.sentence, self.intervals, self.pile):
            words.addWidget(text)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(LARGE)
        self._row.addLayout(number)
        self._row.addLayout(words, 1)
        self.more.clicked.connect(self._tell_more)
        for text in (self.figure, self.interval, self.headline, self.sentence, self.intervals, self.pile):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _tell_more(self) -> None:
        QToolTip.showText(self.more.mapToGlobal(QPoint(0, self.more.height())), self.more.toolTip(), self.more)

    def _renew_sign(self) -> None:
        # Not by colour alone.
        icon = self._theme.icon(_SIGNS[self._tone], getattr(self._theme.colors, self._tone))
        self.sign.setPixmap(icon.pixmap(_SIGN, _SIGN))


def _pile_words(details: EvaluationDetails) -> str:
    """Say what a pile adds, apart from the accuracy of each image by itself; nothing where it cannot add any."""
    if details.pile is None:
        return without_pile(details) if details.may_have_pile else ""
    return unbroken(f"{tr('Above, each image is answered by itself.')} {say(details.pile.sentence)}")


def _fit_words(details: EvaluationDetails) -> str:
    """Say how images became squares; nothing where they were stretched, as most are."""
    words = {"pad": tr("Images were padded to squares."), "crop": tr("Images were cropped to squares.")}
    return words.get(details.fit, "")
