"""The form of a meta-training: what is chosen in it is a `TrainWish`."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from workbench.operations.describe_approaches import ApproachDescription, EncoderDescription
from workbench.operations.devices import DeviceFacts
from workbench.operations.train_wish import TrainWish
from workbench.ui.theme import Theme
from workbench.ui.tokens import LARGE, MEDIUM, SMALL
from workbench.ui.translation import say, tr
from workbench.ui.widgets.approach_cards import ApproachCards
from workbench.ui.widgets.disclosure import Disclosure
from workbench.ui.widgets.episode_form import DeviceForm, EpisodeForm, LearningForm
from workbench.ui.widgets.fields import CalmWheel
from workbench.ui.widgets.option_form import OptionForm
from workbench.ui.widgets.tab_order import tab_in_layout_order
from workbench.ui.widgets.text import label
from workbench.words import Message


@dataclass(frozen=True)
class TrainingChoices:
    """What there is to choose from; `devices` are those that work here, by what is asked for them."""

    approaches: tuple[ApproachDescription, ...]
    encoders: tuple[EncoderDescription, ...]
    names: Mapping[str, Message]  # What people call what is named technically.
    devices: Mapping[str, DeviceFacts]


class TrainingForm(QWidget):
    """Approach, encoder, episodes and options in two levels."""

    changed = Signal()

    def __init__(self, choices: TrainingChoices, theme: Theme) -> None:
        super().__init__()
        self._choices = choices
        self._kept = TrainWish(choices.approaches[0].name)  # What the form has no field for.
        self._options: dict[str, tuple[OptionForm, OptionForm]] = {}
        self.approaches = ApproachCards(choices.approaches, theme)
        self.encoder = _encoder_field(choices.encoders)
        self._calm = CalmWheel(self)
        self.encoder.installEventFilter(self._calm)
        self.encoder.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # The wheel alone gives it no focus.
        self.encoder_words = label("", "small", wrap=True)
        self.episodes = EpisodeForm()
        self.device = DeviceForm(choices.devices)
        self.learning = LearningForm()
        self.more = Disclosure(tr("All options"))
        self._column = QVBoxLayout(self)
        self._lay_out()
        for part in (self.episodes, self.device, self.learning):
            part.changed.connect(self.changed)
        self.encoder.currentIndexChanged.connect(self._on_encoder)
        self.approaches.changed.connect(self._on_approach)
        self._show_options()
        self._show_encoder()

    @property
    def options(self) -> tuple[OptionForm, OptionForm]:
        """The forms of the chosen approach's options: the basic ones, and the others."""
        approach = self.approaches.chosen
        if approach.name not in self._options:
            basic = OptionForm([each for each in approach.options if each.basic])
            others = OptionForm([each for each in approach.options if not each.basic])
            made = self._options[approach.name] = (basic, others)
            for form, place in zip(made, (self._basic, self._others), strict=True):
                form.changed.connect(self.changed)
                place.addWidget(form)
        return self._options[approach.name]

    def wish(self) -> TrainWish:
        """Return what is chosen."""
        encoder = self.encoder.currentData()
        kept = self._kept
        if encoder != kept.encoder:
            kept = replace(kept, image_size=None, channels=None)
        options = {name: text for form in self.options for name, text in form.values().items()}
        return replace(
            kept,
            approach=self.approaches.chosen.name,
            encoder=encoder,
            options=options,
            **self.episodes.values(),
            **self.device.values(),
            **self.learning.values(),
        )

    def show_wish(self, wish: TrainWish) -> None:
        """Fill the form."""
        with QSignalBlocker(self):
            self._kept = wish
            self.approaches.choose(wish.approach)
            self.encoder.setCurrentIndex(max(0, self.encoder.findData(wish.encoder)))
            for part in (self.episodes, self.device, self.learning):
                part.show_wish(wish)
            for form in self.options:
                form.show_values(wish.options)
        self.changed.emit()

    def _lay_out(self) -> None:
        column = self._column
        column.setContentsMargins(0, 0, MEDIUM, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(self.approaches)
        self._basic, self._others = QVBoxLayout(), QVBoxLayout()
        column.addLayout(self._basic)
        self._section(tr("Network"))
        column.addWidget(self.encoder)
        column.addWidget(self.encoder_words)
        self._section(tr("Episodes"))
        column.addWidget(self.episodes)
        column.addWidget(self.device)
        column.addSpacing(MEDIUM)
        self.more.inside.addLayout(self._others)
        self.more.inside.addWidget(self.learning)
        column.addWidget(self.more)
        column.addStretch(1)

    def _section(self, title: str) -> None:
        self._column.addSpacing(LARGE - SMALL)
        self._column.addWidget(label(title, "strong"))

    def _on_encoder(self) -> None:
        self._show_encoder()
        self.changed.emit()

    def _on_approach(self) -> None:
        self._show_options()
        self.changed.emit()

    def _show_encoder(self) -> None:
        found = [each for each in self._choices.encoders if each.name == self.encoder.currentData()]
        self.encoder_words.setText(say(found[0].summary))

    def _show_options(self) -> None:
        shown = self.options
        for pair in self._options.values():
            for form in pair:
                form.setVisible(form in shown and bool(form.fields))
        # Fields made just now would come last.
        tab_in_layout_order(self, next(iter(self.approaches.cards.values())))


def wish_of(settings: Mapping[str, Any]) -> TrainWish:
    """Return the wish that a run's stored settings came from."""
    known = {each.name for each in fields(TrainWish)}
    given: dict[str, Any] = {name: value for name, value in settings.items() if name in known}
    given["options"] = {name: str(value) for name, value in settings.get("options", {}).items()}
    return TrainWish(**given)


def _encoder_field(encoders: tuple[EncoderDescription, ...]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(tr("Network"))
    made.setToolTip(tr("The network that turns an image into numbers."))
    for each in encoders:
        made.addItem(f"{say(each.title)} · {each.name}", each.name)
    return made
