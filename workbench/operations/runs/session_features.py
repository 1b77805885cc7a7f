"""Images as a run's inputs, kept in memory: as precomputed vectors where its approach allows, as pixels where not."""

import copy
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from workbench import learning
from workbench.facts import Fact
from workbench.facts.file_reason import FileReason
from workbench.operations.deferred import torch
from workbench.operations.features.calibration import evenly, some_of
from workbench.operations.features.episode_pool import load_view
from workbench.operations.features.load_embeddings import load_embeddings
from workbench.operations.features.load_images import ImageRef, Loaded
from workbench.operations.garbage_collection import collector_at_rest
from workbench.operations.progress import Reporter
from workbench.operations.runs.trained import Trained
from workbench.operations.tasks.images import ImageFacts

if TYPE_CHECKING:
    from torch import Tensor

    from workbench.learning.approach import Approach
    from workbench.learning.networks.encoders import Encoder

_BYTES_AT_ONCE = 2**25  # of vectors: enough at once that threads seldom wait for each other
_IMAGES_AT_ONCE = 256


class SessionFeatures:
    """The inputs of `approach` for a session's images, by their content.

    Inputs are vectors (n, dimension) of its encoder; the features of the frozen network until it is calibrated;
    or, for approaches that change their encoder when they adapt, what that encoder takes.
    """

    def __init__(self, trained: Trained, device: str) -> None:
        self.trained = trained
        self.fast = trained.approach.capabilities.adapts_embeddings
        self.device = device
        self._embeds = trained.embeds_first
        self.approach: Approach = trained.on_inputs()
        self._inputs = torch.empty(0)
        self._rows: dict[bytes, int] = {}
        self._more: dict[bytes, Tensor] = {}
        self._calibrated_on: object = None
        self._first_encoder: Encoder | None = None  # as it was calibrated first

    def load(self, images: Sequence[ImageFacts], reporter: Reporter) -> tuple[FileReason[Fact], ...]:
        """Load the session's images; return those that cannot be loaded, and why."""
        with collector_at_rest():
            loaded = self._load(images, reporter)
            self._inputs = self._encoded(loaded)
            self._rows = {images[index].sha256: row for row, index in enumerate(loaded.kept)}
        return loaded.troubles

    def load_more(self, images: Sequence[ImageFacts], reporter: Reporter) -> None:
        """Load further images, such as examples of other folders; those that cannot be loaded are left out."""
        unloaded = [image for image in images if image.sha256 not in self]
        if unloaded:
            loaded = self._load(unloaded, reporter)
            inputs = self._encoded(loaded)
            self._more |= {unloaded[index].sha256: inputs[row] for row, index in enumerate(loaded.kept)}

    def __contains__(self, sha256: bytes) -> bool:
        return sha256 in self._rows or sha256 in self._more

    def rows(self, images: Sequence[ImageFacts]) -> NDArray[np.int64]:
        """Return the row of each of the session's own images."""
        return np.array([self._rows[image.sha256] for image in images], np.int64)

    def inputs(self, images: Sequence[ImageFacts]) -> "Tensor":
        """Return the inputs of loaded images, on the device."""
        rows = [self._rows.get(image.sha256, -1) for image in images]
        if min(rows, default=0) >= 0:
            return self._inputs[torch.tensor(rows, dtype=torch.int64)].to(self.device)
        pairs = zip(images, rows, strict=True)
        inputs = [self._inputs[row] if row >= 0 else self._more[image.sha256] for image, row in pairs]
        return torch.stack(inputs).to(self.device)

    def batches(self, rows: NDArray[np.int64]) -> "Iterator[Tensor]":
        """Yield the inputs of rows, on the device, a batch at a time."""
        size = self._at_once(self._inputs) if self.fast else _IMAGES_AT_ONCE
        for start in range(0, len(rows), size):
            part = rows[start : start + size]
            # Consecutive rows are a view: copying them would take as long as the rest.
            whole = part[-1] - part[0] + 1 == len(part) and bool((np.diff(part) == 1).all())
            inputs = self._inputs[part[0] : part[-1] + 1] if whole else self._inputs[torch.from_numpy(part)]
            yield inputs.to(self.device)

    def calibrate(self, examples: Sequence[ImageFacts], rows: NDArray[np.int64]) -> None:
        """Centre features that no run centred, on the examples and on the images to label."""
        calibrated_on = (tuple(example.sha256 for example in examples), rows.tobytes())
        if not self.trained.needs_calibration or calibrated_on == self._calibrated_on:
            return
        sampled = rows[np.array(some_of(range(len(rows))), np.int64)]
        pile = self._inputs[torch.from_numpy(sampled)].numpy()
        both = evenly(self.inputs(examples).cpu().numpy(), pile) if examples else pile
        self.trained.calibrate(torch.from_numpy(both).to(self.device))
        self._calibrated_on = calibrated_on

    def pile_vectors(self, inputs: "Tensor") -> "Tensor":
        """Return embeddings (n, dimension) that stay comparable: later calibrations do not change them."""
        if not self.trained.needs_calibration:
            return torch.from_numpy(self.vectors(inputs))
        if self._first_encoder is None:
            self._first_encoder = copy.deepcopy(self.trained.approach.encoder)
        with torch.no_grad():
            parts = torch.split(inputs, _IMAGES_AT_ONCE)
            return torch.cat([self._first_encoder(part).float().cpu() for part in parts])

    @property
    def pile_encoder(self) -> str:
        """Name what makes the `pile_vectors`: the run by its weights, the shipped network by how it looks at images."""
        view = self.trained.view
        if self.trained.needs_calibration:
            return sha256(f"{view.encoder} {view.size} {view.channels} {view.fit}".encode()).hexdigest()
        return sha256(learning.approach_bytes(self.trained.approach)).hexdigest()

    @property
    def pile_calibration(self) -> NDArray[np.float32]:  # (b,)
        """The calibration that the `pile_vectors` rest on, none for a run; set before the first are made."""
        if self._first_encoder is None:
            return np.zeros(0, np.float32)
        return torch.cat([part.flatten().float().cpu() for part in self._first_encoder.buffers()]).numpy()

    @pile_calibration.setter
    def pile_calibration(self, values: NDArray[np.float32]) -> None:
        encoder = copy.deepcopy(self.trained.approach.encoder)
        buffers = list(encoder.buffers())
        if not self.trained.needs_calibration or len(values) != sum(part.numel() for part in buffers):
            return
        for part, kept in zip(
            buffers, torch.split(torch.from_numpy(values), [p.numel() for p in buffers]), strict=True
        ):
            part.copy_(kept.reshape(part.shape))
        self._first_encoder = encoder

    def vectors(self, inputs: "Tensor") -> NDArray[np.float32]:
        """Return the embeddings (n, dimension), in which similar images lie close together."""
        with torch.no_grad():
            parts = [self.approach.embed(part).float().cpu() for part in torch.split(inputs, _IMAGES_AT_ONCE)]
        return torch.cat(parts).numpy()

    def _load(self, images: Sequence[ImageFacts], reporter: Reporter) -> Loaded:
        refs = [ImageRef(image.path, image.sha256) for image in images]
        view, encoder = self.trained.view, self.trained.approach.encoder
        if self._embeds and encoder.takes != "features":
            return load_embeddings(refs, encoder, view, self.device, reporter)
        return load_view(refs, view, self.device, reporter)

    def _encoded(self, loaded: Loaded) -> "Tensor":
        """Return loaded values as the approach takes them: features of the frozen network go through the encoder."""
        values = torch.from_numpy(loaded.values)
        encoder = self.trained.approach.encoder
        if not self._embeds or encoder.takes != "features" or not len(values):
            return values
        with torch.no_grad():
            parts = torch.split(values, self._at_once(values))
            return torch.cat([encoder(part.to(self.device)).cpu() for part in parts])

    @staticmethod
    def _at_once(vectors: "Tensor") -> int:
        return max(_IMAGES_AT_ONCE, _BYTES_AT_ONCE // max(1, vectors[:1].nbytes))
