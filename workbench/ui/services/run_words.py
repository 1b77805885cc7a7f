"""A run in words, under way or stored: pure functions from its figures to sentences."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale

from workbench.facts import problem_title
from workbench.facts.problems import PROBLEM_TITLES
from workbench.operations.runs.listing import RunFacts
from workbench.operations.runs.run_settings import Answer, RunSettings
from workbench.operations.runs.training_events import ValidationResult
from workbench.ui.services.training_controller import TrainingController
from workbench.ui.services.training_stage import Stage
from workbench.ui.services.translation import bytes_shown, decimal, duration, number, percent, say, tr

Titles = Mapping[str, str]  # From `describe_names`, in the person's language; empty until known.
_DOT = " · "


def called(name: str, titles: Titles) -> str:
    """Return the title of an approach or a network; empty while titles are unknown, its name where it has none."""
    return titles.get(name, name) if titles else ""


def damaged_runs(numbers: Sequence[int]) -> str:
    """Return which runs are damaged and therefore not listed; empty where none is."""
    if len(numbers) < 2:
        return tr("Run {run} is damaged, so it is not listed.", run=str(numbers[0])) if numbers else ""
    return tr("Runs {runs} are damaged, so they are not listed.", runs=", ".join(map(str, numbers)))


def run_title(facts: RunFacts, titles: Titles) -> str:
    """Return the title of a run above its plots, with the number of classes it learns from."""
    if facts.problem is not None:
        return run_name(facts, titles)
    parts = (called(facts.approach, titles), called(facts.encoder, titles), shape_of(facts.settings))
    return joined(facts.name or "", *parts)


def run_name(facts: RunFacts, titles: Titles) -> str:
    """Return the name of a run for a list that shows its number elsewhere."""
    named = joined(facts.name or "", problem_words(facts.problem), called(facts.approach, titles))
    return named or tr("Run {run}", run=str(facts.id))


def problem_words(problem: str | None) -> str:
    """Return what people call a problem; nothing for images, and its name where this version does not know it."""
    return "" if problem is None else say(problem_title(problem)) if problem in PROBLEM_TITLES else problem


def score_shown(problem: str | None, score: float, ci95: float | None = None) -> str:
    """Return a score of a problem, or the accuracy of what learned images, with half the width of its interval."""
    if problem is None:
        return percent(score, ci95)
    shown = QLocale().toString(score, "g", 3)
    return shown if ci95 is None else f"{shown} ± {QLocale().toString(ci95, 'g', 2)}"


def name_or_number(facts: RunFacts) -> str:
    """Return the name that a person gave a run, or else its number."""
    return facts.name or tr("Run {run}", run=str(facts.id))


def shape_of(settings: RunSettings) -> str:
    """Return the kind of episodes that a run learns from in words: 5 classes, 1 example of each."""
    return shape_words(settings.way, settings.shot)


def shape_words(way: int, shot: int) -> str:
    """Return so many classes with so many examples of each in words."""
    classes = tr("{count} classes", count=way)
    if not shot:
        return classes + ", " + tr("no examples")
    return classes + ", " + tr("{count} examples per class", count=shot)


def state_word(facts: RunFacts, live: Stage | None) -> str:
    """Return the state of a run in a word; `live` is the stage of the training where the run is the current one."""
    words = {"finished": tr("Finished"), "stopped": tr("Stopped"), "failed": tr("Failed"), "running": tr("Interrupted")}
    # While it is trained, the project says of it what was saved last, such as that it was stopped then.
    now = {
        Stage.STARTING: tr("Preparing"),
        Stage.TRAINING: tr("Running"),
        Stage.PAUSING: tr("Pausing"),
        Stage.STOPPING: tr("Stopping"),
        Stage.PAUSED: tr("Paused"),
    }
    if live in now:
        return now[live]
    if facts.state == "running" and live is not None:
        return tr("Running")
    return words.get(facts.state, facts.state)


def run_detail(facts: RunFacts, titles: Titles, live: Stage | None) -> str:
    """Return the second line of a run in a list: its network, its state and how far it came."""
    done = tr("{done} of {total} episodes", done=facts.episode, total=facts.episodes)
    if facts.episode >= facts.episodes:
        done = _episodes(facts.episodes)
    dropped = tr("weights dropped after a search") if facts.weights_dropped else ""
    network = "" if facts.problem is not None else called(facts.encoder, titles)
    return joined(network, state_word(facts, live), done, dropped)


def preparing_words(stage: Stage) -> str:
    """Return the third line of a run whose images are being prepared, which no project knows of yet."""
    words = {
        Stage.PAUSING: tr("Pausing"),
        Stage.STOPPING: tr("Stopping"),
        Stage.PAUSED: tr("Paused while preparing images"),
    }
    return words.get(stage, tr("Preparing images"))


def run_when(facts: RunFacts) -> str:
    """Return the third line of a run in a list: its number, when it began and how long it learned, or was deleted."""
    number_words = tr("Run {run}", run=str(facts.id))
    if facts.deleted_at is not None:
        return joined(number_words, tr("deleted {when}", when=moment_shown(facts.deleted_at)))
    return joined(number_words, moment_shown(facts.created_at), duration(facts.seconds))


def moment_shown(time: datetime) -> str:
    """Return a date and a time of day, briefly, as the person's language writes them."""
    local = QDateTime.fromSecsSinceEpoch(round(time.timestamp()))
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)


def best_shown(facts: RunFacts) -> str:
    """Return the best accuracy or score with its interval, empty where nothing was validated."""
    best = facts.best_accuracy
    return "" if best is None else score_shown(facts.problem, best, facts.best_ci95 or 0.0)


def settings_lines(facts: RunFacts, titles: Titles) -> list[str]:
    """Return the settings of a run, one per line."""
    settings = facts.settings
    shape = shape_of(settings) + ", " + tr("{count} queries per class", count=settings.query)
    if facts.problem is not None:
        shape = tr("{count} examples", count=settings.shot) + ", " + tr("{count} asked for", count=settings.query)
    lines = [
        shape,
        _episodes(facts.episodes, tr("{count} per step", count=settings.episodes_per_step)),
        tr("Learning rate {rate}", rate=QLocale().toString(settings.learning_rate, "g", 6)),
        tr("Seed {seed}", seed=str(settings.seed)) + ", " + facts.device,
        tr("{size} in the project", size=bytes_shown(facts.bytes)),
    ]
    for name, value in settings.options.items() if titles else ():
        key = f"{facts.approach}.{name}"
        lines.append(f"{titles.get(key, name)}: {_answer(value, titles.get(f'{key}.{value}'))}")
    return lines


def _episodes(count: int, of_those: str = "") -> str:
    """Say on how many episodes a run is trained, and what is to be said of them."""
    if not count:
        return tr("not trained")
    return ", ".join(filter(None, (tr("{count} episodes", count=count), of_those)))


def _answer(value: Answer, called: str | None) -> str:
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    return called or (QLocale().toString(value, "g", 6) if isinstance(value, float) else str(value))


def stored_sentence(facts: RunFacts, best: ValidationResult | None) -> str:
    """Return the state of a stored run in a sentence, and that its weights are gone where a search dropped them."""
    dropped = tr("its weights were dropped after the search, which keeps those of its best")
    return joined(_stored_state(facts, best), dropped if facts.weights_dropped else "")


def _stored_state(facts: RunFacts, best: ValidationResult | None) -> str:
    if facts.state == "finished":
        return finished_sentence(facts, best)
    words = {
        "running": tr("Interrupted at episode {done} of {total}", done=facts.episode, total=facts.episodes),
        "failed": tr("Failed at episode {done} of {total}", done=facts.episode, total=facts.episodes),
    }
    stopped = tr("Stopped at episode {done} of {total}", done=facts.episode, total=facts.episodes)
    return joined(words.get(facts.state, stopped), _best_of(best, facts.problem))


def finished_sentence(facts: RunFacts, best: ValidationResult | None) -> str:
    """Return how a run ended: episodes, time and the best accuracy."""
    time = duration(facts.seconds)
    if not facts.episodes:
        return joined(tr("Not trained"), "" if best is None else score_shown(facts.problem, best.accuracy, best.ci95))
    if best is None:
        return tr("Finished: {count} episodes in {time}", count=facts.episode, time=time)
    if facts.problem is not None:
        return joined(
            tr("Finished: {count} episodes in {time}", count=facts.episode, time=time), _best_of(best, facts.problem)
        )
    return tr(
        "Finished: {count} episodes in {time}; best {best} at episode {at}",
        count=facts.episode,
        time=time,
        best=percent(best.accuracy, best.ci95),
        at=best.episode,
    )


def training_sentence(controller: TrainingController) -> str:
    """Return the state of the training under way in a sentence."""
    sentences = {
        Stage.STARTING: _starting(controller),
        Stage.PAUSING: tr("Saving before pausing…"),
        Stage.STOPPING: tr("Stopping…"),
    }
    if controller.stage in sentences:
        return sentences[controller.stage]
    if controller.stage is Stage.FINISHED and controller.outcome is not None:
        return finished_sentence(controller.outcome, controller.best)
    total = controller.run_started.episodes if controller.run_started is not None else 0
    if controller.stage is Stage.PAUSED and controller.run_started is None:
        return tr("Paused while preparing images; what was prepared is kept.")
    if controller.stage is Stage.PAUSED:
        return joined(
            tr("Paused at episode {done} of {total}", done=controller.episode, total=total),
            _best_of(controller.best, controller.problem),
        )
    if controller.stage is Stage.FAILED:
        return tr("Failed at episode {done} of {total}", done=controller.episode, total=total) if total else ""
    return _training(controller, total)


def _starting(controller: TrainingController) -> str:
    job = controller.job
    text, left = (job.text, job.seconds_left()) if job is not None else (None, None)
    words = (say(text) if text is not None else tr("Getting ready")) + "…"
    return joined(words, tr("about {time} left", time=duration(left)) if left is not None else "")


def _training(controller: TrainingController, total: int) -> str:
    rate, left = controller.curve.episodes_per_second, controller.curve.time_left(total)
    return joined(
        tr("Episode {done} of {total}", done=controller.episode, total=total),
        tr("{rate} episodes/s", rate=_rate(rate)) if rate is not None else "",
        tr("about {time} left", time=duration(left)) if left is not None else "",
        _best_of(controller.best, controller.problem),
        _validating(controller),
    )


def _validating(controller: TrainingController) -> str:
    if controller.checking is None:
        return ""
    left = controller.checking_left
    return tr("validating") if left is None else tr("validating, about {time} left", time=duration(left))


def _best_of(best: ValidationResult | None, problem: str | None) -> str:
    if best is None:
        return ""
    if problem is not None:
        return tr("best score {best} at episode {at}", best=score_shown(problem, best.accuracy), at=best.episode)
    return tr("best {best} at episode {at}", best=percent(best.accuracy), at=best.episode)


def _rate(rate: float) -> str:
    return number(round(rate)) if rate >= 10 else decimal(rate, 1)


def joined(*parts: str) -> str:
    """Return the non-empty parts in one line."""
    return _DOT.join(part for part in parts if part)
