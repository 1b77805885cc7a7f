"""Connects what is known of strangers with the sections of the grid that show them, and with what can be done there."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from workbench.operations.labelling.label_session import Proposals
from workbench.operations.labelling.strangers import Strangers
from workbench.ui.label.answering import Answering, Rows
from workbench.ui.label.label_centre import LabelCentre
from workbench.ui.label.label_order import GroupKind
from workbench.ui.label.label_popups import LabelPopups
from workbench.ui.label.labelling_state import LabellingState
from workbench.ui.label.proposer import Proposer
from workbench.ui.label.shown_images import ShownImages
from workbench.ui.label.strangers.heading_button import Act, HeadingButton
from workbench.ui.label.strangers.stranger_finder import Measured, StrangerFinder
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr

_REST = 150  # milliseconds without a move, after which the slider rests


class StrangerSections(QObject):
    """Regroups the images (`show`) whenever another threshold holds or other strangers are alike."""

    def __init__(
        self,
        context: ProjectContext,
        labelling: LabellingState,
        *,
        proposer: Proposer,
        centre: LabelCentre,
        shown: ShownImages,
        answering: Answering,
        popups: LabelPopups,
        show: Callable[[], None],
    ) -> None:
        super().__init__(proposer)
        self.finder = StrangerFinder(context, self)
        self._labelling = labelling
        self._proposer = proposer
        self._bar = centre.keep
        self._grid = centre.grid
        self._shown = shown
        self._answering = answering
        self._popups = popups
        self._show = show
        self._resting = QTimer(self, singleShot=True, interval=_REST)
        self._resting.timeout.connect(self._find)
        self._accept_button = self._grid.heading
        self._grid.heading = self._button
        proposer.proposed.connect(self._on_proposed)
        proposer.refused.connect(self.finder.forget)
        self.finder.measured.connect(proposer.propose)
        self.finder.changed.connect(self._on_scale)
        self.finder.found.connect(self._on_found)
        self._bar.chosen.connect(self._on_chosen)
        self._bar.measure_requested.connect(self.finder.measure_again)
        self._bar.show_state(self.finder)

    def ask_next(self) -> None:
        """Find the images most worth labelling; strangers stand apart as they are shown."""
        self._proposer.ask_next(self.finder.scale, self._bar.keep)

    def _on_proposed(self, proposals: Proposals) -> None:
        if self._proposer.session is not None and len(proposals.familiarity):
            self.finder.attend(self._proposer.session, measure=self._bar.keep is not None)

    def _on_chosen(self) -> None:
        self._on_scale()
        if self._bar.keep is not None:
            self.finder.measure_if_due()

    def _on_scale(self) -> None:
        scale, keep = self.finder.scale, self._bar.keep
        threshold = None if scale is None or keep is None else scale.threshold(keep)
        is_other = self._labelling.strangers.set_threshold(threshold)
        self._bar.show_state(self.finder)
        if is_other:
            self._show()
        # Which strangers are alike is looked for when the slider rests: it would be out of date before it is known.
        self._resting.start()

    def _find(self) -> None:
        keep = self._bar.keep
        if keep is not None and self.finder.state is Measured.READY:
            self.finder.find(keep)

    def _on_found(self, strangers: Strangers) -> None:
        self._labelling.strangers.take_strangers(strangers)
        self._show()

    def _button(self, section: int) -> QWidget | None:
        if not self._grid.cards.sections[section].acts:
            return None
        rows = self._shown.of_section(section)
        unknown = self._act(tr("Unknown: all {count}", count=len(rows)), lambda: self._answering.unknown(rows))
        reject = self._act(tr("None of these: all {count}", count=len(rows)), lambda: self._answering.reject(rows))
        kind = self._shown.kind_of(section)
        if kind is GroupKind.STRANGE:
            return HeadingButton(reject, [unknown])
        if kind is GroupKind.EMPTY:
            return HeadingButton(unknown, [reject])
        if kind is GroupKind.NEW_CLASS:
            hint = tr("For some of them only, select those first.")
            name = HeadingButton((tr("Name this class…"), lambda: self._name(name, rows)), [reject, unknown], hint)
            return name
        return self._accept_button(section)

    def _act(self, text: str, do: Callable[[], None]) -> Act:
        def act() -> None:
            do()
            self._grid.setFocus()

        return text, act

    def _name(self, button: QWidget, rows: Rows) -> None:
        """Ask for the name of a class of the images of a group, or of those of them that are selected."""
        selected = self._shown.chosen()
        # One is always selected, the current one: that says nothing.
        few = rows[np.isin(rows, selected)] if len(selected) > 1 else rows
        self._popups.search(few if len(few) else rows, "", button.mapToGlobal(button.rect().bottomLeft()))
