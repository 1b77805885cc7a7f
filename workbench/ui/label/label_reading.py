"""Reads what the page Label shows, in jobs; remembers which folder is labelled, and which run makes the proposals."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from workbench.facts.decision import Decision
from workbench.facts.fit import FITS, Fit
from workbench.operations.labelling.decisions import decided_images
from workbench.operations.labelling.labelling_set import LabellingClassFacts, labelling_classes
from workbench.operations.runs.trained import PRETRAINED
from workbench.ui.label.label_sources import Pile, Sources, read_pile, read_sources
from workbench.ui.label.labelling_state import LabellingState
from workbench.ui.label.proposer import ProposalRequest
from workbench.ui.services.job import Done, JobWork
from workbench.ui.services.lanes import WRITING
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.run_words import damaged_runs, name_or_number
from workbench.ui.services.settings import model_key
from workbench.ui.services.translation import tr


class LabelReading(QObject):
    """Reads in one order with what is written, so that every earlier decision is in what it reads."""

    sources_loaded = Signal()
    run_loaded = Signal()  # Another run may make the proposals.
    images_loaded = Signal(bool)  # Whether they are of the same folder as before.
    classes_loaded = Signal(bool)  # Whether the examples have changed.
    decided_loaded = Signal()
    request_changed = Signal(ProposalRequest)

    def __init__(self, context: ProjectContext, labelling: LabellingState, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._labelling = labelling
        project = hashlib.sha256(str(context.path).encode("utf-8", "surrogateescape")).hexdigest()[:16]
        self._task_name, self._run_name = f"label.task.{project}", model_key(context.path)
        self._fit_name = f"label.fit.{project}"
        self._opened: tuple[int, int] | None = None  # the folder shown, and how many images it had
        self.sources: Sources | None = None
        self.task: int | None = None
        self.run: str | None = None
        self._told_of: str | None = None  # the deleted run that was said to propose no more
        stored = context.settings.text(self._fit_name)
        self.fit: Fit | None = next((fit for fit in FITS if fit == stored), None)

    @property
    def sample(self) -> Path | None:
        """Where the examples of the example project lie; None for any other project."""
        return self.sources.sample if self.sources is not None else None

    @property
    def reads_traits(self) -> bool:
        """Whether the run that makes the proposals knows classes by the table of traits, too."""
        return self.sources is not None and self.sources.reads_traits(self.run)

    def read(self) -> None:
        """Read the folders and runs to choose from, then what the chosen ones show."""
        project, path = self._context.project, self._context.path
        self._context.jobs.start(
            tr("Load project"),
            lambda report: read_sources(project, path),
            owner=self,
            done=self._take_sources,
            newest="sources",
        )
        self._context.names.read()

    def choose_task(self, task: int) -> None:
        """Label the images of another folder."""
        self._context.settings.remember_text(self._task_name, str(task))
        self.task = task
        self._open()

    def choose_run(self, run: str) -> None:
        """Let another run propose."""
        self._context.settings.remember_text(self._run_name, run)
        self.run = run
        self.run_loaded.emit()
        self._request()

    def choose_fit(self, fit: Fit | None) -> None:
        """Let images become squares in another way; None leaves that to the program."""
        self._context.settings.remember_text(self._fit_name, fit or "")
        self.fit = fit
        self._request()

    def keep_run(self) -> None:
        """Keep the current run as the choice: a person has started to decide with its proposals."""
        if self.run is not None:
            self._context.settings.remember_text(self._run_name, self.run)

    def read_classes(self) -> None:
        """Read the classes and their examples."""
        clock = self._labelling.clock

        def done(classes: tuple[LabellingClassFacts, ...]) -> None:
            before = _examples(self._labelling.classes)
            self._labelling.take_classes(classes, clock)
            self.classes_loaded.emit(before != _examples(classes))

        self._in_order(lambda report: labelling_classes(self._context.project), done, "classes")

    def read_decided(self) -> None:
        """Read the decisions again, as when what is shown may not have been written."""
        task, clock = self.task, self._labelling.clock
        if task is None:
            return

        def done(decided: Mapping[int, tuple[Decision, int | None]]) -> None:
            if task == self.task:
                self._labelling.take_decided(decided, clock)
                self.decided_loaded.emit()

        self._in_order(lambda report: decided_images(self._context.project, [task]), done, "decided")

    def _take_sources(self, sources: Sources) -> None:
        self.sources = sources
        self._context.notifier.tell_of_damage(damaged_runs(sources.damaged))
        settings = self._context.settings
        stored_task = settings.text(self._task_name)
        known = sources.task(self.task) or sources.task(int(stored_task) if stored_task.isdecimal() else None)
        first = sources.piles[0] if sources.piles else None
        task = known or first
        self.task = task.id if task is not None else None
        runs = [str(run.id) for run in sources.runs] + [PRETRAINED]
        # One that still learns proposes only where a person has chosen it.
        usual = PRETRAINED if sources.usual is None else str(sources.usual.run)
        before, chosen = self.run, settings.text(self._run_name)
        # The choice first: a run that was deleted, and is restored, proposes again.
        self.run = chosen if chosen in runs else usual
        self._tell_if_deleted(before if before not in (None, self.run) else chosen)
        self.sources_loaded.emit()
        self.run_loaded.emit()
        self.read_classes()
        if task is None:
            self._opened = None
            self._labelling.take_images(())
            self.images_loaded.emit(False)
        elif self._opened != (task.id, task.images):
            self._open()
        elif self.run != before:
            self._request()

    def _tell_if_deleted(self, run: str | None) -> None:
        """Say that the run that was to propose is deleted, and which proposes in its place."""
        deleted: list[str | None] = [] if self.sources is None else [*map(str, self.sources.deleted)]
        told, self._told_of = self._told_of, run if run in deleted else None
        if self._told_of in (None, told):
            return
        words = tr(
            "Run {run} was deleted. What you decided stays; {model} proposes now.",
            run=self._told_of,
            model=self._shown(),
        )
        self._context.notifier.say(words)

    def _shown(self) -> str:
        runs = () if self.sources is None else self.sources.runs
        named = next((name_or_number(facts) for facts in runs if str(facts.id) == self.run), None)
        return named or tr("the pretrained network")

    def _open(self) -> None:
        task = self.task
        if task is None:
            return
        clock = self._labelling.clock

        def done(pile: Pile) -> None:
            if task != self.task:
                return
            same = self._opened is not None and self._opened[0] == task
            self._opened = (task, len(pile.images))
            # The proposals stay until the run has classified the added images, too.
            self._labelling.take_images(pile.images, same=same)
            self._labelling.take_decided(pile.decided, clock)
            self.images_loaded.emit(same)
            if self._labelling.clock != clock:
                # Something was decided while this was read.
                self.read_decided()
            self._request()

        self._in_order(lambda report: read_pile(self._context.project, task), done, "pile")

    def _request(self) -> None:
        if self.task is not None and self.run is not None and len(self._labelling.images):
            self.request_changed.emit(ProposalRequest(self.run, self.task, self.fit))

    def _in_order(self, work: JobWork, done: Done, newest: str) -> None:
        self._context.jobs.start(tr("Load project"), work, owner=self, done=done, lane=WRITING, newest=newest)


def _examples(classes: tuple[LabellingClassFacts, ...]) -> dict[int, frozenset[int]]:
    """Return which images are examples of which class: what proposals rest on."""
    return {image_class.id: frozenset(example.id for example in image_class.examples) for image_class in classes}
