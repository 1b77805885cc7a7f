"""How familiar known and unknown images look, measured on held-out classes: the scale for "none of these"."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from workbench import learning
from workbench.imaging.reading import read_file
from workbench.imaging.sample import make_sample
from workbench.learning.paired import mean_with_interval
from workbench.operations.deferred import torch
from workbench.operations.features.calibration import evenly
from workbench.operations.features.episode_pool import PoolImage, few_of_each, pool_of_images, readable_images_of
from workbench.operations.labelling.confidence import ConfidenceScale, HeldOutEpisode, Scores, fit_confidence
from workbench.operations.progress import Reporter
from workbench.operations.runs.record import find_run
from workbench.operations.runs.trained import Trained
from workbench.store.models import ImageClass
from workbench.store.project import Project
from workbench.words import marked, message

if TYPE_CHECKING:
    from torch import Tensor

    from workbench.learning.approach import Approach

_EPISODES = 40
_CLASSES, _IMAGES = 40, 20  # at most, and of a class
_LEAST_CLASSES, _LEAST_IMAGES = 6, 4
_QUERIES = 10  # of a class, at most


@dataclass(frozen=True)
class Share:
    """A share of images, 0 to 1, and how far it lies from that of as many other classes at most, in 95 % of cases."""

    value: float
    ci95: float


@dataclass(frozen=True)
class StrangersShare:
    """At one threshold: the share of known images that keep their label, and of unknown ones that get one."""

    kept_known: Share
    let_in_unknown: Share
    measured_on: Literal["own", "sample"]


@dataclass(frozen=True)
class KnownScale:
    """Familiarity of images of known and of unknown classes, by episodes in which both were held out.

    `alike` is how far apart images of one unknown class are joined: the height, measured on the same episodes, at which
    groups by average linkage agree best with their classes.
    """

    measured_on: Literal["own", "sample"]
    episodes: tuple[HeldOutEpisode, ...]
    confidence: ConfidenceScale
    alike: float = 0.0

    def known_share(self, scores: Scores) -> Scores:
        """Return for each score the share of held-out known images that look stranger, 0 to 1."""
        ordered = np.sort(np.concatenate([episode.known for episode in self.episodes]))
        return np.searchsorted(ordered, scores, side="right") / len(ordered)

    def threshold(self, keep: float) -> float:
        """Return the score that so large a share of known images reaches; every other episode decides on it."""
        return float(np.quantile(np.concatenate([episode.known for episode in self.episodes[::2]]), 1 - keep))

    def at(self, keep: float) -> StrangersShare:
        """Return what lies at or above the threshold, in the episodes that did not decide on it."""
        threshold, measured = self.threshold(keep), self.episodes[1::2]
        kept = _share([(episode.classes, episode.known >= threshold) for episode in measured])
        let_in = _share([(episode.unknown_classes, episode.unknown >= threshold) for episode in measured])
        return StrangersShare(kept, let_in, self.measured_on)


def measure_known_scale(
    project: Project,
    trained: Trained,
    *,
    way: int,
    shot: float,
    use_pile: bool,
    may_draw_sample: bool,
    device: str,
    reporter: Reporter,
) -> KnownScale | None:
    """Measure the scale on classes that the run was not trained on; None where there are too few.

    They are the project's, or for the shipped network, if that `may_draw_sample`, those of the sample. Episodes have
    `way` classes (fewer where there are not so many) of about `shot` examples each, and as many unknown classes. Raises
    Cancelled when asked to stop.
    """
    if trained.traits is not None:
        return None
    rows = few_of_each(readable_images_of(project, _held_out(project, trained)), _CLASSES, _IMAGES, least=_LEAST_IMAGES)
    if len({row.class_id for row in rows}) >= _LEAST_CLASSES:
        return _measured("own", rows, trained, way, shot, use_pile=use_pile, device=device, reporter=reporter)
    if trained.run is not None or not may_draw_sample:
        return None
    with tempfile.TemporaryDirectory() as folder:
        rows = few_of_each(_sample_rows(Path(folder), reporter), _CLASSES, _IMAGES, least=_LEAST_IMAGES)
        return _measured("sample", rows, trained, way, shot, use_pile=use_pile, device=device, reporter=reporter)


def examples_measured(shot: float) -> int:
    """Return with how many examples of a class the scale is measured, where there are `shot` on average."""
    return max(1, min(round(shot), _LEAST_IMAGES - 1))


def _held_out(project: Project, trained: Trained) -> list[int]:
    settings = None if trained.run is None else find_run(project, str(trained.run)).facts().settings
    trained_on: set[int] = set() if settings is None else set(settings.trained_on)
    with project.read() as session:
        ids = session.scalars(select(ImageClass.id).order_by(ImageClass.id)).all()
    return [class_id for class_id in ids if class_id not in trained_on]


def _sample_rows(folder: Path, reporter: Reporter) -> list[PoolImage]:
    def on_image(done: int, total: int) -> None:
        text = message(marked("Drawing the sample: {done} of {total}"), done=done, total=total)
        reporter.report(done / total, text)

    make_sample(folder, seed=0, on_image=on_image)
    files = sorted((folder / "alphabets").rglob("*.png"))
    number_of = {home: number for number, home in enumerate(sorted({file.parent for file in files}))}
    # Pools of the sample's first classes are enough.
    drawn = [file for file in files if number_of[file.parent] < 2 * _CLASSES]
    return [
        PoolImage(file, read_file(file).sha256, number, number_of[file.parent], 0, None)
        for number, file in enumerate(drawn)
    ]


def _measured(
    measured_on: Literal["own", "sample"],
    rows: Sequence[PoolImage],
    trained: Trained,
    way: int,
    shot: float,
    *,
    use_pile: bool,
    device: str,
    reporter: Reporter,
) -> KnownScale:
    pool = pool_of_images(rows, trained.view, rotate_classes=False, device=device, reporter=reporter).pool
    approach, inputs = trained.on_inputs(), trained.inputs(pool.images.to(pool.device))
    groups = [np.flatnonzero(pool.class_of == number) for number in np.unique(pool.class_of)]
    way, examples = max(2, min(way, len(groups) // 2)), examples_measured(shot)
    draw = np.random.default_rng(0)
    episodes: list[HeldOutEpisode] = []
    directions: list[tuple[Tensor, Tensor]] = []  # of the strangers, and their classes
    for number in range(1, _EPISODES + 1):
        chosen = map(int, draw.permutation(len(groups))[: 2 * way])
        mixed: list[NDArray[np.int64]] = [draw.permutation(groups[number]) for number in chosen]
        queries = [group[examples : examples + _QUERIES] for group in mixed[:way]]
        strangers = [group[:_QUERIES] for group in mixed[way:]]
        support = torch.from_numpy(np.concatenate([group[:examples] for group in mixed[:way]]))
        pile = torch.from_numpy(np.concatenate([*queries, *strangers]))
        scores, shares, units = _scores(trained, approach, inputs[support], inputs[pile], way, use_pile=use_pile)
        answers = np.repeat(np.arange(way), [len(part) for part in queries])
        count = len(answers)
        classes = pool.class_of[pile.numpy()]
        episodes.append(
            HeldOutEpisode(scores[:count], scores[count:], shares[:count], answers, classes[:count], classes[count:])
        )
        directions.append((units[count:], torch.from_numpy(classes[count:])))
        text = message(marked("Learning how strangers look: {done} of {total}"), done=number, total=_EPISODES)
        reporter.report(number / _EPISODES, text)
    return KnownScale(measured_on, tuple(episodes), fit_confidence(episodes), learning.agreeing_cut(directions))


def _scores(
    trained: Trained, approach: "Approach", examples: "Tensor", pile: "Tensor", way: int, *, use_pile: bool
) -> "tuple[Scores, NDArray[np.float64], Tensor]":
    """Return the familiarity (n,) of a pile, proposed for as a folder is, its class shares (n, way) and directions."""
    if trained.needs_calibration:
        both = evenly(examples.cpu().numpy(), pile.cpu().numpy())
        trained.calibrate(torch.from_numpy(both).to(pile.device))
    labels = torch.arange(way).repeat_interleave(len(examples) // way)
    with torch.no_grad():
        classify = approach.adapt(learning.Support(examples, labels.to(pile.device), way))
        shares = torch.softmax(classify(pile).float(), 1).cpu()
        vectors, known = (approach.embed(part).float().cpu() for part in (pile, examples))
    if use_pile:
        shares = learning.PileGraph(vectors).shares(shares, known, labels)
    open_set = learning.OpenSet(vectors)
    scores = open_set.familiarity(known, shares.max(1).values, use_pile=use_pile).double().numpy()
    middle = open_set.middle(known, use_pile=use_pile)
    return scores, shares.double().numpy(), learning.directions_from(middle, vectors)


def _share(hits: Sequence[tuple[NDArray[np.int64], NDArray[np.bool_]]]) -> Share:
    """Return the share of hits, from the class of each image and whether it is one.

    Classes differ more than episodes of the same classes do, and a person's new classes are others: so the interval is
    that of the difference to as many classes drawn anew, root 2 times that of the mean over classes.
    """
    classes, hit = (np.concatenate(part) for part in zip(*hits, strict=True))
    mean = mean_with_interval([float(hit[classes == number].mean()) for number in np.unique(classes)])
    return Share(mean.mean, sqrt(2) * mean.ci95)
