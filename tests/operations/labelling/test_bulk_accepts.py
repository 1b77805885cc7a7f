"""What is accepted in bulk is remembered as such, with how it was proposed, and weighs less than a label by hand."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.made_images import make_pile
from tests.operations.conftest import fill_to_label
from tests.project_templates import ProjectTemplates
from workbench.facts.decision import Decision
from workbench.operations.labelling import decisions_used as using
from workbench.operations.labelling._supports import Supports, read_supports
from workbench.operations.labelling.accept_labels import accept_labels
from workbench.operations.labelling.auditing.audit_labels import audit_labels
from workbench.operations.labelling.class_changes import add_class
from workbench.operations.labelling.decisions import Decided, decide
from workbench.operations.labelling.decisions_used import DecisionsUsed, decisions_used
from workbench.operations.labelling.example_changes import add_examples, remove_examples
from workbench.operations.labelling.export_labels import ExportFormat, export_labels, export_preview
from workbench.operations.labelling.label_session import open_session
from workbench.operations.labelling.label_table import LabelRow, read_label_table, write_label_table
from workbench.operations.labelling.labelling_set import labelling_classes, tasks_to_label
from workbench.operations.labelling.labels import LabelFacts, current_labels
from workbench.operations.labelling.proposal_settings import ProposalSettings, settings_of_codes
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.tasks.images import list_images

pytestmark = pytest.mark.usefixtures("known_features")

MADE_WITH = ProposalSettings("pretrained", uses_pile=True, learns=False, examples=12)
IN_TABLE = "run=pretrained uses_pile=yes learns=no examples=12 by_hand=0 in_bulk=0 fit=stretch"


@pytest.fixture
def ready(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    templates.fill(project, fill_to_label, tmp_path)
    return project


def pile(project: Project) -> list[int]:
    """Return the images to label, five of each class in their order."""
    images = sorted(list_images(project, tasks=tasks_to_label(project)), key=lambda image: image.file)
    return [image.id for image in images]


def class_of(project: Project, number: int) -> int:
    return next(row.id for row in labelling_classes(project) if row.name == f"class_{number:02d}")


def accepted(project: Project, place: int, confidence: float, *, in_bulk: bool, number: int | None = None) -> Decided:
    """Return the decision that an image of the pile is of its class, or of the class of that number."""
    number = place // 5 if number is None else number
    return Decided(
        pile(project)[place],
        class_of(project, number),
        Decision.ACCEPTED,
        f"class_{number:02d}",
        confidence,
        in_bulk=in_bulk,
        made_with=MADE_WITH,
    )


def learned(project: Project) -> set[int]:
    """Return the places in the pile of the images that are learned from."""
    supports, places = read_supports(project, learn_from_decisions=True), pile(project)
    return {places.index(image.id) for image in supports.images[supports.examples :]}


def test_a_label_says_whether_it_was_accepted_in_bulk_and_how_it_was_proposed(ready: Project) -> None:
    decide(ready, [accepted(ready, 0, 0.95, in_bulk=True), accepted(ready, 1, 0.5, in_bulk=False)])
    decide(ready, [Decided(pile(ready)[2], None, Decision.UNKNOWN)])
    assert [(label.in_bulk, label.proposed_with) for label in current_labels(ready)] == [
        (True, MADE_WITH),
        (False, MADE_WITH),
        (False, None),
    ]


def test_undoing_and_doing_again_keep_both(ready: Project) -> None:
    decide(ready, [accepted(ready, 0, 0.95, in_bulk=True)])
    by_hand = decide(ready, [accepted(ready, 0, 0.95, in_bulk=False, number=1)])
    undone = by_hand.apply(ready)
    assert [(label.in_bulk, label.proposed_with) for label in current_labels(ready)] == [(True, MADE_WITH)]
    undone.apply(ready)
    assert [(label.in_bulk, label.proposed_with) for label in current_labels(ready)] == [(False, MADE_WITH)]


def test_the_settings_are_those_of_the_proposal_before_the_first_decision(ready: Project) -> None:
    decide(ready, [accepted(ready, 0, 0.95, in_bulk=False)])
    later = replace(MADE_WITH, learns=True, by_hand=1)
    decide(ready, [replace(accepted(ready, 0, 0.99, in_bulk=True, number=1), made_with=later)])
    (label,) = current_labels(ready)
    assert (label.in_bulk, label.proposed_with) == (True, MADE_WITH)


def test_an_export_says_both_after_what_it_said_before(ready: Project, tmp_path: Path) -> None:
    decide(ready, [accepted(ready, 0, 0.95, in_bulk=True)])
    decide(ready, [Decided(pile(ready)[1], class_of(ready, 0), Decision.ACCEPTED)])
    export_labels(ready, ExportFormat.CSV, tmp_path / "labels.csv", Silent())
    with (tmp_path / "labels.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0])[-3:] == ["run", "in_bulk", "proposed_with"]
    assert [(row["in_bulk"], row["proposed_with"]) for row in rows] == [("yes", IN_TABLE), ("no", "")]
    assert export_preview(ready).rows[0][-2:] == ("yes", IN_TABLE)
    export_labels(ready, ExportFormat.JSON, tmp_path / "labels.json", Silent())
    written = json.loads((tmp_path / "labels.json").read_text())
    assert [(label["in_bulk"], label["proposed_with"]) for label in written] == [(True, vars(MADE_WITH)), (False, None)]


@pytest.mark.parametrize("settings", [MADE_WITH, ProposalSettings(3, False, True, 4, 2, 1)])
def test_settings_in_a_table_come_back_as_they_were(settings: ProposalSettings) -> None:
    assert settings_of_codes(settings.codes()) == settings


@pytest.mark.parametrize(
    "cell",
    ["", "?", "run=3", "run=3 uses_pile=yes", IN_TABLE + " more=1", IN_TABLE.replace("12", "many"), "=1", "yes no"],
)
def test_what_is_no_settings_counts_as_not_known(cell: str) -> None:
    assert settings_of_codes(cell) is None


def test_rows_left_as_they_were_proposed_are_accepted_in_bulk_and_corrected_ones_by_hand(
    ready: Project, tmp_path: Path
) -> None:
    files = sorted((tmp_path / "pile").iterdir())
    left = LabelRow(files[0], "class_00", 0.6, proposal="class_00", proposed_with=MADE_WITH)
    table = tmp_path / "table.csv"
    write_label_table(table, [left, replace(left, path=files[1], label="class_01")])
    assert [row.proposed_with for row in read_label_table(table)] == [MADE_WITH] * 2
    accept_labels(ready, table, 0.0, Silent())
    assert [by_name(ready)[file.name] for file in files[:2]] == [
        (Decision.ACCEPTED, True, MADE_WITH),
        (Decision.CORRECTED, False, MADE_WITH),
    ]


def test_rows_of_a_table_without_proposals_are_by_hand(ready: Project, tmp_path: Path) -> None:
    file = min((tmp_path / "pile").iterdir())
    (tmp_path / "table.csv").write_text(f"path,label\n{file},class_00\n")
    accept_labels(ready, tmp_path / "table.csv", 0.0, Silent())
    assert by_name(ready) == {file.name: (Decision.ACCEPTED, False, None)}


def by_name(project: Project) -> dict[str, tuple[Decision, bool, ProposalSettings | None]]:
    def told(label: LabelFacts) -> tuple[Decision, bool, ProposalSettings | None]:
        return label.decision, label.in_bulk, label.proposed_with

    return {label.path.name: told(label) for label in current_labels(project)}


def test_where_a_class_has_few_examples_labels_by_hand_are_learned_from_and_bulk_accepts_are_not(
    ready: Project,
) -> None:
    decide(ready, [accepted(ready, 0, 0.3, in_bulk=False), corrected_to(ready, 5, 1)])
    decide(ready, [accepted(ready, 1, 0.99, in_bulk=True), accepted(ready, 6, 0.4, in_bulk=True)])
    assert learned(ready) == {0, 5}
    assert decisions_used(ready) == DecisionsUsed(by_hand=2, in_bulk=0, unused_in_bulk=2, older=0)


def test_where_every_class_has_enough_the_sure_bulk_accepts_are_learned_from(ready: Project) -> None:
    decide(ready, [accepted(ready, place, 0.3, in_bulk=False) for place in (0, 1, 5, 6, 10, 11, 15)])
    decide(ready, [accepted(ready, 2, 0.9, in_bulk=True), accepted(ready, 7, 0.89, in_bulk=True)])
    assert learned(ready) == {0, 1, 5, 6, 10, 11, 15}
    assert decisions_used(ready) == DecisionsUsed(by_hand=7, in_bulk=0, unused_in_bulk=2, older=0)
    fifth_of_the_last = decide(ready, [corrected_to(ready, 16, 3)])
    assert learned(ready) == {0, 1, 2, 5, 6, 10, 11, 15, 16}
    assert decisions_used(ready) == DecisionsUsed(by_hand=8, in_bulk=1, unused_in_bulk=1, older=0, has_enough=True)
    fifth_of_the_last.apply(ready)
    assert learned(ready) == {0, 1, 5, 6, 10, 11, 15}


def test_a_class_that_nothing_is_known_of_keeps_no_other_from_having_enough(ready: Project) -> None:
    decide(ready, [accepted(ready, place, 0.3, in_bulk=False) for place in (0, 1, 5, 6, 10, 11, 15, 16)])
    add_class(ready, "empty")
    decide(ready, [accepted(ready, 2, 0.95, in_bulk=True)])
    assert 2 in learned(ready)


def corrected_to(project: Project, place: int, number: int) -> Decided:
    return Decided(pile(project)[place], class_of(project, number), Decision.CORRECTED, "class_03", 0.4)


def test_confirmed_by_hand_a_label_is_learned_from(ready: Project) -> None:
    decide(ready, [accepted(ready, 0, 0.95, in_bulk=True)])
    assert learned(ready) == set()
    decide(ready, [accepted(ready, 0, 0.95, in_bulk=False)])
    assert learned(ready) == {0}
    assert decisions_used(ready) == DecisionsUsed(1, 0, 0, 0)


def test_bulk_accepts_of_a_class_with_nothing_else_are_learned_from_until_it_has_a_label_by_hand(
    ready: Project,
) -> None:
    new = add_class(ready, "new").class_id
    images = pile(ready)
    decide(ready, [Decided(images[place], new, Decision.ACCEPTED, "new", 0.4, in_bulk=True) for place in (0, 1)])
    assert learned(ready) == {0, 1}
    assert decisions_used(ready) == DecisionsUsed(by_hand=0, in_bulk=2, unused_in_bulk=0, older=0)
    by_hand = decide(ready, [Decided(images[2], new, Decision.CORRECTED, "class_00", 0.9)])
    assert learned(ready) == {2}
    assert decisions_used(ready) == DecisionsUsed(by_hand=1, in_bulk=0, unused_in_bulk=2, older=0)
    by_hand.apply(ready)
    assert learned(ready) == {0, 1}


def test_of_many_labels_by_hand_the_newest_are_learned_from(ready: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(using, "NEWEST_OF_A_CLASS", 2)
    decide(ready, [accepted(ready, place, 0.5, in_bulk=False) for place in (0, 1, 2)])
    decide(ready, [accepted(ready, 3, 0.95, in_bulk=True)])
    supports = read_supports(ready, learn_from_decisions=True, newest=2)
    assert [pile(ready).index(image.id) for image in supports.images[supports.examples :]] == [1, 2]
    assert decisions_used(ready) == DecisionsUsed(by_hand=2, in_bulk=0, unused_in_bulk=1, older=1)


def test_of_many_labels_those_by_hand_come_before_newer_ones_in_bulk(
    ready: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(using, "NEWEST_OF_A_CLASS", 2)
    monkeypatch.setattr(using, "ENOUGH", 3)
    decide(ready, [accepted(ready, 0, 0.5, in_bulk=False)])
    decide(ready, [accepted(ready, place, 0.95, in_bulk=True) for place in (1, 2, 3)])
    supports = read_supports(ready, learn_from_decisions=True, newest=2)
    assert [pile(ready).index(image.id) for image in supports.images[supports.examples :]] == [3, 0]
    assert decisions_used(ready) == DecisionsUsed(by_hand=1, in_bulk=1, unused_in_bulk=0, older=2, has_enough=True)


def test_what_is_an_example_is_not_counted_as_a_label(ready: Project) -> None:
    decide(ready, [accepted(ready, 0, 0.5, in_bulk=False), accepted(ready, 1, 0.5, in_bulk=False)])
    add_examples(ready, class_of(ready, 0), [pile(ready)[0]])
    assert learned(ready) == {1}
    assert decisions_used(ready) == DecisionsUsed(1, 0, 0, 0)


@pytest.mark.slow
def test_after_a_whole_table_is_accepted_its_classes_can_be_proposed_and_audited(
    project: Project, tmp_path: Path
) -> None:
    make_pile(tmp_path / "pile")
    files = sorted((tmp_path / "pile").iterdir())
    names = [f"class_{place // 5:02d}" for place in range(len(files))]
    rows = [LabelRow(file, name, 0.5, proposal=name) for file, name in zip(files, names, strict=True)]
    write_label_table(tmp_path / "table.csv", rows)
    accept_labels(project, tmp_path / "table.csv", 0.0, Silent())
    session = open_session(project, run="pretrained", tasks=tasks_to_label(project), device="cpu", reporter=Silent())
    assert len(session.propose(project, Silent()).classes) == 4
    report = audit_labels(project, run="pretrained", device="cpu", reporter=Silent())
    assert (report.judged, report.suspects) == (20, ())


def test_a_proposal_says_with_which_settings_it_was_made(ready: Project) -> None:
    decide(ready, [accepted(ready, 0, 0.3, in_bulk=False), accepted(ready, 1, 0.95, in_bulk=True)])
    session = open_session(ready, run="1", tasks=tasks_to_label(ready), device="cpu", reporter=Silent())
    assert session.propose(ready, Silent()).made_with == ProposalSettings(1, True, True, 12, by_hand=1, in_bulk=0)
    without = session.propose(ready, Silent(), learn_from_decisions=False, use_pile=False)
    assert without.made_with == ProposalSettings(1, uses_pile=False, learns=False, examples=12)


@pytest.mark.slow
def test_what_is_not_learned_from_is_judged_all_the_same(ready: Project) -> None:
    wrong = [accepted(ready, 0, 0.4, in_bulk=True, number=2), accepted(ready, 1, 0.4, in_bulk=True)]
    decide(ready, wrong)
    session = open_session(ready, run="pretrained", tasks=tasks_to_label(ready), device="cpu", reporter=Silent())
    (doubted,) = session.look_again(ready, Silent()).labels
    assert (doubted.image_id, doubted.looks_like) == (pile(ready)[0], class_of(ready, 0))
    report = audit_labels(ready, run="pretrained", device="cpu", reporter=Silent())
    assert [(one.name, one.looks_like) for one in report.suspects] == [("class_02", "class_00")]
    assert (report.judged, report.not_judged) == (14, 0)


@pytest.mark.slow
def test_what_is_not_learned_from_has_no_say_about_others(ready: Project) -> None:
    decide(ready, [accepted(ready, place, 0.4, in_bulk=True, number=1) for place in range(5)])
    stored = read_supports(ready, learn_from_decisions=True, unused_too=True)
    assert stored.unused == stored.in_bulk == frozenset(range(12, 17))
    kept = stored.usable(lambda image: image.id != pile(ready)[1])
    assert isinstance(kept, Supports)
    assert kept.unused == frozenset(range(12, 16))
    report = audit_labels(ready, run="pretrained", device="cpu", reporter=Silent())
    assert [one.looks_like for one in report.suspects] == ["class_00"] * 5


@pytest.mark.slow
def test_a_class_of_which_little_is_learned_from_is_not_judged_by_that_alone(ready: Project) -> None:
    """Of one class a single label is by hand; the others were accepted in bulk, and all of them are right."""
    decisions = [accepted(ready, place, 0.95, in_bulk=place > 0) for place in range(20)]
    for image_class in labelling_classes(ready):
        remove_examples(ready, [example.id for example in image_class.examples])
    decide(ready, decisions)
    report = audit_labels(ready, run="pretrained", device="cpu", reporter=Silent())
    assert report.judged == 20
    assert not report.suspects
