"""The rows of a table of proposals, one for each file, with the reason where there is no proposal."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from workbench.facts.file_reason import FileReason
from workbench.imaging.reading import ReadFile
from workbench.operations.labelling._folder_answers import Examples, FolderAnswers
from workbench.operations.labelling.known_scale import KnownScale
from workbench.operations.labelling.label_table import LabelRow, unreadable_row
from workbench.operations.labelling.proposal_settings import ProposalSettings
from workbench.operations.labelling.usual_confidence import confidence_scale, tell_strangers
from workbench.words import Message

# As the table says it.
EMPTY_FRAME = "empty frame"
NONE_OF_THESE = "none of these"


def proposal_rows(
    files: Sequence[ReadFile | FileReason[Message]],
    answers: FolderAnswers,
    examples: Examples,
    *,
    scale: KnownScale | None,
    keep: float | None,
    made_with: ProposalSettings,
) -> list[LabelRow]:
    """Return a row for each file in order; with `keep`, images below its threshold on the scale get no label."""
    names = examples.names
    row_of = {file.path: unreadable_row(file) for file in answers.unreadable}
    row_of |= {file.path: LabelRow(file.path, "", reason=EMPTY_FRAME) for file in answers.empty}
    scores, class_shares = answers.familiarity.double().numpy(), answers.shares.double().numpy()
    heard = scores if tell_strangers(examples.labels, len(names)) else None
    confidence = confidence_scale(scale, examples.labels)
    class_shares = confidence.calibrated(class_shares, heard, use_pile=made_with.uses_pile)
    known = [None] * len(scores) if scale is None else scale.known_share(scores).tolist()
    is_strange = scores < (-np.inf if scale is None or keep is None else scale.threshold(keep))
    for file, shares, share, strange in zip(answers.files, class_shares, known, is_strange, strict=True):
        row = _stranger(file, shares, names, share) if strange else _row(file, shares, names, share)
        row_of[file.path] = row if strange else replace(row, proposed_with=made_with)
    return [row_of.get(file.path) or unreadable_row(file) for file in files]


def _row(file: ReadFile, shares: NDArray[np.float64], names: Sequence[str], known: float | None) -> LabelRow:
    best, *others = map(int, np.argsort(-shares, kind="stable"))
    second = names[others[0]] if others else ""
    second_confidence = float(shares[others[0]]) if others else None
    return LabelRow(
        file.path, names[best], float(shares[best]), second, second_confidence, proposal=names[best], known=known
    )


def _stranger(file: ReadFile, shares: NDArray[np.float64], names: Sequence[str], known: float | None) -> LabelRow:
    """Return the row of an image that looks like none of the classes; the likeliest is its second choice."""
    best = int(shares.argmax())
    return LabelRow(file.path, "", None, names[best], float(shares[best]), NONE_OF_THESE, known=known)
