"""Signals that say what changed in the project and who changed it, so that everything else that shows it reloads."""

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    """Emitted after an operation has succeeded; pages listen here and never to each other.

    Each carries its initiator, the object that changed the project and may ignore the signal, having shown its own
    change already; None where everything is to be read again.
    """

    tasks_changed = Signal(object)
    runs_changed = Signal(object)
    evaluations_changed = Signal(object)
    classes_changed = Signal(object)  # The classes used in labelling, and their examples.
    labels_changed = Signal(object)
    picks_changed = Signal(object)  # What somebody wants of the images, or does not.
    traits_changed = Signal(object)  # The project has another table of traits.
