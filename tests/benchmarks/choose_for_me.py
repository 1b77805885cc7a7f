"""From an empty project to a labelled pile of groceries with *Choose for me* alone, in clicks and minutes.

`python -m tests.benchmarks.choose_for_me FOLDER [--minutes 5] [--language en] [--scheme light] [--size 1440x900]
[--screenshots FOLDER]`. Learned from: the packages of the Grocery Store Dataset (Klasson et al., 2019) but for the last
five classes. Those are new: three examples of each, and the rest of their images as the pile. Every click and key is
counted, a file dialog and a scroll as one click each; nothing is counted for looking and thinking.
"""

import argparse
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

import numpy as np
from PySide6.QtCore import Qt

from tests.benchmarks.archives import unpacked
from tests.benchmarks.clicking import Looks, Person, Step
from workbench.operations.labelling.labels import current_labels
from workbench.ui.label.accept_button import AcceptButton
from workbench.ui.label.acceptance import are_sure
from workbench.ui.label.label_order import Showing
from workbench.ui.label.strangers.stranger_groups import USUAL
from workbench.ui.services.search_controller import SearchStage
from workbench.ui.services.translation import say

_NEW, _EXAMPLES = 5, 3
_OFFERED = (5, 30)  # minutes that can be chosen with one click; the second is chosen already
_OTHER = 3
_LOOK = 0.1  # seconds between two keys while labelling


@dataclass(frozen=True)
class Material:
    """Folders as a person has them, and the class of each file of the pile."""

    known: Path
    examples: Path
    pile: Path
    truth: dict[str, str]


@dataclass(frozen=True)
class Reached:
    """What is labelled of the pile: how many images, and how many of those right."""

    when: str
    labelled: int
    right: int


def main() -> None:
    """Do the whole way, and print what it took."""
    arguments = _arguments()
    packages = unpacked(arguments.data / "grocery81_128px.zip", "grocery81") / "Packages"
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary)
        os.environ["WORKBENCH_DATA"] = str(home / "data")  # A computer that never saw these images.
        if arguments.screenshots is not None:
            arguments.screenshots.mkdir(parents=True, exist_ok=True)
        width, height = map(int, arguments.size.split("x"))
        looks = Looks(arguments.language, arguments.scheme, (width, height), arguments.screenshots)
        material = _material(packages, home)
        load = os.getloadavg()[0]
        person = Person(looks)
        _learn(person, material, home / "Groceries.mlwb", arguments.minutes)
        reached = _label(person, material)
        person.close()
    _print(person.steps, reached, len(material.truth))
    sys.stdout.write(f"load average {load:.1f} before, {os.getloadavg()[0]:.1f} after, {os.cpu_count()} cores\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder that holds the archives")
    parser.add_argument("--minutes", type=int, default=5)
    parser.add_argument("--language", choices=("en", "es"), default="en")
    parser.add_argument("--scheme", choices=("light", "dark"), default="light")
    parser.add_argument("--size", default="1440x900")
    parser.add_argument("--screenshots", type=Path)
    return parser.parse_args()


def _material(packages: Path, home: Path) -> Material:
    folders = sorted(folder for folder in packages.iterdir() if folder.is_dir())
    material = Material(home / "Packages", home / "Examples", home / "Photographs", {})
    for folder in folders[:-_NEW]:
        shutil.copytree(folder, material.known / folder.name)
    material.pile.mkdir()
    draw, left = np.random.default_rng(0), []
    for folder in folders[-_NEW:]:
        (material.examples / folder.name).mkdir(parents=True)
        files = sorted(folder.iterdir())
        chosen = draw.permutation(len(files))
        for place in chosen[:_EXAMPLES]:
            shutil.copy(files[place], material.examples / folder.name)
        left += [files[place] for place in chosen[_EXAMPLES:]]
    for number, place in enumerate(draw.permutation(len(left))):
        name = f"photograph {number:03}{left[place].suffix}"
        material.truth[name] = left[place].parent.name
        shutil.copy(left[place], material.pile / name)
    return material


def _learn(person: Person, material: Material, project: Path, minutes: int) -> None:
    person.picture("01 start")
    with person.step("Make a project"):
        person.click(person.window.start.new)
        person.answer(project, "02 where the project is put")
        person.until(lambda: person.window.workspace)
        person.settle()
    person.picture("03 empty project")
    with person.step("Import the classes to learn from"):
        images: Any = person.workspace.page
        person.click(images.add)
        person.answer(material.known)
        person.until(lambda: images.overview.tasks)
        person.settle()
    person.picture("04 imported")
    with person.step("Choose for me: start"):
        learn = person.go_to("learn")
        person.until(lambda: learn.new_run.form)
        person.picture("05 before the start")
        _choose_time(person, learn.new_run.for_me, minutes)
        person.picture("06 time chosen")
        person.click(learn.controls.start)
    _search(person, learn, minutes)


def _choose_time(person: Person, form: Any, minutes: int) -> None:
    if minutes == _OFFERED[1]:
        return
    person.click(form.budgets.button(_OFFERED.index(minutes) if minutes in _OFFERED else _OTHER))
    if minutes not in _OFFERED:
        person.click(form.minutes)
        person.key(form.minutes, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        person.type(form.minutes, str(minutes))


def _search(person: Person, learn: Any, minutes: int) -> None:
    search = person.workspace.context.search
    with person.step("The search"):
        person.run(3)
        person.picture("07 search began")
        person.until(lambda: search.step == 2 or not search.is_busy)
        person.run(min(60, 20 * minutes))
        person.picture("08 search trains")
        person.until(lambda: search.step == 3 or not search.is_busy, 120 * minutes + 600)
        person.picture("09 best tested")
        person.until(lambda: not search.is_busy)
        person.settle()
    assert search.stage is SearchStage.FINISHED, search.stage
    person.picture("10 search done")
    sys.stdout.write(f"{len(search.trials)} settings tried; {learn.search.board.head.line.text()}\n")
    sys.stdout.write(f"{learn.search.board.head.detail.text()}\n")
    for trial in search.trials:
        if trial.reason is not None:
            sys.stdout.write(f"{trial.setting.approach} on {trial.setting.encoder}: {say(trial.reason)}\n")


def _label(person: Person, material: Material) -> list[Reached]:
    with person.step("Label with it"):
        person.click(person.workspace.page.search.board.head.use)  # type: ignore[attr-defined]
        person.settle()
    page: Any = person.workspace.page
    person.picture("11 label, nothing yet")
    with person.step("The pile"):
        person.click(page.head.add_images)
        person.answer(material.pile)
        person.until(lambda: page.labelling.total == len(material.truth))
        person.settle()
    person.picture("12 label, the pile")
    with person.step("The examples, and proposals"):
        person.click(page.panel.from_folder)
        person.answer(material.examples)
        person.until(lambda: page.labelling.has_proposals)
        person.settle()
    person.picture("13 proposals")
    reached = [_proposed(page, material.truth)]
    with person.step("Accept what is sure"):
        expected = _accept_sure(person, page)
    person.picture("14 sure accepted")
    reached.append(_reached(person, f"what is sure accepted, {expected:.1f} wrong expected", material.truth))
    with person.step("The rest, by keys"):
        _decide_rest(person, page, material.truth)
    person.picture("16 all labelled")
    reached.append(_reached(person, "the rest by keys", material.truth))
    with person.step("Labels to look at again"):
        _look_again(person, page, material.truth)
    person.picture("18 looked at again")
    reached.append(_reached(person, "labels looked at again", material.truth))
    return reached


def _accept_sure(person: Person, page: Any) -> float:
    """Click "Accept … sure" of each class, as the headings come; return how many the program expects to be wrong."""
    expected = 0.0
    for _ in range(4 * _NEW):
        sections = [number for number, section in enumerate(page.grid.cards.sections) if section.acts]
        wanted = [n for n in sections if page.labelling.classes and are_sure(page.grid.acceptable(n)).any()]
        if not wanted:
            break
        button = _sure_button(page, wanted)
        if button is None:
            first = sum(section.count for section in page.grid.cards.sections[: wanted[0]])
            page.grid.scrollTo(page.grid.model().index(first, 0))
            person.scrolled()
            person.run(0.1)
            button = _sure_button(page, wanted)
        assert button is not None
        before = page.labelling.is_open()
        person.click(button)
        person.settle()
        accepted = before & ~page.labelling.is_open()
        expected += float((1.0 - page.labelling.proposed.confidence[accepted]).sum())
    return expected


def _sure_button(page: Any, wanted: list[int]) -> AcceptButton | None:
    """Return a button in sight that accepts what is sure."""
    texts = {AcceptButton(page.grid.acceptable(number)).whole for number in wanted}
    shown = page.grid.viewport().findChildren(AcceptButton)
    return next((one for one in shown if one.whole in texts and not one.visibleRegion().isEmpty()), None)


def _decide_rest(person: Person, page: Any, truth: dict[str, str]) -> None:
    """Press for each image Enter where the proposal is right, and the number of its class where not."""
    labelling, half = page.labelling, page.labelling.open_count // 2
    while labelling.open_count:
        row, before = page.shown.current(), labelling.open_count
        person.key(page.grid, _key_for(labelling, row, truth))
        person.run(_LOOK)
        assert labelling.open_count < before
        if labelling.open_count == half:
            person.picture("15 half of the rest")
    person.settle()


def _key_for(labelling: Any, row: int, truth: dict[str, str]) -> Qt.Key:
    name = truth[labelling.images[row].path.name]
    proposed = labelling.class_of(int(labelling.proposed.best[row]))
    if proposed is not None and proposed.name == name and labelling.kinds(np.array([row]))[0] == USUAL:
        return Qt.Key.Key_Return
    return _number_key(labelling, name)


def _number_key(labelling: Any, name: str) -> Qt.Key:
    names = [image_class.name for image_class in labelling.classes]
    return Qt.Key(Qt.Key.Key_1 + names.index(name))


def _look_again(person: Person, page: Any, truth: dict[str, str]) -> None:
    """Go through the labels that the others contradict: confirm with Enter, or press the number of the class."""
    labelling, chip = page.labelling, page.centre.chips[Showing.DOUBTED]
    if not chip.isVisible():
        return
    person.click(chip)
    person.picture("17 to look at again")
    for _ in range(len(labelling.doubted_rows())):
        row = page.shown.current()
        if row is None or not len(labelling.doubted_rows()):
            break
        name, given = truth[labelling.images[row].path.name], labelling.class_of(int(labelling.labels[row]))
        right = given is not None and given.name == name
        person.key(page.grid, Qt.Key.Key_Return if right else _number_key(labelling, name))
        person.run(_LOOK)
    person.settle()


def _proposed(page: Any, truth: dict[str, str]) -> Reached:
    """Return how many proposals there are, and how many of them are right."""
    labelling = page.labelling
    classes = (labelling.class_of(int(class_id)) for class_id in labelling.proposed.best)
    names = ["" if one is None else one.name for one in classes]
    right = sum(truth[image.path.name] == name for image, name in zip(labelling.images, names, strict=True))
    return Reached("proposed", sum(map(bool, names)), right)


def _reached(person: Person, when: str, truth: dict[str, str]) -> Reached:
    labels = current_labels(person.workspace.context.project)
    return Reached(when, len(labels), sum(truth[label.path.name] == label.label for label in labels))


def _print(steps: list[Step], reached: list[Reached], images: int) -> None:
    lines = ["| step | clicks | keys | minutes |", "|---|---|---|---|"]
    done = [step for step in steps if step.name]
    whole = Step("together", *(sum(getattr(step, name) for step in done) for name in ("clicks", "keys", "seconds")))
    for step in (*done, whole):
        lines.append(f"| {step.name} | {step.clicks} | {step.keys} | {step.seconds / 60:.2f} |")
    lines += ["", f"| of {images} images | labelled | labelled and right |", "|---|---|---|"]
    for line in reached:
        shares = (f"{count} ({count / images:.1%})" for count in (line.labelled, line.right))
        lines.append(f"| {line.when} | {' | '.join(shares)} |")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
