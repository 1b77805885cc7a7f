"""Runs that learn the project's ratings: trained, tested, kept to their table, and asked for recommendations."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fact_codes import refused
from tests.operations.ratings.made_tables import write_made_ratings
from workbench.errors import UserError
from workbench.operations.evaluation.evaluate_problem import evaluate_problem
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project, new_project
from workbench.operations.ratings.rating_tables import import_ratings
from workbench.operations.runs.exchange.export_run import export_run_file
from workbench.operations.runs.exchange.import_run import import_run_file
from workbench.operations.runs.listing import RunFacts
from workbench.operations.runs.problems.recommend import recommend_items
from workbench.operations.runs.training import resume_run, train_approach
from workbench.operations.runs.training_request import TrainingRequest

ASKED = TrainingRequest(
    "maml", problem="ratings", shot=10, query=10, episodes=64, episodes_per_step=32, validate_every=32,
    validation_episodes=3,
)  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path / "p.mlwb") as made:
        table, items, people = write_made_ratings(tmp_path)
        import_ratings(made, table, items=items, people=people)
        yield made


@pytest.fixture
def run(project: Project) -> RunFacts:
    return train_approach(project, ASKED, Silent())


def test_without_ratings_it_names_the_command_that_imports_some(tmp_path: Path) -> None:
    with new_project(tmp_path / "empty.mlwb") as empty, pytest.raises(UserError, match="import-ratings"):
        train_approach(empty, ASKED, Silent())


def test_a_run_is_tested_beside_baselines_on_people_it_has_never_seen(project: Project, run: RunFacts) -> None:
    report = evaluate_problem(project, str(run.id), Silent())
    assert {figure.tasks for figure in report.figures} == {3}
    assert ("baselines", "item_mean") in {figure.under for figure in report.figures}
    assert {figure.under for figure in report.untrained} == {()}


def test_a_run_keeps_to_the_ratings_that_it_learned(project: Project, run: RunFacts, tmp_path: Path) -> None:
    before = evaluate_problem(project, str(run.id), Silent())
    other = tmp_path / "other.csv"
    other.write_text("user,item,rating\nada,tea,5\nada,milk,1\n")
    import_ratings(project, other)
    assert evaluate_problem(project, str(run.id), Silent()) == before
    assert resume_run(project, str(run.id), Silent()).state == "finished"
    with refused("ratings.too_few"):
        train_approach(project, ASKED, Silent())


def test_what_a_person_rated_is_not_recommended(project: Project, run: RunFacts, tmp_path: Path) -> None:
    table, items, people = write_made_ratings(tmp_path)
    lines = table.read_text().splitlines()
    table.write_text("\n".join(lines[:1] + lines[13:]) + "\n")  # The first person rated 18 of 30 pictures.
    import_ratings(project, table, items=items, people=people)
    newest = train_approach(project, ASKED, Silent())
    found = recommend_items(project, "person 001", Silent(), top=5)
    assert (found.run, found.rated, len(found.items)) == (newest.id, 18, 5)
    rated = {line.split(",")[1] for line in lines[13:31]}
    assert not rated & {each.item for each in found.items}
    foretold = [each.foretold for each in found.items]
    assert foretold == sorted(foretold, reverse=True)
    assert all(1 <= value <= 5 for value in foretold)
    for each in found.items:
        assert len({reason.item for reason in each.why}) == 3
        assert {reason.item for reason in each.why} <= rated
        moved = [abs(reason.moved) for reason in each.why]
        assert moved == sorted(moved, reverse=True)
    assert len(recommend_items(project, "person 001", Silent(), top=99).items) == 12


def test_nobody_and_no_run_are_refused(project: Project, tmp_path: Path) -> None:
    with refused("ratings.no_run"):
        recommend_items(project, "person 001", Silent())
    train_approach(project, ASKED, Silent())
    for person in ("nobody", "person 001"):  # The second rated everything.
        with pytest.raises(UserError):
            recommend_items(project, person, Silent())


def test_an_exported_run_is_used_where_the_same_ratings_are(project: Project, run: RunFacts, tmp_path: Path) -> None:
    file = tmp_path / "run.mlrun"
    export_run_file(project, str(run.id), file)
    table, items, people = write_made_ratings(tmp_path)
    with new_project(tmp_path / "other.mlwb") as other:
        with pytest.raises(UserError, match="import-ratings"):
            import_run_file(other, file)
        import_ratings(other, table, items=items, people=people)
        there = import_run_file(other, file).run
        here = evaluate_problem(project, str(run.id), Silent(), tasks=2)
        assert evaluate_problem(other, str(there.id), Silent(), tasks=2).figures == here.figures
