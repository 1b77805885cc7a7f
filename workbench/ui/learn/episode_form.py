"""The parts of the training form about episodes, about the device, and about how the weights are learned."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QPushButton, QWidget

from workbench.operations.devices import DeviceFacts
from workbench.operations.runs.training_request import TrainingRequest
from workbench.ui.controls.fields import DecimalField, FieldRows, is_long, selection, whole
from workbench.ui.controls.text import label
from workbench.ui.look.tokens import TINY
from workbench.ui.services.translation import tr

_MOST_CLASSES, _MOST_IMAGES, _MOST_EPISODES = 1000, 1000, 10_000_000


class EpisodeForm(FieldRows):
    """Way, shot, query and how many episodes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        standard = TrainingRequest("")
        self.way = whole(standard.way, 2, _MOST_CLASSES)
        self.shot = whole(standard.shot, 0, _MOST_IMAGES)
        self.query = whole(standard.query, 1, _MOST_IMAGES)
        self.episodes = whole(standard.episodes, 1, _MOST_EPISODES)
        self.episodes.setSingleStep(100)
        self.chips = ShotChips(self)
        tip = tr("Each episode is a small exam: tell so many classes apart. Papers call it way.")
        self.add(tr("Classes"), self.way, tip)
        tip = tr(
            "How many labelled images of each class it may look at first; 0: none, only a table of traits. "
            "Papers call it shot."
        )
        self.add(tr("Examples of each class"), self.shot, tip)
        self.add_wide(self.chips)
        self.without = label(
            tr("This approach can learn with 0 examples, too: {name}.", name=self.chips.buttons[0].text()),
            "small",
            wrap=True,
        )
        self.without.hide()
        self.add_wide(self.without)
        tip = tr("How many further images of each class it must then recognise. Papers call it query.")
        self.add(tr("Images to recognise"), self.query, tip)
        tip = tr("How many exams it learns from; more take longer and are usually better.")
        self.add(tr("Episodes"), self.episodes, tip)
        for field in (self.way, self.shot, self.query, self.episodes):
            field.valueChanged.connect(self.changed)
        self.chips.chosen.connect(self.shot.setValue)
        self.shot.valueChanged.connect(self.chips.show_shot)
        self.chips.show_shot(self.shot.value())

    def values(self) -> dict[str, Any]:
        """Return what is chosen, named as in `TrainingRequest`."""
        fields = {"way": self.way, "shot": self.shot, "query": self.query, "episodes": self.episodes}
        return {name: field.value() for name, field in fields.items()}

    def show_request(self, request: TrainingRequest) -> None:
        """Show what a wish says."""
        self.way.setValue(request.way)
        self.shot.setValue(request.shot)
        self.query.setValue(request.query)
        self.episodes.setValue(request.episodes)


class ShotChips(QWidget):
    """The usual numbers of examples, by the names they go by."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TINY)
        self._group = QButtonGroup(self)
        # Exclusive groups cannot be without a choice, and three examples are none of these.
        self._group.setExclusive(False)
        self.buttons: dict[int, QPushButton] = {}
        named = ((0, tr("Zero-shot")), (1, tr("One-shot")), (2, tr("Two-shot")), (5, tr("Five-shot")))
        for shot, text in named:
            chip = QPushButton(text)
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setAccessibleName(text)
            chip.clicked.connect(lambda checked=False, shot=shot: self._on_clicked(shot))
            self.buttons[shot] = chip
            row.addWidget(chip)
        row.addStretch(1)

    def show_shot(self, shot: int) -> None:
        """Mark the chip of that number, if there is one."""
        for number, chip in self.buttons.items():
            chip.setChecked(number == shot)

    def _on_clicked(self, shot: int) -> None:
        self.show_shot(shot)
        self.chosen.emit(shot)


class DeviceForm(FieldRows):
    """What computes."""

    changed = Signal()

    def __init__(self, devices: Mapping[str, DeviceFacts]) -> None:
        super().__init__()
        names = {"auto": tr("Fastest"), **{name: facts.shown for name, facts in devices.items() if name != "auto"}}
        self.device = selection(names, "auto")
        tip = tr("What computes. The fastest is the GPU, where there is one.")
        if is_long(names.values(), self.device):
            self.add_below(tr("Device"), self.device)
            self.device.setToolTip(tip)
        else:
            self.add(tr("Device"), self.device, tip)
        self.device.currentIndexChanged.connect(self.changed)

    def values(self) -> dict[str, Any]:
        """Return what is chosen, named as in `TrainingRequest`."""
        return {"device": self.device.currentData()}

    def show_request(self, request: TrainingRequest) -> None:
        """Show what a wish says; a device that is not here becomes the fastest that is."""
        self.device.setCurrentIndex(max(0, self.device.findData(request.device)))


class LearningForm(FieldRows):
    """How the weights are learned."""

    changed = Signal()

    def __init__(self, *, halves: bool) -> None:
        """`halves` says whether there is a device that computes with numbers of half the size."""
        super().__init__()
        standard = TrainingRequest("")
        self.rate = DecimalField(standard.learning_rate, 1e-8, 1000.0)
        self.per_step = whole(standard.episodes_per_step, 1, _MOST_IMAGES)
        self.patience = whole(standard.patience, 0, _MOST_IMAGES)
        self.seed = whole(standard.seed, 0, 2**31 - 1)
        self.seed.setGroupSeparatorShown(False)
        self.mix_tasks = QCheckBox(tr("Mix classes of different folders"))
        self.rotate = QCheckBox(tr("Turned images are classes of their own"))
        self.augment = QCheckBox(tr("Images vary a little"))
        self.bf16 = QCheckBox(tr("Compute in bfloat16"))
        self._boxes = (self.mix_tasks, self.rotate, self.augment, self.bf16)
        self._lay_out()
        self._allow_halves(halves)
        for field in (self.rate, self.per_step, self.patience, self.seed):
            field.valueChanged.connect(self.changed)
        for box in self._boxes:
            box.toggled.connect(self.changed)
        self.show_request(standard)

    def values(self) -> dict[str, Any]:
        """Return what is chosen, named as in `TrainingRequest`."""
        return {
            "learning_rate": self.rate.value(),
            "episodes_per_step": self.per_step.value(),
            "patience": self.patience.value(),
            "seed": self.seed.value(),
            "mix_tasks": self.mix_tasks.isChecked(),
            "rotate_classes": self.rotate.isChecked(),
            "augment_images": self.augment.isChecked(),
            "bf16": self.bf16.isChecked(),
        }

    def show_request(self, request: TrainingRequest) -> None:
        """Show what a wish says."""
        self.rate.setValue(request.learning_rate)
        self.per_step.setValue(request.episodes_per_step)
        self.patience.setValue(request.patience)
        self.seed.setValue(request.seed)
        self.mix_tasks.setChecked(request.mix_tasks)
        self.rotate.setChecked(request.rotate_classes)
        self.augment.setChecked(request.augment_images)
        self.bf16.setChecked(request.bf16)

    def allow_rate(self, allowed: bool) -> None:
        """Offer the learning rate, or say that the approach has none."""
        self.rate.setEnabled(allowed)
        none = tr("This approach has no learning rate: its own options say how far it moves.")
        self.rate.setToolTip(tr("How far each step changes the weights.") if allowed else none)

    def _lay_out(self) -> None:
        self.add(tr("Learning rate"), self.rate, tr("How far each step changes the weights."))
        tip = tr("How many episodes each step looks at before it changes the weights.")
        self.add(tr("Episodes in a step"), self.per_step, tip)
        tip = tr("Validations without a better one before it ends early; 0 never ends early.")
        self.add(tr("Patience"), self.patience, tip)
        self.add(tr("Seed"), self.seed, tr("The same seed and settings give the same run again."))
        self.mix_tasks.setToolTip(tr("An episode may hold classes of several imported folders."))
        self.rotate.setToolTip(tr("An image turned by 90, 180 or 270 degrees counts as another class; for characters."))
        tip = tr(
            "Each image is turned, slanted, sized and moved a little, in each episode otherwise. "
            "It takes a little longer, and helps where it would learn its images by heart."
        )
        self.augment.setToolTip(tip)
        for box in self._boxes:
            self.add_wide(box)

    def _allow_halves(self, allowed: bool) -> None:
        self.bf16.setEnabled(allowed)
        tip = tr("Numbers of half the size: faster on newer GPUs, a little less exact.")
        self.bf16.setToolTip(tip if allowed else tr("{tip} There is no such GPU here.", tip=tip))
