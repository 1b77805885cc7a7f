"""What each kind of step shows and says: numbers to draw, and one sentence made from them."""

from collections.abc import Callable
from dataclasses import replace
from statistics import fmean
from typing import TYPE_CHECKING, Any

from workbench import learning
from workbench.operations.evaluation.watching.scene import (
    LEAST,
    Scene,
    StepView,
    apart,
    class_places,
    closest,
    drawn,
    mean_or_zero,
    narrowest,
    rows_of_numbers,
    shades_of,
    shades_of_shares,
    share_of_own,
)
from workbench.operations.evaluation.watching.telling import (
    decisions_changed,
    places_between,
    places_in_rows,
    with_remark,
)
from workbench.operations.evaluation.watching.watched import Bars, Drawing, NumberTable
from workbench.words import Decimal, Message, marked, message

if TYPE_CHECKING:
    from torch import Tensor

    from workbench.learning.tracing.trace import (
        Attention,
        ClassProbabilities,
        ClassScores,
        Cosines,
        DecisionAlone,
        Distances,
        InnerStep,
        MemoryUse,
        PairSimilarities,
        Placed,
        Prototypes,
        SlowAndFast,
        TraceStep,
        TraitPlaces,
    )

_ALIKE = 0.02  # between the probabilities of all pairs, below which they say the same


def view_of_step(step: "TraceStep", scene: Scene) -> StepView:
    """Return what is to be shown and said of a step."""
    view = _views()[type(step.shown)](step.shown, scene)
    return replace(view, sentence=with_remark(view.sentence, scene))


def _views() -> dict[type, Callable[[Any, Scene], StepView]]:
    return {
        learning.Placed: _placed,
        learning.Prototypes: _prototypes,
        learning.TraitPlaces: _trait_places,
        learning.Distances: _distances,
        learning.Cosines: _cosines,
        learning.ClassScores: _class_scores,
        learning.Attention: _attention,
        learning.ClassProbabilities: _class_probabilities,
        learning.PairSimilarities: _pair_similarities,
        learning.InnerStep: _inner_step,
        learning.MemoryUse: _memory_use,
        learning.SlowAndFast: _weight_sizes,
        learning.DecisionAlone: _decided,
    }


def _placed(shown: "Placed", scene: Scene) -> StepView:
    text = marked(
        "The network places images that it finds similar close together. The two directions drawn hold {share} % of "
        "the differences between these images."
    )
    return StepView(
        Message(marked("Embedding")), message(text, share=Decimal(100 * shown.share, 0)), (drawn(shown, scene),)
    )


def _prototypes(shown: "Prototypes", scene: Scene) -> StepView:
    centres = class_places(shown.centres)
    if shown.before is None:
        first, second = closest(centres)
        text = marked(
            "Each class becomes one point, the mean of its examples. In this drawing, {first} and {second} are closest "
            "together."
        )
        sentence = message(text, first=scene.classes[first], second=scene.classes[second])
        return StepView(Message(marked("Prototypes")), sentence, (drawn(shown.places, scene, centres),))
    before = class_places(shown.before)
    moves = [apart(one, other) for one, other in zip(before, centres, strict=True)]
    furthest = max(range(len(moves)), key=moves.__getitem__)
    text = marked("The prototypes have changed in each other's presence: {name} moved furthest.")
    sentence = message(text, name=scene.classes[furthest])
    return StepView(Message(marked("Adapted prototypes")), sentence, (drawn(shown.places, scene, centres, before),))


def _trait_places(shown: "TraitPlaces", scene: Scene) -> StepView:
    centres = class_places(shown.centres)
    known = sum(centre is not None for centre in centres)
    text = marked("Traits alone place {known} of {total} classes here, before any example is looked at.")
    sentence = message(text, known=known, total=len(centres))
    return StepView(Message(marked("Traits")), sentence, (drawn(shown.places, scene, centres),))


def _distances(shown: "Distances", scene: Scene) -> StepView:
    values = rows_of_numbers(shown.values.clamp(min=0).sqrt())
    query, first, second = narrowest(tuple(tuple(-value for value in row) for row in values))
    near, far = values[query][first], values[query][second]
    percent = 100 * (far - near) / max(near, LEAST)
    text = marked(
        "Each query gets the class of the nearest prototype. The closest call is query {query}: {second} is only "
        "{percent} % farther than {first}."
    )
    sentence = message(
        text,
        query=query + 1,
        first=scene.classes[first],
        second=scene.classes[second],
        percent=Decimal(percent, places_between(percent, 0, 1)),
    )
    heading = Message(marked("Distance to each class"))
    table = NumberTable(heading, False, values, shades_of(values, -1), places_in_rows(values, 1))
    return StepView(Message(marked("Distances")), sentence, (table,))


def _cosines(shown: "Cosines", scene: Scene) -> StepView:
    text = marked(
        "Each query gets the class whose mean points most nearly in its direction. The closest call is query {query}: "
        "{first} with {high} against {second} with {low}."
    )
    return _scored(shown.values, scene, text, Message(marked("Cosine with each class")), "cosines")


def _class_scores(shown: "ClassScores", scene: Scene) -> StepView:
    text = marked(
        "A linear classifier was fitted to the examples, and its largest output wins. The closest call is query "
        "{query}: {first} with {high} against {second} with {low}."
    )
    return _scored(shown.values, scene, text, Message(marked("Output for each class")), "scores")


def _class_probabilities(shown: "ClassProbabilities", scene: Scene) -> StepView:
    text = marked(
        "The attention to the examples of each class is added up, and the largest sum wins. The closest call is query "
        "{query}: {first} with {high} against {second} with {low}."
    )
    return _scored(shown.values, scene, text, Message(marked("Attention to each class")), "sums")


def _scored(values: "Tensor", scene: Scene, text: str, heading: Message, kind: str) -> StepView:
    titles = {"cosines": marked("Cosines"), "scores": marked("Fitted classifier"), "sums": marked("Sums")}
    rows = rows_of_numbers(values)
    query, first, second = narrowest(rows)
    places = places_between(rows[query][first], rows[query][second], 2)
    sentence = message(
        text,
        query=query + 1,
        first=scene.classes[first],
        second=scene.classes[second],
        high=Decimal(rows[query][first], places),
        low=Decimal(rows[query][second], places),
    )
    table = NumberTable(heading, False, rows, shades_of(rows), places_in_rows(rows, 2))
    return StepView(Message(titles[kind]), sentence, (table,))


def _attention(shown: "Attention", scene: Scene) -> StepView:
    rows = rows_of_numbers(shown.weights)
    own = fmean(share_of_own(row, answer, scene) for row, answer in zip(rows, scene.answers, strict=True))
    chance = fmean(scene.labels.count(answer) / len(scene.labels) for answer in scene.answers)
    text = marked(
        "Each query shares its attention among the examples: {own} % goes to those of its own class; evenly shared, it "
        "would be {chance} %."
    )
    sentence = message(text, own=Decimal(100 * own, 0), chance=Decimal(100 * chance, 0))
    heading = Message(marked("Attention to each example"))
    table = NumberTable(heading, True, rows, shades_of_shares(rows), places_in_rows(rows, 2))
    return StepView(Message(marked("Attention")), sentence, (table,))


def _pair_similarities(shown: "PairSimilarities", scene: Scene) -> StepView:
    rows = rows_of_numbers(shown.probabilities)
    pairs = [
        (value, label == answer)
        for row, answer in zip(rows, scene.answers, strict=True)
        for value, label in zip(row, scene.labels, strict=True)
    ]
    text = marked(
        "Each query is compared with each example. Pairs of one class look alike with a probability of {own} % on "
        "average, pairs of two classes with {other} %."
    )
    own, other = (mean_or_zero([value for value, alike in pairs if alike is wanted]) for wanted in (True, False))
    values = [value for value, _ in pairs]
    if max(values) - min(values) < _ALIKE:
        text = marked(
            "The run hardly tells pairs apart: it gives every pair of query and example nearly the same probability of "
            "showing one class, from {least} % to {most} %. Differences as small as these decide."
        )
        places = places_between(100 * min(values), 100 * max(values), 0)
        sentence = message(text, least=Decimal(100 * min(values), places), most=Decimal(100 * max(values), places))
    else:
        places = places_between(100 * own, 100 * other, 0)
        sentence = message(text, own=Decimal(100 * own, places), other=Decimal(100 * other, places))
    heading = Message(marked("Probability of one class"))
    table = NumberTable(heading, True, rows, rows, places_in_rows(rows, 2))
    return StepView(Message(marked("Similarities")), sentence, (table,))


def _inner_step(shown: "InnerStep", scene: Scene) -> StepView:
    drawings: tuple[Drawing, ...] = (drawn(shown.places, scene),)
    values = {"right": scene.right, "total": len(scene.answers), "step": shown.number, "steps": shown.total}
    title = message(marked("Step {step}"), step=shown.number)
    if scene.before is None or scene.named is None:
        text = marked("Before any step on the examples, {right} of {total} queries are right.")
        return StepView(title, message(text, **values), drawings)
    changed = sum(one != other for one, other in zip(scene.named, scene.before, strict=True))
    if shown.gates is None:
        return StepView(title, decisions_changed(values, changed), drawings)
    kept, admitted = shown.gates.kept, shown.gates.admitted
    names = (Message(marked("Weight kept")), Message(marked("Gradient taken")))
    bars = Bars(Message(marked("Means over all weights")), names, (kept, admitted), 1.0, 3)
    text = marked(
        "After step {step}, {right} of {total} queries are right; the learned rule kept {kept} % of each weight and "
        "took {taken} % of its gradient."
    )
    shares = {"kept": Decimal(100 * kept, 1), "taken": Decimal(100 * admitted, places_between(admitted * 100, 0, 1))}
    # The bars say the same of every step; what changes from step to step is the decisions.
    sentence = message(text, **values, **shares) if shown.number == 1 else decisions_changed(values, changed)
    return StepView(title, sentence, (*drawings, bars))


def _memory_use(shown: "MemoryUse", scene: Scene) -> StepView:
    rows = rows_of_numbers(shown.read)
    own = fmean(share_of_own(row, answer, scene) for row, answer in zip(rows, scene.answers, strict=True))
    text = marked(
        "Example {seen} of {total}, of {name}, was written to {rows} of the memory's {all} rows. Asked now, the "
        "queries read {own} % from examples of their own class, and {right} of {queries} are right."
    )
    sentence = message(
        text,
        seen=shown.seen,
        total=shown.total,
        name=scene.classes[scene.labels[shown.example]],
        rows=max(1, round(shown.rows_written)),
        all=shown.rows,
        own=Decimal(100 * own, 0),
        right=scene.right,
        queries=len(scene.answers),
    )
    heading = Message(marked("What each query reads"))
    table = NumberTable(heading, True, rows, shades_of_shares(rows), places_in_rows(rows, 2))
    return StepView(
        message(marked("Example {seen}"), seen=shown.seen), sentence, (table, _held_of_classes(shown, scene))
    )


def _held_of_classes(shown: "MemoryUse", scene: Scene) -> Bars:
    """Return how much of the rows that were written is of each class, counted alike for all of them."""
    held = rows_of_numbers(shown.held)
    shares = [0.0] * len(scene.classes)
    for row in held:
        for label, share in zip(scene.labels, row, strict=True):
            shares[label] += share / len(held)
    title = Message(marked("What the memory holds of each class"))
    return Bars(title, tuple(message("{name}", name=name) for name in scene.classes), tuple(shares), 1.0, 2)


def _weight_sizes(shown: "SlowAndFast", scene: Scene) -> StepView:
    layers = (marked("Embedding, slow"), marked("Embedding, fast"), marked("Hidden layer, slow"),
              marked("Hidden layer, fast"), marked("Output layer, slow"), marked("Output layer, fast"))  # fmt: skip
    values = tuple(value for pair in zip(shown.slow, shown.fast, strict=True) for value in pair)
    text = marked(
        "With the slow weights alone, {right} of {total} queries are right. The mistakes on the examples became fast "
        "weights, in the hidden layer {share} % as large as the slow ones."
    )
    sentence = message(
        text,
        right=scene.right,
        total=len(scene.answers),
        share=Decimal(100 * shown.fast[1] / max(shown.slow[1], LEAST), 0),
    )
    bars = Bars(Message(marked("Size of the weights")), tuple(map(Message, layers)), values, max(*values, LEAST), 3)
    return StepView(Message(marked("Fast weights")), sentence, (bars,))


def _decided(shown: "DecisionAlone", scene: Scene) -> StepView:
    text = marked("The approach has learned the examples: {right} of {total} queries are right.")
    return StepView(Message(marked("Decision")), message(text, right=scene.right, total=len(scene.answers)))
