"""What is to be said of the images that are suggested to be labelled next."""

import numpy as np
from numpy.typing import NDArray

from workbench.ui.label.acceptance import are_sure
from workbench.ui.label.labelling_state import LabellingState
from workbench.ui.label.strangers.stranger_groups import USUAL
from workbench.ui.services.translation import tr


def about_suggested(labelling: LabellingState, image_ids: NDArray[np.int64]) -> str:
    """Return what is to be said of suggested images, nothing where they are what was asked for."""
    if not len(image_ids):
        if labelling.open_count:
            return tr("The images that are left look like none of the classes.")
        return tr("All images are labelled.")
    rows = labelling.rows_of(image_ids)
    usual = rows[labelling.kinds(rows) == USUAL]
    if not len(usual):
        return tr("What looks like one of the classes is sure or labelled; these may be of new classes.")
    if are_sure(labelling.proposed.confidence[usual]).all():
        return tr("All remaining proposals are sure; these are the least sure.")
    return ""
