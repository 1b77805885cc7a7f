"""The command that compares runs and baselines on identical episodes, and checks how far to trust the results."""

from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Annotated, Any

from rich.console import Console
from rich.table import Table
from typer import Option

from workbench.cli.arguments import DeviceName, Json, MixTasks, ProjectArgument, Query, Seed, Shot, TestedRole, Way
from workbench.cli.terminal import opened_to_work, percentage, show, work
from workbench.operations.evaluation.adaptation_curve import AdaptationCurve, adaptation_curve
from workbench.operations.evaluation.candidates import ComparisonRequest, refuse_without_examples
from workbench.operations.evaluation.compare_runs import compare_runs
from workbench.operations.evaluation.comparisons import CandidateFigures, ComparedRow, ComparisonResult
from workbench.operations.evaluation.evaluate_run import tested_role
from workbench.operations.evaluation.reliability import Doubts, measure_reliability
from workbench.operations.evaluation.shot_curve import ShotCurve, shot_curve
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
    run_numbers = tuple(part.strip() for run in runs or () for part in run.split(",") if part.strip())
    tested = tested_role(role.value)
    request = ComparisonRequest(
        run_numbers, ComparisonRequest().baselines, way, shot, query, episodes, tested, mix_tasks, seed, device
    )
    if steps:
        refuse_without_examples(request)
    with opened_to_work(project) as opened, work("Compare") as bar:
        comparison = compare_runs(opened, request, bar)
        shot_lines = shot_curve(opened, request, bar) if shots else None
        step_lines = adaptation_curve(opened, request, bar) if steps else None
        reliability = measure_reliability(opened, request, bar) if doubts else None
    lines = [*_lines(comparison), *_shot_lines(shot_lines), *_step_lines(step_lines), *_doubt_lines(reliability)]
    more = {"shots": to_json(shot_lines, str), "steps": to_json(step_lines, str), "doubts": _doubt_values(reliability)}
    show(lines, _values(comparison) | more, as_json=json)


def _lines(result: ComparisonResult) -> list[str]:
    columns = (
        "",
        "accuracy",
        "vs. best baseline",
        "seeds",
        "ms to adapt",
        "of it embedding",
        "ms per query",
        "min trained",
        "MB",
    )
    shape = (
        f"{result.way}-way {result.request.shot}-shot, {result.request.episodes:,} episodes of {result.classes} classes"
    )
    notes = [f"{row.shown}: {remark}" for row in result.rows for remark in row.remarks]
    return [
        str(result.sentence),
        *_table(columns, [_row(row, row.figures) for row in result.rows if row.figures]),
        *(f"{row.shown}: {row.reason}" for row in result.rows if row.reason),
        f"Guessing: {percentage(result.chance)}. {shape}, the same for all. Times on {result.device}.",
        "± is the wider of two 95 % intervals: over episodes, and over which classes were drawn.",
        *(f"Note: {note}" for note in (*notes, *result.notes)),
    ]


def _row(row: ComparedRow, figures: CandidateFigures) -> list[str]:
    by = figures.to_baseline
    return [
        str(row.shown),
        percentage(figures.accuracy, figures.mean.widest),
        "" if by is None else f"{100 * by.mean:+.1f} ± {100 * by.widest:.1f}",
        _seeds(figures),
        f"{figures.adapt_ms:,.1f}",
        "" if figures.embed_ms is None else f"{figures.embed_ms:,.1f}",
        f"{figures.query_ms:,.2f}",
        f"{row.training_minutes:,.1f}",
        f"{row.bytes / 1e6:,.1f}",
    ]


def _seeds(figures: CandidateFigures) -> str:
    if not figures.seeds:
        return ""
    if len(figures.seeds) == 1:
        return "one training"
    return f"{len(figures.seeds)}: " + ", ".join(f"{100 * accuracy:.1f}" for accuracy in figures.seeds)


def _values(comparison: ComparisonResult) -> dict[str, Any]:
    """Return the figures; each row has its difference to the best baseline, and what that rests on, at its top."""
    values = to_json(comparison, str)
    for row_values, row in zip(values["rows"], comparison.rows, strict=True):
        figures = row.figures
        by = None if figures is None else figures.to_baseline
        row_values |= {
            "difference": None if by is None else by.mean,
            "ci95": None if by is None else by.ci95,
            "ci95_classes": None if by is None else by.ci95_classes,
            "chosen_on": comparison.chosen_on,
            "seeds": [] if figures is None else list(figures.seeds),
            "transductive": None if figures is None else figures.transductive,
        }
    return values


def _shot_lines(curve: ShotCurve | None) -> list[str]:
    if curve is None:
        return []
    counts = sorted({point.shots for line in curve.lines for point in line.points})
    rows: list[list[str]] = []
    for line in curve.lines:
        points = {point.shots: percentage(point.accuracy, point.mean.widest) for point in line.points}
        rows.append([str(line.shown), *(points.get(count, "") for count in counts)])
    head = ("examples per class", *map(str, counts))
    return ["", str(curve.sentence), *_table(head, rows), *(f"Note: {note}" for note in curve.notes)]


def _step_lines(curve: AdaptationCurve | None) -> list[str]:
    if curve is None:
        return []
    lines = ["", str(curve.sentence)]
    for line in curve.lines:
        rows = [
            [str(point.steps), percentage(point.accuracy, point.mean.widest), f"{point.milliseconds:,.1f}"]
            for point in line.points
        ]
        sentence = [] if line.sentence == curve.sentence else [str(line.sentence)]
        lines += [*sentence, *_table((str(line.shown), "accuracy", "ms"), rows)]
    return lines


def _doubt_lines(reliability: Doubts | None) -> list[str]:
    if reliability is None:
        return []
    lines = [""]
    for run in reliability.runs:
        sentences = [
            run.gap.sentence if run.gap else run.gap_reason,
            run.distance.sentence if run.distance else run.distance_reason,
        ]
        lines += [f"{run.shown}: {sentence}" for sentence in dict.fromkeys(sentences) if sentence]
    return [*lines, str(reliability.diversity.sentence)]


def _doubt_values(reliability: Doubts | None) -> dict[str, Any] | None:
    """Return the figures, each with its sentence."""
    if reliability is None:
        return None
    values = to_json(reliability, str)
    values["diversity"] |= {"sentence": str(reliability.diversity.sentence)}
    for run_values, run in zip(values["runs"], reliability.runs, strict=True):
        for name, figure in (("gap", run.gap), ("distance", run.distance)):
            if figure is not None:
                run_values[name] |= {"sentence": str(figure.sentence)}
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
