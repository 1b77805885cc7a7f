"""The names of keys, the same wherever the window shows them."""

import sys

from PySide6.QtGui import QKeySequence

from workbench.ui.services.translation import tr


def key_words(keys: QKeySequence.StandardKey | str) -> str:
    """Return a shortcut as it stands on a keyboard of the person's language: Ctrl+Mayús+Z; on a Mac its own signs."""
    sequence = QKeySequence(keys)
    if sys.platform == "darwin":
        return sequence.toString(QKeySequence.SequenceFormat.NativeText)
    # Qt's translation names the same keys otherwise than people, and than the rest of this program.
    names = {"Ctrl": tr("Ctrl"), "Shift": tr("Shift"), "Alt": tr("Alt"), "Left": "←", "Right": "→"}
    parts = sequence.toString(QKeySequence.SequenceFormat.PortableText).split("+")
    return "+".join(names.get(part, part) for part in parts)
