"""Why a test cannot begin, from counts alone, as a page says beside its grey button."""

from collections.abc import Sequence

from workbench import learning
from workbench.errors import UserError
from workbench.facts import fact
from workbench.operations.evaluation.evaluate_run import PIXELS, EvaluationRequest, refuse_test_counts, tested_classes
from workbench.operations.features.episode_pool import nothing_readable
from workbench.operations.runs.record import find_run
from workbench.operations.runs.run_traits import queried_classes
from workbench.operations.runs.trained import PRETRAINED
from workbench.operations.runs.training_checks import why_read_only
from workbench.operations.runs.training_request import needs_examples
from workbench.operations.tasks.class_counts import ClassCount, class_counts, refuse_few
from workbench.store.models import Role
from workbench.store.project import Project
from workbench.words import Message


def why_not_test(
    project: Project,
    way: int,
    shot: int,
    *,
    mix_tasks: bool = True,
    role: Role = Role.META_TEST,
    runs: Sequence[str] = (),
) -> Message | None:
    """Return why nothing can be tested on the classes of a role, or None; the pretrained network needs no run.

    Each of `runs` is as `EvaluationRequest` has it; without examples, one of them must use traits.
    """
    if project.read_only:
        return why_read_only(project)
    try:
        refuse_test_counts(EvaluationRequest(way=way, shot=shot))
        ids = tested_classes(project, role)
        counts = class_counts(project, role)
        if not counts:
            return nothing_readable(())
        if not shot:
            counts = _described(project, ids, counts, runs)
        # Only now, because it takes long to import where nothing was learned yet.

        refuse_few(counts, learning.EpisodeShape(way, shot, 1), rotate_classes=False, mix_tasks=mix_tasks)
    except UserError as error:
        return error.text
    return None


def largest_class(project: Project, role: Role) -> int:
    """Return the images of the largest class of a role that can be tested with examples, 0 where there is none.

    All but one can be examples in an episode. A class of one specimen is none: nothing of it is left to recognise.
    """
    return max((count.images for count in class_counts(project, role) if count.specimens > 1), default=0)


def _described(
    project: Project, ids: Sequence[int], counts: Sequence[ClassCount], runs: Sequence[str]
) -> tuple[ClassCount, ...]:
    """Return the counts of classes that one of the runs knows without an example. Raises UserError where none does."""
    learned = [find_run(project, run).facts().settings for run in runs if run not in (PIXELS, PRETRAINED)]
    scheme = next((settings.trait_scheme for settings in learned if settings.traits is not None), None)
    if scheme is None:
        raise UserError(needs_examples(fact("subject.test")))
    described = set(queried_classes(project, scheme, ids, 0).class_ids)
    return tuple(count for count in counts if count.id in described)
