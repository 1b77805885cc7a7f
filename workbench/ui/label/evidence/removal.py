"""What spoke for a proposal, in words, and whether it can be taken out."""

from dataclasses import dataclass

import numpy as np

from workbench.operations.labelling.evidence.evidence import Voice, VoiceKind
from workbench.operations.labelling.labelling_set import LabellingClassFacts
from workbench.ui.label.labelling_state import LabellingState
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import percent, say, tr


@dataclass(frozen=True)
class Removal:
    """What taking a voice out is called, and why it cannot be done; empty where it can."""

    text: str
    refused: str = ""


def voice_words(labelling: LabellingState, voice: Voice) -> str:
    """Return what a voice is: an example, a label, or an image that is alike."""
    image_class = labelling.class_of(voice.class_id)
    name = image_class.name if image_class is not None else ""
    words = {
        VoiceKind.EXAMPLE: tr("Example of {name}", name=name),
        VoiceKind.LABEL: tr("Labelled {name}", name=name),
        VoiceKind.NEIGHBOUR: tr("Similar image, looks like {name}", name=name),
    }
    return words[voice.kind]


def voice_sentence(labelling: LabellingState, voice: Voice, proposed: str) -> str:
    """Return what a voice is and how much it said for the class proposed."""
    words, share = voice_words(labelling, voice), percent(voice.share)
    return tr("{words}: {share} of what speaks for {name}", words=words, share=share, name=proposed)


def removal_of(context: ProjectContext, labelling: LabellingState, voice: Voice) -> Removal:
    """Return what it is called to take a voice out of what proposals rest on, and why it cannot be."""
    text = tr("Withdraw label") if voice.kind is VoiceKind.LABEL else tr("Take out")
    if context.read_only is not None:
        return Removal(text, say(context.read_only))
    if voice.kind is VoiceKind.NEIGHBOUR:
        return Removal(text, tr("A similar image is not an example: there is nothing to take out."))
    if voice.kind is VoiceKind.LABEL and row_in(labelling, voice) < 0:
        return Removal(text, tr("This image is in another folder. Its label can be withdrawn there."))
    if voice.kind is VoiceKind.EXAMPLE and example_in(labelling, voice) is None:
        return Removal(text, tr("It is no longer an example."))
    return Removal(text)


def row_in(labelling: LabellingState, voice: Voice) -> int:
    """Return the row of a voice among the images to label, -1 for one that is not among them."""
    return int(labelling.rows_of(np.array([voice.image.id], np.int64))[0])


def example_in(labelling: LabellingState, voice: Voice) -> tuple[LabellingClassFacts, int] | None:
    """Return the class that a voice is an example of, and the example's id; None where it is none."""
    return next(
        (
            (image_class, example.id)
            for image_class in labelling.classes
            for example in image_class.examples
            if example.image.id == voice.image.id
        ),
        None,
    )
