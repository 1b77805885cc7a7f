"""Which examples of the classes may be wrong, and why, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.operations.labelling.auditing.second_look import Doubt, DoubtfulExample
from workbench.operations.labelling.examples import ExampleFacts
from workbench.operations.labelling.labelling_set import LabellingClassFacts
from workbench.ui.services.translation import percent, tr

Classes = tuple[LabellingClassFacts, ...]


@dataclass(frozen=True)
class Misgiving:
    """An example that may be wrong, where it stands, and the class that speaks against its own."""

    image_class: LabellingClassFacts
    place: int  # among the examples of the class
    other: LabellingClassFacts
    doubtful: DoubtfulExample

    @property
    def example(self) -> ExampleFacts:
        """The example itself."""
        return self.image_class.examples[self.place]

    @property
    def can_move(self) -> bool:
        """Whether it could be an example of the other class; not where that has the same image already."""
        content = self.example.image.sha256
        return all(example.image.sha256 != content for example in self.other.examples)

    def about_class(self) -> str:
        """Say what is wrong with the class."""
        count, name, file = len(self.image_class.examples), self.other.name, self.example.image.path.name
        if self.doubtful.doubt is Doubt.SAME_IMAGE:
            return tr("One of its {count} examples is also in {name}: {file}", count=count, name=name, file=file)
        if self.doubtful.doubt is Doubt.NEARLY_SAME:
            return tr(
                "One of its {count} examples is nearly the same as an image of {name}: {file}",
                count=count,
                name=name,
                file=file,
            )
        return tr("One of its {count} examples looks like {name}: {file}", count=count, name=name, file=file)

    def about_example(self) -> str:
        """Say what is wrong with the example."""
        name = self.other.name
        if self.doubtful.doubt is Doubt.SAME_IMAGE:
            return tr("is also in {name}", name=name)
        if self.doubtful.doubt is Doubt.NEARLY_SAME:
            return tr("nearly the same as an image of {name}", name=name)
        return tr("looks like {name}", name=name)

    def reason(self) -> str:
        """Say why that is thought."""
        if self.doubtful.doubt is Doubt.LOOKS_LIKE:
            share = percent(self.doubtful.sure or 0.0)
            return tr(
                "To all other examples and labels it looks like {name}: {share}", name=self.other.name, share=share
            )
        return tr("The other one: {file}", file=self.doubtful.other_file)


class DoubtfulExamples:
    """The examples that may be wrong, as they were found last; one that was taken out or moved since is none."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], tuple[int, DoubtfulExample]] = {}

    def take(self, examples: Sequence[DoubtfulExample]) -> None:
        """Take other examples, most doubtful first."""
        self._known = {(one.class_id, one.image_id): (place, one) for place, one in enumerate(examples)}

    def among(self, classes: Classes) -> tuple[Misgiving, ...]:
        """Return those that the classes have now, most doubtful first."""
        by_id = {image_class.id: image_class for image_class in classes}
        ranked = [
            (rank, Misgiving(image_class, place, by_id[one.other_class], one))
            for image_class in classes
            for place, example in enumerate(image_class.examples)
            for rank, one in [self._known.get((image_class.id, example.image.id), (0, None))]
            if one is not None and one.other_class in by_id
        ]
        return tuple(misgiving for _, misgiving in sorted(ranked, key=lambda pair: pair[0]))
