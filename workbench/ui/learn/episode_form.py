"""The parts of the training form about episodes, the device, and the optimisation of the weights."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QPushButton, QWidget

from workbench.operations.devices import DeviceFacts
from workbench.operations.runs.training_request import TrainingRequest
from workbench.ui.controls.fields import DecimalField, FieldRows, selection, whole
from workbench.ui.controls.text import label, set_tooltip
from workbench.ui.look.tokens import TINY
from workbench.ui.services.fit_words import fit_names
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
        tip = tr("Classes per episode (way).")
        self.add(tr("Classes"), self.way, tip)
        tip = tr("Labelled examples per class in an episode (shot); 0: none, only a table of traits.")
        self.add(tr("Examples per class"), self.shot, tip)
        self.add_wide(self.chips)
        self.without = label(
            tr("This approach also works with 0 examples: {name}.", name=self.chips.buttons[0].text()),
            "small",
            wrap=True,
        )
        self.without.hide()
        self.add_wide(self.without)
        tip = tr("Images of each class to recognise in an episode (query).")
        self.add(tr("Queries per class"), self.query, tip)
        tip = tr("Training episodes; more take longer and are usually better.")
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
        """Show the values of a request."""
        self.way.setValue(request.way)
        self.shot.setValue(request.shot)
        self.query.setValue(request.query)
        if request.episodes:  # Whoever starts one by hand wants something learned.
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
        tip = tr("The hardware to compute on. A GPU is fastest, where there is one.")
        self.add_choice(tr("Device"), self.device, tip)
        self.device.currentIndexChanged.connect(self.changed)

    def values(self) -> dict[str, Any]:
        """Return what is chosen, named as in `TrainingRequest`."""
        return {"device": self.device.currentData()}

    def show_request(self, request: TrainingRequest) -> None:
        """Show the device of a request; one that this computer lacks becomes the fastest that it has."""
        self.device.setCurrentIndex(max(0, self.device.findData(request.device)))


class LearningForm(FieldRows):
    """How the weights are learned."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        standard = TrainingRequest("")
        self.rate = DecimalField(standard.learning_rate, 1e-8, 1000.0)
        self.per_step = whole(standard.episodes_per_step, 1, _MOST_IMAGES)
        self.patience = whole(standard.patience, 0, _MOST_IMAGES)
        self.seed = whole(standard.seed, 0, 2**31 - 1)
        self.seed.setGroupSeparatorShown(False)
        self.fit = selection({fit or "": name for fit, name in fit_names().items()}, "")
        self.mix_tasks = QCheckBox()
        self.rotate = QCheckBox()
        self.augment = QCheckBox()
        self.bf16 = QCheckBox()
        self._boxes = (self.mix_tasks, self.rotate, self.augment, self.bf16)
        self._lay_out()
        for field in (self.rate, self.per_step, self.patience, self.seed):
            field.valueChanged.connect(self.changed)
        self.fit.currentIndexChanged.connect(self.changed)
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
            "fit": self.fit.currentData() or None,
            "bf16": self.bf16.isChecked(),
        }

    def show_request(self, request: TrainingRequest) -> None:
        """Show the values of a request."""
        self.rate.setValue(request.learning_rate)
        self.per_step.setValue(request.episodes_per_step)
        self.patience.setValue(request.patience)
        self.seed.setValue(request.seed)
        self.mix_tasks.setChecked(request.mix_tasks)
        self.rotate.setChecked(request.rotate_classes)
        self.augment.setChecked(request.augment_images)
        self.fit.setCurrentIndex(self.fit.findData(request.fit or ""))
        self.bf16.setChecked(request.bf16)

    def allow_rate(self, allowed: bool) -> None:
        """Offer the learning rate, or say that the approach has none."""
        self.rate.setEnabled(allowed)
        none = tr("This approach has no learning rate: its own options set the step size.")
        set_tooltip(self.rate, tr("Size of each weight update.") if allowed else none)

    def _lay_out(self) -> None:
        self.add(tr("Learning rate"), self.rate, tr("Size of each weight update."))
        tip = tr("Episodes averaged for each weight update (meta-batch size).")
        self.add(tr("Episodes per step"), self.per_step, tip)
        tip = tr("End early after this many validations without improvement; 0: never.")
        self.add(tr("Patience"), self.patience, tip)
        self.add(tr("Seed"), self.seed, tr("The same seed and settings reproduce the run."))
        tip = tr(
            "How images that are not square become so. Automatic: what gives the best accuracy on validation classes."
        )
        self.add_choice(tr("Image shape"), self.fit, tip)
        self._add_boxes()

    def _add_boxes(self) -> None:
        tip = tr("An episode may mix classes from several imported folders.")
        self.add_box(tr("Mix classes from different folders"), self.mix_tasks, tip)
        tip = tr("Images rotated by 90, 180 and 270 degrees count as extra classes; for characters.")
        self.add_box(tr("Treat rotated images as extra classes"), self.rotate, tip)
        tip = tr(
            "Each image is slightly rotated, sheared, scaled and shifted, differently in each episode. A "
            "little slower; reduces overfitting."
        )
        self.add_box(tr("Augment images"), self.augment, tip)
        tip = tr(
            "Half-precision numbers, slightly less precise: faster on newer GPUs and some processors. Where they are "
            "not, they are not used."
        )
        self.add_box(tr("Use bfloat16"), self.bf16, tip)
