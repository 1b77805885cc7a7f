"""Takes out what spoke for a proposal, and says what the proposals are without it."""

import numpy as np
from PySide6.QtCore import QObject

from workbench.operations.labelling.evidence.evidence import Evidence, Voice, VoiceKind
from workbench.ui.label.answering import Answering
from workbench.ui.label.class_editing import ClassEditing
from workbench.ui.label.evidence.removal import example_in, row_in
from workbench.ui.label.image_inspector import ImageInspector
from workbench.ui.label.labelling_state import LabellingState
from workbench.ui.label.proposer import Proposer
from workbench.ui.services.translation import tr


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
        self._without = ""  # the name of the image just taken out, until there are proposals without it
        self._before = labelling.proposed.best
        inspector.settled.connect(proposer.ask_evidence)
        inspector.evidence.remove_requested.connect(self._take_out)
        proposer.told.connect(self._show)
        proposer.proposed.connect(self._on_proposed)

    def _take_out(self, voice: Voice) -> None:
        example = example_in(self._labelling, voice)
        self._without, self._before = voice.image.path.name, self._labelling.proposed.best.copy()
        if voice.kind is VoiceKind.LABEL:
            self._answering.withdraw(np.array([row_in(self._labelling, voice)], np.int64))
        elif example is not None:
            self._editing.remove_examples(example[0], [example[1]])

    def _show(self, image_id: int, evidence: Evidence | None) -> None:
        self._inspector.show_evidence(image_id, evidence)

    def _on_proposed(self) -> None:
        now = self._labelling.proposed.best
        if self._without and len(now) == len(self._before):
            changed = int(np.count_nonzero(self._labelling.is_open() & (now != self._before)))
            news = tr("Without {image}, {count} proposals are different", image=self._without, count=changed)
            self._inspector.evidence.tell(news)
        else:
            self._inspector.evidence.tell("")
        self._without = ""
        self._inspector.show_again()
