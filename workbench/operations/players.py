"""Contestants ready to adapt: their weights loaded, and the episodes with what they know of classes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.errors import UserError
from workbench.operations.contestants import Contestant
from workbench.operations.evaluate_run import PIXELS
from workbench.operations.run_traits import asked_classes, with_traits
from workbench.operations.same_episodes import Source
from workbench.operations.train_wish import needs_examples
from workbench.operations.trained import Trained, load_trained
from workbench.store.project import Project
from workbench.words import Message, marked

if TYPE_CHECKING:
    from workbench.learning.evaluation import Adapt
    from workbench.learning.sampling import EpisodeSampler


@dataclass(frozen=True)
class Player:
    """A contestant on a device, with the episodes as it is shown them; `trained` is None for raw pixels.

    `knows_every_class` says that it has traits of all classes, so that it can do without examples; `remarks` are what
    should be said of how it takes part.
    """

    contestant: Contestant
    trained: Trained | None
    sampler: "EpisodeSampler"
    knows_every_class: bool = False
    remarks: tuple[Message, ...] = ()

    @property
    def adapt(self) -> "Adapt":
        """The function that turns a support into a classifier."""
        from workbench.learning.evaluation import nearest_pixels

        return self.trained.approach.adapt if self.trained else nearest_pixels

    @property
    def takes_features(self) -> bool:
        """Whether it is shown what the frozen network makes of images."""
        return self.trained is not None and self.trained.approach.encoder.takes == "features"


def ready(project: Project, contestant: Contestant, source: Source, device: str) -> Player:
    """Load a contestant.

    Raises UserError when its weights are gone or damaged, or it cannot do without examples and there are none.
    """
    shot = source.sampler.shape.shot
    if not shot and not contestant.reads_traits:
        raise UserError(needs_examples(contestant.heading))
    if contestant.key == PIXELS:
        return Player(contestant, None, source.sampler)
    trained = load_trained(project, contestant.key, device, queries_together=True)
    remarks = []
    if trained.approach.sees_queries_together:
        # Nobody is to know more than the others, and whoever labels turns it off as well.
        trained.approach.sees_queries_together = False
        text = marked("In a test of its own it sees all queries together; here one at a time, as when labelling.")
        remarks.append(Message(text))
    if trained.needs_to_look_around:
        trained.look_around(source.pool.pool.images)
    if trained.traits is None:
        return Player(contestant, trained, source.sampler, remarks=tuple(remarks))
    asked = asked_classes(project, trained.traits, source.pool.class_ids, shot)
    pool = with_traits(source.pool, trained.traits, asked.rows)
    knows_every_class = all(number in asked.rows for number in pool.class_ids)
    if not shot and not knows_every_class:
        raise UserError(Message(marked("It knows no trait of some of these classes, and has no example of them.")))
    return Player(contestant, trained, source.sampler_of(pool), knows_every_class, (*remarks, *asked.notes))
