"""What tells numbers and decisions apart: as many decimals as it takes, and a remark where nothing does."""

from collections.abc import Mapping, Sequence

from workbench.operations.evaluation.watching.scene import Scene
from workbench.operations.evaluation.watching.watched import NumberRows
from workbench.words import Message, marked, message

_MOST_PLACES = 4


def places_between(one: float, other: float, least: int) -> int:
    """Return with how many decimals two numbers look different; the most there are where none tells them apart."""
    return next((places for places in range(least, _MOST_PLACES) if _tells((one, other), places)), _MOST_PLACES)


def places_in_rows(rows: NumberRows, least: int) -> int:
    """Return with how many decimals no row of a table that can be told apart looks the same in all its columns."""
    told = [row for row in rows if _tells(row, _MOST_PLACES)]
    return next(places for places in range(least, _MOST_PLACES + 1) if all(_tells(row, places) for row in told))


def with_remark(sentence: Message, scene: Scene) -> Message:
    """Return a sentence with what there is to remark where all queries are taken for one class."""
    named = set(scene.named or ())
    if len(named) != 1 or len(set(scene.answers)) < 2:
        return sentence
    text = marked("{sentence} It tells nothing apart here: every query is taken for {name}.")
    return message(text, sentence=sentence, name=scene.classes[named.pop()])


def decisions_changed(values: Mapping[str, int], changed: int) -> Message:
    """Return how many queries are right after a step, and how many of them changed their class by it."""
    if changed:
        text = marked("After step {step}, {right} of {total} queries are right; {count} queries changed their class.")
        return message(text, **values, count=changed)
    text = marked("Step {step} changes no decision: {right} of {total} queries are right, as before it.")
    return message(text, **values)


def _tells(row: Sequence[float], places: int) -> bool:
    return len({f"{value:.{places}f}" for value in row}) > 1
