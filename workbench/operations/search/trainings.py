"""Stage 2 of a search, minutes: meta-trainings, of which those that are behind the others are given up early."""

from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, replace

from workbench.errors import UserError
from workbench.facts import Fact, fact
from workbench.operations.progress import Cancelled
from workbench.operations.runs.record import RunRecord
from workbench.operations.runs.saved_training import SavedTraining
from workbench.operations.runs.segment import Segment, SegmentRequest
from workbench.operations.search.advice import Advice
from workbench.operations.search.pace import TrainingLength
from workbench.operations.search.search_record import Rung, TrialFacts, measured_rungs
from workbench.operations.search.setting import LAST_RUNG, RUNGS, Setting
from workbench.operations.search.study import Choosing, TriedSetting
from workbench.operations.search.trials import PreparedTraining, Trials, ended
from workbench.store.models import RunState
from workbench.store.project import Project
from workbench.store.search_models import TrialState
from workbench.words import marked, message

TRAININGS_STAGE = 2
_LOOKED_AT = 3  # trainings that wait after their first rung, before the best of them goes on
_AT_MOST = 30.0  # seconds of a segment: what a kill costs
_WORTH_BEGINNING = 3.0  # seconds: in fewer nothing new is begun
_WORTH_GOING_ON = 1.0
_PATIENCE = 0.2  # seconds between two looks at the engine, so that Cancel is heard


@dataclass
class _Running:
    """A trial under way; `number` is that of the training among the trainings, from 0 on."""

    number: int
    trial: TrialFacts
    prepared: PreparedTraining
    run: RunRecord
    saved: SavedTraining | None = None
    seconds: float = 0.0
    compared: int = 0  # The last rung at which it was compared with the others.

    @property
    def is_at_first_rung(self) -> bool:
        """Whether it was compared with the others once, and has not gone on since."""
        episode = 0 if self.saved is None else self.saved.episode
        return self.compared == RUNGS[0] and episode == self.trial.setting.episodes * RUNGS[0] // LAST_RUNG

    @property
    def until(self) -> int:
        """The episode after which it is compared with the others next."""
        rung = next((rung for rung in RUNGS if rung > self.compared), LAST_RUNG)
        return self.trial.setting.episodes * rung // LAST_RUNG


class Trainings:
    """Trains settings until the time for it is over, or as many were tried as were asked for.

    The first few are trained to their first rung; then the most promising of them goes on, and after it the others, if
    they are not given up meanwhile. Each later one goes on at once unless it is given up.
    """

    def __init__(self, trials: Trials, advice: Advice, pace: TrainingLength) -> None:
        self._trials, self._advice, self._pace = trials, advice, pace
        past = [trial for trial in trials.known if trial.stage == TRAININGS_STAGE]
        tried = [TriedSetting(trial.setting, trial.state, reached(trial)) for trial in past]
        self._choosing = Choosing(advice.learners, trials.request.seed, tried)
        self._begun = len(past)
        self._unfinished = [(number, trial) for number, trial in enumerate(past) if trial.state is TrialState.RUNNING]
        self._under_way: dict[Future[Segment], _Running] = {}
        self._waiting: list[_Running] = []  # at their first rung

    @property
    def has_time(self) -> bool:
        """Whether there is time to begin a training."""
        return self._trials.budget.for_trainings >= _WORTH_BEGINNING

    def train(self) -> None:
        """Train; what is under way when the time is over can be gone on with. Raises UserError, Cancelled."""
        if not self._advice.learners:
            return
        try:
            while self._fill() or self._under_way:
                done, _ = wait(self._under_way, _PATIENCE, FIRST_COMPLETED)
                self._say()
                for future in done:
                    self._take(self._under_way.pop(future), future)
        finally:
            for running in (*self._under_way.values(), *self._waiting):
                running.run.stop()

    def _fill(self) -> bool:
        """Begin as many as the engine can do at once and there is time for, and say whether any was begun."""
        begun = False
        while len(self._under_way) < self._trials.engine.capacity and self._may_begin():
            running = self._next()
            if running is not None:
                self._submit(running)
                begun = True
        return begun

    def _may_begin(self) -> bool:
        if not self.has_time:
            return False
        return bool(self._unfinished or self._waiting) or not self._has_begun(None)

    def _has_begun(self, count: int | None) -> bool:
        """Say whether so many were begun, or all that were asked for."""
        return any(most is not None and self._begun >= most for most in (count, self._trials.request.trials))

    def _next(self) -> _Running | None:
        """Return what is trained next, None where that turned out to be nothing: another is to be asked for then."""
        if self._unfinished:
            return self._resumed(*self._unfinished.pop(0))
        if self._waiting and self._has_begun(_LOOKED_AT):
            return self._promising()
        return self._fresh()

    def _promising(self) -> _Running | None:
        """Return the best of those that wait, None where it is behind others by now and is given up."""
        best = max(self._waiting, key=lambda running: reached(running.trial)[RUNGS[0]])
        self._waiting.remove(best)
        if not self._choosing.is_behind(best.number, RUNGS[0], reached(best.trial)[RUNGS[0]]):
            return best
        self._give_up(best)
        return None

    def _fresh(self) -> _Running | None:
        portfolio = self._advice.portfolio
        first = portfolio[self._begun] if self._begun < len(portfolio) else None
        number, setting = self._choosing.next(first)
        self._begun += 1
        try:
            setting = self._pace.timed(setting)
            prepared = self._trials.prepare(setting)
        except UserError as error:
            self._refuse(number, setting, error)
            return None
        trial = self._trials.begin(setting, stage=TRAININGS_STAGE, prepared=prepared)
        return _Running(number, trial, prepared, RunRecord(self._trials.project, trial.run or 0))

    def _refuse(self, number: int, setting: Setting, error: UserError) -> None:
        """Keep why a setting cannot be trained on these images."""
        trial = self._trials.begin(setting, stage=TRAININGS_STAGE)
        self._end(number, self._trials.keep(replace(trial, state=TrialState.FAILED, reason=_as_fact(error))))

    def _resumed(self, number: int, trial: TrialFacts) -> _Running | None:
        """Return a trial that was under way when the search was left, from its last checkpoint."""
        if trial.run is None:
            self._end(
                number, self._trials.keep(replace(trial, state=TrialState.FAILED, reason=fact("search.run_gone")))
            )
            return None
        run, project = RunRecord(self._trials.project, trial.run), self._trials.project
        facts = run.facts()
        if facts.state is RunState.FINISHED:
            rungs = _measured_again(project, run.id, trial, trial.setting.episodes)
            self._end(number, self._trials.keep(replace(trial, rungs=rungs, state=TrialState.FINISHED)))
            return None
        saved = run.saved()
        episode = 0 if saved is None else saved.episode
        run.drop_measurements_after(episode)
        trial = replace(trial, rungs=_measured_again(project, run.id, trial, episode))
        compared = max(reached(trial), default=0)
        running = _Running(number, trial, self._trials.prepare(trial.setting), run, saved, facts.seconds, compared)
        return self._unless_waiting(running)

    def _unless_waiting(self, running: _Running) -> _Running | None:
        """Return a training that goes on at once, None for one that waits for the others at its first rung."""
        if not running.is_at_first_rung:
            return running
        self._waiting.append(running)
        return None

    def _submit(self, running: _Running) -> None:
        left = min(_AT_MOST, max(self._trials.budget.for_trainings, 1.0))
        settings = running.prepared.settings
        request = SegmentRequest(settings, running.saved, running.until, left, running.seconds)
        self._under_way[self._trials.engine.submit(running.prepared.shared, request)] = running

    def _take(self, running: _Running, future: Future[Segment]) -> None:
        """Keep what a segment brought, and decide whether its training goes on."""
        try:
            segment = future.result()
        except UserError as error:
            running.run.stop()
            failed = replace(running.trial, state=TrialState.FAILED, reason=_as_fact(error))
            self._end(running.number, self._trials.keep(failed))
            return
        running.run.keep(segment)
        running.trial = self._trials.keep(ended(running.trial, segment))
        running.saved, running.seconds = segment.saved, segment.seconds
        if segment.cancelled:
            raise Cancelled
        if running.trial.state is not TrialState.RUNNING:
            self._end(running.number, running.trial)
        elif self._is_given_up(running):
            self._give_up(running)
        elif self._begun <= _LOOKED_AT and self._unless_waiting(running) is None:
            return
        elif self._trials.budget.for_trainings >= _WORTH_GOING_ON:
            self._submit(running)
        else:
            running.run.stop()

    def _give_up(self, running: _Running) -> None:
        self._end(running.number, self._trials.keep(replace(running.trial, state=TrialState.PRUNED)))
        running.run.stop()

    def _is_given_up(self, running: _Running) -> bool:
        """Say whether it is behind the others at a rung that it has reached since they were compared."""
        known = reached(running.trial)
        fresh = [rung for rung in known if rung > running.compared]
        running.compared = max(known, default=0)
        return any(self._choosing.is_given_up(running.number, rung, known[rung]) for rung in fresh)

    def _end(self, number: int, trial: TrialFacts) -> None:
        self._choosing.end(number, trial.accuracy, trial.state)

    def _say(self) -> None:
        budget = self._trials.budget
        text = marked("Trainings: {tried} tried, {minutes} min left")
        left = max(0, round(budget.left / 60))
        self._trials.say(message(text, tried=self._begun, minutes=left), budget.spent / budget.seconds)


def reached(trial: TrialFacts) -> dict[int, float]:
    """Return the accuracy of a trial after each of the rungs, in ninths of its training, that it has reached."""
    episodes = trial.setting.episodes
    found = {rung.episode: rung.accuracy for rung in trial.rungs}
    return {rung: found[episodes * rung // LAST_RUNG] for rung in RUNGS if episodes * rung // LAST_RUNG in found}


def _measured_again(project: Project, run: int, trial: TrialFacts, until: int) -> tuple[Rung, ...]:
    """Return the validations of a trial's run up to an episode; those that the trial knows are as it knows them."""
    known = {rung.episode: rung for rung in trial.rungs}
    return tuple(known.get(rung.episode, rung) for rung in measured_rungs(project, run, until))


def _as_fact(error: UserError) -> Fact:
    """Return the reason of an error as it can be kept."""
    return error.text if isinstance(error.text, Fact) else fact("search.refused", reason=str(error.text))
