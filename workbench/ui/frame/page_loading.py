"""What is loaded once the window is up: pages on its own thread, a little each time that its event loop comes round."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from functools import partial
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QObject, QTimer, Signal

import workbench.ui
from workbench.operations.garbage_collection import collector_at_rest
from workbench.ui.frame.loading import load_learning, load_storage
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.lanes import LOADING
from workbench.ui.services.translation import tr

_NAMES = 40  # of Qt, at a time
_BESIDES = ("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtSvg", "PySide6.QtTest", "pyqtgraph")


class PageLoading(QObject):
    """Loads storage in a job, then the pages, and says that a project can be opened; torch comes last, in a job.

    What stands on Qt is never imported on another thread: PySide makes a class of Qt when it is first named, and
    enters it into tables that a window that paints reads without a lock; it crashed now and then.
    """

    done = Signal()

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._steps = jobs, _steps()
        self._collector, self._is_stopped = ExitStack(), False

    def start(self) -> None:
        """Begin with it."""
        self._jobs.start(lambda: tr("Loading"), load_storage, owner=self, done=self._on_storage, lane=LOADING)

    def stop(self) -> None:
        """Load nothing any more."""
        self._is_stopped = True
        self._collector.close()

    def _on_storage(self, nothing: object) -> None:
        if not self._is_stopped:
            self._collector.enter_context(collector_at_rest())
            self._step()

    def _step(self) -> None:
        if self._is_stopped:
            return
        step = next(self._steps, None)
        if step is not None:
            step()
            QTimer.singleShot(0, self, self._step)
            return
        self._collector.close()
        self.done.emit()
        self._jobs.start(lambda: tr("Load the learning library"), load_learning, owner=self, lane=LOADING)


def _steps() -> Iterator[Callable[[], object]]:
    for module in (QtCore, QtGui, QtWidgets):
        names = dir(module)
        for first in range(0, len(names), _NAMES):
            yield partial(_name, module, names[first : first + _NAMES])
    for name in _BESIDES:
        yield partial(_import, name)
    for found in walk_packages(workbench.ui.__path__, f"{workbench.ui.__name__}."):
        yield partial(import_module, found.name)


def _name(module: ModuleType, names: list[str]) -> None:
    for name in names:
        getattr(module, name)


def _import(name: str) -> None:
    with suppress(ImportError):  # Not every part of Qt comes with every installation.
        import_module(name)
