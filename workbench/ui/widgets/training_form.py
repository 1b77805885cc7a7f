"""The form of a meta-training: what is chosen in it is a `TrainWish`."""

from collections.abc import Mapping, Sequence
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
from workbench.ui.widgets.approach_details import ApproachDetails
from workbench.ui.widgets.disclosure import Disclosure
from workbench.ui.widgets.episode_form import DeviceForm, EpisodeForm, LearningForm
from workbench.ui.widgets.fields import CalmWheel
from workbench.ui.widgets.option_form import OptionForm
from workbench.ui.widgets.tab_order import tab_in_layout_order
from workbench.ui.widgets.text import label
from workbench.ui.widgets.trait_table_field import TraitTableField


@dataclass(frozen=True)
class TrainingChoices:
    """What there is to choose from; `devices` are those that work here, by what is asked for them."""

    approaches: tuple[ApproachDescription, ...]
    encoders: tuple[EncoderDescription, ...]
    devices: Mapping[str, DeviceFacts]


class TrainingForm(QWidget):
    """Approach, encoder, episodes and options in two levels."""

    changed = Signal()

    def __init__(self, choices: TrainingChoices, theme: Theme, traits: TraitTableField) -> None:
        super().__init__()
        self.traits = traits  # Where approaches that read it find the project's table.
        self._choices = choices
        self._kept = TrainWish(choices.approaches[0].name)  # What the form has no field for.
        self._options: dict[str, tuple[OptionForm, OptionForm]] = {}
        self.approaches = ApproachCards(choices.approaches, theme)
        self.details = ApproachDetails()
        self.encoder = _encoder_field(choices.encoders)
        self._calm = CalmWheel(self)
        self.encoder.installEventFilter(self._calm)
        self.encoder.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # The wheel alone gives it no focus.
        self.encoder_words = label("", "small", wrap=True)
        self.episodes = EpisodeForm()
        self.device = DeviceForm(choices.devices)
        self.learning = LearningForm(halves="cuda" in choices.devices)
        self.more = Disclosure(tr("All options"))
        self._column = QVBoxLayout(self)
        self._lay_out()
        for part in (self.episodes, self.device, self.learning):
            part.changed.connect(self.changed)
        self.encoder.currentIndexChanged.connect(self._on_encoder)
        self.approaches.changed.connect(self._on_approach)
        self.approaches.ticked.connect(self._on_ticked)
        self._show_approach()
        self._show_encoder()

    @property
    def options(self) -> tuple[OptionForm, OptionForm]:
        """The forms of the chosen approach's options: the basic ones, and the others."""
        return self._options_of(self.approaches.chosen)

    def wish(self) -> TrainWish:
        """Return what is chosen, of the approach whose options are shown."""
        return self.wish_for(self.approaches.chosen)

    def wishes(self) -> tuple[TrainWish, ...]:
        """Return everything that is to be trained: what is ticked, or the one that is chosen."""
        return tuple(self.wish_for(approach) for approach in self.approaches.trained)

    def wish_for(self, approach: ApproachDescription) -> TrainWish:
        """Return what is chosen for an approach: its own options, and the episodes that are the same for all."""
        encoder = self.encoder.currentData()
        kept = self._kept
        if encoder != kept.encoder:
            kept = replace(kept, image_size=None, channels=None)
        options = {name: text for form in self._options_of(approach) for name, text in form.values().items()}
        return replace(
            kept,
            approach=approach.name,
            encoder=encoder,
            options=options,
            **self.episodes.values(),
            **self.device.values(),
            **self.learning.values(),
        )

    def show_wish(self, wish: TrainWish) -> None:
        """Fill the form with what is to be trained alone."""
        with QSignalBlocker(self):
            self.approaches.several.setChecked(False)
            self._fill(wish)
        self.changed.emit()

    def show_wishes(self, wishes: Sequence[TrainWish], chosen: TrainWish) -> None:
        """Fill the form with what is to be trained in turn, showing the options of the one that is chosen."""
        with QSignalBlocker(self):
            for wish in (*wishes, chosen):
                self._fill(wish)
            self.approaches.tick([wish.approach for wish in wishes])
            self.approaches.choose(chosen.approach)
        self.changed.emit()

    def _fill(self, wish: TrainWish) -> None:
        self._kept = wish
        self.approaches.choose(wish.approach)
        self.encoder.setCurrentIndex(max(0, self.encoder.findData(wish.encoder)))
        for part in (self.episodes, self.device, self.learning):
            part.show_wish(wish)
        for form in self.options:
            form.show_values(wish.options)

    def _options_of(self, approach: ApproachDescription) -> tuple[OptionForm, OptionForm]:
        if approach.name not in self._options:
            basic = OptionForm([each for each in approach.options if each.basic])
            others = OptionForm([each for each in approach.options if not each.basic])
            made = self._options[approach.name] = (basic, others)
            for form, place in zip(made, (self._basic, self._others), strict=True):
                form.hide()
                form.changed.connect(self.changed)
                place.addWidget(form)
        return self._options[approach.name]

    def _lay_out(self) -> None:
        column = self._column
        column.setContentsMargins(0, 0, MEDIUM, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(self.approaches)
        column.addWidget(self.details)
        column.addWidget(self.traits)
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

    def _on_ticked(self) -> None:
        self._show_traits()
        self.changed.emit()

    def _show_traits(self) -> None:
        approaches = self.approaches
        self.traits.setVisible(any(each.uses_traits for each in (approaches.chosen, *approaches.trained)))
        self.episodes.without.setVisible(approaches.chosen.uses_traits)

    def _on_approach(self) -> None:
        self._show_approach()
        self.changed.emit()

    def _show_encoder(self) -> None:
        found = [each for each in self._choices.encoders if each.name == self.encoder.currentData()]
        self.encoder_words.setText(say(found[0].summary))

    def _show_approach(self) -> None:
        self.details.show_approach(self.approaches.chosen)
        self.learning.allow_rate(self.approaches.chosen.takes_rate)
        self._show_traits()
        shown = self.options
        for pair in self._options.values():
            for form in pair:
                form.setVisible(form in shown and bool(form.fields))
        # Fields made just now would come last.
        tab_in_layout_order(self, self.approaches.several)


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
