"""All plans, the shortest first, some at a time; what was measured is kept in a file and not measured again."""

import json
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock

from tests.benchmarks.fidelity.measuring import Figure
from tests.benchmarks.fidelity.plans import Planned, budgets

Start = Callable[[Planned, float], Figure | None]  # a plan and its CPU minutes; None where it failed


def figures_in(file: Path) -> list[Figure]:
    """Return what a file of figures holds; a last line that a kill has cut short is left out."""
    lines = file.read_text().splitlines(keepends=True) if file.exists() else []
    return [json.loads(line) for line in lines if line.endswith("\n") and line.strip()]


def keep_figure(file: Path, figure: Figure) -> None:
    """Append a line of figures, in place of one that a kill has cut short."""
    whole = [json.dumps(kept) + "\n" for kept in figures_in(file)]
    text = file.read_text() if file.exists() else ""
    if text != "".join(whole):
        file.write_text("".join(whole))
    with file.open("a") as opened:
        opened.write(json.dumps(figure) + "\n")


def run_all(plans: Sequence[Planned], hours: float, figures: Path, start: Start, *, at_once: int = 2) -> int:
    """Measure the plans that the file of figures lacks; return how many failed."""
    minutes = budgets(tuple(plans), hours)
    known = {figure["name"] for figure in figures_in(figures)}
    waiting = sorted((plan for plan in plans if plan.name not in known), key=lambda plan: plan.minutes)
    writing = Lock()

    def one(plan: Planned) -> bool:
        figure = start(plan, minutes[plan.name])
        if figure is None:
            sys.stderr.write(f"{plan.name} failed; starting again goes on with it\n")
            return False
        with writing:
            keep_figure(figures, figure)
        sys.stderr.write(f"{plan.name} is measured, {figure['minutes']:.1f} CPU minutes\n")
        return True

    with ThreadPoolExecutor(at_once) as pool:
        return sum(not done for done in pool.map(one, waiting))
