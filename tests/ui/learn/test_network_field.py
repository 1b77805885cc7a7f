"""Every network there is can be chosen on the page Learn, with a sentence that says what it is for."""

from collections.abc import Iterator

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from workbench.operations.devices import describe_device
from workbench.operations.runs.describe_approaches import describe_approaches, describe_encoders
from workbench.ui.learn.training_form import TrainingChoices, TrainingForm
from workbench.ui.learn.trait_table_field import TraitTableField
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import say


@pytest.fixture
def form(qtbot: QtBot, context: ProjectContext) -> Iterator[TrainingForm]:
    field = TraitTableField(context)
    field.show()
    qtbot.waitUntil(lambda: not context.jobs.listed, timeout=60_000)
    choices = TrainingChoices(describe_approaches(), describe_encoders(), {"cpu": describe_device("cpu")})
    form = TrainingForm(choices, context.theme, field)
    yield form
    shiboken6.delete(form)


def test_each_network_is_asked_for_as_it_is_described(form: TrainingForm) -> None:
    encoders = describe_encoders()
    assert [form.encoder.itemData(place) for place in range(form.encoder.count())] == [one.name for one in encoders]
    for place, encoder in enumerate(encoders):
        form.encoder.setCurrentIndex(place)
        assert form.request().encoder == encoder.name
        assert form.encoder_words.text() == say(encoder.summary)
        assert say(encoder.title) in form.encoder.currentText()


def test_a_network_with_a_long_name_does_not_push_the_form_out_of_its_column(form: TrainingForm) -> None:
    form.encoder.setItemText(0, "A network that is called by a name much longer than its column is wide")
    form.ensurePolished()
    assert form.minimumSizeHint().width() <= 340
