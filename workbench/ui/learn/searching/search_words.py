"""A search in words: what it does, what it found, and what each of its trials was."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.operations.search.history import ListedSearch, SearchFacts
from workbench.operations.search.run_presence import Presence
from workbench.operations.search.search_record import TrialFacts
from workbench.operations.search.search_request import SearchRequest
from workbench.ui.services.run_words import Titles, called, joined, moment_shown, shape_words
from workbench.ui.services.search_controller import SearchController, SearchStage
from workbench.ui.services.translation import duration, number_shown, percent, say, tr

HEADS, TRAININGS, TEST = 1, 2, 3  # the steps of a search
_FINISHED, _FAILED = "finished", "failed"  # states of a search
_MORE = 300.0  # seconds that a search under way can be given
_LEFT_OUT = "left out"  # beside the states of trials: refused before anything was trained


@dataclass(frozen=True)
class HeadState:
    """What the head of a search says, and which of its buttons are there; `share` is None for no bar.

    `run` is the run that was found, None before, or where it was deleted: `gone` says so then, and `restores` is the
    run where it can be restored. `longer` is the seconds in all that it may go on for once it is over.
    """

    line: str
    detail: str = ""
    used: str = ""  # With how many classes and examples settings are tried.
    trouble: str = ""
    share: float | None = None
    left: str = ""
    gone: str = ""
    run: int | None = None
    restores: int | None = None
    runs_now: bool = False
    can_pause: bool = False
    can_end: bool = False
    resumes: bool = False
    extends: float | None = None
    longer: float | None = None


def head_state(search: SearchController, presence: Mapping[int, Presence]) -> HeadState:
    """Return what the head says of the current search; `presence` is whether the runs that searches made are there."""
    used = "" if search.request is None else tried_with(search.request)
    return replace(_standing(search, presence), used=used)


def head_of_earlier(facts: SearchFacts, presence: Mapping[int, Presence]) -> HeadState:
    """Return what the head says of a search after which others began: it can no longer go on."""
    used = tried_with(facts.request)
    if facts.state.value == _FINISHED:
        return replace(_over(facts, presence), used=used, longer=None)
    failed = facts.state.value == _FAILED
    line = tr("The search ended") if failed else tr("The search was not finished")
    detail = joined(_of_trials(facts.trials, is_live=False), tr("only the newest search can go on"))
    return HeadState(line, detail, used=used, trouble=_trouble(facts))


def _trouble(facts: SearchFacts) -> str:
    return say(facts.trouble) if facts.trouble is not None and facts.state.value == _FAILED else ""


def search_name(listed: ListedSearch, *, is_live: bool) -> str:
    """Return a search in a list: its number, when it began, and how it stands; `is_live`: it goes on now."""
    states = {
        _FINISHED: tr("finished"),
        _FAILED: tr("failed"),
        "running": tr("interrupted"),
        "stopped": tr("paused"),
    }
    state = tr("under way") if is_live else states[listed.state.value]
    return joined(tr("Search {number}", number=str(listed.id)), moment_shown(listed.created_at), state)


def _standing(search: SearchController, presence: Mapping[int, Presence]) -> HeadState:
    if search.stage is SearchStage.FAILED:
        trouble = say(search.trouble) if search.trouble is not None else ""
        goes_on = search.facts is not None
        return HeadState(tr("The search ended"), _so_far(search), trouble, resumes=goes_on)
    if search.is_busy:
        return _busy(search)
    if search.facts is None:
        return HeadState("")
    if search.stage is SearchStage.PAUSED:
        left = tr("{time} of {total} left", time=duration(search.left), total=duration(search.seconds))
        goes_on = tr("it goes on exactly from here, unless another is started")
        detail = joined(_so_far(search), goes_on)
        failed = search.facts.state.value == _FAILED
        return HeadState(
            tr("The search ended") if failed else tr("Search paused"),
            detail,
            trouble=_trouble(search.facts),
            share=None if search.only_tests else _share(search),
            left=tr("Nothing is left but the test.") if search.only_tests else left,
            resumes=True,
            can_end=bool(search.trials) and not search.only_tests,
        )
    return _over(search.facts, presence)


def _busy(search: SearchController) -> HeadState:
    lines = {
        SearchStage.PAUSING: tr("Saving before pausing…"),
        SearchStage.ENDING: tr("Saving before the test…"),
        SearchStage.EXTENDING: tr("Adding time…"),
    }
    if search.stage in lines or search.step == 0:
        text = search.job.text if search.job is not None else None
        ready = (say(text) if text is not None else tr("Getting ready")) + "…"
        line, can_pause = lines.get(search.stage, ready), search.stage is SearchStage.STARTING
        return HeadState(line, _so_far(search), share=_share(search), runs_now=True, can_pause=can_pause)
    if search.left <= 0 or search.only_tests:
        return _out_of_time(search)
    now = search.job.text if search.job is not None and search.step == HEADS else None
    return HeadState(
        _step_line(search),
        joined(_so_far(search), "" if now is None else say(now)),
        share=_share(search),
        left=_left(search),
        runs_now=True,
        can_pause=True,
        can_end=search.step < TEST,
        extends=_MORE,
    )


def _out_of_time(search: SearchController) -> HeadState:
    """Return what is said of what the test needs, which is done even where there was no time for it."""
    job, is_testing = search.job, search.step == TEST
    now = say(job.text) if job is not None and job.text is not None else ""
    rest = job.seconds_left() if job is not None else None
    return HeadState(
        _step_line(search) if is_testing else tr("Finishing what the test needs"),
        _so_far(search) if is_testing else joined(_so_far(search), now),
        share=job.share if job is not None else None,
        left=tr("about {time} left", time=duration(rest)) if rest is not None else "",
        runs_now=True,
        can_pause=True,
        extends=_MORE,
    )


def _over(facts: SearchFacts, presence: Mapping[int, Presence]) -> HeadState:
    took = tr("{count} settings tried", count=len(facts.trials)) + " " + tr("in {time}", time=duration(facts.seconds))
    if facts.found is None:
        return HeadState(tr("The search found nothing that could be tested."), took, longer=facts.longer)
    found = facts.found
    good = tr("A good result: nothing has to be trained, and new classes are learned at once.")
    detail = f"{good} {took}" if found.needs_no_training else took
    detail = detail if found.overrun is None else joined(detail, say(found.overrun))
    state = HeadState(_unbroken(say(found.sentence)), detail, longer=facts.longer)
    there, number = presence.get(found.run, Presence.THERE), str(found.run)
    if there is Presence.THERE:
        return replace(state, run=found.run)
    if there is Presence.DELETED:
        gone = tr("Run {run}, which it found, was deleted.", run=number)
        return replace(state, gone=gone, restores=found.run)
    return replace(state, gone=tr("Run {run}, which it found, was deleted for good.", run=number))


def tried_with(request: SearchRequest) -> str:
    """Return with how many classes and examples a search tries settings, and of how many more that were asked for."""
    used = shape_words(request.way, request.shot)
    if not request.uses_fewer:
        return tr("Tried with {used}.", used=used)
    return tr(
        "Tried with {used}, fewer than asked for ({asked}): there are no images for more.",
        used=used,
        asked=shape_words(*request.asked),
    )


def _unbroken(sentence: str) -> str:
    """Keep a figure, its interval and its unit in one line."""
    return sentence.replace(" ± ", "\u00a0±\u00a0").replace(" %", "\u00a0%")


def _step_line(search: SearchController) -> str:
    tried = Counter(trial.stage for trial in search.trials)
    if search.step == HEADS:
        return tr("Simple heads, nothing trained: {count} tried", count=tried[HEADS])
    if search.step == TRAININGS:
        return tr("Trainings: {count} tried", count=tried[TRAININGS])
    return tr("Test on classes never looked at")


def _so_far(search: SearchController) -> str:
    return _of_trials(search.trials, is_live=search.is_busy)


def _of_trials(trials: Sequence[TrialFacts], *, is_live: bool) -> str:
    """Return how the trainings stand, and the best accuracy so far."""
    trainings = [trial for trial in trials if trial.stage == TRAININGS]
    states = Counter(_LEFT_OUT if _is_left_out(trial) else trial.state.value for trial in trainings)
    begun = states["running"]
    under_way = tr("{count} under way", count=begun) if is_live else tr("{count} unfinished", count=begun)
    best = max(trials, key=lambda trial: trial.accuracy or 0.0, default=None)
    return joined(
        under_way if begun else "",
        tr("{count} finished", count=states["finished"]) if states["finished"] else "",
        tr("{count} given up early", count=states["pruned"]) if states["pruned"] else "",
        tr("{count} failed", count=states["failed"]) if states["failed"] else "",
        tr("{count} left out", count=states[_LEFT_OUT]) if states[_LEFT_OUT] else "",
        tr("best so far {best}", best=percent(best.accuracy)) if best is not None and best.accuracy else "",
    )


def _left(search: SearchController) -> str:
    """Return the time left: of the step under way, and in all where that is more."""
    left = search.left
    if search.facts is None and search.seconds <= 0:
        return ""
    in_all = tr("about {time} left", time=duration(left))
    of_step = search.left_of_step
    if search.step == TEST or of_step <= 0:
        return in_all
    return joined(in_all, tr("{time} of it for the test", time=duration(left - of_step)))


def _share(search: SearchController) -> float:
    return min(1.0, max(0.0, 1 - search.left / search.seconds)) if search.seconds else 0.0


def setting_title(trial: TrialFacts, titles: Titles) -> str:
    """Return what was tried, briefly; empty while titles are unknown."""
    return called(trial.setting.approach, titles)


def setting_detail(trial: TrialFacts, titles: Titles) -> str:
    """Return the network and the options of what was tried, in a line."""
    setting = trial.setting
    options = [
        f"{called(f'{setting.approach}.{name}', titles)}: {_answer(setting.approach, name, value, titles)}"
        for name, value in setting.options.items()
    ]
    if not setting.episodes:
        return joined(called(setting.encoder, titles), *options)
    return joined(
        called(setting.encoder, titles),
        tr("{count} episodes", count=setting.episodes),
        tr("learning rate {rate}", rate=number_shown(setting.learning_rate)),
        tr("{count} per step", count=setting.episodes_per_step),
        *options,
        tr("rotated classes too") if setting.rotate_classes else "",
    )


def value_name(name: str, titles: Titles) -> str:
    """Return what an option is called that a search tries."""
    own = {
        "learner": tr("Approach and network"),
        "learning_rate": tr("Learning rate"),
        "episodes_per_step": tr("Episodes per step"),
        "rotate_classes": tr("Rotated classes too"),
    }
    if name in own:
        return own[name]
    approach = name.split(".", maxsplit=1)[0]
    return joined(called(name, titles), called(approach, titles)) if "." in name else called(name, titles)


def shown_value(name: str, value: object, titles: Titles) -> str:
    """Return the value of an option in words."""
    if name == "learner":
        approach, network = str(value).split("@")
        return joined(called(approach, titles), called(network, titles))
    approach, _, option = name.rpartition(".")
    return _answer(approach, option, value, titles)


def state_of(trial: TrialFacts, *, is_live: bool, is_over: bool) -> str:
    """Return the state of a trial in words; `is_live`: its search goes on now, `is_over`: it has ended."""
    if trial.state.value == "running":
        return tr("Under way") if is_live else tr("Not finished") if is_over else tr("Paused")
    if _is_left_out(trial):
        return tr("Left out")
    words = {"finished": tr("Finished"), "pruned": tr("Given up"), "failed": tr("Failed")}
    return words[trial.state.value]


def _is_left_out(trial: TrialFacts) -> bool:
    """Whether it was refused before anything was trained: too slow for the time, say, which is no failure."""
    return trial.state.value == "failed" and trial.run is None


def named_shares(shares: Mapping[str, float], titles: Titles) -> dict[str, float]:
    """Return shares by what the options are called."""
    return {value_name(name, titles): share for name, share in shares.items()}


def _answer(approach: str, name: str, value: object, titles: Titles) -> str:
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, float):
        return number_shown(value)
    return titles.get(f"{approach}.{name}.{value}", str(value))
