"""Signals that say what changed in the project, so that whoever shows it reads it again."""

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    """Emitted after an operation has succeeded; pages listen here and never to each other."""

    tasks_changed = Signal()
    runs_changed = Signal()
    evaluations_changed = Signal()
    classes_changed = Signal()  # The classes to give to images, and their examples.
    labels_changed = Signal()
    traits_changed = Signal()  # The project has another table of traits.
