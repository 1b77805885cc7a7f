"""What trainings draw their episodes from, as plain arrays that can be taken to another process or computer."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench import learning
from workbench.facts import Fact
from workbench.operations.features.episode_pool import PoolArrays, arrays_of, readable_images_of, refuse_rotation
from workbench.operations.progress import Reporter
from workbench.operations.runs.run_settings import RunSettings, run_view
from workbench.operations.runs.run_traits import own_traits
from workbench.operations.runs.training_data import Drawn, completed, draw_from, image_digest, pooled_classes
from workbench.operations.tasks.shared_roles import warn_of_shared_roles
from workbench.store.models import Role
from workbench.store.project import Project

if TYPE_CHECKING:
    from workbench.learning.sampling import EpisodeSampler


@dataclass(frozen=True, eq=False)
class PortableMaterial:
    """The images of classes in one view: those to train on, and those to validate with, None where there are none.

    `warnings` are of the project. All runs whose settings have the same `material_key` can be trained on it.
    """

    train: PoolArrays
    held_out: PoolArrays | None
    warnings: tuple[Fact, ...]

    @classmethod
    def load(cls, project: Project, settings: RunSettings, device: str, reporter: Reporter) -> "PortableMaterial":
        """Read the images of a run's classes, features on that device. Raises UserError when there are none."""
        view, chosen = run_view(settings), learning.choose_device(device)
        arrays = {
            role: arrays_of(readable_images_of(project, ids), view, chosen.name, reporter)[0]
            for role, ids in pooled_classes(settings).items()
        }
        return cls(arrays[Role.META_TRAIN], arrays.get(Role.META_VALIDATION), warn_of_shared_roles(project))

    @property
    def pools(self) -> tuple[PoolArrays, ...]:
        """Those to train on, and those to validate with where there are any."""
        return (self.train,) if self.held_out is None else (self.train, self.held_out)

    @property
    def notes(self) -> tuple[Fact, ...]:
        """What is to be said of the images, whatever is trained on them."""
        return tuple(dict.fromkeys([*(note for pool in self.pools for note in pool.notes), *self.warnings]))

    @property
    def digest(self) -> str:
        """What tells the images from others, by their ids, as it is stored with a run."""
        return image_digest([int(number) for pool in self.pools for number in pool.image_ids])

    @property
    def bytes(self) -> int:
        """The bytes of the images."""
        return sum(pool.images.nbytes for pool in self.pools)

    def drawn(self, settings: RunSettings, device: str) -> Drawn:
        """Return where a run's episodes come from on a device. Raises UserError when none can be drawn."""
        chosen = learning.choose_device(device)
        refuse_rotation(settings.encoder, rotate_classes=settings.rotate_classes)
        train, *held_out = (
            own_traits(pool.pool(rotate_classes=settings.rotate_classes, device=chosen.name), settings)
            for pool in self.pools
        )
        return draw_from(train, held_out[0] if held_out else None, settings, chosen, self.warnings)

    def samplers(self, settings: RunSettings, device: str) -> "tuple[EpisodeSampler, EpisodeSampler | None]":
        """Return the samplers of a run's training and validation episodes, the same as anywhere."""
        drawn = self.drawn(settings, device)
        return drawn.sampler, drawn.validation

    def completed(self, settings: RunSettings) -> RunSettings:
        """Return the settings, completed with what only the images read determine.

        Raises UserError when no episode can be drawn.
        """
        return completed(settings, self.drawn(settings, "cpu"), self.digest)


def material_key(settings: RunSettings) -> Hashable:
    """Return what runs that are trained on the same material have in common."""
    kind = learning.encoder_kind(settings.encoder)
    images = (settings.image_size, settings.channels, settings.fit)
    return kind.pretrained, *images, tuple(sorted(pooled_classes(settings).items()))
