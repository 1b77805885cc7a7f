"""What a run makes of the files of a folder: how likely each class is, alone and with the help of the other images."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from workbench import learning
from workbench.facts import Fact
from workbench.facts.file_reason import FileReason
from workbench.imaging.reading import ReadFile
from workbench.operations.deferred import torch
from workbench.operations.features.calibration import evenly, some_of
from workbench.operations.features.empty_frames import are_empty
from workbench.operations.features.episode_pool import load_view
from workbench.operations.features.load_images import ImageRef, Loaded
from workbench.operations.progress import Reporter
from workbench.operations.runs.run_traits import Cells, support_traits
from workbench.operations.runs.trained import Trained
from workbench.words import marked, message

if TYPE_CHECKING:
    from torch import Tensor

    from workbench.learning.approach import Classifier

_BATCH = 256


@dataclass(frozen=True)
class Examples:
    """The readable examples: files, and for each the number of its class in `names`."""

    names: tuple[str, ...]
    files: tuple[ReadFile, ...]
    labels: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class FolderAnswers:
    """The files that could be loaded and are not empty, with their class shares and embeddings; the others apart."""

    files: tuple[ReadFile, ...]
    shares: "Tensor"  # (n, way)
    vectors: "Tensor"  # (n, dimension)
    familiarity: "Tensor"  # (n,)
    unreadable: tuple[FileReason[Fact], ...]
    empty: tuple[ReadFile, ...]


class FolderRun:
    """A run adapted to examples, ready to answer for the files of a folder."""

    def __init__(self, trained: Trained, examples: Examples, device: str, reporter: Reporter) -> None:
        self.trained = trained
        self.examples = examples
        self._device = device
        self._reporter = reporter
        self._approach = trained.on_inputs()
        self.loaded = self._load(examples.files)
        self._labels = torch.from_numpy(np.array(examples.labels, np.int64)[self.loaded.kept])

    def answer(self, files: Sequence[ReadFile], attributes: Mapping[str, Cells], *, use_pile: bool) -> FolderAnswers:
        """Adapt to the examples and say how likely each class is for each file; with `use_pile`, heed the others."""
        if self.trained.needs_calibration:
            self._calibrate(files)
        classifier = self._adapted(attributes)
        answers = self._alone(files, classifier)
        examples = self._vectors(self._inputs(self.loaded))
        shares = answers.shares
        if use_pile:
            shares = learning.PileGraph(answers.vectors).shares(shares, examples, self._labels)
        familiarity = learning.familiarity(answers.vectors, examples, shares.max(1).values, use_pile=use_pile)
        return replace(answers, shares=shares, familiarity=familiarity)

    def _alone(self, files: Sequence[ReadFile], classifier: "Classifier") -> FolderAnswers:
        is_empty = are_empty([ImageRef(read.path, read.picture) for read in files], self._reporter)
        full = [read for read, empty in zip(files, is_empty, strict=True) if not empty]
        parts: list[tuple[tuple[ReadFile, ...], Tensor, Tensor]] = []
        unreadable: list[FileReason[Fact]] = []
        for start in range(0, len(full), _BATCH):
            batch = full[start : start + _BATCH]
            loaded = self._load(batch)
            unreadable += loaded.troubles
            inputs = self._inputs(loaded)
            kept = tuple(batch[index] for index in map(int, loaded.kept))
            if kept:
                with torch.no_grad():
                    shares = torch.softmax(classifier(inputs).float(), 1).cpu()
                parts.append((kept, shares, self._vectors(inputs)))
            done = start + len(batch)
            text = message(marked("{done} of {total} images classified"), done=done, total=len(full))
            self._reporter.report(done / len(full), text)
        return FolderAnswers(
            tuple(read for part, _, _ in parts for read in part),
            torch.cat([shares for _, shares, _ in parts] or [torch.empty(0, len(self.examples.names))]),
            torch.cat(
                [vectors for _, _, vectors in parts] or [torch.empty(0, self.trained.approach.encoder.dimension)]
            ),
            torch.zeros(0),
            tuple(unreadable),
            tuple(read for read, empty in zip(files, is_empty, strict=True) if empty),
        )

    def _inputs(self, loaded: Loaded) -> "Tensor":
        return self.trained.inputs(torch.from_numpy(loaded.values).to(self._device))

    def _vectors(self, inputs: "Tensor") -> "Tensor":
        with torch.no_grad():
            parts = [self._approach.embed(part).float().cpu() for part in torch.split(inputs, _BATCH)]
        return torch.cat(parts or [torch.empty(0, self.trained.approach.encoder.dimension)])

    def _adapted(self, attributes: Mapping[str, Cells]) -> "Classifier":
        traits = support_traits(self.trained.traits, self.examples.names, attributes, self._device)
        support = learning.Support(
            self._inputs(self.loaded), self._labels.to(self._device), len(self.examples.names), traits
        )
        with torch.no_grad():
            return self._approach.adapt(support)

    def _calibrate(self, files: Sequence[ReadFile]) -> None:
        """Centre the shipped network's features, half on the examples, half on the images to label."""
        pile = self._load(some_of(files)).values if files else self.loaded.values[:0]
        self.trained.calibrate(torch.from_numpy(evenly(self.loaded.values, pile)).to(self._device))

    def _load(self, files: Sequence[ReadFile]) -> Loaded:
        refs = [ImageRef(read.path, read.picture) for read in files]
        return load_view(refs, self.trained.view, self._device, self._reporter)
