"""Every network there is can be chosen on the page Learn, with a sentence that says what it is for."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from workbench.operations.devices import describe_device
from workbench.operations.runs.describe_approaches import describe_approaches, describe_encoders
from workbench.operations.runs.planning.suggested_request import TrainedView
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
    field = form.network.encoder
    assert [field.itemData(place) for place in range(field.count())] == [one.name for one in encoders]
    for place, encoder in enumerate(encoders):
        field.setCurrentIndex(place)
        assert form.request().encoder == encoder.name
        assert form.network.words.text() == say(encoder.summary)
        assert say(encoder.title) in field.currentText()


def test_a_network_with_a_long_name_does_not_push_the_form_out_of_its_column(form: TrainingForm) -> None:
    form.network.encoder.setItemText(0, "A network that is called by a name much longer than its column is wide")
    form.ensurePolished()
    assert form.minimumSizeHint().width() <= 340


def test_another_network_comes_with_the_size_and_colours_that_suit_it(form: TrainingForm) -> None:
    network = form.network
    network.suit(TrainedView(84, 3))
    network.encoder.setCurrentIndex(network.encoder.findData("efficientnet-lite0"))
    assert (form.request().image_size, form.request().channels) == (None, None)
    assert not network.colours.isEnabled()
    network.encoder.setCurrentIndex(network.encoder.findData("conv4"))
    assert (form.request().image_size, form.request().channels) == (84, 3)
    assert network.colours.isEnabled()


def test_size_and_colours_can_be_chosen_and_come_back_from_a_request(form: TrainingForm) -> None:
    form.network.side.setValue(40)
    form.network.colours.setCurrentIndex(1)
    request = form.request()
    assert (request.image_size, request.channels) == (40, 3)
    form.show_request(replace(request, image_size=None, channels=None))
    assert (form.network.side.value(), form.request().image_size, form.request().channels) == (28, None, None)
    form.show_request(request)
    assert form.request() == request
