"""The button of a class's heading: an ordinary click accepts the sure proposals, its menu all of them."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal

from workbench.ui.label.acceptance import Acceptance, are_sure
from workbench.ui.label.strangers.heading_button import HeadingButton
from workbench.ui.services.translation import tr


class AcceptButton(HeadingButton):
    """Says beforehand how many proposals it accepts, and how many of those are expected to be wrong."""

    requested = Signal(bool)  # Whether only the sure ones are to be accepted.

    def __init__(self, confidence: NDArray[np.float32]) -> None:
        sure, every = Acceptance.of(confidence[are_sure(confidence)]), Acceptance.of(confidence)
        whole = _of_all(every)
        if sure.count:
            whole = tr("Accept {count} sure ({expected})", count=sure.count, expected=sure.expected)
        others = [(_of_all(every), lambda: self.requested.emit(False))] if 0 < sure.count < every.count else []
        hint = tr("Estimated from the confidence of each proposal; images of none of these classes may be among them.")
        super().__init__((whole, lambda: self.requested.emit(sure.count > 0)), others, hint)


def _of_all(every: Acceptance) -> str:
    return tr("Accept all {count} ({expected})", count=every.count, expected=every.expected)
