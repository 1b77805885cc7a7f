"""What stands beside every trace: transfer learning with the same network, on the same episode."""

from dataclasses import replace

import torch
from torch import Tensor

from workbench.learning.approach import Approach
from workbench.learning.approaches.transfer import Transfer, TransferOptions
from workbench.learning.embedded import on_embeddings
from workbench.learning.episode import Episode


def transfer_beside(approach: Approach, episode: Episode) -> Tensor:
    """Return the logits (queries, way) of a linear classifier on the approach's own network as it was trained.

    Raises UserError for a class without an example.
    """
    support = episode.support
    support.require_images()
    # Without training classes it draws no random numbers, which a training under way may be using.
    shape = replace(approach.shape, training_classes=0)
    beside = on_embeddings(Transfer(approach.encoder, shape, TransferOptions()).to(support.labels.device).eval())
    with torch.no_grad():
        examples, queries = approach.encoder(support.images).float(), approach.encoder(episode.queries).float()
        return beside.adapt(replace(support, images=examples))(queries)
