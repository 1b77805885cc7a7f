"""The images to label that look like none of the classes, and those of them that look like one another."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from workbench import learning
from workbench.operations.deferred import torch
from workbench.operations.features.empty_frames import are_empty
from workbench.operations.features.load_images import ImageRef
from workbench.operations.labelling._supports import Supports
from workbench.operations.labelling.known_scale import KnownScale, examples_measured, measure_known_scale
from workbench.operations.labelling.usual_confidence import confidence_scale, tell_strangers
from workbench.operations.progress import Reporter
from workbench.operations.runs.session_features import SessionFeatures
from workbench.operations.runs.trained import load_trained
from workbench.operations.tasks.images import ImageFacts
from workbench.store.project import Project

if TYPE_CHECKING:
    from torch import Tensor

    from workbench.learning.pile.open_set import OpenSet


@dataclass(frozen=True)
class Strangers:
    """Undecided images that look like none of the classes, and which of them look like one another."""

    image_ids: NDArray[np.int64]  # (n,)
    group: NDArray[np.int64]  # (n,) perhaps a new class, the largest 0; -1: of no group


class SessionStrangers:
    """What a session knows of images that are of none of its classes; its methods are for `LabelSession`.

    A scale is measured once for each number of classes and of examples. An empty frame is no stranger: there is nothing
    on it that could look like anything.
    """

    def __init__(self, features: SessionFeatures) -> None:
        self._features = features
        self._empty: set[bytes] = set()
        self._scales: dict[tuple[int, int, bool], KnownScale | None] = {}
        self._newest: KnownScale | None = None
        self._open_set: OpenSet | None = None
        self._open_set_of: object = None
        self._middle = torch.zeros(1)

    def look_for_empty(self, images: Sequence[ImageFacts], reporter: Reporter) -> None:
        """Look for frames with nothing on them among images that were loaded."""
        is_empty = are_empty([ImageRef(image.path, image.sha256) for image in images], reporter)
        self._empty = {image.sha256 for image, empty in zip(images, is_empty, strict=True) if empty}

    def are_empty(self, images: Sequence[ImageFacts]) -> NDArray[np.bool_]:  # (n,)
        """Say of each image whether nothing is on it."""
        if not self._empty:
            return np.zeros(len(images), np.bool_)
        return np.fromiter((image.sha256 in self._empty for image in images), np.bool_, len(images))

    def familiarity(
        self, images: Sequence[ImageFacts], supports: Supports, confidence: "Tensor", *, use_pile: bool
    ) -> NDArray[np.float32]:  # (n,)
        """Return how familiar each of the images to label looks beside those adapted to; NaN for an empty frame.

        `confidence` (n,) is that of their proposals; `use_pile` is as for `OpenSet`.
        """
        rows = self._features.rows(images)
        seen = ~self.are_empty(images)
        key = (rows.tobytes(), supports.images[: supports.examples] if self._features.trained.needs_calibration else ())
        if self._open_set is None or key != self._open_set_of:
            parts = [torch.from_numpy(self._features.vectors(inputs)) for inputs in self._features.batches(rows[seen])]
            self._open_set, self._open_set_of = learning.OpenSet(torch.cat(parts or [torch.empty(0, 1)])), key
        examples = torch.empty(0, 1)
        if supports.images:
            examples = torch.from_numpy(self._features.vectors(self._features.inputs(supports.images)))
        self._middle = self._open_set.middle(examples, use_pile=use_pile)
        familiarity = np.full(len(rows), np.nan, np.float32)
        sure = confidence if seen.all() else confidence[torch.from_numpy(seen)]
        familiarity[seen] = self._open_set.familiarity(examples, sure, use_pile=use_pile).numpy()
        return familiarity

    def scale(self, project: Project, supports: Supports, reporter: Reporter, *, use_pile: bool) -> KnownScale | None:
        """Return the scale for so many classes and examples, measured where it was not yet; as `measure_known_scale`.

        Uses a copy of the run, so that proposals can be made meanwhile.
        """
        way = len(set(supports.labels))
        if way < 2:
            return None
        shot = len(supports.labels) / way
        key = (way, examples_measured(shot), use_pile)
        if key not in self._scales:
            trained, device = self._features.trained, self._features.device
            self._scales[key] = measure_known_scale(
                project,
                replace(load_trained(project, str(trained.shown), device), view=trained.view),
                way=way,
                shot=shot,
                use_pile=use_pile,
                may_draw_sample=True,
                device=device,
                reporter=reporter,
            )
        self._newest = self._scales[key]
        return self._newest

    def calibrated(
        self, shares: "Tensor", familiarity: NDArray[np.float32], supports: Supports, *, use_pile: bool
    ) -> "Tensor":
        """Return class shares (n, way) as probabilities, by the scale that was measured last, or the usual one."""
        scale = confidence_scale(self._newest, supports.labels)
        told = tell_strangers(supports.labels, len(supports.classes))
        seen = np.isfinite(familiarity)
        calibrated = shares.double().numpy().copy()
        known = familiarity[seen].astype(np.float64) if told else None
        calibrated[seen] = scale.calibrated(calibrated[seen], known, use_pile=use_pile)
        return torch.from_numpy(calibrated).float()

    def among(
        self,
        images: Sequence[ImageFacts],
        familiarity: NDArray[np.float32],
        decided: Collection[int],
        scale: KnownScale,
        keep: float,
    ) -> Strangers:
        """Return the strangers among images, of which those `decided` are none, as of the newest `familiarity`.

        Groups are cut where they agreed best with held-out classes (`KnownScale.alike`); three images are the least.
        """
        pairs = zip(images, familiarity < scale.threshold(keep), strict=True)
        strange = [image for image, is_strange in pairs if is_strange and image.id not in decided]
        ids = np.array([image.id for image in strange], np.int64)
        if not strange:
            return Strangers(ids, ids.copy())
        return Strangers(ids, learning.alike_groups(self._directions(strange), scale.alike))

    def typical(self, images: Sequence[ImageFacts], strangers: Strangers) -> tuple[int, ...]:
        """Return the id of the most typical of each group of strangers, which are among the images; largest first."""
        in_group = strangers.group >= 0
        ids, group = strangers.image_ids[in_group], strangers.group[in_group]
        if not len(ids):
            return ()
        by_id = {image.id: image for image in images}
        typical = learning.typical_of_groups(self._directions([by_id[number] for number in ids.tolist()]), group)
        return tuple(ids[typical].tolist())

    def _directions(self, images: Sequence[ImageFacts]) -> "Tensor":
        vectors = torch.from_numpy(self._features.vectors(self._features.inputs(images)))
        return learning.directions_from(self._middle, vectors)
