"""Runs that learned a problem, in the words of the command line."""

from collections.abc import Sequence
from math import isfinite
from typing import TYPE_CHECKING, Any

from workbench.cli.terminal import show
from workbench.facts.problems import PROBLEM_SCORES
from workbench.operations.evaluation.evaluate_problem import ProblemReport
from workbench.operations.runs.listing import RunFacts
from workbench.words import Message

if TYPE_CHECKING:
    from workbench.operations.evaluation.evaluate_problem import Tested


def score_words(run: RunFacts) -> str:
    """Return the best score of a run on validation tasks, with its name and interval."""
    if run.problem is None or run.best_accuracy is None:
        raise ValueError("only a validated run of a problem has such a score")
    title = Message(PROBLEM_SCORES[run.problem].title)
    return f"{title} {run.best_accuracy:.3f} ± {run.best_ci95 or 0.0:.3f}"


def show_problem(report: ProblemReport, *, as_json: bool) -> None:
    """Show the figures of a run that learned a problem."""
    values: dict[str, Any] = {name: getattr(report, name) for name in ("run", "problem", "approach", "tasks", "seed")}
    values |= _nested(report.figures) | {"untrained": _nested(report.untrained)}
    first = f"Run {report.run}, {report.approach} on {report.problem}, {report.tasks:,} tasks it has never seen:"
    lines = [first, *map(_line, report.figures), "The same network with nothing learned:"]
    show([*lines, *map(_line, report.untrained)], values, as_json=as_json)


def _line(figure: "Tested") -> str:
    return f"  {' · '.join((*figure.under, figure.score, *figure.at))}: {figure.mean:.3f} ± {figure.ci95:.3f}"


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
