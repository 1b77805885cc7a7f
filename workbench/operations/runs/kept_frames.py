"""The frames of a run's embedding, kept in the cache: to turn later ones alike, and to look back through time.

No figure rests on them: a file that is damaged or cannot be written is never an error, and without one the plot begins
anew.
"""

import os
import secrets
from contextlib import suppress
from hashlib import sha256
from io import BytesIO
from zipfile import BadZipFile

import numpy as np
from sqlalchemy import select

from workbench.folders import cache_folder
from workbench.operations.runs.timeline import Timeline
from workbench.operations.runs.training_events import EmbeddingFrame, ReferenceImages
from workbench.store.models import Run
from workbench.store.project import Project

_DAMAGE = (ValueError, KeyError, EOFError, BadZipFile)


class KeptFrames:
    """The frames of one run and the same reference images in the same order; only such can be compared."""

    def __init__(self, project: Project, run: int, reference: ReferenceImages) -> None:
        with project.read() as session:
            # Another project may have been made in the place of one that is gone, with a run of the same number.
            began = session.scalar(select(Run.created_at).where(Run.id == run))
        key = sha256(b"%s|%s" % (os.fsencode(project.path.resolve()), str(began).encode())).hexdigest()[:32]
        self._file = cache_folder() / "frames" / f"{key}-{run}.npz"
        self._images = sha256(b"".join(sha256(name).digest() for name in reference.sha256)).digest()
        self._count = len(reference.sha256)

    def read(self) -> Timeline[EmbeddingFrame]:
        """Return what was kept, nothing where there is nothing of use."""
        frames = Timeline[EmbeddingFrame]()
        # Read whole first: of a damaged file, numpy would leave it open.
        with suppress(OSError, *_DAMAGE), np.load(BytesIO(self._file.read_bytes()), allow_pickle=False) as kept:
            episodes, points = kept["episodes"], kept["points"].astype(np.float32)
            is_whole = points.shape == (len(episodes), self._count, 2) and bool(np.isfinite(points).all())
            if is_whole and kept["images"].tobytes() == self._images:
                for episode, frame in zip(episodes.tolist(), points, strict=True):
                    frames.add(EmbeddingFrame(int(episode), frame))
        return frames

    def write(self, frames: Timeline[EmbeddingFrame]) -> None:
        """Keep these in place of what was kept before."""
        if not len(frames):
            return
        unfinished = self._file.with_name(f".{secrets.token_hex(8)}.part")
        # Rounded by a thousandth at most, which is less than a pixel.
        points = np.stack([frame.points for frame in frames]).astype(np.float16)
        episodes, images = np.array(frames.episodes, np.int64), np.frombuffer(self._images, np.uint8)
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with unfinished.open("wb") as written:
                np.savez(written, episodes=episodes, points=points, images=images)
            unfinished.replace(self._file)
        except OSError:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
