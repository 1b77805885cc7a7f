"""The command that searches for the best way to learn."""

from typing import Annotated

from typer import Option

from workbench.cli.arguments import (
    AddressOption,
    ComputingEngine,
    DeviceName,
    EngineOption,
    Json,
    ProjectArgument,
    Seed,
    WorkersOption,
)
from workbench.cli.many_command import engine_choice
from workbench.cli.terminal import opened_to_work, percentage, plural, show, work
from workbench.facts import fact
from workbench.operations.search.history import SearchFacts, describe_newest_search, describe_search, is_past
from workbench.operations.search.run_presence import Presence, presence_of
from workbench.operations.search.search_project import resume_search, search_project
from workbench.operations.search.search_record import TrialFacts
from workbench.operations.search.search_request import SearchRequest
from workbench.operations.serialisation import to_json

_MINUTES = 5.0


def search(
    project: ProjectArgument,
    minutes: Annotated[
        float | None, Option(help="Time in all; 5 by default. With --resume: go on until it took so long.")
    ] = None,
    way: Annotated[int, Option(help="Classes that will be labelled, as far as images allow; 0: as on Label.")] = 0,
    shot: Annotated[int, Option(help="Examples of each, as far as images allow; 0: as many as on Label.")] = 0,
    trials: Annotated[int | None, Option(help="Trainings at most; by default as many as there is time for.")] = None,
    workers: WorkersOption = None,
    engine: EngineOption = ComputingEngine.LOCAL,
    address: AddressOption = None,
    resume: Annotated[bool, Option("--resume", help="Go on with the newest search.")] = False,
    seed: Seed = 0,
    device: DeviceName = "auto",
    alone: Annotated[
        bool, Option("--alone", help="Neither ask what earlier searches on this computer found nor add to it.")
    ] = False,
    json: Json = False,
) -> None:
    """Choose the approach, the network and the options by trying them; Ctrl-C pauses it."""
    choice = engine_choice(engine, workers, address, device)
    with opened_to_work(project) as opened, work("Search") as bar:
        note = None
        if resume:
            seconds = None if minutes is None else 60 * minutes
            note = _nothing_more(describe_newest_search(opened), seconds)
            record = resume_search(opened, bar, seconds=seconds, engine=choice)
        else:
            seconds = 60 * (_MINUTES if minutes is None else minutes)
            request = SearchRequest(seconds, way, shot, seed=seed, device=device, trials=trials, learns=not alone)
            record = search_project(opened, request, bar, engine=choice)
        facts = describe_search(opened, record.id)
        there = facts.found is None or presence_of(opened, (facts.found.run,))[facts.found.run] is Presence.THERE
    lines = [*([] if note is None else [note]), *_lines(facts, is_there=there)]
    show(lines, _values(facts) | {"note": note}, as_json=json)


def _nothing_more(before: SearchFacts | None, seconds: float | None) -> str | None:
    """Say that a search that is over took as long as it is to take already; None where there is something to do."""
    if before is not None and seconds is None and not before.resumable:
        return "The search is over: nothing more is done. With --minutes it goes on for so many in all."
    if before is None or seconds is None or not is_past(before, seconds):
        return None
    took, asked = f"{before.seconds / 60:.2f}", f"{seconds / 60:.2f}"
    return f"The search already took {took} min and was to take {asked} in all: nothing more is done."


def _lines(facts: SearchFacts, *, is_there: bool) -> list[str]:
    best_first = sorted(facts.trials, key=lambda trial: -(trial.accuracy or 0.0))
    found = facts.found
    return [
        _sentence(facts) or str(fact("search.nothing_tested")),
        *([] if found is None or found.overrun is None else [str(found.overrun)]),
        *([f"Run {found.run}, which it found, was deleted."] if found and not is_there else []),
        f"{plural(len(facts.trials), 'setting', 'settings')} tried in {facts.seconds / 60:.1f} min, "
        f"{_shape(facts.request)}; on validation classes:",
        *(f"  {_line(trial)}" for trial in best_first),
        *(["Unfinished trainings go on with --resume and more --minutes."] if _unfinished(facts) else []),
    ]


def _shape(request: SearchRequest) -> str:
    """Return the episodes of a search, and that there were images for no more than that."""
    used = f"{request.way}-way {request.shot}-shot"
    way, shot = request.asked
    return f"{used}, as the images allow no more of the {way}-way {shot}-shot asked for" if request.uses_fewer else used


def _sentence(facts: SearchFacts) -> str | None:
    """Return what was found, or why nothing was; None where nobody knows."""
    if facts.found is not None:
        return str(facts.found.sentence)
    return None if facts.trouble is None else str(facts.trouble)


def _unfinished(facts: SearchFacts) -> bool:
    return any(not trial.state.is_over for trial in facts.trials)


def _line(trial: TrialFacts) -> str:
    accuracy = "–" if trial.accuracy is None else percentage(trial.accuracy, trial.ci95)
    options = "".join(f", {name}={_short(value)}" for name, value in trial.setting.options.items())
    run = "" if trial.run is None else f", run {trial.run}"
    reason = "" if trial.reason is None else f": {trial.reason}"
    return f"{accuracy}  {trial.named}{options} ({_state(trial)}, {trial.seconds:.0f} s{run}){reason}"


def _state(trial: TrialFacts) -> str:
    """Return what became of a trial: a training that was refused before it had episodes was left out."""
    if not trial.state.is_over:
        return "unfinished"
    return "left out" if trial.stage > 1 and not trial.setting.episodes else trial.state.value


def _short(value: object) -> object:
    return f"{value:.2g}" if isinstance(value, float) else value


def _values(facts: SearchFacts) -> dict[str, object]:
    found = facts.found
    names = ("run", "approach", "encoder", "accuracy", "ci95", "baseline", "baseline_accuracy", "difference")
    values: dict[str, object] = {name: getattr(found, name, None) for name in (*names, "difference_ci95")}
    return values | {
        "trials": len(facts.trials),
        "seconds": facts.seconds,
        "state": facts.state.value,
        "asked_seconds": facts.request.seconds,
        "sentence": _sentence(facts),
        "overrun": None if found is None or found.overrun is None else str(found.overrun),
        "search": facts.id,
        "way": facts.request.way,
        "shot": facts.request.shot,
        "asked_way": facts.request.asked[0],
        "asked_shot": facts.request.asked[1],
        "learned": getattr(found, "learned", None),
        "tried": [to_json(trial, str) | {"state": _state(trial)} for trial in facts.trials],
    }
