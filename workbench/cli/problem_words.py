"""Runs that learned a problem, in the words of the command line."""

from collections.abc import Sequence
from math import isfinite
from typing import TYPE_CHECKING, Any

from workbench.cli.terminal import plural, show
from workbench.facts.problems import PROBLEM_SCORES
from workbench.operations.evaluation.evaluate_problem import ProblemReport
from workbench.operations.runs.listing import RunFacts
from workbench.words import Message

if TYPE_CHECKING:
    from workbench.operations.evaluation.evaluate_problem import Tested

_TASKS = {"ratings": ("person", "people"), "curves": ("curve", "curves"), "movement": ("goal", "goals")}
_GROUPS = ("baselines", "families")  # need not be said in a table
_COLUMNS = {"ratings": "ratings given", "curves": "steps", "movement": "updates"}
_SCORES = {
    "mae": "Mean absolute error, on the scale of the ratings (less is better)",
    "ndcg5": "nDCG of the first five (more is better)",
    "precision5": "Precision of the first five (more is better)",
    "mse": "Mean squared error (less is better)",
    "return": "Mean return of a walk (more is better)",
}


def score_words(run: RunFacts) -> str:
    """Return the best score of a run on validation tasks, with its name and interval."""
    if run.problem is None or run.best_accuracy is None:
        raise ValueError("only a validated run of a problem has such a score")
    title = Message(PROBLEM_SCORES[run.problem].title)
    return f"{title} {run.best_accuracy:.3f} ± {run.best_ci95 or 0.0:.3f}"


def show_problem(report: ProblemReport, *, as_json: bool) -> None:
    """Show the figures of a run that learned a problem, a table for each score."""
    values: dict[str, Any] = {name: getattr(report, name) for name in ("run", "problem", "approach", "tasks", "seed")}
    values |= _nested(report.figures) | {"untrained": _nested(report.untrained)}
    # Of people there may be fewer than were asked for.
    tested = max(figure.tasks for figure in report.figures)
    of = plural(tested, *_TASKS.get(report.problem, ("task", "tasks")))
    lines = [f"Run {report.run}, {report.approach} on {report.problem}, tested on {of} that it did not learn from:"]
    for score in dict.fromkeys(figure.score for figure in report.figures):
        lines += _table(report, score)
    show(lines, values, as_json=as_json)


def _table(report: ProblemReport, score: str) -> list[str]:
    """Return a score of all learners as lines: a row for each, a column for each moment at which it was measured."""
    rows: dict[str, dict[str, str]] = {}
    for untrained, figures in ((False, report.figures), (True, report.untrained)):
        for figure in (figure for figure in figures if figure.score == score):
            *way, column = figure.at
            rows.setdefault(_learner(figure.under, way, untrained=untrained), {})[column] = _shown(figure)
    columns = list(dict.fromkeys(column for cells in rows.values() for column in cells))
    table = [["", *columns], *([name, *(cells.get(column, "") for column in columns)] for name, cells in rows.items())]
    widths = [max(map(len, cells)) for cells in zip(*table, strict=True)]
    title = f"{_SCORES.get(score, score)}, by {_COLUMNS.get(report.problem, 'steps')}:"
    return ["", title, *(f"  {_aligned(cells, widths)}".rstrip() for cells in table)]


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Return a row of a table: what it is of at the left, figures at the right of their columns."""
    (name, *figures), (first, *others) = cells, widths
    return "  ".join([name.ljust(first), *(figure.rjust(width) for figure, width in zip(figures, others, strict=True))])


def _learner(under: Sequence[str], way: Sequence[str], *, untrained: bool) -> str:
    told = " ".join(part for part in under if part not in _GROUPS).replace("_", " ")
    name = "nothing learned" if untrained and not told else told or "this run"
    return ", ".join((name, *(f"{count} points" for count in way)))


def _shown(figure: "Tested") -> str:
    return f"{figure.mean:.3f} ± {figure.ci95:.3f}" if isfinite(figure.mean) else "diverged"


def _nested(figures: "Sequence[Tested]") -> dict[str, Any]:
    """Return means and intervals by what they are of, by score, and by when they were measured.

    Beside a problem's only score stands `ci95`, beside each of several its own.
    """
    single, values = len({figure.score for figure in figures}) == 1, dict[str, Any]()
    for figure in figures:
        interval = "ci95" if single else f"{figure.score}_ci95"
        for name, value in ((figure.score, figure.mean), (interval, figure.ci95)):
            *way, last = (*figure.under, name, *figure.at)
            inner = values
            for step in way:
                inner = inner.setdefault(step, {})
            inner[last] = value if isfinite(value) else None  # JSON has no other number for what diverged.
    return values
