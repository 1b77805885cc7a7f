"""The images of a project's classes as a pool to draw episodes from."""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from workbench import learning
from workbench.errors import UserError
from workbench.facts import Fact, fact
from workbench.facts.file_reason import FileReason
from workbench.facts.fit import Fit
from workbench.operations.deferred import torch
from workbench.operations.features.load_images import Channels, ImageRef, Loaded, load_features, load_images
from workbench.operations.progress import Reporter
from workbench.operations.tasks.stored_choices import key_suffixes
from workbench.store.models import Image, ImageClass, ImageStatus, Role
from workbench.store.project import Project
from workbench.words import marked, message

if TYPE_CHECKING:
    from torch import Tensor

    from workbench.learning.sampling import Pool


@dataclass(frozen=True)
class View:
    """The images that an encoder takes: its name, their size and channels, and how they are fitted to a square."""

    encoder: str
    size: int
    channels: Channels
    fit: Fit = "stretch"


@dataclass(frozen=True)
class ClassPool:
    """A pool, the class id behind each of its class numbers, and notes about them."""

    pool: "Pool"
    class_ids: tuple[int, ...]
    files: tuple["PoolImage", ...]  # for each row of the pool
    notes: tuple[Fact, ...]

    @property
    def image_ids(self) -> tuple[int, ...]:
        """The image id behind each row of the pool."""
        return tuple(file.id for file in self.files)


def view_of(encoder: str, size: int | None, channels: int | None, fit: Fit = "stretch") -> View:
    """Return the view requested, with the encoder's own size and channels as defaults. Raises UserError."""
    kind = learning.encoder_kind(encoder)
    if channels not in (None, 1, 3):
        raise UserError(
            message(marked("Images must have 1 or 3 channels (grey or colour), not {count}."), count=channels)
        )
    size, channels = size or kind.size, channels or kind.channels
    kind.refuse(size, channels)
    return View(encoder, size, 1 if channels == 1 else 3, fit)


def load_view(refs: Sequence[ImageRef], view: View, device: str, reporter: Reporter) -> Loaded:
    """Return images as the view's encoder takes them: as uint8, or for the frozen network its features.

    Raises UserError when images do not fit in memory.
    """
    if learning.encoder_kind(view.encoder).pretrained:
        return load_features(refs, view.size, device, reporter, fit=view.fit)
    return load_images(refs, view.size, view.channels, reporter, fit=view.fit)


def class_ids_of(project: Project, role: Role) -> tuple[int, ...]:
    """Return the classes of a role, in order of creation."""
    with project.read() as session:
        return tuple(session.scalars(select(ImageClass.id).where(ImageClass.role == role).order_by(ImageClass.id)))


def pool_of(
    project: Project, class_ids: Sequence[int], view: View, *, rotate_classes: bool, device: str, reporter: Reporter
) -> ClassPool:
    """Load the images of those classes onto the device. Raises UserError when there are none, or too many."""
    rows = readable_images_of(project, class_ids)
    return pool_of_images(rows, view, rotate_classes=rotate_classes, device=device, reporter=reporter)


def pool_of_images(
    rows: Sequence["PoolImage"], view: View, *, rotate_classes: bool, device: str, reporter: Reporter
) -> ClassPool:
    """Load those images onto the device. Raises UserError when there are none, or too many."""
    refuse_rotation(view.encoder, rotate_classes=rotate_classes)
    arrays, files = arrays_of(rows, view, device, reporter)
    return arrays.pool(rotate_classes=rotate_classes, device=device, files=files)


@dataclass(frozen=True, eq=False)
class PoolArrays:
    """What a pool is made of, as plain arrays, and notes on it; the images are those of one view, on no device.

    `specimen` and `content` are as in a `Pool`; `image_ids` are those behind each row.
    """

    images: NDArray[Any]  # uint8 (n, channels, size, size), or float32 features (n, dimension)
    class_of: NDArray[np.int64]  # (n,)
    task_of: NDArray[np.int64]  # (classes,)
    content: NDArray[np.int64]  # (n,)
    image_ids: NDArray[np.int64]  # (n,)
    class_ids: NDArray[np.int64]  # (classes,)
    specimen: NDArray[np.int64] | None  # (n,)
    notes: tuple[Fact, ...]

    def pool(self, *, rotate_classes: bool, device: str, files: tuple["PoolImage", ...] = ()) -> ClassPool:
        """Return them as a pool on the device; `files` are those of its rows where they are to be shown."""
        pool = learning.Pool(
            learning.home_of(_tensor(self.images), device),
            self.class_of,
            self.task_of,
            self.specimen,
            rotate_classes,
            content=self.content,
            computes_on=device,
        )
        return ClassPool(pool, tuple(map(int, self.class_ids)), files, self.notes)


def arrays_of(
    rows: Sequence["PoolImage"], view: View, device: str, reporter: Reporter
) -> tuple[PoolArrays, tuple["PoolImage", ...]]:
    """Load those images, features on the device, and return them with those of the rows that could be read.

    Raises UserError when there are none, or too many.
    """
    refs = [ImageRef(row.path, row.sha256) for row in rows]
    loaded = load_view(refs, view, device, reporter)
    there = [rows[index] for index in map(int, loaded.kept)]
    if not there:
        raise UserError(nothing_readable(loaded.troubles))
    present = sorted({row.class_id for row in there})
    number_of = {class_id: number for number, class_id in enumerate(present)}
    task_of = {row.class_id: row.task_id for row in there}
    arrays = PoolArrays(
        loaded.values,
        class_of=np.array([number_of[row.class_id] for row in there], np.int64),
        task_of=np.array([task_of[class_id] for class_id in present], np.int64),
        content=_contents(there),
        image_ids=np.array([row.id for row in there], np.int64),
        class_ids=np.array(present, np.int64),
        specimen=_specimens(there),
        notes=_notes(loaded.troubles),
    )
    return arrays, tuple(there)


def pool_to_draw_from(rows: Sequence["PoolImage"]) -> ClassPool:
    """Return a pool of those images without their pixels, which says which images an episode has before any is read."""
    present = sorted({row.class_id for row in rows})
    number_of = {class_id: number for number, class_id in enumerate(present)}
    task_of = {row.class_id: row.task_id for row in rows}
    pool = learning.Pool(
        torch.empty(len(rows), 0),
        np.array([number_of[row.class_id] for row in rows], np.int64),
        np.array([task_of[class_id] for class_id in present], np.int64),
        _specimens(rows),
        content=_contents(rows),
    )
    return ClassPool(pool, tuple(present), tuple(rows), ())


def _tensor(images: NDArray[Any]) -> "Tensor":
    """Return images as a tensor on the same memory, which may be another process's, and is never written to."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "The given NumPy array is not writable")
        return torch.from_numpy(images)


def refuse_rotation(encoder: str, *, rotate_classes: bool) -> None:
    """Raise UserError when classes are to be rotated for a frozen encoder, whose features are precomputed."""
    if rotate_classes and learning.encoder_kind(encoder).pretrained:
        text = marked("Rotated classes need a trainable network; {name} is frozen.")
        raise UserError(message(text, name=encoder))


@dataclass(frozen=True)
class PoolImage(ImageRef):
    """An image to draw: where it is, its content, its id, and what it is grouped by."""

    id: int
    class_id: int
    task_id: int
    specimen: str | None


def readable_images_of(project: Project, class_ids: Sequence[int]) -> list[PoolImage]:
    """List the images of those classes that could be read when last seen, by class, each content once per class."""
    query = (
        select(Image.path, Image.sha256, Image.id, Image.class_id, Image.task_id, Image.specimen)
        .where(Image.class_id.is_not(None), Image.status != ImageStatus.UNREADABLE)
        .order_by(Image.class_id, Image.id)
    )
    requested = set(class_ids)
    with project.read() as session:
        suffixes = key_suffixes(session)
        rows = [
            PoolImage(path, sha256 + suffixes.get(task_id, b""), number, class_id, task_id, specimen)
            for path, sha256, number, class_id, task_id, specimen in session.execute(query)
            if class_id in requested and sha256 is not None
        ]
    # The same content twice in a class would stand on both sides of an episode.
    return list({(row.class_id, row.sha256): row for row in reversed(rows)}.values())[::-1]


def few_of_each(rows: Sequence[PoolImage], classes: int, images: int, *, least: int) -> list[PoolImage]:
    """Return at most so many images of at most so many classes, always the same, of classes with at least `least`."""
    by_class: dict[int, list[PoolImage]] = {}
    for row in rows:
        by_class.setdefault(row.class_id, []).append(row)
    draw = np.random.default_rng(0)
    large = [group for group in by_class.values() if len(group) >= least]
    chosen = [large[number] for number in map(int, draw.permutation(len(large))[:classes])]
    return [group[number] for group in chosen for number in map(int, draw.permutation(len(group))[:images])]


def _contents(rows: Sequence[PoolImage]) -> NDArray[np.int64]:
    numbers = {sha256: number for number, sha256 in enumerate(dict.fromkeys(row.sha256 for row in rows))}
    return np.array([numbers[row.sha256] for row in rows], np.int64)


def _specimens(rows: Sequence[PoolImage]) -> NDArray[np.int64] | None:
    names = sorted({row.specimen for row in rows if row.specimen is not None})
    if not names:
        return None
    numbers = {name: number for number, name in enumerate(names)}
    return np.array([-1 if row.specimen is None else numbers[row.specimen] for row in rows], np.int64)


def _notes(troubles: Sequence[FileReason[Fact]]) -> tuple[Fact, ...]:
    if not troubles:
        return ()
    first = troubles[0]
    return (fact("images.unreadable_left_out", count=len(troubles), path=str(first.path), reason=first.reason),)


def nothing_readable(troubles: Sequence[FileReason[Fact]]) -> Fact:
    """Say that none of the images can be read, or that there are none."""
    if troubles:
        return fact("images.none_readable", path=str(troubles[0].path), reason=troubles[0].reason)
    return fact("images.none_of_role")
