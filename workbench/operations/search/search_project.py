"""Search for the best way to learn from a project's images: the operation behind *Choose for me*."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from secrets import token_hex

from workbench import learning
from workbench.errors import UserError
from workbench.facts import Fact, fact
from workbench.operations.attributes.trait_tables import project_traits
from workbench.operations.engines.choose_engine import engine_of
from workbench.operations.engines.train_many import EngineChoice
from workbench.operations.features.choose_fit import choose_fit
from workbench.operations.features.episode_pool import class_ids_of
from workbench.operations.progress import Cancelled, Reporter
from workbench.operations.runs.listing import list_runs
from workbench.operations.runs.training import versions_here
from workbench.operations.search.advice import Advice, Asked, advice_from_json, advice_to_json, advise
from workbench.operations.search.budget import TEST_STAGE, Budget
from workbench.operations.search.events import OnSearchEvent, SearchEvent, StageBegan
from workbench.operations.search.final_test import Contender, choose, embed_test_images, tested
from workbench.operations.search.found import Found, found_of, why_nothing_was_trained
from workbench.operations.search.heads import HEADS, HEADS_STAGE, refuse_without_head, try_heads
from workbench.operations.search.looks import Looks, looks_of
from workbench.operations.search.pace import TrainingLength
from workbench.operations.search.past_tasks import PastTask, PastTrial, own_tasks, remember, shipped_tasks
from workbench.operations.search.search_record import ENDED_EARLY, SearchRecord, TrialFacts, begin_search, newest_search
from workbench.operations.search.search_request import SearchRequest, completed_request, refuse_time
from workbench.operations.search.space import learners
from workbench.operations.search.time_of_test import CONTENDERS, time_of_test
from workbench.operations.search.trainings import TRAININGS_STAGE, Trainings
from workbench.operations.search.trial_runs import drop_weights
from workbench.operations.search.trials import Trials
from workbench.operations.search.unavoidable import Unavoidable
from workbench.operations.serialisation import to_json
from workbench.store.models import Role, RunState
from workbench.store.project import Project
from workbench.words import Message

_TO_CHOOSE = 0.6  # of the time that is left when the best is chosen; the rest is for testing it


def search_project(
    project: Project,
    request: SearchRequest,
    reporter: Reporter,
    *,
    engine: EngineChoice | None = None,
    on_event: OnSearchEvent | None = None,
) -> SearchRecord:
    """Search, in three stages, and return the record of the search, which says what was found.

    Simple heads, then trainings that promise more, then the best of each on classes never looked at. Raises UserError
    where there are too few classes (nothing is written then), Cancelled when stopped: it can be resumed.
    """
    request = completed_request(project, request)
    classes = {role: class_ids_of(project, role) for role in Role}
    record = begin_search(project, request, classes, versions_here())
    return _Search(record, request, reporter, on_event or _unheard).run(engine or EngineChoice())


def resume_search(
    project: Project,
    reporter: Reporter,
    *,
    seconds: float | None = None,
    only_tests: bool = False,
    engine: EngineChoice | None = None,
    on_event: OnSearchEvent | None = None,
) -> SearchRecord:
    """Go on with the newest search, which was stopped or killed, or is to go on for so many seconds in all.

    A search that is over is returned as it is, unless it is given more time than it took. `only_tests`: a person wants
    it to try nothing more, so that its time is what it took. Raises as `search_project` does, and UserError where
    there is none.
    """
    record = newest_search(project)
    request = record.request()
    if only_tests:
        seconds = max(1.0, record.seconds())
    if seconds is not None:
        refuse_time(seconds)
    if record.is_over() and (seconds is None or record.seconds() >= seconds):
        return record
    if seconds is not None:
        request = replace(request, seconds=seconds)
        record.keep_request(request)
        record.keep_plan(record.plan() | {ENDED_EARLY: only_tests})
    record.keep_progress(record.seconds(), RunState.RUNNING)
    record.keep_failure(None)
    return _Search(record, request, reporter, on_event or _unheard).run(engine or EngineChoice())


class _Search:
    """A search under way: its stages, one after the other."""

    def __init__(
        self, record: SearchRecord, request: SearchRequest, reporter: Reporter, on_event: OnSearchEvent
    ) -> None:
        self._record, self._request, self._on_event = record, request, on_event
        self._budget = Budget(request.seconds, record.seconds())
        self._reporter = _OfTheWhole(reporter, self._budget)
        self._unavoidable = Unavoidable(record, self._budget)

    def run(self, choice: EngineChoice) -> SearchRecord:
        record, device = self._record, self._request.device
        with (
            self._end_recorded(),
            engine_of(choice.name, choice.workers, choice.address, device, reporter=self._reporter) as computing,
        ):
            with self._unavoidable.part("images"):
                looks, request = self._looked_at()
                trials = Trials(
                    record, request, computing, self._budget, self._reporter,
                    channels=3 if looks.colour else 1, on_event=self._on_event,
                )  # fmt: skip
                self._begin_stage(HEADS_STAGE)
                if not trials.known:
                    trials.prepare(HEADS[0])
            try_heads(trials)
            refuse_without_head(trials)
            with self._unavoidable.part("test_images"):
                embed_test_images(record.project, request.fit or "stretch", self._device, self._reporter)
            self._begin_stage(TRAININGS_STAGE)
            advice = self._advised(looks, trials)
            pace = TrainingLength(trials, self._seconds_of_a_training())
            trainings = Trainings(trials, advice, pace)
            in_time = trainings.has_time
            trainings.train()
            self._begin_stage(TEST_STAGE)
            with self._unavoidable.part("test"):
                found = self._tested(trials, in_time=in_time)
            self._conclude(found)
            self._let_go(trials)
            self._remember(looks, trials)
        return record

    @property
    def _is_ended_early(self) -> bool:
        """Whether a person told it to try nothing more."""
        return bool(self._record.plan().get(ENDED_EARLY))

    @property
    def _device(self) -> str:
        return learning.choose_device(self._request.device).name

    def _looked_at(self) -> tuple[Looks, SearchRequest]:
        """Return what the images look like, and the request with how they become squares; both are found out once."""
        plan, project = self._record.plan(), self._record.project
        if "looks" not in plan:
            plan["search"] = token_hex(8)
            plan["looks"] = to_json(looks_of(project, self._reporter))
            plan["fit"] = self._request.fit or choose_fit(project, self._device, self._reporter).fit
            self._record.keep_plan(plan)
        return Looks(**plan["looks"]), replace(self._request, fit=plan["fit"])

    def _advised(self, looks: Looks, trials: Trials) -> Advice:
        plan = self._record.plan()
        if "advice" not in plan:
            plan["advice"] = advice_to_json(self._advice(looks, trials))
            self._record.keep_plan(plan)
        return advice_from_json(plan["advice"])

    def _advice(self, looks: Looks, trials: Trials) -> Advice:
        request, seconds = self._request, self._budget.for_trainings
        possible = request.learners or learners(with_traits=project_traits(self._record.project) is not None)
        if not request.learns:
            return Advice(possible)
        asked = Asked(looks, request.way, request.shot, _best_head(trials), self._budget.of_a_training())
        return advise(asked, (*shipped_tasks(), *own_tasks()), possible, seconds=seconds)

    def _remember(self, looks: Looks, trials: Trials) -> None:
        """Add what was found out to the table of this computer."""
        if not self._request.learns or not _validated(trials):
            return
        tried = tuple(
            PastTrial(trial.setting, tuple((rung.seconds, rung.accuracy) for rung in trial.rungs))
            for trial in _validated(trials)
        )
        request, search = self._request, self._record.plan()["search"]
        remember(PastTask(looks, request.way, request.shot, _best_head(trials), tried, search))

    def _seconds_of_a_training(self) -> float:
        """Return the time of the longest training, which stays what it was when the search began."""
        plan = self._record.plan()
        if "training" not in plan:
            plan["training"] = self._budget.of_a_training()
            self._record.keep_plan(plan)
        return plan["training"]

    def _conclude(self, found: Found | Fact) -> None:
        """Keep what was found, or why nothing was."""
        overrun = None if self._is_ended_early else self._unavoidable.overrun()
        kept = None if isinstance(found, Fact) else to_json(replace(found, overrun=overrun))
        self._record.keep_failure(found if isinstance(found, Fact) else None)
        self._record.keep_progress(self._budget.spent, RunState.FINISHED, kept)

    def _tested(self, trials: Trials, *, in_time: bool) -> Found | Fact:
        """Choose the best training and compare it with the best simple head; the fact is why it cannot be."""
        heads = [trial for trial in trials.known if trial.stage == HEADS_STAGE and trial.accuracy is not None]
        head = max(heads, key=_accuracy)
        baseline = self._baseline(head, trials)
        learned = sorted(_usable(trials), key=_accuracy, reverse=True)[:CONTENDERS]
        project, time = self._record.project, time_of_test(trials.known, trials.request)
        contenders = [Contender(baseline, 0.0), *(Contender(trial.run or 0, trial.seconds) for trial in learned)]
        by = replace(trials.request, validation_episodes=time.to_choose(_TO_CHOOSE * self._budget.left))
        best = choose(project, by, contenders, self._device, self._reporter)
        best_learned = best if best != baseline else learned[0].run if learned else None
        runs = (baseline,) if best_learned is None else (baseline, best_learned)
        episodes = time.to_test(self._budget.left)
        result = tested(project, trials.request, runs, episodes=episodes, reporter=self._reporter)
        why_none = why_nothing_was_trained(in_time=in_time, stopped=self._is_ended_early)
        return found_of(result, best=best, baseline=baseline, learned=best_learned, why_none=why_none)

    def _baseline(self, head: TrialFacts, trials: Trials) -> int:
        """Return the run of the best simple head, which is written only now."""
        if head.run in {run.id for run in list_runs(trials.project).runs if run.has_weights}:
            return head.run or 0
        run = trials.keep_as_run(head.setting)
        trials.keep(replace(head, run=run))
        return run

    def _let_go(self, trials: Trials) -> None:
        """Drop the weights of those trainings that are over and not among the best."""
        over = [trial for trial in _usable(trials) if trial.state.is_over]
        for trial in sorted(over, key=_accuracy, reverse=True)[CONTENDERS:]:
            drop_weights(self._record.project, trial.run or 0)

    def _begin_stage(self, stage: int) -> None:
        self._on_event(StageBegan(self._record.id, stage, self._budget.left, self._request))

    @contextmanager
    def _end_recorded(self) -> Generator[None]:
        """Keep how long it took and that it can go on when it is stopped, or that something went wrong."""
        try:
            yield
        except (Cancelled, KeyboardInterrupt):
            self._record.keep_progress(self._budget.spent, RunState.STOPPED)
            raise
        except Exception as error:
            self._record.keep_progress(self._budget.spent, RunState.FAILED)
            self._record.keep_failure(_why_it_failed(error))
            raise


class _OfTheWhole:
    """Reports what is done now, with the share of the search's time that has passed; once it is over, of what is done.

    What the test needs is done even where there was no time for it.
    """

    def __init__(self, reporter: Reporter, budget: Budget) -> None:
        self._reporter, self._budget = reporter, budget

    def report(self, share: float | None, text: Message) -> None:
        passed = self._budget.spent / self._budget.seconds
        self._reporter.report(passed if passed < 1 else share, text)


def _why_it_failed(error: Exception) -> Fact:
    if not isinstance(error, UserError):
        return fact("search.internal_error")
    return error.text if isinstance(error.text, Fact) else fact("search.failed", reason=str(error.text))


def _usable(trials: Trials) -> list[TrialFacts]:
    """Return the trainings that were validated and whose runs have weights, and were not deleted meanwhile."""
    kept = {run.id for run in list_runs(trials.project).runs if run.has_weights}
    return [trial for trial in _validated(trials) if trial.run in kept]


def _validated(trials: Trials) -> list[TrialFacts]:
    return [trial for trial in trials.known if trial.stage == TRAININGS_STAGE and trial.accuracy is not None]


def _accuracy(trial: TrialFacts) -> float:
    return trial.accuracy or 0.0


def _best_head(trials: Trials) -> float:
    return max(_accuracy(trial) for trial in trials.known if trial.stage == HEADS_STAGE)


def _unheard(event: SearchEvent) -> None:
    """Hear nothing."""
