"""The slider that says how familiar an image must look to be of a class, with what that costs and gains in words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSlider, QWidget

from workbench.operations.labelling.known_scale import Share, StrangersShare
from workbench.ui.controls.text import button, label, set_tooltip
from workbench.ui.label.strangers.stranger_finder import Measured, StrangerFinder
from workbench.ui.look.tokens import SMALL
from workbench.ui.services.settings import Settings
from workbench.ui.services.translation import decimal, tr

_SETTING = "label.keep"
_NARROW = 400  # pixels; below them, the words stand under the slider
_LEAST, _USUAL, _ALL = 50, 95, 100  # per cent of known images


class KeepBar(QWidget):
    """Chooses which share of known images is to keep its class, and remembers it."""

    chosen = Signal()
    measure_requested = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(_LEAST, _ALL)
        self.slider.setSingleStep(1)
        self.slider.setPageStep(5)
        self.slider.setFixedWidth(112)
        self.slider.setValue(settings.number(_SETTING, _USUAL))
        self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # The mouse leaves the keys with the cards.
        self.slider.setAccessibleName(tr("Share of known images that keep their class"))
        set_tooltip(
            self.slider,
            tr("To the left, more images are set apart as perhaps none of these; at the right end, none are."),
        )
        self.words = label("", "small", wrap=True)
        self.measure = button(tr("Measure"))
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.slider)
        row.addWidget(self.words, 1)
        row.addWidget(self.measure)
        self.slider.valueChanged.connect(self._on_value)
        self.measure.clicked.connect(self.measure_requested)

    @property
    def keep(self) -> float | None:
        """The share chosen, 0 to 1; None where no image is to be set apart."""
        return None if self.slider.value() == _ALL else self.slider.value() / 100

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def show_state(self, finder: StrangerFinder) -> None:
        """Say what the choice means, or why that is not known."""
        self.slider.setEnabled(finder.state is not Measured.IMPOSSIBLE)
        self.measure.setVisible(finder.state is Measured.STOPPED and self.keep is not None)
        words = self._words(finder)
        self.words.setText(words)
        self.slider.setAccessibleDescription(words)

    def _words(self, finder: StrangerFinder) -> str:
        if self.keep is None:
            return tr("Every image is proposed a class, unknown ones too.")
        if finder.scale is not None:
            return _promise(finder.scale.at(self.keep))
        if finder.state is Measured.IMPOSSIBLE and finder.reads_traits:
            return tr("A model that reads traits cannot tell which images are of none of the classes.")
        return {
            Measured.MEASURING: tr("How images of none of the classes look is being measured."),
            Measured.STOPPED: tr("How images of none of the classes look was not measured."),
            Measured.IMPOSSIBLE: tr(
                "Which images are of none of the classes cannot be told: that takes six classes of four images each in "
                "this project that the model has not learned from."
            ),
        }.get(finder.state, "")

    def _on_value(self, per_cent: int) -> None:
        self._settings.remember_number(_SETTING, per_cent)
        self.chosen.emit()


def _promise(shares: StrangersShare) -> str:
    known, unknown = _shown(shares.kept_known), _shown(shares.let_in_unknown)
    if shares.measured_on == "own":
        return tr(
            "Keeps {known} of known images, lets in {unknown} of unknown ones; measured on your held-out classes",
            known=known,
            unknown=unknown,
        )
    return tr(
        "Keeps {known} of known images, lets in {unknown} of unknown ones; measured on the sample (yours may differ)",
        known=known,
        unknown=unknown,
    )


def _shown(share: Share) -> str:
    return f"{decimal(100 * share.value, 0)} ± {decimal(100 * share.ci95, 0)} %"
