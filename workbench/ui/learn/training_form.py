"""The form of a meta-training: what is chosen in it is a `TrainingRequest`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.operations.devices import DeviceFacts
from workbench.operations.runs.describe_approaches import ApproachDescription, EncoderDescription
from workbench.operations.runs.training_request import TrainingRequest
from workbench.ui.controls.disclosure import Disclosure
from workbench.ui.controls.tab_order import tab_in_layout_order
from workbench.ui.controls.text import label
from workbench.ui.learn.approach_cards import ApproachCards
from workbench.ui.learn.approach_details import ApproachDetails
from workbench.ui.learn.episode_form import DeviceForm, EpisodeForm, LearningForm
from workbench.ui.learn.network_form import NetworkForm
from workbench.ui.learn.option_form import OptionForm
from workbench.ui.learn.trait_table_field import TraitTableField
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import LARGE, MEDIUM, SMALL
from workbench.ui.services.translation import tr


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
        self.details = ApproachDetails()
        self.approaches = ApproachCards(choices.approaches, theme, self.details)
        self.network = NetworkForm(choices.encoders)
        self.episodes = EpisodeForm()
        self.device = DeviceForm(choices.devices)
        self.learning = LearningForm()
        self.more = Disclosure(tr("All options"))
        self._column = QVBoxLayout(self)
        self._lay_out()
        for part in (self.network, self.episodes, self.device, self.learning):
            part.changed.connect(self.changed)
        self.approaches.changed.connect(self._on_approach)
        self.approaches.ticked.connect(self._on_ticked)
        self._show_approach()

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
        options = {name: value for form in self._options_of(approach) for name, value in form.values().items()}
        return replace(
            self._kept,
            approach=approach.name,
            options=options,
            **self.network.values(),
            **self.episodes.values(),
            **self.device.values(),
            **self.learning.values(),
        )

    def completed(self, request: TrainingRequest) -> TrainingRequest:
        """Return a request as the form would give it back: with the default of each option that is not named."""
        described = [approach for approach in self._choices.approaches if approach.name == request.approach]
        defaults = {option.name: option.default for approach in described for option in approach.options}
        return replace(request, options=defaults | dict(request.options))

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
        for part in (self.network, self.episodes, self.device, self.learning):
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
        column.setContentsMargins(0, 0, 0, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(self.approaches)
        self._basic, self._others = QVBoxLayout(), QVBoxLayout()
        self.details.inside.addWidget(self.traits)
        self.details.inside.addLayout(self._basic)
        self._section(tr("Network"))
        column.addWidget(self.network)
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
