"""The page of fidelity as Markdown, from figures that were measured."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from tests.benchmarks.fidelity.plans import CELLS, PLANS, Cell, Figures, Planned
from tests.benchmarks.fidelity.splits import Split

Measured = Sequence[tuple[Planned, Mapping[str, Any]]]

_GOAL = {5: 0.0, 20: -1.0}  # points to the paper's 1-shot figure, by ways
_HEAD = """# Every approach beside its paper

Omniglot (Lake et al., 2015), 28 pixels, Conv-4 with 64 filters, as the table says with pooling (64 numbers) or with
strides (256). Classes turned by 90°, 180° and 270° are classes of their own while learning; the best moment is chosen
on about 100 of the classes to learn from; 1,000 test episodes with 15 images asked of each class, 5 where there are 20
classes; 95 % intervals over episodes. One training of each network. How long it is follows from a budget of CPU time
for all of them together, far below the papers': the slope is how fast the validation accuracy still rose over the
last half, which a falling learning rate flatters. Settings that are not named are the program's defaults; the first
lines of each approach's file say where these depart from its paper. Where images vary, they are turned, slanted, sized
and moved a little while training, which no paper does.

Commands: `python -m tests.benchmarks.fidelity FOLDER --all --hours 16 --figures figures.jsonl`, which goes on where it
was stopped, then `python -m tests.benchmarks.fidelity --table figures.jsonl > tests/benchmarks/FIDELITY.md`.
"""
_ABOUT: dict[Split, str] = {
    "characters": """## The papers' own split

1,200 of all 1,623 classes are drawn to learn from, whatever their alphabet, and the other 423 with their turned ones
to test on (Vinyals et al., 2016; which classes, no paper says). A network for each setting, trained for it; those that
would be trained alike for two settings stand in one line. The goal is the paper's figure with 5 classes and one
example, one point less with 20.
""",
    "alphabets": """## New alphabets

Learned from 868 background classes, tested on the 659 evaluation classes as they are, whose alphabets were never seen:
harder than the papers' split, beside whose figures it stands all the same.
""",
}


def table(figures: Sequence[Mapping[str, Any]]) -> str:
    """Return the page: for each split the accuracies and how they were trained; the newest figures of a name count."""
    newest = {figure["name"]: figure for figure in figures}
    parts = [_HEAD]
    for split, about in _ABOUT.items():
        measured = [(plan, newest[plan.name]) for plan in PLANS if plan.split == split and plan.name in newest]
        if measured:
            parts += [about, _accuracies(measured), _trainings(measured)]
            parts += [_instances(plan, figure) for plan, figure in measured if figure["by_instance"]]
    machines = sorted({figure["machine"] for figure in newest.values()})
    minutes = sum(figure["minutes"] for figure in newest.values())
    parts.append(
        f"{minutes / 60:.1f} CPU hours in all. Machine: {'; '.join(machines)}. Other programs ran beside it.\n"
    )
    return "\n".join(parts)


def _accuracies(measured: Measured) -> str:
    cells = [cell for cell in CELLS if any(cell in plan.cells for plan, _ in measured)]
    lines = [f"| approach | {' | '.join(map(str, cells))} | 1-shot, to the paper |", "|---" * (len(cells) + 2) + "|"]
    for plan, figure in measured:
        called = plan.request.approach
        lines.append(_row(called, cells, figure["tested"], plan.paper.figures))
        if plan.paper.apart is not None:
            lines.append(_row(f"{called}, queries one at a time", cells, figure["tested_apart"], plan.paper.apart))
    return "\n".join(lines) + "\n"


def _row(called: str, cells: Sequence[Cell], tested: Mapping[str, Sequence[float]], paper: Figures) -> str:
    by_cell = dict(zip(CELLS, paper, strict=True))
    shown = [_beside(tested.get(str(cell)), by_cell[cell]) for cell in cells]
    distances = [_distance(cell, tested[str(cell)][0], by_cell[cell]) for cell in cells if str(cell) in tested]
    return f"| {called} | {' | '.join(shown)} | {'; '.join(filter(None, distances)) or 'no figure'} |"


def _beside(measured: Sequence[float] | None, paper: float | None) -> str:
    if measured is None:
        return ""
    shown = f"{100 * measured[0]:.1f} ± {100 * measured[1]:.1f}"
    return shown + (f" (paper {paper:g})" if paper is not None else "")


def _distance(cell: Cell, accuracy: float, paper: float | None) -> str:
    if paper is None or cell.shot != 1:
        return ""
    points = 100 * accuracy - paper
    return f"{points:+.1f}" + ("" if round(points, 1) >= _GOAL[cell.way] else ", short of the goal")


def _trainings(measured: Measured) -> str:
    lines = [
        "| approach, tested | figures of | date | trained with | episodes | CPU minutes | last validation | slope |",
        "|---" * 8 + "|",
    ]
    for plan, figure in measured:
        _, accuracy, ci95 = figure["validated"][-1]
        last = f"{100 * accuracy:.1f} ± {100 * ci95:.1f}"
        episodes = f"{figure['episodes']:,}{', stopped' if figure['stopped'] else ''}"
        lines.append(
            f"| {plan.request.approach}, {' and '.join(map(str, plan.cells))} | {plan.paper.source} "
            f"| {figure['date']} | {_asked(figure['asked'])} | {episodes} | {figure['minutes']:.0f} | {last} "
            f"| {_slope(figure):+.1f} points in 10 minutes |"
        )
    return "\n".join(lines) + "\n"


def _asked(asked: Mapping[str, Any]) -> str:
    parts = [
        asked["encoder"],
        f"{asked['way']}-way {asked['shot']}-shot",
        f"{asked['query']} asked of each class",
        f"{asked['episodes_per_step']} at a time",
        f"rate {asked['learning_rate']:g}",
        *(["images vary"] if asked["augment_images"] else []),
        *(f"{name}={'yes' if value is True else value}" for name, value in asked["options"].items()),
    ]
    return ", ".join(parts)


def _slope(figure: Mapping[str, Any]) -> float:
    """Return how many points the validation rose in ten minutes, over the last half of the training."""
    points = [(episode, accuracy) for episode, accuracy, _ in figure["validated"] if 2 * episode >= figure["episodes"]]
    if len(points) < 2:
        return 0.0
    episodes, accuracies = np.array(points).T
    per_episode = np.polyfit(episodes, 100 * accuracies, 1)[0]
    return float(per_episode * figure["episodes"] / figure["minutes"] * 10)


def _instances(plan: Planned, figure: Mapping[str, Any]) -> str:
    measured = figure["by_instance"]
    head = (
        f"{plan.request.approach}, right by instance of its class (5 classes, 10 images of each in random order; "
        f"{plan.paper.source}; guessing the first alone gives 20 %, and 45.7 % to who sees that an image is of a new "
        "class and knows which labels are taken):\n\n"
    )
    names, values = " | ".join(measured), " | ".join(f"{100 * a:.1f} ± {100 * c:.1f}" for a, c in measured.values())
    return f"{head}| instance | {names} |\n{'|---' * (len(measured) + 1)}|\n| measured | {values} |\n"
