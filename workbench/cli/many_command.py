"""The command that trains many runs, here or on a cluster."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from workbench.cli.arguments import DeviceName, Json, ProjectArgument
from workbench.cli.run_commands import run_lines, run_values
from workbench.cli.terminal import opened_to_work, plural, show, work
from workbench.operations.engines.train_many import EngineChoice, ManyTrained, train_all
from workbench.operations.engines.training_plan import read_plan


class EngineOption(StrEnum):
    """Where runs are trained."""

    LOCAL = "local"
    RAY = "ray"


def train_many(
    project: ProjectArgument,
    plan: Annotated[
        Path,
        Argument(
            metavar="PLAN.json",
            help='A list of trainings named as the options of train: [{"approach": "prototypical", "way": 5}, …].',
        ),
    ],
    workers: Annotated[
        int | None, Option(min=1, help="Runs trained at a time; by default 1, on a cluster as many as it can.")
    ] = None,
    engine: Annotated[
        EngineOption, Option(help="local: on this computer; ray: on a Ray cluster.")
    ] = EngineOption.LOCAL,
    address: Annotated[
        str | None, Option(metavar="HOST:PORT|auto", help="A cluster that is there; by default Ray is started here.")
    ] = None,
    resume: Annotated[
        bool, Option("--resume", help="Go on with the runs of the plan that were begun, and keep those that are done.")
    ] = False,
    device: DeviceName = "auto",
    json: Json = False,
) -> None:
    """Meta-train all runs of a plan, several at a time."""
    read = read_plan(plan, device)
    on_cluster = engine is EngineOption.RAY
    choice = EngineChoice(engine.value, workers or (0 if on_cluster else 1), address, device)
    with opened_to_work(project) as opened, work("Train") as bar:
        done = train_all(opened, read, choice, bar, resume=resume)
    values = {"runs": [run_values(run) for run in done.runs]}
    show(_lines(done), values | {"finished_before": done.finished_before, "failed": list(done.failed)}, as_json=json)


def _lines(done: ManyTrained) -> Sequence[str]:
    lines = [line for run in done.runs for line in run_lines(run)]
    trained = len(done.runs) - done.finished_before - len(done.failed)
    lines.append(f"{plural(trained, 'run', 'runs')} trained.")
    if done.finished_before:
        lines.append(f"{plural(done.finished_before, 'run was', 'runs were')} finished before.")
    for run in done.runs:
        if run.id in done.failed:
            lines += [f"Run {run.id} is not finished: {note}" for note in run.notes[-1:]]
    return lines
