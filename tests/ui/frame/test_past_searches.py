"""What is kept of earlier searches can be seen, deleted and left unused."""

import pytest
from pytestqt.qtbot import QtBot

from workbench.operations.search.looks import Looks
from workbench.operations.search.past_tasks import PastTask, PastTrial, own_tasks, remember
from workbench.operations.search.setting import Setting
from workbench.ui.frame.past_searches import PastSearchesDialog
from workbench.ui.frame.settings_dialog import SettingsDialog
from workbench.ui.look.theme import Theme
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.settings import Settings

TRIED = (
    PastTrial(Setting("maml", "conv4", episodes=36), ((1.0, 0.4), (2.0, 0.6))),
    PastTrial(Setting("matching", "conv4", episodes=36), ((1.0, 0.8),)),
)
TASK = PastTask(Looks(12, 20.0, 1.0, 56.0, colour=True, folders=1), 5, 1, 0.7, TRIED)
PATIENCE = 10_000


@pytest.fixture
def jobs(qtbot: QtBot):
    made = Jobs()
    yield made
    qtbot.waitUntil(lambda: not made.listed, timeout=PATIENCE)
    made.close(0)


def test_each_search_is_a_row_of_figures_and_all_can_be_deleted(qtbot: QtBot, theme: Theme, jobs: Jobs) -> None:
    remember(TASK)
    dialog = PastSearchesDialog(jobs, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: len(dialog.table.rows) == 1, timeout=PATIENCE)
    model = dialog.table.model()
    shown = [model.index(0, column).data() for column in range(model.columnCount())]
    assert shown[0] == "Matching Networks"
    assert shown[1:] == ["80 %", "70 %", "5 × 1", "12", "20", "56", "yes"]
    dialog.delete.click()
    qtbot.waitUntil(dialog.empty.isVisible, timeout=PATIENCE)
    assert own_tasks() == ()
    assert not dialog.delete.isEnabled()


def test_whether_searches_learn_from_earlier_ones_is_kept(qtbot: QtBot, theme: Theme, jobs: Jobs) -> None:
    settings = Settings()
    assert settings.learns_from_searches
    dialog = SettingsDialog(settings, theme, jobs)
    qtbot.addWidget(dialog)
    dialog.learns.click()
    assert not Settings().learns_from_searches
