"""The centre of the page Label: which images are shown, a hint, and the images themselves."""

from enum import IntEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from workbench.ui.controls.drop_zone import DropZone
from workbench.ui.controls.invitation import Invitation
from workbench.ui.controls.text import button, label, set_tooltip
from workbench.ui.grid.size_slider import SizeSlider
from workbench.ui.label.keys_help import LOOK_AGAIN_KEY
from workbench.ui.label.label_grid import LabelGrid
from workbench.ui.label.label_order import Showing
from workbench.ui.label.labelling_state import LabellingState
from workbench.ui.label.picks.picks_bar import PicksBar
from workbench.ui.label.strangers.keep_bar import KeepBar
from workbench.ui.look.tokens import SMALL
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import number, say, tr

_USUAL = 104  # pixels of a picture


class CentreContent(IntEnum):
    """What the centre shows below its chips and its hint."""

    GRID = 0
    EMPTY = 1  # The project has nothing to label.
    FINISHED = 2


class LabelCentre(QWidget):
    """Holds the grid, and what replaces it where there is nothing to show."""

    showing_requested = Signal(Showing)
    go_on_requested = Signal()

    def __init__(self, context: ProjectContext) -> None:
        super().__init__()
        self.grid = LabelGrid(context.theme, context.thumbnails)
        self.slider = SizeSlider(self.grid, context.settings, "label.picture", _USUAL)
        self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # The mouse leaves the keys with the cards.
        self.keep = KeepBar(context.settings)
        self.picks = PicksBar(context.theme)
        self.picks.hide()
        self.choose = button(tr("Choose folder…"))
        self.drop = DropZone(
            tr("Drop a folder of images to label"),
            tr("They need no classes: name those here, and give each a few examples."),
            [self.choose],
        )
        if context.read_only is not None:
            self.drop.setAcceptDrops(False)
            self.choose.setEnabled(False)
            set_tooltip(self.choose, say(context.read_only))
        self.export = button("", primary=True)
        self.finished = Invitation(self.export)
        self.hint = label("", "muted", wrap=True)
        self.go_on = button(tr("Propose"))
        self.chips: dict[Showing, QPushButton] = {}
        self._stack = QStackedWidget()
        for widget in (self.grid, self.drop, self.finished):
            self._stack.addWidget(widget)
        self._lay_out()
        self.go_on.clicked.connect(self.go_on_requested)
        self.show_hint("")

    @property
    def content(self) -> CentreContent:
        """What the centre shows now."""
        return CentreContent(self._stack.currentIndex())

    def show_content(self, content: CentreContent) -> None:
        """Show the grid, or what replaces it."""
        self._stack.setCurrentIndex(content)
        self._renew_hint()
        for chip in self.chips.values():
            chip.setEnabled(content is not CentreContent.EMPTY)

    def show_counts(self, labelling: LabellingState, showing: Showing, suggested: int) -> None:
        """Show how many images each chip stands for, and which is chosen."""
        left = labelling.open_count
        self.chips[Showing.OPEN].setText(tr("To label {count}", count=left))
        self.chips[Showing.DECIDED].setText(tr("Labelled {count}", count=labelling.total - left))
        self.chips[Showing.SUGGESTED].setText(tr("Suggested {count}", count=suggested))
        self.chips[Showing.SUGGESTED].setVisible(showing is Showing.SUGGESTED)
        doubted = len(labelling.doubted_rows())
        self.chips[Showing.DOUBTED].setText(tr("To look at again {count}", count=doubted))
        self.chips[Showing.DOUBTED].setVisible(doubted > 0 or showing is Showing.DOUBTED)
        self.chips[Showing.WANTED].setText(tr("More like these"))
        self.chips[Showing.WANTED].setVisible(showing is Showing.WANTED)
        self.chips[showing].setChecked(True)
        self.keep.setVisible(showing is Showing.OPEN and labelling.has_proposals and left > 0)
        self._fit_slider()
        done = tr("All {done} images labelled", done=number(labelling.total))
        nothing = tr("There are no labels to look at again.")
        self.finished.say(nothing if showing is Showing.DOUBTED else done, "", tr("Export labels"))
        self.export.setVisible(left == 0)

    def show_hint(self, text: str, *, can_go_on: bool = False) -> None:
        """Show what is under way or what is missing; an empty text shows nothing."""
        self.hint.setText(text)
        self._renew_hint()
        self.go_on.setVisible(can_go_on)
        self._fit_slider()

    def _renew_hint(self) -> None:
        # Where all is decided, nothing is missing any more.
        self.hint.setVisible(bool(self.hint.text()) and self.content is not CentreContent.FINISHED)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit_slider()

    def _fit_slider(self) -> None:
        # Where not all has room, the words matter more.
        others = [widget for widget in (*self.chips.values(), self.go_on) if not widget.isHidden()]
        needed = sum(widget.sizeHint().width() + SMALL for widget in others) + self.slider.width()
        self.slider.setVisible(needed <= self.width())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(240, 200)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        group = QButtonGroup(self)
        for showing in Showing:
            chip = button("")
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            # Where room is scarce, the slider goes: half a number would be another number.
            chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            chip.clicked.connect(lambda checked=False, showing=showing: self.showing_requested.emit(showing))
            group.addButton(chip)
            row.addWidget(chip)
            self.chips[showing] = chip
        set_tooltip(
            self.chips[Showing.DOUBTED],
            tr("Labels that all other images contradict, most doubtful first ({key})", key=LOOK_AGAIN_KEY),
        )
        row.addStretch(1)
        row.addWidget(self.go_on)
        row.addWidget(self.slider)
        column.addLayout(row)
        column.addWidget(self.hint)
        column.addWidget(self.keep)
        column.addWidget(self.picks)
        column.addWidget(self._stack, 1)
