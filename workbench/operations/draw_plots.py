"""Plots of a run as PNG files: how it learned, and where it places images of classes it never saw."""

import io
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench.operations.episode_pool import class_ids_of, pool_of
from workbench.operations.progress import Reporter
from workbench.operations.run_curve import run_curve
from workbench.operations.trained import load_trained
from workbench.operations.written_files import write_whole
from workbench.store.models import ImageClass, Role, Task
from workbench.store.project import Project

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Okabe & Ito, 2008: eight colours that colour-blind people tell apart; shapes differ too.
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#999999")
SHAPES = ("o", "s", "^", "D", "P", "X", "*", "h")


def draw_learning_curve(project: Project, run: int, output: Path) -> None:
    """Draw accuracy over episodes: raw faint, smoothed strong, validation with its intervals. Raises UserError."""
    figure = _figure()
    axes = figure.subplots()
    curve = run_curve(project, run)
    axes.plot(curve.episodes, 100 * curve.accuracy, color=COLOURS[0], alpha=0.25, linewidth=0.8)
    label = f"meta-train, {curve.training_way}-way, smoothed"
    axes.plot(curve.episodes, 100 * curve.smoothed_accuracy, color=COLOURS[0], linewidth=2, label=label)
    if curve.checked:
        axes.errorbar(
            [each.episode for each in curve.checked],
            [100 * each.accuracy for each in curve.checked],
            [100 * each.ci95 for each in curve.checked],
            color=COLOURS[5],
            fmt="o-",
            capsize=3,
            label=f"meta-validation, {curve.way}-way, 95 %",
        )
    axes.set_xlabel("episode")
    axes.set_ylabel("accuracy, %")
    axes.legend(frameon=False, loc="lower right")
    _write(figure, output)


def draw_embedding(project: Project, run: str, output: Path, reporter: Reporter, classes: int = 8) -> None:
    """Draw images of the first meta-test classes where the run's encoder places them, in two principal components."""
    import torch
    from sklearn.decomposition import PCA

    trained = load_trained(project, run, "cpu")
    ids = class_ids_of(project, Role.META_TEST)[:classes]
    pool = pool_of(project, ids, trained.view, rotated=False, device="cpu", reporter=reporter)
    with torch.no_grad():
        vectors = trained.approach.embed(pool.pool.images).numpy()
    places = PCA(2, random_state=0).fit_transform(vectors)
    with project.read() as session:
        query = select(Task.name, ImageClass.name).join(Task, Task.id == ImageClass.task_id).order_by(ImageClass.id)
        names = [" / ".join(row) for row in session.execute(query.where(ImageClass.id.in_(pool.class_ids)))]
    figure = _figure()
    axes = figure.subplots()
    for number, name in enumerate(names):
        mine = places[pool.pool.class_of == number]
        colour, shape = COLOURS[number % 8], SHAPES[(number + number // 8) % 8]
        axes.scatter(mine[:, 0], mine[:, 1], s=24, label=name, color=colour, marker=shape)
    axes.set_title("Classes never seen in training", fontsize=11)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.legend(frameon=False, loc="center left", bbox_to_anchor=(1.0, 0.5))
    _write(figure, output)


def _figure() -> "Figure":
    from matplotlib.figure import Figure

    return Figure(figsize=(8, 4.5), dpi=120, layout="constrained")


def _write(figure: "Figure", output: Path) -> None:
    drawn = io.BytesIO()
    figure.savefig(drawn, format="png")
    write_whole(output, drawn.getvalue())
