"""The table of fidelity as Markdown, from figures that were measured."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from tests.benchmarks.fidelity_plans import PLANS, Figures, Planned

_COLUMNS = ("5-way 1-shot", "5-way 5-shot", "20-way 1-shot", "20-way 5-shot")
_HEAD = """# Every approach beside its paper

Omniglot, 28 pixels, Conv-4 with 64 filters. Learned from 868 background classes and their turned ones; the best moment
by 96 further background classes; tested on the 659 evaluation classes as they are, 1,000 episodes, 95 % intervals. One
run of each approach, trained once with the way and shot below and tested with all four, where the papers mostly trained
one for each. The papers split the alphabets otherwise and turned the test classes too. Commands: `python -m
tests.benchmarks.fidelity FOLDER NAME >> figures.jsonl`, then `python -m tests.benchmarks.fidelity --table
figures.jsonl`. The budget, one thread for an hour at most, was far below the papers': the slope is how fast the
validation accuracy (on as many classes as were trained with) still rose over the last half, which a falling learning
rate flatters. Settings that the table does not name are the program's defaults; the first lines of each approach's file
say where these depart from its paper. Where images vary, they are turned, slanted, sized and moved a little while
training, which no paper does. That, and ten classes at a time for Meta Networks, was chosen with six whole background
alphabets held out (Meta Networks, 5-way 1-shot there, 600 to 1,000 episodes: 97.2 ± 0.4 where images vary, 96.8 ± 0.4
where not, both while training; afterwards 96.0 ± 0.3 with 4,000 episodes of ten classes, 95.7 ± 0.4 with 8,000 of five,
about as long; not part of the script). With five, Meta Networks had reached 97.9 ± 0.2 on the test classes after 40,000
episodes, and again after 65,000. Ten classes at a time did not help Reptile: 97.7 ± 0.3 on the 96 validation classes,
97.8 ± 0.3 with five, 600 episodes, so it was not tested. The CPU minutes of Siamese and Matching were read off the list
of processes, as their measuring was interrupted after the training.
Transfer learning was trained here before its batches had many classes (now they do: 60 with two images each), and
Meta-Baseline, FEAT and R2-D2 have not been trained at this length yet: `RESULTS.md` has short trainings of all four.
"""


def table(figures: Sequence[Mapping[str, Any]]) -> str:
    """Return the page: accuracies, how they were trained, and MANN by instance; the newest figures of a name count."""
    newest = {figure["name"]: figure for figure in figures}
    measured = [(plan, newest[plan.name]) for plan in PLANS if plan.name in newest]
    parts = [_HEAD, _accuracies(measured), _trainings(measured)]
    parts += [_instances(plan, figure) for plan, figure in measured if figure["by_instance"]]
    return "\n".join(parts)


def _accuracies(measured: Sequence[tuple[Planned, Mapping[str, Any]]]) -> str:
    lines = [f"| approach | {' | '.join(_COLUMNS)} | 5-way 1-shot, to the paper |", "|---" * 6 + "|"]
    for plan, figure in measured:
        lines.append(_row(plan.name, figure["tested"], plan.paper))
        if plan.apart is not None:
            lines.append(_row(f"{plan.name}, queries one at a time", figure["tested_apart"], plan.apart))
    return "\n".join(lines) + "\n"


def _row(called: str, tested: Mapping[str, Sequence[float]], paper: Figures) -> str:
    cells = [_beside(tested.get(name), figure) for name, figure in zip(_COLUMNS, paper, strict=True)]
    return f"| {called} | {' | '.join(cells)} | {_distance(tested[_COLUMNS[0]][0], paper[0])} |"


def _beside(measured: Sequence[float] | None, paper: float | None) -> str:
    shown = "not measured" if measured is None else f"{100 * measured[0]:.1f} ± {100 * measured[1]:.1f}"
    return shown + (f" (paper {paper:g})" if paper is not None else "")


def _distance(accuracy: float, paper: float | None) -> str:
    if paper is None:
        return "no figure"
    points = 100 * accuracy - paper
    return f"{points:+.1f}" + ("" if points >= -1 else ", short of the goal")


def _trainings(measured: Sequence[tuple[Planned, Mapping[str, Any]]]) -> str:
    lines = [
        "| approach | figures of | date | trained with | episodes | CPU minutes | validation at the end | slope |",
        "|---" * 8 + "|",
    ]
    for plan, figure in measured:
        request = figure["wish"]
        counts = f"{request['way']}-way {request['shot']}-shot, {request['query']} asked of each class"
        asked = f"{counts}, rate {request['learning_rate']:g}"
        asked += ", images vary" if request.get("augment_images") else ""
        options = "".join(f", {name}={value}" for name, value in figure["options"].items())
        _, accuracy, ci95 = figure["validated"][-1]
        last = f"{100 * accuracy:.1f} ± {100 * ci95:.1f}"
        lines.append(
            f"| {plan.name} | {plan.source} | {figure['date']} | {asked}{options} | {figure['episodes']:,} "
            f"| {figure['minutes']:.0f} | {last} | {_slope(figure):+.1f} points in 10 minutes |"
        )
    machines = sorted({figure["machine"] for _, figure in measured})
    return "\n".join([*lines, "", f"Machine: {'; '.join(machines)}. Other programs ran beside it.", ""])


def _slope(figure: Mapping[str, Any]) -> float:
    """Return how many points the validation rose in ten minutes, over the last half of the training."""
    points = [(episode, accuracy) for episode, accuracy, _ in figure["validated"] if 2 * episode >= figure["episodes"]]
    episodes, accuracies = np.array(points).T
    per_episode = np.polyfit(episodes, 100 * accuracies, 1)[0] if len(points) > 1 else 0.0
    return float(per_episode * figure["episodes"] / figure["minutes"] * 10)


def _instances(plan: Planned, figure: Mapping[str, Any]) -> str:
    measured = figure["by_instance"]
    head = f"{plan.name}, right by instance of its class (5 classes; {plan.source}):\n\n"
    names, values = " | ".join(measured), " | ".join(f"{100 * a:.1f} ± {100 * c:.1f}" for a, c in measured.values())
    return f"{head}| instance | {names} |\n{'|---' * (len(measured) + 1)}|\n| measured | {values} |\n"
