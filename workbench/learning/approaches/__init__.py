"""The approaches, in the order users see them; a new one is a file of its own and an entry in this tuple."""

from workbench.errors import UserError
from workbench.learning.approach import Approach
from workbench.learning.approaches.lstm import LstmLearner
from workbench.learning.approaches.maml import Maml
from workbench.learning.approaches.mann import Mann
from workbench.learning.approaches.matching import Matching
from workbench.learning.approaches.metanet import MetaNet
from workbench.learning.approaches.prototypical import Prototypical
from workbench.learning.approaches.reptile import Reptile
from workbench.learning.approaches.siamese import Siamese
from workbench.learning.approaches.transfer import Transfer
from workbench.learning.approaches.zero_shot import ZeroShot
from workbench.words import marked, message

APPROACHES: tuple[type[Approach], ...] = (
    Prototypical,
    Matching,
    Siamese,
    Maml,
    Reptile,
    LstmLearner,
    Mann,
    MetaNet,
    Transfer,
    ZeroShot,
)


def approach_named(name: str) -> type[Approach]:
    """Return the approach of that name. Raises UserError for an unknown one."""
    for approach in APPROACHES:
        if approach.name == name:
            return approach
    names = ", ".join(approach.name for approach in APPROACHES)
    text = marked("There is no approach {name}. Available: {names}.")
    raise UserError(message(text, name=name, names=names))
