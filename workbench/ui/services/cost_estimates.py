"""The estimates of what trainings would cost that are under way, so that a training can wait for their end."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.operations.runs.planning.cost_estimate import Cost, estimate_cost
from workbench.operations.runs.training_request import TrainingRequest
from workbench.ui.services.job import Job
from workbench.ui.services.job_report import Report
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.translation import tr
from workbench.words import Message, marked

if TYPE_CHECKING:
    from workbench.operations.project.opening import Project

_MEASURING = "measuring"  # The lane of cost estimates.
_GETTING_READY = Message(marked("Getting ready"))


class CostEstimates:
    """Starts estimates, of which the newest counts, and drops them when something is to be learned."""

    def __init__(self, project: "Project", jobs: Jobs) -> None:
        self._project = project
        self._jobs = jobs
        self._under_way: list[Job] = []

    def start(
        self,
        request: TrainingRequest,
        owner: QObject,
        done: Callable[[Cost], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Measure what a training would cost."""
        job = self._jobs.start(
            lambda: tr("Estimate cost"),
            lambda report: estimate_cost(self._project, request, report),
            owner=owner,
            done=done,
            failed=failed,
            lane=_MEASURING,
            newest="cost",
        )
        self._under_way.append(job)
        job.ended.connect(lambda: self._under_way.remove(job))

    def drop(self) -> Callable[[Report], None]:
        """Ask all to stop; return what waits, on the thread of a training, until they have."""
        dropped = tuple(self._under_way)
        for job in dropped:
            job.drop()

        def wait(report: Report) -> None:
            # An estimate puts torch's random state back when it ends, which must not happen during a training.
            for job in dropped:
                while not job.wait(0.05):
                    report.report(None, _GETTING_READY)

        return wait
