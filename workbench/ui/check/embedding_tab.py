"""The tab Embedding: where the tested run embeds images of the classes of the test."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from workbench.errors import UserError
from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.evaluation.evaluations import EvaluationDetails, most_mistaken
from workbench.operations.runs.embedding_frames import MOST_SHOWN, embed_reference
from workbench.operations.runs.training_events import EmbeddingFrame, ReferenceImages
from workbench.ui.check.result_tab import ResultTab
from workbench.ui.check.subjects import subject_key
from workbench.ui.controls.text import label
from workbench.ui.look.tokens import SMALL
from workbench.ui.plots.embedding_plot import EmbeddingPlot
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import say, tr


class EmbeddingTab(ResultTab):
    """Embeds the images only once the tab is visible, as that runs the network."""

    def __init__(self, context: ProjectContext, page_request: Callable[[], ComparisonRequest]) -> None:
        super().__init__(context, page_request)
        self._details: EvaluationDetails | None = None
        self._embedded: tuple[str, tuple[tuple[int, str], ...]] | None = (
            None  # Whose images are shown, or being embedded.
        )
        self.plot = EmbeddingPlot(context)
        panel = self._panel = QFrame()
        panel.setProperty("kind", "panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        inside.addWidget(self.plot)
        self.words = label("", "muted", wrap=True)
        self.words.setMargin(SMALL)
        self.note = label("", "small", wrap=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.words)
        self._stack.addWidget(panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        self._save = self.plot.saving.button()
        kept = self._save.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._save.setSizePolicy(kept)
        head = QHBoxLayout()
        head.addWidget(self.note, 1)
        head.addWidget(self._save, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    @classmethod
    def tab_name(cls) -> str:
        return tr("Embedding")

    def show_result(self, details: EvaluationDetails) -> None:
        self._details = details
        if self.isVisible():
            self._renew()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._renew()

    def _renew(self) -> None:
        if self._details is None:
            return
        key, classes = subject_key(self._details.summary), most_mistaken(self._details, MOST_SHOWN)
        shown = key, tuple((entry.id, entry.name) for entry in classes)
        if self._embedded == shown:
            return
        self._embedded = shown
        if self._details.summary.kind == "pixels":
            self._say(tr("Raw pixels are compared directly: there is no embedding."))
            return
        self._say(tr("Computing the embedding…"))
        self.context.jobs.start(
            lambda: tr("Compute embedding"),
            lambda report: embed_reference(
                self.context.project, key, "auto", report, classes=[entry.id for entry in classes]
            ),
            owner=self,
            done=self._show,
            failed=self._fail,
            newest="embedding",
        )

    def _show(self, placed: tuple[ReferenceImages, EmbeddingFrame]) -> None:
        reference, frame = placed
        self.plot.show_reference(reference)
        self.plot.show_frame(frame.points)
        self._save.show()
        self._stack.setCurrentWidget(self._panel)
        self.note.setText(_whose(len(reference.classes), len(self._details.classes) if self._details else 0))

    def _fail(self, error: Exception) -> None:
        # Tried again when the tab is shown again.
        self._embedded = None
        self._say(say(error.text) if isinstance(error, UserError) else tr("The embedding was not computed."))

    def _say(self, text: str) -> None:
        self.words.setText(text)
        self.note.setText("")
        self._save.hide()
        self._stack.setCurrentWidget(self.words)


def _whose(shown: int, tested: int) -> str:
    """Say which of the test's classes are shown: more than eight could not be told apart by their colours."""
    if tested <= MOST_SHOWN:
        return tr("The classes of this test: images the network finds similar lie close together.")
    return tr(
        "The {shown} classes of this test with the most mistakes, of {tested}: images the network finds similar lie "
        "close together.",
        shown=shown,
        tested=tested,
    )
