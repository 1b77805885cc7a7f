"""Signals that say what changed in the project and who changed it, so that whoever else shows it reads it again."""

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    """Emitted after an operation has succeeded; pages listen here and never to each other.

    Each passes on its initiator, the object that changed the project, so that whoever has shown its own change already
    can ignore it; None where everybody is to read again.
    """

    tasks_changed = Signal(object)
    runs_changed = Signal(object)
    evaluations_changed = Signal(object)
    classes_changed = Signal(object)  # The classes to give to images, and their examples.
    labels_changed = Signal(object)
    traits_changed = Signal(object)  # The project has another table of traits.
