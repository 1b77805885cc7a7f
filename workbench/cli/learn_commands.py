"""Commands that learn: traits, train, resume, evaluate and approaches."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from typer import Argument, Context, Option

from workbench.cli.arguments import (
    AugmentImages,
    DeviceName,
    FitOption,
    Json,
    MixTasks,
    ProjectArgument,
    Query,
    RunOption,
    Seed,
    Shot,
    TestedRole,
    TrainedRun,
    TraitsOption,
    Way,
)
from workbench.cli.problem_words import score_words, show_problem
from workbench.cli.run_commands import run_values
from workbench.cli.terminal import at_most_twenty, opened_to_work, percentage, plural, show, work
from workbench.errors import UserError
from workbench.facts import fact
from workbench.facts.problems import PROBLEM_TITLES
from workbench.operations.attributes.trait_tables import Traits, TraitTableReport, keep_traits, read_traits
from workbench.operations.evaluation.evaluate_problem import ProblemReport, evaluate_problem, problem_of_run
from workbench.operations.evaluation.evaluate_run import (
    PIXELS,
    EvaluationReport,
    EvaluationRequest,
    evaluate_run,
    tested_role,
)
from workbench.operations.project.opening import Project
from workbench.operations.runs.curve import ways_of
from workbench.operations.runs.describe_approaches import ApproachDescription, describe_approaches
from workbench.operations.runs.listing import LATEST, RunFacts, describe_run
from workbench.operations.runs.problems.usual_request import usual_request
from workbench.operations.runs.record import find_run
from workbench.operations.runs.run_traits import unread_table
from workbench.operations.runs.trained import PRETRAINED
from workbench.operations.runs.training import resume_run, train_approach
from workbench.operations.runs.training_checks import keep_traits_to_learn
from workbench.operations.runs.training_request import TrainingRequest, parsed_options
from workbench.words import Message, marked, message


def traits(
    project: ProjectArgument,
    table: Annotated[Path, Argument(metavar="TABLE.csv", help="One row per class, one column per trait.")],
    json: Json = False,
) -> None:
    """Set the project's table of traits, for training and labelling; replaces the previous one."""
    read = read_traits(table)
    with opened_to_work(project) as opened:
        report = keep_traits(opened, read)
    columns = [{"name": name, "kind": kind.value} for name, kind in report.columns]
    notes = [str(note) for note in report.notes]
    show(_table_lines(report), vars(report) | {"columns": columns, "notes": notes}, as_json=json)


def train_(
    context: Context,
    project: ProjectArgument,
    approach: Annotated[str, Option(help="Name of the approach; `approaches` lists them.")],
    problem: Annotated[str | None, Option(help=f"Learn this in place of images: {', '.join(PROBLEM_TITLES)}.")] = None,
    encoder: Annotated[str, Option(help="conv4, conv4-strided, resnet12 or efficientnet-lite0.")] = "conv4",
    image_size: Annotated[int | None, Option(help="In pixels; by default the encoder's own size.")] = None,
    channels: Annotated[int | None, Option(help="1 (grey) or 3 (colour); by default the encoder's own.")] = None,
    way: Way = 5,
    shot: Shot = 1,
    query: Query = 15,
    episodes: Annotated[int, Option(help="Number of training episodes.")] = 2000,
    episodes_per_step: Annotated[int, Option(help="Episodes averaged per optimiser step (meta-batch size).")] = 4,
    mix_tasks: MixTasks = True,
    rotate_classes: Annotated[bool, Option("--rotate-classes", help="Treat rotated images as extra classes.")] = False,
    augment_images: AugmentImages = False,
    fit: FitOption = None,
    learning_rate: Annotated[float, Option(help="Initial learning rate.")] = 1e-3,
    seed: Seed = 0,
    device: DeviceName = "auto",
    option: Annotated[list[str] | None, Option(metavar="NAME=VALUE", help="An option of the approach.")] = None,
    traits: TraitsOption = None,
    patience: Annotated[int, Option(help="Stop after this many validations without improvement; 0: never.")] = 0,
    bf16: Annotated[bool, Option("--bf16", help="Compute in bfloat16 where that is faster.")] = False,
    json: Json = False,
) -> None:
    """Meta-train an approach; Ctrl-C saves a checkpoint to resume from."""
    options = parsed_options(approach, _options_by_name(option or []), problem)
    if episodes < 1:
        raise UserError(fact("request.count_too_small", name="episodes", least=1, value=episodes))
    request = TrainingRequest(
        approach, encoder, image_size, channels, way, shot, query, episodes, episodes_per_step, mix_tasks,
        rotate_classes, learning_rate, seed, device, options, patience, bf16=bf16, augment_images=augment_images,
        fit=fit, problem=problem,
    )  # fmt: skip
    request = usual_request(request, _given(context))
    table = None if traits is None else read_traits(traits)
    with opened_to_work(project) as opened, work("Train") as bar:
        notes = () if table is None else _keep_table(opened, table, request)
        run = train_approach(opened, request, bar)
    _show_run(run, as_json=json, notes=notes)


def resume(project: ProjectArgument, run: TrainedRun = LATEST, device: DeviceName = "auto", json: Json = False) -> None:
    """Continue a stopped or killed run exactly from its last checkpoint."""
    with opened_to_work(project) as opened, work("Train") as bar:
        before = describe_run(opened, find_run(opened, run).id)
        if before.resumable and not before.episode:
            bar.say(f"Nothing of run {before.id} was saved yet: it starts over.")
        facts = resume_run(opened, run, bar, device=device)
        if before.state == "finished":
            bar.say(f"Run {facts.id} had already finished: there was nothing left to do.")
    _show_run(facts, as_json=json)


def evaluate(
    project: ProjectArgument,
    run: RunOption = LATEST,
    way: Way = 5,
    shot: Shot = 1,
    query: Query = 15,
    episodes: Annotated[int, Option(help="Number of test episodes.")] = 600,
    role: Annotated[TestedRole, Option(help="Role of the classes to test on.")] = TestedRole.META_TEST,
    mix_tasks: MixTasks = True,
    seed: Seed = 0,
    device: DeviceName = "auto",
    transductive: Annotated[
        bool,
        Option(
            "--transductive",
            help="Let a run whose options allow it see an episode's queries together, as in some papers.",
        ),
    ] = False,
    json: Json = False,
) -> None:
    """Meta-test a run on unseen classes."""
    request = EvaluationRequest(run, way, shot, query, episodes, tested_role(role.value), mix_tasks, seed, device)
    request = replace(request, transductive=transductive)
    with opened_to_work(project) as opened, work("Evaluate") as bar:
        if _learned_a_problem(opened, run):
            report = evaluate_problem(opened, run, bar, tasks=episodes, seed=seed)
        else:
            report = evaluate_run(opened, request, bar)
    if isinstance(report, ProblemReport):
        show_problem(report, as_json=json)
        return
    values = vars(report) | {"notes": [str(note) for note in report.notes]}
    pile = values.pop("pile")
    for name in ("accuracy", "ci95", "ci95_classes", "gain", "gain_ci95", "gain_ci95_classes"):
        values[f"pile_{name}"] = None if pile is None else getattr(pile, name)
    show(_report_lines(report), values, as_json=json)


def _learned_a_problem(project: Project, run: str) -> bool:
    return run not in (PIXELS, PRETRAINED) and problem_of_run(project, run) is not None


def _report_lines(report: EvaluationReport) -> list[str]:
    subject = (
        f"{report.way}-way {report.shot}-shot on {report.role} classes, {report.episodes:,} episodes, run {report.run}"
    )
    guessing = f"guessing would be right in {percentage(report.chance)}"
    together = ["The queries of an episode were seen together (transductive)."] if report.transductive else []
    return [
        f"{percentage(report.accuracy, report.widest)}  {subject}; {guessing}",
        *([] if report.pile is None else [str(report.pile.sentence)]),
        f"95 % intervals: ± {100 * report.ci95:.1f} over episodes, ± {100 * report.ci95_classes:.1f} over which "
        "classes were drawn.",
        *together,
        *(f"Note: {note}" for note in report.notes),
    ]


def approaches(json: Json = False) -> None:
    """List the approaches with their descriptions and options."""
    descriptions = describe_approaches()
    lines = [line for approach in descriptions for line in _approach_lines(approach)]
    show(lines, {"approaches": [_approach_values(approach) for approach in descriptions]}, as_json=json)


def _table_lines(report: TraitTableReport) -> list[str]:
    kinds = Counter(kind.value for _, kind in report.columns)
    lines = [
        f"{report.name}: {plural(report.classes, 'class', 'classes')}, {plural(len(report.columns), 'trait', 'traits')}"
        f" ({', '.join(f'{count} {kind}' for kind, count in kinds.items())}).",
        f"{plural(report.described, 'class', 'classes')} of the project {'has' if report.described == 1 else 'have'} "
        "a row in the table.",
    ]
    if report.without:
        lines += ["Classes without a row:", *at_most_twenty([f"  {name}" for name in report.without])]
    if report.unused:
        lines += ["Rows that match no class of the project:", *at_most_twenty([f"  {name}" for name in report.unused])]
    return lines + [f"Note: {note}" for note in report.notes]


def _keep_table(project: Project, table: Traits, request: TrainingRequest) -> tuple[Message, ...]:
    """Keep a table of traits to train with; return notes on it."""
    return (*keep_traits_to_learn(project, table, request).notes, *unread_table(request.approach, table))


def _options_by_name(texts: list[str]) -> dict[str, str]:
    for text in texts:
        if "=" not in text:
            wrong = marked("An option is given as NAME=VALUE, not as {given}.")
            raise UserError(message(wrong, given=text))
    return dict(text.split("=", 1) for text in texts)


def _given(context: Context) -> set[str]:
    """Return the names of the options that a person gave."""
    sources = {name: context.get_parameter_source(name) for name in context.params}
    return {name for name, source in sources.items() if source is not None and source.name == "COMMANDLINE"}


def _show_run(run: RunFacts, *, as_json: bool, notes: Sequence[Message] = ()) -> None:
    """Show a run, with the notes of this command before those of the run."""
    run = replace(run, notes=(*notes, *run.notes))
    lines = [
        f"Run {run.id}, {run.approach} on {run.encoder}: "
        f"{plural(run.episode, 'episode', 'episodes')} in {run.seconds / 60:.1f} min on {run.device}."
    ]
    if run.best_accuracy is not None and run.problem is not None:
        lines.append(f"Best on validation tasks: {score_words(run)}.")
    elif run.best_accuracy is not None:
        way = ways_of(run.settings).validation
        lines.append(
            f"Best on meta-validation classes, {way} at a time: {percentage(run.best_accuracy, run.best_ci95)}; "
            f"guessing would be right in {percentage(1 / way)}."
        )
    lines += [f"Note: {note}" for note in run.notes]
    show(lines, run_values(run), as_json=as_json)


def _approach_lines(approach: ApproachDescription) -> list[str]:
    lines = [f"{approach.name} ({approach.family})"]
    lines += [f"  {text}" for text in (approach.summary, approach.choose_when, approach.cannot, approach.paper)]
    for option in approach.options:
        limits = f" ({', '.join(option.choices)})" if option.choices else ""
        lines.append(f"  --option {option.name}={option.default}  {option.label}{limits}")
    return lines


def _approach_values(approach: ApproachDescription) -> dict[str, object]:
    options = [
        vars(option) | {"label": str(option.label), "choices": list(option.choices)} for option in approach.options
    ]
    words: dict[str, object] = {
        name: str(getattr(approach, name)) for name in ("title", "summary", "choose_when", "cannot")
    }
    return vars(approach) | words | {"options": options}
