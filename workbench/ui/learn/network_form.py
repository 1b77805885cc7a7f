"""The part of the training form about the network, and the size and colours in which it sees images."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal

from workbench.operations.runs.describe_approaches import EncoderDescription
from workbench.operations.runs.planning.suggested_request import TrainedView
from workbench.operations.runs.training_request import TrainingRequest
from workbench.ui.controls.fields import FieldRows, selection, whole
from workbench.ui.controls.text import label, set_tooltip
from workbench.ui.services.translation import say, tr

_GREY, _COLOUR = 1, 3  # channels
_LARGEST = 1024  # pixels


class NetworkForm(FieldRows):
    """Another network is shown with the size and colours that suit it and the project's images."""

    changed = Signal()

    def __init__(self, encoders: Sequence[EncoderDescription]) -> None:
        super().__init__()
        self._encoders = {encoder.name: encoder for encoder in encoders}
        self._least = TrainedView()
        self.encoder = selection({encoder.name: say(encoder.title) for encoder in encoders}, encoders[0].name)
        self.words = label("", "small", wrap=True)
        self.side = whole(encoders[0].size, 1, _LARGEST)
        self.colours = selection({str(_GREY): tr("Grey"), str(_COLOUR): tr("Colour")}, str(_GREY))
        self._lay_out()
        self._on_encoder()
        self.encoder.currentIndexChanged.connect(self._on_encoder)
        self.side.valueChanged.connect(self.changed)
        self.colours.currentIndexChanged.connect(self.changed)

    @property
    def chosen(self) -> EncoderDescription:
        """The network chosen."""
        return self._encoders[self.encoder.currentData()]

    def suit(self, least: TrainedView) -> None:
        """Let networks that are trained from nothing see at least as much, from the next one that is chosen on."""
        self._least = least

    def values(self) -> dict[str, Any]:
        """Return what is chosen, named as in `TrainingRequest`; what the network takes by default is None."""
        chosen, size, channels = self.chosen, self.side.value(), int(self.colours.currentData())
        return {
            "encoder": chosen.name,
            "image_size": None if size == chosen.size else size,
            "channels": None if channels == chosen.channels else channels,
        }

    def show_request(self, request: TrainingRequest) -> None:
        """Show the values of a request."""
        self.encoder.setCurrentIndex(max(0, self.encoder.findData(request.encoder)))
        self._show_view(request.image_size or self.chosen.size, request.channels or self.chosen.channels)

    def _on_encoder(self) -> None:
        chosen = self.chosen
        self.words.setText(say(chosen.summary))
        with QSignalBlocker(self.side):
            self.side.setMinimum(chosen.least_size)
        self.colours.setEnabled(not chosen.pretrained)
        only = tr("This network takes colour images; grey ones are shown to it as they are.")
        set_tooltip(self.colours, only if chosen.pretrained else tr("Whether the network sees colours."))
        least = TrainedView() if chosen.pretrained else self._least
        self._show_view(max(chosen.size, least.size), max(chosen.channels, least.channels))
        self.changed.emit()

    def _show_view(self, size: int, channels: int) -> None:
        with QSignalBlocker(self):
            self.side.setValue(size)
            self.colours.setCurrentIndex(max(0, self.colours.findData(str(channels))))

    def _lay_out(self) -> None:
        self.encoder.setAccessibleName(tr("Network"))
        set_tooltip(self.encoder, tr("The network that turns an image into a feature vector (encoder)."))
        for place, encoder in enumerate(self._encoders.values()):
            self.encoder.setItemData(place, encoder.name, Qt.ItemDataRole.ToolTipRole)
        self.add_wide(self.encoder)
        self.encoder.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # The wheel alone gives it no focus.
        self.encoder.installEventFilter(self._calm)
        self.add_wide(self.words)
        self.add(tr("Image size"), self.side, tr("Pixels of the square that an image becomes for the network."))
        self.add_choice(tr("Colours"), self.colours)
