"""Which steps are done and what the others wait for, from an empty project to labels."""

from pathlib import Path

from tests.made_images import make_classes, make_pile
from workbench.facts.decision import Decision
from workbench.operations.evaluation.evaluate_run import EvaluationRequest, evaluate_run
from workbench.operations.labelling.class_changes import add_class
from workbench.operations.labelling.decisions import Decided, decide
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.project.steps import Steps, describe_steps
from workbench.operations.runs.training import train_approach
from workbench.operations.runs.training_request import TrainingRequest
from workbench.operations.tasks.images import list_images
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.operations.tasks.split_classes import RoleRequest
from workbench.store.models import Role


def waiting(steps: Steps) -> list[str]:
    return [name for name in ("images", "learn", "check", "label", "export") if getattr(steps, name).waits_for]


def done(steps: Steps) -> list[str]:
    return [name for name in ("images", "learn", "check", "label", "export") if getattr(steps, name).done]


def test_an_empty_project_waits_for_images(project: Project) -> None:
    steps = describe_steps(project)
    assert done(steps) == []
    assert waiting(steps) == ["learn", "check", "label", "export"]


def test_what_learned_a_problem_is_seen_without_images_and_is_no_step_done(project: Project) -> None:
    request = TrainingRequest(
        "maml", problem="curves", shot=5, episodes=4, episodes_per_step=2, validate_every=4, validation_episodes=2
    )
    train_approach(project, request, Silent())
    steps = describe_steps(project)
    assert done(steps) == []
    assert waiting(steps) == ["check", "label", "export"]


def test_a_pile_can_be_labelled_but_not_learned_from(project: Project, tmp_path: Path) -> None:
    make_pile(tmp_path / "pile")
    import_images(project, tmp_path / "pile", ImportRequest(), Silent())
    steps = describe_steps(project)
    assert done(steps) == ["images"]
    assert waiting(steps) == ["learn", "check", "export"]


def test_without_test_classes_nothing_can_be_checked(project: Project, tmp_path: Path) -> None:
    folder = make_classes(tmp_path / "classes")
    import_images(project, folder, ImportRequest(roles=RoleRequest(Role.META_TRAIN)), Silent())
    steps = describe_steps(project)
    assert waiting(steps) == ["check", "export"]
    assert "role of test" in str(steps.check.waits_for)


def test_what_was_done_shows(trained: Project) -> None:
    evaluate_run(trained, EvaluationRequest("pixels", way=2, query=2, episodes=2), Silent())
    assert done(describe_steps(trained)) == ["images", "learn", "check"]
    image = list_images(trained)[0].id
    decided = decide(trained, [Decided(image, add_class(trained, "oak").class_id, Decision.ACCEPTED)])
    assert done(describe_steps(trained)) == ["images", "learn", "check", "label"]
    assert waiting(describe_steps(trained)) == []
    decided.apply(trained)
    assert waiting(describe_steps(trained)) == ["export"]
