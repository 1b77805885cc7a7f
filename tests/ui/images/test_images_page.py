"""The page Images imports what is dropped, shows it, and lets roles and names be changed and changed back."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from tests.imaging.stacks import plain
from tests.made_images import make_classes, make_nested_tasks, make_pile
from tests.project_templates import ProjectTemplates
from tests.ui import dropping
from tests.ui.languages import LANGUAGES, spoken
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.tasks.classes import set_roles
from workbench.operations.tasks.images import list_images
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.operations.tasks.split_classes import RoleRequest
from workbench.operations.tasks.task_facts import describe_tasks
from workbench.operations.tasks.thumbnails import image_at_full_size
from workbench.store.models import Role
from workbench.ui.controls.table_copy import TableCopy
from workbench.ui.images.class_table import IMAGES, NAME, ROLE, WARNING
from workbench.ui.images.frames_dialog import FramesDialog
from workbench.ui.images.images_page import ImagesPage
from workbench.ui.images.import_dialog import ImportDialog
from workbench.ui.images.roles import ROLE_NAMES, role_name
from workbench.ui.services.project_context import ProjectContext
from workbench.words import Message

TRAIN = Role.META_TRAIN
SMALL_PAGE = QSize(840, 560)  # what a page has of a window of 1024×640


@pytest.fixture
def folder(templates: ProjectTemplates, tmp_path: Path) -> Path:
    return templates.files(make_classes, tmp_path / "pollen")


@pytest.fixture
def filled(templates: ProjectTemplates, project: Project, folder: Path) -> Project:
    templates.fill(project, fill, folder.parent)
    return project


def fill(project: Project, home: Path) -> None:
    """Import two folders of classes: pollen, and leaves with fewer classes."""
    import_images(project, make_classes(home / "pollen"), ImportRequest(), Silent())
    import_images(project, make_classes(home / "leaves", classes=3, seed=7), ImportRequest(), Silent())


def opened(qtbot: QtBot, context: ProjectContext) -> ImagesPage:
    page = ImagesPage(context)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    qtbot.waitUntil(lambda: not context.jobs.listed and not page._reading.isActive())
    return page


def settle(qtbot: QtBot, page: ImagesPage) -> None:
    qtbot.waitUntil(lambda: not page.context.jobs.listed and not page._reading.isActive(), timeout=20_000)


def drop(page: ImagesPage, *paths: Path) -> None:
    data = dropping.files(paths)
    assert dropping.drag(page, QPoint(9, 9), data)
    assert page.cover.isVisible()
    dropping.drop(page, QPoint(9, 9), data)


def cells(page: ImagesPage, column: int) -> list[str]:
    shown = page.classes.classes
    return [shown.index(row, column).data() for row in range(shown.rowCount())]


def roles(project: Project) -> list[str]:
    return [facts.role for task in describe_tasks(project) for facts in task.classes]


def test_an_empty_project_asks_for_a_folder(qtbot: QtBot, context: ProjectContext) -> None:
    page = opened(qtbot, context)
    assert page.stack.currentWidget() is page.empty
    assert not page.skipped.isVisible()


@pytest.mark.slow
def test_a_dropped_folder_is_imported_at_once(
    qtbot: QtBot, context: ProjectContext, folder: Path, said: list[str]
) -> None:
    page = opened(qtbot, context)
    drop(page, folder)
    assert not page.cover.isVisible()
    settle(qtbot, page)
    assert page.stack.currentWidget() is page.content
    assert page.folders.folders.rows.details(1) == ("8 classes", "48 images")
    assert cells(page, NAME) == [f"class_{number:02d}" for number in range(8)]
    assert set(cells(page, IMAGES)) == {"6"}
    assert len(page.images.grid.cards.images) == 48
    assert "48 images in 8 classes" in page.notice.words.text()
    assert page.notice.isVisible()
    assert said == [page.notice.words.text()]


@pytest.mark.slow
def test_several_folders_dropped_together_are_summed_up_in_one_line(
    qtbot: QtBot, context: ProjectContext, tmp_path: Path
) -> None:
    page = opened(qtbot, context)
    drop(page, make_nested_tasks(tmp_path / "all", tasks=2), make_classes(tmp_path / "more", classes=2, seed=9))
    settle(qtbot, page)
    assert "84 images in 14 classes" in page.notice.words.text()
    assert [task.name for task in page.folders.folders.rows.tasks] == ["task_00", "task_01", "more"]


def test_a_pile_is_shown_as_unlabelled(qtbot: QtBot, context: ProjectContext, tmp_path: Path) -> None:
    make_pile(tmp_path / "pile")
    page = opened(qtbot, context)
    drop(page, tmp_path / "pile")
    settle(qtbot, page)
    assert page.folders.folders.rows.details(1) == ("Unlabelled", "20 images")
    assert "20 images without classes" in page.notice.words.text()
    assert not cells(page, NAME)
    assert len(page.images.grid.cards.images) == 20


def test_a_file_that_is_dropped_is_refused(
    qtbot: QtBot, context: ProjectContext, folder: Path, complaints: list[str]
) -> None:
    page = opened(qtbot, context)
    drop(page, folder / "class_00" / "image_00.png")
    settle(qtbot, page)
    assert ["Only folders and tables" in words for words in complaints] == [True]
    assert page.stack.currentWidget() is page.empty


def test_a_table_that_is_dropped_gives_classes_to_the_images_beside_it(
    qtbot: QtBot, context: ProjectContext, tmp_path: Path
) -> None:
    make_pile(tmp_path / "pile")
    lines = [f"{number:03d}.png,{'oak' if number < 10 else 'elm'}" for number in range(19)]
    (tmp_path / "pile" / "labels.csv").write_text("\n".join(["file,species", *lines, "gone.png,elm"]))
    page = opened(qtbot, context)
    drop(page, tmp_path / "pile" / "labels.csv")
    settle(qtbot, page)
    assert (cells(page, NAME), cells(page, IMAGES)) == (["oak", "elm"], ["10", "9"])
    assert "gone.png" in page.notice.warnings.text()
    assert "019.png" in page.notice.warnings.text()


def test_a_folder_is_imported_with_the_classes_of_a_table(
    qtbot: QtBot, context: ProjectContext, tmp_path: Path
) -> None:
    make_pile(tmp_path / "pile", classes=1)
    lines = [f"{number:03d}.png;{'oak' if number < 2 else 'elm'}" for number in range(5)]
    (tmp_path / "labels.csv").write_text("\n".join(["path;class", *lines]))
    page = opened(qtbot, context)
    dialog = page.ask_how(tmp_path / "pile")
    dialog.take_table(tmp_path / "labels.csv")
    assert not dialog.layouts.button(0).isEnabled()
    dialog.go.click()
    settle(qtbot, page)
    assert cells(page, NAME) == ["oak", "elm"]


def test_frames_that_show_nothing_are_listed_and_sidecar_files_counted(
    qtbot: QtBot, context: ProjectContext, folder: Path
) -> None:
    Image.new("L", (40, 40), 2).save(folder / "class_00" / "lid.png")
    (folder / "class_00" / "lid.xmp").write_text("about it")
    page = opened(qtbot, context)
    drop(page, folder)
    settle(qtbot, page)
    assert "1 sidecar file" in page.notice.words.text()
    assert not page.notice.show_list.isVisible()
    page.notice.show_frames.click()
    dialog = page.findChild(FramesDialog)
    assert dialog is not None
    assert dialog.table.entries.index(0, 0).data() == "lid.png"
    dialog.close()


def test_that_classes_of_different_roles_may_be_one_is_said_for_as_long_as_it_is_so(
    qtbot: QtBot, context: ProjectContext, tmp_path: Path, project: Project
) -> None:
    import_images(project, make_classes(tmp_path / "a", classes=2), ImportRequest(roles=RoleRequest(TRAIN)), Silent())
    page = opened(qtbot, context)
    assert not page.shared_roles.isVisible()
    dialog = page.ask_how(make_classes(tmp_path / "b", classes=2, seed=3))
    dialog.roles.setCurrentIndex(dialog.roles.findData("meta-test"))
    dialog.go.click()
    settle(qtbot, page)
    assert "class_00" in page.shared_roles.text()
    assert page.shared_roles.isVisible()
    assert "several roles" not in page.notice.warnings.text()
    set_roles(project, [facts.id for task in describe_tasks(project) for facts in task.classes], TRAIN)
    context.changes.tasks_changed.emit(page)
    settle(qtbot, page)
    assert not page.shared_roles.isVisible()


def test_whether_folders_inside_are_individuals_is_asked_and_answered(
    qtbot: QtBot, context: ProjectContext, tmp_path: Path
) -> None:
    page = opened(qtbot, context)
    drop(page, make_nested_tasks(tmp_path / "seals", tasks=2))
    settle(qtbot, page)
    assert "class_00" in page.notice.question.text()
    assert page.notice.individuals.isVisible()
    page.notice.individuals.click()
    settle(qtbot, page)
    assert [task.name for task in page.folders.folders.rows.tasks] == ["seals"]
    assert cells(page, NAME) == ["task_00", "task_01"]
    assert not page.notice.individuals.isVisible()


def test_a_folder_without_images_is_refused(
    qtbot: QtBot, context: ProjectContext, tmp_path: Path, complaints: list[str]
) -> None:
    (tmp_path / "nothing").mkdir()
    page = opened(qtbot, context)
    drop(page, tmp_path / "nothing")
    settle(qtbot, page)
    assert [f"no images in {tmp_path / 'nothing'}" in words for words in complaints] == [True]
    assert page.stack.currentWidget() is page.empty


@pytest.mark.slow
def test_skipped_files_are_listed_with_their_reasons(qtbot: QtBot, context: ProjectContext, folder: Path) -> None:
    (folder / "class_00" / "broken.png").write_bytes(b"no image")
    (folder / "loose.png").write_bytes(b"neither")
    page = opened(qtbot, context)
    drop(page, folder)
    settle(qtbot, page)
    assert page.skipped.isVisible()
    assert page.skipped.text().startswith("2")
    assert page.notice.show_list.isVisible()
    dialog = page.show_skipped()
    entries = dialog.table.entries
    rows = {entries.index(row, 0).data(): entries.index(row, 2).data() for row in range(entries.rowCount())}
    assert set(rows) == {"broken.png", "loose.png"}
    assert "class folder" in rows["loose.png"]
    assert not dialog.locate.isVisible()
    dialog.close()


@pytest.mark.slow
def test_stopping_an_import_keeps_what_was_saved_and_says_so(
    qtbot: QtBot, context: ProjectContext, tmp_path: Path, said: list[str]
) -> None:
    page = opened(qtbot, context)
    page.add_folders([make_classes(tmp_path / "many", classes=40, images=20)])
    job = next(job for job in context.jobs.listed if job.name == "Import many")
    qtbot.waitUntil(lambda: (job.share or 0) > 0.4, timeout=20_000)
    job.cancel()
    settle(qtbot, page)
    assert "many" in said[-1]
    assert "stopped" in said[-1]
    assert 0 < len(page.images.grid.cards.images) < 800


@pytest.mark.slow
def test_a_folder_can_be_imported_again_in_another_way(qtbot: QtBot, context: ProjectContext, folder: Path) -> None:
    page = opened(qtbot, context)
    drop(page, folder)
    settle(qtbot, page)
    page.notice.otherwise.click()
    dialog = page.findChild(ImportDialog)
    assert dialog is not None
    dialog.roles.setCurrentIndex(dialog.roles.findData("meta-test"))
    dialog.go.click()
    settle(qtbot, page)
    assert [task.name for task in page.folders.folders.rows.tasks] == ["pollen"]
    assert set(cells(page, ROLE)) == {"Test"}


def test_the_dialog_asks_for_roles_only_where_there_are_classes(
    qtbot: QtBot, context: ProjectContext, folder: Path
) -> None:
    page = opened(qtbot, context)
    dialog = page.ask_how(folder)
    assert dialog.roles.isEnabled()
    dialog.choose_layout("unlabelled")
    assert not dialog.roles.isEnabled()
    assert str(dialog.request().layout) == "unlabelled"
    dialog.close()


def test_the_dialog_asks_what_split_folders_and_folders_inside_classes_are(
    qtbot: QtBot, context: ProjectContext, folder: Path
) -> None:
    page = opened(qtbot, context)
    dialog = page.ask_how(folder)
    dialog.choose_layout("splits")
    assert (str(dialog.request().layout), dialog.request().roles.by_folder) == ("splits", False)
    dialog.choose_layout("split-roles")
    assert not dialog.roles.isEnabled()
    assert (str(dialog.request().layout), dialog.request().roles.by_folder) == ("splits", True)
    dialog.choose_layout("individuals")
    assert not dialog.specimens.isEnabled()
    assert str(dialog.request().layout) == "individuals"
    dialog.close()


@pytest.mark.usefixtures("filled")
def test_choosing_a_folder_shows_its_classes_and_images_alone(qtbot: QtBot, context: ProjectContext) -> None:
    page = opened(qtbot, context)
    assert cells(page, NAME)[-1] == "class_02 · leaves"
    assert len(page.images.grid.cards.images) == 66
    page.folders.folders.setCurrentIndex(page.folders.folders.rows.index(2))
    settle(qtbot, page)
    assert cells(page, NAME) == ["class_00", "class_01", "class_02"]
    assert len(page.images.grid.cards.images) == 18
    assert page.images.title.text() == "leaves"


@pytest.mark.usefixtures("filled")
def test_selecting_classes_shows_their_images(qtbot: QtBot, context: ProjectContext) -> None:
    page = opened(qtbot, context)
    page.classes.table.selectRow(2)
    settle(qtbot, page)
    assert len(page.images.grid.cards.images) == 6
    assert page.images.title.text() == "class_02 · pollen"
    page.classes.table.selectAll()
    settle(qtbot, page)
    assert len(page.images.grid.cards.sections) == 11
    copying = page.classes.table.findChild(TableCopy)
    assert copying is not None
    copying.copy_selection.trigger()
    head, *lines = QApplication.clipboard().text().split("\n")
    assert head.split("\t")[:2] == ["Class", "Images"]
    assert lines[2].split("\t")[:2] == ["class_02 · pollen", "6"]


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_names_and_roles_are_read_whole_in_a_small_window(
    qtbot: QtBot, context: ProjectContext, project: Project, tmp_path: Path, language: str
) -> None:
    for name in ("pollen", "leaves"):
        many = make_classes(tmp_path / name, classes=8, images=20, seed=len(name))
        import_images(project, many, ImportRequest(), Silent())
    with spoken(language):
        page = opened(qtbot, context)
        page.resize(SMALL_PAGE)
        table = page.classes.table
        width = table.fontMetrics().horizontalAdvance
        qtbot.waitUntil(table.verticalScrollBar().isVisible)
        assert table.columnWidth(NAME) - 13 >= width("character_01")
        assert table.columnWidth(ROLE) - 22 >= max(width(role_name(role)) for role in ROLE_NAMES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("filled")
def test_what_a_folder_holds_takes_another_line_where_one_would_be_cut(
    qtbot: QtBot, context: ProjectContext, language: str
) -> None:
    with spoken(language):
        page = opened(qtbot, context)
        folders = page.folders.folders
        heights = []
        for width in (400, 120):
            folders.setFixedWidth(width)
            QApplication.processEvents()
            heights.append(folders.visualRect(folders.rows.index(1)).height())
        assert heights[0] < heights[1]


def test_wide_handles_that_are_remembered_push_nothing_out_of_a_small_window(
    qtbot: QtBot, context: ProjectContext
) -> None:
    before = QSplitter()
    qtbot.addWidget(before)
    for _ in range(3):
        before.addWidget(QWidget())
    before.setHandleWidth(40)
    context.settings.remember_layout("images.splitter", before.saveState())
    page = opened(qtbot, context)
    margins = page.contentsRect().width() - page.body.geometry().width()
    assert page.splitter.minimumSizeHint().width() + margins <= SMALL_PAGE.width()


@pytest.mark.usefixtures("filled")
def test_the_folder_of_a_class_has_a_line_of_its_own(qtbot: QtBot, context: ProjectContext) -> None:
    page = opened(qtbot, context)
    table = page.classes.table
    cell = table.visualRect(table.model().index(1, NAME))
    picture = table.viewport().grab(cell).toImage()
    lower = range(cell.height() * 5 // 8, cell.height())
    assert len({picture.pixel(x, y) for x in range(cell.width()) for y in lower}) > 1
    page.folders.folders.setCurrentIndex(page.folders.folders.rows.index(2))
    settle(qtbot, page)
    assert table.rowHeight(1) < cell.height()


@pytest.mark.usefixtures("filled")
def test_typing_narrows_the_classes(qtbot: QtBot, context: ProjectContext) -> None:
    page = opened(qtbot, context)
    qtbot.keyClicks(page.classes.filter, "LEAVES")
    assert cells(page, NAME) == [f"class_{number:02d} · leaves" for number in range(3)]


@pytest.mark.usefixtures("filled")
def test_classes_are_sorted_as_people_count(qtbot: QtBot, context: ProjectContext, project: Project) -> None:
    page = opened(qtbot, context)
    page.folders.folders.choose(1)
    page.classes.classes.setData(page.classes.classes.index(0, NAME), "class_100")
    settle(qtbot, page)
    page.classes.table.sortByColumn(NAME, Qt.SortOrder.AscendingOrder)
    assert cells(page, NAME)[-1] == "class_100"
    page.classes.table.sortByColumn(NAME, Qt.SortOrder.DescendingOrder)
    assert cells(page, NAME)[0] == "class_100"


@pytest.mark.slow
def test_a_role_given_to_several_classes_can_be_taken_back(
    qtbot: QtBot, context: ProjectContext, filled: Project, said: list[str]
) -> None:
    before = roles(filled)
    page = opened(qtbot, context)
    page.classes.select({1, 2, 3})
    page.classes.roles[2].click()
    settle(qtbot, page)
    assert roles(filled)[:3] == ["meta-test"] * 3
    assert page.classes.selected_ids() == [1, 2, 3]
    assert "Test" in said[-1]
    context.history.undo()
    settle(qtbot, page)
    assert roles(filled) == before
    context.history.redo()
    settle(qtbot, page)
    assert cells(page, ROLE)[:3] == ["Test"] * 3


def test_a_role_is_chosen_in_its_cell(qtbot: QtBot, context: ProjectContext, filled: Project) -> None:
    page = opened(qtbot, context)
    index = page.classes.classes.index(0, ROLE)
    page.classes.table.edit(index)
    box = page.classes.table.findChild(QComboBox)
    assert box is not None
    assert box.currentText() == index.data()
    box.setCurrentIndex(1)
    box.activated.emit(1)
    settle(qtbot, page)
    assert roles(filled)[0] == "meta-validation"


@pytest.mark.slow
def test_a_class_is_renamed_in_its_cell_and_back(qtbot: QtBot, context: ProjectContext, filled: Project) -> None:
    page = opened(qtbot, context)
    page.classes.table.edit(page.classes.classes.index(0, NAME))
    field = page.classes.table.findChild(QLineEdit)
    assert field is not None
    assert field.text() == "class_00"
    field.setText("Betula pendula")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: context.history.next_undo is not None)
    settle(qtbot, page)
    assert cells(page, NAME)[0] == "Betula pendula · pollen"
    context.history.undo()
    settle(qtbot, page)
    assert describe_tasks(filled)[0].classes[0].name == "class_00"
    assert cells(page, NAME)[0] == "class_00 · pollen"


@pytest.mark.usefixtures("filled")
def test_a_name_that_is_taken_is_refused_and_shown_as_it_was(
    qtbot: QtBot, context: ProjectContext, complaints: list[str]
) -> None:
    page = opened(qtbot, context)
    page.classes.classes.setData(page.classes.classes.index(0, NAME), "class_01")
    settle(qtbot, page)
    assert ["class_01" in words for words in complaints] == [True]
    assert cells(page, NAME)[0] == "class_00 · pollen"
    assert context.history.next_undo is None


@pytest.mark.usefixtures("filled")
def test_classes_with_few_images_carry_a_warning(qtbot: QtBot, context: ProjectContext) -> None:
    page = opened(qtbot, context)
    assert "16 images" in cells(page, WARNING)[0]


@pytest.mark.usefixtures("filled")
def test_a_folder_that_is_removed_leaves_its_files(
    qtbot: QtBot, context: ProjectContext, folder: Path, said: list[str]
) -> None:
    page = opened(qtbot, context)
    assert not page.folders.remove.isEnabled()
    page.folders.folders.choose(1)
    assert page.folders.remove.isEnabled()
    page.folders.remove.held.emit()
    settle(qtbot, page)
    assert [task.name for task in page.folders.folders.rows.tasks] == ["leaves"]
    assert "pollen was removed" in said[-1]
    assert (folder / "class_00" / "image_00.png").is_file()


@pytest.mark.usefixtures("filled")
def test_a_folder_that_moved_is_located(
    qtbot: QtBot, context: ProjectContext, folder: Path, tmp_path: Path, said: list[str]
) -> None:
    shutil.move(folder, tmp_path / "elsewhere")
    page = opened(qtbot, context)
    rows = page.folders.folders.rows
    assert rows.details(1) == ("folder not found",)
    page.importing.locate(folder, tmp_path / "elsewhere")
    settle(qtbot, page)
    assert said[-1].startswith("48 of 48")
    assert rows.details(1) == ("8 classes", "48 images")
    assert page.images.grid.cards.images[0].path.is_relative_to(tmp_path / "elsewhere")


@pytest.mark.slow
@pytest.mark.usefixtures("filled")
def test_images_that_went_missing_are_located_from_the_list(
    qtbot: QtBot, context: ProjectContext, folder: Path, tmp_path: Path
) -> None:
    there, stray = tmp_path / "there", tmp_path / "stray"
    shutil.move(folder, there)
    stray.mkdir()
    (there / "class_00" / "image_00.png").rename(stray / "found.png")
    page = opened(qtbot, context)
    page.importing.locate(folder, there)
    settle(qtbot, page)
    dialog = page.show_skipped()
    assert dialog.locate.text().startswith("Locate 1 missing")
    dialog.locate.click()
    chooser = page.findChild(QFileDialog)
    assert chooser is not None
    chooser.fileSelected.emit(str(stray))
    chooser.close()
    settle(qtbot, page)
    assert not page.skipped.isVisible()
    assert stray / "found.png" in [image.path for image in page.images.grid.cards.images]


@pytest.mark.usefixtures("filled")
def test_the_size_of_pictures_is_remembered(qtbot: QtBot, context: ProjectContext) -> None:
    opened(qtbot, context).images.slider.setValue(176)
    assert opened(qtbot, context).images.slider.value() == 176


@pytest.mark.usefixtures("filled")
def test_a_card_opens_large_and_the_arrows_go_on(qtbot: QtBot, context: ProjectContext) -> None:
    page = opened(qtbot, context)
    page.images.grid.select_rows(0, 0)
    dialog = page.images.open_preview(0)
    qtbot.waitUntil(lambda: not dialog.picture.image.isNull() and not context.jobs.listed)
    assert dialog.picture.image.width() == 20
    assert dialog.facts.text() == "1 of 66  ·  20 × 20 pixels"
    qtbot.keyClick(dialog, Qt.Key.Key_Right)
    assert dialog.name.text() == "image_01.png"
    assert page.images.grid.current_row() == 1
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.mark.slow
@pytest.mark.usefixtures("filled")
def test_an_image_that_is_gone_says_so_in_its_preview(qtbot: QtBot, context: ProjectContext) -> None:
    page = opened(qtbot, context)
    page.images.grid.cards.images[0].path.unlink()
    dialog = page.images.open_preview(0)
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert dialog.picture.image.isNull()
    dialog.close()


def test_a_read_only_project_cannot_be_changed(qtbot: QtBot, context: ProjectContext, filled: Project) -> None:
    why = Message("Open elsewhere")
    page = opened(qtbot, replace(context, read_only=why))
    page.folders.folders.choose(1)
    page.classes.select({1})
    for button in (page.add, page.otherwise, page.folders.remove, page.folders.locate, page.classes.roles[0]):
        assert not button.isEnabled()
        assert button.toolTip() == str(why)
    assert not page.acceptDrops()
    assert not page.classes.classes.flags(page.classes.classes.index(0, NAME)) & Qt.ItemFlag.ItemIsEditable


@pytest.mark.slow
@pytest.mark.usefixtures("filled")
def test_what_is_selected_stays_so_when_others_change_the_project(
    qtbot: QtBot, context: ProjectContext, project: Project, tmp_path: Path
) -> None:
    page = opened(qtbot, context)
    page.folders.folders.choose(2)
    settle(qtbot, page)
    page.classes.table.selectRow(1)
    settle(qtbot, page)
    page.images.grid.select_rows(3, 3)
    selected = page.images.grid.selected_ids()
    import_images(project, make_classes(tmp_path / "new", classes=2, seed=11), ImportRequest(), Silent())
    context.changes.tasks_changed.emit(None)
    settle(qtbot, page)
    assert page.folders.folders.rows.rowCount() == 4
    assert page.images.title.text() == "class_01"
    assert page.images.grid.selected_ids() == selected
    QApplication.processEvents()


def test_the_dialog_asks_for_pages_only_where_files_have_several(
    qtbot: QtBot, context: ProjectContext, folder: Path, tmp_path: Path
) -> None:
    page = opened(qtbot, context)
    dialog = page.ask_how(folder)
    settle(qtbot, page)
    assert not dialog.pages.isVisible()
    dialog.close()
    (tmp_path / "pile").mkdir()
    (tmp_path / "pile" / "stack.tif").write_bytes(plain(0, 60, 200))
    dialog = page.ask_how(tmp_path / "pile")
    qtbot.waitUntil(dialog.pages.isVisible)
    assert dialog.pages.choice() is None
    dialog.pages.page.setCurrentIndex(dialog.pages.page.findData("number"))
    dialog.pages.number.setValue(3)
    assert not dialog.pages.in_colour.isVisible()
    dialog.go.click()
    settle(qtbot, page)
    [image] = list_images(context.project)
    assert image_at_full_size(image.path, image.sha256, 8)[-1, -1].tolist() == [200] * 3
