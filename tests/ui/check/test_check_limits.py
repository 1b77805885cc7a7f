"""The form of the page Check takes as many examples as the classes to test on allow, and says so."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.made_images import make_classes
from tests.project_templates import ProjectTemplates
from tests.ui.check.check_parts import settle, shown
from tests.ui.languages import spoken
from workbench.operations.evaluation.evaluation_checks import largest_class
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.operations.tasks.split_classes import RoleRequest
from workbench.store.models import Role
from workbench.ui.check.check_page import CheckPage
from workbench.ui.services.project_context import ProjectContext


def fill(project: Project, folder: Path) -> None:
    """Import three classes of 130 images to test on, and two of four images to validate on."""
    for role, classes, images in ((Role.META_TEST, 3, 130), (Role.META_VALIDATION, 2, 4)):
        make_classes(folder / role.value, classes=classes, images=images)
        import_images(project, folder / role.value, ImportRequest(roles=RoleRequest(role)), Silent())


@pytest.fixture
def project(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    templates.fill(project, fill, tmp_path)
    return project


def type_shot(qtbot: QtBot, context: ProjectContext, page: CheckPage, digits: str) -> None:
    """Type a number of examples and press Enter."""
    page.panel.form.shot.selectAll()
    qtbot.keyClicks(page.panel.form.shot, digits)
    qtbot.keyClick(page.panel.form.shot, Qt.Key.Key_Return)
    settle(qtbot, context)


def test_classes_of_many_images_can_be_tested_with_more_than_a_hundred_examples(
    qtbot: QtBot, context: ProjectContext
) -> None:
    form = (page := shown(qtbot, context)).panel.form
    type_shot(qtbot, context, page, "120")
    assert form.shot.value() == 120
    assert form.limited.isHidden()


def test_more_than_the_classes_have_is_lowered_and_the_reason_stays_until_less_is_wanted(
    qtbot: QtBot, context: ProjectContext
) -> None:
    form = (page := shown(qtbot, context)).panel.form
    type_shot(qtbot, context, page, "500")
    assert form.shot.value() == 129
    assert not form.limited.isHidden()
    assert "129" in form.limited.text()
    assert "130" in form.limited.text()
    form.way.setValue(2)
    settle(qtbot, context)
    assert "129" in form.limited.text()
    type_shot(qtbot, context, page, "20")
    assert form.limited.isHidden()


def test_the_limit_follows_which_classes_are_tested_on(qtbot: QtBot, context: ProjectContext) -> None:
    form = (page := shown(qtbot, context)).panel.form
    type_shot(qtbot, context, page, "50")
    form.role.setCurrentIndex(form.role.findData(Role.META_VALIDATION.value))
    settle(qtbot, context)
    assert form.shot.value() == 3
    assert page.head.act.isEnabled()


def test_the_reason_is_said_in_spanish(qtbot: QtBot, context: ProjectContext) -> None:
    with spoken("es"):
        page = shown(qtbot, context)
        type_shot(qtbot, context, page, "500")
        assert "Como mucho 129 ejemplos" in page.panel.form.limited.text()


def test_counts_alone_say_how_large_the_largest_class_is(project: Project) -> None:
    assert largest_class(project, Role.META_TEST) == 130
    assert largest_class(project, Role.META_TRAIN) == 0
