"""The command that compares runs and baselines on identical episodes, and says what to trust of it."""

from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Annotated, Any

from rich.console import Console
from rich.table import Table
from typer import Option

from workbench.cli.arguments import DeviceName, Json, MixTasks, ProjectArgument, Query, Seed, Shot, TestedRole, Way
from workbench.cli.terminal import percentage, show, work
from workbench.operations.evaluation.adaptation_curve import AdaptationCurve, adaptation_curve
from workbench.operations.evaluation.candidates import ComparisonRequest, refuse_without_examples
from workbench.operations.evaluation.compare_runs import compare_runs
from workbench.operations.evaluation.comparisons import CandidateFigures, ComparedRow, ComparisonResult
from workbench.operations.evaluation.evaluate_run import tested_role
from workbench.operations.evaluation.reliability import Doubts, measure_reliability
from workbench.operations.evaluation.shot_curve import ShotCurve, shot_curve
from workbench.operations.project.opening import open_to_work
from workbench.operations.serialisation import to_json

_WIDTH = 140


def compare(
    project: ProjectArgument,
    runs: Annotated[list[str] | None, Option(help="Run numbers, such as 1,2; by default all runs.")] = None,
    way: Way = 5,
    shot: Shot = 1,
    query: Query = 15,
    episodes: Annotated[int, Option(help="Number of test episodes.")] = 600,
    role: Annotated[TestedRole, Option(help="Role of the classes to test on.")] = TestedRole.META_TEST,
    mix_tasks: MixTasks = True,
    seed: Seed = 0,
    device: DeviceName = "auto",
    shots: Annotated[
        bool, Option("--shots", help="Also measure accuracy with 1, 2, 3, 5 and 10 examples per class.")
    ] = False,
    steps: Annotated[bool, Option("--steps", help="Also measure accuracy after each adaptation step.")] = False,
    doubts: Annotated[
        bool,
        Option("--doubts", help="Also check overfitting, the distance of new classes, and the diversity of folders."),
    ] = False,
    json: Json = False,
) -> None:
    """Compare runs with each other and with simple baselines on identical episodes."""
    chosen = tuple(part.strip() for run in runs or () for part in run.split(",") if part.strip())
    tested = tested_role(role.value)
    request = ComparisonRequest(
        chosen, ComparisonRequest().baselines, way, shot, query, episodes, tested, mix_tasks, seed, device
    )
    if steps:
        refuse_without_examples(request)
    with open_to_work(project) as opened, work("Compare") as bar:
        found = compare_runs(opened, request, bar)
        shot_lines = shot_curve(opened, request, bar) if shots else None
        step_lines = adaptation_curve(opened, request, bar) if steps else None
        doubted = measure_reliability(opened, request, bar) if doubts else None
    lines = [*_lines(found), *_shot_lines(shot_lines), *_step_lines(step_lines), *_doubt_lines(doubted)]
    more = {"shots": to_json(shot_lines, str), "steps": to_json(step_lines, str), "doubts": _doubt_values(doubted)}
    show(lines, to_json(found, str) | more, as_json=json)


def _lines(found: ComparisonResult) -> list[str]:
    columns = ("", "accuracy", "vs. best baseline", "ms to adapt", "ms per query", "min trained", "MB")
    asked = f"{found.way}-way {found.request.shot}-shot, {found.request.episodes:,} episodes of {found.classes} classes"
    notes = [f"{row.shown}: {remark}" for row in found.rows for remark in row.remarks]
    return [
        str(found.sentence),
        *_table(columns, [_row(row, row.figures) for row in found.rows if row.figures]),
        *(f"{row.shown}: {row.reason}" for row in found.rows if row.reason),
        f"Guessing: {percentage(found.chance)}. {asked}, the same for all. Times on {found.device}.",
        *(f"Note: {note}" for note in (*notes, *found.notes)),
    ]


def _row(row: ComparedRow, figures: CandidateFigures) -> list[str]:
    by = figures.to_baseline
    return [
        str(row.shown),
        percentage(figures.accuracy, figures.ci95),
        "" if by is None else f"{100 * by.mean:+.1f} ± {100 * by.ci95:.1f}",
        f"{figures.adapt_ms:,.1f}",
        f"{figures.query_ms:,.2f}",
        f"{row.training_minutes:,.1f}",
        f"{row.bytes / 1e6:,.1f}",
    ]


def _shot_lines(found: ShotCurve | None) -> list[str]:
    if found is None:
        return []
    counts = sorted({point.shots for line in found.lines for point in line.points})
    rows: list[list[str]] = []
    for line in found.lines:
        points = {point.shots: percentage(point.accuracy, point.ci95) for point in line.points}
        rows.append([str(line.shown), *(points.get(count, "") for count in counts)])
    head = ("examples per class", *map(str, counts))
    return ["", str(found.sentence), *_table(head, rows), *(f"Note: {note}" for note in found.notes)]


def _step_lines(found: AdaptationCurve | None) -> list[str]:
    if found is None:
        return []
    lines = ["", str(found.sentence)]
    for line in found.lines:
        rows = [
            [str(point.steps), percentage(point.accuracy, point.ci95), f"{point.milliseconds:,.1f}"]
            for point in line.points
        ]
        said = [] if line.sentence == found.sentence else [str(line.sentence)]
        lines += [*said, *_table((str(line.shown), "accuracy", "ms"), rows)]
    return lines


def _doubt_lines(found: Doubts | None) -> list[str]:
    if found is None:
        return []
    lines = [""]
    for run in found.runs:
        said = [
            run.gap.sentence if run.gap else run.gap_reason,
            run.distance.sentence if run.distance else run.distance_reason,
        ]
        lines += [f"{run.shown}: {sentence}" for sentence in dict.fromkeys(said) if sentence]
    return [*lines, str(found.diversity.sentence)]


def _doubt_values(found: Doubts | None) -> dict[str, Any] | None:
    """Return the figures, each with the sentence that is made of them."""
    if found is None:
        return None
    values = to_json(found, str)
    values["diversity"] |= {"sentence": str(found.diversity.sentence)}
    for shown, run in zip(values["runs"], found.runs, strict=True):
        for name, figure in (("gap", run.gap), ("distance", run.distance)):
            if figure is not None:
                shown[name] |= {"sentence": str(figure.sentence)}
    return values


def _table(columns: Iterable[str], rows: Sequence[Sequence[str]]) -> list[str]:
    table = Table(box=None, pad_edge=False)
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left", overflow="fold")
    for row in rows:
        table.add_row(*row)
    written = StringIO()
    Console(file=written, width=_WIDTH, no_color=True, markup=False, highlight=False).print(table)
    return [line.rstrip() for line in written.getvalue().splitlines()]
