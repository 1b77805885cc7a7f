"""The form of a meta-training: what is chosen in it is a `TrainingRequest`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from workbench.operations.devices import DeviceFacts
from workbench.operations.runs.describe_approaches import ApproachDescription, EncoderDescription
from workbench.operations.runs.training_request import TrainingRequest
from workbench.ui.controls.disclosure import Disclosure
from workbench.ui.controls.fields import CalmWheel, selection
from workbench.ui.controls.tab_order import tab_in_layout_order
from workbench.ui.controls.text import label, set_tooltip
from workbench.ui.learn.approach_cards import ApproachCards
from workbench.ui.learn.approach_details import ApproachDetails
from workbench.ui.learn.episode_form import DeviceForm, EpisodeForm, LearningForm
from workbench.ui.learn.option_form import OptionForm
from workbench.ui.learn.trait_table_field import TraitTableField
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import LARGE, MEDIUM, SMALL
from workbench.ui.services.translation import say, tr


@dataclass(frozen=True)
class TrainingChoices:
    """What there is to choose from; `devices` are those that work here, by the name that requests them."""

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
        self._kept = TrainingRequest(choices.approaches[0].name)  # What the form has no field for.
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
        self.learning = LearningForm()
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

    def request(self) -> TrainingRequest:
        """Return what is chosen, of the approach whose options are shown."""
        return self.request_for(self.approaches.chosen)

    def requests(self) -> tuple[TrainingRequest, ...]:
        """Return everything that is to be trained: what is ticked, or the one that is chosen."""
        return tuple(self.request_for(approach) for approach in self.approaches.trained)

    def request_for(self, approach: ApproachDescription) -> TrainingRequest:
        """Return what is chosen for an approach: its own options, and the episodes that are the same for all."""
        encoder = self.encoder.currentData()
        kept = self._kept
        if encoder != kept.encoder:
            kept = replace(kept, image_size=None, channels=None)
        options = {name: value for form in self._options_of(approach) for name, value in form.values().items()}
        return replace(
            kept,
            approach=approach.name,
            encoder=encoder,
            options=options,
            **self.episodes.values(),
            **self.device.values(),
            **self.learning.values(),
        )

    def show_request(self, request: TrainingRequest) -> None:
        """Fill the form with what is to be trained alone."""
        with QSignalBlocker(self):
            self.approaches.several.setChecked(False)
            self._fill(request)
        self.changed.emit()

    def show_requests(self, requests: Sequence[TrainingRequest], chosen: TrainingRequest) -> None:
        """Fill the form with what is to be trained in turn, showing the options of the one that is chosen."""
        with QSignalBlocker(self):
            for request in (*requests, chosen):
                self._fill(request)
            self.approaches.tick([request.approach for request in requests])
            self.approaches.choose(chosen.approach)
        self.changed.emit()

    def _fill(self, request: TrainingRequest) -> None:
        self._kept = request
        self.approaches.choose(request.approach)
        self.encoder.setCurrentIndex(max(0, self.encoder.findData(request.encoder)))
        for part in (self.episodes, self.device, self.learning):
            part.show_request(request)
        for form in self.options:
            form.show_values(request.options)

    def _options_of(self, approach: ApproachDescription) -> tuple[OptionForm, OptionForm]:
        if approach.name not in self._options:
            basic = OptionForm([option for option in approach.options if option.basic])
            others = OptionForm([option for option in approach.options if not option.basic])
            forms = self._options[approach.name] = (basic, others)
            for form, column in zip(forms, (self._basic, self._others), strict=True):
                form.hide()
                form.changed.connect(self.changed)
                column.addWidget(form)
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
        self.traits.setVisible(any(approach.uses_traits for approach in (approaches.chosen, *approaches.trained)))
        self.episodes.without.setVisible(approaches.chosen.uses_traits)

    def _on_approach(self) -> None:
        self._show_approach()
        self.changed.emit()

    def _show_encoder(self) -> None:
        chosen = [encoder for encoder in self._choices.encoders if encoder.name == self.encoder.currentData()]
        self.encoder_words.setText(say(chosen[0].summary))

    def _show_approach(self) -> None:
        self.details.show_approach(self.approaches.chosen)
        self.learning.allow_rate(self.approaches.chosen.uses_learning_rate)
        self._show_traits()
        visible = self.options
        for pair in self._options.values():
            for form in pair:
                form.setVisible(form in visible and bool(form.fields))
        # Otherwise new fields would come last.
        tab_in_layout_order(self, self.approaches.several)


def _encoder_field(encoders: tuple[EncoderDescription, ...]) -> QComboBox:
    field = selection({encoder.name: say(encoder.title) for encoder in encoders}, encoders[0].name)
    field.setAccessibleName(tr("Network"))
    set_tooltip(field, tr("The network that turns an image into a feature vector (encoder)."))
    for place, encoder in enumerate(encoders):
        field.setItemData(place, encoder.name, Qt.ItemDataRole.ToolTipRole)
    return field
