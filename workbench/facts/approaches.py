"""The approaches, in the order users see them, and what each is called.

A new one is a line here and a file of its own, `workbench/learning/approaches/NAME.py` (with `_` for `-`).
"""

from types import MappingProxyType

from workbench.words import marked

APPROACH_TITLES = MappingProxyType(
    {
        "prototypical": marked("Prototypical Networks"),
        "matching": marked("Matching Networks"),
        "siamese": marked("Siamese Networks"),
        "meta-baseline": marked("Meta-Baseline"),
        "feat": marked("FEAT"),
        "maml": marked("MAML"),
        "reptile": marked("Reptile"),
        "lstm": marked("LSTM meta-learner"),
        "r2-d2": marked("R2-D2"),
        "mann": marked("Memory-augmented network (MANN)"),
        "metanet": marked("Meta Networks"),
        "transfer": marked("Transfer learning"),
        "zero-shot": marked("Zero-shot learning"),
    }
)
