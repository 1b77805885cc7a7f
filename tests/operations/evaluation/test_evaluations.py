"""Tests that were made: listed, and opened down to the images that were confused."""

from dataclasses import replace

import numpy as np
import pytest
from sqlalchemy import delete, select

from workbench.errors import UserError
from workbench.operations.evaluation.evaluate_run import PIXELS, EvaluationRequest, evaluate_run
from workbench.operations.evaluation.evaluations import (
    confused_images,
    describe_evaluation,
    describe_evaluations,
    most_mistaken,
)
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.store.models import Evaluation, Image, ImageClass, Task

REQUEST = EvaluationRequest(way=3, query=2, episodes=20, run=PIXELS)


def test_a_project_without_tests_lists_none(imported: Project) -> None:
    assert describe_evaluations(imported) == ()


@pytest.mark.slow
def test_tests_are_listed_newest_first_with_what_they_tested(trained: Project) -> None:
    run = evaluate_run(trained, replace(REQUEST, run="latest"), Silent())
    pixels = evaluate_run(trained, replace(REQUEST, episodes=5), Silent())
    newest, oldest = describe_evaluations(trained)
    assert (newest.id, newest.run, newest.kind, newest.approach, newest.encoder) == (pixels.id, None, "pixels", "", "")
    assert (oldest.id, oldest.run, oldest.kind) == (run.id, 1, "run")
    assert (oldest.approach, oldest.encoder) == ("prototypical", "conv4")
    assert (oldest.accuracy, oldest.ci95, oldest.way, oldest.shot) == (run.accuracy, run.ci95, 3, 1)
    assert (oldest.episodes, oldest.role) == (20, "meta-test")


@pytest.mark.slow
def test_a_test_of_the_pretrained_network_says_so(imported: Project) -> None:
    evaluate_run(imported, replace(REQUEST, run="pretrained", episodes=2), Silent())
    newest = describe_evaluations(imported)[0]
    assert (newest.kind, newest.run, newest.approach, newest.encoder) == (
        "pretrained", None, "transfer", "efficientnet-lite0",
    )  # fmt: skip


def test_the_confusions_are_those_of_the_report_with_the_classes_of_a_task_together(imported: Project) -> None:
    report = evaluate_run(imported, REQUEST, Silent())
    details = describe_evaluation(imported, report.id)
    assert details.summary == describe_evaluations(imported)[0]
    assert {row.id: row.accuracy for row in details.classes} == report.by_class
    assert details.confusion.sum() == sum(row.total for row in details.classes) == 20 * 3 * 2
    assert np.diagonal(details.confusion).tolist() == [row.right for row in details.classes]
    tasks = [row.task for row in details.classes]
    assert tasks == sorted(tasks)
    with imported.read() as session:
        query = select(ImageClass.id, ImageClass.name, Task.name).join(Task, Task.id == ImageClass.task_id)
        names = {number: (name, task) for number, name, task in session.execute(query)}
    assert all(names[row.id] == (row.name, row.task) for row in details.classes)


def test_the_classes_with_the_most_mistakes_are_found_whether_mistaken_or_given_wrongly(imported: Project) -> None:
    details = describe_evaluation(imported, evaluate_run(imported, REQUEST, Silent()).id)
    names = [row.name for row in details.classes]
    confusion = np.diag(np.full(len(names), 50))
    confusion[0, 3], confusion[2, 1], confusion[1, 2] = 9, 4, 4
    chosen = most_mistaken(replace(details, confusion=confusion), 3)
    assert [row.name for row in chosen] == [names[0], names[1], names[3]]
    assert most_mistaken(details, len(names) + 5) == details.classes


def test_the_images_of_every_confusion_are_of_its_true_class(imported: Project) -> None:
    report = evaluate_run(imported, REQUEST, Silent())
    details = describe_evaluation(imported, report.id)
    with imported.read() as session:
        class_of = dict(session.execute(select(Image.id, Image.class_id)).all())
    for (row, column), count in np.ndenumerate(details.confusion):
        truth, named = details.classes[row].id, details.classes[column].id
        images = confused_images(imported, report.id, truth, named)
        assert (len(images) > 0) == (count > 0)
        assert len(images) == len(set(images)) <= count
        assert {class_of[image] for image in images} <= {truth}


def test_a_class_that_is_gone_keeps_its_place_in_the_figures(imported: Project) -> None:
    report = evaluate_run(imported, REQUEST, Silent())
    before = describe_evaluation(imported, report.id)
    gone = before.classes[0].id
    with imported.write() as session:
        session.execute(delete(Image).where(Image.class_id == gone))
        session.execute(delete(ImageClass).where(ImageClass.id == gone))
    after = describe_evaluation(imported, report.id)
    assert after.classes[-1] == replace(before.classes[0], name=f"?{gone}", task="?")
    assert after.confusion[-1, -1] == before.confusion[0, 0]
    assert confused_images(imported, report.id, gone, gone) == ()


def test_a_test_of_an_older_version_has_confusions_but_no_images(imported: Project) -> None:
    report = evaluate_run(imported, REQUEST, Silent())
    with imported.write() as session:
        row = session.get_one(Evaluation, report.id)
        row.details = {"confusion": row.details["confusion"]}
    details = describe_evaluation(imported, report.id)
    assert details.confusion.sum() > 0
    assert confused_images(imported, report.id, details.classes[0].id, details.classes[0].id) == ()


def test_a_test_that_is_not_there_is_refused(imported: Project) -> None:
    with pytest.raises(UserError, match="no test 5"):
        describe_evaluation(imported, 5)
    with pytest.raises(UserError, match="no test 5"):
        confused_images(imported, 5, 1, 1)
