"""Decisions: written down in one go, undone and done again, while labels are only ever added."""

import time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests.made_images import make_pile
from workbench.errors import UserError
from workbench.facts.decision import Decision
from workbench.operations.labelling.class_changes import add_class
from workbench.operations.labelling.decisions import Decided, UndoDecisions, decide, decided_images
from workbench.operations.labelling.export_labels import ExportFormat, export_labels, export_preview
from workbench.operations.labelling.labelling_set import labelling_classes
from workbench.operations.labelling.labels import current_labels
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.tasks.images import list_images
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.store.models import Label


@pytest.fixture
def pile(project: Project, tmp_path: Path) -> list[int]:
    make_pile(tmp_path / "pile")
    import_images(project, tmp_path / "pile", ImportRequest(), Silent())
    return [image.id for image in list_images(project)]


@pytest.fixture
def oak(project: Project) -> int:
    return add_class(project, "oak").class_id


@pytest.fixture
def elm(project: Project, oak: int) -> int:
    return add_class(project, "elm").class_id


def labels_written(project: Project) -> int:
    with project.read() as session:
        return session.scalar(select(func.count()).select_from(Label)) or 0


def test_decisions_are_kept_with_what_was_proposed(project: Project, pile: list[int], oak: int, elm: int) -> None:
    made = [
        Decided(pile[0], oak, Decision.ACCEPTED, "oak", 0.75, "elm", 0.25),
        Decided(pile[1], elm, Decision.CORRECTED, "oak", 0.5, "elm", 0.25),
        Decided(pile[2], None, Decision.UNKNOWN, "oak", 0.5),
        Decided(pile[3], None, Decision.REJECTED),
    ]
    assert len(decide(project, made).label_ids) == 4
    assert decided_images(project) == {
        pile[0]: (Decision.ACCEPTED, oak),
        pile[1]: (Decision.CORRECTED, elm),
        pile[2]: (Decision.UNKNOWN, None),
        pile[3]: (Decision.REJECTED, None),
    }
    one, two, three, four = current_labels(project)
    assert (one.label, one.proposed, one.confidence, one.second, one.second_confidence) == (
        "oak", "oak", 0.75, "elm", 0.25
    )  # fmt: skip
    assert (two.label, two.proposed, three.label, four.proposed) == ("elm", "oak", "", None)
    assert all(label.who == one.who != "" for label in (two, three, four))


def test_the_newest_decision_about_an_image_holds(project: Project, pile: list[int], oak: int, elm: int) -> None:
    decide(project, [Decided(pile[0], oak, Decision.ACCEPTED), Decided(pile[0], elm, Decision.CORRECTED)])
    decide(project, [Decided(pile[0], None, Decision.REJECTED)])
    assert decided_images(project) == {pile[0]: (Decision.REJECTED, None)}
    assert [row.decided for row in labelling_classes(project)] == [0, 0]


def test_undoing_brings_back_what_was_decided_before(project: Project, pile: list[int], oak: int, elm: int) -> None:
    decide(project, [Decided(pile[0], oak, Decision.ACCEPTED, "oak", 0.9)])
    made = decide(project, [Decided(pile[0], elm, Decision.CORRECTED), Decided(pile[1], elm, Decision.ACCEPTED)])
    undone = made.apply(project)
    assert decided_images(project) == {pile[0]: (Decision.ACCEPTED, oak)}
    (label,) = current_labels(project)
    assert (label.label, label.proposed, label.confidence) == ("oak", "oak", 0.9)
    redone = undone.apply(project)
    assert decided_images(project) == {pile[0]: (Decision.CORRECTED, elm), pile[1]: (Decision.ACCEPTED, elm)}
    redone.apply(project)
    assert decided_images(project) == {pile[0]: (Decision.ACCEPTED, oak)}
    assert labels_written(project) == 1 + 4 * 2


def test_several_decisions_about_one_image_are_undone_together(
    project: Project, pile: list[int], oak: int, elm: int
) -> None:
    made = decide(project, [Decided(pile[0], oak, Decision.ACCEPTED), Decided(pile[0], elm, Decision.CORRECTED)])
    undone = made.apply(project)
    assert (len(undone.label_ids), decided_images(project)) == (1, {})
    undone.apply(project)
    assert decided_images(project) == {pile[0]: (Decision.CORRECTED, elm)}


def test_nothing_is_undone_where_nothing_was_decided(project: Project) -> None:
    nothing = UndoDecisions(())
    assert decide(project, []) == nothing.apply(project) == UndoDecisions((17,)).apply(project) == nothing
    assert decided_images(project) == {}


def test_images_of_some_tasks_only(project: Project, pile: list[int], oak: int, tmp_path: Path) -> None:
    make_pile(tmp_path / "other", classes=1, seed=9)
    (other,) = import_images(project, tmp_path / "other", ImportRequest(), Silent()).tasks
    image = list_images(project, tasks=[other.id])[0]
    decide(project, [Decided(pile[0], oak, Decision.ACCEPTED), Decided(image.id, oak, Decision.ACCEPTED)])
    assert decided_images(project, [other.id]) == {image.id: (Decision.ACCEPTED, oak)}
    assert set(decided_images(project)) == {pile[0], image.id}


def test_a_decision_about_an_image_that_is_gone_is_refused_and_none_is_saved(
    project: Project, pile: list[int], oak: int
) -> None:
    with pytest.raises(UserError, match=r"image .* no longer"):
        decide(project, [Decided(pile[0], oak, Decision.ACCEPTED), Decided(10**6, oak, Decision.ACCEPTED)])
    assert decided_images(project) == {}


def test_a_decision_has_a_class_or_none_as_its_kind_asks(project: Project, pile: list[int], oak: int) -> None:
    for wrong in (Decided(pile[0], None, Decision.ACCEPTED), Decided(pile[0], oak, Decision.REJECTED)):
        with pytest.raises(ValueError, match="class"):
            decide(project, [wrong])


def test_five_thousand_decisions_are_saved_fast(project: Project, pile: list[int], oak: int) -> None:
    many = [Decided(pile[number % 20], oak, Decision.ACCEPTED, "oak", 0.9) for number in range(5000)]
    run_started = time.perf_counter()
    ids = decide(project, many).label_ids
    assert time.perf_counter() - run_started < 2.0  # 0.1 s on an idle machine
    assert len(set(ids)) == labels_written(project) == 5000


def test_a_preview_shows_what_an_export_would_write(
    project: Project, pile: list[int], oak: int, elm: int, tmp_path: Path
) -> None:
    assert export_preview(project).rows == ()
    made = [Decided(number, oak, Decision.ACCEPTED, "oak", 0.9) for number in pile[:3]]
    made += [Decided(pile[3], elm, Decision.CORRECTED, "oak", 0.5), Decided(pile[4], None, Decision.UNKNOWN)]
    decided = decide(project, [*made, Decided(pile[5], elm, Decision.ACCEPTED)])
    UndoDecisions(decided.label_ids[-1:]).apply(project)
    preview = export_preview(project, most=2)
    assert (preview.labels, preview.by_label) == (5, (("oak", 3), ("elm", 1)))
    assert preview.by_decision == {Decision.ACCEPTED: 3, Decision.CORRECTED: 1, Decision.UNKNOWN: 1}
    export_labels(project, ExportFormat.CSV, tmp_path / "out.csv", Silent())
    header, *rows = (tmp_path / "out.csv").read_text().splitlines()
    assert header.split(",") == list(preview.columns)
    assert [row.split(",") for row in rows[:2]] == [list(row) for row in preview.rows]
    assert [row.split(",")[2] for row in rows] == ["accepted"] * 3 + ["corrected", "unknown"]


def test_an_export_says_what_was_proposed_before_the_first_decision(
    project: Project, pile: list[int], oak: int, elm: int
) -> None:
    decide(project, [Decided(pile[0], elm, Decision.CORRECTED, "oak", 0.6, "elm", 0.4)])
    decide(project, [Decided(pile[0], elm, Decision.ACCEPTED, "elm", 0.9985, "oak", 0.0015)])
    (label,) = current_labels(project)
    assert (label.label, label.decision) == ("elm", Decision.CORRECTED)
    assert (label.proposed, label.confidence, label.second, label.second_confidence) == ("oak", 0.6, "elm", 0.4)


def test_a_decision_can_be_withdrawn_on_its_own_and_brought_back(project: Project, pile: list[int], oak: int) -> None:
    decide(project, [Decided(number, oak, Decision.ACCEPTED) for number in pile[:2]])
    undo = decide(project, [Decided(pile[0], None, Decision.UNDONE)])
    assert set(decided_images(project)) == {pile[1]}
    undo.apply(project)
    assert set(decided_images(project)) == set(pile[:2])
