"""The right column of the page Label: the current image large, and what is decided of it, or proposed and why."""

import numpy as np
from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from workbench.facts.decision import Decision
from workbench.operations.labelling.evidence.evidence import Evidence
from workbench.operations.labelling.labelling_set import LabellingClassFacts
from workbench.operations.tasks.images import ImageFacts
from workbench.operations.tasks.thumbnails import image_at_full_size
from workbench.ui.controls.text import Elided, button, label, set_kind, set_tooltip
from workbench.ui.grid.preview import Picture
from workbench.ui.label.answer import NO_CLASS, NOTHING
from workbench.ui.label.evidence.evidence_panel import EvidencePanel
from workbench.ui.label.label_cards import confidence_word
from workbench.ui.label.labelling_state import LabellingState
from workbench.ui.label.picks.pick_buttons import PickButtons
from workbench.ui.label.strangers.stranger_groups import EMPTY, USUAL
from workbench.ui.look.marks import mark_icon
from workbench.ui.look.tokens import MEDIUM, SMALL, TINY
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.thumbnails import as_image
from workbench.ui.services.translation import percent, say, tr

_LONGEST = 1200  # pixels; the column is never wider on any screen
_TALL = 470  # pixels that the column needs for all it has to show
_LEAST_SAID = 0.005  # A second class of a lower confidence would be shown with 0 %.
_PAUSE = 60  # milliseconds on an image before it is loaded: with an arrow key held down, many pass


class ImageInspector(QFrame):
    """Shows the image of one row; its buttons do what the keys Enter, U, X and Delete do."""

    accept_requested = Signal()
    unknown_requested = Signal()
    reject_requested = Signal()
    withdraw_requested = Signal()
    settled = Signal(int)  # The id of an image to decide that has stayed the current one for `_PAUSE`.

    def __init__(self, context: ProjectContext, labelling: LabellingState) -> None:
        super().__init__()
        self._context = context
        self._labelling = labelling
        self._image: ImageFacts | None = None
        self._decided = False
        set_kind(self, "panel")
        self.picture = Picture()
        self.picture.setMinimumSize(120, 84)
        self.name = Elided("", "strong", cut=Qt.TextElideMode.ElideRight)
        self.folder = Elided("", "small")
        self.mark = QLabel()
        self.best = Elided("", "strong", cut=Qt.TextElideMode.ElideRight)
        self.certainty = Elided("", "body", cut=Qt.TextElideMode.ElideRight)
        self.second = Elided("", "small")
        self.decision = label("", "good", wrap=True)
        self.doubt = label("", "warn", wrap=True)
        self.evidence = EvidencePanel(context, labelling)
        self.picks = PickButtons("" if context.read_only is None else say(context.read_only))
        self.accept = button(tr("Accept"))
        self.withdraw = button(tr("Withdraw label"))
        self.unknown = button(tr("Unknown"))
        self.reject = button(tr("None of these"))
        self._wait = QTimer(self, singleShot=True, interval=_PAUSE)
        self._wait.timeout.connect(self._load)
        self._lay_out()
        self._connect()
        self.show_row(None)

    def show_row(self, row: int | None) -> None:
        """Show the image of a row, None for none."""
        image = None if row is None else self._labelling.images[row]
        if image is None or self._image is None or image.id != self._image.id:
            self._image = image
            self._show_image(image)
            self.evidence.show_evidence(None)
            self._wait.start()
        self._show_words(row)

    def show_evidence(self, image_id: int, evidence: Evidence | None) -> None:
        """Show what spoke for the proposal of an image, if it is still the one shown and to be decided."""
        if self._image is not None and self._image.id == image_id and not self._decided:
            self.evidence.show_evidence(evidence)
            self._fit_evidence()

    def show_again(self) -> None:
        """Request the evidence again, as after new proposals."""
        self._wait.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit_evidence()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(200, 240)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        column.setSpacing(TINY)
        column.addWidget(self.picture, 1)
        column.addSpacing(SMALL)
        named = QHBoxLayout()
        named.setSpacing(SMALL)
        named.addWidget(self.name, 1)
        named.addWidget(self.picks)
        column.addLayout(named)
        column.addWidget(self.folder)
        column.addSpacing(SMALL)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.mark.setFixedSize(16, 16)
        row.addWidget(self.mark)
        row.addWidget(self.best, 1)
        column.addLayout(row)
        column.addWidget(self.certainty)
        column.addWidget(self.second)
        column.addWidget(self.decision)
        column.addWidget(self.doubt)
        column.addSpacing(SMALL)
        column.addWidget(self.evidence)
        column.addSpacing(SMALL)
        for act in (self.accept, self.withdraw, self.unknown, self.reject):
            column.addWidget(act)
            act.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            act.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # A click leaves the keyboard with the grid.

    def _fit_evidence(self) -> None:
        # Where all of it would not fit, the image matters more.
        self.evidence.setVisible(self.height() >= _TALL and self.evidence.speaks)

    def _connect(self) -> None:
        tips = (
            (self.accept, tr("Accept (Enter)")),
            (self.withdraw, tr("Withdraw the label: the image is to be labelled again (Delete)")),
            (self.unknown, tr("Unknown (U)")),
            (self.reject, tr("None of these classes (X)")),
        )
        for act, tip in tips:
            set_tooltip(act, tip if self._context.read_only is None else say(self._context.read_only))
        self.accept.clicked.connect(self.accept_requested)
        self.withdraw.clicked.connect(self.withdraw_requested)
        self.unknown.clicked.connect(self.unknown_requested)
        self.reject.clicked.connect(self.reject_requested)

    def _show_image(self, image: ImageFacts | None) -> None:
        self.name.setText(image.path.name if image is not None else "")
        self.folder.setText(str(image.path.parent) if image is not None else "")
        small = None if image is None else self._context.thumbnails.picture(image.path, image.sha256)
        if image is not None and small is not None and image.width and image.height:
            # Takes up the room of the image itself, so that nothing moves when that is loaded.
            self.picture.show_image(small.toImage(), QSize(image.width, image.height))
        else:
            self.picture.show_image(QImage())

    def _show_words(self, row: int | None) -> None:
        labelling = self._labelling
        can = row is not None and self._context.read_only is None
        decided = row is not None and bool(labelling.decision[row] != NOTHING)
        best = labelling.class_of(int(labelling.proposed.best[row])) if row is not None and not decided else None
        for act in (self.withdraw, self.unknown, self.reject):
            act.setEnabled(can)
        self.accept.setEnabled(can and best is not None and self._kind(row) == USUAL)
        # One stands where the other stood, so that nothing moves.
        self.accept.setVisible(not decided)
        self.withdraw.setVisible(decided)
        self._show_decided(decided)
        self.decision.setText(self._decided_words(row) if row is not None and decided else "")
        self.decision.setVisible(decided)
        self._show_doubt(row if decided else None)
        for proposal in (self.mark, self.certainty):
            proposal.setVisible(best is not None)
        for words in (self.best, self.second):
            words.setVisible(not decided)
        if row is None or best is None:
            for words in (self.best, self.certainty):
                words.setText("")
            self.second.setText(tr("No proposals yet") if row is not None else "")
        else:
            self._show_proposal(row, best)

    def _show_proposal(self, row: int, best: LabellingClassFacts) -> None:
        labelling, proposed = self._labelling, self._labelling.proposed
        kind = self._kind(row)
        if kind != USUAL:
            self.best.setText(tr("Empty image") if kind == EMPTY else tr("Perhaps none of these"))
            self.certainty.setText(tr("looks most like {name}", name=best.name))
            self.second.setText("")
            self.mark.hide()
            return
        self.mark.setPixmap(mark_icon(labelling.classes.index(best)).pixmap(16, 16))
        self.best.setText(best.name)
        confidence, share = float(proposed.confidence[row]), float(proposed.second_confidence[row])
        self.certainty.setText(f"{confidence_word(confidence)} · {percent(confidence)}")
        second = labelling.class_of(int(proposed.second[row]))
        if second is None or share < _LEAST_SAID:
            self.second.setText("")
        else:
            self.second.setText(tr("or {name} · {share}", name=second.name, share=percent(share)))

    def _kind(self, row: int | None) -> int:
        return USUAL if row is None else int(self._labelling.kinds(np.array([row]))[0])

    def _show_doubt(self, row: int | None) -> None:
        other = None if row is None else self._labelling.looks_like(row)
        self.doubt.setVisible(other is not None)
        if other is not None:
            name = other[0].name
            tip = tr(
                "To all other examples and labels it looks like {name}: {share}", name=name, share=percent(other[1])
            )
            self.doubt.setText(tr("looks like {name}", name=name))
            set_tooltip(self.doubt, tip)

    def _show_decided(self, decided: bool) -> None:
        if decided:
            # It may be an example itself by now: what lies nearest to it says nothing about it.
            self.evidence.show_evidence(None)
        elif self._decided:
            self._wait.start()
        self._decided = decided
        self._fit_evidence()

    def _decided_words(self, row: int) -> str:
        labelling = self._labelling
        decision, class_id = str(labelling.decision[row]), int(labelling.labels[row])
        if class_id == NO_CLASS:
            without = {
                Decision.UNKNOWN: tr("Decided by you: unknown"),
                Decision.REJECTED: tr("Decided by you: none of these classes"),
            }
            return without[Decision(decision)]
        image_class = labelling.class_of(class_id)
        return tr("Decided by you: {name}", name=image_class.name) if image_class is not None else ""

    def _load(self) -> None:
        image = self._image
        if image is None:
            return
        if not self._decided:
            self.settled.emit(image.id)
        self._context.jobs.start(
            tr("Show an image"),
            lambda report: as_image(image_at_full_size(image.path, image.sha256, _LONGEST)),
            owner=self,
            done=self.picture.show_image,
            failed=lambda error: self.picture.show_image(QImage()),
            newest="preview",
        )
