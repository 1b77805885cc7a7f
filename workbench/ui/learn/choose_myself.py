"""The form of a training, filled with what the project's images suggest until a person decides otherwise."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.operations.runs.planning.suggested_request import Suggestion
from workbench.operations.runs.training_request import TrainingRequest
from workbench.ui.controls.text import label
from workbench.ui.learn.choosing.kept_choices import KeptChoices
from workbench.ui.learn.choosing.suggestion_line import SuggestionLine
from workbench.ui.learn.training_form import TrainingChoices, TrainingForm
from workbench.ui.learn.trait_table_field import TraitTableField
from workbench.ui.look.tokens import SMALL
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr


class ChooseMyself(QWidget):
    """Has no form until torch is loaded."""

    changed = Signal()
    led_to = Signal(object)  # The card (QWidget) of an approach that is to be seen.

    def __init__(self, context: ProjectContext) -> None:
        super().__init__()
        self._context = context
        self._suggestion: Suggestion | None = None
        self._usual: TrainingRequest | None = None  # What the form shows where nobody decided.
        self.form: TrainingForm | None = None
        self._wanted = ""  # The approach that is to be chosen once there is a form.
        self._loading = label(tr("Loading the learning library…"), "muted", wrap=True)
        self.line = SuggestionLine()
        self.line.requested.connect(self._follow)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SMALL)
        self._column.addWidget(self._loading)
        self._column.addWidget(self.line)
        self._column.addStretch(1)

    @property
    def follows(self) -> bool:
        """Whether the form shows what nobody has decided."""
        return self.form is not None and self.form.requests() == (self._usual,)

    @property
    def trains_several(self) -> bool:
        """Whether what is ticked is to be trained in turn."""
        return self.form is not None and self.form.approaches.several.isChecked()

    def requests(self) -> tuple[TrainingRequest, ...]:
        """Return what is to be trained, nothing while there is no form yet."""
        return self.form.requests() if self.form is not None else ()

    def build(self, choices: TrainingChoices, kept: KeptChoices) -> TrainingForm:
        """Make the form, and show in it what was decided earlier, or else what is suggested."""
        form = self.form = TrainingForm(choices, self._context.theme, TraitTableField(self._context))
        self._loading.hide()
        self._column.insertWidget(self._column.count() - 1, form)
        form.show()  # At once, and not at the next event.
        self._usual = form.request()
        if self._suggestion is not None:
            form.network.suit(self._suggestion.view)
            self._usual = form.completed(self._suggestion.request)
            form.show_request(self._usual)
        if kept.chosen is not None and kept.several is not None:
            form.show_requests(kept.several, kept.chosen)
        elif kept.chosen is not None:
            form.show_request(kept.chosen)
        form.changed.connect(self._on_changed)
        form.details.guide_requested.connect(self._context.notifier.open_guide)
        self._show()
        self.show_approach(self._wanted)
        return form

    def show_approach(self, name: str) -> None:
        """Choose the approach of that name and lead to its card, now or as soon as there is a form."""
        self._wanted = name
        if self.form is not None and name in self.form.approaches.cards:
            self.form.approaches.choose(name)
            self.led_to.emit(self.form.approaches.cards[name])

    def suggest(self, suggestion: Suggestion) -> None:
        """Show what is suggested now, also in the form where that shows what was suggested before."""
        follows, self._suggestion = self.follows, suggestion
        if self.form is not None:
            self.form.network.suit(suggestion.view)
            self._usual = self.form.completed(suggestion.request)
            if follows:
                self.form.show_request(self._usual)
        self._show()

    def decided(self, choices: KeptChoices) -> KeptChoices:
        """Return those choices with what a person decided here."""
        if self.form is None:
            return choices
        if self.follows:
            return replace(choices, chosen=None, several=None)
        several = self.form.requests() if self.trains_several else None
        return replace(choices, chosen=self.form.request(), several=several)

    def _on_changed(self) -> None:
        self._show()
        self.changed.emit()

    def _follow(self) -> None:
        if self.form is not None and self._usual is not None:
            self.form.show_request(self._usual)

    def _show(self) -> None:
        self.line.show_suggestion(self._suggestion if self.form is not None else None, followed=self.follows)
