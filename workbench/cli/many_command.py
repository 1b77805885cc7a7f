"""The command that trains many runs, here or on a cluster."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from workbench.cli.arguments import (
    AddressOption,
    ComputingEngine,
    DeviceName,
    EngineOption,
    Json,
    ProjectArgument,
    WorkersOption,
)
from workbench.cli.run_commands import run_lines, run_values
from workbench.cli.terminal import opened_to_work, plural, show, work
from workbench.operations.engines.train_many import EngineChoice, ManyTrained, train_all
from workbench.operations.engines.training_plan import read_plan


def train_many(
    project: ProjectArgument,
    plan: Annotated[
        Path,
        Argument(
            metavar="PLAN.json",
            help='A list of trainings named as the options of train: [{"approach": "prototypical", "way": 5}, …].',
        ),
    ],
    workers: WorkersOption = None,
    engine: EngineOption = ComputingEngine.LOCAL,
    address: AddressOption = None,
    resume: Annotated[
        bool, Option("--resume", help="Go on with the runs of the plan that were begun, and keep those that are done.")
    ] = False,
    device: DeviceName = "auto",
    json: Json = False,
) -> None:
    """Meta-train all runs of a plan, several at a time."""
    read = read_plan(plan, device)
    choice = engine_choice(engine, workers, address, device)
    with opened_to_work(project) as opened, work("Train") as bar:
        done = train_all(opened, read, choice, bar, resume=resume)
    values = {"runs": [run_values(run) for run in done.runs]}
    show(_lines(done), values | {"finished_before": done.finished_before, "failed": list(done.failed)}, as_json=json)


def engine_choice(engine: ComputingEngine, workers: int | None, address: str | None, device: str) -> EngineChoice:
    """Return what the options say; without a number of workers, a cluster is used whole."""
    return EngineChoice(engine.value, workers or (0 if engine is ComputingEngine.RAY else 1), address, device)


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
