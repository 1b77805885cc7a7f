"""Lets a run propose classes for the images to label, always in jobs; holds the session."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from workbench.errors import UserError
from workbench.facts.fit import Fit
from workbench.operations.labelling.auditing.second_look import SecondLook
from workbench.operations.labelling.known_scale import KnownScale
from workbench.operations.labelling.label_session import LabelSession, Proposals, open_session
from workbench.operations.labelling.proposal_settings import ProposalSettings
from workbench.operations.progress import Cancelled
from workbench.ui.label.label_bar import LabelBar
from workbench.ui.services.job import Job
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import say, tr

_OPENING, _PROPOSING, _EVIDENCE = "label", "label-propose", "label-evidence"


@dataclass(frozen=True)
class ProposalRequest:
    """Which run is to propose for the images of which folder, made squares in which way, as `open_session` takes it."""

    run: str
    task: int
    fit: Fit | None = None


class Proposer(QObject):
    """Opens a session for a request, and proposes again on request; what is shown stays until new proposals come."""

    refused = Signal()  # Nothing can be proposed from what is known now.
    proposed = Signal(Proposals)
    suggested = Signal(tuple)  # ids of the images most worth labelling
    told = Signal(int, object)  # an image's id, and the Evidence for its proposal, None without one
    doubted = Signal(SecondLook)  # what all others contradict
    hinted = Signal(str)  # what is under way, or why nothing is proposed; empty when all is well

    def __init__(self, context: ProjectContext, bar: LabelBar, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._bar = bar
        self._opening: Job | None = None
        self._request: ProposalRequest | None = None
        self._proposing: Job | None = None
        self._looking: Job | None = None
        self.session: LabelSession | None = None
        self.made_with: ProposalSettings | None = None  # what made the proposals that are shown

    @property
    def stands_still(self) -> bool:
        """Whether nothing is open and nothing is being opened, as after Cancel."""
        return self.session is None and self._opening is None and self._request is not None

    def open(self, request: ProposalRequest) -> None:
        """Open a session, and propose as soon as it is; one for the same images stays in use until then."""
        if self._request is None or self._request.task != request.task:
            self.session = None
        self._request = request
        self._opening = self._context.jobs.start(
            lambda: tr("Embed images to label"),
            lambda report: open_session(
                self._context.project,
                run=request.run,
                tasks=[request.task],
                device="auto",
                reporter=report,
                fit=request.fit,
            ),
            owner=self,
            done=self._on_opened,
            failed=self._on_not_opened,
            lane=_OPENING,
            newest="session",
        )
        self.hinted.emit(tr("Processing the images. Labelling can start meanwhile."))

    def open_again(self) -> None:
        """Open a session for the newest request once more."""
        if self._request is not None:
            self.open(self._request)

    def close(self) -> None:
        """Forget the images, as when there are none any more."""
        self.session, self._request = None, None
        if self._opening is not None:
            self._opening.drop()
            self._opening = None

    def propose(self) -> None:
        """Propose with what is known now; where no session is open yet, that comes with it."""
        session = self.session
        learns, uses_pile = self._bar.learn.isChecked(), self._bar.pile.isChecked()
        if session is None:
            return
        if self._looking is not None:
            self._looking.drop()  # The proposals would wait for it, and it is out of date.

        def done(proposals: Proposals) -> None:
            self._proposing = None
            if session is self.session:
                self._hint_what_to_know(proposals, session)
                self.made_with = proposals.made_with
                self.proposed.emit(proposals)

        self._proposing = self._context.jobs.start(
            lambda: tr("Propose labels"),
            lambda report: session.propose(
                self._context.project, report, learn_from_decisions=learns, use_pile=uses_pile
            ),
            owner=self,
            done=done,
            failed=self._on_refused,
            lane=_PROPOSING,
            newest="propose",
        )

    def look_again(self) -> None:
        """Find what all others contradict; not while proposals are made, which come first."""
        session = self.session
        if session is None or self._proposing is not None:
            return

        def done(doubted: SecondLook) -> None:
            if session is self.session:
                self.doubted.emit(doubted)

        self._looking = self._context.jobs.start(
            lambda: tr("Look at labels and examples again"),
            lambda report: session.look_again(self._context.project, report),
            owner=self,
            done=done,
            failed=self._on_none_doubted,
            newest="look-again",
        )

    def ask_next(self, scale: KnownScale | None, keep: float | None) -> None:
        """Find the images most worth labelling; what looks stranger than that share of known ones stands apart."""
        session = self.session
        learns, uses_pile = self._bar.learn.isChecked(), self._bar.pile.isChecked()
        if session is not None:
            self._context.jobs.start(
                lambda: tr("Suggest images"),
                lambda report: session.ask_next(
                    self._context.project, learn_from_decisions=learns, use_pile=uses_pile, scale=scale, keep=keep
                ),
                owner=self,
                done=self.suggested.emit,
                failed=self._on_not_proposed,
                newest="ask",
            )

    def ask_evidence(self, image_id: int) -> None:
        """Find what spoke for the proposal of an image."""
        session = self.session
        if session is None:
            self.told.emit(image_id, None)
            return

        # One at a time: while a proposal is being made, they would all wait for it.
        self._context.jobs.start(
            lambda: tr("Find what decided"),
            lambda report: session.evidence(image_id),
            owner=self,
            done=lambda evidence: self.told.emit(image_id, evidence),
            lane=_EVIDENCE,
            newest="evidence",
        )

    def _on_opened(self, session: LabelSession) -> None:
        self.session, self._opening = session, None
        self.hinted.emit("")
        self.propose()

    def _on_not_opened(self, error: Exception) -> None:
        self._opening = None
        if isinstance(error, UserError):
            self.hinted.emit(say(error.text))
        elif isinstance(error, Cancelled):
            self.hinted.emit(tr("Stopped: no proposals."))

    def _on_not_proposed(self, error: Exception) -> None:
        # Too few examples is no failure: the hint names them as the next step.
        if isinstance(error, UserError):
            self.hinted.emit(say(error.text))

    def _on_none_doubted(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.doubted.emit(SecondLook())

    def _on_refused(self, error: Exception) -> None:
        self._proposing = None
        # What had been proposed was of classes and examples that are no longer there.
        if isinstance(error, UserError):
            self.refused.emit()
        self._on_not_proposed(error)

    def _hint_what_to_know(self, proposals: Proposals, session: LabelSession) -> None:
        words = [say(note) for note in proposals.notes]
        if proposals.left_out:
            names = ", ".join(proposals.left_out)
            words.append(
                tr("Not proposed (no examples and no row in the table of traits): {names}.", names=names)
                if session.reads_traits
                else tr("Not proposed (no examples yet): {names}.", names=names)
            )
        if session.unreadable:
            words.append(tr("{count} images cannot be read.", count=len(session.unreadable)))
        self.hinted.emit(" ".join(words))
