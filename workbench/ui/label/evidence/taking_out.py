"""Takes out what spoke for a proposal, and says what the proposals are without it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from workbench.operations.labelling.evidence.evidence import Evidence, Voice, VoiceKind
from workbench.ui.label.answer import NOTHING
from workbench.ui.label.answering import Answering
from workbench.ui.label.class_editing import ClassEditing
from workbench.ui.label.evidence.removal import example_in, row_in
from workbench.ui.label.image_inspector import ImageInspector
from workbench.ui.label.labelling_state import LabellingState
from workbench.ui.label.proposer import Proposer
from workbench.ui.services.translation import tr


@dataclass(frozen=True)
class _Taken:
    """What was taken out, at which image, and the proposals before."""

    voice: Voice
    image_id: int
    best: NDArray[np.int64]  # (n,) class ids
    was_open: NDArray[np.bool_]  # (n,)


class TakingOut(QObject):
    """Connects the panel of what decided with what tells it so, and with what takes examples and labels out."""

    def __init__(
        self,
        labelling: LabellingState,
        editing: ClassEditing,
        answering: Answering,
        proposer: Proposer,
        inspector: ImageInspector,
    ) -> None:
        super().__init__(inspector)
        self._labelling = labelling
        self._editing = editing
        self._answering = answering
        self._inspector = inspector
        self._taken: _Taken | None = None
        inspector.settled.connect(proposer.ask_evidence)
        inspector.evidence.remove_requested.connect(self._take_out)
        proposer.told.connect(self._show)
        proposer.proposed.connect(inspector.show_again)

    def _take_out(self, voice: Voice) -> None:
        labelling, shown = self._labelling, self._inspector.evidence.evidence
        example = example_in(labelling, voice)
        image_id = -1 if shown is None else shown.image_id
        self._taken = _Taken(voice, image_id, labelling.proposed.best.copy(), labelling.is_open())
        if voice.kind is VoiceKind.LABEL:
            self._answering.withdraw(np.array([row_in(labelling, voice)], np.int64))
        elif example is not None:
            self._editing.remove_examples(example[0], [example[1]])

    def _show(self, image_id: int, evidence: Evidence | None) -> None:
        self._inspector.show_evidence(image_id, evidence)
        if self._taken is not None and self._taken.image_id != image_id:
            self._taken = None
        self._inspector.evidence.tell(self._news())

    def _news(self) -> str:
        taken, labelling = self._taken, self._labelling
        if taken is None or self._is_there(taken):
            return ""
        changed = int(np.count_nonzero(taken.was_open & (labelling.proposed.best != taken.best)))
        name = taken.voice.image.path.name
        return tr("{count} proposals are different without {image}", count=changed, image=name)

    def _is_there(self, taken: _Taken) -> bool:
        """Say whether what was taken out is there, as when that was undone; or there are other images now."""
        labelling, voice = self._labelling, taken.voice
        if len(labelling.images) != len(taken.best):
            return True
        if voice.kind is VoiceKind.LABEL:
            return bool(labelling.decision[row_in(labelling, voice)] != NOTHING)
        return example_in(labelling, voice) is not None
