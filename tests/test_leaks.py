"""What a test leaves behind is found, whatever it is, and what ends by itself is no leak."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.leaks import held, leaked_since, listeners, listening_since
from workbench.store.project import create_project

pytest_plugins = ["pytester"]


@pytest.mark.slow
def test_a_project_left_open_is_found(tmp_path: Path) -> None:
    before = held(tmp_path)
    with create_project(tmp_path / "left.mlwb") as project, project.read() as session:
        session.connection()
        leaked = leaked_since(before, tmp_path, patience=0.01)
    assert "the thread idle checkpoints" in leaked
    assert f"the open file {tmp_path / 'left.mlwb'}" in leaked
    assert leaked_since(before, tmp_path) == []


def test_a_window_left_open_is_found_and_one_to_be_deleted_is_none(qapp: QApplication, tmp_path: Path) -> None:
    before = held(tmp_path)
    window = QWidget()
    assert [leak.split()[1] for leak in leaked_since(before, tmp_path)] == ["window"]
    window.deleteLater()
    assert leaked_since(before, tmp_path) == []


class Service(QObject):
    """Lives longer than the pages that listen to it."""

    changed = Signal(str)


class PageOfNothing(QLabel):
    """Listens to a service in one of the ways in which code does."""

    def __init__(self, service: Service, way: str) -> None:
        super().__init__()
        if way == "a method":
            service.changed.connect(self.hear)
        elif way == "a method of Qt":
            service.changed.connect(self.setText)
        else:
            service.changed.connect(lambda text: self.hear(text.upper()))

    def hear(self, text: str) -> None:
        self.setText(text)


@pytest.mark.parametrize(("way", "left"), [("a method", 0), ("a method of Qt", 0), ("a lambda", 1)])
def test_what_listens_after_its_page_has_gone_is_found(qapp: QApplication, way: str, left: int) -> None:
    service = Service()
    before = listeners([service])
    page = PageOfNothing(service, way)
    assert listening_since(before, [service]) == ["1 listening to Service.changed(QString)"]
    page.deleteLater()
    assert len(listening_since(before, [service])) == left


@pytest.mark.slow
def test_a_thread_is_given_time_to_end(tmp_path: Path) -> None:
    before, gate = held(tmp_path), threading.Event()
    thread = threading.Thread(target=gate.wait, name="waiting")
    thread.start()
    assert leaked_since(before, tmp_path, patience=0.01) == ["the thread waiting"]
    threading.Timer(0.05, gate.set).start()
    assert leaked_since(before, tmp_path) == []


@pytest.mark.slow
def test_a_test_that_leaves_something_behind_fails(pytester: pytest.Pytester) -> None:
    pytester.makeconftest("from tests.conftest import leaves_nothing_behind as leaves_nothing_behind")
    pytester.makepyfile(
        """
        def test_tidy():
            pass

        def test_leaking(tmp_path):
            global file
            file = open(tmp_path / "left", "w")

        def teardown_module():
            file.close()
        """
    )
    result = pytester.runpytest_inprocess("-p", "no:randomly", "-p", "no:cacheprovider")
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(["*This test left behind the open file *left."])
